//! What shall be done about barriers in the whole city, what lets most people in for its cost first; and what would follow if all
//! of a sort were done.

mod filter;
mod retrofit;

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::Desk;
use crate::barrier_free::priority::Unblocked;
use crate::domain::audit::Rating;
use crate::export::barrier_free::{Apart, MeasureRow, MeasuresReport, NeedGained, PlacedAt};
use crate::export::coverage::{Persons, Provenance};
use crate::gate::in_long_turn;
use crate::pages::messages::Language;
use crate::pages::wording::{self, number};
use crate::pages::{planning, question};
use crate::query::measure_query;
use filter::Asked;

pub(super) use retrofit::show as show_retrofit;

/// Where the measures are.
pub(super) const PATH: &str = "/verwaltung/massnahmen";

/// Where one asks what would follow.
pub(super) const RETROFIT: &str = "/verwaltung/massnahmen/umbau";

/// `GET /verwaltung/massnahmen`
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let asked = match Asked::read(&query.unwrap_or_default(), &desk.snapshot) {
        Ok(asked) => asked,
        Err(invalid) => return desk.refused(&invalid, PATH, "staff-measures"),
    };
    let all = match desk.city.store().all_measures().await {
        Ok(all) => all,
        Err(error) => return desk.failed(&error),
    };
    let (city, today) = (std::sync::Arc::clone(&desk.snapshot), desk.today());
    let filter = asked.filter.clone();
    let work = move || {
        let link = format!("/api/staff/measures?{}", measure_query(&filter));
        MeasuresReport::new(&city, &city.coverage(today), &all, &filter, &link)
    };
    let Ok(Some(report)) = in_long_turn(work).await else {
        return busy(&desk, PATH, "staff-measures");
    };
    let content = html! {
        p { (desk.text("staff-measures-about")) }
        p.hint { (desk.language.text_with("staff-measures-score", [("minutes", report.minutes.into())])) }
        (links(&desk, &asked))
        (asked.form(&desk, PATH, "staff-measures-show"))
        h2 { (desk.language.text_with("staff-measures-ranked", [("count", report.ranked.len().into())])) }
        @if report.ranked.is_empty() {
            p.unknown { (desk.text("staff-measures-none")) }
        } @else {
            (ranking(&desk, &report.ranked))
        }
        (apart(&desk, &report.apart))
        @if report.left_out > 0 {
            p.hint { (desk.language.text_with("staff-measures-left-out", [("count", report.left_out.into())])) }
        }
        (provenance(&desk, &report.provenance))
    };
    desk.page(StatusCode::OK, PATH, desk.text("staff-measures"), &content)
}

/// The page for whoever has waited in vain.
pub(super) fn busy(desk: &Desk, path: &str, title: &str) -> Response {
    let content = html! { p role="alert" { (desk.text("problem-busy")) } };
    desk.page(
        StatusCode::SERVICE_UNAVAILABLE,
        path,
        desk.text(title),
        &content,
    )
}

fn links(desk: &Desk, asked: &Asked) -> Markup {
    let query = measure_query(&asked.filter);
    let with = |path: &str| format!("{path}?{query}");
    let is_planner = desk.may(RETROFIT);
    html! {
        nav.crumbs aria-label=(desk.text("place-ways")) {
            @if is_planner {
                a.button.secondary href=(asked.address(desk, RETROFIT)) { (desk.text("staff-retrofit")) }
            }
            a.button.secondary href=(question::kept(planning::BARRIERS, desk.language, &[])) { (desk.text("barriers-link")) }
            a href=(with("/api/staff/measures.csv")) { (desk.text("planning-link-csv")) }
            a href=(with("/api/staff/measures")) { (desk.text("planning-link-api")) }
        }
    }
}

fn ranking(desk: &Desk, rows: &[MeasureRow]) -> Markup {
    let columns = [
        "staff-measure-rank",
        "staff-measure-what",
        "staff-measure-where",
        "staff-measure-parts",
        "staff-measure-gained",
        "staff-measure-state",
    ];
    html! {
        div.wide tabindex="0" role="region" aria-label=(desk.text("staff-measures")) {
            table.rows.ranking {
                thead { tr { @for column in columns { th scope="col" { (desk.text(column)) } } } }
                tbody {
                    @for (rank, own) in (1..).zip(rows) {
                        tr data-measure=(own.kept.measure.id) {
                            td { (number(rank)) }
                            th scope="row" { (what(own)) }
                            td { (whereabouts(desk, &own.at)) }
                            td { (parts(desk, own)) }
                            td { (gained(desk, own)) }
                            td { (state(desk, own)) }
                        }
                    }
                }
            }
        }
    }
}

fn what(own: &MeasureRow) -> Markup {
    let aims: Vec<_> = own
        .kept
        .measure
        .criteria
        .iter()
        .map(ToString::to_string)
        .collect();
    html! { (own.kept.measure.description) span.line.hint { (aims.join(", ")) } }
}

fn whereabouts(desk: &Desk, at: &PlacedAt) -> Markup {
    html! {
        (at.place_name.as_deref().map_or_else(|| desk.text("planning-unknown"), str::to_owned))
        span.line.hint { (at.district_name.as_deref().unwrap_or("–")) }
    }
}

/// The score with everything that it is made of.
fn parts(desk: &Desk, own: &MeasureRow) -> Markup {
    let priority = &own.priority;
    let known = |part: Option<u32>| {
        part.map_or_else(|| desk.text("planning-unknown"), |own| number(own as usize))
    };
    let said = [
        ("residents", known(priority.residents).into()),
        ("steps", priority.steps.into()),
        ("weight", known(priority.cost_weight).into()),
    ];
    html! {
        @if let Some(score) = priority.score {
            strong { data value=(score) { (points(desk.language, score)) } }
        }
        span.line { (desk.language.text_with("staff-measure-formula", said)) }
        @for own in &own.unblocked { span.line.hint { (step(desk, *own)) } }
    }
}

/// A score as it is read: small ones with a decimal, so that none looks like nothing.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a score is positive, and a float becomes the nearest usize"
)]
fn points(language: Language, score: f64) -> String {
    let tenths = (score * 10.0).round();
    if tenths >= 100.0 {
        return number(score.round() as usize);
    }
    let plain = match tenths {
        _ if score > 0.0 && tenths < 1.0 => "< 0.1".to_owned(),
        _ => format!("{:.1}", tenths / 10.0),
    };
    language.either(plain.replace('.', ","), plain)
}

/// What becomes better for a need.
fn step(desk: &Desk, own: Unblocked) -> String {
    let rating = |own: Rating| desk.text(&format!("barriers-rating-{own}"));
    let need = desk.text(&format!("need-{}", own.need));
    format!("{need}: {} → {}", rating(own.before), rating(own.after))
}

fn gained(desk: &Desk, own: &MeasureRow) -> Markup {
    let all = &own.gained;
    html! {
        @if all.is_empty() {
            (desk.text("staff-measure-gained-none"))
        } @else {
            strong { (persons(desk, own.gained_any)) }
            @for own in all { span.line.hint { (gained_by(desk, *own)) } }
        }
    }
}

fn gained_by(desk: &Desk, own: NeedGained) -> Markup {
    html! { (desk.text(&format!("need-{}", own.need))) ": " (persons(desk, own.persons)) }
}

/// Whole persons, or that they are too few to be told.
fn persons(desk: &Desk, told: Option<Persons>) -> Markup {
    html! {
        @match told {
            Some(own) => data value=(own) { (number(usize::try_from((own.0 + 500) / 1000).unwrap_or(usize::MAX))) },
            None => (desk.text("planning-few")),
        }
    }
}

fn state(desk: &Desk, own: &MeasureRow) -> Markup {
    let measure = &own.kept.measure;
    let class = measure
        .cost_class
        .map(|own| desk.text(&format!("staff-cost-{own}")));
    html! {
        (desk.text(&format!("staff-progress-{}", measure.status.progress())))
        @if let Some(class) = class { span.line { (class) } }
        @if let Some(owner) = &measure.owner { span.line { (owner) } }
        @if let Some(year) = measure.target_year {
            span.line { (desk.language.text_with("staff-measure-until", [("year", year.year().to_string().into())])) }
        }
    }
}

/// Measures without a rank, each with the reason.
fn apart(desk: &Desk, all: &[Apart]) -> Markup {
    html! {
        @if !all.is_empty() {
            h2 { (desk.text("staff-measures-apart")) }
            ul.plain.apart {
                @for own in all {
                    li data-measure=(own.row.kept.measure.id) data-why=(own.why) {
                        strong { (own.row.kept.measure.description) } " – " (whereabouts(desk, &own.row.at))
                        span.line { (desk.text(&format!("staff-why-{}", own.why))) }
                        @if own.row.priority.steps > 0 { (parts(desk, &own.row)) }
                    }
                }
            }
        }
    }
}

/// Revision and day.
pub(super) fn provenance(desk: &Desk, from: &Provenance) -> Markup {
    let said = [
        ("revision", from.revision.to_string().into()),
        ("day", wording::date(desk.language, from.date).into()),
    ];
    html! { p.hint { (desk.language.text_with("planning-revision", said)) } }
}

/// The messages that are made from members of types.
#[cfg(test)]
pub(in crate::pages) fn families() -> Vec<String> {
    use crate::domain::audit::life::Due;
    use crate::domain::audit::measure::{CostClass, Progress};
    use crate::export::barrier_free::Why;
    fn of<T: ToString>(name: &str, all: &[T]) -> Vec<String> {
        let keys = all.iter();
        keys.map(|own| format!("staff-{name}-{}", own.to_string()))
            .collect()
    }
    let all = [
        of("why", Why::ALL),
        of("cost", CostClass::ALL),
        of("progress", Progress::ALL),
        of("due", Due::ALL),
    ];
    all.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_score_is_not_told_as_nothing() {
        let told = |score| points(Language::De, score);
        let all = [0.0, 0.02, 0.4, 9.94, 9.96, 1234.5].map(told);
        assert_eq!(
            all,
            ["0,0", "< 0,1", "0,4", "9,9", "10", "1\u{202f}235"].map(str::to_owned)
        );
        assert_eq!(points(Language::En, 0.4), "0.4");
    }
}

//! What would follow if all measures of a sort were carried out.

use std::sync::Arc;

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::filter::Asked;
use super::{PATH, RETROFIT, busy, persons, provenance, whereabouts};
use crate::export::barrier_free::{
    CostSpan, CountsRow, OutlookRow, PROGRESS, RetrofitNeed, RetrofitReport,
};
use crate::export::coverage::Percent;
use crate::gate::in_turn;
use crate::pages::staff::Desk;
use crate::pages::wording::number;

/// `GET /verwaltung/massnahmen/umbau`
pub(in crate::pages::staff) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let asked = match Asked::read(&query.unwrap_or_default(), &desk.snapshot) {
        Ok(asked) => asked,
        Err(invalid) => return desk.refused(&invalid, RETROFIT, "staff-retrofit"),
    };
    let result = if asked.is_sent {
        match answer(&desk, &asked).await {
            Ok(result) => Some(result),
            Err(refused) => return refused,
        }
    } else {
        None
    };
    let content = html! {
        p { (desk.text("staff-retrofit-about")) }
        nav.crumbs aria-label=(desk.text("place-ways")) {
            a.button.secondary href=(asked.address(&desk, PATH)) { (desk.text("staff-measures")) }
        }
        (asked.form(&desk, RETROFIT, "staff-retrofit-ask"))
        @if let Some(report) = &result { (told(&desk, report)) }
    };
    desk.page(
        StatusCode::OK,
        RETROFIT,
        desk.text("staff-retrofit"),
        &content,
    )
}

async fn answer(desk: &Desk, asked: &Asked) -> Result<RetrofitReport, Response> {
    let failed = |error| desk.failed(&error);
    let all = desk.city.store().all_measures().await.map_err(failed)?;
    let courses = desk.city.audit_courses(&desk.snapshot).await;
    let courses = courses.map_err(failed)?;
    let (city, today) = (Arc::clone(&desk.snapshot), desk.today());
    let filter = asked.filter.clone();
    let work = move || {
        let coverage = city.coverage(today);
        RetrofitReport::new(&city, &coverage, &courses, &all, &filter, PROGRESS)
    };
    let done = in_turn(work).await.ok().flatten();
    done.ok_or_else(|| busy(desk, RETROFIT, "staff-retrofit"))
}

fn told(desk: &Desk, report: &RetrofitReport) -> Markup {
    let language = desk.language;
    let [before, after] = &report.city;
    let counts = [
        ("measures", report.measures.into()),
        ("places", report.places.into()),
    ];
    let figures = [
        ("minimum", "barriers-minimum", before.minimum, after.minimum),
        (
            "standard",
            "barriers-standard",
            before.standard,
            after.standard,
        ),
    ];
    html! {
        h2 #result { (desk.text("staff-retrofit-result")) }
        p { (language.text_with("staff-retrofit-counts", counts)) }
        @if report.places_off_list > 0 {
            p.hint { (language.text_with("staff-retrofit-off-list", [("count", report.places_off_list.into())])) }
        }
        p data-part="cost" { (cost(desk, &report.cost)) }
        dl.figures {
            @for (name, message, before, after) in figures {
                div data-figure=(name) { dt { (desk.text(message)) } dd { (change(before, after)) } }
            }
            div data-figure="year" { dt { (desk.text("staff-retrofit-year")) } dd { (years(desk, &report.outlook)) } }
        }
        p.hint { (desk.text("staff-retrofit-year-about")) }
        (districts(desk, report))
        (needs(desk, report))
        @if !report.apart.is_empty() {
            h3 { (desk.text("staff-retrofit-apart")) }
            ul.plain {
                @for own in &report.apart {
                    li { (whereabouts(desk, &own.at)) ": " (desk.text(&format!("staff-why-{}", own.why))) }
                }
            }
        }
        (provenance(desk, &report.provenance))
    }
}

fn change(before: u32, after: u32) -> Markup {
    html! {
        data value=(before) { (number(before as usize)) } " → " data value=(after) { (number(after as usize)) }
    }
}

/// The years before and after, at the same pace.
fn years(desk: &Desk, both: &[OutlookRow; 2]) -> String {
    let year = |own: &OutlookRow| match &own.year {
        None => desk.text("staff-retrofit-reached"),
        Some(own) => own.value.map_or_else(
            || desk.text("staff-retrofit-no-year"),
            |own| (own.0 / 1000).to_string(),
        ),
    };
    let [before, after] = both.each_ref().map(year);
    format!("{before} → {after}")
}

fn cost(desk: &Desk, own: &CostSpan) -> String {
    let euros = |sum: u64| number(usize::try_from(sum).unwrap_or(usize::MAX));
    let language = desk.language;
    let low = ("low", euros(own.at_least_eur).into());
    let mut said = match own.at_most_eur {
        Some(high) => {
            language.text_with("staff-retrofit-cost", [low, ("high", euros(high).into())])
        }
        None => language.text_with(
            "staff-retrofit-cost-open",
            [low, ("count", own.open_ended.into())],
        ),
    };
    if own.unknown > 0 {
        said += " ";
        said += &language.text_with(
            "staff-retrofit-cost-unknown",
            [("count", own.unknown.into())],
        );
    }
    said
}

fn districts(desk: &Desk, report: &RetrofitReport) -> Markup {
    let columns = ["planning-district", "barriers-minimum", "barriers-standard"];
    let row = |own: &[CountsRow; 2]| {
        let [before, after] = own;
        html! {
            td { (change(before.minimum, after.minimum)) }
            td { (change(before.standard, after.standard)) }
        }
    };
    html! {
        @if !report.districts.is_empty() {
            h3 { (desk.text("barriers-districts-title")) }
            div.wide tabindex="0" role="region" aria-label=(desk.text("barriers-districts-title")) {
                table.rows {
                    thead { tr { @for column in columns { th scope="col" { (desk.text(column)) } } } }
                    tbody {
                        @for own in &report.districts {
                            tr data-district=(own.id) { th scope="row" { (own.name) } (row(&own.counts)) }
                        }
                    }
                }
            }
        }
    }
}

fn needs(desk: &Desk, report: &RetrofitReport) -> Markup {
    let columns = [
        "barriers-need",
        "staff-retrofit-better",
        "staff-retrofit-usable",
        "staff-measure-gained",
        "staff-retrofit-share",
    ];
    let minutes = [("minutes", report.minutes.into())];
    html! {
        h3 { (desk.text("barriers-needs-title")) }
        @if report.needs.is_empty() {
            p.unknown { (desk.text("staff-retrofit-nobody")) }
        } @else {
            p.hint { (desk.language.text_with("staff-retrofit-needs-about", minutes)) }
            div.wide tabindex="0" role="region" aria-label=(desk.text("barriers-needs-title")) {
                table.rows {
                    thead { tr { @for column in columns { th scope="col" { (desk.text(column)) } } } }
                    tbody { @for own in &report.needs { (need(desk, own)) } }
                }
            }
        }
    }
}

fn need(desk: &Desk, own: &RetrofitNeed) -> Markup {
    let percent = |share: Option<Percent>| {
        share.map_or_else(
            || desk.text("planning-unknown"),
            |own| {
                let text = own.to_string();
                format!(
                    "{}\u{a0}%",
                    desk.language.either(text.replace('.', ","), text)
                )
            },
        )
    };
    let [before, after] = own.percent.map(percent);
    html! {
        tr data-need=(own.need) {
            th scope="row" { (desk.text(&format!("need-{}", own.need))) }
            td { (number(own.better)) }
            td { (number(own.usable)) }
            td {
                (persons(desk, own.gained))
                @for at in &own.districts { span.line.hint { (at.name) ": " (persons(desk, at.gained)) } }
            }
            td { (before) " → " (after) }
        }
    }
}

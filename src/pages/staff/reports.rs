//! Counts of reports for those who keep order and those who prevent: classes of one table that is fixed beforehand. Whoever
//! looks says what for, which is written down before anything is shown. There is nothing to export.

use axum::Extension;
use axum::extract::RawQuery;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::{Markup, html};

use super::Desk;
use crate::domain::DistrictId;
use crate::domain::report::{Band, DayType, IsoWeek, Look, Product, Purpose};
use crate::domain::staff::Actor;
use crate::error::Error;
use crate::pages::messages::Language;
use crate::pages::{safety, wording};
use crate::reports::Counts;
use crate::safety::aggregate::{HalfYear, LEAST, LEAST_SENSITIVE, Row, STEP_WEEKS, WEEKS};
use crate::safety::{Class, Group};
use crate::store::Hand;

/// Where the counts are.
pub(super) const PATH: &str = "/verwaltung/meldungen";

/// The API's path of what was done to people: who may see it there may see it here.
const SENSITIVE: &str = "/api/staff/safety/sensitive";

/// `GET /verwaltung/meldungen`: the question what for; with `purpose`, the counts.
pub(super) async fn show(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    counts: Option<Extension<Counts>>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let asked = pairs.find(|(name, value)| name == "purpose" && !value.is_empty());
    let title = desk.text("reports-desk-title");
    let Some(asked) = asked else {
        return desk.page(StatusCode::OK, PATH, title, &question(&desk, None));
    };
    let Ok(purpose) = asked.1.parse::<Purpose>() else {
        return desk.page(
            StatusCode::BAD_REQUEST,
            PATH,
            title,
            &unknown_purpose(&desk),
        );
    };
    let Some(Extension(counts)) = counts else {
        let content = html! { p.notice role="alert" { (desk.text("reports-desk-none-here")) } };
        return desk.page(StatusCode::NOT_FOUND, PATH, title, &content);
    };
    match told(&desk, actor, &counts, purpose).await {
        Ok(content) => kept_by_nobody(desk.page(StatusCode::OK, PATH, title, &content)),
        Err(error) => desk.failed(&error),
    }
}

/// What was just seen is not left behind in a browser that others use, too.
fn kept_by_nobody(mut answer: Response) -> Response {
    let no_store = HeaderValue::from_static("no-store");
    answer.headers_mut().insert(header::CACHE_CONTROL, no_store);
    answer
}

/// Everything that this account may see, after its look is written down.
async fn told(
    desk: &Desk,
    actor: Actor,
    counts: &Counts,
    purpose: Purpose,
) -> Result<Markup, Error> {
    let by = Hand::of(actor, desk.city.now());
    let note = async |look: Look| {
        let store = desk.city.store();
        store.note_view(&by, look.as_str(), purpose.as_str()).await
    };
    note(Look::Counts).await?;
    let ground = desk.snapshot.safety_ground();
    let today = desk.today();
    let district = |area: &_| ground.district_of(area).cloned();
    let (window, rows) = counts.table(today, district).await?;
    let sensitive = if desk.may(SENSITIVE) {
        note(Look::Sensitive).await?;
        let half_year = HalfYear::before(today);
        Some((half_year, counts.sensitive(half_year, district).await?))
    } else {
        None
    };
    Ok(html! {
        (question(desk, Some(purpose)))
        @if desk.snapshot.settings().sample { p.notice { (desk.text("reports-desk-sample")) } }
        (weeks(desk, window.ends(), &rows))
        @if let Some((half_year, found)) = sensitive { (what_was_done(desk, half_year, found)) }
        (hidden(desk))
    })
}

/// The form that asks what for.
fn question(desk: &Desk, chosen: Option<Purpose>) -> Markup {
    html! {
        p { (desk.text("reports-desk-about")) }
        p { strong { (desk.text("safety-perception")) } }
        form.entry.line action=(PATH) method="get" {
            @if desk.language != Language::De { input type="hidden" name="lang" value=(desk.language.tag()); }
            div.field {
                label for="purpose" { (desk.text("reports-desk-purpose")) }
                select #purpose name="purpose" required {
                    option value="" { (desk.text("reports-desk-choose")) }
                    @for own in Purpose::ALL {
                        option value=(own) selected[chosen == Some(*own)] {
                            (desk.text(&format!("reports-desk-purpose-{own}")))
                        }
                    }
                }
                p.hint { (desk.text("reports-desk-purpose-hint")) }
            }
            p.buttons { button.button type="submit" { (desk.text("reports-desk-show")) } }
        }
    }
}

fn unknown_purpose(desk: &Desk) -> Markup {
    html! {
        p.notice role="alert" { (desk.text("reports-desk-purpose-unknown")) }
        (question(desk, None))
    }
}

/// The table of the weeks: districts by name, parts of the day from morning on. Nothing is sorted by how much was told.
fn weeks(desk: &Desk, (first, last): (IsoWeek, IsoWeek), rows: &[Row<DistrictId>]) -> Markup {
    let day = |week: IsoWeek, days: i64| {
        let day = week.thursday() + chrono::TimeDelta::days(days);
        wording::date(desk.language, day)
    };
    let from_to = [("from", day(first, -3).into()), ("to", day(last, 3).into())];
    let mut rows: Vec<&Row<DistrictId>> = rows.iter().collect();
    rows.sort_by_cached_key(|own| (name_key(desk, &own.area), own.band, own.daytype, own.group));
    html! {
        section aria-labelledby="weeks-title" {
            h2 #weeks-title { (desk.text("reports-desk-weeks")) }
            p { (desk.language.text_with("reports-desk-from-to", from_to)) }
            @if rows.is_empty() {
                p.unknown { (desk.text("reports-desk-empty")) }
            } @else {
                @for of_district in rows.chunk_by(|one, other| one.area == other.area) { (district(desk, of_district)) }
            }
        }
    }
}

fn name_key(desk: &Desk, id: &DistrictId) -> String {
    crate::domain::folding::fold(&name(desk, id))
}

fn name(desk: &Desk, id: &DistrictId) -> String {
    let district = desk.snapshot.district(id);
    district.map_or_else(|| id.to_string(), |own| own.name.to_string())
}

/// The groups that this table counts.
fn groups() -> impl Iterator<Item = Group> {
    Product::Districts.groups().iter().copied()
}

/// The rows of a district as a table: a line for each part of the day and kind of day of which anything can be told.
fn district(desk: &Desk, rows: &[&Row<DistrictId>]) -> Markup {
    let name = name(desk, &rows[0].area);
    let times = rows.chunk_by(|one, other| (one.band, one.daytype) == (other.band, other.daytype));
    html! {
        h3 { (name) }
        div.wide tabindex="0" role="region" aria-label=(name) {
            table.rows data-area=(rows[0].area) {
                thead {
                    tr {
                        th scope="col" { (desk.text("reports-desk-when")) }
                        @for group in groups() { th scope="col" { (desk.text(&format!("safety-group-{group}"))) } }
                    }
                }
                tbody { @for of_time in times { (line(desk, of_time)) } }
            }
        }
    }
}

fn line(desk: &Desk, rows: &[&Row<DistrictId>]) -> Markup {
    let (band, day): (Band, DayType) = (rows[0].band, rows[0].daytype);
    let of = |group: Group| rows.iter().find(|own| own.group == group);
    html! {
        tr data-band=(band) data-daytype=(day) {
            th scope="row" {
                (desk.text(&format!("safety-band-{band}"))) ", " (desk.text(&format!("safety-daytype-{day}")))
            }
            @for group in groups() { (cell(desk, group, of(group).map(|own| own.reports))) }
        }
    }
}

fn cell(desk: &Desk, group: Group, shown: Option<Class>) -> Markup {
    html! {
        td.unknown[shown.is_none()] data-group=(group) { (safety::class_words(desk.language, shown)) }
    }
}

/// What was done to people, by district and half-year: for prevention alone.
fn what_was_done(
    desk: &Desk,
    half_year: HalfYear,
    found: std::collections::BTreeMap<DistrictId, Class>,
) -> Markup {
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_cached_key(|(id, _)| name_key(desk, id));
    let values = [
        ("half", half_year.half().into()),
        ("year", half_year.year.to_string().into()),
    ];
    html! {
        section aria-labelledby="done-title" {
            h2 #done-title { (desk.text("reports-desk-sensitive")) }
            p { (desk.language.text_with("reports-desk-half-year", values)) }
            @if !desk.snapshot.settings().safety.sensitive { p.notice { (desk.text("reports-desk-sensitive-off")) } }
            @if found.is_empty() {
                p.unknown { (desk.text("reports-desk-sensitive-none")) }
            } @else {
                table.rows {
                    thead {
                        tr {
                            th scope="col" { (desk.text("safety-district")) }
                            th scope="col" { (desk.text("safety-group-sensitive")) }
                        }
                    }
                    tbody {
                        @for (id, class) in &found {
                            tr data-area=(id) {
                                th scope="row" { (name(desk, id)) }
                                (cell(desk, Group::Sensitive, Some(*class)))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Why some lines are not there, and what cannot be had at all.
fn hidden(desk: &Desk) -> Markup {
    let values = [
        ("least", LEAST.into()),
        ("weeks", WEEKS.into()),
        ("step", STEP_WEEKS.into()),
    ];
    html! {
        section aria-labelledby="hidden-title" {
            h2 #hidden-title { (desk.text("reports-desk-hidden")) }
            ul.plain {
                li { (desk.language.text_with("reports-desk-hidden-least", values)) }
                @if desk.may(SENSITIVE) {
                    li { (desk.language.text_with("reports-desk-hidden-sensitive", [("least", LEAST_SENSITIVE.into())])) }
                } @else {
                    li { (desk.text("reports-desk-hidden-others")) }
                }
                li { (desk.text("reports-desk-hidden-export")) }
            }
        }
    }
}

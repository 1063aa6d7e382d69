//! The planner's pages: who reaches a place to meet, who does not, what would help. They show the values of the coverage
//! report and reckon with nothing of their own, so a page, the API and the terminal say the same.

mod asked;
mod barriers;
pub(super) mod canvas;
mod district;
mod dossier;
mod fairness;
mod form;
mod gaps;
mod history;
mod map;
mod numbers;
mod overview;
mod places;
mod provenance;
mod scenario;
mod table;
mod week;
mod wheels;
mod wording;

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;

use super::{Outside, page, problem, refused_page};
use crate::auth::Paths;
use crate::city::City;
use crate::domain::DistrictId;
use crate::domain::level_history::{KeptLevel, YearQuarter};
use crate::export::coverage::{
    CoverageReport, GapRow, HistoryReport, MissingReport, WeekReport, gap_rows,
};
use crate::gate::{Shut, in_turn};
use crate::query::Base;
use crate::snapshot::{CoverageQuestion, FoundGaps, Snapshot};
use crate::walk::Profile;
use asked::Asked;

pub(super) use barriers::PATH as BARRIERS;
pub(super) use scenario::{PATH as SCENARIO, change_words};

#[cfg(test)]
pub(super) use asked::names;
#[cfg(test)]
pub(super) use barriers::families as barriers_families;
#[cfg(test)]
pub(super) use scenario::SORTS;

/// The address of the first of them.
pub(super) const PATH: &str = "/planung";

/// The address of the whole city on sheets of paper.
const DOSSIER: &str = "/planung/dossier";

/// So many quarters are looked back.
const QUARTERS: usize = 40;

/// Those who need wheels.
const WHEELS: [Profile; 2] = [Profile::Wheelchair, Profile::Walker];

/// So many ways are named that somebody should look at.
const MOST_WAYS: usize = 10;

/// Adds the paths of the planner's pages.
pub(super) fn add_paths(paths: Paths) -> Paths {
    let paths = paths
        .get(PATH, overview)
        .get(DOSSIER, city_dossier)
        .get(scenario::PATH, scenario::serve);
    barriers::add_paths(paths)
        .get("/planung/{district}", district_page)
        .get("/planung/{district}/dossier", dossier_page)
}

/// `GET /planung`
async fn overview(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    of_city(&city, query, base, overview::page).await
}

/// `GET /planung/dossier`
async fn city_dossier(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    of_city(&city, query, base, dossier::of_city).await
}

async fn of_city(
    city: &City,
    query: Option<String>,
    base: Base,
    render: fn(&overview::View<'_>, &Base) -> maud::Markup,
) -> Response {
    let snapshot = city.snapshot();
    let asked = Asked::read(&query.unwrap_or_default(), &[], &snapshot, city.now());
    let asked = match asked {
        Ok(asked) => asked,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let kept = kept_levels(city).await;
    let today = snapshot.date_at(city.now());
    let own = Arc::clone(&snapshot);
    answered(&snapshot, StatusCode::OK, move || {
        let city = &*own;
        let (found, rows) = gaps_of(city, &asked);
        let view = overview::View {
            report: report(city, &asked),
            past: past(city, today, &kept),
            gaps: district::numbered(&rows, None),
            found: &found,
            asked: &asked,
            city,
        };
        render(&view, &base)
    })
    .await
}

/// `GET /planung/{district}`
async fn district_page(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    of_district(&city, &id, query, base, district::page).await
}

/// `GET /planung/{district}/dossier`
async fn dossier_page(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    of_district(&city, &id, query, base, dossier::page).await
}

async fn of_district(
    city: &City,
    id: &str,
    query: Option<String>,
    base: Base,
    render: fn(&district::View<'_>, &Base) -> maud::Markup,
) -> Response {
    let snapshot = city.snapshot();
    let asked = Asked::read(&query.unwrap_or_default(), &[], &snapshot, city.now());
    let asked = match asked {
        Ok(asked) => asked,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let id = id.parse::<DistrictId>().ok();
    let Some(id) = id.filter(|id| snapshot.district(id).is_some()) else {
        let content = problem::nothing_here(&snapshot, asked.language, "district");
        return page(StatusCode::NOT_FOUND, content);
    };
    let kept = kept_levels(city).await;
    let today = snapshot.date_at(city.now());
    let own = Arc::clone(&snapshot);
    answered(&snapshot, StatusCode::OK, move || {
        let past = past(&own, today, &kept);
        let facts = facts(&own, &asked, &id, past);
        let view = district::View::new(&asked, &own, &id, report(&own, &asked), facts);
        view.map_or_else(
            || problem::nothing_here(&own, asked.language, "district"),
            |view| render(&view, &base),
        )
    })
    .await
}

/// What was written down at the end of each quarter; where that cannot be read, the past is worked out from the records.
async fn kept_levels(city: &City) -> Vec<KeptLevel> {
    let kept = city.store().level_history().await;
    let kept = kept.inspect_err(|error| tracing::error!(%error, "kept levels are not read"));
    kept.unwrap_or_default()
}

/// The page that `work` makes, in its turn.
pub(super) async fn answered(
    snapshot: &Snapshot,
    status: StatusCode,
    work: impl FnOnce() -> maud::Markup + Send + 'static,
) -> Response {
    match in_turn(work).await {
        Ok(Some(content)) => page(status, content),
        Ok(None) => super::shut(snapshot, "", Shut::Busy),
        Err(error) => {
            tracing::error!(%error, "a page is not made");
            super::shut(snapshot, "", Shut::Busy)
        }
    }
}

/// The report that the API gives for the same question.
fn report(city: &Snapshot, asked: &Asked) -> CoverageReport {
    let coverage = city.coverage(asked.day);
    let link = asked.api("/api/coverage", city);
    CoverageReport::new(city, &coverage, &asked.question(city), &link)
}

/// The gaps that the API gives for the same question.
fn gaps_of(city: &Snapshot, asked: &Asked) -> (FoundGaps, Vec<GapRow>) {
    let question = asked.question(city);
    let found = city.coverage(asked.day).gaps(&question);
    let rows = gap_rows(city, &found, question.profile);
    (found, rows)
}

/// What a page of a district tells besides the report.
fn facts(city: &Snapshot, asked: &Asked, id: &DistrictId, past: HistoryReport) -> district::Facts {
    let (found, gaps) = gaps_of(city, asked);
    let coverage = city.coverage(asked.day);
    let question = asked.question(city);
    // Without a network of ways nothing is known of any of them.
    let who = WHEELS.iter().filter(|_| city.walks().network.is_some());
    let on_wheels = who.map(|profile| CoverageQuestion {
        profile: *profile,
        ..question.clone()
    });
    let on_wheels: Vec<_> = on_wheels.collect();
    let link = |path: &str, own: &CoverageQuestion| {
        asked.api(path, city).replacen(
            &format!("profile={}", question.profile),
            &format!("profile={}", own.profile),
            1,
        )
    };
    let wheels = on_wheels.iter().map(|own| {
        let link = link("/api/coverage", own);
        let report = CoverageReport::new(city, &coverage, own, &link);
        (own.profile, report)
    });
    let missing = on_wheels.iter().map(|own| {
        let link = link("/api/coverage/missing", own) + &format!("&district={id}");
        let report = MissingReport::new(city, &coverage, own, Some(id), MOST_WAYS, &link);
        (own.profile, report)
    });
    district::Facts {
        week: week(city, asked, id),
        past,
        found,
        gaps,
        wheels: wheels.collect(),
        missing: missing.collect(),
    }
}

/// The week of a district for the same question at any time.
fn week(city: &Snapshot, asked: &Asked, id: &DistrictId) -> WeekReport {
    let coverage = city.coverage(asked.day);
    let link = asked.api("/api/coverage/week", city) + &format!("&district={id}");
    WeekReport::new(city, &coverage, &asked.question(city), Some(id), &link)
}

/// The quarters that are over.
fn past(city: &Snapshot, today: NaiveDate, kept: &[KeptLevel]) -> HistoryReport {
    let last = YearQuarter::of(today).before();
    let points = city.coverage(today).history(last, QUARTERS, kept);
    let link = format!("/api/coverage/history?quarters={QUARTERS}");
    HistoryReport::new(city, &points, today, &link)
}

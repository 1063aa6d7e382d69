//! Whether all can use the places to meet, how far that has come, and whether 2040 is realistic. The pages show the values of
//! the report that the API gives and reckon with nothing of their own.

mod chart;
mod list;
mod parts;
mod sheet;
mod table;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::{answered, provenance};
use crate::auth::Paths;
use crate::city::City;
use crate::export::barrier_free::{ListReport, PROGRESS, ProgressReport};
use crate::pages::asked::Asked;
use crate::pages::frame::{Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::{Outside, question, refused_page};
use crate::query::Base;
use crate::snapshot::Snapshot;

/// The address of the first of them.
pub(in crate::pages) const PATH: &str = "/planung/barrierefrei";

/// The list of all places that are counted.
const LIST: &str = "/planung/barrierefrei/liste";

/// The sheets for the council.
const SHEET: &str = "/planung/barrierefrei/vorlage";

/// The list, as the API gives it.
const LIST_API: &str = "/api/barrier-free/list";

/// Adds their paths.
pub(super) fn add_paths(paths: Paths) -> Paths {
    paths
        .get(PATH, overview)
        .get(LIST, list_page)
        .get(SHEET, sheet_page)
}

/// What the pages are made of.
struct View<'a> {
    language: Language,
    city: &'a Snapshot,
    report: ProgressReport,
}

/// `GET /planung/barrierefrei`
async fn overview(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    of_progress(&city, query, base, page).await
}

/// `GET /planung/barrierefrei/vorlage`
async fn sheet_page(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    of_progress(&city, query, base, sheet::page).await
}

/// `GET /planung/barrierefrei/liste`
async fn list_page(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    let query = query.unwrap_or_default();
    let language = match Asked::read(&query, &["lang", list::FROM]) {
        Ok(asked) => asked.language,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let from = list::first_row(&query);
    let today = snapshot.date_at(city.now());
    let own = Arc::clone(&snapshot);
    answered(&snapshot, StatusCode::OK, move || {
        let report = ListReport::new(&own, &own.coverage(today), LIST_API);
        list::page(language, &own, (&report, from), &base)
    })
    .await
}

async fn of_progress(
    city: &City,
    query: Option<String>,
    base: Base,
    render: fn(&View<'_>, &Base) -> Markup,
) -> Response {
    let snapshot = city.snapshot();
    let language = match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => asked.language,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let courses = match city.audit_courses(&snapshot).await {
        Ok(courses) => courses,
        Err(error) => {
            tracing::error!(%error, "published audits are not read");
            return crate::pages::shut(&snapshot, "", crate::gate::Shut::Busy);
        }
    };
    let today = snapshot.date_at(city.now());
    let own = Arc::clone(&snapshot);
    answered(&snapshot, StatusCode::OK, move || {
        let coverage = own.coverage(today);
        let report = ProgressReport::new(&own, &coverage, &courses, PROGRESS);
        let view = View {
            language,
            city: &own,
            report,
        };
        render(&view, &base)
    })
    .await
}

fn page(view: &View<'_>, base: &Base) -> Markup {
    let language = view.language;
    let content = html! {
        h1 { (view.title()) }
        p.lead { (parts::lead(view)) }
        (parts::figures(view))
        (parts::warnings(view))
        nav.crumbs aria-label=(language.text("place-ways")) {
            a.button.secondary href=(question::kept(LIST, language, &[])) { (icon("ui-list")) (language.text("barriers-list-link")) }
            a.button.secondary href=(question::kept(SHEET, language, &[])) { (language.text("planning-dossier")) }
            a.button.secondary href=(question::kept(super::PATH, language, &[])) { (icon("ui-back")) (language.text("barriers-back")) }
        }
        (chart::section(view))
        (table::districts(view))
        (table::needs(view))
        (parts::obstacles(view))
        (parts::unknown(view))
        (parts::rules(view))
        (view.provenance())
    };
    view.framed(PATH, view.title(), "page", &content, base)
}

impl View<'_> {
    fn title(&self) -> String {
        let name = self.city.settings().name.as_str();
        self.language
            .text_with("barriers-way-title", [("city", name.into())])
    }

    /// Where the numbers come from, and what gives them again.
    fn provenance(&self) -> Markup {
        let list = format!("{LIST_API}.csv");
        let links = [
            ("barriers-link-csv", list.as_str()),
            ("planning-link-api", PROGRESS),
        ];
        provenance::render(self.language, &self.report.provenance, &links)
    }

    fn framed(
        &self,
        path: &'static str,
        title: String,
        class: &'static str,
        content: &Markup,
        base: &Base,
    ) -> Markup {
        framed(
            self.language,
            self.city,
            (path, title),
            class,
            content,
            base,
        )
    }
}

/// A page at a path under a title.
fn framed(
    language: Language,
    city: &Snapshot,
    (path, title): (&'static str, String),
    class: &'static str,
    content: &Markup,
    base: &Base,
) -> Markup {
    let is_sheet = class != "page";
    Page {
        language,
        snapshot: city,
        title: Some(title),
        class,
        skips: &[("content", "skip-content")],
        translated: &|other| question::kept(path, other, &[]),
        meta: Meta {
            address: Some((base.clone(), path.to_owned())),
            ..Meta::default()
        },
        content: html! {
            main #content.plan-page.barriers.dossier[is_sheet] tabindex="-1" { (content) }
        },
    }
    .render()
}

/// The messages that are made from members of types.
#[cfg(test)]
pub(in crate::pages) fn families() -> Vec<String> {
    use crate::barrier_free::progress::Warning;
    let warnings = Warning::ALL.iter().map(|own| format!("warning-{own}"));
    let depths = ["depth-quick", "depth-full"].map(str::to_owned);
    let truths = ["yes", "no", "unknown", "not_audited"].map(|own| format!("is-{own}"));
    let all = warnings.chain(depths).chain(truths);
    all.map(|own| format!("barriers-{own}")).collect()
}

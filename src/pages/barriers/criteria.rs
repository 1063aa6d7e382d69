//! What audits look at and what is good enough, for everybody to read: one version of the criteria, and which others there are.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::words;
use crate::barrier_free::catalogue::{Area, Catalogue, Criterion, Level, Mark, Source, Where};
use crate::city::City;
use crate::domain::Need;
use crate::pages::asked::Asked;
use crate::pages::frame::{self, Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::pages::{Outside, need, page, problem, refused_page, wording};
use crate::query::Base;
use crate::snapshot::Snapshot;

/// Where the version stands that holds today.
pub(in crate::pages) const PATH: &str = "/barrierefreiheit/kriterien";

/// The address of a version, or of the one that holds today.
pub(in crate::pages) fn address(version: Option<&str>, language: Language) -> String {
    kept(&path(version), language, &[])
}

fn path(version: Option<&str>) -> String {
    version.map_or_else(|| PATH.to_owned(), |version| format!("{PATH}/{version}"))
}

/// `GET /barrierefreiheit/kriterien`
pub(in crate::pages) async fn current(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    show(&city, None, query, &base)
}

/// `GET /barrierefreiheit/kriterien/{version}`
pub(in crate::pages) async fn version(
    State(city): State<Arc<City>>,
    Path(version): Path<String>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    show(&city, Some(&version), query, &base)
}

fn show(city: &City, version: Option<&str>, query: Option<String>, base: &Base) -> Response {
    let snapshot = city.snapshot();
    let language = match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => asked.language,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let all = snapshot.criteria();
    let today = snapshot.date_at(city.now());
    let shown = match version {
        Some(name) => all.version(name),
        None => Some(all.current(today)),
    };
    let Some(shown) = shown else {
        let content = problem::nothing_here(&snapshot, language, "criteria");
        return page(StatusCode::NOT_FOUND, content);
    };
    let view = View {
        snapshot: &snapshot,
        language,
        catalogue: shown,
        holds: all.current(today).version == shown.version,
    };
    page(StatusCode::OK, view.page(version, base))
}

struct View<'a> {
    snapshot: &'a Snapshot,
    language: Language,
    catalogue: &'a Catalogue,
    /// Whether new audits use it.
    holds: bool,
}

impl View<'_> {
    fn text(&self, key: &str) -> String {
        self.language.text(key)
    }

    fn page(&self, version: Option<&str>, base: &Base) -> Markup {
        let language = self.language;
        let title = self.text("criteria-title");
        let path = path(version);
        let content = html! {
            main #content.text-page.criteria tabindex="-1" {
                nav.crumbs aria-label=(self.text("place-ways")) {
                    a.button.secondary href=(frame::home(language)) { (icon("ui-back")) (self.text("place-back")) }
                }
                h1 { (title) }
                (self.about())
                (self.how_to_read())
                (self.unblocked())
                @for area in Area::ALL { (self.section(*area)) }
                (self.versions())
            }
        };
        Page {
            language,
            snapshot: self.snapshot,
            title: Some(title),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &|other| kept(&path, other, &[]),
            meta: Meta {
                address: Some((base.clone(), path.clone())),
                ..Meta::default()
            },
            content,
        }
        .render()
    }

    fn about(&self) -> Markup {
        let language = self.language;
        let own = self.catalogue;
        let all = own.criteria().len();
        let since = wording::date(language, own.since);
        html! {
            p {
                (language.text_with("criteria-version", [("version", own.version.as_str().into()), ("since", since.into())]))
                " "
                @if own.is_draft { (self.text("criteria-draft")) " " }
                @if !self.holds { (self.text("criteria-not-current")) }
            }
            p {
                (language.text_with("criteria-count", [("all", all.into()), ("core", words::core_count(own).into())]))
            }
            p.notice { (self.text("criteria-caution")) }
        }
    }

    /// What the words of the table mean.
    fn how_to_read(&self) -> Markup {
        html! {
            section {
                h2 { (self.text("criteria-words")) }
                dl.facts {
                    @for severity in ["blocking", "major", "minor"] {
                        dt { (self.text(&format!("severity-{severity}"))) }
                        dd { (self.text(&format!("severity-about-{severity}"))) }
                    }
                    @for mark in Mark::ALL {
                        dt { (self.text(&format!("mark-{mark}"))) }
                        dd { (self.text(&format!("mark-about-{mark}"))) }
                    }
                    dt { (self.text("criteria-core")) }
                    dd { (self.text("criteria-core-about")) }
                }
            }
        }
    }

    /// Why a need has no criterion that shuts people out.
    fn unblocked(&self) -> Markup {
        let language = self.language;
        let reasons = Need::ALL.iter().zip(&self.catalogue.unblocked);
        let reasons: Vec<_> = reasons
            .filter_map(|(need, why)| Some((*need, why.as_ref()?)))
            .collect();
        html! {
            @if !reasons.is_empty() {
                section {
                    h2 { (self.text("criteria-unblocked")) }
                    dl.facts {
                        @for (need, (de, en)) in reasons {
                            dt { (need::name(language, need)) }
                            dd { (language.either(de, en)) }
                        }
                    }
                }
            }
        }
    }

    fn section(&self, area: Area) -> Markup {
        let rows = self.catalogue.criteria().iter();
        let rows: Vec<_> = rows.filter(|own| own.area == area).collect();
        let title = self.text(&format!("area-{area}"));
        let columns = [
            "criteria-criterion",
            "criteria-measured",
            "criteria-standard",
            "criteria-minimum",
            "criteria-for-whom",
            "criteria-source",
        ];
        html! {
            @if !rows.is_empty() {
                section {
                    h2 { (title) }
                    div.wide tabindex="0" role="region" aria-label=(title) {
                        table.known {
                            thead { tr { @for column in columns { th scope="col" { (self.text(column)) } } } }
                            tbody { @for own in rows { (self.row(own)) } }
                        }
                    }
                }
            }
        }
    }

    fn row(&self, own: &Criterion) -> Markup {
        let language = self.language;
        let condition = own.applies.map(|at| &self.catalogue.conditions()[at].name);
        html! {
            tr id=(own.id) {
                th scope="row" {
                    strong { (wording::capitalised(words::said(language, &own.name))) } " (" (own.id) ")"
                    @if own.is_core { " " span.flag { (self.text("criteria-core")) } }
                    @if own.cls != Where::Both { span.why { (self.text(&format!("criteria-only-{}", own.cls))) } }
                    @if let Some(condition) = condition {
                        span.why { (self.text("criteria-only-if")) " " (words::said(language, condition)) }
                    }
                }
                td {
                    ul.plain { @for reading in &own.readings {
                        li {
                            @if let Some(name) = &reading.name { (words::said(language, name)) ": " }
                            (words::unit(language, &reading.sort))
                        }
                    } }
                    span.why { (language.either(&own.hint.0, &own.hint.1)) }
                }
                td { (self.threshold(own, &own.standard)) }
                td {
                    @if own.minimum.is_empty() { span.unknown { (self.text("criteria-no-minimum")) } }
                    @else { (self.threshold(own, &own.minimum)) }
                }
                td { (self.severities(own)) }
                td { (self.sources(own)) }
            }
        }
    }

    fn threshold(
        &self,
        own: &Criterion,
        threshold: &crate::barrier_free::catalogue::Threshold,
    ) -> Markup {
        let alternatives = words::threshold(self.language, own, threshold);
        html! {
            @for (at, tests) in alternatives.iter().enumerate() {
                @if at > 0 { p.or { (self.text("threshold-or")) } }
                ul.plain { @for test in tests { li { (test) } } }
            }
        }
    }

    fn severities(&self, own: &Criterion) -> Markup {
        let language = self.language;
        html! {
            ul.plain {
                @for need in Need::ALL {
                    @if let Some(severity) = own.severity_for(*need) {
                        li { (need::name(language, *need)) ": " (self.text(&format!("severity-{severity}"))) }
                    }
                }
            }
        }
    }

    /// Where each threshold comes from and how well that is known; where both come from one source, once.
    fn sources(&self, own: &Criterion) -> Markup {
        let said = |source: &Source| {
            // Sources are written in English, as everything that only files say.
            html! { span lang="en" { (source.text) } " (" (self.text(&format!("mark-{}", source.mark))) ")" }
        };
        html! {
            ul.plain {
                @for source in &own.sources {
                    li {
                        @match source.of {
                            Level::Standard => (self.text("criteria-standard")),
                            Level::Minimum => (self.text("criteria-minimum")),
                        }
                        ": " (said(source))
                    }
                }
            }
        }
    }

    fn versions(&self) -> Markup {
        let language = self.language;
        html! {
            section {
                h2 { (self.text("criteria-versions")) }
                p { (self.text("criteria-versions-about")) }
                ul.plain {
                    @for own in self.snapshot.criteria().iter() {
                        @let version = own.version.as_str();
                        li {
                            a href=(address(Some(version), language))
                                aria-current=[(own.version == self.catalogue.version).then_some("page")] { (version) }
                            " " (language.text_with("criteria-since", [("since", wording::date(language, own.since).into())]))
                            @if own.is_draft { " " span.flag { (self.text("criteria-is-draft")) } }
                        }
                    }
                }
            }
        }
    }
}

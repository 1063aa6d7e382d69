//! What would follow if places closed, opened or moved: one scenario, or two side by side. The address holds them whole, so
//! that a link gives the same again; nothing is kept.

mod entry;
mod form;
mod plan;
mod result;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::asked::Asked;
use super::{PATH as OVERVIEW, answered};
use crate::city::City;
use crate::pages::frame::{Meta, Page, icon};
use crate::pages::{Outside, frame, refused_page};
use crate::query::Base;
use crate::snapshot::Snapshot;
use entry::{Entry, Fault};
pub(in crate::pages) use form::words as change_words;
use plan::Plans;
use result::Outcome;

#[cfg(test)]
pub(in crate::pages) use entry::SORTS;

/// The address of the page.
pub(in crate::pages) const PATH: &str = "/planung/szenario";

/// The kind of a new place on the map, until another one is chosen.
const USUAL_KIND: &str = "neighbourhood_centre";

/// What the page takes besides the question: two scenarios, and one change to put into one of them.
const OWN: [&str; 8] = [
    "a",
    "b",
    "add",
    "what",
    "place",
    "new_kind",
    "where",
    "opening_hours",
];

/// `GET /planung/szenario`
pub(super) async fn serve(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    let asked = Asked::read(&query.unwrap_or_default(), &OWN, &snapshot, city.now());
    let read = asked.and_then(|asked| Ok((Plans::read(&asked)?, asked)));
    let (mut plans, asked) = match read {
        Ok(read) => read,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let entry = Entry::of(&asked);
    let fault = match entry.change(&snapshot) {
        None => None,
        Some(Ok(change)) => match plans.put(entry.target(), change) {
            Ok(()) => return Redirect::to(&plans.address(&asked)).into_response(),
            Err(_) => Some(Fault::TooMany),
        },
        Some(Err(fault)) => Some(fault),
    };
    let status = if fault.is_some() {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    let own = Arc::clone(&snapshot);
    answered(&snapshot, status, move || {
        View::new(&asked, &own, &plans, entry, fault).page(&base)
    })
    .await
}

/// The page and what is on it.
struct View<'a> {
    asked: &'a Asked,
    city: &'a Snapshot,
    plans: &'a Plans,
    entry: Entry,
    fault: Option<Fault>,
    /// What follows from each scenario that holds any change.
    outcomes: Vec<(&'static str, Result<Outcome, String>)>,
}

impl<'a> View<'a> {
    fn new(
        asked: &'a Asked,
        city: &'a Snapshot,
        plans: &'a Plans,
        entry: Entry,
        fault: Option<Fault>,
    ) -> Self {
        let filled = plans.filled();
        let outcomes = filled.map(|(name, changes)| (name, Outcome::of(asked, city, changes)));
        Self {
            asked,
            city,
            plans,
            entry,
            fault,
            outcomes: outcomes.collect(),
        }
    }

    fn page(&self, base: &Base) -> Markup {
        let language = self.asked.language;
        let title = language.text("planning-what-if");
        let content = html! {
            main #content.plan-page tabindex="-1" {
                nav.crumbs aria-label=(language.text("place-ways")) {
                    a.button.secondary href=(self.back()) { (icon("ui-back")) (language.text("planning-back")) }
                }
                h1 { (title) }
                p { (language.text("planning-what-if-about")) }
                (self.island())
                (form::render(self.asked, self.city, self.plans, &self.entry, self.fault.as_ref()))
                (self.results())
                (super::form::render(self.asked, &self.asked.question(self.city), PATH))
            }
        };
        Page {
            language,
            snapshot: self.city,
            title: Some(title),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &|other| self.asked.address_in(PATH, other),
            meta: Meta {
                address: Some((base.clone(), PATH.to_owned())),
                ..Meta::default()
            },
            content,
        }
        .render()
    }

    fn back(&self) -> String {
        self.plans.without(self.asked, OVERVIEW)
    }

    /// Where script puts a map with a pin to drag. The form does as well.
    fn island(&self) -> Markup {
        let (bounds, style) = (frame::bounds(self.city), frame::map_style(self.city));
        let candidates = if self.city.walks().network.is_some() {
            "nodes"
        } else {
            "municipal"
        };
        let query = self.asked.api("", self.city);
        html! {
            div #scenario-map data-candidates=(candidates) data-kind=(USUAL_KIND) data-bounds=[bounds] data-style=[style] data-query=(query.trim_start_matches('?'))
                data-changes=(self.plans.said("a")) {}
        }
    }

    fn results(&self) -> Markup {
        let language = self.asked.language;
        html! {
            @if self.outcomes.is_empty() {
                p.hint { (language.text("planning-no-changes")) }
            } @else {
                div.scenarios {
                    @for (name, outcome) in &self.outcomes {
                        section aria-labelledby=(format!("scenario-{name}")) {
                            h2 id=(format!("scenario-{name}")) {
                                (language.text_with("planning-scenario", [("name", name.to_uppercase().into())]))
                            }
                            @match outcome {
                                Ok(own) => (own.render(self.asked, self.city, name)),
                                Err(rule) => p.notice { (language.text("planning-impossible")) " " (rule) },
                            }
                        }
                    }
                }
            }
        }
    }
}

//! The form above the answer: it works without script, by asking for the same page with other filters.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::domain::event::{Demand, Effort};
use crate::domain::words::Name;
use crate::domain::{Topic, folding};
use crate::pages::events::PATH;
use crate::pages::events::question::Asked;
use crate::pages::frame::icon;
use crate::pages::messages::Language;
use crate::pages::place;
use crate::snapshot::Snapshot;

/// A value and what it is called.
type Choice = (String, String);

/// The form with what was asked for chosen.
pub(super) fn render(snapshot: &Snapshot, language: Language, asked: Option<&Asked>) -> Markup {
    let value = |name: &str| asked.map(|asked| asked.value(name)).unwrap_or_default();
    let field = |name: &str, choices: &[Choice]| select(language, name, choices, value(name));
    let own_language = (language != Language::default()).then(|| language.tag());
    let is_about_help = ["engagement", "effort", "demand"]
        .iter()
        .any(|name| !value(name).is_empty());
    html! {
        form.finder.events-form action=(PATH) method="get" role="search" aria-label=(language.text("events-form")) {
            div.pair {
                (field("topics", &topics(language)))
                (field("district", &districts(snapshot)))
            }
            div.pair {
                (field("place", &places(snapshot)))
                (field("language", &languages(snapshot, language)))
            }
            div.chips {
                (chip(language, "free", "events-free", value("free") == "true"))
                (chip(language, "engagement", "events-engagement", value("engagement") == "true"))
            }
            details open[is_about_help] {
                summary { (language.text("events-engagement-more")) (icon("ui-south")) }
                div.more {
                    p.hint { (language.text("events-engagement-hint")) }
                    div.pair {
                        (field("effort", &named(language, "effort", Effort::ALL)))
                        (field("demand", &named(language, "demand", Demand::ALL)))
                    }
                }
            }
            input type="hidden" name="lang" value=(own_language.unwrap_or_default());
            button.button type="submit" { (icon("ui-search")) (language.text("events-submit")) }
        }
    }
}

fn topics(language: Language) -> Vec<Choice> {
    sorted(named(language, "topic", Topic::ALL))
}

fn named<T: ToString>(language: Language, family: &str, members: &[T]) -> Vec<Choice> {
    let named = members.iter().map(|member| {
        let name = member.to_string();
        let text = language.text(&format!("{family}-{name}"));
        (name, text)
    });
    named.collect()
}

fn districts(snapshot: &Snapshot) -> Vec<Choice> {
    let all = snapshot.districts().iter();
    sorted(
        all.map(|own| (own.id.to_string(), own.name.to_string()))
            .collect(),
    )
}

/// Places where something is held.
fn places(snapshot: &Snapshot) -> Vec<Choice> {
    let held = snapshot.events().filter_map(|own| own.event.venue.place);
    let ids: BTreeSet<_> = held.collect();
    let places = ids.into_iter().filter_map(|id| snapshot.place(id));
    sorted(
        places
            .map(|own| (own.place.id.to_string(), own.place.name.to_string()))
            .collect(),
    )
}

/// Languages that something is held in.
fn languages(snapshot: &Snapshot, language: Language) -> Vec<Choice> {
    let spoken = snapshot.events().flat_map(|own| &own.event.facts.languages);
    let codes: BTreeSet<&Name> = spoken.collect();
    let named = codes.into_iter().map(|code| {
        let name = place::spoken(language, std::slice::from_ref(code));
        (code.to_string(), name)
    });
    sorted(named.collect())
}

fn sorted(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by_cached_key(|(_, name)| folding::fold(name));
    choices
}

fn select(language: Language, name: &str, choices: &[Choice], chosen: &str) -> Markup {
    let is_listed = chosen.is_empty() || choices.iter().any(|(value, _)| value == chosen);
    html! {
        div.field {
            label for=(name) { (language.text(&format!("events-by-{name}"))) }
            select id=(name) name=(name) {
                option value="" { (language.text(&format!("events-any-{name}"))) }
                @if !is_listed {
                    // Several at once, as an address may ask.
                    option value=(chosen) selected { (language.text("events-several")) }
                }
                @for (value, text) in choices {
                    option value=(value) selected[value == chosen] { (text) }
                }
            }
        }
    }
}

fn chip(language: Language, name: &str, message: &str, is_on: bool) -> Markup {
    html! {
        label.chip {
            input type="checkbox" name=(name) value="true" checked[is_on];
            span { (language.text(message)) }
        }
    }
}

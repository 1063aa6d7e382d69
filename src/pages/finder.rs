//! The first page: the finder, the list, the map.

use maud::{Markup, html};

use super::form::select;
use super::frame::{self, Meta, Page, icon};
use super::messages::Language;
use super::question::{Question, Refused};
use super::results;
use super::start;
use crate::domain::{Class, Need, Topic};
use crate::snapshot::Snapshot;

/// The page that answers a question.
pub(super) fn render(snapshot: &Snapshot, question: &Question) -> Markup {
    page(
        snapshot,
        question.language,
        Some(question),
        &results::render(snapshot, question),
    )
}

/// The page that says why a question cannot be answered.
pub(super) fn render_refused(snapshot: &Snapshot, refused: &Refused) -> Markup {
    page(
        snapshot,
        refused.language,
        None,
        &results::render_refused(refused),
    )
}

fn page(
    snapshot: &Snapshot,
    language: Language,
    question: Option<&Question>,
    list: &Markup,
) -> Markup {
    let translated = |other: Language| match question {
        Some(question) => question.address_in("/", other),
        None => frame::home(other),
    };
    let city = snapshot.settings().name.as_str();
    let content = html! {
        main.atlas {
            // Outside of what a small screen hides while a place is open.
            h1.visually-hidden { (language.text_with("site-title", [("city", city.into())])) }
            div.finding {
                div #view-switch {}
                (form(snapshot, language, question))
                div #list-keeper {}
                noscript { p.notice { (language.text("map-no-script")) } }
                (list)
            }
            (map(snapshot, language))
            div #panel {}
        }
    };
    let skips = [("results", "skip-list"), ("map", "skip-map")];
    Page {
        language,
        snapshot,
        title: None,
        class: "atlas-page",
        skips: &skips,
        translated: &translated,
        meta: Meta::default(),
        content,
    }
    .render()
}

/// Where the map comes to stand, with what it needs to begin.
fn map(snapshot: &Snapshot, language: Language) -> Markup {
    let (bounds, style) = (frame::bounds(snapshot), frame::map_style(snapshot));
    html! {
        section #map tabindex="-1" aria-label=(language.text("map-label")) data-bounds=[bounds] data-style=[style] {
            @if let Some(label) = frame::boundary_label(language, snapshot) {
                p.badge.boundary { (label) }
            }
        }
    }
}

/// A form that works without script: it asks for the same page with other filters.
fn form(snapshot: &Snapshot, language: Language, question: Option<&Question>) -> Markup {
    let value = |name: &str| {
        question
            .and_then(|question| question.value(name))
            .unwrap_or_default()
    };
    let asked: Vec<_> = value("open_at").split(',').map(str::trim).collect();
    let other_language = (language != Language::default()).then(|| language.tag());
    html! {
        form #finder.finder role="search" aria-label=(language.text("finder-label")) action="/" method="get" {
            div.words {
                label for="q" { (language.text("finder-text")) }
                input #q type="search" name="q" value=(value("q")) maxlength="200" autocomplete="off"
                    placeholder=(language.text("finder-text-hint"));
                button.button type="submit" { (icon("ui-search")) (language.text("finder-submit")) }
            }
            (start::field(snapshot, language, value("near")))
            div.chips {
                div #near-me {}
                @for pick in ["now", "evening", "sunday"] {
                    (chip(language, "open_at", pick, &format!("finder-{pick}"), asked.contains(&pick)))
                }
                (chip(language, "free", "true", "finder-free", value("free") == "true"))
                (chip(language, "no_consumption", "true", "finder-no-consumption", value("no_consumption") == "true"))
            }
            p.hint #when-hint { (language.text("finder-when-hint")) }
            div.folded {
                (needs(language, value("need"), value("usable") == "true"))
                (more(snapshot, language, &value))
            }
            // Whoever empties the field of the address means no other position either.
            input type="hidden" name="lon" value=(if value("near").is_empty() { value("lon") } else { "" });
            input type="hidden" name="lat" value=(if value("near").is_empty() { value("lat") } else { "" });
            input type="hidden" name="bbox" value=(value("bbox"));
            input type="hidden" name="lang" value=(other_language.unwrap_or_default());
        }
    }
}

fn choices<'a>(
    snapshot: &Snapshot,
    language: Language,
    value: &impl Fn(&str) -> &'a str,
) -> Markup {
    let districts = results::districts_by_name(snapshot);
    let kinds = results::kinds_by_name(language);
    html! {
        div.pair {
            (select(language, "district", "finder-district", "finder-district-any", &districts, value("district")))
            (select(language, "kind", "finder-kind", "finder-kind-any", &kinds, value("kind")))
        }
    }
}

/// What somebody needs, and whether only places are wanted that were checked and found usable.
fn needs(language: Language, chosen: &str, only_usable: bool) -> Markup {
    let ticked: Vec<_> = chosen.split(',').map(str::trim).collect();
    html! {
        details open[only_usable] {
            summary { (language.text("finder-needs")) (icon("ui-south")) }
            fieldset.more {
                legend.visually-hidden { (language.text("finder-needs")) }
                p.hint { (language.text("finder-needs-hint")) }
                div.chips {
                    @for need in Need::ALL {
                        (chip(language, "need", need.as_str(), &format!("need-{need}"), ticked.contains(&need.as_str())))
                    }
                }
                div.chips { (chip(language, "usable", "true", "finder-usable", only_usable)) }
                p.hint { (language.text("finder-usable-hint")) }
            }
        }
    }
}

fn more<'a>(snapshot: &Snapshot, language: Language, value: &impl Fn(&str) -> &'a str) -> Markup {
    let classes = [Class::Room, Class::Outdoor]
        .map(|class| (class.as_str(), language.text(&format!("cls-{class}"))));
    let toilets = [
        ("yes", language.text("finder-wc-yes")),
        ("wheelchair", language.text("finder-wc-wheelchair")),
    ];
    let ticked: Vec<_> = value("topics").split(',').map(str::trim).collect();
    let is_used = ["district", "kind", "cls", "wc", "topics"]
        .iter()
        .any(|name| !value(name).is_empty());
    html! {
        details open[is_used] {
            summary { (language.text("finder-more")) (icon("ui-south")) }
            div.more {
                (choices(snapshot, language, value))
                div.pair {
                    (select(language, "cls", "finder-cls", "finder-cls-any", &classes, value("cls")))
                    (select(language, "wc", "finder-wc", "finder-wc-any", &toilets, value("wc")))
                }
                fieldset {
                    legend { (language.text("finder-topics")) }
                    div.chips {
                        @for topic in Topic::ALL {
                            (chip(language, "topics", topic.as_str(), &format!("topic-{topic}"), ticked.contains(&topic.as_str())))
                        }
                    }
                }
            }
        }
    }
}

fn chip(language: Language, name: &str, value: &str, message: &str, is_on: bool) -> Markup {
    html! {
        label.chip {
            input type="checkbox" name=(name) value=(value) checked[is_on]
                aria-describedby=[["evening", "sunday"].contains(&value).then_some("when-hint")];
            span { (language.text(message)) }
        }
    }
}

//! "What is it about?": four doors. Only one of them leads to a report; nothing is stored behind the others.

use maud::{Markup, html};

use super::super::messages::Language;
use super::super::question::kept;
use crate::domain::safety_rules::{Link, SafetyRules};
use crate::snapshot::Snapshot;

/// The page with the four doors.
pub(super) fn render(snapshot: &Snapshot, language: Language) -> Markup {
    let safety = &snapshot.settings().safety;
    html! {
        h1 { (language.text("flow-concern")) }
        ul.doors {
            (door(language, "defect", &defects(language, safety)))
            (door(language, "feeling", &inside(language, super::REPORT, "feeling")))
            (door(language, "happened", &inside(language, super::HELP, "happened")))
            (door(language, "traffic", &elsewhere(language, safety.traffic.as_ref(), "traffic")))
        }
    }
}

/// One door: what it is for, and the way through it.
fn door(language: Language, what: &str, way: &Markup) -> Markup {
    html! {
        li {
            h2 { (language.text(&format!("flow-door-{what}"))) }
            p { (language.text(&format!("flow-door-{what}-about"))) }
            (way)
        }
    }
}

/// Where what is broken or dirty is told: here, to be passed on, or on another site.
fn defects(language: Language, safety: &SafetyRules) -> Markup {
    let passed_on = safety.open311.is_some();
    html! {
        @if passed_on { p { a.button.secondary href=(kept(super::defect::PATH, language, &[])) { (language.text("flow-defect-go")) } } }
        @if !passed_on || safety.defects.is_some() { (elsewhere(language, safety.defects.as_ref(), "defect")) }
    }
}

/// The way to another quiet page.
fn inside(language: Language, path: &str, what: &str) -> Markup {
    html! {
        p { a.button href=(kept(path, language, &[])) { (language.text(&format!("flow-door-{what}-go"))) } }
    }
}

/// The way to another site of the city; where the city names none, a sentence says where to turn.
fn elsewhere(language: Language, link: Option<&Link>, what: &str) -> Markup {
    html! {
        @match link {
            Some(link) => p {
                a.button.secondary href=(link.url) rel="noreferrer" { (link.name.as_str()) }
            },
            None => p { (language.text(&format!("flow-door-{what}-nowhere"))) },
        }
    }
}

/// The keys of the messages that are made from the names of doors.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let doors = [
        ("feeling", "go"),
        ("happened", "go"),
        ("defect", "nowhere"),
        ("traffic", "nowhere"),
    ];
    let keys = doors.into_iter().flat_map(|(what, way)| {
        [String::new(), "-about".to_owned(), format!("-{way}")]
            .map(|part| format!("flow-door-{what}{part}"))
    });
    keys.collect()
}

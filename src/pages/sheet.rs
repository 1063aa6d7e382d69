//! The pages that every public service owes: help, privacy, accessibility, imprint. Short, and true of what this
//! program does.

mod accessibility;
mod help;
mod imprint;
mod privacy;

use maud::{Markup, html};

use super::frame::{self, Meta, Page, icon};
use super::messages::Language;
use super::question::kept;
use crate::domain::contact::{Contact, Email};
use crate::query::Base;
use crate::snapshot::Snapshot;

/// One of these pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    /// How the list, the map and the keyboard work.
    Help,
    /// What is kept about visitors.
    Privacy,
    /// What was tested, and what was not.
    Accessibility,
    /// Who answers for the site.
    Imprint,
}

impl Sheet {
    /// Every sheet, in the order of the footer.
    pub(super) const ALL: [Self; 4] = [
        Self::Help,
        Self::Accessibility,
        Self::Privacy,
        Self::Imprint,
    ];

    /// Its path.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Help => "/hilfe",
            Self::Privacy => "/datenschutz",
            Self::Accessibility => "/barrierefreiheit",
            Self::Imprint => "/impressum",
        }
    }

    /// The message that names it.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Help => "help-title",
            Self::Privacy => "privacy-title",
            Self::Accessibility => "accessibility-title",
            Self::Imprint => "imprint-title",
        }
    }

    /// The whole page.
    pub(super) fn render(self, snapshot: &Snapshot, language: Language, base: &Base) -> Markup {
        let title = language.text(self.title());
        let content = html! {
            main #content.text-page tabindex="-1" {
                nav.crumbs aria-label=(language.text("place-ways")) {
                    a.button.secondary href=(frame::home(language)) { (icon("ui-back")) (language.text("place-back")) }
                }
                h1 { (title) }
                @match self {
                    Self::Help => (help::render(language)),
                    Self::Privacy => (privacy::render(snapshot, language)),
                    Self::Accessibility => (accessibility::render(snapshot, language)),
                    Self::Imprint => (imprint::render(snapshot, language)),
                }
            }
        };
        Page {
            language,
            snapshot,
            title: Some(title),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &|other| kept(self.path(), other, &[]),
            meta: Meta {
                address: Some((base.clone(), self.path().to_owned())),
                ..Meta::default()
            },
            content,
        }
        .render()
    }
}

/// Parts of a page: the message of the heading, and those of its paragraphs.
type Part = (&'static str, &'static [&'static str]);

fn parts(language: Language, parts: &[Part]) -> Markup {
    html! {
        @for (heading, paragraphs) in parts {
            section {
                h2 { (language.text(heading)) }
                @for paragraph in *paragraphs { p { (language.text(paragraph)) } }
            }
        }
    }
}

/// What the city says about who answers for the site, if anything.
pub(super) fn contact(snapshot: &Snapshot) -> Contact {
    snapshot.settings().contact.clone().unwrap_or_default()
}

/// A table of what is given; what is not is said to be missing.
pub(super) fn given(language: Language, rows: &[(&str, Option<Markup>)]) -> Markup {
    html! {
        dl.facts {
            @for (label, said) in rows {
                dt { (language.text(label)) }
                @match said {
                    Some(said) => dd { (said) },
                    None => dd.unknown { (language.text("not-given")) },
                }
            }
        }
    }
}

pub(super) fn words(said: Option<&impl std::ops::Deref<Target = str>>) -> Option<Markup> {
    let lines = said?.lines().map(str::to_owned).collect::<Vec<_>>();
    Some(html! {
        @for (number, line) in lines.iter().enumerate() {
            @if number > 0 { br; }
            (line)
        }
    })
}

fn mail(address: Option<&Email>) -> Option<Markup> {
    let address = address?.as_str();
    Some(html! { a href=(format!("mailto:{address}")) { (address) } })
}

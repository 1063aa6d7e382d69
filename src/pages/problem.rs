//! The page that says that something is not there.

use maud::{Markup, html};

use super::frame::{self, Meta, Page};
use super::messages::Language;
use crate::snapshot::Snapshot;

/// The page for a place that does not exist.
pub(super) fn no_such_place(snapshot: &Snapshot, language: Language) -> Markup {
    let content = html! {
        main #content.problem tabindex="-1" {
            (sentence(language, true))
            a.button href=(frame::home(language)) { (language.text("problem-home")) }
        }
    };
    Page {
        language,
        snapshot,
        title: Some(language.text("problem-place-title")),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &frame::home,
        meta: Meta::default(),
        content,
    }
    .render()
}

/// The same for the panel beside the list.
pub(super) fn no_such_place_panel(language: Language) -> Markup {
    html! { div.place { (sentence(language, false)) } }
}

fn sentence(language: Language, is_page: bool) -> Markup {
    let title = language.text("problem-place-title");
    html! {
        @if is_page { h1 { (title) } } @else { h2 #place-name tabindex="-1" { (title) } }
        p { (language.text("problem-place")) }
    }
}

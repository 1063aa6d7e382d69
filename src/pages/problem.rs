//! The pages that say that something is not there, or cannot be had now.

use axum::http::StatusCode;
use maud::{Markup, html};

use super::frame::{self, Meta, Page};
use super::messages::Language;
use crate::gate::Shut;
use crate::snapshot::Snapshot;

/// The status of a request that the gate is shut to, and what of the messages says why.
pub(super) const fn of(shut: Shut) -> (StatusCode, &'static str) {
    match shut {
        Shut::TooMany => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
        Shut::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
        Shut::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
        Shut::TooSlow => (StatusCode::REQUEST_TIMEOUT, "too-slow"),
    }
}

/// The page for something that does not exist or cannot be had: a `place`, a `district`.
pub(super) fn nothing_here(snapshot: &Snapshot, language: Language, what: &str) -> Markup {
    let content = html! {
        main #content.problem tabindex="-1" {
            (sentence(language, what, true))
            a.button href=(frame::home(language)) { (language.text("problem-home")) }
        }
    };
    Page {
        language,
        snapshot,
        title: Some(language.text(&format!("problem-{what}-title"))),
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
    html! { div.place { (sentence(language, "place", false)) } }
}

fn sentence(language: Language, what: &str, is_page: bool) -> Markup {
    let title = language.text(&format!("problem-{what}-title"));
    html! {
        @if is_page { h1 { (title) } } @else { h2 #place-name tabindex="-1" { (title) } }
        p { (language.text(&format!("problem-{what}"))) }
    }
}

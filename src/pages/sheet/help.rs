//! How the list, the map and the keyboard work.

use maud::{Markup, html};

use super::{Part, parts};
use crate::pages::messages::Language;

const BEFORE: [Part; 4] = [
    ("help-find", &["help-find-filters", "help-find-unknown"]),
    ("help-near", &["help-near-position", "help-near-time"]),
    ("help-hours", &["help-hours-unclear", "help-hours-holiday"]),
    ("help-needs", &["help-needs-checked"]),
];

const AFTER: [Part; 2] = [
    ("help-pages", &["help-pages-own"]),
    ("help-languages", &["help-languages-three"]),
];

/// What a key does, both as messages.
const KEYS: [(&str, &str); 6] = [
    ("help-key-tab", "help-key-tab-does"),
    ("help-key-enter", "help-key-enter-does"),
    ("help-key-escape", "help-key-escape-does"),
    ("help-key-arrows", "help-key-arrows-does"),
    ("help-key-zoom", "help-key-zoom-does"),
    ("help-key-cross", "help-key-cross-does"),
];

pub(super) fn render(language: Language) -> Markup {
    html! {
        (parts(language, &BEFORE))
        section {
            h2 { (language.text("help-map")) }
            p { (language.text("help-map-same")) }
            dl.facts {
                @for (key, does) in KEYS {
                    dt { (language.text(key)) }
                    dd { (language.text(does)) }
                }
            }
        }
        (parts(language, &AFTER))
    }
}

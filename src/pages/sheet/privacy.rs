//! What is kept about visitors, and where: nothing here, a little in their own browser.

use maud::{Markup, html};

use super::{Part, contact, given, parts, words};
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

const PARTS: [Part; 5] = [
    ("privacy-short", &["privacy-short-nothing"]),
    (
        "privacy-request",
        &[
            "privacy-request-here",
            "privacy-request-forgotten",
            "privacy-request-before",
        ],
    ),
    (
        "privacy-position",
        &["privacy-position-asked", "privacy-position-address"],
    ),
    ("privacy-browser", &["privacy-browser-keeps"]),
    ("privacy-rights", &["privacy-rights-what"]),
];

pub(super) fn render(snapshot: &Snapshot, language: Language) -> Markup {
    let contact = contact(snapshot);
    html! {
        (parts(language, &PARTS))
        (given(language, &[
            ("imprint-publisher", words(contact.publisher.as_ref())),
            ("privacy-officer", words(contact.data_protection.as_ref())),
            ("privacy-authority", words(contact.data_protection_authority.as_ref())),
        ]))
    }
}

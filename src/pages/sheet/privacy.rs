//! What is kept about visitors, and where: nothing here, a little in their own browser; and who else is asked, if a city wants it so.

use maud::{Markup, html};

use super::{Part, contact, given, parts, words};
use crate::domain::base_map::Source;
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

const BEFORE: [Part; 1] = [("privacy-short", &["privacy-short-nothing"])];

const AFTER: [Part; 5] = [
    (
        "privacy-position",
        &["privacy-position-asked", "privacy-position-address"],
    ),
    ("privacy-suggestion", &["privacy-suggestion-kept"]),
    (
        "privacy-report",
        &[
            "privacy-report-kept",
            "privacy-report-position",
            "privacy-report-traces",
        ],
    ),
    ("privacy-browser", &["privacy-browser-keeps"]),
    ("privacy-rights", &["privacy-rights-what"]),
];

pub(super) fn render(snapshot: &Snapshot, language: Language) -> Markup {
    let contact = contact(snapshot);
    html! {
        (parts(language, &BEFORE))
        section {
            h2 { (language.text("privacy-request")) }
            p { (who_is_asked(snapshot, language)) }
            p { (language.text("privacy-request-forgotten")) }
            p { (language.text("privacy-request-counted")) }
            p { (language.text("privacy-request-before")) }
        }
        (parts(language, &AFTER))
        (given(language, &[
            ("imprint-publisher", words(contact.publisher.as_ref())),
            ("privacy-officer", words(contact.data_protection.as_ref())),
            ("privacy-authority", words(contact.data_protection_authority.as_ref())),
        ]))
    }
}

/// Which servers a browser asks: this one alone, unless the city shows the map of another.
fn who_is_asked(snapshot: &Snapshot, language: Language) -> String {
    match snapshot.settings().base_map.as_ref().map(|own| &own.source) {
        Some(Source::Style { hosts, .. }) => {
            let hosts = hosts.join(", ");
            language.text_with("privacy-request-others", [("hosts", hosts.into())])
        }
        Some(Source::Archive { .. }) | None => language.text("privacy-request-here"),
    }
}

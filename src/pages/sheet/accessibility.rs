//! What was tested, what was not, which barriers are known, and where to report another.

use maud::{Markup, html};

use super::{Part, contact, given, mail, parts, words};
use crate::pages::barriers::criteria;
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

const PARTS: [Part; 4] = [
    ("accessibility-aim", &["accessibility-aim-standard"]),
    (
        "accessibility-tested",
        &["accessibility-tested-program", "accessibility-tested-keys"],
    ),
    (
        "accessibility-untested",
        &[
            "accessibility-untested-people",
            "accessibility-untested-plain",
        ],
    ),
    (
        "accessibility-known",
        &["accessibility-known-map", "accessibility-known-words"],
    ),
];

pub(super) fn render(snapshot: &Snapshot, language: Language) -> Markup {
    let contact = contact(snapshot);
    let report = mail(contact.accessibility.as_ref().or(contact.email.as_ref()));
    html! {
        p { a href=(criteria::address(None, language)) { (language.text("criteria-title")) } }
        (parts(language, &PARTS))
        section {
            h2 { (language.text("accessibility-report")) }
            (given(language, &[
                ("accessibility-report-to", report),
                ("accessibility-arbitration", words(contact.arbitration.as_ref())),
            ]))
        }
        p.hint { (language.text("accessibility-date")) }
    }
}

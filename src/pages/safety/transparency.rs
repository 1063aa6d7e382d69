//! How the pages on safety come about (specification, C.8 R20): every number here is the one that the program reckons with.

mod kept;
mod rules;

use maud::{Markup, html};

use super::{PATH, TRANSPARENCY, words};
use crate::domain::contact::Contact;
use crate::pages::frame::{Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::{question, sheet, wording};
use crate::query::Base;
use crate::snapshot::Snapshot;

/// The whole page; `a_day` is how many reports one network may send a day.
pub(super) fn render(
    city: &Snapshot,
    language: Language,
    a_day: Option<u32>,
    base: &Base,
) -> Markup {
    let title = language.text("safety-transparency");
    let content = html! {
        main #content.text-page.safety-page tabindex="-1" {
            nav.crumbs aria-label=(language.text("place-ways")) {
                a.button.secondary href=(question::kept(PATH, language, &[])) { (icon("ui-back")) (language.text("safety-title")) }
            }
            h1 { (title) }
            p.notice { strong { (language.text("safety-perception")) } }
            (kept::stored(city, language))
            (kept::never(language))
            (kept::how_long(language))
            (rules::limits(city, language, a_day))
            (rules::noise(city, language))
            (rules::who(language))
            (releases(city, language))
            (rights(city, language))
        }
    };
    Page {
        language,
        snapshot: city,
        title: Some(title),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| question::kept(TRANSPARENCY, other, &[]),
        meta: Meta {
            address: Some((base.clone(), TRANSPARENCY.to_owned())),
            ..Meta::default()
        },
        content,
    }
    .render()
}

/// Every release with its day, its share and its checksum.
fn releases(city: &Snapshot, language: Language) -> Markup {
    let columns = [
        "safety-release",
        "safety-release-day",
        "safety-release-visible",
        "safety-release-sum",
    ];
    html! {
        section {
            h2 #releases-title { (language.text("safety-releases")) }
            p { (language.text("safety-releases-about")) }
            @if city.releases().is_empty() {
                p.unknown { (language.text("safety-none-released")) }
            } @else {
                div.wide tabindex="0" role="region" aria-labelledby="releases-title" {
                    table.known {
                        thead { tr { @for own in columns { th scope="col" { (language.text(own)) } } } }
                        tbody { @for own in city.releases().iter().rev() { (release(own, language)) } }
                    }
                }
            }
        }
    }
}

fn release(own: &crate::snapshot::Released, language: Language) -> Markup {
    let product = language.text(&format!("safety-product-{}", own.text.product));
    let file = own.file.as_ref();
    let visible = file.and_then(|file| file.visible_percent);
    html! {
        tr data-release=(own.text.id()) {
            th scope="row" {
                a href=(format!("/api/safety/releases/{}", own.text.id())) {
                    (product) ", " (words::period(language, &own.text.period.to_string()))
                }
                @if file.is_some_and(|file| file.is_sample) { " (" (language.text("sample-data")) ")" }
            }
            td { @if let Some(file) = file { (wording::date(language, file.released_on)) } }
            td {
                @match visible {
                    // In steps of ten, and the last one is not everything.
                    Some(100..) => (language.text("safety-about-most")),
                    Some(percent) => (language.text_with("safety-about-percent", [("percent", percent.into())])),
                    None => (language.text("safety-too-few")),
                }
            }
            td { code.checksum { (own.text.checksum()) } }
        }
    }
}

/// Whom one may ask, and why nobody can find one's own report (Art. 11 GDPR; specification, C.10 A26).
fn rights(city: &Snapshot, language: Language) -> Markup {
    let contact = sheet::contact(city);
    html! {
        section aria-labelledby="rights-title" {
            h2 #rights-title { (language.text("safety-rights")) }
            p { (language.text("safety-rights-delete")) }
            p { (language.text("safety-rights-why")) }
            (officer(language, &contact))
        }
    }
}

fn officer(language: Language, contact: &Contact) -> Markup {
    sheet::given(
        language,
        &[
            (
                "privacy-officer",
                sheet::words(contact.data_protection.as_ref()),
            ),
            (
                "privacy-authority",
                sheet::words(contact.data_protection_authority.as_ref()),
            ),
        ],
    )
}

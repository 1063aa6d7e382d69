//! Who answers for the site, and what it is made of.

use maud::{Markup, html};

use super::{contact, given, mail, words};
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

pub(super) fn render(snapshot: &Snapshot, language: Language) -> Markup {
    let contact = contact(snapshot);
    let sources = snapshot.settings().sources.as_ref();
    let data = sources
        .and_then(|own| language.pick(own.attribution_de.as_ref(), own.attribution_en.as_ref()));
    let licence = sources.and_then(|own| own.licence.as_ref());
    html! {
        @if snapshot.settings().sample { p.notice { (language.text("imprint-sample")) } }
        (given(language, &[
            ("imprint-publisher", words(contact.publisher.as_ref())),
            ("imprint-represented", words(contact.represented_by.as_ref())),
            ("imprint-address", words(contact.address.as_ref())),
            ("imprint-phone", words(contact.phone.as_ref())),
            ("imprint-email", mail(contact.email.as_ref())),
        ]))
        section {
            h2 { (language.text("imprint-data")) }
            (given(language, &[
                ("imprint-data-source", words(data)),
                ("place-licence", words(licence)),
            ]))
            @if let Some(source) = snapshot.residents().and_then(|own| own.attribution.as_ref()) {
                p { (language.text_with("imprint-data-residents", [("source", source.as_str().into())])) }
            }
            @if snapshot.has_osm_data() { p { (language.text("imprint-data-osm")) } }
        }
        section {
            h2 { (language.text("imprint-program")) }
            p { (language.text("imprint-program-licence")) }
        }
    }
}

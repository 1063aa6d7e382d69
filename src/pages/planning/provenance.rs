//! Where the numbers of a page come from, under each of its tables.

use maud::{Markup, html};

use crate::export::coverage::Provenance;
use crate::pages::messages::Language;
use crate::pages::wording;

/// Links that give the same again: a message, an address.
pub(super) type Links<'a> = [(&'static str, &'a str)];

/// Revision, day, engine, outlines, residents, and the links that give the same again.
pub(super) fn render(language: Language, from: &Provenance, links: &Links<'_>) -> Markup {
    html! {
        p.provenance.hint {
            @if from.is_sample { strong { (language.text("sample-data")) } " " }
            (language.text_with("planning-revision", [
                ("revision", from.revision.to_string().into()),
                ("day", wording::date(language, from.date).into()),
            ]))
            " " (engine(language, from)) " " (boundaries(language, from)) " " (residents(language, from))
            @for (message, address) in links {
                " " a href=(address) { (language.text(message)) }
            }
        }
    }
}

fn engine(language: Language, from: &Provenance) -> String {
    let mut said = language.text(&format!("planning-engine-{}", from.engine));
    if from.engine != from.engine_elsewhere {
        said += " ";
        said += &language.text(&format!("planning-elsewhere-{}", from.engine_elsewhere));
    }
    said
}

fn boundaries(language: Language, from: &Provenance) -> String {
    let sources = from.boundaries.iter();
    let sources = sources.map(|own| language.text(&format!("boundary-{own}")));
    let sources = sources.collect::<Vec<_>>().join(", ");
    let version = from.boundary_version.to_string();
    language.text_with(
        "planning-boundaries",
        [("sources", sources.into()), ("version", version.into())],
    )
}

fn residents(language: Language, from: &Provenance) -> String {
    let Some(basis) = &from.residents else {
        return language.text("planning-residents-unknown");
    };
    let source = language.text(&format!("planning-source-{}", basis.source));
    let year = basis.year.map_or_else(
        || language.text("planning-year-unknown"),
        |own| own.to_string(),
    );
    let said = [("source", source.into()), ("year", year.into())];
    let mut said = language.text_with("planning-residents-from", said);
    if let Some(attribution) = &basis.attribution {
        said = format!("{said} {attribution}.");
    }
    said
}

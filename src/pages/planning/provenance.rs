//! Where the numbers of a page come from, under each of its tables.

use maud::{Markup, html};

use super::asked::Asked;
use super::numbers::whole_persons;
use crate::export::coverage::{CoverageReport, Provenance};
use crate::pages::messages::Language;
use crate::pages::wording;
use crate::query::Base;
use crate::walk::Engine;

/// Links that give the same again: a message, an address.
pub(super) type Links<'a> = [(&'static str, &'a str)];

/// The same of a report on the page at `path`, which the API gives too, and in other forms.
pub(super) fn of_report(asked: &Asked, report: &CoverageReport, path: &str) -> Markup {
    let from = &report.provenance;
    let api = from.link.as_ref();
    let as_file =
        |ending: &str| api.replacen("/api/coverage?", &format!("/api/coverage.{ending}?"), 1);
    let (csv, geojson) = (as_file("csv"), as_file("geojson"));
    let page = asked.lasting_address(path);
    let links = [
        ("planning-link-page", page.as_str()),
        ("planning-link-csv", csv.as_str()),
        ("planning-link-geojson", geojson.as_str()),
        ("planning-link-api", api),
    ];
    html! {
        (render(asked.language, from, &links))
        (left_out(asked.language, report))
        p.hint { (asked.language.text("planning-rounded")) }
    }
}

/// For whom a time is estimated, and who is in no share.
fn left_out(language: Language, report: &CoverageReport) -> Markup {
    let by_line = report.city.asked.by_line;
    let is_mixed = report.provenance.engine == Engine::Network && by_line.0 > 0;
    let said = |key, persons| language.text_with(key, [("persons", whole_persons(persons).into())]);
    html! {
        @if is_mixed { p.hint { (said("planning-by-line", by_line)) } }
        @if let Some(unplaced) = report.city.unplaced.filter(|own| own.0 > 0) {
            p.hint { (said("planning-unplaced", unplaced)) }
        }
    }
}

/// Where a sheet of paper is to be had again, for the page at `path`.
pub(super) fn on_paper(asked: &Asked, base: &Base, path: &str) -> Markup {
    let page = asked.lasting_address(path);
    html! {
        p.hint { (asked.language.text("planning-link-page")) ": " (base.as_str()) (page) }
    }
}

/// Revision, day, engine, outlines, residents, and the links that give the same again.
pub(super) fn render(language: Language, from: &Provenance, links: &Links<'_>) -> Markup {
    html! {
        p.provenance.hint {
            @if from.is_sample { strong { (language.text("sample-data")) } " " }
            (language.text_with("planning-revision", [
                ("revision", from.revision.to_string().into()),
                ("day", wording::date(language, from.date).into()),
            ]))
            " " (engine(language, from))
            @if !from.boundaries.is_empty() { " " (boundaries(language, from)) }
            " " (residents(language, from))
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

//! What the report says of a district, in words.

use maud::{Markup, html};

use super::numbers;
use crate::coverage::{Failing, Level, Missing};
use crate::domain::residents::ResidentSource;
use crate::export::coverage::{
    Amount, AskedFacts, NamedPlace, Provenance, Reason, ResidentFigures, Unit,
};
use crate::pages::messages::Language;
use crate::pages::results::kind_name;
use crate::pages::{place, wording};
use crate::snapshot::Snapshot;

/// What was asked, in a sentence: who walks how long, to how many places of which sort, open when.
pub(super) fn asked(language: Language, asked: &AskedFacts, hour: Option<u16>) -> String {
    let who = language.text(&format!("walker-{}", asked.profile));
    let said = [
        ("who", who.into()),
        ("minutes", asked.minutes.into()),
        ("count", asked.places.into()),
    ];
    let mut said = language.text_with("planning-asked", said);
    let sorts = sorts_asked(language, asked);
    if !sorts.is_empty() {
        said += " ";
        let sorts = sorts.join(", ");
        said += &language.text_with("planning-asked-only", [("sorts", sorts.into())]);
    }
    if let Some(hour) = hour {
        said += " ";
        said += &super::week::open_then(language, hour);
    }
    said
}

/// Which places alone were asked about.
fn sorts_asked(language: Language, asked: &AskedFacts) -> Vec<String> {
    let class = asked.cls.map(|own| language.text(&format!("cls-{own}")));
    let kinds = asked.kinds.iter().map(|own| kind_name(language, *own));
    let topics = asked.topics.iter();
    let topics = topics.map(|own| language.text(&format!("topic-{own}")));
    let flags = [
        (asked.free, "finder-free"),
        (asked.no_consumption, "finder-no-consumption"),
        (asked.counted, "planning-counted-only"),
    ];
    let flags = flags.into_iter().filter(|(is_set, _)| *is_set);
    let flags = flags.map(|(_, key)| language.text(key));
    let needs = [
        (&asked.usable_for, "chosen-usable"),
        (&asked.fully_usable_for, "chosen-fully-usable"),
    ];
    let needs = needs.into_iter().flat_map(|(needs, message)| {
        needs.iter().map(move |own| {
            let need = language.text(&format!("need-{own}"));
            language.text_with(message, [("need", need.into())])
        })
    });
    class
        .into_iter()
        .chain(kinds)
        .chain(topics)
        .chain(flags)
        .chain(needs)
        .collect()
}

/// A level: its sign with a pattern of its own, and its word.
pub(super) fn level(language: Language, level: Level) -> Markup {
    html! {
        span.level data-level=(level) {
            span.level-sign aria-hidden="true" { (level) }
            " "
            span { (level_words(language, level)) }
        }
    }
}

/// A level in words.
pub(super) fn level_words(language: Language, level: Level) -> String {
    language.text(&format!("planning-level-{level}"))
}

/// Everything a district was judged by, each with what was found.
pub(super) fn reasons(language: Language, reasons: &[Reason]) -> Markup {
    html! {
        ul.reasons {
            @for own in reasons {
                li data-holds=(own.holds) {
                    strong { (language.text(&format!("planning-holds-{}", own.holds))) ":" }
                    " " (reason(language, own))
                }
            }
        }
    }
}

/// What is needed, and what was found of it.
fn reason(language: Language, own: &Reason) -> Markup {
    let unit = match own.unit {
        Unit::Places => "planning-found",
        Unit::Persons => "planning-found-persons",
        Unit::SquareMetres => "planning-found-m2",
    };
    let needed = own
        .needed
        .map_or_else(|| language.text("planning-unknown"), amount);
    let found = [
        ("found", amount(own.found).into()),
        ("needed", needed.into()),
    ];
    html! {
        (language.text(&format!("planning-need-{}", own.need))) ". "
        (language.text_with(unit, found))
        @if own.undecided > 0 {
            " " (language.text_with("planning-undecided", [("count", own.undecided.into())]))
        }
    }
}

fn amount(own: Amount) -> String {
    match own {
        Amount::Whole(number) => wording::number(usize::try_from(number).unwrap_or(usize::MAX)),
        Amount::Persons(persons) => numbers::whole_persons(persons),
    }
}

/// How many live in a district, and how that is known.
pub(super) fn residents(language: Language, own: &ResidentFigures, from: &Provenance) -> Markup {
    let source = from.residents.as_ref().map(|basis| basis.source);
    html! {
        (numbers::told_persons(language, own.persons.filter(|persons| persons.0 > 0)))
        @if own.persons.is_some() {
            " " span.hint { (basis_words(language, own, source)) }
        } @else if let Some(official) = own.official {
            " " span.hint { (language.text_with("planning-official", [("count", wording::number(official as usize).into())])) }
        }
    }
}

fn basis_words(
    language: Language,
    own: &ResidentFigures,
    source: Option<ResidentSource>,
) -> String {
    let year = own.official_year.map(|year| year.to_string());
    let is_said = source == Some(ResidentSource::Estimated);
    let estimated =
        (own.official_is_estimated && !is_said).then(|| language.text("planning-estimated"));
    let source = source.map(|source| language.text(&format!("planning-source-{source}")));
    let parts: Vec<String> = [year, estimated, source].into_iter().flatten().collect();
    format!("({})", parts.join(", "))
}

/// A place of the report as a link to its page.
pub(super) fn named(language: Language, city: &Snapshot, own: &NamedPlace) -> Markup {
    let slug = city
        .place(own.id)
        .map(|located| place::slug(&located.place));
    html! {
        @match slug {
            Some(slug) => a href=(place::address(&slug, language, &[])) { (own.name) },
            None => (own.name),
        }
    }
}

/// Fields that must be found out, as a list in a sentence.
pub(super) fn missing(language: Language, fields: &[Missing]) -> String {
    let words = fields
        .iter()
        .map(|own| language.text(&format!("planning-missing-{own}")));
    words.collect::<Vec<_>>().join(", ")
}

/// Conditions that do not hold, as a list in a sentence.
pub(super) fn failing(language: Language, conditions: &[Failing]) -> String {
    let words = conditions.iter();
    let words = words.map(|own| language.text(&format!("planning-failing-{}", own.key())));
    words.collect::<Vec<_>>().join(", ")
}

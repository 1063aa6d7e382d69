//! Where the list is sorted from: the field for an address, and what an address was taken for.

use std::str::FromStr;

use maud::{Markup, html};

use super::messages::Language;
use super::question::Question;
use crate::domain::words::Words;
use crate::domain::{Invalid, Location};
use crate::gazetteer::{AskedNumber, Quality};
use crate::snapshot::{NamedSpot, Snapshot};

/// How many other spots are offered at most.
const MOST_OTHERS: usize = 4;

/// An address as somebody typed it, and the spots it may mean.
#[derive(Clone, Debug)]
pub(super) struct Start {
    asked: Words<400>,
    spot: Option<NamedSpot>,
    others: Vec<NamedSpot>,
}

impl FromStr for Start {
    type Err = Invalid;

    /// What somebody typed; nothing is looked up yet.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        Ok(Self {
            asked: text.parse()?,
            spot: None,
            others: Vec::new(),
        })
    }
}

impl Start {
    /// Looks up what was typed: the best spot is taken, others that fit as well are offered.
    pub(super) fn find(&mut self, snapshot: &Snapshot, near: Option<Location>) {
        let mut found = snapshot
            .find_spots(&self.asked, near, 1 + MOST_OTHERS)
            .into_iter();
        let Some(best) = found.next() else { return };
        let is_clear = best.quality == Quality::Exact && best.number == AskedNumber::Met;
        let fits = |other: &NamedSpot| {
            !is_clear || (other.quality == Quality::Exact && other.number == AskedNumber::Met)
        };
        self.others = found.filter(fits).collect();
        self.spot = Some(best);
    }

    /// Where the list is sorted from; none when nothing is called so.
    pub(super) fn location(&self) -> Option<Location> {
        self.spot.as_ref().map(|spot| spot.location)
    }

    /// What the list is sorted from, among the chosen filters.
    pub(super) fn chosen(&self, language: Language) -> String {
        match &self.spot {
            Some(spot) => language.text_with("start-chosen", [("address", spot.label().into())]),
            None => format!("„{}“", self.asked.as_str()),
        }
    }

    /// What has to be said about the spot that was taken: that it is not the very one that was typed.
    fn caution(&self, language: Language) -> Option<String> {
        let Some(spot) = &self.spot else {
            let said = self.asked.as_str().into();
            return Some(language.text_with("start-unknown", [("address", said)]));
        };
        let label = || spot.label().into();
        match (&spot.number, spot.quality) {
            (AskedNumber::Nearest(number), _) => Some(language.text_with(
                "start-nearest",
                [("number", (&**number).into()), ("address", label())],
            )),
            (AskedNumber::NoneKnown(_), _) => {
                Some(language.text_with("start-no-numbers", [("address", label())]))
            }
            (_, Quality::Similar) => {
                Some(language.text_with("start-similar", [("address", label())]))
            }
            (_, Quality::Partial) => {
                Some(language.text_with("start-partial", [("address", label())]))
            }
            (_, Quality::Exact | Quality::Begun) => None,
        }
    }
}

/// The field of the form. With script it suggests addresses while one types.
pub(super) fn field(snapshot: &Snapshot, language: Language, value: &str) -> Markup {
    let example = snapshot
        .example_spot()
        .map(|example| language.text_with("finder-near-hint", [("example", example.into())]));
    html! {
        div.address {
            label for="near" { (language.text("finder-near")) }
            input #near type="search" name="near" value=(value) maxlength="400" autocomplete="off" enterkeyhint="search"
                placeholder=[example];
            div #near-suggestions {}
        }
    }
}

/// What was made of an address: a word of caution where it is needed, and what else may be meant.
pub(super) fn render(question: &Question) -> Markup {
    let language = question.language;
    let Some(start) = &question.start else {
        return html! {};
    };
    html! {
        @if let Some(caution) = start.caution(language) {
            p.notice { (caution) }
        }
        @if !start.others.is_empty() {
            div.start {
                p #start-others { (language.text("start-others")) }
                ul role="list" aria-labelledby="start-others" {
                    @for spot in &start.others {
                        li { a data-find href=(question.address_from("/", spot)) { (spot.label()) } }
                    }
                }
            }
        }
    }
}

/// A position for the map: longitude and latitude.
pub(super) fn in_degrees(location: Location) -> String {
    format!("{:.5},{:.5}", location.lon(), location.lat())
}

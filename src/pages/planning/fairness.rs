//! How evenly the counted rooms are spread, in words.

use maud::{Markup, html};

use super::numbers;
use crate::export::coverage::{FairnessFigures, NamedShare};
use crate::pages::messages::Language;

/// What the figures of fairness say.
pub(super) fn render(language: Language, own: &FairnessFigures) -> Markup {
    html! {
        dl.facts {
            dt { (language.text("planning-fair-least")) } dd { (share(language, own.least.as_ref())) }
            dt { (language.text("planning-fair-most")) } dd { (share(language, own.most.as_ref())) }
            dt { (language.text("planning-fair-ratio")) } dd { (numbers::thousandths(language, own.min_max_ratio)) }
            dt { (language.text("planning-fair-times")) } dd { (numbers::thousandths(language, own.p90_to_p10)) }
            dt { (language.text("planning-fair-mean")) } dd { (numbers::minutes(language, own.mean_min)) }
            dt { (language.text("planning-fair-gini")) } dd { (numbers::thousandths(language, own.gini)) }
        }
        @if own.rooms_undecided > 0 {
            p.hint { (language.text_with("planning-fair-undecided", [("count", own.rooms_undecided.into())])) }
        }
        @if own.rooms_of_unknown_size > 0 {
            p.hint { (language.text_with("planning-fair-unknown", [("count", own.rooms_of_unknown_size.into())])) }
        }
    }
}

fn share(language: Language, own: Option<&NamedShare>) -> Markup {
    html! {
        @match own {
            Some(own) => { (own.name) ": " (numbers::thousandths(language, own.seat_hours_per_resident)) },
            None => (numbers::unknown(language)),
        }
    }
}

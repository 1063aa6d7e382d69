//! Numbers of the report as people read them. Each carries the very number of the report with it (`data value`), so that
//! nothing is lost where the eye gets whole persons.

use maud::{Markup, html};

use crate::export::coverage::{Minutes, Percent, Persons, Thousandths};
use crate::pages::messages::Language;
use crate::pages::wording;

/// Persons, as whole ones for the eye.
pub(super) fn persons(persons: Persons) -> Markup {
    html! { data value=(persons) { (whole_persons(persons)) } }
}

/// Whole persons, for a sentence.
pub(super) fn whole_persons(persons: Persons) -> String {
    let whole = persons.0.saturating_add(500) / 1000;
    wording::number(usize::try_from(whole).unwrap_or(usize::MAX))
}

/// Persons, or that nobody knows.
pub(super) fn told_persons(language: Language, told: Option<Persons>) -> Markup {
    html! {
        @match told {
            Some(own) => (persons(own)),
            None => (unknown(language)),
        }
    }
}

/// A share, or that nobody knows.
pub(super) fn percent(language: Language, percent: Option<Percent>) -> Markup {
    html! {
        @match percent {
            Some(own) => data value=(own) { (percent_text(language, own)) },
            None => (unknown(language)),
        }
    }
}

/// A share, for a sentence.
pub(super) fn percent_text(language: Language, percent: Percent) -> String {
    format!("{}\u{a0}%", decimal(language, &percent))
}

/// Minutes, or that nobody knows.
pub(super) fn minutes(language: Language, minutes: Option<Minutes>) -> Markup {
    html! {
        @match minutes {
            Some(own) => data value=(own) { (decimal(language, &own)) },
            None => (unknown(language)),
        }
    }
}

/// Any other number with decimals, or that nobody knows.
pub(super) fn thousandths(language: Language, number: Option<Thousandths>) -> Markup {
    html! {
        @match number {
            Some(own) => data value=(own) { (decimal(language, &own)) },
            None => (unknown(language)),
        }
    }
}

/// Persons, or that they are too few to be told.
pub(super) fn few(language: Language, told: Option<Persons>) -> Markup {
    html! {
        @match told {
            Some(own) => (persons(own)),
            None => (language.text("planning-few")),
        }
    }
}

/// That nobody knows.
pub(super) fn unknown(language: Language) -> Markup {
    html! { span.unknown { (language.text("planning-unknown")) } }
}

/// A number as the language writes its decimals.
pub(super) fn decimal(language: Language, number: &impl ToString) -> String {
    let text = number.to_string();
    language.either(text.replace('.', ","), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eye_gets_whole_persons_and_the_page_keeps_the_thousandths() {
        let shown = persons(Persons(8_412_500)).into_string();
        assert_eq!(shown, "<data value=\"8412.5\">8\u{202f}413</data>");
    }

    #[test]
    fn what_nobody_knows_is_no_number() {
        let shown = percent(Language::De, None).into_string();
        assert!(
            !shown.contains(|letter: char| letter.is_ascii_digit()),
            "{shown}"
        );
        let shown = percent(Language::De, Some(Percent(803))).into_string();
        assert_eq!(shown, "<data value=\"80.3\">80,3\u{a0}%</data>");
    }
}

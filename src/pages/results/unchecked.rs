//! How many of the places that are meant nobody has checked: without it an empty list would look like an answer.

use maud::{Markup, html};

use crate::domain::Need;
use crate::domain::audit::Rating;
use crate::pages::messages::Language;
use crate::pages::need::name;
use crate::pages::question::Question;
use crate::pages::wording;
use crate::snapshot::{Located, PlaceFilter, Snapshot, Within};

/// Need by need, how many of the places that pass every other filter are not checked.
pub(super) fn render(snapshot: &Snapshot, question: &Question) -> Markup {
    let language = question.language;
    let needs = asked_needs(question);
    if needs.is_empty() {
        return html! {};
    }
    // What the list leaves out because nobody has checked it counts too.
    let filter = PlaceFilter {
        usable_for: Vec::new(),
        fully_usable_for: Vec::new(),
        ..question.filter.clone()
    };
    let within = question.bbox.map_or(Within::Everywhere, Within::Box);
    let all = snapshot.find(&within, &filter, None, usize::MAX).places;
    html! {
        @if !all.is_empty() {
            ul.unchecked role="list" {
                @for need in &needs { li { (sentence(language, &all, *need)) } }
            }
        }
    }
}

fn sentence(language: Language, all: &[&Located], need: Need) -> String {
    let is_open = |own: &&&Located| {
        // What came with the sample city is made up: nobody has checked that place.
        let checked = own.audited().filter(|own| !own.audit().is_made_up());
        let found = checked.map(|own| own.rating(need));
        found.is_none_or(|rating| rating == Rating::Unknown)
    };
    let open = all.iter().filter(is_open).count();
    let need = name(language, need);
    if open == 0 {
        return language.text_with("results-all-checked", [("need", need.into())]);
    }
    language.text_with(
        "results-unchecked",
        [
            ("need", need.into()),
            ("open", wording::number(open).into()),
            ("all", wording::number(all.len()).into()),
        ],
    )
}

/// The needs that are told or filtered by, each once.
fn asked_needs(question: &Question) -> Vec<Need> {
    let filter = &question.filter;
    let all = [
        &question.needs,
        &filter.usable_for,
        &filter.fully_usable_for,
    ];
    let mut needs: Vec<Need> = all.into_iter().flatten().copied().collect();
    needs.sort_unstable();
    needs.dedup();
    needs
}

//! The changes of the scenarios, and the form that adds one.

use maud::{Markup, html};

use super::entry::{Entry, Fault, SORTS};
use super::plan::{NAMES, Plans};
use super::{Asked, PATH};
use crate::domain::PlaceId;
use crate::domain::scenario::PlannedChange;
use crate::pages::form::select;
use crate::pages::messages::Language;
use crate::pages::results::{kind_name, kinds_by_name};
use crate::snapshot::Snapshot;

/// Both scenarios with their changes, and the form for one more.
pub(super) fn render(
    asked: &Asked,
    city: &Snapshot,
    plans: &Plans,
    entry: &Entry,
    fault: Option<&Fault>,
) -> Markup {
    let language = asked.language;
    html! {
        section aria-labelledby="scenario-changes" {
            h2 #scenario-changes { (language.text("planning-changes")) }
            @for (name, changes) in plans.filled() {
                h3 { (language.text_with("planning-scenario", [("name", name.to_uppercase().into())])) }
                p { a href=(plans.address_to_keep(name, language)) { (language.text("planning-keep")) } }
                ol.changes {
                    @for (at, change) in changes.iter().enumerate() {
                        li {
                            (words(language, city, change)) " "
                            a href=(plans.address_without(asked, name, at)) {
                                (language.text("planning-change-remove"))
                                span.visually-hidden { ": " (words(language, city, change)) }
                            }
                        }
                    }
                }
            }
            (adding(asked, city, plans, entry, fault))
        }
    }
}

fn adding(
    asked: &Asked,
    city: &Snapshot,
    plans: &Plans,
    entry: &Entry,
    fault: Option<&Fault>,
) -> Markup {
    let language = asked.language;
    let sorts = SORTS.map(|own| (own, language.text(&format!("planning-sort-{own}"))));
    let places = places_by_name(city);
    let places: Vec<_> = places
        .iter()
        .map(|(id, name)| (id.as_str(), name))
        .collect();
    let kinds = kinds_by_name(language);
    html! {
        form #scenario-form.plan-form action=(PATH) method="get" {
            @for (name, value) in asked.question_pairs() { input type="hidden" name=(name) value=(value); }
            @for name in NAMES { input type="hidden" name=(name) value=(plans.said(name)); }
            @if let Some(fault) = fault {
                p.notice role="alert" { a href=(format!("#{}", fault.field())) { (language.text(fault.message())) } }
            }
            (select(language, "what", "planning-sort", "planning-choose", &sorts, &entry.what))
            (select(language, "place", "planning-place", "planning-choose", &places, &entry.place))
            (select(language, "new_kind", "planning-kind", "planning-choose", &kinds, &entry.kind))
            (text(language, "where", "planning-where", "planning-where-hint", &entry.site))
            (text(language, "opening_hours", "planning-hours", "planning-hours-hint", &entry.hours))
            fieldset.chips {
                legend { (language.text("planning-into")) }
                @for name in NAMES {
                    label.chip {
                        input type="radio" name="add" value=(name) checked[name == entry.target()];
                        span { (name.to_uppercase()) }
                    }
                }
            }
            button.button type="submit" { (language.text("planning-add")) }
        }
    }
}

fn text(language: Language, name: &str, label: &str, hint: &str, value: &str) -> Markup {
    let hint_id = format!("{name}-hint");
    html! {
        div.field {
            label for=(name) { (language.text(label)) }
            input id=(name) type="text" name=(name) value=(value) maxlength="400" autocomplete="off" aria-describedby=(hint_id);
            p.hint id=(hint_id) { (language.text(hint)) }
        }
    }
}

/// Every place with its id, by name.
fn places_by_name(city: &Snapshot) -> Vec<(String, String)> {
    let mut places: Vec<_> = city.places().collect();
    places.sort_by_key(|own| (own.folded_name().to_owned(), own.place.id));
    let named = places.into_iter();
    // Many playgrounds have the same name.
    let named = named.map(|own| {
        let district = city.district_of(own).map(|own| &own.name);
        let name = district.map_or_else(
            || own.place.name.to_string(),
            |district| format!("{} ({district})", own.place.name),
        );
        (own.place.id.to_string(), name)
    });
    named.collect()
}

/// A change in words.
pub(in crate::pages) fn words(
    language: Language,
    city: &Snapshot,
    change: &PlannedChange,
) -> String {
    let name = |id: PlaceId| {
        let known = city.place(id);
        known.map_or_else(|| id.to_string(), |own| own.place.name.to_string())
    };
    let of = |key: &str, id: PlaceId| language.text_with(key, [("name", name(id).into())]);
    match change {
        PlannedChange::Close(id) => of("planning-change-close", *id),
        PlannedChange::Reopen(id) => of("planning-change-reopen", *id),
        PlannedChange::BarrierFree(id) => of("planning-change-barrier-free", *id),
        PlannedChange::Move(own) => of("planning-change-move", own.id),
        PlannedChange::Hours(own) => language.text_with(
            "planning-change-hours",
            [
                ("name", name(own.id).into()),
                ("hours", own.opening_hours.as_str().into()),
            ],
        ),
        PlannedChange::Open(own) => {
            let kind = kind_name(language, own.kind);
            let spot = format!("{:.5}, {:.5}", own.location.lon(), own.location.lat());
            let said = [("kind", kind.into()), ("spot", spot.into())];
            language.text_with("planning-change-open", said)
        }
    }
}

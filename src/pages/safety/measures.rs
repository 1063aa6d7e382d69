//! What the city does where people feel unsafe: it stands on the same card as what was told (specification, C.8 R14).

use maud::{Markup, html};

use crate::domain::DistrictId;
use crate::domain::prevention::{FocusArea, FocusAreaId};
use crate::pages::messages::Language;
use crate::pages::prevention;
use crate::pages::question::kept;
use crate::snapshot::Snapshot;

/// What the city works on in a district, with its measures and how far they are; nothing where there is none.
pub(super) fn list(city: &Snapshot, district: Option<&DistrictId>, language: Language) -> Markup {
    let all = district
        .into_iter()
        .flat_map(|own| city.focus_areas_of(own));
    let mut all = all.peekable();
    html! {
        @if all.peek().is_some() {
            div.safety-measures {
                p { strong { (language.text("safety-measures")) } }
                ul.plain { @for (id, own) in all { li { (one(*id, own, language)) } } }
            }
        }
    }
}

/// The same for a square, which is a small part of its district: what it is called alone.
pub(super) fn titles(city: &Snapshot, district: Option<&DistrictId>, language: Language) -> Markup {
    let german = (language == Language::En).then_some("de");
    let all = district
        .into_iter()
        .flat_map(|own| city.focus_areas_of(own));
    let mut all = all.peekable();
    html! {
        @if all.peek().is_some() {
            div.safety-measures {
                p { (language.text("safety-measures-district")) ": "
                    @for (at, (id, own)) in all.enumerate() {
                        @if at > 0 { ", " }
                        a lang=[german] href=(address(*id, language)) { (own.title.as_str()) }
                    }
                }
            }
        }
    }
}

fn address(id: FocusAreaId, language: Language) -> String {
    format!("{}#{id}", kept(prevention::PATH, language, &[]))
}

/// What the city wrote is German, whatever the language of the page.
fn one(id: FocusAreaId, own: &FocusArea, language: Language) -> Markup {
    let german = (language == Language::En).then_some("de");
    let state = |state| language.text(&format!("prevention-state-{state}"));
    html! {
        a lang=[german] href=(address(id, language)) { (own.title.as_str()) }
        " (" (state(own.state)) ")"
        @if own.is_made_up { " " span.badge.stale { (language.text("prevention-made-up")) } }
        @for measure in &own.measures {
            br;
            span lang=[german] { (measure.what.as_str()) } " – " (state(measure.state))
        }
    }
}

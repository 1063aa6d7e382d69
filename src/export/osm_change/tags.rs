//! Which tags an audit suggests.

use std::collections::BTreeMap;

use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::rating::Reason;
use crate::barrier_free::{KeyFacts, Ratings, Sheet, Truth};
use crate::domain::Need;
use crate::domain::audit::{Rating, Verdict};

/// Key and value of each tag that follows from what was read off. `kerb` belongs to a node of a crossing, which no audit of a
/// place names, and is not among them.
#[must_use]
pub fn suggested_tags(
    sheet: &Sheet,
    verdicts: &Verdicts,
    ratings: &Ratings,
) -> BTreeMap<&'static str, String> {
    let mut tags = BTreeMap::new();
    if let Some(word) = wheelchair(ratings) {
        tags.insert("wheelchair", word.to_owned());
    }
    let facts = KeyFacts::of(sheet);
    match sheet.condition("ramp_exists") {
        Truth::Yes => {
            tags.insert("ramp", "yes".to_owned());
            let is_steep = verdict_of(sheet, verdicts, "C15");
            match is_steep {
                Some(Verdict::Met | Verdict::Limited) => {
                    tags.insert("ramp:wheelchair", "yes".to_owned());
                }
                Some(Verdict::NotMet) => {
                    tags.insert("ramp:wheelchair", "no".to_owned());
                }
                _ => {}
            }
        }
        // Where there is no step, nobody misses a ramp.
        Truth::No if facts.steps.is_some_and(|steps| steps > 0.0) => {
            tags.insert("ramp", "no".to_owned());
        }
        Truth::No | Truth::Unknown => {}
    }
    let door = facts
        .door_cm
        .filter(|_| !sheet.is_estimated("C18", "width_cm"));
    if let Some(cm) = door.filter(|cm| *cm > 0.0) {
        let metres = format!("{:.3}", cm / 100.0);
        let short = metres.trim_end_matches('0').trim_end_matches('.');
        tags.insert("door:width", short.to_owned());
    }
    if let Some(wc) = facts.wc {
        let word = if wc { "yes" } else { "no" };
        tags.insert("toilets:wheelchair", word.to_owned());
    }
    tags
}

fn verdict_of(sheet: &Sheet, verdicts: &Verdicts, criterion: &str) -> Option<Verdict> {
    verdicts.at(sheet.catalogue().position(criterion)?)
}

/// The rating in the words of OpenStreetMap. That only the core was looked at is no limit of the place: nothing is said then.
fn wheelchair(ratings: &Ratings) -> Option<&'static str> {
    let rated = ratings.rated(Need::Wheelchair);
    match (rated.rating, rated.reason) {
        (_, Reason::QuickCheckOnly | Reason::SelfDeclaredOnly) | (Rating::Unknown, _) => None,
        (Rating::Full, _) => Some("yes"),
        (Rating::Partial, _) => Some("limited"),
        (Rating::None, _) => Some("no"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barrier_free::Basis;
    use crate::barrier_free::sheet::Answer;
    use crate::barrier_free::tests::{all_met, amount, draft};
    use crate::domain::audit::{Depth, Source, Unit};

    fn tags(sheet: &Sheet, depth: Depth) -> BTreeMap<&'static str, String> {
        let verdicts = Verdicts::of(sheet, "library".parse().unwrap());
        let basis = Basis {
            source: Source::Audit,
            depth,
        };
        let ratings = Ratings::of(sheet.catalogue(), &verdicts, basis);
        suggested_tags(sheet, &verdicts, &ratings)
    }

    #[test]
    fn what_is_met_is_suggested_and_what_is_unknown_is_not() {
        let catalogue = draft();
        assert_eq!(
            tags(&Sheet::empty(&catalogue), Depth::Full),
            BTreeMap::new()
        );
        let own = tags(&all_met(&catalogue), Depth::Full);
        assert_eq!(own["wheelchair"], "yes");
        assert_eq!(own["toilets:wheelchair"], "yes");
        assert!(own["door:width"].starts_with("0.9"), "{own:?}");
    }

    #[test]
    fn a_quick_check_says_no_limited_or_nothing_but_never_yes() {
        let catalogue = draft();
        let mut sheet = all_met(&catalogue);
        assert_eq!(tags(&sheet, Depth::Quick).get("wheelchair"), None);
        let narrow = amount(60.0, Unit::Centimetres);
        sheet.set("C18", "width_cm", Some(&narrow)).unwrap();
        let own = tags(&sheet, Depth::Quick);
        assert_eq!((&*own["wheelchair"], &*own["door:width"]), ("no", "0.6"));
        sheet.set_estimated("C18", "width_cm", true).unwrap();
        assert_eq!(tags(&sheet, Depth::Quick).get("door:width"), None);
    }

    #[test]
    fn a_ramp_is_missed_only_where_there_are_steps() {
        let catalogue = draft();
        let mut sheet = Sheet::empty(&catalogue);
        sheet.set_condition("ramp_exists", Some(false)).unwrap();
        assert_eq!(tags(&sheet, Depth::Full), BTreeMap::new());
        let two = Answer::Amount(crate::domain::audit::Amount::new(2.0, Unit::Count).unwrap());
        sheet.set("C14", "steps", Some(&two)).unwrap();
        assert_eq!(tags(&sheet, Depth::Full)["ramp"], "no");
    }
}

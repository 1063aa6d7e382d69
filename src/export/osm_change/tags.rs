//! Which tags an audit suggests.

use std::collections::BTreeMap;

use crate::barrier_free::catalogue::{Area, Severity};
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::sheet::Answer;
use crate::barrier_free::{KeyFacts, Sheet, Truth};
use crate::domain::Need;
use crate::domain::audit::{Depth, Verdict};

/// Key and value of each tag that follows from what was read off; what hangs on an estimate does not. `kerb` belongs to a node
/// of a crossing, which no audit of a place names, and is not among them.
#[must_use]
pub fn suggested_tags(
    sheet: &Sheet,
    verdicts: &Verdicts,
    depth: Depth,
) -> BTreeMap<&'static str, String> {
    let own = Measured { sheet, verdicts };
    let mut tags = BTreeMap::new();
    let mut add = |key, value: Option<&str>| {
        if let Some(value) = value {
            tags.insert(key, value.to_owned());
        }
    };
    add("wheelchair", own.wheelchair(depth));
    add("ramp", own.ramp());
    add("ramp:wheelchair", own.ramp_for_wheelchairs());
    add("door:width", own.door_width().as_deref());
    add("toilets:wheelchair", own.toilet());
    tags
}

/// What was read off and is no estimate.
struct Measured<'a> {
    sheet: &'a Sheet,
    verdicts: &'a Verdicts,
}

impl Measured<'_> {
    /// The verdict about a criterion, by its position; unknown where it hangs on an estimate.
    fn verdict(&self, at: usize) -> Verdict {
        let criterion = &self.sheet.catalogue().criteria()[at];
        let is_estimate = |id: &str| self.sheet.is_estimated(criterion.id.as_str(), id);
        if criterion
            .readings
            .iter()
            .any(|own| is_estimate(own.id.as_str()))
        {
            return Verdict::Unknown;
        }
        self.verdicts.at(at).unwrap_or(Verdict::Unknown)
    }

    fn verdict_of(&self, criterion: &str) -> Option<Verdict> {
        Some(self.verdict(self.sheet.catalogue().position(criterion)?))
    }

    /// Whether one gets in and to the main room, in the words of OpenStreetMap: the toilet, places to park and the way there
    /// have tags of their own and play no part.
    fn wheelchair(&self, depth: Depth) -> Option<&'static str> {
        let criteria = self.sheet.catalogue().criteria().iter().enumerate();
        let inward = criteria
            .filter(|(_, own)| matches!(own.area, Area::Entrance | Area::Inside | Area::Lift));
        let (mut blocking, mut major) = (Vec::new(), Vec::new());
        for (at, criterion) in inward {
            match criterion.severity_for(Need::Wheelchair) {
                Some(Severity::Blocking) => blocking.push(self.verdict(at)),
                Some(Severity::Major) => major.push(self.verdict(at)),
                Some(Severity::Minor) | None => {}
            }
        }
        blocking.retain(|own| *own != Verdict::NotApplicable);
        let has = |verdict| blocking.contains(&verdict);
        if blocking.is_empty() || has(Verdict::NotMet) {
            return has(Verdict::NotMet).then_some("no");
        }
        // Who judged that it is met in another way did not measure it.
        if has(Verdict::Unknown) || has(Verdict::MetByEquivalent) {
            return None;
        }
        if has(Verdict::Limited) {
            return Some("limited");
        }
        let is_fine = |own: &Verdict| {
            matches!(
                own,
                Verdict::Met | Verdict::Limited | Verdict::NotApplicable
            )
        };
        // That only the core was looked at is no limit of the place.
        (depth == Depth::Full && major.iter().all(is_fine)).then_some("yes")
    }

    fn ramp(&self) -> Option<&'static str> {
        let steps = KeyFacts::of(self.sheet).steps;
        let steps = steps.filter(|_| !self.sheet.is_estimated("C14", "steps"));
        match self.sheet.condition("ramp_exists") {
            Truth::Yes => Some("yes"),
            // Where there is no step, nobody misses a ramp.
            Truth::No => steps.filter(|steps| *steps > 0.0).map(|_| "no"),
            Truth::Unknown => None,
        }
    }

    fn ramp_for_wheelchairs(&self) -> Option<&'static str> {
        if self.sheet.condition("ramp_exists") != Truth::Yes {
            return None;
        }
        match self.verdict_of("C15")? {
            Verdict::Met | Verdict::Limited => Some("yes"),
            Verdict::NotMet => Some("no"),
            Verdict::MetByEquivalent | Verdict::NotApplicable | Verdict::Unknown => None,
        }
    }

    /// In metres.
    fn door_width(&self) -> Option<String> {
        let cm = KeyFacts::of(self.sheet).door_cm?;
        if cm <= 0.0 || self.sheet.is_estimated("C18", "width_cm") {
            return None;
        }
        let metres = format!("{:.3}", cm / 100.0);
        let short = metres.trim_end_matches('0').trim_end_matches('.');
        Some(short.to_owned())
    }

    /// An audit counts somebody else's toilet nearby; the tag speaks of one at the place itself, and of one that is of use. Only
    /// where there is no way to it, it certainly is at the place. That there is none, here or nearby, is said as it is.
    fn toilet(&self) -> Option<&'static str> {
        let amount = self.sheet.answer("C39", "distance_m");
        let is_here = matches!(amount, Some(Answer::Amount(way)) if way.thousandths() == 0)
            && !self.sheet.is_estimated("C39", "distance_m");
        if !KeyFacts::of(self.sheet).wc? {
            return Some("no");
        }
        match self.verdict_of("C40")? {
            Verdict::Met | Verdict::Limited if is_here => Some("yes"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barrier_free::tests::{all_met, amount, draft};
    use crate::domain::audit::Unit;

    fn tags(sheet: &Sheet, depth: Depth) -> BTreeMap<&'static str, String> {
        let verdicts = Verdicts::of(sheet, "library".parse().unwrap());
        suggested_tags(sheet, &verdicts, depth)
    }

    fn set(sheet: &mut Sheet, criterion: &str, reading: &str, (value, unit): (f64, Unit)) {
        let answer = amount(value, unit);
        sheet.set(criterion, reading, Some(&answer)).unwrap();
    }

    /// What a sheet suggests of one key.
    fn said(sheet: &Sheet, key: &str) -> Option<String> {
        tags(sheet, Depth::Full).remove(key)
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
        assert_eq!(own["ramp:wheelchair"], "yes");
        assert!(own["door:width"].starts_with("0.9"), "{own:?}");
    }

    #[test]
    fn a_quick_check_says_no_limited_or_nothing_but_never_yes() {
        let catalogue = draft();
        let mut sheet = all_met(&catalogue);
        assert_eq!(tags(&sheet, Depth::Quick).get("wheelchair"), None);
        set(&mut sheet, "C18", "width_cm", (60.0, Unit::Centimetres));
        let own = tags(&sheet, Depth::Quick);
        assert_eq!((&*own["wheelchair"], &*own["door:width"]), ("no", "0.6"));
        set(&mut sheet, "C18", "width_cm", (85.0, Unit::Centimetres));
        assert_eq!(tags(&sheet, Depth::Quick)["wheelchair"], "limited");
    }

    #[test]
    fn somebody_elses_toilet_and_one_that_is_too_narrow_are_none_of_the_place() {
        let catalogue = draft();
        let mut sheet = all_met(&catalogue);
        let toilet = |sheet: &Sheet| said(sheet, "toilets:wheelchair");
        let at = |sheet: &mut Sheet, metres| {
            set(sheet, "C39", "distance_m", (metres, Unit::Metres));
        };
        at(&mut sheet, 0.0);
        assert_eq!(toilet(&sheet).as_deref(), Some("yes"));
        at(&mut sheet, 40.0);
        assert_eq!(toilet(&sheet), None);
        sheet.set("C39", "distance_m", None).unwrap();
        assert_eq!(toilet(&sheet), None);
        at(&mut sheet, 0.0);
        set(&mut sheet, "C40", "door_cm", (85.0, Unit::Centimetres));
        assert_eq!(toilet(&sheet).as_deref(), Some("yes"), "limited");
        set(&mut sheet, "C40", "door_cm", (60.0, Unit::Centimetres));
        assert_eq!(toilet(&sheet), None);
        let none = Answer::YesNo(false);
        sheet.set("C39", "wc", Some(&none)).unwrap();
        assert_eq!(toilet(&sheet).as_deref(), Some("no"));
    }

    #[test]
    fn toilets_and_places_to_park_do_not_make_a_place_hard_to_get_into() {
        let catalogue = draft();
        let mut sheet = all_met(&catalogue);
        for criterion in catalogue.criteria() {
            if !matches!(criterion.area, Area::Entrance | Area::Inside | Area::Lift) {
                for reading in &criterion.readings {
                    let id = reading.id.as_str();
                    sheet.set(criterion.id.as_str(), id, None).unwrap();
                }
            }
        }
        let none = Answer::YesNo(false);
        sheet.set("C39", "wc", Some(&none)).unwrap();
        assert_eq!(said(&sheet, "wheelchair").as_deref(), Some("yes"));
        // A threshold on the way to the main room is a limit, stairs shut out.
        set(
            &mut sheet,
            "C25",
            "max_threshold_cm",
            (5.0, Unit::Centimetres),
        );
        assert_eq!(said(&sheet, "wheelchair").as_deref(), Some("limited"));
        set(
            &mut sheet,
            "C25",
            "max_threshold_cm",
            (90.0, Unit::Centimetres),
        );
        assert_eq!(said(&sheet, "wheelchair").as_deref(), Some("no"));
    }

    #[test]
    fn nothing_that_hangs_on_an_estimate_is_suggested() {
        let catalogue = draft();
        for (criterion, reading, key) in [
            ("C14", "max_step_cm", "wheelchair"),
            ("C15", "ramp_pct", "wheelchair"),
            ("C15", "ramp_pct", "ramp:wheelchair"),
            ("C18", "width_cm", "wheelchair"),
            ("C18", "width_cm", "door:width"),
            ("C25", "max_threshold_cm", "wheelchair"),
            ("C24", "w_cm", "wheelchair"),
            ("C39", "distance_m", "toilets:wheelchair"),
            ("C40", "w_cm", "toilets:wheelchair"),
        ] {
            let mut sheet = all_met(&catalogue);
            set(&mut sheet, "C39", "distance_m", (0.0, Unit::Metres));
            assert!(said(&sheet, key).is_some(), "{key}");
            sheet.set_estimated(criterion, reading, true).unwrap();
            assert_eq!(said(&sheet, key), None, "{criterion}.{reading}: {key}");
        }
        let mut sheet = all_met(&catalogue);
        set(&mut sheet, "C18", "width_cm", (60.0, Unit::Centimetres));
        sheet.set_estimated("C18", "width_cm", true).unwrap();
        assert_eq!(said(&sheet, "wheelchair"), None);
    }

    #[test]
    fn a_ramp_is_missed_only_where_there_are_steps() {
        let catalogue = draft();
        let mut sheet = Sheet::empty(&catalogue);
        sheet.set_condition("ramp_exists", Some(false)).unwrap();
        assert_eq!(tags(&sheet, Depth::Full), BTreeMap::new());
        set(&mut sheet, "C14", "steps", (2.0, Unit::Count));
        assert_eq!(said(&sheet, "ramp").as_deref(), Some("no"));
        sheet.set_estimated("C14", "steps", true).unwrap();
        assert_eq!(said(&sheet, "ramp"), None);
    }
}

//! What measures change in the counts of places.

use crate::barrier_free::Truth;
use crate::barrier_free::priority::Improved;

/// What measures change in the counts of places on the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::export::barrier_free) struct More {
    /// Places that newly meet the minimum.
    pub(super) minimum: u32,
    /// Those of them of which nobody knew before whether they do.
    pub(super) minimum_known: u32,
    /// Places that failed it, and of which nobody knows any more.
    pub(super) minimum_open: u32,
    /// Places that newly meet the standard.
    pub(super) standard: u32,
    /// Places that failed it, and of which nobody knows any more.
    pub(super) standard_open: u32,
}

impl More {
    /// Counts what is done at one place.
    pub(in crate::export::barrier_free) fn add(&mut self, own: &Improved) {
        let both = [own.before, own.after];
        let opens = |truths| u32::from(truths == [Truth::No, Truth::Unknown]);
        let minimum = both.map(|own| own.meets_minimum());
        if own.newly_meets_minimum() {
            self.minimum += 1;
            self.minimum_known += u32::from(minimum[0] == Truth::Unknown);
        }
        self.minimum_open += opens(minimum);
        self.standard += u32::from(own.newly_meets_standard());
        self.standard_open += opens(both.map(|own| own.meets_standard()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barrier_free::catalogue::Severity;
    use crate::barrier_free::evaluate::Verdicts;
    use crate::barrier_free::tests::{AUDITED, all_met, amount, draft, kind};
    use crate::domain::Need;
    use crate::domain::audit::{CriterionId, Unit};
    use crate::export::barrier_free::CountsRow;

    #[test]
    fn who_newly_meets_the_minimum_is_not_unknown_any_more() {
        let catalogue = draft();
        let mut sheet = all_met(&catalogue);
        let narrow = amount(84.0, Unit::Centimetres);
        sheet.set("C18", "width_cm", Some(&narrow)).unwrap();
        let mut aims: Vec<CriterionId> = vec!["C18".parse().unwrap()];
        for own in catalogue.criteria() {
            let is_meant = own.severity_for(Need::Blind) == Some(Severity::Major)
                && own.severity_for(Need::Wheelchair).is_none();
            for reading in own.readings.iter().filter(|_| is_meant) {
                let (criterion, reading) = (own.id.as_str(), reading.id.as_str());
                sheet.set(criterion, reading, None).unwrap();
                aims.push(own.id.clone());
            }
        }
        let verdicts = Verdicts::of(&sheet, kind("library"));
        let improved = Improved::of(&catalogue, &verdicts, AUDITED, &aims);
        let minimum = [improved.before, improved.after].map(|own| own.meets_minimum());
        assert_eq!(minimum, [Truth::Unknown, Truth::Yes]);
        let mut more = More::default();
        more.add(&improved);
        let before = CountsRow {
            all: 1,
            audited: 1,
            minimum_unknown: 1,
            ..CountsRow::default()
        };
        let after = before.with_more(&more);
        assert_eq!((after.minimum, after.minimum_unknown), (1, 0));
        assert_eq!((after.standard, after.standard_unknown), (1, 0));
    }
}

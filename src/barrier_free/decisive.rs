//! Which criteria a rating hangs on: what is in the way of a better one, or what has still to be looked at.

use crate::barrier_free::catalogue::{Catalogue, Criterion, Severity};
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::rating::Reason;
use crate::domain::Need;
use crate::domain::audit::{Depth, Verdict};

/// The criteria that a rating for a need hangs on, in the order of a walk; none where all is well, or where no criterion
/// decided.
#[must_use]
pub fn decisive<'a>(
    catalogue: &'a Catalogue,
    verdicts: &Verdicts,
    (need, reason, depth): (Need, Reason, Depth),
) -> Vec<&'a Criterion> {
    let all = catalogue.criteria().iter().zip(verdicts.iter());
    let own: Vec<_> = all
        .filter_map(|(own, verdict)| Some((own, own.severity_for(need)?, verdict)))
        // A quick check is not about the rest.
        .filter(|(own, _, verdict)| {
            depth == Depth::Full || own.is_core || *verdict != Verdict::Unknown
        })
        .collect();
    let with = |severity: Severity, verdicts: &[Verdict]| {
        let own = own.iter();
        own.filter(|(_, is, verdict)| *is == severity && verdicts.contains(verdict))
            .map(|(own, _, _)| *own)
            .collect()
    };
    // Where nothing is essential, the comforts stand for it.
    let has_essentials = own.iter().any(|(_, severity, verdict)| {
        *severity != Severity::Minor && *verdict != Verdict::NotApplicable
    });
    let essential = if has_essentials {
        Severity::Major
    } else {
        Severity::Minor
    };
    match reason {
        Reason::BlockingFails => with(Severity::Blocking, &[Verdict::NotMet]),
        Reason::BlockingUnknown => with(Severity::Blocking, &[Verdict::Unknown]),
        Reason::TooLittleKnown => with(essential, &[Verdict::Unknown]),
        Reason::EssentialsFail => with(Severity::Major, &[Verdict::NotMet]),
        Reason::BlockingLimited => with(Severity::Blocking, &[Verdict::Limited]),
        Reason::EssentialNotMet => with(
            Severity::Major,
            &[Verdict::NotMet, Verdict::Limited, Verdict::Unknown],
        ),
        Reason::ComfortsMissing => with(Severity::Minor, &[Verdict::NotMet]),
        Reason::NothingApplies
        | Reason::NotAudited
        | Reason::QuickCheckOnly
        | Reason::SelfDeclaredOnly
        | Reason::AllWell => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barrier_free::Sheet;
    use crate::barrier_free::tests::{AUDITED, all_met, amount, draft, kind, ratings};
    use crate::domain::audit::Unit;

    fn decisive_of(sheet: &Sheet, need: Need) -> Vec<String> {
        let library = kind("library");
        let verdicts = Verdicts::of(sheet, library);
        let reason = ratings(sheet, library, AUDITED).rated(need).reason;
        let own = decisive(sheet.catalogue(), &verdicts, (need, reason, Depth::Full));
        own.into_iter().map(|own| own.id.to_string()).collect()
    }

    #[test]
    fn a_rating_names_what_is_in_the_way_and_a_good_one_names_nothing() {
        let catalogue = draft();
        let mut sheet = all_met(&catalogue);
        assert!(decisive_of(&sheet, Need::Wheelchair).is_empty());
        let narrow = amount(78.0, Unit::Centimetres);
        sheet.set("C18", "width_cm", Some(&narrow)).unwrap();
        assert_eq!(decisive_of(&sheet, Need::Wheelchair), ["C18"]);
        assert!(decisive_of(&sheet, Need::Deaf).is_empty());
        sheet.set("C18", "width_cm", None).unwrap();
        assert_eq!(decisive_of(&sheet, Need::Wheelchair), ["C18"]);
    }

    #[test]
    fn where_nobody_has_looked_everything_that_shuts_out_is_named() {
        let catalogue = draft();
        let named = decisive_of(&Sheet::empty(&catalogue), Need::Wheelchair);
        assert!(named.contains(&"C14".to_owned()) && named.contains(&"C18".to_owned()));
    }
}

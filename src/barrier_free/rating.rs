//! From verdicts to ratings, one for each need (specification, B.5). No need is ever inferred from another.

use crate::barrier_free::Truth;
use crate::barrier_free::catalogue::{Catalogue, Lanes, Severity};
use crate::barrier_free::evaluate::Verdicts;
use crate::domain::Need;
use crate::domain::audit::{Depth, Rating, Source, Verdict};
use crate::domain::choice::choice;

/// So many percent of the majors must be known before anything is said.
pub const KNOWN_PERCENT: u32 = 80;

/// So many percent of the known majors that fail shut people out.
pub const FAILING_PERCENT: u32 = 50;

/// More minors than this that fail are a limit.
pub const MINORS_MAY_FAIL: u32 = 2;

choice! {
    /// The rule that decided a rating, in the order in which they are asked.
    Reason: "reason" {
        /// No criterion that touches the need applies.
        NothingApplies = "nothing_applies",
        /// The tags of OpenStreetMap are shown as such and never rated.
        NotAudited = "not_audited",
        /// Something that shuts people out is there.
        BlockingFails = "blocking_fails",
        /// Whether something shuts people out is not known.
        BlockingUnknown = "blocking_unknown",
        /// Less than [`KNOWN_PERCENT`] of what is essential is known.
        TooLittleKnown = "too_little_known",
        /// At least [`FAILING_PERCENT`] of what is known of the essential fails.
        EssentialsFail = "essentials_fail",
        /// What could shut people out is met in part only.
        BlockingLimited = "blocking_limited",
        /// Something essential is not met, or not known.
        EssentialNotMet = "essential_not_met",
        /// More than [`MINORS_MAY_FAIL`] comforts are missing.
        ComfortsMissing = "comforts_missing",
        /// All is well, but only the core was looked at.
        QuickCheckOnly = "quick_check_only",
        /// All is well, but only those say so who run the place.
        SelfDeclaredOnly = "self_declared_only",
        /// All is well.
        AllWell = "all_well",
    }
}

/// What a rating stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Who says it.
    pub source: Source,
    /// How much was looked at.
    pub depth: Depth,
}

/// The rating for one need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The rating.
    pub rating: Rating,
    /// The rule that decided it.
    pub reason: Reason,
    /// Whether something that touches the need was not read off.
    pub is_incomplete: bool,
}

/// The ratings for all needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratings([Rated; Need::ALL.len()]);

/// How the criteria of one severity stand.
#[derive(Clone, Copy, Default)]
struct Tally {
    met: u32,
    limited: u32,
    failing: u32,
    unknown: u32,
}

impl Tally {
    const fn known(self) -> u32 {
        self.met + self.limited + self.failing
    }

    const fn all(self) -> u32 {
        self.known() + self.unknown
    }

    const fn is_too_little_known(self) -> bool {
        self.known() * 100 < self.all() * KNOWN_PERCENT
    }
}

/// The tallies of one need: blocking, major, minor.
type Tallies = [Tally; Severity::ALL.len()];

/// For each verdict, how many criteria have it, for all needs and severities.
#[derive(Default)]
struct Counted([Lanes; Verdict::ALL.len()]);

impl Counted {
    fn of(catalogue: &Catalogue, verdicts: &Verdicts, depth: Depth) -> Self {
        let mut own = Self::default();
        let all = catalogue.criteria().iter().zip(catalogue.touches());
        for ((criterion, touches), verdict) in all.zip(verdicts.iter()) {
            // A quick check is not about the rest; what of it was read off all the same counts.
            let is_left_out =
                depth == Depth::Quick && !criterion.is_core && verdict == Verdict::Unknown;
            if !is_left_out {
                own.0[verdict as usize].add(touches);
            }
        }
        own
    }

    /// The tallies of a need, by its position.
    fn tallies(&self, need: usize) -> Tallies {
        [Severity::Blocking, Severity::Major, Severity::Minor].map(|severity| {
            let count = |verdict: Verdict| self.0[verdict as usize].count(need, severity);
            Tally {
                met: count(Verdict::Met) + count(Verdict::MetByEquivalent),
                limited: count(Verdict::Limited),
                failing: count(Verdict::NotMet),
                unknown: count(Verdict::Unknown),
            }
        })
    }
}

impl Ratings {
    /// The ratings that follow from the verdicts about the criteria of a catalogue.
    #[must_use]
    pub fn of(catalogue: &Catalogue, verdicts: &Verdicts, basis: Basis) -> Self {
        let counted = Counted::of(catalogue, verdicts, basis.depth);
        let by_need = |need| rated(counted.tallies(need), basis);
        Self(std::array::from_fn(by_need))
    }

    /// The rating for a need.
    #[must_use]
    pub const fn rated(&self, need: Need) -> Rated {
        self.0[need as usize]
    }

    /// Need by need.
    pub fn iter(&self) -> impl Iterator<Item = (Need, Rated)> {
        Need::ALL.iter().copied().zip(self.0)
    }

    /// Whether something that touches any need was not read off.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.0.iter().any(|own| own.is_incomplete)
    }

    /// S1: people of no need are shut out. Where that is not known of one, it is not known of the place.
    #[must_use]
    pub fn meets_minimum(&self) -> Truth {
        Truth::all(self.applicable().map(|rating| match rating {
            Rating::Full | Rating::Partial => Truth::Yes,
            Rating::None => Truth::No,
            Rating::Unknown => Truth::Unknown,
        }))
    }

    /// S2: fully usable for people of every need that anything applies to.
    #[must_use]
    pub fn meets_standard(&self) -> Truth {
        Truth::all(self.applicable().map(|rating| match rating {
            Rating::Full => Truth::Yes,
            Rating::Partial | Rating::None => Truth::No,
            Rating::Unknown => Truth::Unknown,
        }))
    }

    /// The ratings of needs that anything applies to; where there is none, nothing is known.
    fn applicable(&self) -> impl Iterator<Item = Rating> {
        let applies = |own: &Rated| own.reason != Reason::NothingApplies;
        let is_empty = !self.0.iter().any(applies);
        let nothing = is_empty.then_some(Rating::Unknown);
        self.0
            .into_iter()
            .filter(applies)
            .map(|own| own.rating)
            .chain(nothing)
    }
}

fn rated(tallies: Tallies, basis: Basis) -> Rated {
    let (rating, reason) = decide(tallies, basis);
    Rated {
        rating,
        reason,
        is_incomplete: tallies.iter().any(|tally| tally.unknown > 0),
    }
}

fn decide([blocking, major, minor]: Tallies, basis: Basis) -> (Rating, Reason) {
    // Where nothing is essential, the comforts alone must not make a place look fine that nobody has looked at.
    let essential = if blocking.all() + major.all() == 0 {
        minor
    } else {
        major
    };
    if basis.source == Source::Osm {
        (Rating::Unknown, Reason::NotAudited)
    } else if blocking.all() + major.all() + minor.all() == 0 {
        (Rating::Unknown, Reason::NothingApplies)
    } else if blocking.failing > 0 {
        (Rating::None, Reason::BlockingFails)
    } else if blocking.unknown > 0 {
        (Rating::Unknown, Reason::BlockingUnknown)
    } else if essential.is_too_little_known() {
        (Rating::Unknown, Reason::TooLittleKnown)
    } else if major.failing > 0 && major.failing * 100 >= major.known() * FAILING_PERCENT {
        (Rating::None, Reason::EssentialsFail)
    } else if blocking.limited > 0 {
        (Rating::Partial, Reason::BlockingLimited)
    } else if major.met < major.all() {
        (Rating::Partial, Reason::EssentialNotMet)
    } else if minor.failing > MINORS_MAY_FAIL {
        (Rating::Partial, Reason::ComfortsMissing)
    } else if basis.depth == Depth::Quick {
        (Rating::Partial, Reason::QuickCheckOnly)
    } else if basis.source == Source::SelfDeclared {
        (Rating::Partial, Reason::SelfDeclaredOnly)
    } else {
        (Rating::Full, Reason::AllWell)
    }
}

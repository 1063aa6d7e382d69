//! From verdicts to ratings, one for each need (specification, B.5). No need is ever inferred from another.

use crate::barrier_free::Truth;
use crate::barrier_free::catalogue::{Catalogue, CriteriaSet, Severity};
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

/// How the criteria of one severity stand for a need.
#[derive(Clone, Copy)]
struct Standing {
    met: CriteriaSet,
    limited: CriteriaSet,
    failing: CriteriaSet,
    unknown: CriteriaSet,
}

impl Standing {
    /// How all criteria stand that count.
    fn of(catalogue: &Catalogue, verdicts: &Verdicts, depth: Depth) -> Self {
        let unknown = verdicts.with(Verdict::Unknown);
        Self {
            met: verdicts.with(Verdict::Met) | verdicts.with(Verdict::MetByEquivalent),
            limited: verdicts.with(Verdict::Limited),
            failing: verdicts.with(Verdict::NotMet),
            // A quick check is not about the rest; what of it was read off all the same counts.
            unknown: match depth {
                Depth::Quick => unknown & catalogue.core(),
                Depth::Full => unknown,
            },
        }
    }

    /// How some of them stand.
    fn among(self, some: CriteriaSet) -> Self {
        Self {
            met: self.met & some,
            limited: self.limited & some,
            failing: self.failing & some,
            unknown: self.unknown & some,
        }
    }

    fn known(self) -> CriteriaSet {
        self.met | self.limited | self.failing
    }

    fn all(self) -> CriteriaSet {
        self.known() | self.unknown
    }

    fn is_too_little_known(self) -> bool {
        self.known().len() * 100 < self.all().len() * KNOWN_PERCENT
    }
}

impl Ratings {
    /// The ratings that follow from the verdicts about the criteria of a catalogue.
    #[must_use]
    pub fn of(catalogue: &Catalogue, verdicts: &Verdicts, basis: Basis) -> Self {
        let all = Standing::of(catalogue, verdicts, basis.depth);
        let by_need = |need| rated(catalogue.touching(need).map(|own| all.among(own)), basis);
        Self(std::array::from_fn(|at| by_need(Need::ALL[at])))
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

/// The rating that follows from how the criteria stand: blocking, major, minor.
fn rated(standing: [Standing; Severity::ALL.len()], basis: Basis) -> Rated {
    let (rating, reason) = decide(standing, basis);
    Rated {
        rating,
        reason,
        is_incomplete: standing.iter().any(|own| !own.unknown.is_empty()),
    }
}

fn decide(
    [blocking, major, minor]: [Standing; Severity::ALL.len()],
    basis: Basis,
) -> (Rating, Reason) {
    // Where nothing is essential, the comforts alone must not make a place look fine that nobody has looked at.
    let essential = if (blocking.all() | major.all()).is_empty() {
        minor
    } else {
        major
    };
    if basis.source == Source::Osm {
        (Rating::Unknown, Reason::NotAudited)
    } else if (blocking.all() | major.all() | minor.all()).is_empty() {
        (Rating::Unknown, Reason::NothingApplies)
    } else if !blocking.failing.is_empty() {
        (Rating::None, Reason::BlockingFails)
    } else if !blocking.unknown.is_empty() {
        (Rating::Unknown, Reason::BlockingUnknown)
    } else if essential.is_too_little_known() {
        (Rating::Unknown, Reason::TooLittleKnown)
    } else if !major.failing.is_empty()
        && major.failing.len() * 100 >= major.known().len() * FAILING_PERCENT
    {
        (Rating::None, Reason::EssentialsFail)
    } else if !blocking.limited.is_empty() {
        (Rating::Partial, Reason::BlockingLimited)
    } else if major.met != major.all() {
        (Rating::Partial, Reason::EssentialNotMet)
    } else if minor.failing.len() > MINORS_MAY_FAIL {
        (Rating::Partial, Reason::ComfortsMissing)
    } else if basis.depth == Depth::Quick {
        (Rating::Partial, Reason::QuickCheckOnly)
    } else if basis.source == Source::SelfDeclared {
        (Rating::Partial, Reason::SelfDeclaredOnly)
    } else {
        (Rating::Full, Reason::AllWell)
    }
}

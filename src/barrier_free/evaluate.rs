//! From what was read off to a verdict about each criterion (specification, B.3).

use crate::barrier_free::catalogue::{
    Catalogue, Condition, CriteriaSet, Criterion, Held, KnownBy, Level,
};
use crate::barrier_free::{Sheet, Truth};
use crate::domain::audit::Verdict;
use crate::domain::{Class, KindId};

/// One verdict for each criterion of a catalogue, in its order, at a place of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdicts {
    /// For each verdict, the criteria that have it.
    with: [CriteriaSet; Verdict::ALL.len()],
    /// How many criteria there are.
    criteria: usize,
    cls: Class,
}

impl Verdicts {
    /// What a sheet says of a place of a kind.
    #[must_use]
    pub fn of(sheet: &Sheet, kind: KindId) -> Self {
        let catalogue = sheet.catalogue();
        let cls = kind.kind().cls;
        let conditions = Conditions::of(sheet, kind);
        let met = |level| catalogue.probes().met(level, sheet.cells());
        Self {
            with: judged(
                catalogue.probes().applying(cls, &conditions.0),
                [Level::Standard, Level::Minimum].map(met),
                sheet.equivalents(),
            ),
            criteria: catalogue.criteria().len(),
            cls,
        }
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = Verdict> {
        (0..self.criteria).map_while(|at| self.at(at))
    }

    /// That of a criterion, by its position in the catalogue.
    #[must_use]
    pub fn at(&self, criterion: usize) -> Option<Verdict> {
        let mut all = Verdict::ALL.iter().copied();
        all.find(|verdict| self.with(*verdict).contains(criterion))
    }

    /// The criteria with a verdict.
    #[must_use]
    pub const fn with(&self, verdict: Verdict) -> CriteriaSet {
        self.with[verdict as usize]
    }

    /// The same with some criteria met, where they apply: what would be so if a measure were carried out. What there is only
    /// then to ask about (the size of a toilet that is not there yet) is unknown, unless it is to be met too.
    #[must_use]
    pub fn with_met(&self, catalogue: &Catalogue, criteria: &[&str]) -> Self {
        let is_meant = |own: &Criterion| criteria.contains(&own.id.as_str());
        let own = catalogue.criteria().iter().zip(self.iter());
        let met = own.map(|(criterion, verdict)| match verdict {
            Verdict::Limited | Verdict::NotMet | Verdict::Unknown if is_meant(criterion) => {
                Verdict::Met
            }
            _ => verdict,
        });
        let mut all: Vec<Verdict> = met.collect();
        for condition in catalogue.order() {
            if !self.may_begin(&all, catalogue, &catalogue.conditions()[*condition]) {
                continue;
            }
            for (at, own) in catalogue.criteria().iter().enumerate() {
                let depends = own.applies == Some(*condition) && own.cls.is_about(self.cls);
                if depends && all[at] == Verdict::NotApplicable {
                    all[at] = if is_meant(own) {
                        Verdict::Met
                    } else {
                        Verdict::Unknown
                    };
                }
            }
        }
        Self {
            with: std::array::from_fn(|verdict| {
                CriteriaSet::of(&all, |own| *own as usize == verdict)
            }),
            ..*self
        }
    }

    /// Whether a condition may hold once the verdicts are `after`: it follows from an answer that meeting its criterion gives.
    fn may_begin(&self, after: &[Verdict], catalogue: &Catalogue, condition: &Condition) -> bool {
        let KnownBy::Answer { criterion, test } = &condition.known_by else {
            return false;
        };
        let mut answers = catalogue.criteria()[*criterion].standard.iter().flatten();
        self.at(*criterion) != after.get(*criterion).copied()
            && answers.any(|own| own.slot == test.slot)
    }
}

/// Which conditions hold at a place.
pub struct Conditions(Box<[Truth]>);

impl Conditions {
    /// As a sheet says, and as follows from it.
    #[must_use]
    pub fn of(sheet: &Sheet, kind: KindId) -> Self {
        let catalogue = sheet.catalogue();
        let all = catalogue.conditions();
        let mut own = Self(vec![Truth::Unknown; all.len()].into());
        for at in catalogue.order() {
            own.0[*at] = own.resolve(&all[*at], *at, sheet, kind);
        }
        own
    }

    fn resolve(&self, condition: &Condition, at: usize, sheet: &Sheet, kind: KindId) -> Truth {
        match &condition.known_by {
            KnownBy::Asking => sheet.asked(at),
            KnownBy::Kind(kinds) => kinds.contains(&kind).into(),
            KnownBy::Answer { criterion, test } => {
                let criterion = &sheet.catalogue().criteria()[*criterion];
                let holds = sheet.holds(*test);
                self.applies(criterion, kind.kind().cls).and(holds)
            }
        }
    }

    /// Whether a criterion speaks of something that there is at a place of a class.
    #[must_use]
    pub fn applies(&self, criterion: &Criterion, cls: Class) -> Truth {
        if !criterion.cls.is_about(cls) {
            return Truth::No;
        }
        criterion.applies.map_or(Truth::Yes, |at| self.0[at])
    }
}

/// What follows, criterion by criterion, from whether it applies, whether the good and the usable threshold are met, and which
/// are met in another way.
fn judged(
    applies: Held,
    [standard, minimum]: [Held; 2],
    equivalent: CriteriaSet,
) -> [CriteriaSet; Verdict::ALL.len()] {
    let met = applies.yes & standard.yes;
    let met_by_equivalent = applies.yes & !standard.yes & equivalent;
    let open = applies.yes & !standard.yes & !equivalent;
    let failing = open & standard.no;
    let with = |verdict: Verdict| match verdict {
        Verdict::Met => met,
        Verdict::MetByEquivalent => met_by_equivalent,
        Verdict::Limited => failing & minimum.yes,
        Verdict::NotMet => failing & minimum.no,
        Verdict::Unknown => {
            applies.unknown | (open & standard.unknown) | (failing & minimum.unknown)
        }
        Verdict::NotApplicable => applies.no,
    };
    std::array::from_fn(|at| with(Verdict::ALL[at]))
}

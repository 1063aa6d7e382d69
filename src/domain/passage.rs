//! Whether a way can be used on wheels, as far as is known: with a wheelchair, or with a walking frame.
//!
//! The limits are those of the catalogue of criteria (C01, C02, C04, C05, C15, C28), after DIN 18040-1 and -3. A flaw
//! that is known always bars; a judgement on the spot stands in for what nobody has measured.

use crate::domain::fact::Fact;
use crate::domain::walkway::{Smoothness, Surface, WayFacts};

/// What somebody walks with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wheels {
    /// A wheelchair: no steps, slopes up to 6 %, kerbs up to 3 cm, 90 cm of clear width (DIN 18040-1 4.2.1 and -3).
    Wheelchair,
    /// A walking frame: steps with a handrail (C28), slopes up to 10 % (C15), kerbs up to 6 cm (the higher side of a
    /// crossing with two heights), 80 cm of width (our proposal: frames are up to 70 cm wide).
    Walker,
}

/// A fact of a way that somebody could record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayField {
    /// `kerb`, `kerb:height`
    Kerb,
    /// `surface`
    Surface,
    /// `smoothness`
    Smoothness,
    /// `width`
    Width,
    /// `incline`
    Incline,
    /// `handrail`, of steps alone
    Handrail,
}

impl WayField {
    /// Every one of them.
    pub const ALL: &'static [Self] = &[
        Self::Kerb,
        Self::Surface,
        Self::Smoothness,
        Self::Width,
        Self::Incline,
        Self::Handrail,
    ];

    /// What OpenStreetMap calls it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Kerb => "kerb",
            Self::Surface => "surface",
            Self::Smoothness => "smoothness",
            Self::Width => "width",
            Self::Incline => "incline",
            Self::Handrail => "handrail",
        }
    }
}

/// What is known about passing a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Whether it can be passed: no, as soon as one known fact bars it; yes, if all that counts is known and fine.
    pub verdict: Fact,
    /// What is not known and would have to be; empty unless the verdict is unknown.
    pub missing: Vec<WayField>,
}

/// How sure it is that a way can be passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// All that counts is known and fine.
    Proven = 3,
    /// Fine if what is unknown is as it is as a rule on ways of that sort; see [`WayFacts::as_usual`].
    Likely = 2,
    /// Nothing that is known bars it.
    #[default]
    Possible = 1,
}

struct Limits {
    kerb_mm: u16,
    incline_per_mille: u16,
    width_cm: u16,
}

impl Wheels {
    const fn limits(self) -> Limits {
        match self {
            Self::Wheelchair => Limits {
                kerb_mm: 30,
                incline_per_mille: 60,
                width_cm: 90,
            },
            Self::Walker => Limits {
                kerb_mm: 60,
                incline_per_mille: 100,
                width_cm: 80,
            },
        }
    }

    /// What the steps of a way mean; the only thing that counts where there are some.
    const fn on_steps(self, handrail: Fact) -> Fact {
        match self {
            Self::Wheelchair => Fact::No,
            Self::Walker => handrail,
        }
    }

    /// Earth, grass and sand bar wheelchairs; how a firm surface is, its smoothness says.
    const fn over(self, surface: Surface) -> Fact {
        match (surface, self) {
            (Surface::Unknown, _) => Fact::Unknown,
            (Surface::Soft, Self::Wheelchair) => Fact::No,
            _ => Fact::Yes,
        }
    }
}

impl WayFacts {
    /// Whether somebody with `wheels` can pass, and what is not known.
    #[must_use]
    pub fn passable_by(&self, wheels: Wheels) -> Passage {
        let judged = self.judged(wheels);
        let told = self.told(wheels);
        let by_facts = told.iter().fold(Fact::Yes, |all, (_, fact)| all.and(*fact));
        // A known flaw outweighs a friendly judgement: better warned in vain than stuck.
        let verdict = match (by_facts, judged) {
            (Fact::No, _) | (_, Fact::No) => Fact::No,
            (facts, judged) => facts.or(judged),
        };
        let unknown = told.into_iter().filter(|(_, fact)| !fact.is_known());
        let missing = unknown.map(|(field, _)| field);
        Passage {
            verdict,
            missing: if verdict.is_known() {
                Vec::new()
            } else {
                missing.collect()
            },
        }
    }

    /// What somebody on the spot said: where a wheelchair passes, a walking frame does; not the other way round.
    fn judged(&self, wheels: Wheels) -> Fact {
        match wheels {
            Wheels::Wheelchair => self.wheelchair,
            Wheels::Walker => Fact::Unknown.or(self.wheelchair),
        }
    }

    /// Each fact that counts, as an answer.
    fn told(&self, wheels: Wheels) -> Vec<(WayField, Fact)> {
        let limits = wheels.limits();
        if self.steps {
            return vec![(WayField::Handrail, wheels.on_steps(self.handrail))];
        }
        let at_most =
            |value: Option<u16>, most| value.map_or(Fact::Unknown, |own| fact(own <= most));
        let width = self.width_cm;
        vec![
            (WayField::Kerb, at_most(self.kerb_mm, limits.kerb_mm)),
            (WayField::Surface, wheels.over(self.surface)),
            (WayField::Smoothness, even(self.smoothness)),
            (
                WayField::Width,
                width.map_or(Fact::Unknown, |own| fact(own >= limits.width_cm)),
            ),
            (
                WayField::Incline,
                at_most(self.incline_per_mille, limits.incline_per_mille),
            ),
        ]
    }

    /// The same way with what is unknown taken as it is as a rule:
    ///
    /// - streets, bridges and paths that are lit are paved and even, wide enough, with lowered kerbs, and level;
    /// - other paths are as even as their surface: asphalt and paving are, gravel and cobbles are not, and what nobody
    ///   has described is earth; they have no kerbs, are wide enough, and level;
    /// - steps have no handrail.
    #[must_use]
    pub fn as_usual(&self) -> Self {
        let mut usual = *self;
        let is_built = !self.off_street || self.bridge || self.lit.is_yes();
        if usual.surface == Surface::Unknown {
            let is_even = is_built || self.smoothness == Smoothness::Good;
            usual.surface = if is_even {
                Surface::Smooth
            } else {
                Surface::Soft
            };
        }
        if usual.smoothness == Smoothness::Unknown {
            usual.smoothness = match usual.surface {
                Surface::Smooth | Surface::Paved => Smoothness::Intermediate,
                _ => Smoothness::Bad,
            };
        }
        usual.kerb_mm = usual.kerb_mm.or(Some(0));
        usual.width_cm = usual.width_cm.or(Some(150));
        usual.incline_per_mille = usual.incline_per_mille.or(Some(0));
        if !usual.handrail.is_known() {
            usual.handrail = Fact::No;
        }
        usual
    }

    /// How sure it is that `wheels` pass; none where that is known not to be so.
    #[must_use]
    pub fn certainty(&self, wheels: Wheels) -> Option<Certainty> {
        match self.passable_by(wheels).verdict {
            Fact::No => None,
            Fact::Yes => Some(Certainty::Proven),
            Fact::Unknown if self.as_usual().passable_by(wheels).verdict.is_yes() => {
                Some(Certainty::Likely)
            }
            Fact::Unknown => Some(Certainty::Possible),
        }
    }
}

/// Intermediate is even enough for wheels, with care.
const fn even(smoothness: Smoothness) -> Fact {
    match smoothness {
        Smoothness::Unknown => Fact::Unknown,
        Smoothness::Good | Smoothness::Intermediate => Fact::Yes,
        Smoothness::Bad => Fact::No,
    }
}

const fn fact(is_so: bool) -> Fact {
    if is_so { Fact::Yes } else { Fact::No }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: WayFacts = WayFacts {
        off_street: true,
        steps: false,
        bridge: false,
        lit: Fact::Unknown,
        handrail: Fact::Unknown,
        wheelchair: Fact::Unknown,
        incline_per_mille: Some(60),
        width_cm: Some(90),
        kerb_mm: Some(30),
        surface: Surface::Paved,
        smoothness: Smoothness::Intermediate,
    };

    #[test]
    fn what_is_just_within_all_limits_is_proven_and_a_hair_beyond_one_is_barred() {
        let certainty = |facts: WayFacts| facts.certainty(Wheels::Wheelchair);
        assert_eq!(certainty(FINE), Some(Certainty::Proven));
        for bad in [
            WayFacts {
                incline_per_mille: Some(61),
                ..FINE
            },
            WayFacts {
                width_cm: Some(89),
                ..FINE
            },
            WayFacts {
                kerb_mm: Some(31),
                ..FINE
            },
            WayFacts {
                surface: Surface::Soft,
                ..FINE
            },
            WayFacts {
                smoothness: Smoothness::Bad,
                ..FINE
            },
            WayFacts {
                steps: true,
                ..FINE
            },
            WayFacts {
                wheelchair: Fact::No,
                ..FINE
            },
        ] {
            assert_eq!(certainty(bad), None, "{bad:?}");
            assert_eq!(
                certainty(WayFacts {
                    wheelchair: Fact::No,
                    ..bad
                }),
                None
            );
            // A friendly judgement does not undo what is measured.
            let judged = WayFacts {
                wheelchair: Fact::Yes,
                ..bad
            };
            assert_eq!(
                certainty(judged).is_none(),
                bad.wheelchair != Fact::No,
                "{bad:?}"
            );
        }
    }

    #[test]
    fn what_is_unknown_is_named_and_neither_proven_nor_barred() {
        let nothing = WayFacts::default();
        let passage = nothing.passable_by(Wheels::Wheelchair);
        assert_eq!(passage.verdict, Fact::Unknown);
        assert_eq!(passage.missing.len(), 5);
        let one = WayFacts {
            width_cm: None,
            ..FINE
        };
        assert_eq!(one.passable_by(Wheels::Walker).missing, [WayField::Width]);
        let judged = WayFacts {
            wheelchair: Fact::Yes,
            ..nothing
        };
        assert_eq!(
            judged.certainty(Wheels::Wheelchair),
            Some(Certainty::Proven)
        );
        assert_eq!(judged.certainty(Wheels::Walker), Some(Certainty::Proven));
    }

    #[test]
    fn a_street_is_likely_fine_and_a_path_nobody_described_is_not() {
        let path = WayFacts {
            off_street: true,
            ..WayFacts::default()
        };
        let likely = |facts: WayFacts| facts.certainty(Wheels::Wheelchair);
        assert_eq!(likely(WayFacts::default()), Some(Certainty::Likely));
        assert_eq!(likely(path), Some(Certainty::Possible));
        assert_eq!(
            likely(WayFacts {
                lit: Fact::Yes,
                ..path
            }),
            Some(Certainty::Likely)
        );
        let gravel = WayFacts {
            surface: Surface::Gravel,
            ..path
        };
        assert_eq!(likely(gravel), Some(Certainty::Possible));
    }

    #[test]
    fn a_walking_frame_takes_steps_with_a_handrail() {
        let steps = |handrail| WayFacts {
            steps: true,
            handrail,
            ..WayFacts::default()
        };
        let certainty = |handrail| steps(handrail).certainty(Wheels::Walker);
        assert_eq!(certainty(Fact::Yes), Some(Certainty::Proven));
        assert_eq!(certainty(Fact::Unknown), Some(Certainty::Possible));
        assert_eq!(certainty(Fact::No), None);
    }
}

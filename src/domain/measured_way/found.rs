//! What was read off on a stretch of a way, and what is known of it then.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::Invalid;
use crate::domain::choice::choice;
use crate::domain::fact::Fact;
use crate::domain::members::Members;
use crate::domain::passage::{Certainty, Wheels};
use crate::domain::walkway::{Smoothness, Surface, WayFacts};

choice! {
    /// What a way is made of.
    Pavement: "surface" {
        /// Asphalt, concrete, smooth plates.
        Smooth = "smooth",
        /// Paving stones.
        Paved = "paved",
        /// Cobbles and setts.
        Cobbled = "cobbled",
        /// Gravel, fine or coarse.
        Gravel = "gravel",
        /// Earth, grass, sand.
        Soft = "soft",
    }
}

choice! {
    /// How even a way is.
    Evenness: "smoothness" {
        /// Every wheelchair rolls.
        Good = "good",
        /// Wheelchairs and prams roll with care.
        Intermediate = "intermediate",
        /// Not for wheelchairs.
        Bad = "bad",
    }
}

/// What was read off; of each the worst of the stretch. What nobody looked at is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayReadings {
    /// The highest kerb in millimetres; 0 is flush.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kerb_mm: Option<u16>,
    /// What it is made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surface: Option<Pavement>,
    /// How even it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smoothness: Option<Evenness>,
    /// The narrowest clear width in centimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width_cm: Option<u16>,
    /// The steepest slope in per mille of its length, without direction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incline_per_mille: Option<u16>,
    /// How many steps there are; 0 is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<u16>,
    /// Whether the steps have a handrail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handrail: Option<bool>,
}

impl WayReadings {
    /// The greatest amounts that are taken for a measurement: name and most.
    pub const MOST: [(&'static str, u16); 4] = [
        ("kerb_mm", 500),
        ("width_cm", 5_000),
        ("incline_per_mille", 500),
        ("steps", 500),
    ];

    /// Checks that no amount is beyond reason.
    ///
    /// # Errors
    /// Names the reading and the rule.
    pub fn checked(self) -> Result<Self, Invalid> {
        let all = [
            self.kerb_mm,
            self.width_cm,
            self.incline_per_mille,
            self.steps,
        ];
        for (value, (name, most)) in all.into_iter().zip(Self::MOST) {
            if value.is_some_and(|own| own > most) {
                let rule = format!("must be a whole number from 0 to {most}");
                return Err(Invalid::new(name, rule));
            }
        }
        if self.handrail.is_some() && self.steps.is_none_or(|steps| steps == 0) {
            let rule = "is about steps: say how many there are";
            return Err(Invalid::new("handrail", rule));
        }
        Ok(self)
    }

    /// Name and value of each reading that stands there.
    #[must_use]
    pub fn members(&self) -> Members {
        match serde_json::to_value(self) {
            Ok(Value::Object(members)) => members.into_iter().collect(),
            _ => Members::new(),
        }
    }

    /// Whether nothing of what decides who can pass is left for a judgement.
    fn says_all(&self) -> bool {
        if self.steps.is_some_and(|steps| steps > 0) {
            return self.handrail.is_some();
        }
        self.kerb_mm.is_some()
            && self.surface.is_some()
            && self.smoothness.is_some()
            && self.width_cm.is_some()
            && self.incline_per_mille.is_some()
    }

    /// What is known of a way that is drawn so: what was read off stands in for what is drawn. A judgement of passers-by
    /// stands in for what nobody has measured, and says nothing where everything was.
    #[must_use]
    pub fn over(&self, drawn: &WayFacts) -> WayFacts {
        let fact = |is_so| if is_so { Fact::Yes } else { Fact::No };
        WayFacts {
            kerb_mm: self.kerb_mm.or(drawn.kerb_mm),
            surface: self.surface.map_or(drawn.surface, Surface::from),
            smoothness: self.smoothness.map_or(drawn.smoothness, Smoothness::from),
            width_cm: self.width_cm.or(drawn.width_cm),
            incline_per_mille: self.incline_per_mille.or(drawn.incline_per_mille),
            steps: self.steps.map_or(drawn.steps, |steps| steps > 0),
            handrail: self.handrail.map_or(drawn.handrail, fact),
            wheelchair: if self.says_all() {
                Fact::Unknown
            } else {
                drawn.wheelchair
            },
            ..*drawn
        }
    }
}

impl From<Pavement> for Surface {
    fn from(pavement: Pavement) -> Self {
        match pavement {
            Pavement::Smooth => Self::Smooth,
            Pavement::Paved => Self::Paved,
            Pavement::Cobbled => Self::Cobbled,
            Pavement::Gravel => Self::Gravel,
            Pavement::Soft => Self::Soft,
        }
    }
}

impl From<Evenness> for Smoothness {
    fn from(evenness: Evenness) -> Self {
        match evenness {
            Evenness::Good => Self::Good,
            Evenness::Intermediate => Self::Intermediate,
            Evenness::Bad => Self::Bad,
        }
    }
}

/// What counts of all that was measured on one stretch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The readings that count.
    pub readings: WayReadings,
    /// Whether one of them is an estimate or too old: then they may bar, and make nothing proven.
    pub is_unsure: bool,
}

impl Found {
    /// How sure it is that `wheels` pass a way that is drawn so; none where that is known not to be so.
    #[must_use]
    pub fn certainty(&self, drawn: &WayFacts, wheels: Wheels) -> Option<Certainty> {
        let sure = self.readings.over(drawn).certainty(wheels)?;
        let is_new = drawn.certainty(wheels) != Some(Certainty::Proven);
        Some(if self.is_unsure && is_new {
            sure.min(Certainty::Likely)
        } else {
            sure
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(in super::super) const FINE: WayReadings = WayReadings {
        kerb_mm: Some(0),
        surface: Some(Pavement::Smooth),
        smoothness: Some(Evenness::Good),
        width_cm: Some(200),
        incline_per_mille: Some(20),
        steps: None,
        handrail: None,
    };

    fn found(readings: WayReadings) -> Found {
        Found {
            readings,
            is_unsure: false,
        }
    }

    pub(in super::super) fn readings() -> impl Strategy<Value = WayReadings> {
        let amount = |most: u16| prop::option::of(0..most);
        let ground = prop::option::of(prop::sample::select(Pavement::ALL));
        let even = prop::option::of(prop::sample::select(Evenness::ALL));
        let all = (
            amount(60),
            ground,
            even,
            amount(200),
            amount(120),
            amount(2),
            any::<Option<bool>>(),
        );
        all.prop_map(
            |(kerb_mm, surface, smoothness, width_cm, incline, steps, handrail)| WayReadings {
                kerb_mm,
                surface,
                smoothness,
                width_cm,
                incline_per_mille: incline,
                steps,
                handrail: handrail.filter(|_| steps == Some(1)),
            },
        )
    }

    #[test]
    fn measured_fine_is_proven_and_measured_bad_is_barred_whatever_was_drawn() {
        let certainty = |readings: WayReadings, drawn: &WayFacts| {
            found(readings).certainty(drawn, Wheels::Wheelchair)
        };
        let unfriendly = WayFacts {
            wheelchair: Fact::No,
            ..WayFacts::default()
        };
        let friendly = WayFacts {
            wheelchair: Fact::Yes,
            ..WayFacts::default()
        };
        for drawn in [WayFacts::default(), unfriendly, friendly] {
            assert_eq!(certainty(FINE, &drawn), Some(Certainty::Proven));
            let kerb = WayReadings {
                kerb_mm: Some(31),
                ..FINE
            };
            assert_eq!(certainty(kerb, &drawn), None);
        }
        // What was measured in part leaves the rest to the judgement of passers-by.
        let width = WayReadings {
            width_cm: Some(200),
            ..WayReadings::default()
        };
        assert_eq!(certainty(width, &unfriendly), None);
        assert_eq!(certainty(width, &friendly), Some(Certainty::Proven));
        assert_eq!(
            certainty(width, &WayFacts::default()),
            Some(Certainty::Likely)
        );
    }

    #[test]
    fn an_estimate_bars_and_proves_nothing() {
        let estimate = |readings| Found {
            readings,
            is_unsure: true,
        };
        let path = WayFacts {
            off_street: true,
            ..WayFacts::default()
        };
        let by = |own: Found| own.certainty(&path, Wheels::Wheelchair);
        assert_eq!(by(estimate(FINE)), Some(Certainty::Likely));
        let narrow = WayReadings {
            width_cm: Some(60),
            ..FINE
        };
        assert_eq!(by(estimate(narrow)), None);
        // What is proven without it stays so.
        let proven = FINE.over(&path);
        let own = estimate(WayReadings {
            width_cm: Some(180),
            ..WayReadings::default()
        });
        assert_eq!(
            own.certainty(&proven, Wheels::Wheelchair),
            Some(Certainty::Proven)
        );
    }

    #[test]
    fn a_ramp_where_steps_are_drawn_is_a_way_for_wheels_and_the_other_way_round() {
        let steps = WayFacts {
            off_street: true,
            steps: true,
            ..WayFacts::default()
        };
        let ramp = WayReadings {
            steps: Some(0),
            ..FINE
        };
        let by = |readings: WayReadings, drawn: &WayFacts, wheels| {
            found(readings).certainty(drawn, wheels)
        };
        assert_eq!(
            by(ramp, &steps, Wheels::Wheelchair),
            Some(Certainty::Proven)
        );
        let stairs = WayReadings {
            steps: Some(4),
            handrail: Some(true),
            ..WayReadings::default()
        };
        let path = WayFacts::default();
        assert_eq!(by(stairs, &path, Wheels::Wheelchair), None);
        assert_eq!(by(stairs, &path, Wheels::Walker), Some(Certainty::Proven));
    }

    #[test]
    fn amounts_beyond_reason_and_handrails_without_steps_are_refused() {
        let none = WayReadings::default();
        let cases = [
            WayReadings {
                kerb_mm: Some(501),
                ..none
            },
            WayReadings {
                width_cm: Some(5_001),
                ..none
            },
            WayReadings {
                handrail: Some(true),
                ..none
            },
        ];
        let fields = cases.map(|own| own.checked().unwrap_err().field);
        assert_eq!(fields, ["kerb_mm", "width_cm", "handrail"]);
        assert!(FINE.checked().is_ok());
    }
}

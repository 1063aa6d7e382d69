//! Who walks, and how fast.

use crate::domain::Need;
use crate::domain::choice::choice;
use crate::domain::passage::Wheels;

choice! {
    /// Whose walking is asked about.
    Profile: "profile" {
        /// 1.3 m/s, the value of German planning guides (1.2 to 1.4).
        Adult = "adult",
        /// 0.9 m/s, measured for people over 65; the default wherever a city is judged.
        Older = "older",
        /// 0.7 m/s, with a walking aid or over 85 (Swiss microcensus on mobility).
        Walker = "walker",
        /// 0.55 m/s, a child under six (DIN 18034-1: 200 m in 6 minutes).
        Child = "child_6",
        /// 1.0 m/s, on ways that are not known to be barred ([`Wheels::Wheelchair`]).
        Wheelchair = "wheelchair",
    }
}

/// Waiting at a crossing with signals, in seconds.
pub(super) const SIGNAL_S: f64 = 30.0;

impl Profile {
    /// Who walks, by what they need; slowly where nothing is said.
    #[must_use]
    pub fn for_needs(needs: &[Need]) -> Self {
        if needs.contains(&Need::Wheelchair) {
            Self::Wheelchair
        } else if needs.contains(&Need::Walking) {
            Self::Walker
        } else {
            Self::Older
        }
    }

    /// Speed on level ground in metres a second.
    #[must_use]
    pub const fn metres_per_second(self) -> f64 {
        match self {
            Self::Adult => 1.3,
            Self::Older => 0.9,
            Self::Walker => 0.7,
            Self::Child => 0.55,
            Self::Wheelchair => 1.0,
        }
    }

    /// Decimetres on level ground in a minute: a whole number for every profile, so that "within ten minutes" is exact.
    #[must_use]
    pub const fn decimetres_a_minute(self) -> u32 {
        match self {
            Self::Adult => 780,
            Self::Older => 540,
            Self::Walker => 420,
            Self::Child => 330,
            Self::Wheelchair => 600,
        }
    }

    /// What they walk with that not every way lets pass.
    #[must_use]
    pub const fn wheels(self) -> Option<Wheels> {
        match self {
            Self::Wheelchair => Some(Wheels::Wheelchair),
            Self::Walker => Some(Wheels::Walker),
            Self::Adult | Self::Older | Self::Child => None,
        }
    }

    /// Seconds for a number of metres.
    #[must_use]
    pub fn seconds(self, metres: f64) -> f64 {
        metres / self.metres_per_second()
    }
}

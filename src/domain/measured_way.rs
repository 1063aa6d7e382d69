//! What somebody of the city measured on a way: it stands in for what OpenStreetMap says of it, or does not.
//!
//! A measurement belongs to a spot and to a sort of way, not to an object of a map: objects are cut, joined and drawn anew, and
//! a kerb stays where it is. It speaks of the stretch between two junctions on which the spot lies; where no such way is drawn
//! near the spot any more, it is kept and says nothing.

mod found;
mod gathered;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

pub use found::{Evenness, Found, Pavement, WayReadings};
pub use gathered::Gathered;

use crate::domain::choice::choice;
use crate::domain::identity::told_as_uuid;
use crate::domain::members::Members;
use crate::domain::place::Version;
use crate::domain::staff::Role;
use crate::domain::trail::Subject;
use crate::domain::walkway::WayFacts;
use crate::domain::{Invalid, Location};

/// What the trail calls a measurement, before its id.
pub const MEASURED_WAY: &str = "way";

/// The most measurements of a city.
pub const MOST_MEASURED_WAYS: usize = 20_000;

/// For so many months what was measured may prove something: like an audit. Kerbs are lowered, surfaces break up.
pub const MEASURED_HOLDS_MONTHS: u32 = 36;

/// Nothing older than this was measured with this program.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");

/// The random identity of a measurement, made by whoever is on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MeasuredWayId(pub Uuid);

impl MeasuredWayId {
    /// The measurement that an entry of the trail is about, if it is about one.
    #[must_use]
    pub fn of_subject(subject: &Subject) -> Option<Self> {
        let (kind, id) = subject.as_str().split_once('/')?;
        (kind == MEASURED_WAY).then(|| id.parse().ok()).flatten()
    }
}

told_as_uuid!(MeasuredWayId: "id");

choice! {
    /// What a way looks like on the spot. Beside a street there may be a path: the sort says which of them was measured.
    WaySort: "sort" {
        /// A street with traffic on it, pavements that are not drawn on their own included.
        Street = "street",
        /// A footway, a path, a crossing, a square: apart from traffic.
        Path = "path",
        /// A flight of steps.
        Steps = "steps",
    }
}

impl WayFacts {
    /// What the way looks like, as it is drawn.
    #[must_use]
    pub const fn sort(&self) -> WaySort {
        if self.steps {
            WaySort::Steps
        } else if self.off_street {
            WaySort::Path
        } else {
            WaySort::Street
        }
    }
}

/// What was measured on a stretch of a way.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredWay {
    /// Its identity.
    pub id: MeasuredWayId,
    /// A spot on the stretch.
    pub location: Location,
    /// What the way looks like there.
    pub sort: WaySort,
    /// What was read off, of each the worst of the whole stretch.
    pub readings: WayReadings,
    /// Whether something of it is an estimate: then it may bar, and makes nothing proven.
    pub is_estimated: bool,
    /// The day on which somebody was there.
    pub measured_on: NaiveDate,
    /// The role of whoever wrote it down.
    pub by: Role,
}

impl MeasuredWay {
    /// Checks what somebody wrote down `today`.
    ///
    /// # Errors
    /// When nothing was read off, or the day is still to come or lies too far back.
    pub fn checked(self, today: NaiveDate) -> Result<Self, Invalid> {
        if self.readings == WayReadings::default() {
            let rule = "at least one reading must stand there";
            return Err(Invalid::new("readings", rule));
        }
        if self.measured_on > today || self.measured_on < FIRST_DAY {
            let rule = format!("must be from {FIRST_DAY} to today ({today})");
            return Err(Invalid::new("measured_on", rule));
        }
        Ok(self)
    }

    /// The last day on which it may prove something.
    #[must_use]
    pub fn holds_until(&self) -> NaiveDate {
        holds_until(self.measured_on)
    }

    /// Whether it has to be measured anew on a day.
    #[must_use]
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.holds_until() < today
    }

    /// The version of this state.
    #[must_use]
    pub fn version(&self) -> Version {
        let members = self.members();
        let parts = members
            .iter()
            .flat_map(|(name, value)| [name.clone(), value.to_string()]);
        Version::of(parts, "")
    }

    /// What the trail tells of it: everything.
    #[must_use]
    pub fn members(&self) -> Members {
        let mut members = self.readings.members();
        members.extend([
            ("location".to_owned(), json!(self.location)),
            ("sort".to_owned(), json!(self.sort)),
            ("estimated".to_owned(), json!(self.is_estimated)),
            ("measured_on".to_owned(), json!(self.measured_on)),
            ("by".to_owned(), json!(self.by)),
        ]);
        members
    }
}

/// The last day on which something that was measured on a day may prove something.
fn holds_until(measured_on: NaiveDate) -> NaiveDate {
    let end = measured_on.checked_add_months(Months::new(MEASURED_HOLDS_MONTHS));
    end.unwrap_or(NaiveDate::MAX)
}

/// A measurement that is new, different, or withdrawn.
#[derive(Clone, Debug)]
pub struct MeasuredWayChange {
    /// Its identity.
    pub id: MeasuredWayId,
    /// What was there.
    pub before: Option<MeasuredWay>,
    /// What is there afterwards.
    pub after: Option<MeasuredWay>,
}

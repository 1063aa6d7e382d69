//! When a place counts, and when a district has enough: the thresholds of a city, `[coverage]` in its `city.toml`.
//!
//! Where a city says nothing hold the figures of the specification. They are proposals, and a city may set its own.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Invalid;

/// The thresholds of a city.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct CoverageRules {
    /// A place counts only if somebody has confirmed it within so many months.
    pub verified_within_months: u32,
    /// What a room must offer.
    pub room: RoomRules,
    /// What a place outdoors must offer.
    pub outdoor: OutdoorRules,
    /// How near they must be.
    pub reach: ReachRules,
    /// Square metres of counted rooms for each 1,000 residents (Berlin's guide value of March 2024 is 10).
    pub floor_area_m2_per_1000: u32,
    /// The last day by which every district shall have a room and a place to meet.
    pub target_date: NaiveDate,
}

/// What a room must offer to count.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoomRules {
    /// Regular open hours in a week.
    pub hours_a_week: u32,
    /// Days of the week with open hours.
    pub days_a_week: u32,
    /// Minute of the day when the evening begins: open after it, or at the weekend.
    #[serde(deserialize_with = "minute_of_day", serialize_with = "time_of_day")]
    pub evening_from: u16,
    /// Seats; enough of them, or enough floor.
    pub seats: u32,
    /// Square metres of floor; enough of them, or enough seats.
    pub floor_area_m2: u32,
}

/// What a place outdoors must offer to count.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutdoorRules {
    /// Seats; some of them must have a backrest.
    pub seats: u32,
    /// Square metres of ground.
    pub area_m2: u32,
    /// Square metres of ground of a playground (DIN 18034 names 500 for a neighbourhood).
    pub playground_area_m2: u32,
}

/// How many residents must be how near.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReachRules {
    /// Minutes on foot to a counted room.
    pub room_minutes: u32,
    /// Minutes on foot to a counted place outdoors.
    pub outdoor_minutes: u32,
    /// The share of a district's residents that must be so near, in percent.
    pub share_percent: u32,
}

impl Default for CoverageRules {
    fn default() -> Self {
        Self {
            verified_within_months: 24,
            room: RoomRules::default(),
            outdoor: OutdoorRules::default(),
            reach: ReachRules::default(),
            floor_area_m2_per_1000: 10,
            target_date: NaiveDate::from_ymd_opt(2030, 12, 31).expect("a day"),
        }
    }
}

impl Default for RoomRules {
    fn default() -> Self {
        Self {
            hours_a_week: 10,
            days_a_week: 3,
            evening_from: 17 * 60,
            seats: 15,
            floor_area_m2: 40,
        }
    }
}

impl Default for OutdoorRules {
    fn default() -> Self {
        Self {
            seats: 4,
            area_m2: 200,
            playground_area_m2: 500,
        }
    }
}

impl Default for ReachRules {
    fn default() -> Self {
        Self {
            room_minutes: 15,
            outdoor_minutes: 10,
            share_percent: 80,
        }
    }
}

/// Longer walks are no neighbourhood (minutes).
const LONGEST_WALK_MIN: u32 = 120;

impl CoverageRules {
    /// Checks what no sum can be made of.
    ///
    /// # Errors
    /// Names the member that is out of bounds.
    pub fn check(&self) -> Result<(), Invalid> {
        let bounds = [
            (
                "coverage.verified_within_months",
                self.verified_within_months,
                1,
                240,
            ),
            ("coverage.room.hours_a_week", self.room.hours_a_week, 0, 168),
            ("coverage.room.days_a_week", self.room.days_a_week, 0, 7),
            (
                "coverage.reach.room_minutes",
                self.reach.room_minutes,
                1,
                LONGEST_WALK_MIN,
            ),
            (
                "coverage.reach.outdoor_minutes",
                self.reach.outdoor_minutes,
                1,
                LONGEST_WALK_MIN,
            ),
            (
                "coverage.reach.share_percent",
                self.reach.share_percent,
                0,
                100,
            ),
            (
                "coverage.floor_area_m2_per_1000",
                self.floor_area_m2_per_1000,
                0,
                10_000,
            ),
        ];
        let broken = bounds
            .iter()
            .find(|(_, value, least, most)| !(least..=most).contains(&value));
        broken.map_or(Ok(()), |(field, value, least, most)| {
            Err(Invalid::new(
                *field,
                format!("must be from {least} to {most}, not {value}"),
            ))
        })
    }
}

/// Minutes from midnight of a time as "17:00".
fn minute_of_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    let text = String::deserialize(deserializer)?;
    let minutes = text.split_once(':').and_then(|(hours, minutes)| {
        let is_pair = hours.len() == 2 && minutes.len() == 2;
        let hours: u16 = hours.parse().ok().filter(|hours| *hours < 24)?;
        let minutes: u16 = minutes.parse().ok().filter(|minutes| *minutes < 60)?;
        is_pair.then_some(hours * 60 + minutes)
    });
    minutes.ok_or_else(|| {
        serde::de::Error::custom(format!(
            "must be a time as \"17:00\", not \"{}\"",
            text.escape_debug()
        ))
    })
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands members over so"
)]
fn time_of_day<S: Serializer>(minutes: &u16, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{:02}:{:02}", minutes / 60, minutes % 60))
}

#[cfg(test)]
mod tests {
    use crate::domain::{CitySettings, CoverageRules};

    fn city(coverage: &str) -> Result<CitySettings, crate::domain::Invalid> {
        let begin = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n[coverage]\n";
        CitySettings::from_toml(&format!("{begin}{coverage}\n"))
    }

    #[test]
    fn what_a_city_does_not_say_is_as_specified() {
        let rules = city("room.evening_from = \"18:30\"\nreach.share_percent = 90")
            .unwrap()
            .coverage;
        assert_eq!(rules.room.evening_from, 18 * 60 + 30);
        assert_eq!((rules.room.hours_a_week, rules.room.seats), (10, 15));
        assert_eq!(
            (rules.reach.share_percent, rules.reach.room_minutes),
            (90, 15)
        );
        assert_eq!(rules.target_date.to_string(), "2030-12-31");
    }

    #[test]
    fn the_built_in_city_writes_down_the_defaults() {
        let text = include_str!("../../geodata/ludwigsburg/city.toml");
        let written: toml::Table = toml::from_str(text).unwrap();
        let coverage = written["coverage"].as_table().unwrap();
        let count = |table: &str| coverage[table].as_table().unwrap().len();
        // Every one of them, so that a city finds what it can set.
        assert_eq!(
            (
                coverage.len(),
                count("room"),
                count("outdoor"),
                count("reach")
            ),
            (6, 5, 3, 3)
        );
        let settings = CitySettings::from_toml(text).unwrap();
        assert_eq!(settings.coverage, CoverageRules::default());
    }

    #[test]
    fn a_threshold_nobody_knows_or_can_meet_is_refused_by_name() {
        for (wrong, said) in [
            ("room.chairs = 3", "chairs"),
            ("minutes = 3", "minutes"),
            ("room.evening_from = \"25:00\"", "25:00"),
            ("room.evening_from = \"5:00\"", "5:00"),
            ("reach.share_percent = 101", "101"),
            ("reach.room_minutes = 0", "from 1"),
            ("room.days_a_week = 8", "8"),
            ("room.seats = -1", "-1"),
        ] {
            let refused = city(wrong).unwrap_err();
            let told = format!("{} {}", refused.field, refused.reason);
            assert!(told.contains(said), "{wrong}: {told}");
        }
    }
}

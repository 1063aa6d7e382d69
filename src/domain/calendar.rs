//! A city's calendar: its time zone, its sun, its public and school holidays.
//!
//! Holidays are the city's own, read from its folder. What the folder does not say is unknown: a city
//! without a holiday list answers `None`, never "no holiday".

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use sunrise::{DawnType, SolarDay, SolarEvent};

mod holiday;

pub use holiday::{CalendarError, Holidays, PublicHoliday, SchoolHoliday, easter_sunday};

/// What opening hours depend on besides their own text: the local clock, the sun, the holidays.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    timezone: Tz,
    location: Option<sunrise::Coordinates>,
    holidays: Holidays,
}

impl Calendar {
    /// A calendar for a city. `location` is (longitude, latitude) in degrees; without it times of the sun
    /// are unknown.
    ///
    /// # Errors
    /// When the location is out of range.
    pub fn new(
        timezone: Tz,
        location: Option<(f64, f64)>,
        holidays: Holidays,
    ) -> Result<Self, CalendarError> {
        let location = location
            .map(|(lon, lat)| {
                sunrise::Coordinates::new(lat, lon).ok_or(CalendarError::Location { lon, lat })
            })
            .transpose()?;
        Ok(Self {
            timezone,
            location,
            holidays,
        })
    }

    /// The city's time zone.
    #[must_use]
    pub fn timezone(&self) -> Tz {
        self.timezone
    }

    /// Whether a date is a public holiday; `None` when the city names no holidays.
    #[must_use]
    pub fn is_public_holiday(&self, date: NaiveDate) -> Option<bool> {
        Some(self.holidays.public_on(date)?.is_some())
    }

    /// The name of the public holiday on a date.
    #[must_use]
    pub fn public_holiday(&self, date: NaiveDate) -> Option<&str> {
        self.holidays.public_on(date)?.map(PublicHoliday::name)
    }

    /// Whether a date is in the school holidays; `None` before the first and after the last day that the
    /// city lists.
    #[must_use]
    pub fn is_school_holiday(&self, date: NaiveDate) -> Option<bool> {
        Some(self.holidays.school_on(date)?.is_some())
    }

    /// Minutes from the local midnight that begins `date` to an event of the sun; `None` without a location
    /// or where the sun does not rise or set that day.
    #[must_use]
    pub fn sun_minutes(&self, date: NaiveDate, event: Sun) -> Option<i32> {
        let event = match event {
            Sun::Dawn => SolarEvent::Dawn(DawnType::Civil),
            Sun::Rise => SolarEvent::Sunrise,
            Sun::Set => SolarEvent::Sunset,
            Sun::Dusk => SolarEvent::Dusk(DawnType::Civil),
        };
        let instant = SolarDay::new(self.location?, date).event_time(event)?;
        let wall = instant.with_timezone(&self.timezone).naive_local();
        i32::try_from((wall - NaiveDateTime::from(date)).num_minutes()).ok()
    }

    /// What the wall clock shows at an instant, never going back: in the hour that is lived twice in autumn
    /// the second pass stays at that hour's last moment. So an interval of wall times is one interval of
    /// instants.
    #[must_use]
    pub fn wall_clock(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let utc = at.naive_utc();
        let offset = self.timezone.offset_from_utc_datetime(&utc).fix();
        // At the ends of chrono's calendar there is no local time.
        let wall = utc.checked_add_offset(offset).unwrap_or(utc);
        match self.timezone.from_local_datetime(&wall) {
            LocalResult::Ambiguous(_, second) if second == at => self.last_of_fold(wall),
            _ => wall,
        }
    }

    /// The last nanosecond before the repeated stretch of wall times that holds `wall` ends.
    fn last_of_fold(&self, wall: NaiveDateTime) -> NaiveDateTime {
        let minute = wall - TimeDelta::seconds(wall.and_utc().timestamp().rem_euclid(60));
        let end = (1..=MINUTES_A_DAY)
            .map(|minutes| minute + TimeDelta::minutes(minutes))
            .find(|wall| {
                !matches!(
                    self.timezone.from_local_datetime(wall),
                    LocalResult::Ambiguous(..)
                )
            });
        end.map_or(wall, |end| end - TimeDelta::nanoseconds(1))
    }

    /// The first instant at which the wall clock shows `wall` or later: the first pass of a time that comes
    /// twice, the end of the gap for a time that is skipped.
    #[must_use]
    pub fn instant(&self, wall: NaiveDateTime) -> DateTime<Tz> {
        (0..=MINUTES_A_DAY)
            .find_map(|minutes| {
                let wall = wall.checked_add_signed(TimeDelta::minutes(minutes))?;
                self.timezone.from_local_datetime(&wall).earliest()
            })
            // Only at the ends of chrono's calendar does a whole day have no valid time.
            .unwrap_or_else(|| self.timezone.from_utc_datetime(&wall))
    }
}

/// No clock change repeats or skips more than a day.
const MINUTES_A_DAY: i64 = 24 * 60;

/// An event of the sun. Dawn and dusk are the civil ones (sun 6 degrees below the horizon).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sun {
    /// First light.
    Dawn,
    /// Sunrise.
    Rise,
    /// Sunset.
    Set,
    /// Last light.
    Dusk,
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn calendar() -> Calendar {
        Calendar::new(Berlin, Some((9.1922, 48.8975)), Holidays::default()).unwrap()
    }

    #[test]
    fn a_wall_time_that_comes_twice_means_its_first_pass() {
        let wall = "2026-10-25T02:30:00".parse().unwrap();
        assert_eq!(
            calendar().instant(wall).to_utc().to_rfc3339(),
            "2026-10-25T00:30:00+00:00"
        );
    }

    #[test]
    fn the_wall_clock_never_goes_back() {
        let start: DateTime<Utc> = "2026-10-24T22:00:00Z".parse().unwrap();
        let walls: Vec<_> = (0..600)
            .map(|minute| calendar().wall_clock(start + TimeDelta::minutes(minute)))
            .collect();
        assert!(walls.is_sorted());
        assert_eq!(walls[599], "2026-10-25T08:59:00".parse().unwrap());
    }

    #[test]
    fn a_skipped_wall_time_means_the_end_of_the_gap() {
        let wall = "2026-03-29T02:30:00".parse().unwrap();
        assert_eq!(
            calendar().instant(wall).to_utc().to_rfc3339(),
            "2026-03-29T01:00:00+00:00"
        );
    }

    #[test]
    fn the_sun_sets_late_in_summer_and_never_at_the_pole() {
        let date = "2026-06-21".parse().unwrap();
        let sunset = calendar().sun_minutes(date, Sun::Set).unwrap();
        assert!((21 * 60 + 25..=21 * 60 + 35).contains(&sunset), "{sunset}");
        let pole = Calendar::new(Berlin, Some((0.0, 89.9)), Holidays::default()).unwrap();
        assert_eq!(pole.sun_minutes(date, Sun::Set), None);
    }

    #[test]
    fn a_location_off_the_globe_is_refused() {
        let refused = Calendar::new(Berlin, Some((48.9, 190.0)), Holidays::default());
        assert_eq!(
            refused,
            Err(CalendarError::Location {
                lon: 48.9,
                lat: 190.0
            })
        );
    }
}

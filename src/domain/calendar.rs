//! A city's calendar: its time zone, its sun, its public and school holidays.
//!
//! Holidays are the city's own, read from its folder. What the folder does not say is unknown: a city
//! without a holiday list answers `None`, never "no holiday".

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
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
        let public = self.holidays.public.as_ref()?;
        Some(public.iter().any(|holiday| holiday.falls_on(date)))
    }

    /// The name of the public holiday on a date.
    #[must_use]
    pub fn public_holiday(&self, date: NaiveDate) -> Option<&str> {
        let public = self.holidays.public.as_ref()?;
        public
            .iter()
            .find(|holiday| holiday.falls_on(date))
            .map(PublicHoliday::name)
    }

    /// Whether a date is in the school holidays; `None` before the first and after the last day that the
    /// city lists.
    #[must_use]
    pub fn is_school_holiday(&self, date: NaiveDate) -> Option<bool> {
        let school = self.holidays.school.as_ref()?;
        let first = school.iter().map(SchoolHoliday::first_day).min()?;
        let last = school.iter().map(SchoolHoliday::last_day).max()?;
        let covered = (first..=last).contains(&date);
        covered.then(|| school.iter().any(|holiday| holiday.contains(date)))
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
        let wall = at.with_timezone(&self.timezone).naive_local();
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

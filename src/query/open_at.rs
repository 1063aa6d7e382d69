//! When places must be open: at a moment, in part of a day, this evening, on Sunday.

use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Utc};
use chrono_tz::Tz;

use crate::domain::Invalid;
use crate::query::Moment;
use crate::snapshot::DayPart;

/// Minutes after midnight at which an evening begins: people come home from work.
const EVENING_MIN: u16 = 18 * 60;

/// Minutes after midnight before which an hour that is open still belongs to the night.
const MORNING_MIN: u16 = 6 * 60;

/// Minutes in a day of the wall clock.
const MIDNIGHT_MIN: u16 = 24 * 60;

/// How long a place must be open without a break, in minutes: less is not worth the way.
const WORTH_THE_WAY_MIN: u16 = 60;

/// Parts of days that people ask for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Today from 18:00 on, or what is left of today.
    Evening,
    /// The next Sunday, today if it is one and not yet over.
    Sunday,
}

impl Pick {
    /// Its name in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Evening => "evening",
            Self::Sunday => "sunday",
        }
    }

    /// The part of a day that is meant at a wall time.
    #[must_use]
    pub fn part(self, wall: NaiveDateTime) -> DayPart {
        let now_min = u16::try_from(wall.num_seconds_from_midnight() / 60).unwrap_or(0);
        let until_midnight = MIDNIGHT_MIN - now_min;
        match self {
            Self::Evening => DayPart {
                date: wall.date(),
                from_min: now_min.max(EVENING_MIN),
                to_min: MIDNIGHT_MIN,
                least_min: WORTH_THE_WAY_MIN.min(until_midnight),
            },
            Self::Sunday => {
                let to_sunday = 6 - u64::from(wall.weekday().num_days_from_monday());
                let is_over = to_sunday == 0 && until_midnight < WORTH_THE_WAY_MIN;
                let days = Days::new(if is_over { 7 } else { to_sunday });
                let is_today = days == Days::new(0);
                DayPart {
                    date: wall.date().checked_add_days(days).unwrap_or(wall.date()),
                    from_min: if is_today {
                        now_min.max(MORNING_MIN)
                    } else {
                        MORNING_MIN
                    },
                    to_min: MIDNIGHT_MIN,
                    least_min: WORTH_THE_WAY_MIN,
                }
            }
        }
    }
}

/// When places must be open; all of it must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenAt {
    /// At a moment.
    pub moment: Option<Moment>,
    /// In these parts of days, which are said by name; each once.
    pub picks: Vec<Pick>,
    /// In these parts of days, which are said in full; each once.
    pub parts: Vec<DayPart>,
}

impl OpenAt {
    /// The instant of its moment.
    #[must_use]
    pub fn instant(&self, now: DateTime<Utc>, timezone: Tz) -> Option<DateTime<Utc>> {
        self.moment.map(|moment| moment.resolve(now, timezone))
    }

    /// The parts of days that are meant at a wall time.
    #[must_use]
    pub fn day_parts(&self, wall: NaiveDateTime) -> Vec<DayPart> {
        let picks = self.picks.iter().map(|pick| pick.part(wall));
        self.parts.iter().copied().chain(picks).collect()
    }

    /// Whether it means something else a minute later.
    #[must_use]
    pub fn depends_on_now(&self) -> bool {
        self.moment == Some(Moment::Now) || !self.picks.is_empty()
    }
}

impl FromStr for OpenAt {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let mut asked = Self::default();
        let parts = text.split(',').map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            let pick = match part {
                "evening" => Pick::Evening,
                "sunday" => Pick::Sunday,
                part if part.contains('/') => {
                    let part = day_part(part)?;
                    if !asked.parts.contains(&part) {
                        asked.parts.push(part);
                    }
                    continue;
                }
                moment if asked.moment.is_none() => {
                    asked.moment = Some(moment.parse()?);
                    continue;
                }
                _ => return Err(Invalid::new("open_at", "must name at most one moment")),
            };
            if !asked.picks.contains(&pick) {
                asked.picks.push(pick);
            }
        }
        Ok(asked)
    }
}

/// Part of a day such as `2026-01-31T18:00/24:00`: its day and the two times between which a place must be open for an
/// hour without a break, or all the time where it is shorter.
fn day_part(text: &str) -> Result<DayPart, Invalid> {
    let minutes = |time: &str| {
        let (hours, minutes) = time.split_once(':')?;
        let is_form = |own: &str| own.len() == 2 && own.bytes().all(|own| own.is_ascii_digit());
        let (hour, minute): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        let sum = hour * 60 + minute;
        (is_form(hours) && is_form(minutes) && minute < 60 && sum <= MIDNIGHT_MIN).then_some(sum)
    };
    let part = text.split_once('/').and_then(|(begin, to)| {
        let (date, from) = begin.split_once('T')?;
        let day = date.parse::<NaiveDate>().ok();
        let day = day.filter(|own| date.len() == 10 && (1900..=2100).contains(&own.year()))?;
        let (from_min, to_min) = (minutes(from)?, minutes(to)?);
        let length = to_min.checked_sub(from_min).filter(|own| *own > 0)?;
        Some(DayPart {
            date: day,
            from_min,
            to_min,
            least_min: length.min(WORTH_THE_WAY_MIN),
        })
    });
    part.ok_or_else(|| {
        let rule = "must be part of a day such as 2026-01-31T18:00/24:00, from 1900 to 2100";
        Invalid::new(
            "open_at",
            format!("{rule}, not \"{}\"", text.escape_debug()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day of November 2026; the 22nd is a Sunday.
    fn wall(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        date.and_hms_opt(hour, minute, 0).unwrap()
    }

    fn part(pick: Pick, wall: NaiveDateTime) -> (u32, u16, u16) {
        let part = pick.part(wall);
        assert_eq!(part.to_min, MIDNIGHT_MIN);
        (part.date.day(), part.from_min, part.least_min)
    }

    #[test]
    fn an_evening_begins_at_six_and_lasts_for_what_is_left_of_the_day() {
        let evening = |hour, minute| part(Pick::Evening, wall(25, hour, minute));
        assert_eq!(evening(0, 0), (25, 1080, 60));
        assert_eq!(evening(17, 59), (25, 1080, 60));
        assert_eq!(evening(20, 15), (25, 1215, 60));
        assert_eq!(evening(23, 30), (25, 1410, 30));
        assert_eq!(evening(23, 59), (25, 1439, 1));
    }

    #[test]
    fn sunday_is_the_next_one_until_it_is_over() {
        let sunday = |day, hour, minute| part(Pick::Sunday, wall(day, hour, minute));
        assert_eq!(sunday(16, 0, 0), (22, 360, 60));
        assert_eq!(sunday(21, 23, 59), (22, 360, 60));
        assert_eq!(sunday(22, 3, 0), (22, 360, 60));
        assert_eq!(sunday(22, 15, 0), (22, 900, 60));
        assert_eq!(sunday(22, 23, 0), (22, 1380, 60));
        assert_eq!(sunday(22, 23, 1), (29, 360, 60));
    }

    #[test]
    fn part_of_a_day_reads_as_it_is_written() {
        let read = |text: &str| {
            text.parse::<OpenAt>()
                .map(|own| own.day_parts(wall(1, 0, 0)))
        };
        for day in 15..30 {
            for (hour, minute) in [(0, 0), (17, 59), (20, 15), (23, 0), (23, 30), (23, 59)] {
                for pick in [Pick::Evening, Pick::Sunday] {
                    let part = pick.part(wall(day, hour, minute));
                    assert_eq!(read(&part.to_string()).unwrap(), [part], "{part}");
                }
            }
        }
        assert_eq!(
            read("2026-12-05T16:30/16:31,2026-12-05T16:30/16:31")
                .unwrap()
                .len(),
            1
        );
        for wrong in [
            "/",
            "2026-12-05/24:00",
            "2026-12-05T16:30/16:30",
            "2026-12-05T16:30/16:29",
            "2026-12-05T16:30/24:01",
            "2026-12-05T16:60/18:00",
            "2026-12-05T1:30/18:00",
            "2026-12-05T+1:30/18:00",
            "2026-02-30T16:30/18:00",
            "1899-12-31T16:30/18:00",
            "2026-12-05T16:30/2026-12-05T18:00",
        ] {
            let refused = read(wrong).unwrap_err();
            assert!(
                refused.reason.starts_with("must be part of a day"),
                "{wrong}"
            );
        }
    }

    #[test]
    fn several_hold_together_and_only_one_is_a_moment() {
        let asked: OpenAt = "now, sunday,evening,sunday".parse().unwrap();
        assert_eq!(asked.moment, Some(Moment::Now));
        assert_eq!(asked.picks, [Pick::Sunday, Pick::Evening]);
        assert!(asked.depends_on_now());
        let refused = "now,2026-01-31T18:30".parse::<OpenAt>().unwrap_err();
        assert_eq!(
            (refused.field.as_ref(), refused.reason.as_ref()),
            ("open_at", "must name at most one moment")
        );
        assert!("later".parse::<OpenAt>().is_err());
        assert!(
            !"2026-01-31T18:30"
                .parse::<OpenAt>()
                .unwrap()
                .depends_on_now()
        );
    }
}

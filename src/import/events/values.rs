//! Dates, times and durations as calendars write them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use crate::domain::Invalid;
use crate::domain::event::{Length, Start};
use crate::import::events::lines::Line;
use crate::import::events::zones::Zones;

/// The date or time that a line says; one without a zone is meant in `floating`.
///
/// # Errors
/// Names the line and says what is wrong with it.
pub(super) fn start(line: &Line, zones: &Zones, floating: Tz) -> Result<Start, Invalid> {
    start_of(&line.value, line, zones, floating)
}

/// Every date or time of a line with a list, and of periods what begins them and how long they last.
pub(super) fn starts<'a>(
    line: &'a Line,
    zones: &'a Zones,
    floating: Tz,
) -> impl Iterator<Item = Result<(Start, Option<Length>), Invalid>> + 'a {
    let entries = line.value.split(',').map(str::trim);
    let entries = entries.filter(|entry| !entry.is_empty());
    entries.map(move |entry| match entry.split_once('/') {
        None => Ok((start_of(entry, line, zones, floating)?, None)),
        Some((begin, end)) => {
            let begin = start_of(begin, line, zones, floating)?;
            let length = match duration(end) {
                Ok(length) => length,
                Err(_) => length_to(begin, start_of(end, line, zones, floating)?, zones)?,
            };
            Ok((begin, Some(length)))
        }
    })
}

fn start_of(text: &str, line: &Line, zones: &Zones, floating: Tz) -> Result<Start, Invalid> {
    let named = |invalid: Invalid| Invalid::new(line.name.clone(), invalid.reason);
    let text = text.trim();
    let (plain, is_utc) = match text.strip_suffix(['Z', 'z']) {
        Some(plain) => (plain, true),
        None => (text, false),
    };
    let zone = match line.param("TZID") {
        _ if is_utc => chrono_tz::UTC,
        Some(name) => zones.named(name).map_err(named)?,
        None => floating,
    };
    let at = |wall| Start::At { wall, zone };
    let start = date(plain).map(Start::Day).or_else(|| wall(plain).map(at));
    let start = start.ok_or_else(|| {
        let shown: String = text.chars().take(40).flat_map(char::escape_debug).collect();
        let rule = "must be a date (20261124) or a time (20261124T180000)";
        Invalid::new(line.name.clone(), format!("{rule}, not \"{shown}\""))
    })?;
    start.checked().map_err(named)
}

fn date(text: &str) -> Option<NaiveDate> {
    let is_plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok())?
}

fn wall(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once(['T', 't'])?;
    let is_plain = matches!(time.len(), 4 | 6) && time.bytes().all(|byte| byte.is_ascii_digit());
    let part = |at: usize| {
        time.get(at..at + 2)
            .map_or(Some(0), |part| part.parse().ok())
    };
    // A leap second is on no clock here.
    let second: u32 = part(4)?;
    let time = is_plain.then(|| NaiveTime::from_hms_opt(part(0)?, part(2)?, second.min(59)))??;
    Some(date(day)?.and_time(time))
}

/// How long something lasts: `P1D`, `PT1H30M`, `P2W`.
///
/// # Errors
/// When it is written otherwise, lasts no time, or more than a year.
pub(super) fn duration(text: &str) -> Result<Length, Invalid> {
    let shown = || {
        text.chars()
            .take(40)
            .flat_map(char::escape_debug)
            .collect::<String>()
    };
    let rule = || {
        let rule = "must be a duration such as PT1H30M or P1D";
        Invalid::new("DURATION", format!("{rule}, not \"{}\"", shown()))
    };
    let rest = text.trim().trim_start_matches('+').strip_prefix(['P', 'p']);
    let (mut days, mut seconds, mut is_time, mut number) = (0_u32, 0_u32, false, String::new());
    for letter in rest.ok_or_else(rule)?.chars() {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        if letter.eq_ignore_ascii_case(&'t') && number.is_empty() {
            is_time = true;
            continue;
        }
        let count: u32 = number.parse().ok().ok_or_else(rule)?;
        number.clear();
        let (sum, unit) = match (letter.to_ascii_uppercase(), is_time) {
            ('W', false) => (&mut days, 7),
            ('D', false) => (&mut days, 1),
            ('H', true) => (&mut seconds, 3600),
            ('M', true) => (&mut seconds, 60),
            ('S', true) => (&mut seconds, 1),
            _ => return Err(rule()),
        };
        let more = count
            .checked_mul(unit)
            .and_then(|more| sum.checked_add(more));
        *sum = more.ok_or_else(rule)?;
    }
    if !number.is_empty() {
        return Err(rule());
    }
    Length::new(days, seconds).map_err(|invalid| Invalid::new("DURATION", invalid.reason))
}

/// How long something lasts that begins at `start` and ends at `end`; a day ends where the next one begins.
///
/// # Errors
/// When it ends before it begins, or one is a day and the other a time.
pub(super) fn length_to(start: Start, end: Start, zones: &Zones) -> Result<Length, Invalid> {
    if start.is_day() != end.is_day() {
        let rule = "must be a date where DTSTART is one, and a time where that is one";
        return Err(Invalid::new("DTEND", rule));
    }
    let lasts = if start.is_day() {
        end.date() - start.date()
    } else {
        end.instant(zones.city()) - start.instant(zones.city())
    };
    // Many write a single day as one that ends where it begins.
    if start.is_day() && lasts.is_zero() {
        return Length::new(1, 0);
    }
    if lasts <= TimeDelta::zero() {
        return Err(Invalid::new("DTEND", "must be after DTSTART"));
    }
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let length = if start.is_day() {
        Length::new(count(lasts.num_days()), 0)
    } else {
        Length::new(0, count(lasts.num_seconds()))
    };
    length.map_err(|invalid| Invalid::new("DTEND", invalid.reason))
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn read(text: &str) -> Result<String, String> {
        let line = crate::import::events::lines::lines(text.as_bytes())
            .next()
            .unwrap()
            .unwrap();
        let zones = Zones::new(&[], Berlin);
        start(&line, &zones, Berlin)
            .map(|start| start.to_string())
            .map_err(|invalid| invalid.to_string())
    }

    #[test]
    fn dates_and_times_are_read_on_the_clock_they_name() {
        for (text, expected) in [
            ("DTSTART:20261124", "2026-11-24"),
            ("DTSTART;VALUE=DATE:20261124", "2026-11-24"),
            (
                "DTSTART:20261124T180000",
                "2026-11-24T18:00:00[Europe/Berlin]",
            ),
            (
                "DTSTART:20261124T1800",
                "2026-11-24T18:00:00[Europe/Berlin]",
            ),
            ("DTSTART:20261124T180000Z", "2026-11-24T18:00:00[UTC]"),
            (
                "DTSTART;TZID=America/New_York:20261124T180060",
                "2026-11-24T18:00:59[America/New_York]",
            ),
        ] {
            assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_by_its_field() {
        for text in [
            "DTSTART:",
            "DTSTART:2026-11-24",
            "DTSTART:20261324",
            "DTSTART:20261124T",
            "DTSTART:20261124T250000",
            "DTSTART:20261124T18:00",
            "DTSTART:99991124",
            "DTSTART;TZID=Mond:20261124T180000",
            "DTSTART:2026112é",
        ] {
            assert!(read(text).unwrap_err().starts_with("DTSTART: "), "{text}");
        }
    }

    #[test]
    fn durations_are_days_and_seconds() {
        let length = |text: &str| duration(text).map(|own| (own.days(), own.seconds()));
        assert_eq!(length("PT1H30M"), Ok((0, 5400)));
        assert_eq!(length("P1DT1S"), Ok((1, 1)));
        assert_eq!(length("+P2W"), Ok((14, 0)));
        for wrong in [
            "",
            "P",
            "PT",
            "1H",
            "-PT1H",
            "P1H",
            "PT1D",
            "P1",
            "PT0S",
            "P99999999999D",
            "P367D",
            "P600000000W",
        ] {
            assert_eq!(duration(wrong).unwrap_err().field, "DURATION", "{wrong}");
        }
    }
}

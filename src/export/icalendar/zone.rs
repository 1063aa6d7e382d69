//! A time zone as calendars need it written out (`VTIMEZONE`, RFC 5545, 3.6.5).

use std::collections::BTreeMap;

use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use crate::export::icalendar::writer::Writer;

/// The last year whose clock changes are looked at: as far as time zones are usually written out.
const LAST_YEAR: i32 = 2037;

/// One change of the clocks.
struct Change {
    /// What the clocks show at that moment before it.
    wall: NaiveDateTime,
}

/// Clock changes of one sort: from which offset to which, what the time is called then, and whether it is summer time.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Sort {
    from: i32,
    to: i32,
    name: String,
    is_summer: bool,
}

/// Writes `zone` for events that begin in `first_year` or later.
pub(super) fn write(writer: &mut Writer, zone: Tz, first_year: i32) {
    let begin = first_year.clamp(1901, LAST_YEAR - 1) - 1;
    let sorts = changes(zone, begin);
    writer.line("BEGIN", "VTIMEZONE");
    writer.line("TZID", zone.name());
    // What holds before the first change, in a zone that changes seldom or never.
    if !has_both_seasons(&sorts, first_year) {
        let start = midnight(begin);
        let sort = sort_at(zone, start, start);
        observance(
            writer,
            &sort,
            &[Change {
                wall: start.naive_utc(),
            }],
        );
    }
    for (sort, changes) in &sorts {
        observance(writer, sort, changes);
    }
    writer.line("END", "VTIMEZONE");
}

/// Whether the clocks change every year, so that there is a change before every event.
fn has_both_seasons(sorts: &BTreeMap<Sort, Vec<Change>>, first_year: i32) -> bool {
    let is_before = |change: &Change| change.wall.year() < first_year;
    let begun = sorts
        .values()
        .filter(|changes| changes.iter().any(is_before));
    begun.count() >= 2
}

/// The changes from the beginning of a year on, by sort, each in order.
fn changes(zone: Tz, first_year: i32) -> BTreeMap<Sort, Vec<Change>> {
    let mut sorts: BTreeMap<Sort, Vec<Change>> = BTreeMap::new();
    let end = midnight(LAST_YEAR + 1);
    let mut at = midnight(first_year);
    while at < end {
        let next = at + TimeDelta::days(10);
        if offset(zone, at) != offset(zone, next) {
            let moment = moment_between(zone, at, next);
            let before = moment - TimeDelta::seconds(1);
            let sort = sort_at(zone, before, moment);
            let wall = moment.naive_utc() + TimeDelta::seconds(sort.from.into());
            sorts.entry(sort).or_default().push(Change { wall });
        }
        at = next;
    }
    sorts
}

/// The first second with another offset than at `from`.
fn moment_between(zone: Tz, from: DateTime<Utc>, to: DateTime<Utc>) -> DateTime<Utc> {
    let (mut low, mut high) = (from, to);
    while high - low > TimeDelta::seconds(1) {
        let middle = low + (high - low) / 2;
        if offset(zone, middle) == offset(zone, from) {
            low = middle;
        } else {
            high = middle;
        }
    }
    DateTime::from_timestamp(high.timestamp(), 0).unwrap_or(high)
}

fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc())
        .fix()
        .local_minus_utc()
}

fn sort_at(zone: Tz, before: DateTime<Utc>, after: DateTime<Utc>) -> Sort {
    let own = zone.offset_from_utc_datetime(&after.naive_utc());
    Sort {
        from: offset(zone, before),
        to: own.fix().local_minus_utc(),
        name: own.abbreviation().unwrap_or_default().to_owned(),
        is_summer: !own.dst_offset().is_zero(),
    }
}

fn midnight(year: i32) -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

fn observance(writer: &mut Writer, sort: &Sort, changes: &[Change]) {
    let Some(first) = changes.first() else { return };
    let name = if sort.is_summer {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    writer.line("BEGIN", name);
    writer.line("DTSTART", first.wall.format("%Y%m%dT%H%M%S"));
    writer.line("TZOFFSETFROM", written(sort.from));
    writer.line("TZOFFSETTO", written(sort.to));
    if !sort.name.is_empty() {
        writer.line("TZNAME", &sort.name);
    }
    if let Some(rule) = yearly(changes) {
        writer.line("RRULE", rule);
    } else {
        for change in &changes[1..] {
            writer.line("RDATE", change.wall.format("%Y%m%dT%H%M%S"));
        }
    }
    writer.line("END", name);
}

/// The rule that all changes follow, if they come every year to the end: a weekday, counted in its month.
fn yearly(changes: &[Change]) -> Option<String> {
    let (first, last) = (changes.first()?, changes.last()?);
    let years = (first.wall.year()..=LAST_YEAR).count();
    let (month, weekday) = (first.wall.month(), first.wall.weekday());
    let is_regular = changes.len() == years
        && years > 2
        && last.wall.year() == LAST_YEAR
        && changes.iter().all(|own| {
            (own.wall.month(), own.wall.weekday(), own.wall.time())
                == (month, weekday, first.wall.time())
        });
    let all = |nth: fn(NaiveDateTime) -> i32| {
        let number = nth(first.wall);
        changes
            .iter()
            .all(|own| nth(own.wall) == number)
            .then_some(number)
    };
    // A last Sunday may be the fourth or the fifth, so what holds for all decides.
    let ordinal = all(from_the_end)
        .filter(|number| *number == -1)
        .or_else(|| all(from_the_begin));
    let ordinal = ordinal.filter(|_| is_regular)?;
    Some(format!(
        "FREQ=YEARLY;BYMONTH={month};BYDAY={ordinal}{}",
        short(weekday)
    ))
}

fn from_the_begin(wall: NaiveDateTime) -> i32 {
    i32::try_from((wall.day() - 1) / 7 + 1).unwrap_or_default()
}

fn from_the_end(wall: NaiveDateTime) -> i32 {
    let rest = u32::from(wall.num_days_in_month()) - wall.day();
    -i32::try_from(rest / 7 + 1).unwrap_or_default()
}

fn short(weekday: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.num_days_from_monday() as usize]
}

/// Seconds east of Greenwich as `+0100`.
fn written(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_out(zone: Tz, year: i32) -> String {
        let mut writer = Writer::default();
        write(&mut writer, zone, year);
        String::from_utf8(writer.into_bytes())
            .unwrap()
            .replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_with_summer_time_is_two_rules() {
        assert_eq!(
            written_out(Tz::Europe__Berlin, 2026),
            "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\n\
             BEGIN:DAYLIGHT\nDTSTART:20250330T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\n\
             RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n\
             BEGIN:STANDARD\nDTSTART:20251026T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\n\
             RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n"
        );
        let new_york = written_out(Tz::America__New_York, 2026);
        assert!(new_york.contains("DTSTART:20250309T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:EDT\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"), "{new_york}");
    }

    #[test]
    fn a_zone_without_summer_time_is_one_offset() {
        let kolkata = written_out(Tz::Asia__Kolkata, 2026);
        assert_eq!(kolkata.matches("BEGIN:STANDARD").count(), 1);
        assert!(
            kolkata.contains("TZOFFSETFROM:+0530\nTZOFFSETTO:+0530"),
            "{kolkata}"
        );
    }

    #[test]
    fn changes_without_a_rule_are_named_one_by_one() {
        let casablanca = written_out(Tz::Africa__Casablanca, 2026);
        assert!(
            casablanca.contains("RDATE:") && !casablanca.contains("RRULE"),
            "{casablanca}"
        );
        // Germany before 1980 had no summer time.
        let long_ago = written_out(Tz::Europe__Berlin, 1970);
        assert!(
            long_ago.starts_with(
                "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19690101T000000"
            ),
            "{long_ago}"
        );
    }
}

//! The time zones that calendars name: by their name in the time zone database, by that of Windows, or by what the
//! file itself says of them.

use std::collections::{BTreeSet, HashMap};

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;

use crate::domain::Invalid;
use crate::import::events::components::Component;

/// The zones of one calendar.
pub(super) struct Zones {
    /// Where times without a zone are meant.
    city: Tz,
    described: HashMap<String, Option<Tz>>,
}

impl Zones {
    /// The zones that a file describes, for a city in the zone `city`.
    pub fn new(described: &[Component], city: Tz) -> Self {
        let described = described.iter().filter_map(|zone| {
            let name = zone.value("TZID")?.trim_matches('"').to_owned();
            let named = zone.value("X-LIC-LOCATION").and_then(known);
            Some((name, named.or_else(|| like_the_city(zone, city))))
        });
        Self {
            city,
            described: described.collect(),
        }
    }

    /// Where a time without a zone is meant.
    pub fn city(&self) -> Tz {
        self.city
    }

    /// The zone of a name.
    ///
    /// # Errors
    /// When nobody knows it.
    pub fn named(&self, name: &str) -> Result<Tz, Invalid> {
        let name = name.trim();
        let found = known(name).or_else(|| self.described.get(name).copied().flatten());
        found.ok_or_else(|| {
            let shown: String = name.chars().take(80).flat_map(char::escape_debug).collect();
            Invalid::new("TZID", format!("the time zone \"{shown}\" is not known"))
        })
    }
}

/// A zone by a name that is known everywhere; also behind something else (`/example.org/20260101/Europe/Berlin`).
fn known(name: &str) -> Option<Tz> {
    let windows = WINDOWS
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(name));
    if let Some((_, zone)) = windows {
        return Some(*zone);
    }
    let is_between = |letter: char| !letter.is_alphanumeric();
    let mut ends = name
        .match_indices(is_between)
        .map(|(at, between)| &name[at + between.len()..])
        .filter(|end| end.contains('/'));
    name.parse()
        .ok()
        .or_else(|| ends.find_map(|end| end.parse().ok()))
}

/// The city's own zone where a zone of the file has the same offsets: it is called something else, that is all.
fn like_the_city(zone: &Component, city: Tz) -> Option<Tz> {
    let offsets = zone.lines.iter().filter(|line| line.name == "TZOFFSETTO");
    let offsets: Option<BTreeSet<i32>> = offsets.map(|line| offset_seconds(&line.value)).collect();
    let offsets = offsets.filter(|offsets| !offsets.is_empty())?;
    let seasons = [1, 7]
        .into_iter()
        .filter_map(|month| city.with_ymd_and_hms(2026, month, 1, 12, 0, 0).single());
    let own: BTreeSet<i32> = seasons
        .map(|season| season.offset().fix().local_minus_utc())
        .collect();
    (own == offsets).then_some(city)
}

/// `+0100` or `-023000` in seconds.
fn offset_seconds(text: &str) -> Option<i32> {
    let text = text.trim();
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.strip_prefix(['+', '-'])?;
    let part = |at: usize| digits.get(at..at + 2)?.parse::<i32>().ok();
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4).unwrap_or(0);
    Some(sign * seconds)
}

/// The names that Windows, and so Outlook and Exchange, give to zones (Unicode CLDR, `windowsZones`).
const WINDOWS: &[(&str, Tz)] = &[
    ("UTC", Tz::UTC),
    ("GMT Standard Time", Tz::Europe__London),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("Romance Standard Time", Tz::Europe__Paris),
    ("E. Europe Standard Time", Tz::Europe__Chisinau),
    ("FLE Standard Time", Tz::Europe__Kiev),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("Kaliningrad Standard Time", Tz::Europe__Kaliningrad),
    ("Belarus Standard Time", Tz::Europe__Minsk),
    ("Russian Standard Time", Tz::Europe__Moscow),
    ("Morocco Standard Time", Tz::Africa__Casablanca),
    ("Egypt Standard Time", Tz::Africa__Cairo),
    ("South Africa Standard Time", Tz::Africa__Johannesburg),
    ("W. Central Africa Standard Time", Tz::Africa__Lagos),
    ("E. Africa Standard Time", Tz::Africa__Nairobi),
    ("Israel Standard Time", Tz::Asia__Jerusalem),
    ("Arab Standard Time", Tz::Asia__Riyadh),
    ("Arabian Standard Time", Tz::Asia__Dubai),
    ("Iran Standard Time", Tz::Asia__Tehran),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("SE Asia Standard Time", Tz::Asia__Bangkok),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("Singapore Standard Time", Tz::Asia__Singapore),
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("Korea Standard Time", Tz::Asia__Seoul),
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("Atlantic Standard Time", Tz::America__Halifax),
    ("Eastern Standard Time", Tz::America__New_York),
    ("Central Standard Time", Tz::America__Chicago),
    ("Mountain Standard Time", Tz::America__Denver),
    ("US Mountain Standard Time", Tz::America__Phoenix),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Alaskan Standard Time", Tz::America__Anchorage),
    ("Hawaiian Standard Time", Tz::Pacific__Honolulu),
];

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::{Berlin, Vaduz};

    use super::*;
    use crate::import::Complaints;
    use crate::import::events::components;

    fn zones(text: &str, city: Tz) -> Zones {
        let mut complaints = Complaints::about("x");
        Zones::new(
            &components::read(text.as_bytes(), &mut complaints).zones,
            city,
        )
    }

    #[test]
    fn a_zone_is_known_by_its_name_that_of_windows_and_behind_a_path() {
        let zones = zones("", Berlin);
        for name in [
            "Europe/Berlin",
            "W. Europe Standard Time",
            "/freeassociation.sourceforge.net/Europe/Berlin",
            "/citadel.org/20260101_1/Europe/Berlin",
            "custom_Europe/Berlin",
        ] {
            assert_eq!(zones.named(name).unwrap(), Berlin, "{name}");
        }
        for name in ["", "Berlin", "/", "Customized Time Zone", "ö/ä"] {
            assert_eq!(zones.named(name).unwrap_err().field, "TZID", "{name}");
        }
    }

    #[test]
    fn a_zone_that_the_file_describes_is_known_by_its_place_or_by_its_offsets() {
        let text = "BEGIN:VTIMEZONE\nTZID:A\nX-LIC-LOCATION:Europe/Paris\nEND:VTIMEZONE\n\
            BEGIN:VTIMEZONE\nTZID:B\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nTZOFFSETTO:+0200\n\
            END:DAYLIGHT\nEND:VTIMEZONE\n\
            BEGIN:VTIMEZONE\nTZID:C\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n\
            BEGIN:VTIMEZONE\nTZID:D\nEND:VTIMEZONE\n";
        let zones = zones(text, Vaduz);
        assert_eq!(zones.named("A").unwrap(), Tz::Europe__Paris);
        assert_eq!(zones.named("B").unwrap(), Vaduz);
        assert!(
            zones.named("C").is_err(),
            "without summer time it is another zone"
        );
        assert!(zones.named("D").is_err());
    }
}

use Served::{All, Unknown};

use super::*;
use crate::domain::CitySettings;
use crate::domain::counselling::{KeptHelpLine, read_lines};
use crate::snapshot::tests::empty_city;

/// A city outside of the country whose lines come with the program, with lines of its own.
fn city(lines: &[&str]) -> Snapshot {
    let settings = CitySettings::from_toml(
        "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\ncountry = \"AT\"\n\
         [holidays]\npublic = [{ name = \"Tag\", on = \"03-11\" }]\n[safety]\nlanguages = [\"de\", \"tr\"]\n",
    );
    let line = |(number, more): (usize, &&str)| {
        format!(
            "[[line]]\nid = \"00000000-0000-4000-8000-00000000000{number}\"\nname = \"Linie {number}\"\n\
             scope = \"local\"\nneeds = [\"crisis\"]\nsource = \"x\"\n{more}\n"
        )
    };
    let text: String = lines.iter().enumerate().map(line).collect();
    let kept = read_lines(&text).unwrap().into_iter();
    let mut data = empty_city(settings.unwrap());
    data.help_lines = kept
        .map(|(id, line)| KeptHelpLine {
            id,
            line: Some(line),
        })
        .collect();
    Snapshot::build(data)
}

fn gap<'a>(rows: &'a [GapRow<'a>], need: HelpNeed, offered: Offered) -> &'a Gap<'a> {
    let row = rows.iter().find(|own| own.need == need).unwrap();
    row.gaps.iter().find(|own| own.offered == offered).unwrap()
}

fn today() -> NaiveDate {
    "2026-03-04".parse().unwrap()
}

#[test]
fn what_is_unknown_is_not_missing_and_what_is_not_entered_is_neither() {
    let turkish = Offered::Tongue(Tongue::Turkish);
    for (line, covered) in [
        (
            "phone = \"0711 123456\"\nlanguages = [\"de\"]",
            Covered::Unknown,
        ),
        (
            "phone = \"0711 123456\"\nlanguages = [\"de\"]\nlanguages_complete = true",
            Covered::Missing,
        ),
        (
            "phone = \"0711 123456\"\nlanguages = [\"tr\"]",
            Covered::Yes,
        ),
    ] {
        let city = city(&[line]);
        let rows = city.help_gaps(today());
        assert_eq!(
            gap(&rows, HelpNeed::Crisis, turkish).covered,
            covered,
            "{line}"
        );
        assert_eq!(
            gap(&rows, HelpNeed::Addiction, turkish).covered,
            Covered::NoLine
        );
        assert_eq!(
            gap(&rows, HelpNeed::Crisis, Offered::Sign).covered,
            Covered::Unknown
        );
    }
}

#[test]
fn hours_are_told_for_evening_night_and_weekend() {
    let german = Offered::Tongue(Tongue::German);
    let all = |evening, night, weekend| Times {
        evening,
        night,
        weekend,
    };
    for (hours, times) in [
        ("hours = \"24/7\"", all(All, All, All)),
        (
            "hours = \"Mo-Fr 09:00-17:00\"",
            all(Served::None, Served::None, Served::None),
        ),
        ("hours = \"Mo-Su 07:00-22:00\"", all(All, Served::None, All)),
        (
            "hours = \"Mo-Th 08:00-20:00; Sa 10:00-12:00\"",
            all(Served::Some, Served::None, Served::Some),
        ),
        (
            "hours = \"Mo-Su 20:00-02:00; PH off\"",
            all(Served::Some, Served::Some, Served::None),
        ),
        ("", all(Unknown, Unknown, Unknown)),
        ("hours = \"irgendwann\"", all(Unknown, Unknown, Unknown)),
    ] {
        let city = city(&[&format!(
            "phone = \"0711 123456\"\nlanguages = [\"de\"]\n{hours}"
        )]);
        let rows = city.help_gaps(today());
        assert_eq!(gap(&rows, HelpNeed::Crisis, german).times, times, "{hours}");
    }
    // Only a telephone answers at night.
    let city = city(&["email = \"rat@example.org\"\nlanguages = [\"de\"]\nhours = \"24/7\""]);
    let rows = city.help_gaps(today());
    assert_eq!(gap(&rows, HelpNeed::Crisis, german).times, Times::NONE);
}

#[test]
fn the_best_of_several_counts_and_unknown_beats_none() {
    let city = city(&[
        "phone = \"0711 123456\"\nlanguages = [\"de\"]\nhours = \"Mo-Fr 09:00-17:00\"",
        "phone = \"0711 123457\"\nlanguages = [\"de\"]",
    ]);
    let rows = city.help_gaps(today());
    let own = gap(&rows, HelpNeed::Crisis, Offered::Tongue(Tongue::German));
    assert_eq!((own.by.len(), own.times), (2, Times::UNKNOWN));
}

#[test]
fn the_week_that_is_looked_at_has_no_holiday() {
    let city = city(&[]);
    // The week from 9 March has one.
    let monday = plain_monday(today(), city.calendar());
    assert_eq!(monday, "2026-03-16".parse().unwrap());
}

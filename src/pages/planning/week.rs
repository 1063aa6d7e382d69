//! When something is open within reach: a picture of the week in which each hour is told by number and by shade, and the
//! same as a table.

use maud::{Markup, html};

use super::asked::DAYS;
use super::numbers;
use crate::export::coverage::{DistrictWeek, Percent};
use crate::pages::messages::Language;

/// Hours of a day.
const HOURS: usize = 24;

/// How wide and high an hour is in the picture, and what the names of days and hours need beside it.
const CELL: (usize, usize) = (28, 24);
const NAMES: (usize, usize) = (36, 20);

/// An hour of the week in words: "Montag um 18:30 Uhr".
pub(super) fn hour_words(language: Language, hour: u16) -> String {
    let day = language.text(&format!("weekday-{}", DAYS[usize::from(hour / 24) % 7]));
    let time = format!("{}:30", hour % 24);
    language.text_with(
        "planning-hour-of-day",
        [("day", day.into()), ("time", time.into())],
    )
}

/// That only what is open in an hour of the week is meant.
pub(super) fn open_then(language: Language, hour: u16) -> String {
    let when = hour_words(language, hour);
    language.text_with("planning-open-then", [("when", when.into())])
}

/// The picture of a district's week with its table behind it.
pub(super) fn render(language: Language, week: &DistrictWeek) -> Markup {
    if week.persons.is_none() {
        return html! { p.unknown { (language.text("planning-week-unknown")) } };
    }
    html! {
        div.wide tabindex="0" role="region" aria-label=(format!("{}: {}", language.text("planning-week-title"), language.text("planning-as-table"))) {
            (picture(language, week))
        }
        p.hint { (language.text("planning-week-legend")) }
        details {
            summary { (language.text("planning-as-table")) }
            div.wide tabindex="0" role="region" aria-label=(language.text("planning-week-table")) { (table(language, week)) }
        }
    }
}

fn picture(language: Language, week: &DistrictWeek) -> Markup {
    let (width, height) = (NAMES.0 + HOURS * CELL.0, NAMES.1 + DAYS.len() * CELL.1);
    html! {
        svg.week-picture viewBox=(format!("0 0 {width} {height}")) role="img" aria-labelledby="week-picture-title week-picture-about" {
            title #week-picture-title { (language.text("planning-week-title")) }
            desc #week-picture-about { (language.text("planning-week-about")) }
            @for hour in 0..HOURS {
                text.name x=(NAMES.0 + hour * CELL.0 + CELL.0 / 2) y="14" text-anchor="middle" { (hour) }
            }
            @for (day, name) in DAYS.iter().enumerate() {
                @let top = NAMES.1 + day * CELL.1;
                text.name x="0" y=(top + 16) { (language.text(&format!("day-{name}"))) }
                @for hour in 0..HOURS { (cell(week, day, hour, top)) }
            }
        }
    }
}

fn cell(week: &DistrictWeek, day: usize, hour: usize, top: usize) -> Markup {
    let at = day * HOURS + hour;
    let surely = week.surely_percent.get(at).copied().flatten();
    let perhaps = week.perhaps_percent.get(at).copied().flatten();
    let left = NAMES.0 + hour * CELL.0;
    let is_unsure = surely != perhaps;
    html! {
        rect data-shade=(shade(surely)) x=(left) y=(top) width=(CELL.0 - 1) height=(CELL.1 - 1) {}
        text data-shade=(shade(surely)) x=(left + CELL.0 / 2) y=(top + 16) text-anchor="middle" {
            (surely.map_or(0, |own| own.0 / 10)) @if is_unsure { "+" }
        }
    }
}

/// Five shades from nobody to nearly all.
fn shade(percent: Option<Percent>) -> u64 {
    match percent.map_or(0, |own| own.0) {
        0 => 0,
        1..250 => 1,
        250..500 => 2,
        500..800 => 3,
        _ => 4,
    }
}

fn table(language: Language, week: &DistrictWeek) -> Markup {
    html! {
        table.known {
            caption.visually-hidden { (language.text("planning-week-table")) }
            thead {
                tr {
                    th scope="col" { (language.text("planning-hour")) }
                    @for name in DAYS { th scope="col" { (language.text(&format!("weekday-{name}"))) } }
                }
            }
            tbody {
                @for hour in 0..HOURS {
                    tr {
                        th scope="row" { (hour) ":30" }
                        @for day in 0..DAYS.len() {
                            @let at = day * HOURS + hour;
                            @let surely = week.surely_percent.get(at).copied().flatten();
                            @let perhaps = week.perhaps_percent.get(at).copied().flatten();
                            td {
                                (numbers::percent(language, surely))
                                @if surely != perhaps { " – " (numbers::percent(language, perhaps)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_of_the_week_is_said_with_its_day() {
        assert_eq!(hour_words(Language::De, 0), "Montag um 0:30 Uhr");
        assert_eq!(hour_words(Language::De, 167), "Sonntag um 23:30 Uhr");
    }

    #[test]
    fn only_nobody_has_the_lightest_shade_and_eighty_percent_the_darkest() {
        assert_eq!(shade(Some(Percent(0))), 0);
        assert_eq!(shade(Some(Percent(1))), 1);
        assert_eq!(shade(Some(Percent(799))), 3);
        assert_eq!(shade(Some(Percent(800))), 4);
        assert_eq!(shade(Some(Percent(1000))), 4);
    }
}

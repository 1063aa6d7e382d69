//! The answer: every date from now on for a few weeks, day by day.

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;
use maud::{Markup, html};

use crate::pages::events::PATH;
use crate::pages::events::entry::Entry;
use crate::pages::events::question::Asked;
use crate::pages::events::wording::{day_name, day_of, midnight, plain_day};
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::pages::wording::{date, number, short_date, weekday};
use crate::snapshot::{Happening, Snapshot};

/// The most dates of one page; more help nobody.
const MOST: usize = 300;

/// The most events whose next date is later than that.
const MOST_LATER: usize = 20;

/// How many weeks are shown after the next one.
const WEEKS_AFTER: u64 = 2;

/// A part of the page: its name, and its days from the first to before the second.
struct Part {
    message: &'static str,
    from: NaiveDate,
    to: NaiveDate,
    /// Whether each date is told in full.
    is_full: bool,
}

/// The parts of a page asked for on `today`; weeks begin on Monday.
fn parts(today: NaiveDate) -> Vec<Part> {
    let after = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(today);
    let to_monday = 7 - u64::from(today.weekday().num_days_from_monday());
    let (tomorrow, monday) = (after(1), after(to_monday));
    let parts = [
        ("events-today-title", today, tomorrow, true),
        ("events-week-title", tomorrow, monday, true),
        ("events-next-week-title", monday, after(to_monday + 7), true),
        (
            "events-later-title",
            after(to_monday + 7),
            after(to_monday + 7 * (1 + WEEKS_AFTER)),
            false,
        ),
    ];
    let parts = parts.map(|(message, from, to, is_full)| Part {
        message,
        from,
        to,
        is_full,
    });
    // On a Sunday nothing is left of the week.
    parts
        .into_iter()
        .filter(|part| part.from < part.to)
        .collect()
}

/// Everything that is on, with what leads on from there.
pub(super) fn render(snapshot: &Snapshot, asked: &Asked) -> Markup {
    let language = asked.language;
    let city = snapshot.settings().timezone;
    let today = snapshot.date_at(asked.now);
    let parts = parts(today);
    let end = parts.last().map_or(today, |part| part.to);
    let found = snapshot.happenings(&asked.filter, asked.now, midnight(end, city));
    let later = snapshot.later(&asked.filter, asked.now, midnight(end, city), MOST_LATER);
    let shown = &found[..found.len().min(MOST)];
    let far = Part {
        message: "events-far-title",
        from: end,
        to: NaiveDate::MAX,
        is_full: true,
    };
    html! {
        section #agenda aria-labelledby="agenda-count" {
            h2 #agenda-count { (count(language, found.len(), end)) }
            @if found.is_empty() && later.is_empty() {
                div.empty {
                    p { (language.text("events-none")) }
                    @if asked.is_narrowed() {
                        a.button.secondary href=(kept(PATH, language, &[])) { (language.text("finder-reset")) }
                    }
                }
            }
            @for part in &parts { (render_part(snapshot, asked, part, today, shown)) }
            (render_part(snapshot, asked, &far, today, &later))
        }
        p.subscribe {
            a.button.secondary href=(asked.feed()) { (language.text("events-subscribe")) }
            span.hint { (language.text("events-subscribe-hint")) }
        }
    }
}

/// How many dates there are until the last day that is shown in full.
fn count(language: Language, total: usize, end: NaiveDate) -> String {
    let total_words = number(total);
    if total > MOST {
        let shown = number(MOST);
        return language.text_with(
            "events-limited",
            [("shown", shown.into()), ("total", total_words.into())],
        );
    }
    let day = short_date(language, end.pred_opt().unwrap_or(end));
    language.text_with(
        "events-count",
        [
            ("count", total.into()),
            ("total", total_words.into()),
            ("day", day.into()),
        ],
    )
}

fn render_part(
    snapshot: &Snapshot,
    asked: &Asked,
    part: &Part,
    today: NaiveDate,
    shown: &[Happening<'_>],
) -> Markup {
    let language = asked.language;
    let city = snapshot.settings().timezone;
    let days = by_day(shown, part, today, city);
    html! {
        @if !days.is_empty() || part.from == today {
            section.part aria-labelledby=(part.message) {
                h3 #(part.message) { (language.text(part.message)) }
                @if days.is_empty() { p.hint { (language.text("events-nothing-today")) } }
                @for (day, dates) in days {
                    div.day {
                        h4 { (day_title(language, day, today)) }
                        ul.dates role="list" {
                            @for happening in dates {
                                (Entry { language, snapshot, happening, day, city }.in_list(part.is_full))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a day; below "today" it need not say so again.
fn day_title(language: Language, day: NaiveDate, today: NaiveDate) -> String {
    if day == today {
        return plain_day(language, day);
    }
    // The year says itself only for the next months.
    if (day - today).num_days() > 180 {
        return format!("{}, {}", weekday(language, day), date(language, day));
    }
    day_name(language, day, today)
}

/// The dates of a part, each under the day it begins on, or today where it has begun before.
fn by_day<'a, 'b>(
    shown: &'b [Happening<'a>],
    part: &Part,
    today: NaiveDate,
    city: Tz,
) -> Vec<(NaiveDate, Vec<&'b Happening<'a>>)> {
    let mut days: Vec<(NaiveDate, Vec<&Happening<'_>>)> = Vec::new();
    for own in shown {
        let day = day_of(&own.occurrence, today, city);
        if !(part.from..part.to).contains(&day) {
            continue;
        }
        match days.last_mut() {
            Some((last, dates)) if *last == day => dates.push(own),
            _ => days.push((day, vec![own])),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(today: &str) -> Vec<(&'static str, String, String)> {
        let parts = parts(today.parse().unwrap());
        let told = parts
            .iter()
            .map(|part| (part.message, part.from.to_string(), part.to.to_string()));
        told.collect()
    }

    #[test]
    fn a_week_ends_on_sunday_and_the_parts_leave_no_day_out() {
        let tuesday = told("2026-11-24");
        assert_eq!(
            tuesday[1],
            (
                "events-week-title",
                "2026-11-25".into(),
                "2026-11-30".into()
            )
        );
        assert_eq!(
            tuesday[2],
            (
                "events-next-week-title",
                "2026-11-30".into(),
                "2026-12-07".into()
            )
        );
        assert_eq!(
            tuesday[3],
            (
                "events-later-title",
                "2026-12-07".into(),
                "2026-12-21".into()
            )
        );
        let sunday = told("2026-11-22");
        assert_eq!(sunday[0].0, "events-today-title");
        assert_eq!(
            sunday[1],
            (
                "events-next-week-title",
                "2026-11-23".into(),
                "2026-11-30".into()
            )
        );
        for today in [
            "2026-11-22",
            "2026-11-23",
            "2026-11-24",
            "2026-11-28",
            "2026-12-31",
        ] {
            let told = told(today);
            assert!(
                told.windows(2).all(|pair| pair[0].2 == pair[1].1),
                "{told:?}"
            );
        }
    }
}

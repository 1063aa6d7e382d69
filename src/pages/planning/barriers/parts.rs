//! What is said in words: how far the city is, what to keep in mind, what would help most, what is not known.

use maud::{Markup, html};

use super::View;
use crate::export::barrier_free::{CountsRow, Obstacle, Told};
use crate::export::coverage::{Percent, Thousandths};
use crate::pages::messages::Language;
use crate::pages::planning::numbers;
use crate::pages::wording::{self, number};

/// So many obstacles are named.
const MOST_OBSTACLES: usize = 6;

pub(super) fn whole(count: u32) -> String {
    number(count as usize)
}

/// How far it is and when it would be reached, in two sentences.
pub(super) fn lead(view: &View<'_>) -> String {
    let language = view.language;
    let own = &view.report.city;
    if own.all == 0 {
        return language.text("barriers-lead-none");
    }
    let said = [
        ("standard", own.standard.into()),
        ("all", own.all.into()),
        ("missing", own.not_audited.into()),
    ];
    let said = language.text_with("barriers-lead", said);
    let made_up = made_up(language, own);
    let parts = [Some(said), made_up, Some(outlook(view))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many results are sample data; none where none is.
pub(super) fn made_up(language: Language, own: &CountsRow) -> Option<String> {
    let said = || language.text_with("barriers-made-up-count", [("count", own.made_up.into())]);
    (own.made_up > 0).then(said)
}

/// What is made up is never called audited: the name of a column or line of which it is a part.
pub(super) fn or_made_up(view: &View<'_>, key: &'static str) -> &'static str {
    match key {
        _ if view.report.city.made_up == 0 => key,
        "barriers-audited" => "barriers-audited-or-example",
        "barriers-figure-audited" => "barriers-figure-audited-or-example",
        "barriers-line-audited" => "barriers-line-audited-or-example",
        "barriers-rating-unknown" => "barriers-rating-unknown-or-example",
        _ => key,
    }
}

/// When all would meet the standard, in a sentence.
fn outlook(view: &View<'_>) -> String {
    let language = view.language;
    let Some(year) = &view.report.outlook.year else {
        return language.text("barriers-lead-reached");
    };
    let earliest = year.low.map(whole_year);
    match (
        year.value.map(whole_year),
        earliest,
        year.high.map(whole_year),
    ) {
        (Some(value), Some(low), Some(high)) => language.text_with(
            "barriers-lead-year",
            [
                ("year", value.into()),
                ("low", low.into()),
                ("high", high.into()),
            ],
        ),
        (Some(value), Some(low), None) => language.text_with(
            "barriers-lead-year-open",
            [("year", value.into()), ("low", low.into())],
        ),
        (_, Some(low), _) => language.text_with("barriers-lead-no-year", [("low", low.into())]),
        _ => language.text("barriers-lead-never"),
    }
}

/// The year in which something falls, without its part.
pub(super) fn whole_year(own: Thousandths) -> String {
    (own.0 / 1000).to_string()
}

/// The three key figures.
pub(super) fn figures(view: &View<'_>) -> Markup {
    let own = &view.report.city;
    let all = [
        (
            "total",
            own.share_total,
            own.standard,
            own.all,
            "barriers-figure-total",
        ),
        (
            "minimum",
            own.share_minimum,
            own.minimum,
            own.all,
            "barriers-figure-minimum",
        ),
        (
            "audited",
            own.share_audited,
            own.audited,
            own.all,
            "barriers-figure-audited",
        ),
    ];
    html! {
        ul.indicator {
            @for (name, share, part, whole, message) in all {
                li data-figure=(name) {
                    div {
                        strong { (numbers::percent(view.language, share)) }
                        span.line { (view.language.text(or_made_up(view, message))) }
                        span.line.hint { (of(view.language, part, whole)) }
                        @if let Some(said) = made_up(view.language, own).filter(|_| name == "audited") { span.line.hint data-part="made-up" { (said) } }
                    }
                }
            }
        }
    }
}

fn of(language: Language, part: u32, all: u32) -> Markup {
    html! {
        data value=(part) { (whole(part)) } " " (language.text("planning-of")) " " data value=(all) { (whole(all)) }
    }
}

/// What must be kept in mind beside the numbers.
pub(super) fn warnings(view: &View<'_>) -> Markup {
    let outlook = &view.report.outlook;
    html! {
        @if !outlook.warnings.is_empty() {
            ul.plain.warnings {
                @for own in &outlook.warnings {
                    li data-warning=(own) { (view.language.text(&format!("barriers-warning-{own}"))) }
                }
            }
        }
        @if view.report.city.all > 0 { p data-part="pace" { (pace(view)) } }
    }
}

/// The pace, its interval, and what it would take.
fn pace(view: &View<'_>) -> String {
    let (language, outlook) = (view.language, &view.report.outlook);
    let [first, last] = outlook.pace_years.map(|own| own.to_string());
    let said = [
        ("count", outlook.newly_reached.into()),
        ("found", outlook.first_found.into()),
        ("first", first.into()),
        ("last", last.into()),
        ("rate", tenth(language, outlook.rate_per_year.value).into()),
        ("low", tenth(language, outlook.rate_per_year.low).into()),
        ("high", tenth(language, outlook.rate_per_year.high).into()),
    ];
    let mut said = language.text_with("barriers-pace", said);
    if let Some(required) = outlook.required_per_year {
        said += " ";
        let required = tenth(language, Some(required));
        said += &language.text_with("barriers-required", [("rate", required.into())]);
    }
    said
}

/// A number with one decimal, or that nobody can say.
pub(super) fn tenth(language: Language, own: Option<Thousandths>) -> String {
    let Some(own) = own else {
        return language.text("barriers-open");
    };
    let tenths = (own.0 + 50) / 100;
    numbers::decimal(language, &format!("{}.{}", tenths / 10, tenths % 10))
}

/// A number with its interval.
pub(super) fn interval(language: Language, own: &Told) -> Markup {
    html! {
        strong { (tenth(language, own.value)) }
        " (" (tenth(language, own.low)) " – " (tenth(language, own.high)) ")"
    }
}

/// What keeps most places from the standard.
pub(super) fn obstacles(view: &View<'_>) -> Markup {
    let language = view.language;
    let all = &view.report.obstacles;
    html! {
        section aria-labelledby="barriers-obstacles" {
            h2 #barriers-obstacles { (language.text("barriers-obstacles-title")) }
            @if all.is_empty() {
                p.unknown { (language.text("barriers-obstacles-none")) }
            } @else {
                p { (language.text("barriers-obstacles-about")) }
                ol.gaps.obstacles { @for own in all.iter().take(MOST_OBSTACLES) { li { (obstacle(language, own)) } } }
                @if all.len() > MOST_OBSTACLES {
                    p.hint { (language.text_with("barriers-obstacles-more", [("count", (all.len() - MOST_OBSTACLES).into())])) }
                }
            }
        }
    }
}

fn obstacle(language: Language, own: &Obstacle) -> Markup {
    let name = match language {
        Language::De => &own.de,
        Language::Simple => &own.de_simple,
        Language::En => &own.en,
    };
    let said = |key, count: u32| language.text_with(key, [("count", count.into())]);
    html! {
        strong { (name) }
        span.line {
            (said("barriers-obstacle-not-met", own.not_met))
            @if own.limited > 0 { " " (said("barriers-obstacle-limited", own.limited)) }
            @if own.opens > 0 { " " (said("barriers-obstacle-opens", own.opens)) }
            @if own.reaches_standard > 0 { " " (said("barriers-obstacle-standard", own.reaches_standard)) }
        }
    }
}

/// What nobody knows, and so is in no share.
pub(super) fn unknown(view: &View<'_>) -> Markup {
    let (language, report) = (view.language, &view.report);
    let own = &report.city;
    let counts = [
        ("barriers-unknown-not-audited", own.not_audited),
        ("barriers-unknown-minimum", own.minimum_unknown),
        ("barriers-unknown-quick", own.quick),
        ("barriers-unknown-expired", own.expired),
        ("barriers-unknown-reported", own.reported),
        ("barriers-unknown-undecided", report.undecided),
    ];
    let since = report.recorded_since;
    html! {
        section aria-labelledby="barriers-unknown" {
            h2 #barriers-unknown { (language.text("barriers-unknown-title")) }
            ul.plain {
                @for (key, count) in counts.iter().filter(|(_, count)| *count > 0) {
                    li { (language.text_with(key, [("count", (*count).into())])) }
                }
                li {
                    @match since {
                        Some(day) => (language.text_with("barriers-since", [("day", wording::date(language, day).into())])),
                        None => (language.text("barriers-since-never")),
                    }
                }
                li { (language.text("barriers-list-today")) }
            }
        }
    }
}

/// What the words mean.
pub(super) fn rules(view: &View<'_>) -> Markup {
    let language = view.language;
    let all = [
        ("barriers-rule-list", "barriers-rule-list-about"),
        ("barriers-minimum", "barriers-minimum-about"),
        ("barriers-standard", "barriers-standard-about"),
        ("barriers-rule-projection", "barriers-rule-projection-about"),
    ];
    html! {
        section aria-labelledby="barriers-rules" {
            h2 #barriers-rules { (language.text("barriers-rules-title")) }
            dl.facts {
                @for (name, about) in all {
                    div { dt { (language.text(name)) } dd { (language.text(about)) } }
                }
            }
        }
    }
}

/// A count that says how many are not decided.
pub(super) fn counted(language: Language, count: u32, unknown: u32) -> Markup {
    html! {
        data value=(count) { (whole(count)) }
        @if unknown > 0 {
            span.line.hint { (language.text_with("barriers-of-unknown", [("count", unknown.into())])) }
        }
    }
}

/// The main indicator of some places.
pub(super) fn share(language: Language, own: &CountsRow) -> Markup {
    let share: Option<Percent> = own.share_total;
    html! {
        @if own.all == 0 { "–" } @else { (numbers::percent(language, share)) }
    }
}

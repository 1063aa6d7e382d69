//! How far the districts had come quarter by quarter, with the line of the goal: a chart and its table.

use chrono::Datelike;
use maud::{Markup, html};

use crate::coverage::Level;
use crate::domain::DistrictId;
use crate::export::coverage::{DistrictQuarter, HistoryReport, NamedPlace, QuarterRow};
use crate::pages::messages::Language;
use crate::pages::wording;

/// The size of a chart and what its words need at the left and below.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 40.0;
const BELOW: f64 = 26.0;
const ABOVE: f64 = 14.0;

/// Levels from the lowest line of a district's chart to the highest.
const STEPS: [Level; 5] = [
    Level::NotSurveyed,
    Level::Missing,
    Level::Present,
    Level::Reachable,
    Level::GoodForAll,
];

/// A line of heights over quarters, and the height that is the goal.
struct Chart {
    name: &'static str,
    title: String,
    about: String,
    /// Each with the years since the first quarter and its height.
    points: Vec<(f64, f64)>,
    /// Up to where it may have been, as far as anybody knows; empty where that is known.
    perhaps: Vec<(f64, f64)>,
    /// The years from the first quarter to the day of the goal, and its height.
    goal: (f64, f64),
    goal_words: String,
    /// The words of each height.
    heights: Vec<(f64, String)>,
    /// The words of years.
    years: Vec<(f64, String)>,
}

/// The districts at level 1, quarter by quarter.
pub(super) fn of_city(language: Language, past: &HistoryReport) -> Markup {
    if past.target.districts == 0 {
        return html! {};
    }
    let total = past.target.districts as f64;
    let heights = [0, past.target.districts / 2, past.target.districts];
    let chart = Chart {
        name: "past",
        title: language.text("planning-past-title"),
        about: language.text("planning-past-about"),
        points: points(past, |own| Some(own.at_least[0] as f64)),
        perhaps: points(past, |own| {
            Some((own.at_least[0] + own.not_surveyed) as f64)
        }),
        goal: (years_to_goal(past), total),
        goal_words: goal_words(language, past),
        heights: heights.map(|own| (own as f64, own.to_string())).into(),
        years: years(past),
    };
    html! {
        section aria-labelledby="plan-past" {
            h2 #plan-past { (language.text("planning-past-title")) }
            (chart.render())
            p.hint { (language.text("planning-past-legend")) }
            details {
                summary { (language.text("planning-as-table")) }
                (city_table(language, past))
            }
        }
    }
}

/// The level of a district, quarter by quarter.
pub(super) fn of_district(language: Language, past: &HistoryReport, id: &DistrictId) -> Markup {
    let level = |own: &QuarterRow| district_of(own, id).map(|own| height(own.level));
    let chart = Chart {
        name: "past",
        title: language.text("planning-past-level"),
        about: language.text("planning-past-level-about"),
        points: points(past, level),
        perhaps: Vec::new(),
        goal: (years_to_goal(past), height(past.target.level)),
        goal_words: goal_words(language, past),
        heights: STEPS.map(|own| (height(own), own.to_string())).into(),
        years: years(past),
    };
    html! {
        (chart.render())
        details {
            summary { (language.text("planning-as-table")) }
            (district_table(language, past, id))
        }
    }
}

fn district_of<'a>(quarter: &'a QuarterRow, id: &DistrictId) -> Option<&'a DistrictQuarter> {
    quarter.districts.iter().find(|own| own.id == *id)
}

fn height(level: Level) -> f64 {
    let step = STEPS.iter().position(|own| *own == level);
    step.unwrap_or_default() as f64
}

/// Years from the end of the first quarter.
fn since_first(past: &HistoryReport, day: chrono::NaiveDate) -> f64 {
    let first = past.quarters.first().map_or(day, |own| own.last_day);
    (day - first).num_days() as f64 / 365.25
}

fn points(past: &HistoryReport, height: impl Fn(&QuarterRow) -> Option<f64>) -> Vec<(f64, f64)> {
    let quarters = past.quarters.iter();
    let points = quarters.filter_map(|own| Some((since_first(past, own.last_day), height(own)?)));
    points.collect()
}

fn years_to_goal(past: &HistoryReport) -> f64 {
    since_first(past, past.target.date)
}

fn goal_words(language: Language, past: &HistoryReport) -> String {
    let year = past.target.date.year().to_string();
    language.text_with("planning-goal", [("year", year.into())])
}

/// The first of January of every second year or so, where it stands in the chart.
fn years(past: &HistoryReport) -> Vec<(f64, String)> {
    let Some(first) = past.quarters.first() else {
        return Vec::new();
    };
    let (from, to) = (first.last_day.year() + 1, past.target.date.year());
    let step = usize::try_from((to - from) / 8 + 1).unwrap_or(1);
    let years = (from..=to).step_by(step);
    let placed = years.filter_map(|year| {
        let day = chrono::NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some((since_first(past, day), year.to_string()))
    });
    placed.collect()
}

impl Chart {
    fn x(&self, years: f64) -> f64 {
        let all = self.goal.0.max(0.25);
        LEFT + years / all * (WIDTH - LEFT - 10.0)
    }

    fn y(&self, height: f64) -> f64 {
        let most = self.heights.iter().map(|(own, _)| *own).fold(1.0, f64::max);
        HEIGHT - BELOW - height / most * (HEIGHT - BELOW - ABOVE)
    }

    fn render(&self) -> Markup {
        let (title, about) = (
            format!("{}-title", self.name),
            format!("{}-about", self.name),
        );
        html! {
            svg.chart viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby=(format!("{title} {about}")) {
                title id=(title) { (self.title) }
                desc id=(about) { (self.about) }
                (self.grid())
                @if !self.perhaps.is_empty() { polygon.perhaps points=(self.band()) {} }
                (self.goal_line())
                polyline.course fill="none" points=(self.course(&self.points).join(" ")) {}
                @for (years, height) in &self.points {
                    circle.course cx=(one(self.x(*years))) cy=(one(self.y(*height))) r="3" {}
                }
            }
        }
    }

    fn grid(&self) -> Markup {
        html! {
            @for (height, words) in &self.heights {
                line.grid x1=(LEFT) x2=(WIDTH) y1=(one(self.y(*height))) y2=(one(self.y(*height))) {}
                text x=(LEFT - 8.0) y=(one(self.y(*height) + 4.0)) text-anchor="end" { (words) }
            }
            @for (years, words) in &self.years {
                line.grid x1=(one(self.x(*years))) x2=(one(self.x(*years))) y1=(HEIGHT - BELOW) y2=(HEIGHT - BELOW + 5.0) {}
                text x=(one(self.x(*years))) y=(HEIGHT - 6.0) text-anchor="middle" { (words) }
            }
        }
    }

    fn goal_line(&self) -> Markup {
        let y = self.y(self.goal.1);
        html! {
            line.goal x1=(LEFT) x2=(WIDTH) y1=(one(y)) y2=(one(y)) stroke-dasharray="7 5" {}
            text.goal x=(WIDTH - 12.0) y=(one(y - 4.0)) text-anchor="end" { (self.goal_words) }
        }
    }

    /// A line that goes level until the next quarter says otherwise.
    fn course(&self, points: &[(f64, f64)]) -> Vec<String> {
        let mut corners: Vec<String> = Vec::new();
        let mut last: Option<f64> = None;
        for (years, height) in points {
            let (x, y) = (self.x(*years), self.y(*height));
            if let Some(before) = last {
                corners.push(format!("{x:.1},{before:.1}"));
            }
            corners.push(format!("{x:.1},{y:.1}"));
            last = Some(y);
        }
        corners
    }

    /// The outline of what lies between the line and what it may have been.
    fn band(&self) -> String {
        let mut corners = self.course(&self.points);
        corners.extend(self.course(&self.perhaps).into_iter().rev());
        corners.join(" ")
    }
}

fn one(number: f64) -> String {
    format!("{number:.1}")
}

fn city_table(language: Language, past: &HistoryReport) -> Markup {
    let columns = [
        "planning-step-1",
        "planning-step-2",
        "planning-step-3",
        "planning-level-U",
        "planning-opened",
        "planning-closed",
    ];
    html! {
        div.wide tabindex="0" role="region" aria-label=(format!("{}: {}", language.text("planning-past-title"), language.text("planning-as-table"))) {
            table.known {
                thead {
                    tr {
                        th scope="col" { (language.text("planning-quarter")) }
                        @for column in columns { th scope="col" { (language.text(column)) } }
                    }
                }
                tbody {
                    @for own in past.quarters.iter().rev() {
                        tr {
                            th scope="row" { (own.quarter) }
                            @for count in own.at_least { td { (wording::number(count)) } }
                            td { (wording::number(own.not_surveyed)) }
                            td { (names(&own.opened)) }
                            td { (names(&own.closed)) }
                        }
                    }
                }
            }
        }
    }
}

fn names(places: &[NamedPlace]) -> String {
    let names = places.iter().map(|own| own.name.to_string());
    names.collect::<Vec<_>>().join(", ")
}

fn district_table(language: Language, past: &HistoryReport, id: &DistrictId) -> Markup {
    let columns = [
        "planning-level",
        "planning-counted",
        "planning-in-use",
        "planning-basis",
    ];
    html! {
        div.wide tabindex="0" role="region" aria-label=(format!("{}: {}", language.text("planning-past-level"), language.text("planning-as-table"))) {
            table.known {
                thead {
                    tr {
                        th scope="col" { (language.text("planning-quarter")) }
                        @for column in columns { th scope="col" { (language.text(column)) } }
                    }
                }
                tbody {
                    @for quarter in past.quarters.iter().rev() {
                        @if let Some(own) = district_of(quarter, id) {
                            tr {
                                th scope="row" { (quarter.quarter) }
                                td { (own.level) " – " (super::wording::level_words(language, own.level)) }
                                td { (both(language, own.counted_rooms, own.counted_outdoors)) }
                                td { (both(language, own.rooms_in_use as usize, own.outdoors_in_use as usize)) }
                                td { (language.text(if own.is_kept { "planning-kept" } else { "planning-worked-out" })) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn both(language: Language, rooms: usize, outdoors: usize) -> String {
    let counts = [("rooms", rooms.into()), ("outdoors", outdoors.into())];
    language.text_with("planning-rooms-outdoors", counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_level_is_the_highest_line_and_nothing_known_the_lowest() {
        assert!(height(Level::GoodForAll) > height(Level::Present));
        assert_eq!(height(Level::NotSurveyed).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn a_level_stays_until_the_next_quarter() {
        let chart = Chart {
            name: "x",
            title: String::new(),
            about: String::new(),
            points: vec![(0.0, 0.0), (1.0, 2.0)],
            perhaps: Vec::new(),
            goal: (2.0, 2.0),
            goal_words: String::new(),
            heights: vec![(0.0, String::new()), (2.0, String::new())],
            years: Vec::new(),
        };
        assert_eq!(
            chart.course(&chart.points).join(" "),
            "40.0,194.0 335.0,194.0 335.0,14.0"
        );
    }
}

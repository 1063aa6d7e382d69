//! The curve to 2040: what was reached year by year, what the goal takes, and what is to be expected at the pace of the past.
//! Every line has its own dashes and every area its pattern, so that it is read in black and white.

use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

use super::parts::or_made_up;
use super::{View, table};
use crate::barrier_free::progress::year_of;
use crate::export::barrier_free::ProgressReport;
use crate::export::coverage::Thousandths;

/// The size of the drawing and what its words need around it.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 14.0;
const BELOW: f64 = 28.0;
const ABOVE: f64 = 22.0;

/// The lines of the drawing: the name of each, and its dashes.
const LINES: [(&str, &str, Option<&str>); 4] = [
    ("standard", "barriers-line-standard", None),
    ("audited", "barriers-line-audited", Some("1 3")),
    ("goal", "barriers-line-required", Some("9 5")),
    ("expected", "barriers-line-expected", Some("4 3")),
];

/// The chart under its title, with its table.
pub(super) fn section(view: &View<'_>) -> Markup {
    let language = view.language;
    html! {
        section #curve {
            h2 #barriers-curve { (language.text("barriers-years-title")) }
            @if view.report.city.all > 0 {
                div.wide tabindex="0" role="region" aria-labelledby="barriers-curve" { (drawing(view)) }
                (legend(view))
            }
            details {
                summary { (language.text("planning-as-table")) }
                (table::years(view))
            }
        }
    }
}

/// The drawing alone.
pub(super) fn drawing(view: &View<'_>) -> Markup {
    let language = view.language;
    let chart = Chart::of(&view.report);
    let goal = view.report.target_year;
    let x = chart.x(goal.into());
    html! {
        svg.chart.to-2040 viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby="curve-title curve-about" {
            title #curve-title { (language.text("barriers-years-title")) }
            desc #curve-about { (about(view)) }
            defs {
                pattern #fan-lines width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    line.fan-line x1="0" y1="0" x2="0" y2="6" {}
                }
            }
            (chart.grid())
            polygon.fan fill="url(#fan-lines)" points=(chart.fan()) {}
            line.goal x1=(one(x)) x2=(one(x)) y1=(ABOVE) y2=(HEIGHT - BELOW) {}
            text.goal x=(one(x)) y=(ABOVE - 8.0) text-anchor="middle" { (language.text_with("barriers-goal", [("year", goal.to_string().into())])) }
            @for (class, points) in [("goal", chart.required()), ("expected", chart.expected()), ("audited", chart.audited()), ("standard", chart.standard())] {
                polyline class=(class) fill="none" stroke-dasharray=[dashes(class)] points=(points) {}
            }
            @for (x, y) in chart.reached() {
                circle.standard cx=(one(x)) cy=(one(y)) r="3" {}
            }
        }
    }
}

fn dashes(class: &str) -> Option<&'static str> {
    let line = LINES.iter().find(|(own, ..)| *own == class);
    line.and_then(|(_, _, dashes)| *dashes)
}

/// What each line means, beside a piece of it.
pub(super) fn legend(view: &View<'_>) -> Markup {
    let language = view.language;
    html! {
        ul.legend {
            @for (class, message, dashes) in LINES {
                li {
                    svg.chart.sample viewBox="0 0 32 12" width="32" height="12" aria-hidden="true" {
                        line class=(class) x1="0" x2="32" y1="6" y2="6" stroke-dasharray=[dashes] {}
                    }
                    (language.text(or_made_up(view, message)))
                }
            }
            li {
                svg.chart.sample viewBox="0 0 32 12" width="32" height="12" aria-hidden="true" {
                    rect.fan fill="url(#fan-lines)" x="0" y="0" width="32" height="12" {}
                }
                (language.text("barriers-line-fan"))
            }
        }
    }
}

/// The drawing in words.
fn about(view: &View<'_>) -> String {
    let report = &view.report;
    let first = report.history.first().map_or(0, |own| own.year);
    let said = [
        ("first", first.to_string().into()),
        ("standard", report.city.standard.into()),
        ("all", report.city.all.into()),
    ];
    view.language.text_with("barriers-curve-about", said)
}

/// Years from left to right, places from below.
struct Chart<'a> {
    report: &'a ProgressReport,
    first: f64,
    last: f64,
}

impl<'a> Chart<'a> {
    fn of(report: &'a ProgressReport) -> Self {
        let first = report.history.first().map(|own| end_of(own.day));
        let last = report.ahead.last().map(|own| own.year + 1);
        let now = year_of(report.provenance.date);
        Self {
            report,
            first: first.unwrap_or(now).min(now.floor()),
            last: last.unwrap_or(report.target_year).into(),
        }
    }

    fn x(&self, year: f64) -> f64 {
        let all = (self.last - self.first).max(1.0);
        LEFT + (year - self.first) / all * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, places: f64) -> f64 {
        let most = f64::from(self.report.city.all).max(1.0);
        HEIGHT - BELOW - places / most * (HEIGHT - BELOW - ABOVE)
    }

    fn point(&self, year: f64, places: f64) -> String {
        format!("{:.1},{:.1}", self.x(year), self.y(places))
    }

    /// Where the lines to the future begin.
    fn now(&self) -> (f64, f64) {
        let year = year_of(self.report.provenance.date);
        (year, f64::from(self.report.city.standard))
    }

    fn grid(&self) -> Markup {
        let all = self.report.city.all;
        let mut heights = vec![0, all / 2, all];
        heights.dedup();
        let (from, to) = (self.first.ceil(), self.last);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a year of the calendar is no large number"
        )]
        let years = (from as i32..=to as i32).filter(|year| year % 5 == 0);
        html! {
            @for height in heights {
                line.grid x1=(LEFT) x2=(WIDTH - RIGHT) y1=(one(self.y(height.into()))) y2=(one(self.y(height.into()))) {}
                text x=(LEFT - 6.0) y=(one(self.y(height.into()) + 4.0)) text-anchor="end" { (height) }
            }
            @for year in years {
                line.grid x1=(one(self.x(year.into()))) x2=(one(self.x(year.into()))) y1=(HEIGHT - BELOW) y2=(HEIGHT - BELOW + 5.0) {}
                text x=(one(self.x(year.into()))) y=(HEIGHT - 8.0) text-anchor="middle" { (year) }
            }
        }
    }

    /// A line that goes level until something else was published.
    fn course(&self, places: impl Fn(usize) -> u32) -> String {
        let mut corners = Vec::new();
        let mut last: Option<f64> = None;
        for (at, own) in self.report.history.iter().enumerate() {
            let (year, here) = (end_of(own.day), f64::from(places(at)));
            corners.extend(last.map(|before| self.point(year, before)));
            corners.push(self.point(year, here));
            last = Some(here);
        }
        corners.join(" ")
    }

    fn standard(&self) -> String {
        self.course(|at| self.report.history[at].standard)
    }

    fn audited(&self) -> String {
        self.course(|at| self.report.history[at].audited)
    }

    fn reached(&self) -> Vec<(f64, f64)> {
        let history = self.report.history.iter();
        let points = history.map(|own| (self.x(end_of(own.day)), self.y(own.standard.into())));
        points.collect()
    }

    /// A straight line to the goal; none where nothing is left to be reached, or where its year is over.
    fn required(&self) -> String {
        if self.report.outlook.required_per_year.is_none() {
            return String::new();
        }
        let (now, standard) = self.now();
        let goal = self.point(self.report.target_year.into(), self.report.city.all.into());
        format!("{} {goal}", self.point(now, standard))
    }

    fn expected(&self) -> String {
        let (now, standard) = self.now();
        let years = self.report.ahead.iter();
        let points = years
            .filter_map(|own| Some(self.point((own.year + 1).into(), number(own.expected.value?))));
        let points: Vec<_> = std::iter::once(self.point(now, standard))
            .chain(points)
            .collect();
        points.join(" ")
    }

    /// What lies between the ends of the interval.
    fn fan(&self) -> String {
        let (now, standard) = self.now();
        let end = |year: i32, own: Option<Thousandths>| {
            own.map(|own| self.point((year + 1).into(), number(own)))
        };
        let ahead = self.report.ahead.iter();
        let low = ahead
            .clone()
            .filter_map(|own| end(own.year, own.expected.low));
        let high = ahead
            .rev()
            .filter_map(|own| end(own.year, own.expected.high));
        let points = std::iter::once(self.point(now, standard))
            .chain(low)
            .chain(high);
        points.collect::<Vec<_>>().join(" ")
    }
}

/// The moment at which a day is over, as a year.
fn end_of(day: NaiveDate) -> f64 {
    day.succ_opt().map_or_else(|| day.year().into(), year_of)
}

fn number(own: Thousandths) -> f64 {
    own.0 as f64 / 1000.0
}

fn one(number: f64) -> String {
    format!("{number:.1}")
}

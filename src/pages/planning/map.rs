//! The planner's map, drawn by the server: districts with a pattern for each level, counted places, gaps.
//!
//! It says nothing that the tables beside it do not say.

use geo::MultiPolygon;
use maud::{Markup, html};

use super::canvas::Canvas;
use crate::coverage::Level;
use crate::domain::shape::label_of;
use crate::domain::{Class, District, DistrictId, Location};
use crate::export::coverage::{DistrictRow, NamedPlace};
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

/// A map and what is on it.
pub(super) struct Drawing<'a> {
    /// The language of its words.
    pub(super) language: Language,
    /// The city it shows.
    pub(super) city: &'a Snapshot,
    /// A name that no other map of the page has.
    pub(super) name: &'static str,
    /// What it shows, in a few words.
    pub(super) title: String,
    /// Whether the eye is told so too.
    pub(super) is_titled: bool,
    /// Districts with their levels.
    pub(super) levels: Vec<(DistrictId, Level)>,
    /// Places, each with its class.
    pub(super) places: Vec<(Location, Class)>,
    /// Gaps with their numbers, if they have any.
    pub(super) gaps: Vec<(Option<usize>, &'a MultiPolygon<f64>)>,
    /// Spots that a scenario is about.
    pub(super) marks: Vec<Location>,
    /// Only this district.
    pub(super) only: Option<&'a District>,
}

/// Every level, in the order of the legend.
pub(super) const LEVELS: [Level; 5] = [
    Level::GoodForAll,
    Level::Reachable,
    Level::Present,
    Level::Missing,
    Level::NotSurveyed,
];

/// The levels of a report.
pub(super) fn levels_of(rows: &[DistrictRow]) -> Vec<(DistrictId, Level)> {
    rows.iter().map(|own| (own.id.clone(), own.level)).collect()
}

/// Places of a report, where they are.
pub(super) fn spots_of<'a>(
    city: &Snapshot,
    places: impl IntoIterator<Item = &'a NamedPlace>,
) -> Vec<(Location, Class)> {
    let places = places.into_iter();
    let located = places.filter_map(|own| Some((city.place(own.id)?.place.shape.label(), own.cls)));
    located.collect()
}

impl Drawing<'_> {
    /// The map as SVG, with its legend.
    pub(super) fn render(&self) -> Markup {
        let canvas = match self.only {
            Some(district) => Canvas::of_box(district.bbox()),
            None => Canvas::of_city(self.city, self.gaps.iter().map(|(_, area)| *area)),
        };
        html! {
            @if let Some(canvas) = canvas {
                figure.plan-map {
                    @if self.is_titled { p aria-hidden="true" { strong { (self.title) } } }
                    (self.picture(&canvas))
                    (self.legend())
                }
            }
        }
    }

    fn picture(&self, canvas: &Canvas) -> Markup {
        let (title, about) = (
            format!("{}-title", self.name),
            format!("{}-about", self.name),
        );
        let view = format!("0 0 {:.0} {:.0}", canvas.width, canvas.height);
        html! {
            svg viewBox=(view) role="img" aria-labelledby=(format!("{title} {about}")) {
                title id=(title) { (self.title) }
                desc id=(about) { (self.language.text("planning-map-about")) }
                (patterns(self.name))
                @for (id, level) in &self.levels {
                    @if let Some(district) = self.city.district(id) {
                        path.ground data-level=(level) d=(canvas.path(&district.area)) {}
                        path.hatch data-level=(level) d=(canvas.path(&district.area)) fill=(pattern(self.name, *level)) {}
                    }
                }
                @for (number, area) in &self.gaps { (gap(canvas, *number, area)) }
                @for (location, class) in &self.places { (place(canvas.at(*location), *class)) }
                @for location in &self.marks { (mark(canvas.at(*location))) }
                @for (id, level) in &self.levels {
                    @if let Some(district) = self.city.district(id) { (label(canvas, district, *level)) }
                }
            }
        }
    }

    /// What patterns and signs mean; only those levels that are on the map.
    fn legend(&self) -> Markup {
        let language = self.language;
        let is_shown = |level: &&Level| self.levels.iter().any(|(_, own)| own == *level);
        html! {
            figcaption {
                ul.legend {
                    @for level in LEVELS.iter().filter(is_shown) {
                        li {
                            (swatch(self.name, *level))
                            span { (level) " – " (super::wording::level_words(language, *level)) }
                        }
                    }
                    @for class in [Class::Room, Class::Outdoor] {
                        li {
                            svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" { (place((8.0, 8.0), class)) }
                            span { (language.text(&format!("planning-map-{class}"))) }
                        }
                    }
                    @if !self.gaps.is_empty() {
                        li {
                            svg viewBox="0 0 28 18" width="28" height="18" aria-hidden="true" { rect.gap x="2" y="2" width="24" height="14" {} }
                            span { (language.text("planning-map-gap")) }
                        }
                    }
                    @if !self.marks.is_empty() {
                        li {
                            svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" { (mark((8.0, 8.0))) }
                            span { (language.text("planning-map-mark")) }
                        }
                    }
                }
            }
        }
    }
}

fn swatch(name: &str, level: Level) -> Markup {
    html! {
        svg viewBox="0 0 28 18" width="28" height="18" aria-hidden="true" {
            rect.ground data-level=(level) width="28" height="18" {}
            rect.hatch data-level=(level) width="28" height="18" fill=(pattern(name, level)) {}
        }
    }
}

/// A square for a room and a round for a place outdoors, as everywhere on this site's maps.
fn place((x, y): (f64, f64), class: Class) -> Markup {
    html! {
        @if class == Class::Room {
            rect.spot x=(format!("{:.1}", x - 4.5)) y=(format!("{:.1}", y - 4.5)) width="9" height="9" {}
        } @else {
            circle.spot.outdoor cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="5" {}
        }
    }
}

/// A gap with its number in the list.
fn gap(canvas: &Canvas, number: Option<usize>, area: &MultiPolygon<f64>) -> Markup {
    let (x, y) = canvas.at(label_of(area));
    html! {
        path.gap d=(canvas.path(area)) {}
        @if let Some(number) = number {
            text.gap-number x=(format!("{x:.1}")) y=(format!("{:.1}", y + 4.0)) text-anchor="middle" { (number) }
        }
    }
}

fn mark((x, y): (f64, f64)) -> Markup {
    let points = format!(
        "{x:.1},{:.1} {:.1},{y:.1} {x:.1},{:.1} {:.1},{y:.1}",
        y - 8.0,
        x + 8.0,
        y + 8.0,
        x - 8.0
    );
    html! { polygon.mark-spot points=(points) {} }
}

/// The name of a district with its level, in the district.
fn label(canvas: &Canvas, district: &District, level: Level) -> Markup {
    let (x, y) = canvas.at(district.label());
    html! {
        text x=(format!("{x:.1}")) y=(format!("{y:.1}")) text-anchor="middle" {
            (district.name)
            tspan.sign x=(format!("{x:.1}")) dy="1.15em" { (level) }
        }
    }
}

fn pattern(name: &str, level: Level) -> String {
    format!("url(#{name}-{level})")
}

/// A pattern for each level: the less a district has, the denser.
fn patterns(name: &str) -> Markup {
    let lines = |level: Level, gap: u32, turn: u32, width: &str| {
        html! {
            pattern id=(format!("{name}-{level}")) data-level=(level) patternUnits="userSpaceOnUse" width=(gap) height=(gap)
                patternTransform=(format!("rotate({turn})")) {
                line x1="0" y1="0" x2="0" y2=(gap) stroke-width=(width) {}
            }
        }
    };
    html! {
        defs {
            (lines(Level::Present, 12, 45, "2"))
            (lines(Level::Reachable, 22, 90, "1.5"))
            pattern id=(format!("{name}-{}", Level::Missing)) data-level="0" patternUnits="userSpaceOnUse" width="7" height="7" {
                path d="M0 0L7 7M7 0L0 7" stroke-width="1.6" fill="none" {}
            }
            pattern id=(format!("{name}-{}", Level::NotSurveyed)) data-level="U" patternUnits="userSpaceOnUse" width="11" height="11" {
                circle cx="5.5" cy="5.5" r="1.4" {}
            }
            pattern id=(format!("{name}-{}", Level::GoodForAll)) data-level="3" patternUnits="userSpaceOnUse" width="8" height="8" {}
        }
    }
}

//! The maps of a release, drawn by the server: one for each group, side by side in one picture, each class a tint and a
//! pattern. They say nothing that the lists beside them do not say.

use geo::MultiPolygon;
use maud::{Markup, html};

use super::areas::{Areas, Named};
use super::words;
use crate::domain::shape::bbox_of;
use crate::export::safety;
use crate::pages::messages::Language;
use crate::pages::planning::canvas::Canvas;
use crate::safety::release::Shown;
use crate::safety::{Class, Group};
use crate::snapshot::Snapshot;

/// The maps of a release.
pub(super) struct Maps<'a> {
    /// The language of their words.
    pub(super) language: Language,
    /// The city they show.
    pub(super) city: &'a Snapshot,
    /// What is shown.
    pub(super) areas: &'a Areas<'a>,
}

/// Tints and patterns are made for so many classes; a city whose threshold leaves more does not exist.
const MOST_STEPS: usize = 4;

impl Maps<'_> {
    /// All of them as one figure, with the sentence that belongs to every picture of this.
    pub(super) fn render(&self) -> Markup {
        let product = self.areas.file.product;
        let all = self.areas.all.iter();
        let grounds: Vec<_> = all
            .map(|own| safety::ground(self.city, product, own.released))
            .collect();
        // Squares reach beyond the districts they belong to.
        let districts = self.city.districts().iter().map(|own| &own.area);
        let all = grounds.iter().flatten().chain(districts);
        let whole: MultiPolygon<f64> = all.flatten().cloned().collect();
        let canvas = (!whole.0.is_empty()).then(|| Canvas::of_box(bbox_of(&whole)));
        html! {
            @if let Some(canvas) = canvas.flatten() {
                figure.safety-maps {
                    (self.shapes(&canvas, &grounds))
                    div.maps {
                        @for group in self.areas.groups() { (self.map(&canvas, *group)) }
                    }
                    (self.legend())
                }
            }
        }
    }

    /// The shapes that all maps of the figure are made of, once.
    fn shapes(&self, canvas: &Canvas, grounds: &[Option<MultiPolygon<f64>>]) -> Markup {
        let product = self.areas.file.product;
        let borders = self.city.districts().iter();
        let borders: String = borders.map(|own| canvas.path(&own.area)).collect();
        html! {
            svg width="0" height="0" aria-hidden="true" focusable="false" {
                defs {
                    @for (at, ground) in grounds.iter().enumerate() {
                        path id=(format!("{product}-{at}")) d=[ground.as_ref().map(|own| canvas.path(own))] {}
                    }
                    path id=(format!("{product}-borders")) d=(borders) {}
                }
            }
        }
    }

    fn map(&self, canvas: &Canvas, group: Group) -> Markup {
        let name = self.name(group);
        let (title, about) = (format!("{name}-title"), format!("{name}-about"));
        let view = format!("0 0 {:.0} {:.0}", canvas.width, canvas.height);
        let heading = self.language.text(&format!("safety-group-{group}"));
        html! {
            div data-map=(group) {
                p aria-hidden="true" { strong { (heading) } }
                svg viewBox=(view) role="img" aria-labelledby=(format!("{title} {about}")) {
                    title id=(title) {
                        (self.language.text_with("safety-map-title", [("group", heading.as_str().into())]))
                    }
                    desc id=(about) { (self.language.text("safety-map-about")) }
                    (patterns(&name))
                    @for (at, area) in self.areas.all.iter().enumerate() { (self.area(at, area, group)) }
                    use.border href=(format!("#{}-borders", self.areas.file.product)) {}
                    @for area in &self.areas.all { (number(canvas, area)) }
                }
            }
        }
    }

    fn area(&self, at: usize, area: &Named<'_>, group: Group) -> Markup {
        let shown = area.released.groups.get(&group).copied().flatten();
        let step = self.step(shown);
        let shape = format!("#{}-{at}", self.areas.file.product);
        html! {
            g data-area=(area.released.area) data-class=(words::class_name(shown)) data-step=(step) {
                title { (area.name) ": " (words::class(self.language, shown)) }
                use.ground href=(shape) {}
                use.hatch href=(shape) fill=(pattern(&self.name(group), step)) {}
            }
        }
    }

    /// What tints and patterns mean: every class that there could be, and what is not shown.
    fn legend(&self) -> Markup {
        let language = self.language;
        let classes = self.areas.file.classes.iter().rev();
        let all: Vec<Shown> = classes.map(|own| Some(*own)).chain([None]).collect();
        let name = self.areas.groups().first().map(|own| self.name(*own));
        let name = name.unwrap_or_default();
        html! {
            figcaption {
                ul.legend {
                    @for shown in all {
                        @let step = self.step(shown);
                        li {
                            svg viewBox="0 0 28 18" width="28" height="18" aria-hidden="true" data-step=(step) {
                                rect.ground width="28" height="18" {}
                                rect.hatch width="28" height="18" fill=(pattern(&name, step)) {}
                            }
                            span { (words::class(language, shown)) }
                        }
                    }
                }
                p.hint { (language.text("safety-map-numbers")) }
                p { strong { (language.text("safety-perception")) } }
            }
        }
    }

    /// Which tint and pattern a class has: 0 for what is not shown.
    fn step(&self, shown: Shown) -> usize {
        let is_it = |own: &Class| Some(*own) == shown;
        let at = self.areas.file.classes.iter().position(is_it);
        at.map_or(0, |at| (at + 1).min(MOST_STEPS))
    }

    /// A name that no other map of the page has.
    fn name(&self, group: Group) -> String {
        format!("{}-{group}", self.areas.file.product)
    }
}

/// The number of an area in the list.
fn number(canvas: &Canvas, area: &Named<'_>) -> Markup {
    html! {
        @if let (Some(number), Some(at)) = (area.number, area.label()) {
            @let (x, y) = canvas.at(at);
            text x=(format!("{x:.1}")) y=(format!("{:.1}", y + 7.0)) text-anchor="middle" { (number) }
        }
    }
}

fn pattern(name: &str, step: usize) -> String {
    format!("url(#{name}-{step})")
}

/// A pattern for each class: the more was told, the denser. What is not shown has dots.
fn patterns(name: &str) -> Markup {
    let lines = |step: usize, gap: u32, turn: u32| {
        html! {
            pattern id=(format!("{name}-{step}")) patternUnits="userSpaceOnUse" width=(gap) height=(gap)
                patternTransform=(format!("rotate({turn})")) {
                line x1="0" y1="0" x2="0" y2=(gap) stroke-width="2" {}
            }
        }
    };
    let crossed = |step: usize, gap: u32| {
        html! {
            pattern id=(format!("{name}-{step}")) patternUnits="userSpaceOnUse" width=(gap) height=(gap) {
                path d=(format!("M0 0L{gap} {gap}M{gap} 0L0 {gap}")) stroke-width="1.6" fill="none" {}
            }
        }
    };
    html! {
        defs {
            pattern id=(format!("{name}-0")) patternUnits="userSpaceOnUse" width="14" height="14" {
                circle cx="7" cy="7" r="1.2" {}
            }
            (lines(1, 16, 45))
            (lines(2, 8, 90))
            (crossed(3, 11))
            (crossed(4, 6))
        }
    }
}

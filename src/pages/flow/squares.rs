//! The squares to choose from: as a list by district, and drawn over the outlines of the districts.
//!
//! The list is the question; the drawing only helps to find a square, and says nothing that the list does not say.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use geo::{Coord, LineString, MultiPolygon};
use maud::{Markup, html};

use crate::domain::grid::grid_metres;
use crate::domain::report::area::WIDTH_M;
use crate::domain::{District, DistrictId};
use crate::pages::messages::Language;
use crate::snapshot::{Landmark, Snapshot, Square};

/// So many metres are one unit of the drawing.
const METRES_PER_UNIT: f64 = 10.0;

/// What is kept free around the squares for the marks of columns and rows, in units.
const EDGE: f64 = 34.0;

/// The list: squares by district, each with its mark and where it is.
pub(super) fn select(
    snapshot: &Snapshot,
    language: Language,
    squares: &[Square<'_>],
    chosen: &str,
    is_wrong: bool,
) -> Markup {
    let mut districts: BTreeMap<&DistrictId, Vec<&Square<'_>>> = BTreeMap::new();
    for own in squares {
        districts.entry(own.district).or_default().push(own);
    }
    let described = if is_wrong {
        "cell_500-hint cell_500-fault"
    } else {
        "cell_500-hint"
    };
    html! {
        select #cell_500 name="cell_500" required aria-describedby=(described) aria-invalid=[is_wrong.then_some("true")] {
            option value="" { (language.text("flow-area-choose")) }
            @for (id, squares) in districts {
                optgroup label=(snapshot.district(id).map_or(id.as_str(), |own| own.name.as_ref())) {
                    @for own in squares {
                        @let cell = own.cell.to_string();
                        option value=(cell) selected[cell == chosen] { (own.mark) ": " (words(language, own)) }
                    }
                }
            }
        }
    }
}

/// Where a square is.
fn words(language: Language, own: &Square<'_>) -> String {
    match &own.landmark {
        Landmark::Within(names) => {
            let names = names.join(", ");
            language.text_with("flow-square-at", [("names", names.into())])
        }
        Landmark::Beside {
            name,
            towards,
            hectometres,
        } => language.text_with(
            &format!("flow-towards-{}", towards.as_str()),
            [
                ("name", (*name).into()),
                ("metres", (hectometres * 100).into()),
            ],
        ),
        Landmark::Nothing => language.text("flow-square-nowhere"),
    }
}

/// The drawing. Squares are whole ones of the grid, so they stand upright, and the districts lie under them as they do there.
pub(super) fn picture(snapshot: &Snapshot, language: Language, squares: &[Square<'_>]) -> Markup {
    let Some(frame) = Frame::around(squares) else {
        return html! {};
    };
    let view = format!("0 0 {:.0} {:.0}", frame.width, frame.height);
    html! {
        figure.squares {
            div.pane tabindex="0" role="group" aria-label=(language.text("flow-picture")) {
                svg #squares viewBox=(view) role="img" aria-label=(language.text("flow-picture-squares")) {
                @for own in snapshot.districts() { path.district d=(frame.path(&own.area)) {} }
                @for own in squares {
                    @let (x, y) = frame.corner(own);
                    path.square data-cell=(own.cell) d=(format!("M{x:.0} {y:.0}h50v50h-50z")) {
                        title { (own.mark) ": " (words(language, own)) }
                    }
                }
                @for (x, y, text) in frame.marks(squares) {
                    text.mark-of x=(format!("{x:.0}")) y=(format!("{y:.0}")) text-anchor="middle" { (text) }
                }
                @for own in snapshot.districts() { (name(&frame, own)) }
                }
            }
            figcaption.hint {
                (language.text("flow-picture-marks"))
                span.with-script { " " (language.text("flow-picture-about")) }
            }
        }
    }
}

fn name(frame: &Frame, own: &District) -> Markup {
    let Coord { x, y } = frame.at(own.label().point().0);
    html! { text.district-name x=(format!("{x:.0}")) y=(format!("{y:.0}")) text-anchor="middle" { (own.name) } }
}

/// The ground of the drawing.
struct Frame {
    west_m: f64,
    north_m: f64,
    width: f64,
    height: f64,
}

impl Frame {
    fn around(squares: &[Square<'_>]) -> Option<Self> {
        let corners = || squares.iter().map(|own| own.cell.corner_m());
        let west_m = corners().map(|own| own.x).reduce(f64::min)?;
        let east_m = corners().map(|own| own.x).reduce(f64::max)? + WIDTH_M;
        let south_m = corners().map(|own| own.y).reduce(f64::min)?;
        let north_m = corners().map(|own| own.y).reduce(f64::max)? + WIDTH_M;
        Some(Self {
            west_m,
            north_m,
            width: (east_m - west_m) / METRES_PER_UNIT + 2.0 * EDGE,
            height: (north_m - south_m) / METRES_PER_UNIT + 2.0 * EDGE,
        })
    }

    fn of_metres(&self, metres: Coord<f64>) -> Coord<f64> {
        Coord {
            x: (metres.x - self.west_m) / METRES_PER_UNIT + EDGE,
            y: (self.north_m - metres.y) / METRES_PER_UNIT + EDGE,
        }
    }

    fn at(&self, degrees: Coord<f64>) -> Coord<f64> {
        self.of_metres(grid_metres(degrees))
    }

    /// The upper left corner of a square.
    fn corner(&self, own: &Square<'_>) -> (f64, f64) {
        let Coord { x, y } = self.of_metres(own.cell.corner_m());
        (x, y - WIDTH_M / METRES_PER_UNIT)
    }

    /// The letters of columns above and the numbers of rows at the left, as in a street atlas.
    fn marks(&self, squares: &[Square<'_>]) -> Vec<(f64, f64, String)> {
        let mut marks: BTreeMap<String, (f64, f64)> = BTreeMap::new();
        let half = WIDTH_M / METRES_PER_UNIT / 2.0;
        for own in squares {
            let (x, y) = self.corner(own);
            let digits = own.mark.find(|sign: char| sign.is_ascii_digit());
            let (column, row) = own.mark.split_at(digits.unwrap_or(own.mark.len()));
            marks.insert(column.to_owned(), (x + half, EDGE - 8.0));
            marks.insert(row.to_owned(), (EDGE / 2.0, y + half + 8.0));
        }
        marks
            .into_iter()
            .map(|(text, (x, y))| (x, y, text))
            .collect()
    }

    /// The outline of some ground, as the data of an SVG path.
    fn path(&self, area: &MultiPolygon<f64>) -> String {
        let mut data = String::new();
        let rings = area.iter();
        let rings = rings.flat_map(|own| std::iter::once(own.exterior()).chain(own.interiors()));
        rings.for_each(|ring| self.put(&mut data, ring));
        data
    }

    /// Corners that fall on one unit are one.
    fn put(&self, data: &mut String, ring: &LineString<f64>) {
        let mut last = None;
        for corner in ring.coords() {
            let Coord { x, y } = self.at(*corner);
            let spot = (x.round(), y.round());
            if last != Some(spot) {
                let step = if last.is_none() { 'M' } else { 'L' };
                // Writing to text cannot fail.
                let _ = write!(data, "{step}{} {}", spot.0, spot.1);
                last = Some(spot);
            }
        }
        data.push('Z');
    }
}

//! Who lives where, from files of statistics: the census grid of 100 m, that of 1 km, both together, or a city's own blocks.
//!
//! A grid of all of Germany has three million lines: it is read line by line, and only what lies around the city is kept and
//! checked. What lies elsewhere is not this city's concern.

mod blocks;
mod columns;
mod gathered;
mod merge;
mod rows;

use std::io::{BufRead, Read};

use crate::domain::grid::GridWindow;
use crate::domain::residents::{Homes, ResidentSource, Residents};
use crate::domain::words::Name;
use crate::domain::{Bbox, District};
use crate::import::{Complaints, Refused};

pub use merge::Merged;

use gathered::Gathered;

/// A file to read.
pub struct Input<'a> {
    /// What the caller calls it.
    pub name: &'a str,
    /// What it holds.
    pub content: Box<dyn BufRead + 'a>,
}

/// What the caller knows about the files.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The part of the grid around the city.
    pub window: &'a GridWindow,
    /// Where there are homes, if that is known: they tell where in a square kilometre people live.
    pub homes: &'a [Homes],
    /// Where the numbers are from; by the kind of file if not said.
    pub source: Option<ResidentSource>,
    /// The year they are true for.
    pub year: Option<i32>,
    /// Who asks to be named for them.
    pub attribution: Option<Name>,
}

/// Residents read from files.
#[derive(Debug)]
pub struct Found {
    /// Who lives where.
    pub residents: Residents,
    /// What became of what is withheld and of large squares.
    pub merged: Merged,
}

/// How far around the districts people are looked at: those who live there may have a place of the city near them (metres).
const MARGIN_M: f64 = 2000.0;

/// The part of the grid around `districts`, or, where there are none, what holds everything in the city: beyond it nobody knows
/// of any place, so who lives there would seem far from all. None where the grid does not reach.
#[must_use]
pub fn window(districts: &[District], everything: Option<Bbox>) -> Option<GridWindow> {
    let boxes: Vec<Bbox> = districts.iter().map(District::bbox).collect();
    let everything = everything.filter(|_| boxes.is_empty());
    let boxes = boxes.into_iter().chain(everything).flat_map(Bbox::rects);
    let corners = boxes.flat_map(|own| [own.min(), own.max()]);
    let corners: geo::MultiPoint<f64> = corners.map(geo::Point::from).collect();
    let rect = geo::BoundingRect::bounding_rect(&corners)?;
    let margin_m = if districts.is_empty() { 0.0 } else { MARGIN_M };
    GridWindow::around(Bbox::around(rect), margin_m)
}

/// Reads files that belong together, in any order.
///
/// # Errors
/// Every complaint about every file, with lines; or why the files together tell of nobody.
pub fn read(inputs: Vec<Input<'_>>, context: &Context<'_>) -> Result<Found, Refused> {
    let mut gathered = Gathered::default();
    let mut complaints = Vec::new();
    let names: Vec<String> = inputs.iter().map(|own| own.name.to_owned()).collect();
    for mut input in inputs {
        let mut own = Complaints::about(input.name);
        if let Err(refused) = read_one(&mut input, context.window, &mut gathered, &mut own) {
            complaints.extend(refused.0);
        }
        complaints.extend(own.into_list());
    }
    if !complaints.is_empty() {
        return Err(Refused(complaints));
    }
    merge::merge(gathered, context).map_err(|reason| Refused::file(&names.join(" and "), reason))
}

fn read_one(
    input: &mut Input<'_>,
    window: &GridWindow,
    gathered: &mut Gathered,
    complaints: &mut Complaints<'_>,
) -> Result<(), Refused> {
    let unread = |error: std::io::Error| Refused::file(input.name, error.to_string());
    let start = input.content.fill_buf().map_err(unread)?;
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
    if start.trim_ascii_start().starts_with(b"{") {
        let mut bytes = Vec::new();
        input.content.read_to_end(&mut bytes).map_err(unread)?;
        return blocks::read(input.name, &bytes, window, gathered, complaints);
    }
    rows::read(input, window, gathered, complaints)
}

#[cfg(test)]
mod tests;

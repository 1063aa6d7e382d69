//! So much and no more: what one neighbour says again and again counts a few times (specification, C.8 R13).

use std::collections::HashMap;

use crate::domain::report::{Area, Category, IsoWeek, Report};

/// So many reports of one area, category and week count at most.
pub const MOST_A_WEEK: u32 = 3;

/// Lets through the reports that count. Which of several equal ones it is makes no difference: they are counted, not read.
///
/// A report more or less changes what comes through by at most one report of the same area, category and week. Whoever counts
/// what comes through in cells that are made of these three alone therefore changes one count by at most one.
#[derive(Default)]
pub struct Cap<'a> {
    seen: HashMap<(&'a Area, Category, IsoWeek), u32>,
}

impl<'a> Cap<'a> {
    /// Whether this one counts.
    pub fn lets_through(&mut self, report: &'a Report) -> bool {
        let key = (&report.area, report.category, report.week);
        let seen = self.seen.entry(key).or_default();
        *seen += 1;
        *seen <= MOST_A_WEEK
    }
}

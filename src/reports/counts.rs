//! What of the reports those who work for the city may see: counts, made in [`crate::safety::aggregate`] and nowhere else. No
//! report comes out here, and none can be asked for by itself.

use std::collections::BTreeMap;
use std::hash::Hash;

use chrono::NaiveDate;

use crate::domain::report::{Area, Report};
use crate::error::Error;
use crate::reports::Reports;
use crate::safety::Class;
use crate::safety::aggregate::{HalfYear, Row, Window, by_area, sensitive};

/// The counts of reports.
#[derive(Clone)]
pub struct Counts(Reports);

impl Counts {
    /// The counts of what is kept.
    #[must_use]
    pub const fn new(reports: Reports) -> Self {
        Self(reports)
    }

    /// The whole table of the newest weeks on a day, without what is sensitive.
    ///
    /// # Errors
    /// When the reports cannot be read.
    pub async fn table<A: Ord + Clone + Hash>(
        &self,
        today: NaiveDate,
        area_of: impl Fn(&Area) -> Option<A>,
    ) -> Result<(Window, Vec<Row<A>>), Error> {
        let (window, all) = (Window::on(today), self.0.all().await?);
        let area_of = |report: &Report| area_of(&report.area);
        Ok((window, by_area(window, &all, area_of)))
    }

    /// How many sensitive reports there are by area in a half-year, for prevention alone.
    ///
    /// # Errors
    /// When the reports cannot be read.
    pub async fn sensitive<A: Ord + Clone + Hash>(
        &self,
        half_year: HalfYear,
        area_of: impl Fn(&Area) -> Option<A>,
    ) -> Result<BTreeMap<A, Class>, Error> {
        let all = self.0.all().await?;
        Ok(sensitive(half_year, &all, |report| area_of(&report.area)))
    }
}

//! Reports as rows.

use crate::domain::Invalid;
use crate::domain::report::{Area, Factors, Report};
use crate::error::Error;

/// Every report, in the columns of [`ReportRow`].
pub(super) const SELECT: &str = "select id, area, category, band, daytype, iso_week, factors, wish, avoids, source from report order by id";

/// A row as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct ReportRow {
    pub id: String,
    pub area: String,
    pub category: String,
    pub band: String,
    pub daytype: String,
    pub iso_week: String,
    pub factors: i64,
    pub wish: Option<String>,
    pub avoids: Option<i64>,
    pub source: String,
}

/// What stands before the name of a zone; squares have a prefix of their own.
const ZONE: &str = "zone:";

impl ReportRow {
    pub(super) fn new(id: String, report: &Report) -> Self {
        Self {
            id,
            area: match &report.area {
                Area::Cell(cell) => cell.to_string(),
                Area::Zone(zone) => format!("{ZONE}{}", zone.as_str()),
            },
            category: report.category.to_string(),
            band: report.band.to_string(),
            daytype: report.day.to_string(),
            iso_week: report.week.to_string(),
            factors: report.factors.bits().into(),
            wish: report.wish.as_ref().map(ToString::to_string),
            avoids: report.avoids.map(i64::from),
            source: report.source.to_string(),
        }
    }

    fn report(self) -> Result<Report, Invalid> {
        let factors = u16::try_from(self.factors)
            .ok()
            .and_then(Factors::from_bits);
        Ok(Report {
            area: match self.area.strip_prefix(ZONE) {
                Some(zone) => Area::Zone(zone.parse()?),
                None => Area::Cell(self.area.parse()?),
            },
            category: self.category.parse()?,
            band: self.band.parse()?,
            day: self.daytype.parse()?,
            week: self.iso_week.parse()?,
            factors: factors.ok_or_else(|| Invalid::new("factors", "must be known factors"))?,
            wish: self.wish.map(|wish| wish.parse()).transpose()?,
            avoids: self.avoids.map(|avoids| avoids != 0),
            source: self.source.parse()?,
        })
    }
}

impl TryFrom<ReportRow> for Report {
    type Error = Error;

    fn try_from(row: ReportRow) -> Result<Self, Error> {
        // The id is left out of the complaint: it leads to one report.
        row.report().map_err(|invalid| Error::Corrupt {
            table: "report",
            id: "one of them".to_owned(),
            invalid,
        })
    }
}

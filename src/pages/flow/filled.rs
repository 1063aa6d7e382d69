//! What somebody filled in, as it was sent: kept for the page that comes back, and checked field by field.

use axum::http::HeaderMap;

use crate::domain::report::{
    Band, Category, DayType, Factor, IsoWeek, Report, ReportSource, Sensitivity, Wish,
};
use crate::pages::form::Fields;
use crate::safety::Draft;
use crate::snapshot::Snapshot;

/// The fields with one answer.
const SINGLE: &[&str] = &["cell_500", "category", "band", "daytype", "wish", "avoid"];

/// Those that must be answered, in the order of the page.
pub(super) const REQUIRED: [&str; 4] = ["cell_500", "category", "band", "daytype"];

/// Answers as they were sent. There is no other field, so that nothing can ride along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::pages) struct Filled {
    /// Names and values of the fields with one answer.
    single: Vec<(&'static str, String)>,
    factors: Vec<String>,
}

impl Filled {
    /// Reads a form; none when it is no form, or has fields that ours has not, besides those in `more`.
    pub(in crate::pages) fn read(headers: &HeaderMap, body: &[u8], more: &[&str]) -> Option<Self> {
        let fields = Fields::read(headers, body)?;
        if !fields.are_known(&[SINGLE, more].concat(), &["factors"]) {
            return None;
        }
        let single = SINGLE
            .iter()
            .map(|name| (*name, fields.value(name).to_owned()));
        Some(Self {
            single: single.collect(),
            factors: fields.values("factors").to_vec(),
        })
    }

    /// What was answered to one question; empty where nothing was.
    pub(super) fn value(&self, name: &str) -> &str {
        let found = self.single.iter().find(|(own, _)| *own == name);
        found.map_or("", |(_, value)| value)
    }

    /// Whether one of several answers was given.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        match name {
            "factors" => self.factors.iter().any(|own| own == value),
            _ => self.value(name) == value,
        }
    }

    /// The report it makes in a week, or the fields that have to be mended.
    ///
    /// # Errors
    /// The names of those fields, in the order of the page.
    pub(in crate::pages) fn report(
        &self,
        snapshot: &Snapshot,
        how: (IsoWeek, ReportSource),
        takes_sensitive: bool,
    ) -> Result<Report, Vec<&'static str>> {
        let wrong: Vec<_> = self.wrong(takes_sensitive).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let said = |name: &str| Some(self.value(name).to_owned()).filter(|own| !own.is_empty());
        let draft = Draft {
            cell_500: said("cell_500"),
            zone: None,
            category: self.value("category").to_owned(),
            band: self.value("band").to_owned(),
            daytype: self.value("daytype").to_owned(),
            factors: self.factors.clone(),
            wish: said("wish"),
            // Whoever leaves the box empty has not said that they go there.
            avoid: said("avoid").map(|_| true),
        };
        // What is left to be wrong is a square that is none of this city's.
        let report = draft.report(snapshot.safety_ground(), takes_sensitive, how);
        report.map_err(|_invalid| vec!["cell_500"])
    }

    /// The fields whose answers are missing or are none of those that may be given.
    fn wrong(&self, takes_sensitive: bool) -> impl Iterator<Item = &'static str> {
        let category = self.value("category").parse::<Category>();
        let is_taken =
            |own: Category| takes_sensitive || own.sensitivity() != Sensitivity::Sensitive;
        let wish = self.value("wish");
        let checks = [
            ("cell_500", !self.value("cell_500").is_empty()),
            ("category", category.is_ok_and(is_taken)),
            ("band", self.value("band").parse::<Band>().is_ok()),
            ("daytype", self.value("daytype").parse::<DayType>().is_ok()),
            (
                "factors",
                self.factors.iter().all(|own| own.parse::<Factor>().is_ok()),
            ),
            ("wish", wish.is_empty() || wish.parse::<Wish>().is_ok()),
            ("avoid", ["", "yes"].contains(&self.value("avoid"))),
        ];
        checks
            .into_iter()
            .filter(|(_, is_right)| !is_right)
            .map(|(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, header};

    use super::*;

    fn read(body: &str) -> Option<Filled> {
        let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
        let headers = [(header::CONTENT_TYPE, kind)].into_iter().collect();
        Filled::read(&headers, body.as_bytes(), &[])
    }

    #[test]
    fn a_field_that_is_not_on_the_form_rides_along_with_none() {
        for more in [
            "text=x",
            "lat=48.9",
            "source=paper",
            "iso_week=2026-W01",
            "band=night",
        ] {
            assert_eq!(read(&format!("band=night&{more}")), None, "{more}");
        }
        assert!(read("band=night&factors=dirt&factors=smell").is_some());
    }

    #[test]
    fn every_answer_that_is_missing_or_none_is_named_in_the_order_of_the_page() {
        let wrong = |body: &str| read(body).unwrap().wrong(false).collect::<Vec<_>>();
        assert_eq!(wrong(""), REQUIRED);
        let body =
            "cell_500=x&category=hate&band=noon&daytype=fr_sa&factors=people&wish=x&avoid=no";
        assert_eq!(
            wrong(body),
            ["category", "band", "factors", "wish", "avoid"]
        );
        let whole =
            "cell_500=x&category=dark&band=night&daytype=fr_sa&factors=dirt&wish=light&avoid=yes";
        assert!(wrong(whole).is_empty());
        assert!(wrong("cell_500=x&category=dark&band=night&daytype=fr_sa&wish=").is_empty());
    }

    #[test]
    fn what_was_done_to_people_may_be_said_where_a_city_takes_it() {
        let filled = read("cell_500=x&category=hate&band=night&daytype=fr_sa").unwrap();
        assert_eq!(filled.wrong(true).count(), 0);
        assert_eq!(filled.wrong(false).count(), 1);
    }
}

//! What a browser sends: checked field by field against what is known, or refused.

use serde::Deserialize;

use crate::domain::Invalid;
use crate::domain::report::{
    Area, Band, Category, DayType, Factor, IsoWeek, Report, ReportSource, Sensitivity, Wish,
};
use crate::safety::Ground;

/// The fields that may be sent, and no other: what is not here is refused by name, so that nothing can ride along. When it was
/// told and how it came is for the server to say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// A square of 500 m …
    #[serde(default)]
    pub cell_500: Option<String>,
    /// … or a zone.
    #[serde(default)]
    pub zone: Option<String>,
    /// What about.
    pub category: String,
    /// At which part of the day.
    pub band: String,
    /// On which kind of day.
    pub daytype: String,
    /// What makes it so.
    #[serde(default)]
    pub factors: Vec<String>,
    /// What would help most.
    #[serde(default)]
    pub wish: Option<String>,
    /// Whether the person stays away.
    #[serde(default)]
    pub avoid: Option<bool>,
}

impl Draft {
    /// The report it makes in a week.
    ///
    /// # Errors
    /// Names the field and the rule: an area that is not known, a value that is none, or a category that is switched off.
    pub fn report(
        &self,
        ground: &Ground,
        takes_sensitive: bool,
        (week, source): (IsoWeek, ReportSource),
    ) -> Result<Report, Invalid> {
        let category: Category = self.category.parse()?;
        if category.sensitivity() == Sensitivity::Sensitive && !takes_sensitive {
            return Err(Invalid::new("category", "is not taken here"));
        }
        if self.factors.len() > Factor::ALL.len() {
            return Err(Invalid::new(
                "factors",
                "must name each factor once at most",
            ));
        }
        let factors = self.factors.iter().map(|own| own.parse::<Factor>());
        Ok(Report {
            area: self.area(ground)?,
            category,
            band: self.band.parse::<Band>()?,
            day: self.daytype.parse::<DayType>()?,
            week,
            factors: factors.collect::<Result<_, _>>()?,
            wish: self
                .wish
                .as_ref()
                .map(|own| own.parse::<Wish>())
                .transpose()?,
            avoids: self.avoid,
            source,
        })
    }

    fn area(&self, ground: &Ground) -> Result<Area, Invalid> {
        let (field, area) = match (&self.cell_500, &self.zone) {
            (Some(cell), None) => ("cell_500", Area::Cell(cell.parse()?)),
            (None, Some(zone)) => ("zone", Area::Zone(zone.parse()?)),
            _ => {
                return Err(Invalid::new(
                    "cell_500",
                    "must be given, or zone, and not both",
                ));
            }
        };
        match ground.cell_of(&area) {
            Some(_) => Ok(area),
            None => Err(Invalid::new(field, "must be one of this city")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::safety::release::tests::{ground, week};

    const CELL: &str = "CRS3035RES500mN1000E1000";

    fn read(json: &str) -> Result<Report, String> {
        let draft: Draft = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let how = (week(2026, 40), ReportSource::Web);
        draft
            .report(&ground(), false, how)
            .map_err(|invalid| invalid.to_string())
    }

    fn whole(more: &str) -> String {
        format!(
            r#"{{"cell_500":"{CELL}","category":"dark","band":"night","daytype":"fr_sa"{more}}}"#
        )
    }

    #[test]
    fn what_is_known_is_taken() {
        let more = r#","factors":["hedges","lighting","hedges"],"wish":"light","avoid":true"#;
        let report = read(&whole(more)).unwrap();
        assert!(report.factors.iter().eq([Factor::Lighting, Factor::Hedges]));
        assert_eq!(
            (report.wish, report.avoids),
            (Some(Wish::Light), Some(true))
        );
    }

    #[test]
    fn nothing_rides_along() {
        for field in [
            "text", "name", "lat", "lon", "time", "iso_week", "source", "id", "photo", "email",
        ] {
            let refused = read(&whole(&format!(r#","{field}":"x""#))).unwrap_err();
            assert!(refused.contains(field), "{refused}");
        }
    }

    #[test]
    fn only_known_areas_are_taken() {
        for (field, value) in [
            ("cell_500", "CRS3035RES500mN2857500E4261000"),
            ("cell_500", "CRS3035RES100mN2857500E4261000"),
            ("cell_500", "9.19,48.89"),
            ("zone", "bahnhof"),
        ] {
            let json = format!(
                r#"{{"{field}":"{value}","category":"dark","band":"night","daytype":"fr_sa"}}"#
            );
            assert!(read(&json).unwrap_err().starts_with(field), "{value}");
        }
        assert!(read(&whole(r#","zone":"bahnhof""#)).is_err());
    }

    #[test]
    fn what_was_done_to_people_is_taken_only_where_a_city_says_so() {
        let draft = |category: &str| -> Draft {
            serde_json::from_str(&whole("").replace("dark", category)).unwrap()
        };
        let how = (week(2026, 40), ReportSource::Web);
        for category in ["harassed", "hate"] {
            assert!(draft(category).report(&ground(), false, how).is_err());
            assert!(draft(category).report(&ground(), true, how).is_ok());
        }
        for handed_over in ["traffic_fear", "violence", "weapon", "domestic"] {
            assert!(draft(handed_over).report(&ground(), true, how).is_err());
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_none_is_kept(word in "\\PC{0,60}") {
            for field in ["category", "band", "daytype"] {
                let mut json: serde_json::Value = serde_json::from_str(&whole("")).unwrap();
                json[field] = word.clone().into();
                if let Ok(report) = read(&json.to_string()) {
                    prop_assert!(Category::ALL.contains(&report.category));
                }
            }
            prop_assert!(read(&word).is_err());
        }
    }
}

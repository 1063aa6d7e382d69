//! What somebody typed into the form of a measurement, in the units of a tape measure and a spirit level.

use crate::domain::Location;
use crate::domain::measured_way::{MeasuredWay, WayReadings, WaySort};
use crate::editing::SentWay;
use crate::pages::form::Fields;
use crate::snapshot::{Snapshot, Stretch};

/// Every field as text.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) lon: String,
    pub(super) lat: String,
    pub(super) sort: String,
    pub(super) measured_on: String,
    pub(super) kerb_cm: String,
    pub(super) width_cm: String,
    pub(super) incline_percent: String,
    pub(super) surface: String,
    pub(super) smoothness: String,
    pub(super) steps: String,
    pub(super) handrail: String,
    pub(super) is_estimated: bool,
    /// The key of what is wrong.
    pub(super) wrong: Option<String>,
}

impl Typed {
    /// The spot that an address names, if it names one.
    pub(super) fn of_address(query: &str) -> Self {
        let value = |wanted: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            let found = pairs.find(|(name, _)| name == wanted);
            let number = found.and_then(|(_, value)| value.parse::<f64>().ok());
            number.map_or_else(String::new, |number| number.to_string())
        };
        Self {
            lon: value("lon"),
            lat: value("lat"),
            ..Self::default()
        }
    }

    /// A measurement as the form shows it.
    pub(super) fn of(own: &MeasuredWay) -> Self {
        let readings = &own.readings;
        let text = |value: Option<u16>| value.map_or_else(String::new, |own| own.to_string());
        let tenths = |value: Option<u16>| value.map_or_else(String::new, in_tenths);
        Self {
            lon: own.location.lon().to_string(),
            lat: own.location.lat().to_string(),
            sort: own.sort.to_string(),
            measured_on: own.measured_on.to_string(),
            kerb_cm: tenths(readings.kerb_mm),
            width_cm: text(readings.width_cm),
            incline_percent: tenths(readings.incline_per_mille),
            surface: readings.surface.map_or("", |own| own.as_str()).to_owned(),
            smoothness: readings
                .smoothness
                .map_or("", |own| own.as_str())
                .to_owned(),
            steps: text(readings.steps),
            handrail: match readings.handrail {
                None => "",
                Some(true) => "yes",
                Some(false) => "no",
            }
            .to_owned(),
            is_estimated: own.is_estimated,
            wrong: None,
        }
    }

    /// A form as it came.
    pub(super) fn sent(fields: &Fields) -> Self {
        let value = |name| fields.value(name).to_owned();
        Self {
            lon: value("lon"),
            lat: value("lat"),
            sort: value("sort"),
            measured_on: value("measured_on"),
            kerb_cm: value("kerb_cm"),
            width_cm: value("width_cm"),
            incline_percent: value("incline_percent"),
            surface: value("surface"),
            smoothness: value("smoothness"),
            steps: value("steps"),
            handrail: value("handrail"),
            is_estimated: !fields.value("estimated").is_empty(),
            wrong: None,
        }
    }

    /// What it says, or the key of what is wrong with it.
    pub(super) fn read(&self) -> Result<SentWay, &'static str> {
        let readings = WayReadings {
            kerb_mm: amount(&self.kerb_cm, 10.0, "staff-way-rule-kerb")?,
            width_cm: amount(&self.width_cm, 1.0, "staff-way-rule-width")?,
            incline_per_mille: amount(&self.incline_percent, 10.0, "staff-way-rule-incline")?,
            surface: choice(&self.surface)?,
            smoothness: choice(&self.smoothness)?,
            steps: amount(&self.steps, 1.0, "staff-way-rule-steps")?,
            handrail: match &*self.handrail {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
        };
        let sort: Option<WaySort> = choice(&self.sort)?;
        let day = self.measured_on.parse().map_err(|_no_day| "staff-rule-day");
        Ok(SentWay {
            location: self.location().ok_or("staff-way-rule-spot")?,
            sort: sort.ok_or("staff-way-rule-sort")?,
            readings,
            is_estimated: self.is_estimated,
            measured_on: (!self.measured_on.is_empty()).then_some(day).transpose()?,
        })
    }

    pub(super) fn location(&self) -> Option<Location> {
        let degrees = |text: &str| text.replace(',', ".").parse::<f64>().ok();
        let (lon, lat) = (degrees(&self.lon)?, degrees(&self.lat)?);
        Location::from_lon_lat(lon, lat).ok()
    }

    /// The key of the rule that a field breaks.
    pub(super) fn rule(&self, field: &str, city: &Snapshot) -> &'static str {
        let sort: Option<WaySort> = self.sort.parse().ok();
        let stretch = self.location().zip(sort);
        match field {
            "location" => match stretch.map(|(at, sort)| city.stretch_at(at, sort)) {
                Some(Stretch::Several) => "staff-way-rule-several",
                _ => "staff-way-rule-nothing",
            },
            "kerb_mm" => "staff-way-rule-kerb",
            "width_cm" => "staff-way-rule-width",
            "incline_per_mille" => "staff-way-rule-incline",
            "steps" => "staff-way-rule-steps",
            "handrail" => "staff-way-rule-handrail",
            "measured_on" => "staff-way-rule-day",
            "readings" => "staff-way-rule-readings",
            _ => "staff-way-rule-most",
        }
    }
}

/// Tenths of a unit as people write them.
fn in_tenths(value: u16) -> String {
    match (value / 10, value % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenths) => format!("{whole},{tenths}"),
    }
}

/// An amount in so many parts of the unit it is typed in; none where nothing was typed.
fn amount(text: &str, parts: f64, rule: &'static str) -> Result<Option<u16>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let value: f64 = text.replace(',', ".").parse().map_err(|_odd| rule)?;
    let rounded = (value * parts).round();
    if !(0.0..=f64::from(u16::MAX)).contains(&rounded) {
        return Err(rule);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number in the range"
    )]
    Ok(Some(rounded as u16))
}

/// One of the choices; none where nothing was chosen.
fn choice<T: std::str::FromStr>(text: &str) -> Result<Option<T>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let parsed = text.parse();
    parsed.map(Some).map_err(|_unknown| "staff-way-rule-sort")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_typed_as_people_write_them_and_come_back_so() {
        for (typed, parts, kept) in [("2,5", 10.0, 25), ("2.5", 10.0, 25), ("3", 10.0, 30)] {
            assert_eq!(amount(typed, parts, "x"), Ok(Some(kept)));
        }
        assert_eq!(amount("", 10.0, "x"), Ok(None));
        for odd in ["-1", "zwei", "1e9", "NaN"] {
            assert_eq!(amount(odd, 10.0, "x"), Err("x"), "{odd}");
        }
        assert_eq!([25, 30, 4].map(in_tenths), ["2,5", "3", "0,4"]);
    }
}

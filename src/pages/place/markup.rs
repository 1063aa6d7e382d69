//! A place in the terms of schema.org, for programs that read pages. Only what is known, and hours only where
//! they are understood.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::View;
use crate::domain::hours::{Answer, DayHours};
use crate::domain::place::{Access, Address};
use crate::domain::words::Name;
use crate::domain::{Amenity, KindId};
use crate::pages::wording;

/// Kinds of places that schema.org has a type of its own for.
const TYPES: [(&str, &str); 4] = [
    ("library", "Library"),
    ("park", "Park"),
    ("playground", "Playground"),
    ("adventure_playground", "Playground"),
];

impl View<'_> {
    /// The description of the place that stands at `address`.
    pub(super) fn schema(&self, address: &str) -> Value {
        let place = &self.located.place;
        let marker = place.shape.label();
        let mut thing = Map::new();
        thing.insert("@context".into(), "https://schema.org".into());
        thing.insert("@type".into(), type_of(place.kind).into());
        thing.insert("@id".into(), address.into());
        thing.insert("url".into(), address.into());
        thing.insert("name".into(), place.name.as_str().into());
        let geo =
            json!({"@type": "GeoCoordinates", "latitude": marker.lat(), "longitude": marker.lon()});
        thing.insert("geo".into(), geo);
        let known = [
            ("address", self.postal_address()),
            ("containedInPlace", self.district_area()),
            ("isAccessibleForFree", self.is_free()),
            ("publicAccess", self.is_public()),
            ("amenityFeature", self.amenity_features()),
            ("openingHoursSpecification", self.week_ahead()),
        ];
        let known = known
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        thing.extend(known);
        Value::Object(thing)
    }

    fn postal_address(&self) -> Option<Value> {
        let address = self.located.place.facts.address.as_deref()?;
        let Address {
            street,
            housenumber,
            postcode,
            city,
        } = address;
        let line = [street, housenumber].into_iter().flatten();
        let line: Vec<_> = line.map(Name::as_str).collect();
        let parts = [
            ("streetAddress", (!line.is_empty()).then(|| line.join(" "))),
            ("postalCode", postcode.as_ref().map(ToString::to_string)),
            ("addressLocality", city.as_ref().map(ToString::to_string)),
            ("addressCountry", self.snapshot.settings().country.clone()),
        ];
        let mut known = Map::from_iter([("@type".into(), "PostalAddress".into())]);
        let parts = parts.into_iter();
        known.extend(parts.filter_map(|(name, said)| Some((name.to_owned(), said?.into()))));
        Some(Value::Object(known))
    }

    fn district_area(&self) -> Option<Value> {
        let district = self.snapshot.district_of(self.located)?;
        Some(json!({"@type": "AdministrativeArea", "name": *district.name}))
    }

    fn is_free(&self) -> Option<Value> {
        let cost = self.located.place.facts.cost?;
        Some(cost.is_free().into())
    }

    /// Registration and appointments are open to all, but not to whoever walks in: of those nothing is said.
    fn is_public(&self) -> Option<Value> {
        match self.located.place.facts.access? {
            Access::Public | Access::DropInHours => Some(true.into()),
            Access::Members => Some(false.into()),
            Access::Registration | Access::Appointment => None,
        }
    }

    fn amenity_features(&self) -> Option<Value> {
        let amenities = self.located.place.facts.amenities;
        let feature = |amenity: Amenity, is_there: bool| {
            let name = self.language.text(&format!("amenity-{amenity}"));
            json!({"@type": "LocationFeatureSpecification", "name": name, "value": is_there})
        };
        let known = amenities.known();
        let known: Vec<_> = known
            .map(|(amenity, fact)| feature(amenity, fact.is_yes()))
            .collect();
        (!known.is_empty()).then(|| known.into())
    }

    /// The next seven days, each for itself, so that holidays are right. A day on which anything is unclear is
    /// left out: these terms have no word for it.
    fn week_ahead(&self) -> Option<Value> {
        let place = &self.located.place;
        let hours = self.snapshot.hours_of(self.located)?;
        if !hours.is_understood() || !place.lifecycle.status.is_in_use() {
            return None;
        }
        let today = self.snapshot.date_at(self.at);
        let week = hours.week(today);
        let days = week.iter().filter(|day| {
            let is_valid = place.lifecycle.meets(Some(day.date), Some(day.date));
            is_valid && wording::holiday_doubt(self.language, hours, day).is_none()
        });
        let said: Vec<_> = days.flat_map(day_of_schema).collect();
        (!said.is_empty()).then(|| said.into())
    }
}

fn type_of(kind: KindId) -> &'static str {
    let own = TYPES.iter().find(|(id, _)| *id == kind.as_str());
    own.map_or("Place", |(_, name)| name)
}

/// The open times of one day; "from midnight to midnight" on a day that is surely closed.
fn day_of_schema(day: &DayHours) -> Vec<Value> {
    let is_clear = |answer| answer == Answer::Open;
    if day.intervals.iter().any(|own| !is_clear(own.answer)) {
        return Vec::new();
    }
    if day.intervals.is_empty() {
        return vec![span(day.date, "00:00", "00:00")];
    }
    let spans = day.intervals.iter().map(|own| {
        let is_whole = (own.to - own.from).num_hours() >= 24;
        let to = if is_whole || own.to.time() == chrono::NaiveTime::MIN {
            "23:59".to_owned()
        } else {
            own.to.format("%H:%M").to_string()
        };
        span(day.date, &own.from.format("%H:%M").to_string(), &to)
    });
    spans.collect()
}

fn span(date: NaiveDate, opens: &str, closes: &str) -> Value {
    json!({
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": format!("https://schema.org/{}", date.format("%A")),
        "opens": opens,
        "closes": closes,
        "validFrom": date,
        "validThrough": date,
    })
}

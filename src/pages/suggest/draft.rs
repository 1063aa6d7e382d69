//! What somebody typed into the form, and what is wrong with it.

use axum::http::HeaderMap;

use crate::domain::event::contact::without_contacts;
use crate::domain::suggestion::Said;
use crate::domain::suggestion::screening::is_about_a_dwelling;
use crate::domain::{Bbox, Fact, Invalid, Location, PlaceId};
use crate::pages::form::Fields;

/// Every field of the form.
pub(super) const FIELDS: [&str; 13] = [
    "address",
    "barriers",
    "consumption",
    "free",
    "gone",
    "hours",
    "kind",
    "lat",
    "lon",
    "name",
    "remark",
    "toilets",
    TRAP,
];

/// The fields that may have faults, as they stand on the page.
const ORDER: [&str; 8] = [
    "name",
    "kind",
    "address",
    "hours",
    "free",
    "consumption",
    "toilets",
    "remark",
];

/// A field that nobody sees.
pub(super) const TRAP: &str = "website";

/// The texts somebody writes, and how long they may be.
pub(super) const TEXTS: [(&str, usize); 4] = [
    ("name", 200),
    ("address", 200),
    ("hours", 1000),
    ("remark", 1000),
];

/// The form as it was sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft(Fields);

/// What is wrong with a field: the message, and a number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) field: &'static str,
    pub(super) message: &'static str,
    pub(super) most: usize,
}

impl Fault {
    const fn of(field: &'static str, message: &'static str) -> Self {
        Self {
            field,
            message,
            most: 0,
        }
    }
}

impl Draft {
    /// Reads a form as browsers send it; none when it is something else.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        let fields = Fields::read(headers, body)?;
        fields.are_single(&FIELDS).then_some(Self(fields))
    }

    /// What stands in a field; empty when nothing does.
    pub(super) fn value(&self, name: &str) -> &str {
        self.0.value(name)
    }

    /// Whether the field that nobody sees is filled in.
    pub(super) fn is_from_a_program(&self) -> bool {
        !self.value(TRAP).is_empty()
    }

    /// The spot that was picked on the map, if any.
    pub(super) fn spot(&self) -> Option<Location> {
        let degrees = |name| self.value(name).parse::<f64>().ok();
        Location::from_lon_lat(degrees("lon")?, degrees("lat")?).ok()
    }

    /// What is said, or every fault.
    pub(super) fn said(
        &self,
        about: Option<PlaceId>,
        city: Option<Bbox>,
    ) -> Result<Said, Vec<Fault>> {
        let is_known = about.is_some();
        let mut faults: Vec<Fault> = TEXTS
            .into_iter()
            .filter_map(|(field, most)| self.text_fault(field, most, is_known))
            .collect();
        let said = Said {
            about,
            is_gone: self.value("gone") == "yes",
            barriers_changed: is_known && self.value("barriers") == "yes",
            name: self.parsed("name"),
            kind: self.chosen("kind", &mut faults),
            address: self.parsed("address"),
            location: self.spot(),
            opening_hours: self.parsed("hours"),
            free: self.fact("free", &mut faults),
            consumption_required: self.fact("consumption", &mut faults),
            toilets: self.fact("toilets", &mut faults),
            remark: self.parsed("remark"),
        };
        let has_spot = !self.value("lon").is_empty() || !self.value("lat").is_empty();
        let is_outside = |spot| city.is_some_and(|city| !city.contains(spot));
        if has_spot && said.location.is_none_or(is_outside) {
            faults.push(Fault::of("address", "suggest-error-outside"));
        }
        if about.is_none() {
            if self.value("name").is_empty() {
                faults.push(Fault::of("name", "suggest-error-name"));
            }
            if self.value("address").is_empty() && !has_spot {
                faults.push(Fault::of("address", "suggest-error-where"));
            }
        } else if said.is_empty() && faults.is_empty() {
            faults.push(Fault::of("name", "suggest-error-nothing"));
        }
        faults.sort_by_key(|fault| ORDER.iter().position(|field| *field == fault.field));
        if faults.is_empty() {
            Ok(said)
        } else {
            Err(faults)
        }
    }

    fn text_fault(&self, field: &'static str, most: usize, is_known: bool) -> Option<Fault> {
        let text = self.value(field);
        if text.chars().count() > most {
            return Some(Fault {
                field,
                message: "suggest-error-long",
                most,
            });
        }
        let is_odd = |letter: char| {
            (letter.is_control() && letter != '\n') || letter == char::REPLACEMENT_CHARACTER
        };
        if text.contains(is_odd) {
            return Some(Fault::of(field, "suggest-error-characters"));
        }
        if without_contacts(text).is_some() {
            return Some(Fault::of(field, "suggest-error-contact"));
        }
        let message = if is_known {
            "suggest-error-dwelling-known"
        } else {
            "suggest-error-dwelling"
        };
        is_about_a_dwelling(text, is_known).then(|| Fault::of(field, message))
    }

    /// The words of a field; a fault of theirs is told by `text_fault`.
    fn parsed<T: std::str::FromStr<Err = Invalid>>(&self, field: &str) -> Option<T> {
        self.value(field).parse().ok()
    }

    fn chosen<T: std::str::FromStr<Err = Invalid>>(
        &self,
        field: &'static str,
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let text = self.value(field);
        if text.is_empty() {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            faults.push(Fault::of(field, "suggest-error-choice"));
        }
        value
    }

    fn fact(&self, field: &'static str, faults: &mut Vec<Fault>) -> Fact {
        self.chosen(field, faults).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use axum::http::header;

    use super::*;

    fn read(body: &str) -> Option<Draft> {
        let headers = [(
            header::CONTENT_TYPE,
            "application/x-www-form-urlencoded; charset=utf-8"
                .parse()
                .unwrap(),
        )];
        Draft::read(&headers.into_iter().collect(), body.as_bytes())
    }

    fn faults(body: &str, about: Option<PlaceId>) -> Vec<(&'static str, &'static str)> {
        let city = Bbox::new(
            Location::from_lon_lat(9.0, 48.0).unwrap(),
            Location::from_lon_lat(10.0, 49.0).unwrap(),
        );
        let draft = read(body).unwrap();
        let faults = draft.said(about, city.ok()).err().unwrap_or_default();
        faults
            .into_iter()
            .map(|fault| (fault.field, fault.message))
            .collect()
    }

    #[test]
    fn the_fields_are_in_order_and_each_text_is_one_of_them() {
        assert!(FIELDS.is_sorted());
        assert!(TEXTS.iter().all(|(field, _)| FIELDS.contains(field)));
    }

    #[test]
    fn a_missing_place_needs_a_name_and_a_spot_and_nothing_else() {
        assert_eq!(faults("name=Linde&address=Am+Dorfplatz", None), []);
        assert_eq!(faults("name=Linde&lon=9.2&lat=48.9", None), []);
        assert_eq!(
            faults("", None),
            [
                ("name", "suggest-error-name"),
                ("address", "suggest-error-where")
            ]
        );
        assert_eq!(
            faults("name=+&address=x", None),
            [("name", "suggest-error-name")]
        );
        assert_eq!(
            faults("name=Kaffee&address=bei+mir+zu+Hause", None),
            [("address", "suggest-error-dwelling")]
        );
    }

    #[test]
    fn a_place_that_is_wrong_needs_anything_that_is_different() {
        let about = Some(PlaceId(Uuid::from_u128(1)));
        assert_eq!(faults("", about), [("name", "suggest-error-nothing")]);
        for body in [
            "gone=yes",
            "barriers=yes",
            "free=no",
            "hours=Mo-Fr",
            "remark=zu",
            "lon=9.2&lat=48.9",
            "kind=library",
        ] {
            assert_eq!(faults(body, about), [], "{body}");
        }
        assert_eq!(
            faults("free=unknown&toilets=", about),
            [("name", "suggest-error-nothing")]
        );
    }

    #[test]
    fn every_fault_is_told_at_its_field() {
        let about = Some(PlaceId(Uuid::from_u128(1)));
        let long = format!("name={}", "a".repeat(201));
        for (body, fault) in [
            (&*long, ("name", "suggest-error-long")),
            ("hours=%00", ("hours", "suggest-error-characters")),
            ("hours=%FF", ("hours", "suggest-error-characters")),
            ("kind=sauna", ("kind", "suggest-error-choice")),
            ("kind=bench", ("kind", "suggest-error-choice")),
            ("free=maybe", ("free", "suggest-error-choice")),
            ("lon=9.2", ("address", "suggest-error-outside")),
            ("lon=NaN&lat=48.9", ("address", "suggest-error-outside")),
            ("lon=8&lat=48.9", ("address", "suggest-error-outside")),
            ("remark=an+a%40b.de", ("remark", "suggest-error-contact")),
            ("name=Ruf+07141+910+0", ("name", "suggest-error-contact")),
            (
                "remark=neben+meinem+Haus",
                ("remark", "suggest-error-dwelling-known"),
            ),
        ] {
            assert_eq!(faults(body, about), [fault], "{body}");
        }
    }

    #[test]
    fn a_form_that_is_none_of_ours_is_not_read() {
        assert!(read("name=a&name=b").is_none());
        assert!(read("e-mail=a").is_none());
        let json = [(header::CONTENT_TYPE, "application/json".parse().unwrap())];
        assert!(Draft::read(&json.into_iter().collect(), b"name=a").is_none());
        assert!(Draft::read(&HeaderMap::new(), b"name=a").is_none());
    }

    #[test]
    fn lines_of_a_remark_stay_lines() {
        let draft = read("remark=eins%0D%0Azwei").unwrap();
        assert_eq!(draft.value("remark"), "eins\nzwei");
        assert!(draft.text_fault("remark", 1000, false).is_none());
    }
}

//! What a visitor asks for: the filters in the address of a page.

use chrono::{DateTime, Utc};

use super::messages::Language;
use crate::domain::place::Status;
use crate::domain::{Bbox, Class, DistrictId, Invalid, KindId, Location, Topics};
use crate::snapshot::{PlaceFilter, WcNeed};

/// Every filter a page understands, in the order of an address.
pub(super) const NAMES: [&str; 13] = [
    "q", "district", "kind", "cls", "topics", "open_at", "free", "no_consumption", "wc", "lon",
    "lat", "bbox", "lang",
];

/// The longest text to search for, in characters.
const MAX_TEXT: usize = 200;

/// What residents look for: a closed place stays in history and on its own page.
const SHOWN: [Status; 4] =
    [Status::Active, Status::Relocated, Status::TemporarilyClosed, Status::Planned];

/// A checked question, and the filters as they were written.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// The language of the answer.
    pub(super) language: Language,
    /// What sort of places.
    pub(super) filter: PlaceFilter,
    /// Where the list is sorted from.
    pub(super) near: Option<Location>,
    /// The box the places must touch.
    pub(super) bbox: Option<Bbox>,
    /// The moment the question is about.
    pub(super) at: DateTime<Utc>,
    /// Names and values, none of them empty, in the order of [`NAMES`].
    written: Vec<(&'static str, String)>,
}

/// A filter that cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refused {
    /// The language of the page, as far as it could be read.
    pub(super) language: Language,
    /// The filter as it was written.
    pub(super) name: String,
    /// Its value as it was written.
    pub(super) value: String,
    /// The message that says the rule.
    pub(super) rule: String,
}

impl Question {
    /// Reads the filters of an address. An empty value is no filter, because that is how a form sends one;
    /// several boxes ticked under one name are a list.
    ///
    /// # Errors
    /// The first filter that is unknown or breaks its rule.
    pub(super) fn read(pairs: Vec<(String, String)>, now: DateTime<Utc>) -> Result<Self, Refused> {
        let language = language_of(&pairs);
        let mut written: Vec<(&'static str, String)> = Vec::new();
        for (name, value) in pairs {
            let refused = |rule: &str| Refused {
                language,
                name: name.clone(),
                value: value.clone(),
                rule: format!("rule-{rule}"),
            };
            let Some(&known) = NAMES.iter().find(|known| **known == name) else {
                return Err(refused("unknown"));
            };
            if value.trim().is_empty() {
                continue;
            }
            match written.iter_mut().find(|(name, _)| *name == known) {
                None => written.push((known, value.trim().to_owned())),
                Some((_, list)) if known == "topics" => *list = format!("{list},{}", value.trim()),
                Some(_) => return Err(refused("repeated")),
            }
        }
        written.sort_by_key(|(name, _)| NAMES.iter().position(|known| known == name));
        let mut question = Self {
            language,
            filter: PlaceFilter { status: SHOWN.to_vec(), ..PlaceFilter::default() },
            near: None,
            bbox: None,
            at: now,
            written,
        };
        question.check().map_err(|invalid| question.refuse(&invalid))?;
        Ok(question)
    }

    /// The value of a filter as it was written.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let found = self.written.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether any filter narrows the list.
    pub(super) fn is_narrowed(&self) -> bool {
        self.written.iter().any(|(name, _)| *name != "lang")
    }

    /// The address that asks the same with `change` applied to every filter; `None` takes one away.
    pub(super) fn address(
        &self,
        path: &str,
        change: impl Fn(&str, &str) -> Option<String>,
    ) -> String {
        let kept = self.written.iter();
        let kept = kept.filter_map(|(name, value)| Some((*name, change(name, value)?)));
        address(path, kept)
    }

    /// The address of the same question in another language.
    pub(super) fn address_in(&self, path: &str, language: Language) -> String {
        let kept = self.written.iter().filter(|(name, _)| *name != "lang");
        let kept = kept.map(|(name, value)| (*name, value.clone()));
        address(path, kept.chain([("lang", language.tag().to_owned())]))
    }

    fn refuse(&self, invalid: &Invalid) -> Refused {
        Refused {
            language: self.language,
            name: invalid.field.to_string(),
            value: self.value(&invalid.field).unwrap_or_default().to_owned(),
            rule: format!("rule-{}", invalid.field),
        }
    }

    fn check(&mut self) -> Result<(), Invalid> {
        let mut position = [None, None];
        for (name, value) in &self.written {
            let filter = &mut self.filter;
            match *name {
                "q" => filter.text = Some(text(value)?),
                "district" => filter.district = Some(value.parse::<DistrictId>()?),
                "kind" => filter.kinds = vec![value.parse::<KindId>()?],
                "cls" => filter.class = Some(class(value)?),
                "topics" => filter.topics = value.parse::<Topics>()?,
                "open_at" => {
                    self.at = instant(value, self.at)?;
                    filter.open_at = Some(self.at);
                }
                "free" => filter.free = flag("free", value)?,
                "no_consumption" => filter.no_consumption = flag("no_consumption", value)?,
                "wc" => filter.wc = Some(wc(value)?),
                "lon" => position[0] = Some(degrees("lon", value)?),
                "lat" => position[1] = Some(degrees("lat", value)?),
                "bbox" => self.bbox = Some(value.parse()?),
                // Read first of all, so that a refusal is in the right language.
                "lang" => self.language = value.parse()?,
                _ => unreachable!("only known names are written"),
            }
        }
        self.near = match position {
            [Some(lon), Some(lat)] => Some(Location::from_lon_lat(lon, lat)?),
            [None, None] => None,
            [Some(_), None] => return Err(Invalid::new("lat", "must come with lon")),
            [None, Some(_)] => return Err(Invalid::new("lon", "must come with lat")),
        };
        Ok(())
    }
}

/// The language an address asks for, German where it asks for none that is spoken.
pub(super) fn language_of(pairs: &[(String, String)]) -> Language {
    let asked = pairs.iter().find(|(name, _)| name == "lang");
    asked.and_then(|(_, value)| value.parse().ok()).unwrap_or_default()
}

/// An address from its path and filters.
pub(super) fn address(
    path: &str,
    filters: impl IntoIterator<Item = (&'static str, String)>,
) -> String {
    let filters = filters.into_iter();
    let parts: Vec<_> = filters.map(|(name, value)| format!("{name}={}", encode(&value))).collect();
    if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
}

/// Percent-encoding of everything that is not plain; the comma of lists stays readable.
fn encode(text: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b',' => {
                encoded.push(char::from(byte));
            }
            _ => write!(encoded, "%{byte:02X}").expect("writing to a string never fails"),
        }
    }
    encoded
}

fn text(value: &str) -> Result<String, Invalid> {
    if value.chars().count() > MAX_TEXT || value.chars().any(char::is_control) {
        return Err(Invalid::new("q", format!("must be at most {MAX_TEXT} characters without control characters")));
    }
    Ok(value.to_owned())
}

fn class(value: &str) -> Result<Class, Invalid> {
    match value.parse()? {
        Class::Amenity => Err(Invalid::new("cls", "must be room or outdoor")),
        class => Ok(class),
    }
}

fn instant(value: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, Invalid> {
    if value == "now" {
        return Ok(now);
    }
    match DateTime::parse_from_rfc3339(value) {
        Ok(instant) => Ok(instant.with_timezone(&Utc)),
        Err(_) => Err(Invalid::new("open_at", "must be now or an RFC 3339 instant")),
    }
}

fn flag(name: &'static str, value: &str) -> Result<bool, Invalid> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Invalid::new(name, "must be true or false")),
    }
}

fn wc(value: &str) -> Result<WcNeed, Invalid> {
    match value {
        "yes" => Ok(WcNeed::Any),
        "wheelchair" => Ok(WcNeed::Wheelchair),
        _ => Err(Invalid::new("wc", "must be yes or wheelchair")),
    }
}

fn degrees(name: &'static str, value: &str) -> Result<f64, Invalid> {
    match value.parse() {
        Ok(degrees) => Ok(degrees),
        Err(_) => Err(Invalid::new(name, "must be a number of degrees")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Question, Refused> {
        let pairs = pairs.iter().map(|&(name, value)| (name.into(), value.into()));
        Question::read(pairs.collect(), DateTime::UNIX_EPOCH)
    }

    #[test]
    fn an_empty_field_of_the_form_is_no_filter() {
        let question = read(&[("q", ""), ("district", " "), ("lon", ""), ("lat", "")]).unwrap();
        assert!(!question.is_narrowed());
        assert_eq!(question.near, None);
    }

    #[test]
    fn topics_ticked_one_by_one_are_a_list_and_nothing_else_may_repeat() {
        let question = read(&[("topics", "advice"), ("topics", "language")]).unwrap();
        assert_eq!(question.value("topics"), Some("advice,language"));
        assert_eq!(read(&[("q", "a"), ("q", "b")]).unwrap_err().rule, "rule-repeated");
    }

    #[test]
    fn a_wrong_filter_is_refused_by_name() {
        for (name, value) in [
            ("kind", "castle"), ("cls", "amenity"), ("topics", "coffee"), ("open_at", "later"),
            ("free", "1"), ("no_consumption", "yes"), ("wc", "gold"), ("bbox", "1,2,3"),
            ("district", "Süd!"), ("q", "\u{7}"),
        ] {
            let refused = read(&[(name, value)]).unwrap_err();
            assert_eq!((refused.name.as_str(), refused.value.as_str()), (name, value));
            assert_eq!(refused.rule, format!("rule-{name}"));
        }
        assert_eq!(read(&[("colour", "red")]).unwrap_err().rule, "rule-unknown");
        assert_eq!(read(&[("lang", "fr")]).unwrap_err().rule, "rule-lang");
    }

    #[test]
    fn a_position_is_whole_and_on_the_earth() {
        assert_eq!(read(&[("lon", "9.19")]).unwrap_err().name, "lat");
        assert_eq!(read(&[("lat", "48.9")]).unwrap_err().name, "lon");
        assert_eq!(read(&[("lon", "9.19"), ("lat", "91")]).unwrap_err().name, "lat");
        assert_eq!(read(&[("lon", "NaN"), ("lat", "48.9")]).unwrap_err().name, "lon");
        assert!(read(&[("lon", "9.19"), ("lat", "48.9")]).unwrap().near.is_some());
    }

    #[test]
    fn a_refusal_speaks_the_language_that_was_asked_for() {
        assert_eq!(read(&[("wc", "gold"), ("lang", "en")]).unwrap_err().language, Language::En);
    }

    #[test]
    fn an_address_says_the_same_question_again() {
        let question = read(&[("free", "true"), ("q", "Café & Co"), ("topics", "advice")]).unwrap();
        let same = question.address("/", |_, value| Some(value.to_owned()));
        assert_eq!(same, "/?q=Caf%C3%A9%20%26%20Co&topics=advice&free=true");
        let without = question.address("/", |name, value| (name != "q").then(|| value.to_owned()));
        assert_eq!(without, "/?topics=advice&free=true");
        assert!(question.address_in("/", Language::En).ends_with("&lang=en"));
    }
}

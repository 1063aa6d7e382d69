//! What a visitor asks for: the filters in the address of a page, the same ones that the API takes.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::messages::Language;
use super::start::Start;
use crate::domain::place::Status;
use crate::domain::{Bbox, Invalid, Location, Need};
use crate::query::{PLACE_PARAMS, Param, Params, PlaceQuery, Schema};
use crate::snapshot::{NamedSpot, PlaceFilter, Snapshot};

/// What a page takes besides [`PLACE_PARAMS`].
const PAGE_PARAMS: &[Param] = &[
    Param::optional(
        "lon",
        Schema::Number(-180.0, 180.0),
        "Longitude to sort by distance from.",
    ),
    Param::optional(
        "lat",
        Schema::Number(-90.0, 90.0),
        "Latitude to sort by distance from.",
    ),
    Param::optional(
        "near",
        Schema::Text(MOST_ADDRESS_CHARACTERS),
        "An address or a street to sort from, as somebody types it.",
    ),
    Param::optional("bbox", Schema::Bbox, "Only places that touch this box."),
    Param::optional(
        "need",
        Schema::ListOf(needs),
        "Say of every place what is known about these needs.",
    ),
    Param::optional(
        "usable",
        Schema::Flag,
        "Only places that an audit found usable for people with each of these needs, fully or with limits.",
    ),
    Param::optional(
        "lang",
        Schema::OneOf(languages),
        "The language of the page.",
    ),
];

/// No address is longer.
const MOST_ADDRESS_CHARACTERS: usize = 400;

/// More names than this are no question.
pub(super) const MOST_PAIRS: usize = 100;

/// Filters that a form sends once per ticked box.
const LISTS: [&str; 4] = ["kind", "topics", "open_at", "need"];

/// The filters that say where the list is sorted from.
pub(super) const FROM: [&str; 3] = ["near", "lon", "lat"];

/// What residents look for: a closed place stays in history and on its own page.
pub(super) const SHOWN: [Status; 4] = [
    Status::Active,
    Status::Relocated,
    Status::TemporarilyClosed,
    Status::Planned,
];

/// A checked question, and the filters as they were written.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// The language of the answer.
    pub(super) language: Language,
    /// What sort of places.
    pub(super) filter: PlaceFilter,
    /// Where the list is sorted from.
    pub(super) near: Option<Location>,
    /// What to say of every place; narrows nothing by itself.
    pub(super) needs: Vec<Need>,
    /// Whether only places are meant that an audit found usable for all of these needs.
    pub(super) only_usable: bool,
    /// The address that was typed, and what it was taken for; it decides where the list is sorted from.
    pub(super) start: Option<Start>,
    /// The box the places must touch.
    pub(super) bbox: Option<Bbox>,
    /// The moment the question is about.
    pub(super) at: DateTime<Utc>,
    /// The moment it is asked.
    pub(super) now: DateTime<Utc>,
    written: Written,
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

/// Names and values of an address, none of them empty.
#[derive(Clone, Debug)]
struct Written(Vec<(String, String)>);

impl Written {
    /// An empty value is no filter, because that is how a form sends one; boxes ticked under one name are a list.
    fn read(query: &str) -> Self {
        let mut written: Vec<(String, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if written.len() > MOST_PAIRS {
                // No form sends so much: refused as a filter that does not exist.
                written.push(("…".to_owned(), "…".to_owned()));
                break;
            }
            let value = value.trim();
            let list = written
                .iter_mut()
                .find(|(own, _)| *own == name && LISTS.contains(&own.as_str()));
            match list {
                _ if value.is_empty() && names().any(|known| known == name) => {}
                Some((_, list)) => *list = format!("{list},{value}"),
                None => written.push((name.into_owned(), value.to_owned())),
            }
        }
        Self(written)
    }

    fn value(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    fn refuse(&self, invalid: &Invalid) -> Refused {
        let name = invalid.field.as_ref();
        let times = self.0.iter().filter(|(own, _)| own == name).count();
        let rule = match times {
            _ if !names().any(|known| known == name) => "rule-unknown".to_owned(),
            2.. => "rule-repeated".to_owned(),
            _ => format!("rule-{name}"),
        };
        Refused {
            language: self.language(),
            name: name.to_owned(),
            value: self.value(name).unwrap_or_default().to_owned(),
            rule,
        }
    }

    /// The language asked for, German where none is that is spoken.
    fn language(&self) -> Language {
        self.value("lang")
            .and_then(|tag| tag.parse().ok())
            .unwrap_or_default()
    }
}

impl Question {
    /// Reads the query string of a page.
    ///
    /// # Errors
    /// The first filter that is unknown or breaks its rule.
    pub(super) fn read(query: &str, now: DateTime<Utc>, timezone: Tz) -> Result<Self, Refused> {
        let written = Written::read(query);
        match Self::check(&written, now, timezone) {
            Ok(question) => Ok(question),
            Err(invalid) => Err(written.refuse(&invalid)),
        }
    }

    fn check(written: &Written, now: DateTime<Utc>, timezone: Tz) -> Result<Self, Invalid> {
        let plain = address(
            "",
            written
                .0
                .iter()
                .map(|(name, value)| (name.as_str(), value.clone())),
        );
        let mut params =
            Params::parse(plain.trim_start_matches('?'), &[PLACE_PARAMS, PAGE_PARAMS])?;
        let language = params.take("lang")?.unwrap_or_default();
        let near = position(&mut params)?;
        let start = params.take("near")?;
        let bbox = params.take("bbox")?;
        let mut needs: Vec<Need> = params.list("need")?;
        needs.sort_unstable();
        needs.dedup();
        // Without a need there is nothing that a place could be usable for.
        let only_usable = params.flag("usable")? && !needs.is_empty();
        let query = PlaceQuery::read(&mut params)?.with_default_status(&SHOWN);
        let mut filter = query.filter(now, timezone);
        if only_usable {
            filter.usable_for.extend(&needs);
        }
        Ok(Self {
            language,
            near,
            needs,
            only_usable,
            start,
            bbox,
            at: filter.open_at.unwrap_or(now),
            now,
            filter,
            written: written.clone(),
        })
    }

    /// Finds the address that was typed: the list is then sorted from there. Of several that fit equally well the
    /// one nearest to the position in the question is meant.
    pub(super) fn settled(mut self, snapshot: &Snapshot) -> Self {
        if let Some(start) = &mut self.start {
            start.find(snapshot, self.near);
            self.near = start.location();
        }
        self
    }

    /// Refuses a filter that only the city itself can find wrong.
    pub(super) fn refuse(&self, name: &'static str) -> Refused {
        self.written.refuse(&Invalid::new(name, String::new()))
    }

    /// The value of a filter as it was written.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.written.value(name)
    }

    /// Whether any filter narrows the list.
    pub(super) fn is_narrowed(&self) -> bool {
        let says_only = ["lang", "need"];
        let mut names = self.written.0.iter().map(|(name, _)| name.as_str());
        names.any(|name| !says_only.contains(&name))
    }

    /// The address that asks the same with `change` applied to every filter; `None` takes one away.
    pub(super) fn address(
        &self,
        path: &str,
        change: impl Fn(&str, &str) -> Option<String>,
    ) -> String {
        let kept = self.written.0.iter();
        let kept = kept.filter_map(|(name, value)| Some((name.as_str(), change(name, value)?)));
        address(path, kept)
    }

    /// The address of the same question sorted from another spot.
    pub(super) fn address_from(&self, path: &str, spot: &NamedSpot) -> String {
        let kept = self
            .written
            .0
            .iter()
            .filter(|(name, _)| !FROM.contains(&name.as_str()));
        let kept = kept.map(|(name, value)| (name.as_str(), value.clone()));
        let degrees = |degrees: f64| format!("{degrees:.5}");
        let (lon, lat) = (spot.location.lon(), spot.location.lat());
        let from = [spot.label(), degrees(lon), degrees(lat)];
        address(path, kept.chain(FROM.into_iter().zip(from)))
    }

    /// The address of the same question in another language.
    pub(super) fn address_in(&self, path: &str, language: Language) -> String {
        let kept = self.written.0.iter().filter(|(name, _)| name != "lang");
        let kept = kept.map(|(name, value)| (name.as_str(), value.clone()));
        address(path, kept.chain([("lang", language.tag().to_owned())]))
    }
}

/// The names of all filters, in the order of an address.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    PLACE_PARAMS
        .iter()
        .chain(PAGE_PARAMS)
        .map(|param| param.name)
}

fn needs() -> Vec<&'static str> {
    Need::ALL.iter().map(|need| need.as_str()).collect()
}

fn languages() -> Vec<&'static str> {
    Language::ALL.map(Language::tag).to_vec()
}

fn position(params: &mut Params) -> Result<Option<Location>, Invalid> {
    match (params.number("lon")?, params.number("lat")?) {
        (Some(lon), Some(lat)) => Location::from_lon_lat(lon, lat).map(Some),
        (None, None) => Ok(None),
        (Some(_), None) => Err(Invalid::new("lat", "must come with lon")),
        (None, Some(_)) => Err(Invalid::new("lon", "must come with lat")),
    }
}

/// The address of a page that keeps what a visitor chose: the language, and what to say of every place.
pub(super) fn kept(path: &str, language: Language, needs: &[Need]) -> String {
    let needs: Vec<_> = needs.iter().map(|need| need.as_str()).collect();
    let needs = (!needs.is_empty()).then(|| ("need", needs.join(",")));
    let language = (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
    address(path, needs.into_iter().chain(language))
}

/// An address from its path and filters.
pub(super) fn address<'a>(
    path: &str,
    filters: impl IntoIterator<Item = (&'a str, String)>,
) -> String {
    let filters = filters.into_iter();
    let parts: Vec<_> = filters
        .map(|(name, value)| format!("{}={}", encode(name), encode(&value)))
        .collect();
    if parts.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", parts.join("&"))
    }
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

#[cfg(test)]
mod tests;

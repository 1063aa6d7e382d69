//! What a visitor asks of the page of events: the filters in its address, the same ones that the calendars take.

use chrono::{DateTime, Utc};

use crate::domain::Invalid;
use crate::pages::events::PATH;
use crate::pages::messages::Language;
use crate::pages::question::{MOST_PAIRS, Refused, address};
use crate::query::{EVENT_PARAMS, Param, Params, Schema, read_event_filter};
use crate::snapshot::{EventFilter, Snapshot};

/// What the page takes besides [`EVENT_PARAMS`].
const PAGE_PARAMS: &[Param] = &[Param::optional(
    "lang",
    Schema::OneOf(languages),
    "The language of the page.",
)];

/// Filters that a form may send several times.
const LISTS: [&str; 3] = ["topics", "effort", "demand"];

fn languages() -> Vec<&'static str> {
    Language::ALL.map(Language::tag).to_vec()
}

/// The names of all filters, in the order of an address.
pub(in crate::pages) fn names() -> impl Iterator<Item = &'static str> {
    EVENT_PARAMS
        .iter()
        .chain(PAGE_PARAMS)
        .map(|param| param.name)
}

/// A checked question, and the filters as they were written.
pub(super) struct Asked {
    /// The language of the answer.
    pub(super) language: Language,
    /// What sort of events.
    pub(super) filter: EventFilter,
    /// The moment it is asked.
    pub(super) now: DateTime<Utc>,
    written: Vec<(String, String)>,
}

impl Asked {
    /// Reads the query string of the page.
    ///
    /// # Errors
    /// The first filter that is unknown or breaks its rule.
    pub(super) fn read(
        query: &str,
        snapshot: &Snapshot,
        now: DateTime<Utc>,
    ) -> Result<Self, Refused> {
        let written = written(query);
        let checked = Self::check(&written, snapshot);
        let (language, filter) = checked.map_err(|invalid| refuse(&written, &invalid))?;
        Ok(Self {
            language,
            filter,
            now,
            written,
        })
    }

    fn check(
        written: &[(String, String)],
        snapshot: &Snapshot,
    ) -> Result<(Language, EventFilter), Invalid> {
        let query = joined("", written.iter());
        let mut params =
            Params::parse(query.trim_start_matches('?'), &[EVENT_PARAMS, PAGE_PARAMS])?;
        let language = params.take("lang")?.unwrap_or_default();
        let filter = read_event_filter(&mut params)?;
        let unknown = |field: &'static str| Err(Invalid::new(field, ""));
        if filter.place.is_some_and(|id| snapshot.place(id).is_none()) {
            return unknown("place");
        }
        match &filter.district {
            Some(id) if snapshot.district(id).is_none() => unknown("district"),
            _ => Ok((language, filter)),
        }
    }

    /// The value of a filter as it was written.
    pub(super) fn value(&self, name: &str) -> &str {
        value(&self.written, name).unwrap_or_default()
    }

    /// Whether any filter narrows the answer.
    pub(super) fn is_narrowed(&self) -> bool {
        self.written.iter().any(|(name, _)| name != "lang")
    }

    /// The address of the same question in another language.
    pub(super) fn address_in(&self, language: Language) -> String {
        let kept = self.written.iter().filter(|(name, _)| name != "lang");
        let kept = kept.map(|(name, value)| (name.as_str(), value.clone()));
        let language =
            (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
        address(PATH, kept.chain(language))
    }

    /// The address of the answer as a calendar to subscribe to.
    pub(super) fn feed(&self) -> String {
        joined(
            "/api/events.ics",
            self.written.iter().filter(|(name, _)| name != "lang"),
        )
    }
}

/// Names and values, none of them empty: that is how a form sends a filter that nobody set.
fn written(query: &str) -> Vec<(String, String)> {
    let mut written: Vec<(String, String)> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if written.len() > MOST_PAIRS {
            // No form sends so much: refused as a filter that does not exist.
            written.push(("…".to_owned(), "…".to_owned()));
            break;
        }
        let value = value.trim();
        let is_list = LISTS.contains(&&*name);
        let list = written.iter_mut().find(|(own, _)| *own == name && is_list);
        match list {
            _ if value.is_empty() && names().any(|known| known == name) => {}
            Some((_, list)) => *list = format!("{list},{value}"),
            None => written.push((name.into_owned(), value.to_owned())),
        }
    }
    written
}

fn joined<'a>(path: &str, written: impl Iterator<Item = &'a (String, String)>) -> String {
    address(
        path,
        written.map(|(name, value)| (name.as_str(), value.clone())),
    )
}

fn value<'a>(written: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = written.iter().find(|(own, _)| own == name);
    found.map(|(_, value)| value.as_str())
}

fn refuse(written: &[(String, String)], invalid: &Invalid) -> Refused {
    let name = invalid.field.as_ref();
    let times = written.iter().filter(|(own, _)| own == name).count();
    let rule = match times {
        _ if !names().any(|known| known == name) => "rule-unknown".to_owned(),
        2.. => "rule-repeated".to_owned(),
        _ => format!("rule-{name}"),
    };
    Refused {
        language: value(written, "lang")
            .and_then(|tag| tag.parse().ok())
            .unwrap_or_default(),
        name: name.to_owned(),
        value: value(written, name).unwrap_or_default().to_owned(),
        rule,
    }
}

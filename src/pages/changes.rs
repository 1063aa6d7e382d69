//! News as a feed to subscribe to: Atom (RFC 4287). Roles stand there, no names of people.

use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, PreEscaped, html};
use uuid::Uuid;

use super::messages::Language;
use super::question::address;
use super::staff::hand;
use crate::domain::news::{News, NewsKind, Topical};
use crate::domain::{DistrictId, KindId};
use crate::export::geojson::PlaceUrl;
use crate::query::Base;
use crate::snapshot::Snapshot;

/// Where the feed is.
pub const PATH: &str = "/api/changes.atom";

/// Media type of Atom (RFC 4287, 7).
pub const MEDIA_TYPE: &str = "application/atom+xml";

/// Which news are asked for.
#[derive(Clone, Debug, Default)]
pub struct NewsFilter {
    /// From this district.
    pub district: Option<DistrictId>,
    /// About places of any of these kinds, and what is held there; empty means all.
    pub kinds: Vec<KindId>,
}

impl NewsFilter {
    /// Whether `news` are asked for.
    #[must_use]
    pub fn passes(&self, snapshot: &Snapshot, news: &News) -> bool {
        let wanted = self.district.as_ref();
        let is_there = wanted.is_none_or(|id| snapshot.districts_of_news(news).contains(&id));
        let is_any = |kinds: Vec<KindId>| kinds.iter().any(|kind| self.kinds.contains(kind));
        is_there && (self.kinds.is_empty() || is_any(snapshot.kinds_of_news(news)))
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let district = self
            .district
            .as_ref()
            .map(|id| ("district", id.to_string()));
        let kinds: Vec<_> = self.kinds.iter().map(|kind| kind.as_str()).collect();
        let kinds = (!kinds.is_empty()).then(|| ("kind", kinds.join(",")));
        district.into_iter().chain(kinds).collect()
    }
}

/// The address of the feed of a district, or of the whole city.
pub(super) fn feed_of(district: Option<&DistrictId>, language: Language) -> String {
    let filter = NewsFilter {
        district: district.cloned(),
        ..NewsFilter::default()
    };
    own_address(&filter, language)
}

/// There is no feed in plain German: whoever reads that gets German.
fn own_address(filter: &NewsFilter, language: Language) -> String {
    let language = (language == Language::En).then(|| ("lang", language.tag().to_owned()));
    address(PATH, filter.query().into_iter().chain(language))
}

/// The feed of `news`, the newest first, for somebody who asked for `filter`.
#[must_use]
pub fn feed(
    snapshot: &Snapshot,
    base: &Base,
    language: Language,
    filter: &NewsFilter,
    news: &[News],
) -> Vec<u8> {
    let feed = Feed {
        snapshot,
        base: base.as_str(),
        language,
    };
    feed.render(filter, news).0.into_bytes()
}

struct Feed<'a> {
    snapshot: &'a Snapshot,
    base: &'a str,
    language: Language,
}

impl Feed<'_> {
    fn render(&self, filter: &NewsFilter, news: &[News]) -> Markup {
        let settings = self.snapshot.settings();
        let contact = settings.contact.as_ref();
        let publisher = contact.and_then(|own| own.publisher.as_deref());
        let newest = news.first().map_or(DateTime::UNIX_EPOCH, |news| news.at);
        let own = own_address(filter, self.language);
        html! {
            (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>"))
            feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(self.language.spoken()) {
                id { (self.id(&own)) }
                title { (xml(&self.title(filter))) }
                updated { (written(newest)) }
                author { name { (xml(publisher.unwrap_or(&settings.name))) } }
                generator version=(env!("CARGO_PKG_VERSION")) { "miteinander" }
                link rel="self" type=(MEDIA_TYPE) href=(format!("{}{own}", self.base)) {}
                link rel="alternate" type="text/html" href=(format!("{}/", self.base)) {}
                @for news in news { (self.entry(news)) }
            }
        }
    }

    fn title(&self, filter: &NewsFilter) -> String {
        let city = self.snapshot.settings().name.as_str();
        let id = filter.district.as_ref();
        match id.and_then(|id| self.snapshot.district(id)) {
            Some(district) => self.language.text_with(
                "feed-title-district",
                [
                    ("district", district.name.as_str().into()),
                    ("city", city.into()),
                ],
            ),
            None => self
                .language
                .text_with("feed-title", [("city", city.into())]),
        }
    }

    /// The same for ever, for this city alone.
    fn id(&self, of: &str) -> String {
        let city = Uuid::try_parse(self.snapshot.lineage()).unwrap_or_default();
        Uuid::new_v5(&city, of.as_bytes()).urn().to_string()
    }

    fn entry(&self, news: &News) -> Markup {
        let (name, page) = self.subject(news);
        let did = self.did(news);
        html! {
            entry {
                id { (self.id(&format!("news/{}", news.number))) }
                title { (xml(&format!("{name}: {did}"))) }
                updated { (written(news.at)) }
                author { name { (xml(&hand(self.language, &news.by))) } }
                category term=(news.kind) {}
                @if let Some(page) = page { link rel="alternate" type="text/html" href=(format!("{}{page}", self.base)) {} }
                content type="text" { (xml(&self.content(news, &name, &did))) }
            }
        }
    }

    /// What it is called now, and its page.
    fn subject(&self, news: &News) -> (String, Option<String>) {
        match news.about {
            Topical::Place(id) => match self.snapshot.place(id) {
                Some(own) => (own.place.name.to_string(), Some(PlaceUrl(own).to_string())),
                None => (self.language.text("feed-no-place"), None),
            },
            Topical::Event(id) => match self.snapshot.event(id) {
                Some(own) => {
                    let place = self.snapshot.place_of(own);
                    let page = place.map(|own| PlaceUrl(own).to_string());
                    (own.event.title.to_string(), page)
                }
                None => (self.language.text("feed-no-event"), None),
            },
        }
    }

    fn did(&self, news: &News) -> String {
        self.language.text(match news.kind {
            NewsKind::PlaceAdded | NewsKind::EventAdded => "feed-added",
            NewsKind::PlaceChanged | NewsKind::EventChanged => "feed-changed",
            NewsKind::PlaceClosed => "feed-closed",
            NewsKind::PlaceRemoved | NewsKind::EventRemoved => "feed-removed",
        })
    }

    fn content(&self, news: &News, name: &str, did: &str) -> String {
        let mut groups: Vec<_> = news.members.iter().map(|own| group(news, own)).collect();
        groups.sort_unstable();
        groups.dedup();
        let groups: Vec<_> = groups
            .into_iter()
            .map(|key| self.language.text(key))
            .collect();
        let what = if groups.is_empty() {
            String::new()
        } else {
            format!(" ({})", groups.join(", "))
        };
        let undoes = news.undoes.map(|_| self.language.text("feed-undone"));
        let undoes = undoes.map_or_else(String::new, |said| format!(" {said}"));
        format!("{name}: {did}{what}.{undoes}")
    }
}

/// What a member belongs to, in words for everybody.
fn group(news: &News, member: &str) -> &'static str {
    let is_event = matches!(news.about, Topical::Event(_));
    match member.split('.').next().unwrap_or_default() {
        "name" | "name_easy" | "title" => "feed-about-name",
        "geometry" | "address" | "place" | "spot" | "location" => "feed-about-where",
        "opening_hours" | "opening_hours_source" => "feed-about-hours",
        "start" | "length" | "rule" | "also" | "except" | "changes" => "feed-about-dates",
        "cost" | "cost_text" | "consumption_required" | "own_food_allowed" => "feed-about-cost",
        "status" if is_event => "feed-about-dates",
        "status" | "valid_from" | "valid_to" | "status_reason" | "relocated_to" => {
            "feed-about-state"
        }
        "amenities" | "toilets" | "eurokey" | "seats" | "floor_area_m2" | "room_count" => {
            "feed-about-equipment"
        }
        "last_verified_at" => "feed-about-check",
        _ => "feed-about-more",
    }
}

fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A text without what no XML document may hold (XML 1.0, 2.2).
fn xml(text: &str) -> String {
    let may = |letter: char| {
        matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
            && letter != '\u{7F}'
    };
    text.chars().filter(|letter| may(*letter)).collect()
}

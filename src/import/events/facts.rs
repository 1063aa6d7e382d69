//! Where an event is held and what is known about it besides.

use crate::domain::event::{Engagement, EventFacts, Venue};
use crate::domain::words::Name;
use crate::domain::{Catalogue, Invalid, Location, PlaceId, Topic, Topics};
use crate::import::events::components::Component;
use crate::import::events::draft::Drafts;
use crate::import::events::text::{self, unescaped};
use crate::import::events::venue::Meant;

/// Lines of our own calendars; others may write them too.
const PLACE: &str = "X-MITEINANDER-PLACE";
const ORGANISER: &str = "X-MITEINANDER-ORGANISER";
const COST: &str = "X-MITEINANDER-COST";
const COST_TEXT: &str = "X-MITEINANDER-COST-TEXT";
const LANGUAGES: &str = "X-MITEINANDER-LANGUAGES";
const EFFORT: &str = "X-MITEINANDER-EFFORT";
const DEMAND: &str = "X-MITEINANDER-DEMAND";
const ENGAGEMENT: &str = "X-MITEINANDER-ENGAGEMENT";

impl Drafts<'_, '_> {
    pub(super) fn facts(&mut self, component: &Component) -> EventFacts {
        let text = |text: Option<String>| text.and_then(|text| text::parsed(&text));
        EventFacts {
            summary: text(self.text(component, "DESCRIPTION", 2_000, true)),
            topics: self.topics(component),
            languages: self.languages(component),
            cost: self.choice(component, COST),
            cost_text: text(self.text(component, COST_TEXT, 200, false)),
            organiser: self
                .text(component, ORGANISER, 200, false)
                .and_then(|text| text::parsed(&text))
                .or_else(|| self.context.organiser.clone()),
            url: self.choice(component, "URL"),
        }
    }

    /// One of a few names, or an address.
    fn choice<T: std::str::FromStr<Err = Invalid>>(
        &mut self,
        component: &Component,
        name: &'static str,
    ) -> Option<T> {
        let value = component.value(name).filter(|value| !value.is_empty())?;
        let parsed = unescaped(value).parse();
        let parsed = parsed.map_err(|invalid: Invalid| Invalid::new(name, invalid.reason));
        self.checked(component, parsed)
    }

    fn languages(&mut self, component: &Component) -> Vec<Name> {
        let entries = text::entries(component.value(LANGUAGES).unwrap_or_default());
        let mut languages = Vec::new();
        for entry in entries.into_iter().take(20) {
            let code = entry.to_lowercase();
            let is_code = (2..=10).contains(&code.len())
                && code
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            match code.parse::<Name>().ok().filter(|_| is_code) {
                Some(code) if languages.contains(&code) => {}
                Some(code) => languages.push(code),
                None => self.complain(
                    component,
                    Invalid::new(LANGUAGES, "must be codes such as de, tr or dgs"),
                ),
            }
        }
        languages
    }

    /// Who asks for help says so by effort or demand, or by the topic.
    pub(super) fn engagement(
        &mut self,
        component: &Component,
        topics: Topics,
    ) -> Option<Engagement> {
        let (effort, demand) = (
            self.choice(component, EFFORT),
            self.choice(component, DEMAND),
        );
        let says_so = component
            .value(ENGAGEMENT)
            .is_some_and(|value| value.eq_ignore_ascii_case("TRUE"));
        let is_asked = effort.is_some()
            || demand.is_some()
            || says_so
            || topics.iter().any(|topic| topic == Topic::Volunteering);
        is_asked.then_some(Engagement { effort, demand })
    }

    pub(super) fn venue(&mut self, component: &Component) -> Venue {
        let location = self.geo(component);
        let words = self.text(component, "LOCATION", 200, true);
        let words = words.filter(|words| {
            let is_online = words.contains("://");
            if is_online {
                let reason = "is a web address and no place; it is left out";
                self.complain(component, Invalid::new("LOCATION", reason));
            }
            !is_online
        });
        let place = self.place(component, words.as_deref(), location);
        let gazetteer = &self.context.gazetteer;
        let spot = words.and_then(|words| match place {
            Some(id) => gazetteer.room(&words, id),
            None => Some(words.replace('\n', ", ")),
        });
        Venue {
            place,
            spot: spot.and_then(|spot| text::parsed(&spot)),
            location: location.filter(|_| place.is_none()),
        }
    }

    /// The place that is named by id, or by name or address; else the one that the caller says.
    fn place(
        &mut self,
        component: &Component,
        words: Option<&str>,
        at: Option<Location>,
    ) -> Option<PlaceId> {
        let gazetteer = &self.context.gazetteer;
        if let Some(id) = self.choice::<PlaceId>(component, PLACE) {
            if gazetteer.has(id) {
                return Some(id);
            }
            let reason = format!("{id} is no place of the city that is in use");
            self.complain(component, Invalid::new(PLACE, reason));
        }
        match words.map(|words| gazetteer.find(words, at)) {
            Some(Meant::Place(id)) => return Some(id),
            Some(Meant::Several) => {
                let reason = "fits several places of the city: write the address too";
                self.complain(component, Invalid::new("LOCATION", reason));
            }
            Some(Meant::Nothing) | None => {}
        }
        self.context.place
    }

    fn geo(&mut self, component: &Component) -> Option<Location> {
        let value = component.value("GEO").filter(|value| !value.is_empty())?;
        let rule = || Invalid::new("GEO", "must be latitude;longitude in degrees");
        let parts = value.split_once(';').or_else(|| value.split_once("\\;"));
        let degrees = parts.and_then(|(lat, lon)| {
            let lon: f64 = lon.trim().parse().ok()?;
            Some((lon, lat.trim().parse::<f64>().ok()?))
        });
        let location = degrees.ok_or_else(rule).and_then(|(lon, lat)| {
            Location::from_lon_lat(lon, lat).map_err(|invalid| Invalid::new("GEO", invalid.reason))
        });
        self.checked(component, location)
    }
}

/// The field that names a place of refuge. What is held at a known place may speak of one: that place is public.
pub(super) fn names_a_refuge(
    component: &Component,
    venue: &Venue,
    fallback: Option<PlaceId>,
) -> Option<&'static str> {
    let is_blocked = |name: &str| {
        let mut lines = component.lines.iter().filter(|line| line.name == name);
        lines.any(|line| Catalogue::shipped().is_blocked_name(&unescaped(&line.value)))
    };
    let always = ["LOCATION", ORGANISER, "URL"].into_iter();
    let elsewhere = ["SUMMARY", "DESCRIPTION", "CATEGORIES", COST_TEXT].into_iter();
    // A place that only the caller of the import names says nothing about where the event itself is.
    let is_placed = venue.place.is_some() && venue.place != fallback;
    let elsewhere = elsewhere.filter(|_| !is_placed);
    always.chain(elsewhere).find(|name| is_blocked(name))
}

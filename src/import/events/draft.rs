//! One event of a file becomes checked values; what of it cannot is complained about.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::domain::event::{Engagement, EventFacts, EventStatus, Length, Rule, Start, Uid, Venue};
use crate::domain::words::Name;
use crate::domain::{Invalid, Topic, Topics};
use crate::import::Complaints;
use crate::import::events::components::Component;
use crate::import::events::facts::names_a_refuge;
use crate::import::events::text::{self, clean};
use crate::import::events::timing::alike;
use crate::import::events::zones::Zones;
use crate::import::events::{Context, uid, values};

/// An event of a file, checked on its own.
pub(super) struct Draft {
    /// How complaints name it.
    pub label: String,
    pub uid: Uid,
    /// The date of a series that this one stands for.
    pub of: Option<Start>,
    pub start: Start,
    pub length: Option<Length>,
    pub rule: Option<Rule>,
    /// Dates besides, those of periods with how long they last.
    pub also: Vec<(Start, Option<Length>)>,
    pub except: Vec<Start>,
    pub title: Name,
    pub venue: Venue,
    pub status: EventStatus,
    pub engagement: Option<Engagement>,
    pub revised_at: DateTime<Utc>,
    pub sequence: u32,
    pub facts: EventFacts,
}

/// What became of an event of the file.
pub(super) enum Outcome {
    /// It was read.
    Taken(Box<Draft>),
    /// Something it cannot do without is missing or wrong; what is stored of it may stay.
    Unreadable(Option<Uid>),
    /// It must not be stored.
    Refused(Option<Uid>),
}

/// Reads events one by one.
pub(super) struct Drafts<'a, 'b> {
    pub context: &'a Context,
    pub zones: Zones,
    pub complaints: &'a mut Complaints<'b>,
    /// Words of categories that mean no topic.
    pub no_topics: BTreeSet<String>,
}

impl Drafts<'_, '_> {
    /// Reads one event.
    pub fn read(&mut self, component: &Component) -> Outcome {
        let own = uid::of(component);
        if let Some(class) = component
            .value("CLASS")
            .filter(|class| !class.eq_ignore_ascii_case("PUBLIC"))
        {
            let shown: String = class
                .chars()
                .take(20)
                .flat_map(char::escape_debug)
                .collect();
            let reason = format!("is {shown}: only public events are taken");
            self.complain(component, Invalid::new("CLASS", reason));
            return Outcome::Refused(own);
        }
        let venue = self.venue(component);
        if let Some(field) = names_a_refuge(component, &venue, self.context.place) {
            let reason = crate::domain::catalogue::REFUGE;
            self.complain(component, Invalid::new(field, reason));
            return Outcome::Refused(own);
        }
        let (title, start) = (self.title(component), self.start(component));
        let (Some(title), Some(start)) = (title, start) else {
            return Outcome::Unreadable(own);
        };
        let uid = own.unwrap_or_else(|| {
            let reason = "is missing: one was made from the title and the time";
            self.complain(component, Invalid::new("UID", reason));
            uid::made_from(&self.context.source, &title, start)
        });
        // A change of a date that cannot be found must not pass for a series of its own.
        let Ok(of) = self.instance(component, start) else {
            return Outcome::Unreadable(Some(uid));
        };
        let mut draft = self.draft(component, uid, title, start, venue);
        draft.of = of;
        Outcome::Taken(Box::new(draft))
    }

    fn draft(
        &mut self,
        component: &Component,
        uid: Uid,
        title: Name,
        start: Start,
        venue: Venue,
    ) -> Draft {
        let facts = self.facts(component);
        let also = self.dates(component, "RDATE", start);
        let except = self.dates(component, "EXDATE", start);
        Draft {
            label: component.label.clone(),
            uid,
            of: None,
            start,
            length: self.length(component, start),
            rule: self.rule(component),
            also: also
                .into_iter()
                .map(|(own, length)| (alike(own, start), length))
                .collect(),
            except: except.into_iter().map(|(own, _)| own).collect(),
            title,
            venue,
            status: self.status(component),
            engagement: self.engagement(component, facts.topics),
            revised_at: self.revised_at(component),
            sequence: self.sequence(component),
            facts,
        }
    }

    pub(super) fn complain(&mut self, component: &Component, invalid: Invalid) {
        self.complaints.add(&component.label, invalid);
    }

    /// The value, or a complaint in its place.
    pub(super) fn checked<T>(
        &mut self,
        component: &Component,
        value: Result<T, Invalid>,
    ) -> Option<T> {
        value
            .map_err(|invalid| self.complain(component, invalid))
            .ok()
    }

    /// A text in one line or several, cleaned; nothing where it is missing or cannot be read.
    pub(super) fn text(
        &mut self,
        component: &Component,
        name: &'static str,
        most: usize,
        has_lines: bool,
    ) -> Option<String> {
        let line = component.line(name)?;
        if line.is_garbled {
            self.complain(
                component,
                Invalid::new(name, "is not UTF-8 (perhaps Latin-1) and is left out"),
            );
            return None;
        }
        let cleaned = clean(&line.value, most, has_lines);
        if cleaned.had_contacts {
            let reason = "had an e-mail address or a telephone number, which is left out: contact is only by URL";
            self.complain(component, Invalid::new(name, reason));
        }
        if cleaned.is_cut || line.is_cut {
            self.complain(
                component,
                Invalid::new(name, format!("is cut to {most} characters")),
            );
        }
        Some(cleaned.text).filter(|text| !text.is_empty())
    }

    fn title(&mut self, component: &Component) -> Option<Name> {
        let title = self.text(component, "SUMMARY", 200, false);
        let title = title.and_then(|title| text::parsed(&title));
        if title.is_none() {
            self.complain(
                component,
                Invalid::new("SUMMARY", "is missing: an event needs a title"),
            );
        }
        title
    }

    fn status(&mut self, component: &Component) -> EventStatus {
        let Some(text) = component.value("STATUS").filter(|text| !text.is_empty()) else {
            return EventStatus::Confirmed;
        };
        let status = text.to_ascii_lowercase().parse();
        let status = status.map_err(|invalid: Invalid| Invalid::new("STATUS", invalid.reason));
        self.checked(component, status)
            .unwrap_or(EventStatus::Confirmed)
    }

    /// When it was last changed, as well as the file knows; the beginning of all clocks where it does not.
    fn revised_at(&mut self, component: &Component) -> DateTime<Utc> {
        let lines = ["LAST-MODIFIED", "DTSTAMP", "CREATED"].into_iter();
        for line in lines.filter_map(|name| component.line(name)) {
            let city = self.zones.city();
            let revised = values::start(line, &self.zones, city);
            if let Some(revised) = self.checked(component, revised) {
                return revised.instant(city);
            }
        }
        DateTime::UNIX_EPOCH
    }

    fn sequence(&mut self, component: &Component) -> u32 {
        let Some(text) = component.value("SEQUENCE") else {
            return 0;
        };
        let sequence = text.parse().ok();
        let sequence = sequence.ok_or_else(|| Invalid::new("SEQUENCE", "must be a whole number"));
        self.checked(component, sequence).unwrap_or(0)
    }

    pub(super) fn topics(&mut self, component: &Component) -> Topics {
        let lines = component
            .lines
            .iter()
            .filter(|line| line.name == "CATEGORIES");
        let words: Vec<_> = lines.flat_map(|line| text::entries(&line.value)).collect();
        let mut topics = Vec::new();
        for word in words {
            match Topic::meant_by(&word) {
                Some(topic) => topics.push(topic),
                None => drop(self.no_topics.insert(word)),
            }
        }
        topics.into_iter().collect()
    }
}

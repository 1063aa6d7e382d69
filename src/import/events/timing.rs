//! When an event takes place, as its lines say.

use crate::domain::Invalid;
use crate::domain::event::{Length, MOST_DATES, Rule, Start};
use crate::import::events::components::Component;
use crate::import::events::draft::Drafts;
use crate::import::events::lines::Line;
use crate::import::events::values;

impl Drafts<'_, '_> {
    pub(super) fn start(&mut self, component: &Component) -> Option<Start> {
        let city = self.zones.city();
        let start = match component.line("DTSTART") {
            Some(line) => values::start(line, &self.zones, city),
            None => Err(Invalid::new("DTSTART", "is missing")),
        };
        self.checked(component, start)
    }

    /// The date of a series that a component changes: none where it is the series itself.
    ///
    /// # Errors
    /// Nothing to say when the date cannot be read (it is told): the component is then no series of its own.
    pub(super) fn instance(
        &mut self,
        component: &Component,
        start: Start,
    ) -> Result<Option<Start>, ()> {
        let Some(line) = component.line("RECURRENCE-ID") else {
            return Ok(None);
        };
        if line.param("RANGE").is_some() {
            let reason = "changes all later dates (RANGE), which is not understood: only this one is changed";
            self.complain(component, Invalid::new("RECURRENCE-ID", reason));
        }
        let of = values::start(line, &self.zones, self.floating(start));
        self.checked(component, of).map(Some).ok_or(())
    }

    /// Where times of an event without a zone are meant: where it begins.
    fn floating(&self, start: Start) -> chrono_tz::Tz {
        match start {
            Start::At { zone, .. } => zone,
            Start::Day(_) => self.zones.city(),
        }
    }

    pub(super) fn length(&mut self, component: &Component, start: Start) -> Option<Length> {
        let length = if let Some(line) = component.line("DTEND") {
            let end = values::start(line, &self.zones, self.floating(start));
            end.and_then(|end| values::length_to(start, end, &self.zones))
        } else {
            values::duration(component.value("DURATION")?)
        };
        self.checked(component, length)
    }

    pub(super) fn rule(&mut self, component: &Component) -> Option<Rule> {
        let count = |name: &str| {
            component
                .lines
                .iter()
                .filter(|line| line.name == name)
                .count()
        };
        if count("RRULE") > 1 {
            self.complain(
                component,
                Invalid::new("RRULE", "stands more than once; only the first is followed"),
            );
        }
        if count("EXRULE") > 0 {
            self.complain(
                component,
                Invalid::new("EXRULE", "is not understood and is left out"),
            );
        }
        let rule = component
            .value("RRULE")?
            .parse::<Rule>()
            .map_err(|invalid| {
                let reason = format!("{}; the dates it makes are left out", invalid.reason);
                Invalid::new("RRULE", reason)
            });
        self.checked(component, rule)
    }

    pub(super) fn dates(
        &mut self,
        component: &Component,
        name: &'static str,
        start: Start,
    ) -> Vec<(Start, Option<Length>)> {
        let floating = self.floating(start);
        let lines: Vec<&Line> = component
            .lines
            .iter()
            .filter(|line| line.name == name)
            .collect();
        let mut dates = Vec::new();
        for line in lines {
            let read: Vec<_> = values::starts(line, &self.zones, floating)
                .take(MOST_DATES + 1)
                .collect();
            for date in read {
                dates.extend(self.checked(component, date));
            }
            if dates.len() > MOST_DATES {
                break;
            }
        }
        if dates.len() > MOST_DATES {
            let reason = format!("names more than {MOST_DATES} dates; the rest is left out");
            self.complain(component, Invalid::new(name, reason));
            dates.truncate(MOST_DATES);
        }
        dates
    }
}

/// A date of the same sort as the first one: of a series of times a day means its time on that day.
pub(super) fn alike(date: Start, first: Start) -> Start {
    match (date, first) {
        (Start::Day(day), Start::At { wall, zone }) => Start::At {
            wall: day.and_time(wall.time()),
            zone,
        },
        (Start::At { wall, .. }, Start::Day(_)) => Start::Day(wall.date()),
        _ => date,
    }
}

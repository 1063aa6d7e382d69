//! The parts of a calendar: its events and its time zones, wherever they stand in it.

use crate::domain::Invalid;
use crate::import::Complaints;
use crate::import::events::lines::{Line, lines};

/// One event as it stands in the file, not yet checked.
#[derive(Debug, Default)]
pub(super) struct Component {
    /// How complaints name it.
    pub label: String,
    /// What is said in it, apart from what stands in alarms and other parts of it.
    pub lines: Vec<Line>,
}

impl Component {
    /// The first line of a name.
    pub fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// The value of the first line of a name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.line(name).map(|line| line.value.trim())
    }
}

/// Everything of a file that matters here.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// What is said about the calendar as a whole.
    pub calendar: Vec<Line>,
    /// The events in the order of the file.
    pub events: Vec<Component>,
    /// The time zones that the file describes, each with what it says of its offsets.
    pub zones: Vec<Component>,
}

impl Parts {
    /// Whether the file takes back what it names (`METHOD:CANCEL`).
    pub fn is_cancelling(&self) -> bool {
        let mut methods = self.calendar.iter().filter(|line| line.name == "METHOD");
        methods.any(|line| line.value.trim().eq_ignore_ascii_case("CANCEL"))
    }
}

/// The most events one file may have.
pub(super) const MOST_EVENTS: usize = 20_000;
/// The most lines one event may have.
const MOST_LINES: usize = 5_000;
/// How deep components stand in each other at most.
const MOST_DEPTH: usize = 16;

/// Reads a file; what cannot be read is complained about.
pub(super) fn read(bytes: &[u8], complaints: &mut Complaints<'_>) -> Parts {
    let mut reader = Reader::default();
    for line in lines(bytes) {
        match line {
            Some(line) if line.name == "BEGIN" => reader.begin(&line.value),
            Some(line) if line.name == "END" => reader.end(&line.value, complaints),
            Some(line) => reader.take(line, complaints),
            None => {
                let reason = "has a line that is no NAME:VALUE; the line is left out";
                complaints.add(&reader.label(), Invalid::new("", reason));
            }
        }
    }
    if let Some(open) = reader.open.last().cloned() {
        let reason = format!("is not ended: END:{} is missing", shown(&open));
        complaints.add(&reader.label(), Invalid::new("", reason));
        while !reader.open.is_empty() {
            reader.close(complaints);
        }
    }
    reader.parts
}

#[derive(Default)]
struct Reader {
    parts: Parts,
    /// Names of the components that have begun and not ended.
    open: Vec<String>,
    event: Option<Component>,
    zone: Option<Component>,
    begun_events: usize,
}

impl Reader {
    fn begin(&mut self, name: &str) {
        let name = name.trim().to_ascii_uppercase();
        if name == "VEVENT" && self.event.is_none() {
            self.begun_events += 1;
            let label = format!("event {}", self.begun_events);
            self.event = Some(Component {
                label,
                lines: Vec::new(),
            });
        }
        if name == "VTIMEZONE" && self.event.is_none() && self.zone.is_none() {
            self.zone = Some(Component::default());
        }
        self.open.push(name);
        self.open.truncate(MOST_DEPTH);
    }

    fn end(&mut self, name: &str, complaints: &mut Complaints<'_>) {
        let name = name.trim().to_ascii_uppercase();
        if !self.open.contains(&name) {
            let reason = format!("has an END:{} without its BEGIN", shown(&name));
            complaints.add(&self.label(), Invalid::new("", reason));
            return;
        }
        while let Some(open) = self.open.last().cloned() {
            self.close(complaints);
            if open == name {
                break;
            }
        }
    }

    /// Ends the innermost component.
    fn close(&mut self, complaints: &mut Complaints<'_>) {
        let ended = self.open.pop().unwrap_or_default();
        let is_outermost = |own: &str| ended == own && !self.open.iter().any(|open| open == own);
        if is_outermost("VEVENT")
            && let Some(event) = self.event.take()
        {
            if self.parts.events.len() < MOST_EVENTS {
                self.parts.events.push(event);
            } else {
                let reason = format!("is left out: a file may have {MOST_EVENTS} events");
                complaints.add(&event.label, Invalid::new("", reason));
            }
        } else if is_outermost("VTIMEZONE")
            && let Some(zone) = self.zone.take()
            && self.parts.zones.len() < MOST_EVENTS
        {
            self.parts.zones.push(zone);
        }
    }

    fn take(&mut self, line: Line, complaints: &mut Complaints<'_>) {
        let innermost = self.open.last().map(String::as_str);
        if let Some(zone) = &mut self.zone {
            if zone.lines.len() < MOST_LINES {
                zone.lines.push(line);
            }
        } else if let Some(event) = &mut self.event {
            // Alarms have a summary and a description of their own.
            if innermost != Some("VEVENT") {
                return;
            }
            let uid = line.value.trim();
            if line.name == "UID" && !uid.is_empty() && event.value("UID").is_none() {
                event.label = format!("event {} ({})", self.begun_events, shown(uid));
            }
            event.lines.push(line);
            if event.lines.len() == MOST_LINES {
                let reason = format!("has more than {MOST_LINES} lines; the rest is left out");
                complaints.add(&event.label, Invalid::new("", reason));
            }
            event.lines.truncate(MOST_LINES);
        } else if innermost == Some("VCALENDAR") && self.parts.calendar.len() < MOST_LINES {
            self.parts.calendar.push(line);
        }
    }

    fn label(&self) -> String {
        self.event
            .as_ref()
            .map_or_else(String::new, |event| event.label.clone())
    }
}

/// A name of the file, short enough to repeat.
fn shown(text: &str) -> String {
    text.chars().take(80).flat_map(char::escape_debug).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Parts, Vec<String>) {
        let mut complaints = Complaints::about("x.ics");
        let parts = read(text.as_bytes(), &mut complaints);
        let told = complaints.or(()).err().map_or_else(Vec::new, |refused| {
            refused.0.iter().map(ToString::to_string).collect()
        });
        (parts, told)
    }

    #[test]
    fn events_are_found_wherever_they_stand_and_alarms_are_not_theirs() {
        let (parts, told) = parts(
            "BEGIN:VCALENDAR\nX-WR-CALNAME:Treff\nBEGIN:X-BOX\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nBEGIN:VALARM\n\
             SUMMARY:Wecker\nEND:VALARM\nLOCATION:Ort\nEND:VEVENT\nEND:X-BOX\nEND:VCALENDAR\n\
             BEGIN:VEVENT\nUID:2\nEND:VEVENT\n",
        );
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(parts.calendar[0].value, "Treff");
        let labels: Vec<_> = parts.events.iter().map(|own| own.label.as_str()).collect();
        assert_eq!(labels, ["event 1 (1)", "event 2 (2)"]);
        assert_eq!(parts.events[0].value("SUMMARY"), Some("A"));
        assert_eq!(parts.events[0].value("LOCATION"), Some("Ort"));
        assert_eq!(parts.events[0].lines.len(), 3);
    }

    #[test]
    fn a_time_zone_is_read_with_its_offsets() {
        let (parts, _) = parts(
            "BEGIN:VTIMEZONE\nTZID:Mitte\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nEND:VEVENT",
        );
        assert_eq!(parts.zones[0].value("TZID"), Some("Mitte"));
        assert_eq!(parts.zones[0].value("TZOFFSETTO"), Some("+0100"));
        assert_eq!(parts.events.len(), 1);
    }

    #[test]
    fn what_is_broken_is_told_and_the_rest_is_read() {
        let (parts, told) = parts("END:VEVENT\nBEGIN:VEVENT\nUID:1\nnonsense\nBEGIN:VALARM\n");
        assert_eq!(parts.events.len(), 1);
        assert_eq!(
            told,
            [
                "x.ics: has an END:VEVENT without its BEGIN",
                "x.ics, event 1 (1): has a line that is no NAME:VALUE; the line is left out",
                "x.ics, event 1 (1): is not ended: END:VALARM is missing",
            ]
        );
    }

    #[test]
    fn components_without_end_fill_nothing() {
        let text = "BEGIN:X\n".repeat(100_000);
        let (parts, told) = parts(&text);
        assert!(parts.events.is_empty() && told.len() == 1);
    }
}

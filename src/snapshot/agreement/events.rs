//! Are the events of a city held where something can be held, and is known of them what residents ask?

use chrono::Days;

use crate::domain::place::Status;
use crate::snapshot::agreement::Findings;
use crate::snapshot::{HeldEvent, Snapshot};

/// A question of residents, and whether nobody has answered it for an event.
type Question = (&'static str, fn(&HeldEvent) -> bool);

const QUESTIONS: &[Question] = &[
    ("the place", |own| own.event.venue.place.is_none()),
    ("the topics", |own| own.event.facts.topics.is_empty()),
    ("what it costs", |own| own.event.facts.cost.is_none()),
    ("how long it lasts", |own| {
        own.event.schedule.length.is_none() && !own.event.schedule.start.is_day()
    }),
];

/// Notes events at places that are closed by then, and what is not known.
pub(super) fn check(snapshot: &Snapshot, findings: &mut Findings) {
    for held in snapshot.events() {
        findings.faults.extend(closed_place(snapshot, held));
    }
    for (question, is_open) in QUESTIONS {
        let count = snapshot.events().filter(|own| is_open(own)).count();
        if count > 0 {
            findings
                .missing
                .push(format!("{question}, of {count} events"));
        }
    }
}

fn closed_place(snapshot: &Snapshot, held: &HeldEvent) -> Option<String> {
    let place = &snapshot.place_of(held)?.place;
    if place.lifecycle.status != Status::Closed {
        return None;
    }
    let closed = place.lifecycle.valid_to();
    let last = held.last.map(|last| snapshot.date_at(last));
    let is_before = closed.zip(last).is_some_and(|(closed, last)| {
        closed
            .checked_add_days(Days::new(1))
            .is_some_and(|next| last <= next)
    });
    (!is_before).then(|| {
        format!(
            "{}: held at {}, which is closed by then",
            held.event.title, place.name
        )
    })
}

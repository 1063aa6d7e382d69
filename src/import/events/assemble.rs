//! The events of a file put together: a series with the dates of it that are not like the others.

use std::collections::BTreeMap;

use crate::domain::Invalid;
use crate::domain::event::{Change, Event, EventId, Length, MOST_DATES, Schedule, Start, Uid};
use crate::import::Complaints;
use crate::import::events::Context;
use crate::import::events::draft::Draft;
use crate::import::events::timing::alike;

/// Everything that the file says under one identity.
#[derive(Default)]
struct Family {
    base: Option<Box<Draft>>,
    changes: Vec<Draft>,
}

/// One event per identity, in their order in the file.
pub(super) fn assemble(
    drafts: Vec<Draft>,
    context: &Context,
    complaints: &mut Complaints<'_>,
) -> Vec<Event> {
    let mut families: BTreeMap<Uid, Family> = BTreeMap::new();
    let mut order = Vec::new();
    for draft in drafts {
        let uid = draft.uid.clone();
        let family = families.entry(uid.clone()).or_insert_with(|| {
            order.push(uid);
            Family::default()
        });
        if draft.of.is_some() {
            family.changes.push(draft);
        } else {
            put_base(family, draft, complaints);
        }
    }
    let families = order.iter().filter_map(|uid| families.remove(uid));
    families
        .filter_map(|family| event(family, context, complaints))
        .collect()
}

/// Of two events with one identity the one that was changed last is meant.
fn put_base(family: &mut Family, draft: Draft, complaints: &mut Complaints<'_>) {
    let Some(before) = &family.base else {
        family.base = Some(Box::new(draft));
        return;
    };
    let reason = "stands twice; the one that was changed last is taken";
    complaints.add(&draft.label, Invalid::new("UID", reason));
    if (draft.sequence, draft.revised_at) >= (before.sequence, before.revised_at) {
        family.base = Some(Box::new(draft));
    }
}

fn event(family: Family, context: &Context, complaints: &mut Complaints<'_>) -> Option<Event> {
    let Family { base, mut changes } = family;
    let is_alone = base.is_none();
    // Some calendars only hand out the dates that were changed: each of them stands for itself.
    let base = match base {
        Some(base) => *base,
        None => changes.first().map(copy_of)?,
    };
    if changes.len() > MOST_DATES {
        let reason = format!("has more than {MOST_DATES} changed dates; the rest is left out");
        complaints.add(&base.label, Invalid::new("RECURRENCE-ID", reason));
        changes.truncate(MOST_DATES);
    }
    let schedule = schedule(&base, changes, is_alone);
    Some(Event {
        id: EventId::of(&base.uid),
        uid: base.uid,
        source: context.source.clone(),
        origin: context.origin,
        title: base.title,
        venue: base.venue,
        status: base.status,
        schedule,
        engagement: base.engagement,
        revised_at: base.revised_at,
        sequence: base.sequence,
        facts: Box::new(base.facts),
    })
}

/// When a series takes place, with `changes`; of those that are alone none need fit the series.
fn schedule(base: &Draft, changes: Vec<Draft>, is_alone: bool) -> Schedule {
    let mut all: Vec<Change> = base
        .also
        .iter()
        .filter_map(|own| longer(base, *own))
        .collect();
    for change in changes {
        let own = Change {
            of: match change.of {
                Some(of) if is_alone => of,
                Some(of) => alike(of, base.start),
                None => change.start,
            },
            start: change.start,
            length: change.length.filter(|length| Some(*length) != base.length),
            status: change.status,
            title: Some(change.title).filter(|title| *title != base.title),
            venue: Some(change.venue).filter(|venue| *venue != base.venue),
        };
        all.retain(|other| other.of != own.of);
        all.push(own);
    }
    Schedule {
        rule: base.rule.clone(),
        also: base.also.iter().map(|(start, _)| *start).collect(),
        except: base.except.clone(),
        changes: all,
        ..Schedule::once(base.start, base.length)
    }
}

/// A date besides that lasts longer or shorter than the others.
fn longer(base: &Draft, (start, length): (Start, Option<Length>)) -> Option<Change> {
    let length = length.filter(|length| Some(*length) != base.length)?;
    Some(Change {
        of: start,
        start,
        length: Some(length),
        status: base.status,
        title: None,
        venue: None,
    })
}

/// What stands for a series of which the file has only single dates.
fn copy_of(change: &Draft) -> Draft {
    Draft {
        label: change.label.clone(),
        uid: change.uid.clone(),
        of: None,
        start: change.of.unwrap_or(change.start),
        length: change.length,
        rule: None,
        also: Vec::new(),
        except: Vec::new(),
        title: change.title.clone(),
        venue: change.venue.clone(),
        status: change.status,
        engagement: change.engagement,
        revised_at: change.revised_at,
        sequence: change.sequence,
        facts: change.facts.clone(),
    }
}

//! News: what everybody may know of an entry of the trail about a place or an event. Who did it is a role or an import, and
//! of what changed only the names of the members: whoever is told keeps it, and nobody can take it back there.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;

use crate::domain::choice::choice;
use crate::domain::members::Members;
use crate::domain::trail::{ACCESSIBILITY, Action, TrailEntry};
use crate::domain::{Event, EventId, KindId, Location, Place, PlaceId, shape};

choice! {
    /// What happened, to what sort of thing.
    NewsKind: "kinds" {
        /// A place is new.
        PlaceAdded = "place.added",
        /// A place is different now.
        PlaceChanged = "place.changed",
        /// A place is closed.
        PlaceClosed = "place.closed",
        /// A place is no longer here.
        PlaceRemoved = "place.removed",
        /// An event is new.
        EventAdded = "event.added",
        /// An event is different now.
        EventChanged = "event.changed",
        /// An event is no longer here.
        EventRemoved = "event.removed",
    }
}

impl NewsKind {
    fn of_place(action: Action) -> Option<Self> {
        Some(match action {
            Action::Added => Self::PlaceAdded,
            Action::Changed => Self::PlaceChanged,
            Action::Closed => Self::PlaceClosed,
            Action::Removed => Self::PlaceRemoved,
            Action::Redacted | Action::Viewed => return None,
        })
    }

    fn of_event(action: Action) -> Option<Self> {
        Some(match action {
            Action::Added => Self::EventAdded,
            Action::Changed | Action::Closed => Self::EventChanged,
            Action::Removed => Self::EventRemoved,
            Action::Redacted | Action::Viewed => return None,
        })
    }
}

/// What news are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topical {
    /// A place.
    Place(PlaceId),
    /// An event.
    Event(EventId),
}

/// Where something was before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whereabouts {
    /// At a location.
    At(Location),
    /// At a place.
    Place(PlaceId),
}

/// One piece of news.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// The number of the entry of the trail.
    pub number: i64,
    /// The revision of the city since which it holds.
    pub revision: i64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The role or the import behind it.
    pub by: Box<str>,
    /// What happened.
    pub kind: NewsKind,
    /// To what.
    pub about: Topical,
    /// The names of the members that changed; none of what is new or gone.
    pub members: Box<[Box<str>]>,
    /// The number of the entry that was taken back.
    pub undoes: Option<i64>,
    /// Where it was before, if it is gone or elsewhere.
    pub was_at: Option<Whereabouts>,
    /// What kind of place it was before, if it is gone or another.
    pub was_kind: Option<KindId>,
}

impl News {
    /// The news in an entry; none where it is about something else, or where what it told was taken away.
    #[must_use]
    pub fn of(entry: &TrailEntry) -> Option<Self> {
        if entry.redacted {
            return None;
        }
        let about = Topical::of(entry)?;
        let kind = match about {
            Topical::Place(_) => NewsKind::of_place(entry.action),
            Topical::Event(_) => NewsKind::of_event(entry.action),
        };
        let was = entry.before.as_ref();
        Some(Self {
            number: entry.number,
            revision: entry.revision?,
            at: entry.at,
            by: entry.author.shown().into(),
            kind: kind?,
            about,
            members: members(entry),
            undoes: entry.undoes,
            was_at: was.and_then(|was| was_at(about, was)),
            was_kind: was.and_then(|was| known(was, "kind")),
        })
    }
}

impl Topical {
    /// What an entry is about, if it is a place or an event.
    #[must_use]
    pub fn of(entry: &TrailEntry) -> Option<Self> {
        let place = entry.subject.id_of::<Place>().map(Self::Place);
        place.or_else(|| entry.subject.id_of::<Event>().map(Self::Event))
    }
}

/// Only of what changed: what is gone has had every member.
fn members(entry: &TrailEntry) -> Box<[Box<str>]> {
    if !matches!(entry.action, Action::Changed | Action::Closed) {
        return Box::default();
    }
    if entry.before.is_none() && entry.after.is_none() && &*entry.detail == ACCESSIBILITY {
        // No member of the place's own entry: what is published about it.
        return [ACCESSIBILITY.into()].into();
    }
    let sides = [&entry.before, &entry.after];
    let mut names: Vec<Box<str>> = sides
        .into_iter()
        .flatten()
        .flat_map(Members::keys)
        .map(|name| name.as_str().into())
        .collect();
    names.sort_unstable();
    names.dedup();
    names.into()
}

fn was_at(about: Topical, was: &Members) -> Option<Whereabouts> {
    match about {
        Topical::Place(_) => {
            let (shape, _) = shape::geojson::read(known(was, "geometry")?).ok()?;
            Some(Whereabouts::At(shape.label()))
        }
        Topical::Event(_) => {
            let place = known(was, "place").map(Whereabouts::Place);
            place.or_else(|| known(was, "location").map(Whereabouts::At))
        }
    }
}

fn known<T: DeserializeOwned>(was: &Members, name: &str) -> Option<T> {
    let value = was.get(name)?;
    serde_json::from_value(value.clone()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::members::Described;
    use crate::domain::random::Dice;
    use crate::domain::trail::chain::Head;
    use crate::domain::trail::{Author, NewEntry, Subject};

    fn entry(new: &NewEntry) -> TrailEntry {
        let written = Head::default().seal(new, Some(7), "2026-03-04T14:00:00.000000Z", "s".into());
        written.try_into().unwrap()
    }

    fn new(action: Action, subject: Subject) -> NewEntry {
        let editor = Author::from_stored("editor/00000000-0000-0000-0000-000000000007");
        NewEntry::new(&editor, action, subject)
    }

    #[test]
    fn news_tell_role_and_names_of_members_and_neither_account_nor_content() {
        let place = Dice(7).place(100);
        let subject = Subject::described::<Place>(place.id);
        let told = entry(&NewEntry {
            before: serde_json::from_value(json!({ "name": "Alt", "seats": 3 })).ok(),
            after: serde_json::from_value(json!({ "name": "Neu", "amenities.shade": "yes" })).ok(),
            undoes: Some(1),
            ..new(Action::Changed, subject).saying("Neu")
        });
        let news = News::of(&told).unwrap();
        assert_eq!((news.number, news.revision, &*news.by), (1, 7, "editor"));
        assert_eq!(
            (news.kind, news.about),
            (NewsKind::PlaceChanged, Topical::Place(place.id))
        );
        let names: Vec<_> = news.members.iter().map(|name| &**name).collect();
        assert_eq!(names, ["amenities.shade", "name", "seats"]);
        assert_eq!(
            (news.undoes, news.was_at, news.was_kind),
            (Some(1), None, None)
        );
    }

    #[test]
    fn what_is_published_about_barriers_is_told_as_the_member_that_the_api_has() {
        let subject = Subject::described::<Place>(Dice(10).place(100).id);
        let told = entry(&new(Action::Changed, subject).saying(ACCESSIBILITY));
        let news = News::of(&told).unwrap();
        assert_eq!(news.kind, NewsKind::PlaceChanged);
        assert_eq!(news.members, [ACCESSIBILITY.into()].into());
    }

    #[test]
    fn of_what_is_gone_or_elsewhere_is_known_where_it_was() {
        let mut dice = Dice(8);
        let place = dice.place(100);
        let gone = entry(&NewEntry {
            before: Some(place.members()),
            ..new(Action::Removed, Subject::described::<Place>(place.id))
        });
        let news = News::of(&gone).unwrap();
        assert_eq!(news.was_at, Some(Whereabouts::At(place.shape.label())));
        assert_eq!((news.was_kind, news.members.len()), (Some(place.kind), 0));
        let event = dice.event(50, &[place.id]);
        let with = |before| {
            let subject = Subject::described::<Event>(event.id);
            let entry = entry(&NewEntry {
                before: serde_json::from_value(before).ok(),
                ..new(Action::Changed, subject)
            });
            News::of(&entry).unwrap().was_at
        };
        assert_eq!(
            with(json!({ "place": place.id })),
            Some(Whereabouts::Place(place.id))
        );
        assert_eq!(with(json!({ "title": "Alt" })), None);
    }

    #[test]
    fn nothing_is_news_of_accounts_of_the_city_or_of_what_was_taken_away() {
        let id = Dice(9).place(100).id;
        let changed = |subject| new(Action::Changed, subject);
        for other in [
            changed(Subject::of("account", id)),
            changed(Subject::alone("map")),
            changed(Subject::of("place", "no id")),
            new(Action::Redacted, Subject::alone("trail")),
        ] {
            assert_eq!(News::of(&entry(&other)), None);
        }
        let mut redacted = entry(&changed(Subject::described::<Place>(id)));
        assert!(News::of(&redacted).is_some());
        redacted.redacted = true;
        assert_eq!(News::of(&redacted), None);
    }
}

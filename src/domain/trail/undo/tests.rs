use super::*;
use crate::domain::members::Differences;
use crate::domain::place::{Lifecycle, Origin, Status};
use crate::domain::random::Dice;
use crate::domain::staff::{AccountId, Actor, Role};
use crate::domain::trail::Replaced;
use crate::domain::trail::chain::Head;

/// One place and what the trail tells of it.
struct Told {
    place: Option<Place>,
    head: Head,
    trail: Vec<TrailEntry>,
}

fn editor() -> Author {
    Author::staff(Actor {
        account: AccountId(uuid::Uuid::from_u128(7)),
        role: Role::Editor,
    })
}

impl Told {
    fn of(place: &Place) -> Self {
        Self {
            place: Some(place.clone()),
            head: Head::default(),
            trail: Vec::new(),
        }
    }

    /// Carries `change` out as the store would.
    fn carry_out(&mut self, change: &CityChange) {
        for gone in &change.places_removed {
            assert_eq!(Some(&gone.place), self.place.as_ref());
            self.place = None;
        }
        for own in &change.places {
            self.place = Some(own.place.clone());
        }
        for entry in change.entries(&Replaced::default()) {
            let at = "2026-03-04T14:00:00.000000Z";
            let written = self.head.seal(&entry, Some(1), at, "salt".into());
            self.trail.push(written.try_into().unwrap());
        }
    }

    fn edit(&mut self, author: &Author, after: Place) {
        let back = PlaceChange::between(self.place.as_ref().unwrap(), after);
        self.carry_out(&CityChange {
            places: vec![back.unwrap()],
            ..CityChange::by(author.clone())
        });
    }

    fn add(author: &Author, place: Place) -> Self {
        let mut told = Self::of(&place);
        told.place = None;
        told.carry_out(&CityChange {
            places: vec![PlaceChange::added(place)],
            ..CityChange::by(author.clone())
        });
        told
    }

    /// Takes back the entry with this number.
    fn undo(&mut self, number: i64) -> Result<(), UndoRefused> {
        let slot = usize::try_from(number - 1).unwrap();
        let is_last = slot + 1 == self.trail.len();
        let change = place(
            &editor(),
            &self.trail[slot],
            is_last,
            self.place.as_ref(),
            false,
            |_| true,
        )?;
        assert!(!change.is_empty());
        self.carry_out(&change);
        assert_eq!(self.trail.last().unwrap().undoes, Some(number));
        Ok(())
    }

    fn last(&self) -> i64 {
        self.head.number
    }
}

/// `place` with some of its members those of another one.
fn edited(dice: &mut Dice, place: &Place) -> Place {
    loop {
        let other = dice.place(50);
        let mut members = place.members();
        let (before, after) = (members.clone(), other.members());
        let groups = ["audience", "valid_", "status"];
        for name in before.keys().chain(after.keys()) {
            // What only makes sense together stays as it is.
            if groups.iter().any(|group| name.starts_with(group)) || !dice.chance(20) {
                continue;
            }
            match after.get(name) {
                Some(value) => drop(members.insert(name.clone(), value.clone())),
                None => drop(members.remove(name)),
            }
        }
        let mut edited = Place::from_members(place.id, members).unwrap();
        edited.origin = Origin::Local;
        if !Differences::between(place, &edited).is_empty() {
            return edited;
        }
    }
}

#[test]
fn an_edit_taken_back_gives_the_same_place_and_taken_back_again_the_edit() {
    let mut dice = Dice(61);
    for number in 0..300 {
        let before = dice.place(number % 101);
        let after = edited(&mut dice, &before);
        let mut told = Told::of(&before);
        told.edit(&editor(), after.clone());
        told.undo(1).unwrap();
        assert_eq!(told.place.as_ref(), Some(&before));
        told.undo(2).unwrap();
        assert_eq!(told.place, Some(after));
        told.undo(3).unwrap();
        assert_eq!(told.place, Some(before));
    }
}

#[test]
fn edits_of_other_members_in_between_survive() {
    let mut dice = Dice(62);
    let mut survived = 0;
    for number in 0..300 {
        let before = Place {
            origin: Origin::Local,
            ..dice.place(number % 101)
        };
        let first = edited(&mut dice, &before);
        let second = edited(&mut dice, &first);
        let mut told = Told::of(&before);
        told.edit(&editor(), first.clone());
        told.edit(&editor(), second.clone());
        let own = Differences::between(&before, &first);
        let other = Differences::between(&first, &second);
        let both: Vec<_> = own
            .names()
            .intersection(&other.names())
            .map(ToString::to_string)
            .collect();
        match told.undo(1) {
            Ok(()) => {
                assert!(both.is_empty(), "{both:?}");
                let after = told.place.unwrap().members();
                for (name, value) in second.members() {
                    if !own.names().contains(name.as_str()) {
                        assert_eq!(after.get(&name), Some(&value));
                    }
                }
                for name in own.names() {
                    assert_eq!(after.get(name), before.members().get(name), "{name}");
                }
                survived += 1;
            }
            Err(refused) => {
                let expected = UndoRefused::ChangedSince {
                    number: 1,
                    members: both,
                };
                assert_eq!(refused, expected);
                assert_eq!(told.place, Some(second), "nothing is taken back");
            }
        }
    }
    assert!((20..280).contains(&survived), "{survived}");
}

#[test]
fn a_member_that_was_changed_since_is_named() {
    let before = Dice(63).place(100);
    let with = |seats, name: &str| {
        let mut place = before.clone();
        place.facts.seats = Some(seats);
        place.name = name.parse().unwrap();
        place
    };
    let mut told = Told::of(&before);
    told.edit(&editor(), with(5, "Neu"));
    told.edit(&editor(), with(6, "Neu"));
    let refused = told.undo(1).unwrap_err();
    assert_eq!(refused.to_string(), "changed again since entry 1: seats");
    // Taken back from the last on, everything can be.
    told.undo(2).unwrap();
    told.undo(1).unwrap();
    assert_eq!(told.place.as_ref().unwrap().name, before.name);
    // A second time there is nothing to take back.
    assert!(matches!(
        told.undo(1),
        Err(UndoRefused::ChangedSince { .. })
    ));
}

#[test]
fn what_was_added_goes_and_comes_back_as_it_last_was() {
    let place = Place {
        origin: Origin::Local,
        ..Dice(64).place(30)
    };
    let mut told = Told::add(&editor(), place.clone());
    let renamed = Place {
        name: "Neu".parse().unwrap(),
        ..place
    };
    told.edit(&editor(), renamed.clone());
    told.undo(1).unwrap();
    assert_eq!(told.place, None);
    let gone = &told.trail[2];
    assert_eq!((gone.action, &*gone.detail), (Action::Removed, "Neu"));
    assert!(matches!(told.undo(2), Err(UndoRefused::Gone(_))));
    assert!(matches!(told.undo(1), Err(UndoRefused::Gone(_))));
    told.undo(3).unwrap();
    assert_eq!(told.place.as_ref(), Some(&renamed));
    assert_eq!(told.trail[3].action, Action::Added);
    assert!(matches!(told.undo(3), Err(UndoRefused::ThereAgain(_))));
    told.undo(4).unwrap();
    assert_eq!(told.place, None);
}

#[test]
fn a_place_with_events_does_not_go() {
    let local = Place {
        origin: Origin::Local,
        ..Dice(65).place(30)
    };
    let told = Told::add(&editor(), local);
    let refused = place(
        &editor(),
        &told.trail[0],
        true,
        told.place.as_ref(),
        true,
        |_| true,
    )
    .unwrap_err();
    assert!(refused.to_string().contains("has events"), "{refused}");
}

#[test]
fn a_closing_taken_back_opens_the_place_again() {
    let before = Dice(66).place(100);
    let mut open = before.clone();
    open.lifecycle = Lifecycle::new(Status::Active, None, None).unwrap();
    let mut closed = open.clone();
    closed.lifecycle = Lifecycle::new(Status::Closed, None, "2026-03-04".parse().ok()).unwrap();
    closed.facts.status_reason = "abgebrannt".parse().ok();
    let mut told = Told::of(&open);
    told.edit(&editor(), closed.clone());
    assert_eq!(told.trail[0].action, Action::Closed);
    told.undo(1).unwrap();
    assert_eq!(told.place.as_ref(), Some(&open));
    told.undo(2).unwrap();
    assert_eq!(
        (told.place.as_ref(), told.trail[2].action),
        (Some(&closed), Action::Closed)
    );
}

#[test]
fn what_an_import_did_and_the_city_takes_back_is_the_citys() {
    let before = Place {
        origin: Origin::Osm,
        ..Dice(67).place(60)
    };
    let after = Place {
        name: "Umbenannt".parse().unwrap(),
        ..before.clone()
    };
    let mut told = Told::of(&before);
    told.edit(&Author::import("osm"), after.clone());
    told.undo(1).unwrap();
    let kept = Place {
        origin: Origin::Local,
        ..before
    };
    assert_eq!(told.place, Some(kept));
    // And in step with OpenStreetMap again, as if nothing had been taken back.
    told.undo(2).unwrap();
    assert_eq!(told.place, Some(after));
}

#[test]
fn a_place_stays_the_citys_while_another_edit_of_it_stands() {
    let before = Place {
        origin: Origin::Osm,
        ..Dice(68).place(100)
    };
    let mut named = Place {
        origin: Origin::Local,
        ..before.clone()
    };
    named.name = "Neu".parse().unwrap();
    let mut told = Told::of(&before);
    told.edit(&editor(), named.clone());
    named.facts.seats = Some(9);
    told.edit(&editor(), named);
    told.undo(1).unwrap();
    let place = told.place.unwrap();
    assert_eq!((place.name, place.origin), (before.name, Origin::Local));
    assert_eq!(place.facts.seats, Some(9));
}

#[test]
fn what_comes_from_an_import_is_closed_and_not_taken_away() {
    let from_osm = Place {
        origin: Origin::Osm,
        ..Dice(69).place(60)
    };
    let mut told = Told::add(&Author::import("osm"), from_osm.clone());
    assert!(matches!(told.undo(1), Err(UndoRefused::ComesAgain(_))));
    // Also when the city has edited it since: the next extract would bring it as a new one.
    let named = Place {
        origin: Origin::Local,
        name: "Neu".parse().unwrap(),
        ..from_osm
    };
    told.edit(&editor(), named);
    assert!(matches!(told.undo(1), Err(UndoRefused::ComesAgain(_))));
    let local = Place {
        origin: Origin::Local,
        ..Dice(70).place(60)
    };
    let mut told = Told::add(&Author::import("places"), local);
    told.undo(1).unwrap();
    assert_eq!(told.place, None);
}

#[test]
fn nothing_forbidden_or_contradictory_comes_back() {
    let mut local = Dice(71).place(100);
    local.origin = Origin::Local;
    let mut told = Told::add(&editor(), local.clone());
    told.undo(1).unwrap();
    let mut entry = told.trail[1].clone();
    let before = entry.before.as_mut().unwrap();
    before.insert("name".into(), "Frauenhaus Nord".into());
    let refused = undo::<Place>(&entry, true, None).unwrap_err();
    assert!(refused.to_string().contains("block list"), "{refused}");
    // Two edits that only together keep the ages in order.
    let ages = |min, max| {
        use crate::domain::place::{Audience, Restriction};
        let mut place = local.clone();
        place.facts.audience = Audience::new(Restriction::Age, Some(min), Some(max)).ok();
        place
    };
    let mut told = Told::of(&ages(10, 20));
    told.edit(&editor(), ages(5, 20));
    told.edit(&editor(), ages(5, 8));
    let refused = told.undo(1).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "max_age: must not be below min_age (10), not 8"
    );
    assert_eq!(told.place, Some(ages(5, 8)));
}

#[test]
fn what_says_nothing_of_before_or_is_no_place_is_not_taken_back() {
    let mut told = Told::of(&Dice(72).place(50));
    let after = edited(&mut Dice(73), told.place.as_ref().unwrap());
    told.edit(&editor(), after);
    assert_eq!(told.last(), 1);
    let mut old = told.trail[0].clone();
    (old.before, old.after) = (None, None);
    let refused = undo(&old, true, told.place.as_ref()).unwrap_err();
    assert_eq!(refused, UndoRefused::NothingKept(1));
    for subject in [
        "map",
        "account/7",
        "event/00000000-0000-0000-0000-000000000007",
        "place/x",
    ] {
        let other = TrailEntry {
            subject: Subject::from_stored(subject),
            ..told.trail[0].clone()
        };
        let refused = undo(&other, true, told.place.as_ref()).unwrap_err();
        assert!(
            matches!(refused, UndoRefused::NotHere { number: 1, .. }),
            "{subject}"
        );
    }
}

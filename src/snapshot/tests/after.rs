//! The city after a change against the same city read anew: every question is answered alike.

mod alike;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::change::{
    CityChange, Edits, EventChange, EventRemoval, PlaceChange, PlaceRemoval,
};
use crate::domain::place::Address;
use crate::domain::trail::Author;
use crate::domain::{CityMap, Corner, EventId, Quarter};
use alike::{assert_alike, places_alike};

/// Everything that is stored about a city, which changes as the store would.
struct Stored {
    districts: Vec<District>,
    quarters: Vec<Quarter>,
    map: CityMap,
    places: BTreeMap<PlaceId, Place>,
    /// Places that were taken away and may come back.
    gone: Vec<Place>,
    events: BTreeMap<EventId, Event>,
    audits: BTreeMap<PlaceId, Vec<PublishedAudit>>,
}

impl Stored {
    fn random(dice: &mut Dice, count: usize) -> Self {
        let districts = dice.districts(3, 2);
        let quarter = |own: &District| Quarter {
            id: own.id.clone(),
            name: "Neckarviertel".parse().unwrap(),
            district: own.id.clone(),
            area: own.area.clone(),
        };
        let mut stored = Self {
            quarters: districts.first().map(quarter).into_iter().collect(),
            districts,
            map: CityMap::default(),
            places: (0..count)
                .map(|_| place(dice))
                .map(|own| (own.id, own))
                .collect(),
            gone: Vec::new(),
            events: BTreeMap::new(),
            audits: BTreeMap::new(),
        };
        for id in stored.ids() {
            stored.audits.insert(id, audits_of(dice, id));
        }
        if dice.chance(50) {
            let corner = Corner::from(at(9.19, 48.89));
            stored.map.walkways = dice.town(corner, 12);
        }
        let ids = stored.ids();
        for _ in 0..dice.below(20) {
            let event = dice.event(40, &ids);
            stored.events.insert(event.id, event);
        }
        stored
    }

    fn ids(&self) -> Vec<PlaceId> {
        self.places.keys().copied().collect()
    }

    fn apply(&mut self, change: &CityChange) {
        for own in &change.places_removed {
            self.gone.extend(self.places.remove(&own.place.id));
            self.audits.remove(&own.place.id);
        }
        for own in &change.places {
            self.places.insert(own.place.id, own.place.clone());
        }
        for gone in &change.events_removed {
            self.events.remove(&gone.event.id);
        }
        for own in &change.events {
            self.events.insert(own.event.id, own.event.clone());
        }
    }

    fn read_anew(&self, revision: Revision) -> Snapshot {
        Snapshot::build(CityData {
            surveys: Vec::new(),
            audits: self.audits.values().flatten().cloned().collect(),
            criteria: Vec::new(),
            measured_ways: Vec::new(),
            help_lines: Vec::new(),
            focus_areas: Vec::new(),
            releases: Vec::new(),
            revision,
            lineage: "test".into(),
            settings: settings(),
            districts: self.districts.clone(),
            quarters: self.quarters.clone(),
            places: self.places.values().cloned().collect(),
            events: self.events.values().cloned().collect(),
            map_revision: Some(Revision(1)),
            map: Some(self.map.clone()),
            residents_revision: None,
            residents: None,
        })
    }
}

/// Names and addresses that come again, so that places share streets, numbers and beginnings.
fn place(dice: &mut Dice) -> Place {
    const NAMES: &[&str] = &[
        "Spielplatz",
        "Spielplatz Nord",
        "Café Sonne",
        "Sonnentreff",
        "Haus der Begegnung",
    ];
    const STREETS: &[&str] = &[
        "Karlstraße",
        "Karlstr.",
        "Marktplatz",
        "Am Markt",
        "Sonnenweg",
    ];
    let mut place = dice.place(50);
    if dice.chance(80) {
        place.name = dice.pick(NAMES).parse().unwrap();
        place.facts.address = dice.chance(70).then(|| {
            Box::new(Address {
                street: dice
                    .pick_unless(10, STREETS)
                    .and_then(|own| own.parse().ok()),
                housenumber: dice
                    .chance(80)
                    .then(|| (1 + dice.below(4)).to_string().parse().unwrap()),
                postcode: dice
                    .pick_unless(30, &["71634", "71636", "70000"])
                    .and_then(|own| own.parse().ok()),
                city: dice
                    .pick_unless(50, &["Ludwigsburg", "Kornwestheim"])
                    .and_then(|own| own.parse().ok()),
            })
        });
        place.facts.estimated = dice
            .chance(20)
            .then(|| "name".parse().unwrap())
            .into_iter()
            .collect();
    }
    place
}

fn pick<T: Clone>(dice: &mut Dice, all: &[T]) -> T {
    let count = u32::try_from(all.len()).unwrap();
    all[dice.below(count) as usize].clone()
}

fn random_change(dice: &mut Dice, stored: &Stored) -> CityChange {
    let mut change = CityChange::by(Author::import("test"));
    let ids = stored.ids();
    for _ in 0..dice.below(4) {
        let place = match dice.below(10) {
            0..3 => place(dice),
            3 if !stored.gone.is_empty() => pick(dice, &stored.gone),
            _ if ids.is_empty() => place(dice),
            _ => {
                let id = dice.pick(&ids);
                edited(dice, &stored.places[&id])
            }
        };
        change.places.push(PlaceChange::added(place));
    }
    let known: Vec<_> = change.places.iter().map(|own| own.place.id).collect();
    let all: Vec<_> = ids.iter().copied().chain(known.iter().copied()).collect();
    let events: Vec<_> = stored.events.values().cloned().collect();
    if dice.chance(40) {
        let mut event = dice.event(40, &all);
        if dice.chance(50) && !events.is_empty() {
            event.id = pick(dice, &events).id;
        }
        change.events.push(EventChange::added(event));
    }
    if dice.chance(20) && !events.is_empty() {
        let event = pick(dice, &events);
        let undoes = None;
        change.events_removed.push(EventRemoval { event, undoes });
    }
    if dice.chance(30) && !ids.is_empty() {
        let id = dice.pick(&ids);
        let held = events
            .iter()
            .chain(change.events.iter().map(|own| &own.event));
        let mut venues = held.map(|event| event.venue.place);
        // Nothing may be held there.
        if !known.contains(&id) && venues.all(|place| place != Some(id)) {
            let place = stored.places[&id].clone();
            let undoes = None;
            change.places_removed.push(PlaceRemoval { place, undoes });
        }
    }
    change
}

/// A place with one of its members, or all of them, taken from another.
fn edited(dice: &mut Dice, old: &Place) -> Place {
    let (new, old) = (place(dice), old.clone());
    match dice.below(9) {
        0 => Place {
            name: new.name,
            ..old
        },
        1 => Place {
            shape: new.shape,
            ..old
        },
        2 => Place {
            opening_hours: new.opening_hours,
            ..old
        },
        3 => Place {
            opening_hours: format!("Mo {:02}:00-20:00", dice.below(20)).parse().ok(),
            ..old
        },
        4 => Place {
            lifecycle: new.lifecycle,
            ..old
        },
        5 => Place {
            origin: new.origin,
            ..old
        },
        6 => Place {
            facts: new.facts,
            ..old
        },
        7 => old,
        _ => Place { id: old.id, ..new },
    }
}

proptest! {
    // Each case makes several changes and asks some dozen questions after each.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_city_after_a_change_answers_as_if_it_had_been_read_anew(seed: u64, count in 0..40usize) {
        let mut dice = Dice(seed);
        let mut stored = Stored::random(&mut dice, count);
        let mut city = stored.read_anew(Revision(1));
        let mut read_anew = city.clone();
        for number in 2..6 {
            let change = random_change(&mut dice, &stored);
            let mut edits = change.clone().into_edits().expect("places and events alone");
            stored.apply(&change);
            for id in stored.ids().into_iter().filter(|_| dice.chance(20)).collect::<Vec<_>>() {
                let audits = audits_of(&mut dice, id);
                stored.audits.insert(id, audits.clone());
                edits.audits.insert(id, audits);
            }
            let next = city.after(edits, Revision(number)).expect("a small change");
            // Who took the city before sees it as it was.
            places_alike(&city, &read_anew);
            read_anew = stored.read_anew(Revision(number));
            assert_alike(&mut dice, &next, &read_anew);
            city = next;
        }
    }
}

/// A published audit with a number of place 1, by some people, on a day.
fn audit_on(number: u128, auditors: &[Auditor], day: &str) -> PublishedAudit {
    PublishedAudit {
        id: AuditId(uuid::Uuid::from_u128(number)),
        revision: AuditRevision::FIRST,
        place: PlaceId(uuid::Uuid::from_u128(1)),
        criteria: "lb-draft-1".parse().unwrap(),
        depth: Depth::Full,
        source: Source::Audit,
        auditors: auditors.to_vec(),
        audited_on: day.parse().unwrap(),
        published_on: day.parse().unwrap(),
        sheet: SHEETS[0].clone(),
        change_reports: 0,
    }
}

#[test]
fn what_somebody_measured_counts_before_what_is_made_up_read_anew_or_after_a_change() {
    let measured = audit_on(1, &[Auditor::City], "2024-03-04");
    let made_up = audit_on(2, &[], "2026-03-04");
    let places = vec![place_at(1, Shape::Point(at(9.19, 48.89)))];
    let build = |audits| {
        Snapshot::build(CityData {
            audits,
            ..data(Vec::new(), places.clone())
        })
    };
    let counts = |city: &Snapshot| {
        let own = city.place(measured.place).unwrap();
        own.audited().map(|own| own.audit().id)
    };
    let one = build(vec![made_up.clone()]);
    assert_eq!(counts(&one), Some(made_up.id));
    for audits in [
        vec![measured.clone(), made_up.clone()],
        vec![made_up.clone(), measured.clone()],
    ] {
        assert_eq!(counts(&build(audits.clone())), Some(measured.id));
        let edits = Edits {
            audits: BTreeMap::from([(measured.place, audits)]),
            ..Edits::default()
        };
        let next = one.after(edits, Revision(2)).unwrap();
        assert_eq!(counts(&next), Some(measured.id));
    }
}

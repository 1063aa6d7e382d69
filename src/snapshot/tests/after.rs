//! The city after a change against the same city read anew: every question is answered alike.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::against_scan::{random_filter, random_within};
use super::*;
use crate::domain::change::{CityChange, EventChange, EventRemoval, PlaceChange, PlaceRemoval};
use crate::domain::place::Address;
use crate::domain::trail::Author;
use crate::domain::{CityMap, Corner, EventId, Quarter};
use crate::snapshot::agreement;
use crate::walk::Profile;

/// Everything that is stored about a city, which changes as the store would.
struct Stored {
    districts: Vec<District>,
    quarters: Vec<Quarter>,
    map: CityMap,
    places: BTreeMap<PlaceId, Place>,
    /// Places that were taken away and may come back.
    gone: Vec<Place>,
    events: BTreeMap<EventId, Event>,
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
        };
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

/// Asks both cities everything that can be asked.
fn assert_alike(dice: &mut Dice, one: &Snapshot, other: &Snapshot) {
    assert_eq!(one.revision(), other.revision());
    assert_eq!(one.bbox(), other.bbox());
    assert_eq!(one.has_osm_data(), other.has_osm_data());
    places_alike(one, other);
    for _ in 0..4 {
        places_are_found_alike(dice, one, other);
        events_are_found_alike(dice, one, other);
        spots_are_found_alike(dice, one, other);
    }
    let told = |city| {
        serde_json::to_string(&agreement::findings(city, chrono::NaiveDate::default())).unwrap()
    };
    assert_eq!(told(one), told(other));
}

fn places_alike(one: &Snapshot, other: &Snapshot) {
    assert_eq!(one.places().len(), other.places().len());
    for (own, wanted) in one.places().zip(other.places()) {
        assert_eq!(whole(one, own), whole(other, wanted));
        assert_eq!(id(one.place(own.place.id).unwrap()), id(wanted));
        let by_short_id = |city: &Snapshot| -> Vec<PlaceId> {
            city.places_by_short_id(&own.place.id.short())
                .into_iter()
                .map(id)
                .collect()
        };
        assert_eq!(by_short_id(one), by_short_id(other));
        // What was kept for the version before is not handed out for this one.
        one.rendered(
            own,
            || whole(one, own).into(),
            |kept| assert_eq!(kept, whole(other, wanted).as_bytes()),
        );
    }
}

/// A place with everything that follows from where it is.
fn whole(city: &Snapshot, own: &Located) -> String {
    let hours = city.hours_of(own).map(|hours| {
        (0..8)
            .map(|hour| hours.answer(DateTime::<Utc>::UNIX_EPOCH + TimeDelta::hours(19 * hour)))
            .collect::<Vec<_>>()
    });
    let district = city.district_of(own).map(|own| &own.id);
    format!(
        "{:?} {district:?} {} {} {hours:?}",
        own.place,
        own.near_border,
        own.folded_name()
    )
}

fn id(own: &Located) -> PlaceId {
    own.place.id
}

fn places_are_found_alike(dice: &mut Dice, one: &Snapshot, other: &Snapshot) {
    let (within, filter) = (random_within(dice, other), random_filter(dice, other));
    let after = dice.chance(50).then(|| dice.place_id());
    let limit = 1 + dice.below(9) as usize;
    let page = |city: &Snapshot| {
        let page = city.find(&within, &filter, after, limit);
        (
            page.matched,
            page.places.into_iter().map(id).collect::<Vec<_>>(),
            page.next,
        )
    };
    assert_eq!(page(one), page(other), "{within:?} {filter:?}");
    let (location, within_m) = (dice.location(), dice.pick(&[0.0, 800.0, 3_000.0, 1e9]));
    let near = |city: &Snapshot| -> Vec<_> {
        let near = city.near(location, &filter, within_m, limit).into_iter();
        near.map(|own| (id(own.located), own.distance_m.to_bits()))
            .collect()
    };
    assert_eq!(near(one), near(other), "{location:?} {filter:?}");
    let profile = dice.pick(Profile::ALL);
    let on_foot = |city: &Snapshot| -> Vec<_> {
        let found = city
            .near_on_foot(location, &filter, profile, within_m, limit)
            .into_iter();
        found
            .map(|own| {
                (
                    id(own.located),
                    own.distance_m.to_bits(),
                    own.walk_s.map(f64::to_bits),
                    own.engine,
                )
            })
            .collect()
    };
    assert_eq!(
        on_foot(one),
        on_foot(other),
        "{location:?} {filter:?} {profile:?}"
    );
}

fn events_are_found_alike(dice: &mut Dice, one: &Snapshot, other: &Snapshot) {
    let told = |city: &Snapshot, held: &HeldEvent| {
        let (place, district) = (
            city.place_of(held).map(id),
            city.district_of_event(held).map(|own| own.id.clone()),
        );
        format!("{:?} {place:?} {district:?}", held.event)
    };
    let all = |city: &Snapshot| {
        city.events()
            .map(|held| told(city, held))
            .collect::<Vec<_>>()
    };
    assert_eq!(all(one), all(other));
    let mut filter = EventFilter::default();
    match dice.below(5) {
        0 => filter.place = other.events().find_map(|held| held.event.venue.place),
        1 => filter.district = other.districts().first().map(|own| own.id.clone()),
        2 => filter.bbox = "9.17,48.88,9.22,48.91".parse().ok(),
        3 => filter.free = true,
        _ => {}
    }
    let from = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap()
        + TimeDelta::hours(dice.below(20_000).into());
    let to = from + TimeDelta::hours(dice.below(600).into());
    let frame = TimeFrame {
        from: dice.chance(70).then_some(from),
        to: dice.chance(70).then_some(to),
    };
    let found = |city: &Snapshot| {
        let page = city.find_events(&filter, frame, None, 5);
        let dates = city
            .happenings(&filter, from, to)
            .into_iter()
            .chain(city.later(&filter, from, to, 9));
        let dates: Vec<_> = dates
            .map(|own| (own.occurrence, own.held.event.id))
            .collect();
        let events: Vec<_> = page.events.iter().map(|own| told(city, own)).collect();
        format!("{} {events:?} {:?} {dates:?}", page.matched, page.next)
    };
    assert_eq!(found(one), found(other), "{filter:?} {frame:?}");
}

fn spots_are_found_alike(dice: &mut Dice, one: &Snapshot, other: &Snapshot) {
    const ASKED: &[&str] = &[
        "spielplatz",
        "spielpltz nord",
        "karlstr 3",
        "Karlstraße 1 71634 Ludwigsburg",
        "70000",
        "sonne",
        "sonnenweg 7",
        "markt",
        "marktplatz 2 kornwestheim",
        "neckarviertel",
        "begegnung",
        "karl",
        "haus der",
        "t",
    ];
    let (text, near) = (dice.pick(ASKED), dice.chance(50).then(|| dice.location()));
    let limit = 1 + dice.below(20) as usize;
    assert_eq!(
        one.find_spots(text, near, limit),
        other.find_spots(text, near, limit),
        "{text} {near:?}"
    );
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
            let edits = change.clone().into_edits().expect("places and events alone");
            let next = city.after(edits, Revision(number)).expect("a small change");
            // Who took the city before sees it as it was.
            places_alike(&city, &read_anew);
            stored.apply(&change);
            read_anew = stored.read_anew(Revision(number));
            assert_alike(&mut dice, &next, &read_anew);
            city = next;
        }
    }
}

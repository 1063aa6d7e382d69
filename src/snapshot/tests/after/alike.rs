//! Two cities that answer every question alike.

use chrono::TimeDelta;

use super::super::against_scan::{random_filter, random_within};
use super::super::*;
use crate::snapshot::agreement;
use crate::walk::Profile;

/// Asks both cities everything that can be asked.
pub(super) fn assert_alike(dice: &mut Dice, one: &Snapshot, other: &Snapshot) {
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

pub(super) fn places_alike(one: &Snapshot, other: &Snapshot) {
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
    let audits = [own.audited(), own.declared()]
        .map(|own| own.map(|own| (own.audit().clone(), own.ratings().copied(), own.facts())));
    format!(
        "{:?} {district:?} {} {} {hours:?} {audits:?}",
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

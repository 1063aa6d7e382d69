use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::domain::random::{Dice, GROUND};
use crate::domain::{Bbox, LocalPlane, Location, Shape, slow};

fn at_origin() -> Location {
    Location::from_lon_lat(9.2, 48.9).unwrap()
}

fn plane() -> LocalPlane {
    LocalPlane::around(at_origin())
}

fn shapes(dice: &mut Dice, count: usize) -> Vec<Shape> {
    (0..count).map(|_| dice.shape()).collect()
}

/// Shapes for an index that asks nothing of them.
fn untagged(shapes: &[Shape]) -> impl Iterator<Item = (&Shape, ())> {
    shapes.iter().map(|shape| (shape, ()))
}

proptest! {
    #[test]
    fn the_nearest_that_pass_come_first_and_none_is_left_out(seed: u64, count in 0..60usize, limit in 0..70usize) {
        let mut dice = Dice(seed);
        let (shapes, location) = (shapes(&mut dice, count), dice.location());
        let passing: BTreeSet<u32> = (0..60).filter(|_| dice.chance(60)).collect();
        let within_m = dice.pick(&[0.0, 200.0, 2_500.0, 1e9, f64::INFINITY]);
        let index = PlaceIndex::build(plane(), untagged(&shapes));
        let slow_m = |slot: u32| slow::distance_m(&plane(), location, &shapes[slot as usize]);
        let mut expected: Vec<u32> = (0..u32::try_from(count).unwrap())
            .filter(|slot| passing.contains(slot) && slow_m(*slot) <= within_m)
            .collect();
        expected.sort_by(|a, b| slow_m(*a).total_cmp(&slow_m(*b)));
        expected.truncate(limit);
        let found = index.nearest(location, limit, within_m, |slot, ()| passing.contains(&slot), |a, b| a.cmp(&b));
        prop_assert_eq!(found.len(), expected.len());
        // Of places at the same distance either may come first, or be the last one.
        prop_assert_eq!(found.iter().map(|(slot, _)| slot).collect::<BTreeSet<_>>().len(), found.len());
        for ((slot, distance_m), expected) in found.into_iter().zip(expected) {
            prop_assert!(passing.contains(&slot));
            prop_assert!((distance_m - slow_m(slot)).abs() < 1e-6);
            prop_assert!((distance_m - slow_m(expected)).abs() < 1e-6);
        }
    }

    #[test]
    fn all_within_a_distance_are_found(seed: u64, count in 0..60usize) {
        let mut dice = Dice(seed);
        let (shapes, location) = (shapes(&mut dice, count), dice.location());
        let within_m = dice.between(0.0, 6_000.0);
        let index = PlaceIndex::build(plane(), untagged(&shapes));
        let found: BTreeSet<_> = index.within(location, within_m).map(|(slot, _)| slot).collect();
        let is_near = |slot: &u32| slow::distance_m(&plane(), location, &shapes[*slot as usize]) <= within_m;
        prop_assert_eq!(found, (0..u32::try_from(count).unwrap()).filter(is_near).collect::<BTreeSet<_>>());
    }

    #[test]
    fn whatever_touches_a_box_is_a_candidate(seed: u64, count in 0..60usize) {
        let mut dice = Dice(seed);
        let shapes = shapes(&mut dice, count);
        let index = PlaceIndex::build(plane(), untagged(&shapes));
        let (a, b) = (dice.location(), dice.location());
        let bbox = Bbox::around(geo::Rect::new(a.point().0, b.point().0));
        let candidates: BTreeSet<_> = index.candidates_in(bbox).collect();
        for (slot, shape) in (0..).zip(&shapes) {
            prop_assert!(!shape.touches_box(bbox) || candidates.contains(&slot));
        }
    }

    #[test]
    fn a_location_is_in_the_district_that_contains_it(seed: u64, columns in 1..5u32, rows in 1..4u32) {
        let mut dice = Dice(seed);
        let districts = dice.districts(columns, rows);
        let index = DistrictIndex::build(plane(), &districts);
        for _ in 0..20 {
            let location = dice.location();
            let containing = (0..).zip(&districts).filter(|(_, own)| slow::is_inside(location, &own.area));
            let slots: Vec<u16> = containing.map(|(slot, _)| slot).collect();
            let found = index.district_at(&districts, location);
            // A location of the coarse grid may lie on a border, which the slow twin gives to one side or to none.
            if index.border_distance_m(location).unwrap() > 0.001 {
                prop_assert!(slots.len() <= 1);
                prop_assert_eq!(found, slots.first().copied());
            }
        }
    }

    #[test]
    fn a_corner_that_districts_share_belongs_to_the_first_of_them(seed: u64) {
        let districts = Dice(seed).districts(3, 3);
        let index = DistrictIndex::build(plane(), &districts);
        for corner in districts.iter().flat_map(|own| geo::CoordsIter::coords_iter(&own.area)) {
            let location = Location::from_lon_lat(corner.x, corner.y).unwrap();
            let first = districts.iter().position(|own| slow::is_corner(location, &own.area));
            prop_assert_eq!(index.district_at(&districts, location).map(usize::from), first);
            prop_assert!(index.border_distance_m(location).unwrap() < 1e-6);
        }
    }
}

#[test]
fn what_is_put_in_and_taken_out_is_found_as_if_it_had_been_there_from_the_start() {
    let mut dice = Dice(20);
    let mut there: BTreeMap<u32, Shape> = (0..).zip(shapes(&mut dice, 40)).collect();
    let begun: Vec<Shape> = there.values().cloned().collect();
    let first = PlaceIndex::build(plane(), untagged(&begun));
    let mut index = first.clone();
    // So many that parts are cut in two, and then so few that whole parts go.
    for (most, out_percent) in [(9_000_u32, 20), (200, 100)] {
        let mut next = most;
        let count = |there: &BTreeMap<u32, Shape>| u32::try_from(there.len()).unwrap();
        while count(&there) < most || out_percent == 100 && count(&there) > most {
            let known: Vec<u32> = there.keys().copied().take(50).collect();
            if dice.chance(out_percent) {
                let slot = dice.pick(&known);
                index.take(slot, &there.remove(&slot).unwrap());
            } else {
                let shape = if dice.chance(95) {
                    Shape::Point(dice.location())
                } else {
                    dice.shape()
                };
                index.put(next, &shape, ());
                there.insert(next, shape);
                next += 1;
            }
        }
        for _ in 0..20 {
            let (location, within_m) = (dice.location(), dice.between(0.0, 3_000.0));
            let found: BTreeSet<u32> = index
                .within(location, within_m)
                .map(|(slot, _)| slot)
                .collect();
            let near = |(_, shape): &(&u32, &Shape)| {
                slow::distance_m(&plane(), location, shape) <= within_m
            };
            assert_eq!(
                found,
                there.iter().filter(near).map(|(slot, _)| *slot).collect()
            );
            let nearest = index.nearest(location, 5, 1e9, |_, ()| true, |a, b| a.cmp(&b));
            let mut all: Vec<f64> = there
                .values()
                .map(|own| slow::distance_m(&plane(), location, own))
                .collect();
            all.sort_by(f64::total_cmp);
            assert_eq!(nearest.len(), 5);
            assert!(
                nearest
                    .iter()
                    .zip(all)
                    .all(|((_, metres), slow_m)| (metres - slow_m).abs() < 1e-6)
            );
        }
    }
    assert_eq!(
        first.within(at_origin(), 1e9).count(),
        begun.len(),
        "a copy leaves the first as it was"
    );
    for (slot, shape) in there {
        index.take(slot, &shape);
    }
    assert_eq!(index.within(at_origin(), 1e9).count(), 0);
}

#[test]
fn the_distance_to_the_border_is_to_the_nearest_edge_from_inside_and_outside() {
    let districts = Dice(3).districts(2, 2);
    let index = DistrictIndex::build(plane(), &districts);
    let mut dice = Dice(4);
    for _ in 0..200 {
        let location = dice.location();
        let edges = districts.iter().map(|own| {
            let rings = own.area.iter().map(|polygon| polygon.exterior().clone());
            Shape::Line(geo::MultiLineString::new(rings.collect()))
        });
        let slow_m = edges.map(|edge| slow::distance_m(&plane(), location, &edge));
        let slow_m = slow_m.fold(f64::INFINITY, f64::min);
        let border_m = index.border_distance_m(location).unwrap();
        assert!(
            (border_m - slow_m).abs() < 1e-6,
            "{border_m} m, not {slow_m} m"
        );
    }
}

#[test]
fn nothing_is_found_where_nothing_is() {
    let places = PlaceIndex::build(plane(), untagged(&[]));
    let [west, south, ..] = GROUND;
    let location = Location::from_lon_lat(west, south).unwrap();
    assert!(
        places
            .nearest(location, 5, f64::INFINITY, |_, ()| true, |a, b| a.cmp(&b))
            .is_empty()
    );
    assert_eq!(places.within(location, 1e9).count(), 0);
    assert_eq!(
        places
            .candidates_in("-180,-90,180,90".parse().unwrap())
            .count(),
        0
    );
    let districts = DistrictIndex::build(plane(), &[]);
    assert_eq!(districts.district_at(&[], location), None);
    assert_eq!(districts.border_distance_m(location), None);
}

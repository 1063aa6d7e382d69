//! Coverage on days that are past: by what was in use then.

use super::*;
use crate::domain::place::Status;

/// A place that counts and has perhaps opened, closed or moved in one of some years.
fn with_a_past(dice: &mut Dice) -> Place {
    let day = |dice: &mut Dice, from: i32| {
        let year = from + i32::try_from(dice.below(4)).unwrap();
        chrono::NaiveDate::from_yo_opt(year, 1 + dice.below(365)).unwrap()
    };
    let first = dice.chance(60).then(|| day(dice, 2018));
    let last = dice.chance(60).then(|| day(dice, 2022));
    let status = dice.pick(Status::ALL);
    Place {
        id: dice.place_id(),
        lifecycle: Lifecycle::new(status, first, last).unwrap(),
        last_verified_at: dice.chance(80).then(|| day(dice, 2019)),
        shape: Shape::Point(somewhere(dice)),
        ..countable(dice.pick(&["library", "square"]))
    }
}

#[test]
fn the_history_of_a_quarter_is_the_coverage_of_its_last_day() {
    let (mut counted, mut closed) = (0, 0);
    for seed in 0..12 {
        let mut dice = Dice(seed);
        let places = (0..15).map(|_| with_a_past(&mut dice)).collect();
        let city = city(&mut dice, places);
        let last = "2026-Q3".parse().unwrap();
        for point in city.coverage(today()).history(last, 40, &[]) {
            let then = city.coverage(point.quarter.last_day());
            let levels = &then.levels().districts;
            for (slot, past) in point.districts.iter().enumerate() {
                let said = (past.level, &past.counted);
                assert_eq!(said, (levels[slot].level, &levels[slot].counted), "{seed}");
                let in_use = [past.rooms_in_use, past.outdoors_in_use];
                let asked = [Class::Room, Class::Outdoor].map(|class| CoverageQuestion {
                    filter: PlaceFilter {
                        class: Some(class),
                        district: Some(city.districts()[slot].id.clone()),
                        ..PlaceFilter::default()
                    },
                    ..question(Profile::Adult)
                });
                let asked = asked.map(|own| u32::try_from(then.place_count(&own)).unwrap());
                assert_eq!(asked, in_use, "{seed} {}", point.quarter);
                counted += past.counted.len();
                let is_closed = |id: &&PlaceId| {
                    city.place(**id).unwrap().place.lifecycle.status == Status::Closed
                };
                closed += past.counted.iter().filter(is_closed).count();
            }
        }
    }
    assert!(counted > 100 && closed > 20, "{counted} {closed}");
}

#[test]
fn a_place_that_has_closed_since_was_open_in_its_hours_then() {
    let mut library = countable("library");
    let last = "2020-12-31".parse().ok();
    library.lifecycle = Lifecycle::new(Status::Closed, None, last).unwrap();
    let city = snapshot(vec![], vec![library]);
    let evening = |day: &str| {
        let date = day.parse().unwrap();
        let mut asked = question(Profile::Adult);
        asked.filter.open_during = vec![DayPart {
            date,
            from_min: 18 * 60,
            to_min: 24 * 60,
            least_min: 60,
        }];
        city.coverage(date).place_count(&asked)
    };
    // Tuesdays, and a Friday on which it was closed.
    assert_eq!((evening("2020-06-30"), evening("2020-07-03")), (1, 0));
    assert_eq!(evening("2021-01-05"), 0);
}

//! The levels of finished quarters: written down once, by the first write or start after them, on both databases.

use chrono::{DateTime, Utc};
use miteinander::city::{City, Clock};
use miteinander::domain::level_history::{KeptLevel, Level};
use miteinander::domain::place::{Lifecycle, Status};
use miteinander::domain::{Location, Shape};

use crate::fixture::{adding, beginning, both_stores, place, place_id};
use crate::random::countable;

fn moment(text: &str) -> Clock {
    Clock::Stopped(text.parse::<DateTime<Utc>>().unwrap())
}

/// A room or a place that counts, in the district "ost".
fn counted(number: u128, kind: &str) -> miteinander::domain::Place {
    let mut place = countable(kind);
    place.id = place_id(number);
    place.shape = Shape::Point(Location::from_lon_lat(9.21, 48.9).unwrap());
    place
}

fn told(kept: &[KeptLevel]) -> Vec<(String, &str, Level, usize)> {
    let one = |own: &KeptLevel| (own.quarter.to_string(), own.counted.len(), own.level);
    let ids = kept.iter().map(|own| own.district.as_str());
    let all = kept.iter().map(one).zip(ids);
    all.map(|((quarter, counted, level), id)| (quarter, id, level, counted))
        .collect()
}

both_stores! {
    async fn a_quarter_is_written_down_by_the_first_write_after_it_as_it_was_before(kept: &Kept) {
        let places = [counted(1, "library"), counted(2, "square")];
        let begun = moment("2026-08-03T12:00:00Z");
        let city = City::begin(kept.open().await, beginning(places), begun).await.unwrap();
        // Nobody saw the quarter before the city was there.
        city.keep_finished_quarter().await.unwrap();
        assert_eq!(city.store().level_history().await.unwrap(), []);
        let later = City::open(kept.open().await, moment("2026-10-01T12:00:00Z")).await.unwrap();
        let mut closed = counted(1, "library");
        closed.facts.seats = Some(1);
        closed.facts.floor_area_m2 = Some(1);
        let revision = later.snapshot().revision();
        later.apply(adding([closed]), revision).await.unwrap();
        let history = later.store().level_history().await.unwrap();
        let expected = [
            ("2026-Q3".to_owned(), "ost", Level::Present, 2),
            ("2026-Q3".to_owned(), "west", Level::NotSurveyed, 0),
        ];
        assert_eq!(told(&history), expected);
        // What is written stays, whoever starts or writes next.
        let last = City::open(kept.open().await, moment("2026-12-31T12:00:00Z")).await.unwrap();
        last.keep_finished_quarter().await.unwrap();
        let revision = last.snapshot().revision();
        last.apply(adding([place(9, 9.21, 48.9)]), revision).await.unwrap();
        assert_eq!(last.store().level_history().await.unwrap(), history);
    }

    async fn a_room_that_closed_on_the_last_day_of_a_quarter_is_kept_as_counted_in_it(kept: &Kept) {
        let begun = moment("2026-08-03T12:00:00Z");
        let mut room = counted(1, "library");
        let last = "2026-09-30".parse().ok();
        room.lifecycle = Lifecycle::new(Status::Closed, None, last).unwrap();
        let places = [room, counted(2, "square")];
        City::begin(kept.open().await, beginning(places), begun).await.unwrap();
        for now in ["2026-10-01T12:00:00Z", "2027-01-01T12:00:00Z"] {
            let city = City::open(kept.open().await, moment(now)).await.unwrap();
            city.keep_finished_quarter().await.unwrap();
        }
        let city = City::open(kept.open().await, begun).await.unwrap();
        let history = city.store().level_history().await.unwrap();
        let mut history = told(&history);
        history.retain(|own| own.1 == "ost");
        let expected = [
            ("2026-Q3".to_owned(), "ost", Level::Present, 2),
            ("2026-Q4".to_owned(), "ost", Level::NotSurveyed, 1),
        ];
        assert_eq!(history, expected);
    }

    async fn a_quarter_begins_at_the_midnight_of_the_city(kept: &Kept) {
        let begun = moment("2026-08-03T12:00:00Z");
        City::begin(kept.open().await, beginning([]), begun).await.unwrap();
        // Half past eleven in the evening in Berlin, and half past midnight.
        for (now, count) in [("2026-09-30T21:30:00Z", 0), ("2026-09-30T22:30:00Z", 2)] {
            let city = City::open(kept.open().await, moment(now)).await.unwrap();
            city.keep_finished_quarter().await.unwrap();
            let history = city.store().level_history().await.unwrap();
            assert_eq!(history.len(), count, "{now}");
        }
    }
}

//! What was done is taken back, and taking back is a change like any other.

use std::sync::Arc;

use miteinander::city::{City, UndoFailure};
use miteinander::domain::change::{CityChange, EventChange, PlaceChange};
use miteinander::domain::event::EventOrigin;
use miteinander::domain::place::Origin;
use miteinander::domain::staff::Role;
use miteinander::domain::trail::undo::UndoRefused;
use miteinander::domain::trail::{Author, Subject, TrailFilter, history};
use miteinander::domain::{Place, PlaceId};
use miteinander::error::Error;

use super::{staff, whole};
use crate::fixture::{adding, begun, both_stores, place, place_id};
use crate::random::Dice;

async fn last(city: &City) -> i64 {
    city.store().trail(&TrailFilter::newest(1)).await.unwrap()[0].number
}

fn now(city: &City, id: PlaceId) -> Option<Place> {
    city.snapshot().place(id).map(|own| own.place.clone())
}

/// Makes `change` of place 1 in the name of `author`; the number of its entry.
async fn edit(
    city: &Arc<City>,
    author: Author,
    change: impl Fn(&mut Place) + Send + 'static,
) -> i64 {
    city.act(move |snapshot| {
        let before = &snapshot.place(place_id(1)).unwrap().place;
        let mut after = before.clone();
        change(&mut after);
        let places = PlaceChange::between(before, after).into_iter().collect();
        Ok::<_, Error>(CityChange {
            places,
            ..CityChange::by(author.clone())
        })
    })
    .await
    .unwrap();
    last(city).await
}

both_stores! {
    async fn an_edit_is_taken_back_and_others_in_between_stand(kept: &Kept) {
        let from_osm = Place { origin: Origin::Osm, ..place(1, 9.2, 48.9) };
        let city = begun(kept, [from_osm.clone()]).await;
        let editor = || staff(Role::Editor);
        let named = edit(&city, editor(), |place| {
            place.name = "Neu".parse().unwrap();
            place.origin = Origin::Local;
        }).await;
        edit(&city, editor(), |place| place.facts.seats = Some(20)).await;
        let revision = city.undo(named, editor()).await.unwrap();
        assert_eq!(revision.0, 4);
        let place = now(&city, place_id(1)).unwrap();
        assert_eq!((place.name.as_str(), place.facts.seats, place.origin), ("Ort 1", Some(20), Origin::Local));
        // Taken back in order, nothing is left of them.
        let undone = last(&city).await;
        city.undo(undone, editor()).await.unwrap();
        assert_eq!(now(&city, place_id(1)).unwrap().name.as_str(), "Neu");
        let about = Subject::described::<Place>(place_id(1));
        let entries = city.store().trail(&TrailFilter::about(about.clone(), 10)).await.unwrap();
        let steps = history(&about, &entries);
        let told: Vec<_> = steps.iter().map(|step| (step.by, step.undoes)).collect();
        let by = "editor";
        assert_eq!(told, [(by, Some(undone)), (by, Some(named)), (by, None), (by, None), ("import:places", None)]);
        whole(city.store()).await;
    }

    async fn a_single_edit_taken_back_leaves_the_place_in_step_with_openstreetmap(kept: &Kept) {
        let from_osm = Place { origin: Origin::Osm, ..place(1, 9.2, 48.9) };
        let city = begun(kept, [from_osm.clone()]).await;
        let named = edit(&city, staff(Role::Editor), |place| {
            place.name = "Neu".parse().unwrap();
            place.origin = Origin::Local;
        }).await;
        city.undo(named, staff(Role::Editor)).await.unwrap();
        assert_eq!(now(&city, place_id(1)), Some(from_osm));
    }

    async fn a_place_that_was_added_goes_and_comes_back(kept: &Kept) {
        let city = begun(kept, []).await;
        city.apply(adding([place(1, 9.2, 48.9)]), city.snapshot().revision()).await.unwrap();
        let added = last(&city).await;
        city.undo(added, staff(Role::Editor)).await.unwrap();
        assert_eq!(now(&city, place_id(1)), None);
        city.undo(last(&city).await, staff(Role::Editor)).await.unwrap();
        assert_eq!(now(&city, place_id(1)), Some(place(1, 9.2, 48.9)));
        assert_eq!(whole(city.store()).await, 6);
    }

    async fn what_cannot_be_taken_back_leaves_everything_as_it_is(kept: &Kept) {
        let city = begun(kept, [place(1, 9.2, 48.9)]).await;
        let first = edit(&city, staff(Role::Editor), |place| place.facts.seats = Some(1)).await;
        edit(&city, staff(Role::Editor), |place| place.facts.seats = Some(2)).await;
        let entries = whole(city.store()).await;
        let refused = city.undo(first, staff(Role::Editor)).await.unwrap_err();
        assert_eq!(refused.to_string(), format!("changed again since entry {first}: seats"));
        let none = city.undo(99, staff(Role::Editor)).await.unwrap_err();
        assert!(matches!(none, UndoFailure::NoEntry(99)), "{none}");
        // Districts are not taken back one by one.
        let other = city.undo(2, staff(Role::Editor)).await.unwrap_err();
        assert!(matches!(other, UndoFailure::Refused(UndoRefused::NotHere { .. })), "{other}");
        assert_eq!((whole(city.store()).await, city.snapshot().revision().0), (entries, 3));
    }

    async fn an_event_is_taken_back_like_a_place_and_calendars_hear_of_it(kept: &Kept) {
        let city = begun(kept, [place(1, 9.2, 48.9)]).await;
        let mut event = Dice(91).event(50, &[]);
        event.venue.place = Some(place_id(1));
        event.schedule.changes.clear();
        event.origin = EventOrigin::Local;
        let by_editor = |events| CityChange { events, ..CityChange::by(staff(Role::Editor)) };
        let here = || city.snapshot().event(event.id).map(|held| held.event.clone());
        city.apply(by_editor(vec![EventChange::added(event.clone())]), city.snapshot().revision()).await.unwrap();
        let added = last(&city).await;
        let mut renamed = event.clone();
        renamed.title = "Anders".parse().unwrap();
        let change = by_editor(EventChange::between(&event, renamed).into_iter().collect());
        city.apply(change, city.snapshot().revision()).await.unwrap();
        city.undo(last(&city).await, staff(Role::Editor)).await.unwrap();
        let back = here().unwrap();
        assert_eq!((&back.title, back.sequence), (&event.title, event.sequence + 1));
        assert_eq!(back.revised_at, city.now());
        // While it is held there, its place does not go.
        let refused = city.undo(4, staff(Role::Editor)).await.unwrap_err();
        assert!(refused.to_string().contains("has events"), "{refused}");
        city.undo(added, staff(Role::Editor)).await.unwrap();
        assert_eq!(here(), None);
        let gone = last(&city).await;
        city.undo(4, staff(Role::Editor)).await.unwrap();
        // Nor does it come back without its place.
        let refused = city.undo(gone, staff(Role::Editor)).await.unwrap_err();
        assert!(refused.to_string().contains("is no longer there"), "{refused}");
        city.undo(last(&city).await, staff(Role::Editor)).await.unwrap();
        city.undo(gone, staff(Role::Editor)).await.unwrap();
        assert_eq!(here().unwrap().title, event.title);
        whole(city.store()).await;
    }

    async fn a_place_that_another_one_moved_to_does_not_go(kept: &Kept) {
        let city = begun(kept, [place(1, 9.2, 48.9)]).await;
        city.apply(adding([place(2, 9.2, 48.9)]), city.snapshot().revision()).await.unwrap();
        let added = last(&city).await;
        edit(&city, staff(Role::Editor), |place| place.facts.relocated_to = Some(place_id(2))).await;
        let refused = city.undo(added, staff(Role::Editor)).await.unwrap_err();
        assert!(matches!(refused, UndoFailure::Refused(UndoRefused::InUse(_))), "{refused}");
        assert!(now(&city, place_id(2)).is_some());
        let stays = edit(&city, staff(Role::Editor), |place| place.facts.relocated_to = None).await;
        city.undo(added, staff(Role::Editor)).await.unwrap();
        // Nor does anybody point to it once it is gone.
        let refused = city.undo(stays, staff(Role::Editor)).await.unwrap_err();
        let gone = Subject::described::<Place>(place_id(2));
        assert!(matches!(&refused, UndoFailure::Refused(UndoRefused::Gone(own)) if *own == gone), "{refused}");
        whole(city.store()).await;
    }
}

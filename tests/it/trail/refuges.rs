//! Nobody can be found: where a place turns out to be a place of refuge, not even the trail keeps what it told of it.

use miteinander::domain::change::{
    CityChange, EventChange, EventRemoval, PlaceChange, PlaceRemoval,
};
use miteinander::domain::staff::Role;
use miteinander::domain::suggestion::{
    Decision, Said, Suggestion, SuggestionAccepted, SuggestionId,
};
use miteinander::domain::trail::{Action, Author, Subject, TrailFilter};
use miteinander::domain::{Event, Place, PlaceId};
use miteinander::snapshot::{Known, Revision};
use miteinander::store::Store;
use uuid::Uuid;

use super::{all, staff, whole};
use crate::fixture::{
    Kept, adding, at, beginning, both_stores, place, place_id, tamper, wednesday_afternoon,
};
use crate::random::Dice;

async fn commit(store: &Store, change: CityChange) {
    let expected = store.revision().await.unwrap();
    Box::pin(store.commit(&change, expected, wednesday_afternoon()))
        .await
        .unwrap();
}

fn events(events: Vec<EventChange>) -> CityChange {
    CityChange {
        events,
        ..CityChange::by(Author::import("events"))
    }
}

fn titled(dice: &mut Dice, title: &str, place: Option<&Place>) -> Event {
    let mut event = dice.event(100, &[]);
    event.title = title.parse().unwrap();
    event.venue.place = place.map(|own| own.id);
    event.schedule.changes.clear();
    event
}

/// Residents speak of the refuge, of another place, and of one that becomes the refuge.
async fn suggest(store: &Store) {
    let about = [Some(place_id(1)), Some(place_id(2)), None];
    for (number, about) in (1..).zip(about) {
        let secret = if about == Some(place_id(2)) {
            "Offen"
        } else {
            "Geheim"
        };
        store
            .put_suggestion(&suggestion(number, about, secret), 9)
            .await
            .unwrap();
    }
    let decided = Some(SuggestionAccepted {
        barriers_changed: false,
        id: SuggestionId(Uuid::from_u128(3)),
        place: place_id(1),
        on: "2026-03-03".parse().unwrap(),
        by: Role::Editor,
    });
    commit(
        store,
        CityChange {
            decided,
            ..CityChange::by(staff(Role::Editor))
        },
    )
    .await;
}

fn suggestion(number: u128, about: Option<PlaceId>, secret: &str) -> Suggestion {
    let said = Said {
        about,
        name: format!("{secret} Sechs").parse().ok(),
        address: format!("{secret}er Weg 7").parse().ok(),
        location: Some(at(9.19, 48.9)),
        remark: format!("{secret} hinter dem Hof").parse().ok(),
        ..Said::default()
    };
    Suggestion::new(
        SuggestionId(Uuid::from_u128(number)),
        "2026-03-02".parse().unwrap(),
        said,
    )
}

/// A city in which a place has left traces everywhere; it turns out to be a place of refuge at the end.
async fn forgetting_a_refuge(kept: &Kept) -> Store {
    let store = kept.open().await;
    let dice = &mut Dice(81);
    let mut refuge = place(1, 9.19, 48.9);
    refuge.name = "Geheim Eins".parse().unwrap();
    let other = place(2, 9.21, 48.9);
    commit(&store, beginning([refuge.clone(), other.clone()])).await;
    let mut renamed = refuge.clone();
    renamed.name = "Geheim Zwei".parse().unwrap();
    // Another place names it by its id.
    let mut moved = other.clone();
    moved.facts.relocated_to = Some(refuge.id);
    for (before, after) in [(&refuge, renamed), (&other, moved)] {
        let places = PlaceChange::between(before, after).into_iter().collect();
        commit(
            &store,
            CityChange {
                places,
                ..CityChange::by(staff(Role::Editor))
            },
        )
        .await;
    }
    // Held there now, held there once, moved away from there, and never there.
    let now = titled(dice, "Geheim Drei", Some(&refuge));
    let once = titled(dice, "Geheim Vier", Some(&refuge));
    let before = titled(dice, "Geheim Fuenf", Some(&refuge));
    let elsewhere = titled(dice, "Offenes Singen", Some(&other));
    let added = [&now, &once, &before, &elsewhere].map(|event| EventChange::added(event.clone()));
    commit(&store, events(added.to_vec())).await;
    let mut away = before.clone();
    away.venue.place = Some(other.id);
    away.title = "Offenes Kochen".parse().unwrap();
    let change = CityChange {
        events_removed: vec![EventRemoval {
            event: once,
            undoes: None,
        }],
        ..events(EventChange::between(&before, away).into_iter().collect())
    };
    commit(&store, change).await;
    suggest(&store).await;
    commit(
        &store,
        CityChange {
            refuges: vec![refuge.id],
            ..CityChange::by(Author::import("osm"))
        },
    )
    .await;
    store
}

both_stores! {
    async fn what_was_told_of_a_refuge_is_gone_and_the_chain_holds(kept: &Kept) {
        let store = Box::pin(forgetting_a_refuge(kept)).await;
        whole(&store).await;
        let trail = all(&store).await;
        let text = serde_json::to_string(&trail).unwrap();
        assert!(!text.contains("Geheim"), "{text}");
        let refuge = format!("place/{}", place_id(1));
        for entry in &trail {
            let content = serde_json::to_string(&(&entry.before, &entry.after)).unwrap();
            assert!(!content.contains(&place_id(1).to_string()), "{content}");
            if entry.subject.as_str() == refuge {
                assert!(entry.redacted || entry.action == Action::Removed, "{entry:?}");
            }
        }
        // What was never there is told as before.
        assert!(text.contains("Offenes Singen") && text.contains("Ort 2"));
        let last: Vec<_> = trail.iter().rev().take(3).map(|own| (own.action, own.redacted)).collect();
        let gone = (Action::Removed, false);
        assert_eq!(last, [(Action::Redacted, false), gone, gone], "the place, what is held there, and what is told no more");
        let events = store.load(Known::default()).await.unwrap().unwrap().events;
        assert_eq!(events.len(), 2);
    }

    async fn what_residents_said_of_a_refuge_goes_with_it(kept: &Kept) {
        let store = Box::pin(forgetting_a_refuge(kept)).await;
        let left = store.suggestions().await.unwrap();
        let decided: Vec<_> = left.iter().map(|own| (own.state, own.decided_on, own.place)).collect();
        let day = |text: &str| text.parse().ok();
        assert_eq!(decided, [
            (Decision::Removed, day("2026-03-04"), None),
            (Decision::Open, None, None),
            (Decision::Removed, day("2026-03-03"), None),
        ]);
        assert_eq!((&left[0].said, &left[2].said), (&Said::default(), &Said::default()));
        assert_eq!(left[1].said, suggestion(2, Some(place_id(2)), "Offen").said);
        let told = store.trail(&TrailFilter::about(Subject::of("suggestion", Uuid::from_u128(1)), 9)).await.unwrap();
        assert_eq!(told.len(), 1, "that it went is told like any removal");
    }

    async fn nothing_points_to_a_refuge_that_went(kept: &Kept) {
        let store = forgetting_a_refuge(kept).await;
        let places = store.load(Known::default()).await.unwrap().unwrap().places;
        let pointing: Vec<_> = places.iter().map(|own| own.facts.relocated_to).collect();
        assert_eq!(pointing, [None]);
        let told = store.trail(&TrailFilter::about(Subject::described::<Place>(place_id(2)), 1)).await.unwrap();
        assert_eq!((told[0].action, told[0].revision), (Action::Changed, Some(store.revision().await.unwrap().0)));
    }

    async fn a_refuge_that_is_written_back_into_the_trail_is_found(kept: &Kept) {
        let store = Box::pin(forgetting_a_refuge(kept)).await;
        let entries = whole(&store).await;
        tamper(&store, "update trail set detail = 'Geheim Eins', salt = 'x' where number = 4").await;
        let verdict = store.check_trail(None).await.unwrap();
        assert!(verdict.faults.iter().all(|fault| fault.number == 4) && !verdict.holds(), "{verdict}");
        assert_eq!(i64::try_from(verdict.entries).unwrap(), entries);
    }

    async fn a_place_that_was_taken_away_before_is_forgotten_too(kept: &Kept) {
        let store = kept.open().await;
        let mut refuge = place(1, 9.19, 48.9);
        refuge.name = "Geheim Eins".parse().unwrap();
        commit(&store, beginning([])).await;
        commit(&store, adding([refuge.clone()])).await;
        let places_removed = vec![PlaceRemoval { place: refuge, undoes: Some(4) }];
        commit(&store, CityChange { places_removed, ..CityChange::by(staff(Role::Editor)) }).await;
        let told = store.trail(&TrailFilter::newest(1)).await.unwrap();
        assert_eq!(told[0].before.as_ref().unwrap()["name"], "Geheim Eins");
        commit(&store, CityChange { refuges: vec![place_id(1)], ..CityChange::by(Author::import("osm")) }).await;
        whole(&store).await;
        assert!(!serde_json::to_string(&all(&store).await).unwrap().contains("Geheim"));
        assert_eq!(store.revision().await.unwrap(), Revision(4));
    }
}

#[tokio::test]
async fn no_byte_of_a_refuge_stays_in_the_file() {
    let kept = Kept::new(crate::fixture::Database::Sqlite).await.unwrap();
    let Kept::Folder(folder) = &kept else {
        unreachable!("it is a folder")
    };
    // Nor in the log beside it, while programs have it open.
    let _other = kept.open().await;
    let _store = Box::pin(forgetting_a_refuge(&kept)).await;
    let mut bytes = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let content = std::fs::read(file.unwrap().path()).unwrap();
        bytes += content.len();
        let secret = b"Geheim";
        assert!(!content.windows(secret.len()).any(|part| part == secret));
    }
    assert!(bytes > 10_000);
}

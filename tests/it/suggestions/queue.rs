//! Working through the queue: in order, by filters, two people at once, and what is counted of it.

use chrono::NaiveDate;
use miteinander::city::City;
use miteinander::domain::note::Note;
use miteinander::domain::staff::{AccountId, Actor, Role};
use miteinander::domain::suggestion::{
    Decision, Ground, Matter, QueueFilter, Rejection, Removal, Said, Suggestion, SuggestionId,
    Withheld,
};
use miteinander::domain::trail::{Action, Author, Subject, TrailFilter};
use miteinander::domain::{Fact, Location, PlaceId};
use uuid::Uuid;

use super::{day, everything, removal, suggestion};
use crate::fixture::{at, begun, both_stores, place, place_id};

const TODAY: &str = "2026-03-04";

fn editor() -> Actor {
    Actor {
        account: AccountId(Uuid::from_u128(1)),
        role: Role::Editor,
    }
}

fn rejection(ground: Ground, note: Option<&str>) -> Rejection {
    let note: Option<Note> = note.map(|text| text.parse().unwrap());
    Rejection::new(ground, note, day(TODAY), editor()).unwrap()
}

fn id(number: u128) -> SuggestionId {
    SuggestionId(Uuid::from_u128(number))
}

fn named(name: &str, location: Option<Location>) -> Said {
    Said {
        name: name.parse().ok(),
        location,
        ..Said::default()
    }
}

fn about(place: PlaceId, is_gone: bool) -> Said {
    Said {
        about: Some(place),
        is_gone,
        free: Fact::Yes,
        ..Said::default()
    }
}

async fn put(city: &City, all: impl IntoIterator<Item = Suggestion>) {
    for own in all {
        assert!(city.store().put_suggestion(&own, 1000).await.unwrap());
    }
}

/// The numbers of the suggestions that `filter` finds, page by page.
async fn pages(city: &City, filter: &QueueFilter, limit: u32) -> Vec<Vec<u128>> {
    let snapshot = city.snapshot();
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = city.queue(&snapshot, filter, after, limit).await.unwrap();
        let numbers = page.suggestions.iter().map(|own| own.id.0.as_u128());
        pages.push(numbers.collect());
        after = page.next;
        if after.is_none() {
            return pages;
        }
    }
}

both_stores! {
    async fn the_queue_is_paged_the_oldest_first_and_what_is_decided_the_latest_first(kept: &Kept) {
        let city = begun(kept, []).await;
        let on = ["2026-03-02", "2026-03-01", "2026-03-02", "2026-02-01", "2026-03-03"];
        put(&city, (1..).zip(on).map(|(number, on)| suggestion(number, on, everything()))).await;
        let open = QueueFilter::default();
        assert_eq!(pages(&city, &open, 2).await, [vec![4, 2], vec![1, 3], vec![5]]);
        assert_eq!(pages(&city, &open, 5).await, [vec![4, 2, 1, 3, 5]]);
        for (number, day) in [(1, "2026-03-02"), (3, "2026-03-04"), (4, "2026-03-03")] {
            let decided = Rejection { on: day.parse::<NaiveDate>().unwrap(), ..rejection(Ground::Known, None) };
            city.reject(&[id(number)], &decided).await.unwrap();
        }
        let rejected = QueueFilter { state: Decision::Rejected, ..open.clone() };
        assert_eq!(pages(&city, &rejected, 1).await, [vec![3], vec![4], vec![1]]);
        assert_eq!(pages(&city, &open, 9).await, [vec![2, 5]]);
        let accepted = QueueFilter { state: Decision::Accepted, ..open };
        assert_eq!(pages(&city, &accepted, 9).await, [[]]);
    }

    async fn a_filter_narrows_by_what_is_said_the_district_and_the_kind(kept: &Kept) {
        let city = begun(kept, [place(1, 9.19, 48.9), place(2, 9.21, 48.9)]).await;
        let square = Said { kind: "square".parse().ok(), ..named("Linde", Some(at(9.19, 48.91))) };
        put(&city, [
            suggestion(1, TODAY, square),
            suggestion(2, TODAY, about(place_id(2), false)),
            suggestion(3, TODAY, about(place_id(1), true)),
            suggestion(4, TODAY, named("irgendwo", None)),
            suggestion(5, TODAY, named("bei mir zu Hause", Some(at(9.19, 48.9)))),
        ]).await;
        let find = async |filter: QueueFilter| pages(&city, &filter, 9).await.concat();
        let open = QueueFilter::default();
        assert_eq!(find(open.clone()).await, [1, 2, 3, 4, 5]);
        let matter = |matter| QueueFilter { matter: Some(matter), ..QueueFilter::default() };
        assert_eq!(find(matter(Matter::Missing)).await, [1, 4]);
        assert_eq!(find(matter(Matter::Wrong)).await, [2]);
        assert_eq!(find(matter(Matter::Gone)).await, [3]);
        let district = |id: &str| QueueFilter { district: id.parse().ok(), ..QueueFilter::default() };
        assert_eq!(find(district("west")).await, [1, 3], "what is withheld has no spot");
        assert_eq!(find(district("ost")).await, [2]);
        let kind = |id: &str| QueueFilter { kind: id.parse().ok(), ..QueueFilter::default() };
        assert_eq!(find(kind("library")).await, [2, 3]);
        assert_eq!(find(QueueFilter { district: "ost".parse().ok(), ..kind("square") }).await, [0; 0]);
    }

    async fn of_two_who_decide_at_once_one_is_told(kept: &Kept) {
        let city = begun(kept, []).await;
        put(&city, (1..=3).map(|number| suggestion(number, "2026-03-01", everything()))).await;
        let ids: Vec<_> = (1..=4).map(id).collect();
        let (advertising, double) = (rejection(Ground::Advertising, None), rejection(Ground::Other, Some("steht doppelt da")));
        let (first, second) = tokio::join!(city.reject(&ids, &advertising), city.reject(&ids, &double));
        let counts = (first.unwrap().len(), second.unwrap().len());
        assert!(counts == (3, 0) || counts == (0, 3), "{counts:?}");
        let own = city.store().suggestion(id(1)).await.unwrap().unwrap();
        let expected = if counts.0 == 3 { (Some(Ground::Advertising), None) } else { (Some(Ground::Other), Some("steht doppelt da")) };
        assert_eq!((own.ground, own.reason.as_deref()), expected);
        assert_eq!((own.state, own.decided_by), (Decision::Rejected, Some(Role::Editor)));
        assert_eq!(own.said, everything(), "what was said stays");
        assert_eq!(city.open_suggestion(id(1)).await.unwrap(), None);
    }

    async fn what_came_in_under_older_rules_is_withheld_when_it_is_read(kept: &Kept) {
        let city = begun(kept, []).await;
        let home = Said { address: "bei mir zu Hause".parse().ok(), ..everything() };
        let refuge = Said { remark: "Das ist das Frauenhaus".parse().ok(), ..everything() };
        put(&city, [suggestion(1, TODAY, home), suggestion(2, TODAY, refuge)]).await;
        let all = city.store().suggestions().await.unwrap();
        assert_eq!((all[0].withheld, all[1].withheld), (Some(Withheld::Dwelling), Some(Withheld::Refuge)));
        let kept_of_home = Said { about: everything().about, is_gone: true, barriers_changed: true, ..Said::default() };
        assert_eq!((&all[0].said, &all[1].said), (&kept_of_home, &Said::default()));
        for number in [1, 2] {
            let own = city.store().suggestion(id(number)).await.unwrap().unwrap();
            assert!(own.withheld.is_some());
            assert_eq!(city.open_suggestion(id(number)).await.unwrap(), None);
        }
        // They can be decided on all the same.
        assert_eq!(city.reject(&[id(1), id(2)], &rejection(Ground::Private, None)).await.unwrap().len(), 2);
    }

    async fn a_removal_leaves_when_it_was_first_decided_on(kept: &Kept) {
        let city = begun(kept, []).await;
        put(&city, [suggestion(1, "2026-02-01", everything())]).await;
        let early = Rejection { on: day("2026-02-03"), ..rejection(Ground::Unclear, Some("wo?")) };
        city.reject(&[id(1)], &early).await.unwrap();
        let reason = "nennt eine Person".parse().unwrap();
        let removal = Removal { by: Author::staff(editor()), ..removal(&reason, TODAY) };
        assert!(city.remove_suggestion(id(1), &removal).await.unwrap());
        let own = city.store().suggestion(id(1)).await.unwrap().unwrap();
        assert_eq!((own.state, own.decided_on), (Decision::Removed, Some(day("2026-02-03"))));
        assert_eq!((own.ground, own.reason.as_deref()), (None, Some("nennt eine Person")));
    }

    async fn each_decision_stands_in_the_trail_without_a_word_of_what_was_said(kept: &Kept) {
        let city = begun(kept, []).await;
        put(&city, (1..=2).map(|number| suggestion(number, TODAY, everything()))).await;
        let note = rejection(Ground::Other, Some("gibt es doppelt"));
        city.reject(&[id(1), id(2), id(9)], &note).await.unwrap();
        let reason = "nennt eine Person".parse().unwrap();
        city.remove_suggestion(id(1), &removal(&reason, TODAY)).await.unwrap();
        let told = city.store().trail(&TrailFilter::about(Subject::of("suggestion", id(1)), 9)).await.unwrap();
        let told: Vec<_> = told.iter().map(|entry| (entry.action, entry.revision, entry.author.to_string(), entry.after.clone().unwrap())).collect();
        let members = |text: &str| serde_json::from_str(text).unwrap();
        let by = Author::staff(editor()).to_string();
        assert_eq!(told, [
            (Action::Changed, None, "command-line".to_owned(), members(r#"{"state":"removed"}"#)),
            (Action::Changed, None, by, members(r#"{"ground":"other","state":"rejected"}"#)),
        ]);
        let all = city.store().trail(&TrailFilter::newest(100)).await.unwrap();
        assert_eq!(all.iter().filter(|entry| entry.subject.as_str().starts_with("suggestion/")).count(), 3);
        let verdict = city.store().check_trail(None).await.unwrap();
        assert!(verdict.faults.is_empty(), "{verdict:?}");
    }

    async fn what_becomes_of_suggestions_is_counted_anew_after_each_decision(kept: &Kept) {
        let city = begun(kept, []).await;
        put(&city, [suggestion(1, "2026-01-01", everything()), suggestion(2, "2026-02-02", everything())]).await;
        let figures = city.suggestion_figures().await.unwrap();
        assert_eq!((figures.states.open, figures.waiting.over_30_days), (2, 1));
        assert_eq!(figures.median_days, None);
        city.suggest(everything()).await.unwrap();
        city.reject(&[id(2)], &rejection(Ground::NotSo, None)).await.unwrap();
        let figures = city.suggestion_figures().await.unwrap();
        assert_eq!((figures.states.open, figures.states.rejected), (2, 1));
        assert_eq!(figures.median_days, Some(30));
        assert_eq!(figures.quarters.len(), 1);
        assert_eq!((figures.quarters[0].received, figures.quarters[0].decided_soon), (3, 1));
    }
}

#[test]
fn a_rejection_for_something_else_says_for_what() {
    let refused = Rejection::new(Ground::Other, None, day(TODAY), editor()).unwrap_err();
    assert_eq!(refused.field, "text");
}

//! The audit trail: who did what is told, stays, and cannot be changed without being found.

mod cli;
mod old;
mod refuges;
mod undo;

use chrono::TimeDelta;
use futures_util::TryStreamExt;
use miteinander::domain::change::{CityChange, Districts, EventChange, PlaceChange, PlaceRemoval};
use miteinander::domain::event::Venue;
use miteinander::domain::members::Members;
use miteinander::domain::staff::{AccountId, Actor, Role};
use miteinander::domain::trail::chain::Head;
use miteinander::domain::trail::{
    About, Action, Author, By, NewEntry, Page, Subject, TrailEntry, TrailFilter,
};
use miteinander::domain::{CitySettings, Event};
use miteinander::snapshot::{Known, Revision};
use miteinander::store::Store;
use uuid::Uuid;

use crate::fixture::{
    adding, beginning, both_stores, district, place, rectangle, settings, tamper, two_districts,
    wednesday_afternoon,
};
use crate::random::Dice;

pub(crate) fn staff(role: Role) -> Author {
    let account = AccountId(Uuid::from_u128(7));
    Author::staff(Actor { account, role })
}

/// Every entry, the oldest first.
async fn all(store: &Store) -> Vec<TrailEntry> {
    let oldest_first = TrailFilter {
        page: Page::After(0),
        ..TrailFilter::default()
    };
    let pages: Vec<_> = store.trail_pages(oldest_first).try_collect().await.unwrap();
    pages.concat()
}

/// Asserts that the chain holds and that its entries are numbered without a gap; how many there are.
pub(crate) async fn whole(store: &Store) -> i64 {
    let verdict = store.check_trail(None).await.unwrap();
    assert!(verdict.holds(), "{verdict}");
    let newest = store.trail(&TrailFilter::newest(1)).await.unwrap();
    let last = newest.first().map_or(0, |entry| entry.number);
    assert_eq!(u64::try_from(last).unwrap(), verdict.entries);
    last
}

fn members(text: &str) -> Members {
    serde_json::from_str(text).unwrap()
}

/// A store with ten entries of every sort.
async fn with_ten_entries(kept: &crate::fixture::Kept) -> Store {
    let store = kept.open().await;
    let at = wednesday_afternoon();
    let two = [place(1, 9.19, 48.9), place(2, 9.21, 48.9)];
    store
        .commit(&beginning(two.clone()), Revision(0), at)
        .await
        .unwrap();
    let mut renamed = two[0].clone();
    renamed.name = "Neu".parse().unwrap();
    let change = CityChange {
        places: PlaceChange::between(&two[0], renamed).into_iter().collect(),
        places_removed: vec![PlaceRemoval {
            place: two[1].clone(),
            undoes: Some(5),
        }],
        ..CityChange::by(staff(Role::Editor))
    };
    store.commit(&change, Revision(1), at).await.unwrap();
    let accounts = (1..=3).map(|number| {
        NewEntry::new(
            &staff(Role::Admin),
            Action::Added,
            Subject::of("account", number),
        )
        .saying("editor")
    });
    store
        .record(&accounts.collect::<Vec<_>>(), at)
        .await
        .unwrap();
    assert_eq!(whole(&store).await, 10);
    store
}

both_stores! {
    async fn what_changes_no_city_is_told_without_a_revision(kept: &Kept) {
        let store = with_ten_entries(kept).await;
        assert_eq!(store.revision().await.unwrap(), Revision(2));
        let newest = store.trail(&TrailFilter::newest(1)).await.unwrap().remove(0);
        assert_eq!((newest.number, newest.revision, newest.subject.as_str()), (10, None, "account/3"));
        assert_eq!((newest.author.role(), newest.at), (Some(Role::Admin), wednesday_afternoon()));
        assert_eq!((newest.before, newest.after), (None, None));
        store.record(&[], wednesday_afternoon()).await.unwrap();
        assert_eq!(whole(&store).await, 10);
    }

    async fn a_change_is_told_by_what_was_and_what_is(kept: &Kept) {
        let store = kept.open().await;
        let before = place(1, 9.2, 48.9);
        store.commit(&beginning([before.clone()]), Revision(0), wednesday_afternoon()).await.unwrap();
        let mut after = before.clone();
        after.name = "Neu".parse().unwrap();
        after.facts.seats = Some(20);
        let places = PlaceChange::between(&before, after).into_iter().collect();
        let change = CityChange { places, ..CityChange::by(staff(Role::Editor)) };
        store.commit(&change, Revision(1), wednesday_afternoon()).await.unwrap();
        let entry = all(&store).await.pop().unwrap();
        assert_eq!(entry.before, Some(members(r#"{"name":"Ort 1"}"#)));
        assert_eq!(entry.after, Some(members(r#"{"name":"Neu","seats":20}"#)));
        assert_eq!(entry.author.shown(), "editor");
    }

    async fn new_districts_and_settings_are_told_one_by_one(kept: &Kept) {
        let store = kept.open().await;
        store.commit(&beginning([]), Revision(0), wednesday_afternoon()).await.unwrap();
        let mut districts = two_districts().districts;
        districts[0].population = None;
        districts[1] = district("nord", rectangle(9.15, 48.95, 9.2, 48.99));
        let text = settings().to_toml().replace("Neujahr", "Jahresanfang");
        let change = CityChange {
            settings: Some(CitySettings::from_toml(&text).unwrap()),
            districts: Some(Districts { districts: districts.clone(), quarters: Vec::new() }),
            ..CityChange::by(Author::import("districts"))
        };
        store.commit(&change, Revision(1), wednesday_afternoon()).await.unwrap();
        let trail = all(&store).await;
        let told: Vec<_> = trail[3..].iter().map(|entry| (entry.action, entry.subject.as_str(), &*entry.detail)).collect();
        let expected = [
            (Action::Changed, "city/teststadt", "holidays.public"),
            (Action::Added, "district/nord", "NORD"),
            (Action::Changed, "district/ost", "population, population_estimated, population_year"),
            (Action::Removed, "district/west", "WEST"),
        ];
        assert_eq!(told, expected);
        assert_eq!(trail[5].after, Some(Members::new()));
        assert_eq!(trail[6].before.as_ref().unwrap()["population"], 1000);
        // The same again is no news.
        let again = CityChange { settings: None, ..change };
        store.commit(&again, Revision(2), wednesday_afternoon()).await.unwrap();
        assert_eq!(whole(&store).await, 7);
    }

    async fn a_place_goes_only_where_nothing_is_held(kept: &Kept) {
        let store = kept.open().await;
        let own = place(1, 9.2, 48.9);
        store.commit(&beginning([own.clone()]), Revision(0), wednesday_afternoon()).await.unwrap();
        let event = Dice(3).event(50, &[own.id]);
        let event = Event { venue: Venue { place: Some(own.id), ..event.venue.clone() }, ..event };
        let bring = CityChange {
            events: vec![EventChange::added(event)],
            ..CityChange::by(staff(Role::Editor))
        };
        store.commit(&bring, Revision(1), wednesday_afternoon()).await.unwrap();
        let gone = |number| PlaceRemoval { place: place(number, 9.2, 48.9), undoes: None };
        for number in [1, 9] {
            let change = CityChange { places_removed: vec![gone(number)], ..CityChange::by(staff(Role::Editor)) };
            let refused = store.commit(&change, Revision(2), wednesday_afternoon()).await.unwrap_err();
            assert!(refused.to_string().contains("something is held there"), "{refused}");
        }
        assert_eq!(whole(&store).await, 5);
        assert_eq!(store.load(Known::default()).await.unwrap().unwrap().events.len(), 1);
    }

    async fn many_writers_at_once_make_one_chain(kept: &Kept) {
        let store = kept.open().await;
        store.commit(&beginning([]), Revision(0), wednesday_afternoon()).await.unwrap();
        let mut tasks = Vec::new();
        for writer in 0..4u128 {
            let store = kept.open().await;
            tasks.push(tokio::spawn(async move {
                let mut committed = 0;
                for round in 0..10u128 {
                    let account = Subject::of("account", writer * 100 + round);
                    let entry = NewEntry::new(&staff(Role::Admin), Action::Added, account);
                    store.record(&[entry.clone(), entry], wednesday_afternoon()).await.unwrap();
                    let change = adding([place(writer * 100 + round, 9.2, 48.9)]);
                    let expected = store.revision().await.unwrap();
                    committed += i64::from(store.commit(&change, expected, wednesday_afternoon()).await.is_ok());
                }
                committed
            }));
        }
        let mut committed = 0;
        for task in tasks {
            committed += task.await.unwrap();
        }
        assert!(committed >= 10, "{committed}");
        assert_eq!(whole(&store).await, 3 + 80 + committed);
        assert_eq!(store.revision().await.unwrap(), Revision(1 + committed));
    }

    async fn whatever_is_done_to_the_rows_is_found_and_named(kept: &Kept) {
        let store = with_ten_entries(kept).await;
        tamper(&store, "create table kept as select * from trail").await;
        tamper(&store, "create table kept_head as select * from trail_head").await;
        let cases: &[(&[&str], &[i64])] = &[
            (&["update trail set revision = 9 where number = 4"], &[4]),
            (&["update trail set revision = null where number = 4"], &[4]),
            (&["update trail set at = '2026-03-04T14:00:00.000001Z' where number = 5"], &[5]),
            (&["update trail set at = 'yesterday' where number = 5"], &[5]),
            (&["update trail set author = 'built-in' where number = 7"], &[7]),
            (&["update trail set action = 'eaten' where number = 7"], &[7]),
            (&["update trail set subject = 'place/x' where number = 6"], &[6]),
            (&["update trail set undoes = null where number = 6"], &[6]),
            (&["update trail set detail = 'Anders' where number = 4"], &[4]),
            (&["update trail set before = null where number = 7"], &[7]),
            (&["update trail set after = '{\"name\":\"Anders\"}' where number = 7"], &[7]),
            (&["update trail set salt = 'x' where number = 1"], &[1]),
            (&["update trail set salt = null where number = 1"], &[1]),
            (&["update trail set digest = 'x' where number = 10"], &[10]),
            (&["update trail set hash = 'x' where number = 10"], &[10]),
            (&["update trail set detail = '', before = null, after = null, salt = null where number = 7"], &[7]),
            (&["update trail set number = 99 where number = 10"], &[10, 99]),
            (&["delete from trail where number = 5"], &[5]),
            (&["delete from trail where number = 1"], &[1]),
            (&["delete from trail where number > 8"], &[9]),
            (&["delete from trail"], &[1]),
            (&["delete from trail_head"], &[10]),
            (&["delete from trail where number = 10", "update trail_head set number = 9"], &[9]),
            (&[
                "update trail set number = -1 where number = 3",
                "update trail set number = 3 where number = 4",
                "update trail set number = 4 where number = -1",
            ], &[3, 4, 5]),
            (&[
                "insert into trail select 11, revision, at, author, action, subject, undoes, detail, before, after, salt, \
                 digest, hash from trail where number = 4",
            ], &[11, 11]),
            (&[
                "update trail set number = number + 100 where number > 4",
                "insert into trail select 5, revision, at, author, action, subject, undoes, detail, before, after, salt, \
                 digest, hash from trail where number = 4",
                "update trail set number = number - 99 where number > 100",
                "update trail_head set number = 11",
            ], &[5, 6, 7, 8, 9, 10, 11]),
        ];
        for (harm, expected) in cases {
            for statement in *harm {
                tamper(&store, statement).await;
            }
            let verdict = store.check_trail(None).await.unwrap();
            let found: Vec<_> = verdict.faults.iter().map(|fault| fault.number).collect();
            assert_eq!(found, *expected, "{harm:?}: {verdict}");
            tamper(&store, "delete from trail").await;
            tamper(&store, "insert into trail select * from kept").await;
            tamper(&store, "delete from trail_head").await;
            tamper(&store, "insert into trail_head select * from kept_head").await;
            assert_eq!(whole(&store).await, 10);
        }
    }

    async fn a_trail_cut_off_with_its_end_is_found_by_a_noted_hash(kept: &Kept) {
        let store = with_ten_entries(kept).await;
        let verdict = store.check_trail(None).await.unwrap();
        let noted = Head { number: verdict.last, hash: verdict.hash };
        assert!(store.check_trail(Some(noted.clone())).await.unwrap().holds());
        tamper(&store, "update trail_head set number = 9, hash = (select hash from trail where number = 9)").await;
        tamper(&store, "delete from trail where number = 10").await;
        assert_eq!(whole(&store).await, 9);
        let missed = store.check_trail(Some(noted)).await.unwrap();
        assert_eq!(missed.faults[0].number, 10);
    }

    async fn a_question_finds_what_going_through_all_entries_finds(kept: &Kept) {
        let store = kept.open().await;
        let mut dice = Dice(51);
        let authors = [Author::built_in(), Author::import("osm"), Author::import("places"), staff(Role::Editor), staff(Role::Planner)];
        let subjects = ["place/a%", "place/ab", "place/a_", "pläce/1", "PLACE/1", "map", "event/place/a%"];
        for minute in 0..30 {
            let entries: Vec<_> = (0..dice.below(4)).map(|_| {
                let author = &authors[dice.below(5) as usize];
                NewEntry::new(author, dice.pick(Action::ALL), Subject::from_stored(dice.pick(&subjects)))
            }).collect();
            store.record(&entries, wednesday_afternoon() + TimeDelta::minutes(minute)).await.unwrap();
        }
        let everything = all(&store).await;
        assert!(everything.len() > 20);
        for _ in 0..150 {
            let filter = random_filter(&mut dice, &subjects);
            let found = store.trail(&filter).await.unwrap();
            assert_eq!(found, by_scan(&everything, &filter), "{filter:?}");
            let pages: Vec<_> = store.trail_pages(filter.clone()).try_collect().await.unwrap();
            assert_eq!(pages.concat(), found);
        }
    }

    async fn a_long_trail_is_read_page_by_page(kept: &Kept) {
        let store = kept.open().await;
        let many = (0..2_345).map(|number| place(number, 9.2, 48.9));
        store.commit(&beginning(many), Revision(0), wednesday_afternoon()).await.unwrap();
        let pages: Vec<_> = store.trail_pages(TrailFilter::default()).try_collect().await.unwrap();
        assert!(pages.iter().all(|page| page.len() <= 1000));
        let numbers: Vec<_> = pages.concat().iter().map(|entry| entry.number).collect();
        assert_eq!(numbers, (1..=2_348).rev().collect::<Vec<_>>());
        let some: Vec<_> = store.trail_pages(TrailFilter::newest(1_500)).try_collect().await.unwrap();
        assert_eq!(some.concat().len(), 1_500);
        assert_eq!(store.trail_entry(7).await.unwrap().unwrap().number, 7);
        for number in [0, -1, 2_349, i64::MAX, i64::MIN] {
            assert_eq!(store.trail_entry(number).await.unwrap(), None);
        }
    }
}

fn random_filter(dice: &mut Dice, subjects: &[&str]) -> TrailFilter {
    let moment =
        |dice: &mut Dice| wednesday_afternoon() + TimeDelta::seconds(i64::from(dice.below(1800)));
    let number = |dice: &mut Dice| i64::from(dice.below(50));
    let about = match dice.below(4) {
        0 => Some(About::One(Subject::from_stored(dice.pick(subjects)))),
        1 => Some(About::Beginning(
            dice.pick(&["place/", "place/a%", "pl", "pläce/", "event/"])
                .into(),
        )),
        _ => None,
    };
    TrailFilter {
        about,
        by: dice.pick_unless(
            60,
            &[
                By::Import,
                By::BuiltIn,
                By::CommandLine,
                By::SingleSignOn,
                By::Owner,
                By::Role(Role::Editor),
                By::Role(Role::Admin),
            ],
        ),
        action: dice.pick_unless(70, Action::ALL),
        from: dice.chance(30).then(|| moment(dice)),
        until: dice.chance(30).then(|| moment(dice)),
        page: match dice.below(3) {
            0 => Page::Newest,
            1 => Page::Before(number(dice)),
            _ => Page::After(number(dice)),
        },
        limit: dice.pick_unless(20, &[1, 2, 3, 7, 20]),
    }
}

/// What `filter` asks for, found by going through all entries.
fn by_scan(all: &[TrailEntry], filter: &TrailFilter) -> Vec<TrailEntry> {
    let is_meant = |entry: &TrailEntry| {
        let about = match &filter.about {
            None => true,
            Some(About::One(subject)) => entry.subject == *subject,
            Some(About::Beginning(text)) => entry.subject.as_str().starts_with(&**text),
        };
        let by = match filter.by {
            None => true,
            Some(By::Import) => entry.author.is_import(),
            Some(By::BuiltIn) => entry.author == Author::built_in(),
            Some(By::CommandLine) => entry.author == Author::command_line(),
            Some(By::SingleSignOn) => entry.author == Author::single_sign_on(),
            Some(By::Owner) => entry.author.shown() == "owner",
            Some(By::Role(role)) => entry.author.role() == Some(role),
        };
        let page = match filter.page {
            Page::Newest => true,
            Page::Before(number) => entry.number < number,
            Page::After(number) => entry.number > number,
        };
        let in_time = filter.from.is_none_or(|from| entry.at >= from)
            && filter.until.is_none_or(|until| entry.at < until);
        about && by && page && in_time && filter.action.is_none_or(|action| entry.action == action)
    };
    let mut found: Vec<_> = all
        .iter()
        .filter(|entry| is_meant(entry))
        .cloned()
        .collect();
    if !matches!(filter.page, Page::After(_)) {
        found.reverse();
    }
    found.truncate(filter.limit.map_or(usize::MAX, |most| most as usize));
    found
}

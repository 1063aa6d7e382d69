//! The feed of what changed: valid Atom, stable, and without anybody's name.

use std::collections::BTreeSet;

use chrono::DateTime;
use miteinander::domain::change::{CityChange, EventChange, PlaceChange, PlaceRemoval};
use miteinander::domain::staff::{AccountId, Actor, Role};
use miteinander::domain::trail::Author;
use roxmltree::{Document, Node};
use uuid::Uuid;

use super::*;
use crate::fixture::{both_stores, place_id};
use crate::random::Dice;

const FEED: &str = "/api/changes.atom";
const ATOM: &str = "http://www.w3.org/2005/Atom";
const ACCOUNT: u128 = 0x0007_5555_aaaa_0000_0000_0000_0000_0007;

/// One entry as a reader shows it.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    id: String,
    title: String,
    content: String,
    page: Option<String>,
    by: String,
    kind: String,
}

fn children<'a, 'input>(node: Node<'a, 'input>, name: &'static str) -> Vec<Node<'a, 'input>> {
    node.children()
        .filter(|own| own.has_tag_name((ATOM, name)))
        .collect()
}

/// The only child of this name, which has to be there.
fn only<'a, 'input>(node: Node<'a, 'input>, name: &'static str) -> Node<'a, 'input> {
    let found = children(node, name);
    assert_eq!(found.len(), 1, "{name}");
    found[0]
}

fn text(node: Node<'_, '_>, name: &'static str) -> String {
    only(node, name).text().unwrap_or_default().to_owned()
}

fn is_iri(text: &str) -> bool {
    url::Url::parse(text).is_ok()
}

/// The address of the link with a relation.
fn link(node: Node<'_, '_>, rel: &str) -> Option<String> {
    let links = children(node, "link");
    let mut links = links.iter().filter(|own| own.attribute("rel") == Some(rel));
    let href = links.next()?.attribute("href").unwrap();
    assert!(links.next().is_none(), "one link of a relation");
    assert!(is_iri(href), "{href}");
    Some(href.to_owned())
}

/// Reads a feed as RFC 4287 wants it.
fn read(xml: &str) -> (String, Vec<Entry>) {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")));
    assert!(is_iri(&text(feed, "id")) && !text(feed, "title").is_empty());
    assert!(!text(only(feed, "author"), "name").is_empty());
    assert!(link(feed, "self").is_some());
    let updated = |node| DateTime::parse_from_rfc3339(&text(node, "updated")).unwrap();
    let (mut ids, mut before) = (BTreeSet::new(), updated(feed));
    let entries = children(feed, "entry").into_iter().map(|own| {
        assert!(ids.insert(text(own, "id")), "no id twice");
        assert!(updated(own) <= before, "the newest first");
        before = updated(own);
        assert_eq!(only(own, "content").attribute("type"), Some("text"));
        Entry {
            id: text(own, "id"),
            title: text(own, "title"),
            content: text(own, "content"),
            page: link(own, "alternate"),
            by: text(only(own, "author"), "name"),
            kind: only(own, "category").attribute("term").unwrap().to_owned(),
        }
    });
    let entries = entries.collect();
    (text(feed, "id"), entries)
}

fn editor() -> Author {
    let (account, role) = (AccountId(Uuid::from_u128(ACCOUNT)), Role::Editor);
    Author::staff(Actor { account, role })
}

impl TestCity {
    async fn by(&self, author: Author, places: impl IntoIterator<Item = PlaceChange>) {
        let change = CityChange {
            places: places.into_iter().collect(),
            ..CityChange::by(author)
        };
        let revision = self.city.snapshot().revision();
        self.city.apply(change, revision).await.unwrap();
    }

    async fn changes(&self, query: &str) -> Vec<Entry> {
        let headers = [("host", "treff.example.org")];
        let answer = self.get_with(&format!("{FEED}{query}"), &headers).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/atom+xml");
        read(&answer.text()).1
    }
}

#[tokio::test]
async fn each_change_is_one_entry_with_what_changed_and_the_role_and_no_account() {
    let city = TestCity::with([place(1, 9.19, 48.9)]).await;
    let mut after = place(1, 9.19, 48.9);
    after.name = "Neuer Name".parse().unwrap();
    after.facts.seats = Some(3);
    city.by(editor(), PlaceChange::between(&place(1, 9.19, 48.9), after))
        .await;
    let entries = city.changes("").await;
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].title, "Neuer Name: geändert");
    assert_eq!(
        entries[0].content,
        "Neuer Name: geändert (Ausstattung, Name)."
    );
    assert_eq!(
        (&*entries[0].by, &*entries[0].kind),
        ("Redaktion", "place.changed")
    );
    assert_eq!(
        (&*entries[1].by, &*entries[1].kind),
        ("Eingespielt: places", "place.added")
    );
    let page = entries[0].page.as_ref().unwrap();
    assert!(
        page.starts_with("http://treff.example.org/orte/neuer-name-"),
        "{page}"
    );
    let english = city.changes("?lang=en").await;
    assert_eq!(english[0].content, "Neuer Name: changed (equipment, name).");
    assert_eq!(english[0].id, entries[0].id);
    let raw = city.get(FEED).await.text();
    assert!(!raw.contains(&Uuid::from_u128(ACCOUNT).to_string()));
    // What is gone has no page any more, and keeps its entries.
    let gone = CityChange {
        places_removed: vec![PlaceRemoval {
            place: city
                .city
                .snapshot()
                .place(place_id(1))
                .unwrap()
                .place
                .clone(),
            undoes: Some(1),
        }],
        ..CityChange::by(editor())
    };
    city.city
        .apply(gone, city.city.snapshot().revision())
        .await
        .unwrap();
    let later = city.changes("").await;
    assert_eq!(later.len(), 3);
    assert_eq!(later[1].id, entries[0].id);
    assert!(
        later[0].title.contains("nicht mehr gibt: entfernt"),
        "{later:?}"
    );
    assert!(later[0].content.contains("frühere Änderung"), "{later:?}");
    assert!(later.iter().all(|own| own.page.is_none()));
}

#[tokio::test]
async fn a_feed_of_a_district_or_a_kind_has_what_is_or_was_there() {
    let mut pool = place(2, 9.21, 48.9);
    pool.kind = "park".parse().unwrap();
    let city = TestCity::with([place(1, 9.19, 48.9), pool.clone()]).await;
    let west = city.changes("?district=west").await;
    let east = city.changes("?district=ost").await;
    assert_eq!(
        (&*west[0].title, &*east[0].title),
        ("Ort 1: neu", "Ort 2: neu")
    );
    assert_eq!(city.changes("?kind=park").await, east);
    assert_eq!(city.changes("?kind=park,library").await.len(), 2);
    assert_eq!(city.changes("?kind=park&district=west").await, []);
    // It moves over the border and becomes something else: both sides hear of it.
    let mut moved = place(2, 9.19, 48.9);
    moved.kind = "square".parse().unwrap();
    city.by(editor(), PlaceChange::between(&pool, moved)).await;
    for query in [
        "?district=west",
        "?district=ost",
        "?kind=park",
        "?kind=square",
    ] {
        assert_eq!(
            city.changes(query).await[0].kind,
            "place.changed",
            "{query}"
        );
    }
    let mut dice = Dice(51);
    let event = dice.event(50, &[place_id(1)]);
    let held = CityChange {
        events: vec![EventChange::added(event.clone())],
        ..CityChange::by(Author::import("events"))
    };
    city.city
        .apply(held, city.city.snapshot().revision())
        .await
        .unwrap();
    let libraries = city.changes("?kind=library").await;
    assert_eq!((&*libraries[0].kind, libraries.len()), ("event.added", 2));
    assert!(libraries[0].title.starts_with(event.title.as_str()));
}

#[tokio::test]
async fn an_unchanged_city_is_not_sent_twice_and_wrong_questions_are_named() {
    let city = TestCity::with([place(1, 9.19, 48.9)]).await;
    let first = city.get(FEED).await;
    let tag = first.header(header::ETAG).to_owned();
    let again = city.get_with(FEED, &[("if-none-match", &tag)]).await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    city.by(editor(), [PlaceChange::added(place(2, 9.19, 48.9))])
        .await;
    assert_eq!(
        city.get_with(FEED, &[("if-none-match", &tag)]).await.status,
        StatusCode::OK
    );
    for (query, field) in [
        ("district=nord", "district"),
        ("district=A B", "district"),
        ("kind=sauna", "kind"),
        ("lang=de-simple", "lang"),
        ("lang=fr", "lang"),
        ("limit=3", "limit"),
    ] {
        let query = query.replace(' ', "%20");
        let answer = city.get(&format!("{FEED}?{query}")).await;
        answer.problem(400, "/problems/invalid-value", Some(field));
    }
}

#[tokio::test]
async fn whatever_a_place_is_called_the_feed_stays_a_feed() {
    let names = [
        "<img src=x onerror=alert(1)>",
        "]]>&amp;<![CDATA[",
        "A\u{FFFF}B\u{FFFE}",
        "\"'&",
    ];
    let named = names.iter().zip(1..).map(|(name, number)| Place {
        name: name.parse().unwrap(),
        ..place(number, 9.19, 48.9)
    });
    let city = TestCity::with(named).await;
    let titles: Vec<_> = city
        .changes("")
        .await
        .into_iter()
        .map(|own| own.title)
        .collect();
    for name in [
        "<img src=x onerror=alert(1)>",
        "]]>&amp;<![CDATA[",
        "AB",
        "\"'&",
    ] {
        assert!(
            titles.contains(&format!("{name}: neu")),
            "{name} in {titles:?}"
        );
    }
}

both_stores! {
    async fn the_newest_hundred_stand_there_and_a_program_that_starts_anew_tells_the_same(kept: &Kept) {
        let city = begun(kept, (1..=150).map(|number| place(number, 9.19, 48.9))).await;
        let app = |city: &Arc<City>| miteinander::api::app(Arc::clone(city));
        let ask = async |app: axum::Router| {
            let request = Request::builder().uri(FEED).header("host", "x").body(Body::empty()).unwrap();
            let answer = Answer::of(app.oneshot(request).await.unwrap()).await;
            read(&answer.text())
        };
        let (id, before) = ask(app(&city)).await;
        assert_eq!((before.len(), &*before[0].title), (100, "Ort 150: neu"));
        let change = crate::fixture::adding([place(151, 9.19, 48.9)]);
        city.apply(change, city.snapshot().revision()).await.unwrap();
        let followed = ask(app(&city)).await;
        let clock = miteinander::city::Clock::Stopped(city.now());
        let anew = City::open(kept.open().await, clock).await.unwrap();
        assert_eq!(ask(app(&anew)).await, followed);
        assert_eq!((followed.0, &followed.1[1..]), (id, &before[..99]));
    }

    async fn nothing_is_told_any_more_of_what_turned_out_to_be_a_refuge(kept: &Kept) {
        let city = begun(kept, (1..=2).map(|number| place(number, 9.19, 48.9))).await;
        let city = TestCity { app: miteinander::api::app(Arc::clone(&city)), city, _kept: Kept::new(Database::Sqlite).await.unwrap() };
        assert_eq!(city.changes("").await.len(), 2);
        let refuge = CityChange { refuges: vec![place_id(1)], ..CityChange::by(Author::import("osm")) };
        city.city.apply(refuge, city.city.snapshot().revision()).await.unwrap();
        let kinds: Vec<_> = city.changes("").await.into_iter().map(|own| own.kind).collect();
        assert_eq!(kinds, ["place.removed", "place.added"]);
        assert!(!city.get(FEED).await.text().contains("Ort 1"));
    }
}

//! Other programs are told of changes: everything they want, in order, until they have heard it, and nobody else.

mod desk;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use miteinander::city::City;
use miteinander::domain::change::{CityChange, PlaceChange, PlaceRemoval};
use miteinander::domain::staff::{AccountId, Actor, Role};
use miteinander::domain::trail::Author;
use miteinander::domain::webhook::{Secret, Subscription, Webhook, WebhookState};
use miteinander::outbound::{Outbound, Reach};
use miteinander::server;
use miteinander::store::Hand;
use miteinander::webhooks::{Webhooks, signature};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::fixture::{Kept, adding, begun, both_stores, place, place_id};

/// A message as it arrived.
#[derive(Clone, Debug)]
struct Heard {
    headers: HeaderMap,
    body: Bytes,
}

impl Heard {
    fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn number(&self) -> i64 {
        self.json()["number"].as_i64().unwrap()
    }

    fn is_signed_with(&self, secret: &Secret) -> bool {
        let timestamp = self.header("x-miteinander-timestamp").parse().unwrap();
        let expected = format!("sha256={}", signature(secret, timestamp, &self.body));
        self.header("x-miteinander-signature") == expected
    }
}

#[derive(Default)]
struct Ear {
    heard: Vec<Heard>,
    /// What is answered next; 204 when nobody says.
    answers: VecDeque<Response>,
    /// Whether answers are held back.
    holds: Option<Arc<Notify>>,
}

/// A program that is told.
#[derive(Clone)]
struct Receiver {
    url: String,
    ear: Arc<Mutex<Ear>>,
    arrived: Arc<Notify>,
}

impl Receiver {
    async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let own = Self {
            url: format!("http://{}/hook?token=t", listener.local_addr().unwrap()),
            ear: Arc::default(),
            arrived: Arc::default(),
        };
        let app = Router::new().fallback(hear).with_state(own.clone());
        tokio::spawn(async move { server::serve(listener, app, std::future::pending()).await });
        own
    }

    fn heard(&self) -> Vec<Heard> {
        self.ear.lock().unwrap().heard.clone()
    }

    fn numbers(&self) -> Vec<i64> {
        self.heard().iter().map(Heard::number).collect()
    }

    fn answers(&self, answer: impl IntoResponse) {
        let answer = answer.into_response();
        self.ear.lock().unwrap().answers.push_back(answer);
    }

    fn fails(&self, times: usize) {
        for _ in 0..times {
            self.answers(StatusCode::INTERNAL_SERVER_ERROR);
        }
    }

    /// A webhook that leads here, for everything.
    async fn listens(&self, webhooks: &Webhooks) -> Webhook {
        self.listens_to(webhooks, Subscription::default()).await
    }

    async fn listens_to(&self, webhooks: &Webhooks, subscription: Subscription) -> Webhook {
        webhooks
            .add(&self.url, subscription, &admin())
            .await
            .unwrap()
    }
}

async fn hear(State(own): State<Receiver>, headers: HeaderMap, body: Bytes) -> Response {
    let (answer, holds) = {
        let mut ear = own.ear.lock().unwrap();
        ear.heard.push(Heard { headers, body });
        (ear.answers.pop_front(), ear.holds.clone())
    };
    own.arrived.notify_one();
    if let Some(holds) = holds {
        holds.notified().await;
    }
    answer.unwrap_or_else(|| StatusCode::NO_CONTENT.into_response())
}

fn admin() -> Hand {
    let (account, role) = (AccountId(Uuid::from_u128(7)), Role::Admin);
    Hand {
        author: Author::staff(Actor { account, role }),
        at: at(0),
    }
}

/// So many seconds after the tests begin, on a clock of their own.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(seconds)
}

fn telling(city: &Arc<City>, reach: Reach) -> Arc<Webhooks> {
    Webhooks::new(Arc::clone(city), Outbound::trusting(None).unwrap(), reach)
}

/// A city of one place in the west.
async fn city(kept: &Kept) -> (Arc<City>, Arc<Webhooks>) {
    let city = begun(kept, [place(1, 9.19, 48.9)]).await;
    let webhooks = telling(&city, Reach::Any);
    (city, webhooks)
}

async fn write(city: &Arc<City>, change: CityChange) {
    city.apply(change, city.snapshot().revision())
        .await
        .unwrap();
}

/// Sets the seats of a place, as an editor.
async fn seat(city: &Arc<City>, number: u128, seats: u32) {
    let before = city
        .snapshot()
        .place(place_id(number))
        .unwrap()
        .place
        .clone();
    let mut after = before.clone();
    after.facts.seats = Some(seats);
    let (account, role) = (AccountId(Uuid::from_u128(9)), Role::Editor);
    let change = CityChange {
        places: PlaceChange::between(&before, after).into_iter().collect(),
        ..CityChange::by(Author::staff(Actor { account, role }))
    };
    write(city, change).await;
}

async fn now(city: &City, webhook: &Webhook) -> Webhook {
    city.store().webhook(webhook.id).await.unwrap().unwrap()
}

both_stores! {
    async fn a_webhook_hears_of_everything_since_it_is_there_in_order_and_signed(kept: &Kept) {
        let (city, webhooks) = city(kept).await;
        seat(&city, 1, 1).await;
        let receiver = Receiver::start().await;
        let webhook = receiver.listens(&webhooks).await;
        assert!(!webhooks.round(at(1)).await.unwrap());
        assert!(receiver.heard().is_empty(), "what was before is not told");
        seat(&city, 1, 2).await;
        write(&city, adding([place(2, 9.21, 48.9), place(3, 9.5, 48.9)])).await;
        webhooks.round(at(2)).await.unwrap();
        let heard = receiver.heard();
        assert_eq!(heard.len(), 3);
        assert!(receiver.numbers().is_sorted());
        for message in &heard {
            assert!(message.is_signed_with(&webhook.secret));
            assert!(!message.is_signed_with(&Secret("another".into())));
            assert_eq!(message.header("content-type"), "application/json");
            assert_eq!(message.header("x-miteinander-id"), message.json()["id"]);
            let signed_at: i64 = message.header("x-miteinander-timestamp").parse().unwrap();
            assert!((at(2).timestamp()..at(60).timestamp()).contains(&signed_at));
        }
        let first = heard[0].json();
        assert_eq!(first["kind"], "place.changed");
        assert_eq!(first["revision"], 3);
        assert_eq!(first["members"], serde_json::json!(["seats"]));
        assert_eq!(first["districts"], serde_json::json!(["west"]));
        assert_eq!(first["by"], "editor");
        let id = place_id(1).to_string();
        let path = format!("/api/collections/places/items/{id}");
        assert_eq!(first["feature"], serde_json::json!({ "collection": "places", "id": id, "path": path }));
        assert_eq!(heard[1].json()["by"], "import:places");
        assert_eq!(heard[2].json()["districts"], serde_json::json!([]));
        let all = String::from_utf8(heard.iter().flat_map(|own| own.body.to_vec()).collect()).unwrap();
        for secret in ["Ort 1", "Ort 2", &Uuid::from_u128(9).to_string(), "token"] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
        webhooks.round(at(3)).await.unwrap();
        assert_eq!(receiver.heard().len(), 3, "nothing is told twice");
        let heard_at = now(&city, &webhook).await.heard_at.unwrap();
        assert!(heard_at >= at(2) && heard_at < at(60));
    }

    async fn who_does_not_answer_is_asked_again_later_and_hears_everything_in_order(kept: &Kept) {
        let (city, webhooks) = city(kept).await;
        let (deaf, fine) = (Receiver::start().await, Receiver::start().await);
        let webhook = deaf.listens(&webhooks).await;
        fine.listens(&webhooks).await;
        deaf.fails(3);
        seat(&city, 1, 1).await;
        seat(&city, 1, 2).await;
        webhooks.round(at(0)).await.unwrap();
        assert_eq!((deaf.heard().len(), fine.heard().len()), (1, 2));
        let trouble = now(&city, &webhook).await.trouble.unwrap();
        assert_eq!((&*trouble.reason, trouble.attempts), ("status 500", 1));
        webhooks.round(at(20)).await.unwrap();
        assert_eq!(deaf.heard().len(), 1, "half a minute is waited");
        webhooks.round(at(40)).await.unwrap();
        webhooks.round(at(60)).await.unwrap();
        assert_eq!(deaf.heard().len(), 2, "then a whole one");
        webhooks.round(at(110)).await.unwrap();
        webhooks.round(at(400)).await.unwrap();
        let numbers = deaf.numbers();
        assert_eq!(numbers.len(), 5);
        assert!(numbers[..4].iter().all(|number| *number == numbers[0]) && numbers[4] > numbers[0]);
        let ids: Vec<_> = deaf.heard().iter().map(|own| own.header("x-miteinander-id").to_owned()).collect();
        assert_eq!(ids[0], ids[3], "the same message is called the same");
        let healthy = now(&city, &webhook).await;
        assert_eq!((healthy.trouble, healthy.state), (None, WebhookState::Active));
        assert_eq!(fine.heard().len(), 2);
    }

    async fn after_a_week_it_is_given_up_and_goes_on_only_when_somebody_says_so(kept: &Kept) {
        let (city, webhooks) = city(kept).await;
        let receiver = Receiver::start().await;
        let webhook = receiver.listens(&webhooks).await;
        receiver.fails(1000);
        seat(&city, 1, 1).await;
        let mut moment = at(0);
        while let WebhookState::Active = now(&city, &webhook).await.state {
            webhooks.round(moment).await.unwrap();
            let trouble = now(&city, &webhook).await.trouble.unwrap();
            assert!(trouble.next_at - moment <= TimeDelta::days(1) + TimeDelta::seconds(5));
            moment = trouble.next_at;
        }
        let given_up = now(&city, &webhook).await;
        assert_eq!(given_up.state, WebhookState::GivenUp);
        assert!(moment - at(0) >= TimeDelta::days(7) && moment - at(0) <= TimeDelta::days(9));
        let tries = receiver.heard().len();
        assert!((12..30).contains(&tries), "{tries}");
        seat(&city, 1, 2).await;
        webhooks.round(moment + TimeDelta::days(9)).await.unwrap();
        assert_eq!(receiver.heard().len(), tries);
        receiver.ear.lock().unwrap().answers.clear();
        let store = city.store();
        assert!(store.set_webhook_state(webhook.id, WebhookState::Active, &admin()).await.unwrap());
        webhooks.round(moment).await.unwrap();
        assert_eq!(receiver.heard().len(), tries + 2);
        assert_eq!(now(&city, &webhook).await.trouble, None);
    }

    async fn of_several_programs_one_tells_and_another_takes_over_when_it_is_gone(kept: &Kept) {
        let (city, first) = city(kept).await;
        let receiver = Receiver::start().await;
        receiver.listens(&first).await;
        let other = City::open(kept.open().await, miteinander::city::Clock::System).await.unwrap();
        let second = telling(&other, Reach::Any);
        for number in 0..10 {
            seat(&city, 1, number + 1).await;
        }
        let (one, two) = tokio::join!(first.round(at(0)), second.round(at(0)));
        one.unwrap();
        two.unwrap();
        let numbers = receiver.numbers();
        assert_eq!(numbers.len(), 10, "each is told once: {numbers:?}");
        assert!(numbers.is_sorted());
        seat(&city, 1, 50).await;
        // Whoever had the turn is gone; the other waits until it is over.
        let left = if second.round(at(1)).await.is_ok() && receiver.heard().len() == 11 { &first } else { &second };
        let before = receiver.heard().len();
        seat(&city, 1, 51).await;
        left.round(at(30)).await.unwrap();
        assert_eq!(receiver.heard().len(), before);
        left.round(at(90)).await.unwrap();
        assert!(receiver.heard().len() > before);
        assert!(receiver.numbers().is_sorted());
    }

    async fn what_was_told_when_the_program_ended_is_told_again_rather_than_not(kept: &Kept) {
        let (city, webhooks) = city(kept).await;
        let receiver = Receiver::start().await;
        receiver.listens(&webhooks).await;
        seat(&city, 1, 1).await;
        seat(&city, 1, 2).await;
        receiver.ear.lock().unwrap().holds = Some(Arc::default());
        let dying = Arc::clone(&webhooks);
        let round = tokio::spawn(async move { dying.round(at(0)).await });
        receiver.arrived.notified().await;
        round.abort();
        let _ = round.await;
        receiver.ear.lock().unwrap().holds = None;
        // The next program to start, when the turn of the last one is over.
        let again = City::open(kept.open().await, miteinander::city::Clock::System).await.unwrap();
        telling(&again, Reach::Any).round(at(120)).await.unwrap();
        let heard = receiver.numbers();
        assert_eq!(heard.len(), 3);
        assert!(heard[0] == heard[1] && heard[2] > heard[1], "{heard:?}");
    }

    async fn a_webhook_hears_only_what_it_asked_for_and_what_may_be_in_its_copy(kept: &Kept) {
        let (city, webhooks) = city(kept).await;
        let (east, closings) = (Receiver::start().await, Receiver::start().await);
        let districts = vec!["ost".parse().unwrap()];
        east.listens_to(&webhooks, Subscription { kinds: Vec::new(), districts }).await;
        let kinds = vec!["place.closed".parse().unwrap()];
        closings.listens_to(&webhooks, Subscription { kinds, districts: Vec::new() }).await;
        write(&city, adding([place(2, 9.19, 48.9), place(3, 9.21, 48.9)])).await;
        // One moves out of the east, one is gone.
        let moved = PlaceChange::between(&place(3, 9.21, 48.9), place(3, 9.19, 48.9));
        write(&city, CityChange { places: moved.into_iter().collect(), ..CityChange::by(Author::command_line()) }).await;
        let gone = PlaceRemoval { place: place(2, 9.19, 48.9), undoes: None };
        write(&city, CityChange { places_removed: vec![gone], ..CityChange::by(Author::command_line()) }).await;
        let refuge = CityChange { refuges: vec![place_id(3)], ..CityChange::by(Author::import("osm")) };
        webhooks.round(at(0)).await.unwrap();
        let told: Vec<_> = east.heard().iter().map(|own| own.json()["kind"].clone()).collect();
        assert_eq!(told, ["place.added", "place.changed"], "what was gone had been in the west");
        assert_eq!(east.heard()[1].json()["districts"], serde_json::json!(["west", "ost"]));
        // Of a place of refuge nothing is known any more, and whoever has a copy has to hear that.
        write(&city, refuge).await;
        webhooks.round(at(1)).await.unwrap();
        let told = east.heard().last().unwrap().json();
        assert_eq!((&told["kind"], &told["districts"]), (&"place.removed".into(), &serde_json::json!([])));
        assert!(closings.heard().is_empty());
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_the_house_is_not_entered() {
    let kept = Kept::new(crate::fixture::Database::Sqlite).await.unwrap();
    let (city, webhooks) = city(&kept).await;
    let (door, behind) = (Receiver::start().await, Receiver::start().await);
    let webhook = door.listens(&webhooks).await;
    door.answers((StatusCode::FOUND, [(header::LOCATION, behind.url.clone())]));
    seat(&city, 1, 1).await;
    webhooks.round(at(0)).await.unwrap();
    assert_eq!((door.heard().len(), behind.heard().len()), (1, 0));
    assert_eq!(
        &*now(&city, &webhook).await.trouble.unwrap().reason,
        "status 302"
    );
    // The same webhook on a server that may not enter the house.
    let careful = telling(&city, Reach::Public);
    careful.round(at(60)).await.unwrap();
    careful.round(at(200)).await.unwrap();
    assert_eq!(door.heard().len(), 1);
    assert_eq!(
        &*now(&city, &webhook).await.trouble.unwrap().reason,
        "out-of-reach"
    );
    assert_eq!(careful.ping(&webhook).await, Err("out-of-reach".to_owned()));
    assert_eq!(webhooks.ping(&webhook).await, Ok(()));
    let ping = door.heard().last().unwrap().clone();
    assert!(ping.json()["kind"] == "ping" && ping.is_signed_with(&webhook.secret));
}

#[tokio::test]
async fn a_long_backlog_is_told_in_rounds_and_what_nobody_wants_is_passed_over() {
    let kept = Kept::new(crate::fixture::Database::Sqlite).await.unwrap();
    let (city, webhooks) = city(&kept).await;
    let receiver = Receiver::start().await;
    let kinds = vec!["place.changed".parse().unwrap()];
    let subscription = Subscription {
        kinds,
        districts: Vec::new(),
    };
    let webhook = receiver.listens_to(&webhooks, subscription).await;
    write(
        &city,
        adding((2..=500).map(|number| place(number, 9.19, 48.9))),
    )
    .await;
    seat(&city, 1, 1).await;
    let mut rounds = 1;
    while webhooks.round(at(rounds)).await.unwrap() {
        rounds += 1;
    }
    assert_eq!((rounds, receiver.heard().len()), (3, 1));
    assert_eq!(
        now(&city, &webhook).await.through,
        city.store().last_entry().await.unwrap()
    );
}

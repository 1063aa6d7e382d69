//! The people of the city at the router: how long logging in and saving a place take, guard, rules and store included.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use miteinander::auth::accounts;
use miteinander::auth::password::{self, Line};
use miteinander::city::{City, Clock};
use miteinander::domain::PlaceId;
use miteinander::domain::staff::{AccountName, Role, Roles};
use miteinander::domain::trail::Author;
use miteinander::gate::{Gate, Proxies, Rates};
use miteinander::store::{Hand, Store};
use miteinander::{api, pages};
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::apart;
use crate::synthetic::Dice;
use crate::table::{Sample, Table};

const PLACES: usize = 100_000;
const LOG_INS: u32 = 200;
const EDITS: u32 = 1_000;

pub fn measure(table: &mut Table) {
    apart::measure("staff", &[PLACES], table, staff);
}

fn staff(count: usize, table: &mut Table) {
    let runtime = Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    apart::fill("staff", &runtime, folder.path(), count);
    let desk = runtime.block_on(Desk::open(folder.path()));
    let (whole, beyond): (Vec<_>, Vec<_>) = (0..LOG_INS)
        .map(|_| runtime.block_on(desk.log_in()))
        .unzip();
    let (whole, beyond) = (Sample::from(whole), Sample::from(beyond));
    let figure = format!("{count} places: logging in; the same beyond hashing the password");
    table.row(
        &figure,
        &format!("{whole}; {beyond}"),
        "p99 <= 50 ms beyond",
    );
    let cookies = runtime.block_on(desk.cookies());
    let mut dice = Dice(5);
    let edits = Sample::of(0..EDITS, |number| {
        runtime.block_on(desk.edit(number, &cookies, &mut dice));
    });
    let figure = format!("{count} places: PATCH of a place, from request to answer");
    table.row(&figure, &edits.to_string(), "p99 <= 50 ms");
}

/// The application around a city, with one account.
struct Desk {
    city: Arc<City>,
    app: Router,
    password: String,
}

impl Desk {
    async fn open(folder: &std::path::Path) -> Self {
        let store = Store::open_folder(folder).await.unwrap();
        let city = City::open(store, Clock::System).await.unwrap();
        let name: AccountName = "frida".parse().unwrap();
        let roles: Roles = [Role::Editor].into_iter().collect();
        let hand = Hand {
            author: Author::command_line(),
            at: city.now(),
        };
        let first = accounts::add(&city, name, roles, &hand)
            .await
            .unwrap()
            .unwrap();
        let pages = pages::router(Arc::clone(&city));
        let paths = api::router(Arc::clone(&city)).merge(pages);
        let rates = Rates {
            reads: None,
            costly: None,
            log_ins: None,
            ..Rates::DEFAULT
        };
        let gate = Gate::new(Proxies::NONE, rates);
        Self {
            app: api::within_limits(paths, Arc::clone(&city), gate),
            city,
            password: first.secret().to_owned(),
        }
    }

    /// How long it takes, and how long beyond what hashing takes that was done just before.
    async fn log_in(&self) -> (Duration, Duration) {
        let name = "frida".parse().unwrap();
        let (_, hash) = self
            .city
            .store()
            .account_named(&name)
            .await
            .unwrap()
            .unwrap();
        let typed = Arc::from(self.password.as_str());
        let begin = Instant::now();
        assert!(password::is_right(typed, hash, Line::Known).await.unwrap());
        let hashing = begin.elapsed();
        let begin = Instant::now();
        self.entered().await;
        let whole = begin.elapsed();
        (whole, whole.saturating_sub(hashing))
    }

    /// Logs in; the cookies it brings.
    async fn entered(&self) -> String {
        let form = format!("name=frida&password={}", self.password);
        let request = asked(Method::POST, "/anmelden")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self
            .app
            .clone()
            .oneshot(request.body(Body::from(form)).unwrap());
        let answer = answer.await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let set = answer.headers().get_all(header::SET_COOKIE).iter();
        let pairs = set.filter_map(|line| line.to_str().unwrap().split(';').next());
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// The cookies of a session that may edit: a first password has to be followed by an own one.
    async fn cookies(&self) -> String {
        let cookies = self.entered().await;
        let form = format!(
            "password={}&new-password=Regen+auf+dem+Marktplatz&again=Regen+auf+dem+Marktplatz",
            self.password
        );
        let request = asked(Method::POST, "/verwaltung/konto/passwort")
            .header(header::COOKIE, &cookies)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self
            .app
            .clone()
            .oneshot(request.body(Body::from(form)).unwrap());
        assert_eq!(answer.await.unwrap().status(), StatusCode::SEE_OTHER);
        cookies
    }

    /// Gives a place another number of seats.
    async fn edit(&self, number: u32, cookies: &str, dice: &mut Dice) {
        let (id, version) = {
            let snapshot = self.city.snapshot();
            let share = dice.below(u32::try_from(snapshot.places().len()).unwrap());
            let place = &snapshot.places().nth(share as usize).unwrap().place;
            (place.id, place.version())
        };
        self.patch(id, &version.to_string(), number + 1, cookies)
            .await;
    }

    async fn patch(&self, id: PlaceId, version: &str, seats: u32, cookies: &str) {
        let body = format!("{{\"properties\":{{\"seats\":{seats}}}}}");
        let request = asked(Method::PATCH, &format!("/api/staff/places/{id}"))
            .header(header::COOKIE, cookies)
            .header(header::IF_MATCH, format!("\"{version}\""))
            .header(header::CONTENT_TYPE, "application/merge-patch+json");
        let answer = self
            .app
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap());
        let answer = answer.await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    }
}

fn asked(method: Method, address: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(address)
        .header(header::HOST, "localhost")
        .header("sec-fetch-site", "same-origin")
}

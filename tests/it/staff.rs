//! The people of the city at the real router: who may do what, coming in, staying in, going out.

mod account;
mod places;
pub(crate) mod provider;
mod roles;
mod several;
mod sso;
mod suggestions;
mod tables;
mod taking_back;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use chrono::{DateTime, Utc};
use miteinander::auth::token::Token;
use miteinander::city::City;
use miteinander::domain::account::{Account, Password};
use miteinander::domain::staff::{AccountId, Role, Roles};
use miteinander::domain::trail::Author;
use miteinander::gate::Gate;
use miteinander::store::Hand;
use miteinander::{api, pages};
use tower::ServiceExt;
use uuid::Uuid;

use crate::fixture::{Kept, begun, place};

/// What the server is called in these tests.
pub(crate) const HOST: &str = "treff.example.org";

/// A password that keeps the rules.
pub(crate) const PASSWORD: &str = "Regen auf dem Marktplatz";

/// The application around a city, asked as a browser asks.
pub(crate) struct Office {
    pub(crate) city: Arc<City>,
    app: Router,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |own| own.to_str().unwrap())
    }
}

impl Office {
    /// A city of two districts and a few places.
    pub(crate) async fn open(kept: &Kept) -> Self {
        let places = (1..=3).map(|number| place(number, 9.19, 48.9));
        Self::around(begun(kept, places).await)
    }

    pub(crate) fn around(city: Arc<City>) -> Self {
        let pages = pages::router(Arc::clone(&city));
        let app = api::within_limits(
            api::router(Arc::clone(&city)).merge(pages),
            Arc::clone(&city),
            Gate::default(),
        );
        Self { city, app }
    }

    /// The same with something that handlers find with each request.
    pub(crate) fn with(self, found: impl Clone + Send + Sync + 'static) -> Self {
        let app = self.app.layer(axum::Extension(found));
        Self { app, ..self }
    }

    /// A request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// A request of the browser that holds `cookies`, from a page of ours.
    pub(crate) async fn ask(
        &self,
        method: Method,
        address: &str,
        cookies: &str,
        kind: &str,
        body: impl Into<Body>,
    ) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, kind)
            .header(header::COOKIE, cookies);
        self.send(request.body(body.into()).unwrap()).await
    }

    pub(crate) async fn get(&self, address: &str, cookies: &str) -> Answer {
        self.ask(Method::GET, address, cookies, "text/plain", Body::empty())
            .await
    }

    pub(crate) async fn post(&self, address: &str, cookies: &str, form: &[(&str, &str)]) -> Answer {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.extend_pairs(form);
        let kind = "application/x-www-form-urlencoded";
        self.ask(Method::POST, address, cookies, kind, text.finish())
            .await
    }

    /// A session of a new account with these roles, without a password: the cookies a browser would hold.
    pub(crate) async fn cookies(&self, roles: &[Role]) -> String {
        let account = account(&Uuid::new_v4().simple().to_string(), roles);
        assert!(
            self.city
                .store()
                .add_account(&account, None, &hand())
                .await
                .unwrap()
        );
        self.session(account.id, self.city.now()).await
    }

    /// A session of an account that began at a moment.
    pub(crate) async fn session(&self, account: AccountId, at: DateTime<Utc>) -> String {
        let (session, browser) = (Token::random().unwrap(), Token::random().unwrap());
        let store = self.city.store();
        store
            .begin_session(account, &session.digest(), None, &browser.digest(), at)
            .await
            .unwrap();
        format!(
            "__Host-sitzung={}; __Host-browser={}",
            session.secret(),
            browser.secret()
        )
    }

    /// An account called `name` with [`PASSWORD`].
    pub(crate) async fn hire(&self, name: &str, roles: &[Role]) -> AccountId {
        let account = account(name, roles);
        let password = Password::chosen(PASSWORD, &account.name).unwrap();
        let hash = miteinander::auth::password::hash(password).await.unwrap();
        assert!(
            self.city
                .store()
                .add_account(&account, Some(&hash), &hand())
                .await
                .unwrap()
        );
        account.id
    }

    /// Logs in with the cookies a browser holds already.
    pub(crate) async fn log_in(&self, name: &str, password: &str, cookies: &str) -> Answer {
        self.post(
            "/anmelden",
            cookies,
            &[("name", name), ("password", password)],
        )
        .await
    }
}

/// The cookies that an answer makes a browser hold.
pub(crate) fn cookies_of(answer: &Answer) -> String {
    let set = answer.headers.get_all(header::SET_COOKIE).iter();
    let pairs = set.filter_map(|line| line.to_str().unwrap().split(';').next());
    pairs.collect::<Vec<_>>().join("; ")
}

pub(crate) fn hand() -> Hand {
    Hand {
        author: Author::command_line(),
        at: crate::fixture::wednesday_afternoon(),
    }
}

pub(crate) fn account(name: &str, roles: &[Role]) -> Account {
    Account {
        id: AccountId(Uuid::new_v4()),
        name: name.parse().unwrap(),
        roles: roles.iter().copied().collect::<Roles>(),
        is_disabled: false,
        must_change: false,
        has_password: true,
        subject: None,
        created_on: chrono::NaiveDate::default(),
    }
}

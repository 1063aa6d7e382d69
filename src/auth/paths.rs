//! Adding paths: none is added without the table of access being asked.

use std::sync::Arc;

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{MethodRouter, delete, get, patch, post, put};

use crate::auth::access::{self, Who};
use crate::auth::guard::{Guard, Refusal, guard};
use crate::city::City;

/// How a refusal is told: as a page, or as a problem document.
pub type Tell = fn(&City, Refusal, &Parts) -> Response;

/// A router under construction, whose every path is guarded as the table of [`access`] says.
pub struct Paths {
    router: Router<Arc<City>>,
    city: Arc<City>,
    tell: Tell,
    listed: Vec<(Method, &'static str)>,
}

impl Paths {
    /// No path yet; refusals are told by `tell`.
    #[must_use]
    pub fn new(city: Arc<City>, tell: Tell) -> Self {
        Self {
            router: Router::new(),
            city,
            tell,
            listed: Vec::new(),
        }
    }

    /// Answers `GET` (and `HEAD`) at `path`.
    #[must_use]
    pub fn get<H: Handler<T, Arc<City>>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, get(handler))
    }

    /// Answers `POST` at `path`.
    #[must_use]
    pub fn post<H: Handler<T, Arc<City>>, T: 'static>(
        self,
        path: &'static str,
        handler: H,
    ) -> Self {
        self.add(Method::POST, path, post(handler))
    }

    /// Answers `PUT` at `path`.
    #[must_use]
    pub fn put<H: Handler<T, Arc<City>>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::PUT, path, put(handler))
    }

    /// Answers `PATCH` at `path`.
    #[must_use]
    pub fn patch<H: Handler<T, Arc<City>>, T: 'static>(
        self,
        path: &'static str,
        handler: H,
    ) -> Self {
        self.add(Method::PATCH, path, patch(handler))
    }

    /// Answers `DELETE` at `path`.
    #[must_use]
    pub fn delete<H: Handler<T, Arc<City>>, T: 'static>(
        self,
        path: &'static str,
        handler: H,
    ) -> Self {
        self.add(Method::DELETE, path, delete(handler))
    }

    /// Answers one method at `path` by a route that may have layers of its own.
    #[must_use]
    pub fn add(
        mut self,
        method: Method,
        path: &'static str,
        route: MethodRouter<Arc<City>>,
    ) -> Self {
        let route = match access::who(&method, path) {
            Who::Everyone => route,
            who => {
                let guarded = Guard {
                    city: Arc::clone(&self.city),
                    who,
                    tell: self.tell,
                };
                route.route_layer(from_fn_with_state(guarded, guard))
            }
        };
        self.router = self.router.route(path, route);
        self.listed.push((method, path));
        self
    }

    /// Wraps the paths added so far.
    #[must_use]
    pub fn map(mut self, wrap: impl FnOnce(Router<Arc<City>>) -> Router<Arc<City>>) -> Self {
        self.router = wrap(self.router);
        self
    }

    /// Every method and path that was added.
    #[must_use]
    pub fn listed(&self) -> &[(Method, &'static str)] {
        &self.listed
    }

    /// The router.
    pub fn into_router(self) -> Router {
        self.router.with_state(self.city)
    }
}

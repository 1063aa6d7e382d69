//! What stands before and behind every path: who asks and how much, bodies with limits, answers with headers.

use std::sync::Arc;

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ALLOW, CONNECTION, CONTENT_LENGTH, RETRY_AFTER,
    STRICT_TRANSPORT_SECURITY,
};
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;

use super::problem::{self, Problem};
use crate::city::City;
use crate::gate::{
    BARE_HEADERS, Class, Client, Ended, Fate, Forwarded, Gate, KEPT_TO_TLS, NoRoom, Peer, Shut,
    most_bytes, watched,
};
use crate::pages;
use crate::query::PublicUrl;

/// What the gate needs to let somebody pass, or to say why not.
#[derive(Clone)]
pub(super) struct Keeper {
    pub(super) city: Arc<City>,
    pub(super) gate: Arc<Gate>,
}

/// Lets a request pass that its network may ask, with a body that is neither too long nor too slow.
pub(super) async fn gated(
    State(keeper): State<Keeper>,
    mut request: Request,
    next: Next,
) -> Response {
    // Nobody further in learns an address.
    let peer = request.extensions_mut().remove::<Peer>();
    let snapshot = keeper.city.snapshot();
    let shared = &snapshot.settings().safety.shared_networks;
    let (client, said) = keeper.gate.meet(peer, request.headers_mut(), shared);
    let is_secure = is_secure(&request, &said);
    let asked = Asked::of(&request);
    let taken = client.take(class_of(request.uri().path()));
    let mut answer = if let Err(wait) = taken {
        keeper.refuse(&asked, Shut::TooMany, Some(wait))
    } else {
        request.extensions_mut().insert(client);
        request.extensions_mut().insert(said);
        keeper.pass(&asked, request, next).await
    };
    let headers = answer.headers_mut();
    for (name, value) in BARE_HEADERS {
        headers.entry(name).or_insert(value);
    }
    if is_secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, KEPT_TO_TLS);
    }
    answer
}

impl Keeper {
    async fn pass(&self, asked: &Asked, request: Request, next: Next) -> Response {
        let path = request.extensions().get::<MatchedPath>();
        let most = most_bytes(path.map(MatchedPath::as_str));
        if claims_more(request.headers(), most) {
            return self.cut_off(asked, Ended::TooLarge, most);
        }
        let (request, fate) = self.watch(request, most);
        let answer = next.run(request).await;
        match fate.and_then(|fate| fate.ended()) {
            Some(ended) => self.cut_off(asked, ended, most),
            None => self.quieted(asked, answer),
        }
    }

    /// The same answer, unless it is a document for programs where a page must be quiet.
    fn quieted(&self, asked: &Asked, answer: Response) -> Response {
        if !problem::is_document(answer.headers()) {
            return answer;
        }
        let snapshot = self.city.snapshot();
        let Some(mut page) = pages::failed_at(&snapshot, &asked.0, answer.status()) else {
            return answer;
        };
        if let Some(allow) = answer.headers().get(ALLOW) {
            page.headers_mut().insert(ALLOW, allow.clone());
        }
        page
    }

    /// The request with its body watched, if it has one.
    fn watch(&self, request: Request, most: usize) -> (Request, Option<Fate>) {
        if request.body().is_end_stream() {
            return (request, None);
        }
        let (parts, body) = request.into_parts();
        let (body, fate) = watched(body, most, self.gate.patience);
        (Request::from_parts(parts, body), Some(fate))
    }

    /// The answer to a body that nobody reads on. What still comes of it is not waited for.
    fn cut_off(&self, asked: &Asked, ended: Ended, most: usize) -> Response {
        let shut = match ended {
            Ended::TooLarge => Shut::TooLarge { most_bytes: most },
            Ended::TooSlow => Shut::TooSlow,
        };
        let mut answer = self.refuse(asked, shut, None);
        let close = HeaderValue::from_static("close");
        answer.headers_mut().insert(CONNECTION, close);
        answer
    }

    /// Says why not: programs get a problem document, people a page.
    fn refuse(&self, asked: &Asked, shut: Shut, wait: Option<TimeDelta>) -> Response {
        let mut answer = if asked.is_api() {
            Problem::shut(shut, wait).into_response()
        } else {
            pages::shut_at(&self.city.snapshot(), &asked.0, shut)
        };
        let headers = answer.headers_mut();
        if let Some(wait) = wait {
            headers.insert(RETRY_AFTER, wait.num_seconds().into());
        }
        if asked.is_api() {
            // Pages of other sites may read the API, so they may read why it does not answer.
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        answer
    }
}

/// What an answer to a request that is refused depends on.
struct Asked(Uri);

impl Asked {
    fn of(request: &Request) -> Self {
        Self(request.uri().clone())
    }

    fn is_api(&self) -> bool {
        let is_in = |room: &str| {
            let rest = self.0.path().strip_prefix(room);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        is_in("/api") || is_in("/health")
    }
}

/// What a request is counted as. Handlers count by themselves what only they can refuse well: a suggestion, a log-in.
fn class_of(path: &str) -> Class {
    let is_list = matches!(path, "/" | "/liste") || path.ends_with("/items");
    let is_page = ["/weg/", "/stadtteile/", "/planung", "/sicherheit"]
        .iter()
        .any(|own| path.starts_with(own));
    match path {
        "/api/route" | "/api/events.ics" | "/api/changes.atom" | "/api/ways/measured"
        | "/vor-ort" | "/umfeld/angaben" => Class::Costly,
        _ if is_list || is_page => Class::Costly,
        _ if path.starts_with("/api/coverage") || path.starts_with("/api/barrier-free") => {
            Class::Costly
        }
        _ => Class::Read,
    }
}

/// Whether a body is longer than it may be by its own word: then it is refused unread.
fn claims_more(headers: &HeaderMap, most: usize) -> bool {
    let length = headers.get(CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    length.is_some_and(|length| length > most)
}

fn is_secure(request: &Request, said: &Forwarded) -> bool {
    let public = request.extensions().get::<PublicUrl>();
    public.map_or(said.is_secure == Some(true), PublicUrl::is_secure)
}

/// Answers up to this size are gone at once: what waits for them is the operating system.
const SMALL_BYTES: u64 = 16 << 10;

/// Finds room for an answer until it is sent, or says that there is none.
pub(super) async fn held(State(keeper): State<Keeper>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let network = request.extensions().get().and_then(Client::network);
    let answer = next.run(request).await;
    let bytes = answer
        .size_hint()
        .exact()
        .filter(|bytes| *bytes > SMALL_BYTES);
    let (Some(network), Some(bytes)) = (network, bytes) else {
        return answer;
    };
    let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
    let wait = Some(TimeDelta::seconds(2));
    match keeper.gate.holdings().lend(network, bytes) {
        Err(NoRoom::OfOne) => keeper.refuse(&asked, Shut::TooMany, wait),
        Err(NoRoom::OfAll) => keeper.refuse(&asked, Shut::Busy, wait),
        Ok(hold) => {
            let (parts, body) = answer.into_parts();
            match to_bytes(body, bytes).await {
                Ok(bytes) => Response::from_parts(parts, Body::from(hold.of(bytes))),
                Err(error) => Problem::internal(&error).into_response(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_counted_by_what_it_costs() {
        for path in [
            "/orte/x",
            "/vorschlagen",
            "/assets/x.js",
            "/api/collections/places/items/x",
        ] {
            assert_eq!(class_of(path), Class::Read, "{path}");
        }
        for path in [
            "/",
            "/liste",
            "/stadtteile/mitte",
            "/weg/x-12345678",
            "/api/collections/places/items",
            "/api/route",
            "/api/changes.atom",
            "/api/coverage",
            "/api/coverage/what-if",
            "/api/barrier-free",
            "/planung/barrierefrei",
            "/api/ways/measured",
            "/vor-ort",
            "/sicherheit",
        ] {
            assert_eq!(class_of(path), Class::Costly, "{path}");
        }
    }

    #[test]
    fn what_begins_like_the_api_is_not_the_api() {
        let is_api = |path| Asked::of(&Request::get(path).body(Body::empty()).unwrap()).is_api();
        assert!(is_api("/api") && is_api("/api/route?x=y") && is_api("/health/live"));
        assert!(!is_api("/apis") && !is_api("/") && !is_api("/orte/api"));
    }
}

//! Answers over HTTP, side by side with a bare axum handler that sends the same bytes.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::Uri;
use axum::routing::get;
use miteinander::api;
use miteinander::city::{City, Clock};
use miteinander::domain::allowance::Rate;
use miteinander::gate::{Gate, Proxies, Rates};
use miteinander::store::Store;

use crate::load::{answers_per_second, request, store_city};
use crate::synthetic::{Dice, city};
use crate::table::Table;

const SPAN: Duration = Duration::from_secs(3);
const ROUNDS: usize = 3;

pub fn measure(table: &mut Table) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    store_city(&runtime, folder.path(), city(100_000));
    runtime.block_on(async {
        let store = Store::open_folder(folder.path()).await.unwrap();
        let city = City::open(store, Clock::System).await.unwrap();
        let own = listen(served(city)).await;
        let mut dice = Dice(3);
        let mut paths = |make: fn(f64, f64) -> String| {
            let places = (0..500)
                .map(|_| dice.location())
                .map(|at| make(at.lon(), at.lat()));
            places.collect::<Vec<_>>()
        };
        let near = paths(|lon, lat| format!("/api/places/near?lon={lon}&lat={lat}&free=true"));
        let boxes = paths(|lon, lat| {
            format!(
                "/api/collections/places/items?bbox={lon},{lat},{},{}&limit=20",
                lon + 0.006,
                lat + 0.004
            )
        });
        compare(table, "near, 20 of 100,000, free", own, near, ">= 0.6").await;
        compare(
            table,
            "items in a box of 440 x 440 m, 20 a page",
            own,
            boxes,
            ">= 0.6",
        )
        .await;
    });
}

/// The API behind its gate, which counts as ever but lets the one client of a benchmark ask as fast as it can.
pub fn served(city: Arc<City>) -> Router {
    let all = Some(Rate::a_minute(u32::MAX));
    let rates = Rates {
        reads: all,
        costly: all,
        ..Rates::DEFAULT
    };
    let gate = Gate::new(Proxies::NONE, rates);
    api::within_limits(api::router(Arc::clone(&city)), city, gate)
}

/// Asks both servers in turn, three rounds each, and compares the best of each: other programs only take away.
pub async fn compare(
    table: &mut Table,
    name: &str,
    own: SocketAddr,
    paths: Vec<String>,
    target: &str,
) {
    let (bare, mean) = bare_twin(own, &paths).await;
    let (mut ours, mut limit) = (0.0_f64, 0.0_f64);
    for _ in 0..ROUNDS {
        ours = ours.max(answers_per_second(own, &paths, SPAN).await);
        limit = limit.max(answers_per_second(bare, &paths, SPAN).await);
    }
    table.row(
        &format!(
            "{name} over HTTP ({mean} bytes), against a bare handler that sends the same bytes"
        ),
        &format!("{ours:.0}/s against {limit:.0}/s: {:.2}", ours / limit),
        target,
    );
}

/// A server that does nothing but send the bytes that `own` answers each path with, and their mean length.
async fn bare_twin(own: SocketAddr, paths: &[String]) -> (SocketAddr, usize) {
    let mut answers = HashMap::new();
    for path in paths {
        let address = path.split(' ').next().unwrap_or_default().to_owned();
        answers.insert(address, Bytes::from(fetch(own, path).await));
    }
    let mean = answers.values().map(Bytes::len).sum::<usize>() / answers.len();
    let answers = Arc::new(answers);
    let send = move |uri: Uri| async move { answers[&uri.to_string()].clone() };
    (listen(Router::new().fallback(get(send))).await, mean)
}

pub async fn fetch(address: SocketAddr, path: &str) -> Vec<u8> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let request = request(path, "connection: close\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let head = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap();
    answer.split_off(head + 4)
}

pub async fn listen(app: Router) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
        .await
        .unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(miteinander::server::serve(
        listener,
        app,
        std::future::pending(),
    ));
    address
}

//! Putting a synthetic city into a store, and clients that ask a server as fast as it answers.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::Utc;
use miteinander::domain::change::{CityChange, Districts, PlaceChange};
use miteinander::domain::trail::{Action, Author};
use miteinander::snapshot::{CityData, Revision};
use miteinander::store::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Stores `city` in `folder`.
pub fn store_city(runtime: &tokio::runtime::Runtime, folder: &Path, city: CityData) {
    let mut change = CityChange::by(Author::import("bench"));
    change.settings = Some(city.settings);
    change.districts = Some(Districts {
        districts: city.districts,
        quarters: city.quarters,
    });
    let added = |place| PlaceChange {
        action: Action::Added,
        place,
        osm: None,
        differs_in: Vec::new(),
    };
    change.places = city.places.into_iter().map(added).collect();
    runtime.block_on(async {
        let store = Store::open_folder(folder).await.unwrap();
        store
            .commit(&change, Revision::default(), Utc::now())
            .await
            .unwrap();
        store.close().await;
    });
}

/// Answers per second on 32 kept-alive connections, each asking the paths in turn.
pub async fn answers_per_second(
    address: std::net::SocketAddr,
    paths: Arc<Vec<String>>,
    span: Duration,
) -> f64 {
    let (done, stop) = (
        Arc::new(AtomicU64::new(0)),
        Arc::new(AtomicBool::new(false)),
    );
    let begin = Instant::now();
    let clients: Vec<_> = (0..32)
        .map(|number| {
            let (paths, done, stop) = (Arc::clone(&paths), Arc::clone(&done), Arc::clone(&stop));
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(address).await.unwrap();
                stream.set_nodelay(true).unwrap();
                let mut buffer = vec![0; 1 << 20];
                for path in paths.iter().cycle().skip(number * 7) {
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                    let request = format!("GET {path} HTTP/1.1\r\nhost: bench\r\n\r\n");
                    stream.write_all(request.as_bytes()).await.unwrap();
                    read_answer(&mut stream, &mut buffer).await;
                    done.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    tokio::time::sleep(span).await;
    stop.store(true, Ordering::Relaxed);
    let elapsed = begin.elapsed();
    let count = done.load(Ordering::Relaxed);
    for client in clients {
        client.await.unwrap();
    }
    count as f64 / elapsed.as_secs_f64()
}

/// Reads one answer with a content length; it must be 200.
async fn read_answer(stream: &mut TcpStream, buffer: &mut [u8]) {
    let mut filled = 0;
    loop {
        filled += stream.read(&mut buffer[filled..]).await.unwrap();
        let head = buffer[..filled]
            .windows(4)
            .position(|four| four == b"\r\n\r\n");
        let Some(head) = head else { continue };
        let text = std::str::from_utf8(&buffer[..head]).unwrap();
        assert!(text.starts_with("HTTP/1.1 200"), "{text}");
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .unwrap();
        if filled == head + 4 + length.parse::<usize>().unwrap() {
            return;
        }
    }
}

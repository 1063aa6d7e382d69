//! Putting a synthetic city into a store, and clients that ask a server as fast as it answers.

use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use miteinander::domain::change::{CityChange, Districts, PlaceChange};
use miteinander::domain::trail::Author;
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
    change.places = city.places.into_iter().map(PlaceChange::added).collect();
    runtime.block_on(async {
        let store = Store::open_folder(folder).await.unwrap();
        store
            .commit(&change, Revision::default(), Utc::now())
            .await
            .unwrap();
        store.close().await;
    });
}

/// How a process is told that it is the client: where to ask, and for how many seconds.
const CLIENT: &str = "MITEINANDER_BENCH_CLIENT";

/// Answers per second to 32 kept-alive connections of a client in a process of its own, as clients are.
pub async fn answers_per_second(address: SocketAddr, paths: &[String], span: Duration) -> f64 {
    let (task, paths) = (
        format!("{address} {}", span.as_secs_f64()),
        paths.join("\n"),
    );
    let client = move || {
        let mut client = Command::new(std::env::current_exe().unwrap())
            .env(CLIENT, task)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        client
            .stdin
            .take()
            .unwrap()
            .write_all(paths.as_bytes())
            .unwrap();
        client.wait_with_output().unwrap().stdout
    };
    let output = tokio::task::spawn_blocking(client).await.unwrap();
    String::from_utf8(output).unwrap().trim().parse().unwrap()
}

/// Plays the client and ends the process, if it was started as one.
pub fn play_client() {
    let Ok(task) = std::env::var(CLIENT) else {
        return;
    };
    let (address, seconds) = task.split_once(' ').unwrap();
    let (address, seconds) = (address.parse().unwrap(), seconds.parse().unwrap());
    let paths: Vec<String> = std::io::stdin().lines().map(Result::unwrap).collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    println!(
        "{}",
        runtime.block_on(ask(address, paths.into(), Duration::from_secs_f64(seconds)))
    );
    std::process::exit(0);
}

/// Asks the paths in turn on each connection, as fast as they are answered.
async fn ask(address: SocketAddr, paths: Arc<[String]>, span: Duration) -> f64 {
    let begin = Instant::now();
    let connections: Vec<_> = (0..32)
        .map(|number| {
            let paths = Arc::clone(&paths);
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(address).await.unwrap();
                stream.set_nodelay(true).unwrap();
                let mut buffer = vec![0; 1 << 20];
                let mut count = 0_u32;
                for path in paths.iter().cycle().skip(number * 7) {
                    if begin.elapsed() > span {
                        break;
                    }
                    let request = request(path, "");
                    stream.write_all(request.as_bytes()).await.unwrap();
                    read_answer(&mut stream, &mut buffer).await;
                    count += 1;
                }
                f64::from(count)
            })
        })
        .collect();
    let mut total = 0.0;
    for connection in connections {
        total += connection.await.unwrap();
    }
    total / begin.elapsed().as_secs_f64()
}

/// A request for a path, which a header may follow after a space; `more` is one more header line.
pub fn request(path: &str, more: &str) -> String {
    let (path, header) = path.split_once(' ').unwrap_or((path, "accept: */*"));
    format!("GET {path} HTTP/1.1\r\nhost: bench\r\n{header}\r\n{more}\r\n")
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

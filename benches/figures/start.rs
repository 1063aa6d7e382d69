//! From the command to the first answer.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::{Sample, Table};

pub fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().unwrap();
    let first = Sample::of(0..10, |number| {
        start(&folder.path().join(number.to_string()))
    });
    let again = Sample::of(0..10, |_| start(&folder.path().join("0")));
    let words = |sample: &Sample| {
        format!(
            "p50 {:.0?}, slowest {:.0?}",
            sample.quantile(0.5),
            sample.quantile(1.0)
        )
    };
    table.row(
        "empty folder to first answer, built-in city",
        &words(&first),
        "<= 0.3 s",
    );
    table.row(
        "existing data to first answer, built-in city",
        &words(&again),
        "<= 0.3 s",
    );
}

/// Starts the program, asks for the nearest place, and stops it.
fn start(data: &std::path::Path) -> Duration {
    let begin = Instant::now();
    let mut server = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(["serve", "--bind", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line.trim().rsplit("//").next().unwrap();
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    let request =
        "GET /api/places/near?lon=9.19&lat=48.9 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200"));
    let elapsed = begin.elapsed();
    server.kill().unwrap();
    server.wait().unwrap();
    elapsed
}

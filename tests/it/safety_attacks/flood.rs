//! Ten thousand reports from a hundred networks, and a thousand from a thousand, at the real program behind a proxy.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use miteinander::reports::Reports;
use miteinander::safety::challenge::is_solved;
use miteinander::safety::winsor::Cap;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::held;
use crate::fixture::{Database, Kept, begun};
use crate::server::Program;

pub(super) const FLOOD: &str = "| a flood from 100 networks: reports taken beyond five of each, or counted beyond three of a kind and week (A12, A15) | 10000 | 0 | 0 | 500 taken, 3 count | - |";
pub(super) const ADDRESSES: &str = "| addresses of senders in logs, database files, their journals and a backup (A9) | 11000 | 0 | 0 | none | - |";

const NETWORKS: usize = 100;
const OF_EACH: usize = 100;
const OTHERS: usize = 1000;

/// Connections of the proxy.
const LINES: usize = 8;

/// So much memory more is nothing that grows.
const FLAT_KB: u64 = 24 * 1024;

/// A sender of a flood: half of the networks are IPv6.
fn sender(number: usize) -> IpAddr {
    let (network, host) = (
        u16::try_from(number % NETWORKS).unwrap(),
        u16::try_from(number / NETWORKS).unwrap(),
    );
    if network.is_multiple_of(2) {
        Ipv4Addr::new(198, 18, network.to_be_bytes()[1], 1 + host.to_be_bytes()[1]).into()
    } else {
        Ipv6Addr::new(
            0x2001,
            0xdb8,
            network,
            1 + host,
            0xa1b2,
            0xc3d4,
            0xe5f6,
            0x1789,
        )
        .into()
    }
}

/// One of a thousand in networks of their own.
fn other(number: usize) -> IpAddr {
    let [high, low] = u16::try_from(number).unwrap().to_be_bytes();
    Ipv4Addr::new(100, 64 + high, low, 7).into()
}

/// A connection of the proxy that is kept open.
struct Line {
    stream: TcpStream,
    puzzle: Option<(String, u64)>,
}

impl Line {
    async fn open(address: &str) -> Self {
        Self {
            stream: TcpStream::connect(address).await.unwrap(),
            puzzle: None,
        }
    }

    /// Sends a request for somebody; status and body of the answer.
    async fn ask(&mut self, request: &str, who: IpAddr, body: &str) -> (u16, String) {
        let text = format!(
            "{request} HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\nx-forwarded-for: {who}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.stream.write_all(text.as_bytes()).await.unwrap();
        let (mut bytes, mut part) = (Vec::new(), [0; 4096]);
        loop {
            let count = self.stream.read(&mut part).await.unwrap();
            assert!(count > 0, "the connection ended");
            bytes.extend_from_slice(&part[..count]);
            let text = String::from_utf8_lossy(&bytes);
            let Some((head, told)) = text.split_once("\r\n\r\n") else {
                continue;
            };
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            if told.len() >= length.map_or(0, |own| own.parse().unwrap()) {
                return (head[9..12].parse().unwrap(), told.to_owned());
            }
        }
    }

    /// Reports for somebody. A puzzle whose report was not taken is used again.
    async fn report(&mut self, cell: &str, who: IpAddr) -> u16 {
        let (puzzle, number) = match self.puzzle.take() {
            Some(own) => own,
            None => self.solved(who).await,
        };
        let report =
            json!({ "cell_500": cell, "category": "dark", "band": "night", "daytype": "fr_sa" });
        let sent = json!({ "report": report, "puzzle": puzzle, "number": number });
        let (status, _) = self
            .ask("POST /api/safety/reports", who, &sent.to_string())
            .await;
        if status != 204 {
            self.puzzle = Some((puzzle, number));
        }
        status
    }

    async fn solved(&mut self, who: IpAddr) -> (String, u64) {
        let (status, told) = self.ask("GET /api/safety/puzzle", who, "").await;
        assert_eq!(status, 200, "{told}");
        let told: Value = serde_json::from_str(&told).unwrap();
        let puzzle = told["puzzle"].as_str().unwrap().to_owned();
        let bits = u32::try_from(told["bits"].as_u64().unwrap()).unwrap();
        let number = (0..u64::MAX)
            .find(|number| is_solved(&puzzle, *number, bits))
            .unwrap();
        (puzzle, number)
    }
}

/// Sends a report for each, over some connections at once: how many were taken, and how many sent away.
async fn sent(address: &str, cell: &str, senders: &[IpAddr]) -> (usize, usize) {
    let taken = Arc::new(AtomicUsize::new(0));
    let away = Arc::new(AtomicUsize::new(0));
    let lines = (0..LINES).map(|line| {
        let own: Vec<_> = senders.iter().copied().skip(line).step_by(LINES).collect();
        let (address, cell) = (address.to_owned(), cell.to_owned());
        let (taken, away) = (Arc::clone(&taken), Arc::clone(&away));
        tokio::spawn(async move {
            let mut line = Line::open(&address).await;
            for who in own {
                match line.report(&cell, who).await {
                    204 => taken.fetch_add(1, Ordering::Relaxed),
                    429 => away.fetch_add(1, Ordering::Relaxed),
                    status => panic!("answered {status}"),
                };
            }
        })
    });
    for line in lines.collect::<Vec<_>>() {
        line.await.unwrap();
    }
    (taken.load(Ordering::Relaxed), away.load(Ordering::Relaxed))
}

/// Memory of the program, where Linux tells it.
fn resident_kb(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// All bytes of a folder, with the journals of the databases.
fn bytes_of(folder: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .filter(|path| path.is_file())
        .flat_map(|path| std::fs::read(path).unwrap())
        .collect()
}

/// The ways in which an address may be written.
fn written(who: IpAddr) -> Vec<Vec<u8>> {
    let (bytes, hexadecimal) = match who {
        // Four bytes may stand anywhere by chance; in digits they do not.
        IpAddr::V4(ip) => (None, format!("{:08x}", ip.to_bits())),
        IpAddr::V6(ip) => (Some(ip.octets().to_vec()), format!("{:032x}", ip.to_bits())),
    };
    let texts = [who.to_string().into_bytes(), hexadecimal.into_bytes()];
    texts.into_iter().chain(bytes).collect()
}

/// How many of some addresses stand in bytes.
fn found(bytes: &[u8], senders: &[IpAddr]) -> usize {
    // One look for all that begin alike, and then a close one.
    let begins: std::collections::HashSet<[u8; 4]> = senders
        .iter()
        .flat_map(|who| written(*who))
        .map(|text| text[..4].try_into().unwrap())
        .collect();
    let all: std::collections::HashSet<Vec<u8>> =
        senders.iter().flat_map(|who| written(*who)).collect();
    let lengths: std::collections::BTreeSet<usize> = all.iter().map(Vec::len).collect();
    let at = (0..bytes.len().saturating_sub(3)).filter(|at| begins.contains(&bytes[*at..*at + 4]));
    at.filter(|at| {
        let rest = &bytes[*at..];
        lengths
            .iter()
            .any(|length| rest.get(..*length).is_some_and(|part| all.contains(part)))
    })
    .count()
}

#[test]
fn an_address_would_be_found() {
    let senders: Vec<_> = (0..300).map(sender).collect();
    for who in &senders[..4] {
        for text in written(*who) {
            let bytes = [b"log: from ".to_vec(), text, b" at noon".to_vec()].concat();
            assert_eq!(found(&bytes, &senders), 1, "{who}");
        }
    }
    assert_eq!(
        found(b"198.18.250.1 CRS3035RES500mN2863500E4262000", &senders),
        0
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_is_held_off_with_flat_memory_and_leaves_no_address() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let city = begun(&kept, []).await;
    let cell = city
        .snapshot()
        .safety_ground()
        .cells()
        .next()
        .unwrap()
        .0
        .to_string();
    city.store().close().await;
    drop(city);
    let Kept::Folder(folder) = &kept else {
        panic!("a folder")
    };
    let more = ["--trusted-proxy", "127.0.0.1", "--puzzle-bits", "2"].map(str::to_owned);
    let program = Program::serve(kept.arguments().into_iter().chain(more), "debug").await;
    let address = program.address().to_owned();

    let senders: Vec<IpAddr> = (0..NETWORKS * OF_EACH).map(sender).collect();
    let (first, rest) = senders.split_at(2_000);
    let (taken, _) = sent(&address, &cell, first).await;
    let before = resident_kb(program.id());
    let (again, away) = sent(&address, &cell, rest).await;
    assert_eq!((taken, again, away), (5 * NETWORKS, 0, rest.len()));
    let after = resident_kb(program.id());
    println!("memory before and after 8,000 reports: {before:?} and {after:?} kB");
    assert!(
        before
            .zip(after)
            .is_none_or(|(before, after)| after < before + FLAT_KB)
    );

    // Others are not shut out by it.
    let others: Vec<IpAddr> = (0..OTHERS).map(other).collect();
    assert_eq!(sent(&address, &cell, &others).await, (OTHERS, 0));
    let (status, _) = Line::open(&address)
        .await
        .ask("GET /api/safety/releases", other(1), "")
        .await;
    assert_eq!(status, 200);

    let all: Vec<_> = senders.iter().chain(&others).copied().collect();
    // A backup of the running program, journals and all, and what it leaves.
    let mut traces = bytes_of(folder.path());
    let (code, said) = program.end("-TERM").await;
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.is_empty(), "little is logged");
    traces.extend(said.as_bytes());
    traces.extend(bytes_of(folder.path()));
    held(ADDRESSES, all.len(), found(&traces, &all));

    let reports = Reports::open_folder(folder.path())
        .await
        .unwrap()
        .all()
        .await
        .unwrap();
    assert_eq!(reports.len(), 5 * NETWORKS + OTHERS);
    let mut cap = Cap::default();
    let count = reports.iter().filter(|own| cap.lets_through(own)).count();
    // Three, and three more where a week ended meanwhile.
    let weeks: std::collections::BTreeSet<_> = reports.iter().map(|own| own.week).collect();
    held(FLOOD, senders.len(), count - 3 * weeks.len());
}

//! Real connections: slow clients, clients that leave, clients that speak no HTTP, and the end of the program.

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use miteinander::gate::{Proxies, Proxy};
use miteinander::server::{Limits, serve_within};
use tempfile::{NamedTempFile, TempDir};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::fixture::{Database, Kept, begun};

/// Where clients are that are nowhere else.
pub(crate) const HOME: [u8; 4] = [127, 0, 0, 1];

/// Longer than anything here takes.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) const IMPATIENT: Limits = Limits {
    connections: 100,
    of_one_network: 100,
    proxies: Proxies::NONE,
    head: Duration::from_millis(200),
    stall: Duration::from_millis(200),
    farewell: Duration::from_millis(200),
};

/// A server in this process.
pub(crate) struct Serving {
    address: SocketAddr,
    stop: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Serving {
    pub(crate) async fn start(limits: Limits, app: Router) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = Arc::new(Notify::new());
        let told = Arc::clone(&stop);
        let stopped = async move { told.notified().await };
        let task = tokio::spawn(serve_within(limits, listener, app, stopped));
        Self {
            address,
            stop,
            task,
        }
    }

    pub(crate) async fn send(&self, text: &str) -> TcpStream {
        self.send_from(HOME, text).await
    }

    /// Sends from an address of this machine; the fourth number aside, each is a network of its own.
    pub(crate) async fn send_from(&self, client: [u8; 4], text: &str) -> TcpStream {
        send_to(self.address, client, text).await
    }

    /// Asks on a connection of its own and reads to its end.
    pub(crate) async fn ask(&self, text: &str) -> String {
        read(self.send(text).await).await
    }

    pub(crate) async fn assert_alive(&self) {
        let answer = self
            .ask("GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
            .await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

async fn send_to(server: SocketAddr, client: [u8; 4], text: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from((client, 0))).unwrap();
    let mut stream = socket.connect(server).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

/// What a connection still says; it must end by itself.
pub(crate) async fn read(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    // A reset is an end too.
    let ended = timeout(PATIENCE, stream.read_to_end(&mut bytes)).await;
    assert!(ended.is_ok(), "the connection stays open");
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn city_app() -> (Router, Kept) {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let city = begun(&kept, []).await;
    (miteinander::api::app(city), kept)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_dawdles_is_cut_off_and_hurts_nobody() {
    let (app, _kept) = city_app().await;
    let serving = Serving::start(IMPATIENT, app).await;
    let half_a_head = serving.send("GET /health/live HTTP/1.1\r\nhos").await;
    let nothing_at_all = serving.send("").await;
    let one_then_nothing = serving
        .send("GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n")
        .await;
    serving.assert_alive().await;
    assert!(!read(half_a_head).await.contains("200 OK"));
    assert_eq!(read(nothing_at_all).await, "");
    assert!(
        read(one_then_nothing).await.contains("200 OK"),
        "it was answered before it went silent"
    );
    serving.assert_alive().await;
}

/// A path with an answer that never ends, and what is told when it is let go.
fn endless() -> (Router, Arc<Notify>) {
    /// Says so when it is let go.
    struct Held(Arc<Notify>);
    impl Drop for Held {
        fn drop(&mut self) {
            self.0.notify_one();
        }
    }
    let let_go = Arc::new(Notify::new());
    let tells = Arc::clone(&let_go);
    let endless = get(async move || {
        let chunks = futures_util::stream::repeat_with({
            let held = Held(tells);
            move || {
                let _held = &held;
                Ok::<_, std::convert::Infallible>(vec![b'x'; 64 * 1024])
            }
        });
        axum::body::Body::from_stream(chunks)
    });
    (Router::new().route("/endless", endless), let_go)
}

const ASK_ENDLESS: &str = "GET /endless HTTP/1.1\r\nhost: x\r\n\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_does_not_read_its_answer_is_cut_off_and_the_answer_let_go() {
    let (app, let_go) = endless();
    let serving = Serving::start(IMPATIENT, app).await;
    let _deaf = serving.send(ASK_ENDLESS).await;
    timeout(PATIENCE, let_go.notified())
        .await
        .expect("the connection ends");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_hardly_reads_its_answer_is_cut_off_too() {
    let (app, let_go) = endless();
    let serving = Serving::start(IMPATIENT, app).await;
    let mut sipping = serving.send(ASK_ENDLESS).await;
    let sip = tokio::spawn(async move {
        let mut pause = tokio::time::interval(IMPATIENT.stall / 10);
        while sipping
            .read(&mut [0; 512])
            .await
            .is_ok_and(|count| count > 0)
        {
            pause.tick().await;
        }
    });
    timeout(PATIENCE, let_go.notified())
        .await
        .expect("the connection ends");
    sip.abort();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_reads_slowly_gets_its_whole_answer() {
    const BYTES: usize = 16 * 1024 * 1024;
    let large = get(|| async { vec![b'x'; BYTES] });
    let serving = Serving::start(IMPATIENT, Router::new().route("/large", large)).await;
    let mut slow = serving
        .send("GET /large HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        .await;
    let (mut received, mut part) = (0, vec![0; 256 * 1024]);
    let mut pause = tokio::time::interval(IMPATIENT.stall / 20);
    loop {
        pause.tick().await;
        match slow.read(&mut part).await.unwrap() {
            0 => break,
            count => received += count,
        }
    }
    assert!(received > BYTES, "{received}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_all_connections_are_taken_by_dawdlers_the_next_client_waits_and_is_served() {
    let (app, _kept) = city_app().await;
    let serving = Serving::start(
        Limits {
            connections: 2,
            ..IMPATIENT
        },
        app,
    )
    .await;
    let _dawdlers = [serving.send("GET /").await, serving.send("GET /").await];
    serving.assert_alive().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_network_that_has_its_share_of_connections_gets_no_more_and_others_are_served() {
    let (app, _kept) = city_app().await;
    let limits = Limits {
        of_one_network: 20,
        head: PATIENCE,
        ..IMPATIENT
    };
    let serving = Serving::start(limits, app).await;
    let mut flood = Vec::new();
    for host in 0..200 {
        flood.push(serving.send_from([127, 0, 7, host], "GET /").await);
    }
    serving.assert_alive().await;
    let (mut closed, mut first) = (0, None);
    for (number, stream) in flood.into_iter().enumerate() {
        if number < 20 {
            first.get_or_insert(stream);
        } else {
            assert_eq!(read(stream).await, "");
            closed += 1;
        }
    }
    assert_eq!(closed, 180);
    // Those of the flood that are gone leave room for others of their network.
    loop {
        let alive = "GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        let answer = read(serving.send_from([127, 0, 7, 250], alive).await).await;
        if answer.starts_with("HTTP/1.1 200") {
            break;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_has_as_many_connections_as_there_are() {
    let (app, _kept) = city_app().await;
    let limits = Limits {
        of_one_network: 1,
        head: PATIENCE,
        proxies: Proxies::from_iter(["127.0.0.1".parse::<Proxy>().unwrap()]),
        ..IMPATIENT
    };
    let serving = Serving::start(limits, app).await;
    let _open = [serving.send("GET /").await, serving.send("GET /").await];
    serving.assert_alive().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_that_leave_in_the_middle_hurt_nobody() {
    let (app, _kept) = city_app().await;
    let serving = Serving::start(IMPATIENT, app).await;
    for text in [
        "",
        "GE",
        "GET /api HTTP/1.1\r\nhost: x\r\n\r\n",
        "POST /api HTTP/1.1\r\nhost: x\r\ncontent-length: 9999\r\n\r\nabc",
    ] {
        for _ in 0..20 {
            drop(serving.send(text).await);
        }
    }
    serving.assert_alive().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_request_is_refused_and_the_server_stays_up() {
    let (app, _kept) = city_app().await;
    let serving = Serving::start(IMPATIENT, app).await;
    let long_path = format!("GET /{} HTTP/1.1\r\nhost: x\r\n\r\n", "a".repeat(70_000));
    let long_head = format!(
        "GET / HTTP/1.1\r\nhost: x\r\n{}\r\n",
        "x-y: z\r\n".repeat(200)
    );
    let cases = [
        ("hello\r\n\r\n", "400"),
        ("\u{16}\u{3}\u{1}TLS\r\n\r\n", "400"),
        ("GET /api HTTP/1.1\r\nho st: x\r\n\r\n", "400"),
        (&*long_path, "414"),
        (&*long_head, "431"),
        (
            "POST /api HTTP/1.1\r\nhost: x\r\ncontent-length: 10485760\r\n\r\nxxxx",
            "413",
        ),
    ];
    for (text, status) in cases {
        let answer = serving.ask(text).await;
        let expected = format!("HTTP/1.1 {status}");
        assert!(
            answer.starts_with(&expected),
            "{}: {}",
            &text[..20.min(text.len())],
            answer
        );
        serving.assert_alive().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_under_way_is_finished_before_the_end_but_not_waited_for_for_ever() {
    for (farewell, is_answered) in [(PATIENCE, true), (Duration::from_millis(50), false)] {
        let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (begins, waits) = (Arc::clone(&begun), Arc::clone(&go_on));
        let slow = get(async move || {
            begins.notify_one();
            waits.notified().await;
            "done"
        });
        let limits = Limits {
            farewell,
            ..IMPATIENT
        };
        let serving = Serving::start(limits, Router::new().route("/slow", slow)).await;
        let client = serving.send("GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await;
        begun.notified().await;
        serving.stop.notify_one();
        if is_answered {
            go_on.notify_one();
            assert!(read(client).await.ends_with("done"));
        }
        timeout(PATIENCE, serving.task)
            .await
            .expect("the server ends")
            .unwrap();
        assert!(
            TcpStream::connect(serving.address).await.is_err(),
            "nobody listens any more"
        );
    }
}

/// The real program, ended with this value.
pub(crate) struct Program {
    process: Child,
    address: String,
    first_line: String,
    /// What it writes to standard error: more than a pipe holds that nobody reads.
    said: NamedTempFile,
}

impl Program {
    async fn start(data: &TempDir) -> Self {
        Self::start_with(data, &[], "warn").await
    }

    async fn start_with(data: &TempDir, more: &[&str], log: &str) -> Self {
        let folder = data.path().display().to_string();
        let arguments = ["--data", &folder].into_iter().chain(more.iter().copied());
        Self::serve(arguments, log).await
    }

    /// Serves as `arguments` say.
    pub(crate) async fn serve<T: AsRef<std::ffi::OsStr>>(
        arguments: impl IntoIterator<Item = T>,
        log: &str,
    ) -> Self {
        let said = NamedTempFile::new().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_miteinander"))
            .args(["serve", "--bind", "127.0.0.1:0"])
            .args(arguments)
            .env("RUST_LOG", log)
            .stdout(Stdio::piped())
            .stderr(said.reopen().unwrap())
            .spawn()
            .unwrap();
        let stdout = process.stdout.take().unwrap();
        let first_line = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            std::io::BufRead::read_line(&mut std::io::BufReader::new(stdout), &mut line).unwrap();
            line
        });
        let first_line = timeout(PATIENCE, first_line).await.unwrap().unwrap();
        let (_, address) = first_line.trim().split_once("http://").unwrap();
        Self {
            process,
            address: address.to_owned(),
            first_line,
            said,
        }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Its number among the processes of this machine.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Ends it at once, without a chance to tidy up.
    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    pub(crate) async fn ask(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        read(stream).await
    }

    /// Sends a signal and waits for the end: the exit code and what was written to standard error.
    pub(crate) async fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.process.id().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &id])
                .status()
                .unwrap()
                .success()
        );
        let ended = tokio::task::spawn_blocking(move || {
            let status = self.process.wait().unwrap();
            let said = std::fs::read_to_string(self.said.path()).unwrap();
            (status.code(), said)
        });
        timeout(PATIENCE, ended)
            .await
            .expect("the program ends")
            .unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_says_where_it_listens_serves_and_ends_when_told_with_nothing_to_report() {
    let data = TempDir::new().unwrap();
    for signal in ["-TERM", "-INT"] {
        let program = Program::start(&data).await;
        assert!(
            program
                .first_line
                .starts_with("Ludwigsburg: http://127.0.0.1:"),
            "{}",
            program.first_line
        );
        let answer = program.ask("/api/collections/places/items?limit=1").await;
        assert!(answer.contains("\"numberMatched\":46"), "{answer}");
        // The second start finds the city of the first.
        assert!(
            program
                .ask("/health/ready")
                .await
                .contains("\"revision\":1")
        );
        let (code, said) = program.end(signal).await;
        assert_eq!((code, &*said), (Some(0), ""), "{signal}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_port_that_is_taken_is_named_with_the_way_out() {
    let (data, taken) = (
        TempDir::new().unwrap(),
        TcpListener::bind(("127.0.0.1", 0)).await.unwrap(),
    );
    let address = taken.local_addr().unwrap().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(["serve", "--bind", &address, "--data"])
        .arg(data.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(&address) && said.contains("--bind"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_address_of_a_caller_is_logged_even_where_everything_is() {
    let data = TempDir::new().unwrap();
    let trusted = [
        "--trusted-proxy",
        "127.0.0.0/24",
        "--requests-per-minute",
        "3",
    ];
    let program = Program::start_with(&data, &trusted, "trace").await;
    let address: SocketAddr = program.address.parse().unwrap();
    for client in [[127, 0, 0, 77], [127, 0, 77, 77]] {
        for (path, more) in [
            ("/api", "x-forwarded-for: 203.0.113.77"),
            ("/api", "forwarded: for=203.0.113.77"),
            ("/orte/x", "x-forwarded-for: 203.0.113.77"),
            ("/api", "x-forwarded-for: 203.0.113.77"),
            ("/api", "content-length: x"),
        ] {
            let head =
                format!("GET {path} HTTP/1.1\r\nhost: x\r\n{more}\r\nconnection: close\r\n\r\n");
            read(send_to(address, client, &head).await).await;
        }
    }
    let (code, said) = program.end("-TERM").await;
    assert_eq!(code, Some(0));
    assert!(
        said.contains("a connection ended early"),
        "little is logged"
    );
    for secret in ["127.0.0.77", "127.0.77.77", "203.0.113", "cb00714d"] {
        assert!(!said.contains(secret), "{secret}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_who_says_how_safe_they_feel_is_logged_or_kept_even_where_everything_is_logged() {
    let data = TempDir::new().unwrap();
    let program = Program::start_with(&data, &[], "trace").await;
    let address: SocketAddr = program.address.parse().unwrap();
    let form = "cell_500=CRS3035RES500mN2865000E4261500&category=dark&band=night&daytype=fr_sa";
    for network in 70..80 {
        for path in [
            "/umfeld",
            "/umfeld/anliegen",
            "/umfeld/angaben",
            "/umfeld/danke",
            "/api/safety/puzzle",
        ] {
            let head = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
            let answer = read(send_to(address, [127, 0, network, 77], &head).await).await;
            assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        }
        let request = format!(
            "POST /umfeld/angaben HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
            form.len()
        );
        let answer = read(send_to(address, [127, 0, network, 77], &request).await).await;
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    }
    let broken =
        "GET /umfeld HTTP/1.1\r\nhost: x\r\ncontent-length: x\r\nconnection: close\r\n\r\n";
    read(send_to(address, [127, 0, 77, 77], broken).await).await;
    let (code, said) = program.end("-TERM").await;
    assert_eq!(code, Some(0));
    assert!(
        said.contains("a connection ended early"),
        "little is logged"
    );
    for secret in ["/umfeld", "/api/safety", "127.0.7", "E4261500"] {
        assert!(!said.contains(secret), "{secret}");
    }
    for file in std::fs::read_dir(data.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("127.0.7"), "an address of a caller is kept");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_is_not_named_is_told_of_once() {
    let data = TempDir::new().unwrap();
    for (more, times) in [(&[][..], 1), (&["--trusted-proxy", "127.0.0.1"], 0)] {
        let program = Program::start_with(&data, more, "warn").await;
        let address: SocketAddr = program.address.parse().unwrap();
        for _ in 0..3 {
            let head = "GET /api HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 203.0.113.77\r\nconnection: close\r\n\r\n";
            assert!(
                read(send_to(address, HOME, head).await)
                    .await
                    .contains("200 OK")
            );
        }
        let (_, said) = program.end("-TERM").await;
        assert_eq!(
            said.matches("name it with --trusted-proxy").count(),
            times,
            "{said}"
        );
        assert_eq!(said.lines().count(), times, "{said}");
    }
}

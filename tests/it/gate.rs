//! Who asks, how much and how: on real connections from several networks, with proxies and without.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use miteinander::city::City;
use miteinander::domain::allowance::Rate;
use miteinander::gate::{Gate, Proxy, Rates};
use miteinander::{api, pages};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use crate::fixture::{Database, Kept, begun, place};
use crate::server::{HOME, IMPATIENT, PATIENCE, Serving, read};
use crate::staff::Office;
use crate::staff::provider::Provider;

/// Another network of this machine than [`HOME`].
const ELSEWHERE: [u8; 4] = [127, 0, 9, 1];

/// A city with its pages behind a gate, on a port.
struct Gated {
    serving: Serving,
    city: Arc<City>,
    _kept: Kept,
}

impl Gated {
    async fn by(gate: Gate) -> Self {
        Self::with(gate, |router| router).await
    }

    async fn with(gate: Gate, more: impl FnOnce(Router) -> Router) -> Self {
        let kept = Kept::new(Database::Sqlite).await.unwrap();
        let city: Arc<City> = begun(&kept, [place(1, 9.19, 48.9)]).await;
        let paths = api::router(Arc::clone(&city)).merge(pages::router(Arc::clone(&city)));
        let app = api::within_limits(more(paths), Arc::clone(&city), gate);
        Self {
            serving: Serving::start(IMPATIENT, app).await,
            city,
            _kept: kept,
        }
    }

    async fn get(&self, path: &str) -> String {
        self.get_from(HOME, path, "").await
    }

    async fn get_from(&self, client: [u8; 4], path: &str, headers: &str) -> String {
        let head =
            format!("GET {path} HTTP/1.1\r\nhost: inside:1\r\n{headers}connection: close\r\n\r\n");
        read(self.serving.send_from(client, &head).await).await
    }
}

impl Gated {
    /// What becomes of a log-in with the password of those who are hired in tests.
    async fn log_in(&self, client: [u8; 4], name: &str, headers: &str) -> String {
        let form = format!("name={name}&password=Regen+auf+dem+Marktplatz");
        let request = format!(
            "POST /anmelden HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\n{headers}\
             content-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{form}",
            form.len()
        );
        read(self.serving.send_from(client, &request).await).await
    }
}

fn status(answer: &str) -> &str {
    let line = answer.strip_prefix("HTTP/1.1 ").unwrap_or(answer);
    &line[..3.min(line.len())]
}

fn few(times: u32) -> Rates {
    Rates {
        reads: Some(Rate::an_hour(times)),
        ..Rates::DEFAULT
    }
}

fn trusting(proxy: &str, rates: Rates) -> Gate {
    Gate::new(
        [proxy.parse::<Proxy>().unwrap()].into_iter().collect(),
        rates,
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_too_much_is_told_when_to_come_again_and_nobody_else_is() {
    let city = Gated::by(Gate::new([].into_iter().collect(), few(5))).await;
    for _ in 0..5 {
        assert_eq!(status(&city.get("/api").await), "200");
    }
    let refused = city.get("/api").await;
    assert_eq!(status(&refused), "429");
    for said in [
        "retry-after: 720\r\n",
        "application/problem+json",
        "access-control-allow-origin: *",
        "\"type\":\"/problems/too-many\"",
        "too many requests came from your network; again in 720 s",
    ] {
        assert!(refused.contains(said), "{said}: {refused}");
    }
    for (path, said) in [
        ("/hilfe", "Aus Ihrem Netz kamen eben sehr viele Anfragen."),
        (
            "/hilfe?lang=en",
            "A great many requests have just come from your network.",
        ),
        (
            "/orte/x?lang=de-simple",
            "Aus Ihrem Netz kamen gerade sehr viele Fragen.",
        ),
        ("/nothing", "Aus Ihrem Netz kamen"),
    ] {
        let page = city.get(path).await;
        assert_eq!(status(&page), "429", "{path}");
        assert!(page.contains(said) && page.contains("text/html"), "{page}");
    }
    // A neighbour in the same network shares its allowance, another network has its own.
    let neighbour = city.get_from([127, 0, 0, 99], "/api", "").await;
    assert_eq!(status(&neighbour), "429");
    assert_eq!(status(&city.get_from(ELSEWHERE, "/api", "").await), "200");
    assert_eq!(
        status(&city.get("/api/route").await),
        "400",
        "counted by itself"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_suggestions_of_one_network_leave_room_for_those_of_others() {
    let rates = Rates {
        suggestions: Some(Rate::an_hour(2)),
        ..Rates::DEFAULT
    };
    let city = Gated::by(Gate::new([].into_iter().collect(), rates)).await;
    let send = async |client| {
        let form = "name=Linde&address=am+Bach&remark=Hier+sitzen+alle";
        let head = format!(
            "POST /vorschlagen HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{form}",
            form.len()
        );
        read(city.serving.send_from(client, &head).await).await
    };
    for expected in ["303", "303", "429"] {
        assert_eq!(status(&send(HOME).await), expected);
    }
    let refused = send(HOME).await;
    assert!(refused.contains("retry-after: 1800"), "{refused}");
    assert!(
        refused.contains("Hier sitzen alle"),
        "what was typed is not lost"
    );
    assert_eq!(status(&send(ELSEWHERE).await), "303");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_tries_too_many_names_from_one_network_has_to_wait_and_others_do_not() {
    let rates = Rates {
        log_ins: Some(Rate::an_hour(2)),
        ..Rates::DEFAULT
    };
    let city = Gated::by(Gate::new([].into_iter().collect(), rates)).await;
    for (name, expected) in [("anna", "401"), ("bert", "401"), ("carl", "429")] {
        let answer = city.log_in(HOME, name, "").await;
        assert_eq!(status(&answer), expected, "{name}");
    }
    let refused = city.log_in(HOME, "dora", "").await;
    assert!(refused.contains("retry-after: 1800"), "{refused}");
    assert!(refused.contains("cache-control: no-store"), "{refused}");
    assert_eq!(status(&city.log_in(ELSEWHERE, "anna", "").await), "401");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_behind_the_same_address_keep_nobody_out_who_has_worked_there() {
    let rates = Rates {
        log_ins: Some(Rate::an_hour(2)),
        ..Rates::DEFAULT
    };
    let city = Gated::by(Gate::new([].into_iter().collect(), rates)).await;
    let office = Office::around(Arc::clone(&city.city));
    office.hire("frida", &[]).await;
    let entered = city.log_in(HOME, "frida", "").await;
    let browser = entered.split_once("__Host-browser=").unwrap().1;
    let browser = browser.split_once(';').unwrap().0;
    let own = format!("cookie: __Host-browser={browser}\r\n");
    for expected in ["401", "429", "429"] {
        assert_eq!(status(&city.log_in(HOME, "anna", "").await), expected);
    }
    assert_eq!(status(&city.log_in(HOME, "frida", "").await), "429");
    assert_eq!(status(&city.log_in(HOME, "frida", &own).await), "303");
    // The browser is known for her account alone.
    assert_eq!(status(&city.log_in(HOME, "anna", &own).await), "429");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_comes_back_from_the_provider_too_often_is_not_taken_to_it_again_for_a_while() {
    let provider = Provider::start().await;
    let rates = Rates {
        log_ins: Some(Rate::an_hour(2)),
        ..Rates::DEFAULT
    };
    let own = provider.single_sign_on("", false);
    let gate = Gate::new([].into_iter().collect(), rates);
    let city = Gated::with(gate, |router| router.layer(axum::Extension(own))).await;
    let away = city.get("/anmelden/sso").await;
    let between = |begin: &str, end: char| {
        let rest = away.split_once(begin).unwrap().1;
        rest.split(end).next().unwrap().to_owned()
    };
    let (state, cookie) = (between("&state=", '&'), between("__Host-sso=", ';'));
    let cookie = format!("cookie: __Host-sso={cookie}\r\n");
    let back = format!("/anmelden/sso/zurueck?code=invented&state={state}");
    for expected in ["400", "400", "429"] {
        assert_eq!(status(&city.get_from(HOME, &back, &cookie).await), expected);
    }
    let refused = city.get_from(HOME, &back, &cookie).await;
    assert!(refused.contains("retry-after: 1800"), "{refused}");
    // What does not fit this browser costs nothing, and is not counted.
    assert_eq!(status(&city.get(&back).await), "400");
    assert_eq!(
        status(&city.get_from(ELSEWHERE, &back, &cookie).await),
        "400"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_trusted_proxy_each_client_has_its_own_allowance_and_elsewhere_nobody_can_invent_one()
 {
    let city = Gated::by(trusting("127.0.0.1", few(2))).await;
    let ask = async |client, forwarded: &str| {
        let answer = city
            .get_from(client, "/api", &format!("{forwarded}\r\n"))
            .await;
        status(&answer).to_owned()
    };
    for client in ["192.0.2.1", "198.51.100.1", "2001:db8:1::1"] {
        let list = format!("x-forwarded-for: 203.0.113.9, {client}");
        for expected in ["200", "200", "429"] {
            assert_eq!(ask(HOME, &list).await, expected, "{client}");
        }
    }
    assert_eq!(ask(HOME, "forwarded: for=\"[2001:db8:1::7]\"").await, "429");
    for number in 0..4 {
        let expected = if number < 2 { "200" } else { "429" };
        let invented = format!("x-forwarded-for: 198.18.{number}.1");
        assert_eq!(ask(ELSEWHERE, &invented).await, expected);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_follow_a_trusted_proxy_and_nobody_else() {
    let city = Gated::by(trusting("127.0.0.1", Rates::DEFAULT)).await;
    let said = "x-forwarded-proto: https\r\nx-forwarded-host: treff.example.org\r\n";
    let believed = city.get_from(HOME, "/api", said).await;
    assert!(
        believed.contains("\"https://treff.example.org/api"),
        "{believed}"
    );
    let page = city.get_from(HOME, "/stadtteile", said).await;
    assert!(
        page.contains("href=\"https://treff.example.org/stadtteile\""),
        "{page}"
    );
    for (client, headers, base) in [
        (ELSEWHERE, said, "http://inside:1/api"),
        (HOME, "x-forwarded-proto: https\r\n", "https://inside:1/api"),
        (
            HOME,
            "forwarded: for=192.0.2.1;proto=https;host=a.example\r\n",
            "https://a.example/api",
        ),
        (HOME, "", "http://inside:1/api"),
    ] {
        let answer = city.get_from(client, "/api", headers).await;
        assert!(answer.contains(&format!("\"{base}")), "{base}: {answer}");
    }
    let odd = "x-forwarded-host: evil.example/\"><script>\r\n";
    assert_eq!(status(&city.get_from(HOME, "/api", odd).await), "400");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_browser_is_kept_to_tls_where_the_public_asks_over_tls() {
    let city = Gated::by(trusting("127.0.0.1", Rates::DEFAULT)).await;
    let secure = "x-forwarded-proto: https\r\n";
    let kept = "strict-transport-security: max-age=31536000\r\n";
    for path in ["/", "/api", "/nothing", "/assets/nothing.js"] {
        assert!(
            city.get_from(HOME, path, secure).await.contains(kept),
            "{path}"
        );
        assert!(!city.get_from(ELSEWHERE, path, secure).await.contains(kept));
        assert!(!city.get(path).await.contains(kept));
    }
}

fn impatient() -> Gate {
    let mut gate = Gate::default();
    gate.patience = Duration::from_millis(200);
    gate
}

/// The beginning of a form that claims to have more bytes than it sends.
fn half_a_form(claimed: usize) -> String {
    format!(
        "POST /vorschlagen?lang=en HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {claimed}\r\n\r\nname=Lin"
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_dawdles_is_cut_off_with_a_word_and_hurts_nobody() {
    let city = Gated::by(impatient()).await;
    let mut dawdlers = Vec::new();
    for _ in 0..50 {
        dawdlers.push(city.serving.send(&half_a_form(100)).await);
    }
    city.serving.assert_alive().await;
    for dawdler in dawdlers {
        let answer = read(dawdler).await;
        assert_eq!(status(&answer), "408");
        assert!(
            answer.contains("What you sent arrived too slowly."),
            "{answer}"
        );
        assert!(answer.contains("connection: close"));
    }
    city.serving.assert_alive().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_comes_drop_by_drop_is_cut_off_although_it_never_pauses() {
    let city = Gated::by(impatient()).await;
    let stream = city.serving.send(&half_a_form(40_000)).await;
    let (reader, mut writer) = stream.into_split();
    let drip = tokio::spawn(async move {
        let mut pause = tokio::time::interval(Duration::from_millis(5));
        while writer.write_all(b"x").await.is_ok() {
            pause.tick().await;
        }
    });
    let mut answer = Vec::new();
    let mut reader = reader;
    let ended = tokio::io::AsyncReadExt::read_to_end(&mut reader, &mut answer);
    let _ = timeout(PATIENCE, ended).await.expect("it is cut off");
    assert_eq!(status(&String::from_utf8_lossy(&answer)), "408");
    drip.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_longer_than_its_path_takes_is_refused_whether_it_says_so_or_not() {
    let city = Gated::by(Gate::default()).await;
    let said = read(city.serving.send(&half_a_form((48 << 10) + 1)).await).await;
    assert_eq!(status(&said), "413");
    assert!(said.contains("larger than this page takes"), "{said}");
    let chunk = format!("1000\r\n{}\r\n", "x".repeat(0x1000));
    let head = "POST /vorschlagen HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n\
                transfer-encoding: chunked\r\n\r\n";
    let endless = format!("{head}{}", chunk.repeat(13));
    let cut_off = read(city.serving.send(&endless).await).await;
    assert_eq!(status(&cut_off), "413", "{cut_off}");
    let api = "POST /api HTTP/1.1\r\nhost: x\r\ncontent-length: 70000\r\n\r\n";
    let refused = read(city.serving.send(api).await).await;
    assert!(refused.contains("at most 65536 bytes here"), "{refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_that_nobody_takes_are_held_for_one_network_up_to_its_share_and_for_others_still() {
    const BIG: usize = 40 << 20;
    let big = get(|| async { vec![b'x'; BIG] });
    let city = Gated::with(Gate::default(), |router| router.route("/api/big", big)).await;
    let ask = "GET /api/big HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let deaf = city.serving.send(ask).await;
    // Its answer has begun, so it is held.
    deaf.readable().await.unwrap();
    let refused = city.get("/api/big").await;
    assert_eq!(status(&refused), "429");
    assert!(refused.contains("retry-after: 2"), "{refused}");
    assert_eq!(
        status(&city.get("/api").await),
        "200",
        "small ones need no room"
    );
    let other = city.get_from(ELSEWHERE, "/api/big", "").await;
    assert!(status(&other) == "200" && other.len() > BIG);
    drop(deaf);
    let free = async { while status(&city.get("/api/big").await) != "200" {} };
    timeout(PATIENCE, free)
        .await
        .expect("what was held is let go");
}

//! Every path, method and role against the table of access, in process and with curl against the real program.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, header};
use miteinander::auth::Who;
use miteinander::auth::access::{TABLE, who};
use miteinander::domain::staff::Role;
use miteinander::reports::Counts;
use miteinander::{api, pages};

use super::{HOST, Office, account, hand};
use crate::fixture::{Database, Kept};

const METHODS: [Method; 6] = [
    Method::GET,
    Method::HEAD,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
];

/// Who asks: nobody who is logged in, somebody without a role, somebody with one.
#[derive(Clone, Copy, Debug)]
enum Caller {
    Resident,
    Staff(Option<Role>),
}

fn callers() -> Vec<Caller> {
    let roles = Role::ALL.iter().map(|role| Caller::Staff(Some(*role)));
    [Caller::Resident, Caller::Staff(None)]
        .into_iter()
        .chain(roles)
        .collect()
}

/// What an answer says about access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Admitted,
    ToTheDoor,
    Refused,
    NoSuchMethod,
}

fn expected(method: &Method, path: &str, caller: Caller) -> Verdict {
    let asked = if *method == Method::HEAD {
        &Method::GET
    } else {
        method
    };
    match (who(asked, path), caller) {
        (Who::Nobody, _) => Verdict::NoSuchMethod,
        (Who::Everyone, _) | (Who::Staff, Caller::Staff(_)) => Verdict::Admitted,
        (Who::Staff | Who::Roles(_), Caller::Resident) => Verdict::ToTheDoor,
        (Who::Roles(roles), Caller::Staff(role)) => {
            if role.is_some_and(|role| roles.contains(&role)) {
                Verdict::Admitted
            } else {
                Verdict::Refused
            }
        }
    }
}

fn verdict(status: u16, location: &str) -> Verdict {
    match status {
        401 => Verdict::ToTheDoor,
        303 if location.contains("/anmelden") => Verdict::ToTheDoor,
        403 => Verdict::Refused,
        405 => Verdict::NoSuchMethod,
        _ => Verdict::Admitted,
    }
}

/// A path with something in place of its parameters.
fn filled(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| if part.starts_with('{') { "1" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Leads to the door whoever asks: that it does is what it is for.
fn ends_at_the_door(path: &str) -> bool {
    matches!(path, "/abmelden" | "/verwaltung/konto/ueberall-abmelden")
}

fn paths() -> BTreeSet<&'static str> {
    TABLE.iter().map(|(_, path, _)| *path).collect()
}

#[tokio::test]
async fn every_path_that_is_served_stands_in_the_table_and_the_other_way_round() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let city = Office::open(&kept).await.city;
    let (api, pages) = (api::paths(Arc::clone(&city)), pages::paths(city));
    let served = api.listed().iter().chain(pages.listed());
    let served: BTreeSet<_> = served
        .map(|(method, path)| (method.as_str(), *path))
        .collect();
    let listed: BTreeSet<_> = TABLE
        .iter()
        .map(|(method, path, _)| (*method, *path))
        .collect();
    assert_eq!(served, listed);
}

#[tokio::test]
async fn every_path_method_and_role_is_answered_as_the_table_says() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let reports = kept.open_reports().await;
    let (intake, _taking_in) = reports.intake();
    let door = Arc::new(reports.door(intake, 1).await.unwrap());
    let office = Office::open(&kept).await.with(door);
    let office = office.with(Counts::new(reports));
    let mut tried = 0;
    for path in paths() {
        for method in METHODS {
            for caller in callers() {
                let cookies = match caller {
                    Caller::Resident => String::new(),
                    Caller::Staff(role) => office.cookies(role.as_slice()).await,
                };
                let answer = office
                    .ask(method.clone(), &filled(path), &cookies, "text/plain", "")
                    .await;
                let expected = expected(&method, path, caller);
                let mut found = verdict(answer.status.as_u16(), answer.header(header::LOCATION));
                if ends_at_the_door(path) && found == Verdict::ToTheDoor && !cookies.is_empty() {
                    found = Verdict::Admitted;
                }
                let status = answer.status;
                assert_eq!(found, expected, "{method} {path} as {caller:?}: {status}");
                assert!(
                    !status.is_server_error(),
                    "{method} {path} as {caller:?}: {status}"
                );
                tried += 1;
            }
        }
    }
    println!("{tried} combinations of path, method and role tried");
}

#[tokio::test]
async fn whatever_changes_something_is_refused_from_another_site_and_from_nowhere() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let mut tried = 0;
    for (method, path, who) in TABLE {
        if *who == Who::Everyone || *method == "GET" {
            continue;
        }
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "none"),
            ("origin", "https://evil.test"),
            ("origin", "null"),
            ("x-nothing", "said"),
        ] {
            let cookies = office.cookies(Role::ALL).await;
            let request = Request::builder()
                .method(*method)
                .uri(filled(path))
                .header(header::HOST, HOST)
                .header(header::COOKIE, &cookies)
                .header(name, value);
            let answer = office.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, 403, "{method} {path} with {name}: {value}");
            tried += 1;
        }
    }
    assert!(tried > 0);
}

#[test]
fn the_readme_has_the_same_table() {
    let readme = include_str!("../../../README.md");
    for (method, path, who) in TABLE {
        let who = match who {
            Who::Everyone | Who::Nobody => continue,
            Who::Staff => "everybody who is logged in".to_owned(),
            Who::Roles(roles) => {
                let names: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
                names.join(", ")
            }
        };
        let line = format!("| {method} | `{path}` | {who} |");
        assert!(readme.contains(&line), "the README has no line\n{line}");
    }
}

/// Curl's own words for a list of requests, one after the other over few connections.
fn curl_config(url: &str, asked: &[(Method, &str, Caller, String)]) -> String {
    let mut config = String::new();
    for (method, path, _, cookies) in asked {
        let path = filled(path);
        let _ = writeln!(config, "url = \"{url}{path}\"\noutput = \"/dev/null\"");
        if *method == Method::HEAD {
            config += "head\n";
        } else {
            let _ = writeln!(config, "request = \"{method}\"");
        }
        let _ = writeln!(
            config,
            "header = \"Origin: {url}\"\nheader = \"Content-Type: text/plain\""
        );
        if !cookies.is_empty() {
            let _ = writeln!(config, "header = \"Cookie: {cookies}\"");
        }
        config += "silent\nwrite-out = \"%{http_code} %{redirect_url}\\n\"\nnext\n";
    }
    config
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn curl_against_the_real_program_finds_the_same() {
    if Command::new("curl").arg("--version").output().is_err() {
        println!("skipped: there is no curl");
        return;
    }
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    // The program has a clock of its own; the sessions are to hold now.
    let now = chrono::Utc::now();
    let mut asked = Vec::new();
    for path in paths() {
        for method in METHODS {
            for caller in callers() {
                let cookies = match caller {
                    Caller::Resident => String::new(),
                    Caller::Staff(role) => {
                        let own =
                            account(&uuid::Uuid::new_v4().simple().to_string(), role.as_slice());
                        assert!(
                            office
                                .city
                                .store()
                                .add_account(&own, None, &hand())
                                .await
                                .unwrap()
                        );
                        office.session(own.id, now).await
                    }
                };
                asked.push((method.clone(), path, caller, cookies));
            }
        }
    }
    office.city.store().close().await;
    let mut program = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(kept.arguments())
        .args(["serve", "--bind", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(program.stdout.take().unwrap())
        .read_line(&mut said)
        .unwrap();
    let (_, url) = said.trim().split_once(": ").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("curl");
    std::fs::write(&config, curl_config(url, &asked)).unwrap();
    let curl = Command::new("curl")
        .arg("--config")
        .arg(&config)
        .output()
        .unwrap();
    program.kill().unwrap();
    program.wait().unwrap();
    let answers = String::from_utf8(curl.stdout).unwrap();
    let answers: Vec<_> = answers.lines().collect();
    assert_eq!(
        answers.len(),
        asked.len(),
        "{}",
        String::from_utf8_lossy(&curl.stderr)
    );
    for ((method, path, caller, cookies), answer) in asked.iter().zip(answers) {
        let (status, location) = answer.split_once(' ').unwrap();
        let mut found = verdict(status.parse().unwrap(), location);
        if ends_at_the_door(path) && found == Verdict::ToTheDoor && !cookies.is_empty() {
            found = Verdict::Admitted;
        }
        assert_eq!(
            found,
            expected(method, path, *caller),
            "{method} {path} as {caller:?}: {answer}"
        );
    }
    println!("{} combinations tried with curl", asked.len());
}

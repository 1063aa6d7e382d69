//! Single sign-on: who comes in and as what, and what is not believed.

use std::sync::Arc;

use axum::http::header;
use miteinander::auth::sso::SingleSignOn;
use miteinander::city::{City, Clock};
use miteinander::domain::account::Account;
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Action, Subject, TrailFilter};
use miteinander::store::AccountChange;
use serde_json::{Value, json};

use super::provider::{CLIENT, Provider, Said, Sent, Signed};
use super::{Answer, HOST, Office, PASSWORD, account, cookies_of, hand};
use crate::cli::Desk;
use crate::fixture::{Database, Kept, both_stores, wednesday_afternoon};

const RULES: &str = "groups=map:editor,groups=it:admin,email=chief@stadt.example:planner";

impl Office {
    async fn with_provider(kept: &Kept, provider: &Provider, rules: &str) -> Self {
        Self::open(kept)
            .await
            .with(provider.single_sign_on(rules, false))
    }

    /// Somebody presses the button on the page where one logs in.
    async fn sent_away(&self, address: &str) -> Sent {
        let answer = self.get(address, "").await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        Sent {
            to: answer.header(header::LOCATION).parse().unwrap(),
            cookies: cookies_of(&answer),
        }
    }

    /// The whole way: to the provider, and back with what it says.
    async fn signs_on(&self, provider: &Provider, said: Said) -> Answer {
        let sent = self.sent_away("/anmelden/sso").await;
        let back = provider.consents(&sent, said);
        self.get(&back, &sent.cookies).await
    }

    async fn account_of(&self, provider: &Provider, subject: &str) -> Option<Account> {
        let subject = format!("{} {subject}", provider.issuer);
        self.city
            .store()
            .account_of_subject(&subject)
            .await
            .unwrap()
    }
}

fn groups(groups: &[&str]) -> Said {
    Said {
        info: json!({ "groups": groups, "preferred_username": "Frida" }),
        ..Said::default()
    }
}

#[track_caller]
fn assert_in(answer: &Answer) {
    assert_eq!(
        (answer.status.as_u16(), answer.header(header::LOCATION)),
        (303, "/verwaltung"),
        "{}",
        answer.text
    );
}

#[track_caller]
fn assert_outside(answer: &Answer, status: u16, said: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert!(answer.text.contains(said), "{}", answer.text);
    assert!(!cookies_of(answer).contains("__Host-sitzung="));
}

both_stores! {
    async fn whoever_the_provider_gives_a_role_comes_in_with_it_each_time(kept: &Kept) {
        let provider = Provider::start().await;
        let office = Office::with_provider(kept, &provider, RULES).await;
        let answer = office.signs_on(&provider, groups(&["map", "other"])).await;
        assert_in(&answer);
        let desk = office.get("/verwaltung", &cookies_of(&answer)).await;
        assert!(desk.text.contains("frida") && desk.text.contains("Redaktion"), "{}", desk.text);
        let made = office.account_of(&provider, "frida-1").await.unwrap();
        assert!(!made.has_password && !made.must_change);
        assert_in(&office.signs_on(&provider, groups(&["it"])).await);
        let later = office.account_of(&provider, "frida-1").await.unwrap();
        assert_eq!((later.id, later.roles.to_string()), (made.id, "admin".to_owned()));
        let about = TrailFilter::about(Subject::of("account", made.id), 9);
        let told = office.city.store().trail(&about).await.unwrap();
        let told: Vec<_> = told.iter().map(|entry| (entry.author.to_string(), entry.action)).collect();
        let by = || "single-sign-on".to_owned();
        assert_eq!(told, [(by(), Action::Changed), (by(), Action::Added)]);
    }

    async fn another_replica_takes_the_answer(kept: &Kept) {
        let provider = Provider::start().await;
        let office = Office::with_provider(kept, &provider, RULES).await;
        let clock = Clock::Stopped(wednesday_afternoon());
        let city = City::open(kept.open().await, clock).await.unwrap();
        let other = Office::around(city).with(provider.single_sign_on(RULES, false));
        let sent = office.sent_away("/anmelden/sso").await;
        let back = provider.consents(&sent, groups(&["map"]));
        let answer = other.get(&back, &sent.cookies).await;
        assert_in(&answer);
        assert_eq!(office.get("/verwaltung", &cookies_of(&answer)).await.status, 200);
    }

    async fn two_people_of_one_name_get_an_account_each_and_nobody_takes_one_over(kept: &Kept) {
        let provider = Provider::start().await;
        let office = Office::with_provider(kept, &provider, RULES).await;
        office.hire("frida", &[Role::Admin]).await;
        for subject in ["f-1", "f-2", "f-1"] {
            let token = json!({ "sub": subject });
            assert_in(&office.signs_on(&provider, Said { token, ..groups(&["map"]) }).await);
        }
        let all = office.city.store().accounts().await.unwrap();
        let all: Vec<_> = all.iter().map(|own| (own.name.as_str(), own.roles.to_string())).collect();
        let editor = || "editor".to_owned();
        assert_eq!(all, [("frida", "admin".to_owned()), ("frida-2", editor()), ("frida-3", editor())]);
    }
}

#[tokio::test]
async fn without_a_role_or_when_disabled_nobody_comes_in_and_is_told_why() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    assert_outside(
        &office.signs_on(&provider, groups(&["other"])).await,
        403,
        "keine Rolle",
    );
    assert!(office.account_of(&provider, "frida-1").await.is_none());
    assert_in(&office.signs_on(&provider, groups(&["map"])).await);
    // Who loses the role there loses it here.
    assert_outside(
        &office.signs_on(&provider, groups(&[])).await,
        403,
        "keine Rolle",
    );
    let made = office.account_of(&provider, "frida-1").await.unwrap();
    assert!(made.roles.is_empty());
    let disabling = AccountChange {
        is_disabled: Some(true),
        ..AccountChange::default()
    };
    let store = office.city.store();
    store
        .change_account(made.id, &disabling, None, &hand())
        .await
        .unwrap();
    assert_outside(
        &office.signs_on(&provider, groups(&["map"])).await,
        403,
        "gesperrt",
    );
}

#[tokio::test]
async fn an_address_that_the_provider_has_not_proved_gives_no_role() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    let said = |is_verified: Value| Said {
        info: json!({ "email": "chief@stadt.example", "email_verified": is_verified }),
        ..Said::default()
    };
    assert_outside(
        &office.signs_on(&provider, said(json!(false))).await,
        403,
        "keine Rolle",
    );
    let silent = Said {
        info: json!({ "email": "chief@stadt.example" }),
        ..Said::default()
    };
    assert_outside(
        &office.signs_on(&provider, silent).await,
        403,
        "keine Rolle",
    );
    assert_in(&office.signs_on(&provider, said(json!("true"))).await);
}

#[tokio::test]
async fn without_rules_only_known_accounts_come_in_with_the_roles_they_have_here() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, "").await;
    assert_outside(
        &office.signs_on(&provider, groups(&["map"])).await,
        403,
        "keine Rolle",
    );
    let mut known = account("frida", &[Role::Planner]);
    known.subject = Some(format!("{} frida-1", provider.issuer));
    assert!(
        office
            .city
            .store()
            .add_account(&known, None, &hand())
            .await
            .unwrap()
    );
    let answer = office.signs_on(&provider, groups(&["map"])).await;
    assert_in(&answer);
    let desk = office.get("/verwaltung", &cookies_of(&answer)).await;
    assert!(desk.text.contains("Planung"), "{}", desk.text);
}

#[tokio::test]
async fn a_token_is_believed_only_from_this_provider_for_this_program_and_errand_and_while_it_holds()
 {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    let now = chrono::Utc::now().timestamp();
    let lies = [
        json!({ "iss": "https://evil.test" }),
        json!({ "aud": "another-program" }),
        json!({ "aud": [CLIENT, "another-program"] }),
        json!({ "exp": now - 1 }),
        json!({ "nonce": "of another errand" }),
        json!({ "nonce": null }),
        json!({ "sub": "" }),
        json!({ "sub": "x".repeat(256) }),
    ];
    for token in lies {
        let said = Said {
            token: token.clone(),
            ..groups(&["map"])
        };
        let answer = office.signs_on(&provider, said).await;
        assert!(
            answer.status == 502,
            "{token}: {} {}",
            answer.status,
            answer.text
        );
    }
    for signed in [
        Signed::ByAStranger,
        Signed::NotAtAll,
        Signed::WithTheClientSecret,
    ] {
        let answer = office
            .signs_on(
                &provider,
                Said {
                    signed,
                    ..groups(&["map"])
                },
            )
            .await;
        assert_outside(&answer, 502, "stimmt");
    }
    let mut about_another = groups(&["map"]);
    about_another.info["sub"] = json!("gerd-1");
    assert_outside(
        &office.signs_on(&provider, about_another).await,
        502,
        "stimmt",
    );
    assert!(office.city.store().accounts().await.unwrap().is_empty());
    // What was refused was refused for that reason alone.
    assert_in(&office.signs_on(&provider, groups(&["map"])).await);
}

#[tokio::test]
async fn an_answer_belongs_to_the_browser_that_asked_and_serves_once() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    let (mine, theirs) = (
        office.sent_away("/anmelden/sso").await,
        office.sent_away("/anmelden/sso").await,
    );
    let back = provider.consents(&theirs, groups(&["map"]));
    // Somebody makes my browser open their answer; with my own state put in, my verifier does not fit their code.
    let forged = back.replace(&theirs.value("state"), &mine.value("state"));
    for (address, cookies) in [
        (&back, &*mine.cookies),
        (&back, ""),
        (&back, "__Host-sso=x"),
        (&forged, &*mine.cookies),
        (&"/anmelden/sso/zurueck".to_owned(), &*mine.cookies),
    ] {
        let answer = office.get(address, cookies).await;
        assert_outside(&answer, 400, "noch einmal anmelden");
        assert!(
            cookies_of(&answer).contains("__Host-sso="),
            "the errand is over"
        );
    }
    let back = provider.consents(&mine, groups(&["map"]));
    assert_in(&office.get(&back, &mine.cookies).await);
    assert_outside(
        &office.get(&back, &mine.cookies).await,
        400,
        "noch einmal anmelden",
    );
    let cancelled = format!(
        "/anmelden/sso/zurueck?error=access_denied&state={}",
        mine.value("state")
    );
    assert_outside(
        &office.get(&cancelled, &mine.cookies).await,
        403,
        "abgebrochen",
    );
    let other = provider.consents(&mine, groups(&["map"])) + "&iss=https%3A%2F%2Fevil.test";
    assert_outside(&office.get(&other, &mine.cookies).await, 400, "stimmt");
}

#[tokio::test]
async fn what_is_asked_for_is_bound_to_this_program_and_this_browser() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    let sent = office.sent_away("/anmelden/sso").await;
    assert!(
        sent.to
            .as_str()
            .starts_with(&format!("{}/auth?", provider.issuer))
    );
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("code_challenge_method", "S256"),
        ("scope", "openid profile"),
        (
            "redirect_uri",
            &format!("http://{HOST}/anmelden/sso/zurueck"),
        ),
    ] {
        assert_eq!(sent.value(name), value);
    }
    let secret = sent.cookies.trim_start_matches("__Host-sso=");
    assert!(!sent.to.as_str().contains(&secret[..64]));
    for name in ["state", "nonce", "code_challenge"] {
        assert!(sent.value(name).len() >= 43, "{name}");
    }
}

#[tokio::test]
async fn a_provider_that_is_away_keeps_nobody_else_out_and_is_asked_again() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    provider.breaks(true);
    let office = Office::with_provider(&kept, &provider, RULES).await;
    office.hire("frida", &[Role::Editor]).await;
    assert_outside(
        &office.get("/anmelden/sso", "").await,
        503,
        "nicht erreichbar",
    );
    assert_in(&office.log_in("frida", PASSWORD, "").await);
    provider.breaks(false);
    assert_in(&office.signs_on(&provider, groups(&["map"])).await);
    // What it said before serves while it is away once more.
    provider.breaks(true);
    office.sent_away("/anmelden/sso").await;
    // Another key is heard of when the first token comes that is signed with it.
    provider.breaks(false);
    provider.takes_another_key();
    assert_in(&office.signs_on(&provider, groups(&["map"])).await);
}

#[tokio::test]
async fn nobody_listening_is_told_like_a_provider_that_is_away() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let free = tokio::net::TcpListener::bind(("127.0.0.1", 0))
        .await
        .unwrap();
    let issuer = format!("http://{}", free.local_addr().unwrap());
    drop(free);
    let settings = miteinander::auth::sso::Settings {
        issuer,
        client: CLIENT.to_owned(),
        secret: None,
        scopes: Vec::new(),
        rules: None,
        is_only_way: false,
    };
    let outbound = miteinander::outbound::Outbound::trusting(None).unwrap();
    let own = SingleSignOn::new(settings, outbound).unwrap();
    own.get_ready().await;
    let office = Office::open(&kept).await.with(own);
    assert_outside(
        &office.get("/anmelden/sso", "").await,
        503,
        "nicht erreichbar",
    );
}

#[tokio::test]
async fn the_way_back_leads_into_the_desk_in_its_language_and_nowhere_else() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    for (wanted, led) in [
        (
            "?weiter=%2Fverwaltung%2Fkonten%3Flang%3Den&lang=en",
            "/verwaltung/konten?lang=en",
        ),
        ("?lang=en", "/verwaltung?lang=en"),
        ("?weiter=https%3A%2F%2Fevil.test", "/verwaltung"),
        ("?weiter=%2F%2Fevil.test", "/verwaltung"),
    ] {
        let sent = office.sent_away(&format!("/anmelden/sso{wanted}")).await;
        let back = provider.consents(&sent, groups(&["it"]));
        let answer = office.get(&back, &sent.cookies).await;
        assert_eq!(answer.header(header::LOCATION), led, "{wanted}");
    }
    // A browser may hold any cookie.
    let sent = office.sent_away("/anmelden/sso").await;
    let cookies = format!(
        "{}evil",
        sent.cookies
            .replace("%2Fverwaltung", "https%3A%2F%2Fevil.test%2F")
    );
    let back = provider.consents(&sent, groups(&["it"]));
    assert_in(&office.get(&back, &cookies).await);
    let sent = office.sent_away("/anmelden/sso?lang=en").await;
    let back = provider.consents(&sent, groups(&[]));
    assert_outside(
        &office.get(&back, &sent.cookies).await,
        403,
        "names no role",
    );
}

#[tokio::test]
async fn where_single_sign_on_is_the_only_way_a_password_opens_the_door_to_admins_alone() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::open(&kept)
        .await
        .with(provider.single_sign_on(RULES, true));
    let door = office.get("/anmelden", "").await;
    let (button, form) = (
        door.text.find("href=\"/anmelden/sso\""),
        door.text.find("<details>"),
    );
    assert!(button.is_some() && button < form, "{}", door.text);
    office.hire("frida", &[Role::Admin]).await;
    office.hire("gerd", &[Role::Editor]).await;
    let refused = office.log_in("gerd", PASSWORD, "").await;
    let wrong = office.log_in("gerd", "falsch", "").await;
    assert_eq!((refused.status.as_u16(), &refused.text), (401, &wrong.text));
    assert_in(&office.log_in("frida", PASSWORD, "").await);
}

#[tokio::test]
async fn an_account_of_the_provider_gets_no_password_that_would_outlast_it() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    let own = cookies_of(&office.signs_on(&provider, groups(&["map"])).await);
    let page = office.get("/verwaltung/konto", &own).await;
    assert!(!page.text.contains("new-password"), "{}", page.text);
    let form = [
        ("new-password", "Drei Enten am Neckar"),
        ("again", "Drei Enten am Neckar"),
    ];
    assert_eq!(
        office
            .post("/verwaltung/konto/passwort", &own, &form)
            .await
            .status,
        400
    );
    let admin = office.cookies(&[Role::Admin]).await;
    let id = office.account_of(&provider, "frida-1").await.unwrap().id;
    let path = format!("/verwaltung/konten/{id}");
    assert_eq!(
        office
            .post(&path, &admin, &[("do", "password")])
            .await
            .status,
        404
    );
    assert!(
        !office
            .account_of(&provider, "frida-1")
            .await
            .unwrap()
            .has_password
    );
}

#[tokio::test]
async fn logging_out_leads_those_of_the_provider_to_its_own_way_out() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let provider = Provider::start().await;
    let office = Office::with_provider(&kept, &provider, RULES).await;
    let own = cookies_of(&office.signs_on(&provider, groups(&["map"])).await);
    let out = office.post("/abmelden", &own, &[]).await;
    assert_eq!(out.header(header::LOCATION), "/anmelden?abgemeldet=sso");
    assert_eq!(office.get("/verwaltung", &own).await.status, 303);
    let door = office.get("/anmelden?abgemeldet=sso", "").await;
    let way_out = format!(
        "{}/session/end?client_id={CLIENT}&amp;post_logout_redirect_uri=http%3A%2F%2F{HOST}%2Fanmelden",
        provider.issuer
    );
    assert!(door.text.contains(&way_out), "{}", door.text);
    office.hire("gerd", &[]).await;
    let gerd = cookies_of(&office.log_in("gerd", PASSWORD, "").await);
    assert_eq!(
        office
            .post("/abmelden", &gerd, &[])
            .await
            .header(header::LOCATION),
        "/anmelden"
    );
}

#[tokio::test]
async fn without_single_sign_on_nothing_of_it_is_seen() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    assert!(
        !office
            .get("/anmelden", "")
            .await
            .text
            .contains("/anmelden/sso")
    );
    for path in ["/anmelden/sso", "/anmelden/sso/zurueck?code=x&state=y"] {
        assert_outside(&office.get(path, "").await, 404, "nicht eingerichtet");
    }
    let provider = Provider::start().await;
    let office = Office::around(Arc::clone(&office.city)).with(provider.single_sign_on("", false));
    let door = office
        .get("/anmelden?weiter=%2Fverwaltung%2Fkonten", "")
        .await;
    assert!(
        door.text
            .contains("href=\"/anmelden/sso?weiter=%2Fverwaltung%2Fkonten\""),
        "{}",
        door.text
    );
}

#[test]
fn what_cannot_work_is_refused_at_the_start_with_the_rule() {
    let desk = Desk::empty();
    let secret = desk.file("secret", b" \n");
    for (options, code, said) in [
        (
            &["--sso-issuer", "https://login.example.org"][..],
            2,
            "--sso-client-id",
        ),
        (&["--sso-only"], 2, "--sso-issuer"),
        (
            &[
                "--sso-issuer",
                "http://login.example.org",
                "--sso-client-id",
                "x",
            ],
            1,
            "sso-issuer: must begin with https://",
        ),
        (
            &[
                "--sso-issuer",
                "https://a.example",
                "--sso-client-id",
                "x",
                "--sso-roles",
                "map",
            ],
            2,
            "claim=value:role",
        ),
        (
            &[
                "--sso-issuer",
                "https://a.example",
                "--sso-client-id",
                "x",
                "--sso-client-secret-file",
                &secret,
            ],
            1,
            "must hold the secret",
        ),
        (
            &["--ca-file", &secret],
            1,
            "ca-file: must hold certificates",
        ),
        (&["--ca-file", "/nowhere"], 1, "/nowhere"),
    ] {
        let ended = desk.run(&[&["serve"], options].concat());
        assert_eq!(ended.code, Some(code), "{options:?}: {}", ended.err);
        assert!(ended.err.contains(said), "{options:?}: {}", ended.err);
        assert!(!desk.data().exists(), "nothing is begun");
    }
}

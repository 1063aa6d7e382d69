//! Logging in, staying logged in, being kept out, going out.

use axum::http::header;
use chrono::TimeDelta;
use miteinander::domain::staff::Role;
use miteinander::store::AccountChange;

use super::{Office, PASSWORD, cookies_of, hand};
use crate::fixture::{Database, Kept, both_stores};

both_stores! {
    async fn a_right_password_opens_the_desk_and_logging_out_closes_it(kept: &Kept) {
        let office = Office::open(kept).await;
        office.hire("frida", &[Role::Editor]).await;
        let answer = office.log_in("Frida", PASSWORD, "").await;
        assert_eq!((answer.status.as_u16(), answer.header(header::LOCATION)), (303, "/verwaltung"));
        let cookies = cookies_of(&answer);
        let desk = office.get("/verwaltung", &cookies).await;
        assert_eq!(desk.status, 200);
        assert!(desk.text.contains("frida") && desk.text.contains("Redaktion"));
        assert_eq!(desk.header(header::CACHE_CONTROL), "no-store");
        let out = office.post("/abmelden", &cookies, &[]).await;
        assert_eq!(out.header(header::LOCATION), "/anmelden");
        assert_eq!(office.get("/verwaltung", &cookies).await.status, 303);
    }

    async fn a_session_ends_after_an_idle_hour_and_after_half_a_day(kept: &Kept) {
        let office = Office::open(kept).await;
        let id = office.hire("frida", &[]).await;
        for (minutes, status) in [(59, 200), (61, 303), (13 * 60, 303)] {
            let began = office.city.now() - TimeDelta::minutes(minutes);
            let cookies = office.session(id, began).await;
            assert_eq!(office.get("/verwaltung", &cookies).await.status, status, "{minutes} min");
        }
    }

    async fn another_password_and_logging_out_everywhere_end_the_other_sessions(kept: &Kept) {
        let office = Office::open(kept).await;
        office.hire("frida", &[]).await;
        let here = cookies_of(&office.log_in("frida", PASSWORD, "").await);
        let there = cookies_of(&office.log_in("frida", PASSWORD, "").await);
        let form = [("password", PASSWORD), ("new-password", "Sonne hinter dem Bahnhof"), ("again", "Sonne hinter dem Bahnhof")];
        let changed = office.post("/verwaltung/konto/passwort", &here, &form).await;
        assert_eq!(changed.status, 303, "{}", changed.text);
        assert_eq!(office.get("/verwaltung", &here).await.status, 200);
        assert_eq!(office.get("/verwaltung", &there).await.status, 303);
        assert_eq!(office.log_in("frida", PASSWORD, "").await.status, 401);
        let again = cookies_of(&office.log_in("frida", "Sonne hinter dem Bahnhof", "").await);
        office.post("/verwaltung/konto/ueberall-abmelden", &again, &[]).await;
        for cookies in [&here, &again] {
            assert_eq!(office.get("/verwaltung", cookies).await.status, 303);
        }
    }
}

#[tokio::test]
async fn an_unknown_name_a_wrong_password_and_a_disabled_account_are_answered_alike() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    office.hire("frida", &[]).await;
    let gone = office.hire("gerd", &[]).await;
    let disabling = AccountChange {
        is_disabled: Some(true),
        ..AccountChange::default()
    };
    office
        .city
        .store()
        .change_account(gone, &disabling, None, &hand())
        .await
        .unwrap();
    let mut answers = Vec::new();
    for (name, password) in [
        ("frida", "falsch"),
        ("niemand", PASSWORD),
        ("gerd", PASSWORD),
        ("<b>", "x"),
    ] {
        let answer = office.log_in(name, password, "").await;
        let shown = maud_escaped(name);
        answers.push((
            answer.status,
            answer.text.replace(&format!("value=\"{shown}\""), ""),
        ));
        assert!(answer.headers.get(header::SET_COOKIE).is_none());
    }
    answers.dedup();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].0, 401);
}

fn maud_escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}

#[tokio::test]
async fn who_guesses_has_to_wait_and_locks_nobody_out_who_was_here_before() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    office.hire("frida", &[]).await;
    let own = cookies_of(&office.log_in("frida", PASSWORD, "").await);
    for _ in 0..5 {
        assert_eq!(office.log_in("frida", "geraten", "").await.status, 401);
    }
    let refused = office.log_in("frida", PASSWORD, "").await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.header(header::RETRY_AFTER), "30");
    // Neither in her own browser nor under another name does anybody wait.
    assert_eq!(office.log_in("frida", PASSWORD, &own).await.status, 303);
    assert_eq!(office.log_in("gerd", "geraten", "").await.status, 401);
}

#[tokio::test]
async fn a_name_that_nobody_has_is_locked_like_any_other() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    for _ in 0..5 {
        assert_eq!(office.log_in("niemand", "geraten", "").await.status, 401);
    }
    assert_eq!(office.log_in("niemand", "geraten", "").await.status, 429);
}

#[tokio::test]
async fn each_log_in_begins_a_session_of_its_own() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    office.hire("frida", &[]).await;
    let first = cookies_of(&office.log_in("frida", PASSWORD, "").await);
    let second = cookies_of(&office.log_in("frida", PASSWORD, &first).await);
    assert_ne!(first, second);
    assert_eq!(
        office.get("/verwaltung", &first).await.status,
        303,
        "the old token is of no use"
    );
    assert_eq!(office.get("/verwaltung", &second).await.status, 200);
}

#[tokio::test]
async fn a_first_password_is_shown_once_and_opens_nothing_but_the_way_to_another() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let admin = office.cookies(&[Role::Admin]).await;
    let made = office
        .post(
            "/verwaltung/konten",
            &admin,
            &[("name", "neu"), ("role", "editor"), ("role", "planner")],
        )
        .await;
    assert_eq!(made.status, 200);
    let first = made
        .text
        .split("<code>")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    assert!(
        !office
            .get("/verwaltung/konten", &admin)
            .await
            .text
            .contains(&first)
    );
    let own = cookies_of(&office.log_in("neu", &first, "").await);
    let desk = office.get("/verwaltung", &own).await;
    assert_eq!(desk.header(header::LOCATION), "/verwaltung/konto");
    // Who does not want to choose one now may leave.
    let elsewhere = cookies_of(&office.log_in("neu", &first, "").await);
    let out = office.post("/abmelden", &elsewhere, &[]).await;
    assert_eq!(out.header(header::LOCATION), "/anmelden");
    let form = [
        ("password", &*first),
        ("new-password", "Drei Enten am Neckar"),
        ("again", "Drei Enten am Neckar"),
    ];
    assert_eq!(
        office
            .post("/verwaltung/konto/passwort", &own, &form)
            .await
            .status,
        303
    );
    assert_eq!(office.get("/verwaltung", &own).await.status, 200);
}

#[tokio::test]
async fn the_last_admin_cannot_shut_the_door_behind_themselves() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let id = office.hire("frida", &[Role::Admin]).await;
    let cookies = office.session(id, office.city.now()).await;
    let path = format!("/verwaltung/konten/{id}");
    for form in [
        &[("do", "remove")][..],
        &[("do", "disable")],
        &[("do", "roles"), ("role", "editor")],
    ] {
        assert_eq!(
            office.post(&path, &cookies, form).await.status,
            409,
            "{form:?}"
        );
    }
    assert_eq!(
        office
            .post(
                &path,
                &cookies,
                &[("do", "roles"), ("role", "admin"), ("role", "editor")]
            )
            .await
            .status,
        303
    );
}

#[tokio::test]
async fn the_door_leads_back_to_where_one_wanted_to_go_and_nowhere_else() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    office.hire("frida", &[Role::Admin]).await;
    let stopped = office.get("/verwaltung/konten?lang=en", "").await;
    assert_eq!(
        stopped.header(header::LOCATION),
        "/anmelden?weiter=%2Fverwaltung%2Fkonten%3Flang%3Den&lang=en"
    );
    for (wanted, led) in [
        ("/verwaltung/konten", "/verwaltung/konten"),
        ("https://evil.test", "/verwaltung"),
    ] {
        let form = [
            ("name", "frida"),
            ("password", PASSWORD),
            ("weiter", wanted),
        ];
        let answer = office.post("/anmelden", "", &form).await;
        assert_eq!(answer.header(header::LOCATION), led);
    }
}

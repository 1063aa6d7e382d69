//! Surveys of districts: kept with the city, on both databases, through the desk, the API and the public pages.

use axum::http::{Method, header};
use chrono::NaiveDate;
use miteinander::city::City;
use miteinander::domain::change::{CityChange, Districts, SurveyChange};
use miteinander::domain::staff::Role;
use miteinander::domain::survey::Survey;
use miteinander::domain::trail::{Action, Author, Subject, TrailFilter};
use miteinander::error::Error;
use miteinander::snapshot::Snapshot;
use serde_json::{Value, json};

use crate::cli::Desk;
use crate::fixture::{
    Database, Kept, beginning, begun, both_stores, district, place, rectangle, two_districts,
};
use crate::staff::Office;

const PAGE: &str = "/verwaltung/erhebung";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn survey(id: &str, since: &str) -> Survey {
    Survey {
        district: id.parse().unwrap(),
        complete_since: day(since),
        confirmed_by_role: Role::Planner,
        note: "zu Fuß abgegangen".parse().ok(),
    }
}

/// What the snapshot says of the districts `ost` and `west`.
fn known(snapshot: &Snapshot) -> [Option<Survey>; 2] {
    ["ost", "west"].map(|id| snapshot.survey(&id.parse().unwrap()).cloned())
}

async fn put(city: &std::sync::Arc<City>, id: &str, after: Option<Survey>) {
    let id: miteinander::domain::DistrictId = id.parse().unwrap();
    let change = move |snapshot: &Snapshot| {
        Ok::<_, Error>(CityChange {
            surveys: vec![SurveyChange {
                district: id.clone(),
                before: snapshot.survey(&id).cloned(),
                after: after.clone(),
            }],
            ..CityChange::by(Author::command_line())
        })
    };
    city.act(change).await.unwrap();
}

/// What the trail tells of a survey, the newest first: action, revision, members before and after.
async fn told(city: &City, id: &str) -> Vec<(Action, Option<i64>, Value, Value)> {
    let subject = Subject::of("survey", id);
    let entries = city
        .store()
        .trail(&TrailFilter::about(subject, 9))
        .await
        .unwrap();
    let entries = entries.into_iter();
    entries
        .map(|own| {
            (
                own.action,
                own.revision,
                json!(own.before),
                json!(own.after),
            )
        })
        .collect()
}

/// Which survey of `ost` a page shows, as its form says it back.
fn seen(page: &str) -> String {
    let own = page.split("id=\"ost\"").nth(1).unwrap();
    let seen = own.split("name=\"seen\" value=\"").nth(1).unwrap();
    seen.split('"').next().unwrap().to_owned()
}

both_stores! {
    async fn of_two_planners_the_second_sees_what_the_first_confirmed(kept: &Kept) {
        let office = Office::around(begun(kept, []).await);
        let cookies = office.cookies(&[Role::Planner]).await;
        let address = format!("{PAGE}/ost");
        let ost = || known(&office.city.snapshot())[0].clone().map(|own| own.complete_since.to_string());
        for (first, second) in [("2026-03-01", "2026-02-20"), ("2026-03-02", "2026-02-21")] {
            let seen_by_both = seen(&office.get(PAGE, &cookies).await.text);
            let confirm = |since, seen| [("do", "confirm"), ("since", since), ("note", "mit dem Verein"), ("seen", seen)];
            assert_eq!(office.post(&address, &cookies, &confirm(first, &seen_by_both)).await.status, 303);
            let again = office.post(&address, &cookies, &confirm(second, &seen_by_both)).await;
            assert_eq!(again.status, 409, "{}", again.text);
            assert_eq!(ost().as_deref(), Some(first));
            // What the first said stands there, what the second typed too.
            let day = first.trim_start_matches("2026-03-0");
            assert!(again.text.contains(&format!("am {day}.3.2026")) && again.text.contains("Inzwischen hat jemand anderes"));
            assert!(again.text.contains(&format!("value=\"{second}\"")));
            let withdraw = [("do", "withdraw"), ("seen", seen_by_both.as_str())];
            assert_eq!(office.post(&address, &cookies, &withdraw).await.status, 409);
            let seen_now = seen(&again.text);
            assert_eq!(office.post(&address, &cookies, &confirm(second, &seen_now)).await.status, 303);
            assert_eq!(ost().as_deref(), Some(second));
        }
    }

    async fn a_survey_is_part_of_the_city_with_revision_and_trail(kept: &Kept) {
        let city = begun(kept, []).await;
        let other = City::open(kept.open().await, miteinander::city::Clock::System).await.unwrap();
        let before = city.snapshot().revision().0;
        put(&city, "ost", Some(survey("ost", "2026-03-01"))).await;
        put(&city, "west", Some(survey("west", "2026-03-01"))).await;
        put(&city, "ost", Some(Survey { note: None, ..survey("ost", "2026-03-02") })).await;
        put(&city, "west", None).await;
        let expected = [Some(Survey { note: None, ..survey("ost", "2026-03-02") }), None];
        assert_eq!(known(&city.snapshot()), expected);
        assert_eq!(city.snapshot().revision().0, before + 4);
        // Another program that serves the same city follows.
        other.refresh().await.unwrap();
        assert_eq!(known(&other.snapshot()), expected);
        let first = json!({"complete_since": "2026-03-01", "note": "zu Fuß abgegangen"});
        assert_eq!(told(&city, "ost").await, [
            (Action::Changed, Some(before + 3), first, json!({"complete_since": "2026-03-02"})),
            (Action::Added, Some(before + 1), Value::Null, Value::Null),
        ]);
        let whole = json!({"complete_since": "2026-03-01", "confirmed_by_role": "planner", "note": "zu Fuß abgegangen"});
        assert_eq!(told(&city, "west").await[0], (Action::Removed, Some(before + 4), whole, Value::Null));
        assert!(city.store().check_trail(None).await.unwrap().faults.is_empty());
    }

    async fn a_survey_goes_with_its_district_and_stays_with_one_that_stays(kept: &Kept) {
        let city = begun(kept, []).await;
        put(&city, "ost", Some(survey("ost", "2026-03-01"))).await;
        put(&city, "west", Some(survey("west", "2026-03-01"))).await;
        let districts = Districts {
            districts: vec![district("ost", rectangle(9.2, 48.85, 9.25, 48.95)), district("nord", rectangle(9.15, 48.85, 9.2, 48.95))],
            quarters: Vec::new(),
        };
        let import = CityChange { districts: Some(districts), ..CityChange::by(Author::import("districts")) };
        city.apply(import, city.snapshot().revision()).await.unwrap();
        assert_eq!(known(&city.snapshot()), [Some(survey("ost", "2026-03-01")), None]);
        assert_eq!(told(&city, "west").await[0].0, Action::Removed);
        // The same name in another city is another district.
        let other = CityChange { forget_places: true, districts: Some(two_districts()), ..beginning([]) };
        city.apply(other, city.snapshot().revision()).await.unwrap();
        assert_eq!(known(&city.snapshot()), [None, None]);
        assert_eq!(told(&city, "ost").await[0].0, Action::Removed);
    }

    async fn a_planner_confirms_and_withdraws_and_residents_read_it(kept: &Kept) {
        let office = Office::around(begun(kept, [place(1, 9.21, 48.9)]).await);
        let cookies = office.cookies(&[Role::Planner]).await;
        let page = office.get(PAGE, &cookies).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("1 Räume, 0 Plätze · 100 % der wichtigsten Angaben fehlen"), "{}", page.text);
        assert_eq!(page.text.matches("noch nicht bestätigt").count(), 2);
        let form = [("do", "confirm"), ("since", "2026-03-01"), ("note", "mit dem Verein")];
        let done = office.post(&format!("{PAGE}/ost"), &cookies, &form).await;
        assert_eq!(done.header(header::LOCATION), format!("{PAGE}?done=staff-done-surveyed"), "{}", done.text);
        let page = office.get(PAGE, &cookies).await.text;
        for part in ["Vollständig erfasst am 1.3.2026 (Planung).", "gilt bis 1.3.2028", "„mit dem Verein“", "4.3.2026 · Planung · bestätigt"] {
            assert!(page.contains(part), "{part}: {page}");
        }
        let public = office.get("/stadtteile/ost", "").await.text;
        assert!(public.contains("Vollständig erfasst am 1.3.2026 (Planung).") && !public.contains("mit dem Verein"));
        assert!(!public.contains("Noch nicht vollständig erfasst."));
        assert!(office.get("/stadtteile/west", "").await.text.contains("Noch nicht vollständig erfasst."));
        let overview = office.get("/stadtteile", "").await.text;
        assert!(overview.contains("<dd>1.3.2026</dd>") && overview.contains("<dd>noch nicht</dd>"), "{overview}");
        let seen = seen(&page);
        let withdrawn = office.post(&format!("{PAGE}/ost"), &cookies, &[("do", "withdraw"), ("seen", &seen)]).await;
        assert_eq!(withdrawn.header(header::LOCATION), format!("{PAGE}?done=staff-done-survey-withdrawn"));
        assert!(office.get("/stadtteile/ost", "").await.text.contains("Noch nicht vollständig erfasst."));
        assert!(office.get(PAGE, &cookies).await.text.contains("4.3.2026 · Planung · zurückgenommen"));
        assert_eq!(office.post(&format!("{PAGE}/ost"), &cookies, &[("do", "withdraw")]).await.status, 404);
    }
}

#[tokio::test]
async fn a_survey_of_tomorrow_of_long_ago_or_that_names_somebody_is_refused() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::around(begun(&kept, []).await);
    let cookies = office.cookies(&[Role::Planner]).await;
    for (since, note, wrong) in [
        ("2026-03-05", "", "nicht in der Zukunft"),
        ("2024-03-04", "", "zwei Jahre oder länger"),
        ("gestern", "", "Bitte einen Tag eintragen."),
        ("2026-03-01", "mit Frau Müller", "niemanden mit Namen"),
        (
            "2026-03-01",
            "Ruf 07141 910 0",
            "Telefonnummern aus dem Text",
        ),
    ] {
        let form = [("do", "confirm"), ("since", since), ("note", note)];
        let answer = office.post(&format!("{PAGE}/ost"), &cookies, &form).await;
        assert_eq!(answer.status, 400, "{since} {note}");
        assert!(
            answer.text.contains(wrong),
            "{since} {note}: {}",
            answer.text
        );
        let value = format!("value=\"{since}\"");
        assert!(answer.text.contains(&value) && answer.text.contains(note));
    }
    let form = [("do", "confirm"), ("since", "2026-03-01"), ("note", "")];
    assert_eq!(
        office
            .post(&format!("{PAGE}/nord"), &cookies, &form)
            .await
            .status,
        404
    );
    assert_eq!(known(&office.city.snapshot()), [None, None]);
}

#[tokio::test]
async fn an_expired_survey_is_told_as_that() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let city = begun(&kept, []).await;
    put(&city, "ost", Some(survey("ost", "2024-03-04"))).await;
    let office = Office::around(city);
    let public = office.get("/stadtteile/ost", "").await.text;
    assert!(public.contains("Noch nicht vollständig erfasst."));
    assert!(
        public.contains(
            "Vollständig erfasst am 4.3.2024 (Planung). Das ist länger als zwei Jahre her"
        )
    );
    let cookies = office.cookies(&[Role::Planner]).await;
    assert!(
        office
            .get(PAGE, &cookies)
            .await
            .text
            .contains("abgelaufen am 4.3.2026")
    );
    let home = office.get("/verwaltung", &cookies).await.text;
    assert!(
        home.contains("2 Stadtteile ohne gültige Erhebung"),
        "{home}"
    );
    let feature = office.get("/api/collections/districts/items/ost", "").await;
    let feature: Value = serde_json::from_str(&feature.text).unwrap();
    let properties = &feature["properties"];
    assert_eq!(
        (&properties["surveyed_on"], &properties["survey_current"]),
        (&json!("2024-03-04"), &json!(false))
    );
    let all = office.get("/api/collections/districts/items", "").await;
    let all: Value = serde_json::from_str(&all.text).unwrap();
    assert_eq!(all["features"][1]["properties"].get("surveyed_on"), None);
}

/// Says something of a survey through the API, which was seen as `version` where that is not empty.
async fn tell(
    office: &Office,
    cookies: &str,
    method: Method,
    id: &str,
    version: &str,
    body: Value,
) -> (u16, Value) {
    let text = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let mut request = axum::http::Request::builder()
        .method(method)
        .uri(format!("/api/staff/surveys/{id}"))
        .header(header::HOST, crate::staff::HOST)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::COOKIE, cookies);
    if !version.is_empty() {
        request = request.header(header::IF_MATCH, version);
    }
    let answer = office.send(request.body(text.into()).unwrap()).await;
    (
        answer.status.as_u16(),
        serde_json::from_str(&answer.text).unwrap(),
    )
}

#[tokio::test]
async fn programs_read_confirm_and_withdraw_surveys() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::around(begun(&kept, []).await);
    let cookies = office.cookies(&[Role::Planner]).await;
    let ask = async |method: Method, id: &str, body: Value| {
        tell(&office, &cookies, method, id, "", body).await
    };
    assert_eq!(ask(Method::GET, "ost", Value::Null).await.0, 404);
    for (body, field) in [
        (json!({"complete_since": "2026-03-05"}), "complete_since"),
        (json!({"complete_since": "bald"}), "complete_since"),
        (
            json!({"complete_since": "2026-03-01", "note": "a@b.de"}),
            "note",
        ),
        (json!({"since": "2026-03-01"}), "body"),
    ] {
        let (status, problem) = ask(Method::PUT, "ost", body.clone()).await;
        assert_eq!(status, 400, "{body}");
        let told = problem["field"]
            .as_str()
            .or(problem["errors"][0]["field"].as_str());
        assert_eq!(told, Some(field), "{body}: {problem}");
    }
    let said = json!({"complete_since": "2026-03-01", "note": "mit dem Verein"});
    let (status, done) = ask(Method::PUT, "ost", said.clone()).await;
    assert_eq!((status, &done), (200, &json!({"revision": 2})));
    // The same once more changes nothing.
    assert_eq!(
        ask(Method::PUT, "ost", said).await,
        (200, json!({"revision": 2}))
    );
    let (_, own) = ask(Method::GET, "ost", Value::Null).await;
    assert_eq!(
        own,
        json!({
            "district": "ost", "complete_since": "2026-03-01", "confirmed_by_role": "planner",
            "note": "mit dem Verein", "expires_on": "2028-03-01", "is_current": true,
        })
    );
    // Another one only by who has seen this one.
    let other = json!({"complete_since": "2026-03-02"});
    assert_eq!(ask(Method::PUT, "ost", other.clone()).await.0, 428);
    assert_eq!(ask(Method::DELETE, "ost", Value::Null).await.0, 428);
    let path = "/api/staff/surveys/ost";
    let first = office
        .get(path, &cookies)
        .await
        .header(header::ETAG)
        .to_owned();
    let with = async |method: Method, version: &str, body: Value| {
        tell(&office, &cookies, method, "ost", version, body).await
    };
    let (status, _) = with(Method::PUT, &first, other).await;
    assert_eq!(status, 200);
    let third = json!({"complete_since": "2026-03-03"});
    assert_eq!(with(Method::PUT, &first, third).await.0, 412);
    assert_eq!(with(Method::DELETE, &first, Value::Null).await.0, 412);
    let second = office
        .get(path, &cookies)
        .await
        .header(header::ETAG)
        .to_owned();
    assert_eq!(
        with(Method::DELETE, &second, Value::Null).await,
        (200, json!({"revision": 4}))
    );
    assert_eq!(with(Method::DELETE, &second, Value::Null).await.0, 404);
    let one = json!({"complete_since": "2026-03-01"});
    assert_eq!(with(Method::PUT, &second, one).await.0, 412);
    assert_eq!(
        ask(Method::PUT, "nord", json!({"complete_since": "2026-03-01"}))
            .await
            .0,
        404
    );
}

#[test]
fn a_check_names_the_districts_without_a_survey() {
    let desk = Desk::with_city();
    let checked = desk.run(&["check"]);
    assert!(checked.out.contains(": survey\n"), "{}", checked.out);
}

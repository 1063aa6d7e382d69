//! Measures by rank, against a slow twin that asks the coverage engine about every place anew; and retrofits.

use axum::http::{Method, StatusCode};
use miteinander::coverage::{Field, Goal, Starts};
use miteinander::domain::Need;
use miteinander::domain::audit::Rating;
use miteinander::domain::audit::measure::CostClass;
use miteinander::domain::staff::Role;
use miteinander::walk::Profile;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{all_met, auditor, door, numbers, office, planner};
use crate::audits::{Worker, address, audit};
use crate::fixture::{both_stores, place_id};
use crate::staff::Office;

const MEASURES: &str = "/api/staff/measures";

async fn propose(own: &Worker<'_>, audit: u128, id: u128, body: &Value) {
    let measure = format!("{}/measures/{}", address(audit), Uuid::from_u128(id));
    let sent = own.put(&measure, None, body).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.json);
}

fn measure(criteria: &[&str], cost: Option<&str>) -> Value {
    json!({ "criteria": criteria, "description": "Umbau", "cost_class": cost, "owner": "Hochbau", "target_year": 2028 })
}

/// The first place lets nobody in on wheels, in the second a step is in the way too, the third is met, the fourth not published.
async fn audited(office: &Office) -> Worker<'_> {
    let own = auditor(office).await;
    own.publish(1, &audit(1, &door(78))).await;
    let mut both = door(78);
    both["readings"]["C14"] = json!({ "steps": 3, "max_step_cm": 16, "mobile_ramp": false });
    own.publish(2, &audit(2, &both)).await;
    own.publish(3, &audit(3, &all_met())).await;
    let sent = own.put(&address(4), None, &audit(4, &door(78))).await;
    assert_eq!(sent.status, StatusCode::CREATED);
    propose(&own, 1, 11, &measure(&["C18"], Some("B"))).await;
    propose(&own, 2, 21, &measure(&["C18"], Some("A"))).await;
    propose(&own, 2, 22, &measure(&["C14", "C18"], Some("C"))).await;
    propose(&own, 1, 12, &measure(&["C18"], None)).await;
    propose(&own, 4, 41, &measure(&["C18"], Some("A"))).await;
    propose(&own, 2, 23, &measure(&["C14"], Some("D"))).await;
    own
}

fn id(number: u128) -> Value {
    json!(Uuid::from_u128(number).to_string())
}

/// Whoever walks to places that people with a need can use, and to `more`.
fn times(office: &Office, need: Option<Need>, more: Option<u128>) -> Vec<u32> {
    let city = office.city.snapshot();
    let usable = city.places().filter(|own| {
        let is_more = more.is_some_and(|number| own.place.id == place_id(number));
        let rating = need.and_then(|need| Some(own.audited()?.rating(need)));
        is_more || matches!(rating, Some(Rating::Full | Rating::Partial))
    });
    let goals: Vec<Goal> = usable
        .map(|own| Goal::at(city.walks(), own.place.shape.clone()))
        .collect();
    let goals: Vec<&Goal> = goals.iter().collect();
    let starts = Starts::of(city.walks(), city.inhabited());
    let field = Field {
        walks: city.walks(),
        starts: &starts,
    };
    field.times(&goals, Profile::Older).decimetres().to_vec()
}

const LIMIT_DM: u32 = 15 * 540;

/// Residents around a place, in whole persons.
fn slow_residents(office: &Office, place: u128) -> i64 {
    let city = office.city.snapshot();
    let near = times(office, None, Some(place))
        .into_iter()
        .zip(city.inhabited());
    let near = near.filter(|(time, own)| *time <= LIMIT_DM && own.district.is_some());
    near.map(|(_, own)| i64::from(own.milli_persons))
        .sum::<i64>()
        / 1000
}

/// Residents who have a place that they can use in a wheelchair within reach only with this one.
fn slow_gained(office: &Office, place: u128) -> f64 {
    let city = office.city.snapshot();
    let need = Some(Need::Wheelchair);
    let both = times(office, need, None)
        .into_iter()
        .zip(times(office, need, Some(place)));
    let new = both.zip(city.inhabited()).filter(|((before, after), own)| {
        *before > LIMIT_DM && *after <= LIMIT_DM && own.district.is_some()
    });
    new.map(|(_, own)| f64::from(own.milli_persons))
        .sum::<f64>()
        / 1000.0
}

fn slow_steps(before: &Value, after: &Value) -> i64 {
    match (before.as_str().unwrap(), after.as_str().unwrap()) {
        ("none", "partial") => 2,
        ("none", "full") => 3,
        ("partial", "full") => 1,
        other => panic!("{other:?} is no step"),
    }
}

both_stores! {
    async fn measures_are_ranked_by_parts_that_a_slow_twin_finds_too(kept: &Kept) {
        let office = office(kept).await;
        let own = audited(&office).await;
        let told = own.get(MEASURES).await.json;
        let ranked = told["ranked"].as_array().unwrap();
        let ids: Vec<_> = ranked.iter().map(|own| own["id"].clone()).collect();
        assert_eq!(ids, [id(11), id(22)]);
        let why = |number: u128| {
            let mut apart = told["apart"].as_array().unwrap().iter();
            apart.find(|own| own["id"] == id(number)).unwrap()["why"].clone()
        };
        assert_eq!([12, 21, 23, 41].map(why), ["no_cost", "nothing_alone", "nothing_alone", "not_published"].map(Value::from));
        for (row, place, cost) in [(&ranked[0], 1, CostClass::B), (&ranked[1], 2, CostClass::C)] {
            let [residents, steps, weight] = numbers(&row["priority"], ["residents", "steps", "cost_weight"]);
            assert_eq!(residents, slow_residents(&office, place));
            let unblocked = row["unblocked"].as_array().unwrap().iter();
            let slow: i64 = unblocked.map(|own| slow_steps(&own["before"], &own["after"])).sum();
            assert_eq!((steps, weight), (slow, i64::from(cost.weight())));
            let score = row["priority"]["score"].as_f64().unwrap();
            assert!((score - residents as f64 * steps as f64 / weight as f64).abs() < 1e-6);
            let gained = row["gained_any"].as_f64().unwrap();
            assert!((gained - slow_gained(&office, place)).abs() < 1e-9, "{gained}");
        }
    }

    async fn measures_are_asked_for_by_district_need_cost_and_status(kept: &Kept) {
        let office = office(kept).await;
        let own = audited(&office).await;
        let count = async |query: &str| {
            let told = own.get(&format!("{MEASURES}?{query}")).await.json;
            let of = |name: &str| told[name].as_array().unwrap().len();
            (of("ranked") + of("apart"), told["left_out"].as_u64().unwrap())
        };
        assert_eq!(count("").await, (6, 0));
        assert_eq!(count("cost=A,B").await, (3, 3));
        assert_eq!(count("district=ost").await, (0, 6));
        assert_eq!(count("need=deaf").await, (0, 6));
        assert_eq!(count("need=wheelchair&status=proposed").await, (6, 0));
        assert_eq!(count("status=implemented").await, (0, 6));
        for (query, status) in [("cost=E", StatusCode::BAD_REQUEST), ("district=mars", StatusCode::NOT_FOUND), ("x=1", StatusCode::BAD_REQUEST)] {
            assert_eq!(own.get(&format!("{MEASURES}?{query}")).await.status, status, "{query}");
        }
        let table = office.get(&format!("{MEASURES}.csv"), &own.cookies).await.text;
        assert_eq!(table.lines().count(), 7, "{table}");
        let editor = office.cookies(&[Role::Editor]).await;
        assert_eq!(office.get(MEASURES, &editor).await.status, StatusCode::FORBIDDEN);
        let page = office.get("/verwaltung/massnahmen?cost=A&cost=B", &own.cookies).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Umbau") && page.text.contains("data-why=\"nothing_alone\""), "{}", page.text);
        let wrong = office.get("/verwaltung/massnahmen?cost=E", &own.cookies).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    }

    async fn a_retrofit_takes_all_measures_of_a_place_together_and_names_its_cost(kept: &Kept) {
        let office = office(kept).await;
        audited(&office).await;
        let own = planner(&office).await;
        let asked = |body: Value| {
            let own = &own;
            async move { own.send((Method::POST, "/api/staff/retrofit"), None, &body).await }
        };
        let on_site = auditor(&office).await;
        propose(&on_site, 3, 31, &measure(&["C18"], Some("D"))).await;
        on_site.publish(5, &audit(5, &door(78))).await;
        propose(&on_site, 5, 51, &measure(&["C18"], Some("D"))).await;
        let off_list = asked(json!({ "cost_classes": ["D"] })).await.json;
        // The third place meets what its measure is for; the fifth is on no list; of the second there is a measure besides.
        assert_eq!(numbers(&off_list, ["measures", "places", "places_off_list"]), [2, 2, 1]);
        assert_eq!(off_list["apart"][0]["why"], "already_met");
        on_site.post(&address(5), "withdraw", &json!({ "reason": "falscher Eingang gemessen" })).await;
        let again = on_site.put(&format!("{}/measures/{}", address(5), Uuid::from_u128(52)), None, &measure(&["C18"], None)).await;
        assert_eq!(again.status, StatusCode::BAD_REQUEST, "{}", again.json);
        let told = on_site.get(MEASURES).await.json;
        let mut apart = told["apart"].as_array().unwrap().iter();
        assert_eq!(apart.find(|own| own["id"] == id(51)).unwrap()["why"], "withdrawn");
        let told = asked(json!({ "districts": ["west"], "cost_classes": ["A", "B"] })).await.json;
        assert_eq!(numbers(&told, ["measures", "places"]), [2, 2]);
        assert_eq!(told["cost"], json!({ "at_least_eur": 1000, "at_most_eur": 11000, "open_ended": 0, "unknown": 0 }));
        let standard = |told: &Value| [0, 1].map(|at| numbers(&told["city"][at], ["minimum", "standard"]));
        // Of the second place only the door: the step stays.
        assert_eq!(standard(&told), [[1, 1], [2, 2]]);
        assert_eq!(told["apart"][0]["why"], "not_published");
        let all = asked(json!({})).await.json;
        assert_eq!(standard(&all), [[1, 1], [3, 3]]);
        assert_eq!((&all["cost"]["at_most_eur"], &all["cost"]["open_ended"], &all["cost"]["unknown"]), (&Value::Null, &json!(1), &json!(1)));
        let wheelchair = &all["needs"][0];
        assert_eq!((&wheelchair["need"], &wheelchair["usable"]), (&json!("wheelchair"), &json!(2)));
        let west = &all["districts"][0];
        assert_eq!((&west["id"], &west["counts"][1]["standard"]), (&json!("west"), &json!(2)));
        // Nothing was stored.
        assert_eq!(numbers(&own.get("/api/barrier-free").await.json["city"], ["standard"]), [1]);
        let unknown = asked(json!({ "districts": ["mars"] })).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        let page = office.get("/verwaltung/massnahmen/umbau?district=west&cost=A&cost=B", &own.cookies).await;
        assert!(page.text.contains("1\u{202f}000 bis 11\u{202f}000\u{a0}€") || page.text.contains("1\u{202f}000 bis 11\u{202f}000 €"), "{}", page.text);
        let auditor = office.cookies(&[Role::Auditor]).await;
        assert_eq!(office.get("/verwaltung/massnahmen/umbau", &auditor).await.status, StatusCode::FORBIDDEN);
    }
}

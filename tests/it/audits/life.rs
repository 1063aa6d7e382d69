//! From the plan to the public, by those who may.

use axum::http::{Method, StatusCode};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::TrailFilter;
use serde_json::{Value, json};

use super::{AUDITS, Worker, address, all_met, audit, public};
use crate::fixture::both_stores;
use crate::staff::Office;

async fn worker<'a>(office: &'a Office, roles: &[Role]) -> Worker<'a> {
    Worker {
        office,
        cookies: office.cookies(roles).await,
    }
}

both_stores! {
    async fn an_audit_goes_from_the_phone_to_the_public(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = worker(&office, &[Role::Auditor]).await;
        let own = address(1);
        let sent = auditor.put(&own, None, &audit(1, &all_met())).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.json);
        assert_eq!((&sent.json["state"], &*sent.version), (&json!("in_progress"), "\"1\""));
        let nowhere = public(&office, "/api/collections/audits/items").await;
        assert_eq!(nowhere["numberMatched"], 0);
        assert_eq!(auditor.step(&own, "complete").await.json["state"], "completed");
        assert_eq!(public(&office, "/api/collections/audits/items").await["numberMatched"], 0);
        let published = auditor.step(&own, "publish").await;
        assert_eq!((&published.json["state"], &published.json["moves"]), (&json!("published"), &json!([])));
        let shown = public(&office, "/api/collections/audits/items").await;
        assert_eq!(shown["numberMatched"], 1);
        let properties = &shown["features"][0]["properties"];
        assert_eq!(properties["ratings"]["wheelchair"]["rating"], "full");
        assert_eq!(properties["meets_standard"], "yes");
        assert_eq!(properties["facts"]["wc"], true);
        assert_eq!(office.city.store().check_trail(None).await.unwrap().fault_count(), 0);
    }

    async fn an_audit_sent_twice_is_kept_once(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = worker(&office, &[Role::Auditor]).await;
        let (own, body) = (address(1), audit(1, &json!({ "readings": { "C14": { "steps": 1 } } })));
        let first = auditor.put(&own, None, &body).await;
        let again = auditor.put(&own, None, &body).await;
        assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::OK));
        assert_eq!((&first.json, &first.version), (&again.json, &again.version));
        let more = audit(1, &json!({ "readings": { "C14": { "steps": 1, "max_step_cm": 15 } } }));
        let blind = auditor.put(&own, None, &more).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
        let seen = auditor.put(&own, Some(&first.version), &more).await;
        assert_eq!((seen.status, &*seen.version), (StatusCode::OK, "\"2\""));
        // The answer got lost on the way, and the phone sends once more what it sent.
        let repeated = auditor.put(&own, Some(&first.version), &more).await;
        assert_eq!((repeated.status, &*repeated.version), (StatusCode::OK, "\"2\""));
        let late = auditor.put(&own, Some(&first.version), &body).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        let all = auditor.get(AUDITS).await.json;
        assert_eq!(all["audits"].as_array().unwrap().len(), 1);
    }

    async fn two_auditors_of_one_place_keep_two_audits_and_see_where_they_differ(kept: &Kept) {
        let office = Office::open(kept).await;
        let (one, other) = (worker(&office, &[Role::Auditor]).await, worker(&office, &[Role::Auditor]).await);
        let sheet = |steps: u32| json!({ "readings": { "C14": { "steps": steps }, "C18": { "width_cm": 84 } } });
        one.put(&address(1), None, &audit(1, &sheet(1))).await;
        other.put(&address(2), None, &audit(1, &sheet(2))).await;
        other.put(&address(3), None, &audit(2, &sheet(2))).await;
        let all = one.get(&format!("{AUDITS}?place={}", crate::fixture::place_id(1))).await;
        assert_eq!(all.json["audits"].as_array().unwrap().len(), 2);
        let with = |number| format!("{}/differences?with={}", address(1), uuid::Uuid::from_u128(number));
        let told = one.get(&with(2)).await.json;
        assert_eq!(told["differences"], json!([{ "at": "readings/C14/steps", "one": 1, "other": 2 }]));
        let elsewhere = one.get(&with(3)).await;
        assert_eq!((elsewhere.status, elsewhere.field()), (StatusCode::BAD_REQUEST, "with"));
    }

    async fn planners_plan_auditors_measure_and_nobody_else_does_anything(kept: &Kept) {
        let office = Office::open(kept).await;
        let (auditor, planner) = (worker(&office, &[Role::Auditor]).await, worker(&office, &[Role::Planner]).await);
        let own = address(1);
        let mut plan = audit(1, &json!({}));
        plan["audited_on"] = Value::Null;
        let undated = planner.put(&own, None, &plan).await;
        assert_eq!(undated.json["state"], "planned", "{}", undated.json);
        assert_eq!(planner.step(&own, "schedule").await.field(), "planned_on");
        plan["planned_on"] = json!("2026-03-10");
        planner.put(&own, Some(&undated.version), &plan).await;
        let scheduled = planner.step(&own, "schedule").await;
        assert_eq!(scheduled.json["state"], "scheduled");
        let measured = audit(1, &json!({ "readings": { "C14": { "steps": 0 } } }));
        let refused = planner.put(&own, Some(&scheduled.version), &measured).await;
        assert_eq!((refused.status, refused.field()), (StatusCode::BAD_REQUEST, "move"));
        let begun = auditor.put(&own, Some(&scheduled.version), &measured).await;
        assert_eq!(begun.json["state"], "in_progress");
        assert_eq!(planner.step(&own, "complete").await.field(), "move");
        assert_eq!(auditor.step(&own, "publish").await.field(), "move");
        assert_eq!(auditor.step(&own, "complete").await.status, StatusCode::OK);
        let more = audit(1, &json!({}));
        let closed = auditor.put(&own, Some("\"5\""), &more).await;
        assert_eq!((closed.status, closed.field()), (StatusCode::BAD_REQUEST, "state"));
        assert_eq!(planner.step(&own, "publish").await.json["state"], "published");
        for role in [Role::Editor, Role::Patrol, Role::Prevention, Role::Admin] {
            let other = worker(&office, &[role]).await;
            assert_eq!(other.get(AUDITS).await.status, StatusCode::FORBIDDEN, "{role}");
            let sent = other.put(&address(9), None, &audit(1, &json!({}))).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{role}");
        }
    }

    async fn a_published_revision_stays_until_its_correction_is_published(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = worker(&office, &[Role::Auditor]).await;
        let own = address(1);
        auditor.publish(1, &audit(1, &all_met())).await;
        let corrected = auditor.post(&own, "correct", &Value::Null).await;
        assert_eq!((&corrected.json["revision"], &corrected.json["state"]), (&json!(2), &json!("in_progress")));
        let mut sheet = all_met();
        sheet["readings"]["C18"]["width_cm"] = json!(78);
        auditor.put(&own, Some(&corrected.version), &audit(1, &sheet)).await;
        let shown = || async {
            let all = public(&office, "/api/collections/audits/items").await;
            let properties = &all["features"][0]["properties"];
            (properties["revision"].clone(), properties["ratings"]["wheelchair"]["rating"].clone())
        };
        assert_eq!(shown().await, (json!(1), json!("full")));
        auditor.step(&own, "complete").await;
        auditor.step(&own, "publish").await;
        assert_eq!(shown().await, (json!(2), json!("none")));
        let whole = auditor.get(&own).await.json;
        let revisions = whole["revisions"].as_array().unwrap();
        assert_eq!(revisions.len(), 2);
        assert_eq!(revisions[0]["sheet"]["readings"]["C18"]["width_cm"], 90);
    }

    async fn what_is_withdrawn_nobody_outside_sees_and_the_audit_before_it_counts_again(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = worker(&office, &[Role::Auditor]).await;
        let mut old = audit(1, &all_met());
        old["audited_on"] = json!("2025-06-01");
        auditor.publish(1, &old).await;
        let mut sheet = all_met();
        sheet["readings"]["C18"]["width_cm"] = json!(78);
        auditor.publish(2, &audit(1, &sheet)).await;
        let rating = || async {
            let place = public(&office, &format!("/api/collections/places/items/{}", crate::fixture::place_id(1))).await;
            place["properties"]["accessibility"]["wheelchair"].clone()
        };
        assert_eq!(rating().await, "none");
        let named = auditor.post(&address(2), "withdraw", &json!({ "reason": "Frau Müller sagt, falsch" })).await;
        assert_eq!((named.status, named.field()), (StatusCode::BAD_REQUEST, "reason"));
        let gone = auditor.post(&address(2), "withdraw", &json!({ "reason": "falsche Tür gemessen" })).await;
        assert_eq!(gone.json["withdrawn"], "falsche Tür gemessen");
        assert_eq!(rating().await, "full");
        let again = auditor.post(&address(2), "correct", &Value::Null).await;
        assert_eq!((again.status, again.field()), (StatusCode::BAD_REQUEST, "state"));
    }

    async fn what_breaks_a_rule_names_its_field(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = worker(&office, &[Role::Auditor]).await;
        let own = address(1);
        let with = |name: &str, value: Value| {
            let mut body = audit(1, &json!({}));
            body[name] = value;
            body
        };
        for (wrong, field) in [
            (audit(99, &json!({})), "place"),
            (with("criteria", json!("lb-draft-9")), "criteria"),
            (with("source", json!("osm")), "source"),
            (with("audited_on", json!("gestern")), "audited_on"),
            (with("sheet", json!({ "readings": { "C14": { "steps": -1 } } })), "sheet.readings.C14.steps"),
            (with("sheet", json!({ "readings": { "C99": { "steps": 1 } } })), "sheet.readings.C99.steps"),
            (with("inspector", json!("Erika")), "body"),
        ] {
            let refused = auditor.put(&own, None, &wrong).await;
            assert_eq!((refused.status, refused.field()), (StatusCode::BAD_REQUEST, field), "{wrong}");
        }
        auditor.put(&own, None, &audit(1, &json!({}))).await;
        let moved = auditor.put(&own, Some("\"1\""), &audit(2, &json!({}))).await;
        assert_eq!(moved.field(), "place");
        let unknown = auditor.get(&address(5)).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    }

    async fn every_step_stands_in_the_trail_and_no_answer_does(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = worker(&office, &[Role::Auditor]).await;
        let own = address(1);
        let answer = |steps: u32| audit(1, &json!({ "readings": { "C14": { "steps": steps } } }));
        let first = auditor.put(&own, None, &answer(1)).await;
        auditor.put(&own, Some(&first.version), &answer(2)).await;
        auditor.step(&own, "complete").await;
        auditor.step(&own, "publish").await;
        let entries = office.city.store().trail(&TrailFilter::default()).await.unwrap();
        let about = entries.iter().filter(|entry| entry.subject.as_str().starts_with("audit/"));
        let told: Vec<_> = about.map(|entry| (&*entry.detail, entry.revision.is_some())).collect();
        assert_eq!(told, [
            ("published, revision 1", true),
            ("completed, revision 1", false),
            ("in_progress, revision 1", false),
        ]);
    }

    async fn auditors_propose_measures_and_planners_decide(kept: &Kept) {
        let office = Office::open(kept).await;
        let (auditor, planner) = (worker(&office, &[Role::Auditor]).await, worker(&office, &[Role::Planner]).await);
        let mut sheet = all_met();
        sheet["readings"]["C18"]["width_cm"] = json!(78);
        auditor.publish(1, &audit(1, &sheet)).await;
        let own = format!("{}/measures/{}", address(1), uuid::Uuid::from_u128(7));
        let mut measure = json!({ "criteria": ["C18"], "description": "Tür verbreitern", "cost_class": "B" });
        let proposed = auditor.put(&own, None, &measure).await;
        assert_eq!((proposed.status, &proposed.json["status"]), (StatusCode::CREATED, &json!("proposed")));
        assert_eq!(auditor.put(&own, None, &measure).await.status, StatusCode::OK);
        measure["status"] = json!("decided");
        let refused = auditor.put(&own, Some(&proposed.version), &measure).await;
        assert_eq!((refused.status, refused.field()), (StatusCode::BAD_REQUEST, "status"));
        let decided = planner.put(&own, Some(&proposed.version), &measure).await;
        assert_eq!((decided.status, &*decided.version), (StatusCode::OK, "\"2\""));
        let whole = planner.get(&address(1)).await.json;
        let wheelchair = json!({ "need": "wheelchair", "before": "none", "after": "full" });
        let unblocked = whole["measures"][0]["unblocked"].as_array().unwrap();
        assert!(unblocked.contains(&wheelchair), "{unblocked:?}");
        let nothing = json!({ "criteria": ["C99"], "description": "x" });
        let unknown = format!("{}/measures/{}", address(1), uuid::Uuid::from_u128(8));
        assert_eq!(auditor.send((Method::PUT, &unknown), None, &nothing).await.field(), "criteria");
    }
}

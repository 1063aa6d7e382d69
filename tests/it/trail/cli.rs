//! The trail at a terminal.

use miteinander::store::Store;
use serde_json::Value;

use crate::cli::Desk;
use crate::fixture::tamper;

/// Two places, of which one was renamed; the second has a name that plays tricks.
fn desk() -> Desk {
    let desk = Desk::with_city();
    let id = "00000000-0000-4000-8000-000000000001";
    for (name, seats) in [("Treff", "10"), ("Neuer Treff", "20")] {
        let table = format!(
            "id,name,kind,lon,lat,seats\n{id},{name},library,9.05,48.05,{seats}\n\
             00000000-0000-4000-8000-000000000002,\"=1+1 \u{202e}B\",library,9.06,48.05,\n"
        );
        let file = desk.file("p.csv", table.as_bytes());
        let done = desk.run(&["import", "places", &file]);
        assert_eq!(done.code, Some(0), "{}", done.err);
    }
    desk
}

async fn harm(desk: &Desk, statement: &'static str) {
    let store = Store::open_folder(&desk.data()).await.unwrap();
    tamper(&store, statement).await;
    store.close().await;
}

#[test]
fn the_newest_entries_are_printed_one_a_line() {
    let desk = desk();
    let printed = desk.run(&["trail"]);
    let lines: Vec<_> = printed.out.lines().collect();
    assert_eq!((printed.code, lines.len()), (Some(0), 5), "{}", printed.out);
    assert!(
        lines[0].starts_with("5  ") && lines[0].ends_with("  name, seats"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].ends_with("  =1+1 B"),
        "no sign that turns the terminal around: {}",
        lines[1]
    );
    let asked = desk.run(&[
        "trail",
        "--subject",
        "place/",
        "--action",
        "added",
        "--by",
        "import",
        "--after",
        "0",
        "--limit",
        "1",
    ]);
    assert!(
        asked.out.starts_with("3  ") && asked.out.lines().count() == 1,
        "{}",
        asked.out
    );
    assert_eq!(desk.run(&["trail", "--until", "2020-01-01"]).out, "");
    for wrong in [
        &["--from", "yesterday"][..],
        &["--by", "chief"],
        &["--action", "eaten"],
        &["--limit", "0"],
        &["--subject", ""],
        &["--before", "3", "--after", "3"],
        &["--json", "--csv"],
    ] {
        let refused = desk.run(&[&["trail"], wrong].concat());
        assert_eq!(refused.code, Some(2), "{wrong:?}: {}", refused.out);
    }
}

#[test]
fn json_and_csv_hold_all_entries_with_all_they_say() {
    let desk = desk();
    let json: Vec<Value> = serde_json::from_str(&desk.run(&["trail", "--json"]).out).unwrap();
    assert_eq!(json.len(), 5);
    assert_eq!(
        json[0]["before"],
        serde_json::json!({"name": "Treff", "seats": 10})
    );
    assert_eq!(
        json[0]["after"],
        serde_json::json!({"name": "Neuer Treff", "seats": 20})
    );
    assert_eq!(
        (json[0].get("redacted"), json[4].get("before")),
        (None, None)
    );
    assert_eq!(
        desk.run(&["trail", "--json", "--until", "2020-01-01"]).out,
        "[\n]\n"
    );
    let table = desk.run(&["trail", "--csv"]).out;
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(
        (rows.len(), &rows[0][0], &rows[0][7]),
        (5, "5", "name, seats")
    );
    assert!(
        rows[1][7].starts_with("'=1+1"),
        "no formula: {}",
        &rows[1][7]
    );
    assert_eq!(rows[0][11], json[0]["hash"]);
}

#[tokio::test]
async fn a_check_says_that_the_chain_holds_or_which_entry_is_broken() {
    let desk = desk();
    let fine = desk.run(&["check"]);
    assert_eq!(fine.code, Some(0), "{}", fine.err);
    let said = fine.out.lines().last().unwrap();
    assert!(
        said.starts_with("trail: 5 entries, the chain holds, last 5:"),
        "{said}"
    );
    let noted = said.rsplit(' ').next().unwrap();
    assert_eq!(desk.run(&["check", "--known", noted]).code, Some(0));
    let json: Value = serde_json::from_str(&desk.run(&["check", "--json"]).out).unwrap();
    assert_eq!(json["trail"]["entries"], 5);
    assert_eq!(
        format!("5:{}", json["trail"]["hash"].as_str().unwrap()),
        noted
    );
    assert!(json["faults"].as_array().unwrap().is_empty());

    let other = format!("4:{}", noted.split_once(':').unwrap().1);
    let missed = desk.run(&["check", "--known", &other]);
    assert_eq!(missed.code, Some(1));
    assert!(
        missed.out.contains("entry 4: has another hash"),
        "{}",
        missed.out
    );
    assert_eq!(desk.run(&["check", "--known", "4"]).code, Some(2));
    assert_eq!(
        desk.run(&["check", "--built-in", "--known", noted]).code,
        Some(2)
    );

    harm(&desk, "update trail set detail = 'Anders' where number = 3").await;
    let broken = desk.run(&["check"]);
    assert_eq!(broken.code, Some(1));
    assert!(
        broken
            .out
            .contains("the chain is broken: 1\n  entry 3: does not go with its digest"),
        "{}",
        broken.out
    );
    assert!(
        broken.err.contains("the audit trail is broken"),
        "{}",
        broken.err
    );
    let json = desk.run(&["check", "--json"]);
    let told: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(
        (json.code, &told["trail"]["faults"][0]["number"]),
        (Some(1), &3.into())
    );
}

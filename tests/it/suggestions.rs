//! The queue of suggestions, on both databases, and the commands that read it.

mod queue;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use miteinander::city::Taken;
use miteinander::domain::change::CityChange;
use miteinander::domain::note::Note;
use miteinander::domain::staff::Role;
use miteinander::domain::suggestion::{
    Decision, Removal, Said, Suggestion, SuggestionAccepted, SuggestionId,
};
use miteinander::domain::trail::{Author, Subject, TrailFilter};
use miteinander::domain::{Fact, PlaceId};
use miteinander::error::Error;
use miteinander::store::Store;
use uuid::Uuid;

use crate::cli::Desk;
use crate::fixture::{adding, at, begun, both_stores, place, place_id, tamper};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn suggestion(number: u128, on: &str, said: Said) -> Suggestion {
    Suggestion::new(SuggestionId(Uuid::from_u128(number)), day(on), said)
}

fn removal(reason: &Note, on: &str) -> Removal {
    Removal {
        reason: reason.clone(),
        on: day(on),
        by: Author::command_line(),
    }
}

/// Noon of a day, in UTC.
fn noon(on: &str) -> DateTime<Utc> {
    format!("{on}T12:00:00Z").parse().unwrap()
}

fn everything() -> Said {
    Said {
        about: Some(PlaceId(Uuid::from_u128(7))),
        is_gone: true,
        barriers_changed: true,
        name: "Café \"Ö\" 100 %".parse().ok(),
        kind: "library".parse().ok(),
        address: "Gasse 3'; drop table suggestion; --".parse().ok(),
        location: Some(at(9.2, 48.9)),
        opening_hours: "Mo-Fr".parse().ok(),
        free: Fact::Yes,
        consumption_required: Fact::No,
        toilets: Fact::Unknown,
        remark: "日本\n🙂".parse().ok(),
    }
}

both_stores! {
    async fn a_suggestion_is_read_back_as_it_was_said_after_a_restart(kept: &Kept) {
        let store = kept.open().await;
        let all = [
            suggestion(3, "2026-03-04", everything()),
            suggestion(2, "2026-03-05", Said { free: Fact::No, ..Said::default() }),
            suggestion(1, "2026-03-05", Said::default()),
        ];
        for own in &all {
            assert!(store.put_suggestion(own, 10).await.unwrap());
        }
        store.close().await;
        let again = kept.open().await.suggestions().await.unwrap();
        // By day, then by a random id: nothing tells the order within a day.
        assert_eq!(again, [all[0].clone(), all[2].clone(), all[1].clone()]);
    }

    async fn no_more_than_so_many_wait(kept: &Kept) {
        let store = kept.open().await;
        for number in 0..5 {
            let is_put = store.put_suggestion(&suggestion(number, "2026-03-04", everything()), 3).await.unwrap();
            assert_eq!(is_put, number < 3);
        }
        assert_eq!(store.suggestions().await.unwrap().len(), 3);
        // Whoever decides on one makes room for one.
        let reason: Note = "Werbung".parse().unwrap();
        assert!(store.remove_suggestion(SuggestionId(Uuid::from_u128(0)), &removal(&reason, "2026-03-05"), noon("2026-03-05")).await.unwrap());
        assert!(store.put_suggestion(&suggestion(9, "2026-03-05", everything()), 3).await.unwrap());
        assert!(!store.put_suggestion(&suggestion(10, "2026-03-05", everything()), 3).await.unwrap());
    }

    async fn what_is_removed_leaves_its_day_its_reason_and_nothing_that_was_said(kept: &Kept) {
        let store = kept.open().await;
        store.put_suggestion(&suggestion(1, "2026-03-04", everything()), 10).await.unwrap();
        let id = SuggestionId(Uuid::from_u128(1));
        let reason: Note = "nennt eine Person".parse().unwrap();
        assert!(store.remove_suggestion(id, &removal(&reason, "2026-03-06"), noon("2026-03-06")).await.unwrap());
        let expected = Suggestion {
            state: Decision::Removed,
            decided_on: Some(day("2026-03-06")),
            reason: reason.as_str().parse().ok(),
            ..suggestion(1, "2026-03-04", Said::default())
        };
        assert_eq!(store.suggestions().await.unwrap(), [expected]);
        assert!(!store.remove_suggestion(id, &removal(&reason, "2026-03-07"), noon("2026-03-07")).await.unwrap(), "it is gone already");
        assert!(!store.remove_suggestion(SuggestionId(Uuid::from_u128(2)), &removal(&reason, "2026-03-07"), noon("2026-03-07")).await.unwrap());
    }

    async fn an_accepted_suggestion_and_its_place_are_written_together_or_not_at_all(kept: &Kept) {
        let city = begun(kept, []).await;
        city.store().put_suggestion(&suggestion(1, "2026-03-01", everything()), 10).await.unwrap();
        let accepting = |number| CityChange {
            decided: Some(SuggestionAccepted {
                barriers_changed: false,
                id: SuggestionId(Uuid::from_u128(1)),
                place: place_id(number),
                on: day("2026-03-04"),
                by: Role::Editor,
            }),
            ..adding([place(number, 9.2, 48.9)])
        };
        city.act(move |_| Ok::<_, Error>(accepting(1))).await.unwrap();
        let decided = city.store().suggestions().await.unwrap().remove(0);
        assert_eq!(decided.said, everything());
        assert_eq!((decided.state, decided.decided_on), (Decision::Accepted, Some(day("2026-03-04"))));
        assert_eq!((decided.decided_by, decided.place), (Some(Role::Editor), Some(place_id(1))));
        let subject = Subject::of("suggestion", SuggestionId(Uuid::from_u128(1)));
        let told = city.store().trail(&TrailFilter::about(subject, 9)).await.unwrap();
        let after: Vec<_> = told.iter().map(|entry| (entry.revision, serde_json::to_string(&entry.after).unwrap())).collect();
        assert_eq!(after, [(Some(2), format!(r#"{{"place_id":"{}","state":"accepted"}}"#, place_id(1)))]);
        let before = city.snapshot().revision();
        let second = city.act(move |_| Ok::<_, Error>(accepting(2))).await;
        assert!(matches!(second, Err(Error::Decided(_))), "{second:?}");
        city.refresh().await.unwrap();
        assert_eq!(city.snapshot().revision(), before);
        assert!(city.snapshot().place(place_id(2)).is_none());
    }

    async fn a_row_that_breaks_a_rule_is_named(kept: &Kept) {
        let store = kept.open().await;
        store.put_suggestion(&suggestion(1, "2026-03-04", everything()), 10).await.unwrap();
        tamper(&store, "update suggestion set kind = 'sauna'").await;
        let refused = store.suggestions().await.unwrap_err().to_string();
        assert!(refused.contains("suggestion") && refused.contains("kind"), "{refused}");
    }

    async fn a_city_takes_suggestions_without_changing(kept: &Kept) {
        let city = begun(kept, [place(1, 9.2, 48.9)]).await;
        let before = (city.snapshot().revision(), city.store().trail(&TrailFilter::newest(100)).await.unwrap().len());
        assert_eq!(city.suggest(everything()).await.unwrap(), Taken::Thanks);
        let blocked = Said { name: "Frauenhaus".parse().ok(), ..Said::default() };
        assert_eq!(city.suggest(blocked).await.unwrap(), Taken::Thanks);
        let after = (city.snapshot().revision(), city.store().trail(&TrailFilter::newest(100)).await.unwrap().len());
        assert_eq!(before, after);
        let queue = city.store().suggestions().await.unwrap();
        assert_eq!(queue.len(), 1);
        assert_eq!(queue[0].received_on, day("2026-03-04"));
    }

    async fn many_at_once_are_each_kept_once(kept: &Kept) {
        let city = begun(kept, []).await;
        let sent = (0..40).map(|_| {
            let city = std::sync::Arc::clone(&city);
            tokio::spawn(async move { city.suggest(everything()).await.unwrap() })
        });
        let sent: Vec<_> = sent.collect();
        for one in sent {
            assert_eq!(one.await.unwrap(), Taken::Thanks);
        }
        assert_eq!(city.store().suggestions().await.unwrap().len(), 40);
    }
}

#[tokio::test]
async fn a_city_reads_and_clears_the_queue_at_a_terminal() {
    let desk = Desk::with_city();
    let store = Store::open_folder(&desk.data()).await.unwrap();
    let mut said = everything();
    said.name = "Linde \u{202e}am\nBach".parse().ok();
    let (first, second) = (
        suggestion(1, "2026-03-04", said),
        suggestion(2, "2026-03-05", Said::default()),
    );
    store.put_suggestion(&first, 10).await.unwrap();
    store.put_suggestion(&second, 10).await.unwrap();
    store.close().await;

    let listed = desk.run(&["suggestions", "list"]);
    assert_eq!(listed.code, Some(0), "{}", listed.err);
    assert!(
        listed.out.contains("name: Linde am Bach\n") && listed.out.contains("suggestions: 2"),
        "{}",
        listed.out
    );
    let json: serde_json::Value =
        serde_json::from_str(&desk.run(&["suggestions", "list", "--json"]).out).unwrap();
    assert_eq!(
        (&json[0]["id"], &json[0]["free"], &json[0]["location"][0]),
        (&first.id.to_string().into(), &"yes".into(), &9.2.into())
    );
    assert_eq!(json[1].get("remark"), None);

    let id = first.id.to_string();
    let removed = desk.run(&["suggestions", "remove", &id, "--reason", "Werbung"]);
    assert_eq!(removed.code, Some(0), "{}", removed.err);
    assert!(
        desk.run(&["suggestions", "list"])
            .out
            .contains("suggestions: 1")
    );
    let all = desk.run(&["suggestions", "list", "--all"]).out;
    assert!(
        all.contains("removed") && all.contains("reason: Werbung") && !all.contains("Linde"),
        "{all}"
    );

    let again = desk.run(&["suggestions", "remove", &id, "--reason", "x"]);
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("id: no suggestion"), "{}", again.err);
    assert_eq!(
        desk.run(&["suggestions", "remove", "7", "--reason", "x"])
            .code,
        Some(2)
    );
    assert_eq!(desk.run(&["suggestions", "remove", &id]).code, Some(2));
    assert_eq!(
        desk.run(&["suggestions", "remove", &id, "--reason", ""])
            .code,
        Some(2)
    );
}

/// How many forms are sent before the program is killed, by so many residents at a time.
const ACKNOWLEDGED: usize = 30;
const RESIDENTS: usize = 4;

/// Sends forms until the server is gone, and counts those that were thanked for.
fn send_until_it_is_gone(address: &str, thanked: &AtomicUsize) {
    let form = "name=Linde&address=am+Bach";
    let request = format!(
        "POST /vorschlagen HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\n\r\n{form}",
        form.len()
    );
    while let Ok(mut stream) = TcpStream::connect(address) {
        let mut answer = String::new();
        let sent = stream.write_all(request.as_bytes());
        if sent
            .and_then(|()| stream.read_to_string(&mut answer))
            .is_err()
            || !answer.starts_with("HTTP/1.1 303")
        {
            return;
        }
        thanked.fetch_add(1, Ordering::SeqCst);
    }
}

both_stores! {
    async fn what_was_thanked_for_survives_the_end_of_its_program(kept: &Kept) {
        begun(kept, []).await.store().close().await;
        let mut server = Command::new(env!("CARGO_BIN_EXE_miteinander"))
            .args(kept.arguments())
            .args(["serve", "--bind", "127.0.0.1:0", "--suggestions-per-hour", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(server.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().to_owned();
        let thanked = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..RESIDENTS {
                scope.spawn(|| send_until_it_is_gone(&address, &thanked));
            }
            while thanked.load(Ordering::SeqCst) < ACKNOWLEDGED {
                std::thread::yield_now();
            }
            server.kill().unwrap();
        });
        server.wait().unwrap();
        let (stored, thanked) = (kept.open().await.suggestions().await.unwrap().len(), thanked.into_inner());
        println!("{thanked} thanked for, {stored} stored");
        // One that was on its way may be there without thanks, never the other way round.
        assert!((thanked..=thanked + RESIDENTS).contains(&stored), "{stored} stored, {thanked} thanked for");
    }
}

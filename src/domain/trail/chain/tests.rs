use super::*;
use crate::domain::trail::Action;

/// What an outside tool (Python's `hashlib`) makes of the two entries of [`two_entries`].
const FIRST_DIGEST: &str = "756dac939b7ca6ac85a679cf82cd77e25fa8c265be503499b2ed329a3bf072a6";
const FIRST_HASH: &str = "ea68bb7d35575064932c3c2376eac3a86207f5284b226a8be9ff037e06a69dfc";
const SECOND_HASH: &str = "bfd20f5a48924d327338b7af3750f9b85a2e44027eb7ac97acfdc3163374d8f7";

fn entry(author: &str, action: Action, detail: &str) -> NewEntry {
    NewEntry::new(
        &Author::from_stored(author),
        action,
        Subject::from_stored("place/x"),
    )
    .saying(detail)
}

fn two_entries() -> (Head, Vec<Written>) {
    let mut head = Head::default();
    let first = entry("import:osm", Action::Added, "Café");
    let second = NewEntry {
        undoes: Some(1),
        before: Some(Members::new()),
        after: Some([("seats".to_owned(), 20.into())].into()),
        ..entry("editor/y", Action::Changed, "seats")
    };
    let at = ["2026-03-04T14:00:00.123456Z", "2026-03-04T14:00:01.000000Z"];
    let first = head.seal(&first, Some(7), at[0], "00ff".into());
    let second = head.seal(&second, None, at[1], "11ff".into());
    (head, vec![first, second])
}

/// A trail of so many entries.
fn trail(count: i64) -> (Head, Vec<Written>) {
    let mut head = Head::default();
    let rows = (1..=count).map(|number| {
        let new = NewEntry {
            before: Some([("seats".to_owned(), number.into())].into()),
            after: Some(Members::new()),
            ..entry("editor/y", Action::Changed, "seats")
        };
        let salt = format!("salt {number}");
        head.seal(&new, Some(number), "2026-03-04T14:00:00.000000Z", salt)
    });
    let rows = rows.collect();
    (head, rows)
}

fn checked(head: &Head, rows: &[Written]) -> Verdict {
    let mut check = Check::looking_for(None);
    for row in rows {
        check.read(row);
    }
    check.end(head)
}

fn broken(head: &Head, rows: &[Written]) -> Vec<i64> {
    let verdict = checked(head, rows);
    verdict.faults.iter().map(|fault| fault.number).collect()
}

/// Takes the content of some entries away and says so in an entry behind the last.
fn redact(head: &mut Head, rows: &mut Vec<Written>, numbers: &[i64]) {
    for row in rows.iter_mut().filter(|row| numbers.contains(&row.number)) {
        row.detail.clear();
        (row.before, row.after, row.salt) = (None, None, None);
    }
    let said = NewEntry::redaction(&Author::import("osm"), numbers);
    rows.push(head.seal(&said, None, "2026-03-05T14:00:00.000000Z", "s".into()));
}

#[test]
fn an_outside_tool_makes_the_same_hashes() {
    let (head, rows) = two_entries();
    assert_eq!(rows[0].digest, FIRST_DIGEST);
    assert_eq!(rows[0].hash, FIRST_HASH);
    assert_eq!(rows[1].hash, SECOND_HASH);
    assert_eq!((head.number, head.hash.as_str()), (2, SECOND_HASH));
    assert!(checked(&head, &rows).holds());
}

#[test]
fn a_written_entry_is_read_back_as_it_was_made() {
    let (_, rows) = two_entries();
    let read = TrailEntry::try_from(rows[1].clone()).unwrap();
    assert_eq!(
        (read.number, read.revision, read.undoes),
        (2, None, Some(1))
    );
    assert_eq!((read.action, &*read.detail), (Action::Changed, "seats"));
    assert_eq!(read.after.unwrap()["seats"], 20);
    assert!(!read.redacted);
    let odd = |change: fn(&mut Written)| {
        let mut row = rows[1].clone();
        change(&mut row);
        TrailEntry::try_from(row).unwrap_err().field
    };
    assert_eq!(odd(|row| row.at = "yesterday".into()), "at");
    assert_eq!(odd(|row| row.action = "eaten".into()), "action");
    assert_eq!(odd(|row| row.before = Some("[]".into())), "before");
}

#[test]
fn a_change_of_any_one_column_is_found_and_laid_to_its_entry() {
    let (head, rows) = trail(5);
    assert!(checked(&head, &rows).holds());
    let changes: [fn(&mut Written); 14] = [
        |row| row.revision = None,
        |row| row.revision = Some(9),
        |row| row.at = "2026-03-04T14:00:00.000001Z".into(),
        |row| row.author = "planner/y".into(),
        |row| row.action = "closed".into(),
        |row| row.subject = "place/y".into(),
        |row| row.undoes = Some(1),
        |row| row.detail = "seat".into(),
        |row| row.before = None,
        |row| row.after = Some("{ }".into()),
        |row| row.salt = Some("salt".into()),
        |row| row.salt = None,
        |row| row.digest = "0".repeat(64),
        |row| row.hash = "0".repeat(64),
    ];
    for (number, change) in changes.iter().enumerate() {
        for slot in 0..5 {
            let mut rows = rows.clone();
            change(&mut rows[slot]);
            let expected = rows[slot].number;
            let found = broken(&head, &rows);
            assert!(
                !found.is_empty() && found.iter().all(|found| *found == expected),
                "change {number} of entry {expected}: {found:?}"
            );
        }
    }
}

#[test]
fn what_moves_between_columns_is_found() {
    // The lengths keep apart what would be the same text when written together.
    let (head, rows) = trail(3);
    let mut moved = rows.clone();
    moved[1].detail = "seat".into();
    moved[1].before = Some(format!("s{}", rows[1].before.as_ref().unwrap()));
    assert_eq!(broken(&head, &moved), [2]);
    let mut moved = rows;
    (moved[1].before, moved[1].after) = (moved[1].after.take(), moved[1].before.take());
    assert_eq!(broken(&head, &moved), [2]);
}

#[test]
fn entries_that_are_missing_are_named() {
    let (head, rows) = trail(6);
    let without = |gone: &[i64]| {
        let mut left = rows.clone();
        left.retain(|row| !gone.contains(&row.number));
        checked(&head, &left).to_string()
    };
    assert!(without(&[3]).contains("entry 3: is missing"));
    let several = without(&[2, 3, 4]);
    assert!(
        several.contains("broken: 1\n  entry 2: is missing, and so are all up to 4"),
        "{several}"
    );
    assert!(without(&[1]).contains("entry 1: is missing"));
    assert!(without(&[6]).contains("entry 6: is missing"));
    assert!(without(&[5, 6]).contains("entry 5: is missing, and so are all up to 6"));
    let none = without(&[1, 2, 3, 4, 5, 6]);
    assert!(
        none.contains("0 entries") && none.contains("all up to 6"),
        "{none}"
    );
}

#[test]
fn two_entries_that_changed_places_are_found() {
    let (head, rows) = trail(6);
    let mut swapped = rows;
    swapped.swap(2, 3);
    (swapped[2].number, swapped[3].number) = (3, 4);
    let found = broken(&head, &swapped);
    assert!(found.contains(&3) && found.contains(&4), "{found:?}");
}

#[test]
fn an_entry_that_was_put_in_is_found_wherever_it_stands() {
    let (head, rows) = trail(4);
    // At the end, sealed as if it were the next.
    let (mut end, mut longer) = (head.clone(), rows.clone());
    longer.push(end.seal(
        &entry("editor/y", Action::Closed, ""),
        None,
        "x",
        "s".into(),
    ));
    assert_eq!(broken(&head, &longer), [5]);
    // In the middle, the later ones counted on.
    let mut longer = rows.clone();
    let mut before = Head {
        number: 2,
        hash: rows[1].hash.clone(),
    };
    longer.insert(
        2,
        before.seal(
            &entry("editor/y", Action::Closed, ""),
            None,
            "x",
            "s".into(),
        ),
    );
    for row in &mut longer[3..] {
        row.number += 1;
    }
    assert!(!checked(&head, &longer).holds());
    let mut counted = head;
    counted.number += 1;
    assert!(broken(&counted, &longer).contains(&4));
    // Before the first.
    let mut longer = rows;
    longer.insert(
        0,
        Written {
            number: 0,
            ..longer[0].clone()
        },
    );
    assert!(!checked(&counted, &longer).holds());
}

#[test]
fn a_chain_made_anew_is_found_by_a_hash_that_was_noted() {
    let (noted, _) = trail(4);
    let mut head = Head::default();
    let forged: Vec<_> = (0..6)
        .map(|_| {
            head.seal(
                &entry("editor/y", Action::Closed, ""),
                None,
                "x",
                "s".into(),
            )
        })
        .collect();
    assert!(checked(&head, &forged).holds(), "nothing in it shows");
    let look = |rows: &[Written], head: &Head| {
        let mut check = Check::looking_for(Some(noted.clone()));
        for row in rows {
            check.read(row);
        }
        check
            .end(head)
            .faults
            .iter()
            .map(|fault| fault.number)
            .collect::<Vec<_>>()
    };
    assert_eq!(look(&forged, &head), [4]);
    let (shorter, rows) = trail(3);
    assert_eq!(look(&rows, &shorter), [4], "cut off together with its end");
    let (longer, rows) = trail(9);
    assert!(look(&rows, &longer).is_empty());
}

#[test]
fn content_that_was_taken_away_and_said_to_be_leaves_the_chain_whole() {
    let (mut head, mut rows) = trail(6);
    redact(&mut head, &mut rows, &[2, 5]);
    assert!(checked(&head, &rows).holds());
    let read = TrailEntry::try_from(rows[1].clone()).unwrap();
    assert!(read.redacted && read.before.is_none() && read.detail.is_empty());
}

#[test]
fn content_that_was_taken_away_in_silence_or_brought_back_is_found() {
    let (head, rows) = trail(6);
    let (mut end, mut silent) = (head.clone(), rows.clone());
    redact(&mut end, &mut silent, &[2]);
    silent.pop();
    assert_eq!(broken(&head, &silent), [2]);
    let (mut end, mut restored) = (head.clone(), rows.clone());
    redact(&mut end, &mut restored, &[2, 4]);
    restored[1] = rows[1].clone();
    assert_eq!(broken(&end, &restored), [2]);
    // What says so must not be taken away itself, nor be forged.
    let (mut end, mut twice) = (head.clone(), rows.clone());
    redact(&mut end, &mut twice, &[2]);
    redact(&mut end, &mut twice, &[7]);
    assert!(broken(&end, &twice).contains(&7));
    let (mut end, mut more) = (head, rows);
    redact(&mut end, &mut more, &[2]);
    more[2].detail.clear();
    (more[2].before, more[2].after, more[2].salt) = (None, None, None);
    more[6].after = Some("{\"entries\":[2,3]}".into());
    assert!(broken(&end, &more).contains(&7));
}

#[test]
fn a_digest_says_nothing_about_content_that_was_taken_away() {
    // The same content twice: without its salt nobody can try names out.
    let mut head = Head::default();
    let name = entry("import:osm", Action::Added, "Haus A");
    let one = head.seal(&name, None, "x", "one".into());
    let other = head.seal(&name, None, "x", "other".into());
    assert_ne!(one.digest, other.digest);
}

#[test]
fn many_faults_are_counted_and_the_first_are_told() {
    let (head, mut rows) = trail(120);
    for row in &mut rows {
        row.detail = "x".into();
    }
    let verdict = checked(&head, &rows);
    assert_eq!((verdict.faults.len(), verdict.fault_count()), (50, 120));
    assert!(verdict.to_string().ends_with("… and 70 more"));
}

#[test]
fn a_noted_entry_reads_as_it_is_printed() {
    let (head, rows) = trail(3);
    let said = checked(&head, &rows).to_string();
    let noted = said.rsplit(' ').next().unwrap();
    assert_eq!(noted.parse::<Head>().unwrap(), head);
    for wrong in [
        "",
        "3",
        "3:",
        "0:00",
        "x:00",
        &format!("0:{NO_HASH}"),
        &format!("3:{NO_HASH}0"),
    ] {
        assert_eq!(wrong.parse::<Head>().unwrap_err().field, "entry", "{wrong}");
    }
}

//! The audit trail as a table.

use crate::domain::cell;
use crate::domain::members::Members;
use crate::domain::trail::{TrailEntry, written};

/// The columns, named as in the store: the number; the revision of the city, empty where it did not change; the moment (UTC);
/// the role with its account, or the import; what was done; to what; the number of the entry taken back; the names of
/// the members that changed or the name of what is new or gone; the members as they were and as they are, each a JSON
/// object; whether the content was taken away for good; the hash.
pub const TRAIL_COLUMNS: [&str; 12] = [
    "number", "revision", "at", "author", "action", "subject", "undoes", "detail", "before",
    "after", "redacted", "hash",
];

/// The first line of a table of entries.
#[must_use]
pub fn trail_header() -> Vec<u8> {
    rows(std::iter::once(TRAIL_COLUMNS.map(str::to_owned)))
}

/// Entries as lines of CSV (RFC 4180), UTF-8, without a header. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it.
#[must_use]
pub fn trail_rows(entries: &[TrailEntry]) -> Vec<u8> {
    rows(entries.iter().map(row))
}

fn row(entry: &TrailEntry) -> [String; 12] {
    let number = |number: Option<i64>| number.map(|own| own.to_string()).unwrap_or_default();
    let object = |members: &Option<Members>| {
        let members = members.as_ref();
        members
            .map(|own| serde_json::to_string(own).expect("members are plain data"))
            .unwrap_or_default()
    };
    [
        entry.number.to_string(),
        number(entry.revision),
        written(entry.at),
        cell::written(&entry.author.to_string()).into_owned(),
        entry.action.to_string(),
        cell::written(entry.subject.as_str()).into_owned(),
        number(entry.undoes),
        cell::written(&entry.detail).into_owned(),
        object(&entry.before),
        object(&entry.after),
        if entry.redacted { "yes" } else { "no" }.to_owned(),
        entry.hash.to_string(),
    ]
}

fn rows(rows: impl Iterator<Item = [String; 12]>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row)
            .expect("a vector takes all bytes, and all rows are of one length");
    }
    writer.into_inner().expect("a vector takes all bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::trail::chain::Head;
    use crate::domain::trail::{Action, Author, NewEntry, Subject};

    #[test]
    fn a_row_reads_back_whatever_it_holds_and_runs_nothing() {
        let entry = NewEntry {
            before: serde_json::from_str(r#"{"name":"A \"B\",\nC;"}"#).ok(),
            after: Some(Members::new()),
            ..NewEntry::new(
                &Author::import("osm"),
                Action::Changed,
                Subject::of("place", "x"),
            )
            .saying("=HYPERLINK(\"http://example.org\",\"Treff, Mitte\")")
        };
        let at = "2026-03-04T14:00:00.120000Z";
        let written = Head::default().seal(&entry, None, at, "s".into());
        let hash = written.hash.clone();
        let table = [trail_header(), trail_rows(&[written.try_into().unwrap()])].concat();
        let mut reader = csv::Reader::from_reader(table.as_slice());
        assert_eq!(reader.headers().unwrap(), &TRAIL_COLUMNS[..]);
        let row = reader.records().next().unwrap().unwrap();
        let expected = [
            "1",
            "",
            at,
            "import:osm",
            "changed",
            "place/x",
            "",
            "'=HYPERLINK(\"http://example.org\",\"Treff, Mitte\")",
            r#"{"name":"A \"B\",\nC;"}"#,
            "{}",
            "no",
            &hash,
        ];
        assert_eq!(row, expected[..]);
    }
}

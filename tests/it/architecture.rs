//! Who may use whom, and which rooms stay pure. One crate cannot enforce this by itself, so a test does.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A room and what it may name besides itself; `*` is everything above it. In the order of `lib.rs`:
/// nobody names what stands further down.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("gazetteer", &["domain"]),
    ("index", &["domain"]),
    ("walk", &["domain"]),
    ("coverage", &["domain", "walk"]),
    ("barrier_free", &["domain"]),
    ("safety", &["domain"]),
    (
        "snapshot",
        &[
            "barrier_free",
            "domain",
            "gazetteer",
            "index",
            "walk",
            "coverage",
            "safety",
        ],
    ),
    ("error", &["domain"]),
    ("outbound", &["domain"]),
    (
        "store",
        &[
            "domain",
            "error",
            "snapshot::CityData",
            "snapshot::Known",
            "snapshot::Revision",
        ],
    ),
    (
        "reports",
        &["domain", "error", "safety", "store::connect_writer"],
    ),
    (
        "city",
        &["barrier_free", "domain", "error", "snapshot", "store"],
    ),
    ("gate", &["domain"]),
    (
        "webhooks",
        &[
            "city",
            "domain",
            "error",
            "outbound",
            "snapshot",
            "store::Hand",
        ],
    ),
    (
        "export",
        &[
            "barrier_free",
            "coverage",
            "domain",
            "safety",
            "snapshot",
            "walk",
        ],
    ),
    ("import", &["domain", "index", "barrier_free", "safety"]),
    ("query", &["gate", "domain", "snapshot", "walk"]),
    (
        "auth",
        &[
            "query",
            "gate",
            "city",
            "domain",
            "error",
            "outbound",
            "store::AccountChange",
            "store::Hand",
        ],
    ),
    (
        "editing",
        &[
            "import",
            "gate::in_long_turn",
            "city",
            "snapshot",
            "domain",
            "error",
        ],
    ),
    (
        "pages",
        &[
            "auth",
            "webhooks",
            "editing",
            // Of reports the slot alone, and what may be put in.
            "reports::Door",
            // And what is no report is passed on.
            "outbound::georeport",
            "safety::Draft",
            "import::record",
            "import::places::edited",
            "import::Complaint",
            "import::reconcile::Reconciled",
            "store::AccountChange",
            "store::Hand",
            "reports::Counts",
            "reports::KEPT_MONTHS",
            "safety",
            "query",
            "export",
            "gate",
            "city",
            "domain",
            "gazetteer",
            "snapshot",
            "barrier_free",
            "coverage",
            "walk",
            "error",
        ],
    ),
    ("api", &["*"]),
    ("server", &["gate"]),
    ("cli", &["*"]),
];

/// Rooms where the same input always gives the same output: time and ids are arguments.
const PURE: &[&str] = &[
    "domain",
    "gazetteer",
    "index",
    "walk",
    "coverage",
    "barrier_free",
    "safety",
    "patrol",
    "snapshot",
];

/// What has no place in a pure room, as whole words.
const IMPURE: &[&str] = &[
    "sqlx",
    "axum",
    "tokio",
    "hyper",
    "async",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "rand",
    "new_v4",
    "println",
];

/// A file that is longer holds a second idea. Tests may be longer.
const MOST_LINES: usize = 400;

struct Source {
    /// Relative to `src`.
    path: String,
    /// Without comments.
    code: String,
    lines: usize,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let code = text
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default());
        Self {
            path: path.to_owned(),
            code: code.collect::<Vec<_>>().join("\n"),
            lines: text.lines().count(),
        }
    }

    /// `store` for `store.rs` and `store/read.rs`.
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }
}

/// Every path that `code` names from the root of the crate, `use crate::{a, b::C}` spelled out.
fn named_paths(code: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for (start, _) in code.match_indices("crate::") {
        // `$crate::` is ours too, `pub(in crate::…)` names a room like any other.
        let tree: String = balanced(&code[start + "crate::".len()..])
            .split_whitespace()
            .collect();
        spell_out("", &tree, &mut paths);
    }
    paths
}

/// The beginning of `text` that is one path or one tree of paths.
fn balanced(text: &str) -> &str {
    let mut depth = 0;
    let end = text.find(|letter: char| {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            _ => {
                let inside = depth > 0;
                return !(inside || letter.is_alphanumeric() || matches!(letter, '_' | ':'));
            }
        }
        false
    });
    &text[..end.unwrap_or(text.len())]
}

fn spell_out(prefix: &str, tree: &str, paths: &mut BTreeSet<String>) {
    let Some((head, rest)) = tree.split_once('{') else {
        paths.insert(format!("{prefix}{tree}"));
        return;
    };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in inner.char_indices().chain([(inner.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if start < at {
                    spell_out(&format!("{prefix}{head}"), &inner[start..at], paths);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

fn may_name(room: &str, path: &str) -> bool {
    let of = |path: &str| path.split("::").next().unwrap_or_default().to_owned();
    let (own, named) = (position(room), position(&of(path)));
    if of(path) == room {
        return true;
    }
    let listed = MAY_USE
        .iter()
        .find(|(name, _)| *name == room)
        .is_some_and(|(_, list)| {
            list.iter().any(|entry| {
                *entry == "*" || path == *entry || path.starts_with(&format!("{entry}::"))
            })
        });
    listed && named.zip(own).is_some_and(|(named, own)| named < own)
}

fn position(room: &str) -> Option<usize> {
    MAY_USE.iter().position(|(name, _)| *name == room)
}

fn complaints(source: &Source) -> Vec<String> {
    let (path, room) = (&source.path, source.room());
    let mut complaints = Vec::new();
    for named in named_paths(&source.code) {
        if !may_name(room, &named) {
            complaints.push(format!("{path}: {room} may not use crate::{named}"));
        }
    }
    if leaves_its_room(source) {
        complaints.push(format!(
            "{path}: name it from the root of the crate, not by climbing there with super"
        ));
    }
    if PURE.contains(&room) {
        for word in IMPURE {
            if has_word(&source.code, word) {
                complaints.push(format!(
                    "{path}: {room} is pure and may not contain `{word}`"
                ));
            }
        }
    }
    if source.lines > MOST_LINES && !source.is_test() {
        complaints.push(format!(
            "{path}: {} lines are more than {MOST_LINES}",
            source.lines
        ));
    }
    if path.ends_with("mod.rs") {
        complaints.push(format!(
            "{path}: the file of a module stands beside its folder"
        ));
    }
    complaints
}

/// Whether `super::` is repeated until it means the root of the crate: a detour around the table.
fn leaves_its_room(source: &Source) -> bool {
    let depth = source.path.split('/').count();
    let (code, tests) = source
        .code
        .split_once("#[cfg(test)]")
        .unwrap_or((&source.code, ""));
    let climbs = |code: &str, steps: usize| code.contains(&"super::".repeat(steps));
    // Tests at the end of a file are a module deeper.
    climbs(code, depth) || climbs(tests, depth + 1)
}

fn has_word(code: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word).any(|(start, _)| {
        let before = code[..start].chars().next_back();
        let after = code[start + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
                sources.push(Source::new(name, &fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources
}

#[test]
fn nobody_uses_what_is_not_theirs_to_use() {
    let rooms = sources()
        .into_iter()
        .filter(|source| !matches!(source.path.as_str(), "lib.rs" | "main.rs"));
    let complaints: Vec<_> = rooms.flat_map(|source| complaints(&source)).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_room_stands_in_the_table_in_the_order_of_the_map() {
    let map = fs::read_to_string(root().join("lib.rs")).unwrap();
    let rooms: Vec<_> = map
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let table = MAY_USE.iter().map(|(room, _)| *room);
    assert_eq!(
        rooms,
        table
            .filter(|room| rooms.contains(room))
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_planted_violation_is_found() {
    let cases = [
        (
            "domain/place.rs",
            "use crate::store::Store;",
            "may not use crate::store::Store",
        ),
        (
            "domain.rs",
            "fn f() { crate::api::router(); }",
            "may not use crate::api::router",
        ),
        (
            "import/places.rs",
            "use crate::{domain::{Place, place::Status}, city::{City, Clock}};",
            "may not use crate::city::City",
        ),
        (
            "store/read.rs",
            "use crate::snapshot::Snapshot;",
            "may not use crate::snapshot::Snapshot",
        ),
        (
            "server.rs",
            "use crate::{\n    api,\n};",
            "may not use crate::api",
        ),
        ("city.rs", "use crate::cli::Failure;", "may not use"),
        ("index.rs", "use super::store;", "climbing"),
        ("api/near.rs", "use super::super::store;", "climbing"),
        (
            "api/near.rs",
            "#[cfg(test)] mod tests { use super::super::super::cli; }",
            "climbing",
        ),
        (
            "domain/hours.rs",
            "let now = chrono::Utc::now();",
            "`Utc::now`",
        ),
        ("snapshot.rs", "pub async fn load() {}", "`async`"),
        ("walk/reach.rs", "use std::fs::File;", "`std::fs`"),
        ("index.rs", "let order = rand::rng();", "`rand`"),
        ("api/mod.rs", "", "stands beside its folder"),
    ];
    for (path, text, expected) in cases {
        let found = complaints(&Source::new(path, text)).join("\n");
        assert!(found.contains(expected), "{path}: {text}\nfound: {found}");
    }
    let long = "\n".repeat(MOST_LINES + 1);
    assert!(!complaints(&Source::new("query/long.rs", &long)).is_empty());
    assert!(complaints(&Source::new("query/tests.rs", &long)).is_empty());
}

#[test]
fn what_is_allowed_and_what_is_only_said_is_no_violation() {
    let cases = [
        (
            "store/read.rs",
            "use crate::snapshot::{CityData, Revision};",
        ),
        ("store.rs", "$crate::store::Store::Sqlite"),
        ("api.rs", "use crate::{city::City, import::places};"),
        (
            "domain/place.rs",
            "// crate::store reads this async by sqlx",
        ),
        ("city.rs", "#[cfg(test)] mod tests { use super::*; }"),
        (
            "pages/place.rs",
            "#[cfg(test)] mod tests { super::super::row(); super::title(); }",
        ),
        ("domain/place.rs", "let operand = brand_new;"),
    ];
    for (path, text) in cases {
        assert_eq!(
            complaints(&Source::new(path, text)),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

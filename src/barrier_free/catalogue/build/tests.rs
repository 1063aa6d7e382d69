use crate::barrier_free::catalogue::Catalogue;

/// The smallest catalogue there can be, one line for each thing.
const SMALL: &str = r#"version = "small"
since = 2025-01-01
draft = false
profile.walking = { de = "a", en = "a" }
profile.blind = { de = "a", en = "a" }
profile.lowvision = { de = "a", en = "a" }
profile.deaf = { de = "a", en = "a" }
profile.hoh = { de = "a", en = "a" }
profile.cognitive = { de = "a", en = "a" }
[[condition]]
id = "wc_exists"
de = "a"
en = "a"
de_simple = "a"
follows = { criterion = "C1", reading = "wc", is = "yes" }
[[criterion]]
id = "C1"
area = "wc"
cls = "both"
core = true
de = "a"
en = "a"
de_simple = "a"
hint_de = "a"
hint_en = "a"
evidence = "seen"
severity = { wheelchair = "blocking" }
readings = [{ id = "wc", unit = "yes_no" }]
standard = [{ wc = "yes" }]
sources = [{ of = "standard", mark = "proposed", text = "a" }]
[[criterion]]
id = "C2"
area = "wc"
cls = "both"
applies = "wc_exists"
core = true
de = "a"
en = "a"
de_simple = "a"
hint_de = "a"
hint_en = "a"
evidence = "measured"
severity = { wheelchair = "major" }
readings = [{ id = "door_cm", unit = "cm" }]
standard = [{ door_cm = ">= 90" }]
minimum = [{ door_cm = ">= 80" }]
sources = [{ of = "standard", mark = "proposed", text = "a" }, { of = "minimum", mark = "proposed", text = "a" }]
"#;

fn broken(old: &str, new: &str) -> Vec<String> {
    assert!(SMALL.contains(old), "{old}");
    let faults = Catalogue::from_toml(&SMALL.replacen(old, new, 1)).unwrap_err();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn the_smallest_catalogue_is_taken() {
    assert!(Catalogue::from_toml(SMALL).is_ok());
}

const DOOR: &str = "{ id = \"door_cm\", unit = \"cm\" }";

/// What is changed, into what, and what is said of it.
const BROKEN: &[(&str, &str, &str)] = &[
    ("\"small\"", "\"\"", "line 1, version: must be 1 to 40"),
    ("= 2025-01-01", "= 10:00:00", "line 2, since: must be a day"),
    (
        "draft = false",
        "draft = 0",
        "line 3, catalogue: invalid type",
    ),
    (
        "profile.hoh = { de = \"a\", en = \"a\" }\n",
        "",
        "profile.hoh: has no blocking criterion and no reason",
    ),
    (
        "\"blocking\"",
        "\"minor\"",
        "profile.wheelchair: has no blocking criterion and no reason",
    ),
    (
        "profile.hoh",
        "profile.wheelchair",
        "line 8, profile.wheelchair: has a blocking criterion",
    ),
    (
        "en = \"a\" }\n",
        "en = \" \" }\n",
        "line 4, profile.walking: must not be empty",
    ),
    (
        "criterion = \"C1\"",
        "criterion = \"C9\"",
        "line 15, wc_exists.follows: must name a criterion, and \"C9\" is none",
    ),
    (
        "reading = \"wc\"",
        "reading = \"x\"",
        "line 15, wc_exists.follows: must name a reading of C1",
    ),
    (
        "is = \"yes\"",
        "is = \"maybe\"",
        "line 15, wc_exists.follows: must be yes or no",
    ),
    (
        "criterion = \"C1\", reading = \"wc\", is = \"yes\"",
        "criterion = \"C2\", reading = \"door_cm\", is = \">= 1\"",
        "line 10, wc_exists: depends on itself",
    ),
    (
        "de = \"a\"\nen = \"a\"\nde_simple = \"a\"\nfollows",
        "de = \"a\"\nen = \"a\"\nde_simple = \"a\"\nkinds = [\"cinema_x\"]\nfollows",
        "line 10, wc_exists: follows either",
    ),
    (
        "id = \"C2\"",
        "id = \"C1\"",
        "line 32, C1: stands twice among the criteria",
    ),
    (
        "id = \"C2\"",
        "id = \"C 2\"",
        "line 32, C 2: must be 1 to 16",
    ),
    (
        "applies = \"wc_exists\"",
        "applies = \"x\"",
        "line 35, C2.applies: must name a condition, and \"x\" is none",
    ),
    (
        "area = \"wc\"",
        "area = \"roof\"",
        "line 18, catalogue: must be one of way",
    ),
    (
        ", unit = \"cm\"",
        "",
        "line 44, catalogue: missing field `unit`",
    ),
    (
        "unit = \"cm\"",
        "unit = \"inch\"",
        "line 44, C2.door_cm: unit must be one of cm",
    ),
    (
        "unit = \"cm\"",
        "unit = \"choice\"",
        "line 44, C2.door_cm: must have 2 to 32 choices",
    ),
    (
        DOOR,
        "{ id = \"door_cm\", unit = \"cm\" }, { id = \"door_cm\", unit = \"cm\" }",
        "line 44, door_cm: stands twice among the readings of C2",
    ),
    (
        DOOR,
        "{ id = \"door_cm\", unit = \"cm\" }, { id = \"x\", unit = \"cm\" }",
        "line 44, C2.x: must have the names",
    ),
    (
        "[{ id = \"door_cm\", unit = \"cm\" }]",
        "[]",
        "line 44, C2.readings: must name at least one",
    ),
    (
        "standard = [{ door_cm = \">= 90\" }]",
        "standard = []",
        "line 45, C2.standard: must have at least one alternative",
    ),
    (
        "standard = [{ door_cm = \">= 90\" }]",
        "standard = [{}]",
        "line 45, C2.standard: has an alternative in which nothing must hold",
    ),
    (
        "door_cm = \">= 90\"",
        "x = \">= 90\"",
        "line 45, C2.standard.x: is no reading of the criterion",
    ),
    (
        "\">= 90\"",
        "\"90\"",
        "line 45, C2.standard.door_cm: must be written as",
    ),
    (
        ", { of = \"minimum\", mark = \"proposed\", text = \"a\" }",
        "",
        "line 46, C2.minimum.door_cm: has no source",
    ),
    (
        "{ of = \"minimum\", mark",
        "{ of = \"minimum\", readings = [\"x\"], mark",
        "line 47, C2.sources: must name readings of C2",
    ),
    (
        DOOR,
        "{ id = \"door_cm\", unit = \"cm\", a11yjson = [{ path = \"a..b\" }] }",
        "line 44, C2.door_cm: must be a path",
    ),
    (
        DOOR,
        "{ id = \"door_cm\", unit = \"cm\", a11yjson = [{ path = \"a\", when = \"yes\" }] }",
        "line 44, C2.door_cm: must be written as",
    ),
    (
        "severity = { wheelchair = \"major\" }",
        "severity = {}",
        "line 43, C2.severity: must name at least one need",
    ),
    (
        "severity = { wheelchair",
        "severity = { everybody",
        "line 27, catalogue: must be one of wheelchair",
    ),
    (
        "core = true",
        "core = true\nkern = true",
        "line 21, catalogue: unknown field `kern`",
    ),
];

#[test]
fn a_broken_catalogue_names_line_field_and_rule() {
    for (old, new, expected) in BROKEN {
        let said = broken(old, new);
        let is_said = said.iter().any(|own| own.contains(expected));
        assert!(is_said, "{expected}\n{said:#?}");
    }
}

#[test]
fn every_fault_is_told_at_once() {
    let text = SMALL
        .replacen("\">= 90\"", "\"90\"", 1)
        .replacen("profile.hoh = { de = \"a\", en = \"a\" }\n", "", 1)
        .replacen("is = \"yes\"", "is = \"x\"", 1);
    let faults = Catalogue::from_toml(&text).unwrap_err();
    assert!(faults.len() >= 2, "{faults:?}");
}

#[test]
fn whatever_stands_in_a_file_is_answered_and_never_a_crash() {
    for text in [
        "",
        "\u{0}",
        "version = ",
        "criterion = []",
        "[[criterion]]",
        "ä\nversion = 3",
    ] {
        assert!(
            !Catalogue::from_toml(text).unwrap_err().is_empty(),
            "{text}"
        );
    }
}

//! The table of who may do what, taken as a table.

use std::collections::HashSet;

use super::*;

#[test]
fn no_line_stands_twice_and_what_is_not_there_is_for_nobody() {
    let lines: HashSet<_> = TABLE
        .iter()
        .map(|(method, path, _)| (method, path))
        .collect();
    assert_eq!(lines.len(), TABLE.len());
    assert_eq!(who(&Method::DELETE, "/api"), Who::Nobody);
}

#[test]
fn whatever_belongs_to_staff_is_for_no_resident() {
    for (method, path, who) in TABLE {
        let is_staff = path.starts_with("/verwaltung") || path.starts_with("/api/staff");
        assert!(!is_staff || *who != Who::Everyone, "{method} {path}");
    }
}

//! Attacks on what leaves the reports. Each is made on what is published, where it must not succeed more often than its bound,
//! and on two naive variants (exact counts hidden below five; noise drawn anew for each request), where it must, or the attack
//! itself would be worth nothing. All are told in one table, which the README holds.
//!
//! Whoever attacks guesses as well as can be guessed: half of the tries teach how often each answer came with the report and
//! without it, the other half are the examination.

mod insider;
mod membership;
mod questions;
mod reconstruction;
mod reporter;
mod systems;
mod table;
mod world;

use table::{README, Row, in_readme, told};

/// Every attack, in the order of the README.
fn suite() -> Vec<Row> {
    let mut rows = membership::rows();
    rows.extend(questions::rows());
    rows.extend(reconstruction::rows());
    rows.extend(insider::rows());
    rows.extend(reporter::rows());
    rows
}

#[test]
fn no_attack_succeeds_beyond_its_bound_and_each_breaks_what_is_naive() {
    let rows = suite();
    let told = told(&rows);
    for row in &rows {
        row.check(&told);
    }
    assert!(
        in_readme(README) == told,
        "the README tells other figures than these:\n{told}"
    );
}

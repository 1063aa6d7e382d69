//! Attacks on the running program: what everybody and what staff can ask, before and after one report; a flood; the end of the
//! program in the middle of a release; what is left in files and logs. Attacks on the numbers that are released are in
//! `src/safety/attacks`.

mod answers;
mod crash;
mod flood;
mod insider;
mod nearby;

/// What the README tells, line by line. Each attack says its own line and looks for it here.
const LINES: [&str; 9] = [
    answers::PAIRS,
    answers::LOCKED,
    nearby::TRILATERATION,
    answers::IDS,
    answers::FOREIGN,
    insider::FILTERS,
    insider::EXPORT,
    flood::FLOOD,
    flood::ADDRESSES,
];

const HEAD: &str = "| attack on the running program | tries | success | blind guess | bound | a naive program |\n|---|---|---|---|---|---|\n";

/// Whether an attack ended as the README tells: so many tries, of which none succeeded.
fn held(line: &str, tries: usize, succeeded: usize) {
    println!("{line}: {succeeded} of {tries}");
    assert_eq!(succeeded, 0, "{line}");
    let told = format!("| {tries} | 0 | ");
    assert!(line.contains(&told), "{line} should tell of {tries} tries");
}

/// Whether the same attack breaks a naive program, as often as the README tells.
fn broken(line: &str, tries: usize, succeeded: usize) {
    let share = 100.0 * succeeded as f64 / tries as f64;
    assert!(share >= 95.0, "{line}: {succeeded} of {tries}");
    let told = format!("| {share:.1} % of {tries} |");
    assert!(line.ends_with(&told), "{line} should end with {told}");
}

#[test]
fn the_readme_tells_of_every_attack_on_the_running_program() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once(HEAD).expect("the table is there");
    let lines: Vec<_> = rest
        .lines()
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert_eq!(lines, LINES);
}

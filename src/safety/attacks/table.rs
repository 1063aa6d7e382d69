//! What became of the attacks, as a table.

/// The text that holds the table for everybody.
pub(super) const README: &str = include_str!("../../../README.md");

const HEAD: &str = "| attack on releases and counts | tries | success | blind guess | bound | exact counts from five on | noise anew each time |\n|---|---|---|---|---|---|---|\n";

/// In so many of a hundred tries a naive variant must be broken.
const BROKEN: f64 = 0.95;

/// One attack and what became of it.
pub(super) struct Row {
    pub(super) attack: &'static str,
    pub(super) tries: u32,
    /// Shares of tries: from nought to one.
    pub(super) success: f64,
    pub(super) blind: f64,
    pub(super) bound: Bound,
    /// The same attack on exact counts and on noise per request; none where it does not apply.
    pub(super) exact: Option<f64>,
    pub(super) anew: Option<f64>,
}

/// How often an attack may succeed.
pub(super) enum Bound {
    /// So often at most, and so much more by chance.
    Share { most: f64, chance: f64 },
    /// This is not hidden, and the README says so.
    NotHidden,
}

impl Row {
    /// Whether the attack failed where it must and succeeded where it must; the whole table is told where it did not.
    pub(super) fn check(&self, table: &str) {
        if let Bound::Share { most, chance } = self.bound {
            let allowed = most + chance;
            assert!(
                self.success <= allowed,
                "{}: {} of {allowed}\n{table}",
                self.attack,
                self.success
            );
        }
        assert!(
            self.exact.is_some() || self.anew.is_some() || matches!(self.bound, Bound::NotHidden)
        );
        for broken in [self.exact, self.anew].into_iter().flatten() {
            assert!(
                broken >= BROKEN,
                "{}: what is naive is broken in {broken}\n{table}",
                self.attack
            );
        }
    }

    fn line(&self) -> String {
        let bound = match self.bound {
            Bound::Share { most, .. } => percent(most),
            Bound::NotHidden => "not hidden".to_owned(),
        };
        let naive = |share: Option<f64>| share.map_or_else(|| "-".to_owned(), percent);
        format!(
            "| {} | {} | {} | {} | {bound} | {} | {} |\n",
            self.attack,
            self.tries,
            percent(self.success),
            percent(self.blind),
            naive(self.exact),
            naive(self.anew)
        )
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}

/// The whole table.
pub(super) fn told(rows: &[Row]) -> String {
    rows.iter()
        .fold(HEAD.to_owned(), |text, row| text + &row.line())
}

/// The same table as a text holds it.
pub(super) fn in_readme(text: &str) -> String {
    let (_, rest) = text.split_once(HEAD).unwrap_or(("", ""));
    let lines = rest.lines().take_while(|line| line.starts_with('|'));
    lines.fold(HEAD.to_owned(), |all, line| all + line + "\n")
}

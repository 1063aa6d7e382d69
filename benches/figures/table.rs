//! Printing figures as they come, in one form.

use std::time::Duration;

/// A table of figures on standard output.
#[derive(Default)]
pub struct Table {
    is_begun: bool,
}

impl Table {
    /// Prints one figure, with its target where there is one.
    pub fn row(&mut self, figure: &str, measured: &str, target: &str) {
        if !self.is_begun {
            println!("| figure | measured | target |\n|---|---|---|");
            self.is_begun = true;
        }
        println!("| {figure} | {measured} | {target} |");
    }
}

/// Durations of many runs of the same thing.
pub struct Sample(Vec<Duration>);

impl From<Vec<Duration>> for Sample {
    fn from(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }
}

impl Sample {
    /// Times `run` for every item.
    pub fn of<T, R>(items: impl IntoIterator<Item = T>, mut run: impl FnMut(T) -> R) -> Self {
        let mut times: Vec<_> = items
            .into_iter()
            .map(|item| {
                let begin = std::time::Instant::now();
                std::hint::black_box(run(item));
                begin.elapsed()
            })
            .collect();
        times.sort_unstable();
        Self(times)
    }

    /// Times `run` three times for every item and keeps the least: what else the machine did meanwhile is left out.
    pub fn least_of_three<T, R>(
        items: impl IntoIterator<Item = T>,
        mut run: impl FnMut(&T) -> R,
    ) -> Self {
        let times = items.into_iter().map(|item| {
            let once = |_| {
                let begin = std::time::Instant::now();
                std::hint::black_box(run(&item));
                begin.elapsed()
            };
            (0..3).map(once).min().unwrap_or_default()
        });
        let mut times: Vec<_> = times.collect();
        times.sort_unstable();
        Self(times)
    }

    /// The time that this share of the runs does not exceed.
    pub fn quantile(&self, share: f64) -> Duration {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a length is an index"
        )]
        let index = ((self.0.len() - 1) as f64 * share) as usize;
        self.0[index]
    }
}

impl std::fmt::Display for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "p50 {:.1?}, p99 {:.1?}",
            self.quantile(0.5),
            self.quantile(0.99)
        )
    }
}

//! Noise that hides one report: the discrete Laplace distribution, drawn exactly, without a floating-point number.
//!
//! Method: Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (`NeurIPS` 2020), algorithm 2. Samplers
//! with floating-point numbers leave holes through which the true count shows (Mironov 2012).

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::domain::report::Epsilon;

/// Randomness of a period, drawn once from the operating system and kept with the reports until the release.
///
/// Because it is kept, a release that is begun again after a crash, or made from a restored copy of the reports, draws the
/// same noise for the same count: a second look never averages it away.
#[derive(Clone)]
pub struct Seed([u8; 32]);

impl Seed {
    /// The seed made of what the operating system gave.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What is kept.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The noise of one count. `label` says which count it is; another count at the same spot gets noise of its own, so that
    /// no difference of two releases tells the difference of two counts.
    #[must_use]
    pub fn noise(&self, label: &str, count: u32) -> Noise {
        Noise {
            key: Hmac::<Sha256>::new_from_slice(&self.0)
                .unwrap_or_else(|_| unreachable!("a key of any length is one")),
            label: format!("{count}|{label}"),
            block: 0,
            unused: Vec::new(),
        }
    }
}

/// Uniform random numbers for one count, and the noise made of them.
pub struct Noise {
    key: Hmac<Sha256>,
    label: String,
    block: u64,
    unused: Vec<u8>,
}

impl Noise {
    /// A draw from the discrete Laplace distribution: `P(x)` is proportional to `e^(-epsilon |x|)`.
    pub fn discrete_laplace(&mut self, epsilon: Epsilon) -> i64 {
        let (numerator, denominator) = epsilon.fraction();
        loop {
            let part = self.below(denominator);
            if !self.happens_exp(part, denominator) {
                continue;
            }
            let mut whole = 0_u64;
            while self.happens_exp(1, 1) {
                whole += 1;
            }
            let size = (part + denominator * whole) / numerator;
            let is_negative = self.below(2) == 1;
            if is_negative && size == 0 {
                continue;
            }
            let size = i64::try_from(size).unwrap_or(i64::MAX);
            return if is_negative { -size } else { size };
        }
    }

    /// True with probability `e^-(numerator / denominator)`, for fractions from nought to one.
    fn happens_exp(&mut self, numerator: u64, denominator: u64) -> bool {
        let mut k = 1;
        while self.below(denominator * k) < numerator {
            k += 1;
        }
        k % 2 == 1
    }

    /// A number below `end`, each as likely as the other: what would favour the small ones is thrown away.
    pub(in crate::safety) fn below(&mut self, end: u64) -> u64 {
        let fair = u64::MAX - u64::MAX % end;
        loop {
            let number = self.number();
            if number < fair {
                return number % end;
            }
        }
    }

    fn number(&mut self) -> u64 {
        if self.unused.is_empty() {
            self.refill();
        }
        let rest = self.unused.len() - 8;
        let bytes = self.unused.split_off(rest);
        bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    fn refill(&mut self) {
        let mut mac = self.key.clone();
        mac.update(&self.block.to_be_bytes());
        mac.update(self.label.as_bytes());
        self.unused = mac.finalize().into_bytes().to_vec();
        self.block += 1;
    }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{ChiSquared, ContinuousCDF};

    use super::*;

    fn drawn(epsilon: Epsilon, seed: u8, draws: u32) -> impl Iterator<Item = i64> {
        let seed = Seed::new([seed; 32]);
        (0..draws).map(move |n| seed.noise(&n.to_string(), 7).discrete_laplace(epsilon))
    }

    /// How well a million draws fit the distribution: the chance of a fit as bad as this or worse.
    fn fit(epsilon: Epsilon, draws: u32) -> f64 {
        const ENDS: i64 = 12;
        let mut seen = [0_u32; 25];
        for value in drawn(epsilon, 3, draws) {
            seen[usize::try_from(value.clamp(-ENDS, ENDS) + ENDS).unwrap()] += 1;
        }
        let q = (-epsilon.value()).exp();
        let expected = |x: i64| {
            let at = |x: i64| (1.0 - q) / (1.0 + q) * q.powf(x.unsigned_abs() as f64);
            let tail = q.powf(ENDS as f64) / (1.0 + q);
            f64::from(draws) * if x.abs() == ENDS { tail } else { at(x) }
        };
        let parts = (-ENDS..=ENDS).zip(seen);
        let distance: f64 = parts
            .map(|(x, n)| (f64::from(n) - expected(x)).powi(2) / expected(x))
            .sum();
        1.0 - ChiSquared::new(2.0 * ENDS as f64).unwrap().cdf(distance)
    }

    #[test]
    fn a_million_draws_are_discrete_laplace() {
        for (epsilon, draws) in [("0.5", 1_000_000), ("0.33", 200_000), ("1", 200_000)] {
            let chance = fit(epsilon.parse().unwrap(), draws);
            assert!(
                chance > 0.001,
                "epsilon {epsilon}: a fit this bad has chance {chance}"
            );
        }
    }

    #[test]
    fn the_fit_would_notice_a_distribution_that_is_slightly_off() {
        // The same test against draws with 0.52 instead of 0.5 has to fail, or it would see nothing.
        let seen = drawn("0.52".parse().unwrap(), 3, 300_000)
            .filter(|x| *x == 0)
            .count() as f64;
        let q = (-0.5_f64).exp();
        let expected = 3e5 * (1.0 - q) / (1.0 + q);
        assert!((seen - expected).abs() > 6.0 * expected.sqrt());
    }

    #[test]
    fn the_same_count_gets_the_same_noise_and_another_count_its_own() {
        let seed = Seed::new([9; 32]);
        let noise = |label: &str, count| -> Vec<i64> {
            let draws = (0..64).map(|n| seed.noise(&format!("{label}{n}"), count));
            draws
                .map(|mut own| own.discrete_laplace(Epsilon::DEFAULT))
                .collect()
        };
        assert_eq!(noise("a", 12), noise("a", 12));
        assert_ne!(noise("a", 12), noise("a", 13));
        assert_ne!(noise("a", 12), noise("b", 12));
    }
}

//! A puzzle that a browser solves before its report is taken, so that reports by the thousand cost somebody something. It
//! knows nothing of who solves it.

use std::collections::HashMap;

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::domain::hexadecimal::hexadecimal;

/// So many leading bits of the hash are nought where nobody asks for others: 131,072 hashes in the mean.
pub const BITS: u32 = 17;

/// So long a puzzle holds, in seconds.
pub const HOLDS_S: u64 = 3_600;

/// So many solved puzzles are remembered at most; then those go that hold no more.
const MOST_REMEMBERED: usize = 100_000;

/// Why a solution is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// It is no puzzle of ours, or one that holds no more.
    Unknown,
    /// The number does not solve it.
    Wrong,
    /// It was solved before.
    Used,
}

/// Makes puzzles and checks solutions.
pub struct Challenges {
    key: [u8; 32],
    bits: u32,
    /// Solved puzzles, with when they end.
    used: HashMap<String, u64>,
}

impl Challenges {
    /// Puzzles under a key, for whose solutions so many bits are nought. Replicas that share one take each other's.
    #[must_use]
    pub fn new(key: [u8; 32], bits: u32) -> Self {
        Self {
            key,
            bits,
            used: HashMap::new(),
        }
    }

    /// A puzzle, at a time in seconds: when it ends, something random, and a signature over both.
    #[must_use]
    pub fn puzzle(&self, now_s: u64, random: u128) -> String {
        let told = format!("{:x}.{random:032x}", now_s + HOLDS_S);
        let signature = self.signature(&told);
        format!("{told}.{signature}")
    }

    /// Whether a solution would be taken: the number for which the hash of puzzle, colon and number begins with enough noughts.
    /// Nothing is remembered of it.
    ///
    /// # Errors
    /// Why it would not be taken.
    pub fn check(&self, puzzle: &str, number: u64, now_s: u64) -> Result<(), Unsolved> {
        self.when_it_ends(puzzle, number, now_s).map(drop)
    }

    /// Takes a solution, once. Who may be sent away for other reasons is asked to [`Challenges::check`] first: what is taken is
    /// remembered, and there is room for so much.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn solve(&mut self, puzzle: &str, number: u64, now_s: u64) -> Result<(), Unsolved> {
        let ends_s = self.when_it_ends(puzzle, number, now_s)?;
        if self.used.len() >= MOST_REMEMBERED {
            self.used.retain(|_, ends| *ends >= now_s);
        }
        // Where so many were solved within an hour, no more are taken until some of them have ended.
        if self.used.len() >= MOST_REMEMBERED {
            return Err(Unsolved::Used);
        }
        self.used.insert(puzzle.to_owned(), ends_s);
        Ok(())
    }

    /// When a solved puzzle ends that was not used yet.
    fn when_it_ends(&self, puzzle: &str, number: u64, now_s: u64) -> Result<u64, Unsolved> {
        let ends_s = self
            .ends(puzzle)
            .filter(|ends| (now_s..=now_s + HOLDS_S).contains(ends));
        let ends_s = ends_s.ok_or(Unsolved::Unknown)?;
        if !is_solved(puzzle, number, self.bits) {
            return Err(Unsolved::Wrong);
        }
        if self.used.contains_key(puzzle) {
            return Err(Unsolved::Used);
        }
        Ok(ends_s)
    }

    /// How many leading bits of a hash are nought.
    #[must_use]
    pub const fn bits(&self) -> u32 {
        self.bits
    }

    /// When a puzzle of ours ends.
    fn ends(&self, puzzle: &str) -> Option<u64> {
        let (told, signature) = puzzle.rsplit_once('.')?;
        let (ends, _) = told.split_once('.')?;
        (self.signature(told) == signature).then(|| u64::from_str_radix(ends, 16).ok())?
    }

    fn signature(&self, told: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key)
            .unwrap_or_else(|_| unreachable!("a key of any length is one"));
        mac.update(told.as_bytes());
        let bytes = mac.finalize().into_bytes();
        hexadecimal(&bytes[..16])
    }
}

/// Whether a number solves a puzzle.
#[must_use]
pub fn is_solved(puzzle: &str, number: u64, bits: u32) -> bool {
    let hash = Sha256::digest(format!("{puzzle}:{number}"));
    let first = hash
        .iter()
        .take(4)
        .fold(0_u32, |all, byte| all << 8 | u32::from(*byte));
    first.leading_zeros() >= bits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solution(puzzle: &str) -> u64 {
        (0..100_000)
            .find(|number| is_solved(puzzle, *number, 8))
            .unwrap()
    }

    #[test]
    fn a_puzzle_is_solved_once_and_within_its_hour() {
        let mut own = Challenges::new([7; 32], 8);
        let puzzle = own.puzzle(1_000, 5);
        let number = solution(&puzzle);
        assert_eq!(
            own.solve(&puzzle, number, 1_000 + HOLDS_S + 1),
            Err(Unsolved::Unknown)
        );
        let wrong = (0..1_000)
            .find(|number| !is_solved(&puzzle, *number, 8))
            .unwrap();
        assert_eq!(own.solve(&puzzle, wrong, 1_001), Err(Unsolved::Wrong));
        assert_eq!(own.check(&puzzle, number, 1_001), Ok(()));
        assert_eq!(own.solve(&puzzle, number, 1_001), Ok(()));
        assert_eq!(own.check(&puzzle, number, 1_002), Err(Unsolved::Used));
        assert_eq!(own.solve(&puzzle, number, 1_002), Err(Unsolved::Used));
    }

    #[test]
    fn a_puzzle_of_somebody_else_is_none() {
        let mut own = Challenges::new([7; 32], 8);
        let puzzle = Challenges::new([8; 32], 8).puzzle(1_000, 5);
        assert_eq!(
            own.solve(&puzzle, solution(&puzzle), 1_001),
            Err(Unsolved::Unknown)
        );
        let (told, _) = puzzle.rsplit_once('.').unwrap();
        for text in ["", "..", "a", told, "ffffffffffffffffffff.0.0", "ä.ö.ü"] {
            assert_eq!(own.solve(text, 0, 1_001), Err(Unsolved::Unknown), "{text}");
        }
    }

    #[test]
    fn replicas_with_one_key_take_each_others_puzzles() {
        let puzzle = Challenges::new([7; 32], 8).puzzle(1_000, 5);
        let number = solution(&puzzle);
        assert_eq!(
            Challenges::new([7; 32], 8).solve(&puzzle, number, 1_001),
            Ok(())
        );
    }
}

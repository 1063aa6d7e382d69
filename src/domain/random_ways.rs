//! Random networks of ways for tests: the same number always makes the same one.

use super::random::Dice;
use crate::domain::walkway::{Walkway, Walkways, WayFacts};
use crate::domain::{Corner, Trace};

/// A way about which nothing more is known.
pub fn way(nodes: &[u32]) -> Walkway {
    Walkway {
        nodes: nodes.to_vec(),
        name: None,
        facts: WayFacts::default(),
    }
}

impl Dice {
    /// A town of crooked blocks north-east of `origin`: a grid whose corners are moved and some of whose sides are missing.
    pub fn town(&mut self, origin: Corner, side: u32) -> Walkways {
        let corner = |x, y| Corner {
            lon: origin.lon + x,
            lat: origin.lat + y,
        };
        let mut nodes = Vec::new();
        for y in 0..side {
            for x in 0..side {
                let mut moved =
                    |at: u32| i32::try_from(at * 900 + self.below(400)).expect("a small town");
                let (x, y) = (moved(x), moved(y));
                nodes.push(corner(x, y));
            }
        }
        let mut ways = Vec::new();
        for y in 0..side {
            for x in 0..side {
                let here = y * side + x;
                if x + 1 < side && self.below(5) > 0 {
                    ways.push(way(&[here, here + 1]));
                }
                if y + 1 < side && self.below(5) > 0 {
                    ways.push(way(&[here, here + side]));
                }
            }
        }
        // A winding path through the middle, whose inner nodes meet nothing.
        let last = u32::try_from(nodes.len()).expect("a small town");
        nodes.extend([corner(500, 500), corner(900, 650), corner(1500, 480)]);
        ways.push(way(&[0, last, last + 1, last + 2, side + 2]));
        Walkways {
            nodes: Trace(nodes),
            ways,
            signals: Vec::new(),
        }
    }
}

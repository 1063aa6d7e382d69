//! Who is within reach, as numbers of the report.

use serde::Serialize;

use super::figures::{Minutes, Percent, Persons};
use crate::coverage::Share;
use crate::snapshot::Sure;

/// How many residents are within reach of something. Covered and beyond make all of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ReachFigures {
    /// All of them.
    pub persons: Persons,
    /// Those within reach.
    pub covered: Persons,
    /// Those beyond reach.
    pub beyond: Persons,
    /// Of those beyond: those for whom no way is known at all.
    pub unreached: Persons,
    /// Those whose time a line told, because no way is drawn there.
    pub by_line: Persons,
    /// The covered share, rounded down; unknown where nobody is known to live.
    pub percent: Option<Percent>,
    /// Where who walks needs wheels and ways are drawn: how surely they get there. Told by the network alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sure: Option<SureFigures>,
    /// Half of the residents walk at most so long; unknown where nobody is known to live or half have no way.
    pub median_min: Option<Minutes>,
    /// Nine of ten residents walk at most so long; unknown likewise.
    pub p90_min: Option<Minutes>,
}

/// How surely residents get there on wheels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SureFigures {
    /// Everything that counts on some way is known and fine.
    pub proven: Persons,
    /// The same, if what is unknown is as it is as a rule on ways of that sort.
    pub likely: Persons,
    /// Nothing that is known bars some way.
    pub possible: Persons,
}

impl SureFigures {
    pub(super) fn of(own: Sure) -> Self {
        Self {
            proven: Persons(own.proven),
            likely: Persons(own.likely),
            possible: Persons(own.possible),
        }
    }
}

impl ReachFigures {
    /// The figures of a share; `spread` are the median and the 90th percentile.
    #[must_use]
    pub fn of(share: &Share, [median_min, p90_min]: [Option<Minutes>; 2]) -> Self {
        Self {
            persons: Persons(share.persons),
            covered: Persons(share.covered),
            beyond: Persons(share.beyond()),
            unreached: Persons(share.unreached),
            by_line: Persons(share.by_line),
            percent: Percent::covered(share),
            sure: None,
            median_min,
            p90_min,
        }
    }
}

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
    /// Where something must be found out about places first: those within reach if all of them counted. Left out where that
    /// would be nobody more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<AtMost>,
    /// Where who walks needs wheels and ways are drawn: how surely they get there. Told by the network alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sure: Option<SureFigures>,
    /// Half of the residents walk at most so long; unknown where nobody is known to live or half have no way.
    pub median_min: Option<Minutes>,
    /// Nine of ten residents walk at most so long; unknown likewise.
    pub p90_min: Option<Minutes>,
}

/// How many residents would be within reach if every place counted of which something must be found out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AtMost {
    /// Those within reach then.
    pub covered: Persons,
    /// Their share, rounded down.
    pub percent: Option<Percent>,
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
    /// The same, with what it would be if more places counted.
    #[must_use]
    pub(super) fn perhaps(self, perhaps: &Share) -> Self {
        let at_most = AtMost {
            covered: Persons(perhaps.covered),
            percent: Percent::covered(perhaps),
        };
        Self {
            at_most: (at_most.covered > self.covered).then_some(at_most),
            ..self
        }
    }

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
            at_most: None,
            sure: None,
            median_min,
            p90_min,
        }
    }
}

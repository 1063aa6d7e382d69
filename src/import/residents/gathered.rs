//! What files say of squares, before it is put together.

use std::collections::BTreeMap;

use crate::domain::grid::{GridCell, KilometreCell};
use crate::domain::residents::{Ages, Count, MilliPersons};

/// What all files say.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) hectares: BTreeMap<GridCell, Hectare>,
    pub(super) kilometres: BTreeMap<KilometreCell, Kilometre>,
    /// People of a city's own statistics.
    pub(super) blocks: BTreeMap<GridCell, MilliPersons>,
    /// Blocks of which the number of people is withheld.
    pub(super) withheld_blocks: usize,
    /// Lines or features that lie elsewhere.
    pub(super) elsewhere: usize,
}

/// What is said of a square of 100 m.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Hectare {
    /// None where no file has such a column.
    pub(super) count: Option<Count>,
    pub(super) ages: Ages,
}

/// What is said of a square of 1 km.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Kilometre {
    /// None where no file has such a column.
    pub(super) count: Option<Count>,
    pub(super) share_under_18: Option<f64>,
    pub(super) share_over_64: Option<f64>,
}

impl Hectare {
    /// Adds what another file says; whether they agree.
    pub(super) fn join(&mut self, other: Self) -> bool {
        let (own, ages) = (&mut self.ages, other.ages);
        join(&mut self.count, other.count)
            & join(&mut own.under_10, ages.under_10)
            & join(&mut own.under_18, ages.under_18)
            & join(&mut own.over_64, ages.over_64)
            & join(&mut own.over_79, ages.over_79)
    }
}

impl Kilometre {
    /// Adds what another file says; whether they agree.
    pub(super) fn join(&mut self, other: Self) -> bool {
        join(&mut self.count, other.count)
            & join(&mut self.share_under_18, other.share_under_18)
            & join(&mut self.share_over_64, other.share_over_64)
    }
}

fn join<T: PartialEq + Copy>(own: &mut Option<T>, other: Option<T>) -> bool {
    let agrees = own.is_none() || other.is_none() || *own == other;
    *own = own.or(other);
    agrees
}

//! An estimate where nobody has counted: people live where there are homes.

use serde::{Deserialize, Serialize};

use super::{Ages, Count, ResidentCell, ResidentSource, Residents};
use crate::domain::grid::GridCell;

/// The homes in one square.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Homes {
    /// The square.
    pub cell: GridCell,
    /// The floor area of residential buildings, footprint times storeys, in square metres.
    pub floor_m2: u32,
    /// How many residential buildings there are.
    pub buildings: u32,
}

impl Residents {
    /// Who lives where, judged by the floor area of homes; none where no homes are known.
    #[must_use]
    pub fn estimated(homes: &[Homes]) -> Option<Self> {
        let cells = homes.iter().map(|own| ResidentCell {
            cell: own.cell,
            count: Count::Given(own.floor_m2),
            ages: Ages::default(),
            is_coarse: false,
        });
        (!homes.is_empty()).then(|| Self {
            source: ResidentSource::Estimated,
            year: None,
            attribution: None,
            cells: cells.collect(),
        })
    }
}

//! Which measures somebody means.

use crate::domain::audit::measure::{CostClass, Progress};
use crate::domain::{DistrictId, Need};

/// Which measures are meant. Nothing said is no limit, except that closed ones are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureFilter {
    /// In these districts.
    pub districts: Vec<DistrictId>,
    /// About a criterion that matters to one of these needs.
    pub needs: Vec<Need>,
    /// Of these cost classes.
    pub cost_classes: Vec<CostClass>,
    /// This far; those that are not closed, if nothing is said.
    pub statuses: Vec<Progress>,
}

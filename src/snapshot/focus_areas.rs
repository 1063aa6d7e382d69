//! What the city works on so that things do not happen.

use crate::domain::DistrictId;
use crate::domain::prevention::{FocusArea, FocusAreaId, KeptFocusArea, Stage};
use crate::snapshot::Snapshot;

/// In the order in which they are told: what goes on, what will, what is done; of each the newest first.
pub(super) fn in_order(mut areas: Vec<KeptFocusArea>) -> Vec<KeptFocusArea> {
    let rank = |stage| match stage {
        Stage::Running => 0,
        Stage::Planned => 1,
        Stage::Done => 2,
    };
    areas.sort_by_key(|(id, own)| (rank(own.state), std::cmp::Reverse(own.since), *id));
    areas
}

impl Snapshot {
    /// Every focus area of prevention, what goes on first.
    #[must_use]
    pub fn focus_areas(&self) -> &[KeptFocusArea] {
        &self.frame.focus_areas
    }

    /// One of them.
    #[must_use]
    pub fn focus_area(&self, id: FocusAreaId) -> Option<&FocusArea> {
        let mut all = self.focus_areas().iter();
        all.find(|(own, _)| *own == id).map(|(_, own)| own)
    }

    /// Those of a district, with their measures; what is about the whole city is not among them.
    pub fn focus_areas_of(&self, district: &DistrictId) -> impl Iterator<Item = &KeptFocusArea> {
        let all = self.focus_areas().iter();
        all.filter(move |(_, own)| own.ground.district.as_ref() == Some(district))
    }
}

//! OpenStreetMap's own words on who can use a place. Nobody of the city has checked them, so they stand apart
//! from facts and are never mixed with a rating.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::need::Need;
use crate::domain::words::Name;

choice! {
    /// A tag that says something about one need; `wheelchair=*` has a member of its own among the facts.
    OsmTag: "osm_access" {
        /// `toilets:wheelchair=*`.
        ToiletsWheelchair = "toilets_wheelchair",
        /// `ramp:wheelchair=*`.
        RampWheelchair = "ramp_wheelchair",
        /// `stroller=*`.
        Stroller = "stroller",
        /// `ramp:stroller=*`.
        RampStroller = "ramp_stroller",
        /// `blind=*`.
        Blind = "blind",
        /// `tactile_paving=*`.
        TactilePaving = "tactile_paving",
        /// `tactile_writing=*`.
        TactileWriting = "tactile_writing",
        /// `deaf=*`.
        Deaf = "deaf",
        /// `hearing_loop=*` or `audio_loop=*`.
        HearingLoop = "hearing_loop",
    }
}

impl OsmTag {
    /// The keys of OpenStreetMap that mean it, the better one first.
    #[must_use]
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::ToiletsWheelchair => &["toilets:wheelchair"],
            Self::RampWheelchair => &["ramp:wheelchair"],
            Self::Stroller => &["stroller"],
            Self::RampStroller => &["ramp:stroller"],
            Self::Blind => &["blind"],
            Self::TactilePaving => &["tactile_paving"],
            Self::TactileWriting => &["tactile_writing"],
            Self::Deaf => &["deaf"],
            Self::HearingLoop => &["hearing_loop", "audio_loop"],
        }
    }

    /// The name of its column in a table of places.
    #[must_use]
    pub const fn column(self) -> &'static str {
        match self {
            Self::ToiletsWheelchair => "osm_toilets_wheelchair",
            Self::RampWheelchair => "osm_ramp_wheelchair",
            Self::Stroller => "osm_stroller",
            Self::RampStroller => "osm_ramp_stroller",
            Self::Blind => "osm_blind",
            Self::TactilePaving => "osm_tactile_paving",
            Self::TactileWriting => "osm_tactile_writing",
            Self::Deaf => "osm_deaf",
            Self::HearingLoop => "osm_hearing_loop",
        }
    }

    /// The need it says something about.
    #[must_use]
    pub const fn need(self) -> Need {
        match self {
            Self::ToiletsWheelchair | Self::RampWheelchair => Need::Wheelchair,
            Self::Stroller | Self::RampStroller => Need::Walking,
            Self::Blind | Self::TactilePaving | Self::TactileWriting => Need::Blind,
            Self::Deaf => Need::Deaf,
            Self::HearingLoop => Need::HardOfHearing,
        }
    }
}

/// The values of the tags an object has, as they stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OsmAccess(BTreeMap<OsmTag, Name>);

impl OsmAccess {
    /// The tags and their values in the order of the specification.
    pub fn iter(&self) -> impl Iterator<Item = (OsmTag, &Name)> {
        self.0.iter().map(|(tag, value)| (*tag, value))
    }

    /// These values, or nothing where there are none.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = (OsmTag, Name)>) -> Option<Box<Self>> {
        let values: BTreeMap<_, _> = values.into_iter().collect();
        (!values.is_empty()).then(|| Box::new(Self(values)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_named_after_its_tag() {
        for tag in OsmTag::ALL {
            assert_eq!(tag.column(), format!("osm_{tag}"));
            assert!(!tag.keys().is_empty());
        }
    }

    #[test]
    fn nothing_said_is_nothing_kept() {
        assert!(OsmAccess::of([]).is_none());
        let said = OsmAccess::of([(OsmTag::Deaf, "yes".parse().unwrap())]).unwrap();
        assert_eq!(serde_json::to_string(&said).unwrap(), r#"{"deaf":"yes"}"#);
        let back: OsmAccess = serde_json::from_str(r#"{"deaf":"yes"}"#).unwrap();
        assert_eq!(back, *said);
        assert!(serde_json::from_str::<OsmAccess>(r#"{"mute":"yes"}"#).is_err());
    }
}

//! Suggestions of residents as JSON, for the people of the city.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::staff::Role;
use crate::domain::suggestion::{
    Decision, Doubt, Ground, Matter, Suggestion, SuggestionId, Withheld,
};
use crate::domain::{DistrictId, Fact, KindId, Location, PlaceId};
use crate::snapshot::{LookAlike, Snapshot};

/// A suggestion; what was not said is absent.
#[derive(Serialize)]
pub struct SuggestionRecord<'a> {
    /// Its id.
    pub id: SuggestionId,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What became of it.
    pub state: Decision,
    /// Why nobody sees what it says, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withheld: Option<Withheld>,
    /// What it says; absent where that is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter: Option<Matter>,
    /// The place it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// What that place is called, if it is still there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_name: Option<&'a str>,
    /// Whether that place is said to be gone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_gone: bool,
    /// Whether its barriers are said to have changed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub barriers_changed: bool,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// The kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// Where it is, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<&'a str>,
    /// Longitude and latitude in degrees, as picked on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<[f64; 2]>,
    /// The district it lies in, as far as its spot is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<&'a DistrictId>,
    /// When it is open, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_hours: Option<&'a str>,
    /// Whether it is free of charge.
    #[serde(skip_serializing_if = "is_unknown")]
    pub free: Fact,
    /// Whether one must buy something.
    #[serde(skip_serializing_if = "is_unknown")]
    pub consumption_required: Fact,
    /// Whether there is a toilet.
    #[serde(skip_serializing_if = "is_unknown")]
    pub toilets: Fact,
    /// Anything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<&'a str>,
    /// What is doubtful about it, as long as nobody has decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// Places that may be the same, as long as nobody has decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub look_alikes: Vec<AlikePlace<'a>>,
    /// The day that was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<NaiveDate>,
    /// The role that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Role>,
    /// The place it became, or changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub became: Option<PlaceId>,
    /// Why it was rejected, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// Why, in somebody's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'a str>,
}

/// A place that may be the one suggested.
#[derive(Serialize)]
pub struct AlikePlace<'a> {
    place: PlaceId,
    name: &'a str,
    /// Metres from the suggested spot; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_m: Option<f64>,
    called_alike: bool,
}

impl<'a> SuggestionRecord<'a> {
    /// A suggestion as the city of `snapshot` sees it; without one only what it says itself.
    #[must_use]
    pub fn of(own: &'a Suggestion, snapshot: Option<&'a Snapshot>) -> Self {
        let said = &own.said;
        let about = said
            .about
            .zip(snapshot)
            .and_then(|(id, city)| city.place(id));
        let waiting = snapshot.filter(|_| own.state == Decision::Open);
        let look_alikes = waiting.map(|city| city.look_alikes(said));
        let look_alikes = look_alikes.into_iter().flatten();
        Self {
            id: own.id,
            received_on: own.received_on,
            state: own.state,
            withheld: own.withheld,
            matter: (own.withheld.is_none() && own.state != Decision::Removed)
                .then(|| said.matter()),
            place: said.about,
            place_name: about.map(|own| own.place.name.as_str()),
            is_gone: said.is_gone,
            barriers_changed: said.barriers_changed,
            name: said.name.as_deref(),
            kind: said.kind.map(KindId::as_str),
            address: said.address.as_deref(),
            location: said.location.map(|at: Location| [at.lon(), at.lat()]),
            district: snapshot
                .and_then(|city| city.district_of_said(said))
                .map(|own| &own.id),
            opening_hours: said.opening_hours.as_deref(),
            free: said.free,
            consumption_required: said.consumption_required,
            toilets: said.toilets,
            remark: said.remark.as_deref(),
            doubts: waiting.map_or_else(Vec::new, |city| city.doubts_about(said)),
            look_alikes: look_alikes.map(AlikePlace::of).collect(),
            decided_on: own.decided_on,
            decided_by: own.decided_by,
            became: own.place,
            ground: own.ground,
            reason: own.reason.as_deref(),
        }
    }
}

impl<'a> AlikePlace<'a> {
    fn of(alike: LookAlike<&'a crate::snapshot::Located>) -> Self {
        Self {
            place: alike.found.place.id,
            name: &alike.found.place.name,
            distance_m: alike.distance_m.map(f64::round),
            called_alike: alike.is_called_alike,
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes by reference"
)]
const fn is_unknown(fact: &Fact) -> bool {
    !fact.is_known()
}

//! Gaps as GeoJSON: where people live who do not get to a place in time, squares taken together so that no small one stands
//! alone.

use serde::{Serialize, Serializer};

use super::figures::{Minutes, Persons};
use super::place::NamedPlace;
use super::{AskedFacts, Provenance};
use crate::coverage::gaps::Gap;
use crate::domain::DistrictId;
use crate::domain::shape::geojson::write_area;
use crate::export::geojson::FeatureType;
use crate::snapshot::{Coverage, CoverageQuestion, FoundGaps, Snapshot};
use crate::walk::Profile;

/// The gaps of a city.
#[derive(Serialize)]
pub struct GapCollection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    asked: AskedFacts,
    /// Residents, also outside all districts, who get there in time; with the gaps and the remainder they are all.
    covered: Persons,
    /// Those who do not and are too few together to be shown.
    remainder: Persons,
    provenance: Provenance,
    features: Vec<GapFeature<'a>>,
}

#[derive(Serialize)]
struct GapFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    /// 1 is the gap where most people live.
    id: usize,
    geometry: Outline<'a>,
    properties: GapRow,
}

struct Outline<'a>(&'a Gap);

impl Serialize for Outline<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_area(serializer, &self.0.area)
    }
}

/// What is told of a gap.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GapRow {
    /// How many live there.
    pub persons: Persons,
    /// The district where most of them live.
    pub district: Option<DistrictId>,
    /// What people call it.
    pub district_name: Option<Box<str>>,
    /// How many live in each district, where most do first; those left out are fewer than ten.
    pub shares: Vec<GapShare>,
    /// The middle of the square where most of them live: longitude and latitude in degrees.
    pub label: [f64; 2],
    /// The nearest place of all; none where no way leads to any, or too many were asked for to say.
    pub nearest: Option<NamedPlace>,
    /// How long the shortest way to it is.
    pub nearest_min: Option<Minutes>,
}

/// Those of a gap who live in a district.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GapShare {
    /// The district; none for what lies outside all of them.
    pub district: Option<DistrictId>,
    /// How many live there.
    pub persons: Persons,
}

/// The gaps `found` for a question; `link` gives them again.
#[must_use]
pub fn gap_features<'a>(
    city: &Snapshot,
    coverage: &Coverage<'_>,
    question: &CoverageQuestion,
    found: &'a FoundGaps,
    link: &str,
) -> GapCollection<'a> {
    let features = (1..).zip(&found.gaps.gaps).map(|(id, gap)| GapFeature {
        kind: FeatureType::Feature,
        id,
        geometry: Outline(gap),
        properties: GapRow::of(city, gap, found, question.profile),
    });
    GapCollection {
        kind: "FeatureCollection",
        asked: AskedFacts::of(question, coverage.place_count(question)),
        covered: Persons(found.gaps.covered),
        remainder: Persons(found.gaps.remainder),
        provenance: Provenance::of(city, coverage.day(), link),
        features: features.collect(),
    }
}

/// What is told of each gap, in their order; the first is number 1.
#[must_use]
pub fn gap_rows(city: &Snapshot, found: &FoundGaps, profile: Profile) -> Vec<GapRow> {
    let gaps = found.gaps.gaps.iter();
    gaps.map(|own| GapRow::of(city, own, found, profile))
        .collect()
}

impl GapRow {
    /// Those of them who live in a district; none where they are fewer than ten.
    #[must_use]
    pub fn persons_in(&self, district: &DistrictId) -> Option<Persons> {
        let mut shares = self.shares.iter();
        let own = shares.find(|own| own.district.as_ref() == Some(district))?;
        Some(own.persons)
    }

    fn of(city: &Snapshot, gap: &Gap, found: &FoundGaps, profile: Profile) -> Self {
        let of_slot = |slot: u16| city.districts().get(usize::from(slot));
        let most = gap.districts.first().and_then(|(slot, _)| *slot);
        let district = most.and_then(of_slot);
        let shares = gap.districts.iter().filter_map(|(slot, persons)| {
            Some(GapShare {
                district: slot.and_then(of_slot).map(|own| own.id.clone()),
                persons: Persons::if_many(*persons)?,
            })
        });
        let place = gap
            .nearest
            .and_then(|(number, _)| found.places.get(number as usize));
        Self {
            persons: Persons(gap.milli_persons),
            district: district.map(|own| own.id.clone()),
            district_name: district.map(|own| own.name.as_str().into()),
            shares: shares.collect(),
            label: [gap.location.lon(), gap.location.lat()],
            nearest: place.and_then(|id| NamedPlace::of(city, *id)),
            nearest_min: gap.nearest.and_then(|(_, time)| Minutes::of(time, profile)),
        }
    }
}

//! Squares scaled so that each district sums to its official figure.

use super::{
    Ages, Count, Inhabited, MilliPersons, PER_PERSON, ResidentCell, ResidentSource, Residents,
    apportion,
};
use crate::domain::words::Name;
use crate::domain::{District, Location};

/// Who lives where, scaled to the districts' official figures.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedResidents {
    /// Where it is known from.
    pub source: ResidentSource,
    /// The year the squares are true for, if that is known.
    pub year: Option<i32>,
    /// Who asks to be named for it.
    pub attribution: Option<Name>,
    /// The squares where somebody is known to live, in order.
    pub inhabited: Vec<Inhabited>,
    /// The ages of those who live there, square by square, scaled alike.
    pub ages: Vec<Ages>,
    /// What came of each district, in the order of their ids.
    pub districts: Vec<DistrictResidents>,
    /// How many people live in squares outside all districts.
    pub outside_milli_persons: MilliPersons,
    /// How many such squares there are.
    pub outside_cells: usize,
    /// Squares, of districts or outside, that the source keeps to itself: who lives there is unknown.
    pub withheld_cells: usize,
    /// Inhabited squares that only a larger one was known of.
    pub coarse_cells: usize,
}

/// The residents of one district.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DistrictResidents {
    /// How many the inhabited squares sum to: the official figure where there is one. None where neither a figure nor squares
    /// tell, or the figure has no square to live in.
    pub milli_persons: Option<MilliPersons>,
    /// How many the source itself counts there. None where it does not count people, or says nothing of the district.
    pub counted: Option<MilliPersons>,
    /// An official figure for which no square is known to be inhabited: its people are in no square.
    pub unplaced: Option<MilliPersons>,
    /// Squares where somebody is known to live.
    pub inhabited_cells: usize,
    /// Squares that the source keeps to itself.
    pub withheld_cells: usize,
}

impl PlacedResidents {
    /// How many people live in the squares of all districts.
    #[must_use]
    pub fn total(&self) -> MilliPersons {
        self.districts
            .iter()
            .filter_map(|own| own.milli_persons)
            .sum()
    }

    /// How many people of official figures are in no square.
    #[must_use]
    pub fn unplaced(&self) -> MilliPersons {
        self.districts.iter().filter_map(|own| own.unplaced).sum()
    }
}

impl DistrictResidents {
    /// By how much the squares were multiplied to meet the official figure; none where nothing was counted.
    #[must_use]
    pub fn factor(&self) -> Option<f64> {
        let counted = self.counted.filter(|counted| *counted > 0)?;
        Some(self.milli_persons? as f64 / counted as f64)
    }
}

/// A square and where it lies.
struct Spot<'a> {
    cell: &'a ResidentCell,
    location: Location,
    /// What the source gives: people or floor.
    given: u32,
}

/// Scales `residents` so that each of `districts` (in the order of ids) sums to its official figure exactly, in thousandths.
/// A square belongs to the district that `district_at` says its middle lies in. Districts without a figure keep what the
/// source counts.
#[must_use]
pub fn place(
    residents: &Residents,
    districts: &[District],
    district_at: impl Fn(Location) -> Option<u16>,
) -> PlacedResidents {
    let Sorted {
        spots,
        outside,
        withheld,
        withheld_cells,
    } = Sorted::of(&residents.cells, districts.len(), district_at);
    let mut settled = Settled(Vec::with_capacity(residents.cells.len()));
    let of_districts = (0..=u16::MAX).zip(districts).map(|(slot, district)| {
        let own = usize::from(slot);
        let official = district.population.map(|figure| figure.count);
        DistrictResidents {
            withheld_cells: withheld[own],
            ..settled.district(slot, &spots[own], official, residents.source)
        }
    });
    let districts = of_districts.collect();
    let (mut outside_cells, mut outside_milli_persons) = (0, 0);
    if residents.source.counts_persons() {
        let live = outside.iter().filter(|spot| spot.given > 0);
        outside_cells = live.clone().count();
        outside_milli_persons = live.map(|spot| MilliPersons::from(spot.given)).sum();
        settled.add(None, &outside, outside.iter().map(|spot| spot.given));
    }
    settled.0.sort_unstable_by_key(|(own, ..)| own.cell);
    let coarse = settled.0.iter().filter(|(.., is_coarse)| *is_coarse);
    PlacedResidents {
        source: residents.source,
        year: residents.year,
        attribution: residents.attribution.clone(),
        districts,
        outside_milli_persons,
        outside_cells,
        withheld_cells,
        coarse_cells: coarse.count(),
        ages: settled.0.iter().map(|(_, ages, _)| *ages).collect(),
        inhabited: settled.0.into_iter().map(|(own, ..)| own).collect(),
    }
}

/// Squares by the district they lie in.
struct Sorted<'a> {
    spots: Vec<Vec<Spot<'a>>>,
    outside: Vec<Spot<'a>>,
    /// Squares of each district that are withheld.
    withheld: Vec<usize>,
    /// All squares that are withheld.
    withheld_cells: usize,
}

impl<'a> Sorted<'a> {
    fn of(
        cells: &'a [ResidentCell],
        districts: usize,
        district_at: impl Fn(Location) -> Option<u16>,
    ) -> Self {
        let mut sorted = Self {
            spots: (0..districts).map(|_| Vec::new()).collect(),
            outside: Vec::new(),
            withheld: vec![0; districts],
            withheld_cells: 0,
        };
        for cell in cells {
            // A square that is not on the earth comes from no import.
            let Some(location) = cell.cell.middle() else {
                continue;
            };
            let slot = district_at(location).map(usize::from);
            let Count::Given(given) = cell.count else {
                sorted.withheld_cells += 1;
                if let Some(slot) = slot {
                    sorted.withheld[slot] += 1;
                }
                continue;
            };
            let list = slot.map_or(&mut sorted.outside, |slot| &mut sorted.spots[slot]);
            list.push(Spot {
                cell,
                location,
                given,
            });
        }
        sorted
    }
}

/// Squares with their people, each with its ages and whether it is coarse.
struct Settled(Vec<(Inhabited, Ages, bool)>);

impl Settled {
    /// Settles the squares of one district.
    fn district(
        &mut self,
        slot: u16,
        spots: &[Spot],
        official: Option<u32>,
        source: ResidentSource,
    ) -> DistrictResidents {
        let given: Vec<u64> = spots.iter().map(|spot| u64::from(spot.given)).collect();
        let counted = given.iter().sum::<u64>();
        let counted = (source.counts_persons() && !spots.is_empty()).then_some(counted);
        let figure = official.map(|count| u64::from(count) * u64::from(PER_PERSON));
        let Some(whole) = figure.or(counted) else {
            return DistrictResidents::default();
        };
        let Some(parts) = parts(whole, &given) else {
            return DistrictResidents {
                counted,
                unplaced: figure,
                ..DistrictResidents::default()
            };
        };
        let before = self.0.len();
        self.add(Some(slot), spots, parts.into_iter());
        DistrictResidents {
            milli_persons: Some(whole),
            counted,
            inhabited_cells: self.0.len() - before,
            ..DistrictResidents::default()
        }
    }

    /// Settles `people` in the squares of `spots`; where nobody lives there is nothing to settle.
    fn add(&mut self, slot: Option<u16>, spots: &[Spot], people: impl Iterator<Item = u32>) {
        let live = spots.iter().zip(people).filter(|(_, people)| *people > 0);
        self.0.extend(live.map(|(spot, people)| {
            let inhabited = Inhabited {
                cell: spot.cell.cell,
                location: spot.location,
                district: slot,
                milli_persons: people,
            };
            let ages = spot.cell.ages.map(|own| scaled(own, people, spot.given));
            (inhabited, ages, spot.cell.is_coarse)
        }));
    }
}

/// The parts of `whole`; none where nobody lives or more than any square holds.
fn parts(whole: u64, weights: &[u64]) -> Option<Vec<u32>> {
    let parts = apportion(whole, weights)?.into_iter();
    parts.map(|part| u32::try_from(part).ok()).collect()
}

/// `own` times `after` by `before`, to the nearest.
fn scaled(own: u32, after: u32, before: u32) -> u32 {
    let (own, after, before) = (u64::from(own), u64::from(after), u64::from(before));
    let product = (own * after + before / 2).checked_div(before);
    u32::try_from(product.unwrap_or_default()).unwrap_or(u32::MAX)
}

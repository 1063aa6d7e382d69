//! What would follow if all measures of a sort were carried out: places, residents, cost, and the year.

use std::collections::BTreeMap;

use serde::Serialize;

use super::measures::{PlacedAt, Why, is_met, knows, passes};
use super::progress::{CountsRow, More, OutlookRow, outlook_at, pace};
use crate::barrier_free::course::Courses;
use crate::barrier_free::priority::Improved;
use crate::domain::audit::MeasureFilter;
use crate::domain::audit::measure::{CostClass, MeasureId, PlacedMeasure};
use crate::domain::{DistrictId, Need, PlaceId};
use crate::export::coverage::{Percent, Persons, Provenance};
use crate::snapshot::{
    Coverage, Gain, Listed, Located, Snapshot, VICINITY_MINUTES, VICINITY_PROFILE,
};
use crate::walk::Profile;

/// What would follow.
#[derive(Clone, Debug, Serialize)]
pub struct RetrofitReport {
    /// Measures that are carried out.
    pub measures: usize,
    /// Places that they are about.
    pub places: usize,
    /// Those of them that are not on the list: they are in the cost and in what residents gain, but in no count of places.
    pub places_off_list: usize,
    /// Measures that say nothing here, and why.
    pub apart: Vec<RetrofitApart>,
    /// What they cost together.
    pub cost: CostSpan,
    /// All places on the list, before and after.
    pub city: [CountsRow; 2],
    /// The districts in which something changes, by id.
    pub districts: Vec<RetrofitDistrict>,
    /// Who walks: the speed that residents are counted by.
    pub profile: Profile,
    /// Within so many minutes.
    pub minutes: u32,
    /// Need by need; only where a place becomes better.
    pub needs: Vec<RetrofitNeed>,
    /// The outlook before and after, at the same pace.
    pub outlook: [OutlookRow; 2],
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// A measure that nothing is said of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RetrofitApart {
    /// The measure.
    pub id: MeasureId,
    /// Where it is.
    #[serde(flatten)]
    pub at: PlacedAt,
    /// Why.
    pub why: Why,
}

/// The sum of cost classes, in EUR.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CostSpan {
    /// At least so much.
    pub at_least_eur: u64,
    /// At most so much; null where that is open.
    pub at_most_eur: Option<u64>,
    /// Measures of the class that has no upper end.
    pub open_ended: usize,
    /// Measures without a class: they are in no sum, so the sum is too low.
    pub unknown: usize,
}

/// A district before and after.
#[derive(Clone, Debug, Serialize)]
pub struct RetrofitDistrict {
    /// Its id.
    pub id: DistrictId,
    /// What people call it.
    pub name: Box<str>,
    /// Its places on the list, before and after.
    pub counts: [CountsRow; 2],
}

/// What changes for a need.
#[derive(Clone, Debug, Serialize)]
pub struct RetrofitNeed {
    /// The need.
    pub need: Need,
    /// Places that become better for it in any way.
    pub better: usize,
    /// Those of them that become usable.
    pub usable: usize,
    /// Residents who newly have a usable place within reach; null is more than none and fewer than ten, or that nobody knows
    /// who lives where.
    pub gained: Option<Persons>,
    /// The share of residents with a usable place within reach, before and after; null is unknown.
    pub percent: [Option<Percent>; 2],
    /// The districts whose residents gain something.
    pub districts: Vec<DistrictGain>,
}

/// Residents of a district who gain something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DistrictGain {
    /// The district.
    pub id: DistrictId,
    /// What people call it.
    pub name: Box<str>,
    /// How many; null is fewer than ten.
    pub gained: Option<Persons>,
}

/// Places with everything that is done there, taken together.
type Done<'a> = BTreeMap<PlaceId, (&'a Located, Improved)>;

impl RetrofitReport {
    /// What would follow if all measures that pass a filter were carried out; `link` tells the city as it is.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        courses: &Courses,
        all: &[PlacedMeasure],
        filter: &MeasureFilter,
        link: &str,
    ) -> Self {
        let (today, list) = (coverage.day(), coverage.barrier_list());
        let meant = all.iter().filter(|own| passes(filter, city, own));
        let (doable, apart) = sorted(city, meant);
        let done = together(city, &doable);
        let pace = pace(&list.listed, courses, today);
        let of = |is_meant: &dyn Fn(&Listed<'_>) -> bool| {
            let listed: Vec<_> = list.listed.iter().filter(|own| is_meant(own)).collect();
            let before = CountsRow::of(listed.iter().copied(), today);
            let after = after(&before, &listed, &done);
            [before, after]
        };
        let counts = of(&|_| true);
        let outlook = counts.each_ref().map(|own| {
            let found = outlook_at(own, &pace, today);
            let outlook = found.map(|(_, outlook)| outlook).unwrap_or_default();
            OutlookRow::new(&outlook, &pace, today)
        });
        let districts = city.districts().iter().map(|own| RetrofitDistrict {
            id: own.id.clone(),
            name: own.name.as_str().into(),
            counts: of(&|listed| {
                city.district_of(listed.located)
                    .is_some_and(|at| at.id == own.id)
            }),
        });
        Self {
            measures: doable.len(),
            places: done.len(),
            places_off_list: off_list(&done, &list.listed),
            apart,
            cost: CostSpan::of(doable.iter().map(|own| own.kept.measure.cost_class)),
            districts: districts
                .filter(|own| own.counts[0] != own.counts[1])
                .collect(),
            city: counts,
            profile: VICINITY_PROFILE,
            minutes: VICINITY_MINUTES,
            needs: needs(city, coverage, &done),
            outlook,
            provenance: Provenance::of(city, today, link),
        }
    }
}

/// Those of which something can be said, and the others with the reason.
fn sorted<'a>(
    city: &Snapshot,
    meant: impl Iterator<Item = &'a PlacedMeasure>,
) -> (Vec<&'a PlacedMeasure>, Vec<RetrofitApart>) {
    let (mut doable, mut apart) = (Vec::new(), Vec::new());
    for own in meant {
        let why = match city.place(own.place).map(Located::audited) {
            None => Some(Why::NoPlace),
            Some(_) if own.is_withdrawn => Some(Why::Withdrawn),
            Some(None) => Some(Why::NotPublished),
            Some(Some(audited)) if !knows(audited, own) => Some(Why::OtherCriteria),
            Some(Some(audited)) => is_met(audited, own).then_some(Why::AlreadyMet),
        };
        match why {
            None => doable.push(own),
            Some(why) => apart.push(RetrofitApart {
                id: own.kept.measure.id,
                at: PlacedAt::of(city, own.place),
                why,
            }),
        }
    }
    (doable, apart)
}

/// What all measures of each place change together: two may let people in that neither lets in alone.
fn together<'a>(city: &'a Snapshot, doable: &[&PlacedMeasure]) -> Done<'a> {
    let mut by_place: BTreeMap<PlaceId, Vec<&PlacedMeasure>> = BTreeMap::new();
    for own in doable {
        by_place.entry(own.place).or_default().push(own);
    }
    let done = by_place.into_iter().filter_map(|(place, all)| {
        let located = city.place(place)?;
        let aims = all.iter().flat_map(|own| own.kept.measure.criteria.iter());
        let improved = located.audited()?.improved(aims)?;
        Some((place, (located, improved)))
    });
    done.collect()
}

/// Places where something is done that are not on the list.
fn off_list(done: &Done<'_>, listed: &[Listed<'_>]) -> usize {
    let on_it = |own: &&Listed<'_>| done.contains_key(&own.located.place.id);
    done.len() - listed.iter().filter(on_it).count()
}

/// The counts when what is done at listed places is done.
fn after(before: &CountsRow, listed: &[&Listed<'_>], done: &Done<'_>) -> CountsRow {
    let improved = listed.iter();
    let improved = improved.filter_map(|own| done.get(&own.located.place.id));
    let mut more = More::default();
    for (_, own) in improved {
        more.add(own);
    }
    before.with_more(&more)
}

fn needs(city: &Snapshot, coverage: &Coverage<'_>, done: &Done<'_>) -> Vec<RetrofitNeed> {
    let within = coverage.usable_within();
    let is_known = !city.inhabited().is_empty();
    let rows = Need::ALL.iter().filter_map(|need| {
        let better =
            |(_, own): &&(&Located, Improved)| own.unblocked().iter().any(|own| own.need == *need);
        let better = done.values().filter(better).count();
        let usable = done.iter();
        let usable = usable.filter(|(_, (_, own))| own.newly_usable().contains(need));
        let usable: Vec<PlaceId> = usable.map(|(id, _)| *id).collect();
        if better == 0 {
            return None;
        }
        let gain = coverage.gain(within, *need, &usable);
        let share = |part: u64| Percent::of(part, gain.city.persons);
        let gaining = city.districts().iter().zip(&gain.districts);
        let gaining = gaining.filter(|(_, own)| own.gained > 0);
        let districts = gaining.map(|(district, own)| DistrictGain {
            id: district.id.clone(),
            name: district.name.as_str().into(),
            gained: Persons::unless_few(own.gained),
        });
        let Gain { before, gained, .. } = gain.city;
        Some(RetrofitNeed {
            need: *need,
            better,
            usable: usable.len(),
            gained: Persons::unless_few(gained).filter(|_| is_known),
            percent: [before, before + gained].map(share),
            districts: districts.collect(),
        })
    });
    rows.collect()
}

impl CostSpan {
    fn of(classes: impl Iterator<Item = Option<CostClass>>) -> Self {
        let mut own = Self {
            at_most_eur: Some(0),
            ..Self::default()
        };
        for class in classes {
            let Some(class) = class else {
                own.unknown += 1;
                continue;
            };
            let (low, high) = class.bounds_eur();
            own.at_least_eur += low;
            own.at_most_eur = own.at_most_eur.zip(high).map(|(sum, high)| sum + high);
            own.open_ended += usize::from(high.is_none());
        }
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_is_a_span_that_is_open_above_with_one_measure_of_the_last_class() {
        let of = |classes: &[Option<CostClass>]| CostSpan::of(classes.iter().copied());
        let (a, b, d) = (Some(CostClass::A), Some(CostClass::B), Some(CostClass::D));
        let own = of(&[a, b, None]);
        assert_eq!(
            (own.at_least_eur, own.at_most_eur, own.unknown),
            (1_000, Some(11_000), 1)
        );
        let own = of(&[a, d]);
        assert_eq!(
            (own.at_least_eur, own.at_most_eur, own.open_ended),
            (100_000, None, 1)
        );
        assert_eq!(of(&[]).at_most_eur, Some(0));
    }
}

//! Measures by how many residents they let in for their cost, with every part of the score; and those that cannot be ranked,
//! with the reason.

use serde::Serialize;

use crate::barrier_free::priority::{Priority, Unblocked};
use crate::domain::audit::measure::{KeptMeasure, PlacedMeasure};
use crate::domain::audit::{MeasureFilter, Verdict};
use crate::domain::choice::choice;
use crate::domain::{DistrictId, Need, PlaceId};
use crate::export::coverage::{Persons, Provenance};
use crate::snapshot::{
    Accessibility, Coverage, Gained, Located, Snapshot, UsableWithin, VICINITY_MINUTES,
    VICINITY_PROFILE, Vicinity,
};
use crate::walk::Profile;

choice! {
    /// Why a measure has no rank.
    Why: "why" {
        /// The place is known no more.
        NoPlace = "no_place",
        /// Its audit was withdrawn: whoever decided or paid for it has to see what remains of it.
        Withdrawn = "withdrawn",
        /// No audit of the place is published, so nothing is known to become better.
        NotPublished = "not_published",
        /// What it is to meet does not stand in the version that the newest audit was made with.
        OtherCriteria = "other_criteria",
        /// The newest audit finds everything met that it is to meet.
        AlreadyMet = "already_met",
        /// It alone makes no rating better; others at the same place may have to be done too.
        NothingAlone = "nothing_alone",
        /// Nobody has an idea of its cost.
        NoCost = "no_cost",
        /// Nobody knows who lives where.
        ResidentsUnknown = "residents_unknown",
        /// Fewer than ten residents live around the place: so few are not told.
        FewResidents = "few_residents",
    }
}

/// Where a measure is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlacedAt {
    /// The place.
    pub place: PlaceId,
    /// What people call it.
    pub place_name: Option<Box<str>>,
    /// Its district.
    pub district: Option<DistrictId>,
    /// What people call the district.
    pub district_name: Option<Box<str>>,
}

/// A measure with every part of its score.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureRow {
    /// Where it is.
    #[serde(flatten)]
    pub at: PlacedAt,
    /// What it is.
    #[serde(flatten)]
    pub kept: KeptMeasure,
    /// The needs for which it makes the place better.
    pub unblocked: Vec<Unblocked>,
    /// Its score and what it is made of.
    pub priority: Priority,
    /// Residents who newly have a usable place within reach, by the needs for which this one becomes usable; null is more than
    /// none and fewer than ten.
    pub gained: Vec<NeedGained>,
    /// The same for at least one of these needs.
    pub gained_any: Option<Persons>,
}

/// Residents who gain something usable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NeedGained {
    /// The need.
    pub need: Need,
    /// How many.
    pub persons: Option<Persons>,
}

/// A measure without a rank.
#[derive(Clone, Debug, Serialize)]
pub struct Apart {
    /// The measure.
    #[serde(flatten)]
    pub row: MeasureRow,
    /// Why it has none; the first reason that holds.
    pub why: Why,
}

/// Measures of a city.
#[derive(Clone, Debug, Serialize)]
pub struct MeasuresReport {
    /// Who walks to the places: the speed that residents are counted by.
    pub profile: Profile,
    /// Within so many minutes.
    pub minutes: u32,
    /// The highest score first.
    pub ranked: Vec<MeasureRow>,
    /// Those that have no score.
    pub apart: Vec<Apart>,
    /// How many there are besides that the filter leaves out.
    pub left_out: usize,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// Whether a measure is meant by a filter.
#[must_use]
pub fn passes(filter: &MeasureFilter, city: &Snapshot, own: &PlacedMeasure) -> bool {
    let measure = &own.kept.measure;
    let district = city.place(own.place).and_then(|own| city.district_of(own));
    let is_there = |id: &DistrictId| district.is_some_and(|own| own.id == *id);
    let is_of_status = if filter.statuses.is_empty() {
        !measure.status.is_closed()
    } else {
        filter.statuses.contains(&measure.status.progress())
    };
    let is_of_class = |class| filter.cost_classes.contains(&class);
    is_of_status
        && (filter.districts.is_empty() || filter.districts.iter().any(is_there))
        && (filter.cost_classes.is_empty() || measure.cost_class.is_some_and(is_of_class))
        && (filter.needs.is_empty() || filter.needs.iter().any(|need| touches(city, own, *need)))
}

/// Whether a criterion that a measure is to meet matters to a need, in any version that has it.
fn touches(city: &Snapshot, own: &PlacedMeasure, need: Need) -> bool {
    let aims = own.kept.measure.criteria.iter();
    let mut found = aims.flat_map(|id| {
        let versions = city.criteria().iter();
        versions.filter_map(|own| own.criterion(id.as_str())?.severity_for(need))
    });
    found.next().is_some()
}

impl MeasuresReport {
    /// The measures of a city that pass a filter; `link` gives them again.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        all: &[PlacedMeasure],
        filter: &MeasureFilter,
        link: &str,
    ) -> Self {
        let (meant, others): (Vec<_>, Vec<_>) =
            all.iter().partition(|own| passes(filter, city, own));
        let ground = Ground {
            city,
            coverage,
            within: coverage.usable_within(),
        };
        let (mut ranked, mut apart) = (Vec::new(), Vec::new());
        for own in meant {
            let (row, why) = ground.row(own);
            match why {
                None => ranked.push(row),
                Some(why) => apart.push(Apart { row, why }),
            }
        }
        ranked.sort_by(|a, b| {
            let score = |own: &MeasureRow| own.priority.score.unwrap_or_default();
            let by_score = score(b).total_cmp(&score(a));
            by_score.then_with(|| a.kept.measure.id.cmp(&b.kept.measure.id))
        });
        apart.sort_by_key(|own| (own.why, own.row.kept.measure.id));
        Self {
            profile: VICINITY_PROFILE,
            minutes: VICINITY_MINUTES,
            ranked,
            apart,
            left_out: others.len(),
            provenance: Provenance::of(city, coverage.day(), link),
        }
    }
}

/// What all measures are weighed on.
struct Ground<'a> {
    city: &'a Snapshot,
    coverage: &'a Coverage<'a>,
    within: &'a UsableWithin,
}

impl Ground<'_> {
    /// A measure with its parts, and why it has no score.
    fn row(&self, own: &PlacedMeasure) -> (MeasureRow, Option<Why>) {
        let located = self.city.place(own.place);
        let measure = &own.kept.measure;
        let improved = located.and_then(Located::audited);
        let improved = improved.and_then(|audited| audited.improved(measure.criteria.iter()));
        let unblocked = improved.map_or_else(Vec::new, |own| own.unblocked());
        let around = self.coverage.vicinity(own.place);
        let around = around.as_deref();
        let residents = around.and_then(|own| Persons::unless_few(own.persons));
        let residents = residents.map(whole);
        let needs = improved.map_or_else(Vec::new, |own| own.newly_usable());
        let gained = around.map(|own| self.coverage.gained(own, self.within, &needs));
        let row = MeasureRow {
            at: PlacedAt::of(self.city, own.place),
            priority: Priority::new(residents, &unblocked, measure.cost_class),
            kept: own.kept.clone(),
            gained: gained.as_ref().map_or_else(Vec::new, needs_told),
            gained_any: gained.and_then(|own| Persons::unless_few(own.any)),
            unblocked,
        };
        let why = why(own, located, &row, around);
        (row, why)
    }
}

/// Why a measure has no score; the first reason that holds.
fn why(
    own: &PlacedMeasure,
    located: Option<&Located>,
    row: &MeasureRow,
    around: Option<&Vicinity>,
) -> Option<Why> {
    let Some(located) = located else {
        return Some(Why::NoPlace);
    };
    if own.is_withdrawn {
        return Some(Why::Withdrawn);
    }
    let Some(audited) = located.audited() else {
        return Some(Why::NotPublished);
    };
    let reasons = [
        (!knows(audited, own), Why::OtherCriteria),
        (is_met(audited, own), Why::AlreadyMet),
        (row.priority.steps == 0, Why::NothingAlone),
        (row.priority.cost_weight.is_none(), Why::NoCost),
        (around.is_none(), Why::ResidentsUnknown),
        (row.priority.residents.is_none(), Why::FewResidents),
    ];
    let first = reasons.into_iter().find(|(holds, _)| *holds);
    first.map(|(_, why)| why)
}

/// Whether an audit was made with criteria that have everything a measure is to meet.
pub(super) fn knows(audited: &Accessibility, own: &PlacedMeasure) -> bool {
    let mut aims = own.kept.measure.criteria.iter();
    let catalogue = audited.sheet().map(crate::barrier_free::Sheet::catalogue);
    catalogue.is_some_and(|known| aims.all(|id| known.criterion(id.as_str()).is_some()))
}

/// Whether an audit finds everything met that a measure is to meet.
pub(super) fn is_met(audited: &Accessibility, own: &PlacedMeasure) -> bool {
    let Some((sheet, verdicts)) = audited.sheet().zip(audited.verdicts()) else {
        return false;
    };
    own.kept.measure.criteria.iter().all(|id| {
        let at = sheet.catalogue().position(id.as_str());
        let verdict = at.and_then(|at| verdicts.at(at));
        matches!(verdict, Some(Verdict::Met | Verdict::MetByEquivalent))
    })
}

fn needs_told(gained: &Gained) -> Vec<NeedGained> {
    let needs = gained.needs.iter();
    let told = needs.map(|(need, persons)| NeedGained {
        need: *need,
        persons: Persons::unless_few(*persons),
    });
    told.collect()
}

/// Whole persons: the score needs no thousandths.
fn whole(persons: Persons) -> u32 {
    u32::try_from(persons.0 / 1000).unwrap_or(u32::MAX)
}

impl PlacedAt {
    /// Where a place is.
    #[must_use]
    pub fn of(city: &Snapshot, place: PlaceId) -> Self {
        let located = city.place(place);
        let district = located.and_then(|own| city.district_of(own));
        Self {
            place,
            place_name: located.map(|own| own.place.name.as_str().into()),
            district: district.map(|own| own.id.clone()),
            district_name: district.map(|own| own.name.as_str().into()),
        }
    }
}

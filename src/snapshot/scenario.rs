//! The city as it would be after some changes, beside the city as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::coverage::{Change, Consequence, Goal, HoursFigures, Plan, Standing, consequence};
use crate::domain::hours::Hours;
use crate::domain::place::{Lifecycle, Origin, Status, Toilets};
use crate::domain::{Fact, Invalid, Place, PlaceId, Shape};
use crate::snapshot::coverage::{Coverage, CoverageQuestion, Worked};
use crate::snapshot::{Located, Snapshot};

/// The city after the changes of a scenario. Nothing of it is stored.
pub struct Scenario {
    city: Snapshot,
    worked: Arc<Worked>,
}

/// What a scenario comes to, place by place.
#[derive(Default)]
struct Draft {
    places: BTreeMap<PlaceId, Place>,
    /// Those that are plans and not records.
    plans: BTreeSet<PlaceId>,
    barrier_free: BTreeSet<PlaceId>,
}

impl Coverage<'_> {
    /// The city after some changes, made one after the other.
    ///
    /// # Errors
    /// Names the change that speaks of a place nobody knows, or of hours nobody understands.
    pub fn scenario(&self, changes: &[Change]) -> Result<Scenario, Invalid> {
        let mut draft = Draft::default();
        for change in changes {
            draft.put(change, self.snapshot)?;
        }
        let fates = draft.places.iter();
        let fates = fates.map(|(id, place)| (*id, Some(place.clone())));
        let city = self.snapshot.with_places(fates.collect());
        let standings = draft.standings(&city, self);
        let worked = Arc::new(Worked::with(&city, standings, self.day()));
        Ok(Scenario { city, worked })
    }

    /// What follows from a scenario, for those who walk to the places of a question.
    #[must_use]
    pub fn what_if(&self, scenario: &Scenario, question: &CoverageQuestion) -> Consequence {
        let after = scenario.coverage();
        let times = [self, &after].map(|own| own.reach(question).times);
        consequence(
            self.snapshot.inhabited(),
            [self.levels(), after.levels()],
            [&times[0], &times[1]],
            question.minutes,
        )
    }
}

impl Scenario {
    /// The coverage after the changes, to be asked like that of the city as it is.
    #[must_use]
    pub fn coverage(&self) -> Coverage<'_> {
        Coverage {
            snapshot: &self.city,
            worked: Arc::clone(&self.worked),
        }
    }

    /// The places after the changes.
    #[must_use]
    pub fn city(&self) -> &Snapshot {
        &self.city
    }
}

impl Draft {
    fn put(&mut self, change: &Change, city: &Snapshot) -> Result<(), Invalid> {
        match change {
            Change::Close(id) => {
                self.place(*id, city)?.lifecycle = Lifecycle::new(Status::Closed, None, None)?;
            }
            Change::Reopen(id) => {
                let recorded = city.place(*id).map(|own| own.place.lifecycle);
                let in_use = recorded.filter(|own| own.status.is_in_use());
                self.place(*id, city)?.lifecycle = in_use.unwrap_or_default();
            }
            Change::Move(id, location) => {
                let place = self.place(*id, city)?;
                // Moved back to where it is recorded, it is what it was.
                let recorded = city.place(*id).map(|own| &own.place.shape);
                let recorded = recorded.filter(|own| own.label() == *location);
                place.shape = recorded.cloned().unwrap_or(Shape::Point(*location));
            }
            Change::Hours(id, text) => {
                if !Hours::parse(text, &city.frame.calendar).is_understood() {
                    let rule = "must be opening hours as OpenStreetMap writes them";
                    return Err(Invalid::new("opening_hours", rule));
                }
                self.place(*id, city)?.opening_hours = Some(text.clone());
            }
            Change::MakeBarrierFree(id) => {
                let facts = &mut self.place(*id, city)?.facts;
                if !facts.toilets.is_some_and(Toilets::is_for_wheelchairs) {
                    facts.toilets = Some(Toilets::Wheelchair);
                }
                self.barrier_free.insert(*id);
            }
            Change::Open(plan) => self.open(plan),
        }
        Ok(())
    }

    fn place(&mut self, id: PlaceId, city: &Snapshot) -> Result<&mut Place, Invalid> {
        if let std::collections::btree_map::Entry::Vacant(entry) = self.places.entry(id) {
            let known = city.place(id);
            let known =
                known.ok_or_else(|| Invalid::new("place", "must be a place of the city"))?;
            entry.insert(known.place.clone());
        }
        self.places
            .get_mut(&id)
            .ok_or_else(|| Invalid::new("place", "must be a place of the city"))
    }

    fn open(&mut self, plan: &Plan) {
        let id = Plan::id(self.plans.len());
        self.plans.insert(id);
        let place = Place {
            id,
            name: plan.name.clone(),
            kind: plan.kind,
            lifecycle: Lifecycle::default(),
            shape: Shape::Point(plan.location),
            opening_hours: plan.hours.clone(),
            last_verified_at: None,
            origin: Origin::Local,
            facts: Box::new(plan.facts.clone()),
        };
        self.places.insert(id, place);
    }

    /// The places of the city after the changes, by id. What has not changed is taken over.
    fn standings(&self, city: &Snapshot, before: &Coverage<'_>) -> Vec<Standing> {
        let known = before.standings();
        let of = |located: &Located| {
            let id = located.place.id;
            let found = known.binary_search_by_key(&id, |own| own.id);
            let known = found.ok().map(|at| &known[at]);
            match known {
                Some(known) if !self.places.contains_key(&id) => known.clone(),
                known => self.standing(city, located, known, before),
            }
        };
        city.places().map(of).collect()
    }

    fn standing(
        &self,
        city: &Snapshot,
        located: &Located,
        known: Option<&Standing>,
        before: &Coverage<'_>,
    ) -> Standing {
        let place = &located.place;
        let rules = &city.settings().coverage;
        let hours = city.hours_of(located);
        let figures = hours.map(|own| HoursFigures::new(own, city.calendar(), before.day(), rules));
        let stayed = before.snapshot.place(place.id);
        let stayed = stayed
            .filter(|own| own.place.shape == place.shape)
            .and(known);
        let goal = stayed.map_or_else(
            || Arc::new(Goal::at(city.walks(), place.shape.clone())),
            |known| Arc::clone(&known.goal),
        );
        let mut own = city.standing(located, figures.as_ref(), goal, before.day());
        if self.plans.contains(&place.id) {
            own.counting.missing.clear();
        }
        if self.barrier_free.contains(&place.id) {
            own.merits.wheelchair_full = Fact::Yes;
            own.merits.wheelchair_wc = Fact::Yes;
        }
        own
    }
}

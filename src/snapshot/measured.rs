//! What was measured on ways, and the network of ways with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::Location;
use crate::domain::measured_way::{Gathered, MeasuredWay, MeasuredWayId, WaySort};
use crate::snapshot::{MapLayers, Snapshot};
use crate::walk::{Stretch, Walks};

/// What becomes of measurements: each as it is afterwards, or none where it is withdrawn.
pub(super) type MeasuredFates = BTreeMap<MeasuredWayId, Option<MeasuredWay>>;

/// A measurement and what it speaks of.
#[derive(Clone)]
struct Known {
    measured: MeasuredWay,
    stretch: Stretch,
}

/// All measurements, and the ways as they are known with them. A copy shares both.
#[derive(Clone, Default)]
pub(super) struct MeasuredWays {
    all: Arc<BTreeMap<MeasuredWayId, Known>>,
    /// None where no measurement speaks of anything: then the ways are as they are drawn.
    walks: Option<Arc<Walks>>,
    /// The day on which the ways are known so; before it is told, nothing is too old.
    day: NaiveDate,
}

impl MeasuredWays {
    /// The measurements of a city, each on the drawing as it is now.
    pub(super) fn build(all: Vec<MeasuredWay>, map: Option<&MapLayers>) -> Self {
        let fates = all.into_iter().map(|own| (own.id, Some(own)));
        Self::default().after(fates.collect(), map)
    }

    /// The same after some were added, changed or withdrawn. Only what these speak of is looked for on the drawing.
    pub(super) fn after(&self, fates: MeasuredFates, map: Option<&MapLayers>) -> Self {
        let drawn = map.map(MapLayers::walks);
        let mut all = BTreeMap::clone(&self.all);
        for (id, fate) in fates {
            let Some(measured) = fate else {
                all.remove(&id);
                continue;
            };
            let stretch = stretch_at(drawn, measured.location, measured.sort);
            all.insert(id, Known { measured, stretch });
        }
        Self {
            walks: drawn.and_then(|drawn| with_measured(drawn, all.values(), self.day)),
            all: Arc::new(all),
            day: self.day,
        }
    }

    /// The same on a day; none where no measurement has become too old since, and everything stays as it is.
    fn on_day(&self, day: NaiveDate, map: Option<&MapLayers>) -> Option<Self> {
        if self.due_count(day) == self.due_count(self.day) {
            return None;
        }
        let own = Self {
            day,
            ..self.clone()
        };
        Some(own.after(MeasuredFates::new(), map))
    }

    fn due_count(&self, day: NaiveDate) -> usize {
        let all = self.all.values();
        all.filter(|own| own.measured.is_due(day)).count()
    }
}

fn stretch_at(drawn: Option<&Walks>, location: Location, sort: WaySort) -> Stretch {
    let network = drawn.and_then(|own| own.network.as_ref());
    network.map_or(Stretch::Nothing, |own| own.stretch_at(location, sort))
}

/// The ways with what was measured; none where nothing was.
fn with_measured<'a>(
    drawn: &Walks,
    all: impl Iterator<Item = &'a Known>,
    day: NaiveDate,
) -> Option<Arc<Walks>> {
    let mut gathered: BTreeMap<u32, Gathered> = BTreeMap::new();
    for own in all {
        if let Stretch::Edge(edge) = own.stretch {
            let new = Gathered::of(&own.measured);
            gathered
                .entry(edge)
                .and_modify(|known| *known = known.with(new))
                .or_insert(new);
        }
    }
    let network = drawn.network.as_ref().filter(|_| !gathered.is_empty())?;
    let found = gathered.into_iter();
    let found = found.map(|(edge, own)| (edge, own.on_day(day)));
    Some(Arc::new(Walks {
        network: Some(network.with_found(found.collect())),
        line: Arc::clone(&drawn.line),
    }))
}

impl Snapshot {
    /// What knows how far it is on foot, with what was measured on the spot.
    #[must_use]
    pub fn walks(&self) -> &Walks {
        let measured = self.measured.walks.as_deref();
        measured.unwrap_or_else(|| self.drawn_walks())
    }

    /// The same on a day, where that makes a difference: what was measured too long ago proves nothing any more.
    #[must_use]
    pub fn on_day(&self, day: NaiveDate) -> Option<Self> {
        let measured = self.measured.on_day(day, self.frame.map.as_deref())?;
        Some(self.with_measured(measured))
    }

    /// How many measurements this city takes for too old. Nobody writes anything on the day they become so.
    #[must_use]
    pub fn outdated_measurement_count(&self) -> usize {
        self.measured.due_count(self.measured.day)
    }

    /// Every measurement of a way by id, with the stretch it speaks of.
    pub fn measured_ways(&self) -> impl Iterator<Item = (&MeasuredWay, Stretch)> {
        let all = self.measured.all.values();
        all.map(|own| (&own.measured, own.stretch))
    }

    /// A measurement of a way, with the stretch it speaks of.
    #[must_use]
    pub fn measured_way(&self, id: MeasuredWayId) -> Option<(&MeasuredWay, Stretch)> {
        let own = self.measured.all.get(&id)?;
        Some((&own.measured, own.stretch))
    }

    /// How many measurements of ways there are.
    #[must_use]
    pub fn measured_way_count(&self) -> usize {
        self.measured.all.len()
    }

    /// The stretch that a measurement at a spot of a sort of way would speak of.
    #[must_use]
    pub fn stretch_at(&self, location: Location, sort: WaySort) -> Stretch {
        stretch_at(self.map().map(MapLayers::walks), location, sort)
    }
}

//! Which places are asked for: where, and of what sort.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use geo::MultiPolygon;

use crate::domain::place::{Cost, Status};
use crate::domain::{
    Bbox, Catalogue, Class, DistrictId, Fact, KindId, Location, PlaceId, Topics, folding,
};
use crate::snapshot::{Located, Near, Openings, Page, Snapshot};

/// The ground a question is about.
#[derive(Clone, Debug, Default)]
pub enum Within {
    /// The whole city and what lies around it.
    #[default]
    Everywhere,
    /// Every place that touches a box.
    Box(Bbox),
    /// Every place that belongs to a district.
    District(DistrictId),
    /// Every place that touches an area.
    Area(MultiPolygon<f64>),
    /// Every place whose nearest edge is at most so many metres away.
    Distance(Location, f64),
}

/// Days from the first to the last, both included; an open end is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// What the toilets of a place must be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WcNeed {
    /// Any toilet.
    Any,
    /// One for wheelchairs.
    Wheelchair,
}

/// What sort of places is asked for. Every member that is set narrows; a fact that is unknown never passes.
#[derive(Clone, Debug, Default)]
pub struct PlaceFilter {
    /// Any of these kinds; empty means every kind.
    pub kinds: Vec<KindId>,
    /// Indoors or outdoors.
    pub class: Option<Class>,
    /// Any of these topics; empty means every topic.
    pub topics: Topics,
    /// Surely open at this instant, and in use.
    pub open_at: Option<DateTime<Utc>>,
    /// Nobody has to pay.
    pub free: bool,
    /// Nobody has to buy something.
    pub no_consumption: bool,
    /// Toilets.
    pub wc: Option<WcNeed>,
    /// Any of these states; empty means every state.
    pub status: Vec<Status>,
    /// Valid on a day of this span.
    pub span: Option<Span>,
    /// In this district, whatever ground is asked for besides.
    pub district: Option<DistrictId>,
    /// Words that the name, the kind or the district must contain, each of them.
    pub text: Option<String>,
}

/// A filter made ready for one snapshot: names looked up, texts folded, hours worked out.
struct Sieve<'a> {
    snapshot: &'a Snapshot,
    filter: &'a PlaceFilter,
    /// By kind; empty means every kind.
    kinds: Vec<bool>,
    district: Option<u16>,
    openings: Option<Arc<Openings>>,
    words: Vec<Word>,
}

/// One word of a search text and what it stands for besides names.
struct Word {
    text: String,
    kinds: Vec<bool>,
    districts: Vec<bool>,
}

impl<'a> Sieve<'a> {
    /// None when the district asked for does not exist: then nothing passes.
    fn new(snapshot: &'a Snapshot, filter: &'a PlaceFilter) -> Option<Self> {
        let district = match &filter.district {
            None => None,
            Some(id) => Some(snapshot.district_slot(id)?),
        };
        let mut kinds = Vec::new();
        if !filter.kinds.is_empty() {
            kinds.resize(Catalogue::shipped().kinds().count(), false);
            for kind in &filter.kinds {
                kinds[kind.index()] = true;
            }
        }
        let text = filter
            .text
            .as_deref()
            .map(folding::fold)
            .unwrap_or_default();
        Some(Self {
            snapshot,
            filter,
            kinds,
            district,
            openings: filter.open_at.map(|instant| snapshot.openings_at(instant)),
            words: text
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| Word::new(word, snapshot))
                .collect(),
        })
    }

    fn passes(&self, located: &Located) -> bool {
        let (filter, place) = (self.filter, &located.place);
        let facts = &place.facts;
        (self.kinds.is_empty() || self.kinds[place.kind.index()])
            && filter.class.is_none_or(|class| place.class() == class)
            && (filter.status.is_empty() || filter.status.contains(&place.lifecycle.status))
            && (filter.topics.is_empty() || filter.topics.meets(facts.topics))
            && (!filter.free || facts.cost.is_some_and(Cost::is_free))
            && (!filter.no_consumption || facts.consumption_required == Fact::No)
            && filter.wc.is_none_or(|need| need.is_met_by(located))
            && filter
                .span
                .is_none_or(|span| place.lifecycle.meets(span.from, span.to))
            && self
                .district
                .is_none_or(|wanted| located.district == Some(wanted))
            && self.words.iter().all(|word| word.is_in(located))
            && self.is_open(located)
    }

    fn is_open(&self, located: &Located) -> bool {
        let Some(openings) = &self.openings else {
            return true;
        };
        located.place.lifecycle.status.is_in_use()
            && located
                .hours
                .is_some_and(|entry| openings.is_open(&self.snapshot.hours, entry))
    }
}

impl Word {
    fn new(text: &str, snapshot: &Snapshot) -> Self {
        let meant = |name: &str| folding::fold(name).contains(text);
        Self {
            text: text.to_owned(),
            kinds: Catalogue::shipped()
                .kinds()
                .map(|(_, kind)| {
                    meant(&kind.de) || meant(&kind.en) || kind.de_all.iter().any(|name| meant(name))
                })
                .collect(),
            districts: snapshot
                .districts()
                .iter()
                .map(|district| meant(&district.name))
                .collect(),
        }
    }

    fn is_in(&self, located: &Located) -> bool {
        self.kinds[located.place.kind.index()]
            || located
                .district
                .is_some_and(|slot| self.districts[usize::from(slot)])
            || located.folded_name.contains(&self.text)
    }
}

impl WcNeed {
    fn is_met_by(self, located: &Located) -> bool {
        located
            .place
            .facts
            .toilets
            .is_some_and(|toilets| match self {
                Self::Any => toilets.is_available(),
                Self::Wheelchair => toilets.is_for_wheelchairs(),
            })
    }
}

impl Snapshot {
    /// The places within some ground that pass `filter`: a page of at most `limit` by id, after the place `after`.
    #[must_use]
    pub fn find(
        &self,
        within: &Within,
        filter: &PlaceFilter,
        after: Option<PlaceId>,
        limit: usize,
    ) -> Page<'_> {
        let slots = self.slots_passing(within, filter);
        let begin = match after {
            None => 0,
            Some(after) => {
                slots.partition_point(|&slot| self.places[slot as usize].place.id <= after)
            }
        };
        let end = slots.len().min(begin.saturating_add(limit));
        let places: Vec<_> = slots[begin..end]
            .iter()
            .map(|&slot| &self.places[slot as usize])
            .collect();
        Page {
            matched: slots.len(),
            next: places
                .last()
                .filter(|_| end < slots.len())
                .map(|last| last.place.id),
            places,
        }
    }

    /// The `limit` places nearest to `location` that pass `filter` and are at most `within_m` metres away.
    #[must_use]
    pub fn near(
        &self,
        location: Location,
        filter: &PlaceFilter,
        within_m: f64,
        limit: usize,
    ) -> Vec<Near<'_>> {
        let Some(sieve) = Sieve::new(self, filter) else {
            return Vec::new();
        };
        self.place_index
            .by_distance(location)
            .take_while(|&(_, distance_m)| distance_m <= within_m)
            .map(|(slot, distance_m)| Near {
                located: &self.places[slot as usize],
                distance_m,
            })
            .filter(|near| sieve.passes(near.located))
            .take(limit)
            .collect()
    }

    /// Positions of the places that pass, in the order of their ids.
    fn slots_passing(&self, within: &Within, filter: &PlaceFilter) -> Vec<u32> {
        let Some(sieve) = Sieve::new(self, filter) else {
            return Vec::new();
        };
        let passes = |slot: &u32| sieve.passes(&self.places[*slot as usize]);
        let shape = |slot: u32| &self.places[slot as usize].place.shape;
        let mut slots: Vec<u32> = match within {
            Within::Everywhere => return self.all_slots().filter(passes).collect(),
            Within::District(id) => {
                let Some(wanted) = self.district_slot(id) else {
                    return Vec::new();
                };
                let inside = |slot: &u32| self.places[*slot as usize].district == Some(wanted);
                return self.all_slots().filter(inside).filter(passes).collect();
            }
            Within::Box(bbox) => {
                let candidates = self.place_index.candidates_in(*bbox);
                candidates
                    .filter(|&slot| shape(slot).touches_box(*bbox))
                    .filter(passes)
                    .collect()
            }
            Within::Area(area) => {
                let Some(around) = geo::BoundingRect::bounding_rect(area) else {
                    return Vec::new();
                };
                let candidates = self.place_index.candidates_in(Bbox::around(around));
                candidates
                    .filter(|&slot| shape(slot).touches_area(area))
                    .filter(passes)
                    .collect()
            }
            Within::Distance(location, limit_m) => {
                let near = self.place_index.by_distance(*location);
                let near = near.take_while(|(_, distance_m)| distance_m <= limit_m);
                near.map(|(slot, _)| slot).filter(passes).collect()
            }
        };
        slots.sort_unstable();
        // A shape on the antimeridian is found from both sides of it.
        slots.dedup();
        slots
    }

    fn all_slots(&self) -> impl Iterator<Item = u32> {
        0..u32::try_from(self.places.len()).expect("the index numbers places with 32 bits")
    }
}

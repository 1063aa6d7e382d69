//! Which places are asked for: where, and of what sort.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use geo::MultiPolygon;

use crate::domain::place::{Cost, Status, Toilets};
use crate::domain::{
    Bbox, Catalogue, Class, DistrictId, Fact, KindId, Location, Need, Topics, folding,
};
use crate::snapshot::accessibility::Needs;
use crate::snapshot::traits::Traits;
use crate::snapshot::{DayPart, Located, Openings, Snapshot};

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
    /// Surely open for a while in each of these parts of days, and in use then.
    pub open_during: Vec<DayPart>,
    /// Nobody has to pay.
    pub free: bool,
    /// Nobody has to buy something.
    pub no_consumption: bool,
    /// Toilets.
    pub wc: Option<WcNeed>,
    /// Audited, and usable for people with each of these needs, fully or with limits.
    pub usable_for: Vec<Need>,
    /// Audited, and fully usable for people with each of these needs.
    pub fully_usable_for: Vec<Need>,
    /// Any of these states; empty means every state.
    pub status: Vec<Status>,
    /// Valid on a day of this span.
    pub span: Option<Span>,
    /// In this district, whatever ground is asked for besides.
    pub district: Option<DistrictId>,
    /// Words that the name, the kind or the district must contain, each of them.
    pub text: Option<String>,
}

impl PlaceFilter {
    /// Whether the filter says when a place must be open.
    #[must_use]
    pub fn names_an_hour(&self) -> bool {
        self.open_at.is_some() || !self.open_during.is_empty()
    }
}

/// Words of a search text beyond this many narrow nothing that is left.
const MOST_WORDS: usize = 12;

/// A filter made ready for one snapshot: names looked up, texts folded, hours worked out.
pub(super) struct Sieve<'a> {
    snapshot: &'a Snapshot,
    filter: &'a PlaceFilter,
    /// By kind; empty means every kind.
    kinds: Vec<bool>,
    district: Option<u16>,
    usable: Needs,
    fully_usable: Needs,
    /// Who is open at each time asked about, and the day it lies in.
    openings: Vec<(Arc<Openings>, NaiveDate)>,
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
    pub(super) fn new(snapshot: &'a Snapshot, filter: &'a PlaceFilter) -> Option<Self> {
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
        let moment = filter.open_at.iter().map(|&instant| {
            let openings = snapshot.openings_at(instant);
            (openings, snapshot.date_at(instant))
        });
        let parts = filter.open_during.iter().map(|&part| {
            let openings = snapshot.hours.openings_during(part);
            (Arc::new(openings), part.date)
        });
        Some(Self {
            snapshot,
            filter,
            kinds,
            district,
            usable: Needs::in_list(&filter.usable_for),
            fully_usable: Needs::in_list(&filter.fully_usable_for),
            openings: moment.chain(parts).collect(),
            words: text
                .split(' ')
                .filter(|word| !word.is_empty())
                .take(MOST_WORDS)
                .map(|word| Word::new(word, snapshot))
                .collect(),
        })
    }

    pub(super) fn passes(&self, slot: u32, traits: &Traits) -> bool {
        let filter = self.filter;
        (!filter.free || traits.cost.is_some_and(Cost::is_free))
            && (!filter.no_consumption || traits.consumption_required == Fact::No)
            && (self.kinds.is_empty() || self.kinds[traits.kind.index()])
            && (filter.topics.is_empty() || filter.topics.meets(traits.topics))
            && (filter.status.is_empty() || filter.status.contains(&traits.status))
            && filter.class.is_none_or(|class| traits.class == class)
            && self
                .district
                .is_none_or(|wanted| traits.district == Some(wanted))
            && match filter.wc {
                None => true,
                Some(WcNeed::Any) => traits.toilets.is_some_and(Toilets::is_available),
                Some(WcNeed::Wheelchair) => traits.toilets.is_some_and(Toilets::is_for_wheelchairs),
            }
            && traits.usable.has_all(self.usable)
            && traits.fully_usable.has_all(self.fully_usable)
            && self.is_open(slot, traits)
            && self.passes_closer_look(slot)
    }

    /// What is asked so seldom that it is not packed.
    fn passes_closer_look(&self, slot: u32) -> bool {
        if self.filter.span.is_none() && self.words.is_empty() {
            return true;
        }
        let located = self.snapshot.places.at(slot);
        let life = located.place.lifecycle;
        self.filter
            .span
            .is_none_or(|span| life.meets(span.from, span.to))
            && self.words.iter().all(|word| word.is_in(located))
    }

    fn is_open(&self, slot: u32, traits: &Traits) -> bool {
        if self.openings.is_empty() {
            return true;
        }
        let Some(entry) = traits.hours.filter(|_| traits.status.is_in_use()) else {
            return false;
        };
        let life = self.snapshot.places.at(slot).place.lifecycle;
        self.openings.iter().all(|(openings, day)| {
            openings.is_open(&self.snapshot.hours, entry) && life.meets(Some(*day), Some(*day))
        })
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

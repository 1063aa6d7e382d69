//! Who is beyond reach and why: gaps, how surely somebody gets there on wheels, facts that would prove it.

use geo::MultiPolygon;

use crate::coverage::gaps::{Gaps, Ways, gaps};
use crate::coverage::{Goal, Times, UNREACHED};
use crate::domain::grid::GridCell;
use crate::domain::passage::Certainty;
use crate::domain::residents::{Inhabited, MilliPersons};
use crate::domain::{DistrictId, Location, PlaceId};
use crate::snapshot::{Coverage, CoverageQuestion, Reached};
use crate::walk::{Costs, MissingFacts, Network, Spot};

/// Of more places nobody is told which is the nearest to a gap, only how far it is.
const MOST_NAMED: usize = 400;

/// The gaps of a question.
pub struct FoundGaps {
    /// The gaps; their nearest place is a number of `places`.
    pub gaps: Gaps,
    /// The places that were asked for; empty where they are too many to say which is the nearest.
    pub places: Vec<PlaceId>,
}

/// Residents within reach on wheels, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sure {
    /// Everything that counts on some way is known and fine.
    pub proven: MilliPersons,
    /// The same, if what is unknown is as it is as a rule.
    pub likely: MilliPersons,
    /// Nothing that is known bars some way.
    pub possible: MilliPersons,
}

/// How surely the residents get there on wheels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sureness {
    /// By the slot of the district.
    pub districts: Vec<Sure>,
    /// All districts together.
    pub city: Sure,
}

impl Coverage<'_> {
    /// Where people live who do not get to the places of a question in time.
    #[must_use]
    pub fn gaps(&self, question: &CoverageQuestion) -> FoundGaps {
        let asked: Vec<_> = self.asked(question).map(|(_, own)| own).collect();
        let goals: Vec<&Goal> = asked.iter().map(|own| &*own.goal).collect();
        let times = self.field().times(&goals, question.profile);
        let limit = times.limit_dm(question.minutes);
        let is_named = goals.len() <= MOST_NAMED;
        let nearest = if is_named {
            let beyond = |time: &u32| *time > limit && *time != UNREACHED;
            let squares = times.decimetres().iter().enumerate();
            let squares = squares.filter(|(_, time)| beyond(time));
            let squares: Vec<usize> = squares.map(|(square, _)| square).collect();
            self.field().nearest(&goals, &times, &squares)
        } else {
            vec![None; times.decimetres().len()]
        };
        FoundGaps {
            gaps: self.gaps_of(&times, &nearest, limit),
            places: if is_named {
                asked.iter().map(|own| own.id).collect()
            } else {
                Vec::new()
            },
        }
    }

    /// What the gaps cover together where `reached` answers `question`, in WGS 84.
    #[must_use]
    pub fn gap_area(&self, reached: &Reached, question: &CoverageQuestion) -> MultiPolygon<f64> {
        let times = &reached.times;
        let nameless = vec![None; times.decimetres().len()];
        let found = self.gaps_of(times, &nameless, times.limit_dm(question.minutes));
        found.gaps.into_iter().flat_map(|own| own.area).collect()
    }

    fn gaps_of(&self, times: &Times, nearest: &[Option<u32>], limit: u32) -> Gaps {
        let ways = Ways {
            times: times.decimetres(),
            nearest,
            limit,
        };
        let corners = |cell: GridCell| cell.corners().unwrap_or([Location::default(); 4]);
        gaps(self.snapshot.inhabited(), ways, corners)
    }

    /// How surely the residents get to the places of a question; none for those who need no wheels, and without a network:
    /// a line knows nothing of steps.
    #[must_use]
    pub fn sureness(&self, question: &CoverageQuestion) -> Option<Sureness> {
        question.profile.wheels()?;
        let network = self.snapshot.walks().network.as_ref()?;
        let doors = self.doors(question);
        let mut found = Sureness {
            districts: vec![Sure::default(); self.snapshot.districts().len()],
            city: Sure::default(),
        };
        for certainty in [Certainty::Proven, Certainty::Likely, Certainty::Possible] {
            self.add_sure(network, &doors, question, certainty, &mut found);
        }
        Some(found)
    }

    fn add_sure(
        &self,
        network: &Network,
        doors: &[Spot],
        question: &CoverageQuestion,
        certainty: Certainty,
        found: &mut Sureness,
    ) {
        let inhabited = self.snapshot.inhabited();
        let costs = Costs::sure(question.profile, certainty);
        let homes: Vec<Vec<Spot>> = inhabited
            .iter()
            .map(|own| network.entries(own.location, costs))
            .collect();
        let limit = question.minutes * question.profile.decimetres_a_minute();
        let times = network.costs_to(&homes, doors, costs);
        let near = inhabited
            .iter()
            .zip(times)
            .filter(|(_, time)| *time <= limit);
        for (own, _) in near {
            let persons = MilliPersons::from(own.milli_persons);
            if self.snapshot.is_resident(own) {
                *found.city.of(certainty) += persons;
            }
            let slot = own.district.map(usize::from);
            if let Some(district) = slot.and_then(|slot| found.districts.get_mut(slot)) {
                *district.of(certainty) += persons;
            }
        }
    }

    /// The ways whose missing facts keep most people, of a district or of all, from getting to the places of a question for
    /// certain, at most `most`.
    #[must_use]
    pub fn missing_facts(
        &self,
        question: &CoverageQuestion,
        only: Option<&DistrictId>,
        most: usize,
    ) -> Vec<MissingFacts> {
        let Some(network) = &self.snapshot.walks().network else {
            return Vec::new();
        };
        let limit = question.minutes * question.profile.decimetres_a_minute();
        let slot = only.map(|id| self.snapshot.district_slot(id));
        let is_meant =
            |own: &&Inhabited| slot.is_none_or(|slot| slot.is_some() && own.district == slot);
        let inhabited = self.snapshot.inhabited().iter().filter(is_meant);
        let inhabited: Vec<Inhabited> = inhabited.copied().collect();
        network.missing_facts(
            &self.doors(question),
            &inhabited,
            question.profile,
            limit,
            most,
        )
    }

    fn doors(&self, question: &CoverageQuestion) -> Vec<Spot> {
        let asked = self.asked(question);
        asked
            .flat_map(|(_, own)| own.goal.doors().to_vec())
            .collect()
    }
}

impl Sure {
    fn of(&mut self, certainty: Certainty) -> &mut MilliPersons {
        match certainty {
            Certainty::Proven => &mut self.proven,
            Certainty::Likely => &mut self.likely,
            Certainty::Possible => &mut self.possible,
        }
    }
}

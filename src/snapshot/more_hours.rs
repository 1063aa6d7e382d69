//! Which further hours of which places would reach most people.

use crate::coverage::siting::{Question, Siting};
use crate::coverage::{Goal, answers, ordinary_weeks};
use crate::domain::PlaceId;
use crate::domain::hours::Answer;
use crate::domain::residents::Inhabited;
use crate::snapshot::sites::EFFORT;
use crate::snapshot::{Coverage, CoverageQuestion, Located};

/// Of squares within reach of places, each in each hour, so many are looked at: some 100 MB of memory.
const MOST_PAIRS: usize = 8_000_000;

/// The best further hours. Reaching somebody in one hour counts once, so sums are persons times hours.
pub struct FoundHours {
    /// What was found; sites are numbers of `candidates`.
    pub siting: Siting,
    /// The hours that could be opened: the place, and the hour of the week from Monday's first.
    pub candidates: Vec<(PlaceId, u16)>,
    /// Persons times hours with something surely open within reach already, in thousandths.
    pub covered_before: u64,
    /// Persons times hours in all, in thousandths.
    pub whole: u64,
}

/// A place with the squares from which it is within reach, and when it is surely open.
struct Reached {
    id: PlaceId,
    squares: Vec<u32>,
    is_open: Vec<bool>,
}

impl Coverage<'_> {
    /// The best `count` further hours of the places of a question, among `hours` of the week; each place must be within reach
    /// as it says. Places that are surely open in an hour offer nothing new in it; all others do, also those whose hours
    /// nobody knows.
    /// None where more than eight million squares of all places and hours would have to be looked at.
    #[must_use]
    pub fn more_hours(
        &self,
        question: &CoverageQuestion,
        hours: &[u16],
        count: usize,
    ) -> Option<FoundHours> {
        let places = self.reached(question);
        let pairs: usize = places.iter().map(|own| own.squares.len()).sum();
        if pairs.saturating_mul(hours.len()) > MOST_PAIRS {
            return None;
        }
        let persons = self.persons_in_city();
        let squares = persons.len();
        let (mut weights, mut candidates) = (Vec::new(), Vec::new());
        let mut reaches: Vec<Vec<u32>> = Vec::new();
        for (row, hour) in hours.iter().enumerate() {
            let first = row * squares;
            weights.extend_from_slice(&persons);
            for own in &places {
                let rows = own.squares.iter().map(|square| first + *square as usize);
                if own.is_open[usize::from(*hour)] {
                    rows.for_each(|row| weights[row] = 0);
                } else {
                    candidates.push((own.id, *hour));
                    reaches.push(rows.filter_map(|row| u32::try_from(row).ok()).collect());
                }
            }
        }
        let sum = |all: &[u32]| all.iter().copied().map(u64::from).sum::<u64>();
        let whole = sum(&persons) * hours.len() as u64;
        let question = Question {
            weights: &weights,
            reaches: &reaches,
            sites: count,
            effort: EFFORT,
        };
        Some(FoundHours {
            siting: question.answer(),
            covered_before: whole - sum(&weights),
            candidates,
            whole,
        })
    }

    fn reached(&self, question: &CoverageQuestion) -> Vec<Reached> {
        let city = self.snapshot;
        let mondays = ordinary_weeks(city.calendar(), self.day());
        let reached = |located: &Located, goal: &Goal| {
            let times = self.field().times(&[goal], question.profile);
            let limit = times.limit_dm(question.minutes);
            let times = (0_u32..).zip(times.decimetres());
            let near = times.filter(|(_, time)| **time <= limit);
            let told = answers(city.hours_of(located), city.calendar(), mondays);
            Reached {
                id: located.place.id,
                squares: near.map(|(square, _)| square).collect(),
                is_open: told.iter().map(|own| *own == Answer::Open).collect(),
            }
        };
        let asked = self.asked(question);
        asked
            .map(|(located, own)| reached(located, &own.goal))
            .collect()
    }

    /// The people of every square of the city; nobody elsewhere.
    fn persons_in_city(&self) -> Vec<u32> {
        let persons = |own: &Inhabited| {
            let is_in_city = self.snapshot.is_resident(own);
            if is_in_city { own.milli_persons } else { 0 }
        };
        let inhabited = self.snapshot.inhabited().iter();
        inhabited.map(persons).collect()
    }
}

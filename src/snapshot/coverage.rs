//! Who reaches what: the questions of planners, answered from the snapshot.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwapOption;
use chrono::NaiveDate;

use crate::coverage::{
    Covered, DistrictFacts, Field, Goal, HistoryPoint, HoursFigures, Judged, Levels, Merits,
    Standing, Starts, Times, WeekPicture, answers, count, first_quarter, ordinary_weeks, put_kept,
    reconstructed, week_picture,
};
use crate::domain::hours::Answer;
use crate::domain::level_history::{KeptLevel, YearQuarter};
use crate::domain::residents::Inhabited;
use crate::domain::{Class, DistrictId, PlaceId};
use crate::snapshot::filter::Sieve;
use crate::snapshot::vicinity::Neighbours;
use crate::snapshot::{Fairness, Located, PlaceFilter, Snapshot};
use crate::walk::Profile;

/// Where people live. What does not depend on a question is worked out once.
#[derive(Default)]
pub(super) struct Squares {
    /// In place of those that the city knows of.
    given: Option<Vec<Inhabited>>,
    starts: OnceLock<Starts>,
}

impl Squares {
    /// The same squares, of which nothing has been worked out yet.
    pub(super) fn anew(&self) -> Self {
        Self {
            given: self.given.clone(),
            starts: OnceLock::new(),
        }
    }
}

/// What was last worked out for a day.
#[derive(Default)]
pub(super) struct CoverageShelf(ArcSwapOption<Worked>);

/// What all questions about a day share.
pub(super) struct Worked {
    day: NaiveDate,
    /// All places by id, closed ones too.
    pub(super) standings: Vec<Standing>,
    districts: Vec<DistrictFacts>,
    levels: OnceLock<Levels>,
    hinges: OnceLock<Vec<Vec<PlaceId>>>,
    pub(super) fairness: OnceLock<Fairness>,
    pub(super) neighbours: Neighbours,
}

/// A question of a planner.
#[derive(Clone, Debug)]
pub struct CoverageQuestion {
    /// Who walks.
    pub profile: Profile,
    /// How far, in minutes.
    pub minutes: u32,
    /// To which places. Without a state, those in use on the day.
    pub filter: PlaceFilter,
    /// Only to places that count for the goal.
    pub only_counted: bool,
}

/// Who is within reach.
pub struct Reached {
    /// By district.
    pub covered: Covered,
    /// The time from every inhabited square.
    pub times: Times,
    /// How many places were asked for.
    pub places: usize,
}

/// A city's coverage on a day.
pub struct Coverage<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) worked: Arc<Worked>,
}

impl Snapshot {
    /// The inhabited squares, in one order for all answers; none where nobody knows who lives where.
    #[must_use]
    pub fn inhabited(&self) -> &[Inhabited] {
        let known = || self.residents().map(|own| &*own.inhabited);
        let given = self.squares.given.as_deref();
        given.or_else(known).unwrap_or_default()
    }

    /// Whether those who live in a square are told of in sums of the city: those of its districts; all, where it has none.
    #[must_use]
    pub fn is_resident(&self, own: &Inhabited) -> bool {
        own.district.is_some() || self.districts().is_empty()
    }

    /// The same city as if its residents lived in these squares.
    #[must_use]
    pub fn with_inhabited(self, inhabited: Vec<Inhabited>) -> Self {
        Self {
            squares: Arc::new(Squares {
                given: Some(inhabited),
                starts: OnceLock::new(),
            }),
            coverage: Arc::default(),
            ..self
        }
    }

    /// The coverage on a day: which places count, is judged as of it.
    #[must_use]
    pub fn coverage(&self, day: NaiveDate) -> Coverage<'_> {
        let known = self.coverage.0.load_full();
        let worked = known.filter(|own| own.day == day).unwrap_or_else(|| {
            let worked = Arc::new(Worked::new(self, day));
            self.coverage.0.store(Some(Arc::clone(&worked)));
            worked
        });
        Coverage {
            snapshot: self,
            worked,
        }
    }

    /// What a place is to coverage; `goal` is where one gets in.
    pub(super) fn standing(
        &self,
        located: &Located,
        hours: Option<&HoursFigures<'_>>,
        goal: Arc<Goal>,
        day: NaiveDate,
    ) -> Standing {
        let place = &located.place;
        Standing {
            id: place.id,
            district: located.district,
            counting: count(place, hours, &self.settings().coverage, day),
            goal,
            merits: Merits::of(place, located.wheelchair_audit(), hours),
            lifecycle: place.lifecycle,
            last_verified_at: place.last_verified_at,
        }
    }
}

impl Worked {
    fn new(city: &Snapshot, day: NaiveDate) -> Self {
        let rules = &city.settings().coverage;
        let mut doors = city
            .doors
            .as_ref()
            .map_or_else(Vec::new, |own| own.by_slot());
        let mut figures: HashMap<u32, HoursFigures<'_>> = HashMap::new();
        let standings = city.places.slots().map(|slot| {
            let located = city.places.at(slot);
            let hours = located.hours.map(|entry| {
                let new =
                    || HoursFigures::new(city.hours.hours(entry), city.calendar(), day, rules);
                &*figures.entry(entry).or_insert_with(new)
            });
            let doors = doors.get_mut(slot as usize).map(std::mem::take);
            let shape = located.place.shape.clone();
            let goal = Goal::new(city.walks(), shape, doors.unwrap_or_default());
            city.standing(located, hours, Arc::new(goal), day)
        });
        let standings = standings.collect();
        Self::with(city, standings, day)
    }

    pub(super) fn with(city: &Snapshot, standings: Vec<Standing>, day: NaiveDate) -> Self {
        let districts = city.districts().iter().map(|own| DistrictFacts {
            survey: city.survey(&own.id).cloned(),
            population: own.population.map(|figure| figure.count),
        });
        Self {
            day,
            standings,
            districts: districts.collect(),
            levels: OnceLock::new(),
            hinges: OnceLock::new(),
            fairness: OnceLock::new(),
            neighbours: Neighbours::default(),
        }
    }
}

impl Coverage<'_> {
    /// The day it is judged as of.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.worked.day
    }

    /// All places by id with what counts of them, closed ones too.
    #[must_use]
    pub fn standings(&self) -> &[Standing] {
        &self.worked.standings
    }

    /// The places of a district of which something must be found out before they count or not: rooms first, by id.
    #[must_use]
    pub fn to_do(&self, district: &DistrictId) -> Vec<&Standing> {
        let slot = self.snapshot.district_slot(district);
        let is_ours = |own: &&Standing| slot.is_some() && own.district == slot;
        let classes = [Class::Room, Class::Outdoor].into_iter();
        let of_class = |class| {
            let ours = self.standings().iter().filter(is_ours);
            ours.filter(move |own| own.is_undecided(class))
        };
        classes.flat_map(of_class).collect()
    }

    /// The levels of all districts, worked out once a day and revision.
    #[must_use]
    pub fn levels(&self) -> &Levels {
        let levels = || self.judged().levels(self.standings(), self.day());
        self.worked.levels.get_or_init(levels)
    }

    /// The counted rooms that each district needs: without any one of them it falls below its level. By slot, worked
    /// out once a day and revision.
    #[must_use]
    pub fn hinges(&self) -> &[Vec<PlaceId>] {
        self.worked.hinges.get_or_init(|| {
            let (judged, levels) = (self.judged(), self.levels());
            let slots = 0..levels.districts.len();
            slots
                .map(|slot| judged.hinges(self.standings(), levels, slot, self.day()))
                .collect()
        })
    }

    /// Who reaches the places of a question.
    #[must_use]
    pub fn reach(&self, question: &CoverageQuestion) -> Reached {
        let goals = self.goals(question);
        let times = self.field().times(&goals, question.profile);
        let limit = times.limit_dm(question.minutes);
        let districts = self.snapshot.districts().len();
        Reached {
            covered: Covered::of(self.snapshot.inhabited(), districts, &times, limit),
            places: goals.len(),
            times,
        }
    }

    /// When something of a question is open within reach; its own hours are not looked at.
    #[must_use]
    pub fn week(&self, question: &CoverageQuestion) -> WeekPicture {
        let city = self.snapshot;
        let filter = PlaceFilter {
            open_at: None,
            open_during: Vec::new(),
            ..question.filter.clone()
        };
        let any_time = CoverageQuestion {
            filter,
            ..question.clone()
        };
        let mondays = ordinary_weeks(city.calendar(), self.day());
        let mut known: HashMap<Option<u32>, Vec<Answer>> = HashMap::new();
        let asked: Vec<(Option<u32>, &Goal)> = self
            .asked(&any_time)
            .map(|(located, own)| (located.hours, &*own.goal))
            .collect();
        for (entry, _) in &asked {
            known.entry(*entry).or_insert_with(|| {
                let hours = entry.map(|entry| city.hours.hours(entry));
                answers(hours, city.calendar(), mondays)
            });
        }
        let goals: Vec<(&Goal, &[Answer])> = asked
            .iter()
            .map(|(entry, goal)| (*goal, &*known[entry]))
            .collect();
        week_picture(
            self.field(),
            (city.inhabited(), city.districts().len()),
            &goals,
            (question.profile, question.minutes),
        )
    }

    /// The city at the end of every quarter from the first in which anything is known to have opened or closed, but not
    /// more than `most`, to `last`. What was written down at the time stands as it is; the rest is worked out.
    #[must_use]
    pub fn history(&self, last: YearQuarter, most: usize, kept: &[KeptLevel]) -> Vec<HistoryPoint> {
        let oldest = std::iter::successors(Some(last), |own| Some(own.before()));
        let oldest = oldest.take(most.max(1)).last().unwrap_or(last);
        let known = first_quarter(self.standings()).into_iter();
        let known = known.chain(kept.iter().map(|own| own.quarter)).min();
        let first = known.unwrap_or(last).clamp(oldest, last);
        let mut points = reconstructed(self.judged(), self.standings(), first, last);
        let ids: Vec<&DistrictId> = self
            .snapshot
            .districts()
            .iter()
            .map(|own| &own.id)
            .collect();
        put_kept(&mut points, &ids, kept);
        points
    }

    /// How many places a question asks for.
    #[must_use]
    pub fn place_count(&self, question: &CoverageQuestion) -> usize {
        self.asked(question).count()
    }

    fn goals<'b>(&'b self, question: &'b CoverageQuestion) -> Vec<&'b Goal> {
        let asked = self.asked(question);
        asked.map(|(_, own)| &*own.goal).collect()
    }

    /// The places of a question.
    pub(super) fn asked<'b>(
        &'b self,
        question: &'b CoverageQuestion,
    ) -> impl Iterator<Item = (&'b Located, &'b Standing)> {
        let city = self.snapshot;
        let sieve = Sieve::new(city, &question.filter);
        let day = self.day();
        let names_states = !question.filter.status.is_empty();
        let all = city.places.slots().zip(self.standings());
        all.filter(move |(slot, own)| {
            let mut traits = *city.places.traits(*slot);
            if !names_states {
                // What has been closed since was open in its hours then.
                traits.status = own.lifecycle.then(day);
            }
            (names_states || own.lifecycle.was_in_use(day))
                && (!question.only_counted || own.is_counted(own.counting.class))
                && sieve
                    .as_ref()
                    .is_some_and(|sieve| sieve.passes(*slot, &traits))
        })
        .map(|(slot, own)| (city.places.at(slot), own))
    }

    pub(super) fn field(&self) -> Field<'_> {
        let walks = self.snapshot.walks();
        let starts = || Starts::of(walks, self.snapshot.inhabited());
        Field {
            walks,
            starts: self.snapshot.squares.starts.get_or_init(starts),
        }
    }

    pub(super) fn judged(&self) -> Judged<'_> {
        Judged {
            field: self.field(),
            inhabited: self.snapshot.inhabited(),
            districts: &self.worked.districts,
            rules: &self.snapshot.settings().coverage,
        }
    }
}

//! What the public was told of places, day by day: from every published revision, and the days on which audits were withdrawn.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::barrier_free::{Ratings, Truth};
use crate::domain::PlaceId;
use crate::domain::audit::{AuditId, PublishedAudit, Source};

/// A published revision, and the day on which its audit was withdrawn, if it was.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What was published.
    pub audit: PublishedAudit,
    /// From this day on nobody saw it any more.
    pub withdrawn_on: Option<NaiveDate>,
}

/// What an audit found of a place as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// S1: people of no need are shut out.
    pub minimum: Truth,
    /// S2: fully usable for everybody.
    pub standard: Truth,
}

impl Found {
    /// What follows from the ratings; where the criteria of an audit are not known any more, nothing does.
    #[must_use]
    pub fn of(ratings: Option<&Ratings>) -> Self {
        let of = |says: fn(&Ratings) -> Truth| ratings.map_or(Truth::Unknown, says);
        Self {
            minimum: of(Ratings::meets_minimum),
            standard: of(Ratings::meets_standard),
        }
    }
}

/// What was said of a place from which day on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Ascending, and never the same twice in a row. None is "not audited".
    steps: Vec<(NaiveDate, Option<Found>)>,
    /// The first day on which an audit was published that names who made it.
    answered_for_since: Option<NaiveDate>,
}

/// That a place has met the standard without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Since this day.
    pub on: NaiveDate,
    /// Whether it was known before that it does not. Where nobody had said so, it was only found then.
    pub was_failing: bool,
}

impl Course {
    /// What follows from everything that was ever published of one place; `found` is what one revision says.
    #[must_use]
    pub fn of(shown: &[Shown], found: impl Fn(&PublishedAudit) -> Found) -> Self {
        let ends = shown.iter().filter_map(|own| own.withdrawn_on);
        let days = shown.iter().map(|own| own.audit.published_on).chain(ends);
        let mut steps: Vec<(NaiveDate, Option<Found>)> = Vec::new();
        for day in days.collect::<BTreeSet<_>>() {
            let then = newest(shown, day).map(&found);
            let before = steps.last().and_then(|(_, found)| *found);
            if then != before {
                steps.push((day, then));
            }
        }
        let audits = shown.iter().map(|own| &own.audit);
        let audits = audits.filter(|own| own.source == Source::Audit && !own.auditors.is_empty());
        Self {
            steps,
            answered_for_since: audits.map(|own| own.published_on).min(),
        }
    }

    /// What was said at the end of a day; none where there was no audit.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<Found> {
        let later = self.steps.partition_point(|(begin, _)| *begin <= day);
        let (_, found) = self.steps.get(later.checked_sub(1)?)?;
        *found
    }

    /// Since when the place has met the standard without a break; none where it does not now. What was met and lost again has
    /// not been reached.
    #[must_use]
    pub fn reached(&self) -> Option<Reached> {
        let standard = |own: &(NaiveDate, Option<Found>)| own.1.map(|found| found.standard);
        let meets = |own: &&(NaiveDate, Option<Found>)| standard(own) == Some(Truth::Yes);
        let run = self.steps.iter().rev().take_while(meets).count();
        let (before, run) = self.steps.split_at(self.steps.len() - run);
        let said = before.iter().rev().filter_map(standard);
        let mut said = said.filter(|own| *own != Truth::Unknown);
        Some(Reached {
            on: run.first()?.0,
            was_failing: said.next() == Some(Truth::No),
        })
    }

    /// The first day on which an audit was published that names who made it: what is made up to show the program has none.
    #[must_use]
    pub const fn answered_for_since(&self) -> Option<NaiveDate> {
        self.answered_for_since
    }

    /// The first day on which anything was said.
    #[must_use]
    pub fn begin(&self) -> Option<NaiveDate> {
        self.steps.first().map(|(day, _)| *day)
    }
}

/// The audit that counted at the end of a day: of each the last revision by then, and of these the newest that is not made up.
/// What those who run the place say themselves is no audit.
fn newest(shown: &[Shown], day: NaiveDate) -> Option<&PublishedAudit> {
    let mut last: BTreeMap<AuditId, &PublishedAudit> = BTreeMap::new();
    for own in shown {
        let is_over = own.withdrawn_on.is_some_and(|end| end <= day);
        if is_over || own.audit.published_on > day {
            continue;
        }
        let known = last.entry(own.audit.id).or_insert(&own.audit);
        if own.audit.revision > known.revision {
            *known = &own.audit;
        }
    }
    let audits = last.into_values().filter(|own| own.source == Source::Audit);
    audits.reduce(|best, own| if own.counts_before(best) { own } else { best })
}

/// The courses of all places of which anything was ever published.
#[derive(Clone, Debug, Default)]
pub struct Courses(BTreeMap<PlaceId, Course>);

impl Courses {
    /// What follows from everything that was ever published; `found` is what one revision says.
    #[must_use]
    pub fn of(
        shown: impl IntoIterator<Item = Shown>,
        found: impl Fn(&PublishedAudit) -> Found,
    ) -> Self {
        let mut by_place: BTreeMap<PlaceId, Vec<Shown>> = BTreeMap::new();
        for own in shown {
            by_place.entry(own.audit.place).or_default().push(own);
        }
        let all = by_place.into_iter();
        Self(
            all.map(|(place, own)| (place, Course::of(&own, &found)))
                .collect(),
        )
    }

    /// That of a place.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> Option<&Course> {
        self.0.get(&id)
    }

    /// The first day on which anything was published of any place.
    #[must_use]
    pub fn begin(&self) -> Option<NaiveDate> {
        self.0.values().filter_map(Course::begin).min()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::audit::Depth;
    use crate::domain::audit::life::AuditRevision;
    use crate::domain::random::Dice;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A revision of an audit; its sheet says whether the standard is met.
    fn shown(id: u128, revision: u32, published_on: &str, meets: bool) -> Shown {
        Shown {
            audit: PublishedAudit {
                id: AuditId(Uuid::from_u128(id)),
                revision: AuditRevision::new(revision).unwrap(),
                place: PlaceId(Uuid::nil()),
                criteria: "lb-draft-1".parse().unwrap(),
                depth: Depth::Full,
                source: Source::Audit,
                auditors: Vec::new(),
                audited_on: day(published_on),
                published_on: day(published_on),
                change_reports: 0,
                sheet: serde_json::json!(meets),
            },
            withdrawn_on: None,
        }
    }

    fn found(audit: &PublishedAudit) -> Found {
        let meets = Truth::from(audit.sheet == serde_json::json!(true));
        Found {
            minimum: Truth::Yes,
            standard: meets,
        }
    }

    fn course(all: &[Shown]) -> Course {
        Course::of(all, found)
    }

    #[test]
    fn what_was_said_then_stands_whatever_came_after() {
        let own = course(&[
            shown(1, 1, "2023-05-01", false),
            shown(2, 1, "2025-06-01", true),
        ]);
        assert_eq!(own.on(day("2023-04-30")), None);
        assert_eq!(own.on(day("2023-05-01")).unwrap().standard, Truth::No);
        assert_eq!(own.on(day("2025-12-31")).unwrap().standard, Truth::Yes);
        let reached = own.reached().unwrap();
        assert_eq!((reached.on, reached.was_failing), (day("2025-06-01"), true));
        assert_eq!(own.begin(), Some(day("2023-05-01")));
    }

    #[test]
    fn looking_again_is_no_second_reaching() {
        let own = course(&[
            shown(1, 1, "2022-05-01", true),
            shown(2, 1, "2025-06-01", true),
        ]);
        let reached = own.reached().unwrap();
        assert_eq!(
            (reached.on, reached.was_failing),
            (day("2022-05-01"), false)
        );
    }

    #[test]
    fn what_a_later_audit_only_finds_was_perhaps_always_so() {
        let found = |audit: &PublishedAudit| Found {
            minimum: Truth::Yes,
            standard: match audit.sheet.as_bool() {
                Some(meets) => meets.into(),
                None => Truth::Unknown,
            },
        };
        let mut unknown = shown(1, 1, "2023-05-01", false);
        unknown.audit.sheet = serde_json::Value::Null;
        let own = Course::of(&[unknown, shown(2, 1, "2025-06-01", true)], found);
        let reached = own.reached().unwrap();
        assert_eq!(
            (reached.on, reached.was_failing),
            (day("2025-06-01"), false)
        );
    }

    #[test]
    fn what_nobody_answers_for_begins_no_record() {
        let made_up = shown(1, 1, "2020-05-01", true);
        let mut real = shown(2, 1, "2025-06-01", true);
        real.audit.auditors = vec![crate::domain::audit::Auditor::ALL[0]];
        let own = course(&[made_up, real]);
        assert_eq!(own.answered_for_since(), Some(day("2025-06-01")));
        assert_eq!(own.begin(), Some(day("2020-05-01")));
    }

    #[test]
    fn what_a_correction_takes_back_has_not_been_reached() {
        let own = course(&[
            shown(1, 1, "2024-05-01", true),
            shown(1, 2, "2024-06-01", false),
        ]);
        assert_eq!(own.on(day("2024-05-20")).unwrap().standard, Truth::Yes);
        assert_eq!(own.reached(), None);
    }

    #[test]
    fn where_an_audit_is_withdrawn_the_one_before_counts_again() {
        let withdrawn = Shown {
            withdrawn_on: Some(day("2025-03-01")),
            ..shown(2, 1, "2025-01-01", true)
        };
        let own = course(&[shown(1, 1, "2023-01-01", false), withdrawn.clone()]);
        assert_eq!(own.on(day("2025-02-01")).unwrap().standard, Truth::Yes);
        assert_eq!(own.on(day("2025-03-01")).unwrap().standard, Truth::No);
        assert_eq!(own.reached(), None);
        assert_eq!(course(&[withdrawn]).on(day("2025-03-01")), None);
    }

    #[test]
    fn what_somebody_measured_counts_before_what_is_made_up_later() {
        let mut measured = shown(1, 1, "2023-05-01", true);
        measured.audit.auditors = vec![crate::domain::audit::Auditor::City];
        let own = course(&[measured, shown(2, 1, "2025-06-01", false)]);
        assert_eq!(own.on(day("2025-12-31")).unwrap().standard, Truth::Yes);
    }

    #[test]
    fn the_word_of_those_who_run_a_place_is_no_audit() {
        let mut own = shown(1, 1, "2024-05-01", true);
        own.audit.source = Source::SelfDeclared;
        assert_eq!(course(&[own]), Course::default());
    }

    #[test]
    fn every_day_is_what_a_look_at_all_audits_says_of_it() {
        let mut dice = Dice(7);
        let first = day("2024-01-01");
        let later = |days: u32| first + chrono::Days::new(days.into());
        for _ in 0..200 {
            let mut all = Vec::new();
            for id in 0..u128::from(dice.below(5)) {
                let (mut at, end) = (dice.below(20), dice.below(60));
                for revision in 1..=1 + dice.below(3) {
                    let mut own = shown(id, revision, "2024-01-01", dice.chance(50));
                    own.audit.published_on = later(at);
                    own.audit.audited_on = later(dice.below(10));
                    own.withdrawn_on = (end < 30).then(|| later(end + at));
                    all.push(own);
                    at += dice.below(10);
                }
            }
            // A withdrawn audit goes as a whole.
            let ends: BTreeMap<AuditId, Option<NaiveDate>> = all
                .iter()
                .map(|own| (own.audit.id, own.withdrawn_on))
                .collect();
            for own in &mut all {
                own.withdrawn_on = ends[&own.audit.id];
            }
            let own = course(&all);
            for days in 0..90 {
                let day = later(days);
                assert_eq!(own.on(day), newest(&all, day).map(found), "{day}");
            }
        }
    }
}

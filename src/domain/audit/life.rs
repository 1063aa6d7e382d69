//! The life of an audit, from the plan to its publication, and what follows for the place.
//!
//! What is published never changes: a correction is a new revision, which has a life of its own.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use crate::domain::Invalid;
use crate::domain::audit::measure::Status;
use crate::domain::choice::choice;
use crate::domain::staff::{Role, Roles};

/// An audit says nothing certain any more after so many months.
pub const HOLDS_MONTHS: u32 = 36;

/// So many people who tell of a change independently are reason enough to look again.
pub const CHANGE_REPORTS: u32 = 2;

choice! {
    /// How far an audit is.
    State: "state" {
        /// It shall be done.
        Planned = "planned",
        /// Day and people are known.
        Scheduled = "scheduled",
        /// Somebody is measuring.
        InProgress = "in_progress",
        /// Everything is written down; nobody outside sees it yet.
        Completed = "completed",
        /// Everybody sees it, and it never changes again.
        Published = "published",
    }
}

choice! {
    /// What somebody does with an audit.
    Move: "move" {
        /// Names day and people.
        Schedule = "schedule",
        /// Takes day and people back.
        Unschedule = "unschedule",
        /// Begins to measure.
        Begin = "begin",
        /// Has written everything down.
        Complete = "complete",
        /// Has seen that something is missing or wrong before it was published.
        Reopen = "reopen",
        /// Shows it to everybody.
        Publish = "publish",
    }
}

impl Move {
    /// From which state to which it leads. An audit that nobody planned begins on the spot, as [`State::Planned`].
    const fn path(self) -> (&'static [State], State) {
        match self {
            Self::Schedule => (&[State::Planned], State::Scheduled),
            Self::Unschedule => (&[State::Scheduled], State::Planned),
            Self::Begin => (&[State::Planned, State::Scheduled], State::InProgress),
            Self::Complete => (&[State::InProgress], State::Completed),
            Self::Reopen => (&[State::Completed], State::InProgress),
            Self::Publish => (&[State::Completed], State::Published),
        }
    }

    /// Who may do it: auditors measure, planners decide what is looked at and when; both may publish.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Begin | Self::Complete => &[Role::Auditor],
            Self::Schedule | Self::Unschedule | Self::Reopen | Self::Publish => {
                &[Role::Auditor, Role::Planner]
            }
        }
    }
}

impl State {
    /// The state after `what`, done by somebody with `roles`.
    ///
    /// # Errors
    /// When none of the roles may do it, or it does not follow on this state. The field is `move`.
    pub fn after(self, what: Move, roles: &Roles) -> Result<Self, Invalid> {
        let allowed = what.roles();
        if roles.first_of(allowed).is_none() {
            let names: Vec<_> = allowed.iter().map(|role| role.as_str()).collect();
            let rule = format!("\"{what}\" is for {}", names.join(" and "));
            return Err(Invalid::new("move", rule));
        }
        let (from, to) = what.path();
        if from.contains(&self) {
            return Ok(to);
        }
        let rule = if self == Self::Published {
            "a published audit never changes; a correction is a new revision".to_owned()
        } else {
            format!("\"{what}\" does not follow on \"{self}\"")
        };
        Err(Invalid::new("move", rule))
    }

    /// What somebody with `roles` may do next.
    pub fn moves(self, roles: &Roles) -> impl Iterator<Item = Move> {
        let all = Move::ALL.iter().copied();
        all.filter(move |what| self.after(*what, roles).is_ok())
    }
}

/// Which revision of an audit: 1 is the first, each correction the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AuditRevision(u32);

impl AuditRevision {
    /// The first.
    pub const FIRST: Self = Self(1);

    /// The revision with this number.
    ///
    /// # Errors
    /// When it is 0.
    pub fn new(number: u32) -> Result<Self, Invalid> {
        match number {
            0 => Err(Invalid::new("revision", "must be 1 or more")),
            _ => Ok(Self(number)),
        }
    }

    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The revision that corrects it, and the state that begins in. Only what is published is corrected so; before that
    /// it is opened again.
    ///
    /// # Errors
    /// When the audit is not published yet. The field is `state`.
    pub fn correction_of(self, state: State) -> Result<(Self, State), Invalid> {
        match state {
            State::Published => Ok((Self(self.0.saturating_add(1)), State::InProgress)),
            _ => Err(Invalid::new(
                "state",
                format!("only a published audit is corrected, not one that is {state}"),
            )),
        }
    }
}

choice! {
    /// Why a place has to be looked at again.
    Due: "due" {
        /// [`HOLDS_MONTHS`] have passed.
        Expired = "expired",
        /// A measure was carried out.
        MeasureImplemented = "measure_implemented",
        /// There was a building permit, or the place moved.
        Rebuilt = "rebuilt",
        /// At least [`CHANGE_REPORTS`] reports of a change were accepted; nobody knows whether they come from different people.
        Reported = "reported",
    }
}

choice! {
    /// What is to be done at a place with a published audit. Both may be at once.
    ToDo: "to_do" {
        /// A measure is neither carried out nor rejected.
        MeasuresOpen = "measures_open",
        /// Somebody has to look again.
        ReAuditDue = "re_audit_due",
    }
}

/// What has happened to a place since its last published audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// The day it was audited.
    pub audited_on: NaiveDate,
    /// The last day on which a measure was carried out.
    pub implemented_on: Option<NaiveDate>,
    /// The last day of a building permit or a move.
    pub rebuilt_on: Option<NaiveDate>,
    /// How many reports of a change were accepted.
    pub change_reports: u32,
}

impl Since {
    /// Why the place has to be looked at again on a day; empty if it has not.
    #[must_use]
    pub fn due(&self, today: NaiveDate) -> Vec<Due> {
        let later = |day: Option<NaiveDate>| day.is_some_and(|day| day > self.audited_on);
        let holds = |due: &Due| match due {
            Due::Expired => self.is_expired(today),
            Due::MeasureImplemented => later(self.implemented_on),
            Due::Rebuilt => later(self.rebuilt_on),
            Due::Reported => self.change_reports >= CHANGE_REPORTS,
        };
        Due::ALL.iter().copied().filter(holds).collect()
    }

    /// What is to be done at the place on a day, given how far its measures are.
    pub fn to_do<'a>(
        &self,
        measures: impl IntoIterator<Item = &'a Status>,
        today: NaiveDate,
    ) -> Vec<ToDo> {
        let open = measures.into_iter().any(|own| !own.is_closed());
        let due = !self.due(today).is_empty();
        let both = [(open, ToDo::MeasuresOpen), (due, ToDo::ReAuditDue)];
        let holds = both.into_iter().filter(|(holds, _)| *holds);
        holds.map(|(_, what)| what).collect()
    }

    /// Whether what the audit says is to be marked as old: it has expired, or a single report of a change was accepted.
    #[must_use]
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        self.is_expired(today) || self.change_reports > 0
    }

    fn is_expired(&self, today: NaiveDate) -> bool {
        let end = self
            .audited_on
            .checked_add_months(Months::new(HOLDS_MONTHS));
        end.is_some_and(|end| end < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::measure::Progress;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn roles(role: Role) -> Roles {
        [role].into_iter().collect()
    }

    #[test]
    fn an_audit_goes_from_the_plan_to_its_publication() {
        let auditor = roles(Role::Auditor);
        let all = [Move::Schedule, Move::Begin, Move::Complete, Move::Publish];
        let last = all
            .into_iter()
            .try_fold(State::Planned, |state, what| state.after(what, &auditor));
        assert_eq!(last.unwrap(), State::Published);
    }

    #[test]
    fn every_move_that_is_not_drawn_is_refused_and_names_the_field() {
        let auditor = roles(Role::Auditor);
        let drawn = [
            (State::Planned, Move::Schedule),
            (State::Planned, Move::Begin),
            (State::Scheduled, Move::Unschedule),
            (State::Scheduled, Move::Begin),
            (State::InProgress, Move::Complete),
            (State::Completed, Move::Reopen),
            (State::Completed, Move::Publish),
        ];
        for state in State::ALL {
            for what in Move::ALL {
                match state.after(*what, &auditor) {
                    Ok(_) => assert!(drawn.contains(&(*state, *what)), "{state} {what}"),
                    Err(invalid) => {
                        assert!(!drawn.contains(&(*state, *what)), "{state} {what}");
                        assert_eq!(invalid.field, "move");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_published_never_changes_and_is_corrected_by_a_new_revision() {
        let both: Roles = [Role::Auditor, Role::Planner].into_iter().collect();
        assert_eq!(State::Published.moves(&both).count(), 0);
        let (next, state) = AuditRevision::FIRST
            .correction_of(State::Published)
            .unwrap();
        assert_eq!((next.number(), state), (2, State::InProgress));
        assert!(
            AuditRevision::FIRST
                .correction_of(State::Completed)
                .is_err()
        );
    }

    #[test]
    fn planners_plan_and_only_auditors_measure() {
        let planner = roles(Role::Planner);
        assert_eq!(
            State::Planned.moves(&planner).collect::<Vec<_>>(),
            [Move::Schedule]
        );
        assert_eq!(
            State::Completed.moves(&planner).collect::<Vec<_>>(),
            [Move::Reopen, Move::Publish]
        );
        for role in [Role::Editor, Role::Admin, Role::Patrol, Role::Prevention] {
            let may = State::ALL
                .iter()
                .flat_map(|state| state.moves(&roles(role)).collect::<Vec<_>>());
            assert_eq!(may.count(), 0, "{role}");
        }
    }

    #[test]
    fn a_place_is_due_for_each_reason_by_itself() {
        let fresh = Since {
            audited_on: day("2023-05-10"),
            implemented_on: Some(day("2023-05-10")),
            rebuilt_on: Some(day("2020-01-01")),
            change_reports: 0,
        };
        assert!(fresh.due(day("2026-05-10")).is_empty());
        assert!(!fresh.is_stale(day("2026-05-10")));
        assert_eq!(fresh.due(day("2026-05-11")), [Due::Expired]);
        let implemented = Since {
            implemented_on: Some(day("2023-05-11")),
            ..fresh
        };
        assert_eq!(
            implemented.due(day("2024-01-01")),
            [Due::MeasureImplemented]
        );
        let rebuilt = Since {
            rebuilt_on: Some(day("2023-06-01")),
            ..fresh
        };
        assert_eq!(rebuilt.due(day("2024-01-01")), [Due::Rebuilt]);
        let told = |change_reports| Since {
            change_reports,
            ..fresh
        };
        assert!(told(1).due(day("2024-01-01")).is_empty());
        assert!(told(1).is_stale(day("2024-01-01")));
        assert_eq!(told(2).due(day("2024-01-01")), [Due::Reported]);
    }

    #[test]
    fn measures_are_open_until_all_are_closed() {
        let since = Since {
            audited_on: day("2024-05-10"),
            implemented_on: None,
            rebuilt_on: None,
            change_reports: 0,
        };
        let rejected = Status::new(Progress::Rejected, "zu steil".parse().ok()).unwrap();
        let today = day("2025-01-01");
        assert!(since.to_do([&rejected], today).is_empty());
        let measures = [rejected, Status::PROPOSED];
        assert_eq!(since.to_do(&measures, today), [ToDo::MeasuresOpen]);
        let both = since.to_do(&measures, day("2028-01-01"));
        assert_eq!(both, [ToDo::MeasuresOpen, ToDo::ReAuditDue]);
    }
}

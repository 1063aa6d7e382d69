//! What shall be done about barriers ("Maßnahme"): by whom, until when, at what cost, and how far it is.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use crate::domain::audit::{AuditId, CriterionId, Office};
use crate::domain::choice::choice;
use crate::domain::identity::told_as_uuid;
use crate::domain::note::Note;
use crate::domain::staff::{Role, Roles};
use crate::domain::{Invalid, PlaceId};

choice! {
    /// What a measure costs, roughly, in EUR.
    CostClass: "cost_class" {
        /// Below 1,000.
        A = "A",
        /// 1,000 to 10,000.
        B = "B",
        /// 10,000 to 100,000.
        C = "C",
        /// Above 100,000.
        D = "D",
    }
}

impl CostClass {
    /// What the priority score divides by. A proposal of the specification, without another source.
    #[must_use]
    pub const fn weight(self) -> u32 {
        match self {
            Self::A => 1,
            Self::B => 3,
            Self::C => 10,
            Self::D => 30,
        }
    }

    /// From how many EUR to how many; the last class has no upper end.
    #[must_use]
    pub const fn bounds_eur(self) -> (u64, Option<u64>) {
        match self {
            Self::A => (0, Some(1_000)),
            Self::B => (1_000, Some(10_000)),
            Self::C => (10_000, Some(100_000)),
            Self::D => (100_000, None),
        }
    }
}

choice! {
    /// How far a measure is.
    Progress: "status" {
        /// Somebody proposes it.
        Proposed = "proposed",
        /// The city wants it.
        Decided = "decided",
        /// There is money for it.
        Funded = "funded",
        /// It is being done.
        InProgress = "in_progress",
        /// It is done; the place has to be looked at again.
        Implemented = "implemented",
        /// It will not be done, for a reason.
        Rejected = "rejected",
    }
}

/// How far a measure is, with the reason where it was rejected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    /// How far it is.
    status: Progress,
    /// Why it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Note>,
}

impl Status {
    /// That of a new measure.
    pub const PROPOSED: Self = Self {
        status: Progress::Proposed,
        reason: None,
    };

    /// A status as it was kept or is sent.
    ///
    /// # Errors
    /// When it is rejected without a reason, or has a reason without being rejected. The field is `reason`.
    pub fn new(status: Progress, reason: Option<Note>) -> Result<Self, Invalid> {
        match (status, &reason) {
            (Progress::Rejected, None) => Err(Invalid::new(
                "reason",
                "must say why where the status is rejected",
            )),
            (Progress::Rejected, Some(_)) | (_, None) => Ok(Self { status, reason }),
            (_, Some(_)) => Err(Invalid::new(
                "reason",
                format!("is only for what is rejected, not for {status}"),
            )),
        }
    }

    /// How far it is.
    #[must_use]
    pub const fn progress(&self) -> Progress {
        self.status
    }

    /// Why it was rejected.
    #[must_use]
    pub const fn reason(&self) -> Option<&Note> {
        self.reason.as_ref()
    }

    /// Whether nothing is left to be done.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        matches!(self.status, Progress::Implemented | Progress::Rejected)
    }

    /// The status after `next`, set by somebody with `roles`. A measure goes forward, also by several steps at once; what
    /// is closed stays closed, and what lost its money goes back to decided.
    ///
    /// # Errors
    /// When only planners may do it, or it does not follow. The field is `status`.
    pub fn after(&self, next: Self, roles: &Roles) -> Result<Self, Invalid> {
        if !roles.has(Role::Planner) {
            return Err(Invalid::new(
                "status",
                "is changed by planners; auditors propose measures",
            ));
        }
        let (from, to) = (self.status, next.status);
        let loses_its_money = (from, to) == (Progress::Funded, Progress::Decided);
        if self.is_closed() || (to <= from && !loses_its_money) {
            let rule = format!("\"{to}\" does not follow on \"{from}\"");
            return Err(Invalid::new("status", rule));
        }
        Ok(next)
    }
}

/// The year by which a measure shall be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct TargetYear(u16);

impl TargetYear {
    /// A year from 2000 to 2100.
    ///
    /// # Errors
    /// When it is another. The field is `target_year`.
    pub fn new(year: u16) -> Result<Self, Invalid> {
        match year {
            2000..=2100 => Ok(Self(year)),
            _ => Err(Invalid::new(
                "target_year",
                format!("must be a year from 2000 to 2100, not {year}"),
            )),
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.0
    }
}

/// The random identity of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct MeasureId(pub Uuid);

told_as_uuid!(MeasureId: "measure");

/// The criteria that a measure is to meet: at least one, each once, in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Aims(Box<[CriterionId]>);

impl Aims {
    /// Criteria by their names.
    ///
    /// # Errors
    /// When there is none. The field is `criteria`.
    pub fn new(criteria: impl IntoIterator<Item = CriterionId>) -> Result<Self, Invalid> {
        let all: std::collections::BTreeSet<_> = criteria.into_iter().collect();
        if all.is_empty() {
            return Err(Invalid::new("criteria", "must name at least one criterion"));
        }
        Ok(Self(all.into_iter().collect()))
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &CriterionId> {
        self.0.iter()
    }
}

/// A measure about one or several criteria of an audited place. Which needs it unblocks is worked out, never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// Its identity.
    pub id: MeasureId,
    /// The criteria it is to meet.
    pub criteria: Aims,
    /// What is to be done.
    pub description: Note,
    /// What it costs, where somebody has an idea.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_class: Option<CostClass>,
    /// The unit of the city, or whoever else does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Office>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_year: Option<TargetYear>,
    /// How far it is.
    #[serde(flatten)]
    pub status: Status,
}

/// A measure that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptMeasure {
    /// The audit it follows from.
    pub audit: AuditId,
    /// What it is.
    #[serde(flatten)]
    pub measure: Measure,
    /// The role of whoever last wrote it.
    pub by: Role,
    /// When it was last written.
    pub at: DateTime<Utc>,
    /// How often it was written: 1, 2, 3 and so on.
    pub version: i64,
}

/// A measure with the place that its audit is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedMeasure {
    /// The place.
    pub place: PlaceId,
    /// Whether its audit was withdrawn: then nothing says that it is right, but it may be decided and paid for.
    pub is_withdrawn: bool,
    /// The measure.
    pub kept: KeptMeasure,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(progress: Progress) -> Status {
        let reason =
            (progress == Progress::Rejected).then(|| "Denkmalschutz, kein Platz".parse().unwrap());
        Status::new(progress, reason).unwrap()
    }

    fn planner() -> Roles {
        [Role::Planner].into_iter().collect()
    }

    #[test]
    fn a_measure_goes_forward_and_what_is_closed_stays_closed() {
        use Progress::{Decided, Funded, Implemented, InProgress, Proposed, Rejected};
        let next = |from, to| status(from).after(status(to), &planner());
        for (from, to) in [
            (Proposed, Decided),
            (Proposed, Implemented),
            (Decided, Funded),
            (Funded, InProgress),
            (Funded, Decided),
            (InProgress, Implemented),
            (InProgress, Rejected),
        ] {
            assert_eq!(next(from, to).unwrap(), status(to), "{from} {to}");
        }
        for (from, to) in [
            (Decided, Proposed),
            (InProgress, Decided),
            (Funded, Funded),
            (Implemented, Rejected),
            (Rejected, Proposed),
            (Rejected, Rejected),
        ] {
            assert_eq!(next(from, to).unwrap_err().field, "status", "{from} {to}");
        }
    }

    #[test]
    fn only_what_is_rejected_has_a_reason_and_needs_one() {
        let why = || Some("zu steil".parse::<Note>().unwrap());
        assert_eq!(
            Status::new(Progress::Rejected, None).unwrap_err().field,
            "reason"
        );
        assert_eq!(
            Status::new(Progress::Funded, why()).unwrap_err().field,
            "reason"
        );
        assert!(Status::new(Progress::Rejected, why()).is_ok());
    }

    #[test]
    fn auditors_propose_and_planners_decide() {
        let auditor: Roles = [Role::Auditor, Role::Admin].into_iter().collect();
        let refused = Status::PROPOSED.after(status(Progress::Decided), &auditor);
        assert_eq!(refused.unwrap_err().field, "status");
    }

    #[test]
    fn a_measure_has_an_aim_and_a_year_that_can_be_meant() {
        assert_eq!(Aims::new([]).unwrap_err().field, "criteria");
        let twice = ["C18", "C14", "C18"].map(|id| id.parse().unwrap());
        let aims = Aims::new(twice).unwrap();
        assert_eq!(
            aims.iter().map(CriterionId::as_str).collect::<Vec<_>>(),
            ["C14", "C18"]
        );
        assert!(TargetYear::new(2040).is_ok());
        assert_eq!(TargetYear::new(204).unwrap_err().field, "target_year");
    }
}

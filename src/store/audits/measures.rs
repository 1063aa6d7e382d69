//! What shall be done about barriers.

use chrono::{DateTime, SubsecRound, Utc};

use super::rows::from_json;
use crate::domain::Invalid;
use crate::domain::audit::measure::{
    Aims, KeptMeasure, Measure, MeasureId, PlacedMeasure, Status, TargetYear,
};
use crate::domain::audit::{AuditId, CriterionId};
use crate::domain::note::Note;
use crate::domain::trail::{Action, NewEntry, Subject, written};
use crate::error::Error;
use crate::store::accounts::Hand;
use crate::store::rows::json;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Store, reading, writing};

#[derive(sqlx::FromRow)]
struct MeasureRow {
    id: String,
    audit_id: String,
    criteria: String,
    description: String,
    cost_class: Option<String>,
    owner: Option<String>,
    target_year: Option<i64>,
    status: String,
    reason: Option<String>,
    by_role: String,
    at: DateTime<Utc>,
    version: i64,
}

/// A measure with the place of its audit.
#[derive(sqlx::FromRow)]
struct PlacedRow {
    place_id: String,
    is_withdrawn: bool,
    #[sqlx(flatten)]
    measure: MeasureRow,
}

impl MeasureRow {
    fn of(own: &KeptMeasure) -> Self {
        let measure = &own.measure;
        let criteria: Vec<_> = measure.criteria.iter().collect();
        Self {
            id: measure.id.to_string(),
            audit_id: own.audit.to_string(),
            criteria: json(&criteria),
            description: measure.description.to_string(),
            cost_class: measure.cost_class.map(|class| class.to_string()),
            owner: measure.owner.as_ref().map(ToString::to_string),
            target_year: measure.target_year.map(|own| own.year().into()),
            status: measure.status.progress().to_string(),
            reason: measure.status.reason().map(ToString::to_string),
            by_role: own.by.to_string(),
            at: own.at.trunc_subsecs(6),
            version: own.version,
        }
    }

    fn read(self) -> Result<KeptMeasure, Error> {
        let id = self.id.clone();
        self.kept().map_err(|invalid| Error::Corrupt {
            table: "audit_measure",
            id,
            invalid,
        })
    }

    fn kept(self) -> Result<KeptMeasure, Invalid> {
        let criteria: Vec<String> = from_json("criteria", &self.criteria)?;
        let criteria = criteria.iter().map(|text| text.parse::<CriterionId>());
        let reason = self.reason.map(|text| text.parse::<Note>()).transpose()?;
        let year = |year: i64| TargetYear::new(u16::try_from(year).unwrap_or_default());
        Ok(KeptMeasure {
            audit: self.audit_id.parse()?,
            measure: Measure {
                id: self.id.parse()?,
                criteria: Aims::new(criteria.collect::<Result<Vec<_>, _>>()?)?,
                description: self.description.parse()?,
                cost_class: self.cost_class.map(|text| text.parse()).transpose()?,
                owner: self.owner.map(|text| text.parse()).transpose()?,
                target_year: self.target_year.map(year).transpose()?,
                status: Status::new(self.status.parse()?, reason)?,
            },
            by: self.by_role.parse()?,
            at: self.at,
            version: self.version,
        })
    }
}

impl Store {
    /// The measures that follow from an audit, the first named first.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn measures(&self, audit: AuditId) -> Result<Vec<KeptMeasure>, Error> {
        let rows: Vec<MeasureRow> = reading!(self, pool => {
            sqlx::query_as("select * from audit_measure where audit_id = $1 order by id")
                .bind(audit.to_string())
                .fetch_all(pool)
                .await?
        });
        rows.into_iter().map(MeasureRow::read).collect()
    }

    /// The measures of all audits with the places they are about, by id; those of withdrawn audits say so.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn all_measures(&self) -> Result<Vec<PlacedMeasure>, Error> {
        let rows: Vec<PlacedRow> = reading!(self, pool => {
            sqlx::query_as(
                "select m.*, a.place_id, a.withdrawn is not null as is_withdrawn \
                 from audit_measure m join audit a on a.id = m.audit_id order by m.id",
            )
            .fetch_all(pool)
            .await?
        });
        let placed = rows.into_iter().map(|row| {
            let corrupt = |invalid| Error::Corrupt {
                table: "audit",
                id: row.measure.audit_id.clone(),
                invalid,
            };
            Ok(PlacedMeasure {
                place: row.place_id.parse().map_err(corrupt)?,
                is_withdrawn: row.is_withdrawn,
                kept: row.measure.read()?,
            })
        });
        placed.collect()
    }

    /// The measure with this id.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn measure(&self, id: MeasureId) -> Result<Option<KeptMeasure>, Error> {
        let row: Option<MeasureRow> = reading!(self, pool => {
            sqlx::query_as("select * from audit_measure where id = $1")
                .bind(id.to_string())
                .fetch_optional(pool)
                .await?
        });
        row.map(MeasureRow::read).transpose()
    }

    /// Keeps a measure: a new one of version 1, or in place of the one with its id and the version before; whether it could.
    ///
    /// # Errors
    /// When the database fails, or its audit is gone.
    pub async fn put_measure(&self, own: &KeptMeasure, by: &Hand) -> Result<bool, Error> {
        let row = MeasureRow::of(own);
        let action = if own.version == 1 {
            Action::Added
        } else {
            Action::Changed
        };
        let subject = Subject::of("measure", own.measure.id);
        let entry = NewEntry::new(&by.author, action, subject).saying(row.status.clone());
        let put = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let put = sqlx::query(
                "insert into audit_measure (id, audit_id, criteria, description, cost_class, owner, target_year, status, \
                 reason, by_role, at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
                 on conflict (id) do update set criteria = excluded.criteria, description = excluded.description, \
                 cost_class = excluded.cost_class, owner = excluded.owner, target_year = excluded.target_year, \
                 status = excluded.status, reason = excluded.reason, by_role = excluded.by_role, at = excluded.at, \
                 version = excluded.version where audit_measure.version = excluded.version - 1",
            )
            .bind(&row.id)
            .bind(&row.audit_id)
            .bind(&row.criteria)
            .bind(&row.description)
            .bind(&row.cost_class)
            .bind(&row.owner)
            .bind(row.target_year)
            .bind(&row.status)
            .bind(&row.reason)
            .bind(&row.by_role)
            .bind(row.at)
            .bind(row.version)
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if put == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            put
        });
        Ok(put == 1)
    }
}

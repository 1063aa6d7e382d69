//! Audits: what somebody works on, and what everybody sees.

mod measures;
mod past;
mod photos;
mod rows;

use std::collections::BTreeSet;

use crate::domain::PlaceId;
use crate::domain::audit::life::State;
use crate::domain::audit::{Audit, AuditId, CatalogueVersion, PublishedAudit};
use crate::domain::change::CriteriaText;
use crate::domain::trail::{Action, written};
use crate::error::Error;
use crate::store::accounts::Hand;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Store, reading, writing};

pub(super) use rows::{AuditRow, PublishedRow};

/// Everything that counts: of each audit the last published revision, unless it was withdrawn. Ends in a condition.
pub(super) const SELECT_PUBLISHED: &str = "select p.audit_id, p.revision, a.place_id, p.criteria, p.depth, p.source, p.auditors, p.audited_on, \
     p.published_on, p.sheet, (select count(*) from suggestion s where s.place_id = a.place_id and s.barriers_changed \
     and s.received_on > p.audited_on) as change_reports from audit_publication p join audit a on a.id = p.audit_id \
     where a.withdrawn is null and p.revision = (select max(q.revision) from audit_publication q where q.audit_id = p.audit_id)";

/// Puts an audit in place of the row with its id, if that has the version before; how many rows that were.
macro_rules! update_audit {
    ($tx:expr, $row:expr) => {
        sqlx::query(
            "update audit set criteria = $1, depth = $2, source = $3, auditors = $4, planned_on = $5, audited_on = $6, \
             sheet = $7, state = $8, revision = $9, withdrawn = $10, by_role = $11, at = $12, version = $13 \
             where id = $14 and version = $13 - 1",
        )
        .bind(&$row.criteria)
        .bind(&$row.depth)
        .bind(&$row.source)
        .bind(&$row.auditors)
        .bind(&$row.planned_on)
        .bind(&$row.audited_on)
        .bind(&$row.sheet)
        .bind(&$row.state)
        .bind($row.revision)
        .bind(&$row.withdrawn)
        .bind(&$row.by_role)
        .bind($row.at)
        .bind($row.version)
        .bind(&$row.id)
        .execute(&mut *$tx)
        .await?
        .rows_affected()
    };
}

/// Adds the row of an audit that is new; how many rows that were.
macro_rules! insert_audit {
    ($tx:expr, $row:expr) => {
        sqlx::query(
            "insert into audit (id, place_id, criteria, depth, source, auditors, planned_on, audited_on, sheet, state, \
             revision, withdrawn, by_role, at, version) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (id) do nothing",
            )
            .bind(&$row.id)
            .bind(&$row.place_id)
            .bind(&$row.criteria)
            .bind(&$row.depth)
            .bind(&$row.source)
            .bind(&$row.auditors)
            .bind(&$row.planned_on)
            .bind(&$row.audited_on)
            .bind(&$row.sheet)
            .bind(&$row.state)
            .bind($row.revision)
            .bind(&$row.withdrawn)
            .bind(&$row.by_role)
            .bind($row.at)
            .bind($row.version)
            .execute(&mut *$tx)
            .await?
            .rows_affected()
    };
}

/// Publishes and withdraws audits. One of version 1 was not there before: it comes with a city's folder.
macro_rules! put_audits {
    ($tx:expr, $changes:expr) => {
        for change in &$changes {
            let own = &change.after;
            let row = $crate::store::audits::AuditRow::of(own);
            let written = if own.version == 1 {
                $crate::store::audits::insert_audit!($tx, row)
            } else {
                $crate::store::audits::update_audit!($tx, row)
            };
            if written != 1 {
                return Err(Error::OutdatedAudit(own.id));
            }
            if own.withdrawn.is_none() {
                sqlx::query(
                    "insert into audit_publication (audit_id, revision, criteria, depth, source, auditors, audited_on, \
                     sheet, published_on, by_role) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                )
                .bind(&row.id)
                .bind(row.revision)
                .bind(&row.criteria)
                .bind(&row.depth)
                .bind(&row.source)
                .bind(&row.auditors)
                .bind(&row.audited_on)
                .bind(&row.sheet)
                .bind(change.day.to_string())
                .bind(&row.by_role)
                .execute(&mut *$tx)
                .await?;
            }
        }
    };
}

/// Keeps a city's own versions of the criteria.
macro_rules! put_criteria {
    ($tx:expr, $texts:expr) => {
        for own in &$texts {
            sqlx::query(
                "insert into criteria (version, content) values ($1, $2) \
                 on conflict (version) do update set content = excluded.content",
            )
            .bind(own.version.as_str())
            .bind(&*own.content)
            .execute(&mut *$tx)
            .await?;
        }
    };
}

pub(super) use {insert_audit, put_audits, put_criteria, update_audit};

impl Store {
    /// Every audit of a place, or of all places, the last written first.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn audits(&self, place: Option<PlaceId>) -> Result<Vec<Audit>, Error> {
        let place = place.map(|id| id.to_string());
        let rows: Vec<AuditRow> = reading!(self, pool => {
            sqlx::query_as("select * from audit where $1 is null or place_id = $1 order by at desc, id")
                .bind(&place)
                .fetch_all(pool)
                .await?
        });
        rows.into_iter().map(AuditRow::read).collect()
    }

    /// The audits in one of some states (in any, if none is named), of a place or of all, the last written first, and so many
    /// at most.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn audits_in(
        &self,
        place: Option<PlaceId>,
        states: &[State],
        most: usize,
    ) -> Result<Vec<Audit>, Error> {
        let place = place.map(|id| id.to_string());
        let meant = |state: &State| states.is_empty() || states.contains(state);
        let named = |state: &State| meant(state).then(|| state.as_str());
        let mut named = State::ALL.iter().map(named);
        let mut next = || named.next().flatten();
        let states = [next(), next(), next(), next(), next()];
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows: Vec<AuditRow> = reading!(self, pool => {
            sqlx::query_as(
                "select * from audit where ($1 is null or place_id = $1) and state in ($2, $3, $4, $5, $6) \
                 order by at desc, id limit $7",
            )
            .bind(&place)
            .bind(states[0])
            .bind(states[1])
            .bind(states[2])
            .bind(states[3])
            .bind(states[4])
            .bind(most)
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(AuditRow::read).collect()
    }

    /// Every audit without what was read off, the last written first: for lists.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn audits_without_sheets(&self) -> Result<Vec<Audit>, Error> {
        let rows: Vec<AuditRow> = reading!(self, pool => {
            sqlx::query_as(
                "select id, place_id, criteria, depth, source, auditors, planned_on, audited_on, '{}' as sheet, state, \
                 revision, withdrawn, by_role, at, version from audit order by at desc, id",
            )
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(AuditRow::read).collect()
    }

    /// The audit with this id.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn audit(&self, id: AuditId) -> Result<Option<Audit>, Error> {
        let row: Option<AuditRow> = reading!(self, pool => {
            sqlx::query_as("select * from audit where id = $1")
                .bind(id.to_string())
                .fetch_optional(pool)
                .await?
        });
        row.map(AuditRow::read).transpose()
    }

    /// A city's own versions of the criteria.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn criteria_texts(&self) -> Result<Vec<CriteriaText>, Error> {
        let rows: Vec<(String, String)> = reading!(self, pool => {
            sqlx::query_as("select version, content from criteria order by version").fetch_all(pool).await?
        });
        let read = |(version, content): (String, String)| {
            let corrupt = |invalid| Error::Corrupt {
                table: "criteria",
                id: version.clone(),
                invalid,
            };
            Ok(CriteriaText {
                version: version.parse().map_err(corrupt)?,
                content: content.into(),
            })
        };
        rows.into_iter().map(read).collect()
    }

    /// The versions of the criteria that any audit was made with, published or not.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn criteria_of_audits(&self) -> Result<BTreeSet<CatalogueVersion>, Error> {
        let names: Vec<String> = reading!(self, pool => {
            sqlx::query_scalar("select criteria from audit union select criteria from audit_publication")
                .fetch_all(pool)
                .await?
        });
        let read = |name: String| {
            name.parse().map_err(|invalid| Error::Corrupt {
                table: "audit",
                id: name.clone(),
                invalid,
            })
        };
        names.into_iter().map(read).collect()
    }

    /// Every revision of an audit that was ever published, the first first.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn audit_revisions(&self, id: AuditId) -> Result<Vec<PublishedAudit>, Error> {
        let rows: Vec<PublishedRow> = reading!(self, pool => {
            sqlx::query_as(
                "select p.audit_id, p.revision, a.place_id, p.criteria, p.depth, p.source, p.auditors, p.audited_on, \
                 p.published_on, p.sheet, cast(0 as bigint) as change_reports \
                 from audit_publication p join audit a on a.id = p.audit_id where a.id = $1 order by p.revision",
            )
            .bind(id.to_string())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(PublishedRow::read).collect()
    }

    /// Keeps a new audit; false where there is one with its id already.
    ///
    /// # Errors
    /// When the database fails, or its place is gone.
    pub async fn add_audit(&self, new: &Audit, by: &Hand) -> Result<bool, Error> {
        let (row, entry) = (AuditRow::of(new), new.entry(&by.author, Action::Added));
        let added = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let added = insert_audit!(tx, row);
            if added == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            added
        });
        Ok(added == 1)
    }

    /// Keeps new audits, all or none, and tells of each whether it was new: where there was one with its id, that stays.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_audits(&self, new: &[Audit], by: &Hand) -> Result<Vec<bool>, Error> {
        let added = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let mut added = Vec::with_capacity(new.len());
            let mut entries = Vec::new();
            for audit in new {
                let row = AuditRow::of(audit);
                let is_new = insert_audit!(tx, row) == 1;
                if is_new {
                    entries.push(audit.entry(&by.author, Action::Added));
                }
                added.push(is_new);
            }
            if !entries.is_empty() {
                append_trail!(tx, head, entries, None, &written(by.at));
            }
            added
        });
        Ok(added)
    }

    /// Puts `after` in place of the audit with its id, if that has the version before; whether it had. The trail tells of a
    /// step (`is_step`), and not of every answer that is written down on the way.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn change_audit(
        &self,
        after: &Audit,
        by: &Hand,
        is_step: bool,
    ) -> Result<bool, Error> {
        let (row, entry) = (
            AuditRow::of(after),
            after.entry(&by.author, Action::Changed),
        );
        let changed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let changed = update_audit!(tx, row);
            if changed == 1 && is_step {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            changed
        });
        Ok(changed == 1)
    }
}

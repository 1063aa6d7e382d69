//! Everything that was ever published of audits.

use chrono::{DateTime, Utc};

use super::PublishedRow;
use crate::domain::audit::OncePublished;
use crate::error::Error;
use crate::store::{Store, reading};

#[derive(sqlx::FromRow)]
struct OnceRow {
    #[sqlx(flatten)]
    published: PublishedRow,
    withdrawn_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Every revision of every audit that was ever published, by audit and revision. A withdrawn audit is never written
    /// again, so that it was last written says when it was withdrawn.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn once_published(&self) -> Result<Vec<OncePublished>, Error> {
        let rows: Vec<OnceRow> = reading!(self, pool => {
            sqlx::query_as(
                "select p.audit_id, p.revision, a.place_id, p.criteria, p.depth, p.source, p.auditors, p.audited_on, \
                 p.published_on, p.sheet, (select count(*) from suggestion s where s.place_id = a.place_id \
                 and s.barriers_changed and s.received_on > p.audited_on) as change_reports, \
                 case when a.withdrawn is null then null else a.at end as withdrawn_at \
                 from audit_publication p join audit a on a.id = p.audit_id order by p.audit_id, p.revision",
            )
            .fetch_all(pool)
            .await?
        });
        let read = |row: OnceRow| {
            Ok(OncePublished {
                audit: row.published.read()?,
                withdrawn_at: row.withdrawn_at,
            })
        };
        rows.into_iter().map(read).collect()
    }
}

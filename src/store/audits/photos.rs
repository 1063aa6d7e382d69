//! Photos of barriers.

use chrono::{DateTime, Utc};

use crate::domain::Invalid;
use crate::domain::audit::AuditId;
use crate::domain::audit::photo::{
    MOST_PHOTOS, PHOTO_ADDED, PHOTO_REMOVED, Photo, PhotoId, PlainPicture,
};
use crate::domain::audit::record::AUDIT;
use crate::domain::trail::{Action, NewEntry, Subject, written};
use crate::error::Error;
use crate::store::accounts::Hand;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Store, reading, writing};

#[derive(sqlx::FromRow)]
struct PhotoRow {
    id: String,
    audit_id: String,
    criterion: Option<String>,
    by_role: String,
    at: DateTime<Utc>,
}

impl PhotoRow {
    fn read(self) -> Result<Photo, Error> {
        let id = self.id.clone();
        self.photo().map_err(|invalid| Error::Corrupt {
            table: "audit_photo",
            id,
            invalid,
        })
    }

    fn photo(self) -> Result<Photo, Invalid> {
        Ok(Photo {
            id: self.id.parse()?,
            audit: self.audit_id.parse()?,
            criterion: self.criterion.map(|text| text.parse()).transpose()?,
            by: self.by_role.parse()?,
            at: self.at,
        })
    }
}

impl Store {
    /// The photos of an audit without their pictures, the first sent first.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn photos(&self, audit: AuditId) -> Result<Vec<Photo>, Error> {
        let rows: Vec<PhotoRow> = reading!(self, pool => {
            sqlx::query_as("select id, audit_id, criterion, by_role, at from audit_photo where audit_id = $1 order by at, id")
                .bind(audit.to_string())
                .fetch_all(pool)
                .await?
        });
        rows.into_iter().map(PhotoRow::read).collect()
    }

    /// The picture of a photo, as JPEG.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn picture(&self, audit: AuditId, id: PhotoId) -> Result<Option<Vec<u8>>, Error> {
        let row: Option<(Vec<u8>,)> = reading!(self, pool => {
            sqlx::query_as("select jpeg from audit_photo where audit_id = $1 and id = $2")
                .bind(audit.to_string())
                .bind(id.to_string())
                .fetch_optional(pool)
                .await?
        });
        Ok(row.map(|(jpeg,)| jpeg))
    }

    /// Keeps a photo, unless its audit has [`MOST_PHOTOS`] already; whether it could. The trail says that there is one more.
    ///
    /// # Errors
    /// When the database fails, or the audit is gone.
    pub async fn add_photo(
        &self,
        own: &Photo,
        picture: &PlainPicture,
        by: &Hand,
    ) -> Result<bool, Error> {
        let most = i64::try_from(MOST_PHOTOS).unwrap_or(i64::MAX);
        let entry = entry(by, own.audit, PHOTO_ADDED);
        let added = writing!(self, tx => {
            // The lock of the trail: two who send the last one together are one after the other.
            let mut head = lock_trail!(tx);
            let added = sqlx::query(
                "insert into audit_photo (id, audit_id, criterion, jpeg, by_role, at) \
                 select $1, $2, $3, $4, $5, $6 where (select count(*) from audit_photo where audit_id = $2) < $7",
            )
            .bind(own.id.to_string())
            .bind(own.audit.to_string())
            .bind(own.criterion.as_ref().map(ToString::to_string))
            .bind(picture.jpeg())
            .bind(own.by.as_str())
            .bind(own.at)
            .bind(most)
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if added == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            added
        });
        Ok(added == 1)
    }

    /// Takes a photo away for good; whether there was one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_photo(
        &self,
        audit: AuditId,
        id: PhotoId,
        by: &Hand,
    ) -> Result<bool, Error> {
        let entry = entry(by, audit, PHOTO_REMOVED);
        let gone = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let gone = sqlx::query("delete from audit_photo where audit_id = $1 and id = $2")
                .bind(audit.to_string())
                .bind(id.to_string())
                .execute(&mut *tx)
                .await?
                .rows_affected();
            if gone == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            gone
        });
        Ok(gone == 1)
    }
}

fn entry(by: &Hand, audit: AuditId, detail: &str) -> NewEntry {
    NewEntry::new(&by.author, Action::Changed, Subject::of(AUDIT, audit)).saying(detail)
}

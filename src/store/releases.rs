//! Frozen releases as rows.

use crate::domain::Invalid;
use crate::domain::released::ReleaseText;
use crate::error::Error;

/// Every release, in the columns of [`ReleaseRow`].
pub(super) const SELECT_RELEASES: &str =
    "select product, period, content from safety_release order by period, product";

/// A row as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct ReleaseRow {
    product: String,
    period: String,
    content: String,
}

/// Adds releases. One that is there already is not replaced: the statement fails, and with it the whole change.
macro_rules! put_releases {
    ($tx:expr, $releases:expr) => {
        for own in &$releases {
            sqlx::query(
                "insert into safety_release (product, period, content) values ($1, $2, $3)",
            )
            .bind(own.product.as_str())
            .bind(own.period.to_string())
            .bind(&*own.content)
            .execute(&mut *$tx)
            .await?;
        }
    };
}

pub(super) use put_releases;

impl TryFrom<ReleaseRow> for ReleaseText {
    type Error = Error;

    fn try_from(row: ReleaseRow) -> Result<Self, Error> {
        let id = format!("{}-{}", row.product, row.period);
        let read = || -> Result<Self, Invalid> {
            Ok(Self {
                product: row.product.parse()?,
                period: row.period.parse()?,
                content: row.content.into(),
            })
        };
        read().map_err(|invalid| Error::Corrupt {
            table: "safety_release",
            id,
            invalid,
        })
    }
}

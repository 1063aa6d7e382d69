//! Levels of districts at the ends of quarters as rows: written once, never changed.

use chrono::{DateTime, SubsecRound, Utc};

use crate::domain::level_history::{KeptLevel, YearQuarter};
use crate::domain::trail::written;
use crate::domain::{Invalid, PlaceId};
use crate::error::Error;
use crate::store::{Store, insert_rows, reading, writing};

#[derive(sqlx::FromRow)]
struct KeptRow {
    quarter: String,
    district_id: String,
    level: String,
    counted: String,
    kept_at: DateTime<Utc>,
}

impl KeptRow {
    fn of(own: &KeptLevel) -> Self {
        let counted: Vec<String> = own.counted.iter().map(ToString::to_string).collect();
        Self {
            quarter: own.quarter.to_string(),
            district_id: own.district.as_str().to_owned(),
            level: own.level.as_str().to_owned(),
            counted: counted.join(","),
            // PostgreSQL keeps no more.
            kept_at: own.kept_at.trunc_subsecs(6),
        }
    }

    fn read(self) -> Result<KeptLevel, Invalid> {
        let ids = self.counted.split(',').filter(|id| !id.is_empty());
        Ok(KeptLevel {
            quarter: self.quarter.parse()?,
            district: self.district_id.parse()?,
            level: self.level.parse()?,
            counted: ids.map(str::parse).collect::<Result<Vec<PlaceId>, _>>()?,
            kept_at: self.kept_at,
        })
    }
}

impl Store {
    /// Every level that was written down, by quarter and district.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn level_history(&self) -> Result<Vec<KeptLevel>, Error> {
        let rows: Vec<KeptRow> = reading!(self, pool => {
            sqlx::query_as("select quarter, district_id, level, counted, kept_at from level_history")
                .fetch_all(pool)
                .await?
        });
        let kept = rows.into_iter().map(|row| {
            let id = format!("{} {}", row.quarter, row.district_id);
            row.read().map_err(|invalid| Error::Corrupt {
                table: "level_history",
                id,
                invalid,
            })
        });
        let mut kept = kept.collect::<Result<Vec<_>, _>>()?;
        kept.sort_by(|a, b| (a.quarter, &a.district).cmp(&(b.quarter, &b.district)));
        Ok(kept)
    }

    /// Whether the levels of a quarter that ended at `end` are still to be written down: none are, and something had been
    /// written before it ended. Of what was not there yet nobody saw the levels.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn awaits_levels(
        &self,
        quarter: YearQuarter,
        end: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let statement = "select (select count(*) from level_history where quarter = $1), \
                         (select count(*) from trail where number = 1 and at < $2)";
        let (kept, begun): (i64, i64) = reading!(self, pool => {
            let asked = sqlx::query_as(statement).bind(quarter.to_string()).bind(written(end));
            asked.fetch_one(pool).await?
        });
        Ok(kept == 0 && begun > 0)
    }

    /// Writes levels down. Where another program was faster, its stay.
    ///
    /// # Errors
    /// When the database fails; nothing is written then.
    pub async fn keep_levels(&self, levels: &[KeptLevel]) -> Result<(), Error> {
        let rows: Vec<KeptRow> = levels.iter().map(KeptRow::of).collect();
        writing!(self, tx => {
            insert_rows!(
                tx,
                rows,
                "insert into level_history (quarter, district_id, level, counted, kept_at) ",
                " on conflict (quarter, district_id) do nothing",
                |values, row| values
                    .push_bind(&row.quarter)
                    .push_bind(&row.district_id)
                    .push_bind(&row.level)
                    .push_bind(&row.counted)
                    .push_bind(row.kept_at)
            );
        });
        Ok(())
    }
}

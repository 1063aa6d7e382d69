//! Measurements of ways as rows.

use crate::domain::measured_way::MeasuredWay;
use crate::domain::{Invalid, Location};
use crate::error::Error;

/// Every measurement, in the columns of [`MeasuredWayRow`].
pub(super) const SELECT_MEASURED: &str =
    "select id, lon, lat, sort, readings, estimated, measured_on, by_role from measured_way";

/// A row as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct MeasuredWayRow {
    id: String,
    lon: f64,
    lat: f64,
    sort: String,
    readings: String,
    estimated: bool,
    measured_on: String,
    by_role: String,
}

/// Puts measurements in place of what was there, and takes withdrawn ones away.
macro_rules! put_measured_ways {
    ($tx:expr, $changes:expr) => {
        for gone in $changes.iter().filter(|own| own.after.is_none()) {
            let statement = sqlx::query("delete from measured_way where id = $1");
            statement.bind(gone.id.to_string()).execute(&mut *$tx).await?;
        }
        for own in $changes.iter().filter_map(|own| own.after.as_ref()) {
            let statement = sqlx::query(
                "insert into measured_way (id, lon, lat, sort, readings, estimated, measured_on, by_role) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do update set lon = excluded.lon, \
                 lat = excluded.lat, sort = excluded.sort, readings = excluded.readings, \
                 estimated = excluded.estimated, measured_on = excluded.measured_on, by_role = excluded.by_role",
            );
            statement
                .bind(own.id.to_string())
                .bind(own.location.lon())
                .bind(own.location.lat())
                .bind(own.sort.as_str())
                .bind($crate::store::rows::json(&own.readings))
                .bind(own.is_estimated)
                .bind(own.measured_on.to_string())
                .bind(own.by.as_str())
                .execute(&mut *$tx)
                .await?;
        }
    };
}

pub(super) use put_measured_ways;

impl MeasuredWayRow {
    pub(super) fn read(self) -> Result<MeasuredWay, Error> {
        let id = self.id.clone();
        self.measured().map_err(|invalid| Error::Corrupt {
            table: "measured_way",
            id,
            invalid,
        })
    }

    fn measured(self) -> Result<MeasuredWay, Invalid> {
        let readings = serde_json::from_str(&self.readings)
            .map_err(|error| Invalid::new("readings", error.to_string()))?;
        Ok(MeasuredWay {
            id: self.id.parse()?,
            location: Location::from_lon_lat(self.lon, self.lat)?,
            sort: self.sort.parse()?,
            readings,
            is_estimated: self.estimated,
            measured_on: crate::store::rows::day("measured_on", &self.measured_on)?,
            by: self.by_role.parse()?,
        })
    }
}

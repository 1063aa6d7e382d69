//! The queue of residents' suggestions. It is no part of the city: no revision counts it and no snapshot holds it.

mod decisions;

use sqlx::QueryBuilder;

pub(super) use decisions::{accept_suggestion, empty_suggestion, state_of};

use crate::domain::suggestion::{Decision, QueuePosition, Said, Suggestion, SuggestionId};
use crate::domain::{Catalogue, Fact, Invalid, Location};
use crate::error::Error;
use crate::store::rows::day;
use crate::store::{Store, reading, writing};

/// A row as it is stored.
#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    received_on: String,
    about: Option<String>,
    is_gone: bool,
    barriers_changed: bool,
    name: Option<String>,
    kind: Option<String>,
    address: Option<String>,
    lon: Option<f64>,
    lat: Option<f64>,
    opening_hours: Option<String>,
    free: String,
    consumption_required: String,
    toilets: String,
    remark: Option<String>,
    state: String,
    decided_on: Option<String>,
    decided_by: Option<String>,
    ground: Option<String>,
    reason: Option<String>,
    place_id: Option<String>,
}

/// Every column, in the order of [`Row`].
const SELECT: &str = "select id, received_on, about, is_gone, barriers_changed, name, kind, address, lon, lat, opening_hours, free, \
     consumption_required, toilets, remark, state, decided_on, decided_by, ground, reason, place_id from suggestion";

impl Store {
    /// Puts a new suggestion into the queue, on disk when this returns; false when `most` are open already.
    ///
    /// # Errors
    /// When the database fails; nothing is kept then.
    pub async fn put_suggestion(&self, new: &Suggestion, most: u32) -> Result<bool, Error> {
        let row = Row::of(new);
        let put = writing!(self, tx => {
            sqlx::query(
                "insert into suggestion (id, received_on, about, is_gone, name, kind, address, lon, lat, opening_hours, \
                 free, consumption_required, toilets, remark, barriers_changed, state) \
                 select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'open' \
                 where (select count(*) from suggestion where state = 'open') < $16",
            )
            .bind(&row.id)
            .bind(&row.received_on)
            .bind(&row.about)
            .bind(row.is_gone)
            .bind(&row.name)
            .bind(&row.kind)
            .bind(&row.address)
            .bind(row.lon)
            .bind(row.lat)
            .bind(&row.opening_hours)
            .bind(&row.free)
            .bind(&row.consumption_required)
            .bind(&row.toilets)
            .bind(&row.remark)
            .bind(row.barriers_changed)
            .bind(i64::from(most))
            .execute(&mut *tx)
            .await?
            .rows_affected()
        });
        Ok(put == 1)
    }

    /// Every suggestion, the oldest first; within a day in no order that says anything.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn suggestions(&self) -> Result<Vec<Suggestion>, Error> {
        let rows: Vec<Row> = reading!(self, pool => {
            sqlx::query_as(SELECT).fetch_all(pool).await?
        });
        let mut all: Vec<Suggestion> = rows
            .into_iter()
            .map(Row::suggestion)
            .collect::<Result<_, _>>()?;
        all.sort_unstable_by_key(|own| (own.received_on, own.id));
        Ok(all)
    }

    /// The suggestions in `state` after `after`, at most `limit`: of those that are open the oldest first, of the others those
    /// decided last.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn suggestions_in(
        &self,
        state: Decision,
        after: Option<&QueuePosition>,
        limit: u32,
    ) -> Result<Vec<Suggestion>, Error> {
        let (column, compared, order) = match state {
            Decision::Open => ("received_on", ">", "asc"),
            _ => ("decided_on", "<", "desc"),
        };
        let rows: Vec<Row> = reading!(self, pool => {
            let mut query = QueryBuilder::new(SELECT);
            query.push(" where state = ").push_bind(state.as_str());
            if let Some(QueuePosition { day, id }) = after {
                let day = day.to_string();
                query.push(format_args!(" and ({column} {compared} ")).push_bind(day.clone());
                query.push(format_args!(" or ({column} = ")).push_bind(day);
                query.push(" and id > ").push_bind(id.to_string()).push("))");
            }
            query.push(format_args!(" order by {column} {order}, id limit ")).push_bind(i64::from(limit));
            query.build_query_as().fetch_all(pool).await?
        });
        rows.into_iter().map(Row::suggestion).collect()
    }

    /// The suggestion with this id, if there is one.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn suggestion(&self, id: SuggestionId) -> Result<Option<Suggestion>, Error> {
        let row: Option<Row> = reading!(self, pool => {
            let mut query = QueryBuilder::new(SELECT);
            query.push(" where id = ").push_bind(id.to_string());
            query.build_query_as().fetch_optional(pool).await?
        });
        row.map(Row::suggestion).transpose()
    }
}

impl Row {
    fn of(suggestion: &Suggestion) -> Self {
        let said = &suggestion.said;
        let text = |text: Option<&str>| text.map(str::to_owned);
        Self {
            id: suggestion.id.to_string(),
            received_on: suggestion.received_on.to_string(),
            about: said.about.map(|id| id.to_string()),
            is_gone: said.is_gone,
            barriers_changed: said.barriers_changed,
            name: text(said.name.as_deref()),
            kind: said.kind.map(|kind| kind.as_str().to_owned()),
            address: text(said.address.as_deref()),
            lon: said.location.map(Location::lon),
            lat: said.location.map(Location::lat),
            opening_hours: text(said.opening_hours.as_deref()),
            free: said.free.to_string(),
            consumption_required: said.consumption_required.to_string(),
            toilets: said.toilets.to_string(),
            remark: text(said.remark.as_deref()),
            state: suggestion.state.to_string(),
            decided_on: suggestion.decided_on.map(|day| day.to_string()),
            decided_by: suggestion.decided_by.map(|role| role.to_string()),
            ground: suggestion.ground.map(|ground| ground.to_string()),
            reason: text(suggestion.reason.as_deref()),
            place_id: suggestion.place.map(|id| id.to_string()),
        }
    }

    /// As it may be seen: nothing that is withheld leaves the store.
    fn suggestion(self) -> Result<Suggestion, Error> {
        let id = self.id.clone();
        let read = self.checked().map_err(|invalid| Error::Corrupt {
            table: "suggestion",
            id,
            invalid,
        })?;
        Ok(read.screened(Catalogue::shipped()))
    }

    fn checked(self) -> Result<Suggestion, Invalid> {
        let location = match (self.lon, self.lat) {
            (Some(lon), Some(lat)) => Some(Location::from_lon_lat(lon, lat)?),
            _ => None,
        };
        Ok(Suggestion {
            id: self.id.parse()?,
            received_on: day("received_on", &self.received_on)?,
            said: Said {
                about: parsed(self.about)?,
                is_gone: self.is_gone,
                barriers_changed: self.barriers_changed,
                name: parsed(self.name)?,
                kind: parsed(self.kind)?,
                address: parsed(self.address)?,
                location,
                opening_hours: parsed(self.opening_hours)?,
                free: self.free.parse::<Fact>()?,
                consumption_required: self.consumption_required.parse()?,
                toilets: self.toilets.parse()?,
                remark: parsed(self.remark)?,
            },
            withheld: None,
            state: self.state.parse::<Decision>()?,
            decided_on: self
                .decided_on
                .map(|text| day("decided_on", &text))
                .transpose()?,
            decided_by: parsed(self.decided_by)?,
            ground: parsed(self.ground)?,
            reason: parsed(self.reason)?,
            place: parsed(self.place_id)?,
        })
    }
}

/// The id that a row names.
pub(super) fn id_of(text: &str) -> Result<SuggestionId, Error> {
    text.parse().map_err(|invalid| Error::Corrupt {
        table: "suggestion",
        id: text.to_owned(),
        invalid,
    })
}

fn parsed<T: std::str::FromStr<Err = Invalid>>(text: Option<String>) -> Result<Option<T>, Invalid> {
    text.map(|text| text.parse()).transpose()
}

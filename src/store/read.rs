//! Reading the whole city.

use futures_util::TryStreamExt;

use crate::domain::change::{Districts, OsmRecord};
use crate::domain::released::ReleaseText;
use crate::domain::survey::Survey;
use crate::domain::{Event, PlaceId};
use crate::error::Error;
use crate::snapshot::{CityData, Known, Revision};
use crate::store::audits::{PublishedRow, SELECT_PUBLISHED};
use crate::store::counselling::{FocusAreaRow, HelpLineRow, SELECT_FOCUS_AREAS, SELECT_HELP_LINES};
use crate::store::events::{EventRow, SELECT_EVENTS};
use crate::store::measured_ways::{MeasuredWayRow, SELECT_MEASURED};
use crate::store::parts::{self, read_parts};
use crate::store::releases::{ReleaseRow, SELECT_RELEASES};
use crate::store::rows::{
    DistrictRow, QuarterRow, SELECT_DISTRICTS, SELECT_PLACES, SELECT_QUARTERS, districts_of,
    place_from_text, settings_from_text, tags_from_json,
};
use crate::store::surveys::{SELECT_SURVEYS, SurveyRow};
use crate::store::{Store, at_one_revision, reading};

impl Store {
    /// Everything stored about the city, all of one revision; none while no city is loaded. What is `known` is left out.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn load(&self, known: Known) -> Result<Option<CityData>, Error> {
        at_one_revision!(self, tx => {
            let (lineage, revision, settings): (String, i64, Option<String>) =
                sqlx::query_as("select lineage, revision, settings from city where one = 1")
                    .fetch_one(&mut *tx)
                    .await?;
            let Some(settings) = settings else { return Ok(None) };
            let districts: Vec<DistrictRow> = sqlx::query_as(SELECT_DISTRICTS).fetch_all(&mut *tx).await?;
            let quarters: Vec<QuarterRow> = sqlx::query_as(SELECT_QUARTERS).fetch_all(&mut *tx).await?;
            let Districts { districts, quarters } = districts_of(districts, quarters)?;
            let surveys: Vec<SurveyRow> = sqlx::query_as(SELECT_SURVEYS).fetch_all(&mut *tx).await?;
            let published: Vec<PublishedRow> =
                sqlx::query_as(SELECT_PUBLISHED).fetch_all(&mut *tx).await?;
            let measured: Vec<MeasuredWayRow> =
                sqlx::query_as(SELECT_MEASURED).fetch_all(&mut *tx).await?;
            let criteria: Vec<String> =
                sqlx::query_scalar("select content from criteria order by version").fetch_all(&mut *tx).await?;
            let releases: Vec<ReleaseRow> = sqlx::query_as(SELECT_RELEASES).fetch_all(&mut *tx).await?;
            let help_lines: Vec<HelpLineRow> = sqlx::query_as(SELECT_HELP_LINES).fetch_all(&mut *tx).await?;
            let focus_areas: Vec<FocusAreaRow> =
                sqlx::query_as(SELECT_FOCUS_AREAS).fetch_all(&mut *tx).await?;
            let mut places = Vec::new();
            let mut rows = sqlx::query_scalar::<_, String>(SELECT_PLACES).fetch(&mut *tx);
            while let Some(text) = rows.try_next().await? {
                places.push(place_from_text(&text)?);
            }
            drop(rows);
            let events = sqlx::query_as::<_, EventRow>(SELECT_EVENTS).fetch_all(&mut *tx).await?;
            let (map_revision, map) = read_parts!(tx, "map_part", known.map);
            let (residents_revision, residents) = read_parts!(tx, "residents_part", known.residents);
            Ok(Some(CityData {
                map_revision,
                map,
                residents_revision,
                residents,
                revision: Revision(revision),
                lineage: lineage.into(),
                settings: settings_from_text(&settings)?,
                districts,
                quarters,
                surveys: surveys.into_iter().map(Survey::try_from).collect::<Result<_, _>>()?,
                audits: published.into_iter().map(PublishedRow::read).collect::<Result<_, _>>()?,
                criteria: criteria.into_iter().map(Into::into).collect(),
                measured_ways: measured.into_iter().map(MeasuredWayRow::read).collect::<Result<_, _>>()?,
                releases: releases.into_iter().map(ReleaseText::try_from).collect::<Result<_, _>>()?,
                help_lines: help_lines.into_iter().filter_map(|own| own.read().transpose()).collect::<Result<_, _>>()?,
                focus_areas: focus_areas.into_iter().filter_map(|own| own.read().transpose()).collect::<Result<_, _>>()?,
                places,
                events: events.into_iter().map(Event::try_from).collect::<Result<_, _>>()?,
            }))
        })
    }

    /// The OpenStreetMap record of every place that has one.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn osm_records(&self) -> Result<Vec<(PlaceId, OsmRecord)>, Error> {
        let rows: Vec<(String, String, String)> = reading!(self, pool => {
            sqlx::query_as("select place_id, osm_id, tags from place_osm").fetch_all(pool).await?
        });
        let record = |(place_id, osm_id, tags): (String, String, String)| {
            let corrupt = |invalid| Error::Corrupt {
                table: "place_osm",
                id: osm_id.clone(),
                invalid,
            };
            let id = place_id.parse().map_err(corrupt)?;
            let tags = tags_from_json(&tags).map_err(corrupt)?;
            Ok((id, OsmRecord { osm_id, tags }))
        };
        rows.into_iter().map(record).collect()
    }
}

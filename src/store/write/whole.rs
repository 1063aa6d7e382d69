//! What a change does to the city as a whole: settings, districts with their surveys, the drawing.

/// What the change takes the place of and does not name itself.
macro_rules! replaced {
    ($tx:expr, $change:expr) => {{
        let mut replaced = Replaced::default();
        if $change.settings.is_some() {
            let (stored,): (Option<String>,) =
                sqlx::query_as("select settings from city where one = 1")
                    .fetch_one(&mut *$tx)
                    .await?;
            replaced.settings = stored.as_deref().map(settings_from_text).transpose()?;
        }
        if $change.districts.is_some() {
            let districts: Vec<DistrictRow> = sqlx::query_as(SELECT_DISTRICTS)
                .fetch_all(&mut *$tx)
                .await?;
            let quarters: Vec<QuarterRow> =
                sqlx::query_as(SELECT_QUARTERS).fetch_all(&mut *$tx).await?;
            replaced.districts = districts_of(districts, quarters)?;
            let surveys: Vec<SurveyRow> =
                sqlx::query_as(SELECT_SURVEYS).fetch_all(&mut *$tx).await?;
            let surveys: Vec<Survey> = surveys
                .into_iter()
                .map(Survey::try_from)
                .collect::<Result<_, _>>()?;
            replaced.surveys = $change.surveys_that_go(surveys);
        }
        replaced
    }};
}

/// Puts new districts and quarters in place of all old ones.
macro_rules! replace_districts {
    ($tx:expr, $all:expr) => {
        sqlx::query("delete from quarter").execute(&mut *$tx).await?;
        sqlx::query("delete from district").execute(&mut *$tx).await?;
        let rows: Vec<_> = $all.districts.iter().map(DistrictRow::of).collect();
        insert_rows!(
            $tx,
            rows,
            "insert into district (id, name, area, population, population_year, population_estimated, boundary) ",
            "",
            |values, row| values
                .push_bind(&row.id)
                .push_bind(&row.name)
                .push_bind(&row.area)
                .push_bind(row.population)
                .push_bind(row.population_year)
                .push_bind(row.population_estimated)
                .push_bind(&row.boundary)
        );
        let rows: Vec<_> = $all.quarters.iter().map(QuarterRow::of).collect();
        insert_rows!(
            $tx,
            rows,
            "insert into quarter (id, name, district_id, area) ",
            "",
            |values, row| values
                .push_bind(&row.id)
                .push_bind(&row.name)
                .push_bind(&row.district_id)
                .push_bind(&row.area)
        );
    };
}

/// Puts what is new of the city as a whole in place of what was there.
macro_rules! replace_whole {
    ($tx:expr, $change:expr, $replaced:expr) => {
        if let Some(settings) = &$change.settings {
            let statement = sqlx::query("update city set settings = $1 where one = 1");
            statement
                .bind(settings.to_toml())
                .execute(&mut *$tx)
                .await?;
        }
        if $change.forget_places {
            sqlx::query("delete from event").execute(&mut *$tx).await?;
            sqlx::query("delete from counselling")
                .execute(&mut *$tx)
                .await?;
            sqlx::query("delete from focus_area")
                .execute(&mut *$tx)
                .await?;
            sqlx::query("delete from measured_way")
                .execute(&mut *$tx)
                .await?;
            sqlx::query("delete from place_osm")
                .execute(&mut *$tx)
                .await?;
            sqlx::query("delete from place").execute(&mut *$tx).await?;
            // What people told is released for good; what was made up goes with the city that it was made up for.
            if $replaced.settings.as_ref().is_some_and(|own| own.sample) {
                sqlx::query("delete from safety_release")
                    .execute(&mut *$tx)
                    .await?;
            }
        }
        if let Some(all) = &$change.districts {
            replace_districts!($tx, all);
        }
        put_surveys!($tx, $replaced.surveys, $change.surveys);
    };
}

pub(super) use {replace_districts, replace_whole, replaced};

//! Reports of a sample city that has just begun: made up, and put in through the slot that everybody's reports come through.

use std::sync::Arc;

use tokio::task::JoinSet;

use crate::city::City;
use crate::domain::report::{IsoWeek, Report};
use crate::error::Error;
use crate::reports::{Intake, Reports};
use crate::safety::SamplePlan;
use crate::safety::aggregate::{STEP_WEEKS, WEEKS};

/// So many weeks before this one are made up: all that staff may look at together, on whichever day they look.
const BACK: u32 = WEEKS + STEP_WEEKS;

/// Puts the made-up reports of the last weeks in, where there are none at all yet. Only whoever began the city does so: of two
/// programs that share a database, one.
pub(super) async fn put_in(city: Arc<City>, reports: Reports, intake: Intake, plan: SamplePlan) {
    let done = put_all(&city, &reports, &intake, plan).await;
    if let Err(error) = done {
        tracing::error!(%error, "the sample's reports were not put in");
    }
}

async fn put_all(
    city: &Arc<City>,
    reports: &Reports,
    intake: &Intake,
    plan: SamplePlan,
) -> Result<(), Error> {
    if !reports.all().await?.is_empty() {
        return Ok(());
    }
    let snapshot = city.snapshot();
    let this_week = IsoWeek::of(snapshot.date_at(city.now()));
    let takes_sensitive = snapshot.settings().safety.sensitive;
    let made = tokio::task::spawn_blocking(move || -> Vec<Vec<Report>> {
        let ground = snapshot.safety_ground();
        let weeks = (1..=BACK).map(|weeks| this_week.back(weeks));
        weeks
            .map(|week| plan.reports(week, ground, takes_sensitive))
            .collect()
    });
    for week in made.await? {
        let mut putting = JoinSet::new();
        for report in week {
            let intake = intake.clone();
            putting.spawn(async move { intake.put(report).await });
        }
        let put = putting.join_all().await;
        if put.into_iter().any(|own| own.is_err()) {
            // The server ends, or is flooded: a sample is no reason to press on.
            break;
        }
    }
    Ok(())
}

//! `miteinander release`: freezes what was reported in a period that is over, once.

use std::sync::Arc;

use clap::Args;

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, say};
use crate::domain::released::ReleaseText;
use crate::domain::report::{Epsilon, Period, Product, Report};
use crate::reports::{Ledger, Reports};
use crate::safety::{Release, ReleaseFile};
use crate::snapshot::Snapshot;

#[derive(Args)]
pub(super) struct Options {
    /// What is released: a quarter such as 2026-Q3 (districts), or a year such as 2026 (squares of 500 m, and the city). It
    /// has been over for 30 days, and is released once and never again
    #[arg(long, value_name = "PERIOD")]
    period: Period,
    /// Stop the clock at this moment, for tests and demonstrations (2026-01-31T18:30:00+01:00)
    #[arg(long, env = "MITEINANDER_STOP_CLOCK_AT", value_name = "TIME")]
    stop_clock_at: Option<chrono::DateTime<chrono::Utc>>,
}

pub(super) async fn run(place: &WhereKept, options: Options) -> Result<(), Failure> {
    let clock = options.stop_clock_at.map_or(Clock::System, Clock::Stopped);
    let city = City::open(place.open().await?, clock).await?;
    let reports = place.open_reports().await?;
    let done = release(&city, &reports, options.period).await;
    reports.close().await;
    city.store().close().await;
    done
}

/// Makes every product of a period and publishes it.
async fn release(city: &Arc<City>, reports: &Reports, period: Period) -> Result<(), Failure> {
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let free_from = period.release_from();
    if today < free_from {
        let told = format!(
            "{period} may be released from {free_from} on: 30 days after its last week has ended"
        );
        return Err(Failure::Said(told));
    }
    let products = Product::ALL
        .iter()
        .copied()
        .filter(|own| own.is_for(period))
        // Where nobody is asked what was done to them, a figure of it would be noise and nothing else.
        .filter(|own| *own != Product::City || snapshot.settings().safety.sensitive);
    let due: Vec<Product> = products
        .filter(|own| snapshot.release(&format!("{own}-{period}")).is_none())
        .collect();
    if due.is_empty() {
        let told =
            format!("{period} was released already: a release is made once and never changed");
        return Err(Failure::Said(told));
    }
    let all = reports.all().await?;
    for product in due {
        let text = made(&snapshot, reports, &all, (product, period), today).await?;
        tell(&text);
        city.publish_release(text).await?;
    }
    Ok(())
}

/// The release as it was kept when it was begun earlier, or a new one, which is kept before anybody sees it.
async fn made(
    snapshot: &Snapshot,
    reports: &Reports,
    all: &[Report],
    (product, period): (Product, Period),
    today: chrono::NaiveDate,
) -> Result<ReleaseText, Failure> {
    let kept = if let Some(begun) = reports.released(product, period).await? {
        begun
    } else {
        let epsilon = epsilon(snapshot, product);
        let seed = reports.seed(period).await?;
        let release = Release::new(
            (product, period),
            all,
            snapshot.safety_ground(),
            epsilon,
            &seed,
        );
        let file = ReleaseFile::new(
            (product, period),
            release,
            epsilon,
            (today, snapshot.settings().sample),
        );
        let content = file.text();
        reports
            .keep_release(Ledger {
                product,
                period,
                content,
            })
            .await?
    };
    Ok(ReleaseText {
        product,
        period,
        content: kept.content.into(),
    })
}

/// What the city has chosen.
fn epsilon(snapshot: &Snapshot, product: Product) -> Epsilon {
    let own = &snapshot.settings().safety.epsilon;
    match product {
        Product::Districts => own.districts,
        Product::Cells => own.cells,
        Product::City => own.city,
    }
}

/// Says what was made. How many reports there were is told to nobody, not even here.
fn tell(text: &ReleaseText) {
    let file: Option<ReleaseFile> = serde_json::from_str(&text.content).ok();
    let groups = file
        .iter()
        .flat_map(|own| &own.areas)
        .flat_map(|own| own.groups.values());
    let shown = groups.clone().filter(|class| class.is_some()).count();
    say(format_args!(
        "{}: {shown} of {} counts are shown, sha256 {}",
        text.id(),
        groups.count(),
        text.checksum()
    ));
}

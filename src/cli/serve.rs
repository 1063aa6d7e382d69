//! `miteinander serve`.

mod gating;
mod sample;
mod sso;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use clap::Args;

use crate::city::{City, Clock, Joined};
use crate::cli::{Failure, WhereKept, say};
use crate::domain::base_map::Source;
use crate::error::Error;
use crate::import::folder::CityFolder;
use crate::outbound::georeport::GeoReport;
use crate::outbound::{Outbound, Reach};
use crate::reports::{Counts, Reports, oldest_kept};
use crate::webhooks::Webhooks;
use crate::{api, pages, server};
use gating::Gating;

#[derive(Args)]
pub(super) struct Options {
    /// Address and port to listen on; port 0 chooses a free one
    #[arg(
        long,
        env = "MITEINANDER_BIND",
        value_name = "ADDR:PORT",
        default_value = "127.0.0.1:8080"
    )]
    bind: SocketAddr,
    /// Folder of the city's own data (city.toml, districts.geojson, …) for an empty data folder
    #[arg(long, env = "MITEINANDER_CITY", value_name = "DIR")]
    city: Option<PathBuf>,
    /// What the public calls this server, when that is not what it is asked by: behind a proxy, with TLS
    /// (`https://treff.example.org`). Links in the API and the addresses of pages begin with it
    #[arg(long, env = "MITEINANDER_PUBLIC_URL", value_name = "URL")]
    public_url: Option<api::PublicUrl>,
    /// Stop the clock at this moment, for tests and demonstrations (2026-01-31T18:30:00+01:00)
    #[arg(long, env = "MITEINANDER_STOP_CLOCK_AT", value_name = "TIME")]
    stop_clock_at: Option<DateTime<Utc>>,
    #[command(flatten)]
    gating: Gating,
    /// Certificates (PEM) that are trusted besides those browsers trust, when this server asks another: for a provider of
    /// single sign-on or a receiver of webhooks in the city's own network
    #[arg(long, env = "MITEINANDER_CA_FILE", value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// Let webhooks lead to addresses of the house (10.0.0.0/8, 127.0.0.1, …): whoever may add webhooks can then make this
    /// server send messages there
    #[arg(long, env = "MITEINANDER_WEBHOOK_ALLOW_PRIVATE")]
    webhook_allow_private: bool,
    /// What the city's reporter of defects (Open311, `[safety] open311` in city.toml) knows this server by, where it wants a
    /// key
    #[arg(
        long,
        env = "MITEINANDER_OPEN311_KEY",
        value_name = "KEY",
        hide_env_values = true
    )]
    open311_key: Option<String>,
    #[command(flatten)]
    sso: sso::SsoOptions,
}

pub(super) async fn run(place: &WhereKept, options: Options) -> Result<(), Failure> {
    let outbound = outbound(options.ca_file.as_deref())?;
    let sso = options.sso.configured(&outbound)?;
    let clock = options.stop_clock_at.map_or(Clock::System, Clock::Stopped);
    let folder = options.city.clone();
    // Before anything is stored: nobody shall stand before a place with criteria that cannot be read.
    let folder = folder.map_or(CityFolder::BuiltIn, CityFolder::Disk);
    folder.criteria()?;
    let own_criteria = folder.own_criteria()?;
    // Read before anything is stored, too.
    let sample = folder.sample_plan()?;
    let Joined { city, is_first } = match &options.city {
        None => place.open_or_begin(&CityFolder::BuiltIn, clock).await?,
        Some(folder) => Box::pin(open_own(place, &CityFolder::Disk(folder.clone()), clock)).await?,
    };
    city.forget_refuges().await?;
    city.keep_criteria(own_criteria).await?;
    city.keep_finished_quarter().await?;
    tokio::spawn(Arc::clone(&city).follow());
    let listener = tokio::net::TcpListener::bind(options.bind)
        .await
        .map_err(|error| {
            Failure::Said(format!(
                "cannot listen on {}: {error}; choose another with --bind",
                options.bind
            ))
        })?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::Said(error.to_string()))?;
    say(format_args!(
        "{}: http://{address}",
        city.snapshot().settings().name
    ));
    let paths = api::router(Arc::clone(&city)).merge(pages::router(Arc::clone(&city)));
    let mut app = api::within_limits(paths, Arc::clone(&city), options.gating.gate());
    if let Some(public_url) = options.public_url {
        app = app.layer(axum::Extension(public_url));
    }
    let reach = if options.webhook_allow_private {
        Reach::Any
    } else {
        Reach::Public
    };
    app = app.layer(axum::Extension(GeoReport::new(
        outbound.clone(),
        options.open311_key,
    )));
    let webhooks = Webhooks::new(Arc::clone(&city), outbound, reach);
    tokio::spawn(Arc::clone(&webhooks).run());
    app = app.layer(axum::Extension(webhooks));
    if let Some(sso) = sso {
        let ready = Arc::clone(&sso);
        tokio::spawn(async move { ready.get_ready().await });
        app = app.layer(axum::Extension(sso));
    }
    let reports = place.open_reports().await?;
    let (intake, taking_in) = reports.intake();
    if let Some(plan) = sample.filter(|_| is_first) {
        // Whoever starts the server does not wait for what is only an example.
        let putting = sample::put_in(Arc::clone(&city), reports.clone(), intake.clone(), plan);
        tokio::spawn(putting);
    }
    let bits = options.gating.puzzle_bits;
    app = app.layer(axum::Extension(Arc::new(reports.door(intake, bits).await?)));
    app = app.layer(axum::Extension(Counts::new(reports.clone())));
    tokio::spawn(forget_old(Arc::clone(&city), reports.clone()));
    let snapshot = city.snapshot();
    let base_map = snapshot.settings().base_map.as_ref();
    if let Some(Source::Archive { path }) = base_map.map(|own| &own.source) {
        app = app.layer(axum::Extension(Arc::new(api::Archive::open(path).await?)));
    }
    let limits = options.gating.limits();
    server::serve_within(limits, listener, app, server::until_told_to_stop()).await;
    // The last slot goes with the last request. What was acknowledged is on the disk already, so a client that never
    // leaves keeps nobody waiting.
    if tokio::time::timeout(LAST_REPORTS, taking_in).await.is_err() {
        tracing::warn!("somebody was still reporting");
    }
    reports.close().await;
    city.store().close().await;
    Ok(())
}

/// How long reports that are on their way may still come in after the last request was answered.
const LAST_REPORTS: Duration = Duration::from_secs(5);

/// Takes reports away that have been kept long enough, once a day.
async fn forget_old(city: Arc<City>, reports: Reports) {
    let mut days = tokio::time::interval(Duration::from_hours(24));
    loop {
        days.tick().await;
        let today = city.snapshot().date_at(city.now());
        let done = reports.forget_before(oldest_kept(today)).await;
        if let Err(error) = done {
            tracing::error!(%error, "old reports could not be taken away");
        }
    }
}

/// What asks other servers, trusting the city's own authorities too.
fn outbound(ca_file: Option<&Path>) -> Result<Outbound, Error> {
    let read = |path: &Path| {
        std::fs::read(path).map_err(|source| Error::File {
            path: path.display().to_string(),
            source,
        })
    };
    let own = ca_file.map(read).transpose()?;
    Ok(Outbound::trusting(own.as_deref())?)
}

/// The city of the caller's own folder: an empty store gets it, a store with another city is refused.
async fn open_own(place: &WhereKept, folder: &CityFolder, clock: Clock) -> Result<Joined, Failure> {
    let wanted = folder.settings()?;
    let joined = place.open_or_begin(folder, clock).await?;
    let stored = joined.city.snapshot().settings().id.clone();
    if stored == wanted.id {
        Ok(joined)
    } else {
        Err(Error::OtherCity {
            stored,
            wanted: wanted.id,
        }
        .into())
    }
}

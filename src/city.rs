//! The running city: what is stored, and the snapshot that answers every read.
//!
//! One write at a time: a write is committed first and published after, in a task of its own that
//! finishes even when the client hangs up in between.

mod audits;
mod news;
mod quarters;
mod refuges;
mod releases;
mod scenarios;
mod suggestions;
mod undo;

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};
use sqlx::postgres::PgListener;
use tokio::sync::Mutex;

pub use audits::{Differing, Judged, NotKept, SavedAudit, SentAudit};
pub use news::Changed;
pub use suggestions::{MOST_AN_HOUR, MOST_AT_ONCE, MOST_OPEN, QueuePage, Taken};
pub use undo::UndoFailure;

use crate::domain::allowance::Allowance;
use crate::domain::attempts::Attempts;
use crate::domain::change::{CityChange, Edits};
use crate::domain::level_history::YearQuarter;
use crate::error::Error;
use crate::snapshot::{Known, MapLayers, Revision, Snapshot};
use crate::store::Store;

/// How often the store is asked for a revision that another program wrote.
const POLL: Duration = Duration::from_secs(2);

/// So often is a change made anew when other programs write at the same time; then the next refusal is told.
const MOST_REPEATS: usize = 20;

/// What time it is.
#[derive(Clone, Copy, Debug, Default)]
pub enum Clock {
    /// The machine's own clock.
    #[default]
    System,
    /// Always the same moment: for tests and demonstrations.
    Stopped(DateTime<Utc>),
}

impl Clock {
    /// The moment it is.
    #[must_use]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Stopped(moment) => moment,
        }
    }
}

/// A city that is open.
pub struct Joined {
    /// The city.
    pub city: Arc<City>,
    /// Whether this program brought it to a store that was empty: of several that begin together, one.
    pub is_first: bool,
}

/// The running city.
pub struct City {
    store: Store,
    clock: Clock,
    current: ArcSwap<Snapshot>,
    writing: Mutex<()>,
    /// How many more suggestions of residents are taken at the moment.
    suggesting: std::sync::Mutex<Allowance>,
    /// What was last counted of them.
    counted_suggestions: std::sync::Mutex<suggestions::Counted>,
    /// Who has guessed passwords lately.
    attempts: std::sync::Mutex<Attempts>,
    /// When what changed, once somebody has asked.
    chronicle: Mutex<news::Chronicle>,
    /// The last quarter whose levels are known to be written down.
    kept_quarter: std::sync::Mutex<Option<YearQuarter>>,
    /// What was said of audited places in the past, once somebody has asked.
    courses: audits::KnownCourses,
}

impl City {
    /// The city that `store` holds.
    ///
    /// # Errors
    /// [`Error::NoCity`] when it holds none, or what the store says.
    pub async fn open(store: Store, clock: Clock) -> Result<Arc<Self>, Error> {
        let snapshot = load(&store, None).await?.ok_or(Error::NoCity)?;
        let snapshot = today(snapshot, clock);
        Ok(Arc::new(Self {
            store,
            clock,
            current: ArcSwap::from_pointee(snapshot),
            writing: Mutex::default(),
            suggesting: std::sync::Mutex::new(Allowance::full(suggestions::RATE, clock.now())),
            counted_suggestions: std::sync::Mutex::default(),
            attempts: std::sync::Mutex::default(),
            chronicle: Mutex::default(),
            kept_quarter: std::sync::Mutex::default(),
            courses: audits::KnownCourses::default(),
        }))
    }

    /// The city that `first` brings to an empty `store`.
    ///
    /// # Errors
    /// [`Error::Outdated`] when another program was faster, or what the store says.
    pub async fn begin(store: Store, first: CityChange, clock: Clock) -> Result<Arc<Self>, Error> {
        store
            .commit(&first, Revision::default(), clock.now())
            .await?;
        Self::open(store, clock).await
    }

    /// The city that `first` brings to an empty `store`, or the one that another program brought meanwhile:
    /// replicas that start together on one database serve the same city.
    ///
    /// # Errors
    /// What the store says.
    pub async fn begin_or_join(
        store: Store,
        first: CityChange,
        clock: Clock,
    ) -> Result<Joined, Error> {
        match Self::begin(store.clone(), first, clock).await {
            Err(Error::Outdated { .. }) => Ok(Joined {
                city: Self::open(store, clock).await?,
                is_first: false,
            }),
            begun => Ok(Joined {
                city: begun?,
                is_first: true,
            }),
        }
    }

    /// The city as it is now. Take it once per request and use it to the end.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// The moment it is.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Failed log-ins of late.
    pub fn attempts(&self) -> std::sync::MutexGuard<'_, Attempts> {
        // Counting goes on where a panic left it.
        let lock = self.attempts.lock();
        lock.unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Where the city is kept.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Commits `change`, which was made for the city at `made_for`, publishes it, and returns the new revision.
    ///
    /// # Errors
    /// [`Error::Outdated`] when the city has moved on since, or what the store says; nothing is written then.
    pub async fn apply(
        self: &Arc<Self>,
        change: CityChange,
        made_for: Revision,
    ) -> Result<Revision, Error> {
        let city = Arc::clone(self);
        tokio::spawn(async move {
            let _turn = city.writing.lock().await;
            city.commit(change, made_for).await
        })
        .await?
    }

    /// Commits the change that `make` makes of the city as it is when its turn comes, and publishes it. Where a write
    /// of another program came in between, it is made again of the city after that.
    ///
    /// # Errors
    /// Why `make` refuses, or what the store says; nothing is written then.
    pub async fn act<E>(
        self: &Arc<Self>,
        make: impl Fn(&Snapshot) -> Result<CityChange, E> + Send + 'static,
    ) -> Result<Revision, E>
    where
        E: From<Error> + Send + 'static,
    {
        let city = Arc::clone(self);
        let acting = tokio::spawn(async move {
            let _turn = city.writing.lock().await;
            for _ in 0..MOST_REPEATS {
                let snapshot = city.snapshot();
                let change = make(&snapshot)?;
                match city.commit(change, snapshot.revision()).await {
                    Err(Error::Outdated { .. }) => city.reload().await?,
                    done => return Ok(done?),
                }
            }
            let snapshot = city.snapshot();
            let change = make(&snapshot)?;
            Ok(city.commit(change, snapshot.revision()).await?)
        });
        acting.await.map_err(Error::from)?
    }

    /// Commits and publishes. Only with the turn to write.
    async fn commit(&self, mut change: CityChange, made_for: Revision) -> Result<Revision, Error> {
        // Seldom anything to do: it need not make every write larger.
        Box::pin(quarters::keep_before_write(self)).await;
        // What is published is what will be read back.
        change.cut_moments();
        let revision = self.store.commit(&change, made_for, self.now()).await?;
        if change.decided.is_some() || !change.refuges.is_empty() {
            self.forget_figures();
        }
        // The write is stored whatever comes now; followers try again.
        if let Err(error) = self.publish(change, made_for, revision).await {
            tracing::error!(%error, "the city could not be refreshed");
        }
        Ok(revision)
    }

    /// Publishes the city after `change`, which led from the revision `from` to `to`. Only with the turn to write.
    async fn publish(&self, change: CityChange, from: Revision, to: Revision) -> Result<(), Error> {
        let edits = change.into_edits().filter(|_| from != to);
        if let Some(edits) = edits
            && self.follow_edits(edits, from, to).await?
        {
            return Ok(());
        }
        self.reload().await
    }

    /// Publishes the city after `edits`, which lead from the revision `from` to `to`; whether that was possible. Only
    /// with the turn to write.
    async fn follow_edits(
        &self,
        edits: Edits,
        from: Revision,
        to: Revision,
    ) -> Result<bool, Error> {
        let (before, clock) = (self.snapshot(), self.clock);
        if before.revision() != from {
            return Ok(false);
        }
        let after = tokio::task::spawn_blocking(move || {
            before.after(edits, to).map(|own| today(own, clock))
        });
        let after = after.await?;
        let is_possible = after.is_some();
        if let Some(after) = after {
            self.current.store(Arc::new(after));
        }
        Ok(is_possible)
    }

    /// Publishes what another program wrote, if it did.
    ///
    /// # Errors
    /// What the store says; the snapshot stays as it was.
    pub async fn refresh(&self) -> Result<(), Error> {
        let _turn = self.writing.lock().await;
        self.reload().await
    }

    /// Follows the writes of other programs until the program ends: hears of them where the database
    /// announces them, and asks every two seconds in any case.
    pub async fn follow(self: Arc<Self>) {
        let mut listener = self.listener().await;
        let mut ready = None;
        loop {
            let snapshot = self.snapshot();
            if ready.replace(snapshot.revision()) != Some(snapshot.revision()) {
                // Nobody who asks for an address should wait until its names are in order.
                tokio::task::spawn_blocking(move || snapshot.own_spots().gazetteer.counts());
            }
            let heard = async {
                if let Some(listener) = &mut listener {
                    match listener.try_recv().await {
                        Ok(_) => return Heard::Change,
                        Err(sqlx::Error::PoolClosed) => return Heard::End,
                        Err(_) => {}
                    }
                }
                // Nothing to hear, or a database that is away: the poll comes in its own time.
                std::future::pending().await
            };
            let heard = tokio::time::timeout(POLL, heard).await;
            if matches!(heard, Ok(Heard::End)) {
                // Closing waits for the connection that is listened on.
                return;
            }
            if let Err(error) = self.refresh().await {
                tracing::error!(%error, "the city could not be refreshed");
            }
        }
    }

    async fn listener(&self) -> Option<PgListener> {
        let (pool, channel) = self.store.announcer()?;
        let listener = async {
            let mut listener = PgListener::connect_with(pool).await?;
            listener.listen(channel).await?;
            Ok::<_, sqlx::Error>(listener)
        };
        match listener.await {
            Ok(listener) => Some(listener),
            Err(error) => {
                tracing::warn!(%error, "new revisions are polled for only");
                None
            }
        }
    }

    /// Loads the stored city if it is not the published one, or only what has changed. Only with the turn to write.
    async fn reload(&self) -> Result<(), Error> {
        let known = self.snapshot();
        if self.store.revision().await? == known.revision() {
            let day = known.date_at(self.now());
            if let Some(next) = known.on_day(day) {
                self.current.store(Arc::new(next));
            }
            return Ok(());
        }
        let since = self.store.edits_since(known.lineage(), known.revision());
        if let Some((edits, to)) = since.await?
            && self.follow_edits(edits, known.revision(), to).await?
        {
            return Ok(());
        }
        if let Some(snapshot) = load(&self.store, Some(self.snapshot())).await? {
            let snapshot = today(snapshot, self.clock);
            self.current.store(Arc::new(snapshot));
        }
        Ok(())
    }
}

/// What a database says by itself.
enum Heard {
    /// Somebody wrote.
    Change,
    /// The city is closed.
    End,
}

/// A city as it is known today.
fn today(snapshot: Snapshot, clock: Clock) -> Snapshot {
    let day = snapshot.date_at(clock.now());
    snapshot.on_day(day).unwrap_or(snapshot)
}

/// Reads and indexes the stored city; the indexing runs where it does not hold up other tasks.
async fn load(store: &Store, before: Option<Arc<Snapshot>>) -> Result<Option<Snapshot>, Error> {
    let known = before.as_ref().map(|before| Known {
        map: before.map().map(MapLayers::revision),
        residents: before.residents_revision(),
    });
    let Some(data) = store.load(known.unwrap_or_default()).await? else {
        return Ok(None);
    };
    let snapshot =
        tokio::task::spawn_blocking(move || Snapshot::build_after(data, before.as_deref()));
    Ok(Some(snapshot.await?))
}

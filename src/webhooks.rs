//! Telling other programs of news: each webhook hears of everything it wants in order, at least once, however often it
//! has to be told, and whichever of several programs on one database does it.
//!
//! How far a webhook has been told stands in the store; nothing waits anywhere else. The trail itself is the queue.

mod message;
mod telling;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::{Request, header};
use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::city::City;
use crate::domain::news::{News, NewsKind};
use crate::domain::trail::{Page, TrailEntry, TrailFilter};
use crate::domain::webhook::{Subscription, Trouble, Webhook, WebhookId, WebhookState};
use crate::domain::{DistrictId, Invalid};
use crate::error::Error;
use crate::outbound::{self, NoAnswer, Outbound, Patience, Reach};
use crate::snapshot::{Revision, Snapshot};
use crate::store::Hand;

pub use message::signature;
pub use telling::Telling;

/// A receiver has to answer at once, and what it answers hardly matters.
const PATIENCE: Patience = Patience {
    whole: Duration::from_secs(10),
    most_bytes: 16 * 1024,
};

/// How often the store is asked whether there is something to tell.
const POLL: Duration = Duration::from_secs(2);

/// One program has the turn for so long without saying so again. Longer than a round can take.
const TURN: TimeDelta = TimeDelta::seconds(60);

/// Nothing more is begun after so long in one round.
const ROUND: Duration = Duration::from_secs(30);

/// Entries looked at for one webhook in one round.
const AT_ONCE: u32 = 200;

/// No address is longer.
const MOST_URL_BYTES: usize = 2_000;

/// Tells webhooks.
pub struct Webhooks {
    city: Arc<City>,
    outbound: Outbound,
    reach: Reach,
    /// What this program is called among those on the same database.
    holder: String,
}

/// Why a webhook was not added.
#[derive(Debug)]
pub enum NotAdded {
    /// Something about it breaks a rule.
    Invalid(Invalid),
    /// There are too many already.
    TooMany,
    /// The store failed, or the machine has no randomness to give.
    Failed(Error),
}

impl From<Error> for NotAdded {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl Webhooks {
    /// What tells the webhooks of `city`, as far as `reach` goes.
    #[must_use]
    pub fn new(city: Arc<City>, outbound: Outbound, reach: Reach) -> Arc<Self> {
        Arc::new(Self {
            city,
            outbound,
            reach,
            holder: Uuid::new_v4().to_string(),
        })
    }

    /// Adds a webhook, which hears of everything from now on; its secret is a new one.
    ///
    /// # Errors
    /// Why not.
    pub async fn add(
        &self,
        url: &str,
        subscription: Subscription,
        by: &Hand,
    ) -> Result<Webhook, NotAdded> {
        let url = self.checked(url).map_err(NotAdded::Invalid)?;
        let snapshot = self.city.snapshot();
        let unknown = |id: &&DistrictId| snapshot.district(id).is_none();
        if let Some(unknown) = subscription.districts.iter().find(unknown) {
            let rule = format!("\"{unknown}\" is no district of this city");
            return Err(NotAdded::Invalid(Invalid::new("districts", rule)));
        }
        let secret = message::new_secret();
        let secret = secret.map_err(|error| Error::Unhashed(error.to_string()))?;
        let new = Webhook {
            id: WebhookId(Uuid::new_v4()),
            url: url.into(),
            secret,
            subscription,
            created_on: snapshot.date_at(by.at),
            state: WebhookState::Active,
            through: 0,
            heard_at: None,
            trouble: None,
        };
        let added = self.city.store().add_webhook(new, by).await?;
        added.ok_or(NotAdded::TooMany)
    }

    fn checked(&self, url: &str) -> Result<String, Invalid> {
        if url.len() > MOST_URL_BYTES {
            let rule = format!("must have at most {MOST_URL_BYTES} bytes");
            return Err(Invalid::new("url", rule));
        }
        let url = outbound::url("url", url)?;
        if outbound::is_out_of_reach(&url, self.reach) {
            let rule = "must not lead to an address of the house; the server may allow it with --webhook-allow-private";
            return Err(Invalid::new("url", rule));
        }
        Ok(url.into())
    }

    /// Tells the webhooks until the program ends.
    pub async fn run(self: Arc<Self>) {
        loop {
            let has_more = self.round(Utc::now()).await.unwrap_or_else(|error| {
                tracing::error!(%error, "the webhooks could not be told");
                false
            });
            if !has_more {
                tokio::time::sleep(POLL).await;
            }
        }
    }

    /// Tells each webhook that is due at `now` some of what it has not heard yet; whether there is more. Does nothing
    /// while another program has the turn.
    ///
    /// # Errors
    /// What the store says.
    pub async fn round(self: &Arc<Self>, now: DateTime<Utc>) -> Result<bool, Error> {
        let store = self.city.store();
        let all = store.webhooks().await?;
        let due: Vec<_> = all.into_iter().filter(|own| own.is_due(now)).collect();
        if due.is_empty() {
            return Ok(false);
        }
        let last = store.last_entry().await?;
        let behind: Vec<_> = due.into_iter().filter(|own| own.through < last).collect();
        if behind.is_empty() || !store.take_turn(&self.holder, now, TURN).await? {
            return Ok(false);
        }
        let mut telling = JoinSet::new();
        for webhook in behind {
            let own = Arc::clone(self);
            telling.spawn(async move { own.tell(webhook, now).await });
        }
        let mut has_more = false;
        while let Some(told) = telling.join_next().await {
            has_more |= told??;
        }
        Ok(has_more)
    }

    /// Tells one webhook what comes next, until it does not listen; whether there is more.
    async fn tell(&self, mut webhook: Webhook, now: DateTime<Utc>) -> Result<bool, Error> {
        let began = Instant::now();
        let moment = || now + TimeDelta::from_std(began.elapsed()).unwrap_or_default();
        let store = self.city.store();
        let filter = TrailFilter {
            page: Page::After(webhook.through),
            ..TrailFilter::newest(AT_ONCE)
        };
        let entries = store.trail(&filter).await?;
        let snapshot = self.snapshot_of(&entries).await?;
        let mut passed = webhook.through;
        for entry in &entries {
            passed = entry.number;
            let Some(message) = message_of(&webhook, entry, &snapshot) else {
                continue;
            };
            if let Err(reason) = self.send(&webhook, &message, moment()).await {
                self.note_trouble(&webhook, moment(), &reason).await?;
                return Ok(false);
            }
            let heard_at = Some(moment());
            if !store.note_told(&webhook, passed, heard_at).await? {
                return Ok(false);
            }
            webhook.through = passed;
            if began.elapsed() > ROUND {
                return Ok(true);
            }
        }
        if passed > webhook.through {
            store.note_told(&webhook, passed, None).await?;
        }
        Ok(entries.len() == AT_ONCE as usize)
    }

    /// The city as it is after `entries` at least.
    async fn snapshot_of(&self, entries: &[TrailEntry]) -> Result<Arc<Snapshot>, Error> {
        let last = entries.iter().filter_map(|entry| entry.revision).max();
        if last.map(Revision) > Some(self.city.snapshot().revision()) {
            self.city.refresh().await?;
        }
        Ok(self.city.snapshot())
    }

    async fn note_trouble(
        &self,
        webhook: &Webhook,
        now: DateTime<Utc>,
        reason: &str,
    ) -> Result<(), Error> {
        let trouble = Trouble::after(webhook.trouble.as_ref(), now, reason);
        let is_hopeless = trouble.is_hopeless(now);
        let state = if is_hopeless {
            tracing::warn!(webhook = %webhook.id, reason, "a webhook was given up");
            WebhookState::GivenUp
        } else {
            WebhookState::Active
        };
        let store = self.city.store();
        store.note_trouble(webhook, &trouble, state).await
    }

    /// Sends a message that says nothing, so that somebody sees whether it arrives.
    ///
    /// # Errors
    /// In one word, why it does not.
    pub async fn ping(&self, webhook: &Webhook) -> Result<(), String> {
        let now = Utc::now();
        self.send(webhook, &message::ping(webhook.id, now), now)
            .await
    }

    async fn send(
        &self,
        webhook: &Webhook,
        message: &message::Message,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        let timestamp = now.timestamp();
        let signature = signature(&webhook.secret, timestamp, &message.body);
        let request = Request::post(&*webhook.url)
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-miteinander-id", &message.id)
            .header("x-miteinander-timestamp", timestamp)
            .header("x-miteinander-signature", format!("sha256={signature}"))
            .body(message.body.clone());
        let request = match request {
            Ok(request) => request,
            Err(error) => return Err(format!("invalid: {error}")),
        };
        match self.outbound.ask(request, self.reach, PATIENCE).await {
            Ok(answer) if answer.head.status.is_success() => Ok(()),
            Ok(answer) => Err(format!("status {}", answer.head.status.as_u16())),
            Err(reason) => Err(word_for(&reason).to_owned()),
        }
    }
}

/// What a webhook is told of an entry; none where it does not want it.
fn message_of(
    webhook: &Webhook,
    entry: &TrailEntry,
    snapshot: &Snapshot,
) -> Option<message::Message> {
    let news = News::of(entry)?;
    let districts = snapshot.districts_of_news(&news);
    let is_wanted = webhook.subscription.wants(&news, &districts);
    is_wanted.then(|| message::of_news(webhook.id, &news, &districts))
}

/// A word for what went wrong: the rest of it is of no use to an admin, and may tell of the house.
fn word_for(reason: &NoAnswer) -> &'static str {
    match reason {
        NoAnswer::Invalid(_) => "invalid",
        NoAnswer::Nameless(_) => "nameless",
        NoAnswer::OutOfReach => "out-of-reach",
        NoAnswer::Unreachable(_) => "unreachable",
        NoAnswer::Untrusted(_) => "untrusted",
        NoAnswer::Slow => "slow",
        NoAnswer::Garbled(_) => "garbled",
    }
}

/// Every sort of news by its name, for those who choose.
#[must_use]
pub fn kinds() -> Vec<&'static str> {
    NewsKind::ALL.iter().map(|kind| kind.as_str()).collect()
}

//! Webhooks: whom to tell of changes, and how far each has been told.

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};

use crate::domain::Invalid;
use crate::domain::trail::{Action, NewEntry, Subject, written};
use crate::domain::webhook::{
    MOST_WEBHOOKS, Secret, Subscription, Trouble, Webhook, WebhookId, WebhookState,
};
use crate::error::Error;
use crate::store::accounts::Hand;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Store, reading, writing};

#[derive(sqlx::FromRow)]
struct WebhookRow {
    id: String,
    url: String,
    secret: String,
    kinds: String,
    districts: String,
    created_on: String,
    state: String,
    through: i64,
    heard_at: Option<DateTime<Utc>>,
    failing_since: Option<DateTime<Utc>>,
    attempts: i64,
    next_at: Option<DateTime<Utc>>,
    reason: String,
}

/// Reads names separated by commas.
fn list<T: std::str::FromStr<Err = Invalid>>(text: &str) -> Result<Vec<T>, Invalid> {
    let names = text.split(',').filter(|name| !name.is_empty());
    names.map(str::parse).collect()
}

fn joined<T: ToString>(names: &[T]) -> String {
    let names: Vec<_> = names.iter().map(ToString::to_string).collect();
    names.join(",")
}

impl WebhookRow {
    fn read(self) -> Result<Webhook, Invalid> {
        let created_on: NaiveDate = self
            .created_on
            .parse()
            .map_err(|error| Invalid::new("created_on", format!("must be a date: {error}")))?;
        let trouble = self.failing_since.zip(self.next_at);
        Ok(Webhook {
            id: self.id.parse()?,
            url: self.url.into(),
            secret: Secret(self.secret.into()),
            subscription: Subscription {
                kinds: list(&self.kinds)?,
                districts: list(&self.districts)?,
            },
            created_on,
            state: self.state.parse()?,
            through: self.through,
            heard_at: self.heard_at,
            trouble: trouble.map(|(since, next_at)| Trouble {
                since,
                attempts: u32::try_from(self.attempts).unwrap_or(u32::MAX),
                next_at,
                reason: self.reason.into(),
            }),
        })
    }
}

fn webhook(row: WebhookRow) -> Result<Webhook, Error> {
    let id = row.id.clone();
    row.read().map_err(|invalid| Error::Corrupt {
        table: "webhook",
        id,
        invalid,
    })
}

/// What the trail says of a webhook: never its address, which may hold a secret of the receiver.
fn entry(by: &Hand, action: Action, id: WebhookId, detail: &str) -> NewEntry {
    NewEntry::new(&by.author, action, Subject::of("webhook", id)).saying(detail)
}

impl Store {
    /// Adds a webhook that hears of everything from now on; none when there are too many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_webhook(&self, mut new: Webhook, by: &Hand) -> Result<Option<Webhook>, Error> {
        let entry = entry(by, Action::Added, new.id, "");
        writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let (count,): (i64,) =
                sqlx::query_as("select count(*) from webhook").fetch_one(&mut *tx).await?;
            if usize::try_from(count).unwrap_or(usize::MAX) >= MOST_WEBHOOKS {
                return Ok(None);
            }
            // It need not hear of itself.
            new.through = head.number + 1;
            sqlx::query(
                "insert into webhook (id, url, secret, kinds, districts, created_on, state, through, attempts, reason) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8, 0, '')",
            )
            .bind(new.id.to_string())
            .bind(&*new.url)
            .bind(&*new.secret.0)
            .bind(joined(&new.subscription.kinds))
            .bind(joined(&new.subscription.districts))
            .bind(new.created_on.to_string())
            .bind(new.state.as_str())
            .bind(new.through)
            .execute(&mut *tx)
            .await?;
            append_trail!(tx, head, [entry], None, &written(by.at));
        });
        Ok(Some(new))
    }

    /// Every webhook, the oldest first.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn webhooks(&self) -> Result<Vec<Webhook>, Error> {
        let rows: Vec<WebhookRow> = reading!(self, pool => {
            sqlx::query_as("select * from webhook order by created_on, id").fetch_all(pool).await?
        });
        rows.into_iter().map(webhook).collect()
    }

    /// The webhook with this id.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn webhook(&self, id: WebhookId) -> Result<Option<Webhook>, Error> {
        let row: Option<WebhookRow> = reading!(self, pool => {
            sqlx::query_as("select * from webhook where id = $1")
                .bind(id.to_string())
                .fetch_optional(pool)
                .await?
        });
        row.map(webhook).transpose()
    }

    /// Lets a webhook rest, or go on where it stopped; false when there is none. What it was in trouble with is forgotten.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_webhook_state(
        &self,
        id: WebhookId,
        state: WebhookState,
        by: &Hand,
    ) -> Result<bool, Error> {
        let entry = entry(by, Action::Changed, id, state.as_str());
        let changed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let changed = sqlx::query(
                "update webhook set state = $1, failing_since = null, attempts = 0, next_at = null, reason = '' \
                 where id = $2",
            )
            .bind(state.as_str())
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if changed == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            changed
        });
        Ok(changed == 1)
    }

    /// Takes a webhook away; false when there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_webhook(&self, id: WebhookId, by: &Hand) -> Result<bool, Error> {
        let entry = entry(by, Action::Removed, id, "");
        let removed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let removed = sqlx::query("delete from webhook where id = $1")
                .bind(id.to_string())
                .execute(&mut *tx)
                .await?
                .rows_affected();
            if removed == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            removed
        });
        Ok(removed == 1)
    }

    /// Notes that a webhook need not hear of anything up to `through` any more, as it was at `before`; `heard_at` says when
    /// it took something. False when that is not so any more: it is gone, rests, or another program told it meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_told(
        &self,
        before: &Webhook,
        through: i64,
        heard_at: Option<DateTime<Utc>>,
    ) -> Result<bool, Error> {
        let changed = writing!(self, tx => {
            sqlx::query(
                "update webhook set through = $1, heard_at = coalesce($2, heard_at), failing_since = null, \
                 attempts = 0, next_at = null, reason = '' where id = $3 and through = $4 and state = 'active'",
            )
            .bind(through)
            .bind(heard_at.map(|at| at.trunc_subsecs(6)))
            .bind(before.id.to_string())
            .bind(before.through)
            .execute(&mut *tx)
            .await?
            .rows_affected()
        });
        Ok(changed == 1)
    }

    /// Notes that a webhook did not take what it was told, unless something else happened to it meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_trouble(
        &self,
        before: &Webhook,
        trouble: &Trouble,
        state: WebhookState,
    ) -> Result<(), Error> {
        writing!(self, tx => {
            sqlx::query(
                "update webhook set state = $1, failing_since = $2, attempts = $3, next_at = $4, reason = $5 \
                 where id = $6 and through = $7 and state = 'active'",
            )
            .bind(state.as_str())
            .bind(trouble.since.trunc_subsecs(6))
            .bind(i64::from(trouble.attempts))
            .bind(trouble.next_at.trunc_subsecs(6))
            .bind(&*trouble.reason)
            .bind(before.id.to_string())
            .bind(before.through)
            .execute(&mut *tx)
            .await?;
        });
        Ok(())
    }

    /// Takes the turn to tell the webhooks for `span` from `now` on, or keeps it; false while another program has it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_turn(
        &self,
        holder: &str,
        now: DateTime<Utc>,
        span: TimeDelta,
    ) -> Result<bool, Error> {
        let now = now.trunc_subsecs(6);
        let changed = writing!(self, tx => {
            sqlx::query(
                "insert into webhook_turn (one, holder, until) values (1, $1, $2) \
                 on conflict (one) do update set holder = excluded.holder, until = excluded.until \
                 where webhook_turn.holder = excluded.holder or webhook_turn.until <= $3",
            )
            .bind(holder)
            .bind(now + span)
            .bind(now)
            .execute(&mut *tx)
            .await?
            .rows_affected()
        });
        Ok(changed == 1)
    }
}

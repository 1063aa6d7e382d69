//! Webhooks: other programs that are told of news, one after the other, until they have heard them.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;
use uuid::Uuid;

use crate::domain::choice::choice;
use crate::domain::news::{News, NewsKind};
use crate::domain::{DistrictId, Invalid};

/// The identity of a webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct WebhookId(pub Uuid);

impl fmt::Display for WebhookId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl FromStr for WebhookId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match Uuid::try_parse(text) {
            Ok(uuid) => Ok(Self(uuid)),
            Err(_) => Err(Invalid::new("webhook", "must be a UUID")),
        }
    }
}

/// What messages to one webhook are signed with. Does not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub Box<str>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

choice! {
    /// Whether a webhook is told anything.
    WebhookState: "state" {
        /// It is.
        Active = "active",
        /// Not for the time being, because somebody wants it so.
        Paused = "paused",
        /// Not any more: it has not answered for too long.
        GivenUp = "given_up",
    }
}

/// Which news somebody is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Subscription {
    /// Of these sorts; empty means all.
    pub kinds: Vec<NewsKind>,
    /// From these districts; empty means all.
    pub districts: Vec<DistrictId>,
}

impl Subscription {
    /// Whether `news` from `districts` belong to it. What can no longer be said to be in any district is told to all: they
    /// may have a copy of it.
    #[must_use]
    pub fn wants(&self, news: &News, districts: &[&DistrictId]) -> bool {
        let is_wanted = self.kinds.is_empty() || self.kinds.contains(&news.kind);
        let is_near = self.districts.is_empty()
            || districts.is_empty()
            || districts.iter().any(|id| self.districts.contains(id));
        is_wanted && is_near
    }
}

/// Another program that is told of news.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Webhook {
    /// Its identity.
    pub id: WebhookId,
    /// Where it is told. May hold a secret of its receiver: for admins alone.
    pub url: Box<str>,
    /// What messages are signed with.
    #[serde(skip)]
    pub secret: Secret,
    /// Which news it is told.
    #[serde(flatten)]
    pub subscription: Subscription,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// Whether it is told anything.
    pub state: WebhookState,
    /// The number of the last entry of the trail that it need not hear of any more.
    pub through: i64,
    /// When it last took something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heard_at: Option<DateTime<Utc>>,
    /// That it does not answer, if it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}

/// More webhooks than this are too much for one city.
pub const MOST_WEBHOOKS: usize = 50;

/// A receiver that does not take what it is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trouble {
    /// Since when.
    pub since: DateTime<Utc>,
    /// How often it was tried in vain.
    pub attempts: u32,
    /// When it is tried again.
    pub next_at: DateTime<Utc>,
    /// What went wrong last.
    pub reason: Box<str>,
}

/// The first pause after a failure; each one is twice as long as the one before.
pub const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(30);

/// No pause is longer.
pub const LONGEST_PAUSE: TimeDelta = TimeDelta::days(1);

/// Who has not answered for so long is given up.
pub const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(7);

impl Trouble {
    /// The trouble after another failure.
    #[must_use]
    pub fn after(before: Option<&Self>, now: DateTime<Utc>, reason: &str) -> Self {
        let attempts = before.map_or(1, |before| before.attempts.saturating_add(1));
        Self {
            since: before.map_or(now, |before| before.since),
            attempts,
            next_at: now + pause(attempts),
            reason: reason.into(),
        }
    }

    /// Whether it has lasted too long at `now`.
    #[must_use]
    pub fn is_hopeless(&self, now: DateTime<Utc>) -> bool {
        now - self.since >= GIVEN_UP_AFTER
    }
}

/// How long to wait after so many failures.
fn pause(attempts: u32) -> TimeDelta {
    let doublings = attempts.saturating_sub(1);
    // Twelve doublings of half a minute are more than a day.
    if doublings >= 12 {
        return LONGEST_PAUSE;
    }
    (FIRST_PAUSE * (1 << doublings)).min(LONGEST_PAUSE)
}

impl Webhook {
    /// Whether it is to be told something at `now`.
    #[must_use]
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        let waits = self.trouble.as_ref().is_some_and(|own| own.next_at > now);
        self.state == WebhookState::Active && !waits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PlaceId;
    use crate::domain::news::Topical;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn pauses_double_up_to_a_day_and_after_a_week_it_is_given_up() {
        let mut trouble = Trouble::after(None, at(0), "no answer");
        let mut pauses = Vec::new();
        while !trouble.is_hopeless(trouble.next_at) {
            let now = trouble.next_at;
            trouble = Trouble::after(Some(&trouble), now, "no answer");
            pauses.push((trouble.next_at - now).num_seconds());
        }
        assert_eq!(pauses[..3], [60, 120, 240]);
        assert!(pauses.iter().all(|pause| *pause <= 86_400));
        assert_eq!(pauses.last(), Some(&86_400));
        assert_eq!(trouble.since, at(0));
        assert_eq!(u32::try_from(pauses.len()).unwrap() + 1, trouble.attempts);
        assert_eq!(pause(u32::MAX), LONGEST_PAUSE);
    }

    #[test]
    fn a_subscription_takes_what_it_asks_for_and_what_may_be_in_its_copy() {
        let news = News {
            number: 1,
            revision: 1,
            at: at(0),
            by: "editor".into(),
            kind: NewsKind::PlaceChanged,
            about: Topical::Place(PlaceId(Uuid::nil())),
            members: Box::default(),
            undoes: None,
            was_at: None,
            was_kind: None,
        };
        let (west, east): (DistrictId, DistrictId) =
            ("west".parse().unwrap(), "ost".parse().unwrap());
        let of = |kinds: &[NewsKind], districts: &[&DistrictId]| Subscription {
            kinds: kinds.to_vec(),
            districts: districts.iter().map(|id| (*id).clone()).collect(),
        };
        assert!(of(&[], &[]).wants(&news, &[&west]));
        assert!(of(&[NewsKind::PlaceChanged], &[&west]).wants(&news, &[&east, &west]));
        assert!(!of(&[NewsKind::EventAdded], &[]).wants(&news, &[&west]));
        assert!(!of(&[], &[&west]).wants(&news, &[&east]));
        assert!(of(&[], &[&west]).wants(&news, &[]));
    }

    #[test]
    fn no_secret_prints_itself_or_is_sent_along() {
        let webhook = Webhook {
            id: WebhookId(Uuid::nil()),
            url: "https://example.org/".into(),
            secret: Secret("geheim".into()),
            subscription: Subscription::default(),
            created_on: NaiveDate::default(),
            state: WebhookState::Active,
            through: 0,
            heard_at: None,
            trouble: None,
        };
        let told = format!("{webhook:?} {}", serde_json::to_string(&webhook).unwrap());
        assert!(!told.contains("geheim"), "{told}");
    }
}

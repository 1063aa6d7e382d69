//! What is sent: news as JSON, signed.

use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::DistrictId;
use crate::domain::news::{News, NewsKind, Topical};
use crate::domain::webhook::{Secret, WebhookId};

/// A message: what it is called, the same each time it is sent, and its bytes.
pub(super) struct Message {
    pub(super) id: String,
    pub(super) body: Vec<u8>,
}

#[derive(Serialize)]
struct Body<'a> {
    id: &'a str,
    number: i64,
    revision: i64,
    at: DateTime<Utc>,
    kind: NewsKind,
    feature: Feature,
    districts: &'a [&'a DistrictId],
    by: &'a str,
    members: &'a [Box<str>],
    #[serde(skip_serializing_if = "Option::is_none")]
    undoes: Option<i64>,
}

/// What it is about, and where the API has it as it is now.
#[derive(Serialize)]
struct Feature {
    collection: &'static str,
    id: String,
    path: String,
}

impl Feature {
    fn of(about: Topical) -> Self {
        let (collection, id) = match about {
            Topical::Place(id) => ("places", id.to_string()),
            Topical::Event(id) => ("events", id.to_string()),
        };
        Self {
            collection,
            path: format!("/api/collections/{collection}/items/{id}"),
            id,
        }
    }
}

/// What a webhook is told of `news`.
pub(super) fn of_news(webhook: WebhookId, news: &News, districts: &[&DistrictId]) -> Message {
    let id = format!("{webhook}-{}", news.number);
    let body = json(&Body {
        id: &id,
        number: news.number,
        revision: news.revision,
        at: news.at,
        kind: news.kind,
        feature: Feature::of(news.about),
        districts,
        by: &news.by,
        members: &news.members,
        undoes: news.undoes,
    });
    Message { id, body }
}

/// A message that says nothing.
pub(super) fn ping(webhook: WebhookId, at: DateTime<Utc>) -> Message {
    #[derive(Serialize)]
    struct Ping<'a> {
        id: &'a str,
        kind: &'static str,
        at: DateTime<Utc>,
    }
    let id = format!("{webhook}-{}", Uuid::new_v4());
    let kind = "ping";
    let body = json(&Ping { id: &id, kind, at });
    Message { id, body }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("names, numbers and times are plain data")
}

/// What a message is signed with: HMAC-SHA-256 (RFC 2104) over the timestamp, a full stop and the body, as 64 hexadecimal
/// digits. The timestamp is in seconds since 1970; whoever refuses old ones is safe from messages sent again by strangers.
#[must_use]
pub fn signature(secret: &Secret, timestamp: i64, body: &[u8]) -> String {
    let key = secret.0.as_bytes();
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key may have any length");
    mac.update(timestamp.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    format!("{:x}", mac.finalize().into_bytes())
}

/// A new secret of 256 bits.
///
/// # Errors
/// When the machine has no randomness to give.
pub(super) fn new_secret() -> Result<Secret, getrandom::Error> {
    let mut random = [0_u8; 32];
    getrandom::fill(&mut random)?;
    // A digest of it is as random, and plain text.
    Ok(Secret(format!("{:x}", Sha256::digest(random)).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_what_openssl_makes_of_the_same() {
        // printf '1700000000.{"kind":"ping"}' | openssl dgst -sha256 -hmac geheim
        let made = signature(
            &Secret("geheim".into()),
            1_700_000_000,
            br#"{"kind":"ping"}"#,
        );
        assert_eq!(
            made,
            "365d4b1dda78bd948acf1b41f591774596cb1a9ee860fef62e0e5673e0159ff3"
        );
    }
}

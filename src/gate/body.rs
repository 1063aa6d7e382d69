//! How long a request's body may be, and how slowly it may come.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::{StreamExt, stream};
use tokio::time::{Instant, timeout_at};

/// What a path may be sent that has no limit of its own.
pub const SMALL_BYTES: usize = 64 << 10;

/// For paths that take a file: CSV, GeoJSON, iCalendar, a photo.
pub const FILE_BYTES: usize = 16 << 20;

/// The paths with a limit of their own, as they stand in the router.
const OF_THEIR_OWN: &[(&str, usize)] = &[
    // The form: every field filled to its limit with letters of four bytes, each percent-encoded.
    ("/vorschlagen", 48 << 10),
    // Every field of a report, each with its longest answer, is a quarter of it.
    ("/umfeld/angaben", 4 << 10),
    ("/api/safety/reports", 4 << 10),
    ("/verwaltung/meldungen/erfassen", 4 << 10),
    // Longer than name, password and the way back can be.
    ("/anmelden", 8 << 10),
    // Fifty changes with the longest hours, or some hundred sites.
    ("/api/coverage/what-if", 256 << 10),
    ("/api/coverage/siting", 256 << 10),
    ("/api/staff/scenarios", 256 << 10),
    ("/api/staff/scenarios/{id}", 256 << 10),
    // Tables of places.
    ("/verwaltung/orte/tabelle", FILE_BYTES),
    ("/api/staff/places.csv", FILE_BYTES),
    // What a phone's camera writes.
    ("/verwaltung/begehungen/{id}/fotos", FILE_BYTES),
    ("/api/staff/audits/{id}/photos", FILE_BYTES),
    // A drawn area may have thousands of corners; the form of a page holds it twice.
    ("/verwaltung/orte/neu", 1 << 20),
    ("/verwaltung/orte/{id}", 1 << 20),
    ("/api/staff/places", 1 << 20),
    ("/api/staff/places/{id}", 1 << 20),
];

/// How many bytes the body of a request may have; `path` is the router's name for it, none for a path that is not there.
#[must_use]
pub fn most_bytes(path: Option<&str>) -> usize {
    let own = OF_THEIR_OWN.iter().find(|(own, _)| Some(*own) == path);
    own.map_or(SMALL_BYTES, |(_, bytes)| *bytes)
}

/// A body that does not come this fast after a while is not waited for, in bytes a second: a quarter of what the
/// slowest line of today sends.
const LEAST_RATE: f64 = 32.0 * 1024.0;

/// What became of a body, told beside it: whoever reads it may not say why it ended.
#[derive(Clone, Debug, Default)]
pub struct Fate(Arc<AtomicU8>);

/// Why a body was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It has more bytes than its path takes.
    TooLarge,
    /// It came too slowly.
    TooSlow,
}

impl Fate {
    /// Why the body was cut off, if it was.
    #[must_use]
    pub fn ended(&self) -> Option<Ended> {
        match self.0.load(Ordering::Relaxed) {
            0 => None,
            1 => Some(Ended::TooLarge),
            _ => Some(Ended::TooSlow),
        }
    }

    fn end(&self, why: Ended) -> Ended {
        let number = match why {
            Ended::TooLarge => 1,
            Ended::TooSlow => 2,
        };
        self.0.store(number, Ordering::Relaxed);
        why
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the body is too large",
            Self::TooSlow => "the body came too slowly",
        })
    }
}

impl std::error::Error for Ended {}

/// The body again, cut off when it has more than `most` bytes, or when it is not there after `patience` and comes
/// slower than 32 KiB a second.
pub fn watched(body: Body, most: usize, patience: Duration) -> (Body, Fate) {
    let fate = Fate::default();
    let watched = Watched {
        parts: body.into_data_stream(),
        received: 0,
        most,
        begun: Instant::now(),
        patience,
        fate: fate.clone(),
    };
    let parts = stream::unfold(watched, async |mut own| {
        let part = own.next().await?;
        Some((part, own))
    });
    (Body::from_stream(parts), fate)
}

/// How long a body may have taken of which so many bytes are here.
fn time_for(received: usize, patience: Duration) -> Duration {
    patience + Duration::from_secs_f64(received as f64 / LEAST_RATE)
}

struct Watched {
    parts: BodyDataStream,
    received: usize,
    most: usize,
    begun: Instant,
    patience: Duration,
    fate: Fate,
}

impl Watched {
    async fn next(&mut self) -> Option<Result<Bytes, axum::BoxError>> {
        let deadline = self.begun + time_for(self.received, self.patience);
        let Ok(part) = timeout_at(deadline, self.parts.next()).await else {
            return Some(Err(self.fate.end(Ended::TooSlow).into()));
        };
        let part = match part? {
            Ok(part) => part,
            Err(error) => return Some(Err(error.into())),
        };
        self.received = self.received.saturating_add(part.len());
        if self.received > self.most {
            return Some(Err(self.fate.end(Ended::TooLarge).into()));
        }
        Some(Ok(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;

    const LONG: Duration = Duration::from_hours(1);

    #[tokio::test]
    async fn a_body_passes_up_to_its_limit_and_not_a_byte_further() {
        for (bytes, ended) in [(9, None), (10, None), (11, Some(Ended::TooLarge))] {
            let (body, fate) = watched(Body::from(vec![b'x'; bytes]), 10, LONG);
            let read = to_bytes(body, usize::MAX).await;
            assert_eq!(read.is_ok(), ended.is_none());
            assert_eq!(fate.ended(), ended);
        }
    }

    #[tokio::test]
    async fn a_body_that_never_ends_is_read_no_further_than_its_limit() {
        let endless = stream::repeat_with(|| Ok::<_, Ended>(vec![b'x'; 1000]));
        let (body, fate) = watched(Body::from_stream(endless), 1 << 20, LONG);
        assert!(to_bytes(body, usize::MAX).await.is_err());
        assert_eq!(fate.ended(), Some(Ended::TooLarge));
    }

    #[tokio::test]
    async fn a_body_that_does_not_come_is_not_waited_for() {
        let silent = stream::pending::<Result<Bytes, Ended>>();
        let (body, fate) = watched(Body::from_stream(silent), 10, Duration::ZERO);
        assert!(to_bytes(body, usize::MAX).await.is_err());
        assert_eq!(fate.ended(), Some(Ended::TooSlow));
    }

    #[test]
    fn what_has_come_earns_time_for_the_rest() {
        let patience = Duration::from_secs(10);
        assert_eq!(time_for(0, patience), patience);
        assert_eq!(time_for(64 << 10, patience).as_secs(), 12);
        assert_eq!(time_for(FILE_BYTES, patience).as_secs(), 522);
    }

    #[test]
    fn a_path_has_its_own_limit_or_a_small_one() {
        assert_eq!(most_bytes(Some("/vorschlagen")), 48 << 10);
        for other in [None, Some("/api"), Some("/vorschlagen/danke")] {
            assert_eq!(most_bytes(other), SMALL_BYTES);
        }
    }
}

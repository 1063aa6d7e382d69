//! Forms as browsers send them.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, StatusCode, header};

/// Whoever takes longer to send a form is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The body, unless it is longer than `most_bytes` or takes too long.
///
/// # Errors
/// The status that says which.
pub(super) async fn whole(body: Body, most_bytes: usize) -> Result<Bytes, StatusCode> {
    match tokio::time::timeout(PATIENCE, to_bytes(body, most_bytes)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

/// What was sent: every field with its values, in the order they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(BTreeMap<String, Vec<String>>);

impl Fields {
    /// Reads a form; none when it is something else.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return None;
        }
        let mut fields = BTreeMap::<String, Vec<String>>::new();
        for (name, value) in form_urlencoded::parse(body) {
            // Browsers end lines of a text the way teleprinters did.
            let value = value.replace("\r\n", "\n");
            fields.entry(name.into_owned()).or_default().push(value);
        }
        Some(Self(fields))
    }

    /// Whether there are no other fields than `known`, and none of them twice.
    pub(super) fn are_single(&self, known: &[&str]) -> bool {
        let mut all = self.0.iter();
        all.all(|(name, values)| known.contains(&&**name) && values.len() == 1)
    }

    /// The first value of a field as it was typed; empty when there is none.
    pub(super) fn typed(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// The first value of a field without blanks around it; empty when there is none.
    pub(super) fn value(&self, name: &str) -> &str {
        self.typed(name).trim()
    }

    /// Every value of a field.
    pub(super) fn values(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }
}

//! Why a value was refused.

use std::borrow::Cow;

/// A value that breaks a rule: the field it stood in and the rule it broke.
///
/// Reads as one sentence, e.g. `lat: must be between -90 and 90, not 123`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct Invalid {
    /// The field as the caller wrote it.
    pub field: Cow<'static, str>,
    /// The rule, in lower case and without a full stop.
    pub reason: String,
}

impl Invalid {
    /// A complaint about `field`.
    pub fn new(field: impl Into<Cow<'static, str>>, reason: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            reason: reason.into(),
        }
    }
}

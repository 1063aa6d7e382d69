//! Photos of barriers: for those who plan what is to be done, never for the public.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::audit::{AuditId, CriterionId};
use crate::domain::identity::told_as_uuid;
use crate::domain::staff::Role;

/// So many photos an audit has at most.
pub const MOST_PHOTOS: usize = 20;

/// What the trail says of an audit that has one more photo.
pub const PHOTO_ADDED: &str = "photo added";

/// What the trail says of an audit that has one photo less.
pub const PHOTO_REMOVED: &str = "photo removed";

/// What a city decides about audits: the section `[audits]` of its `city.toml`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AuditRules {
    /// Whether auditors may keep photos of barriers.
    pub photos: bool,
}

/// The random identity of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct PhotoId(pub Uuid);

told_as_uuid!(PhotoId: "photo");

/// A photo of an audit, without the picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Photo {
    /// Its identity.
    pub id: PhotoId,
    /// The audit.
    #[serde(skip)]
    pub audit: AuditId,
    /// The criterion that it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionId>,
    /// The role of whoever sent it.
    pub by: Role,
    /// When it was sent.
    pub at: DateTime<Utc>,
}

/// A picture as JPEG that this program drew anew: nothing of the camera, the moment or the spot is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPicture(Box<[u8]>);

impl PlainPicture {
    /// The bytes that this program has encoded.
    pub(crate) fn drawn(jpeg: Vec<u8>) -> Self {
        Self(jpeg.into())
    }

    /// The JPEG.
    #[must_use]
    pub fn jpeg(&self) -> &[u8] {
        &self.0
    }
}

//! What the API document says about photos of barriers.

use serde_json::{Value, json};

use super::uuid;
use crate::api::answer::JSON;
use crate::api::openapi::shapes::{object, string};
use crate::api::openapi::staff::{Operation as StaffOperation, READ};
use crate::api::staff::PHOTO_PARAMS;

const JPEG: &str = "image/jpeg";

/// The paths of those who see photos.
pub(in crate::api::openapi) const OF_STAFF: &[StaffOperation] = &[
    StaffOperation {
        method: "post",
        path: "/api/staff/audits/{id}/photos",
        id: "addPhoto",
        summary: "Keep a photo (JPEG, PNG, WebP) with an audit, where the city has switched photos on: it is drawn anew, without anything the camera wrote into it",
        params: &[PHOTO_PARAMS],
        body: Some((JPEG, "Picture")),
        answer: (201, JSON, "Photo"),
        failures: &[400, 404, 413, 415],
        ..READ
    },
    StaffOperation {
        path: "/api/staff/audits/{id}/photos/{photo}",
        id: "getPhoto",
        summary: "The picture of a photo, for the people of the city alone",
        answer: (200, JPEG, "Picture"),
        ..READ
    },
    StaffOperation {
        method: "delete",
        path: "/api/staff/audits/{id}/photos/{photo}",
        id: "removePhoto",
        summary: "Take a photo away for good",
        answer: (204, JSON, ""),
        ..READ
    },
];

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let photo = json!({ "id": uuid(), "criterion": string(), "by": string(), "at": { "type": "string", "format": "date-time" } });
    vec![
        ("Photo", object(&["id", "by", "at"], photo)),
        ("Picture", json!({ "type": "string", "format": "binary" })),
    ]
}

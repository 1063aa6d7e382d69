//! The shapes of addresses.

use serde_json::{Value, json};

use super::{described, list, names, object, one_of, reference, string, whole};
use crate::gazetteer::{Quality, SpotKind};

pub(super) fn collection() -> Value {
    object(
        &["type", "revision", "numberReturned", "features"],
        json!({
            "type": one_of(["FeatureCollection"]), "revision": whole(), "numberReturned": whole(),
            "features": list("AddressFeature"),
        }),
    )
}

pub(super) fn feature() -> Value {
    object(
        &["type", "geometry", "properties"],
        json!({
            "type": one_of(["Feature"]), "geometry": reference("Geometry"), "properties": reference("AddressProperties"),
        }),
    )
}

pub(super) fn properties() -> Value {
    object(
        &["label", "name", "kind", "quality"],
        json!({
            "label": described(string(), "Name and whereabouts: asking for it finds the spot again"),
            "name": described(string(), "Its name, with the house number"),
            "whereabouts": described(string(), "Postcode, town and part of town, as far as they are known"),
            "kind": one_of(names(SpotKind::ALL, SpotKind::as_str)),
            "quality": described(
                one_of(names(Quality::ALL, Quality::as_str)),
                "Everything asked for is in it as written (exact), it begins so (begun), is written a little \
                 differently (similar), or lacks a part of it (partial)",
            ),
            "asked_number": described(string(), "The house number asked for, where that one is not known and another spot stands for it"),
            "number": described(
                one_of(["nearest", "begun", "none_known"]),
                "What stands for the house number asked for: the nearest known, one that begins with it, or the whole street",
            ),
            "place": described(json!({ "type": "string", "format": "uuid" }), "The id of the place it is"),
        }),
    )
}

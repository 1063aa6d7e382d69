//! The shapes of a way on foot.

use serde_json::{Value, json};

use super::{
    boolean, described, engines, number, object, one_of, profiles, reference, string, whole,
};

pub(super) fn feature() -> Value {
    object(
        &["type", "revision", "geometry", "properties"],
        json!({
            "type": one_of(["Feature"]), "revision": whole(), "geometry": reference("Geometry"),
            "properties": reference("RouteProperties"),
        }),
    )
}

pub(super) fn properties() -> Value {
    object(
        &["engine", "profile", "seconds"],
        json!({
            "engine": one_of(engines()), "profile": one_of(profiles()),
            "seconds": described(number(), "Time on foot, waiting at signals included"),
            "metres": described(number(), "Length of the way; left out where only a line is known"),
            "flights_of_steps": whole(), "signals": whole(),
            "unlit_metres": described(number(), "Metres known to be without light after dark"),
            "light_unknown_metres": described(number(), "Metres of which nobody has recorded whether they are lit"),
            "legs": { "type": "array", "items": object(&["metres", "steps"], json!({
                "name": string(), "metres": number(), "steps": boolean(),
            })) },
        }),
    )
}

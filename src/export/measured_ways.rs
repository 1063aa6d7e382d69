//! What was measured on ways, for programs: each as a GeoJSON feature with what it changes.

use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::measured_way::{MeasuredWay, MeasuredWayId};
use crate::domain::passage::{Certainty, Wheels};
use crate::snapshot::{Snapshot, Stretch};

/// How sure it is that wheels pass, as it is told; `barred` where it is known that they do not.
#[must_use]
pub const fn sureness(certainty: Option<Certainty>) -> &'static str {
    match certainty {
        None => "barred",
        Some(Certainty::Proven) => "proven",
        Some(Certainty::Likely) => "likely",
        Some(Certainty::Possible) => "possible",
    }
}

/// What `matched` says of a measurement.
#[must_use]
pub const fn matched(stretch: Stretch) -> &'static str {
    match stretch {
        Stretch::Edge(_) => "way",
        Stretch::Nothing => "nothing",
        Stretch::Several => "several",
    }
}

/// The stretch of way that a measurement speaks of, and how sure wheels pass it: as it is drawn, and as it is known.
#[derive(Serialize)]
struct Effect<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    length_m: f64,
    wheelchair: [&'static str; 2],
    walker: [&'static str; 2],
}

/// A measurement as a feature. Its geometry is the spot; `stretch.line` runs along what it speaks of.
#[must_use]
pub fn measured_feature(city: &Snapshot, own: &MeasuredWay, stretch: Stretch) -> Value {
    let mut properties = json!({
        "sort": own.sort, "readings": own.readings, "estimated": own.is_estimated,
        "measured_on": own.measured_on, "holds_until": own.holds_until(), "by": own.by, "matched": matched(stretch),
    });
    let network = city.walks().network.as_ref();
    if let (Stretch::Edge(edge), Some(network)) = (stretch, network) {
        let (name, length_m) = network.name_and_length_m(edge);
        let before_and_after = |wheels| {
            let (drawn, known) = network.sureness_of(edge, wheels);
            [sureness(drawn), sureness(known)]
        };
        let effect = Effect {
            name,
            length_m,
            wheelchair: before_and_after(Wheels::Wheelchair),
            walker: before_and_after(Wheels::Walker),
        };
        properties["stretch"] = json!(effect);
        properties["stretch"]["line"] = json!(network.line_of(edge));
    }
    json!({
        "type": "Feature", "id": own.id, "properties": properties,
        "geometry": { "type": "Point", "coordinates": own.location },
    })
}

/// So many measurements by id as `limit`, from the one after `after` on: with the revision of the city, how many there are in
/// all, and after which the next begin.
#[must_use]
pub fn measured_features(city: &Snapshot, after: Option<MeasuredWayId>, limit: usize) -> Value {
    let mut rest = city
        .measured_ways()
        .filter(|(own, _)| after.is_none_or(|after| own.id > after));
    let page: Vec<_> = rest.by_ref().take(limit).collect();
    let last = page.last().map(|(own, _)| own.id);
    let next = last.filter(|_| rest.next().is_some());
    let features = page.into_iter();
    let features: Vec<_> = features
        .map(|(own, stretch)| measured_feature(city, own, stretch))
        .collect();
    json!({
        "type": "FeatureCollection", "revision": city.revision().0, "matched": city.measured_ways().count(),
        "next": next, "features": features,
    })
}

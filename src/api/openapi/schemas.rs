//! The shapes of the answers, as JSON schemas. The names of enumerations come from the domain.

mod addresses;

use serde_json::{Value, json};

use super::shapes::{
    boolean, date, described, feature, feature_collection, list, names, nullable, number, numbers,
    object, one_of, reference, string, whole,
};
use crate::domain::place::{
    Access, Cost, OperatorType, Origin, OsmTag, PositionQuality, Restriction, Status, Toilets,
};
use crate::domain::{Amenity, Boundary, Catalogue, Class, Fact, Topic};
use crate::walk::{Engine, Profile};

/// Every schema by name.
pub fn all() -> Value {
    let mut all = of_places();
    for (name, schema) in super::events::all()
        .into_iter()
        .chain(super::staff::schemas())
        .chain(super::webhooks::schemas())
        .chain(super::desk::schemas())
        .chain(super::audits::schemas())
        .chain(super::criteria::schemas())
        .chain(super::ways::schemas())
        .chain(super::barrier_free::schemas())
        .chain(super::coverage::schemas())
        .chain(super::safety::schemas())
        .chain(super::counselling::schemas())
    {
        all[name] = schema;
    }
    all
}

fn of_places() -> Value {
    json!({
        "Link": object(&["href", "rel"], json!({
            "href": string(), "rel": string(), "type": string(), "title": string(),
        })),
        "Landing": object(&["title", "links"], json!({
            "title": string(), "description": string(), "revision": whole(), "sample": boolean(), "links": list("Link"),
        })),
        "Conformance": object(&["conformsTo"], json!({ "conformsTo": { "type": "array", "items": string() } })),
        "ApiDocument": { "type": "object" },
        "Collection": object(&["id", "links"], json!({
            "id": string(), "title": string(), "description": string(), "itemType": string(),
            "crs": { "type": "array", "items": string() }, "links": list("Link"),
            "extent": { "type": "object" },
        })),
        "Collections": object(&["links", "collections"], json!({
            "revision": whole(), "links": list("Link"), "collections": list("Collection"),
        })),
        "PlaceCollection": feature_collection("PlaceFeature"),
        "DistrictCollection": feature_collection("DistrictFeature"),
        "NearCollection": object(&["type", "revision", "engine", "profile", "numberReturned", "features"], json!({
            "type": one_of(["FeatureCollection"]), "revision": whole(),
            "engine": described(one_of(engines()), "What told the walking times"),
            "profile": described(one_of(profiles()), "Whose walking is meant"),
            "numberReturned": whole(), "features": list("PlaceFeature"),
        })),
        "Route": object(&["type", "revision", "geometry", "properties"], json!({
            "type": one_of(["Feature"]), "revision": whole(), "geometry": reference("Geometry"),
            "properties": reference("RouteProperties"),
        })),
        "RouteProperties": object(&["engine", "profile", "seconds"], json!({
            "engine": one_of(engines()), "profile": one_of(profiles()),
            "seconds": described(number(), "Time on foot, waiting at signals included"),
            "metres": described(number(), "Length of the way; left out where only a line is known"),
            "flights_of_steps": whole(), "signals": whole(),
            "unlit_metres": described(number(), "Metres known to be without light after dark"),
            "light_unknown_metres": described(number(), "Metres of which nobody has recorded whether they are lit"),
            "legs": { "type": "array", "items": object(&["metres", "steps"], json!({
                "name": string(), "metres": number(), "steps": boolean(),
            })) },
        })),
        "Style": object(&["version", "name", "sources", "layers"], json!({
            "version": whole(), "name": string(), "sources": { "type": "object" }, "font-faces": { "type": "object" },
            "layers": { "type": "array", "items": { "type": "object" } },
        })),
        "Tile": json!({ "type": "string", "format": "binary" }),
        "AddressCollection": addresses::collection(),
        "AddressFeature": addresses::feature(),
        "AddressProperties": addresses::properties(),
        "PlaceFeature": feature("PlaceProperties", &json!({})),
        "DistrictFeature": feature("DistrictProperties", &json!({ "bbox": numbers(4) })),
        "Place": feature("PlaceProperties", &json!({ "revision": whole(), "links": list("Link") })),
        "District": feature("DistrictProperties", &json!({ "bbox": numbers(4), "revision": whole(), "links": list("Link") })),
        "Geometry": object(&["type", "coordinates"], json!({
            "type": one_of(["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]),
            "coordinates": { "type": "array", "items": {} },
        })),
        "PlaceProperties": place_properties(),
        "DistrictProperties": district_properties(),
        "Named": object(&["id", "name"], json!({ "id": string(), "name": string() })),
        "DistrictAt": object(&["revision"], json!({
            "revision": whole(), "district": nullable("Named"), "quarter": nullable("Named"),
            "border_distance_m": described(json!({ "type": "number", "nullable": true }), "Metres to the nearest border of any district"),
        })),
        "Live": object(&["status"], json!({ "status": one_of(["live"]) })),
        "Ready": object(&["status", "revision"], json!({ "status": one_of(["ready"]), "revision": whole() })),
        "Problem": object(&["type", "title", "status"], json!({
            "type": string(), "title": string(), "status": whole(), "detail": string(),
            "field": described(string(), "The parameter or field that is wrong; the first of several"),
            "errors": described(list("Fault"), "Everything that is wrong"),
        })),
        "Fault": object(&["field", "reason"], json!({ "feature": string(), "field": string(), "reason": string() })),
    })
}

fn place_properties() -> Value {
    let required = [
        "name",
        "kind",
        "cls",
        "status",
        "near_border",
        "origin",
        "completeness",
        "url",
        "accessibility",
    ];
    let text = [
        "name",
        "cost_text",
        "name_easy",
        "status_reason",
        "opening_hours_source",
        "verified_by_role",
        "operator",
        "source",
        "licence",
        "osm_id",
        "note_de",
        "note_en",
    ];
    let facts = [
        "consumption_required",
        "own_food_allowed",
        "bookable",
        "eurokey",
    ];
    let counts = ["seats", "floor_area_m2", "room_count"];
    let dates = ["valid_from", "valid_to", "last_verified_at"];
    let mut members = serde_json::Map::new();
    let mut put = |names: &[&str], schema: &Value| {
        members.extend(
            names
                .iter()
                .map(|name| ((*name).to_owned(), schema.clone())),
        );
    };
    put(&text, &string());
    put(&facts, &fact());
    put(&counts, &whole());
    put(&dates, &date());
    for (name, schema) in chosen_members()
        .into_iter()
        .chain(explained_members())
        .chain(nested_members())
    {
        put(&[name], &schema);
    }
    object(&required, Value::Object(members))
}

fn fact() -> Value {
    one_of(names(Fact::ALL, Fact::as_str))
}

/// Members with one of a few names.
fn chosen_members() -> Vec<(&'static str, Value)> {
    let kinds = Catalogue::shipped()
        .kinds()
        .filter(|(_, kind)| kind.cls != Class::Amenity);
    vec![
        ("kind", one_of(kinds.map(|(id, _)| id.as_str()))),
        (
            "cls",
            one_of([Class::Room.as_str(), Class::Outdoor.as_str()]),
        ),
        ("status", one_of(names(Status::ALL, Status::as_str))),
        ("origin", one_of(names(Origin::ALL, Origin::as_str))),
        ("access", one_of(names(Access::ALL, Access::as_str))),
        ("cost", one_of(names(Cost::ALL, Cost::as_str))),
        ("toilets", one_of(names(Toilets::ALL, Toilets::as_str))),
        (
            "operator_type",
            one_of(names(OperatorType::ALL, OperatorType::as_str)),
        ),
        (
            "position_quality",
            one_of(names(PositionQuality::ALL, PositionQuality::as_str)),
        ),
    ]
}

/// Members that need a word of explanation.
fn explained_members() -> Vec<(&'static str, Value)> {
    let percent = json!({ "type": "integer", "minimum": 0, "maximum": 100 });
    let strings = json!({ "type": "array", "items": string() });
    vec![
        (
            "district",
            described(string(), "The id of the district its marker lies in"),
        ),
        (
            "near_border",
            described(
                boolean(),
                "Within 25 m of a district's border: it serves both sides",
            ),
        ),
        (
            "opening_hours",
            described(
                string(),
                "As OpenStreetMap writes opening hours; as entered, perhaps not understood",
            ),
        ),
        (
            "completeness",
            described(
                percent,
                "Share of twelve key facts that is known, in percent",
            ),
        ),
        (
            "distance_m",
            described(
                number(),
                "Straight distance to the nearest edge in metres, 0 inside",
            ),
        ),
        (
            "walk_s",
            described(
                json!({ "type": "number", "nullable": true }),
                "Seconds on foot for the profile asked about; null where no way is known",
            ),
        ),
        (
            "walk_engine",
            described(one_of(engines()), "What told the walking time"),
        ),
        ("url", described(string(), "The page of the place")),
        ("accessibility", super::audits::accessibility()),
        (
            "named_district",
            described(string(), "The district the source names"),
        ),
        (
            "osm_wheelchair",
            described(
                string(),
                "OpenStreetMap's word on wheelchair access; not verified by the city",
            ),
        ),
        (
            "languages",
            described(
                strings.clone(),
                "ISO 639-1, dgs (sign language) or de-leicht",
            ),
        ),
        (
            "estimated",
            described(strings, "Members whose values are estimates"),
        ),
    ]
}

/// Members that are lists or objects.
fn nested_members() -> Vec<(&'static str, Value)> {
    let amenities = Amenity::ALL
        .iter()
        .map(|amenity| (amenity.as_str().to_owned(), fact()));
    let osm_words = OsmTag::ALL.iter().map(|tag| (tag.to_string(), string()));
    let restriction = one_of(names(Restriction::ALL, Restriction::as_str));
    vec![
        (
            "topics",
            json!({ "type": "array", "items": one_of(names(Topic::ALL, Topic::as_str)) }),
        ),
        (
            "audience",
            object(
                &["restriction"],
                json!({
                    "restriction": restriction, "min_age": whole(), "max_age": whole(),
                }),
            ),
        ),
        ("amenities", object(&[], Value::Object(amenities.collect()))),
        (
            "osm_access",
            described(
                object(&[], Value::Object(osm_words.collect())),
                "OpenStreetMap's words on who can use it; not verified by the city",
            ),
        ),
        (
            "relocated_to",
            json!({ "type": "string", "format": "uuid" }),
        ),
        (
            "address",
            object(
                &[],
                json!({
                    "street": string(), "housenumber": string(), "postcode": string(), "city": string(),
                }),
            ),
        ),
    ]
}

fn district_properties() -> Value {
    object(
        &["id", "name", "boundary", "label", "survey_current"],
        json!({
            "id": string(), "name": string(),
            "boundary": described(one_of(names(Boundary::ALL, Boundary::as_str)), "Where the outline comes from"),
            "label": described(numbers(2), "Longitude and latitude where its name fits on a map"),
            "population": whole(), "population_year": whole(), "population_estimated": boolean(),
            "surveyed_on": described(date(), "The day since when everything there is recorded, as somebody of the city confirmed"),
            "survey_current": described(boolean(), "Whether that still holds: two years; otherwise what is missing may only be missing from the data"),
        }),
    )
}

fn engines() -> Vec<&'static str> {
    Engine::ALL.iter().map(|engine| engine.as_str()).collect()
}

fn profiles() -> Vec<&'static str> {
    Profile::ALL
        .iter()
        .map(|profile| profile.as_str())
        .collect()
}

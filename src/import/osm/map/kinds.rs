//! Which tags are drawn as what, and from which zoom on (Shortbread schema, version 1.0).

use crate::domain::catalogue::Tags;
use crate::domain::ground::Layer;

/// What an object is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sort {
    pub(super) layer: Layer,
    pub(super) kind: &'static str,
    pub(super) from_zoom: u8,
}

/// A value of a tag, the kind it is drawn as, and the first zoom.
type Row = (&'static str, &'static str, u8);

const STREETS: &[Row] = &[
    ("motorway", "motorway", 5),
    ("motorway_link", "motorway", 12),
    ("trunk", "trunk", 6),
    ("trunk_link", "trunk", 12),
    ("primary", "primary", 8),
    ("primary_link", "primary", 13),
    ("secondary", "secondary", 9),
    ("secondary_link", "secondary", 13),
    ("tertiary", "tertiary", 10),
    ("tertiary_link", "tertiary", 14),
    ("unclassified", "unclassified", 12),
    ("residential", "residential", 12),
    ("living_street", "living_street", 12),
    ("pedestrian", "pedestrian", 12),
    ("busway", "busway", 12),
    ("service", "service", 13),
    ("track", "track", 13),
    ("footway", "footway", 13),
    ("path", "path", 13),
    ("steps", "steps", 13),
    ("cycleway", "cycleway", 13),
];

const RAILWAYS: &[Row] = &[
    ("rail", "rail", 8),
    ("narrow_gauge", "narrow_gauge", 8),
    ("light_rail", "light_rail", 10),
    ("tram", "tram", 11),
    ("funicular", "funicular", 10),
    ("subway", "subway", 10),
    ("monorail", "monorail", 10),
];

const WATER_LINES: &[Row] = &[
    ("river", "river", 8),
    ("canal", "canal", 9),
    ("stream", "stream", 13),
    ("ditch", "ditch", 14),
    ("drain", "ditch", 14),
];

const LAND_USES: &[Row] = &[
    ("forest", "forest", 7),
    ("grass", "grass", 11),
    ("meadow", "meadow", 11),
    ("village_green", "village_green", 11),
    ("recreation_ground", "recreation_ground", 11),
    ("greenfield", "greenfield", 11),
    ("farmland", "farmland", 10),
    ("farmyard", "farmyard", 11),
    ("orchard", "orchard", 10),
    ("vineyard", "vineyard", 10),
    ("allotments", "allotments", 10),
    ("plant_nursery", "plant_nursery", 11),
    ("greenhouse_horticulture", "greenhouse_horticulture", 11),
    ("residential", "residential", 10),
    ("garages", "garages", 11),
    ("industrial", "industrial", 10),
    ("commercial", "commercial", 10),
    ("retail", "retail", 10),
    ("railway", "railway", 10),
    ("landfill", "landfill", 10),
    ("brownfield", "brownfield", 10),
    ("quarry", "quarry", 10),
    ("cemetery", "cemetery", 12),
];

const COVERS: &[Row] = &[
    ("wood", "forest", 7),
    ("scrub", "scrub", 11),
    ("heath", "heath", 11),
    ("grassland", "grassland", 11),
    ("bare_rock", "bare_rock", 11),
    ("scree", "scree", 11),
    ("shingle", "shingle", 11),
    ("sand", "sand", 10),
    ("beach", "beach", 10),
    ("wetland", "swamp", 11),
];

const LEISURE: &[Row] = &[
    ("park", "park", 11),
    ("garden", "garden", 12),
    ("playground", "playground", 12),
    ("golf_course", "golf_course", 11),
    ("miniature_golf", "miniature_golf", 12),
    ("pitch", "recreation_ground", 13),
];

const SITES: &[Row] = &[
    ("school", "school", 14),
    ("university", "university", 14),
    ("college", "college", 14),
    ("hospital", "hospital", 14),
    ("parking", "parking", 14),
    ("bicycle_parking", "bicycle_parking", 14),
];

const SETTLEMENTS: &[Row] = &[
    ("city", "city", 4),
    ("town", "town", 6),
    ("village", "village", 9),
    ("suburb", "suburb", 11),
    ("quarter", "quarter", 12),
    ("hamlet", "hamlet", 12),
    ("neighbourhood", "neighbourhood", 13),
    ("isolated_dwelling", "isolated_dwelling", 14),
];

fn by(tags: &Tags, key: &str, rows: &[Row], layer: Layer) -> Option<Sort> {
    let value = tags.get(key)?;
    let (_, kind, from_zoom) = rows.iter().find(|(known, ..)| known == value)?;
    Some(Sort {
        layer,
        kind,
        from_zoom: *from_zoom,
    })
}

fn says(tags: &Tags, key: &str, values: &[&str]) -> bool {
    tags.get(key)
        .is_some_and(|value| values.contains(&value.as_str()))
}

/// What encloses ground.
pub(super) fn area(tags: &Tags) -> Option<Sort> {
    let whole = |layer, kind, from_zoom| {
        Some(Sort {
            layer,
            kind,
            from_zoom,
        })
    };
    if tags.get("building").is_some_and(|value| value != "no") {
        return whole(Layer::Buildings, "building", 14);
    }
    if tags.contains_key("highway") {
        let is_area = says(tags, "area", &["yes"]);
        let street = by(tags, "highway", STREETS, Layer::StreetPolygons).filter(|_| is_area)?;
        return Some(Sort {
            from_zoom: street.from_zoom.max(12),
            ..street
        });
    }
    if says(tags, "place", &["square"]) {
        return whole(Layer::StreetPolygons, "pedestrian", 13);
    }
    if says(tags, "natural", &["water"]) || says(tags, "waterway", &["riverbank", "dock"]) {
        let is_river = says(tags, "water", &["river", "canal"]) || tags.contains_key("waterway");
        return whole(
            Layer::WaterPolygons,
            if is_river { "river" } else { "water" },
            6,
        );
    }
    if says(tags, "landuse", &["reservoir", "basin"]) {
        return whole(Layer::WaterPolygons, "water", 6);
    }
    if says(tags, "leisure", &["swimming_pool"]) {
        return whole(Layer::WaterPolygons, "swimming_pool", 14);
    }
    by(tags, "leisure", LEISURE, Layer::Land)
        .or_else(|| by(tags, "natural", COVERS, Layer::Land))
        .or_else(|| by(tags, "landuse", LAND_USES, Layer::Land))
        .or_else(|| by(tags, "amenity", SITES, Layer::Sites))
}

/// What is a line.
pub(super) fn line(tags: &Tags) -> Option<Sort> {
    if says(tags, "area", &["yes"]) {
        return None;
    }
    let siding = tags.contains_key("service");
    by(tags, "highway", STREETS, Layer::Streets)
        .or_else(|| {
            let track = by(tags, "railway", RAILWAYS, Layer::Railways)?;
            Some(Sort {
                from_zoom: if siding { 13 } else { track.from_zoom },
                ..track
            })
        })
        .or_else(|| by(tags, "waterway", WATER_LINES, Layer::WaterLines))
}

/// A settlement with a name of its own.
pub(super) fn settlement(tags: &Tags) -> Option<Sort> {
    by(tags, "place", SETTLEMENTS, Layer::PlaceLabels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(pairs: &[(&str, &str)]) -> Tags {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn a_closed_street_is_ground_only_where_it_says_so() {
        let roundabout = tags(&[("highway", "residential"), ("junction", "roundabout")]);
        assert_eq!(area(&roundabout), None);
        assert!(line(&roundabout).is_some());
        let square = tags(&[("highway", "pedestrian"), ("area", "yes")]);
        assert_eq!(
            area(&square).map(|sort| sort.layer),
            Some(Layer::StreetPolygons)
        );
        assert_eq!(line(&square), None);
    }

    #[test]
    fn a_building_in_a_park_is_a_building_and_a_wood_is_a_forest() {
        let house = tags(&[("building", "yes"), ("leisure", "park")]);
        assert_eq!(area(&house).map(|sort| sort.layer), Some(Layer::Buildings));
        let wood = tags(&[("natural", "wood")]);
        assert_eq!(area(&wood).map(|sort| sort.kind), Some("forest"));
        assert_eq!(area(&tags(&[("building", "no")])), None);
    }
}

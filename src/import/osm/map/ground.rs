//! The ground of an extract in the terms of the Shortbread schema.

use geo::LineString;

use super::elements::{Elements, Group, Point, Way};
use super::kinds::{self, Sort};
use crate::domain::catalogue::Tags;
use crate::domain::corner::Trace;
use crate::domain::ground::{Course, Drawn, Layer, Outline};
use crate::domain::{Catalogue, Corner};

/// Everything that is drawn under the places.
pub(super) fn of(elements: &Elements) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for group in &elements.groups {
        drawn.extend(area(elements, group));
    }
    for way in &elements.ways {
        way_into(elements, way, &mut drawn);
    }
    drawn.extend(elements.points.iter().filter_map(settlement));
    drawn
}

fn area(elements: &Elements, group: &Group) -> Option<Drawn> {
    let sort = kinds::area(&group.tags)?;
    let ground = elements.area(group);
    let polygons: Vec<Vec<Trace>> = ground
        .iter()
        .map(|polygon| {
            let holes = polygon.interiors().iter();
            std::iter::once(polygon.exterior())
                .chain(holes)
                .map(trace)
                .collect()
        })
        .collect();
    (!polygons.is_empty()).then(|| drawn(&group.tags, sort, Outline::Area(polygons)))
}

fn way_into(elements: &Elements, way: &Way, drawn_things: &mut Vec<Drawn>) {
    let is_ring = way.nodes.len() > 3 && way.nodes.first() == way.nodes.last();
    let pieces = elements.pieces(&way.nodes);
    let is_whole = pieces.len() == 1 && pieces[0].len() == way.nodes.len();
    if is_ring
        && is_whole
        && let Some(sort) = kinds::area(&way.tags)
    {
        let ring = Trace(pieces.into_iter().next().unwrap_or_default());
        drawn_things.push(drawn(&way.tags, sort, Outline::Area(vec![vec![ring]])));
        return;
    }
    if let Some(sort) = kinds::line(&way.tags) {
        let lines = pieces.into_iter().map(|piece| Outline::Line(Trace(piece)));
        drawn_things.extend(lines.map(|line| drawn(&way.tags, sort, line)));
    }
}

fn settlement(point: &Point) -> Option<Drawn> {
    let sort = kinds::settlement(&point.tags)?;
    point.tags.get("name")?;
    Some(drawn(&point.tags, sort, Outline::Point(point.corner)))
}

fn drawn(tags: &Tags, sort: Sort, outline: Outline) -> Drawn {
    let text = |key: &str| tags.get(key).map(|value| value.as_str().into());
    let text_of = |key: &str| tags.get(key).map_or("", String::as_str);
    let says = |key: &str| tags.get(key).is_some_and(|value| value != "no");
    // Only what has a place for its name in a style is named, and never a place of refuge.
    let is_named = matches!(
        sort.layer,
        Layer::Streets
            | Layer::WaterLines
            | Layer::WaterPolygons
            | Layer::PlaceLabels
            | Layer::StreetPolygons
    ) && !Catalogue::shipped().is_blocked(tags);
    let name = || text("name:de").or_else(|| text("name"));
    Drawn {
        layer: sort.layer,
        kind: sort.kind.into(),
        name: if is_named { name() } else { None },
        reference: if sort.layer == Layer::Streets {
            text("ref")
        } else {
            None
        },
        course: match (says("bridge"), says("tunnel")) {
            (_, true) => Course::Tunnel,
            (true, _) => Course::Bridge,
            _ => Course::Ground,
        },
        is_minor: match sort.layer {
            Layer::Streets => text_of("highway").ends_with("_link"),
            Layer::Railways => tags.contains_key("service"),
            _ => false,
        },
        from_zoom: sort.from_zoom,
        outline,
    }
}

fn trace(ring: &LineString<f64>) -> Trace {
    #[expect(clippy::cast_possible_truncation, reason = "degrees on the earth fit")]
    let units = |degrees: f64| (degrees * 1e6).round() as i32;
    let corner = |coord: &geo::Coord<f64>| Corner {
        lon: units(coord.x),
        lat: units(coord.y),
    };
    Trace(ring.0.iter().map(corner).collect())
}

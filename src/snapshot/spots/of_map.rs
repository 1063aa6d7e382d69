//! What a drawn city knows by name: streets with their houses, settlements, parts of towns, postcodes.

use std::collections::BTreeMap;

use crate::domain::address::Street;
use crate::domain::ground::{Layer, Outline};
use crate::domain::{CityMap, Corner};
use crate::gazetteer::{Gazetteer, NewSpot, SpotKind};

/// The streets, settlements, parts of towns and postcodes of a drawn city.
pub(in crate::snapshot) fn gazetteer_of(map: &CityMap) -> Gazetteer {
    let streets = map.streets.iter().map(NewSpot::from);
    let settlements = map.ground.iter().filter_map(|drawn| {
        let kind = match &*drawn.kind {
            _ if drawn.layer != Layer::PlaceLabels => return None,
            "suburb" | "quarter" | "neighbourhood" => SpotKind::Quarter,
            _ => SpotKind::Settlement,
        };
        let Outline::Point(corner) = drawn.outline else {
            return None;
        };
        Some(NewSpot::named(drawn.name.as_deref()?, kind, corner))
    });
    Gazetteer::build(streets.chain(settlements).chain(areas_of(&map.streets)))
}

/// What houses name beside their street, as spots: the house nearest to the middle of all that name it.
fn areas_of(streets: &[Street]) -> impl Iterator<Item = NewSpot> {
    let mut areas: BTreeMap<(SpotKind, String), Vec<Corner>> = BTreeMap::new();
    for street in streets {
        for house in &street.houses {
            if let Some(code) = &house.postcode {
                let town = street.town.as_deref().unwrap_or_default();
                let name = format!("{code} {town}").trim().to_owned();
                let area = areas.entry((SpotKind::Settlement, name)).or_default();
                area.push(house.corner);
            }
            if let Some(suburb) = &street.suburb {
                let area = areas
                    .entry((SpotKind::Quarter, suburb.to_string()))
                    .or_default();
                area.push(house.corner);
            }
        }
    }
    areas.into_iter().filter_map(|((kind, name), corners)| {
        Some(NewSpot::named(&name, kind, nearest_to_middle(&corners)?))
    })
}

fn nearest_to_middle(corners: &[Corner]) -> Option<Corner> {
    let count = i64::try_from(corners.len())
        .ok()
        .filter(|count| *count > 0)?;
    let middle = |side: fn(&Corner) -> i32| {
        corners
            .iter()
            .map(|corner| i64::from(side(corner)))
            .sum::<i64>()
            / count
    };
    let (lon, lat) = (middle(|own| own.lon), middle(|own| own.lat));
    let gap = |own: &&Corner| (i64::from(own.lon) - lon).abs() + (i64::from(own.lat) - lat).abs();
    corners.iter().min_by_key(gap).copied()
}

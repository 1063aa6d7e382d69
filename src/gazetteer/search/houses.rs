//! The house that was asked for, or the nearest that is known.

use super::candidates::Finalist;
use super::{Cost, Hit, Search, SpotId};
use crate::domain::Corner;
use crate::gazetteer::number::Number;
use crate::gazetteer::{AskedNumber, Found, Gazetteer, Numbered, Quality, Spot, SpotKind};

/// Of the houses that begin with a number, or of a street that only houses are known of, so many are named.
const MOST_HOUSES: usize = 3;

/// The whole spot or one of its houses, and how well that answers the number asked for.
struct Picked<'a> {
    house: Option<&'a Numbered>,
    corner: Corner,
    number: AskedNumber,
    step: u8,
    /// Numbers between it and the one asked for.
    gap: u32,
}

impl Search<'_> {
    /// Where the house of a spot is that has a number, or the one nearest to it.
    pub(super) fn house_of(&self, id: SpotId, number: &str) -> Option<Corner> {
        let houses = self.layers[id.0].gazetteer.houses_of(self.spot(id));
        numbered(houses, number).first().map(|own| own.corner)
    }

    /// A finalist as hits: the whole street, the house of it that was asked for, or a few houses.
    pub(super) fn hits_of(&self, finalist: &Finalist) -> Vec<Hit> {
        let gazetteer = self.layers[finalist.id.0].gazetteer;
        let spot = self.spot(finalist.id);
        let picked = picked(
            spot,
            gazetteer.houses_of(spot),
            finalist.left.number.as_deref(),
        );
        // Somebody who names a street of which only houses are known has begun the address of a house.
        let is_only_begun = spot.corner.is_none() && finalist.left.number.is_none();
        let hits = picked.into_iter().filter_map(|own| {
            let cost = Cost {
                number: own.step,
                is_begun: finalist.cost.is_begun || is_only_begun,
                ..finalist.cost
            };
            let gap = own.gap;
            Some(Hit::new(
                self,
                cost,
                gap,
                found(gazetteer, spot, own, cost)?,
            ))
        });
        hits.collect()
    }
}

fn picked<'a>(spot: &Spot, houses: &'a [Numbered], asked: Option<&str>) -> Vec<Picked<'a>> {
    let whole = |number, step| {
        let corner = spot.corner;
        let picked = corner.map(|corner| Picked {
            house: None,
            corner,
            number,
            step,
            gap: 0,
        });
        picked.into_iter().collect()
    };
    match asked {
        None if spot.corner.is_some() => whole(AskedNumber::Met, 0),
        None => {
            let first = houses.iter().take(MOST_HOUSES);
            first.map(|own| house(own, AskedNumber::Met, 1)).collect()
        }
        Some(asked) if houses.is_empty() => whole(AskedNumber::NoneKnown(asked.into()), 4),
        Some(asked) => numbered(houses, asked),
    }
}

fn house(own: &Numbered, number: AskedNumber, step: u8) -> Picked<'_> {
    Picked {
        house: Some(own),
        corner: own.corner,
        number,
        step,
        gap: 0,
    }
}

/// The house asked for; else the nearest known one; and some that begin with the number, for somebody still typing.
fn numbered<'a>(houses: &'a [Numbered], asked: &str) -> Vec<Picked<'a>> {
    let number = Number::read(asked);
    let very = houses.iter().find(|own| own.number.is(&number));
    let met = very.or_else(|| houses.iter().find(|own| own.number.contains(&number)));
    let nearest = || houses.iter().min_by_key(|own| own.number.gap(&number));
    let first = match met {
        Some(own) => Some(house(own, AskedNumber::Met, 0)),
        None => nearest().map(|own| Picked {
            gap: own.number.gap(&number).0,
            ..house(own, AskedNumber::Nearest(asked.into()), 2)
        }),
    };
    let is_first = |own: &Numbered| {
        let first = first.as_ref().and_then(|first| first.house);
        first.is_some_and(|first| std::ptr::eq(first, own))
    };
    let begun = houses.iter().filter(|own| own.number.is_begun_by(&number));
    let others: Vec<_> = begun
        .filter(|own| !is_first(own))
        .take(MOST_HOUSES)
        .map(|own| house(own, AskedNumber::Begun, 3))
        .collect();
    first.into_iter().chain(others).collect()
}

fn found(gazetteer: &Gazetteer, spot: &Spot, picked: Picked<'_>, cost: Cost) -> Option<Found> {
    let context = gazetteer.contexts.get(spot.context);
    let only_code = match context.postcodes.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let code = picked.house.and_then(|house| house.postcode).or(only_code);
    Some(Found {
        kind: picked.house.map_or(spot.kind, |_| SpotKind::House),
        name: match picked.house {
            Some(house) => format!("{} {}", spot.name, house.label),
            None => spot.name.to_string(),
        },
        quality: quality(cost),
        number: picked.number,
        postcode: code.map(|code| gazetteer.contexts.code(code).into()),
        town: context.town.clone(),
        suburb: context.suburb.clone(),
        location: picked.corner.location()?,
        place: spot.place,
    })
}

fn quality(cost: Cost) -> Quality {
    match cost {
        Cost {
            unexplained: 1.., ..
        } => Quality::Partial,
        Cost { edits: 1.., .. } => Quality::Similar,
        Cost { is_begun: true, .. } => Quality::Begun,
        _ => Quality::Exact,
    }
}

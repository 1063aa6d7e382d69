//! Working out what follows from where a place is, on every core.

use crate::domain::{District, Place, folding};
use crate::index::DistrictIndex;
use crate::snapshot::rendering::Rendering;
use crate::snapshot::{HoursTable, Located};

/// Places nearer to a district's border than this serve people on both sides (metres).
const BORDER_M: f64 = 25.0;

/// Below this many places another thread costs more than it saves.
const WORTH_A_THREAD: usize = 10_000;

/// All `places` located, in the same order.
pub(super) fn all(
    places: Vec<Place>,
    districts: &[District],
    index: &DistrictIndex,
    hours: &mut HoursTable,
) -> Vec<Located> {
    let entries: Vec<_> = places
        .iter()
        .map(|place| place.opening_hours.as_deref().map(|text| hours.entry(text)))
        .collect();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = places.len().div_ceil(cores).max(WORTH_A_THREAD);
    let mut found = vec![(None, false, Box::default()); places.len()];
    std::thread::scope(|scope| {
        for (places, found) in places.chunks(share).zip(found.chunks_mut(share)) {
            scope.spawn(move || {
                for (place, found) in places.iter().zip(found) {
                    *found = whereabouts(place, districts, index);
                }
            });
        }
    });
    places
        .into_iter()
        .zip(entries)
        .zip(found)
        .map(
            |((place, hours), (district, near_border, folded_name))| Located {
                place,
                near_border,
                district,
                hours,
                folded_name,
                rendering: Rendering::default(),
            },
        )
        .collect()
}

/// The district of a place, whether its border is near, and the name as people search it.
fn whereabouts(
    place: &Place,
    districts: &[District],
    index: &DistrictIndex,
) -> (Option<u16>, bool, Box<str>) {
    let label = place.shape.label();
    (
        index.district_at(districts, label),
        index.is_near_border(label, BORDER_M),
        folding::fold(&place.name).into(),
    )
}

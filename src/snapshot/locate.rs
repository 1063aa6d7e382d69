//! Working out what follows from where a place is, on every core.

use crate::domain::{District, Place, folding};
use crate::index::DistrictIndex;
use crate::snapshot::rendering::Rendering;
use crate::snapshot::{HoursTable, Located};

/// Places nearer to a district's border than this serve people on both sides (metres).
const BORDER_M: f64 = 25.0;

/// Below this many places another thread costs more than it saves.
const WORTH_A_THREAD: usize = 10_000;

/// What follows from where a place is and how it is called.
#[derive(Clone, Default)]
pub(super) struct Whereabouts {
    district: Option<u16>,
    near_border: bool,
    folded_name: Box<str>,
}

/// The whereabouts of all `places`, in the same order.
pub(super) fn whereabouts(
    places: &[Place],
    districts: &[District],
    index: &DistrictIndex,
) -> Vec<Whereabouts> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = places.len().div_ceil(cores).max(WORTH_A_THREAD);
    let mut found = vec![Whereabouts::default(); places.len()];
    std::thread::scope(|scope| {
        for (places, found) in places.chunks(share).zip(found.chunks_mut(share)) {
            scope.spawn(move || {
                for (place, found) in places.iter().zip(found) {
                    let label = place.shape.label();
                    *found = Whereabouts {
                        district: index.district_at(districts, label),
                        near_border: index.is_near_border(label, BORDER_M),
                        folded_name: folding::fold(&place.name).into(),
                    };
                }
            });
        }
    });
    found
}

/// Places with their whereabouts and the entry of their hours.
pub(super) fn all(
    places: Vec<Place>,
    whereabouts: Vec<Whereabouts>,
    hours: &mut HoursTable,
) -> Vec<Located> {
    places
        .into_iter()
        .zip(whereabouts)
        .map(
            |(
                place,
                Whereabouts {
                    district,
                    near_border,
                    folded_name,
                },
            )| Located {
                hours: place.opening_hours.as_deref().map(|text| hours.entry(text)),
                place,
                near_border,
                district,
                folded_name,
                rendering: Rendering::default(),
            },
        )
        .collect()
}

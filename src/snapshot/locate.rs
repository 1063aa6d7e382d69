//! Working out what follows from where a place is and how it is called; of many places on every core.

use crate::domain::{Place, folding};
use crate::snapshot::accessibility::{Findings, Newest};
use crate::snapshot::frame::Frame;
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

impl Whereabouts {
    fn of(place: &Place, frame: &Frame) -> Self {
        let label = place.shape.label();
        Self {
            district: frame.district_at(label),
            near_border: frame.district_index.is_near_border(label, BORDER_M),
            folded_name: folding::fold(&place.name).into(),
        }
    }
}

impl Located {
    /// A place with its whereabouts and what audits say of it; `hours` is the entry of its opening hours.
    pub(super) fn new(place: Place, frame: &Frame, audits: Newest, hours: Option<u32>) -> Self {
        let whereabouts = Whereabouts::of(&place, frame);
        Self::at(place, whereabouts, audits, hours)
    }

    fn at(place: Place, whereabouts: Whereabouts, audits: Newest, hours: Option<u32>) -> Self {
        let [audited, declared] = audits.about(place.kind);
        Self {
            audited,
            declared,
            place,
            near_border: whereabouts.near_border,
            district: whereabouts.district,
            hours,
            folded_name: whereabouts.folded_name,
            rendering: Rendering::default(),
        }
    }
}

/// All places with what follows, in the same order.
pub(super) fn all(
    places: Vec<Place>,
    frame: &Frame,
    findings: &Findings,
    hours: &mut HoursTable,
) -> impl Iterator<Item = Located> {
    let whereabouts = whereabouts(&places, frame);
    let located = places.into_iter().zip(whereabouts);
    located.map(|(place, whereabouts)| {
        let hours = place.opening_hours.as_deref().map(|text| hours.entry(text));
        let audits = findings.of(place.id);
        Located::at(place, whereabouts, audits, hours)
    })
}

/// The whereabouts of all `places`, in the same order.
fn whereabouts(places: &[Place], frame: &Frame) -> Vec<Whereabouts> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = places.len().div_ceil(cores).max(WORTH_A_THREAD);
    let mut found = vec![Whereabouts::default(); places.len()];
    std::thread::scope(|scope| {
        for (places, found) in places.chunks(share).zip(found.chunks_mut(share)) {
            scope.spawn(move || {
                for (place, found) in places.iter().zip(found) {
                    *found = Whereabouts::of(place, frame);
                }
            });
        }
    });
    found
}

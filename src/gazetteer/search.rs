//! From a question to the spots that fit it best.

mod candidates;
mod houses;

use std::cmp::Ordering;

use super::amendment::{Amended, Layer, Rank};
use super::asked::{Asked, Run};
use super::{Found, Spot, SpotKind};
use crate::domain::{Corner, LocalPlane, Location, address};

use candidates::{Candidates, Finalist};

/// What the search has to know beside names.
pub struct Around<'a> {
    /// Where the person is, if that is known: of what fits equally well the nearer comes first.
    pub near: Option<Location>,
    /// Distances are measured on it.
    pub plane: &'a LocalPlane,
    /// The words, as they are searched, of what a location lies in: district, quarter, city.
    pub words_at: &'a dyn Fn(Location) -> Vec<String>,
}

/// Spots of one name closer together than this are one (metres).
const SAME_SPOT_M: f64 = 150.0;

/// The same for a settlement and the district of its name, which has its middle elsewhere (metres).
const SAME_SETTLEMENT_M: f64 = 3_000.0;

/// How far a spot is from what was asked for; less is better, the first difference decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    /// Words that mean nothing here.
    unexplained: usize,
    /// Typos.
    edits: u8,
    /// Whether something is only begun.
    is_begun: bool,
    /// How far the house number is from the one asked for, in steps of a kind.
    number: u8,
    /// Whether the name begins elsewhere, or a postcode could not be compared.
    aside: u8,
}

/// A spot that fits, with what it is ranked by.
struct Hit {
    cost: Cost,
    metres: f64,
    /// Numbers between the house and the one asked for.
    gap: u32,
    key: String,
    found: Found,
}

/// The best `limit` spots of several gazetteers for a question, the best first.
///
/// Whatever was asked, only some thousand spots are compared.
#[must_use]
pub fn search(
    gazetteers: &[Amended<'_>],
    asked: &Asked,
    around: &Around<'_>,
    limit: usize,
) -> Vec<Found> {
    let search = Search {
        layers: Layer::all(gazetteers),
        asked,
        around,
        runs: asked.runs(),
    };
    let mut candidates = Candidates::as_written(&search);
    let mut finalists = candidates.finalists();
    if finalists.iter().filter(|own| own.is_complete()).count() < limit {
        candidates.add_similar();
        finalists = candidates.finalists();
    }
    // Half of the words may mean nothing where nothing fits them all; then only the best of these are worth a look.
    let is_fitting = |own: &&Finalist| match finalists.first() {
        Some(best) if !best.is_complete() => {
            let sort = |cost: Cost| (cost.unexplained, cost.edits);
            best.cost.unexplained <= asked.words.len() / 2 && sort(own.cost) == sort(best.cost)
        }
        _ => own.is_complete(),
    };
    let fitting = finalists.iter().filter(is_fitting);
    let mut hits: Vec<Hit> = fitting.flat_map(|own| search.hits_of(own)).collect();
    hits.sort_by(Hit::compare);
    search.once_each(hits, limit)
}

struct Search<'a> {
    layers: Vec<Layer<'a>>,
    asked: &'a Asked,
    around: &'a Around<'a>,
    runs: Vec<Run>,
}

/// A spot of one of the layers.
type SpotId = (usize, u32);

impl Search<'_> {
    fn spot(&self, (layer, spot): SpotId) -> &Spot {
        &self.layers[layer].gazetteer.spots[spot as usize]
    }

    fn rank(&self, (layer, spot): SpotId) -> Rank {
        self.layers[layer].rank(spot)
    }

    fn corner_of(&self, id: SpotId) -> Option<Corner> {
        let spot = self.spot(id);
        let first_house = || self.layers[id.0].gazetteer.houses_of(spot).first();
        spot.corner
            .or_else(|| first_house().map(|house| house.corner))
    }

    fn metres_to(&self, corner: Option<Corner>) -> f64 {
        let Some(near) = self.around.near else {
            return 0.0;
        };
        let at = |location| self.around.plane.to_metres(location);
        let location = corner.and_then(Corner::location);
        location.map_or(f64::INFINITY, |location| at(location).distance_to(at(near)))
    }

    /// The best hits without those that mean the same spot as a better one.
    fn once_each(&self, hits: Vec<Hit>, limit: usize) -> Vec<Found> {
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            if kept.len() == limit {
                break;
            }
            if !kept.iter().any(|own| self.is_same_spot(own, &hit)) {
                kept.push(hit);
            }
        }
        kept.into_iter().map(|hit| hit.found).collect()
    }

    fn is_same_spot(&self, a: &Hit, b: &Hit) -> bool {
        let at = |own: &Hit| self.around.plane.to_metres(own.found.location);
        let is_settlement = |own: &Hit| {
            matches!(
                own.found.kind,
                SpotKind::District | SpotKind::Settlement | SpotKind::Quarter
            )
        };
        let reach_m = if is_settlement(a) && is_settlement(b) {
            SAME_SETTLEMENT_M
        } else {
            SAME_SPOT_M
        };
        a.key == b.key && at(a).distance_to(at(b)) < reach_m
    }
}

impl Hit {
    fn new(search: &Search<'_>, cost: Cost, gap: u32, found: Found) -> Self {
        Self {
            cost,
            gap,
            metres: search.metres_to(Some(found.location.into())),
            key: address::key(&found.name),
            found,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let (a, b) = (&self.found, &other.found);
        self.cost
            .cmp(&other.cost)
            .then_with(|| self.metres.total_cmp(&other.metres))
            .then_with(|| self.gap.cmp(&other.gap))
            .then_with(|| a.kind.cmp(&b.kind))
            .then_with(|| self.key.len().cmp(&other.key.len()))
            .then_with(|| self.key.cmp(&other.key))
            .then_with(|| a.location.lon().total_cmp(&b.location.lon()))
            .then_with(|| a.location.lat().total_cmp(&b.location.lat()))
    }
}

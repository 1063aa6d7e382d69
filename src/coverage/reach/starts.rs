//! Where people set out, looked up once for all questions.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::domain::Location;
use crate::domain::passage::Certainty;
use crate::domain::residents::Inhabited;
use crate::walk::{Costs, LineEnd, Network, Profile, Spot, Walks};

/// Where people set out from: the inhabited squares of a city, each looked up once.
pub struct Starts {
    pub(super) locations: Vec<Location>,
    pub(super) ends: Vec<LineEnd>,
    /// Where they are on the network: without wheels, with a wheelchair, with a walking frame.
    spots: [OnceLock<Vec<Option<Spot>>>; 3],
    /// Where they may come onto the network with a wheelchair and with a walking frame, by how sure that is.
    entries: [[OnceLock<Vec<Vec<Spot>>>; 3]; 2],
}

impl Starts {
    /// The starts of some squares, in their order.
    #[must_use]
    pub fn of(walks: &Walks, inhabited: &[Inhabited]) -> Self {
        let locations: Vec<Location> = inhabited.iter().map(|own| own.location).collect();
        Self {
            ends: locations.iter().map(|own| walks.line.end(*own)).collect(),
            locations,
            spots: Default::default(),
            entries: Default::default(),
        }
    }

    /// Where people of a profile may come onto the network from each square, as sure as `certainty` (see
    /// [`Network::entries`]).
    pub fn entries(
        &self,
        network: &Network,
        profile: Profile,
        certainty: Certainty,
    ) -> Cow<'_, [Vec<Spot>]> {
        let costs = Costs::sure(profile, certainty);
        let find = || {
            let locations = self.locations.iter();
            locations.map(|own| network.entries(*own, costs)).collect()
        };
        match profile.wheels() {
            None => Cow::Owned(find()),
            Some(wheels) => {
                let known = &self.entries[wheels as usize][certainty as usize - 1];
                Cow::Borrowed(known.get_or_init(find))
            }
        }
    }

    pub(super) fn spots(&self, network: &Network, profile: Profile) -> &[Option<Spot>] {
        let known = &self.spots[profile.wheels().map_or(0, |own| 1 + own as usize)];
        known.get_or_init(|| {
            let costs = Costs::of(profile);
            let snap = |own: &Location| network.snap(*own, costs);
            self.locations.iter().map(snap).collect()
        })
    }
}

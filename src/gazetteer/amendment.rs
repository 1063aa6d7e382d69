//! What has changed in a gazetteer since it was built: putting all names in order takes too long for a single edit.

use std::collections::{HashMap, HashSet};

use super::{Gazetteer, NewSpot, Spot};

/// Spots that are no longer there, and others that come in between.
pub struct Amendment {
    /// Positions in the gazetteer of what is gone.
    gone: HashSet<u32>,
    /// Postcodes of which nothing is left in the gazetteer.
    gone_postcodes: HashSet<Box<str>>,
    new: Gazetteer,
    /// Before which position of the gazetteer each new spot comes.
    before: Vec<u32>,
}

/// A gazetteer as it is now.
#[derive(Clone, Copy)]
pub struct Amended<'a> {
    /// The gazetteer as it was built.
    pub gazetteer: &'a Gazetteer,
    /// What has changed since.
    pub amendment: Option<&'a Amendment>,
}

impl<'a> From<&'a Gazetteer> for Amended<'a> {
    fn from(gazetteer: &'a Gazetteer) -> Self {
        Self {
            gazetteer,
            amendment: None,
        }
    }
}

impl Gazetteer {
    /// What makes this gazetteer one without the spots at some positions and with `new` ones, each before the position
    /// it comes with; they come in their order.
    #[must_use]
    pub fn amend(
        &self,
        gone: HashSet<u32>,
        new: impl IntoIterator<Item = (u32, NewSpot)>,
    ) -> Amendment {
        let (before, new): (Vec<u32>, Vec<NewSpot>) = new.into_iter().unzip();
        let mut uses: HashMap<u16, u32> = HashMap::new();
        for &position in &gone {
            for &code in self.postcodes_of(&self.spots[position as usize]) {
                *uses.entry(code).or_default() += 1;
            }
        }
        let is_last =
            |(code, count): &(u16, u32)| self.postcode_spots[usize::from(*code)] == *count;
        let gone_postcodes = uses.into_iter().filter(is_last);
        Amendment {
            gone_postcodes: gone_postcodes
                .map(|(code, _)| self.contexts.code(code).into())
                .collect(),
            gone,
            new: Self::build(new),
            before,
        }
    }

    fn postcodes_of(&self, spot: &Spot) -> &[u16] {
        &self.contexts.get(spot.context).postcodes
    }
}

/// One of the gazetteers that are searched: as it was built, or what is new in it.
pub(super) struct Layer<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    amendment: Option<&'a Amendment>,
    /// The how manieth of the gazetteers asked.
    number: usize,
    is_new: bool,
}

/// Where a spot would stand in a list of all spots built anew.
pub(super) type Rank = (usize, u32, u32);

impl<'a> Layer<'a> {
    /// Every gazetteer, each followed by what is new in it, if it is amended.
    pub(super) fn all(gazetteers: &[Amended<'a>]) -> Vec<Self> {
        let layers = gazetteers.iter().enumerate().flat_map(|(number, own)| {
            let amendment = own.amendment;
            let layer = |gazetteer, is_new| Self {
                gazetteer,
                amendment,
                number,
                is_new,
            };
            let new = amendment.map(|own| layer(&own.new, true));
            [layer(own.gazetteer, false)].into_iter().chain(new)
        });
        layers.collect()
    }

    /// Whether this is what is new in the gazetteer before it.
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Whether a spot is there no longer.
    pub(super) fn is_gone(&self, spot: u32) -> bool {
        let amendment = self.amendment.filter(|_| !self.is_new);
        amendment.is_some_and(|own| own.gone.contains(&spot))
    }

    /// Whether any spot has a postcode.
    pub(super) fn has_postcode(&self, text: &str) -> bool {
        let amendment = self.amendment.filter(|_| !self.is_new);
        self.gazetteer.contexts.has_postcode(text)
            && amendment.is_none_or(|own| !own.gone_postcodes.contains(text))
    }

    pub(super) fn rank(&self, spot: u32) -> Rank {
        match self.amendment.filter(|_| self.is_new) {
            Some(own) => (self.number, own.before[spot as usize], spot),
            None => (self.number, spot, u32::MAX),
        }
    }
}

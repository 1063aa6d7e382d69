//! An object of OpenStreetMap as a whole, as whoever changes it must send it back.

use std::fmt;

use chrono::{DateTime, Utc};

/// What sort of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OsmSort {
    /// A point.
    Node,
    /// A line through nodes.
    Way,
    /// A group of objects.
    Relation,
}

impl OsmSort {
    /// What OpenStreetMap calls it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Node => "node",
            Self::Way => "way",
            Self::Relation => "relation",
        }
    }
}

/// What an object consists of besides its tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OsmBody {
    /// Where a node lies, in billionths of a degree.
    Node {
        /// East.
        nano_lon: i64,
        /// North.
        nano_lat: i64,
    },
    /// The nodes of a way, in order.
    Way(Vec<i64>),
    /// The members of a relation: what each is, its number, its role.
    Relation(Vec<(OsmSort, i64, String)>),
}

impl OsmBody {
    /// What sort of object has it.
    #[must_use]
    pub const fn sort(&self) -> OsmSort {
        match self {
            Self::Node { .. } => OsmSort::Node,
            Self::Way(_) => OsmSort::Way,
            Self::Relation(_) => OsmSort::Relation,
        }
    }
}

/// An object of OpenStreetMap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OsmObject {
    /// Its number among those of its sort.
    pub number: i64,
    /// How often it was written; none where the extract keeps no history: then nobody can change it.
    pub version: Option<i32>,
    /// When it was last written, if the extract says so.
    pub edited_at: Option<DateTime<Utc>>,
    /// Every tag, in the order of the extract.
    pub tags: Vec<(String, String)>,
    /// The rest.
    pub body: OsmBody,
}

impl OsmObject {
    /// The value of a tag, if there is one.
    #[must_use]
    pub fn tag(&self, key: &str) -> Option<&str> {
        let mut tags = self.tags.iter();
        tags.find(|(own, _)| own == key)
            .map(|(_, value)| value.as_str())
    }

    /// The same with a tag set.
    #[must_use]
    pub fn with_tag(mut self, key: &str, value: &str) -> Self {
        match self.tags.iter_mut().find(|(own, _)| own == key) {
            Some((_, old)) => value.clone_into(old),
            None => self.tags.push((key.to_owned(), value.to_owned())),
        }
        self
    }
}

/// Its name, such as `way/2`.
impl fmt::Display for OsmObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.body.sort().as_str(), self.number)
    }
}

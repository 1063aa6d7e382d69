//! What an object of OpenStreetMap is called.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::domain::Invalid;

/// An object of OpenStreetMap; as text `node/1`, `way/2` or `relation/3`.
///
/// Nodes sort before ways and ways before relations. A negative number belongs to an object
/// that was drawn but never uploaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OsmId {
    /// A point.
    Node(i64),
    /// A line through nodes; closed, it may be the outline of an area.
    Way(i64),
    /// A group of objects, each with a role.
    Relation(i64),
}

impl fmt::Display for OsmId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Node(number) => write!(f, "node/{number}"),
            Self::Way(number) => write!(f, "way/{number}"),
            Self::Relation(number) => write!(f, "relation/{number}"),
        }
    }
}

impl FromStr for OsmId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let id = text.split_once('/').and_then(|(sort, number)| {
            let number = number.parse().ok()?;
            match sort {
                "node" => Some(Self::Node(number)),
                "way" => Some(Self::Way(number)),
                "relation" => Some(Self::Relation(number)),
                _ => None,
            }
        });
        // `+1` and `01` are numbers too, but one object has one name.
        id.filter(|id| id.to_string() == text).ok_or_else(|| {
            let rule = "must be node/, way/ or relation/ and a number";
            Invalid::new("osm_id", format!("{rule}, not \"{}\"", text.escape_debug()))
        })
    }
}

impl Serialize for OsmId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_has_one_name_and_reads_back_from_it() {
        for id in [OsmId::Node(1), OsmId::Way(-2), OsmId::Relation(i64::MAX)] {
            assert_eq!(id.to_string().parse::<OsmId>().unwrap(), id);
        }
        for text in [
            "", "way", "way/", "way/x", "way/+1", "way/01", "area/1", "way/1/2",
        ] {
            assert_eq!(text.parse::<OsmId>().unwrap_err().field, "osm_id", "{text}");
        }
    }
}

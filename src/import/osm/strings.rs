//! Strings, tags and coordinates as a block of a PBF file writes them.

use std::borrow::Cow;

use osmpbf::PrimitiveBlock;

use crate::domain::Corner;
use crate::domain::catalogue::Tags;

/// `OpenStreetMap` itself allows 255 characters in a key or a value; other tools write a little more.
const MAX_TAG_BYTES: usize = 2_000;

/// The strings of a block.
pub(super) struct Strings<'a>(Vec<Cow<'a, str>>);

impl<'a> Strings<'a> {
    pub(super) fn of(block: &'a PrimitiveBlock) -> Self {
        let strings = block.raw_stringtable().iter();
        Self(
            strings
                .map(|bytes| String::from_utf8_lossy(bytes))
                .collect(),
        )
    }

    /// The key and the value behind two indices.
    pub(super) fn pair(&self, (key, value): (usize, usize)) -> Option<(&str, &str)> {
        Some((self.0.get(key)?, self.0.get(value)?))
    }

    /// The tags behind pairs of indices, usable or not.
    pub(super) fn tags(&self, indices: impl Iterator<Item = (usize, usize)>) -> Tags {
        indices
            .filter_map(|pair| self.pair(pair))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect()
    }

    /// Whether one of the keys is among `keys`, which are in ascending order.
    pub(super) fn has_key(
        &self,
        indices: impl Iterator<Item = (usize, usize)>,
        keys: &[&str],
    ) -> bool {
        let mut known = indices.filter_map(|(key, _)| self.0.get(key));
        known.any(|key| keys.binary_search(&key.as_ref()).is_ok())
    }

    /// Whether the tags are those of an administrative boundary.
    pub(super) fn is_boundary(&self, indices: impl Iterator<Item = (usize, usize)>) -> bool {
        let (mut is_administrative, mut is_area) = (false, false);
        for pair in indices {
            match self.pair(pair) {
                Some(("boundary", "administrative")) => is_administrative = true,
                Some(("type", "boundary" | "multipolygon")) => is_area = true,
                _ => {}
            }
        }
        is_administrative && is_area
    }
}

/// Drops the tags that cannot be stored and says how many those were.
pub(super) fn drop_unusable(tags: &mut Tags) -> usize {
    let before = tags.len();
    tags.retain(|key, value| is_usable(key) && is_usable(value));
    before - tags.len()
}

/// NUL is what a database cannot hold; other control characters are dealt with where a value is used.
fn is_usable(text: &str) -> bool {
    text.len() <= MAX_TAG_BYTES && !text.contains('\0')
}

/// The index of a string as dense nodes write it; a negative one leads nowhere.
pub(super) fn index(index: i32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// The indices of a key and a value as all other objects write them.
pub(super) fn indices((key, value): (u32, u32)) -> (usize, usize) {
    let index = |index| usize::try_from(index).unwrap_or(usize::MAX);
    (index(key), index(value))
}

/// A corner from nanodegrees, unless it lies off the earth.
pub(super) fn corner(nano_lon: i64, nano_lat: i64) -> Option<Corner> {
    let rounded = |nano: i64, limit: i64| {
        let units = nano.saturating_add(500).div_euclid(1_000);
        (units.abs() <= limit)
            .then(|| i32::try_from(units).ok())
            .flatten()
    };
    Some(Corner {
        lon: rounded(nano_lon, 180_000_000)?,
        lat: rounded(nano_lat, 90_000_000)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_is_rounded_to_six_decimals_and_lies_on_the_earth() {
        let at = |lon, lat| corner(lon, lat).map(|corner| (corner.lon, corner.lat));
        assert_eq!(
            at(9_192_200_499, -48_897_500_501),
            Some((9_192_200, -48_897_501))
        );
        assert_eq!(
            at(180_000_000_000, 90_000_000_000),
            Some((180_000_000, 90_000_000))
        );
        assert_eq!(at(180_000_001_000, 0), None);
        assert_eq!(at(0, i64::MIN), None);
        assert_eq!(at(i64::MAX, 0), None);
    }
}

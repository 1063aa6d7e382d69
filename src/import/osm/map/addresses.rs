//! The house numbers of an extract.

use super::elements::Elements;
use crate::domain::address::Address;

/// All addresses at points.
pub(super) fn of(elements: &Elements) -> Vec<Address> {
    let text = |value: &String| value.as_str().into();
    elements
        .points
        .iter()
        .filter_map(|point| {
            Some(Address {
                street: point.tags.get("addr:street").map(text)?,
                house_number: point.tags.get("addr:housenumber").map(text),
                postcode: point.tags.get("addr:postcode").map(text),
                locality: point.tags.get("addr:city").map(text),
                corner: point.corner,
            })
        })
        .collect()
}

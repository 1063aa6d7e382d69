//! The house numbers of an extract: tagged points, buildings and multipolygons, each with a spot inside.

use geo::{InteriorPoint, LineString, MultiPolygon, Polygon};

use super::elements::{Elements, Group, Way};
use crate::domain::address::House;
use crate::domain::catalogue::Tags;
use crate::domain::{Catalogue, Corner, Location};
use crate::import::osm::report::AddressReport;

/// A house and the street or settlement it is numbered in.
pub(super) struct Numbered {
    /// The street or settlement as the house names it.
    pub(super) street: Box<str>,
    /// Whether it is a settlement without streets (`addr:place`).
    pub(super) is_settlement: bool,
    pub(super) town: Option<Box<str>>,
    pub(super) suburb: Option<Box<str>>,
    pub(super) house: House,
}

/// All numbered houses. Buildings come before points, which are often shops in them under the same number.
///
/// Objects that are or name a place of refuge are left out, and nothing is said about them.
pub(super) fn of(elements: &Elements, report: &mut AddressReport) -> Vec<Numbered> {
    let mut found = Vec::new();
    let mut take = |tags: &Tags, spot: Option<Corner>| {
        found.extend(numbered(tags, spot, report));
    };
    for group in with_number(&elements.groups, |group| &group.tags) {
        take(&group.tags, inside_group(elements, group));
    }
    for way in with_number(&elements.ways, |way| &way.tags) {
        take(&way.tags, inside_way(elements, way));
    }
    for point in with_number(&elements.points, |point| &point.tags) {
        take(&point.tags, Some(point.corner));
    }
    found
}

fn with_number<T>(objects: &[T], tags: impl Fn(&T) -> &Tags) -> impl Iterator<Item = &T> {
    let numbered = move |own: &&T| {
        let tags = tags(own);
        // A line between two numbered corners stands for numbers that it does not name.
        tags.contains_key("addr:housenumber") && !tags.contains_key("addr:interpolation")
    };
    objects.iter().filter(numbered)
}

fn numbered(tags: &Tags, spot: Option<Corner>, report: &mut AddressReport) -> Vec<Numbered> {
    let text = |key: &str| named(tags.get(key)?);
    if Catalogue::shipped().is_blocked(tags) {
        return Vec::new();
    }
    report.objects += 1;
    let (street, is_settlement) = match (text("addr:street"), text("addr:place")) {
        (Some(street), _) => (street, false),
        (None, Some(place)) => (place, true),
        (None, None) => {
            report.without_street += 1;
            return Vec::new();
        }
    };
    let Some(corner) = spot else {
        report.without_geometry += 1;
        return Vec::new();
    };
    let numbers = numbers(tags.get("addr:housenumber").map_or("", String::as_str));
    if numbers.is_empty() {
        report.unreadable += 1;
    }
    let house = |number| Numbered {
        street: street.clone(),
        is_settlement,
        town: text("addr:city"),
        suburb: text("addr:suburb"),
        house: House {
            number,
            postcode: tags.get("addr:postcode").and_then(|code| postcode(code)),
            corner,
        },
    };
    numbers.into_iter().map(house).collect()
}

/// Longer names are no names.
const MOST_LETTERS: usize = 100;

/// A name of a street or settlement: it has a letter, is not overlong, and leads to no place of refuge.
pub(super) fn named(text: &str) -> Option<Box<str>> {
    let text = text.trim();
    let is_name = text.chars().any(char::is_alphabetic) && text.chars().count() <= MOST_LETTERS;
    (is_name && !Catalogue::shipped().is_blocked_street(text)).then(|| text.into())
}

fn postcode(text: &str) -> Option<Box<str>> {
    let text = text.trim();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-');
    let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
    ((3..=10).contains(&text.len()) && has_digit && text.chars().all(is_plain)).then(|| text.into())
}

/// The numbers of a list (`5;7`); a range (`5-7`) is one. What follows a number and is none, such as a floor, is left out.
fn numbers(text: &str) -> Vec<Box<str>> {
    let parts = text.split([';', ',']).map(str::trim);
    let numbers = parts.filter(|part| {
        let is_plain = |letter: char| {
            letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '–' | '/' | '.' | '½')
        };
        let letters = part.chars().filter(|letter| letter.is_alphabetic()).count();
        part.starts_with(|letter: char| letter.is_ascii_digit())
            && part.chars().count() <= 12
            && letters <= 3
            && part.chars().all(is_plain)
            && !part.contains(". ")
    });
    numbers.map(Into::into).collect()
}

pub(super) fn inside_way(elements: &Elements, way: &Way) -> Option<Corner> {
    let pieces = elements.pieces(&way.nodes);
    let longest = pieces.into_iter().max_by_key(Vec::len)?;
    let is_ring = longest.len() > 3 && longest.first() == longest.last();
    if !is_ring {
        return longest.get(longest.len() / 2).copied();
    }
    let ring: LineString<f64> = longest
        .iter()
        .map(|corner| geo::Coord::from(*corner))
        .collect();
    inside(&Polygon::new(ring, Vec::new()).into()).or(longest.first().copied())
}

pub(super) fn inside_group(elements: &Elements, group: &Group) -> Option<Corner> {
    inside(&elements.area(group))
}

/// The middle of an area, if that lies inside; else a point that does.
fn inside(area: &MultiPolygon<f64>) -> Option<Corner> {
    use geo::{Centroid, Contains};
    let middle = area.centroid().filter(|middle| area.contains(middle));
    let point = middle.or_else(|| area.interior_point())?;
    Location::from_lon_lat(point.x(), point.y())
        .ok()
        .map(Corner::from)
}

#[cfg(test)]
mod tests {
    use geo::polygon;

    use super::*;

    fn plain(text: &str) -> Vec<String> {
        numbers(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_list_of_numbers_is_several_and_a_range_is_one() {
        assert_eq!(plain("5;7 ; 9a"), ["5", "7", "9a"]);
        assert_eq!(plain("4-6"), ["4-6"]);
        assert_eq!(plain("12/1"), ["12/1"]);
        assert_eq!(plain("4bis"), ["4bis"]);
    }

    #[test]
    fn a_floor_or_a_word_is_no_number() {
        assert_eq!(plain("2, 2. krs./Floor 2"), ["2"]);
        assert_eq!(plain("13 A, 5. krs./Floor 5"), ["13 A"]);
        assert_eq!(plain("Turm"), Vec::<String>::new());
        assert_eq!(plain(""), Vec::<String>::new());
        assert_eq!(plain("5 <script>"), Vec::<String>::new());
    }

    #[test]
    fn a_name_has_letters_and_is_no_place_of_refuge() {
        assert!(named("Hauptstraße").is_some());
        assert!(named("7").is_none() && named(" ").is_none());
        assert!(named("Am Frauenhaus").is_none());
        assert!(named("Frauenhausgasse").is_some());
        assert!(named(&"a".repeat(101)).is_none());
    }

    #[test]
    fn the_spot_of_a_horseshoe_lies_on_it() {
        let horseshoe = polygon![
            (x: 9.0, y: 48.0), (x: 9.3, y: 48.0), (x: 9.3, y: 48.3), (x: 9.2, y: 48.3),
            (x: 9.2, y: 48.1), (x: 9.1, y: 48.1), (x: 9.1, y: 48.3), (x: 9.0, y: 48.3),
        ];
        let spot = inside(&horseshoe.clone().into()).unwrap();
        let at: geo::Coord<f64> = spot.into();
        assert!(geo::Contains::contains(&horseshoe, &geo::Point::from(at)));
    }
}

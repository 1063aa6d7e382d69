//! What a suggestion would have a place say. Nothing of it holds before somebody of the city has looked at it.

use chrono::NaiveDate;

use crate::domain::place::columns::Cells;
use crate::domain::place::{Address, Cost, Lifecycle, Origin, Status, Toilets};
use crate::domain::suggestion::Said;
use crate::domain::words::{HoursText, Name};
use crate::domain::{Fact, KindId, Location, Place, Shape};

/// The values that the form for a place is filled in with; what was not said is absent or unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// The name.
    pub name: Option<Name>,
    /// What it is.
    pub kind: Option<KindId>,
    /// The spot picked on the map.
    pub location: Option<Location>,
    /// The address, where the words for it are one; a description such as "behind the school" is none.
    pub address: Option<Address>,
    /// Opening hours in the resident's words, seldom in OpenStreetMap's notation.
    pub opening_hours: Option<HoursText>,
    /// What it costs: "free" or "not free" is all that is asked.
    pub cost: Option<Cost>,
    /// Whether one must buy something.
    pub consumption_required: Fact,
    /// Whether there is a toilet.
    pub toilets: Option<Toilets>,
    /// Whether it is said to be gone.
    pub is_gone: bool,
}

impl Said {
    /// What this would have a place say.
    #[must_use]
    pub fn proposal(&self) -> Proposal {
        Proposal {
            name: self.name.clone(),
            kind: self.kind,
            location: self.location,
            address: self.address.as_deref().and_then(address),
            opening_hours: self.opening_hours.clone(),
            cost: chosen(self.free, Cost::Free, Cost::Fee),
            consumption_required: self.consumption_required,
            toilets: chosen(self.toilets, Toilets::Yes, Toilets::None),
            is_gone: self.is_gone,
        }
    }
}

impl Proposal {
    /// `place` as it would be. What is known more exactly than a suggestion can say stays: a drawn outline, a donation
    /// where it says "free", a toilet for wheelchairs where it says "toilet". What is gone is closed `today`.
    #[must_use]
    pub fn applied_to(self, place: &Place, today: NaiveDate) -> Place {
        let mut place = place.clone();
        place.origin = Origin::Local;
        if let Some(name) = self.name {
            place.name = name;
        }
        if let Some(kind) = self.kind {
            place.kind = kind;
        }
        if let (Some(location), Shape::Point(_)) = (self.location, &place.shape) {
            place.shape = Shape::Point(location);
        }
        if self.opening_hours.is_some() {
            place.opening_hours = self.opening_hours;
        }
        if self.is_gone {
            place.lifecycle = closed(&place.lifecycle, today);
        }
        let facts = &mut place.facts;
        if let Some(address) = self.address {
            facts.address = Some(Box::new(address));
        }
        if let Some(cost) = self.cost
            && facts.cost.map(Cost::is_free) != Some(cost.is_free())
        {
            facts.cost = Some(cost);
        }
        if self.consumption_required.is_known() {
            facts.consumption_required = self.consumption_required;
        }
        if let Some(toilets) = self.toilets
            && facts.toilets.map(Toilets::is_available) != Some(toilets.is_available())
        {
            facts.toilets = Some(toilets);
        }
        place
    }
}

impl Proposal {
    /// The cells of a row for a new place, as far as something is said; a name, a kind or a spot may be missing.
    #[must_use]
    pub fn cells(&self) -> Cells {
        let address = self.address.as_ref();
        let part = |of: fn(&Address) -> &Option<Name>| {
            let part = address.and_then(|address| of(address).as_ref());
            part.map(ToString::to_string)
        };
        let consumption = self.consumption_required;
        let cells = [
            ("name", self.name.as_ref().map(ToString::to_string)),
            ("kind", self.kind.map(|kind| kind.to_string())),
            ("lon", self.location.map(|at| at.lon().to_string())),
            ("lat", self.location.map(|at| at.lat().to_string())),
            ("street", part(|own| &own.street)),
            ("housenumber", part(|own| &own.housenumber)),
            ("postcode", part(|own| &own.postcode)),
            ("city", part(|own| &own.city)),
            (
                "opening_hours",
                self.opening_hours.as_ref().map(ToString::to_string),
            ),
            ("cost", self.cost.map(|cost| cost.to_string())),
            (
                "consumption_required",
                consumption.is_known().then(|| consumption.to_string()),
            ),
            ("toilets", self.toilets.map(|toilets| toilets.to_string())),
        ];
        let known = cells
            .into_iter()
            .filter_map(|(column, text)| Some((column.to_owned(), text?)));
        known.collect()
    }
}

fn chosen<T>(fact: Fact, yes: T, no: T) -> Option<T> {
    match fact {
        Fact::Yes => Some(yes),
        Fact::No => Some(no),
        Fact::Unknown => None,
    }
}

/// Closed as of `today`; what is closed already stays as it is.
fn closed(before: &Lifecycle, today: NaiveDate) -> Lifecycle {
    if before.status == Status::Closed {
        return *before;
    }
    let since = before.valid_from().filter(|since| *since <= today);
    Lifecycle::new(Status::Closed, since, Some(today)).expect("it does not end before it began")
}

/// Reads "street number" or "street number, postcode town"; none where it is anything else.
fn address(text: &str) -> Option<Address> {
    let mut parts = text.split(',').map(str::trim);
    let (street, number) = street_and_number(parts.next()?)?;
    let town = parts.next();
    let (postcode, city) = match town.and_then(|town| town.split_once(' ')) {
        Some((postcode, city)) if is_postcode(postcode) => (Some(postcode), Some(city.trim())),
        _ => (None, town),
    };
    if parts.next().is_some() {
        return None;
    }
    let name = |text: &str| text.parse::<Name>().ok();
    Some(Address {
        street: name(street),
        housenumber: name(number),
        postcode: postcode.and_then(name),
        city: city.and_then(name),
    })
}

/// A name of letters and a number with at most a letter or a second number behind it, such as `3`, `12 b` or `5-7`.
fn street_and_number(text: &str) -> Option<(&str, &str)> {
    let at = text.find(|letter: char| letter.is_ascii_digit())?;
    let (street, number) = (text[..at].trim(), &text[at..]);
    let has_letters = street.chars().filter(|own| own.is_alphabetic()).count() >= 3;
    let mut words = number.split([' ', '-', '/']);
    let is_first = words.next().is_some_and(is_house_number);
    let is_rest = words
        .next()
        .is_none_or(|word| is_house_number(word) || is_one_letter(word));
    (has_letters && is_first && is_rest && words.next().is_none()).then_some((street, number))
}

/// One to four digits with at most one letter behind them.
fn is_house_number(word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let letters = word[digits.len()..].chars().count();
    (1..=4).contains(&digits.len())
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && letters <= 1
}

fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn is_postcode(word: &str) -> bool {
    word.len() == 5 && word.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::PlaceId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn library() -> Place {
        Place {
            id: PlaceId(Uuid::from_u128(1)),
            name: "Bücherei".parse().unwrap(),
            kind: "library".parse().unwrap(),
            lifecycle: Lifecycle::default(),
            shape: Shape::Point(Location::from_lon_lat(9.19, 48.9).unwrap()),
            opening_hours: "Mo 10:00-12:00".parse().ok(),
            last_verified_at: None,
            origin: Origin::Osm,
            facts: Box::default(),
        }
    }

    #[test]
    fn what_was_not_said_changes_nothing_but_who_looks_after_it() {
        let place = library();
        let same = Said::default()
            .proposal()
            .applied_to(&place, day("2026-03-04"));
        let expected = Place {
            origin: Origin::Local,
            ..place
        };
        assert_eq!(same, expected);
    }

    #[test]
    fn what_was_said_takes_the_place_of_what_stands_there() {
        let spot = Location::from_lon_lat(9.2, 48.91).unwrap();
        let said = Said {
            name: "Stadtbücherei".parse().ok(),
            kind: "neighbourhood_centre".parse().ok(),
            address: "Gasse 3, 71634 Ludwigsburg".parse().ok(),
            location: Some(spot),
            opening_hours: "Mo bis Fr".parse().ok(),
            free: Fact::No,
            consumption_required: Fact::Yes,
            toilets: Fact::No,
            ..Said::default()
        };
        let place = said.proposal().applied_to(&library(), day("2026-03-04"));
        assert_eq!(place.name.as_str(), "Stadtbücherei");
        assert_eq!(place.kind.as_str(), "neighbourhood_centre");
        assert_eq!(place.shape, Shape::Point(spot));
        assert_eq!(place.opening_hours.as_deref(), Some("Mo bis Fr"));
        let facts = &place.facts;
        assert_eq!(
            (facts.cost, facts.consumption_required, facts.toilets),
            (Some(Cost::Fee), Fact::Yes, Some(Toilets::None))
        );
        let address = facts.address.as_deref().unwrap();
        assert_eq!(address.street.as_deref(), Some("Gasse"));
        assert_eq!(address.postcode.as_deref(), Some("71634"));
    }

    #[test]
    fn what_is_known_more_exactly_stays() {
        let mut place = library();
        place.shape = Shape::Area(geo::Rect::new((9.1, 48.8), (9.2, 48.9)).to_polygon().into());
        place.facts.cost = Some(Cost::Donation);
        place.facts.toilets = Some(Toilets::Wheelchair);
        let said = Said {
            location: Location::from_lon_lat(9.2, 48.91).ok(),
            free: Fact::Yes,
            toilets: Fact::Yes,
            ..Said::default()
        };
        let after = said.proposal().applied_to(&place, day("2026-03-04"));
        assert_eq!(after.shape, place.shape);
        assert_eq!(after.facts, place.facts);
    }

    #[test]
    fn what_is_gone_is_closed_today_and_what_was_closed_stays_so() {
        let said = Said {
            is_gone: true,
            ..Said::default()
        };
        let today = day("2026-03-04");
        let mut place = library();
        place.lifecycle = Lifecycle::new(Status::Active, Some(day("2027-01-01")), None).unwrap();
        let after = said.proposal().applied_to(&place, today).lifecycle;
        assert_eq!(after.status, Status::Closed);
        assert_eq!((after.valid_from(), after.valid_to()), (None, Some(today)));
        place.lifecycle = Lifecycle::new(Status::Closed, None, Some(day("2020-01-01"))).unwrap();
        let after = said.proposal().applied_to(&place, today);
        assert_eq!(after.lifecycle, place.lifecycle);
    }

    #[test]
    fn a_new_place_is_filled_in_as_the_same_place_would_be_told() {
        let spot = Location::from_lon_lat(9.2, 48.91).unwrap();
        let said = Said {
            name: "Bücherei".parse().ok(),
            kind: "library".parse().ok(),
            address: "Gasse 3 a, 71634 Ludwigsburg".parse().ok(),
            location: Some(spot),
            opening_hours: "24/7".parse().ok(),
            free: Fact::Yes,
            consumption_required: Fact::No,
            toilets: Fact::Yes,
            ..Said::default()
        };
        let place = said.proposal().applied_to(&library(), day("2026-03-04"));
        let told = place.cells();
        for (column, text) in said.proposal().cells() {
            assert_eq!(told.get(&column), Some(&text), "{column}");
        }
        assert_eq!(said.proposal().cells().len(), 12);
        assert!(Said::default().proposal().cells().is_empty());
    }

    #[test]
    fn an_address_is_read_and_a_description_is_none() {
        let read = |text: &str| {
            let address = address(text)?;
            let part = |part: Option<Name>| part.map(|own| own.to_string()).unwrap_or_default();
            Some(format!(
                "{}|{}|{}|{}",
                part(address.street),
                part(address.housenumber),
                part(address.postcode),
                part(address.city)
            ))
        };
        for (text, expected) in [
            ("Brahmsweg 30", "Brahmsweg|30||"),
            ("Karl-Str. 5 a", "Karl-Str.|5 a||"),
            ("Karl-Str. 5-7, Ludwigsburg", "Karl-Str.|5-7||Ludwigsburg"),
            ("Gasse 9/1, 71634 Bad Ort", "Gasse|9/1|71634|Bad Ort"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "hinter der Schule",
            "5",
            "am 3. Baum links",
            "Gasse 3 und dann rechts",
            "Gasse 12345",
            "Gasse 3, 71634 Ort, Hinterhaus",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

//! Random cities for tests: the same number always makes the same city.

use chrono::{Days, NaiveDate};
use geo::{LineString, MultiLineString, MultiPolygon, Polygon};
use uuid::Uuid;

use crate::domain::district::{Boundary, District, Population};
use crate::domain::place::{
    Access, Address, Audience, Cost, Facts, Lifecycle, OperatorType, Origin, OsmAccess, OsmTag,
    Place, PlaceId, PositionQuality, Restriction, Status, Toilets,
};
use crate::domain::shape::{check_area, rounded};
use crate::domain::{Amenities, Amenity, Catalogue, Class, Fact, KindId, Location, Shape, Topic};

/// Numbers that look random and come again with the same beginning (`SplitMix64`).
pub struct Dice(pub u64);

/// The box that random cities lie in: west, south, east, north in degrees, about 7 by 7 km.
pub const GROUND: [f64; 4] = [9.15, 48.86, 9.25, 48.93];

const OPENING_HOURS: &[&str] = &[
    "24/7",
    "Mo-Fr 10:00-18:00",
    "Sa 22:00-03:00",
    "Tu-Su 09:00-12:00,14:00-17:00; PH off",
    "\"nach Vereinbarung\"",
    "Mo 18:00+",
    "siehe Aushang",
];

impl Dice {
    /// Any number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.number() % u64::from(end)).expect("below a u32")
    }

    /// A number from `low` to `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * f64::from(self.below(1_000_001)) / 1e6
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of `all`.
    pub fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        let slot = self.below(u32::try_from(all.len()).expect("a short list"));
        all[slot as usize]
    }

    /// One of `all`, or nothing in so many of a hundred cases.
    pub fn pick_unless<T: Copy>(&mut self, unknown_percent: u32, all: &[T]) -> Option<T> {
        let one = self.pick(all);
        (!self.chance(unknown_percent)).then_some(one)
    }

    /// A text with everything that is hard to store: quotes, percent signs, umlauts, other scripts, emoji.
    pub fn text<T: std::str::FromStr>(&mut self) -> T
    where
        T::Err: std::fmt::Debug,
    {
        const LETTERS: &[char] = &[
            'a', 'b', 'Z', '7', ' ', '\'', '"', '\\', '%', '_', '$', '1', ';', '-', '/', '<', '&',
            'ä', 'ß', 'é', 'ł', '日', '🙂', '\n', '\u{301}', '{', '}',
        ];
        let middle: String = (0..self.below(20)).map(|_| self.pick(LETTERS)).collect();
        format!("T{middle}x").parse().expect("a good text")
    }

    /// A day of this century.
    pub fn day(&mut self) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
        first + Days::new(u64::from(self.below(14_000)))
    }

    /// An id.
    pub fn place_id(&mut self) -> PlaceId {
        PlaceId(Uuid::from_u64_pair(self.number(), self.number()))
    }

    /// A location on [`GROUND`], every third on a coarse grid so that several share it.
    pub fn location(&mut self) -> Location {
        let [west, south, east, north] = GROUND;
        let (lon, lat) = if self.chance(33) {
            let (column, row) = (f64::from(self.below(11)), f64::from(self.below(8)));
            (west + 0.01 * column, south + 0.01 * row)
        } else {
            (self.between(west, east), self.between(south, north))
        };
        Location::from_lon_lat(lon, lat).expect("a location of the ground")
    }

    /// A point, a line, an area, or several of these; some areas have holes.
    pub fn shape(&mut self) -> Shape {
        match self.below(6) {
            0 | 1 => Shape::Point(self.location()),
            2 => Shape::Line(rounded(MultiLineString::new(
                (0..=self.below(2)).map(|_| self.line()).collect(),
            ))),
            3 => Shape::Area(self.area(1)),
            4 => Shape::Area(self.area(2)),
            _ => Shape::Area(self.area(3)),
        }
    }

    fn line(&mut self) -> LineString<f64> {
        let start = self.location();
        let mut at = (start.lon(), start.lat());
        let mut corners = vec![at];
        for _ in 0..=self.below(5) {
            at = (
                at.0 + self.between(0.0003, 0.004),
                at.1 + self.between(-0.003, 0.003),
            );
            corners.push(at);
        }
        corners.into()
    }

    /// Stars with holes, far enough from each other not to touch.
    pub fn area(&mut self, parts: u32) -> MultiPolygon<f64> {
        let corner = self.location();
        let star = |dice: &mut Self, slot: u32| {
            let center = (corner.lon() + 0.02 * f64::from(slot), corner.lat());
            let radius = dice.between(0.0002, 0.008);
            let holes = if dice.chance(50) {
                vec![ring(dice, center, radius * 0.4)]
            } else {
                Vec::new()
            };
            Polygon::new(ring(dice, center, radius), holes)
        };
        let stars = MultiPolygon::new((0..parts).map(|slot| star(self, slot)).collect());
        check_area(stars)
            .expect("stars do not cross themselves")
            .area
    }

    /// A place about which nothing is known in so many of a hundred cases, fact by fact.
    pub fn place(&mut self, unknown_percent: u32) -> Place {
        let (from, to) = (self.day(), self.day());
        let kinds: Vec<KindId> = Catalogue::shipped()
            .kinds()
            .filter(|(_, kind)| kind.cls != Class::Amenity)
            .map(|(id, _)| id)
            .collect();
        Place {
            id: self.place_id(),
            name: self.text(),
            kind: self.pick(&kinds),
            lifecycle: Lifecycle::new(
                self.pick(Status::ALL),
                self.pick_unless(unknown_percent, &[from.min(to)]),
                self.pick_unless(unknown_percent, &[from.max(to)]),
            )
            .expect("in order"),
            shape: self.shape(),
            opening_hours: self
                .pick_unless(unknown_percent, OPENING_HOURS)
                .and_then(|text| text.parse().ok()),
            last_verified_at: self.pick_unless(unknown_percent, &[from]),
            origin: self.pick(Origin::ALL),
            facts: Box::new(self.facts(unknown_percent)),
        }
    }

    fn facts(&mut self, unknown_percent: u32) -> Facts {
        let some = |dice: &mut Self| !dice.chance(unknown_percent);
        macro_rules! text {
            () => {
                some(self).then(|| self.text())
            };
        }
        macro_rules! count {
            () => {
                some(self).then(|| self.below(100_000))
            };
        }
        Facts {
            access: self.pick_unless(unknown_percent, Access::ALL),
            cost: self.pick_unless(unknown_percent, Cost::ALL),
            cost_text: text!(),
            consumption_required: self.pick(Fact::ALL),
            own_food_allowed: self.pick(Fact::ALL),
            topics: (0..self.below(4)).map(|_| self.pick(Topic::ALL)).collect(),
            audience: some(self).then(|| self.audience()),
            languages: (0..self.below(3)).map(|_| self.text()).collect(),
            seats: count!(),
            floor_area_m2: count!(),
            room_count: count!(),
            bookable: self.pick(Fact::ALL),
            toilets: self.pick_unless(unknown_percent, Toilets::ALL),
            eurokey: self.pick(Fact::ALL),
            amenities: self.amenities(unknown_percent),
            name_easy: text!(),
            status_reason: text!(),
            relocated_to: some(self).then(|| self.place_id()),
            address: some(self).then(|| Box::new(self.address())),
            opening_hours_source: text!(),
            verified_by_role: text!(),
            operator: text!(),
            operator_type: self.pick_unless(unknown_percent, OperatorType::ALL),
            source: text!(),
            licence: text!(),
            named_district: text!(),
            position_quality: self.pick_unless(unknown_percent, PositionQuality::ALL),
            osm_id: text!(),
            osm_wheelchair: text!(),
            osm_access: OsmAccess::of(
                (0..self.below(3)).map(|_| (self.pick(OsmTag::ALL), self.text())),
            ),
            estimated: (0..self.below(3)).map(|_| self.text()).collect(),
            note_de: text!(),
            note_en: text!(),
        }
    }

    fn audience(&mut self) -> Audience {
        let (one, other) = (self.below(100), self.below(100));
        let age = |years: u32| u8::try_from(years).ok();
        Audience::new(
            self.pick(Restriction::ALL),
            age(one.min(other)),
            age(one.max(other)),
        )
        .expect("in order")
    }

    fn address(&mut self) -> Address {
        Address {
            street: Some(self.text()),
            housenumber: Some(self.text()),
            postcode: Some(self.text()),
            city: Some(self.text()),
        }
    }

    fn amenities(&mut self, unknown_percent: u32) -> Amenities {
        let mut amenities = Amenities::default();
        for &amenity in Amenity::ALL {
            if !self.chance(unknown_percent) {
                amenities.set(amenity, self.pick(&[Fact::Yes, Fact::No]));
            }
        }
        amenities
    }

    /// [`GROUND`] cut into so many columns and rows, with common borders that wind; in any order.
    pub fn districts(&mut self, columns: u32, rows: u32) -> Vec<District> {
        let corners = self.bent_grid(columns, rows);
        let corner = |column: u32, row: u32| corners[(row * (columns + 1) + column) as usize];
        let mut districts = Vec::new();
        for (column, row) in (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)))
        {
            let ring = vec![
                corner(column, row),
                corner(column + 1, row),
                corner(column + 1, row + 1),
                corner(column, row + 1),
            ];
            let polygon = Polygon::new(LineString::from(ring), Vec::new());
            districts.push(District {
                id: format!("d{:04}", self.below(10_000))
                    .parse()
                    .expect("an id"),
                name: self.text(),
                area: check_area(polygon.into()).expect("a cell is simple").area,
                population: self.chance(70).then(|| Population {
                    count: self.below(100_000),
                    year: self.pick_unless(30, &[2022, 2025]),
                    estimated: self.chance(50),
                }),
                boundary: self.pick(Boundary::ALL),
            });
        }
        districts.sort_by(|a, b| a.id.cmp(&b.id));
        districts.dedup_by(|a, b| a.id == b.id);
        for slot in (1..districts.len()).rev() {
            districts.swap(
                slot,
                self.below(u32::try_from(slot).expect("few") + 1) as usize,
            );
        }
        districts
    }

    fn bent_grid(&mut self, columns: u32, rows: u32) -> Vec<(f64, f64)> {
        let [west, south, east, north] = GROUND;
        let (width, height) = (
            (east - west) / f64::from(columns),
            (north - south) / f64::from(rows),
        );
        let mut corners = Vec::new();
        for row in 0..=rows {
            for column in 0..=columns {
                let (bend_x, bend_y) = (self.between(-0.3, 0.3), self.between(-0.3, 0.3));
                corners.push((
                    west + width * (f64::from(column) + bend_x),
                    south + height * (f64::from(row) + bend_y),
                ));
            }
        }
        corners
    }
}

fn ring(dice: &mut Dice, center: (f64, f64), radius: f64) -> LineString<f64> {
    let count = 3 + dice.below(9);
    let corners = (0..count).map(|corner| {
        let angle = std::f64::consts::TAU * f64::from(corner) / f64::from(count);
        let reach = radius * dice.between(0.85, 1.0);
        (
            center.0 + reach * angle.cos(),
            center.1 + reach * angle.sin(),
        )
    });
    corners.collect::<Vec<_>>().into()
}

/// A place that counts for the goal until 2027: everything is known, and nothing speaks against it.
pub fn countable(kind: &str) -> Place {
    let mut place = Dice(1).place(100);
    place.kind = kind.parse().expect("a kind");
    place.lifecycle = Lifecycle::default();
    place.shape = Shape::Point(Location::from_lon_lat(9.19, 48.89).expect("a location"));
    place.last_verified_at = NaiveDate::from_ymd_opt(2026, 1, 1);
    let is_room = place.class() == Class::Room;
    place.opening_hours = if is_room { "Mo-Th 15:00-20:00" } else { "24/7" }
        .parse()
        .ok();
    let facts = &mut place.facts;
    facts.access = Some(Access::Public);
    facts.cost = Some(Cost::Free);
    facts.consumption_required = Fact::No;
    facts.audience = Audience::new(Restriction::None, None, None).ok();
    facts.seats = Some(20);
    facts.floor_area_m2 = Some(if is_room { 60 } else { 800 });
    facts.toilets = Some(Toilets::Yes);
    facts.verified_by_role = "planner".parse().ok();
    facts.amenities.set(Amenity::SeatsWithBackrest, Fact::Yes);
    place
}

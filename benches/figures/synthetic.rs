//! A city of any size, the same every time: places clustered around centres on 30 x 30 km.

use chrono::NaiveDate;
use miteinander::domain::place::{Access, Cost, Facts, Lifecycle, Origin, Toilets};
use miteinander::domain::{
    Amenity, Boundary, Catalogue, CitySettings, Class, District, DistrictId, Fact, Location, Place,
    PlaceId, Shape, Topic,
};
use miteinander::snapshot::{CityData, Revision};

/// Numbers that look random and are the same every time (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number from `least` to `most`.
    pub fn between(&mut self, least: f64, most: f64) -> f64 {
        least + self.share() * (most - least)
    }

    /// A whole number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end)).unwrap()
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.next() % from.len() as u64).unwrap()]
    }

    /// Around one of 40 centres, as people live.
    pub fn location(&mut self) -> Location {
        let centre = Dice(self.next() % 40).next();
        let mut centre = Dice(centre);
        let mut near = |middle: f64, reach: f64, own: f64| {
            middle + (own - 0.5) * reach + (self.share() + self.share() - 1.0) * reach * 0.08
        };
        let (x, y) = (centre.share(), centre.share());
        Location::from_lon_lat(near(9.19, 0.41, x), near(48.9, 0.27, y)).unwrap()
    }
}

const HOURS: &[&str] = &[
    "24/7",
    "Mo-Fr 10:00-17:00",
    "Tu 14:00-18:00; We,Th 10:00-13:00,14:00-18:00; Fr 10:00-13:00",
    "Tu-Th 15:00-20:00; Fr 15:00-21:00; week 2-52/2 Sa 15:00-20:00",
    "Mo-Sa 08:00-20:00; PH off",
    "sunrise-sunset",
];

/// Everything stored about a city with `count` places in 12 districts.
pub fn city(count: usize) -> CityData {
    let mut dice = Dice(count as u64);
    CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        releases: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        events: Vec::new(),
        map_revision: None,
        residents_revision: None,
        residents: None,
        map: None,
        revision: Revision(1),
        lineage: "synthetic".into(),
        settings: CitySettings::named("Musterstadt").unwrap(),
        districts: districts(),
        quarters: Vec::new(),
        places: (0..count).map(|number| place(number, &mut dice)).collect(),
    }
}

/// A chessboard of 4 x 3 districts.
fn districts() -> Vec<District> {
    let square = |number: u32| {
        let (west, south) = (
            8.98 + f64::from(number % 4) * 0.105,
            48.76 + f64::from(number / 4) * 0.094,
        );
        let area = geo::Rect::new((west, south), (west + 0.105, south + 0.094)).to_polygon();
        let name = format!("Stadtteil {number}");
        District {
            id: DistrictId::from_name(&name),
            name: name.parse().unwrap(),
            area: area.into(),
            population: None,
            boundary: Boundary::Demo,
        }
    };
    (0..12).map(square).collect()
}

fn place(number: usize, dice: &mut Dice) -> Place {
    let kinds: Vec<_> = Catalogue::shipped()
        .kinds()
        .filter(|(_, kind)| kind.cls != Class::Amenity)
        .map(|(id, _)| id)
        .collect();
    let mut facts = Facts {
        access: Some(dice.pick(Access::ALL)),
        cost: dice.pick(&[Some(Cost::Free), Some(Cost::Free), Some(Cost::Fee), None]),
        consumption_required: dice.pick(Fact::ALL),
        topics: [dice.pick(Topic::ALL), dice.pick(Topic::ALL)]
            .into_iter()
            .collect(),
        toilets: dice.pick(&[Some(Toilets::Yes), Some(Toilets::Wheelchair), None]),
        seats: dice.pick(&[Some(12), Some(40), None]),
        operator: dice
            .pick(&["Stadt Musterstadt", "Verein am Ort", "Kirchengemeinde"])
            .parse()
            .ok(),
        ..Facts::default()
    };
    facts
        .amenities
        .set(dice.pick(Amenity::ALL), dice.pick(Fact::ALL));
    Place {
        id: PlaceId(
            uuid::Builder::from_random_bytes(
                ((u128::from(dice.next()) << 64) | u128::from(dice.next())).to_be_bytes(),
            )
            .into_uuid(),
        ),
        name: format!("Treffpunkt {number} am Musterweg").parse().unwrap(),
        kind: dice.pick(&kinds),
        lifecycle: Lifecycle::default(),
        shape: Shape::Point(dice.location()),
        opening_hours: dice
            .pick(&[true, true, false])
            .then(|| hours(number, dice))
            .and_then(|text| text.parse().ok()),
        last_verified_at: NaiveDate::from_ymd_opt(2026, 1, 1),
        origin: Origin::Local,
        facts: Box::new(facts),
    }
}

/// One of some three thousand distinct texts, as real cities have them.
fn hours(number: usize, dice: &mut Dice) -> String {
    if number.is_multiple_of(4) {
        return dice.pick(HOURS).to_owned();
    }
    let (from, to) = (7 + dice.next() % 5, 15 + dice.next() % 7);
    let (minute, end) = (15 * (dice.next() % 4), dice.next() % 9);
    format!("Mo-Fr {from:02}:{minute:02}-{to}:{minute:02}; Sa 10:00-1{end}:00")
}

//! The areas of a release with names that people know, in the order of these names: never by how much was told.

use std::collections::HashMap;

use crate::domain::folding::fold;
use crate::domain::report::{Area, Product, SafetyCell};
use crate::domain::{Class, District, DistrictId, Location};
use crate::pages::messages::Language;
use crate::pages::question::SHOWN;
use crate::safety::release::ReleasedArea;
use crate::safety::{Group, ReleaseFile};
use crate::snapshot::{PlaceFilter, Snapshot};

/// Places farther away than this do not say where a square is, in metres.
const NEAR_M: f64 = 1_500.0;

/// So many places name a square.
const NAMED_BY: usize = 2;

/// The areas of a release.
pub(super) struct Areas<'a> {
    /// The release.
    pub(super) file: &'a ReleaseFile,
    /// All of them, by name.
    pub(super) all: Vec<Named<'a>>,
}

/// An area and what people call it.
pub(super) struct Named<'a> {
    /// What was released of it.
    pub(super) released: &'a ReleasedArea,
    /// What people call it.
    pub(super) name: String,
    /// Its number on the map, in the order of names; none where nothing can be shown of it.
    pub(super) number: Option<usize>,
    /// The district, where it is one or most of it lies in one.
    pub(super) district: Option<&'a District>,
    /// The squares it is made of.
    pub(super) squares: Vec<SafetyCell>,
}

impl<'a> Areas<'a> {
    /// Names the areas of a release.
    pub(super) fn new(city: &'a Snapshot, file: &'a ReleaseFile, language: Language) -> Self {
        let areas = file.areas.iter();
        let mut all: Vec<_> = areas
            .map(|own| Named::new(city, file.product, own, language))
            .collect();
        all.sort_by_cached_key(|own| (fold(&own.name), own.released.area.clone()));
        tell_apart(&mut all, language);
        let shown = all.iter_mut().filter(|own| own.is_shown());
        for (number, own) in shown.enumerate() {
            own.number = Some(number + 1);
        }
        Self { file, all }
    }

    /// Those of which something can be shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Named<'a>> {
        self.all.iter().filter(|own| own.is_shown())
    }

    /// Those of which nothing can.
    pub(super) fn hidden(&self) -> impl Iterator<Item = &Named<'a>> {
        self.all.iter().filter(|own| !own.is_shown())
    }

    /// What is counted, in the order of the product.
    pub(super) fn groups(&self) -> &'static [Group] {
        self.file.product.groups()
    }
}

impl<'a> Named<'a> {
    fn new(
        city: &'a Snapshot,
        product: Product,
        released: &'a ReleasedArea,
        language: Language,
    ) -> Self {
        let squares = released.squares.iter().filter_map(|own| own.parse().ok());
        let squares: Vec<SafetyCell> = squares.collect();
        let id = match product {
            Product::Districts => released.area.parse::<DistrictId>().ok(),
            Product::Cells | Product::City => district_of(city, &squares),
        };
        let district = id.and_then(|id| city.district(&id));
        let name = match (product, district) {
            (Product::Districts, Some(own)) => own.name.to_string(),
            (Product::Districts, None) => released.area.clone(),
            _ => name_of(city, &squares, district, language),
        };
        Self {
            released,
            name,
            number: None,
            district,
            squares,
        }
    }

    /// Whether any of its counts can be shown.
    pub(super) fn is_shown(&self) -> bool {
        self.released.groups.values().any(Option::is_some)
    }

    /// The spot to put its number on.
    pub(super) fn label(&self) -> Option<Location> {
        match self.squares.as_slice() {
            [] => self.district.map(District::label),
            squares => middle_of(squares)?.middle(),
        }
    }
}

/// The district in which most of its squares are told.
fn district_of(city: &Snapshot, squares: &[SafetyCell]) -> Option<DistrictId> {
    let ground = city.safety_ground();
    let mut counts: HashMap<&DistrictId, usize> = HashMap::new();
    for own in squares {
        if let Some(id) = ground.district_of(&Area::Cell(*own)) {
            *counts.entry(id).or_default() += 1;
        }
    }
    let most = counts.into_iter();
    let most = most.max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
    most.map(|(id, _)| id.clone())
}

/// The square nearest to the middle of all of them.
fn middle_of(squares: &[SafetyCell]) -> Option<SafetyCell> {
    let count = u64::try_from(squares.len()).ok()?.max(1);
    let sum =
        |axis: fn(&SafetyCell) -> u32| squares.iter().map(|own| u64::from(axis(own))).sum::<u64>();
    let (rows, columns) = (sum(|own| own.row), sum(|own| own.column));
    // Compared in units of a square's width times their number: whole numbers, and no two orders for one answer.
    let distance = |own: &SafetyCell| {
        let up = (u64::from(own.row) * count).abs_diff(rows);
        let right = (u64::from(own.column) * count).abs_diff(columns);
        (up * up + right * right, *own)
    };
    squares.iter().copied().min_by_key(distance)
}

/// The nearest places, with the district before them.
fn name_of(
    city: &Snapshot,
    squares: &[SafetyCell],
    district: Option<&District>,
    language: Language,
) -> String {
    let filter = PlaceFilter {
        status: SHOWN.to_vec(),
        // Squares and parks: a house would point at those who go there (R10, R14).
        class: Some(Class::Outdoor),
        ..PlaceFilter::default()
    };
    let middle = middle_of(squares).and_then(SafetyCell::middle);
    let near = middle.map(|own| city.near(own, &filter, NEAR_M, NAMED_BY));
    let near = near.unwrap_or_default();
    let places = near.iter().map(|own| own.located.place.name.as_str());
    let places: Vec<_> = places.collect();
    let Some(district) = district.map(|own| own.name.as_str()) else {
        return language.text("safety-square-somewhere");
    };
    let district = ("district", district.into());
    match places[..] {
        [] => language.text_with("safety-square-in", [district]),
        [one] => language.text_with("safety-square-near", [district, ("place", one.into())]),
        [one, other, ..] => {
            let values = [district, ("place", one.into()), ("other", other.into())];
            language.text_with("safety-square-between", values)
        }
    }
}

/// Two areas near the same places are told apart by a number.
fn tell_apart(all: &mut [Named<'_>], language: Language) {
    let mut times: HashMap<String, usize> = HashMap::new();
    for own in all.iter_mut() {
        let time = times.entry(own.name.clone()).or_default();
        *time += 1;
        if *time > 1 {
            let values = [
                ("name", own.name.as_str().into()),
                ("number", (*time).into()),
            ];
            own.name = language.text_with("safety-square-again", values);
        }
    }
}

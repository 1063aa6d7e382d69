//! Every spot of a city lies in a square that may be reported on, and no square tells of one household.

use super::*;
use crate::domain::grid::GridCell;
use crate::domain::report::{Area, SafetyCell};

#[test]
fn every_spot_of_a_district_lies_in_a_square_that_may_be_reported_on() {
    let districts = vec![
        district("ost", rectangle(9.2, 48.85, 9.25, 48.95)),
        district("west", rectangle(9.15, 48.85, 9.2, 48.95)),
    ];
    let city = snapshot(districts, Vec::new());
    let ground = city.safety_ground();
    let mut dice = Dice(3);
    for _ in 0..2_000 {
        let spot = at(dice.between(9.14, 9.26), dice.between(48.84, 48.96));
        let cell = GridCell::at(spot).unwrap();
        let area = Area::Cell(SafetyCell::of(cell));
        let district = city.district_at(cell.middle().unwrap());
        // A square at the border may be known though this hectare of it lies outside.
        assert!(
            ground.cell_of(&area).is_some() || district.is_none(),
            "{spot:?}"
        );
    }
    assert_eq!(ground.districts().len(), 2);
}

#[test]
fn where_nobody_knows_who_lives_where_no_square_is_told_by_itself() {
    let city = snapshot(
        vec![district("ost", rectangle(9.2, 48.85, 9.25, 48.95))],
        Vec::new(),
    );
    assert!(city.safety_ground().merged().is_empty());
    assert_eq!(city.safety_ground().districts().len(), 1);
}

#[test]
fn a_city_without_districts_takes_no_reports() {
    assert!(
        snapshot(Vec::new(), Vec::new())
            .safety_ground()
            .districts()
            .is_empty()
    );
}

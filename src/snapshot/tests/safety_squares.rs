//! A square is found again by its mark and by what lies in it.

use std::collections::BTreeSet;

use super::*;
use crate::domain::report::SafetyCell;
use crate::snapshot::Landmark;

#[test]
fn every_square_has_a_mark_of_its_own_and_says_what_lies_in_it_or_how_far_that_is() {
    let districts = vec![district("ost", rectangle(9.2, 48.88, 9.23, 48.91))];
    let spot = at(9.212, 48.894);
    let city = snapshot(districts, vec![place_at(1, Shape::Point(spot))]);
    let squares = city.safety_squares();
    assert_eq!(squares.len(), city.safety_ground().cells().count());
    let marks: BTreeSet<_> = squares.iter().map(|own| own.mark.as_str()).collect();
    assert_eq!(marks.len(), squares.len());
    assert_eq!(squares[0].mark.trim_start_matches(char::is_alphabetic), "1");
    let home = SafetyCell::at(spot).unwrap();
    for own in &squares {
        match &own.landmark {
            Landmark::Within(names) => assert_eq!((own.cell, names.len()), (home, 1)),
            Landmark::Beside { hectometres, .. } => {
                assert!(own.cell != home && (2..60).contains(hectometres));
            }
            Landmark::Nothing => panic!("{own:?}"),
        }
    }
}

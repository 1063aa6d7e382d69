use proptest::prelude::*;

use super::*;

/// The worked example of EPSG method 9820 for EPSG:3035: 50° N, 5° E.
#[test]
fn the_example_of_the_guidance_note_is_met_to_the_centimetre() {
    let metres = grid_metres(geo::Coord { x: 5.0, y: 50.0 });
    assert!((metres.x - 3_962_799.45).abs() < 0.01, "{metres:?}");
    assert!((metres.y - 2_999_718.85).abs() < 0.01, "{metres:?}");
    let back = lon_lat(metres).unwrap();
    assert!((back.x - 5.0).abs() < 1e-7 && (back.y - 50.0).abs() < 1e-7);
}

/// Values of the census of 2011, which gives the middle of its squares in metres and in degrees.
#[test]
fn the_middles_the_census_names_are_met_to_its_last_digit() {
    for (id, lon, lat) in [
        ("CRS3035RES100mN2857700E4261000", 9.183_714, 48.830_044),
        ("CRS3035RES100mN2923400E4155700", 7.723_341, 49.400_943),
        ("CRS3035RES100mN3083800E4117500", 7.111_515, 50.830_03),
        ("CRS3035RES100mN2777400E4432800", 11.501_096, 48.100_385),
    ] {
        let Ok(GridId::Hectare(cell)) = id.parse() else {
            panic!("{id}")
        };
        let middle = cell.middle().unwrap();
        assert!((middle.lon() - lon).abs() < 1.5e-6, "{id}: {middle:?}");
        assert!((middle.lat() - lat).abs() < 1.5e-6, "{id}: {middle:?}");
        assert_eq!(GridCell::at(middle), Some(cell));
        assert_eq!(cell.to_string(), id);
    }
}

#[test]
fn long_and_short_names_are_the_same_square() {
    let pairs = [
        ("CRS3035RES100mN2857700E4261000", "100mN28577E42610"),
        ("CRS3035RES1000mN2858000E4254000", "1kmN2858E4254"),
    ];
    for (long, short) in pairs {
        assert_eq!(long.parse::<GridId>(), short.parse::<GridId>(), "{short}");
    }
    let Ok(GridId::Kilometre(cell)) = pairs[1].1.parse() else {
        panic!("a square of 1 km")
    };
    assert_eq!(cell.to_string(), pairs[1].0);
    assert_eq!(cell.cells().count(), 100);
    assert!(cell.cells().all(|own| own.kilometre() == cell));
}

#[test]
fn what_names_no_square_is_refused() {
    for text in [
        "",
        "100m",
        "CRS3035RES100mN2857750E4261000",
        "CRS3035RES250mN2857500E4261000",
        "100mN-1E42610",
        "100mN+1E42610",
        "100mNE",
        "CRS3035RES100mN99999999900E4261000",
    ] {
        assert_eq!(
            text.parse::<GridId>().unwrap_err().field,
            "grid_id",
            "{text}"
        );
    }
}

#[test]
fn where_the_grid_does_not_reach_there_is_no_square() {
    let porto_alegre = Location::from_lon_lat(-51.2, -30.0).unwrap();
    assert_eq!(GridCell::at(porto_alegre), None);
    let far = GridCell {
        row: u32::MAX,
        column: u32::MAX,
    };
    assert_eq!(far.middle(), None);
    assert!(far.neighbours().count() < 8);
}

#[test]
fn a_window_holds_whole_kilometres_with_a_margin() {
    let window = GridWindow::around("9.1,48.8,9.3,49".parse().unwrap(), 2000.0).unwrap();
    let at = |lon, lat| GridCell::at(Location::from_lon_lat(lon, lat).unwrap()).unwrap();
    // A degree of longitude is 73 km there, one of latitude 111 km.
    for inside in [
        at(9.1, 48.8),
        at(9.3, 49.0),
        at(9.08, 48.9),
        at(9.2, 49.017),
    ] {
        assert!(window.has(inside), "{inside}");
        assert!(inside.kilometre().cells().all(|cell| window.has(cell)));
    }
    for outside in [at(9.0, 48.9), at(9.2, 49.05), at(9.4, 48.9), at(9.2, 48.75)] {
        assert!(!window.has(outside), "{outside}");
    }
}

proptest! {
    #[test]
    fn a_place_in_europe_lies_in_the_square_whose_middle_is_near(lon in -10.0..30.0f64, lat in 36.0..70.0f64) {
        let location = Location::from_lon_lat(lon, lat).unwrap();
        let cell = GridCell::at(location).unwrap();
        let middle = cell.middle().unwrap();
        let (own, mid) = (grid_metres(location.point().0), grid_metres(middle.point().0));
        prop_assert!((own.x - mid.x).abs() < 50.2 && (own.y - mid.y).abs() < 50.2);
        prop_assert_eq!(GridCell::at(middle), Some(cell));
    }
}

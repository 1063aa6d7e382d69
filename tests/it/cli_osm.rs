//! `import osm` on extracts drawn by hand: what a second file may do to a city, and what it may not.

use crate::cli::Desk;
use crate::pbf_writer::Pbf;

/// An extract with playgrounds at these numbers, 100 m apart.
fn playgrounds(numbers: std::ops::Range<i64>) -> Vec<u8> {
    let mut pbf = Pbf::new();
    for number in numbers {
        let lon = 9.0 + 0.001 * f64::from(i32::try_from(number).unwrap());
        let name = format!("Spielplatz {number}");
        pbf.node(
            number + 1,
            (lon, 48.05),
            &[("leisure", "playground"), ("name", &name)],
        );
    }
    pbf.bytes()
}

#[test]
fn a_second_import_of_the_same_extract_changes_nothing() {
    let desk = Desk::empty();
    let file = desk.file("a.osm.pbf", &playgrounds(0..30));
    let first = desk.run(&["import", "osm", &file]);
    assert!(
        first.out.contains("added: 30"),
        "{}{}",
        first.out,
        first.err
    );
    let second = desk.run(&["import", "osm", &file]);
    assert!(second.out.contains("unchanged: 30"), "{}", second.out);
    assert!(second.out.contains("added: 0"), "{}", second.out);
}

#[test]
fn an_extract_that_is_cut_smaller_does_not_close_the_city() {
    let desk = Desk::empty();
    let whole = desk.file("a.osm.pbf", &playgrounds(0..30));
    let thin = desk.file("b.osm.pbf", &playgrounds(0..15));
    assert_eq!(desk.run(&["import", "osm", &whole]).code, Some(0));
    let refused = desk.run(&["import", "osm", &thin]);
    assert_eq!(refused.code, Some(1));
    assert!(
        refused.err.contains("15 of 30 places are not in it"),
        "{}",
        refused.err
    );
    assert!(
        desk.run(&["import", "osm", &whole])
            .out
            .contains("unchanged: 30")
    );
    let meant = desk.run(&["import", "osm", &thin, "--close-missing"]);
    assert!(meant.out.contains("gone: 15"), "{}{}", meant.out, meant.err);
}

#[test]
fn a_city_of_ones_own_is_not_lost_to_another_citys_extract() {
    let desk = Desk::with_city();
    let mut far = Pbf::new();
    far.node(1, (10.5, 50.0), &[("leisure", "playground")]);
    let file = desk.file("far.osm.pbf", &far.bytes());
    let refused = desk.run(&["import", "osm", &file]);
    assert_eq!(refused.code, Some(1));
    assert!(
        refused.err.contains("no place of it lies in Teststadt"),
        "{}",
        refused.err
    );
    assert_eq!(
        desk.run(&["import", "osm", &file, "--replace-city"]).code,
        Some(0)
    );
}

#[test]
fn hours_with_characters_that_no_text_has_never_break_the_store() {
    let desk = Desk::empty();
    let mut pbf = Pbf::new();
    let tags = [
        ("leisure", "playground"),
        ("opening_hours", "Mo-Fr\u{1f}10:00\u{1f}"),
    ];
    pbf.node(1, (9.05, 48.05), &tags);
    let file = desk.file("odd.osm.pbf", &pbf.bytes());
    assert_eq!(desk.run(&["import", "osm", &file]).code, Some(0));
    let checked = desk.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{}", checked.err);
}

#[test]
fn places_whose_longitude_and_latitude_are_swapped_are_refused() {
    let desk = Desk::with_city();
    let file = desk.file("p.csv", b"name,kind,lon,lat\nTreff,library,48.05,9.05\n");
    let refused = desk.run(&["import", "places", &file]);
    assert_eq!(refused.code, Some(1));
    assert!(
        refused.err.contains("seem to be swapped"),
        "{}",
        refused.err
    );
}

#[test]
fn a_place_that_became_a_place_of_refuge_is_removed_from_the_store_and_never_named() {
    let desk = Desk::empty();
    let playground = [("leisure", "playground"), ("name", "Hof")];
    let hall = [("amenity", "community_centre"), ("name", "Haus am Rain")];
    let refuge = [
        ("amenity", "community_centre"),
        ("name", "Frauenhaus am Rain"),
    ];
    let extract = |tags: &[(&str, &str)]| {
        let mut pbf = Pbf::new();
        pbf.node(1, (9.05, 48.05), &playground);
        pbf.node(2, (9.06, 48.05), tags);
        pbf.bytes()
    };
    let before = desk.file("a.osm.pbf", &extract(&hall));
    let after = desk.file("b.osm.pbf", &extract(&refuge));
    assert!(
        desk.run(&["import", "osm", &before])
            .out
            .contains("added: 2")
    );
    let done = desk.run(&["import", "osm", &after]);
    assert!(
        done.out
            .contains("removed, as places of refuge are never kept: 1"),
        "{}{}",
        done.out,
        done.err
    );
    assert!(!done.out.contains("am Rain"), "{}", done.out);
    assert!(desk.run(&["check"]).out.contains("1 places"));
    let trail = desk.run(&["trail"]).out;
    assert!(
        trail.contains("(taken away)") && !trail.contains("am Rain"),
        "{trail}"
    );

    // The same where the city is taken anew as a whole.
    desk.run(&["import", "osm", &before, "--replace-city"]);
    assert!(desk.run(&["trail"]).out.contains("am Rain"));
    desk.run(&["import", "osm", &after, "--replace-city"]);
    let trail = desk.run(&["trail"]).out;
    assert!(
        trail.contains("redacted") && !trail.contains("am Rain"),
        "{trail}"
    );
    assert_eq!(desk.run(&["check"]).code, Some(0));
}

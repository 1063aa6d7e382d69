//! What people type, and what they mean by it.

mod against_scan;
mod amended;

use super::*;
use crate::domain::LocalPlane;

fn at(lon: f64, lat: f64) -> Location {
    Location::from_lon_lat(lon, lat).unwrap()
}

fn street(name: &str, (lon, lat): (f64, f64), suburb: &str, numbers: &[&str]) -> NewSpot {
    let house = |(step, number): (u32, &&str)| House {
        number: (*number).into(),
        postcode: Some("71638".into()),
        corner: at(lon + f64::from(step) * 0.001, lat).into(),
    };
    NewSpot {
        town: Some("Musterstadt".into()),
        suburb: (!suburb.is_empty()).then(|| suburb.into()),
        houses: (0..).zip(numbers).map(house).collect(),
        ..NewSpot::named(name, SpotKind::Street, at(lon, lat).into())
    }
}

fn city() -> Gazetteer {
    let quarter =
        |name: &str, lon, lat| NewSpot::named(name, SpotKind::Quarter, at(lon, lat).into());
    Gazetteer::build([
        street(
            "Hauptstraße",
            (9.20, 48.90),
            "",
            &["1", "2", "3", "5", "5a", "7-9", "12"],
        ),
        street("Hauptstraße", (9.28, 48.90), "Oßweil", &["1", "5"]),
        street("Hauptmannweg", (9.21, 48.91), "", &[]),
        street("Karl-Müller-Straße", (9.22, 48.92), "", &["10"]),
        street("Straße des 17. Juni", (9.23, 48.93), "", &["4"]),
        street("Marktplatz", (9.20, 48.905), "", &["1"]),
        street("Am Alten Markt", (9.25, 48.905), "", &[]),
        quarter("Oßweil", 9.28, 48.90),
        quarter("Schlösslesfeld", 9.21, 48.90),
    ])
}

fn search_near(text: &str, near: Option<Location>) -> Vec<Found> {
    let plane = LocalPlane::around(at(9.2, 48.9));
    let around = Around {
        near,
        plane: &plane,
        words_at: &|_| Vec::new(),
    };
    search(&[(&city()).into()], &Asked::read(text), &around, 5)
}

fn names(text: &str) -> Vec<String> {
    search_near(text, None)
        .into_iter()
        .map(|own| own.name)
        .collect()
}

fn first(text: &str) -> Found {
    let found = search_near(text, None).into_iter().next();
    found.unwrap_or_else(|| panic!("nothing was found for {text}"))
}

#[test]
fn an_address_is_understood_however_it_is_written() {
    for text in [
        "Hauptstraße 5",
        "hauptstr 5",
        "Hauptstr. 5",
        "Hauptstr.5",
        "HAUPTSTRASSE 5",
        "Haupt Straße 5",
        "Haupt-Str. 5",
        "5 Hauptstraße",
        "Hauptstraße Nr. 5",
        "Hauptstraße 5, 71638 Musterstadt",
        "71638 Musterstadt, Hauptstraße 5",
        "Musterstadt 71638 Hauptstr 5",
        "  hauptstraße   5 ",
    ] {
        let found = first(text);
        assert_eq!(
            (found.name.as_str(), found.kind),
            ("Hauptstraße 5", SpotKind::House),
            "{text}"
        );
        assert_eq!(
            (found.quality, &found.number),
            (Quality::Exact, &AskedNumber::Met),
            "{text}"
        );
        assert_eq!(found.postcode.as_deref(), Some("71638"), "{text}");
    }
}

#[test]
fn umlauts_may_be_written_in_three_ways() {
    for text in [
        "Karl-Müller-Straße 10",
        "karl mueller strasse 10",
        "Karl Muller Str. 10",
        "KARLMÜLLERSTR. 10",
    ] {
        assert_eq!(first(text).name, "Karl-Müller-Straße 10", "{text}");
        assert_eq!(first(text).quality, Quality::Exact, "{text}");
    }
}

#[test]
fn a_letter_or_a_range_behind_a_number_is_met() {
    assert_eq!(first("Hauptstr 5 a").name, "Hauptstraße 5a");
    assert_eq!(first("Hauptstr 5A").name, "Hauptstraße 5a");
    assert_eq!(first("Hauptstr 9").name, "Hauptstraße 7-9");
    assert_eq!(first("Hauptstr 7-9").name, "Hauptstraße 7-9");
    assert_eq!(first("Hauptstr 9").number, AskedNumber::Met);
}

#[test]
fn a_missing_number_is_the_street_and_an_unknown_one_the_nearest_and_it_is_said() {
    let whole = first("Hauptstraße");
    assert_eq!(
        (whole.name.as_str(), whole.kind),
        ("Hauptstraße", SpotKind::Street)
    );
    let nearest = first("Hauptstraße 11");
    assert_eq!(nearest.name, "Hauptstraße 12");
    assert_eq!(nearest.number, AskedNumber::Nearest("11".into()));
    let unnumbered = first("Hauptmannweg 3");
    assert_eq!(
        (unnumbered.name.as_str(), unnumbered.kind),
        ("Hauptmannweg", SpotKind::Street)
    );
    assert_eq!(unnumbered.number, AskedNumber::NoneKnown("3".into()));
}

#[test]
fn numbers_that_go_on_are_offered_behind_the_one_asked_for() {
    let found = search_near("Hauptstraße 1", Some(at(9.20, 48.90)));
    let said: Vec<_> = found
        .iter()
        .map(|own| (own.name.as_str(), &own.number))
        .collect();
    assert_eq!(
        said[..3],
        [
            ("Hauptstraße 1", &AskedNumber::Met),
            ("Hauptstraße 1", &AskedNumber::Met),
            ("Hauptstraße 12", &AskedNumber::Begun)
        ]
    );
}

#[test]
fn a_number_in_a_name_is_part_of_the_name() {
    assert_eq!(first("Straße des 17. Juni").name, "Straße des 17. Juni");
    assert_eq!(first("straße des 17 juni 4").name, "Straße des 17. Juni 4");
}

#[test]
fn a_part_of_town_decides_between_streets_of_one_name() {
    assert_eq!(first("Hauptstraße 5 Oßweil").location, at(9.281, 48.90));
    assert_eq!(first("Ossweil Hauptstr").location, at(9.28, 48.90));
    let both: Vec<_> = names("Hauptstraße 1")
        .into_iter()
        .filter(|name| name == "Hauptstraße 1")
        .collect();
    assert_eq!(both.len(), 2);
}

#[test]
fn exact_comes_before_begun_and_begun_before_a_typo() {
    let found = search_near("Hauptm", None);
    assert_eq!(
        (found[0].name.as_str(), found[0].quality),
        ("Hauptmannweg", Quality::Begun)
    );
    let all = search_near("Hauptstr", None);
    assert!(all.len() > 1 && all.iter().map(|own| own.quality).is_sorted());
    let found = search_near("Marktplatz", None);
    assert_eq!(
        (found[0].name.as_str(), found[0].quality),
        ("Marktplatz", Quality::Exact)
    );
}

#[test]
fn typos_are_forgiven_and_said() {
    for text in [
        "Hauptstrase 5",
        "Haupstraße 5",
        "Hautpstraße 5",
        "Hauptsstraße 5",
        "Hauptstaße 5 Musterstad",
    ] {
        let found = first(text);
        assert_eq!(
            (found.name.as_str(), found.quality),
            ("Hauptstraße 5", Quality::Similar),
            "{text}"
        );
    }
    assert_eq!(first("Schlöslesfeld").name, "Schlösslesfeld");
    assert_eq!(names("Xyzstraße"), Vec::<String>::new());
}

#[test]
fn the_nearer_of_two_comes_first() {
    let near = |lon| search_near("Hauptstraße 1", Some(at(lon, 48.90)))[0].location;
    assert_eq!(near(9.27), at(9.28, 48.90));
    assert_eq!(near(9.19), at(9.20, 48.90));
    let found = search_near("Hauptstrase", Some(at(9.3, 48.90)));
    assert_eq!(found[0].location, at(9.28, 48.90));
}

#[test]
fn a_name_is_found_from_one_of_its_later_words_on() {
    assert_eq!(first("Alten Markt").name, "Am Alten Markt");
    assert_eq!(first("Markt").name, "Am Alten Markt");
    assert_eq!(first("Müller Str").name, "Karl-Müller-Straße");
}

#[test]
fn what_is_typed_letter_by_letter_finds_its_street_all_the_way() {
    for text in ["Karl-Müller-Straße 10", "Schlösslesfeld", "Am Alten Markt"] {
        for end in 3..=text.chars().count() {
            let begun: String = text.chars().take(end).collect();
            let wanted = text.trim_end_matches(" 10");
            assert!(
                names(&begun).iter().any(|name| name.starts_with(wanted)),
                "{begun}"
            );
        }
    }
}

#[test]
fn a_word_that_means_nothing_is_said_to_be_left_out() {
    let found = first("Hauptstraße Hintertupfingen");
    assert_eq!(
        (found.name.as_str(), found.quality),
        ("Hauptstraße", Quality::Partial)
    );
    assert_eq!(
        names("ganz woanders in der Welt Hauptstraße"),
        Vec::<String>::new()
    );
    let wrong_postcode = first("Hauptstraße 5, 99999");
    assert_eq!(wrong_postcode.quality, Quality::Partial);
}

#[test]
fn nothing_is_found_for_nothing() {
    for text in [
        "",
        " ",
        ",",
        "5",
        "a",
        "🙂",
        "\u{0}",
        "....",
        "'; drop table place; --",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
    let plane = LocalPlane::around(at(9.2, 48.9));
    let around = Around {
        near: None,
        plane: &plane,
        words_at: &|_| Vec::new(),
    };
    assert!(search(&[], &Asked::read("Hauptstraße"), &around, 5).is_empty());
    assert!(
        search(
            &[(&Gazetteer::default()).into()],
            &Asked::read("Hauptstraße"),
            &around,
            5
        )
        .is_empty()
    );
}

#[test]
fn a_street_of_which_only_houses_are_known_leads_to_them() {
    let only = NewSpot {
        corner: None,
        ..street("Weichselstraße", (9.21, 48.87), "", &["10"])
    };
    let gazetteer = Gazetteer::build([only]);
    let plane = LocalPlane::around(at(9.2, 48.9));
    let around = Around {
        near: None,
        plane: &plane,
        words_at: &|_| Vec::new(),
    };
    let ask = |text| search(&[(&gazetteer).into()], &Asked::read(text), &around, 5);
    let found = &ask("Weichselstraße")[0];
    assert_eq!(
        (found.name.as_str(), found.kind, found.quality),
        ("Weichselstraße 10", SpotKind::House, Quality::Begun)
    );
    assert_eq!(
        ask("Weichselstr 12")[0].number,
        AskedNumber::Nearest("12".into())
    );
}

#[test]
fn what_the_ground_says_explains_a_word() {
    let plane = LocalPlane::around(at(9.2, 48.9));
    let words_at = |location: Location| {
        let name = if location.lon() > 9.25 { "Ost" } else { "West" };
        crate::domain::address::words(name)
    };
    let around = Around {
        near: None,
        plane: &plane,
        words_at: &words_at,
    };
    let gazetteer = city();
    let found = search(
        &[(&gazetteer).into()],
        &Asked::read("Hauptstr 5 Ost"),
        &around,
        5,
    );
    assert_eq!(
        (found[0].location, found[0].quality),
        (at(9.281, 48.90), Quality::Exact)
    );
    let found = search(
        &[(&gazetteer).into()],
        &Asked::read("West Hauptstr 5"),
        &around,
        5,
    );
    assert_eq!(found[0].location, at(9.203, 48.90));
}

#[test]
fn hostile_text_is_cut_before_it_costs_anything() {
    let long = "a".repeat(1 << 20);
    let words = "str ".repeat(100_000);
    for text in [
        long.as_str(),
        words.as_str(),
        &"ß".repeat(10_000),
        &"🙂a".repeat(10_000),
        &"1 ".repeat(10_000),
    ] {
        let asked = Asked::read(text);
        let letters: usize = asked.words.iter().map(String::len).sum();
        assert!(asked.words.len() <= 12 && letters <= 1_000, "{letters}");
        assert!(asked.runs().len() <= 140);
        names(text);
    }
}

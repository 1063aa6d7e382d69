//! Addresses: a hundred thousand house numbers, asked for as people type and as nobody should.

use std::time::Instant;

use miteinander::domain::address::{House, Street};
use miteinander::domain::{CityMap, Corner};
use miteinander::snapshot::{CityData, Revision, Snapshot};

use crate::synthetic::{Dice, city};
use crate::table::{Sample, Table};

const STREETS: usize = 4_000;
const HOUSES: usize = 25;
const ASKED: usize = 4_000;

const FIRST: [&str; 20] = [
    "Haupt",
    "Bahnhof",
    "Schiller",
    "Goethe",
    "Mühl",
    "Garten",
    "Wald",
    "Berg",
    "Kirch",
    "Linden",
    "Karl-Müller-",
    "Friedrich-Ebert-",
    "Am Alten ",
    "Obere ",
    "Ludwigs",
    "Eichen",
    "Rosen",
    "Robert-Koch-",
    "Hölderlin",
    "Buchen",
];
const MIDDLE: [&str; 20] = [
    "", "tal", "feld", "hof", "bach", "wiesen", "grund", "mühl", "brunnen", "acker", "höhen",
    "garten", "graben", "stein", "rain", "anger", "tor", "markt", "burg", "quell",
];
const LAST: [&str; 10] = [
    "straße", "weg", "gasse", "platz", "allee", "ring", "pfad", "steige", "ufer", "winkel",
];
const TOWNS: [&str; 8] = [
    "Musterstadt",
    "Oßweil",
    "Neckarweihingen",
    "Poppenweiler",
    "Hoheneck",
    "Eglosheim",
    "Pflugfelden",
    "Grünbühl",
];

pub fn measure(table: &mut Table) {
    let streets = streets();
    let begin = Instant::now();
    let snapshot = Snapshot::build(CityData {
        map_revision: Some(Revision(1)),
        residents_revision: None,
        residents: None,
        map: Some(CityMap {
            streets: streets.clone(),
            ..CityMap::default()
        }),
        ..city(4_000)
    });
    let map = snapshot.map().unwrap().gazetteer();
    let (names, houses) = map.counts();
    let first = Instant::now();
    std::hint::black_box(snapshot.find_spots("Hauptstraße", None, 8));
    table.row(
        &format!("{houses} house numbers of {names} names, 4,000 places: city with its map, first question, memory of the names"),
        &format!(
            "{:.1?}; {:.1?}; {:.1} MB and {:.1} MB",
            begin.elapsed(), first.elapsed(), megabytes(map.bytes()), megabytes(snapshot.own_spots().gazetteer.bytes()),
        ),
        "",
    );
    for (what, questions) in questions(&streets) {
        let mut dice = Dice(3);
        let sample = Sample::least_of_three(questions, |text| {
            snapshot.find_spots(text, Some(dice.location()), 8).len()
        });
        table.row(
            &format!("address search: {what}"),
            &sample.to_string(),
            "p99 < 5 ms",
        );
    }
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn streets() -> Vec<Street> {
    let mut dice = Dice(100_000);
    let names = (0..STREETS).map(|number| {
        let (first, rest) = (number % FIRST.len(), number / FIRST.len());
        let (middle, last) = (rest % MIDDLE.len(), rest / MIDDLE.len() % LAST.len());
        (
            format!("{}{}{}", FIRST[first], MIDDLE[middle], LAST[last]),
            number,
        )
    });
    let street = |(name, number): (String, usize)| {
        let spot: Corner = dice.location().into();
        let town = TOWNS[number % TOWNS.len()];
        let house = |number: usize| House {
            number: (number * 2 + 1).to_string().into(),
            postcode: Some(format!("716{:02}", number % 10).into()),
            corner: Corner {
                lon: spot.lon + i32::try_from(number).unwrap() * 200,
                ..spot
            },
        };
        Street {
            name: name.into(),
            is_settlement: false,
            town: Some("Musterstadt".into()),
            suburb: (town != "Musterstadt").then(|| town.into()),
            spot,
            houses: (0..HOUSES).map(house).collect(),
        }
    };
    names.map(street).collect()
}

/// Questions of several kinds, each about streets picked at random.
fn questions(streets: &[Street]) -> Vec<(&'static str, Vec<String>)> {
    let mut dice = Dice(9);
    let mut about = |ask: fn(&str, &mut Dice) -> String| -> Vec<String> {
        (0..ASKED)
            .map(|_| {
                let at = usize::try_from(dice.next() % streets.len() as u64).unwrap();
                ask(&streets[at].name, &mut dice)
            })
            .collect()
    };
    let hostile = [
        "a".repeat(200),
        "st".repeat(100),
        "a b c d e f g h i j k l".to_owned(),
        "strasse weg gasse platz allee ring pfad steige ufer winkel haupt bahnhof".to_owned(),
        "treffpunkt treffpunkt treffpunkt treffpunkt treffpunkt treffpunkt".to_owned(),
        "1 2 3 4 5 6 7 8 9 10 11 12".to_owned(),
        "🙂".repeat(200),
        "\u{0}".repeat(200),
        "hauptstrase musterstat ossweill neckarweihngen poppenweilr hohenck eglosheimm 71601 5"
            .to_owned(),
        "am".to_owned(),
    ];
    vec![
        (
            "street and number",
            about(|name, dice| format!("{name} {}", dice.next() % 60)),
        ),
        (
            "begun, 3 to 8 letters",
            about(|name, dice| {
                let letters = 3 + usize::try_from(dice.next() % 6).unwrap();
                name.chars().take(letters).collect()
            }),
        ),
        (
            "a letter missing, postcode and town",
            about(|name, dice| {
                let count = name.chars().count() as u64;
                let gone = usize::try_from(2 + dice.next() % (count - 2)).unwrap();
                let kept = name.chars().enumerate().filter(|(at, _)| *at != gone);
                let name: String = kept.map(|(_, letter)| letter).collect();
                format!("{name} 7, 71603 Musterstadt")
            }),
        ),
        (
            "of a hostile mind",
            hostile.iter().cycle().take(ASKED).cloned().collect(),
        ),
    ]
}

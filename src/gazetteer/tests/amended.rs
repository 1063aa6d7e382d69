//! A gazetteer with what has changed since against one built anew: the same spots in the same order.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::domain::random::Dice;

fn spot(dice: &mut Dice, number: u32) -> NewSpot {
    const NAMES: &[&str] = &[
        "Spielplatz",
        "Spielplatz Nord",
        "Spielwiese",
        "Karlstraße",
        "Karlsplatz",
        "Am Markt",
    ];
    let location = dice.location();
    let named = NewSpot {
        place: dice.chance(50).then(|| dice.place_id()),
        ..NewSpot::named(dice.pick(NAMES), SpotKind::Place, location.into())
    };
    match dice.below(3) {
        0 => street(
            &format!("Karl{number}str."),
            (9.2, 48.9),
            "",
            &["1", "2", "3a"],
        ),
        1 => NewSpot {
            houses: (0..dice.below(4))
                .map(|_| House {
                    number: (1 + dice.below(5)).to_string().into(),
                    postcode: dice
                        .pick_unless(20, &["71634", "71636", "70001", "70002", "70003"])
                        .map(Into::into),
                    corner: dice.location().into(),
                })
                .collect(),
            kind: SpotKind::Street,
            corner: None,
            town: dice
                .pick_unless(50, &["Ludwigsburg", "Kornwestheim"])
                .map(Into::into),
            ..named
        },
        _ => named,
    }
}

/// Takes some spots out of a list and puts others in; the gazetteer of the list before, amended, and the list after.
fn amended(
    dice: &mut Dice,
    spots: &[NewSpot],
    changes: u32,
) -> (Gazetteer, Amendment, Vec<NewSpot>) {
    let before = Gazetteer::build(spots.iter().cloned());
    let end = u32::try_from(spots.len()).unwrap() + 1;
    let gone: HashSet<u32> = (0..changes)
        .map(|_| dice.below(end))
        .filter(|at| at + 1 < end)
        .collect();
    let mut new: Vec<(u32, NewSpot)> = (0..changes)
        .map(|_| (dice.below(end), spot(dice, 7)))
        .collect();
    new.sort_by_key(|(at, _)| *at);
    let mut after = Vec::new();
    let mut coming = new.iter().cloned().peekable();
    for (at, own) in (0..).zip(spots) {
        while let Some((_, new)) = coming.next_if(|(before, _)| *before <= at) {
            after.push(new);
        }
        if !gone.contains(&at) {
            after.push(own.clone());
        }
    }
    after.extend(coming.map(|(_, new)| new));
    let amendment = before.amend(gone, new);
    (before, amendment, after)
}

fn assert_alike(dice: &mut Dice, spots: &[NewSpot], changes: u32) {
    const ASKED: &[&str] = &[
        "spielplatz",
        "spielpltz",
        "spiel",
        "karlstrasse 3",
        "karl",
        "karlsplatz 2 71634",
        "70002 karlstr",
        "am markt 1",
        "markt kornwestheim",
        "70003",
    ];
    let (gazetteer, amendment, after) = amended(dice, spots, changes);
    let built_anew = Gazetteer::build(after);
    let amended = Amended {
        gazetteer: &gazetteer,
        amendment: Some(&amendment),
    };
    let plane = LocalPlane::around(at(9.2, 48.9));
    for text in ASKED {
        let near = dice.chance(50).then(|| dice.location());
        let around = Around {
            near,
            plane: &plane,
            words_at: &|_| Vec::new(),
        };
        let asked = Asked::read(text);
        let found = search(&[amended], &asked, &around, 20);
        assert_eq!(
            found,
            search(&[(&built_anew).into()], &asked, &around, 20),
            "{text} {near:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_amended_gazetteer_answers_as_one_built_anew(seed: u64, count in 0..60u32, changes in 0..9u32) {
        let mut dice = Dice(seed);
        let spots: Vec<NewSpot> = (0..count).map(|number| spot(&mut dice, number)).collect();
        assert_alike(&mut dice, &spots, changes);
    }
}

#[test]
fn so_does_one_of_more_spots_of_a_name_than_are_ever_compared() {
    let mut dice = Dice(5);
    let spots: Vec<NewSpot> = (0..9_000).map(|number| spot(&mut dice, number)).collect();
    assert_alike(&mut dice, &spots, 300);
}

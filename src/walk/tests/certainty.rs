//! What is proven holds, and what holds is possible, whatever the unknown facts turn out to be.

use super::{corner, plane, somewhere};
use crate::domain::fact::Fact;
use crate::domain::grid::GridCell;
use crate::domain::passage::{Certainty, Wheels};
use crate::domain::random::Dice;
use crate::domain::residents::Inhabited;
use crate::domain::walkway::{Smoothness, Surface, Walkways, WayFacts};
use crate::walk::{Costs, Network, Profile, Spot};

const LIMIT_DM: u32 = 4_000;

/// Everything is known about a way, and what somebody judged on the spot is true.
fn whole_truth(dice: &mut Dice) -> WayFacts {
    let steps = dice.chance(8);
    let facts = WayFacts {
        off_street: dice.chance(50),
        steps,
        handrail: dice.pick(&[Fact::Yes, Fact::No]),
        lit: dice.pick(&[Fact::Yes, Fact::No]),
        incline_per_mille: Some(dice.pick(&[0, 10, 50, 60, 61, 120])),
        width_cm: Some(dice.pick(&[70, 85, 90, 150, 200, 300])),
        kerb_mm: Some(dice.pick(&[0, 0, 20, 30, 50, 120])),
        surface: dice.pick(&[
            Surface::Smooth,
            Surface::Paved,
            Surface::Gravel,
            Surface::Soft,
        ]),
        smoothness: dice.pick(&[Smoothness::Good, Smoothness::Good, Smoothness::Bad]),
        ..WayFacts::default()
    };
    // As many good ways as bad ones: else nobody gets anywhere, and nothing is tested.
    let facts = if dice.chance(65) && !steps {
        WayFacts {
            wheelchair: Fact::Unknown,
            steps: false,
            off_street: facts.off_street,
            ..facts.as_usual_good()
        }
    } else {
        facts
    };
    let verdict = facts.passable_by(Wheels::Wheelchair).verdict;
    WayFacts {
        wheelchair: verdict,
        ..facts
    }
}

impl WayFacts {
    fn as_usual_good(self) -> Self {
        Self {
            incline_per_mille: Some(20),
            width_cm: Some(150),
            kerb_mm: Some(0),
            surface: Surface::Smooth,
            smoothness: Smoothness::Good,
            ..self
        }
    }

    /// The same, of which so many of a hundred facts have not been recorded.
    fn hidden(self, dice: &mut Dice, percent: u32) -> Self {
        let mut hide = || dice.chance(percent);
        let or_unknown = |hidden, fact| if hidden { Fact::Unknown } else { fact };
        Self {
            wheelchair: or_unknown(hide(), self.wheelchair),
            handrail: or_unknown(hide(), self.handrail),
            lit: or_unknown(hide(), self.lit),
            incline_per_mille: self.incline_per_mille.filter(|_| !hide()),
            width_cm: self.width_cm.filter(|_| !hide()),
            kerb_mm: self.kerb_mm.filter(|_| !hide()),
            surface: if hide() {
                Surface::Unknown
            } else {
                self.surface
            },
            smoothness: if hide() {
                Smoothness::Unknown
            } else {
                self.smoothness
            },
            ..self
        }
    }
}

fn residents(dice: &mut Dice, side: u32) -> Vec<Inhabited> {
    let one = |number| Inhabited {
        cell: GridCell {
            row: number,
            column: 0,
        },
        location: somewhere(dice, side),
        district: None,
        milli_persons: 1_000 + dice.below(90_000),
    };
    (0..30).map(one).collect()
}

fn doors(dice: &mut Dice, network: &Network, side: u32) -> Vec<Spot> {
    let spots = (0..3).filter_map(|_| network.snap(somewhere(dice, side), Costs::DISTANCE));
    spots.collect()
}

/// Who is reached within the limit with a certainty.
fn reached(network: &Network, people: &[Inhabited], doors: &[Spot], costs: Costs) -> Vec<bool> {
    let homes = people
        .iter()
        .map(|own| network.entries(own.location, costs));
    let homes: Vec<Vec<Spot>> = homes.collect();
    let all = network.costs_to(&homes, doors, costs);
    all.into_iter().map(|cost| cost <= LIMIT_DM).collect()
}

#[test]
fn what_is_proven_holds_and_what_holds_is_possible_on_1000_networks_with_hidden_facts() {
    let (mut differs, mut counts) = (0, [0_usize; 4]);
    for seed in 0..1_000 {
        let mut dice = Dice(seed);
        let mut town = dice.town(corner(0, 0), 6);
        let mut hidden = town.clone();
        let percent = dice.pick(&[5, 15, 40]);
        for (way, known) in town.ways.iter_mut().zip(&mut hidden.ways) {
            way.facts = whole_truth(&mut dice);
            known.facts = way.facts.hidden(&mut dice, percent);
        }
        let build = |ways: &Walkways| Network::build(plane(), ways).unwrap();
        let (real, known) = (build(&town), build(&hidden));
        let (people, doors) = (residents(&mut dice, 6), doors(&mut dice, &known, 6));
        for profile in [Profile::Wheelchair, Profile::Walker] {
            let sure = |certainty| {
                let costs = Costs::sure(profile, certainty);
                reached(&known, &people, &doors, costs)
            };
            let truth = reached(&real, &people, &doors, Costs::of(profile));
            let certain = reached(
                &real,
                &people,
                &doors,
                Costs::sure(profile, Certainty::Proven),
            );
            assert_eq!(truth, certain, "seed {seed}: nothing is unknown");
            let [proven, likely, possible] =
                [Certainty::Proven, Certainty::Likely, Certainty::Possible].map(sure);
            for home in 0..people.len() {
                assert!(
                    proven[home] <= truth[home] && truth[home] <= possible[home],
                    "seed {seed}"
                );
                assert!(
                    proven[home] <= likely[home] && likely[home] <= possible[home],
                    "seed {seed}"
                );
                differs += usize::from(proven[home] != possible[home]);
            }
            for (count, all) in counts.iter_mut().zip([&proven, &likely, &truth, &possible]) {
                *count += all.iter().filter(|reached| **reached).count();
            }
        }
    }
    assert!(differs > 1_000 && counts[0] > 500, "{differs} {counts:?}");
}

#[test]
fn to_record_the_facts_of_a_way_lets_those_through_whom_it_alone_kept() {
    let mut found = 0;
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let mut town = dice.town(corner(0, 0), 6);
        for way in &mut town.ways {
            way.facts = WayFacts::default().as_usual_good().hidden(&mut dice, 4);
            way.name = Some(format!("way {}", way.nodes[1] + 100 * way.nodes[0]).into());
        }
        let before = Network::build(plane(), &town).unwrap();
        let (people, doors) = (residents(&mut dice, 6), doors(&mut dice, &before, 6));
        let costs = Costs::sure(Profile::Wheelchair, Certainty::Proven);
        let persons = |network: &Network| -> u64 {
            let reached = reached(network, &people, &doors, costs);
            let inside = people.iter().zip(reached).filter(|(_, reached)| *reached);
            inside.map(|(own, _)| u64::from(own.milli_persons)).sum()
        };
        for missing in before.missing_facts(&doors, &people, Profile::Wheelchair, LIMIT_DM, 3) {
            assert!(!missing.fields.is_empty() && missing.alone <= missing.passing);
            let mut recorded = town.clone();
            let ways = recorded.ways.iter_mut();
            for way in ways.filter(|way| way.name == missing.name) {
                way.facts = way.facts.as_usual_good();
            }
            let after = Network::build(plane(), &recorded).unwrap();
            assert!(
                persons(&after) >= persons(&before) + missing.alone,
                "seed {seed}"
            );
            found += usize::from(missing.alone > 0);
        }
    }
    assert!(found > 100, "{found}");
}

#[test]
fn who_needs_no_wheels_has_one_entry_and_no_missing_facts() {
    let mut dice = Dice(2);
    let network = Network::build(plane(), &dice.town(corner(0, 0), 8)).unwrap();
    for _ in 0..50 {
        let (here, costs) = (somewhere(&mut dice, 8), Costs::of(Profile::Older));
        let snapped: Vec<Spot> = network.snap(here, costs).into_iter().collect();
        assert_eq!(network.entries(here, costs), snapped);
    }
    let (people, doors) = (residents(&mut dice, 8), doors(&mut dice, &network, 8));
    assert!(
        network
            .missing_facts(&doors, &people, Profile::Older, LIMIT_DM, 10)
            .is_empty()
    );
}

#[test]
fn around_a_spot_lies_what_the_search_everywhere_finds_within_the_limit() {
    let mut dice = Dice(9);
    let network = Network::build(plane(), &dice.town(corner(0, 0), 9)).unwrap();
    let costs = Costs::of(Profile::Older);
    let mut around = network.around(costs);
    for _ in 0..60 {
        let Some(spot) = network.snap(somewhere(&mut dice, 9), costs) else {
            continue;
        };
        let limit_dm = dice.below(6_000);
        let mut near = around.within(&[spot], limit_dm).to_vec();
        near.sort_unstable();
        let all = (0_u32..).zip(network.costs_from(&[spot], costs));
        let expected: Vec<u32> = all
            .filter(|(_, cost)| *cost <= limit_dm)
            .map(|(at, _)| at)
            .collect();
        assert_eq!(near, expected);
    }
}

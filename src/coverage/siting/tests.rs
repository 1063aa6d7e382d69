//! The search against trying out every choice, and what makes no difference.

use super::{Alternative, Effort, Question, Siting};
use crate::domain::random::Dice;

struct Town {
    weights: Vec<u32>,
    reaches: Vec<Vec<u32>>,
}

impl Town {
    /// Rows and sites on a plain, each site with all rows within a radius; some rows weigh nothing.
    fn random(dice: &mut Dice, rows: u32, sites: u32, radius: f64) -> Self {
        let mut at = || (dice.between(0.0, 1.0), dice.between(0.0, 1.0));
        let homes: Vec<_> = (0..rows).map(|_| at()).collect();
        let places: Vec<_> = (0..sites).map(|_| at()).collect();
        let near = |place: &(f64, f64), home: &(f64, f64)| {
            (place.0 - home.0).hypot(place.1 - home.1) <= radius
        };
        let reaches = places.iter().map(|place| {
            let rows = (0_u32..).zip(&homes);
            rows.filter(|(_, home)| near(place, home))
                .map(|(row, _)| row)
                .collect()
        });
        Self {
            reaches: reaches.collect(),
            weights: (0..rows).map(|_| dice.below(9) * dice.below(400)).collect(),
        }
    }

    fn ask(&self, sites: usize) -> Siting {
        self.ask_with(sites, Effort::default())
    }

    fn ask_with(&self, sites: usize, effort: Effort) -> Siting {
        let question = Question {
            weights: &self.weights,
            reaches: &self.reaches,
            sites,
            effort,
        };
        question.answer()
    }

    fn covered(&self, sites: &[usize]) -> u64 {
        let is_reached = |row: &u32| sites.iter().any(|site| self.reaches[*site].contains(row));
        let rows = (0_u32..).zip(&self.weights);
        rows.filter(|(row, _)| is_reached(row))
            .map(|(_, weight)| u64::from(*weight))
            .sum()
    }

    /// The most that any choice reaches, by trying them all.
    fn most(&self, sites: usize, from: usize, chosen: &mut Vec<usize>) -> u64 {
        let mut most = self.covered(chosen);
        if chosen.len() < sites {
            for next in from..self.reaches.len() {
                chosen.push(next);
                most = most.max(self.most(sites, next + 1, chosen));
                chosen.pop();
            }
        }
        most
    }
}

#[test]
fn the_best_choice_is_that_of_trying_all_on_500_small_towns() {
    for seed in 0..500 {
        let mut dice = Dice(seed);
        let (rows, sites) = (dice.below(30), dice.below(11));
        let town = Town::random(&mut dice, rows, sites, 0.3);
        let wanted = dice.below(5) as usize;
        let siting = town.ask(wanted);
        let most = town.most(wanted, 0, &mut Vec::new());
        assert!(siting.is_proven(), "seed {seed}");
        assert_eq!(siting.covered, most, "seed {seed}");
        let chosen: Vec<usize> = siting.sites.iter().map(|gain| gain.site as usize).collect();
        assert!(chosen.len() <= wanted, "seed {seed}");
        assert_eq!(town.covered(&chosen), most, "seed {seed}");
        let added: u64 = siting.sites.iter().map(|gain| gain.added).sum();
        assert_eq!(added, most, "seed {seed}");
        assert!(
            siting.sites.is_sorted_by(|a, b| a.added >= b.added),
            "seed {seed}"
        );
    }
}

#[test]
fn the_best_choice_is_that_of_trying_all_where_all_rows_weigh_the_same() {
    for seed in 0..30 {
        let mut dice = Dice(seed);
        let mut town = Town::random(&mut dice, 60, 15, 0.3);
        town.weights.fill(1);
        let siting = town.ask(4);
        assert!(siting.is_proven(), "seed {seed}");
        let most = town.most(4, 0, &mut Vec::new());
        assert_eq!(siting.covered, most, "seed {seed}");
    }
}

#[test]
fn rows_cut_in_two_and_sites_that_another_surpasses_change_nothing() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let town = Town::random(&mut dice, 60, 20, 0.25);
        let whole = town.ask(4);
        let mut other = Town {
            weights: town.weights.clone(),
            reaches: town.reaches.clone(),
        };
        for row in 0..60 {
            let part = town.weights[row as usize] / 3;
            other.weights[row as usize] -= part;
            other.weights.push(part);
            for rows in other.reaches.iter_mut().filter(|rows| rows.contains(&row)) {
                rows.push(row + 60);
            }
        }
        for site in 0..20 {
            let some = other.reaches[site]
                .iter()
                .copied()
                .filter(|_| dice.chance(60));
            let smaller = some.collect();
            other.reaches.push(smaller);
        }
        let same = other.ask(4);
        assert!(whole.is_proven() && same.is_proven());
        assert_eq!(whole.covered, same.covered, "seed {seed}");
    }
}

#[test]
fn a_search_that_is_stopped_says_a_bound_that_holds() {
    let mut open = 0;
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let town = Town::random(&mut dice, 400, 80, 0.14);
        let best = town.ask(9);
        assert!(best.is_proven(), "seed {seed}");
        for effort in [0, 30_000, 300_000] {
            let early = town.ask_with(9, Effort(effort));
            assert!(early.covered <= best.covered && best.covered <= early.bound);
            assert!((0.0..0.1).contains(&early.gap()), "{}", early.gap());
            open += usize::from(!early.is_proven());
        }
    }
    assert!(open > 0, "every search was done before it was stopped");
}

#[test]
fn an_alternative_reaches_what_it_says() {
    let mut dice = Dice(5);
    let town = Town::random(&mut dice, 300, 60, 0.15);
    let siting = town.ask(6);
    assert!(!siting.alternatives.is_empty());
    for Alternative {
        instead_of,
        site,
        covered,
    } in siting.alternatives
    {
        let kept = siting.sites.iter().map(|gain| gain.site);
        let mut sites: Vec<usize> = kept
            .filter(|own| *own != instead_of)
            .map(|own| own as usize)
            .collect();
        sites.push(site as usize);
        assert_eq!(town.covered(&sites), covered);
        assert!(covered <= siting.covered);
    }
}

#[test]
fn nothing_to_choose_from_and_nobody_to_reach_are_answers() {
    let nobody = Town {
        weights: vec![0, 0],
        reaches: vec![vec![0], vec![1, 7]],
    };
    let nothing = Town {
        weights: vec![5],
        reaches: Vec::new(),
    };
    for town in [nobody, nothing] {
        let siting = town.ask(3);
        assert_eq!(
            (siting.sites.len(), siting.covered, siting.bound),
            (0, 0, 0)
        );
        assert!(siting.is_proven());
    }
}

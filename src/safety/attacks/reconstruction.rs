//! Reconstruction from all numbers together: a solver weighs every city there could be by how likely it would answer as it
//! does, and guesses the count of one square. Nobody can do better with the same numbers.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::membership::CHANCE;
use super::systems::{Anew, Exact, System};
use super::table::{Bound, Row};
use super::world::{Dice, YEAR, report, square};
use crate::domain::report::{Area, Epsilon, IsoWeek, Period, Product, Report, SafetyCell};
use crate::safety::aggregate::{Window, by_area};
use crate::safety::release::tests::week;
use crate::safety::{Class, Classes, Ground, Group, Release, Spot};

const TRIES: u32 = 1_000;
const CONTROLS: u32 = 200;

/// Two squares in one district, three in another.
const SQUARES: usize = 5;
const NORTH: usize = 2;

/// How likely it is that nobody, one, two … told something in a square of which it is not known.
const PRIOR: [f64; 5] = [0.4, 0.25, 0.15, 0.12, 0.08];

/// Reports by square that nobody knows.
type Hidden = [usize; SQUARES];

/// A city with what is known of it and what is not.
struct City {
    known: [usize; SQUARES],
    hidden: Hidden,
    target: usize,
    number: u64,
}

impl City {
    fn new(number: u32) -> Self {
        let mut dice = Dice(u64::from(number) + 4_000);
        Self {
            known: [(); SQUARES].map(|()| dice.below(10) as usize),
            hidden: [(); SQUARES].map(|()| dice.drawn(&PRIOR)),
            target: number as usize % SQUARES,
            number: dice.number(),
        }
    }

    fn count(&self, hidden: &Hidden, slots: &[usize]) -> usize {
        slots
            .iter()
            .map(|slot| self.known[*slot] + hidden[*slot])
            .sum()
    }

    /// All reports, in the weeks of the window: at most two a week, so that all of them count.
    fn reports(&self) -> Vec<Report> {
        let (_, last) = window().ends();
        let of = |slot: usize| {
            let count = u32::try_from(self.known[slot] + self.hidden[slot]).unwrap();
            (0..count).map(move |n| report(slot, last.back(n % 12)))
        };
        (0..SQUARES).flat_map(of).collect()
    }
}

/// One that lies in the last quarter of the year.
fn window() -> Window {
    let first = NaiveDate::from_ymd_opt(YEAR, 12, 18).unwrap();
    let days = (0..40).map(|day| Window::on(first + Days::new(day)));
    let mut inside = days.filter(|own| own.ends().0 >= week(YEAR, 40));
    inside.next().unwrap()
}

fn ground() -> Ground {
    let spots = (0..SQUARES).map(|slot| {
        let spot = Spot {
            district: if slot < NORTH { "nord" } else { "sued" }.parse().unwrap(),
            residents: Some(100),
            is_dominated: false,
        };
        (square(slot), spot)
    });
    Ground::new(&spots.collect(), BTreeMap::new())
}

/// What is told of the sum of some squares, as how likely it is for each sum.
struct Clue {
    slots: Vec<usize>,
    likely: Vec<f64>,
}

/// More than any sum.
const SUMS: u32 = 80;

/// All there could be of what is hidden.
const WORLDS: usize = PRIOR.len().pow(5);

/// The best guess of what is hidden in the target, from all clues.
fn solved(city: &City, clues: &[Clue]) -> usize {
    let mut weights = [0.0; PRIOR.len()];
    for number in 0..WORLDS {
        let mut rest = number;
        let hidden: Hidden = [(); SQUARES].map(|()| {
            let own = rest % PRIOR.len();
            rest /= PRIOR.len();
            own
        });
        let mut weight: f64 = hidden.iter().map(|own| PRIOR[*own]).product();
        for clue in clues {
            if weight <= 0.0 {
                break;
            }
            weight *= clue.likely[city.count(&hidden, &clue.slots)];
        }
        weights[hidden[city.target]] += weight;
    }
    let best = (0..PRIOR.len()).max_by(|one, other| weights[*one].total_cmp(&weights[*other]));
    best.unwrap_or_default()
}

/// How likely noise is at least a number.
fn tail(least: i64) -> f64 {
    let q = (-Epsilon::DEFAULT.value()).exp();
    if least > 0 {
        q.powf(least as f64) / (1.0 + q)
    } else {
        1.0 - q.powf((1 - least) as f64) / (1.0 + q)
    }
}

/// How likely each sum leads to a class of a release.
fn of_class(slots: Vec<usize>, class: Option<Class>) -> Clue {
    let least = i64::from(Epsilon::DEFAULT.threshold());
    let likely = (0..i64::from(SUMS)).map(|sum| match class {
        None => 1.0 - tail(least - sum),
        Some(own) => {
            let above = own.to.map_or(0.0, |to| tail(i64::from(to) + 1 - sum));
            tail(i64::from(own.from) - sum) - above
        }
    });
    Clue {
        slots,
        likely: likely.collect(),
    }
}

fn slots_of(cells: &[SafetyCell]) -> Vec<usize> {
    (0..SQUARES)
        .filter(|slot| cells.contains(&square(*slot)))
        .collect()
}

fn district(name: &str) -> Vec<usize> {
    if name == "nord" {
        (0..NORTH).collect()
    } else {
        (NORTH..SQUARES).collect()
    }
}

/// Everything that is released of a city.
fn released(city: &City, ground: &Ground) -> Vec<Clue> {
    let (reports, seed) = (city.reports(), Dice(city.number).seed());
    let quarter = Period::Quarter {
        year: YEAR,
        quarter: 4,
    };
    let whole = [
        (Product::Districts, quarter),
        (Product::Cells, Period::Year(YEAR)),
    ];
    let clues = whole.into_iter().flat_map(|what| {
        let release = Release::new(what, &reports, ground, Epsilon::DEFAULT, &seed);
        release.areas.into_iter().map(|own| {
            let cells: Vec<_> = own
                .squares
                .iter()
                .map(|name| name.parse().unwrap())
                .collect();
            let slots = if cells.is_empty() {
                district(&own.area)
            } else {
                slots_of(&cells)
            };
            of_class(slots, own.groups[&Group::Unsafe])
        })
    });
    clues.collect()
}

/// What staff see besides: true classes.
fn at_the_desk(city: &City, ground: &Ground, classes: &[Option<Class>]) -> Vec<Clue> {
    let reports = city.reports();
    let area = |own: &Report| ground.district_of(&own.area).map(ToString::to_string);
    let rows = by_area(window(), &reports, area);
    let shown = |name: &str| {
        rows.iter()
            .find(|own| own.area == name)
            .map(|own| own.reports)
    };
    let clue = |name: &'static str| {
        let class = shown(name);
        let likely = classes.iter().map(|own| f64::from(u8::from(*own == class)));
        Clue {
            slots: district(name),
            likely: likely.collect(),
        }
    };
    ["nord", "sued"].map(clue).into()
}

/// The class in which staff see a count, as the table itself makes it.
fn desk_class(count: u32) -> Option<Class> {
    let (_, last) = window().ends();
    let reports: Vec<_> = (0..count)
        .map(|n| Report {
            // A square for each two, so that all of them count.
            area: Area::Cell(SafetyCell {
                row: 0,
                column: n / 24,
            }),
            ..report(0, last.back(n % 12))
        })
        .collect();
    let rows = by_area(window(), &reports, |_| Some("d"));
    rows.first().map(|own| own.reports)
}

/// What a program tells that is naive, as how likely it is for each sum.
type Likely = fn(&mut dyn System, &[SafetyCell]) -> Vec<f64>;

/// Asks for every area that boxes and polygons can cut out of the city.
fn asked(system: &mut dyn System, likely: Likely) -> Vec<Clue> {
    let areas = (1_usize..1 << SQUARES).map(|bits| {
        let slots = (0..SQUARES).filter(|slot| bits >> slot & 1 == 1);
        slots.collect::<Vec<_>>()
    });
    areas
        .map(|slots| {
            let cells: Vec<_> = slots.iter().copied().map(square).collect();
            let likely = likely(system, &cells);
            Clue { slots, likely }
        })
        .collect()
}

fn end() -> IsoWeek {
    week(YEAR + 1, 20)
}

fn of_exact(city: &City) -> Vec<Clue> {
    asked(&mut Exact(city.reports()), |system, cells| {
        let told = system.ask(cells, end())[0];
        let is_it = |sum: i64| told.map_or(sum < 5, |(from, _)| from == sum);
        (0..i64::from(SUMS))
            .map(|sum| f64::from(u8::from(is_it(sum))))
            .collect()
    })
}

fn of_anew(city: &City) -> Vec<Clue> {
    let mut system = Anew(city.reports(), Dice(city.number));
    asked(&mut system, |system, cells| {
        const AGAIN: u32 = 300;
        let mean = system.mean(cells, end(), AGAIN) as f64 / 100.0;
        // The spread of the mean of so many draws.
        let spread = 2.8 / f64::from(AGAIN).sqrt();
        let far = |sum: u32| (f64::from(sum) - mean) / spread;
        (0..SUMS)
            .map(|sum| (-0.5 * far(sum).powi(2)).exp().max(1e-9))
            .collect()
    })
}

fn success(tries: u32, clues: impl Fn(&City) -> Vec<Clue>) -> f64 {
    let right = (0..tries)
        .map(City::new)
        .filter(|city| solved(city, &clues(city)) == city.hidden[city.target]);
    right.count() as f64 / f64::from(tries)
}

/// What somebody could do who knows all but one square and sees the noisy counts themselves: `classes` are what else is told.
fn best(classes: impl Fn(usize) -> Option<Class>) -> f64 {
    let q = (-Epsilon::DEFAULT.value()).exp();
    let at = |noise: i64| (1.0 - q) / (1.0 + q) * q.powf(noise.unsigned_abs() as f64);
    let mut all = 0.0;
    for one in -40_i64..45 {
        for other in -40_i64..45 {
            let mut most: BTreeMap<Option<Class>, f64> = BTreeMap::new();
            for (slot, prior) in PRIOR.iter().enumerate() {
                let count = i64::try_from(slot).unwrap();
                let likely = prior * at(one - count) * at(other - count);
                let own = most.entry(classes(slot)).or_default();
                *own = own.max(likely);
            }
            all += most.values().sum::<f64>();
        }
    }
    all
}

/// The same for one who sees staff's classes too, on the average of cities.
fn best_at_the_desk(classes: &[Option<Class>]) -> f64 {
    let mut known: BTreeMap<usize, (u32, f64)> = BTreeMap::new();
    for city in (0..TRIES).map(City::new) {
        let own = district(if city.target < NORTH { "nord" } else { "sued" });
        let others = city.count(&city.hidden, &own) - city.hidden[city.target];
        let entry = known.entry(others);
        entry
            .or_insert_with(|| (0, best(|count| classes[others + count])))
            .0 += 1;
    }
    let sum: f64 = known
        .values()
        .map(|(times, best)| f64::from(*times) * best)
        .sum();
    sum / f64::from(TRIES)
}

pub(super) fn rows() -> Vec<Row> {
    assert_eq!(
        Classes::from_threshold(Epsilon::DEFAULT.threshold())
            .iter()
            .count(),
        3
    );
    let ground = ground();
    let classes: Vec<_> = (0..SUMS).map(desk_class).collect();
    let blind = |city: &City| city.hidden[city.target] == 0;
    let blind = (0..TRIES).map(City::new).filter(blind).count() as f64 / f64::from(TRIES);
    let public = Row {
        attack: "how many told something in a square? All releases solved together (reconstruction)",
        tries: TRIES,
        success: success(TRIES, |city| released(city, &ground)),
        blind,
        bound: Bound::Share {
            most: best(|_| None),
            chance: CHANCE,
        },
        exact: Some(success(CONTROLS, of_exact)),
        anew: Some(success(CONTROLS, of_anew)),
    };
    let insider = Row {
        attack: "the same by an insider, with staff's classes",
        success: success(TRIES, |city| {
            let mut clues = released(city, &ground);
            clues.extend(at_the_desk(city, &ground, &classes));
            clues
        }),
        bound: Bound::Share {
            most: best_at_the_desk(&classes),
            chance: CHANCE,
        },
        ..public
    };
    vec![public, insider]
}

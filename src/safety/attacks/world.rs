//! Small cities that attacks are about, and dice: the same number always makes the same city.

use std::collections::BTreeMap;

use crate::domain::report::{
    Area, Band, Category, DayType, Factors, IsoWeek, Report, ReportSource, SafetyCell,
};
use crate::safety::release::tests::week;
use crate::safety::{Ground, Seed, Spot};

/// Numbers that look random and come again with the same beginning (`SplitMix64`).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.number() % u64::from(end)).unwrap()
    }

    /// A number from nought to one.
    pub(super) fn share(&mut self) -> f64 {
        f64::from(self.below(1 << 30)) / f64::from(1 << 30)
    }

    /// A slot drawn by weight.
    pub(super) fn drawn(&mut self, weights: &[f64]) -> usize {
        let mut left = self.share() * weights.iter().sum::<f64>();
        let found = weights.iter().position(|weight| {
            left -= weight;
            left < 0.0
        });
        found.unwrap_or(weights.len() - 1)
    }

    pub(super) fn seed(&mut self) -> Seed {
        let mut bytes = [0; 32];
        for part in bytes.chunks_exact_mut(8) {
            part.copy_from_slice(&self.number().to_be_bytes());
        }
        Seed::new(bytes)
    }
}

/// The year of all attacks.
pub(super) const YEAR: i32 = 2026;

/// The squares of the city: three rows of four in two districts. The last one is a farm, released together with a neighbour.
pub(super) const SQUARES: usize = 12;

/// The square somebody is looked for in.
pub(super) const TARGET: usize = SQUARES - 1;

pub(super) fn square(slot: usize) -> SafetyCell {
    let slot = u32::try_from(slot).unwrap();
    SafetyCell {
        row: slot / 4,
        column: slot % 4,
    }
}

pub(super) fn ground() -> Ground {
    let spots = (0..SQUARES).map(|slot| {
        let spot = Spot {
            district: if slot < 6 { "nord" } else { "sued" }.parse().unwrap(),
            residents: Some(if slot == TARGET { 3 } else { 100 }),
            is_dominated: false,
        };
        (square(slot), spot)
    });
    Ground::new(&spots.collect(), BTreeMap::new())
}

/// Somebody feels unsafe in a square; told in a week of the year.
pub(super) fn report(slot: usize, told: IsoWeek) -> Report {
    Report {
        area: Area::Cell(square(slot)),
        category: Category::Lonely,
        band: Band::Night,
        day: DayType::WeekendNight,
        week: told,
        factors: Factors::default(),
        wish: None,
        avoids: None,
        source: ReportSource::Web,
    }
}

/// The week in which the report that is looked for was told.
pub(super) fn her_week() -> IsoWeek {
    week(YEAR, 33)
}

/// So many reports of a square, all over the year in weeks that differ, and none in hers.
pub(super) fn spread(slot: usize, count: u32) -> impl Iterator<Item = Report> {
    let weeks = (0..52).map(|n| 1 + n * 5 % 52).filter(|n| *n != 33);
    let told = weeks.take(count as usize);
    told.map(move |number| report(slot, week(YEAR, number)))
}

/// What others have told: some reports of every square, from `least` on.
pub(super) fn others(dice: &mut Dice, least: u32, below: u32) -> Vec<Report> {
    let each = (0..SQUARES).map(|slot| (slot, least + dice.below(below - least)));
    let each: Vec<_> = each.collect();
    each.into_iter()
        .flat_map(|(slot, count)| spread(slot, count))
        .collect()
}

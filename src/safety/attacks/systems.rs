//! What attacks are made on: the releases, and two naive ways to answer.

use chrono::{Days, NaiveDate};

use super::world::{Dice, YEAR};
use crate::domain::report::{Area, Epsilon, IsoWeek, Period, Product, Report, SafetyCell};
use crate::safety::{Class, Ground, Group, Release, Seed};

/// What is told of one count: from and to; none where it is not shown.
pub(super) type Told = Option<(i64, i64)>;

/// What is told of areas, each with its squares.
type Areas = Vec<(Vec<SafetyCell>, Told)>;

/// Something that can be asked how many reports of unsafe places there are in some squares, on the Thursday after a week.
pub(super) trait System {
    fn ask(&mut self, squares: &[SafetyCell], after: IsoWeek) -> Vec<Told>;

    /// A hundred times the middle of what is told, as the mean of so many answers.
    fn mean(&mut self, squares: &[SafetyCell], after: IsoWeek, times: u32) -> i64;
}

/// The releases of a year: asked for squares, they give back the whole areas that these are part of.
pub(super) struct Frozen {
    /// With the day from which it is there.
    released: Vec<(NaiveDate, Areas)>,
}

impl Frozen {
    pub(super) fn new(reports: &[Report], ground: &Ground, seed: &Seed) -> Self {
        let quarter = |quarter| Period::Quarter {
            year: YEAR,
            quarter,
        };
        let whole = [
            (quarter(3), Product::Districts),
            (quarter(4), Product::Districts),
            (Period::Year(YEAR), Product::Cells),
        ];
        let released = whole.map(|(period, product)| {
            let release = Release::new((product, period), reports, ground, Epsilon::DEFAULT, seed);
            (period.release_from(), of_areas(&release, ground))
        });
        Self {
            released: released.into(),
        }
    }
}

/// The counts of unsafe places of a release, with the squares of each.
fn of_areas(release: &Release, ground: &Ground) -> Areas {
    let all: Vec<SafetyCell> = ground.merged().into_values().flatten().collect();
    let squares = |own: &crate::safety::release::ReleasedArea| -> Vec<SafetyCell> {
        let listed = own.squares.iter().map(|name| name.parse().unwrap());
        let inside = |cell: &&SafetyCell| {
            let district = ground.district_of(&Area::Cell(**cell));
            district.is_some_and(|name| name.as_str() == own.area)
        };
        let district = all.iter().filter(inside).copied();
        listed.chain(district).collect()
    };
    let each = release.areas.iter();
    each.map(|own| (squares(own), told(own.groups[&Group::Unsafe])))
        .collect()
}

fn told(class: Option<Class>) -> Told {
    class.map(|own| (own.from.into(), own.to.unwrap_or(own.from + 40).into()))
}

impl System for Frozen {
    fn ask(&mut self, squares: &[SafetyCell], after: IsoWeek) -> Vec<Told> {
        let day = after.thursday() + Days::new(7);
        let out = self.released.iter().filter(|(from, _)| *from <= day);
        let areas = out.flat_map(|(_, areas)| areas);
        areas
            .filter(|(own, _)| own.iter().any(|cell| squares.contains(cell)))
            .map(|(_, told)| *told)
            .collect()
    }

    /// However often: the same files are read again.
    fn mean(&mut self, squares: &[SafetyCell], after: IsoWeek, _times: u32) -> i64 {
        let first = self.ask(squares, after);
        assert_eq!(first, self.ask(squares, after));
        let middles = first.iter().flatten().map(|(from, to)| 50 * (from + to));
        middles.sum()
    }
}

/// The reports of squares that were there after a week.
pub(super) fn count(reports: &[Report], squares: &[SafetyCell], after: IsoWeek) -> i64 {
    let inside = reports.iter().filter(|own| match &own.area {
        Area::Cell(cell) => own.week <= after && squares.contains(cell),
        Area::Zone(_) => false,
    });
    i64::try_from(inside.count()).unwrap()
}

/// Naive: counts at once, exactly, and hides what is below five.
pub(super) struct Exact(pub(super) Vec<Report>);

impl System for Exact {
    fn ask(&mut self, squares: &[SafetyCell], after: IsoWeek) -> Vec<Told> {
        let count = count(&self.0, squares, after);
        vec![(count >= 5).then_some((count, count))]
    }

    /// However often: counts are counts.
    fn mean(&mut self, squares: &[SafetyCell], after: IsoWeek, _times: u32) -> i64 {
        let told = self.ask(squares, after);
        told[0].map_or(0, |(from, to)| 50 * (from + to))
    }
}

/// Naive: counts at once, and draws noise for each request.
pub(super) struct Anew(pub(super) Vec<Report>, pub(super) Dice);

impl System for Anew {
    fn ask(&mut self, squares: &[SafetyCell], after: IsoWeek) -> Vec<Told> {
        let noisy = count(&self.0, squares, after) + self.1.laplace();
        vec![Some((noisy, noisy))]
    }

    fn mean(&mut self, squares: &[SafetyCell], after: IsoWeek, times: u32) -> i64 {
        let count = count(&self.0, squares, after);
        let all = (0..times).map(|_| 100 * (count + self.1.laplace()));
        all.sum::<i64>() / i64::from(times)
    }
}

impl Dice {
    /// Discrete Laplace noise of epsilon a half, quick and good enough for what is naive: the difference of two geometric draws.
    fn laplace(&mut self) -> i64 {
        self.geometric() - self.geometric()
    }

    fn geometric(&mut self) -> i64 {
        let share = (1.0 - self.share()).max(1e-12);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a whole number below a hundred"
        )]
        let whole = (share.ln() / -Epsilon::DEFAULT.value()).floor() as i64;
        whole
    }
}

//! Reports that nobody sent, for a sample city that shows what this program does: the same plan always makes the same ones.
//!
//! Their randomness is written down for everybody to read, so it hides nothing. That is why a release made here takes no
//! reports: it counts those that it makes up itself, and what people told cannot get into it.

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::domain::Invalid;
use crate::domain::report::{
    Band, Category, DayType, Epsilon, Factor, IsoWeek, Period, Product, Report, ReportSource,
    SafetyCell, Wish,
};
use crate::safety::noise::Noise;
use crate::safety::{Draft, Ground, Release, ReleaseFile, Seed};

/// How a city's made-up reports are spread: its file `sample_reports.toml`. The numbers are nobody's counts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SamplePlan {
    /// What the draws follow from.
    seed: String,
    /// About so many reports a week: from three quarters of it to five quarters.
    per_week: u32,
    /// How likely each kind of day is.
    days: [u32; 3],
    /// Squares where more is told than elsewhere.
    #[serde(default)]
    busy: Vec<Busy>,
    /// What is told, and how.
    answers: Vec<Answer>,
}

/// A square where more is told. Squares around it get a share that falls with their distance.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Busy {
    /// What is there, for whoever reads the file.
    #[serde(rename = "name")]
    _name: String,
    /// The square.
    square: String,
    /// How much more of what is good is told than in a square where nothing is.
    good: u32,
    /// How much more of what is not.
    bad: u32,
}

/// What is told of one category.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    category: Category,
    /// How likely it is beside the others.
    share: u32,
    /// How likely each part of the day is.
    bands: [u32; 4],
    /// What is named as a reason.
    factors: Vec<Factor>,
    /// What is wished for.
    wishes: Vec<Wish>,
}

/// The most reports a week that a plan may ask for.
const MOST_A_WEEK: u32 = 1_000;

/// Shares and weights are no greater than this, so that their sums fit.
const MOST_WEIGHT: u32 = 10_000;

impl SamplePlan {
    /// Reads a plan.
    ///
    /// # Errors
    /// Names the field and the rule.
    pub fn from_toml(text: &str) -> Result<Self, Invalid> {
        let plan: Self = toml::from_str(text)
            .map_err(|error| Invalid::new("sample_reports.toml", error.to_string()))?;
        plan.check()?;
        Ok(plan)
    }

    fn check(&self) -> Result<(), Invalid> {
        if !(1..=MOST_A_WEEK).contains(&self.per_week) {
            let rule = format!("must be from 1 to {MOST_A_WEEK}");
            return Err(Invalid::new("per_week", rule));
        }
        for own in &self.busy {
            let read = own.square.parse::<SafetyCell>();
            read.map_err(|invalid| Invalid::new("busy.square", invalid.reason))?;
            is_weights("busy.good", &[own.good, 1])?;
            is_weights("busy.bad", &[own.bad, 1])?;
        }
        let shares: Vec<u32> = self.answers.iter().map(|own| own.share).collect();
        is_weights("answers.share", &shares)?;
        is_weights("days", &self.days)?;
        for own in &self.answers {
            is_weights("answers.bands", &own.bands)?;
        }
        Ok(())
    }

    /// What is made up for a week, as browsers would send it, in an order that means nothing.
    #[must_use]
    pub fn drafts(&self, week: IsoWeek, ground: &Ground) -> Vec<Draft> {
        let spread = [true, false].map(|is_good| self.spread(ground, is_good));
        if spread[0].0.is_empty() {
            return Vec::new();
        }
        let shares: Vec<u32> = self.answers.iter().map(|own| own.share).collect();
        let mut draw = self.seed().noise(&format!("week|{week}"), 0);
        let least = self.per_week - self.per_week / 4;
        let count = u64::from(least) + draw.below(u64::from(self.per_week / 2) + 1);
        let drafts = (0..count).map(|_| {
            let answer = &self.answers[drawn(&mut draw, &shares)];
            let is_good = answer.category == Category::FeelGood;
            let (cells, weights) = &spread[usize::from(!is_good)];
            let cell = cells[drawn(&mut draw, weights)];
            answer.draft(cell, DayType::ALL[drawn(&mut draw, &self.days)], &mut draw)
        });
        drafts.collect()
    }

    /// The release of a period in which people had told what this plan makes up, and nothing else. It always says that it is a
    /// sample.
    #[must_use]
    pub fn release(
        &self,
        what: (Product, Period),
        (ground, takes_sensitive): (&Ground, bool),
        epsilon: Epsilon,
        day: chrono::NaiveDate,
    ) -> ReleaseFile {
        let weeks = what.1.weeks().into_iter();
        let reports: Vec<Report> = weeks
            .flat_map(|week| self.reports(week, ground, takes_sensitive))
            .collect();
        let release = Release::new(what, &reports, ground, epsilon, &self.seed());
        ReleaseFile::new(what, release, epsilon, (day, true))
    }

    /// The reports that the drafts of a week make; what the city does not take is left out.
    #[must_use]
    pub fn reports(&self, week: IsoWeek, ground: &Ground, takes_sensitive: bool) -> Vec<Report> {
        let drafts = self.drafts(week, ground).into_iter();
        let how = (week, ReportSource::Web);
        drafts
            .filter_map(|own| own.report(ground, takes_sensitive, how).ok())
            .collect()
    }

    /// Known to everybody.
    fn seed(&self) -> Seed {
        let text = format!("made up, never sent by anybody: {}", self.seed);
        Seed::new(Sha256::digest(text.as_bytes()).into())
    }

    /// The squares of a city, and how likely each is.
    fn spread(&self, ground: &Ground, is_good: bool) -> (Vec<SafetyCell>, Vec<u32>) {
        let weight = |cell: SafetyCell| {
            let near = self.busy.iter().filter_map(|own| {
                let middle: SafetyCell = own.square.parse().ok()?;
                let up = u64::from(middle.row.abs_diff(cell.row));
                let right = u64::from(middle.column.abs_diff(cell.column));
                let distance = up * up + right * right;
                let most = if is_good { own.good } else { own.bad };
                u32::try_from(u64::from(most) / (1 + 3 * distance)).ok()
            });
            1 + near.sum::<u32>()
        };
        let cells = ground.cells().map(|(cell, _)| cell);
        cells.map(|cell| (cell, weight(cell))).unzip()
    }
}

impl Answer {
    fn draft(&self, cell: SafetyCell, day: DayType, draw: &mut Noise) -> Draft {
        let band = Band::ALL[drawn(draw, &self.bands)];
        let factors = self.factors.iter().filter(|_| draw.below(3) == 0);
        let factors = factors.map(ToString::to_string).collect();
        let wish = self.wishes.get(index(draw, 2 * self.wishes.len()));
        Draft {
            cell_500: Some(cell.to_string()),
            zone: None,
            category: self.category.to_string(),
            band: band.to_string(),
            daytype: day.to_string(),
            factors,
            wish: wish.map(ToString::to_string),
            avoid: (self.category != Category::FeelGood && draw.below(4) == 0).then_some(true),
        }
    }
}

/// Which of several it is, each as likely as its weight.
fn drawn(draw: &mut Noise, weights: &[u32]) -> usize {
    let all: u64 = weights.iter().map(|own| u64::from(*own)).sum();
    let mut left = draw.below(all.max(1));
    let is_it = |weight: &u32| {
        let weight = u64::from(*weight);
        let is_it = left < weight;
        left = left.saturating_sub(weight);
        is_it
    };
    weights.iter().position(is_it).unwrap_or_default()
}

/// A number below `end`, and nought where that is nought.
fn index(draw: &mut Noise, end: usize) -> usize {
    let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
    usize::try_from(draw.below(end)).unwrap_or_default()
}

fn is_weights(field: &'static str, weights: &[u32]) -> Result<(), Invalid> {
    let is_bounded = weights.iter().all(|own| *own <= MOST_WEIGHT);
    if is_bounded && weights.iter().any(|own| *own > 0) {
        return Ok(());
    }
    let rule = format!("must be numbers up to {MOST_WEIGHT}, one of them more than nought");
    Err(Invalid::new(field, rule))
}

#[cfg(test)]
mod tests;

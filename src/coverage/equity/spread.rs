//! How different people's shares are.

/// The districts with the least and the greatest mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extremes {
    /// Slot and mean of the district that has least.
    pub least: (u16, f64),
    /// Slot and mean of the district that has most.
    pub greatest: (u16, f64),
}

impl Extremes {
    /// The least as a share of the greatest: 1 where all have the same; none where nobody has anything.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        (self.greatest.1 > 0.0).then(|| self.least.1 / self.greatest.1)
    }
}

/// The extremes of a value's mean over people by district, of districts where somebody lives. Each item is a district's
/// slot, thousandths of persons and their value.
#[must_use]
pub fn extremes(values: impl IntoIterator<Item = (u16, u32, f64)>) -> Option<Extremes> {
    let mut sums = std::collections::BTreeMap::<u16, (u64, f64)>::new();
    for (district, persons, value) in values {
        let sum = sums.entry(district).or_default();
        sum.0 += u64::from(persons);
        sum.1 += f64::from(persons) * value;
    }
    let lived_in = sums.into_iter().filter(|(_, (persons, _))| *persons > 0);
    let means: Vec<(u16, f64)> = lived_in
        .map(|(district, (persons, sum))| (district, sum / persons as f64))
        .collect();
    let order = |a: &&(u16, f64), b: &&(u16, f64)| a.1.total_cmp(&b.1);
    Some(Extremes {
        least: *means.iter().min_by(order)?,
        greatest: *means.iter().max_by(order)?,
    })
}

/// The Gini coefficient of a value over people: 0 where all have the same, near 1 where one has everything; none where
/// nobody has anything. Each item is thousandths of persons and their value, not below 0.
#[must_use]
pub fn gini(values: impl IntoIterator<Item = (u32, f64)>) -> Option<f64> {
    concentration(
        values
            .into_iter()
            .map(|(persons, value)| (persons, value, value)),
    )
}

/// The concentration index of a value along a rank, such as a social index: below 0 where those of low rank have more,
/// above where those of high rank do, from -1 to 1. Each item is thousandths of persons, their value and their rank;
/// people of the same rank stand together.
#[must_use]
pub fn concentration(values: impl IntoIterator<Item = (u32, f64, f64)>) -> Option<f64> {
    let mut all: Vec<(u32, f64, f64)> = values.into_iter().filter(|own| own.0 > 0).collect();
    all.sort_by(|a, b| a.2.total_cmp(&b.2));
    let persons: f64 = all.iter().map(|own| f64::from(own.0)).sum();
    let whole: f64 = all.iter().map(|own| f64::from(own.0) * own.1).sum();
    if whole <= 0.0 {
        return None;
    }
    // Twice the area under the curve of what the first so many people have.
    let (mut so_far, mut area) = (0.0, 0.0);
    for group in all.chunk_by(|a, b| a.2.total_cmp(&b.2).is_eq()) {
        let people: f64 = group.iter().map(|own| f64::from(own.0)).sum();
        let next: f64 = so_far
            + group
                .iter()
                .map(|own| f64::from(own.0) * own.1)
                .sum::<f64>();
        area += people / persons * (so_far + next) / whole;
        so_far = next;
    }
    Some(1.0 - area)
}

//! Supply within reach: what every place offers, shared among those who get there (two-step floating catchment areas, Luo
//! and Wang 2003; with a decay by distance, Luo and Qi 2009).

/// What a place offers, and who gets there in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Supplier {
    /// Hours open in a week times seats.
    pub seat_hours: f64,
    /// The squares within the limit and how long the way is, in the unit of the limit.
    pub within: Vec<(u32, u32)>,
}

/// How much less a long way counts than a short one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decay {
    /// Not at all, up to the limit.
    Plain,
    /// Along a bell curve that is 1 at the door and 0 at the limit.
    Gaussian,
}

/// What there is for everybody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Supply {
    /// For each square, seat hours for one resident and week.
    pub per_resident: Vec<f64>,
    /// Seat hours of places that nobody gets to in time: they are in no square's share.
    pub out_of_reach: f64,
}

impl Decay {
    fn weight(self, time: u32, limit: u32) -> f64 {
        if time > limit {
            return 0.0;
        }
        match self {
            Self::Plain => 1.0,
            Self::Gaussian => {
                let share = f64::from(time) / f64::from(limit.max(1));
                let end = (-0.5_f64).exp();
                ((-0.5 * share * share).exp() - end) / (1.0 - end)
            }
        }
    }
}

/// The supply for each square, given its thousandths of persons.
///
/// Shares times people are, summed up, the seat hours of all places that somebody gets to.
#[must_use]
pub fn supply(milli_persons: &[u32], suppliers: &[Supplier], limit: u32, decay: Decay) -> Supply {
    let mut all = Supply {
        per_resident: vec![0.0; milli_persons.len()],
        out_of_reach: 0.0,
    };
    for supplier in suppliers {
        let weighed = supplier.within.iter().filter_map(|(square, time)| {
            let persons = f64::from(*milli_persons.get(*square as usize)?) / 1_000.0;
            Some((*square as usize, decay.weight(*time, limit), persons))
        });
        let weighed: Vec<_> = weighed.collect();
        let demand: f64 = weighed
            .iter()
            .map(|(_, weight, persons)| weight * persons)
            .sum();
        if demand <= 0.0 {
            all.out_of_reach += supplier.seat_hours;
            continue;
        }
        for (square, weight, _) in weighed {
            all.per_resident[square] += supplier.seat_hours / demand * weight;
        }
    }
    all
}

//! How evenly the counted rooms are spread over the people: seat hours within reach (domain A.5).

use crate::coverage::equity::{Decay, Extremes, Supplier, TypicalTimes, extremes, gini, supply};
use crate::coverage::{HoursFigures, Standing};
use crate::domain::{Class, CoverageRules};
use crate::snapshot::Coverage;
use crate::walk::Profile;

/// How evenly the counted rooms are spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Fairness {
    /// Hours open in a week times seats, of all counted rooms together.
    pub seat_hours: f64,
    /// Those of rooms that nobody gets to in time.
    pub out_of_reach: f64,
    /// Counted rooms of which nobody knows the seats: they are in no sum.
    pub rooms_of_unknown_size: usize,
    /// Rooms that perhaps count: something must be found out about them first. They are in no sum either.
    pub rooms_undecided: usize,
    /// Seat hours for one resident and week by the slot of the district, plain and less for longer ways; none where nobody
    /// is known to live.
    pub districts: Vec<Option<[f64; 2]>>,
    /// The districts whose residents have least and most, plain.
    pub extremes: Option<Extremes>,
    /// The Gini coefficient of seat hours over residents, plain: 0 where all have the same.
    pub gini: Option<f64>,
    /// How long residents walk to the nearest counted room, in decimetres of level ground.
    pub times: Option<TypicalTimes>,
}

impl Coverage<'_> {
    /// How evenly the counted rooms are spread over the residents of the districts, worked out once a day and revision.
    #[must_use]
    pub fn fairness(&self) -> &Fairness {
        self.worked.fairness.get_or_init(|| self.weigh())
    }

    fn weigh(&self) -> Fairness {
        let inhabited = self.snapshot.inhabited();
        let rules = &self.snapshot.settings().coverage;
        let (suppliers, limit, rooms_of_unknown_size) = self.suppliers(rules);
        let persons: Vec<u32> = inhabited.iter().map(|own| own.milli_persons).collect();
        let [plain, less] =
            [Decay::Plain, Decay::Gaussian].map(|decay| supply(&persons, &suppliers, limit, decay));
        let shares = plain.per_resident.iter().zip(&less.per_resident);
        let mut sums = vec![(0_u64, [0.0; 2]); self.snapshot.districts().len()];
        let (mut values, mut of_districts) = (Vec::new(), Vec::new());
        for (own, (plain, less)) in inhabited.iter().zip(shares) {
            if self.snapshot.is_resident(own) {
                values.push((own.milli_persons, *plain));
            }
            let Some(slot) = own.district else { continue };
            of_districts.push((slot, own.milli_persons, *plain));
            if let Some((persons, sum)) = sums.get_mut(usize::from(slot)) {
                *persons += u64::from(own.milli_persons);
                sum[0] += f64::from(own.milli_persons) * plain;
                sum[1] += f64::from(own.milli_persons) * less;
            }
        }
        let mean = |(persons, sum): (u64, [f64; 2])| {
            (persons > 0).then(|| sum.map(|own| own / persons as f64))
        };
        let times = self.levels().room_times.decimetres().iter();
        let walking = times
            .zip(inhabited)
            .filter(|(_, own)| self.snapshot.is_resident(own));
        Fairness {
            seat_hours: suppliers.iter().map(|own| own.seat_hours).sum(),
            out_of_reach: plain.out_of_reach,
            rooms_of_unknown_size,
            rooms_undecided: self
                .standings()
                .iter()
                .filter(|own| own.is_undecided(Class::Room))
                .count(),
            districts: sums.into_iter().map(mean).collect(),
            extremes: extremes(of_districts),
            gini: gini(values),
            times: TypicalTimes::of(walking.map(|(time, own)| (*time, own.milli_persons))),
        }
    }

    /// The counted rooms with whoever gets there in time, the limit in decimetres, and how many rooms are of unknown size.
    fn suppliers(&self, rules: &CoverageRules) -> (Vec<Supplier>, u32, usize) {
        let limit = rules.reach.room_minutes * Profile::Older.decimetres_a_minute();
        let rooms = self.standings().iter();
        let rooms: Vec<&Standing> = rooms.filter(|own| own.is_counted(Class::Room)).collect();
        let suppliers: Vec<Supplier> = rooms
            .iter()
            .filter_map(|own| {
                let seat_hours = self.seat_hours(own, rules)?;
                let times = self.field().times(&[&own.goal], Profile::Older);
                let times = (0_u32..).zip(times.decimetres());
                let within = times.filter(|(_, time)| **time <= limit);
                Some(Supplier {
                    seat_hours,
                    within: within.map(|(square, time)| (square, *time)).collect(),
                })
            })
            .collect();
        let unknown = rooms.len() - suppliers.len();
        (suppliers, limit, unknown)
    }

    fn seat_hours(&self, own: &Standing, rules: &CoverageRules) -> Option<f64> {
        let city = self.snapshot;
        let located = city.place(own.id)?;
        let seats = located.place.facts.seats?;
        let hours = city.hours_of(located)?;
        let figures = HoursFigures::new(hours, city.calendar(), self.day(), rules);
        Some(f64::from(figures.week().minutes()) / 60.0 * f64::from(seats))
    }
}

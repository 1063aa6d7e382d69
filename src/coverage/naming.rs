//! What conditions are called that do not hold.

use crate::coverage::counting::Failing;

impl Failing {
    /// Its name, as programs read it and messages are called.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::NotInUse(_) => "not_in_use",
            Self::NotYet(_) => "not_yet",
            Self::NoLonger(_) => "no_longer",
            Self::Access(_) => "access",
            Self::Fee => "fee",
            Self::MustBuy => "must_buy",
            Self::Limited(_) => "limited",
            Self::TooFewHours { .. } => "too_few_hours",
            Self::TooFewDays { .. } => "too_few_days",
            Self::NeitherEveningNorWeekend => "neither_evening_nor_weekend",
            Self::TooSmall { .. } => "too_small",
            Self::NoToilet => "no_toilet",
            Self::NotAllDaylight => "not_all_daylight",
            Self::TooFewSeats { .. } => "too_few_seats",
            Self::NoBackrest => "no_backrest",
            Self::TooLittleGround { .. } => "too_little_ground",
        }
    }

    /// Every name.
    pub const KEYS: &'static [&'static str] = &[
        "kind",
        "not_in_use",
        "not_yet",
        "no_longer",
        "access",
        "fee",
        "must_buy",
        "limited",
        "too_few_hours",
        "too_few_days",
        "neither_evening_nor_weekend",
        "too_small",
        "no_toilet",
        "not_all_daylight",
        "too_few_seats",
        "no_backrest",
        "too_little_ground",
    ];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::place::Status;

    #[test]
    fn programs_read_the_name_that_messages_have() {
        let too_small = Failing::TooSmall {
            seats: 3,
            needed_seats: 15,
            area_m2: 12,
            needed_m2: 40,
        };
        for own in [Failing::NotInUse(Status::Closed), Failing::Fee, too_small] {
            let told = serde_json::to_value(own).unwrap();
            assert_eq!(told["reason"], own.key());
            assert!(Failing::KEYS.contains(&own.key()));
        }
    }
}

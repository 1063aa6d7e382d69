//! All that was measured on one stretch, and what of it counts.

use chrono::NaiveDate;

use super::{Evenness, Found, MeasuredWay, Pavement, WayReadings};

/// One reading, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Read<T> {
    on: NaiveDate,
    is_estimated: bool,
    value: T,
}

impl<T: Copy> Read<T> {
    /// The newer; of the same day the worse.
    fn newest(one: Option<Self>, other: Option<Self>, worse: fn(T, T) -> T) -> Option<Self> {
        let (Some(one), Some(other)) = (one, other) else {
            return one.or(other);
        };
        Some(match one.on.cmp(&other.on) {
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Greater => one,
            std::cmp::Ordering::Equal => Self {
                on: one.on,
                is_estimated: one.is_estimated || other.is_estimated,
                value: worse(one.value, other.value),
            },
        })
    }
}

/// All measurements on one stretch: of each reading those of the newest day count, and of these the worst. So a ramp that was
/// built corrects the steps that were counted before it, and of two people on one day neither hides what the other found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    kerb_mm: Option<Read<u16>>,
    surface: Option<Read<Pavement>>,
    smoothness: Option<Read<Evenness>>,
    width_cm: Option<Read<u16>>,
    incline_per_mille: Option<Read<u16>>,
    steps: Option<Read<u16>>,
    handrail: Option<Read<bool>>,
}

impl Gathered {
    /// A measurement alone.
    #[must_use]
    pub fn of(own: &MeasuredWay) -> Self {
        Self::read(own.measured_on, own.is_estimated, &own.readings)
    }

    fn read(on: NaiveDate, is_estimated: bool, readings: &WayReadings) -> Self {
        fn at<T>(on: NaiveDate, is_estimated: bool, value: Option<T>) -> Option<Read<T>> {
            value.map(|value| Read {
                on,
                is_estimated,
                value,
            })
        }
        Self {
            kerb_mm: at(on, is_estimated, readings.kerb_mm),
            surface: at(on, is_estimated, readings.surface),
            smoothness: at(on, is_estimated, readings.smoothness),
            width_cm: at(on, is_estimated, readings.width_cm),
            incline_per_mille: at(on, is_estimated, readings.incline_per_mille),
            steps: at(on, is_estimated, readings.steps),
            handrail: at(on, is_estimated, readings.handrail),
        }
    }

    /// The same with another measurement on the same stretch. In which order they come does not matter.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            kerb_mm: Read::newest(self.kerb_mm, other.kerb_mm, Ord::max),
            surface: Read::newest(self.surface, other.surface, Ord::max),
            smoothness: Read::newest(self.smoothness, other.smoothness, Ord::max),
            width_cm: Read::newest(self.width_cm, other.width_cm, Ord::min),
            incline_per_mille: Read::newest(
                self.incline_per_mille,
                other.incline_per_mille,
                Ord::max,
            ),
            steps: Read::newest(self.steps, other.steps, Ord::max),
            handrail: Read::newest(self.handrail, other.handrail, Ord::min),
        }
    }

    /// What of it counts on a day.
    #[must_use]
    pub fn on_day(&self, today: NaiveDate) -> Found {
        fn is_unsure<T>(own: Option<&Read<T>>, today: NaiveDate) -> bool {
            own.is_some_and(|own| own.is_estimated || super::holds_until(own.on) < today)
        }
        // A handrail is about steps: where there are none, it plays no part.
        let has_steps = self.steps.is_some_and(|own| own.value > 0);
        let handrail = self.handrail.filter(|_| has_steps);
        let is_unsure = is_unsure(self.kerb_mm.as_ref(), today)
            || is_unsure(self.surface.as_ref(), today)
            || is_unsure(self.smoothness.as_ref(), today)
            || is_unsure(self.width_cm.as_ref(), today)
            || is_unsure(self.incline_per_mille.as_ref(), today)
            || is_unsure(self.steps.as_ref(), today)
            || is_unsure(handrail.as_ref(), today);
        Found {
            readings: WayReadings {
                kerb_mm: self.kerb_mm.map(|own| own.value),
                surface: self.surface.map(|own| own.value),
                smoothness: self.smoothness.map(|own| own.value),
                width_cm: self.width_cm.map(|own| own.value),
                incline_per_mille: self.incline_per_mille.map(|own| own.value),
                steps: self.steps.map(|own| own.value),
                handrail: handrail.map(|own| own.value),
            },
            is_unsure,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::measured_way::found::tests::{FINE, readings};
    use crate::domain::passage::{Certainty, Wheels};
    use crate::domain::walkway::WayFacts;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, number).unwrap()
    }

    fn on(number: u32, readings: WayReadings) -> Gathered {
        Gathered::read(day(number), false, &readings)
    }

    fn certainty(own: Gathered, today: NaiveDate) -> Option<Certainty> {
        let drawn = WayFacts::default();
        own.on_day(today).certainty(&drawn, Wheels::Wheelchair)
    }

    #[test]
    fn a_newer_measurement_corrects_an_older_one_reading_by_reading() {
        let kerb = |kerb_mm| WayReadings {
            kerb_mm: Some(kerb_mm),
            ..WayReadings::default()
        };
        let before = on(1, FINE).with(on(2, kerb(120)));
        assert_eq!(certainty(before, day(9)), None);
        // The kerb was lowered since; all else is as it was.
        let lowered = before.with(on(3, kerb(0)));
        assert_eq!(certainty(lowered, day(9)), Some(Certainty::Proven));
        assert_eq!(lowered.on_day(day(9)).readings, FINE);
        // A day has no order: of two that measured then the worse counts.
        let other = lowered.with(on(3, kerb(60)));
        assert_eq!(certainty(other, day(9)), None);
    }

    #[test]
    fn an_estimate_that_was_measured_since_is_none_any_more() {
        let estimated = Gathered::read(day(1), true, &FINE);
        assert_eq!(certainty(estimated, day(9)), Some(Certainty::Likely));
        let measured = estimated.with(on(2, FINE));
        assert_eq!(certainty(measured, day(9)), Some(Certainty::Proven));
        // And what was measured and guessed at later is a guess.
        let guessed = measured.with(Gathered::read(day(3), true, &FINE));
        assert_eq!(certainty(guessed, day(9)), Some(Certainty::Likely));
    }

    #[test]
    fn after_36_months_a_measurement_proves_nothing_and_still_bars() {
        let last = NaiveDate::from_ymd_opt(2029, 3, 1).unwrap();
        let after = last.succ_opt().unwrap();
        let own = on(1, FINE);
        assert_eq!(certainty(own, last), Some(Certainty::Proven));
        assert_eq!(certainty(own, after), Some(Certainty::Likely));
        let narrow = WayReadings {
            width_cm: Some(60),
            ..FINE
        };
        assert_eq!(certainty(on(1, narrow), after), None);
        // One reading that is too old is enough.
        let width = WayReadings {
            width_cm: None,
            ..FINE
        };
        let mixed = own.with(on(5, width));
        assert_eq!(certainty(mixed, after), Some(Certainty::Likely));
    }

    fn gathered() -> impl Strategy<Value = Gathered> {
        let parts = (1..4_u32, any::<bool>(), readings());
        parts
            .prop_map(|(number, is_estimated, own)| Gathered::read(day(number), is_estimated, &own))
    }

    proptest! {
        #[test]
        fn measurements_say_the_same_in_whatever_order_and_however_often(
            one in gathered(), other in gathered(), third in gathered(),
        ) {
            prop_assert_eq!(one.with(other), other.with(one));
            prop_assert_eq!(one.with(one), one);
            prop_assert_eq!(one.with(other).with(third), one.with(other.with(third)));
        }

        #[test]
        fn of_two_measurements_of_one_day_the_worse_counts(one in readings(), other in readings()) {
            let (one, other) = (on(1, one), on(1, other));
            let both = one.with(other);
            // Where one of them is barred by what it read off, both together are.
            for wheels in [Wheels::Wheelchair, Wheels::Walker] {
                let drawn = WayFacts::default();
                let bars = |own: &Gathered| own.on_day(day(9)).certainty(&drawn, wheels).is_none();
                let is_even = |own: &Gathered| own.steps.is_none_or(|steps| steps.value == 0);
                if is_even(&one) && is_even(&other) && bars(&one) {
                    prop_assert!(bars(&both));
                }
            }
        }

        #[test]
        fn a_newer_measurement_of_the_same_readings_is_all_that_counts(old in readings(), new in readings()) {
            let filled = |own: WayReadings, rest: WayReadings| WayReadings {
                kerb_mm: own.kerb_mm.or(rest.kerb_mm),
                surface: own.surface.or(rest.surface),
                smoothness: own.smoothness.or(rest.smoothness),
                width_cm: own.width_cm.or(rest.width_cm),
                incline_per_mille: own.incline_per_mille.or(rest.incline_per_mille),
                steps: own.steps.or(rest.steps),
                handrail: own.handrail.or(rest.handrail),
            };
            let mut expected = filled(new, old);
            if expected.steps.is_none_or(|steps| steps == 0) {
                expected.handrail = None;
            }
            prop_assert_eq!(on(1, old).with(on(2, new)).on_day(day(9)).readings, expected);
        }
    }
}

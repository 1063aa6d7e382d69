use proptest::prelude::*;

use super::*;

/// Texts from pieces of the notation, which reach further than random signs.
fn notation() -> impl Strategy<Value = String> {
    let pieces = [
        "Mo",
        "Fr",
        "Su",
        "Mo-Fr",
        "Sa[1]",
        "Su[-1]",
        "PH",
        "SH",
        "Jan",
        "Feb 29",
        "Oct-Mar",
        "2026",
        "2024-2030/2",
        "week 1-53/2",
        "week 53",
        "easter",
        "easter -2 days",
        "10:00-12:00",
        "22:00-02:00",
        "00:00-24:00",
        "00:00-48:00",
        "17:00+",
        "23:00-01:00+",
        "sunrise-sunset",
        "(sunset+23:59)-26:00",
        "(dawn-23:59)-dusk",
        "24/7",
        "off",
        "open",
        "unknown",
        "\"by appointment\"",
        ";",
        "; ",
        ",",
        ", ",
        "||",
        " || ",
        " ",
        "-",
        ":",
        "+",
        "8-22 Uhr",
        "–",
        "31",
        "+1 day",
        "-300 days",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12)
        .prop_map(|pieces| pieces.join(" "))
}

/// Berlin, around both clock changes and anywhere in chrono's reach.
fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    let near = 1_760_000_000_i64..1_830_000_000;
    let far = DateTime::<Utc>::MIN_UTC.timestamp()..DateTime::<Utc>::MAX_UTC.timestamp();
    prop_oneof![8 => near, 1 => far]
        .prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap())
}

proptest! {
    #[test]
    fn any_text_at_any_moment_has_an_answer(raw in prop_oneof![notation(), ".*"], at in moment()) {
        for calendar in [ludwigsburg(), without_holidays()] {
            let hours = Hours::parse(&raw, &calendar);
            prop_assert_eq!(hours.week(at.date_naive()).len(), 7);
            let answer = hours.answer(at);
            match hours.state(at) {
                Opening::Open { until } => {
                    prop_assert_eq!(answer, Open);
                    if let Some(until) = until {
                        prop_assert!(until > at);
                        prop_assert_ne!(hours.answer(until.to_utc()), Open);
                        prop_assert_eq!(hours.answer(until.to_utc() - TimeDelta::seconds(1)), Open);
                    }
                }
                Opening::Closed { opens } => {
                    prop_assert_eq!(answer, Closed);
                    if let Some(opens) = opens {
                        prop_assert!(opens > at);
                        prop_assert_eq!(hours.answer(opens.to_utc()), Open);
                    }
                }
                Opening::ByAppointment => prop_assert_eq!(answer, ByAppointment),
                Opening::Unknown => prop_assert_eq!(answer, Unknown),
            }
        }
    }
}

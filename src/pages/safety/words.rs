//! What is said of counts, periods and answers.

use crate::domain::report::Period;
use crate::pages::messages::Language;
use crate::safety::Class;
use crate::safety::release::Shown;

/// A class in words; what is hidden, too small or nought is all the same (specification, C.8 R3).
pub(in crate::pages) fn class(language: Language, shown: Shown) -> String {
    match shown {
        None => language.text("safety-too-few"),
        Some(Class { from, to: Some(to) }) => language.text_with(
            "safety-class-between",
            [("from", from.into()), ("to", to.into())],
        ),
        Some(Class { from, to: None }) => {
            language.text_with("safety-class-from", [("from", from.into())])
        }
    }
}

/// A class as programs and styles read it.
pub(super) fn class_name(shown: Shown) -> String {
    match shown {
        None => "none".to_owned(),
        Some(Class { from, to: Some(to) }) => format!("{from}-{to}"),
        Some(Class { from, to: None }) => format!("{from}+"),
    }
}

/// A period in words; as it is written where it is none.
pub(super) fn period(language: Language, written: &str) -> String {
    let month = |month: u32| language.text(&format!("month-{month}"));
    match written.parse::<Period>() {
        Ok(Period::Quarter { year, quarter }) => language.text_with(
            "safety-quarter",
            [
                ("from", month(3 * quarter - 2).into()),
                ("to", month(3 * quarter).into()),
                ("year", year.to_string().into()),
            ],
        ),
        Ok(Period::Year(year)) => {
            language.text_with("safety-year", [("year", year.to_string().into())])
        }
        Err(_) => written.to_owned(),
    }
}

/// Messages whose keys are made from the members of types.
#[cfg(test)]
pub(in crate::pages) fn families() -> Vec<String> {
    use crate::domain::report::{
        Band, Category, DayType, Factor, Product, ReportSource, Sensitivity, Wish,
    };
    use crate::safety::Group;
    let names = |family: &str, members: Vec<&'static str>| -> Vec<String> {
        let members = members.into_iter();
        members
            .map(|own| format!("safety-{family}-{own}"))
            .collect()
    };
    macro_rules! all {
        ($family:literal, $members:expr) => {
            names($family, $members.iter().map(|own| own.as_str()).collect())
        };
    }
    let rules = super::asked::NAMES.map(|own| format!("rule-{own}"));
    [
        all!("group", Group::ALL),
        all!("product", Product::ALL),
        all!("category", Category::ALL),
        all!("sensitivity", Sensitivity::ALL),
        all!("band", Band::ALL),
        all!("daytype", DayType::ALL),
        all!("factor", Factor::ALL),
        all!("wish", Wish::ALL),
        all!("source", ReportSource::ALL),
        rules.to_vec(),
    ]
    .concat()
}

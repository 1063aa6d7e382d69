//! What is kept of a report, field by field; what never is; and for how long.

use maud::{Markup, html};

use crate::domain::report::{Band, Category, DayType, Factor, ReportSource, Sensitivity, Wish};
use crate::pages::messages::Language;
use crate::reports::KEPT_MONTHS;
use crate::snapshot::Snapshot;

/// The fields of a report with the values that they may have.
pub(super) fn stored(city: &Snapshot, language: Language) -> Markup {
    html! {
        section aria-labelledby="stored-title" {
            h2 #stored-title { (language.text("safety-stored")) }
            p { (language.text("safety-stored-about")) }
            dl.facts {
                @for (label, said) in fields(language) {
                    dt { (language.text(label)) }
                    dd { (said) }
                }
            }
            (categories(city, language))
        }
    }
}

/// Every field. What it is about has a table of its own besides.
fn fields(language: Language) -> [(&'static str, String); 9] {
    let text = |key: &str| language.text(key);
    [
        ("safety-field-area", text("safety-field-area-is")),
        ("safety-field-category", text("safety-field-category-is")),
        (
            "safety-field-band",
            all(language, "band", Band::ALL, Band::as_str),
        ),
        (
            "safety-field-day",
            all(language, "daytype", DayType::ALL, DayType::as_str),
        ),
        ("safety-field-week", text("safety-field-week-is")),
        (
            "safety-field-factors",
            all(language, "factor", Factor::ALL, Factor::as_str),
        ),
        (
            "safety-field-wish",
            all(language, "wish", Wish::ALL, Wish::as_str),
        ),
        ("safety-field-avoids", text("safety-field-avoids-is")),
        (
            "safety-field-source",
            all(language, "source", ReportSource::ALL, ReportSource::as_str),
        ),
    ]
}

/// The words for all members of a type.
fn all<T: Copy>(
    language: Language,
    family: &str,
    members: &[T],
    name: fn(T) -> &'static str,
) -> String {
    let words = members.iter();
    let words = words.map(|own| language.text(&format!("safety-{family}-{}", name(*own))));
    words.collect::<Vec<_>>().join(" · ")
}

/// What reports may be about, where it is shown, and whether this city takes it.
fn categories(city: &Snapshot, language: Language) -> Markup {
    let takes_sensitive = city.settings().safety.sensitive;
    let is_taken = |own: Category| own.sensitivity() != Sensitivity::Sensitive || takes_sensitive;
    let columns = [
        "safety-category",
        "safety-category-shown",
        "safety-category-taken",
    ];
    html! {
        h3 #categories-title { (language.text("safety-categories")) }
        div.wide tabindex="0" role="region" aria-labelledby="categories-title" {
            table.known {
                thead { tr { @for own in columns { th scope="col" { (language.text(own)) } } } }
                tbody {
                    @for own in Category::ALL {
                        tr data-category=(own) {
                            th scope="row" { (language.text(&format!("safety-category-{own}"))) }
                            td { (language.text(&format!("safety-sensitivity-{}", own.sensitivity()))) }
                            td data-taken=(is_taken(*own)) {
                                (language.text(if is_taken(*own) { "safety-taken" } else { "safety-not-taken" }))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What there is no field for.
pub(super) fn never(language: Language) -> Markup {
    let all = [
        "safety-never-person",
        "safety-never-spot",
        "safety-never-moment",
        "safety-never-device",
        "safety-never-text",
        "safety-never-number",
    ];
    html! {
        section aria-labelledby="never-title" {
            h2 #never-title { (language.text("safety-never")) }
            ul.plain { @for own in all { li { (language.text(own)) } } }
        }
    }
}

/// How long a report is kept.
pub(super) fn how_long(language: Language) -> Markup {
    html! {
        section aria-labelledby="long-title" {
            h2 #long-title { (language.text("safety-long")) }
            p data-parameter="months" {
                (language.text_with("safety-long-about", [("months", KEPT_MONTHS.into())]))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use crate::domain::report::{Area, Factors, IsoWeek, Report};

    /// A field that is added to reports does not compile here until it is told.
    #[test]
    fn every_field_of_a_report_is_told() {
        let report = Report {
            area: Area::Zone("bahnhof".parse().unwrap()),
            category: Category::Dark,
            band: Band::Night,
            day: DayType::Weekday,
            week: "2026-W48".parse::<IsoWeek>().unwrap(),
            factors: Factors::default(),
            wish: None,
            avoids: None,
            source: ReportSource::Web,
        };
        let Report {
            area,
            category,
            band,
            day,
            week,
            factors,
            wish,
            avoids,
            source,
        } = &report;
        let all: [&dyn Debug; 9] = [
            area, category, band, day, week, factors, wish, avoids, source,
        ];
        assert_eq!(fields(Language::De).len(), all.len());
    }
}

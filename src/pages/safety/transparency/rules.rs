//! The rules that protect who reports, with the numbers that hold in this city.

use axum::http::Method;
use maud::{Markup, html};

use super::words;
use crate::auth::{Who, access};
use crate::domain::report::period::WAIT_DAYS;
use crate::domain::report::{Epsilon, Product};
use crate::pages::messages::Language;
use crate::safety::Classes;
use crate::safety::aggregate::{LEAST, LEAST_SENSITIVE, STEP_WEEKS, WEEKS};
use crate::safety::challenge::BITS;
use crate::safety::ground::LEAST_RESIDENTS;
use crate::safety::winsor::MOST_A_WEEK;
use crate::snapshot::Snapshot;

/// What keeps a few people from saying everything.
pub(super) fn limits(city: &Snapshot, language: Language, a_day: Option<u32>) -> Markup {
    let shared = &city.settings().safety.shared_networks;
    let most = shared.iter().map(|own| own.per_day).max();
    let a_day = match a_day {
        Some(count) => language.text_with("safety-limit-day", [("count", count.into())]),
        None => language.text("safety-limit-none"),
    };
    html! {
        section aria-labelledby="limits-title" {
            h2 #limits-title { (language.text("safety-limits")) }
            ul.plain {
                li data-parameter="a-day" { (a_day) }
                @if let Some(most) = most {
                    li data-parameter="shared" {
                        (language.text_with("safety-limit-shared", [("count", shared.len().into()), ("most", most.into())]))
                    }
                }
                li { (language.text("safety-limit-others")) }
                li data-parameter="a-week" {
                    (language.text_with("safety-limit-week", [("count", MOST_A_WEEK.into())]))
                }
                li data-parameter="bits" { (language.text_with("safety-limit-puzzle", [("bits", BITS.into())])) }
            }
        }
    }
}

/// What is shown of a count, and how much it may say about one report.
pub(super) fn noise(city: &Snapshot, language: Language) -> Markup {
    let own = &city.settings().safety.epsilon;
    // A report stands in a quarter's districts, and in a year's squares or, where something was done to somebody, in the city.
    let one_report = own.districts.value() + own.cells.value().max(own.city.value());
    let whole = one_report.exp();
    let percent = format!("{:.0}", (100.0 * whole / (1.0 + whole)).ceil());
    let columns = [
        "safety-product",
        "safety-epsilon",
        "safety-threshold",
        "safety-classes",
    ];
    let products = [
        (Product::Districts, own.districts),
        (Product::Cells, own.cells),
        (Product::City, own.city),
    ];
    html! {
        section {
            h2 #noise-title { (language.text("safety-noise")) }
            p { (language.text("safety-noise-about")) }
            div.wide tabindex="0" role="region" aria-labelledby="noise-title" {
                table.known {
                    thead { tr { @for column in columns { th scope="col" { (language.text(column)) } } } }
                    tbody { @for (product, epsilon) in products { (product_row(language, product, epsilon)) } }
                }
            }
            p data-parameter="sum" {
                (language.text_with("safety-epsilon-sum", [("sum", decimal(language, one_report).into()), ("percent", percent.into())]))
            }
            ul.plain {
                li data-parameter="wait" { (language.text_with("safety-wait", [("days", WAIT_DAYS.into())])) }
                li { (language.text("safety-frozen")) }
                li data-parameter="residents" {
                    (language.text_with("safety-merged", [("count", LEAST_RESIDENTS.into())]))
                    @if !city.settings().safety.quiet_cells.is_empty() { " " (language.text("safety-merged-quiet")) }
                }
            }
        }
    }
}

fn product_row(language: Language, product: Product, epsilon: Epsilon) -> Markup {
    let threshold = epsilon.threshold();
    let classes = Classes::from_threshold(threshold);
    let classes: Vec<_> = classes
        .iter()
        .map(|own| words::class(language, Some(own)))
        .collect();
    html! {
        tr data-product=(product) {
            th scope="row" { (language.text(&format!("safety-product-{product}"))) }
            td { (decimal(language, epsilon.value())) }
            td { (threshold) }
            td { (classes.join(" · ")) }
        }
    }
}

fn decimal(language: Language, number: f64) -> String {
    let written = (number * 100.0).round() / 100.0;
    let written = written.to_string();
    language.either(written.replace('.', ","), written)
}

/// Who sees what (specification, C.9), as the table of access has it.
pub(super) fn who(language: Language) -> Markup {
    let counts = [
        ("count", LEAST.into()),
        ("weeks", WEEKS.into()),
        ("step", STEP_WEEKS.into()),
    ];
    let counts = language.text_with("safety-see-counts", counts);
    let sensitive = language.text_with("safety-see-sensitive", [("count", LEAST_SENSITIVE.into())]);
    let rows = [
        (
            language.text("safety-see-released"),
            who_may(language, "/api/safety/releases"),
        ),
        (counts, who_may(language, "/api/staff/safety/counts")),
        (sensitive, who_may(language, "/api/staff/safety/sensitive")),
        (
            language.text("safety-see-one"),
            language.text("safety-nobody"),
        ),
    ];
    html! {
        section {
            h2 #who-title { (language.text("safety-who")) }
            div.wide tabindex="0" role="region" aria-labelledby="who-title" {
                table.known {
                    thead {
                        tr { @for column in ["safety-see", "safety-who-sees"] { th scope="col" { (language.text(column)) } } }
                    }
                    tbody { @for (what, who) in rows { tr { th scope="row" { (what) } td { (who) } } } }
                }
            }
            p { (language.text("safety-who-noted")) }
        }
    }
}

fn who_may(language: Language, path: &str) -> String {
    match access::who(&Method::GET, path) {
        Who::Everyone => language.text("safety-everybody"),
        Who::Roles(roles) => {
            let names = roles
                .iter()
                .map(|own| language.text(&format!("role-{own}")));
            names.collect::<Vec<_>>().join(", ")
        }
        // No path of these is for everybody who is logged in.
        Who::Staff | Who::Nobody => language.text("safety-nobody"),
    }
}

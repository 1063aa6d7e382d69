//! How surely people get there in a wheelchair or with a walking aid, and what somebody should look at on the spot.

use maud::{Markup, html};

use super::numbers;
use crate::export::coverage::{MissingReport, ReachFigures};
use crate::pages::messages::Language;
use crate::walk::Profile;

/// Proven, likely and possible for each of `reaches`, and the ways whose missing facts would prove most.
pub(super) fn render(
    language: Language,
    reaches: &[(Profile, ReachFigures)],
    missing: &[(Profile, MissingReport)],
) -> Markup {
    let is_known = reaches.iter().any(|(_, own)| own.sure.is_some());
    html! {
        @if is_known { (table(language, reaches)) } @else { p { (language.text("planning-wheels-unknown")) } }
        @for (profile, own) in missing.iter().filter(|(_, own)| !own.ways.is_empty()) {
            h3 { (language.text("planning-look-at")) ": " (language.text(&format!("walker-{profile}"))) }
            (ways(language, own))
        }
    }
}

fn table(language: Language, reaches: &[(Profile, ReachFigures)]) -> Markup {
    let columns = [
        "planning-profile",
        "planning-proven",
        "planning-likely",
        "planning-possible",
    ];
    html! {
        div.wide tabindex="0" role="region" aria-label=(format!("{}: {}", language.text("planning-wheels-title"), language.text("planning-as-table"))) {
            table.known {
                thead { tr { @for column in columns { th scope="col" { (language.text(column)) } } } }
                tbody {
                    @for (profile, own) in reaches {
                        tr {
                            th scope="row" { (language.text(&format!("walker-{profile}"))) }
                            @if let Some(sure) = &own.sure {
                                @for persons in [sure.proven, sure.likely, sure.possible] { td { (numbers::persons(persons)) } }
                            } @else {
                                td colspan="3" { (numbers::unknown(language)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn ways(language: Language, report: &MissingReport) -> Markup {
    html! {
        ol.plain {
            @for own in &report.ways {
                li {
                    @match &own.name {
                        Some(name) => (name),
                        None => (language.text("planning-way-unnamed")),
                    }
                    " (" (format!("{:.5}, {:.5}", own.location[0], own.location[1])) "): "
                    (fields(language, &own.fields)) ". "
                    (language.text("planning-way-passing")) ": " (numbers::few(language, own.passing))
                }
            }
        }
    }
}

/// What nobody has recorded of a way, in words.
fn fields(language: Language, tags: &[&str]) -> String {
    let words = tags
        .iter()
        .map(|own| language.text(&format!("planning-way-{own}")));
    words.collect::<Vec<_>>().join(", ")
}

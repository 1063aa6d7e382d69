//! Who finds no help: every need in the languages of the city's people.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::super::Desk;
use crate::domain::counselling::HelpNeed;
use crate::snapshot::{Covered, Gap, GapRow, Offered, OfferedLine};

/// Where the gaps are.
pub(in crate::pages::staff::prevention) const PATH: &str = "/verwaltung/beratung/luecken";

/// `GET /verwaltung/beratung/luecken`
pub(in crate::pages::staff::prevention) async fn show(desk: Desk) -> Response {
    let rows = desk.snapshot.help_gaps(desk.today());
    let content = html! {
        p { a href=(desk.link(super::PATH)) { (desk.text("staff-counsel-all")) } }
        p { (desk.text("staff-gaps-about")) }
        p.hint { (desk.text("staff-gaps-hours")) }
        (overview(&desk, &rows))
        @for row in &rows { (details(&desk, row)) }
    };
    desk.page(StatusCode::OK, PATH, desk.text("staff-gaps"), &content)
}

/// Every need and language at a glance.
fn overview(desk: &Desk, rows: &[GapRow<'_>]) -> Markup {
    let offered = rows.first().map_or(&[][..], |row| &row.gaps);
    html! {
        h2 { (desk.text("staff-gaps-overview")) }
        div.wide tabindex="0" role="region" aria-label=(desk.text("staff-gaps-overview")) {
            table.rows.gaps {
                thead {
                    tr {
                        th scope="col" { (desk.text("staff-gaps-need")) }
                        @for gap in offered { th scope="col" { (named(desk, gap.offered)) } }
                    }
                }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" { a href=(format!("#{}", row.need)) { (need(desk, row.need)) } }
                            @for gap in &row.gaps { td data-covered=(gap.covered.as_str()) { (covered(desk, gap.covered)) } }
                        }
                    }
                }
            }
        }
    }
}

/// One need: by whom, and when somebody answers.
fn details(desk: &Desk, row: &GapRow<'_>) -> Markup {
    html! {
        section id=(row.need) {
            h2 { (need(desk, row.need)) }
            div.wide tabindex="0" role="region" aria-label=(need(desk, row.need)) {
                table.rows.gaps {
                    thead {
                        tr {
                            @for key in ["language", "covered", "by"] { th scope="col" { (desk.text(&format!("staff-gaps-{key}"))) } }
                            @for (name, _) in crate::snapshot::Times::each(row.gaps[0].times) {
                                th scope="col" { (desk.text(&format!("staff-gaps-{name}"))) }
                            }
                        }
                    }
                    tbody { @for gap in &row.gaps { (line(desk, gap)) } }
                }
            }
        }
    }
}

fn line(desk: &Desk, gap: &Gap<'_>) -> Markup {
    let names = |lines: &[&OfferedLine]| {
        let names: Vec<_> = lines.iter().map(|own| own.line.name.as_str()).collect();
        names.join(", ")
    };
    let is_covered = gap.covered == Covered::Yes;
    html! {
        tr {
            th scope="row" { (named(desk, gap.offered)) }
            td data-covered=(gap.covered.as_str()) { (covered(desk, gap.covered)) }
            td {
                @if is_covered { (names(&gap.by)) }
                @if !is_covered && !gap.perhaps_by.is_empty() {
                    (desk.language.text_with("staff-gaps-perhaps", [("names", names(&gap.perhaps_by).into())]))
                }
            }
            @for (_, served) in gap.times.each() {
                td { @if is_covered { (desk.text(&format!("staff-gaps-served-{}", served.as_str()))) } @else { "–" } }
            }
        }
    }
}

fn covered(desk: &Desk, own: Covered) -> String {
    desk.text(&format!("staff-gaps-covered-{}", own.as_str()))
}

fn need(desk: &Desk, own: HelpNeed) -> String {
    desk.text(&format!("counsel-need-{own}"))
}

fn named(desk: &Desk, own: Offered) -> String {
    match own {
        Offered::Tongue(tongue) => desk.text(&format!("language-{tongue}")),
        Offered::Sign => desk.text("counsel-sign"),
        Offered::Easy => desk.text("counsel-easy"),
    }
}

/// The keys of the messages that are made from names of types.
#[cfg(test)]
pub(super) fn families() -> impl Iterator<Item = String> {
    let covered = Covered::ALL.map(|own| format!("staff-gaps-covered-{}", own.as_str()));
    let served =
        crate::snapshot::Served::ALL.map(|own| format!("staff-gaps-served-{}", own.as_str()));
    let heads = ["language", "covered", "by", "evening", "night", "weekend"];
    let heads = heads.map(|own| format!("staff-gaps-{own}"));
    covered.into_iter().chain(served).chain(heads)
}

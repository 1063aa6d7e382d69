//! The table of all districts, and what it says of the city.

use maud::{Markup, html};

use super::{numbers, wording};
use crate::export::coverage::{CityRow, CoverageReport, DistrictRow, ReachFigures, Step};
use crate::pages::messages::Language;
use crate::pages::wording::number;
use crate::snapshot::Snapshot;

/// A table of districts; `address` leads to the page of one.
pub(super) struct Table<'a> {
    pub(super) language: Language,
    pub(super) city: &'a Snapshot,
    pub(super) report: &'a CoverageReport,
    pub(super) address: &'a dyn Fn(&DistrictRow) -> String,
}

impl Table<'_> {
    /// The table, in a frame that can be moved sideways where it is too wide.
    pub(super) fn render(&self) -> Markup {
        let language = self.language;
        html! {
            div.wide tabindex="0" role="region" aria-labelledby="plan-table-title" {
                table.plan-table {
                    caption #plan-table-title { (language.text("planning-table-title")) }
                    (self.head())
                    tbody {
                        @for row in &self.report.districts { (self.row(row)) }
                    }
                    tfoot { (self.city_row()) }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let language = self.language;
        let reach = &self.report.provenance.rules.reach;
        let within = |key, minutes: u32| language.text_with(key, [("minutes", minutes.into())]);
        let columns = [
            language.text("planning-district"),
            language.text("planning-level"),
            language.text("planning-residents"),
            within("planning-rooms-within", reach.room_minutes),
            within("planning-outdoors-within", reach.outdoor_minutes),
            within("planning-asked-within", self.report.asked.minutes),
            language.text("planning-typical"),
            language.text("planning-hinges"),
            language.text("planning-to-do"),
        ];
        html! {
            thead {
                tr {
                    @for column in columns { th scope="col" { (column) } }
                }
            }
        }
    }

    fn row(&self, row: &DistrictRow) -> Markup {
        let language = self.language;
        html! {
            tr data-district=(row.id) {
                th scope="row" { a href=((self.address)(row)) { (row.name) } }
                td data-cell="level" {
                    (wording::level(language, row.level))
                    details {
                        summary { (language.text("planning-reasons")) span.visually-hidden { ": " (row.name) } }
                        (wording::reasons(language, &row.reasons))
                    }
                }
                td data-cell="residents" { (wording::residents(language, &row.residents, &self.report.provenance)) }
                (cells(language, [&row.rooms, &row.outdoors, &row.asked]))
                td {
                    @if row.hinges.is_empty() { (language.text("planning-none")) }
                    @for own in &row.hinges { span.line { (wording::named(language, self.city, own)) } }
                }
                td data-cell="to_do" { (count(row.places.to_do.len())) }
            }
        }
    }

    fn city_row(&self) -> Markup {
        let (language, row) = (self.language, &self.report.city);
        let to_do = self
            .report
            .districts
            .iter()
            .map(|own| own.places.to_do.len())
            .chain([row.elsewhere.to_do.len()]);
        let hinges = self.report.districts.iter().filter(|own| own.is_fragile());
        html! {
            tr data-district="city" {
                th scope="row" { (self.report.provenance.city) }
                td {
                    @if row.districts > 0 {
                        (language.text_with("planning-not-surveyed", [("count", row.not_surveyed.into())]))
                    }
                }
                td data-cell="residents" { (numbers::told_persons(language, row.persons)) }
                (cells(language, [&row.rooms, &row.outdoors, &row.asked]))
                td { @if row.districts > 0 { (language.text_with("planning-fragile", [("count", hinges.count().into())])) } }
                td data-cell="to_do" { (count(to_do.sum())) }
            }
        }
    }
}

fn count(places: usize) -> Markup {
    html! { data value=(places) { (number(places)) } }
}

fn cells(language: Language, [rooms, outdoors, asked]: [&ReachFigures; 3]) -> Markup {
    html! {
        @for (name, own) in [("rooms", rooms), ("outdoors", outdoors), ("asked", asked)] {
            td data-cell=(name) { (reach(language, own)) }
        }
        td data-cell="times" {
            (numbers::minutes(language, asked.median_min)) " / " (numbers::minutes(language, asked.p90_min))
        }
    }
}

/// A share with its persons, and those left out. Where nobody is known to live, only that it is unknown.
pub(super) fn reach(language: Language, own: &ReachFigures) -> Markup {
    html! {
        strong { (numbers::percent(language, own.percent)) }
        @if let Some(most) = own.at_most.and_then(|own| own.percent) {
            " " (language.text("planning-up-to")) " " strong { (numbers::percent(language, Some(most))) }
        }
        @if own.persons.0 > 0 {
            span.line { (numbers::persons(own.covered)) " " (language.text("planning-of")) " " (numbers::persons(own.persons)) }
            @if let Some(sure) = &own.sure {
                @for (key, persons) in [("planning-proven", sure.proven), ("planning-likely", sure.likely), ("planning-possible", sure.possible)] {
                    span.line.hint { (language.text(key)) ": " (numbers::persons(persons)) }
                }
            }
        }
    }
}

/// How many districts have come to each level, with the share of residents who live there: the goal first.
pub(super) fn indicator(language: Language, row: &CityRow) -> Markup {
    if row.districts == 0 {
        return html! { p.notice { (language.text("planning-no-districts")) } };
    }
    html! {
        ul.indicator {
            @for step in &row.at_least { (one_step(language, row, step)) }
            @if row.not_surveyed > 0 { (not_surveyed(language, row)) }
        }
    }
}

fn not_surveyed(language: Language, row: &CityRow) -> Markup {
    let of = [
        ("count", number(row.not_surveyed).into()),
        ("total", number(row.districts).into()),
    ];
    html! {
        li data-step="U" {
            span.level-sign data-level="U" aria-hidden="true" { "U" }
            div {
                strong { (language.text_with("planning-n-of", of)) }
                span.line { (language.text("planning-level-U")) }
            }
        }
    }
}

fn one_step(language: Language, row: &CityRow, step: &Step) -> Markup {
    let of = [
        ("count", number(step.districts).into()),
        ("total", number(row.districts).into()),
    ];
    html! {
        li data-step=(step.level) {
            span.level-sign data-level=(step.level) aria-hidden="true" { (step.level) }
            div {
                strong { (language.text_with("planning-n-of", of)) }
                span.line { (language.text(&format!("planning-step-{}", step.level))) }
                span.line.hint {
                    @match step.percent {
                        Some(_) => { (numbers::percent(language, step.percent)) " " (language.text("planning-live-there")) },
                        None => (language.text("planning-share-unknown")),
                    }
                }
            }
        }
    }
}

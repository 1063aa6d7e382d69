//! The tables: by district, by need, by year.

use maud::{Markup, html};

use super::View;
use super::parts::{counted, interval, made_up, or_made_up, share, tenth, whole};
use crate::export::barrier_free::{CountsRow, NeedRow};
use crate::pages::messages::Language;

/// The districts.
pub(super) fn districts(view: &View<'_>) -> Markup {
    let (language, report) = (view.language, &view.report);
    let columns = [
        "planning-district",
        "barriers-listed",
        "barriers-not-audited",
        "barriers-audited",
        "barriers-minimum",
        "barriers-standard",
        "barriers-share",
    ];
    html! {
        section {
            h2 #barriers-districts { (language.text("barriers-districts-title")) }
            div.wide tabindex="0" role="region" aria-labelledby="barriers-districts" {
                table.plan-table {
                    (head(view, &columns))
                    tbody {
                        @for own in &report.districts { (row(language, own.id.as_str(), &own.name, &own.counts)) }
                        @if report.elsewhere.all > 0 {
                            (row(language, "elsewhere", &language.text("planning-elsewhere"), &report.elsewhere))
                        }
                    }
                    tfoot { (row(language, "city", &report.provenance.city, &report.city)) }
                }
            }
        }
    }
}

fn head(view: &View<'_>, columns: &[&'static str]) -> Markup {
    let said = |column| view.language.text(or_made_up(view, column));
    html! { thead { tr { @for column in columns { th scope="col" { (said(*column)) } } } } }
}

fn row(language: Language, id: &str, name: &str, own: &CountsRow) -> Markup {
    html! {
        tr data-district=(id) {
            th scope="row" { (name) }
            td data-cell="all" { (count(own.all)) }
            td data-cell="not_audited" { (count(own.not_audited)) }
            td data-cell="audited" { (count(own.audited)) @if let Some(said) = made_up(language, own) { span.line.hint { (said) } } }
            td data-cell="minimum" { (counted(language, own.minimum, own.minimum_unknown)) }
            td data-cell="standard" { (counted(language, own.standard, own.standard_unknown)) }
            td data-cell="share" { (share(language, own)) }
        }
    }
}

fn count(count: u32) -> Markup {
    html! { data value=(count) { (whole(count)) } }
}

/// The needs.
pub(super) fn needs(view: &View<'_>) -> Markup {
    let language = view.language;
    let columns = [
        "barriers-need",
        "barriers-rating-full",
        "barriers-rating-partial",
        "barriers-rating-none",
        "barriers-rating-unknown",
        "barriers-not-audited",
    ];
    html! {
        section {
            h2 #barriers-needs { (language.text("barriers-needs-title")) }
            div.wide tabindex="0" role="region" aria-labelledby="barriers-needs" {
                table.plan-table {
                    (head(view, &columns))
                    tbody { @for own in &view.report.needs { (need(language, own)) } }
                }
            }
        }
    }
}

fn need(language: Language, own: &NeedRow) -> Markup {
    let cells = [
        ("full", own.full),
        ("partial", own.partial),
        ("none", own.none),
        ("unknown", own.unknown),
        ("not_audited", own.not_audited),
    ];
    html! {
        tr data-need=(own.need) {
            th scope="row" { (language.text(&format!("need-{}", own.need))) }
            @for (name, number) in cells { td data-cell=(name) { (count(number)) } }
        }
    }
}

/// The years that are over, and those to come.
pub(super) fn years(view: &View<'_>) -> Markup {
    let (language, report) = (view.language, &view.report);
    let columns = [
        "barriers-year",
        "barriers-audited",
        "barriers-minimum",
        "barriers-standard",
        "barriers-required-line",
        "barriers-expected",
    ];
    let today = report.provenance.date;
    html! {
        div.wide tabindex="0" role="region" aria-label=(format!("{}: {}", language.text("barriers-years-title"), language.text("planning-as-table"))) {
            table.known.years {
                (head(view, &columns))
                tbody {
                    @for own in &report.history {
                        tr data-year=(own.year) {
                            th scope="row" {
                                (own.year)
                                @if own.day == today { " " span.hint { (language.text("barriers-today")) } }
                            }
                            td data-cell="audited" { (count(own.audited)) }
                            td { (count(own.minimum)) }
                            td data-cell="standard" { (count(own.standard)) }
                            td {} td {}
                        }
                    }
                    @for own in report.ahead.iter().filter(|own| own.year <= report.target_year) {
                        tr data-ahead=(own.year) {
                            th scope="row" { (own.year) " " span.hint { (language.text("barriers-year-end")) } }
                            td {} td {} td {}
                            td { (tenth(language, own.required)) }
                            td { (interval(language, &own.expected)) }
                        }
                    }
                }
            }
        }
    }
}

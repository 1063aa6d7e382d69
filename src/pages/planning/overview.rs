//! The planner's first page: is there a room and a place to meet in every district, for whom, and how sure is that?

use geo::MultiPolygon;
use maud::{Markup, html};

use super::asked::Asked;
use super::map::{Drawing, levels_of, spots_of};
use super::table::{self, Table};
use super::{PATH, fairness, form, gaps, history, places, provenance, wording as words};
use crate::export::coverage::{CoverageReport, DistrictRow, GapRow, HistoryReport, UndecidedPlace};
use crate::pages::frame::{Meta, Page, icon};
use crate::pages::{question, wording};
use crate::query::Base;
use crate::snapshot::{FoundGaps, Snapshot};

/// What the page is made of.
pub(super) struct View<'a> {
    pub(super) asked: &'a Asked,
    pub(super) city: &'a Snapshot,
    pub(super) report: CoverageReport,
    pub(super) past: HistoryReport,
    pub(super) found: &'a FoundGaps,
    /// The gaps of the city with their numbers.
    pub(super) gaps: Vec<(usize, GapRow)>,
}

/// The outlines of numbered gaps.
pub(super) fn gaps_on_map<'a>(
    found: &'a FoundGaps,
    gaps: &[(usize, GapRow)],
) -> Vec<(Option<usize>, &'a MultiPolygon<f64>)> {
    let outline = |number: usize| Some(&found.gaps.gaps.get(number.checked_sub(1)?)?.area);
    let numbered = gaps.iter();
    let numbered = numbered.filter_map(|(number, _)| Some((Some(*number), outline(*number)?)));
    numbered.collect()
}

/// The page of the whole city.
pub(super) fn page(view: &View<'_>, base: &Base) -> Markup {
    view.page(base)
}

impl View<'_> {
    fn page(&self, base: &Base) -> Markup {
        let language = self.asked.language;
        let name = self.city.settings().name.as_str();
        let title = language.text_with("planning-title", [("city", name.into())]);
        let content = html! {
            main #content.plan-page tabindex="-1" {
                h1 { (title) }
                p { (language.text("planning-about")) }
                (table::indicator(language, &self.report.city))
                @if !self.city.districts().is_empty() { p { (self.target()) } }
                (ways(self.asked))
                (form::render(self.asked, &self.asked.question(self.city), PATH))
                (self.figures())
                (self.to_do(false))
                (self.fairness())
                (history::of_city(language, &self.past))
            }
        };
        Page {
            language,
            snapshot: self.city,
            title: Some(title),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &|other| self.asked.address_in(PATH, other),
            meta: Meta {
                address: Some((base.clone(), PATH.to_owned())),
                ..Meta::default()
            },
            content,
        }
        .render()
    }

    pub(super) fn target(&self) -> String {
        let language = self.asked.language;
        let target = &self.past.target;
        language.text_with(
            "planning-target",
            [
                ("count", target.districts.into()),
                ("day", wording::date(language, target.date).into()),
            ],
        )
    }

    /// What changes with the question: script puts it in place of the one before.
    fn figures(&self) -> Markup {
        let language = self.asked.language;
        html! {
            section #figures aria-labelledby="plan-figures-title" {
                h2 #plan-figures-title { (language.text("planning-figures")) }
                p #plan-asked { (self.asked_words()) }
                div.beside {
                    div {
                        (self.table())
                        (provenance::of_report(self.asked, &self.report, PATH))
                    }
                    (self.map())
                }
                h3 { (language.text("planning-gaps-title")) }
                (gaps::list(language, self.city, &self.gaps, &self.report.city.asked))
                p.hint { (language.text("planning-gaps-about")) }
            }
        }
    }

    /// The table of all districts.
    pub(super) fn table(&self) -> Markup {
        let address = |row: &DistrictRow| self.asked.address(&format!("{PATH}/{}", row.id));
        Table {
            language: self.asked.language,
            city: self.city,
            report: &self.report,
            address: &address,
        }
        .render()
    }

    /// The map of all districts.
    pub(super) fn map(&self) -> Markup {
        let language = self.asked.language;
        Drawing {
            language,
            city: self.city,
            name: "map",
            title: language.text("planning-map-title"),
            is_titled: false,
            levels: levels_of(&self.report.districts),
            places: spots_of(self.city, self.report.counted()),
            gaps: gaps_on_map(self.found, &self.gaps),
            marks: Vec::new(),
            only: None,
        }
        .render()
    }

    /// What was asked, in a sentence.
    pub(super) fn asked_words(&self) -> String {
        words::asked(self.asked.language, &self.report.asked, self.asked.hour)
    }

    pub(super) fn fairness(&self) -> Markup {
        let language = self.asked.language;
        html! {
            section aria-labelledby="plan-fair" {
                h2 #plan-fair { (language.text("planning-fair-title")) }
                (fairness::render(language, &self.report.city.fairness))
            }
        }
    }

    /// What must be found out before places can be counted, by district.
    pub(super) fn to_do(&self, is_open: bool) -> Markup {
        let language = self.asked.language;
        let elsewhere = &self.report.city.elsewhere.to_do;
        let rows = self.report.districts.iter();
        let rows: Vec<_> = rows.filter(|own| !own.places.to_do.is_empty()).collect();
        html! {
            section aria-labelledby="plan-to-do" {
                h2 #plan-to-do { (language.text("planning-to-do-title")) }
                p { (language.text("planning-to-do-about")) }
                @for row in rows {
                    (self.to_do_of(&row.name, &row.places.to_do, is_open))
                }
                @if !elsewhere.is_empty() {
                    (self.to_do_of(&language.text("planning-elsewhere"), elsewhere, is_open))
                }
            }
        }
    }

    /// The to-do list of a district under its name.
    fn to_do_of(&self, name: &str, places: &[UndecidedPlace], is_open: bool) -> Markup {
        let list = places::to_do(self.asked.language, self.city, places);
        html! {
            @if is_open {
                h3 { (name) }
                (list)
            } @else {
                details {
                    summary { (name) ": " (wording::number(places.len())) }
                    (list)
                }
            }
        }
    }
}

/// Where else planners go.
fn ways(asked: &Asked) -> Markup {
    let language = asked.language;
    let dossier = asked.address(super::DOSSIER);
    html! {
        nav.crumbs aria-label=(language.text("place-ways")) {
            a.button.secondary href=(dossier) { (language.text("planning-dossier")) }
            a.button.secondary href=(question::kept(super::barriers::PATH, language, &[])) { (language.text("barriers-link")) }
            a.button.secondary href=(question::kept(super::scenario::PATH, language, &[])) { (icon("ui-map")) (language.text("planning-what-if")) }
            a.button.secondary href=(question::kept("/stadtteile", language, &[])) { (language.text("districts-link")) }
        }
    }
}

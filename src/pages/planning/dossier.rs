//! Dossiers for the council, of a district and of the whole city: sheets of A4 that say everything in black and white.

use maud::{Markup, html};

use super::asked::Asked;
use super::district::{View, section};
use super::{DOSSIER, PATH, gaps, history, overview, provenance, table};
use crate::export::coverage::{CoverageReport, HistoryReport};
use crate::pages::frame::{Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::wording;
use crate::query::Base;
use crate::snapshot::Snapshot;

/// The page to print.
pub(super) fn page(view: &View<'_>, base: &Base) -> Markup {
    let language = view.asked.language;
    let path = format!("{}/dossier", view.path());
    let name = view.row.name.as_ref();
    let title = language.text_with("planning-dossier-title", [("name", name.into())]);
    let content = html! {
        h1 { (title) }
        p.lead { (lead(view.asked.language, &view.report, &view.facts.past)) }
        div.sheet-pair { (view.level()) (view.map()) }
        (view.figures())
        (view.next())
        (view.sections())
        (provenance::of_report(view.asked, &view.report, &path))
    };
    let back = (view.asked.address(&view.path()), name);
    sheets(view.asked, view.city, base, (&path, title), back, &content)
}

/// The whole city to print.
pub(super) fn of_city(view: &overview::View<'_>, base: &Base) -> Markup {
    let language = view.asked.language;
    let name = view.city.settings().name.as_str();
    let title = language.text_with("planning-dossier-title", [("name", name.into())]);
    let content = html! {
        h1 { (title) }
        p.lead { (lead(language, &view.report, &view.past)) }
        (table::indicator(language, &view.report.city))
        p { (view.asked_words()) }
        (view.map())
        (view.table())
        (provenance::of_report(view.asked, &view.report, DOSSIER))
        (section("plan-gaps", &language.text("planning-gaps-title"), &gaps::list(language, view.city, &view.gaps, &view.report.city.asked)))
        (view.fairness())
        (history::of_city(language, &view.past))
        (view.to_do(true))
    };
    let back = language.text("planning-back");
    let back = (view.asked.address(PATH), back.as_str());
    sheets(
        view.asked,
        view.city,
        base,
        (DOSSIER, title),
        back,
        &content,
    )
}

/// A page that is made to be printed; `back` leads to the one it is made of.
fn sheets(
    asked: &Asked,
    city: &Snapshot,
    base: &Base,
    (path, title): (&str, String),
    (back, back_words): (String, &str),
    content: &Markup,
) -> Markup {
    let language = asked.language;
    let content = html! {
        main #content.plan-page.dossier tabindex="-1" {
            nav.crumbs aria-label=(language.text("place-ways")) {
                a.button.secondary href=(back) { (icon("ui-back")) (back_words) }
            }
            p.notice.no-print { (language.text("planning-print-hint")) }
            (content)
            (provenance::on_paper(asked, base, path))
        }
    };
    Page {
        language,
        snapshot: city,
        title: Some(title),
        class: "page dossier-page",
        skips: &[("content", "skip-content")],
        translated: &|other| asked.address_in(path, other),
        meta: Meta {
            address: Some((base.clone(), path.to_owned())),
            ..Meta::default()
        },
        content,
    }
    .render()
}

/// City, day and goal, in a sentence.
fn lead(language: Language, report: &CoverageReport, past: &HistoryReport) -> String {
    let from = &report.provenance;
    language.text_with(
        "planning-dossier-lead",
        [
            ("city", from.city.to_string().into()),
            ("day", wording::date(language, from.date).into()),
            ("goal", wording::date(language, past.target.date).into()),
        ],
    )
}

//! The dossier of a district for the council: two or three sheets of A4 that say everything in black and white.

use maud::{Markup, html};

use super::district::View;
use crate::pages::frame::{Meta, Page, icon};
use crate::pages::wording;
use crate::query::Base;

/// The page to print.
pub(super) fn page(view: &View<'_>, base: &Base) -> Markup {
    let language = view.asked.language;
    let path = format!("{}/dossier", view.path());
    let name = view.row.name.as_ref();
    let title = language.text_with("planning-dossier-title", [("name", name.into())]);
    let content = html! {
        main #content.plan-page.dossier tabindex="-1" {
            nav.crumbs aria-label=(language.text("place-ways")) {
                a.button.secondary href=(view.asked.address(&view.path())) { (icon("ui-back")) (name) }
            }
            p.notice.no-print { (language.text("planning-print-hint")) }
            h1 { (title) }
            p.lead { (lead(view)) }
            div.sheet-pair { (view.level()) (view.map()) }
            (view.figures())
            (view.next())
            (view.sections())
            (view.provenance(&path))
        }
    };
    Page {
        language,
        snapshot: view.city,
        title: Some(title),
        class: "page dossier-page",
        skips: &[("content", "skip-content")],
        translated: &|other| view.asked.address_in(&path, other),
        meta: Meta {
            address: Some((base.clone(), path.clone())),
            ..Meta::default()
        },
        content,
    }
    .render()
}

/// City, day and goal, in a sentence.
fn lead(view: &View<'_>) -> String {
    let language = view.asked.language;
    let from = &view.report.provenance;
    language.text_with(
        "planning-dossier-lead",
        [
            ("city", from.city.to_string().into()),
            ("day", wording::date(language, from.date).into()),
            (
                "goal",
                wording::date(language, view.facts.past.target.date).into(),
            ),
        ],
    )
}

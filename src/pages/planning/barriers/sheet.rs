//! Two sheets of A4 for the council: how far it is, the curve, the districts, what would help most, and what is not known.

use maud::{Markup, html};

use super::{PATH, SHEET, View, chart, parts, table};
use crate::pages::frame::icon;
use crate::pages::question;
use crate::query::Base;

/// The page to print.
pub(super) fn page(view: &View<'_>, base: &Base) -> Markup {
    let language = view.language;
    let title = view.title();
    let content = html! {
        nav.crumbs aria-label=(language.text("place-ways")) {
            a.button.secondary href=(question::kept(PATH, language, &[])) { (icon("ui-back")) (language.text("barriers-link")) }
        }
        p.notice.no-print { (language.text("planning-print-hint")) }
        h1 { (title) }
        p.lead { (parts::lead(view)) }
        (parts::figures(view))
        (parts::warnings(view))
        @if view.report.city.all > 0 {
            section aria-labelledby="barriers-curve" {
                h2 #barriers-curve { (language.text("barriers-years-title")) }
                (chart::drawing(view))
                (chart::legend(view))
            }
        }
        (table::districts(view))
        (table::needs(view))
        (parts::obstacles(view))
        (parts::unknown(view))
        (parts::rules(view))
        (view.provenance())
        p.hint { (language.text("barriers-address")) ": " (base.as_str()) (question::kept(SHEET, language, &[])) }
    };
    view.framed(SHEET, title, "page dossier-page", &content, base)
}

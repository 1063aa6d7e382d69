//! The published list of all places that are counted on the way to 2040.

use maud::{Markup, html};

use super::{LIST, LIST_API, PATH, framed};
use crate::export::barrier_free::{ListReport, ListRow};
use crate::pages::frame::icon;
use crate::pages::messages::Language;
use crate::pages::planning::provenance;
use crate::pages::results::kind_name;
use crate::pages::{place, question, wording};
use crate::query::Base;
use crate::snapshot::Snapshot;

/// The page.
pub(super) fn page(
    language: Language,
    city: &Snapshot,
    report: &ListReport,
    base: &Base,
) -> Markup {
    let name = city.settings().name.as_str();
    let title = language.text_with("barriers-list-title", [("city", name.into())]);
    let count = |rows: &[ListRow]| [("count", rows.len().into())];
    let table = |title: &str, rows: &[ListRow]| {
        Table {
            language,
            city,
            title: language.text_with(title, count(rows)),
            rows,
        }
        .render()
    };
    let csv = format!("{LIST_API}.csv");
    let links = [
        ("planning-link-csv", csv.as_str()),
        ("planning-link-api", LIST_API),
    ];
    let content = html! {
        h1 { (title) }
        p { (language.text("barriers-rule-list-about")) }
        nav.crumbs aria-label=(language.text("place-ways")) {
            a.button.secondary href=(question::kept(PATH, language, &[])) { (icon("ui-back")) (language.text("barriers-link")) }
        }
        @if report.listed.is_empty() {
            p.unknown { (language.text("barriers-lead-none")) }
        } @else {
            (table("barriers-list-count", &report.listed))
        }
        @if !report.undecided.is_empty() {
            h2 { (language.text("barriers-undecided-title")) }
            p { (language.text("barriers-undecided-about")) }
            (table("barriers-undecided-count", &report.undecided))
        }
        (provenance::render(language, &report.provenance, &links))
    };
    framed(language, city, (LIST, title), "page", &content, base)
}

struct Table<'a> {
    language: Language,
    city: &'a Snapshot,
    title: String,
    rows: &'a [ListRow],
}

impl Table<'_> {
    fn render(&self) -> Markup {
        let columns = [
            "barriers-place",
            "planning-district",
            "barriers-why-listed",
            "barriers-audit",
            "barriers-minimum",
            "barriers-standard",
        ];
        html! {
            div.wide tabindex="0" role="region" aria-label=(self.title) {
                table.plan-table {
                    caption { (self.title) }
                    thead { tr { @for column in columns { th scope="col" { (self.language.text(column)) } } } }
                    tbody { @for own in self.rows { (self.row(own)) } }
                }
            }
        }
    }

    fn row(&self, own: &ListRow) -> Markup {
        let language = self.language;
        let truth = |word: &str| language.text(&format!("barriers-is-{word}"));
        html! {
            tr data-place=(own.place) {
                th scope="row" { (self.name(own)) span.line.hint { (kind_name(language, own.kind)) } }
                td { (own.district_name.as_deref().unwrap_or("–")) }
                td { (self.why(own)) }
                td data-cell="audit" { (self.audit(own)) }
                td data-cell="minimum" { (truth(own.minimum)) }
                td data-cell="standard" { (truth(own.standard)) }
            }
        }
    }

    fn name(&self, own: &ListRow) -> Markup {
        let slug = self.city.place(own.place);
        let slug = slug.map(|located| place::slug(&located.place));
        html! {
            @match slug {
                Some(slug) => a href=(place::address(&slug, self.language, &[])) { (own.name) },
                None => (own.name),
            }
        }
    }

    fn why(&self, own: &ListRow) -> Markup {
        let reasons = [
            (own.municipal, "barriers-municipal"),
            (own.counted, "barriers-counted"),
        ];
        html! {
            @for (word, name) in reasons {
                span.line { (self.language.text(name)) ": " (self.language.text(&format!("barriers-is-{word}"))) }
            }
        }
    }

    fn audit(&self, own: &ListRow) -> Markup {
        let language = self.language;
        html! {
            @match &own.audit {
                None => span.unknown { (language.text("barriers-is-not_audited")) },
                Some(audit) => {
                    (wording::date(language, audit.audited_on))
                    @if audit.is_made_up { " " span.flag { (language.text("barriers-example")) } }
                    span.line.hint { (language.text(&format!("barriers-depth-{}", audit.depth))) " · " (audit.criteria) }
                    @if audit.re_audit_due { span.line { (language.text("barriers-due")) } }
                }
            }
        }
    }
}

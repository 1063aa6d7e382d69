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

/// The row that a page begins with, counted from 0, in both tables.
pub(super) const FROM: &str = "from";

/// So many rows of each table stand on a page; the table for download has all.
const ROWS: usize = 500;

/// The row that an address asks to begin with; what is no number is the first.
pub(super) fn first_row(query: &str) -> usize {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let from = pairs.find(|(name, _)| name == FROM);
    from.and_then(|(_, value)| value.parse().ok()).unwrap_or(0)
}

/// The page.
pub(super) fn page(
    language: Language,
    city: &Snapshot,
    (report, from): (&ListReport, usize),
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
            rows: rows.get(from..).unwrap_or_default(),
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
        (steps(language, report.listed.len().max(report.undecided.len()), from))
        (provenance::render(language, &report.provenance, &links))
    };
    framed(language, city, (LIST, title), "page", &content, base)
}

/// The ways to the rows before and after.
fn steps(language: Language, all: usize, from: usize) -> Markup {
    let said = (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
    let to = |row: usize| {
        let from = (row > 0).then(|| (FROM, row.to_string()));
        question::address(LIST, from.into_iter().chain(said.clone()))
    };
    let next = from.saturating_add(ROWS);
    html! {
        @if from > 0 || next < all {
            nav.crumbs aria-label=(language.text("place-ways")) {
                @if from > 0 { a.button.secondary rel="prev" href=(to(from.saturating_sub(ROWS))) { (language.text("barriers-list-before")) } }
                @if next < all { a.button.secondary rel="next" href=(to(next)) { (language.text("barriers-list-next")) } }
            }
        }
    }
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
                    tbody { @for own in self.rows.iter().take(ROWS) { (self.row(own)) } }
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

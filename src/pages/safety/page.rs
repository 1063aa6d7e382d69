//! "How safe do people feel here?": the newest releases, or those that somebody chose.

use maud::{Markup, html};

use super::areas::{Areas, Named};
use super::asked::{Asked, released};
use super::map::Maps;
use super::{HELP, PATH, REPORT, TRANSPARENCY, card, measures, words};
use crate::domain::report::Product;
use crate::pages::frame::{Meta, Page};
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::pages::wording;
use crate::query::Base;
use crate::safety::ReleaseFile;
use crate::snapshot::Snapshot;

/// The whole page.
pub(super) fn render(city: &Snapshot, asked: &Asked, base: &Base) -> Markup {
    let language = asked.language;
    let title = language.text("safety-title");
    let view = View { city, asked };
    let content = html! {
        main #content.text-page.safety-page tabindex="-1" {
            h1 { (title) }
            p.notice { strong { (language.text("safety-perception")) } }
            p { (language.text("safety-about")) }
            (ways(language))
            (view.districts())
            (view.squares())
            (view.whole_city())
            (view.provenance())
        }
    };
    Page {
        language,
        snapshot: city,
        title: Some(title),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| asked.in_language(other),
        meta: Meta {
            address: Some((base.clone(), PATH.to_owned())),
            description: Some(language.text("safety-description")),
            ..Meta::default()
        },
        content,
    }
    .render()
}

/// Where else one may go.
fn ways(language: Language) -> Markup {
    html! {
        nav.crumbs aria-label=(language.text("safety-ways")) {
            a.button href=(kept(REPORT, language, &[])) { (language.text("safety-report-link")) }
            a.button.secondary href=(kept(HELP, language, &[])) { (language.text("safety-help-link")) }
            a.button.secondary href=(kept(TRANSPARENCY, language, &[])) { (language.text("safety-transparency-link")) }
        }
    }
}

struct View<'a> {
    city: &'a Snapshot,
    asked: &'a Asked,
}

impl View<'_> {
    fn text(&self, key: &str) -> String {
        self.asked.language.text(key)
    }

    /// The districts of a quarter: maps, and a table that says the same.
    fn districts(&self) -> Markup {
        let language = self.asked.language;
        let file = self.asked.file(self.city, Product::Districts);
        html! {
            section #districts aria-labelledby="districts-title" {
                h2 #districts-title { (self.text("safety-districts")) }
                @match file {
                    None => p.unknown { (self.text("safety-none-released")) },
                    Some(file) => {
                        (self.periods(file))
                        (self.released(file))
                        @let areas = Areas::new(self.city, file, language);
                        (Maps { language, city: self.city, areas: &areas }.render())
                        (self.table(&areas))
                    }
                }
            }
        }
    }

    /// The squares of a year: maps, those of which something can be shown, and the names of all others.
    fn squares(&self) -> Markup {
        let language = self.asked.language;
        let file = self.asked.file(self.city, Product::Cells);
        html! {
            section #squares aria-labelledby="squares-title" {
                h2 #squares-title { (self.text("safety-squares")) }
                @match file {
                    None => p.unknown { (self.text("safety-none-released")) },
                    Some(file) => {
                        (self.periods(file))
                        (self.released(file))
                        p { (self.text("safety-squares-about")) }
                        @let areas = Areas::new(self.city, file, language);
                        (Maps { language, city: self.city, areas: &areas }.render())
                        (self.cards(&areas))
                        (self.hidden(&areas))
                    }
                }
            }
        }
    }

    /// The other periods of a product, as links.
    fn periods(&self, file: &ReleaseFile) -> Markup {
        let language = self.asked.language;
        let product = file.product;
        let mut all: Vec<_> = released(self.city, product).collect();
        all.reverse();
        let label = language.text(&format!("safety-product-{product}"));
        html! {
            nav.safety-periods aria-label=(language.text_with("safety-periods", [("product", label.into())])) {
                ul.periods {
                    @for own in all {
                        @let is_here = own.period == file.period;
                        li {
                            a href=(self.asked.with(product, &own.period)) aria-current=[is_here.then_some("page")] {
                                (words::period(language, &own.period))
                            }
                        }
                    }
                }
            }
        }
    }

    /// When it was released, and that nobody told a sample.
    fn released(&self, file: &ReleaseFile) -> Markup {
        let language = self.asked.language;
        let values = [
            ("period", words::period(language, &file.period).into()),
            ("day", wording::date(language, file.released_on).into()),
        ];
        html! {
            p { (language.text_with("safety-released", values)) }
            @if file.is_sample { p.notice { (self.text("safety-sample")) } }
        }
    }

    /// Good and bad of each district in one row, with what the city does there.
    fn table(&self, areas: &Areas<'_>) -> Markup {
        let language = self.asked.language;
        html! {
            div.wide tabindex="0" role="region" aria-label=(self.text("safety-districts-table")) {
                table.known.safety-table {
                    thead {
                        tr {
                            th scope="col" { (self.text("safety-district")) }
                            @for group in areas.groups() {
                                th scope="col" { (language.text(&format!("safety-group-{group}"))) }
                            }
                        }
                    }
                    tbody { @for area in &areas.all { (self.row(areas, area)) } }
                }
            }
        }
    }

    fn row(&self, areas: &Areas<'_>, area: &Named<'_>) -> Markup {
        let language = self.asked.language;
        html! {
            tr data-area=(area.released.area) {
                th scope="row" {
                    @if let Some(number) = area.number { span.number { (number) } " " }
                    @match area.district {
                        Some(own) => a href=(kept(&format!("/stadtteile/{}", own.id), language, &[])) { (area.name) },
                        None => (area.name),
                    }
                    (measures::list(self.city, area.district.map(|own| &own.id), language))
                }
                @for group in areas.groups() {
                    @let shown = area.released.groups.get(group).copied().flatten();
                    td.unknown[shown.is_none()] data-group=(group) data-class=(words::class_name(shown)) {
                        (words::class(language, shown))
                    }
                }
            }
        }
    }

    fn cards(&self, areas: &Areas<'_>) -> Markup {
        let language = self.asked.language;
        html! {
            ul.safety-areas role="list" {
                @for area in areas.shown() {
                    li data-area=(area.released.area) {
                        h3 {
                            @if let Some(number) = area.number { span.number { (number) } " " }
                            (area.name)
                        }
                        (card::groups(language, areas.file.product, area.released))
                        (measures::titles(self.city, area.district.map(|own| &own.id), language))
                    }
                }
            }
        }
    }

    /// What is not shown is nought, little or protected: it all looks the same.
    fn hidden(&self, areas: &Areas<'_>) -> Markup {
        let count = areas.hidden().count();
        html! {
            @if count > 0 {
                details.safety-hidden {
                    summary { (self.asked.language.text_with("safety-hidden", [("count", count.into())])) }
                    p { (self.text("safety-hidden-about")) }
                    ul.plain { @for area in areas.hidden() { li data-area=(area.released.area) { (area.name) } } }
                }
            }
        }
    }

    /// What was done to people, as one figure of the whole city and a year (goal 6.4.3).
    fn whole_city(&self) -> Markup {
        let language = self.asked.language;
        html! {
            @if let Some(file) = self.asked.file(self.city, Product::City) {
                section aria-labelledby="city-title" {
                    h2 #city-title { (self.text("safety-city")) }
                    p { (self.text("safety-city-about")) }
                    (self.released(file))
                    @for area in &file.areas { (card::groups(language, Product::City, area)) }
                    p { a href=(kept(HELP, language, &[])) { (self.text("safety-help-link")) } }
                }
            }
        }
    }

    /// The same for programs.
    fn provenance(&self) -> Markup {
        let products = [Product::Districts, Product::Cells, Product::City];
        let files = products.map(|own| self.asked.file(self.city, own));
        html! {
            section aria-labelledby="data-title" {
                h2 #data-title { (self.text("safety-data")) }
                p { (self.text("safety-data-about")) }
                ul.plain {
                    li { a href="/api/safety/releases" { (self.text("safety-data-all")) } }
                    @for file in files.into_iter().flatten() {
                        li { a href=(format!("/api/safety/releases/{}", file.id)) { (file.id) ".json" } }
                    }
                }
            }
        }
    }
}

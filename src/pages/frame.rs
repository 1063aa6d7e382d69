//! What every page has in common: head, header, footer.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::assets::Assets;
use super::changes;
use super::messages::Language;
use super::sheet::Sheet;
use crate::domain::base_map::Source;
use crate::domain::words::Remark;
use crate::query::Base;
use crate::snapshot::Snapshot;

/// One page.
pub(super) struct Page<'a> {
    /// The language it is in.
    pub(super) language: Language,
    /// The city it is about.
    pub(super) snapshot: &'a Snapshot,
    /// What stands before the site's name in the title bar; `None` on the first page.
    pub(super) title: Option<String>,
    /// A class for the whole page.
    pub(super) class: &'static str,
    /// Links that jump to a part of the page: id and message.
    pub(super) skips: &'a [(&'static str, &'static str)],
    /// The same page in another language.
    pub(super) translated: &'a dyn Fn(Language) -> String,
    /// What it says about itself to whoever finds or shares it.
    pub(super) meta: Meta,
    /// What is on it.
    pub(super) content: Markup,
}

/// What a page says about itself to whoever finds or shares it; by default nothing.
#[derive(Default)]
pub(super) struct Meta {
    /// What its address begins with, and its path without what only one visitor chose.
    pub(super) address: Option<(Base, String)>,
    /// What is on it, in a sentence or two.
    pub(super) description: Option<String>,
    /// The same in the terms of schema.org.
    pub(super) data: Option<serde_json::Value>,
    /// The address of the feed of what changes in what it is about.
    pub(super) feed: Option<String>,
}

impl Meta {
    fn render(&self, language: Language, title: &str, site: &str) -> Markup {
        let in_language = |other: Language| {
            let (base, path) = self.address.as_ref()?;
            let path = super::question::kept(path, other, &[]);
            Some(format!("{}{path}", base.as_str()))
        };
        html! {
            @if let Some(address) = in_language(language) {
                link rel="canonical" href=(address);
                meta property="og:url" content=(address);
                meta property="og:type" content="website";
                meta property="og:title" content=(title);
                meta property="og:site_name" content=(site);
                @if let Some(description) = &self.description {
                    meta property="og:description" content=(description);
                }
                @for other in Language::ALL {
                    link rel="alternate" hreflang=(other.tag()) href=[in_language(other)];
                }
                link rel="alternate" hreflang="x-default" href=[in_language(Language::default())];
            }
            @if let Some(feed) = &self.feed {
                link rel="alternate" type=(changes::MEDIA_TYPE) href=(feed) title=(language.text("feed-link"));
            }
            @if let Some(data) = &self.data {
                // Data, which no browser runs: the page's policy has nothing to refuse.
                script type="application/ld+json" { (PreEscaped(inert(data))) }
            }
        }
    }
}

/// JSON that no parser of HTML can take for the end of its element.
pub(super) fn inert(data: &serde_json::Value) -> String {
    let json = data.to_string();
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// The pages that every page leads to: path and message.
const PAGES: [(&str, &str); 4] = [
    (super::events::PATH, "events-link"),
    ("/stadtteile", "districts-link"),
    (super::planning::PATH, "planning-link"),
    (super::safety::PATH, "safety-link"),
];

impl Page<'_> {
    /// The whole document.
    pub(super) fn render(&self) -> Markup {
        let language = self.language;
        let city = self.snapshot.settings().name.as_str();
        let site = language.text_with("site-title", [("city", city.into())]);
        let title = match &self.title {
            Some(title) => format!("{title} – {site}"),
            None => site.clone(),
        };
        let described = || language.text_with("site-description", [("city", city.into())]);
        let description = self.meta.description.clone().unwrap_or_else(described);
        html! {
            (DOCTYPE)
            html lang=(language.spoken()) data-language=(language.tag()) {
                head {
                    meta charset="utf-8";
                    title { (title) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="description" content=(description);
                    (self.meta.render(language, self.title.as_deref().unwrap_or(&site), &site))
                    (assets(language))
                }
                body class=(self.class) {
                    div.skips {
                        @for (target, message) in self.skips {
                            a.skip href=(format!("#{target}")) { (language.text(message)) }
                        }
                    }
                    (self.header(city))
                    div #offline {}
                    (self.content)
                    (self.footer())
                }
            }
        }
    }

    fn header(&self, city: &str) -> Markup {
        let language = self.language;
        let own = (self.translated)(language);
        html! {
            header {
                div.site {
                    a.brand href=(home(language)) {
                        @if let Some(assets) = Assets::built() {
                            img src=(assets.app_icon) alt="" width="28" height="28";
                        }
                        span { (language.text("site-name")) " " span { (city) } }
                    }
                    nav aria-label=(language.text("site-nav")) {
                        @for (path, message) in PAGES {
                            a.language href=(super::question::kept(path, language, &[])) { (language.text(message)) }
                        }
                    }
                    nav aria-label=(language.text("language-nav")) {
                        // A language in which the page is not there leads to the page itself.
                        @for other in Language::ALL.into_iter().filter(|other| (self.translated)(*other) != own) {
                            a.language lang=(other.spoken()) hreflang=(other.tag()) href=((self.translated)(other)) {
                                (other.text("language-own"))
                            }
                        }
                    }
                }
                (strip(language, self.snapshot))
                @if Assets::built().is_none() {
                    p.notice role="status" { (language.text("assets-missing")) }
                }
            }
        }
    }

    fn footer(&self) -> Markup {
        let language = self.language;
        let revision = super::wording::number(
            usize::try_from(self.snapshot.revision().0).unwrap_or(usize::MAX),
        );
        html! {
            footer.foot {
                @if let Some(attribution) = attribution(language, self.snapshot) {
                    span { (attribution) }
                }
                @if let Some(named) = base_map_attribution(self.snapshot) { span { (named) } }
                @if self.snapshot.has_osm_data() {
                    a href="https://www.openstreetmap.org/copyright" { (language.text("osm-attribution")) }
                }
                span { (language.text_with("data-revision", [("revision", revision.into())])) }
                a href=(super::flow::link(language)) { (language.text("flow-link")) }
                @for (path, message) in [(super::counselling::PATH, "counsel-title"), (super::prevention::PATH, "prevention-link")] {
                    a href=(super::question::kept(path, language, &[])) { (language.text(message)) }
                }
                @for sheet in Sheet::ALL {
                    a href=(super::question::kept(sheet.path(), language, &[])) { (language.text(sheet.title())) }
                }
                a href="/api" { (language.text("api-link")) }
                a href=(super::staff::home(language)) { (language.text("staff-link")) }
            }
        }
    }
}

/// The address of the first page in a language.
pub(super) fn home(language: Language) -> String {
    super::question::kept("/", language, &[])
}

/// Where the city's data comes from.
fn attribution(language: Language, snapshot: &Snapshot) -> Option<&str> {
    let sources = snapshot.settings().sources.as_ref()?;
    language.pick(
        sources.attribution_de.as_deref(),
        sources.attribution_en.as_deref(),
    )
}

/// Whom the licence of the city's own base map asks to be named.
fn base_map_attribution(snapshot: &Snapshot) -> Option<&str> {
    let base_map = snapshot.settings().base_map.as_ref()?;
    base_map.attribution.as_ref().map(Remark::as_str)
}

/// What must be said wherever the city's data is shown: sample data, and outlines that are not official.
pub(super) fn strip(language: Language, snapshot: &Snapshot) -> Markup {
    let boundaries = boundary_label(language, snapshot);
    let is_sample = snapshot.settings().sample;
    html! {
        @if is_sample || boundaries.is_some() {
            p.strip {
                @if is_sample {
                    span { strong { (language.text("sample-data")) } " " span.detail { (language.text("sample-data-note")) } }
                }
                @if let Some(label) = boundaries { span { (label) } }
            }
        }
    }
}

/// What must be said about the outlines of districts.
pub(super) fn boundary_label(language: Language, snapshot: &Snapshot) -> Option<String> {
    let label = snapshot.settings().boundaries.as_ref()?;
    let text = language.either(&label.label_de, &label.label_en);
    Some(super::wording::capitalised(text))
}

/// The box of the city, for a map to begin with.
pub(super) fn bounds(snapshot: &Snapshot) -> Option<String> {
    let degrees = snapshot.bbox()?.to_array();
    Some(degrees.map(|degrees| format!("{degrees:.6}")).join(","))
}

/// The style of another server, only where the city chose one; its browser policy lets that through.
pub(super) fn map_style(snapshot: &Snapshot) -> Option<&str> {
    match snapshot.settings().base_map.as_ref().map(|own| &own.source) {
        Some(Source::Style { url, .. }) => Some(url.as_str()),
        Some(Source::Archive { .. }) | None => None,
    }
}

/// An icon of the sprite; decoration beside words that say the same.
pub(super) fn icon(name: &str) -> Markup {
    html! {
        @if let Some(assets) = Assets::built() {
            svg.icon aria-hidden="true" focusable="false" {
                use href=(format!("{}#{name}", assets.icons)) {}
            }
        }
    }
}

fn assets(language: Language) -> Markup {
    html! {
        @if let Some(assets) = Assets::built() {
            link rel="icon" href=(assets.app_icon) type="image/svg+xml";
            link rel="manifest" href=(super::question::kept("/app.webmanifest", language, &[]));
            meta name="theme-color" content="#0f5c6e";
            @if let Some(font) = &assets.font {
                link rel="preload" href=(font) as="font" type="font/woff2" crossorigin;
            }
            @for style in &assets.styles {
                link rel="stylesheet" href=(style);
            }
            script type="module" src=(assets.script) {}
        }
    }
}

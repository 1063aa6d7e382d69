//! The quiet document: pages that must leave no traces on a device that others may look at (C.2, C.8 R17).
//!
//! They load a style sheet and a script of their own and nothing else: no island, no manifest, no worker, no font. No
//! browser and no cache keeps them, all of them have one title, none sets a cookie, and leaving them is always in
//! reach. With script each of them takes the place of the one before in the history; without, all links work.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::assets::Assets;
use super::frame;
use super::messages::Language;
use super::question::{Refused, kept};
use super::sheet::Sheet;
use crate::snapshot::Snapshot;

/// The first page on which people say how safe they feel.
pub(super) const START: &str = "/umfeld";

/// Under these paths every page is quiet.
const ROOMS: [&str; 2] = [START, "/beratung"];

/// What a quiet page may load: less than any other page, and never from another host.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Whether the page at a path is quiet, and so must be what stands there when it cannot be had.
pub(super) fn covers(path: &str) -> bool {
    ROOMS.iter().any(|room| {
        let rest = path.strip_prefix(room);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// One quiet page.
pub(super) struct Quiet<'a> {
    /// The language it is in.
    pub(super) language: Language,
    /// The city it is about.
    pub(super) snapshot: &'a Snapshot,
    /// The same page in another language.
    pub(super) translated: &'a dyn Fn(Language) -> String,
    /// What is in its `main`, a heading first.
    pub(super) content: Markup,
}

impl Quiet<'_> {
    /// The page as an answer that nobody keeps.
    pub(super) fn answer(&self, status: StatusCode) -> Response {
        let headers = [
            (
                header::CONTENT_TYPE,
                HeaderValue::from_static("text/html; charset=utf-8"),
            ),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (
                header::CONTENT_SECURITY_POLICY,
                HeaderValue::from_static(CONTENT_SECURITY_POLICY),
            ),
            (
                header::REFERRER_POLICY,
                HeaderValue::from_static("no-referrer"),
            ),
        ];
        (status, headers, self.render().0).into_response()
    }

    /// The whole document.
    fn render(&self) -> Markup {
        let language = self.language;
        let city = self.snapshot.settings().name.as_str();
        html! {
            (DOCTYPE)
            html lang=(language.spoken()) data-language=(language.tag()) {
                head {
                    meta charset="utf-8";
                    title { (language.text_with("quiet-title", [("city", city.into())])) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="robots" content="noindex";
                    @if let Some(assets) = Assets::built() {
                        // An icon that is named is not looked for elsewhere, and this one says nothing.
                        link rel="icon" href="data:,";
                        @for style in &assets.quiet_styles { link rel="stylesheet" href=(style); }
                        script type="module" src=(assets.quiet_script) {}
                    }
                }
                body.quiet {
                    a.skip href="#content" { (language.text("skip-content")) }
                    (self.header(city))
                    main #content tabindex="-1" { (self.content) }
                    (footer(language))
                }
            }
        }
    }

    /// What stands above every page. The way out stays in sight.
    fn header(&self, city: &str) -> Markup {
        let language = self.language;
        html! {
            header {
                div.way-out {
                    span { (city) }
                    a #quick-exit.button.exit href=(exit(self.snapshot, language)) rel="noreferrer" {
                        (language.text("quiet-exit"))
                    }
                    // Without script the key does nothing.
                    span #exit-keys.hint hidden { (language.text("quiet-exit-keys")) }
                }
                (frame::strip(language, self.snapshot))
                (self.languages())
            }
        }
    }

    fn languages(&self) -> Markup {
        let own = (self.translated)(self.language);
        html! {
            nav.languages aria-label=(self.language.text("language-nav")) {
                @for other in Language::ALL.into_iter().filter(|other| (self.translated)(*other) != own) {
                    a lang=(other.spoken()) hreflang=(other.tag()) href=((self.translated)(other)) {
                        (other.text("language-own"))
                    }
                }
            }
        }
    }
}

/// Where the way out leads: to the page the city chose, or to our own first page.
fn exit(snapshot: &Snapshot, language: Language) -> String {
    let chosen = snapshot.settings().safety.exit.clone();
    chosen.unwrap_or_else(|| frame::home(language))
}

fn footer(language: Language) -> Markup {
    html! {
        footer {
            p { (language.text("quiet-traces")) }
            @for sheet in Sheet::ALL {
                a href=(kept(sheet.path(), language, &[])) { (language.text(sheet.title())) }
            }
        }
    }
}

/// Says which part of the address of a quiet page cannot be answered.
pub(super) fn refused(snapshot: &Snapshot, refused: &Refused) -> Response {
    let language = refused.language;
    let content = html! {
        h1 { (language.text("quiet-refused-title")) }
        p.notice role="alert" { (super::results::sentence(refused)) }
        p { a.button href=(kept(START, language, &[])) { (language.text("quiet-start")) } }
    };
    plain(snapshot, language, content).answer(StatusCode::BAD_REQUEST)
}

/// The page for a request that the gate is shut to, where a quiet page was asked for.
pub(super) fn shut(
    snapshot: &Snapshot,
    language: Language,
    (status, what): (StatusCode, &str),
) -> Response {
    let content = html! {
        h1 { (language.text(&format!("problem-{what}-title"))) }
        p { (language.text(&format!("problem-{what}"))) }
        p { a.button href=(kept(START, language, &[])) { (language.text("quiet-start")) } }
    };
    let mut answer = plain(snapshot, language, content).answer(status);
    // What the pages that are served carry besides.
    for (name, value) in super::SECURITY_HEADERS {
        answer.headers_mut().entry(name).or_insert(value);
    }
    answer
}

/// A page whose other languages are those of the first one.
fn plain(snapshot: &Snapshot, language: Language, content: Markup) -> Quiet<'_> {
    Quiet {
        language,
        snapshot,
        translated: &|other| kept(START, other, &[]),
        content,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_quiet_path_is_none() {
        for quiet in ["/umfeld", "/umfeld/angaben", "/beratung", "/beratung/x"] {
            assert!(covers(quiet), "{quiet}");
        }
        for other in ["/", "/umfelder", "/orte/umfeld", "/sicherheit"] {
            assert!(!covers(other), "{other}");
        }
    }
}

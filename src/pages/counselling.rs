//! Help and counselling: whom one can call when something has happened (6.4.4). A quiet page: it leaves no traces, and whoever
//! reads it is believed and asked nothing.

mod line;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::form::select;
use super::messages::Language;
use super::question::{Refused, address};
use super::quiet::{self, Quiet};
use crate::city::City;
use crate::domain::counselling::{HelpNeed, Tongue};
use crate::snapshot::Snapshot;
use line::LineView;

/// Where it is.
pub(super) const PATH: &str = "/beratung";

/// Where one may say something of the place alone.
const REPORT: &str = "/umfeld/angaben";

/// What somebody asks for.
#[derive(Clone, Copy, Default)]
struct Asked {
    language: Language,
    need: Option<HelpNeed>,
    tongue: Option<Tongue>,
}

impl Asked {
    fn read(query: &str) -> Result<Self, Refused> {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            let rule = match &*name {
                "lang" => value
                    .parse()
                    .map(|own| asked.language = own)
                    .map_err(|_unknown| "rule-lang"),
                // A form without script sends what was not chosen too.
                "need" | "language" if value.is_empty() => Ok(()),
                "need" => value
                    .parse()
                    .map(|own| asked.need = Some(own))
                    .map_err(|_unknown| "counsel-rule-need"),
                "language" => value
                    .parse()
                    .map(|own| asked.tongue = Some(own))
                    .map_err(|_unknown| "counsel-rule-language"),
                _ => Err("rule-unknown"),
            };
            rule.map_err(|rule| Refused {
                language: asked.language,
                rule: rule.to_owned(),
                name: name.to_string(),
                value: value.to_owned(),
            })?;
        }
        Ok(asked)
    }

    /// The address that asks the same in a language of the page.
    fn address(self, language: Language) -> String {
        let need = self.need.map(|own| ("need", own.to_string()));
        let tongue = self.tongue.map(|own| ("language", own.to_string()));
        let said = need.into_iter().chain(tongue);
        let own = (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
        address(PATH, said.chain(own))
    }
}

/// `GET /beratung`
pub(super) async fn serve(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    let asked = match Asked::read(&query.unwrap_or_default()) {
        Ok(asked) => asked,
        Err(refused) => return quiet::refused(&snapshot, &refused),
    };
    let page = Quiet {
        language: asked.language,
        snapshot: &snapshot,
        translated: &|other| asked.address(other),
        content: content(&city, &snapshot, asked),
    };
    page.answer(StatusCode::OK)
}

fn content(city: &City, snapshot: &Snapshot, asked: Asked) -> Markup {
    let language = asked.language;
    let found = snapshot.help_for(asked.need, asked.tongue);
    let view = LineView {
        language,
        tongue: asked.tongue,
        snapshot,
        now: city.now(),
    };
    html! {
        h1 { (language.text("counsel-title")) }
        (danger(language))
        section {
            @for paragraph in ["counsel-believed", "counsel-no-duty"] { p { (language.text(paragraph)) } }
        }
        (filter(snapshot, asked))
        section {
            h2 { (language.text("counsel-lines")) }
            @if found.is_empty() {
                p.unknown { (language.text(if asked.need.is_none() && asked.tongue.is_none() { "counsel-none" } else { "counsel-none-found" })) }
            }
            ul.help-lines {
                @for own in found { li { (view.render(own)) } }
            }
        }
        (safe_place(snapshot, language))
        section {
            h2 { (language.text("counsel-evidence")) }
            p { (language.text("counsel-evidence-about")) }
        }
        // Where nobody is asked what was done to them, the form has no answer for it.
        @if snapshot.settings().safety.sensitive {
          section {
            h2 { (language.text("counsel-report")) }
            p { (language.text("counsel-report-about")) }
            p { a.button.secondary href=(super::question::kept(REPORT, language, &[])) { (language.text("counsel-report-go")) } }
          }
        }
    }
}

/// Whom to call for a safe place: the first line for women that is shown, and nothing where none is.
fn safe_place(snapshot: &Snapshot, language: Language) -> Markup {
    let lines = snapshot.help_for(Some(HelpNeed::ViolenceWomen), None);
    let phone = lines.into_iter().find_map(|own| own.line.phone.as_ref());
    html! {
        @if let Some(phone) = phone {
            section {
                h2 { (language.text("counsel-safe-place")) }
                p { (language.text("counsel-safe-place-about")) }
                p {
                    a.button.call href=(format!("tel:{}", phone.dialled())) {
                        span.visually-hidden { (language.text("counsel-safe-place-call")) " " }
                        strong { (phone.as_str()) }
                    }
                }
            }
        }
    }
}

/// Before anything else, whether somebody is in danger.
fn danger(language: Language) -> Markup {
    html! {
        section.danger {
            h2 { (language.text("flow-danger")) }
            ul.calls {
                @for (number, message) in [("110", "flow-call-police"), ("112", "flow-call-rescue")] {
                    li { a.button href=(format!("tel:{number}")) { strong { (number) } " " (language.text(message)) } }
                }
            }
        }
    }
}

/// By need and language, as a plain form.
fn filter(snapshot: &Snapshot, asked: Asked) -> Markup {
    let language = asked.language;
    let needs: Vec<_> = HelpNeed::ALL
        .iter()
        .map(|own| (own.as_str(), language.text(&format!("counsel-need-{own}"))))
        .collect();
    let tongues: Vec<_> = tongues(snapshot, asked.tongue)
        .into_iter()
        .map(|own| (own.as_str(), language.text(&format!("language-{own}"))))
        .collect();
    let (need, tongue) = (
        asked.need.map_or("", HelpNeed::as_str),
        asked.tongue.map_or("", Tongue::as_str),
    );
    html! {
        form.help-filter action=(PATH) method="get" aria-label=(language.text("counsel-filter")) {
            @if language != Language::default() { input type="hidden" name="lang" value=(language.tag()); }
            (select(language, "need", "counsel-need", "counsel-need-any", &needs, need))
            (select(language, "language", "counsel-language", "counsel-language-any", &tongues, tongue))
            button.button type="submit" { (language.text("counsel-show")) }
        }
    }
}

/// The languages one can choose from: those of the city's people, those that some line surely speaks, and the one that is chosen.
fn tongues(snapshot: &Snapshot, chosen: Option<Tongue>) -> Vec<Tongue> {
    let of_the_city = snapshot.settings().safety.languages().iter();
    let spoken = snapshot
        .help_lines()
        .iter()
        .flat_map(|own| &own.line.languages);
    let mut all: Vec<Tongue> = of_the_city.chain(spoken).copied().chain(chosen).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The keys of the messages that are made from names of types.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let needs = HelpNeed::ALL.iter();
    let tongues = Tongue::ALL.iter();
    needs
        .map(|own| format!("counsel-need-{own}"))
        .chain(tongues.map(|own| format!("language-{own}")))
        .chain(line::families())
        .collect()
}

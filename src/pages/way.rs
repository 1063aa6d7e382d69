//! The way on foot to a place, told in words: on a page of its own, and in the panel beside the list.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::frame::{Meta, Page, icon};
use super::messages::Language;
use super::question::{self, Refused};
use super::{finder, page, place, problem, wording};
use crate::city::City;
use crate::domain::{Invalid, Location};
use crate::query::{Param, Params, Schema};
use crate::snapshot::{Located, Snapshot, Way};
use crate::walk::{Engine, Leg, Profile, Route};

/// The name under which the words alone are asked for.
const FRAGMENT: &str = "fragment";

/// What the address of a way says.
const WAY_PARAMS: &[Param] = &[
    Param::required(
        "lon",
        Schema::Number(-180.0, 180.0),
        "Longitude of the start.",
    ),
    Param::required("lat", Schema::Number(-90.0, 90.0), "Latitude of the start."),
    Param::optional("profile", Schema::Text(20), "Who walks."),
    Param::optional(FRAGMENT, Schema::Text(5), "`panel` for the words alone."),
    Param::optional("lang", Schema::Text(20), "The language of the page."),
];

/// Stretches shorter than this are not worth a line of their own, unless they are steps (metres).
const SHORT_LEG_M: f64 = 15.0;

/// `GET /weg/{slug}`
pub(super) async fn serve(
    State(city): State<Arc<City>>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let snapshot = city.snapshot();
    let asked = match Asked::read(&query.unwrap_or_default()) {
        Ok(asked) => asked,
        Err(refused) => {
            let content = finder::render_refused(&snapshot, &refused);
            return page(StatusCode::BAD_REQUEST, content);
        }
    };
    let Some(located) = place::find(&snapshot, &slug) else {
        let content = problem::nothing_here(&snapshot, asked.language, "place");
        return page(StatusCode::NOT_FOUND, content);
    };
    let view = View {
        asked,
        snapshot: &snapshot,
        located,
        at: city.now(),
    };
    page(
        StatusCode::OK,
        if view.asked.is_panel {
            view.words(false)
        } else {
            view.page()
        },
    )
}

/// The address of the way from a location to the place with this slug.
pub(super) fn address(slug: &str, from: Location, profile: Profile, language: Language) -> String {
    let path = format!("/weg/{slug}");
    let mut parts = vec![
        ("lon", format!("{:.4}", from.lon())),
        ("lat", format!("{:.4}", from.lat())),
    ];
    if profile != Profile::Older {
        parts.push(("profile", profile.to_string()));
    }
    if language != Language::default() {
        parts.push(("lang", language.tag().to_owned()));
    }
    question::address(&path, parts)
}

/// A checked question for a way.
struct Asked {
    language: Language,
    from: Location,
    profile: Profile,
    is_panel: bool,
}

impl Asked {
    fn read(query: &str) -> Result<Self, Refused> {
        let written = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            let found = pairs.find(|(own, _)| own == name);
            found.map(|(_, value)| value.into_owned())
        };
        let language = written("lang")
            .and_then(|tag| tag.parse().ok())
            .unwrap_or_default();
        Self::check(query).map_err(|Invalid { field, .. }| {
            let is_known = WAY_PARAMS.iter().any(|own| own.name == field);
            Refused {
                language,
                value: written(&field).unwrap_or_default(),
                rule: if is_known {
                    format!("rule-{field}")
                } else {
                    "rule-unknown".to_owned()
                },
                name: field.into_owned(),
            }
        })
    }

    fn check(query: &str) -> Result<Self, Invalid> {
        let mut params = Params::parse(query, &[WAY_PARAMS])?;
        let mut degrees = |name| {
            let number = params.number(name)?;
            number.ok_or_else(|| Invalid::new(name, "is missing"))
        };
        let (lon, lat) = (degrees("lon")?, degrees("lat")?);
        let is_panel = match params.text(FRAGMENT).as_deref() {
            None => false,
            Some("panel") => true,
            Some(_) => return Err(Invalid::new(FRAGMENT, "must be panel")),
        };
        Ok(Self {
            from: Location::from_lon_lat(lon, lat)?,
            profile: params.take("profile")?.unwrap_or(Profile::Older),
            language: params.take("lang")?.unwrap_or_default(),
            is_panel,
        })
    }
}

/// A way and for whom it is told.
struct View<'a> {
    asked: Asked,
    snapshot: &'a Snapshot,
    located: &'a Located,
    at: DateTime<Utc>,
}

impl View<'_> {
    fn page(&self) -> Markup {
        let language = self.asked.language;
        let slug = place::slug(&self.located.place);
        let name = self.located.place.name.as_str();
        let (state, said) = wording::open_state(language, self.snapshot, self.located, self.at);
        let content = html! {
            main #content.place-page tabindex="-1" {
                nav.crumbs aria-label=(language.text("place-ways")) {
                    a.button.secondary href=(place::address(&slug, language, &[])) { (icon("ui-back")) (name) }
                }
                article.place {
                    h1.name { (language.text_with("way-title", [("name", name.into())])) }
                    p.now { (super::results::state_badge(state, &said)) }
                    (self.words(true))
                }
            }
        };
        let translated = |other| address(&slug, self.asked.from, self.asked.profile, other);
        Page {
            language,
            snapshot: self.snapshot,
            title: Some(language.text_with("way-title", [("name", name.into())])),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &translated,
            meta: Meta::default(),
            content,
        }
        .render()
    }

    /// What one meets on the way; the same on the page and in the panel.
    fn words(&self, is_page: bool) -> Markup {
        let language = self.asked.language;
        let way = self
            .snapshot
            .way_to(self.asked.from, self.located, self.asked.profile);
        html! {
            section.way aria-labelledby="way-title" {
                @if is_page {
                    h2 #way-title.visually-hidden { (language.text("way-words")) }
                } @else {
                    h3 #way-title { (language.text("way-words")) }
                }
                @match way {
                    None => p.hint { (language.text("way-none")) },
                    Some(Way::Line { engine, seconds, .. }) => {
                        p.way-time { strong { (wording::walk(language, seconds, engine)) } }
                        p.hint { (language.text(line_note(engine))) }
                    },
                    Some(Way::Route(route)) => (told(language, &route)),
                }
                (self.walkers())
            }
        }
    }

    /// The same way for others, who walk faster or slower or need to be spared steps.
    fn walkers(&self) -> Markup {
        let language = self.asked.language;
        let slug = place::slug(&self.located.place);
        html! {
            p.walkers {
                span { (language.text("way-profile")) " " }
                @for profile in Profile::ALL {
                    @let name = language.text(&format!("walker-{profile}"));
                    @if *profile == self.asked.profile {
                        strong aria-current="true" { (name) }
                    } @else {
                        a href=(address(&slug, self.asked.from, *profile, language)) { (name) }
                    }
                    " "
                }
            }
        }
    }
}

/// Why there are no words about the way itself.
const fn line_note(engine: Engine) -> &'static str {
    match engine {
        Engine::Line => "way-note-line",
        Engine::BarrierLine | Engine::Network => "way-note-barriers",
    }
}

fn told(language: Language, route: &Route) -> Markup {
    html! {
        p.way-time {
            strong { (wording::walk(language, route.seconds, Engine::Network)) }
            " · " (wording::distance(language, route.metres))
        }
        ul.way-facts {
            @for fact in facts(language, route) { li { (fact) } }
        }
        @let legs = joined(&route.legs);
        @if !legs.is_empty() {
            ol.way-legs {
                @for leg in legs { li { (leg_words(language, &leg)) } }
            }
        }
    }
}

/// Steps, signals and light; what the map does not know is said to be unknown.
fn facts(language: Language, route: &Route) -> Vec<String> {
    let metres = |key, metres: f64| {
        language.text_with(
            key,
            [("distance", wording::distance(language, metres).into())],
        )
    };
    let mut facts =
        vec![language.text_with("way-steps", [("count", route.flights_of_steps.into())])];
    if route.signals > 0 {
        facts.push(language.text_with("way-signals", [("count", route.signals.into())]));
    }
    if route.unlit_metres >= 5.0 {
        facts.push(metres("way-unlit", route.unlit_metres));
    }
    if route.light_unknown_metres >= 5.0 {
        facts.push(metres("way-light-unknown", route.light_unknown_metres));
    }
    facts
}

/// Stretches as one would tell them: short unnamed ones belong to the one before.
fn joined(legs: &[Leg]) -> Vec<Leg> {
    let mut told: Vec<Leg> = Vec::new();
    for leg in legs {
        match told.last_mut() {
            Some(last) if !leg.steps && !last.steps && (leg.name == last.name || is_short(leg)) => {
                last.metres += leg.metres;
            }
            _ => told.push(leg.clone()),
        }
    }
    told
}

fn is_short(leg: &Leg) -> bool {
    leg.name.is_none() && leg.metres < SHORT_LEG_M
}

fn leg_words(language: Language, leg: &Leg) -> String {
    let length = wording::distance(language, leg.metres.max(5.0));
    let key = match (leg.steps, &leg.name) {
        (true, None) => "way-leg-steps",
        (true, Some(_)) => "way-leg-steps-named",
        (false, None) => "way-leg-unnamed",
        (false, Some(_)) => "way-leg-named",
    };
    let name = leg.name.as_deref().unwrap_or_default();
    language.text_with(key, [("name", name.into()), ("distance", length.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leg(name: Option<&str>, metres: f64, steps: bool) -> Leg {
        Leg {
            name: name.map(Into::into),
            metres,
            steps,
        }
    }

    #[test]
    fn short_stretches_without_a_name_are_told_with_the_one_before_but_steps_never() {
        let legs = [
            leg(Some("Gasse"), 100.0, false),
            leg(None, 8.0, false),
            leg(None, 4.0, true),
            leg(Some("Weg"), 50.0, false),
            leg(Some("Weg"), 20.0, false),
        ];
        let told: Vec<_> = joined(&legs)
            .iter()
            .map(|own| (own.metres, own.steps))
            .collect();
        assert_eq!(told, [(108.0, false), (4.0, true), (70.0, false)]);
    }

    #[test]
    fn a_way_needs_its_start_and_refuses_what_it_does_not_know() {
        let refused = |query: &str| Asked::read(query).err().map(|own| (own.name, own.rule));
        assert!(Asked::read("lon=9.1&lat=48.9&profile=walker&lang=en&fragment=panel").is_ok());
        assert_eq!(refused("lat=48.9"), Some(("lon".into(), "rule-lon".into())));
        assert_eq!(
            refused("lon=9&lat=91"),
            Some(("lat".into(), "rule-lat".into()))
        );
        assert_eq!(
            refused("lon=9&lat=48&x=1"),
            Some(("x".into(), "rule-unknown".into()))
        );
        assert_eq!(
            refused("lon=9&lat=48&profile=bird"),
            Some(("profile".into(), "rule-profile".into()))
        );
    }
}

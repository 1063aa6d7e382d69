//! The list: the one rendering of an answer. The map reads it, so it can show nothing else.

mod chosen;
mod unchecked;

use maud::{Markup, html};

use super::frame::icon;
use super::messages::Language;
use super::need;
use super::question::{Question, Refused};
use super::start;
use super::wording::{self, OpenState};
use crate::domain::{Catalogue, Class, Fact, KindId, Location, folding};
use crate::snapshot::{Located, Snapshot, Within};
use crate::walk::{Engine, Profile};

/// The most places one list holds; more help nobody and would make the map slow.
const LIMIT: usize = 500;

/// A place of the list and how far it is, when the question says from where.
struct Listed<'a> {
    located: &'a Located,
    way: Option<(f64, Option<f64>, Engine)>,
}

/// What a question finds.
struct Answer<'a> {
    total: usize,
    listed: Vec<Listed<'a>>,
}

/// The list of the places that `question` asks for.
pub(super) fn render(snapshot: &Snapshot, question: &Question) -> Markup {
    let language = question.language;
    let answer = answer(snapshot, question);
    html! {
        section #results tabindex="-1" aria-labelledby="results-count" data-here=[question.near.map(start::in_degrees)] {
            (count(language, &answer))
            (chosen::render(snapshot, question))
            (start::render(question))
            (unchecked::render(snapshot, question))
            @if answer.listed.is_empty() {
                div.empty {
                    p { strong { (language.text("results-none")) } }
                    @if question.only_usable {
                        p { (language.text("results-none-usable")) }
                    } @else {
                        p { (language.text("results-none-hint")) }
                    }
                    @if question.is_narrowed() {
                        a.button.secondary data-find href=(super::frame::home(language)) { (language.text("finder-reset")) }
                    }
                }
            } @else {
                ul.places role="list" {
                    @for listed in &answer.listed { (entry(snapshot, question, listed)) }
                }
            }
            p.missing { a href=(super::suggest::link(language, None)) { (language.text("suggest-link")) } }
        }
    }
}

/// The list's place on the page when the question cannot be answered.
pub(super) fn render_refused(refused: &Refused) -> Markup {
    html! {
        section #results tabindex="-1" aria-labelledby="results-count" {
            h2 #results-count { (refused.language.text("problem-query-title")) }
            p.notice role="alert" { (sentence(refused)) }
            p { a.button.secondary href=(super::frame::home(refused.language)) { (refused.language.text("finder-reset")) } }
        }
    }
}

/// One sentence that names the filter, its value and the rule.
pub(super) fn sentence(refused: &Refused) -> String {
    let rule = refused.language.text(&refused.rule);
    let shown: String = refused
        .value
        .chars()
        .filter(|letter| !letter.is_control())
        .take(80)
        .collect();
    refused.language.text_with(
        "problem-query",
        [
            ("field", refused.name.as_str().into()),
            ("value", shown.into()),
            ("rule", rule.into()),
        ],
    )
}

fn answer<'a>(snapshot: &'a Snapshot, question: &Question) -> Answer<'a> {
    let within = question.bbox.map_or(Within::Everywhere, Within::Box);
    match question.near {
        None => by_name(snapshot, question, &within),
        Some(location) => by_distance(snapshot, question, &within, location),
    }
}

fn by_name<'a>(snapshot: &'a Snapshot, question: &Question, within: &Within) -> Answer<'a> {
    let mut found = snapshot
        .find(within, &question.filter, None, usize::MAX)
        .places;
    let total = found.len();
    let by_name = |a: &&Located, b: &&Located| {
        let name = a.folded_name().cmp(b.folded_name());
        name.then_with(|| a.place.id.cmp(&b.place.id))
    };
    if found.len() > LIMIT {
        // Of a million only the first few hundred are put in order.
        found.select_nth_unstable_by(LIMIT, by_name);
        found.truncate(LIMIT);
    }
    found.sort_unstable_by(by_name);
    let listed = found
        .into_iter()
        .map(|located| Listed { located, way: None });
    Answer {
        total,
        listed: listed.collect(),
    }
}

fn by_distance<'a>(
    snapshot: &'a Snapshot,
    question: &Question,
    within: &Within,
    location: Location,
) -> Answer<'a> {
    let total = snapshot.find(within, &question.filter, None, 0).matched;
    // Without a box the nearest are all there is to know; with one, the nearest may lie outside of it.
    let wanted = if question.bbox.is_some() {
        usize::MAX
    } else {
        LIMIT
    };
    let near = snapshot.near_on_foot(
        location,
        &question.filter,
        Profile::for_needs(&question.needs),
        f64::INFINITY,
        wanted,
    );
    let inside = near.into_iter().filter(|near| {
        question
            .bbox
            .is_none_or(|bbox| near.located.place.shape.touches_box(bbox))
    });
    let listed = inside.take(LIMIT).map(|near| Listed {
        located: near.located,
        way: Some((near.distance_m, near.walk_s, near.engine)),
    });
    Answer {
        total,
        listed: listed.collect(),
    }
}

fn count(language: Language, answer: &Answer<'_>) -> Markup {
    let total = wording::number(answer.total);
    let said = if answer.listed.len() < answer.total {
        let shown = wording::number(answer.listed.len());
        language.text_with(
            "results-limited",
            [("shown", shown.into()), ("total", total.into())],
        )
    } else {
        language.text_with(
            "results-count",
            [("count", answer.total.into()), ("total", total.into())],
        )
    };
    html! { h2 #results-count { (said) } }
}

fn entry(snapshot: &Snapshot, question: &Question, listed: &Listed<'_>) -> Markup {
    let language = question.language;
    let Listed { located, way } = *listed;
    let place = &located.place;
    let kind = place.kind.kind();
    let marker = place.shape.label();
    let slug = super::place::slug(place);
    let (state, said) = wording::open_state(language, snapshot, located, question.at);
    html! {
        li data-slug=(slug) data-id=(place.id) data-name=(place.name.as_str()) data-lon=(marker.lon()) data-lat=(marker.lat())
            data-cls=(kind.cls) data-icon=(kind.icon) data-open=(state.as_str()) {
            (mark(kind.cls, &kind.icon))
            div {
                h3 { a href=(super::place::address(&slug, language, &question.needs)) { (place.name.as_str()) } }
                p.what {
                    (kind_name(language, place.kind))
                    @if let Some(district) = snapshot.district_of(located) { " · " (district.name) }
                }
            }
            @if let Some((metres, seconds, engine)) = way {
                p.distance {
                    (wording::distance(language, metres))
                    @if let Some(seconds) = seconds {
                        " · " (walk_link(question, &slug, &wording::walk(language, seconds, engine)))
                    }
                }
            }
            p.summary {
                (state_badge(state, &said))
                @if let Some(doubt) = wording::doubt_at(language, snapshot, located, question.at) {
                    span.badge.stale { (doubt) }
                }
                @for hours in asked_hours(snapshot, question, located) { span { (hours) } }
                @for fact in plain_facts(language, located) { span { (fact) } }
            }
            (need::in_list(language, located, &question.needs, snapshot.date_at(question.now)))
        }
    }
}

/// How long one walks, leading to the way in words.
fn walk_link(question: &Question, slug: &str, said: &str) -> Markup {
    html! {
        @match question.near {
            Some(from) => a href=(super::way::address(slug, from, Profile::for_needs(&question.needs), question.language)) { (said) },
            None => (said),
        }
    }
}

/// The sign of a kind, round for rooms and square for outdoor places.
pub(super) fn mark(class: Class, icon_name: &str) -> Markup {
    html! {
        span.mark.outdoor[class == Class::Outdoor] aria-hidden="true" { (icon(icon_name)) }
    }
}

/// Whether a place is open, with a sign so that colour is not alone.
pub(super) fn state_badge(state: OpenState, said: &str) -> Markup {
    html! {
        span.state.(state.as_str()) { (icon(&format!("state-{}", state.as_str()))) (said) }
    }
}

/// The kinds a place may be of and their names, by name.
pub(super) fn kinds_by_name(language: Language) -> Vec<(&'static str, String)> {
    let kinds = Catalogue::shipped().kinds();
    let kinds = kinds.filter(|(_, kind)| kind.cls != Class::Amenity);
    let mut kinds: Vec<_> = kinds
        .map(|(id, _)| (id.as_str(), kind_name(language, id)))
        .collect();
    kinds.sort_by_key(|(_, name)| folding::fold(name));
    kinds
}

/// The districts and their names, by name.
pub(super) fn districts_by_name(snapshot: &Snapshot) -> Vec<(&str, &str)> {
    let districts = snapshot.districts().iter();
    let mut districts: Vec<_> = districts.map(|own| (own.id.as_str(), &*own.name)).collect();
    districts.sort_by_key(|(_, name)| folding::fold(name));
    districts
}

/// The name of a kind in the language.
pub(super) fn kind_name(language: Language, kind: KindId) -> String {
    let kind = kind.kind();
    wording::capitalised(language.either(&kind.de, &kind.en))
}

/// The hours of each day that the question names.
fn asked_hours(snapshot: &Snapshot, question: &Question, located: &Located) -> Vec<String> {
    let today = snapshot.date_at(question.now);
    let mut days: Vec<_> = question
        .filter
        .open_during
        .iter()
        .map(|part| part.date)
        .collect();
    days.sort_unstable();
    days.dedup();
    let said = days
        .into_iter()
        .filter_map(|day| wording::asked_hours(question.language, snapshot, located, day, today));
    said.collect()
}

/// What speaks for a place at a glance; only what is known.
fn plain_facts(language: Language, located: &Located) -> Vec<String> {
    let facts = &located.place.facts;
    let mut said = Vec::new();
    if let Some(cost) = facts.cost {
        said.push(language.text(&format!("cost-{cost}")));
    }
    if facts.consumption_required == Fact::No && located.place.class() == Class::Room {
        said.push(language.text("consumption-no"));
    }
    if let Some(toilets) = facts.toilets.filter(|toilets| toilets.is_for_wheelchairs()) {
        said.push(need::toilets(language, &located.place, toilets));
    }
    said
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::place::{Lifecycle, Origin, Place};
    use crate::domain::{CitySettings, PlaceId, Shape};
    use crate::snapshot::{CityData, Revision};

    /// A city of `count` libraries in a row.
    fn city(count: u128) -> Snapshot {
        let place = |number: u128| Place {
            id: PlaceId(Uuid::from_u128(number << 96)),
            name: format!("Bücherei {number:05}").parse().unwrap(),
            kind: "library".parse().unwrap(),
            lifecycle: Lifecycle::default(),
            shape: Shape::Point(
                Location::from_lon_lat(9.0 + number as f64 / 10_000.0, 48.9).unwrap(),
            ),
            opening_hours: None,
            last_verified_at: None,
            origin: Origin::Local,
            facts: Box::default(),
        };
        Snapshot::build(CityData {
            surveys: Vec::new(),
            audits: Vec::new(),
            criteria: Vec::new(),
            measured_ways: Vec::new(),
            help_lines: Vec::new(),
            focus_areas: Vec::new(),
            releases: Vec::new(),
            events: Vec::new(),
            map_revision: None,
            map: None,
            residents_revision: None,
            residents: None,
            revision: Revision(1),
            lineage: "test".into(),
            settings: CitySettings::named("Musterstadt").unwrap(),
            districts: Vec::new(),
            quarters: Vec::new(),
            places: (0..count).map(place).collect(),
        })
    }

    fn list(snapshot: &Snapshot, query: &str) -> String {
        let question = Question::read(query, DateTime::UNIX_EPOCH, chrono_tz::Europe::Berlin);
        render(snapshot, &question.unwrap()).into_string()
    }

    #[test]
    fn a_long_list_says_how_much_it_leaves_out() {
        let snapshot = city(1_234);
        for query in ["", "lon=9&lat=48.9", "lon=9&lat=48.9&bbox=8,48,10,49"] {
            let list = list(&snapshot, query);
            assert_eq!(list.matches("<li data-slug").count(), LIMIT, "{query}");
            assert!(
                list.contains("500 von 1\u{202f}234 Orten, bitte eingrenzen"),
                "{query}"
            );
        }
    }

    #[test]
    fn a_list_without_a_position_is_in_the_order_of_names() {
        let list = list(&city(3), "");
        let at = |name: &str| list.find(name).unwrap();
        assert!(
            at("Bücherei 00000") < at("Bücherei 00001")
                && at("Bücherei 00001") < at("Bücherei 00002")
        );
        assert!(!list.contains("class=\"distance\""));
    }

    #[test]
    fn an_empty_list_offers_a_way_back_only_from_filters() {
        assert!(!list(&city(0), "").contains("data-find"));
        assert!(list(&city(0), "free=true&lang=en").contains("href=\"/?lang=en\""));
    }

    #[test]
    fn each_topic_is_taken_away_by_itself() {
        let list = list(&city(1), "topics=advice,language&free=true");
        assert!(list.contains("href=\"/?topics=language&amp;free=true\""));
        assert!(list.contains("href=\"/?topics=advice&amp;free=true\""));
        assert!(list.contains("href=\"/?topics=advice,language\""));
    }
}

//! The filters that are on.

use maud::{Markup, html};

use super::kind_name;
use crate::pages::frame::icon;
use crate::pages::messages::Language;
use crate::pages::need::name;
use crate::pages::question::{FROM, Question};
use crate::snapshot::Snapshot;

/// The filters that are on, each a link to the same question without it.
pub(super) fn render(snapshot: &Snapshot, question: &Question) -> Markup {
    let chosen = chosen_filters(snapshot, question);
    let language = question.language;
    html! {
        @if !chosen.is_empty() {
            ul.filters role="list" aria-label=(language.text("results-filters")) {
                @for (label, href) in &chosen {
                    li {
                        a data-find href=(href) aria-label=(language.text_with("results-remove", [("filter", label.as_str().into())])) {
                            (label) (icon("ui-close"))
                        }
                    }
                }
            }
        }
    }
}

fn chosen_filters(snapshot: &Snapshot, question: &Question) -> Vec<(String, String)> {
    let language = question.language;
    let without = |names: &'static [&'static str]| {
        question.address("/", |name, value| {
            (!names.contains(&name)).then(|| value.to_owned())
        })
    };
    let mut chosen = Vec::new();
    let filter = &question.filter;
    let mut push = |is_on: bool, label: String, names: &'static [&'static str]| {
        if is_on {
            chosen.push((label, without(names)));
        }
    };
    match &question.start {
        Some(start) => push(true, start.chosen(language), &FROM),
        None => push(
            question.near.is_some(),
            language.text("near-active"),
            &["lon", "lat"],
        ),
    }
    push(
        question.bbox.is_some(),
        language.text("bbox-active"),
        &["bbox"],
    );
    if let Some(text) = &filter.text {
        push(true, format!("„{text}“"), &["q"]);
    }
    if let Some(id) = &filter.district {
        let name = snapshot
            .district(id)
            .map_or(id.as_str(), |district| &district.name);
        push(true, name.to_owned(), &["district"]);
    }
    for kind in &filter.kinds {
        push(true, kind_name(language, *kind), &["kind"]);
    }
    push(filter.free, language.text("finder-free"), &["free"]);
    push(
        filter.no_consumption,
        language.text("finder-no-consumption"),
        &["no_consumption"],
    );
    if let Some(class) = filter.class {
        push(true, language.text(&format!("cls-{class}")), &["cls"]);
    }
    if let Some(wc) = question.value("wc") {
        push(true, language.text(&format!("finder-wc-{wc}")), &["wc"]);
    }
    for time in listed(question, "open_at") {
        chosen.push((
            open_time(language, time),
            without_one(question, "open_at", time),
        ));
    }
    for need in &question.needs {
        chosen.push((
            name(language, *need),
            without_one(question, "need", need.as_str()),
        ));
    }
    if question.only_usable {
        let without = question.address("/", |name, value| {
            (name != "usable").then(|| value.to_owned())
        });
        chosen.push((language.text("finder-usable"), without));
    }
    for (list, message) in [
        ("usable_for", "chosen-usable"),
        ("fully_usable_for", "chosen-fully-usable"),
    ] {
        for need in listed(question, list) {
            let said = need.parse().map(|need| name(language, need));
            let said = said.unwrap_or_else(|_| need.to_owned());
            chosen.push((
                language.text_with(message, [("need", said.into())]),
                without_one(question, list, need),
            ));
        }
    }
    for topic in listed(question, "topics") {
        chosen.push((
            language.text(&format!("topic-{topic}")),
            without_one(question, "topics", topic),
        ));
    }
    chosen
}

/// The members of a filter that is a list, each once.
fn listed<'a>(question: &'a Question, name: &str) -> Vec<&'a str> {
    let mut members: Vec<&str> = Vec::new();
    for member in question.value(name).unwrap_or_default().split(',') {
        let member = member.trim();
        if !member.is_empty() && !members.contains(&member) {
            members.push(member);
        }
    }
    members
}

fn open_time(language: Language, time: &str) -> String {
    if ["now", "evening", "sunday"].contains(&time) {
        return language.text(&format!("finder-{time}"));
    }
    let moment = time.replace('T', " ");
    language.text_with("chosen-open-at", [("moment", moment.into())])
}

/// The same question without one member of a list.
fn without_one(question: &Question, list: &str, member: &str) -> String {
    question.address("/", |name, value| {
        if name != list {
            return Some(value.to_owned());
        }
        let kept: Vec<_> = value
            .split(',')
            .filter(|own| own.trim() != member)
            .collect();
        (!kept.is_empty()).then(|| kept.join(","))
    })
}

//! The filters that are on.

use maud::{Markup, html};

use super::kind_name;
use crate::domain::Topic;
use crate::pages::frame::icon;
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
    match question.value("open_at") {
        None => {}
        Some("now") => push(true, language.text("finder-now"), &["open_at"]),
        Some(moment) => {
            let moment = moment.replace('T', " ");
            let label = language.text_with("chosen-open-at", [("moment", moment.into())]);
            push(true, label, &["open_at"]);
        }
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
    for topic in filter.topics.iter() {
        chosen.push((
            language.text(&format!("topic-{topic}")),
            without_topic(question, topic),
        ));
    }
    chosen
}

fn without_topic(question: &Question, topic: Topic) -> String {
    question.address("/", |name, value| {
        if name != "topics" {
            return Some(value.to_owned());
        }
        let kept: Vec<_> = value
            .split(',')
            .filter(|own| own.trim() != topic.as_str())
            .collect();
        (!kept.is_empty()).then(|| kept.join(","))
    })
}

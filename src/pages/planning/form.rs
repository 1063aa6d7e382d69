//! The question form of the planner's page: it asks for the same page and needs no script.

use maud::{Markup, html};

use super::asked::{Asked, DAYS};
use crate::domain::{Class, Need, Topic};
use crate::pages::form::select;
use crate::pages::messages::Language;
use crate::query::LONGEST_MIN;
use crate::snapshot::CoverageQuestion;
use crate::walk::Profile;

/// The form, filled with what was asked; `path` is the page it asks for.
pub(super) fn render(asked: &Asked, question: &CoverageQuestion, path: &str) -> Markup {
    let language = asked.language;
    let other_language = (language != Language::default()).then(|| language.tag());
    html! {
        form #plan-question.plan-form role="search" aria-label=(language.text("planning-ask")) action=(path) method="get" {
            (who(language, question))
            (what(asked, question))
            (when(asked))
            (topics(asked))
            (usable_for(asked))
            @for name in ["kind", "free", "no_consumption", "fully_usable_for"] {
                @if !asked.value(name).is_empty() { input type="hidden" name=(name) value=(asked.value(name)); }
            }
            input type="hidden" name="date" value=(asked.value("date"));
            input type="hidden" name="lang" value=(other_language.unwrap_or_default());
            div.plan-submit {
                button.button type="submit" { (language.text("planning-submit")) }
                p #plan-state.hint role="status" {}
            }
        }
    }
}

fn who(language: Language, question: &CoverageQuestion) -> Markup {
    let profiles = Profile::ALL.iter();
    let profiles: Vec<_> = profiles
        .map(|own| (own.as_str(), language.text(&format!("walker-{own}"))))
        .collect();
    html! {
        div.field {
            label for="profile" { (language.text("planning-profile")) }
            select #profile name="profile" {
                @for (value, text) in &profiles {
                    option value=(value) selected[*value == question.profile.as_str()] { (text) }
                }
            }
        }
        div.field {
            label for="minutes" { (language.text("planning-minutes")) }
            input #minutes type="number" name="minutes" min="1" max=(LONGEST_MIN) inputmode="numeric" value=(question.minutes);
        }
    }
}

fn what(asked: &Asked, question: &CoverageQuestion) -> Markup {
    let language = asked.language;
    let classes = [Class::Room, Class::Outdoor];
    let classes = classes.map(|own| (own.as_str(), language.text(&format!("cls-{own}"))));
    let chosen = asked.value("cls");
    html! {
        (select(language, "cls", "finder-cls", "finder-cls-any", &classes, chosen))
        label.chip {
            input type="checkbox" name="counted" value="true" checked[question.only_counted];
            span { (language.text("planning-counted-only")) }
        }
    }
}

/// A day and an hour. With script a slider goes through all hours of the week.
fn when(asked: &Asked) -> Markup {
    let language = asked.language;
    let days = DAYS.map(|own| (own, language.text(&format!("weekday-{own}"))));
    let hours: Vec<_> = (0..24)
        .map(|hour| (hour.to_string(), format!("{hour}:30")))
        .collect();
    let hours: Vec<_> = hours
        .iter()
        .map(|(value, text)| (value.as_str(), text))
        .collect();
    let day = asked.hour.map_or("", |hour| DAYS[usize::from(hour / 24)]);
    let hour = asked.hour.map(|hour| (hour % 24).to_string());
    html! {
        fieldset.when {
            legend { (language.text("planning-when")) }
            div.pair {
                (select(language, "day", "planning-day", "planning-any-time", &days, day))
                (select(language, "hour", "planning-hour", "planning-any-time", &hours, hour.as_deref().unwrap_or_default()))
            }
            div #week-slider data-hour=[asked.hour] {}
        }
    }
}

fn topics(asked: &Asked) -> Markup {
    let language = asked.language;
    let ticked: Vec<_> = asked.value("topics").split(',').map(str::trim).collect();
    html! {
        details open[!asked.value("topics").is_empty()] {
            summary { (language.text("finder-topics")) }
            div.chips {
                @for topic in Topic::ALL {
                    label.chip {
                        input type="checkbox" name="topics" value=(topic) checked[ticked.contains(&topic.as_str())];
                        span { (language.text(&format!("topic-{topic}"))) }
                    }
                }
            }
        }
    }
}

/// Only places that an audit found usable. What nobody has checked counts for nobody then, and that is said.
fn usable_for(asked: &Asked) -> Markup {
    let language = asked.language;
    let chosen = asked.value("usable_for");
    let ticked: Vec<_> = chosen.split(',').map(str::trim).collect();
    html! {
        details open[!chosen.is_empty()] {
            summary { (language.text("planning-usable-for")) }
            p.hint { (language.text("planning-usable-for-hint")) }
            div.chips {
                @for need in Need::ALL {
                    label.chip {
                        input type="checkbox" name="usable_for" value=(need) checked[ticked.contains(&need.as_str())];
                        span { (language.text(&format!("need-{need}"))) }
                    }
                }
            }
        }
    }
}

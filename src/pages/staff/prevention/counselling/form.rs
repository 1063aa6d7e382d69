//! The form of a line of help.

use maud::{Markup, html};

use super::super::Desk;
use super::typed::Typed;
use super::{PATH, address};
use crate::domain::counselling::{HelpLineId, HelpNeed, Tongue};
use crate::domain::place::Version;
use crate::pages::form::{kept_beside, select};

/// What stands in the form of a line.
pub(super) struct LineForm<'a> {
    pub(super) desk: &'a Desk,
    pub(super) typed: &'a Typed,
    /// What is kept; none of one that is not there yet.
    pub(super) kept: Option<&'a Typed>,
}

/// How a field is filled in.
#[derive(Clone, Copy)]
enum Sort {
    Text,
    Phone,
    Number,
    Web,
    Email,
    Day,
}

impl LineForm<'_> {
    fn text(&self, key: &str) -> String {
        self.desk.text(key)
    }

    /// For one that is not there yet.
    pub(super) fn new_one(&self, id: HelpLineId) -> Markup {
        html! {
            form.entry action=(self.desk.link(PATH)) method="post" {
                input type="hidden" name="id" value=(id);
                (self.fields())
                p.buttons { button.button type="submit" { (self.text("staff-counsel-save")) } }
            }
        }
    }

    /// For one that is there, with the way to show it no more; without a version it is not shown.
    pub(super) fn known(&self, id: HelpLineId, version: Option<Version>) -> Markup {
        let action = self.desk.link(&address(id));
        let version = version.map_or_else(String::new, |own| own.to_string());
        let save = if version.is_empty() {
            "staff-counsel-show-again"
        } else {
            "staff-counsel-save"
        };
        html! {
            form.entry action=(action) method="post" {
                input type="hidden" name="seen" value=(version);
                (self.fields())
                p.buttons { button.button type="submit" name="do" value="save" { (self.text(save)) } }
            }
            @if !version.is_empty() {
                form.buttons action=(action) method="post" {
                    input type="hidden" name="seen" value=(version);
                    button.button.secondary type="submit" name="do" value="withdraw" { (self.text("staff-counsel-withdraw")) }
                }
            }
        }
    }

    fn fields(&self) -> Markup {
        html! {
            (self.faults())
            (self.field("name", Sort::Text))
            (self.choices("needs", "staff-counsel-needs", HelpNeed::ALL.iter().map(|own| (own.to_string(), format!("counsel-need-{own}"))), &self.typed.needs, |own| &own.needs))
            fieldset {
                legend { (self.text("staff-counsel-reach")) }
                (self.field("phone", Sort::Phone))
                (self.field("hours", Sort::Text))
                (self.fact("free"))
                (self.fact("anonymous"))
                (self.field("web", Sort::Web))
                (self.field("chat", Sort::Web))
                (self.field("email", Sort::Email))
            }
            (self.choices("languages", "staff-counsel-languages", Tongue::ALL.iter().map(|own| (own.to_string(), format!("language-{own}"))), &self.typed.languages, |own| &own.languages))
            div.field {
                label { input type="checkbox" name="languages_complete" value="yes" checked[self.typed.is_complete]; " " (self.text("staff-counsel-complete")) }
                p.hint { (self.text("staff-counsel-complete-hint")) }
            }
            (self.field("foreign_languages", Sort::Number))
            (self.fact("sign_language"))
            (self.fact("easy_language"))
            fieldset {
                legend { (self.text("staff-counsel-room")) }
                (self.fact("step_free"))
                (self.fact("wide_doors"))
                (self.fact("wheelchair_toilet"))
            }
            fieldset {
                legend { (self.text("staff-counsel-address")) }
                p.hint { (self.text("staff-counsel-address-hint")) }
                (self.field("postal", Sort::Text))
                (self.field("consent_by", Sort::Text))
                (self.field("consent_on", Sort::Day))
            }
            (self.field("remark", Sort::Text))
            (self.field("source", Sort::Text))
            (self.field("checked_on", Sort::Day))
            (self.field("checked_by", Sort::Text))
        }
    }

    fn faults(&self) -> Markup {
        html! {
            @if !self.typed.faults.is_empty() {
                div.notice role="alert" {
                    @for fault in &self.typed.faults { p { (self.text(fault)) } }
                }
            }
        }
    }

    fn field(&self, name: &'static str, sort: Sort) -> Markup {
        let label = format!("staff-counsel-field-{}", name.replace('_', "-"));
        let (kind, mode) = match sort {
            Sort::Text => ("text", None),
            Sort::Phone => ("text", Some("tel")),
            Sort::Number => ("text", Some("numeric")),
            Sort::Web => ("text", Some("url")),
            Sort::Email => ("text", Some("email")),
            Sort::Day => ("date", None),
        };
        let is_needed = matches!(name, "name" | "source");
        html! {
            div.field {
                label for=(name) { (self.text(&label)) }
                input id=(name) type=(kind) name=(name) value=(self.typed.value(name)) inputmode=[mode] autocomplete="off" required[is_needed];
                (self.kept_beside(name, |own| own.value(name).to_owned()))
            }
        }
    }

    fn fact(&self, name: &'static str) -> Markup {
        let label = format!("staff-counsel-field-{}", name.replace('_', "-"));
        let choices = ["yes", "no"].map(|own| (own, self.text(&format!("fact-{own}"))));
        let (language, typed) = (self.desk.language, self.typed.value(name));
        html! {
            (select(language, name, &label, "fact-unknown", &choices, typed))
            (self.kept_beside(name, |own| match own.value(name) {
                "" => self.text("fact-unknown"),
                fact => self.text(&format!("fact-{fact}")),
            }))
        }
    }

    /// Some of many, each a box to tick: value and label.
    fn choices(
        &self,
        name: &'static str,
        legend: &str,
        all: impl Iterator<Item = (String, String)>,
        chosen: &[String],
        own: fn(&Typed) -> &Vec<String>,
    ) -> Markup {
        let all: Vec<_> = all.map(|(value, key)| (value, self.text(&key))).collect();
        let words = |typed: &Typed| {
            let chosen = all.iter().filter(|(value, _)| own(typed).contains(value));
            let chosen: Vec<_> = chosen.map(|(_, label)| label.as_str()).collect();
            chosen.join(", ")
        };
        html! {
            fieldset {
                legend { (self.text(legend)) }
                div.chips {
                    @for (value, label) in &all {
                        label.chip { input type="checkbox" name=(name) value=(value) checked[chosen.contains(value)]; " " (label) }
                    }
                }
                (self.kept_beside(name, words))
            }
        }
    }

    /// What is kept, beside a field in which something else was typed: nobody overwrites what they have not seen.
    fn kept_beside(&self, name: &str, said: impl Fn(&Typed) -> String) -> Markup {
        let kept = self.kept.map(&said);
        let kept = kept.filter(|kept| *kept != said(self.typed));
        html! { @if let Some(kept) = kept { (kept_beside(self.desk.language, name, &kept)) } }
    }
}

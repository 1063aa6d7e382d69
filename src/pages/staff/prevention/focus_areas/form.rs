//! The form of a focus area.

use maud::{Markup, html};

use super::super::Desk;
use super::typed::{Typed, TypedMeasure};
use super::{PATH, address};
use crate::domain::place::Version;
use crate::domain::prevention::{FocusAreaId, Stage};
use crate::pages::form::{kept_beside, select};

/// So many measures more than there are can be typed at a time.
const BLANK_MEASURES: usize = 3;

/// What stands in the form of a focus area.
pub(super) struct AreaForm<'a> {
    pub(super) desk: &'a Desk,
    pub(super) typed: &'a Typed,
    /// What is kept; none of one that is not there yet.
    pub(super) kept: Option<&'a Typed>,
}

impl AreaForm<'_> {
    fn text(&self, key: &str) -> String {
        self.desk.text(key)
    }

    /// For one that is not there yet.
    pub(super) fn new_one(&self, id: FocusAreaId) -> Markup {
        html! {
            form.entry action=(self.desk.link(PATH)) method="post" {
                input type="hidden" name="id" value=(id);
                (self.fields())
                p.buttons { button.button type="submit" { (self.text("staff-focus-save")) } }
            }
        }
    }

    /// For one that is there, with the way to take it away.
    pub(super) fn known(&self, id: FocusAreaId, version: Version) -> Markup {
        let action = self.desk.link(&address(id));
        html! {
            form.entry action=(action) method="post" {
                input type="hidden" name="seen" value=(version);
                (self.fields())
                p.buttons { button.button type="submit" name="do" value="save" { (self.text("staff-focus-save")) } }
            }
            form.buttons action=(action) method="post" {
                input type="hidden" name="seen" value=(version);
                button.button.secondary type="submit" name="do" value="remove" { (self.text("staff-focus-remove")) }
            }
        }
    }

    fn fields(&self) -> Markup {
        let districts = self.desk.snapshot.districts().iter();
        let districts: Vec<_> = districts
            .map(|own| (own.id.as_str(), own.name.as_str()))
            .collect();
        html! {
            @if !self.typed.faults.is_empty() {
                div.notice role="alert" { @for fault in &self.typed.faults { p { (self.text(fault)) } } }
            }
            (self.field("title", "text"))
            (self.field("about", "text"))
            (self.choice("district", "prevention-whole-city", &districts))
            (self.field("zone", "text"))
            (self.field("since", "date"))
            (self.choice("state", "staff-focus-choose", &self.stages()))
            (self.field("office", "text"))
            p.hint { (self.text("staff-focus-office-hint")) }
            (self.measures())
        }
    }

    fn stages(&self) -> Vec<(&'static str, String)> {
        let all = Stage::ALL.iter();
        all.map(|own| (own.as_str(), self.text(&format!("prevention-state-{own}"))))
            .collect()
    }

    fn field(&self, name: &str, kind: &str) -> Markup {
        html! {
            div.field {
                label for=(name) { (self.text(&format!("staff-focus-field-{name}"))) }
                input id=(name) type=(kind) name=(name) value=(self.typed.value(name)) autocomplete="off" required[name != "zone"];
                (self.kept_beside(name, |own| own.value(name).to_owned()))
            }
        }
    }

    fn choice(&self, name: &str, any: &str, choices: &[(&str, impl AsRef<str>)]) -> Markup {
        let label = format!("staff-focus-field-{name}");
        let (language, typed) = (self.desk.language, self.typed.value(name));
        html! {
            (select(language, name, &label, any, choices, typed))
            (self.kept_beside(name, |own| own.value(name).to_owned()))
        }
    }

    /// What is done: a group for each, and some without anything in them. One whose text is taken out goes.
    fn measures(&self) -> Markup {
        let blank = TypedMeasure::default();
        let blanks = std::iter::repeat_n(&blank, BLANK_MEASURES);
        let all = self.typed.measures.iter().chain(blanks);
        let told = |own: &Typed| {
            let lines = own.measures.iter().map(|own| own.0.join(", "));
            lines.collect::<Vec<_>>().join("; ")
        };
        html! {
            @for (number, own) in all.enumerate() {
                fieldset {
                    legend { (self.desk.language.text_with("staff-focus-measure", [("number", (number + 1).into())])) }
                    (self.measure(number, own))
                }
            }
            p.hint { (self.text("staff-focus-measures-hint")) }
            (self.kept_beside("measures", told))
        }
    }

    fn measure(&self, number: usize, own: &TypedMeasure) -> Markup {
        let [what, state, on, result] = &own.0;
        let field = |name: &str, kind: &str, value: &str| {
            let id = format!("{name}-{number}");
            let label = format!("staff-focus-field-{}", name.replace('_', "-"));
            html! {
                div.field {
                    label for=(id) { (self.text(&label)) }
                    input id=(id) type=(kind) name=(name) value=(value) autocomplete="off";
                }
            }
        };
        let id = format!("measure_state-{number}");
        html! {
            (field("what", "text", what))
            div.field {
                label for=(id) { (self.text("staff-focus-field-measure-state")) }
                select id=(id) name="measure_state" {
                    @for (value, text) in self.stages() { option value=(value) selected[value == state] { (text) } }
                }
            }
            (field("measure_on", "date", on))
            (field("result", "text", result))
        }
    }

    /// What is kept, beside a field in which something else was typed: nobody overwrites what they have not seen.
    fn kept_beside(&self, name: &str, said: impl Fn(&Typed) -> String) -> Markup {
        let kept = self.kept.map(&said);
        let kept = kept.filter(|kept| *kept != said(self.typed));
        html! { @if let Some(kept) = kept { (kept_beside(self.desk.language, name, &kept)) } }
    }
}

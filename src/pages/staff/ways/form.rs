//! The form of a measurement.

use maud::{Markup, html};

use super::super::Desk;
use super::typed::Typed;
use super::{PATH, address};
use crate::domain::measured_way::{Evenness, MeasuredWayId, Pavement, WaySort};
use crate::domain::place::Version;
use crate::pages::form::{kept_beside, select};
use crate::pages::frame;

/// A measurement and what stands in its form.
pub(super) struct WayForm<'a> {
    pub(super) desk: &'a Desk,
    pub(super) id: MeasuredWayId,
    pub(super) typed: &'a Typed,
    /// What is kept; none of one that is not there yet.
    pub(super) kept: Option<&'a Typed>,
}

impl WayForm<'_> {
    /// For one that is not there yet.
    pub(super) fn new_one(&self) -> Markup {
        let text = |key| self.desk.text(key);
        html! {
            form.entry action=(self.desk.link(PATH)) method="post" {
                input type="hidden" name="id" value=(self.id);
                (self.fields())
                p.buttons { button.button type="submit" { (text("staff-way-save")) } }
            }
        }
    }

    /// For one that is there, with the way to withdraw it.
    pub(super) fn known(&self, version: Version) -> Markup {
        let text = |key| self.desk.text(key);
        let action = self.desk.link(&address(self.id));
        html! {
            form.entry action=(action) method="post" {
                input type="hidden" name="seen" value=(version);
                (self.fields())
                p.buttons { button.button type="submit" name="do" value="save" { (text("staff-way-save")) } }
            }
            form.buttons action=(action) method="post" {
                input type="hidden" name="seen" value=(version);
                button.button.secondary type="submit" name="do" value="withdraw" { (text("staff-way-withdraw")) }
            }
        }
    }

    fn fields(&self) -> Markup {
        let (desk, typed) = (self.desk, self.typed);
        let today = desk.today().to_string();
        let day = Some(&typed.measured_on).filter(|day| !day.is_empty());
        html! {
            @if let Some(wrong) = &typed.wrong { p.notice role="alert" { (desk.text(wrong)) } }
            (self.spot())
            (self.choice("sort", "staff-way-sort", "staff-way-choose", WaySort::ALL, WaySort::as_str, |own| &own.sort))
            fieldset {
                legend { (desk.text("staff-way-readings")) }
                (self.number("kerb_cm", "staff-way-kerb", "staff-way-kerb-hint", |own| &own.kerb_cm))
                (self.number("width_cm", "staff-way-width", "staff-way-width-hint", |own| &own.width_cm))
                (self.number("incline_percent", "staff-way-incline", "staff-way-incline-hint", |own| &own.incline_percent))
                (self.choice("surface", "staff-way-surface", "staff-way-unknown", Pavement::ALL, Pavement::as_str, |own| &own.surface))
                (self.choice("smoothness", "staff-way-smoothness", "staff-way-unknown", Evenness::ALL, Evenness::as_str, |own| &own.smoothness))
                (self.number("steps", "staff-way-steps", "staff-way-steps-hint", |own| &own.steps))
                (self.choice("handrail", "staff-way-handrail", "staff-way-unknown", &["yes", "no"], |own| own, |own| &own.handrail))
            }
            div.field {
                label for="measured_on" { (desk.text("staff-way-day")) }
                input #measured_on type="date" name="measured_on" value=(day.unwrap_or(&today)) max=(today) required;
                (self.kept_beside("measured_on", |own| &own.measured_on, str::to_owned))
            }
            div.field {
                label { input type="checkbox" name="estimated" value="yes" checked[typed.is_estimated]; " " (desk.text("staff-way-estimated")) }
                p.hint { (desk.text("staff-way-estimated-hint")) }
                @if let Some(kept) = self.kept.filter(|own| own.is_estimated != typed.is_estimated) {
                    (kept_beside(desk.language, "estimated", &desk.text(if kept.is_estimated { "fact-yes" } else { "fact-no" })))
                }
            }
        }
    }

    /// Degrees, as a telephone tells them; with script a map fills them in.
    fn spot(&self) -> Markup {
        let (desk, typed) = (self.desk, self.typed);
        let bounds = frame::bounds(&desk.snapshot);
        let start = typed.location();
        let start = start.map(|at| format!("{:.5},{:.5}", at.lon(), at.lat()));
        let degrees = |name: &str, label: &str, own: fn(&Typed) -> &String| {
            html! {
                div.field {
                    label for=(name) { (desk.text(label)) }
                    input id=(name) type="text" name=(name) value=(own(typed)) inputmode="decimal" autocomplete="off" required aria-describedby="spot-hint";
                    (self.kept_beside(name, own, str::to_owned))
                }
            }
        };
        html! {
            fieldset {
                legend { (desk.text("staff-way-spot")) }
                p.hint #spot-hint { (desk.text("staff-way-spot-hint")) }
                div #spot data-bounds=[bounds] data-start=[start] data-style=[frame::map_style(&desk.snapshot)] {
                    (degrees("lat", "staff-way-lat", |own| &own.lat))
                    (degrees("lon", "staff-way-lon", |own| &own.lon))
                }
            }
        }
    }

    /// What is kept, beside a field in which something else was typed: nobody overwrites what they have not seen.
    fn kept_beside(
        &self,
        name: &str,
        own: fn(&Typed) -> &String,
        said: impl Fn(&str) -> String,
    ) -> Markup {
        let plain = |text: &str| text.replace(',', ".");
        let typed = plain(own(self.typed));
        let kept = self.kept.map(own).filter(|kept| plain(kept) != typed);
        html! { @if let Some(kept) = kept { (kept_beside(self.desk.language, name, &said(kept))) } }
    }

    fn number(&self, name: &str, label: &str, hint: &str, own: fn(&Typed) -> &String) -> Markup {
        let hint_id = format!("{name}-hint");
        html! {
            div.field {
                label for=(name) { (self.desk.text(label)) }
                p.hint id=(hint_id) { (self.desk.text(hint)) }
                input id=(name) type="text" name=(name) value=(own(self.typed)) inputmode="decimal" autocomplete="off" aria-describedby=(hint_id);
                (self.kept_beside(name, own, str::to_owned))
            }
        }
    }

    fn choice<T: Copy>(
        &self,
        name: &str,
        label: &str,
        any: &str,
        all: &[T],
        value: fn(T) -> &'static str,
        own: fn(&Typed) -> &String,
    ) -> Markup {
        let text = |own: T| self.desk.text(&format!("staff-way-{name}-{}", value(own)));
        let choices: Vec<_> = all.iter().map(|own| (value(*own), text(*own))).collect();
        let named = |kept: &str| {
            let found = choices.iter().find(|(value, _)| *value == kept);
            found.map_or_else(String::new, |(_, text)| text.clone())
        };
        html! {
            (select(self.desk.language, name, label, any, &choices, own(self.typed)))
            (self.kept_beside(name, own, named))
        }
    }
}

/// The keys of all choices.
#[cfg(test)]
pub(in crate::pages::staff) fn words() -> Vec<String> {
    fn of<T: Copy>(name: &str, all: &[T], value: fn(T) -> &'static str) -> Vec<String> {
        let keys = all.iter();
        keys.map(|own| format!("staff-way-{name}-{}", value(*own)))
            .collect()
    }
    let sure = ["barred", "possible", "likely", "proven"];
    [
        of("sort", WaySort::ALL, WaySort::as_str),
        of("surface", Pavement::ALL, Pavement::as_str),
        of("smoothness", Evenness::ALL, Evenness::as_str),
        of("handrail", &["yes", "no"], |own| own),
        of("sure", &sure, |own| own),
    ]
    .concat()
}

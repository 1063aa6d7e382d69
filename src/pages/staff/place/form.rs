//! The form for a place.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::{Markup, html};

use super::fields::{self, Field, GROUPS, Input, REMARKS};
use super::typed::{Meanwhile, Typed};
use crate::domain::hours::Hours;
use crate::domain::place::Version;
use crate::domain::suggestion::SuggestionId;
use crate::domain::{Amenity, Catalogue, Class, Fact};
use crate::pages::frame;
use crate::pages::messages::Language;
use crate::pages::place::hours::week;
use crate::pages::staff::Desk;
use crate::snapshot::Snapshot;

/// The form, fresh or come back.
pub(super) struct Form<'a> {
    pub(super) desk: &'a Desk,
    /// Where it is sent to.
    pub(super) action: String,
    /// What stands in its fields.
    pub(super) typed: &'a Typed,
    /// The state of the place that it stands on; none for a new place.
    pub(super) seen: Option<&'a (Version, Typed)>,
    /// What is wrong, by column: the sentence.
    pub(super) faults: &'a BTreeMap<&'static str, String>,
    /// What somebody else has changed meanwhile.
    pub(super) meanwhile: &'a [Meanwhile],
    /// Whether the box is ticked that says that everything was checked.
    pub(super) is_confirmed: bool,
    /// The suggestion that is accepted when the form is saved.
    pub(super) suggestion: Option<SuggestionId>,
}

/// What a field is called; amenities have their names already.
pub(in crate::pages::staff) fn label(language: Language, column: &str) -> String {
    let is_amenity = column.parse::<Amenity>().is_ok();
    let key = if is_amenity {
        format!("amenity-{column}")
    } else {
        format!("staff-place-{}", column.replace('_', "-"))
    };
    language.text(&key)
}

/// Whether a column has a field, and so a name in words.
pub(super) fn has_label(column: &str) -> bool {
    fields::all().any(|(own, _)| own == column)
}

/// What a column with names may be set to, each with its words; the empty name says that it is not known.
pub(in crate::pages::staff) fn options(
    language: Language,
    column: &str,
) -> Vec<(&'static str, String)> {
    let input = fields::all().find(|(own, _)| *own == column);
    let (family, names) = match input {
        Some((_, Input::OneOf(family, names))) => (family, names()),
        Some((_, Input::Fact)) => ("fact", facts()),
        _ => return Vec::new(),
    };
    let said = names
        .into_iter()
        .map(|name| (name, language.text(&message(family, name))));
    said.chain([("", language.text("fact-unknown"))]).collect()
}

/// The message for one name of a family.
fn message(family: &str, name: &str) -> String {
    match (family, name) {
        // To residents it is said with its ages.
        ("audience", "age") => "staff-audience-age".to_owned(),
        _ => format!("{family}-{name}"),
    }
}

/// What a text with opening hours means, in the week from today.
pub(in crate::pages::staff) fn preview(
    language: Language,
    snapshot: &Snapshot,
    text: &str,
    today: chrono::NaiveDate,
) -> Markup {
    let text = text.trim();
    if text.is_empty() {
        return html! { p.hint { (language.text("staff-hours-none")) } };
    }
    let hours = Hours::parse(text, &Arc::new(snapshot.calendar().clone()));
    html! {
        @if hours.is_understood() {
            (week(language, &hours, today))
        } @else {
            p.notice { (language.text("staff-hours-unclear")) }
        }
    }
}

impl Form<'_> {
    fn text(&self, key: &str) -> String {
        self.desk.language.text(key)
    }

    /// The form with what has to be said about it.
    pub(super) fn render(&self) -> Markup {
        html! {
            (self.faults())
            (self.meanwhile())
            form.entry.place-entry #place-form action=(self.action) method="post" novalidate {
                @if let Some((version, base)) = self.seen {
                    input type="hidden" name="version" value=(version);
                    input type="hidden" name="base" value=(base.written());
                }
                @if let Some(id) = self.suggestion { input type="hidden" name="suggestion" value=(id); }
                // Enter in a line saves and does not look at the hours.
                button.visually-hidden type="submit" name="do" value="save" tabindex="-1" aria-hidden="true" {}
                @for (heading, fields) in GROUPS {
                    section {
                        h2 { (self.text(heading)) }
                        @if heading == "staff-place-group-where" { (self.map()) }
                        @for field in fields { (self.field(*field)) }
                        @if heading == "staff-place-group-hours" { (self.week()) }
                    }
                }
                section {
                    h2 { (self.text("staff-place-group-amenities")) }
                    div.facts-grid {
                        @for amenity in Amenity::ALL { (self.field((amenity.as_str(), Input::Fact))) }
                    }
                }
                section {
                    h2 { (self.text(REMARKS.0)) }
                    @for field in REMARKS.1 { (self.field(*field)) }
                }
                label.chip {
                    input type="checkbox" name="confirmed" value="yes" checked[self.is_confirmed];
                    span { (self.text("staff-place-confirmed")) }
                }
                p.buttons {
                    button.button type="submit" name="do" value="save" { (self.text("staff-place-save")) }
                }
                div #draft-note {}
            }
        }
    }

    fn faults(&self) -> Markup {
        let language = self.desk.language;
        html! {
            @if !self.faults.is_empty() {
                div.notice role="alert" {
                    p { strong { (self.text("staff-place-faults")) } }
                    ul {
                        @for (column, said) in self.faults {
                            li { a href=(format!("#{column}")) { (label(language, column)) ": " (said) } }
                        }
                    }
                }
            }
        }
    }

    fn meanwhile(&self) -> Markup {
        let language = self.desk.language;
        let shown = |text: &str| match text {
            "" => self.text("staff-empty"),
            text => text.to_owned(),
        };
        html! {
            @if !self.meanwhile.is_empty() {
                div.notice role="alert" {
                    p { strong { (self.text("staff-meanwhile")) } }
                    dl.facts {
                        @for own in self.meanwhile {
                            dt { (label(language, own.column)) }
                            dd {
                                (self.text("staff-meanwhile-before")) ": " (shown(&own.before)) br;
                                (self.text("staff-meanwhile-now")) ": " strong { (shown(&own.now)) }
                                @if let Some(typed) = &own.typed {
                                    br; (self.text("staff-meanwhile-typed")) ": " strong { (shown(typed)) }
                                }
                            }
                        }
                    }
                    p { (self.text("staff-meanwhile-save")) }
                }
            }
        }
    }

    /// Where the map goes that helps to move a place or to draw one.
    fn map(&self) -> Markup {
        let snapshot = &self.desk.snapshot;
        html! {
            p.hint { (self.text("staff-place-where-hint")) }
            div #shape-editor data-bounds=[frame::bounds(snapshot)] data-style=[frame::map_style(snapshot)] {}
        }
    }

    fn week(&self) -> Markup {
        let desk = self.desk;
        let today = desk.snapshot.date_at(desk.city.now());
        html! {
            p.buttons {
                button.button.secondary #hours-look type="submit" name="do" value="look" { (self.text("staff-hours-look")) }
            }
            div #hours-preview aria-live="polite" {
                (preview(desk.language, &desk.snapshot, self.typed.value("opening_hours"), today))
            }
        }
    }

    fn field(&self, (column, input): Field) -> Markup {
        let fault = self.faults.get(column);
        let fault_id = fault.map(|_| format!("{column}-fault"));
        let hint = hint(column);
        let hint_id = hint.map(|_| format!("{column}-hint"));
        let ids: Vec<_> = hint_id
            .iter()
            .chain(&fault_id)
            .map(String::as_str)
            .collect();
        let described = (!ids.is_empty()).then(|| ids.join(" "));
        let invalid = fault.map(|_| "true");
        let is_group = matches!(input, Input::Topics);
        let inner = html! {
            @if let (Some(id), Some(hint)) = (&hint_id, hint) { p.hint id=(id) { (self.text(hint)) } }
            @if let (Some(id), Some(said)) = (&fault_id, fault) { p.fault id=(id) { (said) } }
            (self.input(column, input, described.as_deref(), invalid))
        };
        html! {
            @if is_group {
                fieldset.field id=(column) { legend { (label(self.desk.language, column)) } (inner) }
            } @else {
                div.field data-column=(column) { label for=(column) { (label(self.desk.language, column)) } (inner) }
            }
        }
    }

    fn input(
        &self,
        column: &str,
        input: Input,
        described: Option<&str>,
        invalid: Option<&str>,
    ) -> Markup {
        let value = self.typed.value(column);
        let line = |mode: Option<&str>, kind: &str| {
            html! {
                input id=(column) type=(kind) name=(column) value=(value) inputmode=[mode]
                    aria-describedby=[described] aria-invalid=[invalid] autocomplete="off";
            }
        };
        match input {
            Input::Line | Input::Place => line(None, "text"),
            Input::Number => line(Some("numeric"), "text"),
            Input::Degrees => line(Some("decimal"), "text"),
            Input::Day => line(None, "date"),
            Input::Lines | Input::Shape => html! {
                textarea id=(column) name=(column) rows="3" aria-describedby=[described] aria-invalid=[invalid] { (value) }
            },
            Input::Fact => self.select(column, described, invalid, &facts(), "fact", "unknown"),
            Input::OneOf(family, names) => {
                self.select(column, described, invalid, &names(), family, "")
            }
            Input::Kind => self.kinds(column, described, invalid),
            Input::Topics => self.topics(column),
        }
    }

    /// One of several names, or that it is not known.
    fn select(
        &self,
        column: &str,
        described: Option<&str>,
        invalid: Option<&str>,
        names: &[&'static str],
        family: &str,
        none: &str,
    ) -> Markup {
        let value = self.typed.value(column);
        html! {
            select id=(column) name=(column) aria-describedby=[described] aria-invalid=[invalid] {
                option value=(none) selected[value.is_empty()] { (self.text("fact-unknown")) }
                @for name in names {
                    option value=(name) selected[value == *name] { (self.text(&message(family, name))) }
                }
            }
        }
    }

    fn kinds(&self, column: &str, described: Option<&str>, invalid: Option<&str>) -> Markup {
        let (language, value) = (self.desk.language, self.typed.value(column));
        let of = |class: Class| {
            let kinds = Catalogue::shipped().kinds();
            kinds.filter(move |(_, kind)| kind.cls == class)
        };
        html! {
            select id=(column) name=(column) aria-describedby=[described] aria-invalid=[invalid] {
                option value="" selected[value.is_empty()] { (self.text("staff-place-choose")) }
                @for (class, message) in [(Class::Room, "cls-room"), (Class::Outdoor, "cls-outdoor")] {
                    optgroup label=(self.text(message)) {
                        @for (id, kind) in of(class) {
                            option value=(id) selected[value == id.as_str()] { (language.either(&kind.de, &kind.en)) }
                        }
                    }
                }
            }
        }
    }

    fn topics(&self, column: &str) -> Markup {
        let chosen: Vec<_> = self.typed.value(column).split(';').collect();
        html! {
            div.chips {
                @for topic in fields::topics() {
                    label.chip {
                        input type="checkbox" name=(column) value=(topic) checked[chosen.contains(&topic)];
                        span { (self.text(&format!("topic-{topic}"))) }
                    }
                }
            }
        }
    }
}

fn facts() -> Vec<&'static str> {
    [Fact::Yes, Fact::No].map(Fact::as_str).to_vec()
}

/// What helps to fill in a field.
fn hint(column: &str) -> Option<&'static str> {
    Some(match column {
        "opening_hours" => "staff-hint-hours",
        "languages" => "staff-hint-languages",
        "geometry" => "staff-hint-geometry",
        "relocated_to" => "staff-hint-relocated",
        "valid_from" => "staff-hint-valid-from",
        "valid_to" => "staff-hint-valid-to",
        _ => return None,
    })
}

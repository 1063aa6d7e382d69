//! The form as a page: fields with what was typed, faults at their fields, and thanks.

use axum::http::StatusCode;
use chrono::TimeDelta;
use maud::{Markup, html};

use super::draft::{Draft, Fault, TEXTS, TRAP};
use super::{THANKS, link};
use crate::domain::Fact;
use crate::pages::frame::{self, Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::question::kept;
use crate::pages::results;
use crate::snapshot::{Located, Snapshot};

/// Why a form that was sent comes back.
pub(super) enum Trouble {
    /// Fields have to be mended.
    Faults(Vec<Fault>),
    /// It is no form of ours.
    Unreadable,
    /// It was sent from another site.
    Foreign,
    /// Too many came in this hour.
    Busy(TimeDelta),
    /// Too many wait for a decision.
    Full,
    /// It could not be kept.
    Failed,
}

impl Trouble {
    /// The status of the page that comes back.
    pub(super) const fn status(&self) -> StatusCode {
        match self {
            Self::Faults(_) | Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::Busy(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Full | Self::Failed => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// How long to wait before the same may be sent again.
    pub(super) fn wait(&self) -> Option<TimeDelta> {
        match self {
            Self::Busy(wait) => Some(*wait),
            Self::Full => Some(TimeDelta::days(1)),
            Self::Failed => Some(TimeDelta::minutes(5)),
            Self::Faults(_) | Self::Unreadable | Self::Foreign => None,
        }
    }
}

/// The form, fresh or come back.
pub(super) struct Form<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) language: Language,
    /// The place that something is wrong with.
    pub(super) about: Option<&'a Located>,
    pub(super) draft: &'a Draft,
    pub(super) trouble: Option<Trouble>,
}

impl Form<'_> {
    /// The whole page.
    pub(super) fn page(&self) -> Markup {
        let language = self.language;
        let place = self.about.map(|own| &own.place);
        let title = match place {
            None => language.text("suggest-missing-title"),
            Some(place) => language.text_with(
                "suggest-wrong-title",
                [("name", place.name.as_str().into())],
            ),
        };
        let back = match place {
            None => frame::home(language),
            Some(place) => {
                super::super::place::address(&super::super::place::slug(place), language, &[])
            }
        };
        let intro = if place.is_none() {
            "suggest-intro"
        } else {
            "suggest-intro-wrong"
        };
        let content = html! {
            main #content.text-page.suggest tabindex="-1" {
                nav.crumbs aria-label=(language.text("place-ways")) {
                    a.button.secondary href=(back) { (icon("ui-back")) (language.text("suggest-back")) }
                }
                h1 { (title) }
                (self.trouble())
                p { (language.text(intro)) }
                p { (language.text("suggest-anonymous")) }
                (self.form())
            }
        };
        let translated = |other: Language| link(other, place);
        Page {
            language,
            snapshot: self.snapshot,
            title: Some(title.clone()),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &translated,
            meta: Meta::default(),
            content,
        }
        .render()
    }

    /// What has to be mended, each with a link to its field; or why it cannot be taken now.
    fn trouble(&self) -> Markup {
        let language = self.language;
        let said = match &self.trouble {
            None => return html! {},
            Some(Trouble::Faults(faults)) => {
                return html! {
                    div.notice role="alert" {
                        p { strong { (language.text("suggest-errors")) } }
                        ul {
                            @for fault in faults {
                                li { a href=(format!("#{}", fault.field)) { (self.sentence(fault)) } }
                            }
                        }
                    }
                };
            }
            Some(Trouble::Unreadable) => language.text("suggest-unreadable"),
            Some(Trouble::Foreign) => language.text("suggest-foreign"),
            Some(Trouble::Busy(wait)) => {
                let minutes = (wait.num_seconds() + 59) / 60;
                language.text_with("suggest-busy", [("minutes", minutes.max(1).into())])
            }
            Some(Trouble::Full) => language.text("suggest-full"),
            Some(Trouble::Failed) => language.text("suggest-failed"),
        };
        html! { p.notice role="alert" { (said) } }
    }

    fn sentence(&self, fault: &Fault) -> String {
        self.language
            .text_with(fault.message, [("most", fault.most.into())])
    }

    fn form(&self) -> Markup {
        let language = self.language;
        let place = self.about.map(|own| &own.place);
        let chips = [("gone", "suggest-gone"), ("barriers", "suggest-barriers")];
        html! {
            form.entry action=(link(language, place)) method="post" novalidate {
                @if place.is_some() {
                    div.chips {
                        @for (field, message) in chips {
                            label.chip.gone {
                                input type="checkbox" name=(field) value="yes" checked[self.draft.value(field) == "yes"];
                                span { (language.text(message)) }
                            }
                        }
                    }
                }
                (self.line("name", if place.is_none() { "suggest-name" } else { "suggest-name-right" }, None))
                (self.kinds())
                (self.line("address", "suggest-address", Some("suggest-address-hint")))
                (self.spot())
                (self.area("hours", 2, "suggest-hours", "suggest-hours-hint"))
                (self.fact("free", "suggest-free"))
                (self.fact("consumption", "suggest-consumption"))
                (self.fact("toilets", "suggest-toilets"))
                (self.area("remark", 5, "suggest-remark", "suggest-remark-hint"))
                // Nobody sees it, and who reads the page aloud does not come across it.
                div.unseen {
                    label for=(TRAP) { (language.text("suggest-trap")) }
                    input id=(TRAP) type="text" name=(TRAP) value="" tabindex="-1" autocomplete="off";
                }
                p { button.button type="submit" { (language.text("suggest-send")) } }
            }
        }
    }

    /// What is wrong with a field, where it stands.
    fn fault(&self, field: &str) -> Option<&Fault> {
        match &self.trouble {
            Some(Trouble::Faults(faults)) => faults.iter().find(|fault| fault.field == field),
            _ => None,
        }
    }

    /// The ids of what is said about a field.
    fn described_by(&self, field: &str, has_hint: bool) -> Option<String> {
        let hint = has_hint.then(|| format!("{field}-hint"));
        let fault = self.fault(field).map(|_| format!("{field}-fault"));
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Label, hint and fault around the input of a field.
    fn field(&self, field: &str, label: &str, hint: Option<&str>, input: &Markup) -> Markup {
        html! {
            div.field {
                label for=(field) { (self.language.text(label)) }
                @if let Some(hint) = hint {
                    p.hint id=(format!("{field}-hint")) { (self.language.text(hint)) }
                }
                (input)
                (self.fault_text(field))
            }
        }
    }

    fn fault_text(&self, field: &str) -> Markup {
        html! {
            @if let Some(fault) = self.fault(field) {
                p.fault id=(format!("{field}-fault")) { (icon("state-warning")) (self.sentence(fault)) }
            }
        }
    }

    fn line(&self, field: &str, label: &str, hint: Option<&str>) -> Markup {
        let input = html! {
            input id=(field) type="text" name=(field) value=(self.draft.value(field)) maxlength=[most(field)] autocomplete="off"
                aria-invalid=[self.fault(field).map(|_| "true")] aria-describedby=[self.described_by(field, hint.is_some())];
        };
        self.field(field, label, hint, &input)
    }

    fn area(&self, field: &str, rows: u32, label: &str, hint: &str) -> Markup {
        let input = html! {
            textarea id=(field) name=(field) rows=(rows) maxlength=[most(field)]
                aria-invalid=[self.fault(field).map(|_| "true")] aria-describedby=[self.described_by(field, true)] {
                (self.draft.value(field))
            }
        };
        self.field(field, label, Some(hint), &input)
    }

    fn kinds(&self) -> Markup {
        let language = self.language;
        let kinds = results::kinds_by_name(language);
        let chosen = self.draft.value("kind");
        let input = html! {
            select #kind name="kind" aria-invalid=[self.fault("kind").map(|_| "true")] aria-describedby=[self.described_by("kind", false)] {
                option value="" { (language.text("suggest-unknown")) }
                @for (id, name) in &kinds {
                    option value=(id) selected[*id == chosen] { (name) }
                }
            }
        };
        self.field("kind", "suggest-kind", None, &input)
    }

    /// A spot on the map, which only script can pick; without it what was picked before is kept.
    fn spot(&self) -> Markup {
        let (lon, lat) = (self.draft.value("lon"), self.draft.value("lat"));
        let around = self.about.map(|own| own.place.shape.label());
        let bounds = frame::bounds(self.snapshot);
        let start = around.map(|at| format!("{:.5},{:.5}", at.lon(), at.lat()));
        html! {
            div #spot data-bounds=[bounds] data-start=[start] data-style=[frame::map_style(self.snapshot)] {
                input type="hidden" name="lon" value=(lon);
                input type="hidden" name="lat" value=(lat);
                @if self.draft.spot().is_some() {
                    p.hint { (self.language.text("suggest-map-chosen")) }
                }
            }
        }
    }

    /// Yes, no, or nobody knows.
    fn fact(&self, field: &str, legend: &str) -> Markup {
        let language = self.language;
        let value = self.draft.value(field);
        let is_chosen =
            |fact: Fact| value == fact.as_str() || (value.is_empty() && fact == Fact::Unknown);
        html! {
            fieldset id=(field) aria-describedby=[self.described_by(field, false)] {
                legend { (language.text(legend)) }
                div.chips {
                    @for (fact, label) in [(Fact::Yes, "fact-yes"), (Fact::No, "fact-no"), (Fact::Unknown, "suggest-unknown")] {
                        label.chip {
                            input type="radio" name=(field) value=(fact.as_str()) checked[is_chosen(fact)];
                            span { (language.text(label)) }
                        }
                    }
                }
                (self.fault_text(field))
            }
        }
    }
}

fn most(field: &str) -> Option<usize> {
    let known = TEXTS.iter().find(|(own, _)| *own == field);
    known.map(|(_, most)| *most)
}

/// Thanks, without a number: nobody can ask what became of it.
pub(super) fn thanks(snapshot: &Snapshot, language: Language) -> Markup {
    let content = html! {
        main #content.text-page tabindex="-1" {
            h1 { (language.text("suggest-thanks-title")) }
            p { (language.text("suggest-thanks")) }
            p.crumbs {
                a.button href=(frame::home(language)) { (language.text("problem-home")) }
                a.button.secondary href=(link(language, None)) { (language.text("suggest-again")) }
            }
        }
    };
    Page {
        language,
        snapshot,
        title: Some(language.text("suggest-thanks-title")),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| kept(THANKS, other, &[]),
        meta: Meta::default(),
        content,
    }
    .render()
}

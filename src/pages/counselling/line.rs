//! One line of help: the telephone first, then what is known, and what is not.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use crate::domain::Fact;
use crate::domain::counselling::{HelpLine, Tongue};
use crate::domain::hours::{Hours, Opening};
use crate::domain::note::Note;
use crate::pages::messages::Language;
use crate::pages::place::hours::week;
use crate::pages::wording;
use crate::snapshot::{OfferedLine, Snapshot};

/// How lines are told on one page.
pub(super) struct LineView<'a> {
    pub(super) language: Language,
    /// The language that somebody asked for.
    pub(super) tongue: Option<Tongue>,
    pub(super) snapshot: &'a Snapshot,
    pub(super) now: DateTime<Utc>,
}

impl LineView<'_> {
    fn text(&self, key: &str) -> String {
        self.language.text(key)
    }

    /// What the city wrote is German, whatever the language of the page.
    fn written_in(&self) -> Option<&'static str> {
        (self.language == Language::En).then_some("de")
    }

    pub(super) fn render(&self, own: &OfferedLine) -> Markup {
        let line = &own.line;
        html! {
            article.help-line {
                h3 lang=[self.written_in()] { (line.name.as_str()) }
                p.hint { (self.needs(line)) }
                @if let Some(phone) = &line.phone {
                    p {
                        a.button.call href=(format!("tel:{}", phone.dialled())) {
                            span.visually-hidden { (self.text("counsel-call")) " " }
                            strong { (phone.as_str()) }
                        }
                    }
                }
                (self.hours(own))
                (self.other_ways(line))
                @if let Some(remark) = &line.remark { p lang=[self.written_in()] { (remark.as_str()) } }
                dl.facts {
                    (self.row("counsel-free", &self.fact("counsel-free", line.free)))
                    (self.row("counsel-anonymous", &self.fact("counsel-anonymous", line.anonymous)))
                    (self.row("counsel-languages", &self.languages(line)))
                    (self.row("counsel-sign", &self.fact("fact", line.sign_language)))
                    (self.row("counsel-easy", &self.fact("fact", line.easy_language)))
                }
                (self.address(line))
                (self.source(line))
            }
        }
    }

    fn row(&self, label: &str, said: &str) -> Markup {
        html! { dt { (self.text(label)) } dd { (said) } }
    }

    fn fact(&self, family: &str, fact: Fact) -> String {
        wording::fact(self.language, family, fact)
    }

    fn needs(&self, line: &HelpLine) -> String {
        let needs = line.needs.iter();
        let words: Vec<_> = needs
            .map(|own| self.text(&format!("counsel-need-{own}")))
            .collect();
        words.join(" · ")
    }

    /// When somebody answers; that nobody knows is said too.
    fn hours(&self, own: &OfferedLine) -> Markup {
        if own.line.phone.is_none() {
            return html! {};
        }
        let Some(hours) = own.hours.as_ref().filter(|own| own.is_understood()) else {
            return html! { p.unknown { (self.text("counsel-hours-unknown")) } };
        };
        if hours.raw() == "24/7" {
            return html! { p { strong { (self.text("counsel-hours-always")) } } };
        }
        html! {
            p { strong { (self.state(hours)) } }
            details {
                summary { (self.text("counsel-hours-week")) }
                (week(self.language, hours, self.snapshot.date_at(self.now)))
            }
        }
    }

    fn state(&self, hours: &Hours) -> String {
        let now = self.now.with_timezone(&self.snapshot.settings().timezone);
        let at = |moment| wording::moment(self.language, moment, now).into();
        match hours.state(self.now) {
            Opening::Open { until: None } => self.text("counsel-hours-always"),
            Opening::Open { until: Some(until) } => self
                .language
                .text_with("counsel-hours-until", [("until", at(until))]),
            Opening::Closed { opens: Some(opens) } => self
                .language
                .text_with("counsel-hours-opens", [("at", at(opens))]),
            Opening::Closed { opens: None } => self.text("counsel-hours-closed"),
            Opening::ByAppointment => self.text("hours-appointment"),
            Opening::Unknown => self.text("counsel-hours-unknown"),
        }
    }

    /// Chat, e-mail and their own page.
    fn other_ways(&self, line: &HelpLine) -> Markup {
        let chat = line.chat.as_ref().map(|own| own.as_str().to_owned());
        let email = line
            .email
            .as_ref()
            .map(|own| format!("mailto:{}", own.as_str()));
        let web = line.web.as_ref().map(|own| own.as_str().to_owned());
        let ways = [
            ("counsel-chat", chat),
            ("counsel-email", email),
            ("counsel-web", web),
        ];
        let ways: Vec<_> = ways
            .into_iter()
            .filter_map(|(label, href)| Some((label, href?)))
            .collect();
        html! {
            @if !ways.is_empty() {
                p.ways {
                    @for (label, href) in ways {
                        a href=(href) rel="noreferrer" {
                            (self.text(label)) span.visually-hidden { ": " (line.name.as_str()) }
                        }
                    }
                }
            }
        }
    }

    /// Those that are named, how many the source counts, and whether there may be others.
    fn languages(&self, line: &HelpLine) -> String {
        let named = line.languages.iter();
        let named: Vec<_> = named
            .map(|own| self.text(&format!("language-{own}")))
            .collect();
        let mut said = Vec::new();
        if !named.is_empty() {
            said.push(named.join(", "));
        }
        if let Some(count) = line.foreign_languages {
            let count = [("count", count.into())];
            said.push(self.language.text_with("counsel-languages-count", count));
        }
        let asked = self.tongue.filter(|own| !line.speaks(*own).is_known());
        if let Some(asked) = asked {
            let name = self.text(&format!("language-{asked}"));
            let name = [("language", name.into())];
            said.push(self.language.text_with("counsel-language-unsure", name));
        } else if !line.languages_complete && line.foreign_languages.is_none() {
            said.push(self.text("counsel-languages-open"));
        }
        said.join(". ")
    }

    /// Where one can go, only where that may be published; and who can get in, as far as it is known.
    fn address(&self, line: &HelpLine) -> Markup {
        let facts = line.room.facts();
        let is_known = facts.iter().any(|(_, fact)| fact.is_known());
        html! {
            @if line.address.is_some() || is_known {
                dl.facts {
                    @if let Some(address) = &line.address {
                        dt { (self.text("counsel-address")) }
                        dd {
                            span lang=[self.written_in()] { (address.postal()) }
                            span.hint { " " (self.text("counsel-address-consent")) }
                        }
                    }
                    @for (name, fact) in facts {
                        (self.row(&format!("counsel-room-{}", name.replace('_', "-")), &self.fact("fact", fact)))
                    }
                }
            }
        }
    }

    /// Where it comes from, and whether somebody looked.
    fn source(&self, line: &HelpLine) -> Markup {
        let today = self.snapshot.date_at(self.now);
        let source = [("source", Note::as_str(&line.source).into())];
        html! {
            p.hint {
                @match &line.checked {
                    None => span.badge.stale { (self.text("counsel-unchecked")) },
                    Some(checked) => {
                        (self.language.text_with("counsel-as-of", [("day", wording::date(self.language, checked.on).into())]))
                        @if line.is_to_be_checked(today) { " " span.badge.stale { (self.text("counsel-old")) } }
                    },
                }
                " " (self.language.text_with("counsel-source", source))
            }
        }
    }
}

/// The keys of the messages that are made from names of facts.
#[cfg(test)]
pub(super) fn families() -> impl Iterator<Item = String> {
    let rooms = ["step-free", "wide-doors", "wheelchair-toilet"];
    let rooms = rooms.map(|own| format!("counsel-room-{own}"));
    let said = ["counsel-free-yes", "counsel-free-no"].into_iter();
    let said = said.chain(["counsel-anonymous-yes", "counsel-anonymous-no"]);
    rooms.into_iter().chain(said.map(str::to_owned))
}

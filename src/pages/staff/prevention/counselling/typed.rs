//! What somebody typed into the form of a line of help.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::audit::Office;
use crate::domain::catalogue::REFUGE;
use crate::domain::contact::Email;
use crate::domain::counselling::{
    Consent, HelpLine, HelpNeed, LookedAt, Phone, PublicAddress, RoomAccess, Scope, Tongue,
};
use crate::domain::event::WebAddress;
use crate::domain::note::Note;
use crate::domain::{Fact, Invalid};
use crate::pages::form::Fields;

/// Fields with a text in them, in the order of the form.
const TEXTS: [&str; 14] = [
    "name",
    "phone",
    "hours",
    "foreign_languages",
    "web",
    "chat",
    "email",
    "postal",
    "consent_by",
    "consent_on",
    "remark",
    "source",
    "checked_on",
    "checked_by",
];

/// Fields that say yes, no, or nothing.
pub(super) const FACTS: [&str; 7] = [
    "free",
    "anonymous",
    "sign_language",
    "easy_language",
    "step_free",
    "wide_doors",
    "wheelchair_toilet",
];

#[cfg(test)]
/// Fields with a rule of their own, as messages call them.
const RULES: [&str; 17] = [
    "name",
    "needs",
    "phone",
    "hours",
    "languages",
    "foreign-languages",
    "web",
    "chat",
    "email",
    "address",
    "remark",
    "source",
    "checked",
    "scope",
    "id",
    "fact",
    "language",
];

/// Every field as text.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    values: BTreeMap<&'static str, String>,
    pub(super) needs: Vec<String>,
    pub(super) languages: Vec<String>,
    pub(super) is_complete: bool,
    /// The keys of what is wrong.
    pub(super) faults: Vec<String>,
}

impl Typed {
    /// A field as it was typed.
    pub(super) fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// A form as it came.
    pub(super) fn sent(fields: &Fields) -> Self {
        let names = TEXTS.into_iter().chain(FACTS);
        Self {
            values: names
                .map(|name| (name, fields.value(name).to_owned()))
                .collect(),
            needs: fields.values("needs").to_vec(),
            languages: fields.values("languages").to_vec(),
            is_complete: !fields.value("languages_complete").is_empty(),
            faults: Vec::new(),
        }
    }

    /// A line as the form shows it.
    pub(super) fn of(line: &HelpLine) -> Self {
        let mut own = Self {
            needs: line.needs.iter().map(ToString::to_string).collect(),
            languages: line.languages.iter().map(ToString::to_string).collect(),
            is_complete: line.languages_complete,
            ..Self::default()
        };
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let consent = line.address.as_ref().map(PublicAddress::consent);
        let checked = line.checked.as_ref();
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let count = line.foreign_languages.map(|count| count.to_string());
        let texts = [
            line.name.to_string(),
            text(line.phone.as_ref().map(Phone::as_str)),
            text(line.hours.as_deref()),
            count.unwrap_or_default(),
            text(line.web.as_ref().map(WebAddress::as_str)),
            text(line.chat.as_ref().map(WebAddress::as_str)),
            text(line.email.as_ref().map(Email::as_str)),
            text(line.address.as_ref().map(PublicAddress::postal)),
            text(consent.map(|own| own.by.as_str())),
            day(consent.map(|own| own.on)),
            text(line.remark.as_ref().map(Note::as_str)),
            line.source.to_string(),
            day(checked.map(|own| own.on)),
            text(checked.map(|own| own.by.as_str())),
        ];
        own.values.extend(TEXTS.into_iter().zip(texts));
        let [step_free, wide_doors, toilet] = line.room.facts().map(|(_, fact)| fact);
        let facts = [
            line.free,
            line.anonymous,
            line.sign_language,
            line.easy_language,
            step_free,
            wide_doors,
            toilet,
        ];
        let known = |fact: Fact| if fact.is_known() { fact.as_str() } else { "" };
        let facts = facts.map(|fact| known(fact).to_owned());
        own.values.extend(FACTS.into_iter().zip(facts));
        own
    }

    /// Notes the key of something that is wrong, once.
    pub(super) fn fault(&mut self, key: &str) {
        if !self.faults.iter().any(|own| own == key) {
            self.faults.push(key.to_owned());
        }
    }

    /// Notes rules that are broken.
    pub(super) fn break_rules(&mut self, rules: &[Invalid]) {
        for rule in rules {
            if rule.reason == REFUGE {
                self.fault("staff-rule-refuge");
            } else {
                let field = rule.field.replace('_', "-");
                self.fault(&format!("staff-counsel-rule-{field}"));
            }
        }
    }

    /// The line that it says; none where something is wrong, which is noted.
    pub(super) fn read(&mut self, scope: Scope) -> Option<HelpLine> {
        let name = self.parsed("name", "name");
        let source = self.parsed("source", "source");
        let facts = FACTS.map(|name| self.parsed(name, "fact").unwrap_or(Fact::Unknown));
        let [
            free,
            anonymous,
            sign_language,
            easy_language,
            step_free,
            wide_doors,
            toilet,
        ] = facts;
        let (needs, languages) = (self.needs(), self.languages());
        let line = HelpLine {
            name: self.needed(name, "name")?,
            scope,
            needs,
            phone: self.parsed("phone", "phone"),
            free,
            anonymous,
            hours: self.parsed("hours", "hours"),
            languages,
            languages_complete: self.is_complete,
            foreign_languages: self.parsed("foreign_languages", "foreign-languages"),
            sign_language,
            easy_language,
            web: self.parsed("web", "web"),
            chat: self.parsed("chat", "chat"),
            email: self.parsed("email", "email"),
            room: RoomAccess {
                step_free,
                wide_doors,
                wheelchair_toilet: toilet,
            },
            address: self.address(),
            remark: self.parsed("remark", "remark"),
            source: self.needed(source, "source")?,
            checked: self.checked(),
        };
        self.faults.is_empty().then_some(line)
    }

    fn needs(&mut self) -> Vec<HelpNeed> {
        let read: Result<Vec<_>, Invalid> = self.needs.iter().map(|own| own.parse()).collect();
        read.unwrap_or_else(|_unknown| {
            self.fault("staff-counsel-rule-needs");
            Vec::new()
        })
    }

    fn languages(&mut self) -> Vec<Tongue> {
        let read: Result<Vec<_>, Invalid> = self.languages.iter().map(|own| own.parse()).collect();
        read.unwrap_or_else(|_unknown| {
            self.fault("staff-counsel-rule-language");
            Vec::new()
        })
    }

    /// An address only with the consent to publish it.
    fn address(&mut self) -> Option<PublicAddress> {
        let names = ["postal", "consent_by", "consent_on"];
        if names.iter().all(|name| self.value(name).is_empty()) {
            return None;
        }
        let postal = self.parsed("postal", "address");
        let by: Option<Office> = self.parsed("consent_by", "address");
        let on = self.parsed("consent_on", "address");
        let address = postal
            .zip(by.zip(on))
            .and_then(|(postal, (by, on))| PublicAddress::new(postal, Consent { by, on }).ok());
        if address.is_none() {
            self.fault("staff-counsel-rule-address");
        }
        address
    }

    fn checked(&mut self) -> Option<LookedAt> {
        if self.value("checked_on").is_empty() && self.value("checked_by").is_empty() {
            return None;
        }
        let on = self.parsed("checked_on", "checked");
        let by: Option<Office> = self.parsed("checked_by", "checked");
        let checked = on.zip(by).map(|(on, by)| LookedAt { on, by });
        if checked.is_none() {
            self.fault("staff-counsel-rule-checked");
        }
        checked
    }

    /// The value of a field; nothing where nothing was typed, or something wrong, which is noted as the rule's.
    fn parsed<T: FromStr>(&mut self, name: &str, rule: &str) -> Option<T> {
        let text = self.value(name);
        if text.is_empty() {
            return None;
        }
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.fault(&format!("staff-counsel-rule-{rule}"));
        }
        parsed
    }

    fn needed<T>(&mut self, value: Option<T>, rule: &str) -> Option<T> {
        if value.is_none() {
            self.fault(&format!("staff-counsel-rule-{rule}"));
        }
        value
    }
}

/// The keys of the messages that are made from names of fields.
#[cfg(test)]
pub(super) fn families() -> impl Iterator<Item = String> {
    let labels = TEXTS.into_iter().chain(FACTS);
    let labels = labels.map(|name| format!("staff-counsel-field-{}", name.replace('_', "-")));
    let rules = RULES.into_iter();
    labels.chain(rules.map(|name| format!("staff-counsel-rule-{name}")))
}

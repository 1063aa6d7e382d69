//! Help and counselling (goal 6.4.4): lines that one can call or write to when something has happened.
//!
//! They are kept apart from meeting places. A line has no spot on the map. It has an address only where the office has agreed in
//! writing that it is published; the type cannot hold one otherwise. What nobody has said is unknown.

mod address;
mod need;
mod phone;
mod shipped;
mod tongue;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use address::{Consent, PublicAddress};
pub use need::HelpNeed;
pub use phone::Phone;
pub use shipped::{Country, read_lines, shipped};
pub use tongue::Tongue;

use crate::domain::audit::Office;
use crate::domain::catalogue::REFUGE;
use crate::domain::choice::choice;
use crate::domain::contact::Email;
use crate::domain::event::WebAddress;
use crate::domain::identity::told_as_uuid;
use crate::domain::members::{Members, flat, json};
use crate::domain::note::Note;
use crate::domain::place::Version;
use crate::domain::words::{HoursText, Name};
use crate::domain::{Catalogue, Fact, Invalid};

/// What the trail calls a line, before its id.
pub const HELP_LINE: &str = "counselling";

/// The most lines of a city.
pub const MOST_HELP_LINES: usize = 500;

/// After so many months somebody should look whether everything is still so.
pub const LOOK_AGAIN_MONTHS: u32 = 12;

/// The random identity of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HelpLineId(pub Uuid);

told_as_uuid!(HelpLineId: "id");

choice! {
    /// How far a line reaches.
    Scope: "scope" {
        /// The whole country calls it.
        National = "national",
        /// It is for people of this city and around.
        Local = "local",
    }
}

/// That somebody looked whether everything is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookedAt {
    /// The day whose state it is.
    pub on: NaiveDate,
    /// The office that looked; never a person.
    pub by: Office,
}

/// Who can get into the room in which people are counselled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoomAccess {
    /// Nobody has to climb a step.
    #[serde(skip_serializing_if = "is_unknown")]
    pub step_free: Fact,
    /// Every door on the way is at least 90 cm wide.
    #[serde(skip_serializing_if = "is_unknown")]
    pub wide_doors: Fact,
    /// There is a toilet for people in wheelchairs.
    #[serde(skip_serializing_if = "is_unknown")]
    pub wheelchair_toilet: Fact,
}

impl RoomAccess {
    /// Each fact with its name.
    #[must_use]
    pub const fn facts(&self) -> [(&'static str, Fact); 3] {
        [
            ("step_free", self.step_free),
            ("wide_doors", self.wide_doors),
            ("wheelchair_toilet", self.wheelchair_toilet),
        ]
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes by reference"
    )]
    fn is_unknown(&self) -> bool {
        *self == Self::default()
    }
}

/// A line of help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    /// What it is called.
    pub name: Name,
    /// How far it reaches.
    pub scope: Scope,
    /// Whom and what it is for; never empty, in the order of the catalogue.
    pub needs: Vec<HelpNeed>,
    /// What one calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Whether calling and counselling cost nothing.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub free: Fact,
    /// Whether one need not say who one is.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub anonymous: Fact,
    /// When somebody answers the telephone, in the notation of OpenStreetMap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<HoursText>,
    /// Languages that are known to be spoken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Tongue>,
    /// Whether these are all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub languages_complete: bool,
    /// How many foreign languages there are in all, where the source counts them without naming each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreign_languages: Option<u8>,
    /// Whether one can use German sign language.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub sign_language: Fact,
    /// Whether they counsel in plain language.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub easy_language: Fact,
    /// Their own page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<WebAddress>,
    /// Where one can chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<WebAddress>,
    /// Where one can write to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Who can get into the room.
    #[serde(default, skip_serializing_if = "RoomAccess::is_unknown")]
    pub room: RoomAccess,
    /// Where one can go, if the office has agreed that it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<PublicAddress>,
    /// What else one should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Note>,
    /// Where all this comes from.
    pub source: Note,
    /// That somebody looked whether it is so; none where nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<LookedAt>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes by reference"
)]
const fn is_unknown(fact: &Fact) -> bool {
    !fact.is_known()
}

impl HelpLine {
    /// Puts the lists in order and checks what is known `today`.
    ///
    /// # Errors
    /// Every rule that is broken, with its field.
    pub fn ordered(mut self, today: NaiveDate) -> Result<Self, Vec<Invalid>> {
        in_order_once(&mut self.needs);
        in_order_once(&mut self.languages);
        let mut broken = Vec::new();
        let mut rule = |is_kept: bool, field: &'static str, reason: &str| {
            if !is_kept {
                broken.push(Invalid::new(field, reason));
            }
        };
        rule(
            !self.needs.is_empty(),
            "needs",
            "must name at least one need",
        );
        rule(
            self.is_reachable(),
            "phone",
            "must be given, or else a chat, an e-mail address or a web page: nobody could reach the line",
        );
        rule(
            !(self.languages_complete && self.languages.is_empty()),
            "languages",
            "must name those that are spoken where they are said to be all",
        );
        rule(
            self.foreign_languages.is_none_or(|count| count > 0),
            "foreign_languages",
            "must be at least 1; leave it out where nobody has counted",
        );
        rule(
            !(self.languages_complete && self.foreign_languages.is_some()),
            "foreign_languages",
            "cannot be counted beside languages that are all there are",
        );
        let days = [
            ("checked", self.checked.as_ref().map(|own| own.on)),
            ("address", self.address.as_ref().map(|own| own.consent().on)),
        ];
        for (field, day) in days {
            let rule_text = format!("must have a day that is not after today ({today})");
            rule(day.is_none_or(|day| day <= today), field, &rule_text);
        }
        rule(!self.names_a_refuge(), "name", REFUGE);
        if broken.is_empty() {
            Ok(self)
        } else {
            Err(broken)
        }
    }

    /// Whether there is any way to reach it.
    fn is_reachable(&self) -> bool {
        let web = self.web.is_some() || self.chat.is_some();
        web || self.phone.is_some() || self.email.is_some()
    }

    /// Whether any of its texts names a place of refuge: such a line is neither kept nor shown.
    #[must_use]
    pub fn names_a_refuge(&self) -> bool {
        let checked = self.checked.as_ref().map(|own| own.by.as_str());
        let texts = [
            Some(self.name.as_str()),
            self.hours.as_deref(),
            self.web.as_ref().map(WebAddress::as_str),
            self.chat.as_ref().map(WebAddress::as_str),
            self.email.as_ref().map(Email::as_str),
            self.remark.as_ref().map(Note::as_str),
            Some(self.source.as_str()),
            checked,
        ];
        let mut texts = texts.into_iter().flatten();
        texts.any(|text| Catalogue::shipped().is_blocked_name(text))
            || self
                .address
                .as_ref()
                .is_some_and(PublicAddress::names_a_refuge)
    }

    /// Whether a language is spoken. Where nobody has said that those which are named are all, any other may be.
    #[must_use]
    pub fn speaks(&self, tongue: Tongue) -> Fact {
        if self.languages.contains(&tongue) {
            Fact::Yes
        } else if self.languages_complete {
            Fact::No
        } else {
            Fact::Unknown
        }
    }

    /// Whether somebody should look again: nobody has ever looked, or not for a year.
    #[must_use]
    pub fn is_to_be_checked(&self, today: NaiveDate) -> bool {
        let until = self
            .checked
            .as_ref()
            .and_then(|own| own.on.checked_add_months(Months::new(LOOK_AGAIN_MONTHS)));
        until.is_none_or(|until| until < today)
    }

    /// The version of this state.
    #[must_use]
    pub fn version(&self) -> Version {
        let members = self.members();
        let parts = members
            .iter()
            .flat_map(|(name, value)| [name.clone(), value.to_string()]);
        Version::of(parts, "")
    }

    /// What the trail tells of it: everything.
    #[must_use]
    pub fn members(&self) -> Members {
        flat(json(self), &["room", "address", "checked"])
    }
}

/// In the order of the catalogue, each once.
fn in_order_once<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
}

/// A line that is new, different, or shown no more.
#[derive(Clone, Debug)]
pub struct HelpLineChange {
    /// Its identity.
    pub id: HelpLineId,
    /// What was shown.
    pub before: Option<HelpLine>,
    /// What is shown afterwards.
    pub after: Option<HelpLine>,
}

/// A line as a city keeps it: its own, one that comes with the program as the city changed it, or that it shows such a one no
/// more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptHelpLine {
    /// Its identity.
    pub id: HelpLineId,
    /// What is known of it; none where it is not shown.
    pub line: Option<HelpLine>,
}

#[cfg(test)]
mod tests;

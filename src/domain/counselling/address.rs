//! An address that may be published.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::audit::Office;
use crate::domain::suggestion::screening::is_about_a_dwelling;
use crate::domain::words::Words;
use crate::domain::{Catalogue, Invalid};

/// Who has agreed that an address is published, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// The office that agreed; never a person.
    pub by: Office,
    /// The day.
    pub on: NaiveDate,
}

/// Where one can go to be counselled. There is none without a [`Consent`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Record", into = "Record")]
pub struct PublicAddress {
    postal: Words<200>,
    consent: Consent,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    postal: Words<200>,
    consent: Consent,
}

impl PublicAddress {
    /// An address with the consent to publish it.
    ///
    /// # Errors
    /// When it tells where somebody lives. Whether it names a place of refuge is asked of the whole line.
    pub fn new(postal: Words<200>, consent: Consent) -> Result<Self, Invalid> {
        if is_about_a_dwelling(&postal, false) {
            let rule = "must be that of an office: it tells where somebody lives";
            return Err(Invalid::new("address", rule));
        }
        Ok(Self { postal, consent })
    }

    /// Street, number, postcode and town.
    #[must_use]
    pub fn postal(&self) -> &str {
        &self.postal
    }

    /// Who has agreed.
    #[must_use]
    pub const fn consent(&self) -> &Consent {
        &self.consent
    }

    pub(super) fn names_a_refuge(&self) -> bool {
        let catalogue = Catalogue::shipped();
        catalogue.is_blocked_street(&self.postal)
            || catalogue.is_blocked_name(self.consent.by.as_str())
    }
}

impl TryFrom<Record> for PublicAddress {
    type Error = Invalid;

    fn try_from(own: Record) -> Result<Self, Invalid> {
        Self::new(own.postal, own.consent)
    }
}

impl From<PublicAddress> for Record {
    fn from(own: PublicAddress) -> Self {
        Self {
            postal: own.postal,
            consent: own.consent,
        }
    }
}

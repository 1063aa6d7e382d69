//! A frozen release of reports, as the city keeps it for everybody.

use sha2::{Digest, Sha256};

use crate::domain::hexadecimal::hexadecimal;
use crate::domain::report::{Period, Product};

/// What was released, byte for byte. It is added once and never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseText {
    /// What was released.
    pub product: Product,
    /// For which time.
    pub period: Period,
    /// The file.
    pub content: Box<str>,
}

impl ReleaseText {
    /// Its name, e.g. `cells-2025`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}-{}", self.product, self.period)
    }

    /// SHA-256 of the file in hexadecimal: whoever has kept it sees whether it is still the same.
    #[must_use]
    pub fn checksum(&self) -> String {
        hexadecimal(&Sha256::digest(self.content.as_bytes()))
    }
}

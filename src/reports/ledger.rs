//! What was released: drawn once, kept, and given again as it was.

use crate::domain::Invalid;
use crate::domain::hexadecimal::hexadecimal;
use crate::domain::report::{Period, Product};
use crate::error::Error;
use crate::reports::{Reports, reading, writing};
use crate::safety::Seed;

/// A release as it was kept, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// What was released.
    pub product: Product,
    /// For which time.
    pub period: Period,
    /// The file, as it was or will be published.
    pub content: String,
}

/// Draws the randomness of a period, once.
macro_rules! draw_seed {
    ($tx:expr, $period:expr) => {
        let statement =
            "insert into seed (period, bytes) values ($1, $2) on conflict (period) do nothing";
        let query = sqlx::query(statement).bind($period);
        query
            .bind($crate::reports::ledger::drawn()?)
            .execute(&mut *$tx)
            .await?;
    };
}

pub(super) use draw_seed;

/// 32 bytes from the operating system, in hexadecimal.
pub(super) fn drawn() -> Result<String, Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| Error::Unhashed(error.to_string()))?;
    Ok(hexadecimal(&bytes))
}

impl Reports {
    /// The randomness of a period; drawn now where nobody has reported anything in it.
    ///
    /// # Errors
    /// When the database cannot be written to, or what is kept is no seed.
    pub async fn seed(&self, period: Period) -> Result<Seed, Error> {
        let name = period.to_string();
        let (text,): (String,) = writing!(self, tx => {
            draw_seed!(tx, &name);
            sqlx::query_as("select bytes from seed where period = $1").bind(&name).fetch_one(&mut *tx).await?
        });
        bytes_of(&text)
            .map(Seed::new)
            .ok_or_else(|| corrupt("seed", &name))
    }

    /// The release that was made for a product and a period; none where none was.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn released(
        &self,
        product: Product,
        period: Period,
    ) -> Result<Option<Ledger>, Error> {
        let found: Option<(String,)> = reading!(self, pool => {
            let query = sqlx::query_as("select content from release where product = $1 and period = $2");
            query.bind(product.as_str()).bind(period.to_string()).fetch_optional(pool).await?
        });
        Ok(found.map(|(content,)| Ledger {
            product,
            period,
            content,
        }))
    }

    /// Keeps a release and gives back the one that counts: of two that were made at the same time, that of the faster one.
    ///
    /// # Errors
    /// When the database cannot be written to.
    pub async fn keep_release(&self, ledger: Ledger) -> Result<Ledger, Error> {
        writing!(self, tx => {
            let statement = sqlx::query(
                "insert into release (product, period, content) values ($1, $2, $3) on conflict (product, period) do nothing",
            );
            statement
                .bind(ledger.product.as_str())
                .bind(ledger.period.to_string())
                .bind(&ledger.content)
                .execute(&mut *tx)
                .await?;
        });
        let kept = self.released(ledger.product, ledger.period).await?;
        kept.ok_or_else(|| corrupt("release", &ledger.period.to_string()))
    }
}

/// The 32 bytes that hexadecimal digits stand for.
pub(super) fn bytes_of(text: &str) -> Option<[u8; 32]> {
    let pairs = text.as_bytes().chunks_exact(2);
    let bytes = pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    let bytes: Option<Vec<u8>> = bytes.collect();
    bytes?.try_into().ok()
}

pub(super) fn corrupt(table: &'static str, id: &str) -> Error {
    Error::Corrupt {
        table,
        id: id.to_owned(),
        invalid: Invalid::new(table, "must be what this program wrote"),
    }
}

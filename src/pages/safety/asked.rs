//! Which releases somebody wants to see: the newest ones, or those of a quarter and a year.

use crate::domain::report::{Period, Product};
use crate::export::safety::newest;
use crate::pages::messages::Language;
use crate::pages::question::{Refused, address};
use crate::safety::ReleaseFile;
use crate::snapshot::Snapshot;

/// What the address of the page may say: which quarter, which year, which language.
pub(super) const NAMES: [&str; 3] = ["quarter", "year", "lang"];

/// A checked address.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The language of the page.
    pub(super) language: Language,
    /// The quarter of the districts; the newest one where none is asked for.
    pub(super) quarter: Option<Period>,
    /// The year of the squares; the newest one where none is asked for.
    pub(super) year: Option<Period>,
}

impl Asked {
    /// Reads an address. A period that nothing was released for is refused.
    pub(super) fn read(query: &str, city: &Snapshot) -> Result<Self, Refused> {
        let mut asked = Self::default();
        let mut seen = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let is_known = NAMES.contains(&&*name);
            let is_repeated = seen.contains(&name);
            if !is_known || is_repeated || !asked.take(&name, &value, city) {
                let rule = match (is_known, is_repeated) {
                    (false, _) => "unknown",
                    (true, true) => "repeated",
                    (true, false) => &name,
                };
                return Err(Refused {
                    language: asked.language,
                    rule: format!("rule-{rule}"),
                    name: name.into_owned(),
                    value: value.into_owned(),
                });
            }
            seen.push(name);
        }
        Ok(asked)
    }

    fn take(&mut self, name: &str, value: &str, city: &Snapshot) -> bool {
        let period = |product| {
            let period = value.parse::<Period>().ok();
            period.filter(|own| released(city, product).any(|file| file.period == own.to_string()))
        };
        match name {
            "quarter" => self.quarter = period(Product::Districts),
            "year" => self.year = period(Product::Cells),
            _ => match value.parse() {
                Ok(language) => self.language = language,
                Err(_) => return false,
            },
        }
        match name {
            "quarter" => self.quarter.is_some(),
            "year" => self.year.is_some(),
            _ => true,
        }
    }

    /// What is asked for of a product, or the newest; none where nothing was released.
    pub(super) fn file<'a>(&self, city: &'a Snapshot, product: Product) -> Option<&'a ReleaseFile> {
        let wanted = match product {
            Product::Districts => self.quarter,
            Product::Cells | Product::City => self.year,
        };
        let Some(wanted) = wanted.map(|own| own.to_string()) else {
            return newest(city, product);
        };
        released(city, product).find(|own| own.period == wanted)
    }

    /// The address of the same page with another quarter or year, kept in its language.
    pub(super) fn with(&self, product: Product, period: &str) -> String {
        let mut other = self.said(self.language);
        let name = match product {
            Product::Districts => "quarter",
            Product::Cells | Product::City => "year",
        };
        other.retain(|(own, _)| *own != name);
        other.push((name, period.to_owned()));
        other.sort_unstable();
        address(super::PATH, other)
    }

    /// The address of the same page in another language.
    pub(super) fn in_language(&self, language: Language) -> String {
        address(super::PATH, self.said(language))
    }

    fn said(&self, language: Language) -> Vec<(&'static str, String)> {
        let tag = (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
        let periods = [("quarter", self.quarter), ("year", self.year)];
        let periods = periods
            .into_iter()
            .filter_map(|(name, own)| Some((name, own?.to_string())));
        tag.into_iter().chain(periods).collect()
    }
}

/// The releases of a product that this program can read, the newest last.
pub(super) fn released(city: &Snapshot, product: Product) -> impl Iterator<Item = &ReleaseFile> {
    let files = city.releases().iter().filter_map(|own| own.file.as_ref());
    files.filter(move |own| own.product == product)
}

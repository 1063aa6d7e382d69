//! The parameters of a query string, each known by name or refused.

use std::str::FromStr;

use crate::domain::Invalid;

/// One parameter that a path accepts.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name in the query string.
    pub name: &'static str,
    /// What it means, with its unit.
    pub description: &'static str,
    /// Which values it takes.
    pub schema: Schema,
    /// Whether the path does not answer without it.
    pub required: bool,
}

impl Param {
    /// A parameter that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, schema: Schema, description: &'static str) -> Self {
        Self {
            name,
            description,
            schema,
            required: false,
        }
    }

    /// A parameter that has to be there.
    #[must_use]
    pub const fn required(name: &'static str, schema: Schema, description: &'static str) -> Self {
        Self {
            name,
            description,
            schema,
            required: true,
        }
    }
}

/// Which values a parameter takes, for the API document.
#[derive(Clone, Copy, Debug)]
pub enum Schema {
    /// Any text up to so many characters.
    Text(usize),
    /// The id of a district.
    DistrictId,
    /// One of a few names.
    OneOf(fn() -> Vec<&'static str>),
    /// A list of names, separated by commas.
    ListOf(fn() -> Vec<&'static str>),
    /// `true` or `false`.
    Flag,
    /// A number from a least to a greatest value.
    Number(f64, f64),
    /// A whole number from a least to a greatest value, and what it is when left out.
    Count(u32, u32, u32),
    /// West, south, east and north in degrees.
    Bbox,
    /// A UUID.
    Uuid,
    /// A whole number that may be 0.
    Whole,
    /// A whole number from a least to a greatest value.
    Between(u32, u32),
    /// A date.
    Date,
}

/// The parameters of one request. Each is taken once; what is left over was not known.
#[derive(Debug)]
pub struct Params {
    pairs: Vec<(String, String)>,
}

impl Params {
    /// Reads a query string for a path that accepts `known`.
    ///
    /// # Errors
    /// Names a parameter that is unknown or given twice: a typo must not silently widen a question.
    pub fn parse(query: &str, known: &[&[Param]]) -> Result<Self, Invalid> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let names = || known.iter().copied().flatten().map(|param| param.name);
            if !names().any(|own| own == name) {
                let reason = match names().collect::<Vec<_>>().join(", ") {
                    none if none.is_empty() => {
                        "is not known here; this path takes no parameters".to_owned()
                    }
                    all => format!("is not known here; this path takes {all}"),
                };
                return Err(Invalid::new(shown(&name), reason));
            }
            if pairs.iter().any(|(own, _)| *own == name) {
                return Err(Invalid::new(shown(&name), "is given twice"));
            }
            check_text(&value).map_err(|reason| Invalid::new(shown(&name), reason))?;
            pairs.push((name.into_owned(), value.into_owned()));
        }
        Ok(Self { pairs })
    }

    /// Takes a parameter as text; an empty one counts as left out, as forms send it.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        let position = self.pairs.iter().position(|(own, _)| own == name)?;
        let (_, value) = self.pairs.swap_remove(position);
        (!value.is_empty()).then_some(value)
    }

    /// Takes and parses a parameter.
    ///
    /// # Errors
    /// Names the parameter and the rule it breaks.
    pub fn take<T: FromStr<Err = Invalid>>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(Invalid { reason, .. }) => Err(Invalid::new(name, reason)),
        }
    }

    /// Takes a list, separated by commas.
    ///
    /// # Errors
    /// Names the parameter and the rule an entry breaks.
    pub fn list<T: FromStr<Err = Invalid>>(
        &mut self,
        name: &'static str,
    ) -> Result<Vec<T>, Invalid> {
        let text = self.text(name).unwrap_or_default();
        text.split(',')
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
            .map(|entry| {
                entry
                    .parse()
                    .map_err(|invalid: Invalid| Invalid::new(name, invalid.reason))
            })
            .collect()
    }

    /// Takes `true` or `false`; left out is false.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn flag(&mut self, name: &'static str) -> Result<bool, Invalid> {
        match self.text(name).as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(Invalid::new(name, "must be true or false")),
        }
    }

    /// Takes a finite number.
    ///
    /// # Errors
    /// When it is none.
    pub fn number(&mut self, name: &'static str) -> Result<Option<f64>, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => Err(Invalid::new(
                name,
                format!("must be a number, not \"{}\"", text.escape_debug()),
            )),
        }
    }

    /// Takes a whole number that may be 0.
    ///
    /// # Errors
    /// When it is none.
    pub fn whole(&mut self, name: &'static str) -> Result<Option<i64>, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if digits => Ok(Some(number)),
            _ => Err(Invalid::new(name, "must be a whole number, 0 or more")),
        }
    }

    /// Takes a whole number from `least` to `most`.
    ///
    /// # Errors
    /// When it is none, or out of these bounds.
    pub fn between(
        &mut self,
        name: &'static str,
        least: u32,
        most: u32,
    ) -> Result<Option<u32>, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if digits && (least..=most).contains(&number) => Ok(Some(number)),
            _ => Err(Invalid::new(
                name,
                format!("must be a whole number from {least} to {most}"),
            )),
        }
    }

    /// The names of what is left.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(name, _)| name.as_str())
    }

    /// Takes a whole number of at least 1. More than `most` means `most` (OGC API Features, 7.15.2).
    ///
    /// # Errors
    /// When it is no whole number or 0.
    pub fn count(&mut self, name: &'static str, default: u32, most: u32) -> Result<usize, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(default as usize);
        };
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        // A number too large for its type is only more than `most`.
        match digits.then(|| text.parse().unwrap_or(u32::MAX)) {
            Some(count @ 1..) => Ok(count.min(most) as usize),
            _ => Err(Invalid::new(
                name,
                format!("must be a whole number from 1 to {most}"),
            )),
        }
    }
}

/// Longer than any list of all kinds or topics.
const MOST_BYTES: usize = 2_000;

/// Refuses what no value can be: an unreadable one must not be searched for as if it were empty.
fn check_text(value: &str) -> Result<(), String> {
    // The decoder writes this sign for bytes that are no UTF-8.
    if value.contains(char::REPLACEMENT_CHARACTER) {
        Err("must be UTF-8, percent-encoded".to_owned())
    } else if value.contains(char::is_control) {
        Err("must not contain control characters".to_owned())
    } else if value.len() > MOST_BYTES {
        Err(format!("must be at most {MOST_BYTES} bytes"))
    } else {
        Ok(())
    }
}

/// A name as a caller wrote it, short and without control characters.
fn shown(name: &str) -> String {
    name.chars().take(40).flat_map(char::escape_debug).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[Param] = &[Param::optional("limit", Schema::Count(1, 10, 5), "")];

    #[test]
    fn an_unknown_parameter_is_refused_by_name_and_a_double_one_too() {
        let refused = Params::parse("limt=3", &[KNOWN]).unwrap_err();
        assert_eq!(refused.field, "limt");
        assert!(refused.reason.contains("limit"));
        assert!(
            Params::parse("limit=1&limit=2", &[KNOWN])
                .unwrap_err()
                .reason
                .contains("twice")
        );
    }

    #[test]
    fn a_value_that_cannot_be_read_is_refused_and_not_taken_for_an_empty_one() {
        let long = format!("limit={}", "9".repeat(2001));
        for wrong in ["limit=%FF", "limit=%C3", "limit=%00", "limit=1%0A", &long] {
            let refused = Params::parse(wrong, &[KNOWN]).unwrap_err();
            assert_eq!(refused.field, "limit", "{wrong}");
        }
        assert!(Params::parse(&"a=b&".repeat(9000), &[KNOWN]).is_err());
    }

    #[test]
    fn a_count_is_held_within_its_bounds() {
        let count = |query: &str| {
            Params::parse(query, &[KNOWN])
                .unwrap()
                .count("limit", 5, 10)
        };
        assert_eq!(count("").unwrap(), 5);
        assert_eq!(count("limit=7").unwrap(), 7);
        assert_eq!(count("limit=99999999999999999999").unwrap(), 10);
        for wrong in ["limit=0", "limit=-1", "limit=x", "limit=1.5", "limit=%2B5"] {
            assert!(count(wrong).is_err(), "{wrong}");
        }
    }
}

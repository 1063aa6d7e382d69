//! The parts of a rule by name, each read once.

use crate::domain::Invalid;

pub(super) fn refused(rule: impl Into<String>) -> Invalid {
    Invalid::new("RRULE", rule)
}

const KNOWN: [&str; 14] = [
    "FREQ",
    "UNTIL",
    "COUNT",
    "INTERVAL",
    "BYSECOND",
    "BYMINUTE",
    "BYHOUR",
    "BYDAY",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
];

/// The parts of a rule by their names in upper case.
pub(super) struct Parts<'a>(Vec<(String, &'a str)>);

impl<'a> Parts<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self, Invalid> {
        let mut parts: Vec<(String, &str)> = Vec::new();
        // Some calendars end a rule with a semicolon.
        for part in text
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let (name, value) = part
                .split_once('=')
                .ok_or_else(|| refused(format!("must be NAME=VALUE, not \"{}\"", shown(part))))?;
            let (name, value) = (name.trim().to_ascii_uppercase(), value.trim());
            if name == "RSCALE" && value.eq_ignore_ascii_case("GREGORIAN") {
                continue;
            }
            if !KNOWN.contains(&name.as_str()) {
                return Err(refused(format!("{} is not understood", shown(&name))));
            }
            if parts.iter().any(|(own, _)| *own == name) {
                return Err(refused(format!("{name} stands twice")));
            }
            parts.push((name, value));
        }
        Ok(Self(parts))
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| *value)
    }

    pub(super) fn number(&self, name: &str, least: u32, most: u32) -> Result<Option<u32>, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        let number = natural(text, least, most);
        let rule = || {
            refused(format!(
                "{name} must be a whole number from {least} to {most}, not \"{}\"",
                shown(text)
            ))
        };
        number.map(Some).ok_or_else(rule)
    }

    pub(super) fn list<T: PartialEq>(
        &self,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, Invalid> {
        let mut list = Vec::new();
        for entry in self
            .text(name)
            .into_iter()
            .flat_map(|text| text.split(','))
            .map(str::trim)
        {
            let value = read(entry)
                .ok_or_else(|| refused(format!("{name} does not know \"{}\"", shown(entry))))?;
            if !list.contains(&value) {
                list.push(value);
            }
        }
        Ok(list)
    }
}

/// A piece of a rule, short enough to repeat.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(30).flat_map(char::escape_debug).collect()
}

pub(super) fn natural(text: &str, least: u32, most: u32) -> Option<u32> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_plain.then(|| text.parse().ok())??;
    (least..=most).contains(&number).then_some(number)
}

/// A number from 1 to `most`, or from -1 to -`most`.
pub(super) fn signed(text: &str, most: u32) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let number = i32::try_from(natural(digits, 1, most)?).ok()?;
    Some(sign * number)
}

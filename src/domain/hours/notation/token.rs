//! The words of an opening-hours text.

use std::borrow::Cow;

/// German words and their notation.
const WORDS: [(&str, &str); 14] = [
    ("di", "Tu"),
    ("mi", "We"),
    ("do", "Th"),
    ("so", "Su"),
    ("mär", "Mar"),
    ("mrz", "Mar"),
    ("mai", "May"),
    ("okt", "Oct"),
    ("dez", "Dec"),
    ("feiertag", "PH"),
    ("feiertage", "PH"),
    ("täglich", "Mo-Su"),
    ("geschlossen", "off"),
    ("ruhetag", "off"),
];

const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const HOLIDAYS: [&str; 2] = ["PH", "SH"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const STATES: [&str; 4] = ["open", "off", "closed", "unknown"];

/// What a token is; German words are already what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Weekday,
    Holiday,
    Month,
    State,
    Word,
    /// "8" or "2026".
    Number,
    /// "08:00".
    Time,
    Remark,
    Sign(char),
}

/// A word, number, time, remark or sign, without the spaces around it.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: Cow<'a, str>,
    /// Whether a space stood before it.
    pub(super) spaced: bool,
}

/// All tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    loop {
        let unspaced = rest.trim_start_matches(' ');
        let spaced = unspaced.len() < rest.len();
        let Some(first) = unspaced.chars().next() else {
            return tokens;
        };
        let length = token_length(unspaced, first);
        let (text, after) = unspaced.split_at(length);
        let (kind, text) = classify(text, first);
        tokens.push(Token { kind, text, spaced });
        rest = after;
    }
}

/// The length in bytes of the token that begins a text.
fn token_length(text: &str, first: char) -> usize {
    let run = |text: &str, is: fn(char) -> bool| text.find(|sign| !is(sign)).unwrap_or(text.len());
    match first {
        // A remark that is never closed is the rest, which the parser refuses.
        '"' => text[1..].find('"').map_or(text.len(), |end| end + 2),
        '0'..='9' => {
            let digits = run(text, |sign| sign.is_ascii_digit());
            let minutes = text[digits..]
                .strip_prefix(':')
                .map_or(0, |after| run(after, |sign| sign.is_ascii_digit()));
            if minutes == 2 { digits + 3 } else { digits }
        }
        letter if letter.is_alphabetic() => run(text, char::is_alphabetic),
        sign => sign.len_utf8(),
    }
}

fn classify(text: &str, first: char) -> (Kind, Cow<'_, str>) {
    if first == '"' {
        return (Kind::Remark, Cow::Borrowed(text));
    }
    if first.is_ascii_digit() {
        return (
            if text.contains(':') {
                Kind::Time
            } else {
                Kind::Number
            },
            Cow::Borrowed(text),
        );
    }
    if !first.is_alphabetic() {
        return (Kind::Sign(first), Cow::Borrowed(text));
    }
    let lower = text.to_lowercase();
    let word = WORDS
        .iter()
        .find(|(german, _)| *german == lower)
        .map_or(text, |(_, notation)| notation);
    let listed = |words: &[&str]| words.iter().any(|listed| listed.eq_ignore_ascii_case(word));
    let kind = if listed(&WEEKDAYS) || word == "Mo-Su" {
        Kind::Weekday
    } else if listed(&HOLIDAYS) {
        Kind::Holiday
    } else if listed(&MONTHS) {
        Kind::Month
    } else if listed(&STATES) {
        Kind::State
    } else {
        Kind::Word
    };
    (kind, Cow::Borrowed(word))
}

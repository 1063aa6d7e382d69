//! The text before it is parsed: spellings that can mean one thing only are corrected.
//!
//! The parser knows the notation to the letter; people write "Mo - Fr", "Di" and "8-22 Uhr". A correction is
//! here only when it leaves no second reading. Anything else stays as it is, is not understood, and is shown
//! as text. Dotted times ("08.00") are left alone: they may be dates.

use std::borrow::Cow;

/// Signs that look alike, as they are meant.
const SIGNS: [(char, char); 9] = [
    ('–', '-'),
    ('—', '-'),
    ('−', '-'),
    ('‑', '-'),
    ('\u{a0}', ' '),
    ('\t', ' '),
    ('„', '"'),
    ('“', '"'),
    ('”', '"'),
];

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

/// What a remark says, in lower case, when one needs an appointment.
const APPOINTMENTS: [&str; 9] = [
    "by appointment",
    "on appointment",
    "appointment only",
    "by arrangement",
    "nach vereinbarung",
    "nach terminvereinbarung",
    "nach absprache",
    "nur mit termin",
    "nach anmeldung",
];

const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const HOLIDAYS: [&str; 2] = ["PH", "SH"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const STATES: [&str; 4] = ["open", "off", "closed", "unknown"];

/// How rules that name both holidays and weekdays join them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HolidayJoin {
    /// "Sa,PH": on Saturdays and on holidays.
    Either,
    /// "SH Mo-Fr": on the weekdays of the holidays.
    Both,
}

/// A text that the parser reads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Notation {
    pub(super) text: String,
    /// How many rules say "SH Mo-Fr"; the parser does not tell it from "SH,Mo-Fr".
    pub(super) holidays_before_weekdays: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
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

#[derive(Clone, Debug)]
struct Token<'a> {
    kind: Kind,
    text: Cow<'a, str>,
    /// Whether a space stood before it.
    spaced: bool,
}

/// The text as the parser reads it; `None` where "Mo-Fr PH" may mean two things.
pub(super) fn correct(raw: &str) -> Option<Notation> {
    let raw: String = raw.trim().chars().map(meant).collect();
    let tokens = clock_words(month_lists(tokens(&raw)));
    let mut notation = Notation {
        text: String::with_capacity(raw.len() + 8),
        holidays_before_weekdays: 0,
    };
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &tokens[before]);
        let next = tokens.get(index + 1);
        match (before.map(|before| before.kind), token.kind) {
            // "Mo-Fr: 08:00".
            (Some(Kind::Weekday), Kind::Sign(':')) => continue,
            (Some(Kind::Holiday), Kind::Weekday) => notation.holidays_before_weekdays += 1,
            (Some(Kind::Weekday), Kind::Holiday) => return None,
            _ => {}
        }
        notation
            .text
            .push_str(separator(&tokens[..index], token, next));
        // A remark without a state means that the state is unknown.
        let is_label = next.is_some_and(|next| next.kind == Kind::Sign(':'));
        if token.kind == Kind::Remark
            && !is_label
            && before.is_none_or(|before| before.kind != Kind::State)
        {
            notation.text.push_str("unknown ");
        }
        notation.text.push_str(&token.text);
    }
    Some(notation)
}

/// Whether a remark says that one needs an appointment.
pub(super) fn is_appointment(remark: &str) -> bool {
    let remark = remark.to_lowercase();
    APPOINTMENTS.iter().any(|phrase| remark.contains(phrase))
}

fn meant(sign: char) -> char {
    SIGNS
        .iter()
        .find(|(written, _)| *written == sign)
        .map_or(sign, |(_, meant)| *meant)
}

/// What belongs between a token and those before it.
fn separator(before: &[Token], token: &Token, next: Option<&Token>) -> &'static str {
    let kind = |back: usize| {
        before
            .len()
            .checked_sub(back)
            .and_then(|index| before.get(index))
            .map(|token| token.kind)
    };
    let is_day =
        |kind: Option<Kind>| matches!(kind, Some(Kind::Weekday | Kind::Holiday | Kind::Sign(']')));
    let is_time = |kind: Option<Kind>| kind == Some(Kind::Time);
    let next = next.map(|next| next.kind);
    match (kind(1), token.kind) {
        // "Mo - Fr", "Sa, Su 09:00-16:00".
        (last, Kind::Sign('-' | ',')) if is_day(last) && is_day(next) => "",
        (Some(Kind::Sign('-' | ',')), this) if is_day(kind(2)) && is_day(Some(this)) => "",
        // "10:00-12:00,Sa 10:00-11:00".
        (Some(Kind::Sign(',')), this) if is_time(kind(2)) && is_day(Some(this)) => " ",
        // "10:00-18:00 Sa 10:00-14:00".
        (Some(Kind::Time), Kind::Weekday) if kind(2) == Some(Kind::Sign('-')) => "; ",
        // "Su11:30-01:00".
        (Some(Kind::Weekday | Kind::Holiday), Kind::Time) => " ",
        (Some(Kind::Sign(':')), _) if kind(2) == Some(Kind::Weekday) => " ",
        (None, _) => "",
        _ if token.spaced => " ",
        _ => "",
    }
}

/// "Dec 25,26" names the month once.
fn month_lists(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut listed: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let [.., month, day, comma] = listed.as_slice()
            && (month.kind, day.kind, comma.kind, token.kind)
                == (Kind::Month, Kind::Number, Kind::Sign(','), Kind::Number)
        {
            let month = Token {
                spaced: false,
                ..month.clone()
            };
            listed.push(month);
            listed.push(Token {
                spaced: true,
                ..token
            });
        } else {
            listed.push(token);
        }
    }
    listed
}

/// "8-22h", "10:00-18:00 Uhr".
fn clock_words(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut clocked: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let is_clock_word =
            token.kind == Kind::Word && ["h", "uhr"].contains(&token.text.to_lowercase().as_str());
        match clocked.as_mut_slice() {
            [.., from, dash, to] if is_clock_word && dash.kind == Kind::Sign('-') => {
                if !(as_time(from) && as_time(to)) {
                    clocked.push(token);
                }
            }
            _ => clocked.push(token),
        }
    }
    clocked
}

/// Makes a full hour a time; `false` where the token is neither.
fn as_time(token: &mut Token) -> bool {
    if token.kind == Kind::Number && token.text.len() <= 2 {
        token.text = Cow::Owned(format!("{:0>2}:00", token.text));
        token.kind = Kind::Time;
    }
    token.kind == Kind::Time
}

fn tokens(text: &str) -> Vec<Token<'_>> {
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

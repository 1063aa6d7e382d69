//! The text before it is parsed: spellings that can mean one thing only are corrected.
//!
//! The parser knows the notation to the letter; people write "Mo - Fr", "Di" and "8-22 Uhr". A correction is
//! here only when it leaves no second reading. Anything else stays as it is, is not understood, and is shown
//! as text. Dotted times ("08.00") are left alone: they may be dates.

use std::borrow::Cow;

mod token;

use token::{Kind, Token, tokens};

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

/// The text as the parser reads it; `None` where "Mo-Fr PH" may mean two things.
pub(super) fn correct(raw: &str) -> Option<Notation> {
    let raw = signs(raw.trim());
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

/// Corrects signs outside remarks; a remark's own are words for people.
fn signs(raw: &str) -> String {
    let mut in_remark = false;
    let corrected = raw.chars().map(|sign| {
        let meant = SIGNS
            .iter()
            .find(|(written, _)| *written == sign)
            .map_or(sign, |(_, meant)| *meant);
        in_remark ^= meant == '"';
        if in_remark && meant != '"' {
            sign
        } else {
            meant
        }
    });
    corrected.collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_with_one_meaning_are_corrected() {
        let corrected = [
            ("Mo - Fr 09:00 - 18:00", "Mo-Fr 09:00 - 18:00"),
            (
                "Mo-Sa 09:00–12:30,14:00–19:00",
                "Mo-Sa 09:00-12:30,14:00-19:00",
            ),
            ("Mo-Fr: 08:00-16:30", "Mo-Fr 08:00-16:30"),
            ("Su -Th 11:00-03:00", "Su-Th 11:00-03:00"),
            ("Mo-Su11:30-01:00", "Mo-Su 11:30-01:00"),
            (
                "Fr 14:00-20:00; Sa, Su 14:00-18:00",
                "Fr 14:00-20:00; Sa,Su 14:00-18:00",
            ),
            (
                "Mo-Th 11:30-23:30,Fr 11:30-01:30",
                "Mo-Th 11:30-23:30, Fr 11:30-01:30",
            ),
            (
                "Mo-Fr 09:00-18:00 Sa 09:00-14:00",
                "Mo-Fr 09:00-18:00; Sa 09:00-14:00",
            ),
            ("Di,Do-So 8-22 Uhr", "Tu,Th-Su 08:00-22:00"),
            (
                "Mo-Fr 8-22h; Feiertage geschlossen",
                "Mo-Fr 08:00-22:00; PH off",
            ),
            ("Dec 25,26 off", "Dec 25,Dec 26 off"),
            (
                "We-Th 12:30-15:00;  Fr  12:30-15:00",
                "We-Th 12:30-15:00; Fr 12:30-15:00",
            ),
            (
                "Mo \"Küche\"; Tu off \"Küche\"",
                "Mo unknown \"Küche\"; Tu off \"Küche\"",
            ),
        ];
        for (raw, text) in corrected {
            assert_eq!(
                correct(raw).map(|notation| notation.text).as_deref(),
                Some(text),
                "{raw}"
            );
        }
    }

    #[test]
    fn the_notation_itself_stays_as_it_is() {
        let right = [
            "24/7",
            "Mo-Fr 08:00-12:00,13:00-17:00; PH off",
            "week 2-52/2 Sa 15:00-20:00",
            "Sa[1,3],Su[-1] 10:00+",
            "easter -2 days off",
            "2026 Jan 10-Feb 20: 10:00-12:00",
            "Fr 22:00-02:00 || off",
            "(sunset-01:00)-24:00",
        ];
        for raw in right {
            assert_eq!(
                correct(raw).map(|notation| notation.text).as_deref(),
                Some(raw)
            );
        }
    }

    #[test]
    fn remarks_are_left_alone() {
        let raw = "Mo-Fr 08:00-12:00 open \"Di, Do – 8-22 Uhr\"";
        assert_eq!(correct(raw).unwrap().text, raw);
    }
}

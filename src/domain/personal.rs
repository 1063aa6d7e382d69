//! Finding what leads to a person in a text that should lead to none: e-mail addresses and telephone numbers.
//!
//! Only the obvious is found. Opening hours, dates, postcodes and house numbers are none of it.

/// What leads to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
}

/// The first such thing that a text names, if any.
#[must_use]
pub fn personal_in(text: &str) -> Option<Personal> {
    if names_email(text) {
        Some(Personal::Email)
    } else if names_telephone(text) {
        Some(Personal::Telephone)
    } else {
        None
    }
}

/// `name@host.tld`, also with `(at)` or `[at]` in place of the sign.
fn names_email(text: &str) -> bool {
    let plain = text.to_lowercase();
    let plain = [" (at) ", "(at)", " [at] ", "[at]", " @ "]
        .iter()
        .fold(plain, |text, sign| text.replace(sign, "@"));
    plain.split_whitespace().any(|word| {
        let Some((name, host)) = word.split_once('@') else {
            return false;
        };
        let is_named = name.ends_with(|letter: char| letter.is_alphanumeric());
        let host = host.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let is_host = host.split_once('.').is_some_and(|(own, top)| {
            let top = top.rsplit('.').next().unwrap_or_default();
            !own.is_empty()
                && top
                    .chars()
                    .take_while(|letter| letter.is_alphabetic())
                    .count()
                    >= 2
        });
        is_named && is_host
    })
}

/// Fewer digits are no number one could call.
const FEWEST_DIGITS: usize = 7;

/// Digits and what people put between them, beginning with `0` or `+` as all numbers with an area code do.
fn names_telephone(text: &str) -> bool {
    let is_part = |letter: char| {
        letter.is_ascii_digit()
            || matches!(
                letter,
                ' ' | '\u{a0}' | '-' | '–' | '/' | '(' | ')' | '.' | '+'
            )
    };
    text.split(|letter| !is_part(letter)).any(|run| {
        let groups: Vec<&str> = run
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|group| !group.is_empty())
            .collect();
        if is_dates(run) || groups.iter().all(|group| is_time(group)) {
            return false;
        }
        let first = run.find(|letter: char| letter.is_ascii_digit() || letter == '+');
        let begins = first.is_some_and(|at| run[at..].starts_with(['0', '+']));
        let digits: usize = groups.iter().map(|group| group.len()).sum();
        begins && digits >= FEWEST_DIGITS
    })
}

/// `01.02.2026`, `01.02.`, and several of them.
fn is_dates(run: &str) -> bool {
    let mut words = run
        .split([' ', '-', '–', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .peekable();
    let is_date = |word: &str| {
        let parts: Vec<&str> = word
            .trim_end_matches(['.', ')'])
            .trim_start_matches('(')
            .split('.')
            .collect();
        let sizes: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let is_short = |size: &usize| (1..=2).contains(size);
        match sizes.as_slice() {
            [day, month] => is_short(day) && is_short(month),
            [day, month, year] => is_short(day) && is_short(month) && matches!(year, 2 | 4),
            _ => false,
        }
    };
    words.peek().is_some() && words.all(is_date)
}

/// `0800` as people write eight o'clock.
fn is_time(group: &str) -> bool {
    let number = |text: &str| text.parse::<u8>().unwrap_or(u8::MAX);
    group.len() == 4 && number(&group[..2]) <= 24 && number(&group[2..]) < 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_mail_addresses_are_found() {
        for text in [
            "Schreiben Sie an erika.muster@example.org",
            "erika(at)example.org",
            "erika [at] post.example.org!",
            "Erika @ example.de",
            "<a@b.de>",
        ] {
            assert_eq!(personal_in(text), Some(Personal::Email), "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_found() {
        for text in [
            "07141 910-0",
            "Ruf mich an: 0171/1234567.",
            "+49 7141 9100",
            "(07141) 91 00",
            "Tel. 07141.910.0",
            "0049 7141 9100",
            "0711-123456",
        ] {
            assert_eq!(personal_in(text), Some(Personal::Telephone), "{text}");
        }
    }

    #[test]
    fn hours_dates_postcodes_and_numbers_of_houses_are_no_contact() {
        for text in [
            "",
            "Mo-Fr 10:00-17:00, Sa 09:30 - 12:30",
            "Mo-Fr 08.00 - 17.00 Uhr",
            "geöffnet 0800 - 1700",
            "seit 01.02.2026",
            "vom 01.02.2026 bis 03.04.2026",
            "01.02.-03.04.2026",
            "71634 Ludwigsburg, Hauptstraße 12/1",
            "ab 2026 mit 120 Plätzen auf 1450 m²",
            "Eintritt 3,50 Euro @ der Kasse",
            "Raum 007",
            "10.000 Besucher 2025/2026",
            "@karma",
        ] {
            assert_eq!(personal_in(text), None, "{text}");
        }
    }

    #[test]
    fn any_text_is_looked_through() {
        for text in [
            "@".repeat(5_000),
            "0".repeat(5_000),
            "+.-/()".repeat(1_000),
            "ä@ö.ü".to_owned(),
            "1.".repeat(3_000),
        ] {
            assert!(personal_in(&text).is_none_or(|own| own != Personal::Email));
        }
    }
}

//! Texts of a calendar as people are to read them: unescaped, without markup, without the ways to reach a person.

use std::str::FromStr;

use crate::domain::event::contact::without_contacts;

/// A text, and what was done to it.
pub(super) struct Cleaned {
    pub text: String,
    /// Whether an e-mail address or a telephone number was left out.
    pub had_contacts: bool,
    /// Whether it was longer.
    pub is_cut: bool,
}

/// A text of at most `most` characters; on one line unless `has_lines`.
pub(super) fn clean(value: &str, most: usize, has_lines: bool) -> Cleaned {
    let text = without_markup(&unescaped(value));
    let (text, had_contacts) = match without_contacts(&text) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let plain = text.chars().map(|letter| match letter {
        '\n' if has_lines => letter,
        letter if letter.is_control() => ' ',
        letter => letter,
    });
    let mut text = plain.collect::<String>();
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    let text = text.trim();
    let is_cut = text.chars().count() > most;
    let text = if is_cut {
        let kept: String = text.chars().take(most - 1).collect();
        format!("{}…", kept.trim_end())
    } else {
        text.to_owned()
    };
    Cleaned {
        text,
        had_contacts,
        is_cut,
    }
}

/// A value without the backslashes of RFC 5545 (3.3.11).
pub(super) fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => {}
            },
            letter => text.push(letter),
        }
    }
    text
}

/// The entries of a list; a comma behind a backslash belongs to its entry.
pub(super) fn entries(value: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    let mut is_escaped = false;
    for letter in value.chars() {
        match letter {
            ',' if !is_escaped => entries.push(String::new()),
            letter => entries
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|last| last.push(letter)),
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    let plain = entries
        .iter()
        .map(|entry| unescaped(entry).trim().to_owned());
    plain.filter(|entry| !entry.is_empty()).collect()
}

/// A text without the HTML that some calendars write; breaks and paragraphs become lines.
fn without_markup(text: &str) -> String {
    if !text.contains('<') && !text.contains('&') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let Some(tag) = tag_at(&rest[at..]) else {
            plain.push('<');
            rest = &rest[at + 1..];
            continue;
        };
        let name = tag.trim_matches(['<', '>', '/']).to_ascii_lowercase();
        if ["br", "p", "li", "div", "tr"]
            .iter()
            .any(|own| name == *own || name.starts_with(&format!("{own} ")))
        {
            plain.push('\n');
        }
        rest = &rest[at + tag.len()..];
    }
    plain.push_str(rest);
    let entities = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    for (entity, letter) in entities {
        plain = plain.replace(entity, letter);
    }
    plain
}

/// The tag that `text` begins with: `<`, a name, and everything to the next `>` not too far away.
fn tag_at(text: &str) -> Option<&str> {
    const MOST: usize = 2_000;
    let name = text[1..].trim_start_matches('/');
    name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        .then_some(())?;
    let end = text.find('>').filter(|end| *end < MOST)?;
    Some(&text[..=end])
}

/// A value as one of the domain's short texts, or none where it is empty.
pub(super) fn parsed<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(value: &str) -> String {
        clean(value, 2_000, true).text
    }

    #[test]
    fn backslashes_and_markup_are_gone_and_lines_stay() {
        assert_eq!(
            cleaned(r"Kaffee\, Kuchen\; und\nmehr \\o/"),
            "Kaffee, Kuchen; und\nmehr \\o/"
        );
        assert_eq!(
            cleaned("<p>Heute</p><br>um <b>sechs</b> &amp; länger"),
            "Heute\n\num sechs & länger"
        );
        assert_eq!(cleaned("3 < 5 und <3 und a<b"), "3 < 5 und <3 und a<b");
        assert_eq!(clean("a\nb\tc", 9, false).text, "a b c");
    }

    #[test]
    fn a_long_text_is_cut_and_contacts_are_left_out() {
        let cut = clean(&"ä".repeat(300), 200, false);
        assert!(cut.is_cut && cut.text.chars().count() == 200 && cut.text.ends_with('…'));
        let without = clean(r"Anmeldung: a@example.org\nTel. 07141 910 2345", 200, true);
        assert!(
            without.had_contacts && !without.text.contains('@') && !without.text.contains("910")
        );
        // An address that only appears when escapes are read is one as well.
        assert!(clean(r"a\@example.org", 200, true).had_contacts);
    }

    #[test]
    fn entries_are_parted_at_plain_commas() {
        assert_eq!(
            entries(r"Sport,Kochen\, Backen, ,\\,x"),
            ["Sport", "Kochen, Backen", "\\", "x"]
        );
        assert_eq!(entries(""), Vec::<String>::new());
    }
}

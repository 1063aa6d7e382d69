//! Content lines (RFC 5545, 3.1): escaped, folded, ended with CR LF.

use std::fmt::Display;

/// The most bytes of a line without its end.
const MOST_BYTES: usize = 75;

/// A calendar while it is written.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    /// Writes a line whose value is written as it is.
    pub fn line(&mut self, name: &str, value: impl Display) {
        self.fold(&format!("{name}:{value}"));
    }

    /// Writes a line whose value is text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escaped(value)));
    }

    /// Writes a line whose value is a list of texts, unless it is empty.
    pub fn texts<'a>(&mut self, name: &str, values: impl IntoIterator<Item = &'a str>) {
        let values: Vec<_> = values.into_iter().map(escaped).collect();
        if !values.is_empty() {
            self.fold(&format!("{name}:{}", values.join(",")));
        }
    }

    /// Everything that was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Parts a long line between letters; each part but the first begins with a space.
    fn fold(&mut self, line: &str) {
        let mut rest = line;
        let mut room = MOST_BYTES;
        while rest.len() > room {
            let end = rest.floor_char_boundary(room);
            self.0.extend_from_slice(&rest.as_bytes()[..end]);
            self.0.extend_from_slice(b"\r\n ");
            rest = &rest[end..];
            room = MOST_BYTES - 1;
        }
        self.0.extend_from_slice(rest.as_bytes());
        self.0.extend_from_slice(b"\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_long_lines_are_folded_between_letters() {
        let mut writer = Writer::default();
        writer.text("SUMMARY", "Kaffee, Kuchen; \\o/\nund mehr");
        assert_eq!(
            String::from_utf8(writer.0).unwrap(),
            "SUMMARY:Kaffee\\, Kuchen\\; \\\\o/\\nund mehr\r\n"
        );
        for letter in ["x", "ä", "日", "🙂"] {
            let mut writer = Writer::default();
            writer.text("DESCRIPTION", &letter.repeat(300));
            let text = String::from_utf8(writer.0).expect("no letter is parted");
            assert!(text.lines().all(|line| line.len() <= 75), "{text}");
            assert_eq!(
                text.replace("\r\n ", ""),
                format!("DESCRIPTION:{}\r\n", letter.repeat(300))
            );
        }
    }

    #[test]
    fn a_list_that_is_empty_is_no_line() {
        let mut writer = Writer::default();
        writer.texts("CATEGORIES", []);
        writer.texts("CATEGORIES", ["a,b", "c"]);
        assert_eq!(writer.into_bytes(), b"CATEGORIES:a\\,b,c\r\n");
    }
}

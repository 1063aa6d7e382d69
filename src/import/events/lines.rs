//! The content lines of a calendar (RFC 5545, 3.1), read as leniently as calendars are written.

/// One line, put together again where it was folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// What it says something about, in upper case.
    pub name: String,
    /// Its parameters, names in upper case, values without quotes.
    params: Vec<(String, String)>,
    /// What it says, still escaped.
    pub value: String,
    /// Whether its value is longer than anybody reads and was cut.
    pub is_cut: bool,
    /// Whether some of its bytes are no UTF-8.
    pub is_garbled: bool,
}

/// Longer values are pictures and other attachments.
const MOST_BYTES: usize = 64 * 1024;

/// An end of a line and an empty one, both of two bytes.
const MOST_ENDS: usize = 4;

impl Line {
    /// The first value of a parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    fn read(bytes: &[u8], is_cut: bool) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let is_garbled = matches!(text, std::borrow::Cow::Owned(_));
        let end = text.find([':', ';'])?;
        let name = text[..end].trim().to_ascii_uppercase();
        let (params, value) = read_params(&text[end..])?;
        (!name.is_empty()).then_some(Self {
            name,
            params,
            value,
            is_cut,
            is_garbled,
        })
    }
}

/// A parameter by name and value.
type Pair = (String, String);

/// What follows a name: `;A=b;C="d":value`.
fn read_params(mut rest: &str) -> Option<(Vec<Pair>, String)> {
    let mut params = Vec::new();
    loop {
        if let Some(value) = rest.strip_prefix(':') {
            return Some((params, value.to_owned()));
        }
        rest = rest.strip_prefix(';')?;
        let end = end_of_param(rest)?;
        // A semicolon too many says nothing.
        if let Some((name, value)) = rest[..end].split_once('=') {
            let value = value.trim().trim_matches('"').to_owned();
            params.push((name.trim().to_ascii_uppercase(), value));
        }
        rest = &rest[end..];
    }
}

/// Where a parameter ends: at the next colon or semicolon that is not in quotes.
fn end_of_param(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    text.find(|letter| {
        is_quoted ^= letter == '"';
        !is_quoted && matches!(letter, ':' | ';')
    })
}

/// The lines of a calendar in order; none for a line that says nothing about anything.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = Option<Line>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    Unfolded { rest: bytes }.filter_map(|(line, is_cut)| {
        let is_empty = line.iter().all(u8::is_ascii_whitespace);
        (!is_empty).then(|| Line::read(&line, is_cut))
    })
}

/// Puts folded lines together. A fold may stand within a letter, so this is done before letters are read.
struct Unfolded<'a> {
    rest: &'a [u8],
}

impl<'a> Unfolded<'a> {
    /// The next line as it stands. A line ends with CR LF, with LF or with CR.
    fn next_raw(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let end = self.rest.iter().position(is_end);
        let (line, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let rest = rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.get(1..))
            .unwrap_or_default();
        self.rest = rest;
        Some(line)
    }
}

impl Unfolded<'_> {
    /// Whether the next line goes on with this one. Some old calendars have an empty line before each fold.
    fn is_folded(&mut self) -> bool {
        let is_end = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let ends = self.rest.iter().take(MOST_ENDS).take_while(is_end).count();
        let is_folded = matches!(self.rest.get(ends), Some(b' ' | b'\t'));
        if is_folded {
            self.rest = &self.rest[ends..];
        }
        is_folded
    }
}

impl Iterator for Unfolded<'_> {
    type Item = (Vec<u8>, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = self.next_raw()?.to_vec();
        let mut is_cut = false;
        while self.is_folded() {
            let more = self.next_raw()?;
            is_cut |= line.len() + more.len() > MOST_BYTES;
            if !is_cut {
                line.extend_from_slice(&more[1..]);
            }
        }
        is_cut |= line.len() > MOST_BYTES;
        line.truncate(MOST_BYTES);
        Some((line, is_cut))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Option<Line>> {
        lines(text.as_bytes()).collect()
    }

    fn one(text: &str) -> Line {
        read(text).remove(0).unwrap()
    }

    #[test]
    fn a_line_has_a_name_parameters_and_a_value() {
        let line = one("dtstart;TZID=\"Europe/Berlin\";VALUE=DATE-TIME:20261124T180000");
        assert_eq!((&*line.name, &*line.value), ("DTSTART", "20261124T180000"));
        assert_eq!(line.param("TZID"), Some("Europe/Berlin"));
        assert_eq!(line.param("VALUE"), Some("DATE-TIME"));
        assert_eq!(line.param("X"), None);
        let line = one("ATTENDEE;CN=\"a;b:c\":mailto:x");
        assert_eq!(
            (line.param("CN"), &*line.value),
            (Some("a;b:c"), "mailto:x")
        );
    }

    #[test]
    fn odd_lines_are_read_as_far_as_they_can_be() {
        assert_eq!(
            one("DTSTART;;VALUE=DATE:20140409").param("VALUE"),
            Some("DATE")
        );
        assert_eq!(one("\u{feff}BEGIN:VCALENDAR").name, "BEGIN");
        assert_eq!(one(" BEGIN : x").value, " x");
        assert_eq!(read("X-APPLE-RADIUS=49.9"), [None]);
        assert_eq!(read("A;B=\"c:d"), [None]);
        assert_eq!(read(":x"), [None]);
        assert_eq!(read("\r\n\n  \r\n").len(), 0);
    }

    #[test]
    fn folded_lines_are_put_together_even_within_a_letter() {
        let bytes = b"SUMMARY:Caf\xc3\r\n \xa9 am\n\t Markt\rUID:1\r\n";
        let all: Vec<_> = lines(bytes).flatten().collect();
        assert_eq!(all[0].value, "Café am Markt");
        assert!(!all[0].is_garbled);
        assert_eq!(all[1].name, "UID");
        assert!(
            lines(b"SUMMARY:Caf\xe9")
                .flatten()
                .next()
                .unwrap()
                .is_garbled
        );
    }

    #[test]
    fn an_empty_line_before_a_fold_is_no_end() {
        assert_eq!(one("UID\n\n :1\nSUMMARY:A").value, "1");
        assert_eq!(read("UID:1\n\nSUMMARY:A\n\n").len(), 2);
    }

    #[test]
    fn an_attachment_is_cut_and_the_next_line_is_read() {
        let text = format!(
            "ATTACH:{}\r\n {}\r\nUID:1",
            "x".repeat(50_000),
            "y".repeat(50_000)
        );
        let all: Vec<_> = lines(text.as_bytes()).flatten().collect();
        assert!(all[0].is_cut && all[0].value.len() <= MOST_BYTES);
        assert_eq!((&*all[1].name, all[1].is_cut), ("UID", false));
    }
}

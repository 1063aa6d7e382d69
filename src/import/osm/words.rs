//! Tag values as the words and numbers of the domain.

use std::cell::Cell;

use crate::domain::catalogue::Tags;
use crate::domain::words::Words;

/// Reads tags and remembers whether a value could not be used as it stands.
pub(super) struct Reader<'a> {
    tags: &'a Tags,
    unusable: Cell<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tags: &'a Tags) -> Self {
        Self {
            tags,
            unusable: Cell::new(0),
        }
    }

    /// How many values were cut or dropped so far.
    pub(super) fn unusable(&self) -> usize {
        self.unusable.get()
    }

    /// The value as it stands, trimmed, unless there is none.
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        let text = self.tags.get(key)?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The value as words: cut at the limit, control characters taken for spaces.
    pub(super) fn words<const MAX: usize>(&self, key: &str) -> Option<Words<MAX>> {
        let text = self.text(key)?;
        text.parse().ok().or_else(|| {
            self.refuse();
            fitted(text, MAX).parse().ok()
        })
    }

    /// The words under the first key that has any.
    pub(super) fn first<const MAX: usize>(&self, keys: &[&str]) -> Option<Words<MAX>> {
        keys.iter().find_map(|key| self.words(key))
    }

    /// The value as a number, unless it is none.
    pub(super) fn number<N: std::str::FromStr>(&self, key: &str) -> Option<N> {
        let number = self.text(key)?.parse().ok();
        if number.is_none() {
            self.refuse();
        }
        number
    }

    /// Remembers that a value could not be used.
    pub(super) fn refuse(&self) {
        self.unusable.set(self.unusable.get() + 1);
    }
}

/// At most `max` characters of `text`, control characters taken for spaces.
pub(super) fn fitted(text: &str, max: usize) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.trim().chars().map(plain).take(max).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_cut_and_counted() {
        let tags = Tags::from([
            ("name".to_owned(), "ä".repeat(300)),
            ("operator".to_owned(), "Stadt\u{7}Musterstadt".to_owned()),
            ("min_age".to_owned(), "six".to_owned()),
            ("note".to_owned(), " \u{1} ".to_owned()),
            ("fine".to_owned(), " fine ".to_owned()),
        ]);
        let reader = Reader::new(&tags);
        assert_eq!(reader.words::<200>("fine").unwrap().as_str(), "fine");
        assert_eq!(reader.unusable(), 0);
        assert_eq!(
            reader.words::<200>("name").unwrap().as_str(),
            "ä".repeat(200)
        );
        assert_eq!(
            reader.words::<200>("operator").unwrap().as_str(),
            "Stadt Musterstadt"
        );
        assert_eq!(reader.number::<u8>("min_age"), None);
        assert_eq!(reader.words::<200>("note"), None);
        assert_eq!(reader.words::<200>("absent"), None);
        assert_eq!(reader.unusable(), 4);
    }
}

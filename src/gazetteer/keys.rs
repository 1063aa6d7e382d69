//! The keys of names in one ordered map, looked up whole, by their beginning, or in spite of typos.

use fst::{IntoStreamer, Map, Streamer};

use super::typos::Typos;
use crate::domain::address::words;

/// Keys with the spots that have them.
#[derive(Default)]
pub(super) struct Keys {
    map: Map<Vec<u8>>,
    /// Where the spots of a key begin in `spots`; one more than there are keys.
    begins: Vec<u32>,
    spots: Vec<KeyOf>,
}

/// A spot that has a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct KeyOf {
    /// The spot's position.
    pub(super) spot: u32,
    /// Whether the key leaves out the first words of the name.
    pub(super) is_inner: bool,
}

/// How a key fits a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// Letters that are wrong, missing, too many or swapped.
    pub(super) edits: u8,
    /// Whether the key goes on after the text.
    pub(super) is_begun: bool,
}

/// Collects keys.
#[derive(Default)]
pub(super) struct KeysBuilder(Vec<(String, KeyOf)>);

/// No name has more keys: those who search begin with one of its first words.
const MOST_KEYS_OF_A_NAME: usize = 6;

/// Longer keys are cut: nobody types more.
const MOST_KEY_BYTES: usize = 80;

/// Words that many names end with say nothing by themselves.
const ENDINGS: [&str; 6] = ["allee", "gasse", "platz", "ring", "strasse", "weg"];

impl KeysBuilder {
    /// Adds the keys of a name: one for the whole, one from each further word on.
    pub(super) fn add(&mut self, name: &str, spot: u32) {
        let words = words(name);
        for begin in 0..words.len().min(MOST_KEYS_OF_A_NAME) {
            let rest = &words[begin..];
            if begin > 0 && rest.len() == 1 && ENDINGS.contains(&rest[0].as_str()) {
                continue;
            }
            let is_inner = begin > 0;
            self.0.push((cut(rest.concat()), KeyOf { spot, is_inner }));
        }
    }

    pub(super) fn build(mut self) -> Keys {
        self.0.sort_unstable();
        self.0.dedup();
        let (mut begins, mut spots, mut keys) = (Vec::new(), Vec::new(), Vec::new());
        let mut last: Option<String> = None;
        for (key, of) in self.0 {
            if last.as_ref() != Some(&key) {
                let number = begins.len() as u64;
                begins.push(count(spots.len()));
                keys.push((key.clone(), number));
                last = Some(key);
            }
            spots.push(of);
        }
        begins.push(count(spots.len()));
        Keys {
            map: Map::from_iter(keys).expect("the keys are in order and there once"),
            begins,
            spots,
        }
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("a city has fewer names than numbers of 32 bits")
}

fn cut(mut key: String) -> String {
    let end = (0..=MOST_KEY_BYTES.min(key.len()))
        .rev()
        .find(|at| key.is_char_boundary(*at));
    key.truncate(end.unwrap_or(0));
    key
}

impl Keys {
    /// Hands `take` every spot with a key that begins with `text`, and the key, in the order of the keys, until it
    /// says false.
    pub(super) fn beginning_with(
        &self,
        text: &str,
        mut take: impl FnMut(&[u8], Fit, KeyOf) -> bool,
    ) {
        let mut stream = self.map.range().ge(text).into_stream();
        while let Some((key, number)) = stream.next() {
            if !key.starts_with(text.as_bytes()) {
                return;
            }
            let fit = Fit {
                edits: 0,
                is_begun: key.len() > text.len(),
            };
            if !self.of(number).iter().all(|of| take(key, fit, *of)) {
                return;
            }
        }
    }

    /// The same for every spot with a key whose beginning is `text` but for one to `most` typos.
    pub(super) fn similar_to(
        &self,
        text: &str,
        most: u8,
        mut take: impl FnMut(&[u8], Fit, KeyOf) -> bool,
    ) {
        let typos = Typos::beginning(text, most);
        let mut stream = self.map.search_with_state(&typos).into_stream();
        while let Some((key, number, read)) = stream.next() {
            let Some(edits @ 1..) = typos.typos(&read) else {
                continue;
            };
            let is_begun = key.len() > text.len() + usize::from(most);
            let fit = Fit { edits, is_begun };
            if !self.of(number).iter().all(|of| take(key, fit, *of)) {
                return;
            }
        }
    }

    fn of(&self, number: u64) -> &[KeyOf] {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        match self.begins.get(number..=number.saturating_add(1)) {
            Some([begin, end]) => &self.spots[*begin as usize..*end as usize],
            _ => &[],
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let lists = size_of_val(&*self.begins) + size_of_val(&*self.spots);
        self.map.as_fst().as_bytes().len() + lists
    }
}

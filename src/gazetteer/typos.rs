//! Words in spite of typos: a letter wrong, missing, too many, or swapped with its neighbour (optimal string alignment).
//!
//! A word is compared while the ordered map of keys is walked byte by byte: of the textbook table only the band
//! around its diagonal is kept that so few typos can reach. Keys are almost always ASCII; of other letters each
//! byte counts.

use fst::Automaton;

/// More typos are never looked for.
const MOST: usize = 2;

/// Cells of a row that so many typos can reach.
const BAND: usize = 2 * MOST + 1;

/// A distance that is too far, however it goes on.
const FAR: u8 = 10;

/// How many typos a word of so many letters may have.
pub(super) fn allowed(word: &str) -> u8 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Accepts what is `word` but for at most `most` typos, or what begins so.
pub(super) struct Typos<'a> {
    word: &'a [u8],
    most: u8,
    is_beginning: bool,
}

/// How far a text has been read.
#[derive(Clone, Copy)]
pub(super) struct Read {
    bytes: usize,
    /// Distances between what was read and beginnings of the word; the middle cell is the one of the same length.
    row: [u8; BAND],
    /// The row before.
    before: [u8; BAND],
    /// The last byte that was read.
    last: u8,
    /// The distance to the whole word of what was read, at its best so far.
    best: u8,
}

impl<'a> Typos<'a> {
    /// Accepts whatever begins with `word` but for at most `most` typos. Where there may be two, the first byte has to
    /// be right: that is almost always so, and only a part of all names has to be walked.
    pub(super) fn beginning(word: &'a str, most: u8) -> Self {
        Self {
            word: word.as_bytes(),
            most,
            is_beginning: true,
        }
    }

    /// Accepts `word` but for at most `most` typos.
    pub(super) fn whole(word: &'a str, most: u8) -> Self {
        Self {
            word: word.as_bytes(),
            most,
            is_beginning: false,
        }
    }

    /// The typos in what was read; none if these are too many.
    pub(super) fn typos(&self, read: &Read) -> Option<u8> {
        let typos = if self.is_beginning {
            read.best
        } else {
            self.to_whole_word(read)
        };
        (typos <= self.most).then_some(typos)
    }

    /// The typos in `text`; none if these are too many.
    pub(super) fn in_text(&self, text: &str) -> Option<u8> {
        let mut read = self.start();
        for byte in text.bytes() {
            if !self.can_match(&read) {
                return None;
            }
            read = self.accept(&read, byte);
        }
        self.typos(&read)
    }

    fn to_whole_word(&self, read: &Read) -> u8 {
        let cell = (self.word.len() + MOST).checked_sub(read.bytes);
        cell.and_then(|cell| read.row.get(cell))
            .copied()
            .unwrap_or(FAR)
    }

    /// The distance of a cell: the text read so far and `byte` against the word up to `length`.
    fn cell(&self, read: &Read, new: [u8; BAND], cell: usize, length: usize, byte: u8) -> u8 {
        let at = |row: &[u8; BAND], cell: Option<usize>| {
            cell.and_then(|cell| row.get(cell)).copied().unwrap_or(FAR)
        };
        let too_many = at(&read.row, Some(cell + 1)) + 1;
        let Some(letter) = length.checked_sub(1).map(|at| self.word[at]) else {
            return too_many;
        };
        let missing = at(&new, cell.checked_sub(1)) + 1;
        let wrong = at(&read.row, Some(cell)) + u8::from(letter != byte);
        let swaps = read.bytes > 0
            && letter == read.last
            && length
                .checked_sub(2)
                .is_some_and(|at| self.word[at] == byte);
        let swapped = if swaps {
            at(&read.before, Some(cell)) + 1
        } else {
            FAR
        };
        too_many.min(missing).min(wrong).min(swapped).min(FAR)
    }
}

impl Automaton for Typos<'_> {
    type State = Read;

    fn start(&self) -> Read {
        let mut row = [FAR; BAND];
        for (cell, letters) in (MOST..BAND).zip(0..) {
            row[cell] = letters;
        }
        let mut read = Read {
            bytes: 0,
            row,
            before: [FAR; BAND],
            last: 0,
            best: FAR,
        };
        read.best = self.to_whole_word(&read);
        read
    }

    fn is_match(&self, read: &Read) -> bool {
        self.typos(read).is_some()
    }

    fn can_match(&self, read: &Read) -> bool {
        let is_done = self.is_beginning && read.best <= self.most;
        is_done || read.row.iter().any(|distance| *distance <= self.most)
    }

    fn accept(&self, read: &Read, byte: u8) -> Read {
        let mut row = [FAR; BAND];
        if read.bytes == 0 && self.is_beginning && self.most > 1 && self.word.first() != Some(&byte)
        {
            return Read {
                bytes: 1,
                row,
                best: FAR,
                ..*read
            };
        }
        for cell in 0..BAND {
            // The middle cell of the next row belongs to the length of what will have been read.
            let length = (read.bytes + 1 + cell).checked_sub(MOST);
            if let Some(length) = length.filter(|length| *length <= self.word.len()) {
                row[cell] = self.cell(read, row, cell, length, byte);
            }
        }
        let mut next = Read {
            bytes: read.bytes + 1,
            row,
            before: read.row,
            last: byte,
            best: read.best,
        };
        next.best = next.best.min(self.to_whole_word(&next));
        next
    }
}

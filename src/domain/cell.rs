//! Texts in the cells of a table that a spreadsheet may open.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a formula can read other cells and
//! send them away. Whoever may suggest a place could so attack whoever opens the export. Such a text is written with an
//! apostrophe before it, which a spreadsheet shows as text, and read without it.

use std::borrow::Cow;

/// What a formula begins with: also in the wide letters of East Asian keyboards, and behind blanks that some programs skip
/// before they look.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// A text as it is written into a cell. Numbers stay numbers: they are no formula, whatever their sign.
#[must_use]
pub fn written(text: &str) -> Cow<'_, str> {
    let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
    if is_formula(text.trim_start_matches('\'')) && !is_number {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that a cell means: [`written`] undone.
#[must_use]
pub fn read(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_written_as_text() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            (
                "=HYPERLINK(\"https://evil.example\")",
                "'=HYPERLINK(\"https://evil.example\")",
            ),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
            ("+49 7141 910", "'+49 7141 910"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("--", "'--"),
            ("-inf", "'-inf"),
        ] {
            assert_eq!(written(text), cell);
            assert_eq!(read(cell), text);
        }
    }

    #[test]
    fn what_is_no_formula_is_written_as_it_is() {
        for text in [
            "",
            "-9.5",
            "+3",
            "-1e3",
            "Café",
            "'s Hertogenbosch",
            "'",
            "a=b",
            "9-17 Uhr",
            " =1",
        ] {
            assert_eq!(written(text), text);
            assert_eq!(read(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_is_read_back_as_it_was_and_no_cell_is_a_formula(text in "['=+@＝\\-\t 1a.]{0,6}") {
            let cell = written(&text);
            prop_assert_eq!(read(&cell), &*text);
            prop_assert!(!is_formula(&cell) || cell.parse::<f64>().is_ok());
        }
    }
}

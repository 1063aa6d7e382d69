//! Texts without the ways to reach a person.
//!
//! Calendars are written for colleagues: their texts name private addresses and numbers. An organisation can be
//! reached by its web page; everything else is left out before it is stored.

use std::sync::LazyLock;

use regex::Regex;

/// An e-mail address, also one that is written so that machines should not find it, with the word before it.
const MAIL: &str = r"(?xi)
    (?: \b e-?mail (?:-?adresse)? \s* :? \s* | \b mail \s* : \s* | mailto: )?
    [\p{L}\p{N}._%+\-]+ (?: @ | \s? [(\[{] \s? (?:at|ät|@) \s? [)\]}] \s? )
    [\p{L}\p{N}\-]+ (?: (?: \. | \s? [(\[{] \s? (?:dot|punkt|\.) \s? [)\]}] \s? ) [\p{L}\p{N}\-]+ )*";

/// A telephone number with its area code or its country, or any number after a word for telephone.
const TELEPHONE: &str = r"(?xi)
    \b (?: tel(?:efon|ephone)? | fon | phone | mobil(?:e|funk)? | handy | fax | whatsapp | signal | telegram )
        (?: -?nummer | -?nr\.? )? \s* [.:]? \s* :? \s* \+? [\d(] [\d\s/()\-–]{2,} \d
    | tel: \+? [\d\-]{3,}
    | (?: \+ \s? \d{1,3} | \( 0 \d{2,5} \) | \b 0 \d{2,5} ) (?: [\s/()\-–]{0,3} \d ){3,}";

static CONTACT: LazyLock<Regex> = LazyLock::new(|| {
    let both = format!("(?:{MAIL})|(?:{TELEPHONE})");
    pattern(&both)
});

/// `text` without e-mail addresses and telephone numbers; none where there are none.
#[must_use]
pub fn without_contacts(text: &str) -> Option<String> {
    CONTACT.is_match(text).then(|| {
        let rest = CONTACT.replace_all(text, "");
        tidy(&rest)
    })
}

/// Takes away what a contact leaves behind: empty brackets, lone commas, double spaces.
fn tidy(text: &str) -> String {
    static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[(\[{<]\s*[)\]}>]"));
    static SPACES: LazyLock<Regex> = LazyLock::new(|| pattern(r"[ \t]+([,.;:!?])"));
    static GAPS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[ \t]{2,}"));
    let text = BRACKETS.replace_all(text, "");
    let text = SPACES.replace_all(&text, "$1");
    let text = GAPS.replace_all(&text, " ");
    let is_lone = |letter: char| letter.is_whitespace() || ",;/|–-".contains(letter);
    let lines: Vec<_> = text
        .lines()
        .map(|line| line.trim_matches(is_lone))
        .collect();
    lines.join("\n").trim().to_owned()
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is valid: a test uses it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_left_out_and_the_rest_stays() {
        for (text, rest) in [
            (
                "Anmeldung bei maria.mueller@example.org bis Freitag",
                "Anmeldung bei bis Freitag",
            ),
            (
                "Kommen Sie vorbei! E-Mail: treff@example.org",
                "Kommen Sie vorbei!",
            ),
            ("m.mueller(at)example.de", ""),
            ("m.mueller [ät] example [punkt] de, danke", "danke"),
            ("mailto:a@b.de", ""),
            ("Fragen: Tel. 07141 910-2345.", "Fragen:."),
            ("Tel.: 910 2345", ""),
            ("Telefonnummer 2345", ""),
            ("Ruf an (0171/1234567), komm vorbei", "Ruf an, komm vorbei"),
            ("+49 7141 910 2345 oder 0049 7141 9102345", "oder"),
            ("(07141) 910 2345", ""),
            ("WhatsApp: 0171 123 45 67", ""),
        ] {
            assert_eq!(without_contacts(text).as_deref(), Some(rest), "{text}");
        }
    }

    #[test]
    fn dates_times_prices_and_streets_are_no_contacts() {
        for text in [
            "Am 01.12.2026 von 09:00 bis 11:30 Uhr",
            "08.00-12.00 Uhr",
            "2026-11-24T18:00",
            "0,50 € bis 10,00 €",
            "Weichselstraße 10, 71638 Ludwigsburg",
            "01067 Dresden",
            "09-12 und 14-17 Uhr",
            "für Kinder von 0 bis 6",
            "Raum 012",
            "Klasse 5/6",
            "24/7 offen",
            "Kaffee @ Marktplatz",
            "100 000 Schritte",
            "Nr. 3 - 5",
        ] {
            assert_eq!(without_contacts(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_of_beginnings_is_read_in_no_time() {
        let text = format!(
            "{}{}{}",
            "0".repeat(20_000),
            "a@".repeat(20_000),
            "(at) ".repeat(20_000)
        );
        assert!(without_contacts(&text).is_some_and(|rest| rest.len() < text.len()));
    }
}

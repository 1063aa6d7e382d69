//! Text as people search it: without case, accents and punctuation.

/// `text` in lower case, umlauts written out, accents dropped, everything else that is no letter or digit a single space.
///
/// `"Weststraße/Café Öl"` and `"WESTSTRASSE CAFE OEL"` fold to the same text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(letters) => folded.push_str(letters),
            None if letter.is_alphanumeric() => folded.push(letter),
            // A combining accent belongs to the letter before it.
            None if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            None if folded.ends_with(' ') || folded.is_empty() => {}
            None => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// `text` as a part of a web address: folded, words joined by hyphens, at most 60 bytes, never empty.
#[must_use]
pub fn slug(text: &str) -> String {
    let ascii: String = fold(text)
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let mut slug = String::new();
    for word in ascii.split('-').filter(|word| !word.is_empty()) {
        if slug.len() + word.len() >= 60 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() { "ort".into() } else { slug }
}

fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ä' | 'æ' => "ae",
        'ö' | 'ø' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' => "a",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ō' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' => "s",
        'ù' | 'ú' | 'û' | 'ū' | 'ů' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_case_and_punctuation_do_not_matter() {
        assert_eq!(fold("Weststraße/Café  Öl!"), "weststrasse cafe oel");
        assert_eq!(fold("GRÜNBÜHL-Sonnenberg"), fold("gruenbuehl sonnenberg"));
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
    }

    #[test]
    fn a_slug_is_short_ascii_and_never_empty() {
        assert_eq!(
            slug("Stadtteilzentrum Eglosheim (Café KarMa)"),
            "stadtteilzentrum-eglosheim-cafe-karma"
        );
        assert_eq!(slug("日本"), "ort");
        assert!(slug(&"wort ".repeat(50)).len() <= 60);
    }
}

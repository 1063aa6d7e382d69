//! What nobody may see of a suggestion, and what somebody of the city should look at twice.
//!
//! A place of refuge is never kept. A dwelling is no meeting place: whoever writes about one says where somebody lives.
//! What is clear is withheld; what is doubtful is marked, and a person decides.

use std::sync::LazyLock;

use regex::Regex;

use crate::domain::Catalogue;
use crate::domain::choice::choice;
use crate::domain::suggestion::{Said, Suggestion};

choice! {
    /// Why nobody sees what a suggestion says.
    Withheld: "withheld" {
        /// It names a place of refuge.
        Refuge = "refuge",
        /// It is about a dwelling.
        Dwelling = "dwelling",
    }
}

choice! {
    /// What is doubtful about a suggestion.
    Doubt: "doubt" {
        /// Its words sound like a dwelling.
        Dwelling = "dwelling",
        /// Its address has a house number where no place is known: it could be a dwelling.
        HouseNumber = "house_number",
        /// It may name a person.
        Person = "person",
    }
}

/// The speaker's own dwelling, a family's door, a private address. On folded text.
const CLEAR: &str = r"\b(?:
      (?: bei | zu ) \s (?: mir | uns ) \s (?: zu \s | nach \s )? (?: hause? | daheim ) | (?: mir | uns ) \s zuhause
    | zuhause \s bei \s (?: mir | uns ) | (?: mein | unser ) (?: em | es )? \s zuhause
    | mein (?: e[mnrs]? )? \s (?: \w+ \s )? (?: wohnung | haus | hauses | haeuschen | wohnzimmer | zimmer | kueche | keller | garage
        | garten | gartens | vorgarten | hof | innenhof | terrasse | balkon | grundstueck | haustuer | doppelhaushaelfte | wg )
    | unser (?: e[mnrs]? )? \s (?: \w+ \s )? (?: wohnung | wg | haustuer | doppelhaushaelfte | vorgarten | balkon )
    | (?: bei | von ) \s (?: der \s )? familie \s \w+
    | klingel (?: n | t | schild | knopf )? \s (?: \w+ \s )? bei | bei \s \w+ (?: \s \w+ )? \s klingeln | klingelschild
    | name \s (?: steht \s )? an \s der \s (?: klingel | tuer )
    | (?: at | in | to | behind | near | outside | opposite ) \s (?: my | our ) \s (?: home | house | place | flat | apartment )
    | my \s (?: \w+ \s )? (?: home | house | flat | apartment | living \s room | garden | backyard | basement | garage | balcony )
    | our \s (?: flat | apartment )
    | ring \s (?: the \s (?: door )? bell \s )? (?: at | for )
    )\b";

/// Somebody's home, told by its name. Of a place that is on the map already this may be the very thing that is wrong with it.
const HOME: &str = r"\b(?:
      privat (?: e[mnrs]? )? \s? (?: wohnung | haus | haushalt | adresse | anschrift | haeuser ) (?: en )?
    | private (?: \s (?: home | house | flat | apartment | residence | address | dwelling ) )
    )\b";

/// What may be a dwelling, or something quite different: an office upstairs, a private company, a garden of neighbours.
const DOUBTFUL: &str = r"\b(?:
      privat \w* | private
    | wohnung (?: en )? | apartment | flat | einfamilienhaus \w* | mehrfamilienhaus \w* | reihenhaus \w* | hinterhaus
    | unser (?: e[mnrs]? )? \s (?: \w+ \s )? (?: haus | garten | hof | keller | wohnzimmer | kueche | terrasse | grundstueck | zuhause )
    | klingel (?: n | t | knopf )? | zuhause | zu \s hause | daheim
    | c \s o \s \w+
    | \d{1,2} \s? (?: stock | og | obergeschoss | etage | geschoss ) \s (?: \w+ \s ){0,2} (?: links | rechts | mitte | li | re )
    )\b";

/// Somebody by their name. On the text as it is: names are told by their capitals.
const PERSON: &str = r"\b(?: [Hh]errn? | Hr\. | [Ff]rau | Fr\. | [Ff]amilie | Mr\.? | Mrs\.? | Ms\.? )\s+(?: (?: Dr | Prof )\.\s* )*\p{Lu}[\p{Ll}'’\-]+";

/// Squares, streets and figures that only begin like a person.
const NO_PERSON: &str = r"^(?: Frau\s+Holle | [Ff]amilien )";

static CLEARLY: LazyLock<Regex> = LazyLock::new(|| pattern(CLEAR));
static BY_NAME: LazyLock<Regex> = LazyLock::new(|| pattern(HOME));
static PERHAPS: LazyLock<Regex> = LazyLock::new(|| pattern(DOUBTFUL));
static SOMEBODY: LazyLock<Regex> = LazyLock::new(|| pattern(PERSON));
static NOBODY: LazyLock<Regex> = LazyLock::new(|| pattern(NO_PERSON));

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?x){text}")).expect("the pattern is valid: a test uses it")
}

/// Whether a text is clearly about a dwelling. `is_known` says that it is told of a place that is on the map: that such a place
/// is a private house must be sayable.
#[must_use]
pub fn is_about_a_dwelling(text: &str, is_known: bool) -> bool {
    let folded = crate::domain::folding::fold(text);
    CLEARLY.is_match(&folded) || (!is_known && BY_NAME.is_match(&folded))
}

/// Whether a text may name a person.
#[must_use]
pub fn may_name_a_person(text: &str) -> bool {
    let mut found = SOMEBODY.find_iter(text);
    found.any(|name| !NOBODY.is_match(name.as_str()))
}

impl Said {
    /// Why nobody may see this, if so.
    #[must_use]
    pub fn withheld(&self, catalogue: &Catalogue) -> Option<Withheld> {
        if self.is_blocked(catalogue) {
            return Some(Withheld::Refuge);
        }
        let is_known = self.about.is_some();
        let mut texts = self.texts();
        texts
            .any(|text| is_about_a_dwelling(text, is_known))
            .then_some(Withheld::Dwelling)
    }

    /// What its words leave in doubt.
    #[must_use]
    pub fn doubts(&self) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        if self
            .texts()
            .any(|text| PERHAPS.is_match(&crate::domain::folding::fold(text)))
        {
            doubts.push(Doubt::Dwelling);
        }
        if self.texts().any(may_name_a_person) {
            doubts.push(Doubt::Person);
        }
        doubts
    }
}

impl Suggestion {
    /// The suggestion as it may be seen: of one that is withheld only that it is there, and where it is about a dwelling, which
    /// place it is about. Done whenever one is read, so that what came in under older rules is held back too.
    #[must_use]
    pub fn screened(mut self, catalogue: &Catalogue) -> Self {
        self.withheld = self.said.withheld(catalogue);
        match self.withheld {
            None => {}
            Some(Withheld::Refuge) => self.said = Said::default(),
            Some(Withheld::Dwelling) => {
                self.said = Said {
                    about: self.said.about,
                    is_gone: self.said.is_gone,
                    barriers_changed: self.said.barriers_changed,
                    ..Said::default()
                };
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::PlaceId;

    fn remark(text: &str) -> Said {
        Said {
            remark: text.parse().ok(),
            ..Said::default()
        }
    }

    fn about(text: &str) -> Said {
        Said {
            about: Some(PlaceId(Uuid::from_u128(1))),
            ..remark(text)
        }
    }

    fn withheld(said: &Said) -> Option<Withheld> {
        said.withheld(Catalogue::shipped())
    }

    #[test]
    fn a_dwelling_is_no_meeting_place() {
        for text in [
            "Kaffee gibt es bei mir zu Hause",
            "Kommt zu mir nach Hause!",
            "Bei uns daheim ist immer offen",
            "zuhause bei mir",
            "in meiner Wohnung",
            "Meine kleine Wohnung steht allen offen",
            "Die Bank neben meinem Haus",
            "in meinem Garten",
            "unsere WG",
            "vor unserer Haustür",
            "Treff bei Familie Yilmaz",
            "bei der Familie Müller-Ö",
            "Klingel bei Schmidt",
            "Bitte klingeln bei Maier",
            "bei Maier oben klingeln",
            "Name steht an der Klingel",
            "siehe Klingelschild",
            "Privatwohnung",
            "eine private Wohnung im Ort",
            "Privatadresse",
            "PRIVAT-HAUS",
            "at my place",
            "opposite my house",
            "my cosy living room",
            "in our flat",
            "a private home",
            "ring the bell at Smith",
        ] {
            assert_eq!(withheld(&remark(text)), Some(Withheld::Dwelling), "{text}");
        }
    }

    #[test]
    fn a_place_on_the_map_may_be_said_to_be_a_private_house_but_nobodys_own() {
        assert_eq!(withheld(&about("Das ist ein Privathaus")), None);
        assert_eq!(about("Das ist ein Privathaus").doubts(), [Doubt::Dwelling]);
        assert_eq!(
            withheld(&about("Das ist meine Wohnung")),
            Some(Withheld::Dwelling)
        );
    }

    #[test]
    fn what_only_sounds_like_a_dwelling_is_marked_and_shown() {
        for text in [
            "3. Stock links",
            "2. OG ganz rechts",
            "Hinterhaus",
            "Der Spielplatz ist jetzt privat",
            "auf Privatgelände",
            "Unser Haus ist für alle offen",
            "Unser Garten liegt am Bach",
            "Café Zuhause",
            "c/o Verein",
            "Bitte klingeln",
            "unter der Wohnung",
        ] {
            let said = remark(text);
            assert_eq!(withheld(&said), None, "{text}");
            assert_eq!(said.doubts(), [Doubt::Dwelling], "{text}");
        }
    }

    #[test]
    fn ordinary_words_are_neither() {
        for text in [
            "Stadtteilbibliothek Schlösslesfeld",
            "Haus der Begegnung, Gasse 3",
            "Gemeinschaftsgarten am Bach",
            "Familienzentrum",
            "Mehrgenerationenhaus",
            "Im 2. Stock ist ein Aufzug",
            "Haus am See",
            "Meiner Meinung nach zu laut",
            "mein Lieblingsplatz",
            "Unser Verein trifft sich dort",
            "Frau-Holle-Weg",
            "Frau Holle Spielplatz",
            "Flachdach",
            "Frauencafé",
            "Hofladen",
        ] {
            let said = remark(text);
            assert_eq!((withheld(&said), said.doubts()), (None, vec![]), "{text}");
        }
    }

    #[test]
    fn somebody_by_name_is_marked() {
        for text in [
            "Fragen Sie Frau Müller",
            "Herr Dr. Yilmaz weiß mehr",
            "bei Herrn Ögüt",
            "Mr. Smith has the key",
        ] {
            assert_eq!(remark(text).doubts(), [Doubt::Person], "{text}");
        }
    }

    #[test]
    fn of_what_is_withheld_no_word_is_left() {
        let shown = |said| {
            Suggestion::new(
                crate::domain::suggestion::SuggestionId(Uuid::nil()),
                chrono::NaiveDate::default(),
                said,
            )
            .screened(Catalogue::shipped())
        };
        let dwelling = shown(about("in meiner Wohnung"));
        assert_eq!(dwelling.withheld, Some(Withheld::Dwelling));
        assert_eq!(
            (dwelling.said.about, dwelling.said.texts().count()),
            (Some(PlaceId(Uuid::from_u128(1))), 0)
        );
        let refuge = shown(about("Das ist das Frauenhaus"));
        assert_eq!(
            (refuge.withheld, refuge.said),
            (Some(Withheld::Refuge), Said::default())
        );
        let ordinary = shown(remark("schön"));
        assert_eq!((ordinary.withheld, ordinary.said), (None, remark("schön")));
    }
}

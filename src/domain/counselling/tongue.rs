//! Languages in which people are counselled.

use crate::domain::choice::choice;

choice! {
    /// A language by its code: ISO 639-1, or ISO 639-3 where that has none. Sign language and plain language are facts of their
    /// own.
    Tongue: "language" {
        /// German.
        German = "de",
        /// English.
        English = "en",
        /// Turkish.
        Turkish = "tr",
        /// Arabic.
        Arabic = "ar",
        /// Russian.
        Russian = "ru",
        /// Ukrainian.
        Ukrainian = "uk",
        /// Romanian.
        Romanian = "ro",
        /// Italian.
        Italian = "it",
        /// Croatian.
        Croatian = "hr",
        /// Serbian.
        Serbian = "sr",
        /// Bosnian.
        Bosnian = "bs",
        /// Greek.
        Greek = "el",
        /// Polish.
        Polish = "pl",
        /// Bulgarian.
        Bulgarian = "bg",
        /// Albanian.
        Albanian = "sq",
        /// Hungarian.
        Hungarian = "hu",
        /// Spanish.
        Spanish = "es",
        /// Portuguese.
        Portuguese = "pt",
        /// French.
        French = "fr",
        /// Persian, with Dari.
        Persian = "fa",
        /// Pashto.
        Pashto = "ps",
        /// Kurmanji, the northern Kurdish.
        Kurmanji = "kmr",
        /// Sorani, the central Kurdish.
        Sorani = "ckb",
        /// Tigrinya.
        Tigrinya = "ti",
        /// Somali.
        Somali = "so",
        /// Tamil.
        Tamil = "ta",
        /// Urdu.
        Urdu = "ur",
        /// Hindi.
        Hindi = "hi",
        /// Vietnamese.
        Vietnamese = "vi",
        /// Chinese.
        Chinese = "zh",
        /// Thai.
        Thai = "th",
        /// Romani.
        Romani = "rom",
    }
}

impl Tongue {
    /// Those whose gaps are shown where a city names none (`[safety] languages`): the languages most spoken at home in
    /// Baden-Württemberg by impression, not by a count.
    pub const DEFAULT: [Self; 10] = [
        Self::German,
        Self::English,
        Self::Turkish,
        Self::Arabic,
        Self::Russian,
        Self::Ukrainian,
        Self::Romanian,
        Self::Italian,
        Self::Croatian,
        Self::Polish,
    ];
}

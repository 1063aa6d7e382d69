//! How to pass a place on: its address to read and to copy; the browser's own ways where it has them.

use maud::{Markup, html};

use super::View;

impl View<'_> {
    /// Without script the address is a link to take along; script shows what the browser can do besides.
    pub(super) fn share(&self, address: &str) -> Markup {
        let language = self.language;
        html! {
            section.share #share data-copied=(language.text("share-copied")) {
                h2 { (language.text("share-title")) }
                p { a.address href=(address) { (address) } }
                div.ways {
                    button.button.secondary type="button" hidden data-share="copy" { (language.text("share-copy")) }
                    button.button.secondary type="button" hidden data-share="send" { (language.text("share-send")) }
                    button.button.secondary type="button" hidden data-share="print" { (language.text("share-print")) }
                }
                p.hint role="status" {}
            }
        }
    }
}

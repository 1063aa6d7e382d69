//! Forms as browsers send them.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, header};
use maud::{Markup, html};

use super::messages::Language;

/// What was sent: every field with its values, in the order they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(BTreeMap<String, Vec<String>>);

impl Fields {
    /// Reads a form; none when it is something else.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return None;
        }
        let mut fields = BTreeMap::<String, Vec<String>>::new();
        for (name, value) in form_urlencoded::parse(body) {
            // Browsers end lines of a text the way teleprinters did.
            let value = value.replace("\r\n", "\n");
            fields.entry(name.into_owned()).or_default().push(value);
        }
        Some(Self(fields))
    }

    /// Whether there are no other fields than `known`, and none of them twice.
    pub(super) fn are_single(&self, known: &[&str]) -> bool {
        self.are_known(known, &[])
    }

    /// Whether there are no other fields than `single`, none of which is there twice, and `several`.
    pub(super) fn are_known(&self, single: &[&str], several: &[&str]) -> bool {
        let mut all = self.0.iter();
        all.all(|(name, values)| {
            several.contains(&&**name) || (single.contains(&&**name) && values.len() == 1)
        })
    }

    /// The first value of a field as it was typed; empty when there is none.
    pub(super) fn typed(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// The first value of a field without blanks around it; empty when there is none.
    pub(super) fn value(&self, name: &str) -> &str {
        self.typed(name).trim()
    }

    /// Every value of a field.
    pub(super) fn values(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }
}

/// What is kept of a field, beside what was typed.
pub(super) fn kept_beside(language: Language, name: &str, said: &str) -> Markup {
    let said = Some(said).filter(|own| !own.is_empty()).unwrap_or("–");
    html! { p.hint data-kept=(name) { (language.text_with("staff-kept-now", [("value", said.to_owned().into())])) } }
}

/// A choice of one, or of none in particular: label, name in the form, the word for none, and the choices with their values.
pub(super) fn select(
    language: Language,
    name: &str,
    label: &str,
    any: &str,
    choices: &[(&str, impl AsRef<str>)],
    chosen: &str,
) -> Markup {
    html! {
        div.field {
            label for=(name) { (language.text(label)) }
            select id=(name) name=(name) {
                option value="" { (language.text(any)) }
                @for (value, text) in choices {
                    option value=(value) selected[*value == chosen] { (text.as_ref()) }
                }
            }
        }
    }
}

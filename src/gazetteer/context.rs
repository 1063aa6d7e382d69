//! Where spots are in words: town, part of town, postcodes. Many spots share them.

use std::collections::HashMap;

use crate::domain::address;

/// A context in the list of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct ContextId(u32);

impl ContextId {
    /// The position in the list of all.
    pub(super) fn position(self) -> usize {
        self.0 as usize
    }
}

/// Town, part of town and postcodes of a spot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Context {
    pub(super) town: Option<Box<str>>,
    pub(super) suburb: Option<Box<str>>,
    /// The postcodes of its houses, as positions in the list of all.
    pub(super) postcodes: Vec<u16>,
    /// The words of town and part of town, as they are searched.
    pub(super) words: Vec<String>,
}

/// All contexts and postcodes, each once.
#[derive(Default)]
pub(super) struct Contexts {
    all: Vec<Context>,
    ids: HashMap<Context, ContextId>,
    postcodes: Vec<Box<str>>,
    postcode_ids: HashMap<Box<str>, u16>,
}

impl Contexts {
    pub(super) fn id(
        &mut self,
        town: Option<Box<str>>,
        suburb: Option<Box<str>>,
        postcodes: Vec<u16>,
    ) -> ContextId {
        let names = [&town, &suburb].into_iter().flatten();
        let words = names.flat_map(|name| address::words(name)).collect();
        let context = Context {
            town,
            suburb,
            postcodes,
            words,
        };
        if let Some(known) = self.ids.get(&context) {
            return *known;
        }
        let id = ContextId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(context.clone());
        self.ids.insert(context, id);
        id
    }

    /// The position of a postcode in the list of all; none when the list is full.
    pub(super) fn postcode(&mut self, code: &str) -> Option<u16> {
        if let Some(known) = self.postcode_ids.get(code) {
            return Some(*known);
        }
        let id = u16::try_from(self.postcodes.len()).ok()?;
        self.postcodes.push(code.into());
        self.postcode_ids.insert(code.into(), id);
        Some(id)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, id: ContextId) -> &Context {
        &self.all[id.position()]
    }

    pub(super) fn code(&self, id: u16) -> &str {
        &self.postcodes[usize::from(id)]
    }

    /// Whether a text is a postcode that any spot has.
    pub(super) fn has_postcode(&self, text: &str) -> bool {
        self.postcode_ids.contains_key(text)
    }

    pub(super) fn bytes(&self) -> usize {
        let text = |text: &Option<Box<str>>| text.as_ref().map_or(0, |text| text.len());
        let contexts = self.all.iter().map(|own| {
            let words: usize = own
                .words
                .iter()
                .map(|word| word.len() + size_of::<String>())
                .sum();
            size_of::<Context>()
                + text(&own.town)
                + text(&own.suburb)
                + 2 * own.postcodes.len()
                + words
        });
        // Each stands in the list and among the keys of its table.
        2 * contexts.sum::<usize>()
            + 2 * self
                .postcodes
                .iter()
                .map(|code| code.len() + 16)
                .sum::<usize>()
    }
}

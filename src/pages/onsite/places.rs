//! The places that an audit can be begun for, as short as can be: a phone keeps them all.

use serde_json::{Value, json};

use crate::domain::place::Status;
use crate::domain::{Catalogue, Class};
use crate::pages::messages::Language;
use crate::pages::place::postal;
use crate::pages::results::kind_name;
use crate::snapshot::{Located, Snapshot};

/// A phone is not made to keep more; the desk finds the others.
const MOST_PLACES: usize = 20_000;

/// The places, and how many there are besides.
pub(super) struct Listed {
    /// Each as id, name, kind, and address or district.
    pub(super) places: Vec<Value>,
    pub(super) left_out: usize,
}

/// Every place that is not closed, by name.
pub(super) fn of(snapshot: &Snapshot, language: Language) -> Listed {
    let mut all: Vec<_> = snapshot
        .places()
        .filter(|own| own.place.lifecycle.status != Status::Closed)
        .collect();
    all.sort_by_cached_key(|own| (own.folded_name().to_owned(), own.place.id));
    let listed = all.iter().take(MOST_PLACES);
    Listed {
        places: listed.map(|own| place(snapshot, language, own)).collect(),
        left_out: all.len().saturating_sub(MOST_PLACES),
    }
}

fn place(snapshot: &Snapshot, language: Language, own: &Located) -> Value {
    let address = own.place.facts.address.as_deref().and_then(postal);
    let district = || snapshot.district_of(own).map(|own| own.name.to_string());
    let kind = own.place.kind;
    let about = [Some(kind_name(language, kind)), address.or_else(district)];
    let about: Vec<_> = about.into_iter().flatten().collect();
    json!([
        own.place.id,
        own.place.name.as_str(),
        kind.as_str(),
        about.join(", ")
    ])
}

/// Which kinds of places are rooms; all others are outdoors.
pub(super) fn kinds(language: Language) -> Value {
    let all = Catalogue::shipped().kinds();
    let all = all.filter(|(_, kind)| kind.cls != Class::Amenity);
    all.map(|(id, kind)| {
        let name = kind_name(language, id);
        let said = json!({ "name": name, "isRoom": kind.cls == Class::Room });
        (kind.id.clone(), said)
    })
    .collect::<serde_json::Map<_, _>>()
    .into()
}

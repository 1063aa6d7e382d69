//! Where news are from, and about what kind of place.

use crate::domain::news::{News, Topical, Whereabouts};
use crate::domain::{DistrictId, KindId};
use crate::snapshot::{Located, Snapshot};

impl Snapshot {
    /// The districts that something in the news lies in and lay in before, each once: none where that is no longer known.
    #[must_use]
    pub fn districts_of_news(&self, news: &News) -> Vec<&DistrictId> {
        let now = match news.about {
            Topical::Place(id) => self.place(id).and_then(|own| self.district_of(own)),
            Topical::Event(id) => self.event(id).and_then(|own| self.district_of_event(own)),
        };
        let was = match news.was_at {
            Some(Whereabouts::At(location)) => self.district_at(location),
            Some(Whereabouts::Place(id)) => self.place(id).and_then(|own| self.district_of(own)),
            None => None,
        };
        let mut ids: Vec<_> = now.into_iter().chain(was).map(|own| &own.id).collect();
        ids.dedup();
        ids
    }

    /// The kinds of the place in the news, now and before, each once; of an event those of the place it is held at.
    #[must_use]
    pub fn kinds_of_news(&self, news: &News) -> Vec<KindId> {
        let now = match news.about {
            Topical::Place(id) => self.place(id),
            Topical::Event(id) => self.event(id).and_then(|own| self.place_of(own)),
        };
        let was_at = match news.was_at {
            Some(Whereabouts::Place(id)) => self.place(id),
            _ => None,
        };
        let kind = |own: &Located| own.place.kind;
        let was = news.was_kind.or_else(|| was_at.map(kind));
        let mut kinds: Vec<_> = now.map(kind).into_iter().chain(was).collect();
        kinds.dedup();
        kinds
    }
}

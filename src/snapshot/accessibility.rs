//! What published audits say of the places of a snapshot.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::priority::Improved;
use crate::barrier_free::{Basis, Catalogues, KeyFacts, Ratings, Sheet};
use crate::domain::audit::life::Due;
use crate::domain::audit::{AuditId, CriterionId, PublishedAudit, Rating, Source};
use crate::domain::{Fact, KindId, Need, PlaceId};
use crate::snapshot::{Located, Snapshot};

/// What is published of audits of places: of each place the newest of each source, and what is made up only where nobody
/// measured. A copy is cheap.
#[derive(Clone, Default)]
pub(super) struct Findings(Arc<Published>);

#[derive(Clone, Default)]
struct Published {
    by_place: BTreeMap<PlaceId, Newest>,
    /// The places of those that count, by the ids of the audits.
    by_id: BTreeMap<AuditId, PlaceId>,
}

/// The newest audit of a place, and the newest word of whoever runs it. They are never mixed.
#[derive(Clone, Default)]
pub(super) struct Newest {
    audited: Option<Arc<Finding>>,
    declared: Option<Arc<Finding>>,
}

/// What was published, and what was read off where this program knows the criteria.
pub(super) struct Finding {
    audit: PublishedAudit,
    sheet: Option<Sheet>,
}

/// What a published audit says of a place.
pub struct Accessibility {
    finding: Arc<Finding>,
    verdicts: Option<Verdicts>,
    ratings: Option<Ratings>,
    facts: KeyFacts,
}

impl Findings {
    pub(super) fn build(all: Vec<PublishedAudit>, criteria: &Catalogues) -> Self {
        let mut by_place: BTreeMap<PlaceId, Newest> = BTreeMap::new();
        for audit in all {
            by_place
                .entry(audit.place)
                .or_default()
                .put(audit, criteria);
        }
        let ids = by_place.iter();
        let ids = ids.flat_map(|(place, own)| own.ids().map(|id| (id, *place)));
        Self(Arc::new(Published {
            by_id: ids.collect(),
            by_place,
        }))
    }

    /// The same after what counts of some places has changed.
    pub(super) fn after(
        &self,
        changed: BTreeMap<PlaceId, Vec<PublishedAudit>>,
        criteria: &Catalogues,
    ) -> Self {
        let newest = changed.into_iter().map(|(place, all)| {
            let mut newest = Newest::default();
            for audit in all {
                newest.put(audit, criteria);
            }
            (place, newest)
        });
        let is_new = |(place, newest): &(PlaceId, Newest)| !newest.is_as(&self.of(*place));
        let newest: Vec<_> = newest.filter(is_new).collect();
        if newest.is_empty() {
            return self.clone();
        }
        let mut next = Published::clone(&self.0);
        for (place, newest) in newest {
            let before = next.by_place.remove(&place).unwrap_or_default();
            for id in before.ids() {
                next.by_id.remove(&id);
            }
            next.by_id.extend(newest.ids().map(|id| (id, place)));
            next.by_place.insert(place, newest);
        }
        Self(Arc::new(next))
    }

    pub(super) fn of(&self, place: PlaceId) -> Newest {
        self.0.by_place.get(&place).cloned().unwrap_or_default()
    }
}

impl Newest {
    fn put(&mut self, audit: PublishedAudit, criteria: &Catalogues) {
        let known = match audit.source {
            Source::Audit => &mut self.audited,
            Source::SelfDeclared => &mut self.declared,
            // Nobody publishes tags as an audit.
            Source::Osm => return,
        };
        if known
            .as_ref()
            .is_none_or(|known| audit.counts_before(&known.audit))
        {
            let version = criteria.version(audit.criteria.as_str());
            let sheet = version.and_then(|own| Sheet::from_json(own, &audit.sheet).ok());
            *known = Some(Arc::new(Finding { audit, sheet }));
        }
    }

    fn iter(&self) -> impl Iterator<Item = &PublishedAudit> {
        let both = [&self.audited, &self.declared].into_iter().flatten();
        both.map(|finding| &finding.audit)
    }

    fn ids(&self) -> impl Iterator<Item = AuditId> {
        self.iter().map(|audit| audit.id)
    }

    fn is_as(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }

    /// What both say of a place of a kind.
    pub(super) fn about(self, kind: KindId) -> [Option<Arc<Accessibility>>; 2] {
        [self.audited, self.declared]
            .map(|finding| finding.map(|finding| Arc::new(Accessibility::new(finding, kind))))
    }
}

impl Accessibility {
    fn new(finding: Arc<Finding>, kind: KindId) -> Self {
        let basis = Basis {
            source: finding.audit.source,
            depth: finding.audit.depth,
        };
        let sheet = finding.sheet.as_ref();
        let verdicts = sheet.map(|sheet| Verdicts::of(sheet, kind));
        let ratings = sheet.zip(verdicts.as_ref());
        let ratings = ratings.map(|(sheet, own)| Ratings::of(sheet.catalogue(), own, basis));
        let facts = sheet.map(KeyFacts::of).unwrap_or_default();
        Self {
            finding,
            verdicts,
            ratings,
            facts,
        }
    }

    /// What was published.
    #[must_use]
    pub fn audit(&self) -> &PublishedAudit {
        &self.finding.audit
    }

    /// What was read off; none where this program does not know the criteria any more.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.finding.sheet.as_ref()
    }

    /// Who says it, and how much was looked at.
    #[must_use]
    pub fn basis(&self) -> Basis {
        Basis {
            source: self.finding.audit.source,
            depth: self.finding.audit.depth,
        }
    }

    /// What follows for each criterion.
    #[must_use]
    pub const fn verdicts(&self) -> Option<&Verdicts> {
        self.verdicts.as_ref()
    }

    /// What follows for each need.
    #[must_use]
    pub const fn ratings(&self) -> Option<&Ratings> {
        self.ratings.as_ref()
    }

    /// What meeting some criteria would change; none where this program does not know the criteria any more.
    pub fn improved<'a>(
        &self,
        criteria: impl IntoIterator<Item = &'a CriterionId>,
    ) -> Option<Improved> {
        let (sheet, verdicts) = self.sheet().zip(self.verdicts())?;
        let catalogue = sheet.catalogue();
        Some(Improved::of(catalogue, verdicts, self.basis(), criteria))
    }

    /// Steps, door, toilet.
    #[must_use]
    pub const fn facts(&self) -> KeyFacts {
        self.facts
    }

    /// The rating for a need; unknown too where this program does not know the criteria any more.
    #[must_use]
    pub fn rating(&self, need: Need) -> Rating {
        self.ratings
            .as_ref()
            .map_or(Rating::Unknown, |own| own.rated(need).rating)
    }

    /// Whether what it says is to be marked as old on a day: it has expired, or somebody told of a change.
    #[must_use]
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        self.finding.audit.since().is_stale(today)
    }

    /// Why the place has to be looked at again on a day, as far as the audit itself knows.
    #[must_use]
    pub fn due(&self, today: NaiveDate) -> Vec<Due> {
        self.finding.audit.since().due(today)
    }
}

/// The needs of which something holds, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs(u8);

impl Needs {
    fn of(is_meant: impl Fn(Need) -> bool) -> Self {
        let bits = Need::ALL.iter().filter(|need| is_meant(**need));
        Self(bits.fold(0, |all, need| all | 1 << *need as u8))
    }

    /// Those in a list.
    pub(super) fn in_list(needs: &[Need]) -> Self {
        Self::of(|need| needs.contains(&need))
    }

    /// Those for which an audit found one of these ratings; an audit that is missing finds nothing.
    pub(super) fn rated(located: &Located, ratings: &[Rating]) -> Self {
        let audited = located.audited.as_ref();
        audited.map_or_else(Self::default, |own| {
            Self::of(|need| ratings.contains(&own.rating(need)))
        })
    }

    /// Whether all of `wanted` are among them.
    pub(super) const fn has_all(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }
}

impl Located {
    /// What the newest published audit says of it; none where nobody has looked.
    #[must_use]
    pub fn audited(&self) -> Option<&Accessibility> {
        self.audited.as_deref()
    }

    /// The same where somebody was on the spot: what is made up is never handed on as found.
    #[must_use]
    pub fn truly_audited(&self) -> Option<&Accessibility> {
        self.audited().filter(|own| !own.audit().is_made_up())
    }

    /// What those who run the place say of it themselves.
    #[must_use]
    pub fn declared(&self) -> Option<&Accessibility> {
        self.declared.as_deref()
    }

    /// Whether an audit found it fully usable in a wheelchair, and with a toilet for wheelchairs.
    pub(super) fn wheelchair_audit(&self) -> (Fact, Fact) {
        let Some(own) = self.audited() else {
            return (Fact::Unknown, Fact::Unknown);
        };
        let full = match own.rating(Need::Wheelchair) {
            Rating::Full => Fact::Yes,
            Rating::Partial | Rating::None => Fact::No,
            Rating::Unknown => Fact::Unknown,
        };
        (full, own.facts().wheelchair_wc())
    }
}

impl Snapshot {
    /// All versions of the criteria.
    #[must_use]
    pub fn criteria(&self) -> &Catalogues {
        &self.frame.criteria
    }

    /// Everything that is published and counts, with its place: by the ids of the audits, those after `after`.
    pub fn audits(
        &self,
        after: Option<AuditId>,
    ) -> impl Iterator<Item = (&Located, &Accessibility)> {
        let begin = after.map_or(Bound::Unbounded, Bound::Excluded);
        let ids = self.findings.0.by_id.range((begin, Bound::Unbounded));
        ids.filter_map(|(id, _)| self.audit(*id))
    }

    /// What is published of an audit, with its place, where it counts.
    #[must_use]
    pub fn audit(&self, id: AuditId) -> Option<(&Located, &Accessibility)> {
        let located = self.place(*self.findings.0.by_id.get(&id)?)?;
        let both = [located.audited(), located.declared()].into_iter();
        let own = both.flatten().find(|own| own.audit().id == id)?;
        Some((located, own))
    }
}

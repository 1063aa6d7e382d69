//! Versions of the criteria and what another would change, for programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::barrier_free::effects::Effect;
use crate::domain::audit::{AuditId, CatalogueVersion};
use crate::domain::{Invalid, PlaceId};
use crate::snapshot::{Snapshot, VersionEffects, VersionUse};

/// A version of the criteria and how many published audits were made with it.
#[derive(Serialize)]
pub struct VersionRecord<'a> {
    version: &'a CatalogueVersion,
    since: NaiveDate,
    draft: bool,
    /// Whether new audits use it.
    current: bool,
    criteria: usize,
    core: usize,
    audits: usize,
}

/// All versions, the oldest first, as they stand on a day.
#[must_use]
pub fn versions(city: &Snapshot, today: NaiveDate) -> Vec<VersionRecord<'_>> {
    let current = &city.criteria().current(today).version;
    let record = |VersionUse { catalogue, audits }| VersionRecord {
        version: &catalogue.version,
        since: catalogue.since,
        draft: catalogue.is_draft,
        current: catalogue.version == *current,
        criteria: catalogue.criteria().len(),
        core: catalogue
            .criteria()
            .iter()
            .filter(|own| own.is_core)
            .count(),
        audits,
    };
    city.criteria_in_use().into_iter().map(record).collect()
}

/// What a version would make of everything that is published.
#[derive(Serialize)]
pub struct EffectsRecord<'a> {
    /// The revision of the city it was worked out from.
    revision: i64,
    version: &'a CatalogueVersion,
    /// Audits made with another version.
    compared: usize,
    /// Audits of which nothing can be said, because their version is not known any more.
    unknown: usize,
    audits: Vec<EffectRecord<'a>>,
}

#[derive(Serialize)]
struct EffectRecord<'a> {
    audit: AuditId,
    criteria: &'a CatalogueVersion,
    place: PlaceId,
    place_name: &'a str,
    #[serde(flatten)]
    effect: Effect,
}

/// What a version would make of everything that is published.
///
/// # Errors
/// When there is no such version. The field is `version`.
pub fn effects<'a>(city: &'a Snapshot, version: &str) -> Result<EffectsRecord<'a>, Invalid> {
    let version = city.criteria().version(version);
    let version =
        version.ok_or_else(|| Invalid::new("version", "is no version of the criteria"))?;
    let VersionEffects {
        compared,
        unknown,
        different,
    } = city.effects_of(version);
    let record = |own: crate::snapshot::AuditEffect<'a>| EffectRecord {
        audit: own.audited.audit().id,
        criteria: &own.audited.audit().criteria,
        place: own.located.place.id,
        place_name: &own.located.place.name,
        effect: own.effect,
    };
    Ok(EffectsRecord {
        revision: city.revision().0,
        version: &version.version,
        compared,
        unknown,
        audits: different.into_iter().map(record).collect(),
    })
}

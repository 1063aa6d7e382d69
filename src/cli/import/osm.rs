//! `miteinander import osm`.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::Utc;
use clap::Args;
use serde::Serialize;
use uuid::Uuid;

use crate::cli::import::{Common, commit, existing_places, forget_sample, new_city, open, report};
use crate::cli::{Failure, WhereKept};
use crate::domain::change::{CityChange, Districts, OsmRecord};
use crate::domain::district::{Boundary, District};
use crate::domain::place::Origin;
use crate::domain::{CityMap, CitySettings, PlaceId};
use crate::import::Refused;
use crate::import::osm::{self, DistrictReport, Extract, Report};
use crate::import::reconcile::{self, Existing, Incoming, Reconciled};
use crate::snapshot::{Located, Snapshot};
use crate::store::Store;

#[derive(Args)]
pub(in crate::cli) struct Options {
    /// OpenStreetMap extract (.osm.pbf)
    file: PathBuf,
    /// Level of the boundaries that are the districts (`admin_level`); found if not given
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=12))]
    level: Option<u8>,
    /// Name of the city; guessed from the extract if not given
    #[arg(long, value_name = "NAME")]
    city_name: Option<String>,
    /// Take this city in place of the one that is stored, even if that is no sample or has places of its own
    #[arg(long)]
    replace_city: bool,
    /// Close the places that the extract no longer has, even if they are many
    #[arg(long)]
    close_missing: bool,
    #[command(flatten)]
    common: Common,
}

/// What an import of an extract did or would do.
#[derive(Serialize)]
struct OsmReport {
    city: String,
    replaces: Option<String>,
    extract: Report,
    districts: DistrictReport,
    keeps_official_districts: bool,
    places: Reconciled,
}

impl fmt::Display for OsmReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.city)?;
        if let Some(other) = &self.replaces {
            writeln!(f, "in place of {other}, whose districts and places go")?;
        }
        writeln!(f, "\n{}\n{}", self.extract, self.districts)?;
        if self.keeps_official_districts {
            writeln!(f, "the districts there are the city's own and stay")?;
        }
        write!(f, "\nplaces\n{}", self.places)
    }
}

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let file = options.file.display().to_string();
    let extract = osm::read(&options.file, &osm::Options::default())
        .map_err(|error| Refused::file(&file, error.to_string()))?;
    let found = extract.districts(options.level);
    let (store, city) = open(place).await?;
    let before = city.as_ref().map(|city| city.snapshot());
    let kept = match before.as_deref() {
        Some(before) if !options.replace_city => {
            refuse_another_city(before, &store, &extract, &file).await?;
            (!before.settings().sample).then_some(before)
        }
        _ => None,
    };
    let records = match kept {
        Some(_) => store.osm_records().await?.into_iter().collect(),
        None => HashMap::new(),
    };
    let existing = Existing {
        places: kept.map(existing_places).unwrap_or_default(),
        records,
    };
    let shelters = extract.shelters.ids();
    let today = kept.map_or_else(|| Utc::now().date_naive(), |kept| kept.date_at(Utc::now()));
    let (mut change, places) =
        reconcile::osm(&existing, incoming(&extract, &existing), &shelters, today);
    if !options.close_missing && !options.common.dry_run {
        refuse_a_thin_extract(&places, &file)?;
    }
    let new_settings = match kept {
        Some(_) => None,
        None => Some(new_city(
            options.city_name.as_deref(),
            found.report.city.as_deref(),
            &options.file,
        )?),
    };
    let keeps_official_districts = kept.is_some_and(|kept| !is_from_osm(kept.districts()));
    if !keeps_official_districts {
        replace_districts(&mut change, found.districts, kept);
    }
    let name = |settings: &CitySettings| settings.name.clone();
    let said = OsmReport {
        city: new_settings
            .as_ref()
            .or(kept.map(Snapshot::settings))
            .map(name)
            .unwrap_or_default(),
        replaces: before
            .as_deref()
            .filter(|_| kept.is_none())
            .map(|before| name(before.settings())),
        extract: extract.report,
        districts: found.report,
        keeps_official_districts,
        places,
    };
    change.forget_places = said.replaces.is_some();
    if change.forget_places {
        change.refuges = refuges_of(&store, &shelters).await?;
    }
    change.settings = new_settings;
    change.map = changed_map(kept, extract.map);
    if !options.common.dry_run {
        forget_sample(place, city.as_ref(), &change).await?;
        commit(store, city, change).await?;
    }
    report(&options.common, &said)
}

/// Places of the city before that are places of refuge now: they go like all others, but what the trail tells of them goes
/// too.
async fn refuges_of(store: &Store, shelters: &[String]) -> Result<Vec<PlaceId>, Failure> {
    let records = store.osm_records().await?.into_iter();
    let refuges = records.filter(|(_, record)| shelters.contains(&record.osm_id));
    let mut refuges: Vec<_> = refuges.map(|(id, _)| id).collect();
    refuges.sort_unstable();
    Ok(refuges)
}

/// The drawing of the extract, unless it is the one there is. An extract that draws nothing takes nothing away, and the
/// barriers of the city's own folder stay.
fn changed_map(kept: Option<&Snapshot>, mut map: CityMap) -> Option<Arc<CityMap>> {
    if map.is_empty() {
        return None;
    }
    let known = kept.and_then(Snapshot::map);
    if let Some(known) = known {
        map.barriers = known.map().barriers.clone();
    }
    let is_news = known.is_none_or(|known| known.fingerprint() != map.fingerprint());
    is_news.then(|| Arc::new(map))
}

/// Every place of the extract; one that is known already keeps its id.
fn incoming(extract: &Extract, existing: &Existing<'_>) -> Vec<Incoming> {
    let known: HashMap<&str, PlaceId> = existing
        .records
        .iter()
        .map(|(id, record)| (record.osm_id.as_str(), *id))
        .collect();
    let bring = |object: &osm::Object| {
        let osm_id = object.id.to_string();
        let id = known
            .get(osm_id.as_str())
            .copied()
            .unwrap_or_else(|| PlaceId(Uuid::new_v4()));
        Incoming {
            place: object.place(|_| id),
            osm: Some(OsmRecord {
                osm_id,
                tags: object.tags.clone(),
            }),
        }
    };
    extract.objects.iter().map(bring).collect()
}

/// Outlines of the city's own survey are better than those of OpenStreetMap.
fn is_from_osm(districts: &[District]) -> bool {
    districts
        .iter()
        .all(|district| district.boundary == Boundary::Osm)
}

/// Puts the districts found in place of those there are, if there are any and they differ.
fn replace_districts(change: &mut CityChange, mut found: Vec<District>, kept: Option<&Snapshot>) {
    found.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    let is_news = match kept {
        None => true,
        Some(kept) => !found.is_empty() && found != kept.districts(),
    };
    if is_news {
        change.districts = Some(Districts {
            districts: found,
            quarters: Vec::new(),
        });
    }
}

/// What people put into a city, each with its number where there is any: places, audits other than those that came with it and
/// are made up, what shall be done about barriers, what was measured on ways, lines of help and what is worked on.
async fn work_in(city: &Snapshot, store: &Store) -> Result<Vec<String>, Failure> {
    let is_own = |place: &&Located| place.place.origin == Origin::Local;
    let audits = store.audits(None).await?;
    let counts = [
        ("places", city.places().filter(is_own).count()),
        (
            "audits",
            audits.iter().filter(|own| !own.is_made_up()).count(),
        ),
        ("measures", store.all_measures().await?.len()),
        ("measured ways", city.measured_way_count()),
        (
            "lines of help",
            city.help_lines()
                .iter()
                .filter(|own| !own.is_as_shipped)
                .count(),
        ),
        (
            "focus areas",
            city.focus_areas()
                .iter()
                .filter(|(_, own)| !own.is_made_up)
                .count(),
        ),
    ];
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    Ok(some
        .map(|(what, count)| format!("{what} ({count})"))
        .collect())
}

/// A city of one's own, or work put into the sample, is not lost to a file of another city by mistake.
async fn refuse_another_city(
    before: &Snapshot,
    store: &Store,
    extract: &Extract,
    file: &str,
) -> Result<(), Failure> {
    let is_sample = before.settings().sample;
    let work = if is_sample {
        work_in(before, store).await?
    } else {
        Vec::new()
    };
    let is_here = before.bbox().is_none_or(|bbox| {
        extract
            .objects
            .iter()
            .any(|object| object.shape.touches_box(bbox))
    });
    let name = &before.settings().name;
    let reason = if !work.is_empty() {
        let work = work.join(", ");
        format!("{name} is sample data, but has {work} of your own, which would go with it")
    } else if !is_sample && !is_here {
        format!("no place of it lies in {name}, which is stored here")
    } else {
        return Ok(());
    };
    Err(Refused::file(
        file,
        format!("{reason}: use another --data folder, or --replace-city"),
    )
    .into())
}

/// An extract that lacks more than this share of the places may be cut smaller than the one before.
const MANY_MISSING: f64 = 0.2;

/// Places are not closed in masses because a file is smaller than the last one.
fn refuse_a_thin_extract(places: &Reconciled, file: &str) -> Result<(), Failure> {
    let (gone, stays) = (places.gone.len(), places.unchanged + places.changed.len());
    if gone < 10 || gone as f64 <= MANY_MISSING * (gone + stays) as f64 {
        return Ok(());
    }
    let reason = format!(
        "{gone} of {} places are not in it, perhaps because it is cut smaller than the last one: look at --dry-run, \
         then say --close-missing if they are really gone",
        gone + stays
    );
    Err(Refused::file(file, reason).into())
}

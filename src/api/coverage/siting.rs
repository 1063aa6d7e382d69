//! Where the next places would reach most people.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use serde::Deserialize;

use super::Asked;
use super::work::worked_long_for_sender;
use crate::api::problem::Problem;
use crate::api::staff::json_of;
use crate::city::City;
use crate::domain::catalogue::REFUGE;
use crate::domain::place::OperatorType;
use crate::domain::words::Name;
use crate::domain::{Catalogue, Class, DistrictId, Invalid, KindId, Location};
use crate::export::coverage::SitesReport;
use crate::export::geojson::json;
use crate::query::{AT, COVERAGE_PARAMS};
use crate::snapshot::{Located, Need, Snapshot};

/// So many sites are chosen at most.
const MOST_SITES: usize = 20;

/// So many are chosen from at most.
const MOST_CANDIDATES: usize = 500;

/// A person counts at most so many times.
const MOST_NEED: u32 = 100;

/// What is sent: how many sites, of which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    p: usize,
    candidates: Candidates,
    /// How many times a person of a district counts.
    #[serde(default)]
    need: BTreeMap<String, u32>,
}

/// What is chosen from.
#[derive(Deserialize)]
#[serde(untagged)]
enum Candidates {
    /// `nodes` (every junction of the network) or `municipal` (rooms of the city, whatever state they are in).
    Named(String),
    /// The places of these kinds, whatever state they are in.
    Kinds(Kinds),
    /// These spots.
    Spots(Vec<Spot>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    kinds: Vec<KindId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spot {
    lon: f64,
    lat: f64,
    #[serde(default)]
    name: Option<Name>,
}

/// Sites with their names; none for every junction.
type Named = Option<Vec<(Location, Option<Box<str>>)>>;

/// `POST /api/coverage/siting`
pub async fn siting(
    State(city): State<Arc<City>>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    let asked = Asked::read(&city, &parts.uri, &[COVERAGE_PARAMS, AT])?;
    let sent: Sent = json_of(&parts.headers, &body)?;
    if !(1..=MOST_SITES).contains(&sent.p) {
        let rule = format!("must be a whole number from 1 to {MOST_SITES}");
        return Err(Invalid::new("p", rule).into());
    }
    let need = need(&asked.snapshot, &sent.need)?;
    let candidates = candidates(&asked.snapshot, sent.candidates)?;
    let link = asked.link("/api/coverage");
    worked_long_for_sender(move || {
        let city = &*asked.snapshot;
        let coverage = city.coverage(asked.query.day(city, asked.now));
        let question = asked.query.question(city, asked.now);
        let (locations, names): (Vec<_>, Vec<_>) = candidates.iter().flatten().cloned().unzip();
        let (found, names) = if candidates.is_some() {
            let found = coverage.sites(&question, &need, &locations, sent.p);
            (found, Some(&*names))
        } else {
            let found = coverage.sites_anywhere(&question, &need, sent.p);
            let rule = "nodes can be chosen from only where ways are imported";
            (found.ok_or_else(|| Invalid::new("candidates", rule))?, None)
        };
        Ok(json(&SitesReport::new(
            city, &coverage, &question, &found, names, &link,
        )))
    })
    .await
}

fn need(city: &Snapshot, sent: &BTreeMap<String, u32>) -> Result<Need, Invalid> {
    let by_slot = sent.iter().map(|(id, times)| {
        let slot = id
            .parse::<DistrictId>()
            .ok()
            .and_then(|id| city.district_slot(&id));
        let slot =
            slot.ok_or_else(|| Invalid::new("need", format!("there is no district {id}")))?;
        if *times > MOST_NEED {
            let rule = format!("must be a whole number from 0 to {MOST_NEED} for each district");
            return Err(Invalid::new("need", rule));
        }
        Ok((slot, *times))
    });
    Ok(Need::new(by_slot.collect::<Result<Vec<_>, _>>()?))
}

fn candidates(city: &Snapshot, sent: Candidates) -> Result<Named, Invalid> {
    let chosen: Vec<_> = match sent {
        Candidates::Named(name) if name == "nodes" => return Ok(None),
        Candidates::Named(name) if name == "municipal" => places(city, is_municipal),
        Candidates::Named(_) => {
            let rule = "must be nodes, municipal, kinds, or a list of spots";
            return Err(Invalid::new("candidates", rule));
        }
        Candidates::Kinds(Kinds { kinds }) => places(city, |own| kinds.contains(&own.place.kind)),
        Candidates::Spots(spots) => spots
            .into_iter()
            .map(|own| {
                let is_refuge = |name: &Name| Catalogue::shipped().is_blocked_name(name);
                if own.name.as_ref().is_some_and(is_refuge) {
                    return Err(Invalid::new("candidates", REFUGE));
                }
                let name = own.name.map(|own| own.as_str().into());
                Ok((Location::from_lon_lat(own.lon, own.lat)?, name))
            })
            .collect::<Result<_, Invalid>>()?,
    };
    if (1..=MOST_CANDIDATES).contains(&chosen.len()) {
        return Ok(Some(chosen));
    }
    if chosen.is_empty() {
        let rule = "must name sites: the city knows none of this sort";
        return Err(Invalid::new("candidates", rule));
    }
    let rule = format!("must be 1 to {MOST_CANDIDATES} sites, not {}", chosen.len());
    Err(Invalid::new("candidates", rule))
}

fn places(
    city: &Snapshot,
    is_meant: impl Fn(&Located) -> bool,
) -> Vec<(Location, Option<Box<str>>)> {
    let meant = city.places().filter(|own| is_meant(own));
    meant
        .map(|own| {
            (
                own.place.shape.label(),
                Some(own.place.name.as_str().into()),
            )
        })
        .collect()
}

/// Whether the city runs it, or it is of a kind that only cities have.
fn is_municipal(own: &Located) -> bool {
    let is_citys_own = own.place.facts.operator_type == Some(OperatorType::Municipal);
    let kind = own.place.kind.as_str();
    own.place.class() == Class::Room
        && (is_citys_own || matches!(kind, "school_room" | "town_hall_room"))
}

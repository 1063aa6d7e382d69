//! Published audits: their collection, all raw measurements, and one place in the words of `A11yJSON`.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::json;

use crate::api::answer::{GEOJSON, JSON, Key, revisioned, revisioned_bytes};
use crate::api::coverage::CSV;
use crate::api::items::{
    Address, DEFAULT, FeatureCollection, Head, ITEMS_PARAMS, MOST, after, next, start_of,
};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::audit::{AuditId, Rating, Source};
use crate::domain::{Bbox, DistrictId, Invalid, Need, PlaceId};
use crate::export::a11yjson;
use crate::export::audits::{AuditFeature, measurements_csv};
use crate::query::{NEEDS, Param, Params, Schema};
use crate::snapshot::{Accessibility, Located, Snapshot};

/// Which audits are asked for.
pub const AUDIT_PARAMS: &[Param] = &[
    after(Schema::Uuid),
    Param::optional("place", Schema::Uuid, "Only of this place."),
    Param::optional("district", Schema::DistrictId, "The id of the district."),
    Param::optional(
        "source",
        Schema::OneOf(sources),
        "Who says it: an audit on the spot, or whoever runs the place.",
    ),
    Param::optional(
        "need",
        NEEDS,
        "The needs that `rating` is about; all of them must be rated so.",
    ),
    Param::optional(
        "rating",
        Schema::ListOf(ratings),
        "Any of these ratings, for each need in `need`.",
    ),
];

/// An audit has up to a hundred readings: more of them at once nobody opens.
const MOST_IN_TABLE: u32 = 1_000;

/// How many audits a table of readings is about.
pub const MEASUREMENTS_PARAMS: &[Param] = &[
    Param::optional(
        "bbox",
        Schema::Bbox,
        "Only of places in this box: west,south,east,north in degrees.",
    ),
    Param::optional(
        "limit",
        Schema::Count(1, MOST_IN_TABLE, MOST_IN_TABLE),
        "The readings of at most so many audits; where there are more, go on with the last audit as `after`.",
    ),
];

fn sources() -> Vec<&'static str> {
    vec![Source::Audit.as_str(), Source::SelfDeclared.as_str()]
}

fn ratings() -> Vec<&'static str> {
    Rating::ALL.iter().map(|own| own.as_str()).collect()
}

/// What is asked of published audits.
struct AuditFilter {
    bbox: Option<Bbox>,
    place: Option<PlaceId>,
    district: Option<DistrictId>,
    source: Option<Source>,
    needs: Vec<Need>,
    ratings: Vec<Rating>,
}

impl AuditFilter {
    fn read(params: &mut Params) -> Result<Self, Invalid> {
        let own = Self {
            bbox: params.take("bbox")?,
            place: params.take("place")?,
            district: params.take("district")?,
            source: params.take("source")?,
            needs: params.list("need")?,
            ratings: params.list("rating")?,
        };
        if own.needs.is_empty() != own.ratings.is_empty() {
            let (field, other) = if own.needs.is_empty() {
                ("need", "rating")
            } else {
                ("rating", "need")
            };
            return Err(Invalid::new(field, format!("must stand beside {other}")));
        }
        Ok(own)
    }

    fn passes(&self, snapshot: &Snapshot, located: &Located, own: &Accessibility) -> bool {
        let is_in = |bbox: Bbox| {
            let spot = located.place.shape.label().point();
            bbox.rects()
                .any(|rect| geo::Intersects::intersects(&spot, &rect))
        };
        let district = snapshot.district_of(located).map(|own| &own.id);
        self.bbox.is_none_or(is_in)
            && self.place.is_none_or(|id| located.place.id == id)
            && self.district.as_ref().is_none_or(|id| district == Some(id))
            && self
                .source
                .is_none_or(|source| own.audit().source == source)
            && self
                .needs
                .iter()
                .all(|need| self.ratings.contains(&own.rating(*need)))
    }
}

/// `GET /api/collections/audits/items`
pub fn items(city: &City, address: &Address<'_>, headers: &HeaderMap) -> Result<Response, Problem> {
    let mut params = Params::parse(
        address.uri.query().unwrap_or_default(),
        &[ITEMS_PARAMS, AUDIT_PARAMS],
    )?;
    let limit = params.count("limit", DEFAULT, MOST)?;
    let after = params.take::<AuditId>("after")?;
    let filter = AuditFilter::read(&mut params)?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let key = Key {
        path_and_query: address.path_and_query(),
        base: address.base.as_str(),
        moment: Some(start_of(today)),
    };
    Ok(revisioned(&snapshot, &key, headers, GEOJSON, || {
        let page = AuditPage::of(&snapshot, &filter, after, limit);
        let next = next(page.next);
        let features = page.audits.iter();
        let features = features.map(|own| AuditFeature::new(&snapshot, *own, today));
        FeatureCollection {
            head: Head::new(&snapshot, address, page.matched, page.audits.len(), &next),
            features: features.collect::<Vec<_>>(),
        }
    }))
}

/// The audits of one page, by id.
struct AuditPage<'a> {
    /// How many pass in all.
    matched: usize,
    audits: Vec<(&'a Located, &'a Accessibility)>,
    /// Where the next page goes on, if there is one.
    next: Option<AuditId>,
}

impl<'a> AuditPage<'a> {
    fn of(
        snapshot: &'a Snapshot,
        filter: &AuditFilter,
        after: Option<AuditId>,
        limit: usize,
    ) -> Self {
        let passes =
            |(located, own): &(&Located, &Accessibility)| filter.passes(snapshot, located, own);
        let matched = snapshot.audits(None).filter(passes).count();
        let mut rest = snapshot.audits(after).filter(passes);
        let audits: Vec<_> = rest.by_ref().take(limit).collect();
        let last = audits.last().map(|(_, own)| own.audit().id);
        Self {
            matched,
            next: last.filter(|_| rest.next().is_some()),
            audits,
        }
    }
}

/// `GET /api/audits.csv`: every reading of published audits.
pub async fn table(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(
        uri.query().unwrap_or_default(),
        &[MEASUREMENTS_PARAMS, AUDIT_PARAMS],
    )?;
    let limit = params.count("limit", MOST_IN_TABLE, MOST_IN_TABLE)?;
    let after = params.take::<AuditId>("after")?;
    let filter = AuditFilter::read(&mut params)?;
    let snapshot = city.snapshot();
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        ..Key::default()
    };
    Ok(revisioned_bytes(&snapshot, &key, &headers, CSV, || {
        let page = AuditPage::of(&snapshot, &filter, after, limit);
        measurements_csv(page.audits.iter())
    }))
}

/// `GET /api/places/{id}/a11yjson`: what the newest published audit says of a place. What is made up is as if nobody had looked:
/// the format has no word for it, and whoever takes it over would take it for true.
pub async fn a11yjson(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let place = id.parse::<PlaceId>().ok();
    let located = place.and_then(|id| snapshot.place(id));
    let located = located.ok_or_else(|| Problem::unknown_feature("places", &id))?;
    let key = Key {
        path_and_query: uri.path(),
        ..Key::default()
    };
    Ok(revisioned(&snapshot, &key, &headers, JSON, || {
        let known = located.truly_audited();
        let known = known.and_then(|own| own.sheet().zip(own.ratings()));
        // Of what nobody has looked at nothing is said: in this format a missing member is unknown.
        let said = known.map_or_else(
            || json!({}),
            |(sheet, ratings)| a11yjson::accessibility(sheet, ratings),
        );
        a11yjson::place_info(&located.place, &said)
    }))
}

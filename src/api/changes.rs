//! What changed, as a feed to subscribe to.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use crate::api::answer::{Key, revisioned_bytes};
use crate::api::base::Base;
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::{DistrictId, Invalid, KindId};
use crate::pages::{FEED_TYPE, Language, NewsFilter, news_feed};
use crate::query::{Param, Params, Schema, place_kinds};

/// What the feed can be asked.
pub const CHANGES_PARAMS: &[Param] = &[
    Param::optional(
        "district",
        Schema::DistrictId,
        "Only what is or was in this district.",
    ),
    Param::optional(
        "kind",
        Schema::ListOf(place_kinds),
        "Only places of any of these kinds, and what is held there.",
    ),
    Param::optional(
        "lang",
        Schema::OneOf(languages),
        "The language of the texts.",
    ),
];

fn languages() -> Vec<&'static str> {
    vec![Language::De.tag(), Language::En.tag()]
}

/// More than anybody reads at a time.
const MOST: usize = 100;

/// `GET /api/changes.atom`: the newest hundred, if they are among the newest ten thousand of the city.
pub async fn feed(
    State(city): State<Arc<City>>,
    base: Base,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let query = uri.query().unwrap_or_default();
    let mut params = Params::parse(query, &[CHANGES_PARAMS])?;
    let filter = NewsFilter {
        district: params.take::<DistrictId>("district")?,
        kinds: params.list::<KindId>("kind")?,
    };
    let language = match params.take("lang")? {
        Some(Language::En) => Language::En,
        None | Some(Language::De) => Language::De,
        Some(Language::Simple) => return Err(Invalid::new("lang", "must be de or en").into()),
    };
    let snapshot = city.snapshot();
    let district = filter.district.as_ref();
    if district.is_some_and(|id| snapshot.district(id).is_none()) {
        // It would stay empty for ever, and nobody would know why.
        return Err(Invalid::new("district", "is no district of this city").into());
    }
    let is_wanted = |news: &_| filter.passes(&snapshot, news);
    let news = city.news(&snapshot, is_wanted, MOST).await?;
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        base: base.as_str(),
        moment: None,
    };
    Ok(revisioned_bytes(
        &snapshot,
        &key,
        &headers,
        FEED_TYPE,
        || news_feed(&snapshot, &base, language, &filter, &news),
    ))
}

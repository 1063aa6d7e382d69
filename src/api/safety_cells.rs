//! The collection of released areas: whole areas of the newest releases, as they were frozen.

use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::answer::{GEOJSON, Key, revisioned_bytes};
use crate::api::items::{
    Address, DEFAULT, FeatureCollection, Head, ITEMS_PARAMS, MOST, after, next,
};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::report::Product;
use crate::domain::{Bbox, Invalid};
use crate::export::geojson::json;
use crate::export::safety::{SafetyArea, SafetyFeature, newest_areas};
use crate::query::{Param, Params, Schema};

/// What released areas can be asked besides.
pub const SAFETY_PARAMS: &[Param] = &[
    after(Schema::Text(80)),
    Param::optional(
        "product",
        Schema::OneOf(products),
        "Only districts, or only areas made of squares.",
    ),
];

fn products() -> Vec<&'static str> {
    vec![Product::Districts.as_str(), Product::Cells.as_str()]
}

/// `GET /api/collections/safety-cells/items`
pub fn items(city: &City, address: &Address<'_>, headers: &HeaderMap) -> Result<Response, Problem> {
    let mut params = Params::parse(
        address.uri.query().unwrap_or_default(),
        &[ITEMS_PARAMS, SAFETY_PARAMS],
    )?;
    let bbox = params.take::<Bbox>("bbox")?;
    let limit = params.count("limit", DEFAULT, MOST)?;
    let after = params.text("after");
    let product = product(&mut params)?;
    let snapshot = city.snapshot();
    let key = Key {
        path_and_query: address.path_and_query(),
        base: address.base.as_str(),
        moment: None,
    };
    Ok(revisioned_bytes(&snapshot, &key, headers, GEOJSON, || {
        let mut matched = newest_areas(&snapshot);
        matched.retain(|own| product.is_none_or(|product| own.file.product == product));
        matched.retain(|own| bbox.is_none_or(|bbox| touches(own, bbox)));
        let rest = matched.iter();
        let mut rest = rest.filter(|own| after.as_ref().is_none_or(|after| own.id > *after));
        let page: Vec<&SafetyArea<'_>> = rest.by_ref().take(limit).collect();
        let has_more = rest.next().is_some();
        let next = next(page.last().filter(|_| has_more).map(|own| &own.id));
        let features = page.iter().map(|own| SafetyFeature::new(own));
        json(&FeatureCollection {
            head: Head::new(&snapshot, address, matched.len(), page.len(), &next),
            features: features.collect::<Vec<_>>(),
        })
    }))
}

/// A product that has areas on the earth.
fn product(params: &mut Params) -> Result<Option<Product>, Invalid> {
    let product = params.take::<Product>("product")?;
    match product {
        Some(Product::City) => {
            let rule = format!("must be one of {}", products().join(", "));
            Err(Invalid::new("product", rule))
        }
        _ => Ok(product),
    }
}

/// A box that touches an area is given the whole of it.
fn touches(own: &SafetyArea<'_>, bbox: Bbox) -> bool {
    bbox.rects()
        .any(|rect| geo::Intersects::intersects(&own.ground, &rect))
}

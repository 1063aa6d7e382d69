//! The API document the browser's types are made from.

use std::path::Path;

use miteinander::auth::access::TABLE;

/// The committed snapshot: a change of the API is a visible change here.
const SNAPSHOT: &str = "web/src/api/openapi.json";

#[test]
fn the_committed_document_is_the_one_that_is_served() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SNAPSHOT);
    let served = format!("{:#}\n", miteinander::api::document());
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &served).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert!(
        committed == served,
        "{SNAPSHOT} is stale: run `UPDATE_SNAPSHOTS=1 cargo test openapi` and `npm run generate` in web"
    );
}

#[test]
fn everything_the_api_does_for_the_people_of_the_city_is_in_the_document() {
    let document = miteinander::api::document();
    let of_staff = TABLE
        .iter()
        .filter(|(_, path, _)| path.starts_with("/api/staff"));
    let missing: Vec<_> = of_staff
        .filter(|(method, path, _)| document["paths"][path][method.to_lowercase()].is_null())
        .map(|(method, path, _)| format!("{method} {path}"))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

//! OpenStreetMap extracts: drawn by hand, broken on purpose, and real ones.

mod broken_files;
mod drawn;
pub(crate) mod real;

use std::io::Write;

use geo::Validation;
use miteinander::domain::{Catalogue, Place, PlaceId, Shape};
use miteinander::import::osm::{Extract, Object, Options, OsmError, OsmId, read};
use uuid::Uuid;

/// Reads a file with the given content.
fn read_bytes(bytes: &[u8]) -> Result<Extract, OsmError> {
    let mut file = tempfile::NamedTempFile::new().expect("there is room for a file");
    file.write_all(bytes).expect("there is room for a file");
    read(file.path(), &Options::default())
}

/// The object as a place with an id made from its own.
fn place(object: &Object) -> Place {
    object.place(|id| {
        PlaceId(Uuid::new_v5(
            &Uuid::NAMESPACE_URL,
            id.to_string().as_bytes(),
        ))
    })
}

/// Everything that must hold for whatever was read.
fn assert_sound(extract: &Extract) {
    for object in &extract.objects {
        let Object {
            id,
            kind,
            shape,
            tags,
        } = object;
        assert_eq!(Catalogue::shipped().kind_of(tags), Some(*kind), "{id}");
        match (shape, id) {
            (Shape::Point(_), OsmId::Node(_)) => {}
            (Shape::Line(line), OsmId::Way(_) | OsmId::Relation(_)) => {
                assert_eq!(kind.as_str(), "trail", "{id}");
                assert!(
                    !line.0.is_empty() && line.iter().all(|piece| piece.0.len() > 1),
                    "{id}"
                );
            }
            (Shape::Area(area), OsmId::Way(_) | OsmId::Relation(_)) => {
                assert_ne!(kind.as_str(), "trail", "{id}");
                assert!(area.is_valid(), "{id}");
            }
            _ => panic!("{id} has the wrong sort of shape"),
        }
        let place = place(object);
        assert_eq!(place.facts.osm_id.as_deref(), Some(id.to_string().as_str()));
        assert_eq!(place.facts.seats, None, "{id}: no tag tells seats");
    }
    assert_eq!(extract.report.place_count(), extract.objects.len());
    assert!(extract.objects.is_sorted_by(|a, b| a.id < b.id));
    serde_json::to_string(&extract.report).expect("a report is JSON");
}

//! Districts and quarters from GeoJSON, population figures from CSV.

use std::collections::{BTreeMap, HashSet};

use crate::domain::catalogue::REFUGE;
use crate::domain::district::{Boundary, District, DistrictId, Population, Quarter};
use crate::domain::words::Name;
use crate::domain::{Catalogue, CheckedArea, Invalid, shape};
use crate::import::fields::Fields;
use crate::import::{Complaints, Refused, record};

/// Which properties of a city's own file hold the id and the name of a district.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The property with the id; made from the name where it is not given.
    pub id_field: Option<String>,
    /// The property with the name.
    pub name_field: String,
}

impl Default for Naming {
    fn default() -> Self {
        Self {
            id_field: None,
            name_field: "name".into(),
        }
    }
}

/// Districts read from a file, and the names of those whose outline had to be mended.
#[derive(Debug)]
pub struct Found {
    /// The districts.
    pub districts: Vec<District>,
    /// Names of districts whose rings touched or crossed themselves in slivers.
    pub mended: Vec<Name>,
}

/// Reads districts from GeoJSON; properties that are not named here are the city's own and are let be.
///
/// # Errors
/// Every complaint about the file, with the properties there are when the name is missing.
pub fn read(
    file: &str,
    bytes: &[u8],
    naming: &Naming,
    boundary: Boundary,
) -> Result<Found, Refused> {
    let mut complaints = Complaints::about(file);
    let mut found = Found {
        districts: Vec::new(),
        mended: Vec::new(),
    };
    let mut ids = HashSet::new();
    for record in record::read(file, bytes)? {
        let mut fields = Fields::of(record, &mut complaints);
        let Some(outline) = outline(&mut fields, naming) else {
            continue;
        };
        let population = population(&mut fields);
        let boundary = fields.take("boundary").unwrap_or(boundary);
        if !ids.insert(outline.id.clone()) {
            fields.complain(Invalid::new(
                "id",
                format!("{} stands twice in the file", outline.id),
            ));
        }
        if outline.ground.mended {
            found.mended.push(outline.name.clone());
        }
        found.districts.push(District {
            id: outline.id,
            name: outline.name,
            area: outline.ground.area,
            population,
            boundary,
        });
    }
    complaints.or(found)
}

/// Reads quarters from GeoJSON; each names the district it belongs to in `district`.
///
/// # Errors
/// Every complaint about the file.
pub fn read_quarters(file: &str, bytes: &[u8]) -> Result<Vec<Quarter>, Refused> {
    let mut complaints = Complaints::about(file);
    let mut quarters = Vec::new();
    let mut ids = HashSet::new();
    for record in record::read(file, bytes)? {
        let mut fields = Fields::of(record, &mut complaints);
        let outline = outline(&mut fields, &Naming::default());
        let district = fields.require("district");
        if let Some(own) = outline.as_ref().filter(|own| !ids.insert(own.id.clone())) {
            let reason = format!("{} stands twice in the file", own.id);
            fields.complain(Invalid::new("id", reason));
        }
        quarters.extend(outline.zip(district).map(|(outline, district)| Quarter {
            id: outline.id,
            name: outline.name,
            district,
            area: outline.ground.area,
        }));
    }
    complaints.or(quarters)
}

struct Outline {
    id: DistrictId,
    name: Name,
    ground: CheckedArea,
}

fn outline(fields: &mut Fields, naming: &Naming) -> Option<Outline> {
    let Some(name) = fields.text(&naming.name_field) else {
        let there = fields.left().join(", ");
        let reason =
            format!("is missing; the properties there are: {there} (choose with --name-field)");
        fields.complain(Invalid::new(naming.name_field.clone(), reason));
        return None;
    };
    let id = match &naming.id_field {
        None => fields
            .text("id")
            .unwrap_or_else(|| DistrictId::from_name(&name).to_string()),
        Some(field) => fields.text(field).unwrap_or_default(),
    };
    let geometry = fields.geometry();
    let geometry = geometry.ok_or_else(|| Invalid::new("geometry", "is missing"));
    let ground = geometry.and_then(shape::geojson::read_area);
    let (name, id, ground) = (
        fields.checked(name.parse().and_then(harmless)),
        fields.checked(id.parse()),
        fields.checked(ground),
    );
    Some(Outline {
        id: id?,
        name: name?,
        ground: ground?,
    })
}

/// A name that is no place of refuge.
fn harmless(name: Name) -> Result<Name, Invalid> {
    if Catalogue::shipped().is_blocked_name(&name) {
        return Err(Invalid::new("name", REFUGE));
    }
    Ok(name)
}

fn population(fields: &mut Fields) -> Option<Population> {
    let year = fields.number("population_year");
    let estimated = fields.flag("population_estimated");
    fields.number("population").map(|count| Population {
        count,
        year,
        estimated,
    })
}

/// The newest population figure of each district in a CSV with the columns `district_id`, `year`,
/// `population` and `estimated`.
///
/// # Errors
/// Every complaint about the file.
pub fn read_population(
    file: &str,
    bytes: &[u8],
) -> Result<BTreeMap<DistrictId, Population>, Refused> {
    let mut complaints = Complaints::about(file);
    let mut newest: BTreeMap<DistrictId, Population> = BTreeMap::new();
    for record in record::read(file, bytes)? {
        let mut fields = Fields::of(record, &mut complaints);
        let district = fields.require("district_id");
        let year = fields.number("year");
        let estimated = fields.flag("estimated");
        if !fields.has("population") {
            fields.complain(Invalid::new("population", "is missing"));
        }
        let count = fields.number("population");
        fields.ignore(["source"]);
        fields.refuse_the_rest();
        let Some((district, count)) = district.zip(count) else {
            continue;
        };
        let figure = Population {
            count,
            year,
            estimated,
        };
        let kept = newest.entry(district).or_insert(figure);
        if kept.year < figure.year {
            *kept = figure;
        }
    }
    complaints.or(newest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str =
        r#"{"type":"Polygon","coordinates":[[[9,48],[9.1,48],[9.1,48.1],[9,48.1],[9,48]]]}"#;

    fn collection(properties: &[&str]) -> String {
        let feature = |properties: &&str| {
            format!(r#"{{"type":"Feature","properties":{properties},"geometry":{SQUARE}}}"#)
        };
        let features: Vec<_> = properties.iter().map(feature).collect();
        format!(
            r#"{{"type":"FeatureCollection","features":[{}]}}"#,
            features.join(",")
        )
    }

    #[test]
    fn a_citys_own_property_names_are_chosen_by_the_caller() {
        let text = collection(&[r#"{"STT_NR":"909","STT_NAME":"Flittard","SHAPE_AREA":1.5}"#]);
        let naming = Naming {
            id_field: Some("STT_NR".into()),
            name_field: "STT_NAME".into(),
        };
        let found = read("x", text.as_bytes(), &naming, Boundary::Official).unwrap();
        assert_eq!(found.districts[0].id.as_str(), "909");
        let refused =
            read("x", text.as_bytes(), &Naming::default(), Boundary::Official).unwrap_err();
        assert!(refused.to_string().contains("STT_NAME"), "{refused}");
    }

    #[test]
    fn two_districts_of_one_id_are_refused() {
        let text = collection(&[r#"{"name":"A"}"#, r#"{"name":"a"}"#]);
        let refused =
            read("x", text.as_bytes(), &Naming::default(), Boundary::Official).unwrap_err();
        assert!(refused.to_string().contains("twice"));
    }

    #[test]
    fn the_newest_population_figure_is_taken() {
        let csv =
            "district_id,year,population,estimated\nmitte,2022,11300,true\nmitte,2016,9000,false\n";
        let figures = read_population("x", csv.as_bytes()).unwrap();
        let mitte = figures[&"mitte".parse().unwrap()];
        assert_eq!(
            mitte,
            Population {
                count: 11300,
                year: Some(2022),
                estimated: true
            }
        );
    }
}

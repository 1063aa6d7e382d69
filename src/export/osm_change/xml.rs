//! An osmChange file.

use std::fmt::Write as _;

use crate::domain::osm_object::{OsmBody, OsmObject};

/// The objects as they would be, each whole with the version it was read at. Objects without one are left out.
#[must_use]
pub fn osm_change(objects: &[OsmObject]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <osmChange version=\"0.6\" generator=\"miteinander\">\n  \
         <!-- Suggestions from audits. Nothing was sent: look at each object before you upload it. -->\n  <modify>\n",
    );
    for object in objects {
        put(&mut xml, object);
    }
    xml.push_str("  </modify>\n</osmChange>\n");
    xml
}

fn put(xml: &mut String, object: &OsmObject) {
    let Some(version) = object.version else {
        return;
    };
    let (sort, number) = (object.body.sort().as_str(), object.number);
    let mut inside = String::new();
    let at = match &object.body {
        OsmBody::Node { nano_lon, nano_lat } => {
            let (lon, lat) = (degrees(*nano_lon), degrees(*nano_lat));
            format!(" lat=\"{lat}\" lon=\"{lon}\"")
        }
        OsmBody::Way(nodes) => {
            for node in nodes {
                line(&mut inside, format_args!("<nd ref=\"{node}\"/>"));
            }
            String::new()
        }
        OsmBody::Relation(members) => {
            for (sort, number, role) in members {
                let (sort, role) = (sort.as_str(), escaped(role));
                let member =
                    format_args!("<member type=\"{sort}\" ref=\"{number}\" role=\"{role}\"/>");
                line(&mut inside, member);
            }
            String::new()
        }
    };
    for (key, value) in &object.tags {
        let (key, value) = (escaped(key), escaped(value));
        line(
            &mut inside,
            format_args!("<tag k=\"{key}\" v=\"{value}\"/>"),
        );
    }
    // Writing to a string does not fail.
    let _ = write!(
        xml,
        "    <{sort} id=\"{number}\" version=\"{version}\"{at}>\n{inside}    </{sort}>\n"
    );
}

fn line(xml: &mut String, element: std::fmt::Arguments<'_>) {
    let _ = writeln!(xml, "      {element}");
}

/// Billionths of a degree as a decimal number without an end of noughts.
fn degrees(nano: i64) -> String {
    let sign = if nano < 0 { "-" } else { "" };
    let (whole, rest) = (
        nano.unsigned_abs() / 1_000_000_000,
        nano.unsigned_abs() % 1_000_000_000,
    );
    let text = format!("{sign}{whole}.{rest:09}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A value between quotes. Signs that XML 1.0 has no way to write cannot stand in OpenStreetMap either.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(safe, "&#{};", u32::from(sign));
            }
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => safe.push(sign),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::osm_object::OsmSort;

    fn object(body: OsmBody) -> OsmObject {
        OsmObject {
            number: 7,
            version: Some(3),
            edited_at: None,
            tags: vec![("name".into(), "A & \"B\" <C>\n\u{7}".into())],
            body,
        }
    }

    #[test]
    fn every_sort_of_object_comes_back_whole() {
        let node = object(OsmBody::Node {
            nano_lon: -9_123_456_700,
            nano_lat: 48_000_000_000,
        });
        let way = object(OsmBody::Way(vec![1, 2, 1]));
        let role = "inner'\"".to_owned();
        let relation = object(OsmBody::Relation(vec![(OsmSort::Way, 5, role)]));
        let text = osm_change(&[node, way, relation]);
        let document = roxmltree::Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("version"), Some("0.6"));
        let modify = root
            .children()
            .find(|own| own.has_tag_name("modify"))
            .unwrap();
        let objects: Vec<_> = modify
            .children()
            .filter(roxmltree::Node::is_element)
            .collect();
        let names: Vec<_> = objects.iter().map(|own| own.tag_name().name()).collect();
        assert_eq!(names, ["node", "way", "relation"]);
        for own in &objects {
            assert_eq!(
                (own.attribute("id"), own.attribute("version")),
                (Some("7"), Some("3"))
            );
            let tag = own.children().find(|own| own.has_tag_name("tag")).unwrap();
            assert_eq!(tag.attribute("v"), Some("A & \"B\" <C>\n"));
        }
        assert_eq!(objects[0].attribute("lon"), Some("-9.1234567"));
        assert_eq!(objects[0].attribute("lat"), Some("48"));
        let nodes = objects[1].children().filter(|own| own.has_tag_name("nd"));
        let nodes: Vec<_> = nodes.filter_map(|own| own.attribute("ref")).collect();
        assert_eq!(nodes, ["1", "2", "1"]);
        let member = objects[2]
            .children()
            .find(|own| own.has_tag_name("member"))
            .unwrap();
        assert_eq!(member.attribute("role"), Some("inner'\""));
    }

    #[test]
    fn an_object_without_a_version_is_not_written() {
        let own = OsmObject {
            version: None,
            ..object(OsmBody::Way(vec![1]))
        };
        assert!(!osm_change(&[own]).contains("<way"));
    }
}

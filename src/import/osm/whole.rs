//! Single objects of an extract, whole: with version, every tag and all members.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, Utc};
use osmpbf::{DenseNode, Element, Info, Node, PrimitiveBlock, RelMemberType, Relation, Way};

use super::blocks::Blocks;
use super::error::OsmError;
use super::id::OsmId;
use crate::domain::osm_object::{OsmBody, OsmObject, OsmSort};

/// The `wanted` objects of an extract, by name. One whose tags are no text is left out: it could not be sent back as it is.
///
/// # Errors
/// When the file cannot be read, is no PBF file, is cut off or damaged.
pub fn whole_objects(
    path: &Path,
    wanted: &BTreeSet<OsmId>,
) -> Result<BTreeMap<OsmId, OsmObject>, OsmError> {
    let blocks = Blocks::open(path)?;
    let of_blocks = blocks.each(|_| true, |block| of_block(block, wanted))?;
    Ok(of_blocks.into_iter().flatten().collect())
}

fn of_block(block: &PrimitiveBlock, wanted: &BTreeSet<OsmId>) -> Vec<(OsmId, OsmObject)> {
    let whole = |element: Element<'_>| {
        let id = match &element {
            Element::DenseNode(own) => OsmId::Node(own.id()),
            Element::Node(own) => OsmId::Node(own.id()),
            Element::Way(own) => OsmId::Way(own.id()),
            Element::Relation(own) => OsmId::Relation(own.id()),
        };
        if !wanted.contains(&id) {
            return None;
        }
        let object = match element {
            Element::DenseNode(own) => dense(block, &own),
            Element::Node(own) => node(block, &own),
            Element::Way(own) => way(block, &own),
            Element::Relation(own) => relation(block, &own),
        };
        object.map(|own| (id, own))
    };
    block.elements().filter_map(whole).collect()
}

/// The tags behind pairs of indices, or none where one of them is no text.
fn tags<I: TryInto<usize>>(
    block: &PrimitiveBlock,
    pairs: impl Iterator<Item = (I, I)>,
) -> Option<Vec<(String, String)>> {
    let text = |index: I| {
        let bytes = block.raw_stringtable().get(index.try_into().ok()?)?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    };
    pairs
        .map(|(key, value)| Some((text(key)?, text(value)?)))
        .collect()
}

/// The version and the moment of an edit, where the extract keeps them: versions begin at 1.
fn history(version: Option<i32>, millis: Option<i64>) -> (Option<i32>, Option<DateTime<Utc>>) {
    let moment = millis
        .filter(|own| *own > 0)
        .and_then(DateTime::from_timestamp_millis);
    (version.filter(|own| *own > 0), moment)
}

fn of_info(info: &Info<'_>) -> (Option<i32>, Option<DateTime<Utc>>) {
    history(info.version(), info.milli_timestamp())
}

fn dense(block: &PrimitiveBlock, own: &DenseNode<'_>) -> Option<OsmObject> {
    let info = own.info();
    let (version, edited_at) = history(
        info.map(osmpbf::DenseNodeInfo::version),
        info.map(osmpbf::DenseNodeInfo::milli_timestamp),
    );
    Some(OsmObject {
        number: own.id(),
        version,
        edited_at,
        tags: tags(block, own.raw_tags())?,
        body: OsmBody::Node {
            nano_lon: own.nano_lon(),
            nano_lat: own.nano_lat(),
        },
    })
}

fn node(block: &PrimitiveBlock, own: &Node<'_>) -> Option<OsmObject> {
    let (version, edited_at) = of_info(&own.info());
    Some(OsmObject {
        number: own.id(),
        version,
        edited_at,
        tags: tags(block, own.raw_tags())?,
        body: OsmBody::Node {
            nano_lon: own.nano_lon(),
            nano_lat: own.nano_lat(),
        },
    })
}

fn way(block: &PrimitiveBlock, own: &Way<'_>) -> Option<OsmObject> {
    let (version, edited_at) = of_info(&own.info());
    Some(OsmObject {
        number: own.id(),
        version,
        edited_at,
        tags: tags(block, own.raw_tags())?,
        body: OsmBody::Way(own.refs().collect()),
    })
}

fn relation(block: &PrimitiveBlock, own: &Relation<'_>) -> Option<OsmObject> {
    let (version, edited_at) = of_info(&own.info());
    let member = |own: osmpbf::RelMember<'_>| {
        let sort = match own.member_type {
            RelMemberType::Node => OsmSort::Node,
            RelMemberType::Way => OsmSort::Way,
            RelMemberType::Relation => OsmSort::Relation,
        };
        Some((sort, own.member_id, own.role().ok()?.to_owned()))
    };
    let members: Option<Vec<_>> = own.members().map(member).collect();
    Some(OsmObject {
        number: own.id(),
        version,
        edited_at,
        tags: tags(block, own.raw_tags())?,
        body: OsmBody::Relation(members?),
    })
}

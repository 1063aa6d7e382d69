//! The first pass: every object that may become a place or a district, with its tags.

use std::collections::{BTreeMap, HashMap};

use osmpbf::{Element, PrimitiveBlock, RelMemberType};

use super::blocks::Blocks;
use super::error::OsmError;
use super::id::OsmId;
use super::strings::{self, Strings};
use crate::domain::catalogue::Tags;
use crate::domain::{Catalogue, Corner, KindId};

/// A place that is a point.
pub(super) struct NodePlace {
    pub(super) kind: KindId,
    pub(super) tags: Tags,
    pub(super) corner: Corner,
}

/// A place that is a line or an outline.
pub(super) struct WayPlace {
    pub(super) kind: KindId,
    pub(super) tags: Tags,
}

/// One way of a relation.
pub(super) struct Member {
    pub(super) way: i64,
    pub(super) inner: bool,
}

/// A relation that is a place, a boundary, or (seldom) both.
pub(super) struct Group {
    pub(super) kind: Option<KindId>,
    pub(super) is_boundary: bool,
    pub(super) tags: Tags,
    pub(super) members: Vec<Member>,
}

/// What one pass over a file, or over one block of it, found. An object that comes twice counts as it came last.
#[derive(Default)]
pub(super) struct Scan {
    pub(super) node_count: u64,
    pub(super) way_count: u64,
    pub(super) relation_count: u64,
    pub(super) nodes: BTreeMap<i64, NodePlace>,
    pub(super) ways: BTreeMap<i64, WayPlace>,
    pub(super) groups: BTreeMap<i64, Group>,
    /// Only so that what is stored of them can go: they are never shown.
    pub(super) shelters: Vec<OsmId>,
    pub(super) nodes_off_earth: u64,
    pub(super) tags_dropped: usize,
    /// Which blocks hold nodes, and which ways, by number.
    pub(super) has_nodes: Vec<bool>,
    pub(super) has_ways: Vec<bool>,
}

/// Scans a whole file.
pub(super) fn scan(blocks: &Blocks) -> Result<Scan, OsmError> {
    let mut whole = Scan::default();
    for block in blocks.each(|_| true, scan_block)? {
        whole.append(block);
    }
    Ok(whole)
}

fn scan_block(block: &PrimitiveBlock) -> Scan {
    let mut scan = Scan::default();
    let mut tagged = Tagged::new(block);
    for element in block.elements() {
        match element {
            Element::DenseNode(node) => {
                let tags = node
                    .raw_tags()
                    .map(|(key, value)| (strings::index(key), strings::index(value)));
                scan.node(
                    node.id(),
                    strings::corner(node.nano_lon(), node.nano_lat()),
                    &mut tagged,
                    tags,
                );
            }
            Element::Node(node) => {
                let tags = node.raw_tags().map(strings::indices);
                scan.node(
                    node.id(),
                    strings::corner(node.nano_lon(), node.nano_lat()),
                    &mut tagged,
                    tags,
                );
            }
            Element::Way(way) => {
                scan.way_count += 1;
                if let Some((kind, tags)) =
                    tagged.place(OsmId::Way(way.id()), way.raw_tags().map(strings::indices))
                {
                    scan.ways.insert(way.id(), WayPlace { kind, tags });
                }
            }
            Element::Relation(relation) => scan.relation(&relation, &mut tagged),
        }
    }
    scan.shelters = tagged.shelters;
    scan.tags_dropped = tagged.tags_dropped;
    scan.has_nodes = vec![scan.node_count > 0];
    scan.has_ways = vec![scan.way_count > 0];
    scan
}

impl Scan {
    fn node(
        &mut self,
        id: i64,
        corner: Option<Corner>,
        tagged: &mut Tagged,
        tags: impl Iterator<Item = (usize, usize)> + Clone,
    ) {
        self.node_count += 1;
        let Some(corner) = corner else {
            self.nodes_off_earth += 1;
            return;
        };
        if let Some((kind, tags)) = tagged.place(OsmId::Node(id), tags) {
            self.nodes.insert(id, NodePlace { kind, tags, corner });
        }
    }

    fn relation(&mut self, relation: &osmpbf::Relation<'_>, tagged: &mut Tagged) {
        self.relation_count += 1;
        let indices = relation.raw_tags().map(strings::indices);
        let place = tagged.place(OsmId::Relation(relation.id()), indices.clone());
        let is_boundary = tagged.strings.is_boundary(indices.clone());
        if place.is_none() && !is_boundary {
            return;
        }
        let (kind, tags) = match place {
            Some((kind, tags)) => (Some(kind), tags),
            None => (None, tagged.usable(tagged.strings.tags(indices))),
        };
        let ways = relation
            .members()
            .filter(|member| member.member_type == RelMemberType::Way);
        let members = ways
            .map(|member| Member {
                way: member.member_id,
                inner: matches!(member.role(), Ok("inner" | "enclave")),
            })
            .collect();
        let group = Group {
            kind,
            is_boundary,
            tags,
            members,
        };
        self.groups.insert(relation.id(), group);
    }

    fn append(&mut self, other: Self) {
        self.node_count += other.node_count;
        self.way_count += other.way_count;
        self.relation_count += other.relation_count;
        self.nodes.extend(other.nodes);
        self.ways.extend(other.ways);
        self.groups.extend(other.groups);
        self.shelters.extend(other.shelters);
        self.nodes_off_earth += other.nodes_off_earth;
        self.tags_dropped += other.tags_dropped;
        self.has_nodes.extend(other.has_nodes);
        self.has_ways.extend(other.has_ways);
    }
}

/// Tells places from everything else by their tags.
struct Tagged<'a> {
    strings: Strings<'a>,
    /// Whether a tag hints at a place: asked once per pair of strings and block.
    hints: HashMap<(usize, usize), bool>,
    shelters: Vec<OsmId>,
    tags_dropped: usize,
}

impl<'a> Tagged<'a> {
    fn new(block: &'a PrimitiveBlock) -> Self {
        Self {
            strings: Strings::of(block),
            hints: HashMap::new(),
            shelters: Vec::new(),
            tags_dropped: 0,
        }
    }

    /// The kind and the tags of an object, if it is a place.
    fn place(
        &mut self,
        id: OsmId,
        tags: impl Iterator<Item = (usize, usize)> + Clone,
    ) -> Option<(KindId, Tags)> {
        let catalogue = Catalogue::shipped();
        let (hints, strings) = (&mut self.hints, &self.strings);
        let mut hint = |pair: (usize, usize)| {
            *hints.entry(pair).or_insert_with(|| {
                strings
                    .pair(pair)
                    .is_some_and(|(key, value)| catalogue.hints_at_place(key, value))
            })
        };
        if !tags.clone().any(&mut hint) {
            return None;
        }
        // A shelter is told by all its tags, usable or not.
        let tags = self.strings.tags(tags);
        if catalogue.is_blocked(&tags) {
            self.shelters.push(id);
            return None;
        }
        let tags = self.usable(tags);
        catalogue.kind_of(&tags).map(|kind| (kind, tags))
    }

    fn usable(&mut self, mut tags: Tags) -> Tags {
        self.tags_dropped += strings::drop_unusable(&mut tags);
        tags
    }
}

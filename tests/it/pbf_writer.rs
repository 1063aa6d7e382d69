//! Writes tiny `.osm.pbf` files by hand, valid or broken on purpose.
//!
//! Messages and field numbers are those of the OpenStreetMap PBF format (fileformat.proto, osmformat.proto).

/// A map to be written as a PBF file.
#[derive(Default)]
pub(crate) struct Pbf {
    strings: Vec<Vec<u8>>,
    nodes: Vec<u8>,
    ways: Vec<u8>,
    relations: Vec<u8>,
}

/// What a relation member is.
#[derive(Clone, Copy)]
pub(crate) enum Sort {
    Node = 0,
    Way = 1,
    /// Neither node, way nor relation.
    Nonsense = 7,
}

impl Pbf {
    pub(crate) fn new() -> Self {
        // By the format's rule the first string is empty.
        let strings = vec![Vec::new()];
        Self {
            strings,
            ..Self::default()
        }
    }

    /// A node at degrees east and north.
    pub(crate) fn node(&mut self, id: i64, at: (f64, f64), tags: &[(&str, &str)]) {
        // Version -1 and a moment in 1969, as files without history have them.
        self.edited_node(id, at, tags, (u64::MAX, u64::MAX));
    }

    /// A node with its version and the second of its last edit.
    #[expect(clippy::cast_possible_truncation, reason = "degrees are small numbers")]
    pub(crate) fn edited_node(
        &mut self,
        id: i64,
        (lon, lat): (f64, f64),
        tags: &[(&str, &str)],
        (version, second): (u64, u64),
    ) {
        let units = |degrees: f64| (degrees * 1e7).round() as i64;
        let mut node = varint_field(1, zigzag(id));
        node.extend(self.tags(tags));
        node.extend(bytes_field(
            4,
            &[varint_field(1, version), varint_field(2, second)].concat(),
        ));
        node.extend(varint_field(8, zigzag(units(lat))));
        node.extend(varint_field(9, zigzag(units(lon))));
        self.nodes.extend(bytes_field(1, &node));
    }

    pub(crate) fn way(&mut self, id: i64, nodes: &[i64], tags: &[(&str, &str)]) {
        let mut way = varint_field(1, id.cast_unsigned());
        way.extend(self.tags(tags));
        way.extend(bytes_field(8, &deltas(nodes)));
        self.ways.extend(bytes_field(3, &way));
    }

    pub(crate) fn relation(
        &mut self,
        id: i64,
        members: &[(Sort, i64, &str)],
        tags: &[(&str, &str)],
    ) {
        let mut relation = varint_field(1, id.cast_unsigned());
        relation.extend(self.tags(tags));
        let roles = members
            .iter()
            .flat_map(|(_, _, role)| varint(self.string(role.as_bytes())));
        relation.extend(bytes_field(8, &roles.collect::<Vec<u8>>()));
        let ids: Vec<i64> = members.iter().map(|(_, id, _)| *id).collect();
        relation.extend(bytes_field(9, &deltas(&ids)));
        let sorts: Vec<u8> = members.iter().map(|(sort, _, _)| *sort as u8).collect();
        relation.extend(bytes_field(10, &sorts));
        self.relations.extend(bytes_field(4, &relation));
    }

    /// The whole file: a header whose box is wrong, then one block each of nodes, ways and relations.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut file = header(&["OsmSchema-V0.6", "DenseNodes"]);
        let strings: Vec<u8> = self
            .strings
            .iter()
            .flat_map(|text| bytes_field(1, text))
            .collect();
        for group in [&self.nodes, &self.ways, &self.relations] {
            let block = [bytes_field(1, &strings), bytes_field(2, group)].concat();
            file.extend(framed("OSMData", &bytes_field(1, &block)));
        }
        file
    }

    fn tags(&mut self, tags: &[(&str, &str)]) -> Vec<u8> {
        let keys = tags
            .iter()
            .flat_map(|(key, _)| varint(self.string(key.as_bytes())));
        let keys = bytes_field(2, &keys.collect::<Vec<u8>>());
        let values = tags
            .iter()
            .flat_map(|(_, value)| varint(self.string(value.as_bytes())));
        [keys, bytes_field(3, &values.collect::<Vec<u8>>())].concat()
    }

    /// The number of a string.
    fn string(&mut self, text: &[u8]) -> u64 {
        self.strings.push(text.to_vec());
        self.strings.len() as u64 - 1
    }
}

/// A header block that requires `features` and claims the box (0, 0, 180, 90).
pub(crate) fn header(features: &[&str]) -> Vec<u8> {
    let degrees = |degrees: i64| zigzag(degrees * 1_000_000_000);
    let bbox =
        [(1, 0), (2, 180), (3, 90), (4, 0)].map(|(side, at)| varint_field(side, degrees(at)));
    let features = features
        .iter()
        .flat_map(|feature| bytes_field(4, feature.as_bytes()));
    let block: Vec<u8> = bytes_field(1, &bbox.concat())
        .into_iter()
        .chain(features)
        .collect();
    framed("OSMHeader", &bytes_field(1, &block))
}

/// A blob with its frame.
pub(crate) fn framed(sort: &str, blob: &[u8]) -> Vec<u8> {
    framed_claiming(sort, blob.len() as u64, blob)
}

/// A blob whose frame claims a size of its own.
pub(crate) fn framed_claiming(sort: &str, size: u64, blob: &[u8]) -> Vec<u8> {
    let header = [bytes_field(1, sort.as_bytes()), varint_field(3, size)].concat();
    let length = u32::try_from(header.len())
        .expect("a header is short")
        .to_be_bytes();
    [&length[..], &header, blob].concat()
}

/// A protobuf field of bytes, a text or a message.
pub(crate) fn bytes_field(field: u64, bytes: &[u8]) -> Vec<u8> {
    [
        varint(field << 3 | 2),
        varint(bytes.len() as u64),
        bytes.to_vec(),
    ]
    .concat()
}

fn varint_field(field: u64, value: u64) -> Vec<u8> {
    [varint(field << 3), varint(value)].concat()
}

fn deltas(ids: &[i64]) -> Vec<u8> {
    let before = std::iter::once(&0).chain(ids);
    ids.iter()
        .zip(before)
        .flat_map(|(id, before)| varint(zigzag(id - before)))
        .collect()
}

fn zigzag(value: i64) -> u64 {
    (value << 1 ^ value >> 63).cast_unsigned()
}

fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let [low, ..] = (value & 0x7f).to_le_bytes();
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

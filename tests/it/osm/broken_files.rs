//! Files that are damaged, cut off or something else: a clear refusal, never a panic.

use miteinander::import::osm::{Options, OsmError};
use proptest::prelude::*;

use super::{assert_sound, read_bytes, real};
use crate::pbf_writer::{Pbf, Sort, bytes_field, framed, framed_claiming, header};

/// A small map with something of everything.
fn map() -> Pbf {
    let mut map = Pbf::new();
    for (id, at) in (1..).zip([(9.0, 48.0), (9.1, 48.0), (9.1, 48.1), (9.0, 48.1)]) {
        map.node(id, at, &[("amenity", "library"), ("name", "Bücherei")]);
    }
    map.way(
        1,
        &[1, 2, 3, 4, 1],
        &[("leisure", "park"), ("min_age", "6")],
    );
    map.way(2, &[1, 3], &[]);
    let tags = [
        ("type", "boundary"),
        ("boundary", "administrative"),
        ("admin_level", "9"),
        ("name", "Ost"),
    ];
    map.relation(
        1,
        &[(Sort::Way, 1, "outer"), (Sort::Node, 1, "label")],
        &tags,
    );
    map.relation(
        2,
        &[(Sort::Way, 2, "")],
        &[("type", "route"), ("route", "foot")],
    );
    map
}

fn refusal(bytes: &[u8]) -> String {
    read_bytes(bytes)
        .expect_err("the file is broken")
        .to_string()
}

#[test]
fn what_is_no_pbf_file_is_said_to_be_something_else() {
    assert_eq!(refusal(b""), "the file is empty");
    for (bytes, said) in [
        (&b"<?xml version=\"1.0\"?><osm>"[..], "XML"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\x03", "compressed as a whole"),
        (
            b"name,lon,lat\nCaf\xc3\xa9,9.1,48.9\n",
            "does not start with a header",
        ),
        (b"\0", "does not start with a header"),
        (&framed("OSMData", b""), "does not start with a header"),
    ] {
        let refused = refusal(bytes);
        assert!(
            refused.contains(said) && refused.contains("not an OpenStreetMap extract"),
            "{refused}"
        );
    }
    let missing = miteinander::import::osm::read("no/such.osm.pbf".as_ref(), &Options::default());
    assert!(matches!(missing, Err(OsmError::Io(_))));
}

#[test]
fn a_file_without_data_has_no_places() {
    let extract = read_bytes(&header(&["OsmSchema-V0.6"])).unwrap();
    assert!(extract.objects.is_empty() && extract.boundaries.is_empty());
    assert_eq!(extract.districts(None).districts, []);
}

#[test]
fn a_feature_nobody_knows_is_named() {
    let refused = refusal(&header(&["OsmSchema-V0.6", "HistoricalInformation"]));
    assert!(refused.contains("\"HistoricalInformation\""), "{refused}");
}

#[test]
fn a_block_that_claims_too_much_is_refused_before_it_is_read() {
    let start = header(&[]);
    for size in [(1 << 25) + 1, (1 << 31) - 1, u64::MAX] {
        let refused = refusal(&[start.clone(), framed_claiming("OSMData", size, b"")].concat());
        let place = format!("block 1 at byte {} is damaged: it claims", start.len());
        assert!(refused.contains(&place), "{refused}");
    }
    let huge_header = [&start[..], &u32::MAX.to_be_bytes()].concat();
    assert!(refusal(&huge_header).contains("claims a size of 4294967295 bytes"));
    // A message in the block claims more than the block holds.
    let inflated = [
        bytes_field(1, b"")[..1].to_vec(),
        vec![0xff, 0xff, 0xff, 0xff, 0x07],
    ]
    .concat();
    assert!(refusal(&[start, framed("OSMData", &inflated)].concat()).contains("damaged"));
}

#[test]
fn content_that_makes_no_sense_is_refused_by_its_block() {
    let mut map = map();
    map.relation(3, &[(Sort::Nonsense, 1, "")], &[("leisure", "park")]);
    let refused = refusal(&map.bytes());
    assert!(refused.starts_with("block 3 at byte "), "{refused}");
    let lzma = framed("OSMData", &bytes_field(4, b"lzma"));
    assert!(refusal(&[header(&[]), lzma].concat()).contains("another way than zlib"));
}

#[test]
fn a_file_cut_anywhere_is_refused_or_whole_up_to_there() {
    let whole = map().bytes();
    for length in 0..whole.len() {
        match read_bytes(&whole[..length]) {
            // Cut exactly between two blocks: no file can tell.
            Ok(extract) => assert_sound(&extract),
            Err(OsmError::CutOff {
                end, length: told, ..
            }) => {
                assert_eq!(told, length as u64);
                assert!(end > told);
            }
            Err(OsmError::Empty | OsmError::NotPbf { .. }) => assert!(length < 20, "{length}"),
            Err(error) => panic!("cut at {length}: {error}"),
        }
    }
}

#[test]
fn a_real_file_cut_anywhere_is_refused_with_the_block() {
    let Some(whole) = real::bytes("faurndau-goeppingen") else {
        return;
    };
    for part in 1..40 {
        let length = whole.len() * part / 40 + part % 3;
        let refused = refusal(&whole[..length]);
        assert!(
            refused.contains("cut off") && refused.contains(&format!("byte {length}")),
            "{refused}"
        );
    }
}

/// A generator that gives the same bytes in every run (xorshift, Marsaglia 2003).
fn seeded(mut state: u64) -> impl FnMut() -> u64 {
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    }
}

#[test]
fn a_real_file_with_wrong_bytes_never_panics() {
    let Some(whole) = real::bytes("herrenberg-minimal") else {
        return;
    };
    let mut random = seeded(0x6d69_7465);
    let mut refused = 0;
    for _ in 0..40 {
        let mut bytes = whole.clone();
        for _ in 0..=random() % 3 {
            let at = usize::try_from(random()).unwrap() % bytes.len();
            bytes[at] ^= 1 << (random() % 8);
        }
        match read_bytes(&bytes) {
            Ok(extract) => assert_sound(&extract),
            Err(_) => refused += 1,
        }
    }
    assert!(
        refused > 20,
        "the checksum of the compression should tell most: {refused}"
    );
}

proptest! {
    // The blocks are not compressed here, so that no checksum stands before the decoder.
    #[test]
    fn any_wrong_bytes_are_refused_or_survived(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = map().bytes();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(extract) = read_bytes(&bytes) {
            assert_sound(&extract);
            let _districts = extract.districts(None);
        }
    }
}

//! Blocks unpacked within limits, so that a small file cannot fill the memory.
//!
//! The decoder bounds the size of an unpacked block, but not what becomes of it: two bytes can stand
//! for an empty object of a hundred. So the objects are counted before it sees them.

use std::io::Read;

use flate2::read::ZlibDecoder;
use osmpbf::blob::MAX_BLOB_MESSAGE_SIZE;

/// Objects and strings a block may hold; the format recommends 8,000 objects.
const MAX_PARTS: usize = 500_000;

/// Field numbers of a `Blob` (fileformat.proto) and of a `PrimitiveBlock` (osmformat.proto).
const RAW: u64 = 1;
const ZLIB: u64 = 3;
const STRINGS: u64 = 1;
const GROUP: u64 = 2;

/// The content of a `Blob` message, or why there is none.
pub(super) fn unpack(blob: &[u8]) -> Result<Vec<u8>, String> {
    let (mut content, mut is_packed_otherwise) = (None, false);
    for field in Fields(blob) {
        match field? {
            (RAW, bytes) => content = Some(bytes.to_vec()),
            (ZLIB, bytes) => content = Some(inflate(bytes)?),
            // 2 is the claimed size, which nobody needs to believe.
            (number, _) => is_packed_otherwise |= number != 2,
        }
    }
    match content {
        Some(content) => count_parts(&content).map(|()| content),
        None if is_packed_otherwise => Err("it is compressed in another way than zlib".into()),
        None => Err("it has no content".into()),
    }
}

/// A file of one block of the given type that holds `content` as it is, for the decoder.
pub(super) fn framed(block_type: &str, content: &[u8]) -> Vec<u8> {
    let blob = field(RAW, content);
    let header = [
        field(1, block_type.as_bytes()),
        vec![3 << 3],
        varint(blob.len()),
    ]
    .concat();
    let length = u32::try_from(header.len()).expect("the types of blocks are short words");
    [&length.to_be_bytes()[..], &header, &blob].concat()
}

fn inflate(packed: &[u8]) -> Result<Vec<u8>, String> {
    let mut content = Vec::new();
    let mut limited = ZlibDecoder::new(packed).take(MAX_BLOB_MESSAGE_SIZE);
    let size = limited
        .read_to_end(&mut content)
        .map_err(|error| format!("it cannot be unpacked: {error}"))?;
    if size as u64 == MAX_BLOB_MESSAGE_SIZE {
        return Err(format!(
            "it unpacks to {MAX_BLOB_MESSAGE_SIZE} bytes or more"
        ));
    }
    Ok(content)
}

fn count_parts(content: &[u8]) -> Result<(), String> {
    let mut parts = 0;
    for field in Fields(content) {
        let (number, bytes) = field?;
        parts += 1;
        if matches!(number, STRINGS | GROUP) {
            // A header block has no parts below its fields; what is no message there counts as none.
            parts += Fields(bytes)
                .take(MAX_PARTS + 1)
                .map_while(Result::ok)
                .count();
        }
        if parts > MAX_PARTS {
            return Err(format!(
                "it holds more than {MAX_PARTS} objects and strings"
            ));
        }
    }
    Ok(())
}

/// The fields of a protobuf message: their numbers, and their bytes where they hold any.
struct Fields<'a>(&'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = Result<(u64, &'a [u8]), String>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_none() {
            self.0 = &[];
        }
        Some(field.ok_or_else(|| "its content makes no sense".to_owned()))
    }
}

impl<'a> Fields<'a> {
    fn field(&mut self) -> Option<(u64, &'a [u8])> {
        let key = self.varint()?;
        let bytes = match key & 7 {
            0 => self.varint().map(|_| &[][..]),
            1 => self.bytes(8),
            2 => {
                let length = self.varint()?;
                self.bytes(usize::try_from(length).ok()?)
            }
            5 => self.bytes(4),
            _ => None,
        };
        bytes.map(|bytes| (key >> 3, bytes))
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..70).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}

fn field(number: u64, bytes: &[u8]) -> Vec<u8> {
    let key = u8::try_from(number << 3 | 2).expect("field numbers here are small");
    [vec![key], varint(bytes.len()), bytes.to_vec()].concat()
}

fn varint(mut value: usize) -> Vec<u8> {
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn zipped(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(content).unwrap();
        field(ZLIB, &encoder.finish().unwrap())
    }

    #[test]
    fn a_block_unpacks_to_what_was_packed() {
        let content = [field(STRINGS, &field(1, b"name")), field(GROUP, b"")].concat();
        assert_eq!(unpack(&field(RAW, &content)).unwrap(), content);
        assert_eq!(unpack(&zipped(&content)).unwrap(), content);
        assert!(
            unpack(&field(4, &content))
                .unwrap_err()
                .contains("another way")
        );
        assert!(
            unpack(&field(ZLIB, b"no zlib"))
                .unwrap_err()
                .contains("unpacked")
        );
        assert_eq!(unpack(b"").unwrap_err(), "it has no content");
    }

    #[test]
    fn a_bomb_is_refused_before_it_goes_off() {
        let empty_groups = field(GROUP, b"").repeat(MAX_PARTS + 1);
        assert!(
            unpack(&zipped(&empty_groups))
                .unwrap_err()
                .contains("more than 500000")
        );
        let empty_nodes = field(GROUP, &field(1, b"").repeat(MAX_PARTS + 1));
        assert!(
            unpack(&zipped(&empty_nodes))
                .unwrap_err()
                .contains("more than 500000")
        );
        let zeros = vec![0; 40 << 20];
        assert!(
            unpack(&zipped(&zeros))
                .unwrap_err()
                .contains("33554432 bytes or more")
        );
    }

    #[test]
    fn a_frame_is_read_by_the_decoder() {
        let frame = framed("OSMData", &field(STRINGS, &field(1, &[b'x'; 300])));
        let mut reader = osmpbf::BlobReader::new(&frame[..]);
        let block = reader.next().unwrap().unwrap().to_primitiveblock().unwrap();
        assert_eq!(block.raw_stringtable()[0].len(), 300);
    }
}

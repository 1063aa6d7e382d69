//! The blocks of a PBF file: found one after the other, decoded on all cores, given back in order.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use osmpbf::blob::{MAX_BLOB_HEADER_SIZE, MAX_BLOB_MESSAGE_SIZE};
use osmpbf::{Blob, BlobReader, BlobType, ByteOffset, PrimitiveBlock};

use super::error::OsmError;
use super::unpack;

/// Features a file may require of its reader.
const KNOWN_FEATURES: [&str; 2] = ["OsmSchema-V0.6", "DenseNodes"];

/// Where a block starts.
#[derive(Clone, Copy, Debug)]
struct Start {
    /// Its number in the file, counted from 0.
    block: usize,
    byte: u64,
}

/// Where the content of a block lies.
#[derive(Clone, Copy, Debug)]
struct Content {
    start: Start,
    from: u64,
    to: u64,
}

impl Start {
    fn damaged(self, reason: &(impl ToString + ?Sized)) -> OsmError {
        OsmError::Damaged {
            block: self.block,
            byte: self.byte,
            reason: reason.to_string(),
        }
    }
}

/// A PBF file whose blocks are all there.
pub(super) struct Blocks {
    path: PathBuf,
    data: Vec<Content>,
}

impl Blocks {
    /// Walks over the file from block to block without decoding the data, so that a file
    /// that is cut off is refused before any work is done.
    pub(super) fn open(path: &Path) -> Result<Self, OsmError> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        if length == 0 {
            return Err(OsmError::Empty);
        }
        let mut reader = BlobReader::seekable_from_path(path).map_err(unreadable)?;
        let mut data = Vec::new();
        let mut start = Start { block: 0, byte: 0 };
        while start.byte < length {
            let (is_data, content) = step_over(&mut file, &mut reader, start, length)?;
            if is_data {
                data.push(content);
            }
            start = Start {
                block: start.block + 1,
                byte: content.to,
            };
        }
        Ok(Self {
            path: path.to_owned(),
            data,
        })
    }

    /// Decodes every block of data for which `wanted` holds (numbered from 0) and returns what
    /// `work` makes of each, in the order of the file.
    pub(super) fn each<T: Send>(
        &self,
        wanted: impl Fn(usize) -> bool,
        work: impl Fn(&PrimitiveBlock) -> T + Sync,
    ) -> Result<Vec<T>, OsmError> {
        let blocks = self.data.iter().enumerate();
        let blocks: Vec<Content> = blocks
            .filter(|(number, _)| wanted(*number))
            .map(|(_, block)| *block)
            .collect();
        let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
        let worker = || self.take_turns(&blocks, &next, &failed, &work);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let mut done: Vec<(usize, Result<T, OsmError>)> = thread::scope(|scope| {
            let others: Vec<_> = (1..cores.min(blocks.len()))
                .map(|_| scope.spawn(worker))
                .collect();
            let mut done = worker();
            for other in others {
                done.extend(other.join().expect("a worker catches every panic"));
            }
            done
        });
        done.sort_unstable_by_key(|(number, _)| *number);
        done.into_iter().map(|(_, result)| result).collect()
    }

    /// Takes the next block nobody has taken, until none is left or one is damaged.
    fn take_turns<T>(
        &self,
        blocks: &[Content],
        next: &AtomicUsize,
        failed: &AtomicBool,
        work: &(impl Fn(&PrimitiveBlock) -> T + Sync),
    ) -> Vec<(usize, Result<T, OsmError>)> {
        let mut done = Vec::new();
        let mut file = None;
        while !failed.load(Ordering::Relaxed) {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(&block) = blocks.get(number) else {
                break;
            };
            let result = self.decode(&mut file, block, work);
            failed.fetch_or(result.is_err(), Ordering::Relaxed);
            done.push((number, result));
        }
        done
    }

    fn decode<T>(
        &self,
        file: &mut Option<File>,
        block: Content,
        work: &(impl Fn(&PrimitiveBlock) -> T + Sync),
    ) -> Result<T, OsmError> {
        let file = match file {
            Some(file) => file,
            None => file.insert(File::open(&self.path)?),
        };
        let blob = blob(file, block, "OSMData")?;
        // The decoder panics on some nonsense, such as a relation member that is neither node,
        // way nor relation.
        catch_unwind(AssertUnwindSafe(|| Ok(work(&blob.to_primitiveblock()?))))
            .map_err(|_panic| block.start.damaged("its content makes no sense"))?
            .map_err(|error: osmpbf::Error| block.start.damaged(&error))
    }
}

/// A block unpacked within limits.
fn blob(file: &mut File, block: Content, block_type: &str) -> Result<Blob, OsmError> {
    let mut packed = Vec::new();
    file.seek(SeekFrom::Start(block.from))?;
    file.take(block.to - block.from).read_to_end(&mut packed)?;
    let content = unpack::unpack(&packed).map_err(|reason| block.start.damaged(&reason))?;
    let frame = unpack::framed(block_type, &content);
    let blob = BlobReader::new(&frame[..]).next();
    blob.expect("a frame holds a block")
        .map_err(|error| block.start.damaged(&error))
}

/// Checks the frame of one block; returns whether it holds data, and where its content lies.
fn step_over(
    file: &mut File,
    reader: &mut BlobReader<std::io::BufReader<File>>,
    start: Start,
    length: u64,
) -> Result<(bool, Content), OsmError> {
    let cut_off = |end| OsmError::CutOff {
        block: start.block,
        byte: start.byte,
        end,
        length,
    };
    let header_size = header_size(file, start, length)?.ok_or_else(|| cut_off(start.byte + 4))?;
    let header_end = start.byte + 4 + header_size;
    if header_end > length {
        // Any text starts with a "size": the first block decides whether this is a PBF file at all.
        return Err(match start.block {
            0 => not_pbf(file),
            _ => cut_off(header_end),
        });
    }
    reader.seek(ByteOffset(start.byte)).map_err(unreadable)?;
    let (header, _) = match reader.next_header_skip_blob() {
        Some(Ok(found)) => found,
        _ if start.block == 0 => return Err(not_pbf(file)),
        Some(Err(error)) => return Err(start.damaged(&error)),
        None => return Err(cut_off(header_end)),
    };
    let size = u64::try_from(header.get_blob_size()).unwrap_or(u64::MAX);
    if size > MAX_BLOB_MESSAGE_SIZE {
        return Err(start.damaged(&format!(
            "it claims a size of {} bytes, at most {MAX_BLOB_MESSAGE_SIZE} are allowed",
            header.get_blob_size()
        )));
    }
    let end = header_end + size;
    if end > length {
        return Err(cut_off(end));
    }
    let content = Content {
        start,
        from: header_end,
        to: end,
    };
    let kind = header.blob_type();
    match (&kind, start.block) {
        (BlobType::OsmHeader, _) => check_features(file, content)?,
        (_, 0) => return Err(not_pbf(file)),
        _ => {}
    }
    Ok((kind == BlobType::OsmData, content))
}

/// The size of a block's header, or nothing where the file ends before it.
fn header_size(file: &mut File, start: Start, length: u64) -> Result<Option<u64>, OsmError> {
    if length - start.byte < 4 {
        return if start.block == 0 {
            Err(not_pbf(file))
        } else {
            Ok(None)
        };
    }
    let mut size = [0; 4];
    file.seek(SeekFrom::Start(start.byte))?;
    file.read_exact(&mut size)?;
    let size = u64::from(u32::from_be_bytes(size));
    if size < MAX_BLOB_HEADER_SIZE {
        Ok(Some(size))
    } else if start.block == 0 {
        Err(not_pbf(file))
    } else {
        Err(start.damaged(&format!("its header claims a size of {size} bytes")))
    }
}

fn check_features(file: &mut File, block: Content) -> Result<(), OsmError> {
    let header = blob(file, block, "OSMHeader")?
        .to_headerblock()
        .map_err(|error| block.start.damaged(&error))?;
    let unknown = header
        .required_features()
        .iter()
        .find(|feature| !KNOWN_FEATURES.contains(&feature.as_str()));
    match unknown {
        Some(feature) => Err(OsmError::UnknownFeature {
            feature: feature.chars().take(80).collect(),
        }),
        None => Ok(()),
    }
}

/// Says what a file looks like that is no PBF file.
fn not_pbf(file: &mut File) -> OsmError {
    let mut first = Vec::new();
    let read = file
        .rewind()
        .and_then(|()| file.take(64).read_to_end(&mut first));
    let looks_like = |magic: &[u8]| first.starts_with(magic);
    let reason = if read.is_err() {
        "its start cannot be read"
    } else if looks_like(&[0x1f, 0x8b]) || looks_like(b"BZh") {
        "it is compressed as a whole; unpack it and convert it to .osm.pbf"
    } else if looks_like(b"<") || looks_like(b"\xef\xbb\xbf<") {
        "it looks like XML; convert it to .osm.pbf"
    } else {
        "it does not start with a header block"
    };
    OsmError::NotPbf {
        reason: reason.into(),
    }
}

fn unreadable(error: osmpbf::Error) -> OsmError {
    OsmError::Io(error.into())
}

//! The blocks of a PBF file: found one after the other, decoded on all cores, given back in order.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use osmpbf::blob::{MAX_BLOB_HEADER_SIZE, MAX_BLOB_MESSAGE_SIZE};
use osmpbf::{BlobError, BlobReader, BlobType, ByteOffset, ErrorKind, PrimitiveBlock};

use super::error::OsmError;

/// Features a file may require of its reader.
const KNOWN_FEATURES: [&str; 2] = ["OsmSchema-V0.6", "DenseNodes"];

/// Where a block starts.
#[derive(Clone, Copy, Debug)]
struct Start {
    /// Its number in the file, counted from 0.
    block: usize,
    byte: u64,
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
    data: Vec<Start>,
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
        let (mut block, mut byte) = (0, 0);
        while byte < length {
            let start = Start { block, byte };
            let (is_data, end) = step_over(&mut file, &mut reader, start, length)?;
            if is_data {
                data.push(start);
            }
            (block, byte) = (block + 1, end);
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
        let starts = self.data.iter().enumerate();
        let starts: Vec<Start> = starts
            .filter(|(number, _)| wanted(*number))
            .map(|(_, start)| *start)
            .collect();
        let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
        let worker = || self.take_turns(&starts, &next, &failed, &work);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let mut done: Vec<(usize, Result<T, OsmError>)> = thread::scope(|scope| {
            let others: Vec<_> = (1..cores.min(starts.len()))
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
        starts: &[Start],
        next: &AtomicUsize,
        failed: &AtomicBool,
        work: &(impl Fn(&PrimitiveBlock) -> T + Sync),
    ) -> Vec<(usize, Result<T, OsmError>)> {
        let mut done = Vec::new();
        let mut reader = None;
        while !failed.load(Ordering::Relaxed) {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(&start) = starts.get(number) else {
                break;
            };
            let result = self.decode(&mut reader, start, work);
            failed.fetch_or(result.is_err(), Ordering::Relaxed);
            done.push((number, result));
        }
        done
    }

    fn decode<T>(
        &self,
        reader: &mut Option<BlobReader<std::io::BufReader<File>>>,
        start: Start,
        work: &(impl Fn(&PrimitiveBlock) -> T + Sync),
    ) -> Result<T, OsmError> {
        let reader = match reader {
            Some(reader) => reader,
            None => reader.insert(BlobReader::seekable_from_path(&self.path).map_err(unreadable)?),
        };
        // The decoder panics on some nonsense, such as a relation member that is neither node,
        // way nor relation.
        catch_unwind(AssertUnwindSafe(|| {
            let blob = reader.blob_from_offset(ByteOffset(start.byte))?;
            Ok(work(&blob.to_primitiveblock()?))
        }))
        .map_err(|_panic| start.damaged("its content makes no sense"))?
        .map_err(|error| start.damaged(&reason(&error)))
    }
}

/// Checks the frame of one block; returns whether it holds data, and where it ends.
fn step_over(
    file: &mut File,
    reader: &mut BlobReader<std::io::BufReader<File>>,
    start: Start,
    length: u64,
) -> Result<(bool, u64), OsmError> {
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
    let kind = header.blob_type();
    match (&kind, start.block) {
        (BlobType::OsmHeader, _) => check_features(reader, start)?,
        (_, 0) => return Err(not_pbf(file)),
        _ => {}
    }
    Ok((kind == BlobType::OsmData, end))
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

fn check_features(
    reader: &mut BlobReader<std::io::BufReader<File>>,
    start: Start,
) -> Result<(), OsmError> {
    let header = reader
        .blob_from_offset(ByteOffset(start.byte))
        .and_then(|blob| blob.to_headerblock())
        .map_err(|error| start.damaged(&reason(&error)))?;
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

fn reason(error: &osmpbf::Error) -> String {
    match error.kind() {
        ErrorKind::Blob(BlobError::Empty) => {
            "it has no content, or is compressed in another way than zlib".into()
        }
        _ => error.to_string(),
    }
}

//! Why a file could not be read at all.

/// A file that is not a whole OpenStreetMap extract. Whatever is wrong with single objects is
/// no error: it stands in the [`Report`](super::Report).
#[derive(Debug, thiserror::Error)]
pub enum OsmError {
    /// The operating system refused.
    #[error("the file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is something else.
    #[error("this is not an OpenStreetMap extract in PBF format (.osm.pbf): {reason}")]
    NotPbf {
        /// What it looks like instead.
        reason: String,
    },
    /// The end is missing.
    #[error(
        "the file ends at byte {length}, inside block {block}, which starts at byte {byte} and \
         should end at byte {end}: it was cut off, for example by a broken download"
    )]
    CutOff {
        /// Number of the block, counted from 0.
        block: usize,
        /// Where the block starts.
        byte: u64,
        /// Where it would end.
        end: u64,
        /// How long the file is.
        length: u64,
    },
    /// A block cannot be decoded.
    #[error("block {block} at byte {byte} is damaged: {reason}")]
    Damaged {
        /// Number of the block, counted from 0.
        block: usize,
        /// Where the block starts.
        byte: u64,
        /// What the decoder says.
        reason: String,
    },
    /// It can only be understood by a program that knows more.
    #[error("the file needs the feature \"{feature}\", which this import does not know")]
    UnknownFeature {
        /// The feature as the file's header names it.
        feature: String,
    },
}

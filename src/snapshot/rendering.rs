//! Answers that many ask for, kept once they are made.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many bytes of renderings one snapshot keeps at most: enough for some 400,000 places.
const MOST_BYTES: usize = 256 << 20;

/// The bytes a place is sent as, made when they are first asked for. A snapshot never changes, so they never do.
#[derive(Default)]
pub struct Rendering(OnceLock<Box<[u8]>>);

/// How many bytes the renderings of a snapshot hold together.
#[derive(Default)]
pub struct RenderingBudget(AtomicUsize);

impl Rendering {
    /// Hands `use_bytes` the bytes that `render` makes, kept from the first time on while the budget lasts.
    pub fn with<R>(
        &self,
        budget: &RenderingBudget,
        render: impl FnOnce() -> Vec<u8>,
        use_bytes: impl FnOnce(&[u8]) -> R,
    ) -> R {
        if let Some(kept) = self.0.get() {
            return use_bytes(kept);
        }
        let bytes = render();
        if budget.0.load(Ordering::Relaxed) + bytes.len() > MOST_BYTES {
            return use_bytes(&bytes);
        }
        budget.0.fetch_add(bytes.len(), Ordering::Relaxed);
        use_bytes(self.0.get_or_init(|| bytes.into()))
    }
}

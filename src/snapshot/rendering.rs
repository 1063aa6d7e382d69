//! Answers that many ask for, kept once they are made.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// How many bytes of renderings a snapshot and those made from it keep at most: enough for some 400,000 places.
const MOST_BYTES: usize = 256 << 20;

/// The bytes a place is sent as, made when they are first asked for. A version of a place never changes, so they never
/// do; copies share them.
#[derive(Clone, Default)]
pub struct Rendering(OnceLock<Arc<[u8]>>);

/// How many bytes the renderings of a snapshot and of those made from it hold together.
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

    /// Gives its bytes back to the budget when its version of the place is no longer served. What readers of older
    /// snapshots still make of it stays counted: the budget errs on the side of less memory.
    pub fn retire(&self, budget: &RenderingBudget) {
        let bytes = self.0.get().map_or(0, |kept| kept.len());
        let rest = |used: usize| Some(used.saturating_sub(bytes));
        let _ = budget
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, rest);
    }
}

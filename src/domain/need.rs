//! What somebody needs to be able to use a place.

use crate::domain::choice::choice;

choice! {
    /// A need that a place meets or not. No need is ever inferred from another, and nothing but an inspection on
    /// the spot says that one is met.
    Need: "need" {
        /// A wheelchair.
        Wheelchair = "wheelchair",
        /// A walking frame, a walking aid, a pushchair.
        Walking = "walking",
        /// Blindness.
        Blind = "blind",
        /// Low vision.
        LowVision = "lowvision",
        /// Deafness.
        Deaf = "deaf",
        /// Hard of hearing.
        HardOfHearing = "hoh",
        /// Learning difficulties, or trouble finding one's way.
        Cognitive = "cognitive",
    }
}

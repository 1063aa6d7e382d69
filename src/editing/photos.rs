//! Photos of barriers: drawn anew before anything of them is kept.

use crate::city::{City, NotKept};
use crate::domain::Invalid;
use crate::domain::audit::photo::Photo;
use crate::domain::audit::{AuditId, CriterionId};
use crate::domain::staff::Actor;
use crate::error::Error;
use crate::gate::in_long_turn;
use crate::import::photo::plain;

/// Reads a file of a camera and keeps the picture in it with an audit.
///
/// # Errors
/// Why it is not written; where too much else is being worked out, that it is to be sent again.
pub async fn take_photo(
    city: &City,
    actor: Actor,
    about: (AuditId, Option<CriterionId>),
    file: Vec<u8>,
) -> Result<Photo, NotKept> {
    city.check_photos()?;
    let drawn = in_long_turn(move || plain(&file)).await;
    let Some(drawn) = drawn.map_err(Error::from)? else {
        let rule = "could not be read in time, for too much is going on: send it again";
        return Err(Invalid::new("photo", rule).into());
    };
    city.add_photo(actor, about, &drawn?).await
}

//! Publishing a frozen release.

use std::sync::Arc;

use crate::city::City;
use crate::domain::Invalid;
use crate::domain::change::CityChange;
use crate::domain::released::ReleaseText;
use crate::domain::trail::Author;
use crate::error::Error;
use crate::snapshot::{Revision, Snapshot};

impl City {
    /// Publishes a release that was made now or earlier. It can be done once.
    ///
    /// # Errors
    /// When there is one for this product and period already, or what the store says.
    pub async fn publish_release(self: &Arc<Self>, text: ReleaseText) -> Result<Revision, Error> {
        let make = move |snapshot: &Snapshot| {
            if snapshot.release(&text.id()).is_some() {
                let rule = "was released already: a release is made once and never changed";
                return Err(Error::Invalid(Invalid::new("period", rule)));
            }
            Ok(CityChange {
                releases: vec![text.clone()],
                ..CityChange::by(Author::command_line())
            })
        };
        self.act(make).await
    }
}

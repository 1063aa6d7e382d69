//! Photos of barriers, where the city wants them.

use uuid::Uuid;

use super::NotKept;
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::audit::photo::{MOST_PHOTOS, Photo, PhotoId, PlainPicture};
use crate::domain::audit::{AuditId, CriterionId};
use crate::domain::staff::Actor;
use crate::store::Hand;

impl City {
    /// Whether photos are kept at all: a city switches them on.
    ///
    /// # Errors
    /// The rule that says where.
    pub fn check_photos(&self) -> Result<(), Invalid> {
        if self.snapshot().settings().audits.photos {
            return Ok(());
        }
        let rule = "is not kept: this city has not switched photos on (city.toml, [audits] photos)";
        Err(Invalid::new("photo", rule))
    }

    /// Keeps a photo of an audit.
    ///
    /// # Errors
    /// Why it is not written.
    pub async fn add_photo(
        &self,
        actor: Actor,
        (audit, criterion): (AuditId, Option<CriterionId>),
        picture: &PlainPicture,
    ) -> Result<Photo, NotKept> {
        self.check_photos()?;
        let own = self.store().audit(audit).await?.ok_or(NotKept::Unknown)?;
        if own.withdrawn.is_some() {
            return Err(Invalid::new("photo", "is of an audit that was withdrawn").into());
        }
        if let Some(criterion) = &criterion {
            let catalogue = self.catalogue(own.draft.criteria.as_str())?;
            if catalogue.criterion(criterion.as_str()).is_none() {
                let rule = format!("is no criterion of {}", catalogue.version);
                return Err(Invalid::new("criterion", rule).into());
            }
        }
        let photo = Photo {
            id: PhotoId(Uuid::new_v4()),
            audit,
            criterion,
            by: actor.role,
            at: self.now(),
        };
        let by = Hand::of(actor, photo.at);
        if self.store().add_photo(&photo, picture, &by).await? {
            Ok(photo)
        } else {
            let rule = format!("is one too many: an audit has at most {MOST_PHOTOS}");
            Err(Invalid::new("photo", rule).into())
        }
    }

    /// Takes a photo away for good, whether or not photos are still switched on.
    ///
    /// # Errors
    /// Why it is not done.
    pub async fn remove_photo(
        &self,
        actor: Actor,
        (audit, photo): (AuditId, PhotoId),
    ) -> Result<(), NotKept> {
        let by = Hand::of(actor, self.now());
        if self.store().remove_photo(audit, photo, &by).await? {
            Ok(())
        } else {
            Err(NotKept::Unknown)
        }
    }
}

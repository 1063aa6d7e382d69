//! Photos of barriers at the desk, where the city wants them: nobody else sees them.

use axum::Extension;
use axum::extract::{Multipart, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::one::Typed;
use super::{found, hindrance, path_of, words};
use crate::barrier_free::catalogue::Catalogue;
use crate::city::NotKept;
use crate::domain::Invalid;
use crate::domain::audit::photo::{MOST_PHOTOS, Photo, PhotoId};
use crate::domain::audit::{Audit, CriterionId};
use crate::domain::staff::{Actor, Role};
use crate::editing::take_photo;
use crate::pages::form::Fields;
use crate::pages::staff::{Desk, trail};

/// What a form sends.
#[derive(Default)]
struct Sent {
    file: Vec<u8>,
    criterion: String,
    /// Whether somebody has looked that nobody can be recognised.
    shows_nobody: bool,
}

async fn sent(mut form: Multipart) -> Result<Sent, StatusCode> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(|error| error.status())? {
        let name = field.name().map(ToOwned::to_owned);
        let bytes = field.bytes().await.map_err(|error| error.status())?;
        match name.as_deref() {
            Some("file") => sent.file = bytes.to_vec(),
            Some("criterion") => sent.criterion = String::from_utf8_lossy(&bytes).into_owned(),
            Some("shows_nobody") => sent.shows_nobody = &*bytes == b"true",
            _ => return Err(StatusCode::BAD_REQUEST),
        }
    }
    Ok(sent)
}

/// `POST /verwaltung/begehungen/{id}/fotos`
pub(in crate::pages::staff) async fn add(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    form: Multipart,
) -> Response {
    let own = match found(&desk, &id).await {
        Ok(own) => own,
        Err(page) => return page,
    };
    let sent = match sent(form).await {
        Ok(sent) => sent,
        Err(status) => return status.into_response(),
    };
    match keep(&desk, actor, &own, sent).await {
        Ok(_) => desk.done(&path_of(own.id), "staff-done-photo"),
        Err(why) => refused(&desk, &own, why).await,
    }
}

async fn keep(desk: &Desk, actor: Actor, own: &Audit, sent: Sent) -> Result<Photo, NotKept> {
    if !sent.shows_nobody {
        let rule = "must be looked at: nobody may be recognised in it";
        return Err(Invalid::new("shows_nobody", rule).into());
    }
    let criterion = Some(sent.criterion.trim()).filter(|own| !own.is_empty());
    let criterion = criterion.map(str::parse::<CriterionId>).transpose()?;
    take_photo(&desk.city, actor, (own.id, criterion), sent.file).await
}

async fn refused(desk: &Desk, own: &Audit, why: NotKept) -> Response {
    match hindrance(desk, why) {
        Ok((status, wrong)) => {
            let typed = Typed {
                wrong,
                measure: None,
                fields: Fields::default(),
            };
            super::one::answer(desk, own, status, Some(&typed)).await
        }
        Err(page) => *page,
    }
}

/// `POST /verwaltung/begehungen/{id}/fotos/{photo}`: the photo goes.
pub(in crate::pages::staff) async fn remove(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path((id, photo)): Path<(String, String)>,
) -> Response {
    let own = match found(&desk, &id).await {
        Ok(own) => own,
        Err(page) => return page,
    };
    let Ok(photo) = photo.parse::<PhotoId>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match desk.city.remove_photo(actor, (own.id, photo)).await {
        // Somebody else was faster: it is gone as it was to be.
        Ok(()) | Err(NotKept::Unknown) => desk.done(&path_of(own.id), "staff-done-photo-removed"),
        Err(why) => refused(&desk, &own, why).await,
    }
}

/// The photos of an audit, and the form for another one where the city has switched photos on.
pub(super) fn section(desk: &Desk, own: &Audit, catalogue: &Catalogue, all: &[Photo]) -> Markup {
    let is_on = desk.snapshot.settings().audits.photos;
    let is_auditor = desk.session.account.roles.has(Role::Auditor);
    let takes_more = is_on && is_auditor && own.withdrawn.is_none() && all.len() < MOST_PHOTOS;
    html! {
        @if is_on || !all.is_empty() {
            section #photos {
                h2 { (desk.text("staff-photos")) }
                p.hint { (desk.text("staff-photos-about")) }
                @for photo in all { (one(desk, own, catalogue, photo, is_auditor)) }
                @if takes_more {
                    details {
                        summary { (desk.text("staff-photo-add")) }
                        (entry(desk, own, catalogue))
                    }
                }
            }
        }
    }
}

fn one(desk: &Desk, own: &Audit, catalogue: &Catalogue, photo: &Photo, is_auditor: bool) -> Markup {
    let about = photo.criterion.as_ref();
    let about = about.and_then(|id| catalogue.criterion(id.as_str()));
    let about = about.map_or_else(
        || desk.text("staff-photo"),
        |own| words::criterion(desk.language, own),
    );
    let moment = trail::moment(desk, photo.at);
    let picture = format!("/api/staff/audits/{}/photos/{}", own.id, photo.id);
    let gone = format!("{}/fotos/{}", path_of(own.id), photo.id);
    html! {
        figure.photo {
            a href=(picture) { img src=(picture) alt=(about); }
            figcaption { (about) " · " (moment) }
            @if is_auditor {
                form action=(desk.link(&gone)) method="post" {
                    button.button.secondary type="submit" { (desk.text("staff-photo-remove")) span.visually-hidden { ": " (about) ", " (moment) } }
                }
            }
        }
    }
}

fn entry(desk: &Desk, own: &Audit, catalogue: &Catalogue) -> Markup {
    let criteria = catalogue.criteria().iter();
    let criteria = criteria.map(|own| (own.id.to_string(), words::criterion(desk.language, own)));
    let criteria: Vec<_> = criteria.collect();
    let action = desk.link(&format!("{}/fotos", path_of(own.id)));
    html! {
        form.entry action=(action) method="post" enctype="multipart/form-data" {
            div.field {
                label for="photo" { (desk.text("staff-photo-file")) }
                input id="photo" type="file" name="file" accept="image/jpeg,image/png,image/webp" required;
            }
            div.field {
                label for="photo-criterion" { (desk.text("staff-photo-criterion")) }
                select id="photo-criterion" name="criterion" {
                    option value="" { (desk.text("staff-photo-criterion-none")) }
                    @for (id, name) in &criteria { option value=(id) { (name) } }
                }
            }
            label.check {
                input type="checkbox" name="shows_nobody" value="true" required;
                " " (desk.text("staff-photo-shows-nobody"))
            }
            p.buttons { button.button type="submit" { (desk.text("staff-photo-keep")) } }
        }
    }
}

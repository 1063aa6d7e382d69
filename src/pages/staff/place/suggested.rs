//! A form for a place that is filled in with what a resident suggests.

use axum::response::Response;
use maud::{Markup, html};

use super::typed::Typed;
use crate::domain::Place;
use crate::domain::suggestion::{Suggestion, SuggestionId};
use crate::pages::staff::{Desk, suggestions};

/// The suggestion that a form follows.
#[derive(Default)]
pub(super) enum Following {
    /// None.
    #[default]
    Nothing,
    /// This one, as long as nobody has decided on it.
    Open(Box<Suggestion>),
    /// One that is not there, or that somebody has decided on.
    Late,
}

impl Following {
    /// What the address of a form (`vorschlag`) or the form itself names.
    ///
    /// # Errors
    /// The page that says so when the store fails.
    pub(super) async fn named(desk: &Desk, id: &str) -> Result<Self, Response> {
        if id.is_empty() {
            return Ok(Self::Nothing);
        }
        let Ok(id) = id.parse::<SuggestionId>() else {
            return Ok(Self::Late);
        };
        match desk.city.open_suggestion(id).await {
            Ok(Some(own)) => Ok(Self::Open(Box::new(own))),
            Ok(None) => Ok(Self::Late),
            Err(error) => Err(desk.failed(&error)),
        }
    }

    /// The same of the address of a page.
    pub(super) async fn asked(desk: &Desk, query: &str) -> Result<Self, Response> {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let id = pairs.find(|(name, _)| name == "vorschlag");
        Self::named(desk, &id.map(|(_, id)| id).unwrap_or_default()).await
    }

    /// The form filled in for `place`, or for a new one.
    pub(super) fn fill(&self, desk: &Desk, place: Option<&Place>) -> Typed {
        match (self, place) {
            (Self::Open(own), Some(place)) => {
                Typed::of(&own.said.proposal().applied_to(place, desk.today()))
            }
            (Self::Open(own), None) => Typed::from_cells(&own.said.proposal().cells()),
            (Self::Nothing | Self::Late, Some(place)) => Typed::of(place),
            (Self::Nothing | Self::Late, None) => Typed::default(),
        }
    }

    /// The id that goes with the form.
    pub(super) fn id(&self) -> Option<SuggestionId> {
        match self {
            Self::Open(own) => Some(own.id),
            Self::Nothing | Self::Late => None,
        }
    }

    /// Where the form comes from, and what the resident said that fits no field.
    pub(super) fn note(&self, desk: &Desk) -> Markup {
        match self {
            Self::Nothing => html! {},
            Self::Late => html! { p.notice role="alert" { (desk.text("staff-follows-late")) } },
            Self::Open(own) => {
                let said = &own.said;
                let address = said.address.as_deref();
                html! {
                    div.notice {
                        p {
                            (desk.text("staff-follows")) " "
                            a href=(desk.link(&suggestions::path_of(own.id))) { (desk.text("staff-follows-link")) }
                        }
                        @if let Some(address) = address { p { (desk.text("suggest-address")) " „" (address) "“" } }
                        @if let Some(remark) = &said.remark { p { (desk.text("suggest-remark")) " „" (remark) "“" } }
                    }
                }
            }
        }
    }
}

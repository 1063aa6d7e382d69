//! The guard before every path that is not for everyone.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

use crate::auth::access::Who;
use crate::auth::cookie;
use crate::auth::origin::{self, Origin};
use crate::auth::paths::Tell;
use crate::city::City;
use crate::domain::account::Session;
use crate::domain::staff::{Actor, Role};
use crate::error::Error;
use crate::gate::never_kept;
use crate::query::Base;

/// Why a request is not let through.
#[derive(Debug)]
pub enum Refusal {
    /// Nobody is logged in, or not any more.
    NotLoggedIn,
    /// The account may not do this.
    NotAllowed,
    /// The request would change something and does not come from a page of ours.
    Foreign,
    /// The account has to choose a password of its own first.
    PasswordDue,
    /// The store does not answer.
    Failed(Error),
}

/// What one path is guarded with.
#[derive(Clone)]
pub(super) struct Guard {
    pub(super) city: Arc<City>,
    pub(super) who: Who,
    pub(super) tell: Tell,
}

/// Where somebody may go who has to choose a password first.
pub const OWN_ACCOUNT: &str = "/verwaltung/konto";

/// Where one logs out, which everybody may at any time.
pub const LOG_OUT: &str = "/abmelden";

/// Lets those through who may; handlers find the [`Session`] among the extensions of the request, and where a role is
/// asked for, the [`Actor`]. What is told to somebody of the city is kept by no cache.
pub(super) async fn guard(State(own): State<Guard>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    never_kept(match admit(&own, &mut parts).await {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(refusal) => (own.tell)(&own.city, refusal, &parts),
    })
}

async fn admit(own: &Guard, parts: &mut Parts) -> Result<(), Refusal> {
    let session = session_of(&own.city, parts)
        .await
        .map_err(Refusal::Failed)?
        .ok_or(Refusal::NotLoggedIn)?;
    if !parts.method.is_safe() {
        let base = Base::of(parts).unwrap_or_default();
        if origin::of(&parts.headers, &base) != Origin::Here {
            return Err(Refusal::Foreign);
        }
    }
    let role = match own.who {
        Who::Everyone | Who::Staff => None,
        Who::Nobody => return Err(Refusal::NotAllowed),
        Who::Roles(roles) => {
            let role: Role = session
                .account
                .roles
                .first_of(roles)
                .ok_or(Refusal::NotAllowed)?;
            Some(role)
        }
    };
    let may_without = [OWN_ACCOUNT, LOG_OUT];
    let may_without = may_without
        .iter()
        .any(|path| parts.uri.path().starts_with(path));
    if session.account.must_change && !may_without {
        return Err(Refusal::PasswordDue);
    }
    if let Some(role) = role {
        parts.extensions.insert(Actor {
            account: session.account.id,
            role,
        });
    }
    parts.extensions.insert(session);
    Ok(())
}

/// The session of a request, if it holds; noted as used.
///
/// # Errors
/// What the store says.
pub async fn session_of(city: &Arc<City>, parts: &Parts) -> Result<Option<Session>, Error> {
    let Some(token) = cookie::session_of(&parts.headers) else {
        return Ok(None);
    };
    let now = city.now();
    let session = city.store().session(&token.digest()).await?;
    let Some(session) = session.filter(|session| session.holds_at(now)) else {
        return Ok(None);
    };
    if session.is_to_be_noted(now) {
        city.store().note_session(&session.token, now).await?;
    }
    Ok(Some(session))
}

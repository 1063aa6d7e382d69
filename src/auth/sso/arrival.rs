//! Coming back from the provider: the code becomes a token, the token an account, the account a session.

use std::sync::Arc;

use openidconnect::core::{CoreGenderClaim, CoreJwsSigningAlgorithm};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, Nonce, OAuth2TokenResponse, RequestTokenError,
    SignatureVerificationError, TokenResponse as _, UserInfoClaims,
};
use serde_json::Value;
use uuid::Uuid;

use super::provider::{Asking, Client, OwnClaims, TokenResponse, with_causes};
use super::{Away, Errand, SingleSignOn};
use crate::auth::log_in::{self, Begun};
use crate::auth::token::Token;
use crate::city::City;
use crate::domain::account::Account;
use crate::domain::single_sign_on::{name_of, numbered};
use crate::domain::staff::{AccountId, AccountName, Roles};
use crate::domain::trail::Author;
use crate::error::Error;
use crate::store::{AccountChange, Hand};

/// What a browser brings back.
pub struct Arrival {
    /// What it was sent away with.
    pub errand: Errand,
    /// What the provider sends along.
    pub code: String,
    /// Where the provider sent it; the same as on the way there.
    pub redirect: String,
    /// The token of the session it had.
    pub before: Option<Token>,
    /// The token of the browser.
    pub browser: Option<Token>,
}

/// Why somebody who comes back is not logged in.
#[derive(Debug)]
pub enum NotArrived {
    /// The provider does not answer, or too many come at once.
    Away,
    /// The code is used up, too old, or for another browser.
    Stale,
    /// What the provider says cannot be believed.
    Untrusted,
    /// Nothing of what the provider says means a role here.
    NoRole,
    /// The account may not be used for the time being.
    Disabled,
    /// The store failed.
    Failed(Error),
}

impl From<Error> for NotArrived {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<Away> for NotArrived {
    fn from(_: Away) -> Self {
        Self::Away
    }
}

/// No name of a subject is longer (OpenID Connect Core 1.0, 8).
const MOST_SUBJECT_BYTES: usize = 255;

/// So many names are tried in order; then a random number is put behind.
const NAMES_TRIED: u32 = 50;

impl SingleSignOn {
    /// Begins a session for somebody who comes back.
    ///
    /// # Errors
    /// Why not.
    pub async fn arrive(&self, city: &Arc<City>, arrival: Arrival) -> Result<Begun, NotArrived> {
        let Ok(_turn) = self.arrivals.try_acquire() else {
            return Err(NotArrived::Away);
        };
        let claims = self.claims(&arrival).await?;
        let account = self.account(city, &claims).await?;
        let before = arrival.before.as_ref();
        Ok(log_in::begin(city, account, before, arrival.browser).await?)
    }

    /// What the provider says about somebody, checked.
    async fn claims(&self, arrival: &Arrival) -> Result<Value, NotArrived> {
        let provider = self.provider().await?;
        let client = self.client(&provider, &arrival.redirect)?;
        let answer = self.redeemed(&client, arrival).await?;
        let mut known = checked(&client, &answer, &arrival.errand);
        if matches!(known, Err(Unchecked::UnknownKey)) {
            let provider = self
                .providing
                .with_new_keys(&self.settings.issuer, &self.outbound)
                .await?;
            let client = self.client(&provider, &arrival.redirect)?;
            known = checked(&client, &answer, &arrival.errand);
        }
        let mut claims = known.map_err(|reason| untrusted(&reason))?;
        self.add_user_info(&client, &answer, &mut claims).await?;
        Ok(claims)
    }

    /// The tokens that the code is worth.
    async fn redeemed(
        &self,
        client: &Client,
        arrival: &Arrival,
    ) -> Result<TokenResponse, NotArrived> {
        let code = AuthorizationCode::new(arrival.code.clone());
        let request = match client.exchange_code(code) {
            Ok(request) => request.set_pkce_verifier(arrival.errand.verifier()),
            Err(error) => return Err(untrusted(&error)),
        };
        match request.request_async(&Asking(&self.outbound)).await {
            Ok(answer) => Ok(answer),
            Err(RequestTokenError::ServerResponse(refusal)) => {
                // A code that is used up is refused, and so is a wrong secret of ours, which somebody has to mend.
                tracing::warn!(
                    error = refusal.error().as_ref(),
                    "the provider of single sign-on gave no token"
                );
                Err(NotArrived::Stale)
            }
            Err(error @ RequestTokenError::Request(_)) => {
                tracing::warn!(
                    reason = with_causes(&error),
                    "the provider of single sign-on gave no token"
                );
                Err(NotArrived::Away)
            }
            Err(error) => Err(untrusted(&error)),
        }
    }

    /// Adds what the provider tells only when asked for it: many put groups and names there. The token has the last
    /// word.
    async fn add_user_info(
        &self,
        client: &Client,
        answer: &TokenResponse,
        claims: &mut Value,
    ) -> Result<(), NotArrived> {
        let subject = claims
            .get("sub")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let subject = openidconnect::SubjectIdentifier::new(subject.to_owned());
        let Ok(request) = client.user_info(answer.access_token().clone(), Some(subject)) else {
            return Ok(());
        };
        let asking = Asking(&self.outbound);
        let info: UserInfoClaims<OwnClaims, CoreGenderClaim> = match request
            .request_async(&asking)
            .await
        {
            Ok(info) => info,
            Err(openidconnect::UserInfoError::Request(reason)) => {
                tracing::warn!(%reason, "the provider of single sign-on told nothing about somebody");
                return Err(NotArrived::Away);
            }
            Err(error) => return Err(untrusted(&error)),
        };
        let (Ok(Value::Object(more)), Value::Object(claims)) =
            (serde_json::to_value(&info), claims)
        else {
            return Ok(());
        };
        for (name, value) in more {
            claims.entry(name).or_insert(value);
        }
        Ok(())
    }

    /// The account of somebody, with the roles that the provider says; made where there is none.
    async fn account(&self, city: &City, claims: &Value) -> Result<Account, NotArrived> {
        let subject = claims
            .get("sub")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if subject.is_empty() || subject.len() > MOST_SUBJECT_BYTES {
            return Err(untrusted(&"its name of somebody is empty or too long"));
        }
        let subject = format!("{} {subject}", self.settings.issuer);
        let meant = self.settings.rules.as_ref();
        let roles = meant.map(|rules| rules.roles(&believed(claims)));
        if let Some(found) = city.store().account_of_subject(&subject).await? {
            return self::found(city, found, roles).await;
        }
        match roles.filter(|roles| !roles.is_empty()) {
            Some(roles) => made(city, subject, name_of(claims), roles).await,
            None => Err(NotArrived::NoRole),
        }
    }
}

/// Without an address that the provider does not say it has seen proof of.
fn believed(claims: &Value) -> Value {
    let mut claims = claims.clone();
    // Some say it in words.
    let is_proved = match claims.get("email_verified") {
        Some(Value::Bool(is_proved)) => *is_proved,
        Some(Value::String(said)) => said == "true",
        _ => false,
    };
    if !is_proved && let Value::Object(all) = &mut claims {
        all.remove("email");
    }
    claims
}

/// What the trail says of accounts that follow the provider.
fn hand(city: &City) -> Hand {
    Hand {
        author: Author::single_sign_on(),
        at: city.now(),
    }
}

/// An account that is there, with its roles brought up to date.
async fn found(
    city: &City,
    mut account: Account,
    roles: Option<Roles>,
) -> Result<Account, NotArrived> {
    if let Some(roles) = roles {
        if roles != account.roles {
            let change = AccountChange {
                roles: Some(roles.clone()),
                ..AccountChange::default()
            };
            city.store()
                .change_account(account.id, &change, None, &hand(city))
                .await?;
        }
        if roles.is_empty() {
            return Err(NotArrived::NoRole);
        }
        account.roles = roles;
    }
    if account.is_disabled {
        return Err(NotArrived::Disabled);
    }
    Ok(account)
}

/// A new account, called by the first name that is free.
async fn made(
    city: &City,
    subject: String,
    name: AccountName,
    roles: Roles,
) -> Result<Account, NotArrived> {
    let mut account = Account {
        id: AccountId(Uuid::new_v4()),
        name: name.clone(),
        roles,
        is_disabled: false,
        must_change: false,
        has_password: false,
        subject: Some(subject.clone()),
        created_on: city.snapshot().date_at(city.now()),
    };
    for number in 2.. {
        if city
            .store()
            .add_account(&account, None, &hand(city))
            .await?
        {
            break;
        }
        // Another replica may have been asked the same a moment ago.
        if let Some(found) = city.store().account_of_subject(&subject).await? {
            return self::found(city, found, Some(account.roles)).await;
        }
        let is_in_order = number <= NAMES_TRIED;
        let (random, ..) = Uuid::new_v4().as_fields();
        account.name = numbered(&name, if is_in_order { number } else { random });
    }
    Ok(account)
}

/// Why a token is not believed.
#[derive(Debug, thiserror::Error)]
enum Unchecked {
    #[error("there is no token that says who it is")]
    Absent,
    #[error("its token is signed with a key that it does not name")]
    UnknownKey,
    #[error("its token breaks a rule: {0}")]
    Wrong(ClaimsVerificationError),
    #[error("its token is not understood: {0}")]
    Odd(#[from] serde_json::Error),
}

/// The claims of the token: from this provider, for this program, for this errand, not over, and signed. A signature
/// that anybody could make who knows our own secret is none.
fn checked(client: &Client, answer: &TokenResponse, errand: &Errand) -> Result<Value, Unchecked> {
    use CoreJwsSigningAlgorithm as By;
    let algorithms = [
        By::RsaSsaPkcs1V15Sha256,
        By::RsaSsaPkcs1V15Sha384,
        By::RsaSsaPkcs1V15Sha512,
        By::RsaSsaPssSha256,
        By::RsaSsaPssSha384,
        By::RsaSsaPssSha512,
        By::EcdsaP256Sha256,
        By::EcdsaP384Sha384,
        By::EdDsa,
    ];
    let token = answer.id_token().ok_or(Unchecked::Absent)?;
    let verifier = client.id_token_verifier().set_allowed_algs(algorithms);
    match token.claims(&verifier, &Nonce::new(errand.nonce())) {
        Ok(claims) => Ok(serde_json::to_value(claims)?),
        Err(ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey,
        )) => Err(Unchecked::UnknownKey),
        Err(error) => Err(Unchecked::Wrong(error)),
    }
}

fn untrusted(reason: &dyn std::fmt::Display) -> NotArrived {
    tracing::warn!(%reason, "the provider of single sign-on cannot be believed");
    NotArrived::Untrusted
}

//! The provider: what it offers, which keys it signs with, and how it is asked.

use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AsyncHttpClient, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IdTokenFields, IssuerUrl, ProviderMetadataWithLogout,
    StandardErrorResponse, StandardTokenResponse,
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::Away;
use crate::outbound::{NoAnswer, Outbound, Patience, Reach};

/// What a provider says about itself.
pub(super) type Provider = ProviderMetadataWithLogout;

/// Claims beyond those of the standard, such as groups.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct OwnClaims(serde_json::Map<String, serde_json::Value>);

impl AdditionalClaims for OwnClaims {}

pub(super) type TokenResponse = StandardTokenResponse<
    IdTokenFields<
        OwnClaims,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// This program as a client of a provider, with our claims in its tokens.
pub(super) type Client = openidconnect::Client<
    OwnClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    TokenResponse,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Somebody waits in front of a browser.
const PATIENCE: Patience = Patience {
    whole: Duration::from_secs(10),
    most_bytes: 1024 * 1024,
};

/// What a provider says of itself is believed for so long.
const KEPT: Duration = Duration::from_hours(1);

/// What is known of the provider.
#[derive(Default)]
pub(super) struct Providing(Mutex<Known>);

#[derive(Default)]
struct Known {
    provider: Option<Arc<Provider>>,
    answered_at: Option<Instant>,
    failed_at: Option<Instant>,
}

impl Providing {
    /// What the provider offers; asked for anew from time to time, by one who waits for all.
    pub(super) async fn provider(
        &self,
        issuer: &str,
        outbound: &Outbound,
    ) -> Result<Arc<Provider>, Away> {
        self.known_since(KEPT, issuer, outbound).await
    }

    /// The same, asked for anew because a token names a key that is not known.
    pub(super) async fn with_new_keys(
        &self,
        issuer: &str,
        outbound: &Outbound,
    ) -> Result<Arc<Provider>, Away> {
        self.known_since(Duration::ZERO, issuer, outbound).await
    }

    async fn known_since(
        &self,
        most_age: Duration,
        issuer: &str,
        outbound: &Outbound,
    ) -> Result<Arc<Provider>, Away> {
        let wanted_at = Instant::now();
        let mut known = self.0.lock().await;
        let is_known = known
            .answered_at
            .is_some_and(|at| at + most_age >= wanted_at);
        // Who waited while somebody else asked in vain does not ask again.
        let is_in_vain = known.failed_at.is_some_and(|at| at >= wanted_at);
        if !is_known && !is_in_vain {
            match discovered(issuer, outbound).await {
                Ok(provider) => {
                    known.provider = Some(Arc::new(provider));
                    known.answered_at = Some(Instant::now());
                }
                Err(reason) => {
                    known.failed_at = Some(Instant::now());
                    tracing::warn!(
                        reason,
                        "the provider of single sign-on cannot be used; asked again when somebody logs in"
                    );
                }
            }
        }
        // What it said before serves while it is away.
        known.provider.clone().ok_or(Away)
    }
}

async fn discovered(issuer: &str, outbound: &Outbound) -> Result<Provider, String> {
    let issuer = IssuerUrl::new(issuer.to_owned()).map_err(|error| error.to_string())?;
    let asking = Asking(outbound);
    let provider = Provider::discover_async(issuer, &asking).await;
    provider.map_err(|error| with_causes(&error))
}

/// An error with what caused it, in one line.
pub(super) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(own) = cause {
        said += ": ";
        said += &own.to_string();
        cause = own.source();
    }
    said
}

/// Asks on behalf of the crate.
pub(super) struct Asking<'a>(pub(super) &'a Outbound);

/// Why the provider gave no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unanswered {
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
    #[error("its answer has more than {} bytes", PATIENCE.most_bytes)]
    TooLong,
}

impl<'c> AsyncHttpClient<'c> for Asking<'_> {
    type Error = Unanswered;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Unanswered>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async {
            let answer = self.0.ask(request, Reach::Any, PATIENCE).await?;
            if !answer.is_whole {
                return Err(Unanswered::TooLong);
            }
            Ok(HttpResponse::from_parts(answer.head, answer.body))
        })
    }
}

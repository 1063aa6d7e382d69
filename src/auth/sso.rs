//! Single sign-on by OpenID Connect: the authorization code flow with PKCE, state and nonce.
//!
//! Who the provider says somebody is becomes an account here, with the roles that follow from its claims each time they
//! log in. Nothing waits in the store for somebody to come back: what has to be known then is held by the browser
//! alone ([`Errand`]), so any replica can take the answer, and starting a thousand times fills nothing.

mod arrival;
mod errand;
mod provider;

use std::sync::Arc;

use openidconnect::core::{CoreAuthenticationFlow, CoreClientAuthMethod};
use openidconnect::{
    AuthType, ClientId, ClientSecret, CsrfToken, LogoutRequest, Nonce, PostLogoutRedirectUrl,
    RedirectUrl, Scope,
};
use tokio::sync::Semaphore;

pub use arrival::{Arrival, NotArrived};
pub use errand::Errand;

use crate::domain::Invalid;
use crate::domain::single_sign_on::RoleRules;
use crate::outbound::{self, Outbound};
use provider::{Client, Provider, Providing};

/// What the operator says about single sign-on.
pub struct Settings {
    /// The provider, as it writes its own address: it has to repeat this to the letter.
    pub issuer: String,
    /// What the provider calls this program.
    pub client: String,
    /// The password of this program there; a public client has none.
    pub secret: Option<String>,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// Which claims mean which role. Without rules only known accounts come in, with the roles they have here.
    pub rules: Option<RoleRules>,
    /// Whether nobody else logs in but admins, who may with a password: the way in when the provider is away.
    pub is_only_way: bool,
}

/// So many people may be coming back at a time: each means three questions to the provider.
const MOST_ARRIVALS: usize = 16;

/// Single sign-on with one provider.
pub struct SingleSignOn {
    settings: Settings,
    providing: Providing,
    outbound: Outbound,
    arrivals: Semaphore,
}

/// The provider does not answer, or not as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away;

impl SingleSignOn {
    /// Single sign-on as `settings` say; nobody is asked yet.
    ///
    /// # Errors
    /// When the address of the provider is none that may be asked.
    pub fn new(settings: Settings, outbound: Outbound) -> Result<Arc<Self>, Invalid> {
        outbound::url("sso-issuer", &settings.issuer)?;
        Ok(Arc::new(Self {
            settings,
            providing: Providing::default(),
            outbound,
            arrivals: Semaphore::new(MOST_ARRIVALS),
        }))
    }

    /// Whether passwords are for admins alone.
    #[must_use]
    pub fn is_only_way(&self) -> bool {
        self.settings.is_only_way
    }

    /// Asks the provider what it offers, so that the first who logs in need not wait; what failed is in the log, and
    /// asked again when somebody wants to log in.
    pub async fn get_ready(&self) {
        let _ = self.provider().await;
    }

    /// Where the browser is to go with `errand`; it is sent back to `redirect`.
    ///
    /// # Errors
    /// When the provider does not answer.
    pub async fn way_there(&self, errand: &Errand, redirect: &str) -> Result<String, Away> {
        let provider = self.provider().await?;
        let client = self.client(&provider, redirect)?;
        let (state, nonce) = (errand.state(), errand.nonce());
        let scopes = self.settings.scopes.iter().cloned().map(Scope::new);
        let (address, _, _) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scopes(scopes)
            .set_pkce_challenge(errand.challenge())
            .url();
        Ok(address.to_string())
    }

    /// Where somebody ends their session with the provider, if it offers that; they come back to `redirect`.
    pub async fn way_out(&self, redirect: &str) -> Option<String> {
        let provider = self.provider().await.ok()?;
        let end = provider
            .additional_metadata()
            .end_session_endpoint
            .clone()?;
        let back = PostLogoutRedirectUrl::new(redirect.to_owned()).ok()?;
        let request = LogoutRequest::from(end)
            .set_client_id(ClientId::new(self.settings.client.clone()))
            .set_post_logout_redirect_uri(back);
        Some(request.http_get_url().to_string())
    }

    /// Whether an account with `subject` is one of this provider.
    #[must_use]
    pub fn knows(&self, subject: &str) -> bool {
        let issuer = subject.split(' ').next();
        issuer == Some(&self.settings.issuer)
    }

    /// Whether it is this provider that an answer names (RFC 9207).
    #[must_use]
    pub fn is_issuer(&self, named: &str) -> bool {
        named == self.settings.issuer
    }

    async fn provider(&self) -> Result<Arc<Provider>, Away> {
        self.providing
            .provider(&self.settings.issuer, &self.outbound)
            .await
    }

    /// This program as the provider knows it.
    fn client(&self, provider: &Provider, redirect: &str) -> Result<Client, Away> {
        let id = ClientId::new(self.settings.client.clone());
        let secret = self.settings.secret.clone().map(ClientSecret::new);
        let Ok(redirect) = RedirectUrl::new(redirect.to_owned()) else {
            return Err(Away);
        };
        let client = Client::from_provider_metadata(provider.clone(), id, secret);
        let methods = provider.token_endpoint_auth_methods_supported();
        let has = |method| methods.is_none_or(|all| all.contains(&method));
        // Without a word on it the provider takes the first (OpenID Connect Discovery 1.0, 3).
        let auth_type = if has(CoreClientAuthMethod::ClientSecretBasic) {
            AuthType::BasicAuth
        } else {
            AuthType::RequestBody
        };
        Ok(client.set_redirect_uri(redirect).set_auth_type(auth_type))
    }
}

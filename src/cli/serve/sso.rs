//! What `serve` is told about single sign-on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::auth::sso::{Settings, SingleSignOn};
use crate::cli::Failure;
use crate::domain::single_sign_on::RoleRules;
use crate::error::Error;
use crate::outbound::Outbound;

#[derive(Args)]
#[command(next_help_heading = "Single sign-on (OpenID Connect)")]
pub(super) struct SsoOptions {
    /// Address of the provider (`https://login.example.org/realms/city`); its configuration is read from there. It sends
    /// people back to /anmelden/sso/zurueck of this server, which has to be entered there, as does /anmelden for after
    /// logging out
    #[arg(
        long = "sso-issuer",
        env = "MITEINANDER_SSO_ISSUER",
        value_name = "URL",
        requires = "client_id"
    )]
    issuer: Option<String>,
    /// What the provider calls this program
    #[arg(
        long = "sso-client-id",
        env = "MITEINANDER_SSO_CLIENT_ID",
        value_name = "ID",
        requires = "issuer"
    )]
    client_id: Option<String>,
    /// File with the secret of this program at the provider; a public client has none
    #[arg(
        long = "sso-client-secret-file",
        env = "MITEINANDER_SSO_CLIENT_SECRET_FILE",
        value_name = "FILE",
        requires = "issuer"
    )]
    client_secret_file: Option<PathBuf>,
    /// Which claims mean which role (`groups=map:editor,realm_access.roles=it:admin`); the roles of an account are then
    /// those of its last log-in, and a first log-in makes an account if there is one. Without this only accounts made with
    /// `user add --subject` come in, with the roles they have here
    #[arg(
        long = "sso-roles",
        env = "MITEINANDER_SSO_ROLES",
        value_name = "CLAIM=VALUE:ROLE,…",
        requires = "issuer"
    )]
    roles: Option<RoleRules>,
    /// What is asked for besides `openid`; some providers tell groups only when asked
    #[arg(
        long = "sso-scopes",
        env = "MITEINANDER_SSO_SCOPES",
        value_name = "SCOPES",
        default_value = "profile email"
    )]
    scopes: String,
    /// Let nobody log in with a password but admins, who need a way in when the provider is away
    #[arg(long = "sso-only", env = "MITEINANDER_SSO_ONLY", requires = "issuer")]
    only: bool,
}

/// A secret of a provider is not longer.
const MOST_SECRET_BYTES: usize = 4096;

impl SsoOptions {
    /// Single sign-on as the options say, if they do.
    pub(super) fn configured(
        self,
        outbound: &Outbound,
    ) -> Result<Option<Arc<SingleSignOn>>, Failure> {
        let (Some(issuer), Some(client)) = (self.issuer, self.client_id) else {
            return Ok(None);
        };
        let settings = Settings {
            issuer,
            client,
            secret: self.client_secret_file.as_deref().map(secret).transpose()?,
            scopes: self.scopes.split_whitespace().map(str::to_owned).collect(),
            rules: self.roles,
            is_only_way: self.only,
        };
        let own = SingleSignOn::new(settings, outbound.clone()).map_err(Error::from)?;
        Ok(Some(own))
    }
}

fn secret(path: &Path) -> Result<String, Failure> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|source| Error::File {
        path: shown.to_string(),
        source,
    })?;
    let secret = text.trim();
    if secret.is_empty() || secret.len() > MOST_SECRET_BYTES {
        let said = format!("{shown}: must hold the secret and nothing else");
        return Err(Failure::Said(said));
    }
    Ok(secret.to_owned())
}

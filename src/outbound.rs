//! Asking other servers: a provider of single sign-on, receivers of webhooks. Only over TLS (on this machine itself also
//! without), without following redirects, with little patience, and where asked for only at public addresses.
//!
//! The address is checked that is connected to, not one looked up before: a name may mean another one a moment later.

mod address;
pub mod georeport;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::http::response::Parts;
use axum::http::{HeaderValue, Request, Uri, header};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::{Host, Url};

use crate::domain::Invalid;

/// Which addresses may be connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Any, those of the house too.
    Any,
    /// Only those that everybody in the world may reach.
    Public,
}

/// How much another server may ask of our patience.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// From looking up its name to the end of its answer.
    pub whole: Duration,
    /// So much of an answer is read, and no more.
    pub most_bytes: usize,
}

/// Why another server gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// The address cannot be asked at all.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// Its name is not known, or the names cannot be looked up.
    #[error("its name could not be looked up")]
    Nameless(#[source] io::Error),
    /// It has only addresses that may not be reached.
    #[error("its address is none that may be reached")]
    OutOfReach,
    /// Nothing listens there.
    #[error("it could not be reached")]
    Unreachable(#[source] io::Error),
    /// It did not prove who it is.
    #[error("there is no trusted connection to it: {0}")]
    Untrusted(#[source] io::Error),
    /// It took too long.
    #[error("it did not answer in time")]
    Slow,
    /// What it said is no HTTP.
    #[error("its answer is not understood: {0}")]
    Garbled(#[from] hyper::Error),
}

/// What another server answered.
#[derive(Debug)]
pub struct Answer {
    /// Status and headers.
    pub head: Parts,
    /// The body, as far as it was read.
    pub body: Vec<u8>,
    /// Whether that is all of it.
    pub is_whole: bool,
}

/// Asks other servers.
#[derive(Clone)]
pub struct Outbound(TlsConnector);

impl Outbound {
    /// Trusts what browsers trust, and the authorities of `own` besides: certificates as PEM, such as those a city
    /// issues for its own network.
    ///
    /// # Errors
    /// When `own` holds no certificate, or one that is none.
    pub fn trusting(own: Option<&[u8]>) -> Result<Self, Invalid> {
        let refused = |reason: String| Invalid::new("ca-file", reason);
        let mut roots = RootCertStore {
            roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
        };
        if let Some(pem) = own {
            let before = roots.len();
            for certificate in CertificateDer::pem_slice_iter(pem) {
                let certificate = certificate.map_err(|error| refused(error.to_string()))?;
                let added = roots.add(certificate);
                added.map_err(|error| refused(error.to_string()))?;
            }
            if roots.len() == before {
                return Err(refused("must hold certificates as PEM".to_owned()));
            }
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| refused(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self(TlsConnector::from(Arc::new(config))))
    }

    /// Sends a request whose address is absolute.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn ask(
        &self,
        request: Request<Vec<u8>>,
        reach: Reach,
        patience: Patience,
    ) -> Result<Answer, NoAnswer> {
        let url = url("url", &request.uri().to_string())?;
        let asking = async {
            let stream = connect(&url, reach).await?;
            let name = server_name(&url)?;
            if is_plain(&url) {
                return exchange(stream, &url, request, patience).await;
            }
            let connected = self.0.connect(name, stream).await;
            let stream = connected.map_err(NoAnswer::Untrusted)?;
            exchange(stream, &url, request, patience).await
        };
        let answer = tokio::time::timeout(patience.whole, asking).await;
        answer.unwrap_or(Err(NoAnswer::Slow))
    }
}

/// An address that may be asked: `https://`, or `http://` on this machine itself; no user, no fragment.
///
/// # Errors
/// The rule it breaks, said of `field`.
pub fn url(field: &'static str, text: &str) -> Result<Url, Invalid> {
    let refused = |rule| Err(Invalid::new(field, rule));
    let Ok(url) = Url::parse(text) else {
        return refused("must be an address beginning with https://");
    };
    if !matches!(url.scheme(), "https" | "http") || (is_plain(&url) && !is_here(&url)) {
        return refused("must begin with https:// (http:// only on this machine itself)");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refused("must not hold a name or a password");
    }
    if url.fragment().is_some() {
        return refused("must not hold a fragment (#…)");
    }
    Ok(url)
}

/// Whether what `url` names is out of `reach` whatever names mean at the moment: an address of the house by its number.
#[must_use]
pub fn is_out_of_reach(url: &Url, reach: Reach) -> bool {
    let address = match url.host() {
        Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
        Some(Host::Domain(_)) | None => None,
    };
    reach == Reach::Public
        && (is_plain(url) || address.is_some_and(|address| !address::is_public(address)))
}

fn is_plain(url: &Url) -> bool {
    url.scheme() == "http"
}

/// Whether it is this machine itself, by what it is called.
fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn server_name(url: &Url) -> Result<ServerName<'static>, Invalid> {
    let refused = || Invalid::new("url", "must name a host");
    Ok(match url.host().ok_or_else(refused)? {
        Host::Domain(name) => match ServerName::try_from(name.to_owned()) {
            Ok(name) => name,
            Err(_) => return Err(refused()),
        },
        Host::Ipv4(address) => IpAddr::V4(address).into(),
        Host::Ipv6(address) => IpAddr::V6(address).into(),
    })
}

/// Connects to the first address that may be reached and can be.
async fn connect(url: &Url, reach: Reach) -> Result<TcpStream, NoAnswer> {
    let found: Vec<_> = match url.host() {
        Some(Host::Ipv4(address)) => vec![IpAddr::V4(address)],
        Some(Host::Ipv6(address)) => vec![IpAddr::V6(address)],
        Some(Host::Domain(name)) => {
            let found = tokio::net::lookup_host((name, 0)).await;
            let found = found.map_err(NoAnswer::Nameless)?;
            found.map(|address| address.ip()).collect()
        }
        None => Vec::new(),
    };
    let may_reach = |address: &IpAddr| {
        let is_allowed = reach == Reach::Any || address::is_public(*address);
        // Without TLS a name that means this machine has to mean it.
        is_allowed && (!is_plain(url) || address.is_loopback())
    };
    let port = url.port_or_known_default().unwrap_or_default();
    let mut failed = NoAnswer::OutOfReach;
    for address in found.into_iter().filter(may_reach) {
        match TcpStream::connect(SocketAddr::new(address, port)).await {
            Ok(stream) => return Ok(stream),
            Err(error) => failed = NoAnswer::Unreachable(error),
        }
    }
    Err(failed)
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    url: &Url,
    request: Request<Vec<u8>>,
    patience: Patience,
) -> Result<Answer, NoAnswer> {
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    // Ends with this question, whatever becomes of it.
    let mut driving = JoinSet::new();
    driving.spawn(connection);
    let answer = sender.send_request(addressed(url, request)).await?;
    let (head, body) = answer.into_parts();
    let (body, is_whole) = read(body, patience.most_bytes).await?;
    Ok(Answer {
        head,
        body,
        is_whole,
    })
}

/// The request as it goes over the line: the path, and the host in a header.
fn addressed(url: &Url, request: Request<Vec<u8>>) -> Request<Full<Bytes>> {
    let (mut head, body) = request.into_parts();
    let path = head.uri.path_and_query().cloned();
    head.uri = path.map_or_else(|| Uri::from_static("/"), Uri::from);
    let host = url.host_str().unwrap_or_default();
    let host = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    if let Ok(host) = HeaderValue::try_from(host) {
        head.headers.insert(header::HOST, host);
    }
    head.headers.insert(
        header::USER_AGENT,
        HeaderValue::from_static(concat!("miteinander/", env!("CARGO_PKG_VERSION"))),
    );
    Request::from_parts(head, Full::new(Bytes::from(body)))
}

async fn read(mut body: Incoming, most_bytes: usize) -> Result<(Vec<u8>, bool), hyper::Error> {
    let mut read = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame?.into_data() else {
            continue;
        };
        let room = most_bytes - read.len();
        if data.len() > room {
            read.extend_from_slice(&data[..room]);
            return Ok((read, false));
        }
        read.extend_from_slice(&data);
    }
    Ok((read, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_encrypted_or_on_this_machine_is_asked() {
        for good in [
            "https://login.example.org/realms/city",
            "https://login.example.org:8443/?a=b",
            "https://10.0.0.1/",
            "http://127.0.0.1:9000",
            "http://127.1.2.3/x",
            "http://[::1]:9000/x",
            "http://localhost:9000/x",
        ] {
            assert!(url("sso-issuer", good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "login.example.org",
            "http://login.example.org",
            "http://localhost.evil.test",
            "http://127.0.0.1.evil.test",
            "http://10.0.0.1/",
            "http://[::2]/",
            "ftp://example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://user@example.org",
            "https://user:secret@example.org",
            "https://example.org/#a",
            "https://",
        ] {
            assert_eq!(
                url("sso-issuer", bad).unwrap_err().field,
                "sso-issuer",
                "{bad}"
            );
        }
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        assert!(Outbound::trusting(None).is_ok());
        for pem in [
            "",
            "text",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ] {
            let refused = Outbound::trusting(Some(pem.as_bytes()));
            assert_eq!(refused.err().unwrap().field, "ca-file", "{pem}");
        }
    }
}

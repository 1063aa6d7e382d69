//! A provider of single sign-on that can be told to lie. The honest dance is danced with a certified one in `web/e2e`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use miteinander::auth::sso::{Settings, SingleSignOn};
use miteinander::outbound::Outbound;
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

pub(super) const CLIENT: &str = "miteinander";
pub(super) const SECRET: &str = "only the two of us know";

/// How a token is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Signed {
    #[default]
    ByTheProvider,
    ByAStranger,
    /// `alg: none`.
    NotAtAll,
    /// With our own secret, which is no proof of the provider.
    WithTheClientSecret,
}

/// What the provider says when a code is redeemed.
#[derive(Clone, Default)]
pub(super) struct Said {
    /// Members of the token, in place of the honest ones.
    pub(super) token: Value,
    /// What it tells when asked about somebody.
    pub(super) info: Value,
    pub(super) signed: Signed,
}

#[derive(Default)]
struct Granted {
    challenge: String,
    redirect: String,
    nonce: String,
    said: Said,
}

#[derive(Default)]
struct Books {
    codes: HashMap<String, Granted>,
    info: Value,
    /// Numbers of the keys it signs with, and those it tells of.
    key: u8,
    is_broken: bool,
}

/// The running provider.
#[derive(Clone)]
pub(super) struct Provider {
    pub(super) issuer: String,
    books: Arc<Mutex<Books>>,
}

/// Somebody on the way to the provider.
pub(super) struct Sent {
    pub(super) to: url::Url,
    /// What the browser holds.
    pub(super) cookies: String,
}

impl Sent {
    pub(super) fn value(&self, wanted: &str) -> String {
        let mut pairs = self.to.query_pairs();
        let found = pairs.find(|(name, _)| name == wanted);
        found.map_or_else(String::new, |(_, value)| value.into_owned())
    }
}

impl Provider {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let provider = Self {
            issuer: format!("http://{}", listener.local_addr().unwrap()),
            books: Arc::default(),
        };
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/me", get(me))
            .with_state(provider.clone());
        tokio::spawn(async move { axum_serve(listener, app).await });
        provider
    }

    /// Our side of it, with these rules.
    pub(super) fn single_sign_on(&self, rules: &str, is_only_way: bool) -> Arc<SingleSignOn> {
        let settings = Settings {
            issuer: self.issuer.clone(),
            client: CLIENT.to_owned(),
            secret: Some(SECRET.to_owned()),
            scopes: vec!["profile".to_owned()],
            rules: (!rules.is_empty()).then(|| rules.parse().unwrap()),
            is_only_way,
        };
        SingleSignOn::new(settings, Outbound::trusting(None).unwrap()).unwrap()
    }

    /// Somebody proves who they are: the way back, as the browser is sent it.
    pub(super) fn consents(&self, sent: &Sent, said: Said) -> String {
        let code = uuid::Uuid::new_v4().to_string();
        let granted = Granted {
            challenge: sent.value("code_challenge"),
            redirect: sent.value("redirect_uri"),
            nonce: sent.value("nonce"),
            said,
        };
        let state = sent.value("state");
        self.books
            .lock()
            .unwrap()
            .codes
            .insert(code.clone(), granted);
        format!("/anmelden/sso/zurueck?code={code}&state={state}")
    }

    pub(super) fn breaks(&self, is_broken: bool) {
        self.books.lock().unwrap().is_broken = is_broken;
    }

    pub(super) fn takes_another_key(&self) {
        self.books.lock().unwrap().key += 1;
    }
}

async fn axum_serve(listener: TcpListener, app: Router) {
    miteinander::server::serve(listener, app, std::future::pending()).await;
}

async fn configuration(State(own): State<Provider>) -> Response {
    if own.books.lock().unwrap().is_broken {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    let issuer = &own.issuer;
    let metadata = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/me"),
        "end_session_endpoint": format!("{issuer}/session/end"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // A provider that would take anything.
        "id_token_signing_alg_values_supported": ["EdDSA", "RS256", "HS256", "none"],
    });
    axum::Json(metadata).into_response()
}

async fn keys(State(own): State<Provider>) -> Response {
    let key = key(own.books.lock().unwrap().key);
    axum::Json(json!({ "keys": [key.as_verification_key()] })).into_response()
}

/// The key of a number: the bytes before the seed say that it is an Ed25519 key (RFC 8410).
fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der = vec![
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ];
    der.extend([number; 32]);
    let pem = format!(
        "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
        BASE64_STANDARD.encode(der)
    );
    let id = JsonWebKeyId::new(format!("key {number}"));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id)).unwrap()
}

async fn token(State(own): State<Provider>, headers: HeaderMap, body: Bytes) -> Response {
    let form: HashMap<_, _> = form_urlencoded::parse(&body).collect();
    let refused =
        |why: &str| (StatusCode::BAD_REQUEST, axum::Json(json!({ "error": why }))).into_response();
    let basic = format!(
        "Basic {}",
        BASE64_STANDARD.encode(format!("{CLIENT}:{}", SECRET.replace(' ', "+")))
    );
    if headers
        .get(header::AUTHORIZATION)
        .is_none_or(|own| own != basic.as_str())
    {
        return refused("invalid_client");
    }
    let mut books = own.books.lock().unwrap();
    let Some(granted) = books.codes.remove(&*form["code"]) else {
        return refused("invalid_grant");
    };
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(form["code_verifier"].as_bytes()));
    if challenge != granted.challenge || form["redirect_uri"] != granted.redirect {
        return refused("invalid_grant");
    }
    let now = chrono::Utc::now().timestamp();
    let mut claims = json!({
        "iss": own.issuer, "aud": CLIENT, "sub": "frida-1", "nonce": granted.nonce, "iat": now, "exp": now + 60,
    });
    merge(&mut claims, &granted.said.token);
    books.info = json!({ "sub": claims["sub"] });
    merge(&mut books.info, &granted.said.info);
    let token = signed(&claims, granted.said.signed, books.key);
    let answer = json!({ "access_token": "x", "token_type": "Bearer", "id_token": token });
    axum::Json(answer).into_response()
}

fn merge(into: &mut Value, more: &Value) {
    for (name, value) in more.as_object().into_iter().flatten() {
        into[name] = value.clone();
    }
}

fn signed(claims: &Value, signed: Signed, number: u8) -> String {
    let algorithm = match signed {
        Signed::NotAtAll => "none",
        Signed::WithTheClientSecret => "HS256",
        Signed::ByTheProvider | Signed::ByAStranger => "EdDSA",
    };
    let header = json!({ "alg": algorithm, "kid": format!("key {number}") });
    let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(&header), part(claims));
    let by = |number: u8| {
        let own = key(number);
        own.sign(&CoreJwsSigningAlgorithm::EdDsa, text.as_bytes())
            .unwrap()
    };
    let signature = match signed {
        Signed::NotAtAll => Vec::new(),
        Signed::WithTheClientSecret => openidconnect::core::CoreHmacKey::new(SECRET)
            .sign(&CoreJwsSigningAlgorithm::HmacSha256, text.as_bytes())
            .unwrap(),
        Signed::ByTheProvider => by(number),
        Signed::ByAStranger => by(number + 100),
    };
    format!("{text}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
}

async fn me(State(own): State<Provider>) -> Response {
    let info = own.books.lock().unwrap().info.clone();
    axum::Json(info).into_response()
}

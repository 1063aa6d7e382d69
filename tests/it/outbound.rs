//! Asking other servers: whom we trust, how long we wait, how much we read, where we never go.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{Method, Request};
use miteinander::outbound::{Answer, NoAnswer, Outbound, Patience, Reach};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

const PATIENCE: Patience = Patience {
    whole: Duration::from_secs(20),
    most_bytes: 1000,
};

/// A server that hears one request and says one thing.
struct Other {
    address: SocketAddr,
    heard: JoinHandle<String>,
}

async fn hears_and_says(mut stream: impl AsyncRead + AsyncWrite + Unpin, says: &str) -> String {
    let mut heard = Vec::new();
    while !heard.windows(4).any(|four| four == b"\r\n\r\n") {
        let mut some = [0; 1024];
        match stream.read(&mut some).await {
            Ok(0) | Err(_) => break,
            Ok(read) => heard.extend_from_slice(&some[..read]),
        }
    }
    let _ = stream.write_all(says.as_bytes()).await;
    let _ = stream.shutdown().await;
    String::from_utf8_lossy(&heard).into_owned()
}

impl Other {
    async fn plain(says: String) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let heard = tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            hears_and_says(stream, &says).await
        });
        Self { address, heard }
    }

    /// With a certificate of its own, which is returned as PEM.
    async fn encrypted(names: &[&str], says: String) -> (Self, String) {
        let names: Vec<_> = names.iter().map(ToString::to_string).collect();
        let own = rcgen::generate_simple_self_signed(names).unwrap();
        let key = PrivateKeyDer::Pkcs8(own.signing_key.serialize_der().into());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![own.cert.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let heard = tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            match acceptor.accept(stream).await {
                Ok(stream) => hears_and_says(stream, &says).await,
                Err(_) => String::new(),
            }
        });
        (Self { address, heard }, own.cert.pem())
    }
}

fn says(status: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nlocation: http://127.0.0.1:1/\r\n\r\n{body}"
    )
}

async fn ask(
    own: &Outbound,
    url: &str,
    reach: Reach,
    patience: Patience,
) -> Result<Answer, NoAnswer> {
    let request = Request::builder()
        .method(Method::POST)
        .uri(url)
        .header("x-own", "1");
    own.ask(request.body(b"hello".to_vec()).unwrap(), reach, patience)
        .await
}

fn trusting(pem: Option<&str>) -> Outbound {
    Outbound::trusting(pem.map(str::as_bytes)).unwrap()
}

#[tokio::test]
async fn a_question_is_heard_as_it_was_asked_and_a_redirect_is_an_answer_like_any_other() {
    let other = Other::plain(says("302 Found", "elsewhere")).await;
    let url = format!("http://{}/a/b?c=d", other.address);
    let answer = ask(&trusting(None), &url, Reach::Any, PATIENCE)
        .await
        .unwrap();
    assert_eq!(
        (answer.head.status.as_u16(), &*answer.body, answer.is_whole),
        (302, &b"elsewhere"[..], true)
    );
    let heard = other.heard.await.unwrap();
    for line in [
        "POST /a/b?c=d HTTP/1.1\r\n",
        &format!("host: {}\r\n", other.address),
        "x-own: 1\r\n",
        "user-agent: miteinander/",
    ] {
        assert!(heard.contains(line), "{line} in {heard}");
    }
}

#[tokio::test]
async fn only_who_proves_to_be_the_one_that_was_asked_is_told_anything() {
    for (names, is_trusted) in [
        (["localhost"], true),
        (["localhost"], false),
        (["other.example"], true),
    ] {
        let (other, pem) = Other::encrypted(&names, says("200 OK", "fine")).await;
        let own = trusting(is_trusted.then_some(&*pem));
        let url = format!("https://localhost:{}/", other.address.port());
        let answer = ask(&own, &url, Reach::Any, PATIENCE).await;
        let heard = other.heard.await.unwrap();
        if is_trusted && names == ["localhost"] {
            assert_eq!(answer.unwrap().body, b"fine");
            assert!(heard.starts_with("POST / HTTP/1.1"), "{heard}");
        } else {
            assert!(matches!(answer, Err(NoAnswer::Untrusted(_))), "{answer:?}");
            assert_eq!(heard, "");
        }
    }
}

#[tokio::test]
async fn the_house_is_out_of_reach_whatever_it_is_called() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    for host in [
        "127.0.0.1",
        "localhost",
        "127.1",
        "0x7f000001",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ] {
        for scheme in ["https", "http"] {
            let answer = ask(
                &trusting(None),
                &format!("{scheme}://{host}:{port}/"),
                Reach::Public,
                PATIENCE,
            )
            .await;
            let is_refused = matches!(answer, Err(NoAnswer::OutOfReach | NoAnswer::Invalid(_)));
            assert!(is_refused, "{scheme}://{host}: {answer:?}");
        }
    }
    // Nobody has knocked.
    let knocked = tokio::time::timeout(Duration::ZERO, listener.accept()).await;
    assert!(knocked.is_err());
}

#[tokio::test]
async fn no_more_is_read_than_was_agreed_and_nobody_is_waited_for_long() {
    let other = Other::plain(says("200 OK", &"x".repeat(5000))).await;
    let url = format!("http://{}/", other.address);
    let answer = ask(&trusting(None), &url, Reach::Any, PATIENCE)
        .await
        .unwrap();
    assert_eq!((answer.body.len(), answer.is_whole), (1000, false));
    let silent = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/", silent.local_addr().unwrap());
    let impatient = Patience {
        whole: Duration::from_millis(50),
        ..PATIENCE
    };
    let answer = ask(&trusting(None), &url, Reach::Any, impatient).await;
    assert!(matches!(answer, Err(NoAnswer::Slow)), "{answer:?}");
}

#[tokio::test]
async fn what_is_no_http_and_what_is_not_there_is_told_apart() {
    let other = Other::plain("220 mail.example ESMTP\r\n".to_owned()).await;
    let url = format!("http://{}/", other.address);
    let answer = ask(&trusting(None), &url, Reach::Any, PATIENCE).await;
    assert!(matches!(answer, Err(NoAnswer::Garbled(_))), "{answer:?}");
    let free = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let answer = ask(
        &trusting(None),
        &format!("http://{address}/"),
        Reach::Any,
        PATIENCE,
    )
    .await;
    assert!(
        matches!(answer, Err(NoAnswer::Unreachable(_))),
        "{answer:?}"
    );
}

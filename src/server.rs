//! Listening: a bounded number of connections, none of which may dawdle.

mod crowd;
mod stalling;

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::gate::{Peer, Proxies};
use crowd::Crowd;
use stalling::Stalling;

/// How much a client may ask of the server's patience.
#[derive(Clone, Debug)]
pub struct Limits {
    /// More connections than this wait in the queue of the operating system.
    pub connections: usize,
    /// More connections than this from one network are closed at once.
    pub of_one_network: usize,
    /// Who is no network of clients: everybody may come through it.
    pub proxies: Proxies,
    /// A client that has not sent its whole request head by then, or its next one, is cut off.
    pub head: Duration,
    /// A client that takes next to nothing of its answer for so long is cut off.
    pub stall: Duration,
    /// How long requests under way may finish after the program is told to stop.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            // Hundreds of browsers in an office behind one address; and eight such networks before others wait.
            of_one_network: 512,
            proxies: Proxies::NONE,
            head: Duration::from_secs(10),
            stall: Duration::from_secs(20),
            farewell: Duration::from_secs(10),
        }
    }
}

/// Answers requests on `listener` until `stop` is done, then finishes those under way.
pub async fn serve(listener: TcpListener, app: Router, stop: impl Future<Output = ()>) {
    serve_within(Limits::default(), listener, app, stop).await;
}

/// The same with other limits.
pub async fn serve_within(
    limits: Limits,
    listener: TcpListener,
    app: Router,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let crowd = Crowd::new(limits.of_one_network, limits.proxies.clone());
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        tokio::select! {
            () = &mut stop => break,
            (place, accepted) = accepted => match accepted {
                Ok((stream, address)) => {
                    let peer = Peer::new(address.ip());
                    let Some(seat) = crowd.seat(peer) else { continue };
                    let connection = connection(stream, peer, app.clone(), &limits, &graceful);
                    tokio::spawn(async move {
                        connection.await;
                        drop((place, seat));
                    });
                }
                Err(error) => {
                    // Out of file handles, perhaps: a pause lets others close theirs.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            },
        }
    }
    if tokio::time::timeout(limits.farewell, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests were still under way");
    }
}

/// What one connection may hold in each direction; longer request heads are refused.
const BUFFER_BYTES: usize = 128 * 1024;

fn connection(
    stream: TcpStream,
    peer: Peer,
    app: Router,
    limits: &Limits,
    graceful: &GracefulShutdown,
) -> impl Future<Output = ()> + use<> {
    let app = TowerToHyperService::new(app);
    let app = service_fn(move |mut request: hyper::Request<_>| {
        request.extensions_mut().insert(peer);
        app.call(request)
    });
    // Answers are sent whole: waiting for more to put into a packet only delays them.
    let _ = stream.set_nodelay(true);
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(BUFFER_BYTES)
        .serve_connection(TokioIo::new(Stalling::new(stream, limits.stall)), app);
    let watched = graceful.watch(connection);
    async move {
        // What goes wrong here is the client's: it left, or it spoke no HTTP.
        if let Err(error) = watched.await {
            tracing::debug!(%error, "a connection ended early");
        }
    }
}

/// Done when the program is told to stop: Ctrl-C, or the signal that service managers send.
pub async fn until_told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<Option<()>>();
    tokio::select! {
        _ = interrupt => {}
        _ = terminate => {}
    }
}

//! Listens, and drains at the end: what has begun is finished, nothing new is taken.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// How long requests may take to finish after the signal.
const DRAIN: Duration = Duration::from_secs(10);

/// Begins to listen.
///
/// # Errors
/// When the address is taken or not ours.
pub async fn listen(addr: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(addr).await.with_context(|| format!("DASI_ADDR: cannot listen at {addr}"))
}

/// Serves until `stopping` turns true, then until the last request has ended, at most ten seconds.
///
/// # Errors
/// When the listener breaks.
pub async fn serve(router: Router, listener: TcpListener, mut stopping: watch::Receiver<bool>) -> anyhow::Result<()> {
    let mut draining = stopping.clone();
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, router).with_graceful_shutdown(async move {
        let _ = stopping.wait_for(|stopping| *stopping).await; // an end of the channel is an end too
    });
    let late = async move {
        let _ = draining.wait_for(|stopping| *stopping).await;
        tokio::time::sleep(DRAIN).await;
    };
    tokio::select! {
        ended = server => ended.context("serving"),
        () = late => {
            tracing::warn!("requests were still under way after {} s", DRAIN.as_secs());
            Ok(())
        }
    }
}

/// Turns true at SIGTERM or SIGINT.
///
/// # Errors
/// When the system lets nobody listen for signals.
pub(crate) fn stop_signal() -> anyhow::Result<watch::Receiver<bool>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: what has begun is finished");
        stop.send_replace(true);
    });
    Ok(stopping)
}

#[cfg(test)]
mod tests {
    use axum::extract::ConnectInfo;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    use super::*;

    #[tokio::test]
    async fn a_request_knows_its_peer() {
        let router = Router::new().route("/", get(async |ConnectInfo::<SocketAddr>(peer)| peer.to_string()));
        let listener = listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (stop, stopping) = watch::channel(false);
        let serving = tokio::spawn(serve(router, listener, stopping));
        client.write_all(b"GET / HTTP/1.1\r\nHost: dasi.test\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        assert!(answer.ends_with(&client.local_addr().unwrap().to_string()), "{answer}");
        stop.send_replace(true);
        serving.await.unwrap().unwrap();
    }
}

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

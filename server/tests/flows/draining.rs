use std::time::Duration;

use axum::Router;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, watch};

/// Requests under way when the signal comes.
const IN_FLIGHT: u32 = 200;

#[tokio::test(flavor = "multi_thread")]
async fn what_has_begun_is_finished_when_the_server_stops() {
    static ARRIVED: Semaphore = Semaphore::const_new(0);
    static GO_ON: Semaphore = Semaphore::const_new(0);
    let slow = get(async || {
        ARRIVED.add_permits(1);
        GO_ON.acquire().await.unwrap().forget();
        "done"
    });
    let listener = server::http::listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let addr = listener.local_addr().unwrap();
    let (stop, stopping) = watch::channel(false);
    let serving = tokio::spawn(server::http::serve(Router::new().route("/", slow), listener, stopping));
    let asked: Vec<_> = (0..IN_FLIGHT).map(|_| tokio::spawn(ask(addr))).collect();
    ARRIVED.acquire_many(IN_FLIGHT).await.unwrap().forget();
    stop.send_replace(true);
    assert!(!serving.is_finished());
    GO_ON.add_permits(IN_FLIGHT as usize);
    for answer in asked {
        assert!(answer.await.unwrap().ends_with("done"));
    }
    tokio::time::timeout(Duration::from_secs(5), serving).await.unwrap().unwrap().unwrap();
    assert!(TcpStream::connect(addr).await.is_err(), "nothing new is taken");
}

async fn ask(addr: std::net::SocketAddr) -> String {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: dasi\r\nConnection: close\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

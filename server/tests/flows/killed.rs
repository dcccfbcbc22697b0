//! A worker killed at each step of a delivery loses nothing, and repeats only where nobody can know better:
//! between the final dot and the commit (RFC 1047).

use std::collections::BTreeSet;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use mail_parser::MessageParser;

use crate::house::House;
use crate::reminding::reminded;
use crate::smtp_peer::{Act, Peer, Point};

const NOW: &str = "2026-12-01T00:00:00Z";

fn tick(house: &House, peer: &Peer, now: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_dasi"))
        .args(["tick", "--now", now, "--log", "warn"])
        .env("DASI_DATA", house.path())
        .env("DASI_SMTP_URL", format!("smtp://127.0.0.1:{}", peer.port))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

async fn finished(child: Child) -> serde_json::Value {
    let output = tokio::task::spawn_blocking(move || child.wait_with_output()).await.unwrap().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Whether the server has not yet taken the child to its end.
fn waits(victim: &Mutex<Option<Child>>) -> bool {
    let mut held = victim.lock().unwrap();
    let Some(child) = held.as_mut() else { return false };
    assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
    true
}

/// Kills a tick at a point of its conversation, lets the next one finish, and gives what the server has.
async fn killed_at(point: Point) -> Vec<Vec<u8>> {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    let victim: Arc<Mutex<Option<Child>>> = Arc::default();
    let hand = Arc::clone(&victim);
    let peer = Peer::start(move |at| {
        let Some(mut child) = (at == point).then(|| hand.lock().unwrap().take()).flatten() else { return Act::Go };
        child.kill().unwrap(); // SIGKILL: no chance to tidy up
        child.wait().unwrap();
        Act::HangUp
    })
    .await;
    {
        // Held until the child is in place: the server asks for it from its own thread.
        let mut held = victim.lock().unwrap();
        *held = Some(tick(&house, &peer, NOW));
    }
    while waits(&victim) {
        tokio::task::yield_now().await;
    }
    let after = finished(tick(&house, &peer, "2026-12-01T00:02:00Z")).await;
    assert_eq!(after["made"], 0, "{point:?}: the occurrence exists already");
    let idle = finished(tick(&house, &peer, "2026-12-01T00:20:00Z")).await;
    assert_eq!(idle["sent"], 0, "{point:?}: nothing is left over");
    peer.taken()
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_the_dot_it_comes_exactly_once() {
    for point in [Point::Connected, Point::Hello, Point::MailFrom, Point::RcptTo, Point::Data, Point::HalfBody] {
        assert_eq!(killed_at(point).await.len(), 1, "{point:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_after_the_dot_it_comes_at_least_once_under_one_id() {
    for point in [Point::Dot, Point::Taken] {
        let taken = killed_at(point).await;
        assert!((1..=2).contains(&taken.len()), "{point:?}: {}", taken.len());
        let parser = MessageParser::default();
        let ids: BTreeSet<_> =
            taken.iter().map(|mime| parser.parse(mime).unwrap().message_id().unwrap().to_owned()).collect();
        assert_eq!(ids.len(), 1, "{point:?}");
    }
}

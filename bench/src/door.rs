//! The door: whether its time tells who is a member, and whether a crowd at it slows the pages.

use std::time::{Duration, Instant};

use anyhow::Context;
use app::{AppState, Assets, Settings};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::id::MemberId;
use domain::sign_in::Way;
use jiff::SignedDuration;
use server::data::DataFolder;
use server::http;
use store::{Browser, Clock, Store};
use tower::ServiceExt;

use crate::house::founder;

/// Tries with an address that somebody has, and as many with one that nobody has.
const TRIES: usize = 1_000;
/// Members who sign in at once.
const CROWD: usize = 50;

/// A house whose door takes every try: the clock goes on by a minute each time.
struct Door {
    clock: Clock,
    router: Router,
    store: Store,
    member: MemberId,
    post: String,
}

/// Times tries one by one, known and unknown in turns, then a crowd.
pub(crate) async fn measure() -> anyhow::Result<Vec<(String, String)>> {
    let folder = tempfile::tempdir()?;
    let door = open(folder.path()).await?;
    let mut lines = Vec::new();
    for (name, path, tail) in
        [("sign-in", "/sign-in", "&password=not+this+one"), ("a forgotten password", "/forgot", "")]
    {
        let (mut known, mut unknown) = (Vec::with_capacity(TRIES), Vec::with_capacity(TRIES));
        for number in 0..TRIES {
            door.later();
            let (yes, no) = (format!("email=jieun%40example.com{tail}"), format!("email=nobody%40example.com{tail}"));
            // By turns the first, so that going first favours nobody.
            if number % 2 == 0 {
                known.push(door.post(path, &yes, number).await?);
                unknown.push(door.post(path, &no, number).await?);
            } else {
                unknown.push(door.post(path, &no, number).await?);
                known.push(door.post(path, &yes, number).await?);
            }
        }
        let (known, unknown) = (median(known), median(unknown));
        lines.push((
            format!("{name}, known and unknown, medians of {TRIES}"),
            format!("{:.2} and {:.2} ms, apart {:.2} ms", ms(known), ms(unknown), ms(known.abs_diff(unknown))),
        ));
    }
    lines.push((format!("pages while {CROWD} sign in at once: p99"), format!("{:.1} ms", ms(door.crowd().await?))));
    Ok(lines)
}

async fn open(folder: &std::path::Path) -> anyhow::Result<Door> {
    let data = DataFolder::open(folder)?;
    let clock = Clock::fixed("2026-11-24T00:00:00Z".parse()?);
    let store: Store = data.store(clock.clone()).await?;
    let (owner, member) = founder(&store).await?;
    let hash = app::Passwords::default()
        .hash(&crate::house::valid(domain::member::Password::parse("다시 만난 세계"))?)
        .await?;
    store.change_password(member, None, &hash, None, &store::By::command_line()).await?;
    let post =
        owner.create_post(&crate::house::content(0, "쉬는 데에도 품이 든다.")?, domain::post::Audience::Team).await?;
    let settings = Settings {
        url: "http://dasi.test".into(),
        secure: false,
        smtp: false,
        assets: Assets::default(),
        secret: data.secret()?,
        provider: None,
    };
    let router = http::router(AppState::new(store.clone(), settings), None, vec!["0.0.0.0/0".parse()?]);
    Ok(Door { clock, router, store, member, post: format!("/posts/{post}") })
}

impl Door {
    fn later(&self) {
        self.clock.set(self.clock.now() + SignedDuration::from_hours(2));
    }

    /// How long an answer takes, from an address of its own.
    async fn post(&self, path: &str, form: &str, number: usize) -> anyhow::Result<Duration> {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("x-forwarded-for", format!("10.{}.{}.1", number / 256, number % 256))
            .body(Body::from(form.to_owned()))?;
        let begun = Instant::now();
        let answer = self.router.clone().oneshot(request).await?;
        let took = begun.elapsed();
        anyhow::ensure!(answer.status() != StatusCode::TOO_MANY_REQUESTS, "a limit was measured instead");
        Ok(took)
    }

    /// The slowest of a hundred pages read while a crowd stands at the door.
    async fn crowd(&self) -> anyhow::Result<Duration> {
        let crowd = (0..CROWD).map(|number| {
            let (router, number) = (self.router.clone(), number);
            tokio::spawn(async move {
                let request = Request::post("/sign-in")
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .header("sec-fetch-site", "same-origin")
                    .header("x-forwarded-for", format!("10.200.{number}.1"))
                    .body(Body::from(format!("email=nobody{number}%40example.com&password=not+this+one")));
                match request {
                    Ok(request) => router.oneshot(request).await.is_ok(),
                    Err(_) => false,
                }
            })
        });
        let (token, _) = self.store.begin_sign_in(self.member, Way::Password, &Browser::default()).await?;
        let cookie = format!("dasi={}", token.to_text());
        let crowd: Vec<_> = crowd.collect();
        let mut pages = Vec::new();
        while !crowd.iter().all(tokio::task::JoinHandle::is_finished) {
            let request = Request::get(&self.post).header(header::COOKIE, &cookie).body(Body::empty())?;
            let begun = Instant::now();
            let answer = self.router.clone().oneshot(request).await?;
            pages.push(begun.elapsed());
            anyhow::ensure!(answer.status() == StatusCode::OK, "the page answered {}", answer.status());
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        pages.sort_unstable();
        pages.get(pages.len() * 99 / 100).copied().context("the crowd was gone before a page was read")
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

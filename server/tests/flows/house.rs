//! A whole Dasi in a temporary folder: the real router, a fixed clock, a mailer that keeps what it is given.

use std::path::Path;
use std::sync::Arc;

use app::provider::Provider;
use app::{AppState, Assets, Settings};
use axum::Router;
use domain::language::Language;
use domain::member::{EmailAddress, Name, Role};
use domain::schedule::Zone;
use domain::sign_in::Way;
use domain::team::{Team, TeamName};
use jiff::{SignedDuration, Timestamp};
use server::config::Config;
use server::data::DataFolder;
use server::http;
use server::mailer::{Mailer, Memory};
use server::post_office::PostOffice;
use server::worker::{Turn, Worker};
use store::{By, Clock, NewMember, Store};
use tempfile::TempDir;

use crate::browser::Browser;

pub(crate) const PASSWORD: &str = "다시 만난 세계";
pub(crate) const URL: &str = "http://dasi.test";

pub(crate) struct House {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) state: AppState,
    pub(crate) router: Router,
    pub(crate) mails: Memory,
    /// Every address of the router, with its door.
    pub(crate) rules: Vec<app::Rule>,
    pub(crate) data: DataFolder,
    folder: TempDir,
}

impl House {
    /// Nobody is here yet. It is noon in Seoul on 24 November 2026.
    pub(crate) async fn empty() -> Self {
        Self::built(URL, None).await
    }

    async fn built(url: &str, provider: Option<Arc<Provider>>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path()).unwrap();
        let clock = Clock::fixed("2026-11-24T03:00:00Z".parse().unwrap());
        let store = data.store(clock.clone()).await.unwrap();
        let settings = Settings {
            url: url.into(),
            secure: url.starts_with("https:"),
            smtp: false,
            assets: Assets { mermaid: Some("/mermaid.0.js".into()), ..Assets::default() },
            secret: data.secret().unwrap(),
            provider,
        };
        let state = AppState::new(store.clone(), settings);
        let rules = app::rules(&state);
        let router = http::router(state.clone(), None, vec!["0.0.0.0/0".parse().unwrap()]);
        Self { store, clock, state, router, mails: Memory::default(), rules, data, folder }
    }

    /// 지은 owns it, in Korean; 하늘 is a member, in Korean; Ada is a member, in English.
    pub(crate) async fn founded() -> Self {
        Self::empty().await.with_team().await
    }

    /// The same team, in a house at another address.
    pub(crate) async fn at(url: &str) -> Self {
        Self::built(url, None).await.with_team().await
    }

    /// The same team, in a house that asks a sign-in provider.
    pub(crate) async fn asking(url: &str, provider: Provider) -> Self {
        Self::built(url, Some(Arc::new(provider))).await.with_team().await
    }

    async fn with_team(self) -> Self {
        let team = Team {
            name: TeamName::parse("물결 데이터").unwrap(),
            language: Language::Korean,
            zone: Zone::parse("Asia/Seoul").unwrap(),
            second_factor_required_at: None,
        };
        let hash = password_hash();
        let by = By::command_line();
        let owner = member("지은", "jieun", Role::Owner, Language::Korean, hash);
        self.store.found_team(&team, &owner, &by).await.unwrap();
        self.store.add_member(&member("하늘", "haneul", Role::Member, Language::Korean, hash), &by).await.unwrap();
        self.store.add_member(&member("Ada", "ada", Role::Member, Language::English, hash), &by).await.unwrap();
        self
    }

    /// A browser that nobody has signed in with.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// A browser that a member is signed in with, by the first part of their address.
    pub(crate) async fn signed_in(&self, who: &str) -> Browser {
        let email = EmailAddress::parse(&format!("{who}@example.com")).unwrap();
        let member = self.store.member_by_email(&email).await.unwrap().unwrap().member;
        let token = self.store.begin_sign_in(member.id, Way::Password, &store::Browser::default()).await.unwrap().0;
        self.browser().with_cookie("dasi", &token.to_text())
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Moves the clock on and does one turn of the worker.
    pub(crate) async fn turn_at(&self, now: &str) -> Turn {
        self.clock.set(now.parse().unwrap());
        self.turn_with(Mailer::Memory(self.mails.clone())).await
    }

    /// The same after some time.
    pub(crate) async fn turn_after(&self, later: SignedDuration) -> Turn {
        let now: Timestamp = self.store.now() + later;
        self.turn_at(&now.to_string()).await
    }

    /// One turn with another mailer.
    pub(crate) async fn turn_with(&self, mailer: Mailer) -> Turn {
        let config = Config {
            url: URL.into(),
            secure: false,
            mail_from: "reminders@dasi.test".parse().unwrap(),
            trusted_proxies: Vec::new(),
            smtp: None,
            provider: None,
        };
        let post_office = PostOffice::new(config, self.data.secret().unwrap());
        Worker::new(self.store.clone(), self.data.clone(), mailer, post_office).turn().await.unwrap()
    }
}

pub(crate) fn member(name: &str, who: &str, role: Role, language: Language, password_hash: &str) -> NewMember {
    NewMember {
        name: Name::parse(name).unwrap(),
        email: EmailAddress::parse(&format!("{who}@example.com")).unwrap(),
        role,
        language,
        zone: Zone::parse(if language == Language::Korean { "Asia/Seoul" } else { "Europe/London" }).unwrap(),
        email_is_proven: true,
        password_hash: Some(password_hash.to_owned()),
    }
}

/// Of [`PASSWORD`], hashed once for all tests.
fn password_hash() -> &'static str {
    static HASH: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let password = domain::member::Password::parse(PASSWORD).unwrap();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            runtime.block_on(app::Passwords::default().hash(&password)).unwrap()
        })
        .join()
        .unwrap()
    });
    &HASH
}

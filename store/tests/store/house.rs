//! A store with members in it, on a temporary file.

use domain::language::Language;
use domain::member::{EmailAddress, Name, Role};
use domain::post::{Audience, Content, PostForm};
use domain::schedule::{Recurrence, Schedule, Zone};
use domain::team::{Team, TeamName};
use store::{By, Clock, NewMember, Store, Viewer};
use tempfile::TempDir;

pub(crate) struct House {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) folder: TempDir,
}

impl House {
    /// 지은 owns it, 하늘 is a member. It is midnight UTC on 24 November 2026.
    pub(crate) async fn founded() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed("2026-11-24T00:00:00Z".parse().unwrap());
        let store = Store::open(folder.path(), clock.clone()).await.unwrap();
        store.found_team(&team(), &member("지은", "jieun", Role::Owner), &By::command_line()).await.unwrap();
        store.add_member(&member("하늘", "haneul", Role::Member), &By::command_line()).await.unwrap();
        Self { store, clock, folder }
    }

    pub(crate) async fn viewer(&self, who: &str) -> Viewer {
        let email = EmailAddress::parse(&format!("{who}@example.com")).unwrap();
        self.store.viewer(self.store.member_by_email(&email).await.unwrap().unwrap().member)
    }

    /// The file by a connection of its own.
    pub(crate) async fn file(&self) -> sqlx::SqlitePool {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.folder.path().join(store::FILE));
        sqlx::SqlitePool::connect_with(options).await.unwrap()
    }

    /// A table's rows, and whether every key leads somewhere.
    pub(crate) async fn count(&self, table: &str) -> i64 {
        let pool = self.file().await;
        let broken: Vec<(String,)> =
            sqlx::query_as("select \"table\" from pragma_foreign_key_check").fetch_all(&pool).await.unwrap();
        assert!(broken.is_empty(), "{broken:?}");
        let statement = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
        sqlx::query_scalar(statement).fetch_one(&pool).await.unwrap()
    }

    pub(crate) fn set(&self, now: &str) {
        self.clock.set(now.parse().unwrap());
    }
}

pub(crate) fn team() -> Team {
    Team {
        name: TeamName::parse("물결 데이터").unwrap(),
        language: Language::Korean,
        zone: seoul(),
        second_factor_required_at: None,
    }
}

pub(crate) fn member(name: &str, who: &str, role: Role) -> NewMember {
    NewMember {
        name: Name::parse(name).unwrap(),
        email: EmailAddress::parse(&format!("{who}@example.com")).unwrap(),
        role,
        language: Language::Korean,
        zone: seoul(),
        email_is_proven: true,
        password_hash: Some("none".into()),
    }
}

pub(crate) fn content(title: &str, body: &str) -> Content {
    let form = PostForm {
        kind: "retrospective".into(),
        title: title.into(),
        body: body.into(),
        tags: "회고 휴식".into(),
        language: "ko".into(),
        audience: Audience::Team.to_string(),
        start: "2026-01-01".into(),
        end: "2026-06-30".into(),
        ..PostForm::default()
    };
    form.parse().unwrap().0
}

/// A write-up, to be checked by a day or never.
pub(crate) fn write_up(title: &str, body: &str, check_by: &str) -> Content {
    let form = PostForm {
        kind: "write_up".into(),
        title: title.into(),
        body: body.into(),
        language: "ko".into(),
        audience: Audience::Team.to_string(),
        check_by: check_by.into(),
        ..PostForm::default()
    };
    form.parse().unwrap().0
}

pub(crate) fn weekly(first: &str) -> Schedule {
    Schedule { recurrence: Recurrence::Weekly, first: first.parse().unwrap(), zone: seoul() }
}

fn seoul() -> Zone {
    Zone::parse("Asia/Seoul").unwrap()
}

//! The demo team: who they are.

use domain::language::Language;
use domain::member::Role;

/// What the team is called.
pub(super) const TEAM: &str = "물결 데이터";

/// One of the team.
pub(super) struct Colleague {
    /// What colleagues call them.
    pub(super) name: &'static str,
    /// What they are called after `@`.
    pub(super) handle: &'static str,
    /// Where mail would reach them, and what the tables below know them by.
    pub(super) email: &'static str,
    /// What they may do, or might when they were here.
    pub(super) role: Role,
    /// The language they read in.
    pub(super) language: Language,
    /// The zone they live in.
    pub(super) zone: &'static str,
    /// How many days ago they joined.
    pub(super) joined: i64,
    /// How many days ago they left, and who took over.
    pub(super) left: Option<(i64, &'static str)>,
}

pub(super) const JIEUN: &str = "jieun@example.com";
pub(super) const MINSU: &str = "minsu@example.com";
pub(super) const HANEUL: &str = "haneul@example.com";
pub(super) const NARI: &str = "nari@example.com";
pub(super) const ADA: &str = "ada@example.com";
pub(super) const TOMAS: &str = "tomas@example.com";

/// Who they are, the owner first.
pub(super) const COLLEAGUES: &[Colleague] = &[
    Colleague {
        name: "김지은",
        handle: "지은",
        email: JIEUN,
        role: Role::Owner,
        language: Language::Korean,
        zone: "Asia/Seoul",
        joined: 1_100,
        left: None,
    },
    Colleague {
        name: "박민수",
        handle: "민수",
        email: MINSU,
        role: Role::Admin,
        language: Language::Korean,
        zone: "Asia/Seoul",
        joined: 900,
        left: None,
    },
    Colleague {
        name: "이하늘",
        handle: "하늘",
        email: HANEUL,
        role: Role::Member,
        language: Language::Korean,
        zone: "Asia/Seoul",
        joined: 950,
        left: None,
    },
    Colleague {
        name: "정나리",
        handle: "나리",
        email: NARI,
        role: Role::Member,
        language: Language::Korean,
        zone: "Asia/Seoul",
        joined: 196,
        left: None,
    },
    Colleague {
        name: "Ada Okafor",
        handle: "ada",
        email: ADA,
        role: Role::Member,
        language: Language::English,
        zone: "Europe/London",
        joined: 700,
        left: None,
    },
    Colleague {
        name: "Tomás Reyes",
        handle: "tomas",
        email: TOMAS,
        role: Role::Member,
        language: Language::English,
        zone: "America/Mexico_City",
        joined: 1_050,
        left: Some((340, HANEUL)),
    },
];

/// Who was asked to join and has not answered yet.
pub(super) const INVITED: &str = "yuna.seo@example.com";

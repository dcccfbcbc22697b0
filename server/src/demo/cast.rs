//! The demo team: who they are, what they wrote, and what they want to meet again.

use domain::language::Language;
use domain::member::Role;
use domain::post::Audience;
use domain::schedule::Recurrence;

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

/// What a post's kind adds.
pub(super) enum Told {
    /// A retrospective on the half-year that ended so many half-years ago: 1 is the last one to end.
    Half(i16),
    /// A retrospective on a span of days: from so many to so many days ago.
    Days(i64, i64),
    /// A note on a book.
    Book(&'static str),
    /// A write-up and its abstract.
    WriteUp(&'static str),
}

/// A post.
pub(super) struct Written {
    /// The colleague's email.
    pub(super) author: &'static str,
    /// Its kind, and what that adds.
    pub(super) told: Told,
    /// Its title.
    pub(super) title: &'static str,
    /// Parted by spaces, at most ten.
    pub(super) tags: &'static str,
    /// The language it is written in.
    pub(super) language: Language,
    /// Whom it is for.
    pub(super) audience: Audience,
    /// How many days ago it was saved; none for [`Told::Half`], whose day follows from its half-year's end.
    pub(super) days_ago: Option<i64>,
    /// The Markdown.
    pub(super) body: &'static str,
}

/// A reminder.
pub(super) struct Wish {
    /// The colleague's email.
    pub(super) member: &'static str,
    /// The post's title.
    pub(super) post: &'static str,
    /// How often.
    pub(super) recurrence: Recurrence,
    /// Days from today to the first time; negative for one that has come round before.
    pub(super) days: i64,
    /// The hour of the day, in the colleague's zone.
    pub(super) hour: i8,
}

pub(super) const JIEUN: &str = "jieun@example.com";
pub(super) const MINSU: &str = "minsu@example.com";
pub(super) const HANEUL: &str = "haneul@example.com";
pub(super) const NARI: &str = "nari@example.com";
pub(super) const ADA: &str = "ada@example.com";
const TOMAS: &str = "tomas@example.com";

// The titles of what is wished for.
const MEMO: &str = "금요일 퇴근 전에 읽을 것";
const THREE_WEEKS: &str = "반기 편지: 3주를 쉬고 왔다";
const REST: &str = "《이토록 멋진 휴식》: 달력에 쉬는 건 안 적혀 있었다";
pub(super) const BILL: &str = "웨어하우스 청구서를 절반으로";
const NEWCOMER: &str = "입사 첫 반년: 질문 312개";
pub(super) const RETRIES: &str = "Why our retries doubled the load";
const KEYS: &str = "Half-year letter: handing over the keys";

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

/// What they wrote, the oldest first.
///
/// Half-years end on other days each year, so a post names another only where it is the older one
/// on every day the demo may be opened.
pub(super) const POSTS: &[Written] = &[
    Written {
        author: JIEUN,
        told: Told::Half(4),
        title: "반기 편지: 아침 7시의 스케줄러",
        tags: "회고 반기편지 스케줄러 당직 블로커",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: None,
        body: include_str!("posts/letter-scheduler-at-seven.md"),
    },
    Written {
        author: TOMAS,
        told: Told::Book("Thinking in Systems"),
        title: "Thinking in Systems: the bathtub, the tap and the autoscaler",
        tags: "books systems feedback on-call",
        language: Language::English,
        audience: Audience::Team,
        days_ago: Some(640),
        body: include_str!("posts/thinking-in-systems.md"),
    },
    Written {
        author: TOMAS,
        told: Told::WriteUp(
            "How we moved an event store under load with an outbox, a nightly comparison by digest and readers that \
             switch one at a time; what the two stores disagreed on, and why deletions should be tested first.",
        ),
        title: "Moving 4.1 billion events with dual writes",
        tags: "migration event-store dual-writes outbox",
        language: Language::English,
        audience: Audience::Team,
        days_ago: Some(585),
        body: include_str!("posts/dual-writes.md"),
    },
    Written {
        author: HANEUL,
        told: Told::Book("이토록 멋진 휴식"),
        title: REST,
        tags: "책 쉼 휴가 책모임",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(566),
        body: include_str!("posts/time-off.md"),
    },
    Written {
        author: JIEUN,
        told: Told::Half(3),
        title: THREE_WEEKS,
        tags: "회고 반기편지 쉼 휴가 동료",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: None,
        body: include_str!("posts/letter-three-weeks-off.md"),
    },
    Written {
        author: TOMAS,
        told: Told::Half(3),
        title: KEYS,
        tags: "retrospective farewell handover event-store",
        language: Language::English,
        audience: Audience::Team,
        days_ago: None,
        body: include_str!("posts/letter-handing-over.md"),
    },
    Written {
        author: MINSU,
        told: Told::Book("데이터 중심 애플리케이션 설계"),
        title: "《데이터 중심 애플리케이션 설계》: 사고를 낸 다음에 읽기",
        tags: "책 분산시스템 장애 책모임",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(410),
        body: include_str!("posts/data-intensive-applications.md"),
    },
    Written {
        author: JIEUN,
        told: Told::WriteUp(
            "반기에 사람을 41번 깨우던 스케줄러를 석 달에 3번만 깨우게 만든 이야기. 몇 번을 돌려도 같은 결과, \
             멈춤과 느림의 구별, 실패가 아닌 늦음 알림, 그리고 지켜보는 것을 지켜보기.",
        ),
        title: "아무도 지켜보지 않아도 되는 스케줄러",
        tags: "스케줄러 airflow 멱등성 당직 알림",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(375),
        body: include_str!("posts/scheduler-nobody-watches.md"),
    },
    Written {
        author: HANEUL,
        told: Told::Half(2),
        title: "팀 회고(KPT): 성공했다고 사람을 부르는 시스템",
        tags: "회고 팀회고 kpt 알림",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: None,
        body: include_str!("posts/team-kpt.md"),
    },
    Written {
        author: JIEUN,
        told: Told::Half(2),
        title: "반기 편지: 티켓에 없는 일",
        tags: "회고 반기편지 블로커 리더십",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: None,
        body: include_str!("posts/letter-not-in-any-ticket.md"),
    },
    Written {
        author: ADA,
        told: Told::Book("A Philosophy of Software Design"),
        title: "A Philosophy of Software Design: fourteen parameters and a cupboard",
        tags: "books design api python",
        language: Language::English,
        audience: Audience::Team,
        days_ago: Some(240),
        body: include_str!("posts/philosophy-of-software-design.md"),
    },
    Written {
        author: ADA,
        told: Told::Days(290, 200),
        title: "Project retrospective: halving the warehouse bill",
        tags: "retrospective project cost warehouse",
        language: Language::English,
        audience: Audience::Team,
        days_ago: Some(190),
        body: include_str!("posts/project-halving-the-bill.md"),
    },
    Written {
        author: MINSU,
        told: Told::WriteUp(
            "웨어하우스 비용 100을 48로 줄인 순서. 쿼리마다 꼬리표를 붙여 누가 쓰는지부터 세고, 증분 적재, \
             대시보드 주기, 주인 없는 쿼리, 안 읽는 테이블, 파티션 조건 강제를 차례로 손댔다.",
        ),
        title: BILL,
        tags: "비용 웨어하우스 sql 증분적재",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(185),
        body: include_str!("posts/halving-the-warehouse-bill.md"),
    },
    Written {
        author: JIEUN,
        told: Told::Half(1),
        title: "반기 편지: 지난 편지를 다시 읽었다",
        tags: "회고 반기편지 블로커 리더십 쉼",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: None,
        body: include_str!("posts/letter-reading-it-again.md"),
    },
    Written {
        author: ADA,
        told: Told::Half(1),
        title: "Half-year letter: nine hours behind, eight in summer",
        tags: "retrospective remote time-zones blockers",
        language: Language::English,
        audience: Audience::Team,
        days_ago: None,
        body: include_str!("posts/letter-nine-hours-behind.md"),
    },
    Written {
        author: NARI,
        told: Told::Book("소프트웨어 엔지니어 가이드북"),
        title: "《소프트웨어 엔지니어 가이드북》: 앞의 절반만 읽은 사람의 노트",
        tags: "책 커리어 신입",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(48),
        body: include_str!("posts/software-engineers-guidebook.md"),
    },
    Written {
        author: NARI,
        told: Told::WriteUp(
            "테이블 이름에서 한 행이 무엇인지 보여야 한다는 규칙 하나와, 다투고 정한 나머지. 하루는 누구의 하루인지, \
             줄임말과 _v2와 _final을 왜 쓰지 않는지, 그리고 사람 대신 지적해 주는 검사기.",
        ),
        title: "우리가 테이블 이름을 짓는 법",
        tags: "이름짓기 테이블 규칙 신입",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(27),
        body: include_str!("posts/naming-tables.md"),
    },
    Written {
        author: ADA,
        told: Told::WriteUp(
            "For 47 minutes our own retries doubled the load on a store that had been slow for nine. Why three layers \
             of three tries do not add but multiply, and what a retry budget, jitter and travelling deadlines changed.",
        ),
        title: RETRIES,
        tags: "incident retries reliability feedback",
        language: Language::English,
        audience: Audience::Team,
        days_ago: Some(20),
        body: include_str!("posts/retries-doubled-the-load.md"),
    },
    Written {
        author: JIEUN,
        told: Told::Book("The Manager's Path"),
        title: "The Manager's Path: 한 칸 위가 궁금해서 끝까지 읽었다",
        tags: "책 리더십 1on1",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(11),
        body: include_str!("posts/managers-path.md"),
    },
    Written {
        author: NARI,
        told: Told::Days(196, 14),
        title: NEWCOMER,
        tags: "회고 신입 질문 동료",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(9),
        body: include_str!("posts/newcomer-312-questions.md"),
    },
    Written {
        author: HANEUL,
        told: Told::WriteUp(
            "어제 숫자가 오늘 바뀌는 건 틀려서가 아니라 늦게 도착해서다. 지연을 재고, 워터마크로 언제 닫을지 정하고, \
             속보와 마감과 확정으로 세 번 닫기까지. 조용한 파티션 때문에 일주일을 쓴 이야기도 있다.",
        ),
        title: "늦게 도착하는 데이터와 워터마크",
        tags: "스트리밍 flink 워터마크 집계",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(6),
        body: include_str!("posts/late-data-and-watermarks.md"),
    },
    Written {
        author: JIEUN,
        told: Told::Days(10, 4),
        title: MEMO,
        tags: "회고 메모",
        language: Language::Korean,
        audience: Audience::OnlyMe,
        days_ago: Some(4),
        body: include_str!("posts/note-to-self.md"),
    },
];

/// What they want to meet again.
pub(super) const WISHES: &[Wish] = &[
    Wish { member: JIEUN, post: REST, recurrence: Recurrence::Weekly, days: -2, hour: 9 },
    Wish { member: JIEUN, post: THREE_WEEKS, recurrence: Recurrence::HalfYearly, days: 2, hour: 9 },
    Wish { member: JIEUN, post: MEMO, recurrence: Recurrence::Monthly, days: 5, hour: 8 },
    Wish { member: MINSU, post: BILL, recurrence: Recurrence::Monthly, days: 12, hour: 10 },
    Wish { member: HANEUL, post: REST, recurrence: Recurrence::Weekly, days: -11, hour: 18 },
    Wish { member: NARI, post: NEWCOMER, recurrence: Recurrence::HalfYearly, days: 170, hour: 9 },
    Wish { member: ADA, post: RETRIES, recurrence: Recurrence::Once, days: 70, hour: 9 },
    Wish { member: TOMAS, post: KEYS, recurrence: Recurrence::Yearly, days: 40, hour: 10 },
];

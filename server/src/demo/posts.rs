//! What the demo team wrote, as it was first saved.

use domain::language::Language;
use domain::post::Audience;

use super::cast::{ADA, HANEUL, JIEUN, MINSU, NARI, TOMAS};
use super::written::{Told, Written};

// Titles that the other tables name.
pub(super) const MEMO: &str = "금요일 퇴근 전에 읽을 것";
pub(super) const THREE_WEEKS: &str = "반기 편지: 3주를 쉬고 왔다";
pub(super) const REST: &str = "《이토록 멋진 휴식》: 달력에 쉬는 건 안 적혀 있었다";
pub(super) const BILL: &str = "웨어하우스 청구서를 절반으로";
pub(super) const NEWCOMER: &str = "입사 첫 반년: 질문 312개";
pub(super) const RETRIES: &str = "Why our retries doubled the load";
pub(super) const KEYS: &str = "Half-year letter: handing over the keys";
pub(super) const LETTER_SEVEN: &str = "반기 편지: 아침 7시의 스케줄러";
pub(super) const SCHEDULER: &str = "아무도 지켜보지 않아도 되는 스케줄러";
pub(super) const NAMING: &str = "우리가 테이블 이름을 짓는 법";
pub(super) const MANAGER: &str = "The Manager's Path: 한 칸 위가 궁금해서 끝까지 읽었다";
pub(super) const LATE: &str = "늦게 도착하는 데이터와 워터마크";
pub(super) const RUNBOOK: &str = "Backfilling events without counting them twice";
pub(super) const HOLDS: &str = "글 하나에 담을 수 있는 것";
pub(super) const HOLDS_EN: &str = "What a post can hold";
pub(super) const MEETING: &str = "월요일 회의를 없앨까";

/// After how many days a write-up is looked at again.
const YEAR: i64 = 365;

/// What they wrote, the oldest first.
///
/// Half-years end on other days each year, so a post names another only where it is the older one
/// on every day the demo may be opened.
pub(super) const POSTS: &[Written] = &[
    Written {
        author: JIEUN,
        told: Told::Half(4),
        title: LETTER_SEVEN,
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
            YEAR,
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
            YEAR,
        ),
        title: SCHEDULER,
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
            YEAR,
        ),
        title: BILL,
        tags: "비용 웨어하우스 sql 증분적재",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(185),
        body: include_str!("posts/halving-the-warehouse-bill.md"),
    },
    Written {
        author: ADA,
        told: Told::WriteUp(
            "What to check before, how to run it a day at a time, and what to compare afterwards. Written after two \
             backfills that somebody ran from memory.",
            120,
        ),
        title: RUNBOOK,
        tags: "runbook backfill event-store on-call",
        language: Language::English,
        audience: Audience::Team,
        days_ago: Some(150),
        body: include_str!("posts/runbook-backfill.md"),
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
        author: JIEUN,
        told: Told::Days(100, 72),
        title: MEETING,
        tags: "회고 회의",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(70),
        body: include_str!("posts/no-more-mondays.md"),
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
        author: MINSU,
        told: Told::WriteUp(
            "처음 글을 쓰는 동료를 위한 견본. 글자, 목록, 표, 인용, 코드, 수식, 그림이 여기서 어떻게 보이는지 한 글에 모았다.",
            YEAR,
        ),
        title: HOLDS,
        tags: "안내 글쓰기 마크다운 새내기",
        language: Language::Korean,
        audience: Audience::Team,
        days_ago: Some(34),
        body: include_str!("posts/what-a-post-can-hold-ko.md"),
    },
    Written {
        author: ADA,
        told: Told::WriteUp(
            "One post with everything in it: type, lists, tables, quotations, code, formulas and diagrams, and how to \
             write each of them.",
            YEAR,
        ),
        title: HOLDS_EN,
        tags: "guide writing markdown",
        language: Language::English,
        audience: Audience::Team,
        days_ago: Some(33),
        body: include_str!("posts/what-a-post-can-hold-en.md"),
    },
    Written {
        author: NARI,
        told: Told::WriteUp(
            "테이블 이름에서 한 행이 무엇인지 보여야 한다는 규칙 하나와, 다투고 정한 나머지. 하루는 누구의 하루인지, \
             줄임말과 _v2와 _final을 왜 쓰지 않는지, 그리고 사람 대신 지적해 주는 검사기.",
            YEAR,
        ),
        title: NAMING,
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
            YEAR,
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
        title: MANAGER,
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
            YEAR,
        ),
        title: LATE,
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

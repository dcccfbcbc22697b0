//! What the demo team said about each other's posts.

use super::cast::{ADA, HANEUL, JIEUN, MINSU, NARI};
use super::posts::{BILL, HOLDS, HOLDS_EN, LATE, MANAGER, NAMING, RETRIES, RUNBOOK};
use super::story::About::{All, Heading, Words};
use super::story::Deed::{Answers, Begins, Settles};
use super::story::{Deed, Event};

/// All of it.
pub(super) const TALK: &[Event] = &[
    on(
        BILL,
        185,
        23,
        NARI,
        Begins {
            thread: "views",
            about: Words("자기가 자기를 읽는 건 뺀다"),
            words: "뷰를 거쳐서 읽는 것도 여기에 잡히나요?",
        },
    ),
    on(
        BILL,
        184,
        5,
        MINSU,
        Answers {
            thread: "views", words: "아니요, 뷰는 펼쳐서 세야 해요. `query_reads`를 만들 때 한 번 펼쳐 둡니다."
        },
    ),
    on(BILL, 184, 8, NARI, Answers { thread: "views", words: "고마워요. 저희 쪽 쿼리에도 넣었어요." }),
    on(BILL, 184, 9, NARI, Settles { thread: "views" }),
    on(
        BILL,
        184,
        1,
        JIEUN,
        Begins {
            thread: "question",
            about: Words("있다고 한 곳은 둘이었다."),
            words: "이 질문, 다른 팀에도 그대로 물어보고 싶어요. @ada 영어로는 뭐라고 물을까요?",
        },
    ),
    on(
        BILL,
        184,
        4,
        ADA,
        Answers {
            thread: "question",
            words: "“What do you do within ten minutes of seeing this number?” It worked on ours.",
        },
    ),
    on(
        RETRIES,
        20,
        8,
        HANEUL,
        Begins {
            thread: "flag",
            about: Words("Retry in one place."),
            words: "In the gateway it is still there behind a flag, **off**. Shall I remove it for good?",
        },
    ),
    on(RETRIES, 20, 9, ADA, Answers { thread: "flag", words: "Please do." }),
    on(
        RETRIES,
        18,
        3,
        JIEUN,
        Begins {
            thread: "ours",
            about: All,
            words: "읽고 나서 우리 클라이언트도 찾아봤더니 세 곳이 같은 일을 하고 있었어요. @민수 다음 주에 같이 볼까요?",
        },
    ),
    on(RETRIES, 17, 2, MINSU, Answers { thread: "ours", words: "좋아요. 화요일 오전 비워 뒀어요." }),
    on(
        HOLDS,
        33,
        6,
        NARI,
        Begins {
            thread: "bold",
            about: Heading("h-글자"),
            words: "굵은 글씨 뒤에 조사가 붙어도 되는 거였군요. 그동안 한 칸씩 띄우고 있었어요.",
        },
    ),
    on(
        HOLDS_EN,
        32,
        10,
        HANEUL,
        Begins {
            thread: "exponent",
            about: Words("When everything fails it is simply"),
            words: "@ada In the Korean one it says “배”. Times, not percent, right?",
        },
    ),
    on(HOLDS_EN, 32, 13, ADA, Answers { thread: "exponent", words: "Times, yes. Nine times I had to look at it." }),
    on(
        NAMING,
        20,
        2,
        MINSU,
        Begins {
            thread: "coin",
            about: Words("20분을 쓰고 나서 동전을 던졌어요."),
            words: "이유를 적어 두면 다음에 온 사람이 같은 20분을 안 써요.",
        },
    ),
    on(NAMING, 17, 6, JIEUN, Answers { thread: "coin", words: "맞는 말이라 이유를 찾아서 고쳐 적었어요." }),
    on(
        LATE,
        4,
        6,
        NARI,
        Begins {
            thread: "both-good",
            about: Words("10분을 기다리면 99.2%를 담고 10분 늦는다."),
            words: "‘담고’ 뒤에 바로 ‘늦는다’가 와서 둘 다 좋은 일처럼 읽혀요.",
        },
    ),
    on(
        NAMING,
        4,
        1,
        HANEUL,
        Begins {
            thread: "checker",
            about: Heading("h-지키는-방법"),
            words: "검사기를 스트림 쪽 저장소에도 켜도 될까요? 지금 걸리는 건 다섯 개예요.",
        },
    ),
    on(
        NAMING,
        4,
        2,
        NARI,
        Answers {
            thread: "checker",
            words: "네! 걸리는 목록을 주시면 제가 먼저 볼게요. @지은 이건 규칙에 적어 둘까요?",
        },
    ),
    on(
        MANAGER,
        7,
        4,
        NARI,
        Begins {
            thread: "one-on-one",
            about: All,
            words: "1:1 이야기가 좋았어요. 저는 물어볼 것을 미리 적어 가는데, 늘 마지막 것을 제일 먼저 물었어야 했어요.",
        },
    ),
    on(LATE, 3, 11, HANEUL, Answers { thread: "both-good", words: "그러네요. ‘대신’으로 바꿨어요." }),
    on(
        RUNBOOK,
        3,
        9,
        ADA,
        Begins {
            thread: "quota",
            about: Heading("h-before"),
            words: "@하늘 Is a month of `event` still as dear as that, after what you did to the partitions?",
        },
    ),
    on(RUNBOOK, 2, 1, HANEUL, Answers { thread: "quota", words: "About half by now. I can measure it on Friday." }),
];

const fn on(post: &'static str, days_ago: i64, hour: i8, who: &'static str, deed: Deed) -> Event {
    Event { days_ago, hour, who, post, deed }
}

//! Whom the demo team asked to read a write-up before it went further, and what they said.

use domain::review::Outcome;

use super::cast::{ADA, HANEUL, JIEUN, MINSU, NARI};
use super::posts::{LATE, NAMING, RETRIES};
use super::story::Deed::{Adds, Asks, Reviews};
use super::story::Event;

/// All of it.
pub(super) const REVIEWS: &[Event] = &[
    Event {
        days_ago: 19,
        hour: 4,
        who: ADA,
        post: RETRIES,
        deed: Asks { reviewer: HANEUL, days: 5, remark: "You switched it off. Is that how it went?" },
    },
    Event {
        days_ago: 18,
        hour: 7,
        who: HANEUL,
        post: RETRIES,
        deed: Reviews {
            outcome: Outcome::Approved,
            remark: "Minute by minute. The table is the part people will keep.",
        },
    },
    Event {
        days_ago: 16,
        hour: 1,
        who: NARI,
        post: NAMING,
        deed: Asks { reviewer: MINSU, days: 4, remark: "검사기가 놓치는 이름이 있는지 봐 주세요." },
    },
    Event {
        days_ago: 14,
        hour: 5,
        who: MINSU,
        post: NAMING,
        deed: Reviews {
            outcome: Outcome::Approved,
            remark: "제 테이블 스무 개에 돌려 봤는데 다 맞게 걸렸어요. 부끄럽네요.",
        },
    },
    Event { days_ago: 6, hour: 6, who: HANEUL, post: LATE, deed: Adds { author: ADA } },
    Event {
        days_ago: 5,
        hour: 1,
        who: HANEUL,
        post: LATE,
        deed: Asks {
            reviewer: NARI, days: 3, remark: "숫자가 맞는지 봐 주세요. 표 두 개면 충분할까요?"
        },
    },
    Event {
        days_ago: 4,
        hour: 7,
        who: NARI,
        post: LATE,
        deed: Reviews {
            outcome: Outcome::Changes,
            remark: "표는 충분해요. 다만 0.3%가 어느 줄의 0.3%인지 두 번 읽어야 했어요.",
        },
    },
    Event {
        days_ago: 2,
        hour: 2,
        who: HANEUL,
        post: LATE,
        deed: Asks {
            reviewer: JIEUN,
            days: 6,
            remark: "나리 님 말대로 고쳤어요. 밖에 내보내도 되는 글인지 봐 주세요.",
        },
    },
];

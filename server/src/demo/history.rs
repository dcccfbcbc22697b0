//! What the demo team changed in posts after they were first saved.

use super::cast::{HANEUL, JIEUN, NARI};
use super::posts::{LATE, NAMING};
use super::story::Deed::{Adds, Renames, Restores, Revises};
use super::story::Event;

/// All of it.
pub(super) const HISTORY: &[Event] = &[
    Event { days_ago: 26, hour: 1, who: NARI, post: NAMING, deed: Adds { author: JIEUN } },
    Event {
        days_ago: 25,
        hour: 5,
        who: JIEUN,
        post: NAMING,
        deed: Revises {
            edits: &[("네 분께 여쭤봤더니 답이 네 개였어요.", "네 분께 따로 여쭤봤더니 답도 네 개였어요.")],
        },
    },
    Event {
        days_ago: 22,
        hour: 7,
        who: NARI,
        post: NAMING,
        deed: Revises {
            edits: &[(
                "| 모양 | 특별할 때만 | `wide`, `sample`, `utc` |\n",
                "| 모양 | 특별할 때만 | `wide`, `sample`, `utc` |\n| 이사 | 옮기는 동안만, 지울 날짜와 함께 | `next` |\n",
            )],
        },
    },
    Event {
        days_ago: 17,
        hour: 5,
        who: JIEUN,
        post: NAMING,
        deed: Revises {
            edits: &[(
                "단수예요. 이유는 없어요. 20분을 쓰고 나서 동전을 던졌어요.",
                "단수예요. 이름은 한 행을 가리키니까요. (처음에는 동전으로 정했고, 이유는 나중에 찾았어요.)",
            )],
        },
    },
    Event {
        days_ago: 12,
        hour: 2,
        who: NARI,
        post: NAMING,
        deed: Revises {
            edits: &[(
                "말하지 않아도 아실 거예요. 세어 보니 일곱 개 있었고, 그중 둘은 같은 걸 세는데 숫자가 달랐어요.",
                "금지예요.",
            )],
        },
    },
    Event { days_ago: 11, hour: 8, who: JIEUN, post: NAMING, deed: Restores { number: 4 } },
    Event {
        days_ago: 5,
        hour: 6,
        who: NARI,
        post: NAMING,
        deed: Revises {
            edits: &[(
                "- [ ] 이름과 내용이 다른 테이블 23개 바꾸기",
                "- [ ] 이름과 내용이 다른 테이블 19개 바꾸기 (넷은 바꿨어요)",
            )],
        },
    },
    Event {
        days_ago: 3,
        hour: 9,
        who: HANEUL,
        post: LATE,
        deed: Revises {
            edits: &[
                ("꼬리가 길다. 0.3%는 지하철", "꼬리가 길다. 1시간을 넘긴 것만 모아 보면 지하철"),
                ("10분을 기다리면 99.2%를 담고 10분 늦는다.", "10분을 기다리면 99.2%를 담는 대신 10분 늦는다."),
            ],
        },
    },
    Event {
        days_ago: 3,
        hour: 10,
        who: HANEUL,
        post: LATE,
        deed: Renames { title: "늦게 도착하는 데이터, 언제 닫을 것인가" },
    },
];

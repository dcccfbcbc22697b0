//! What was thrown away, in both languages side by side.

use super::Words;
use super::josa::eul;

/// The trash.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct TrashWords {
    pub title: Words,
    pub lead: Words,
    pub empty_title: Words,
    pub empty: Words,
    pub put: Words,
    pub put_question: fn(&str) -> String,
    pub put_lead: Words,
    pub keep: Words,
    /// Who put it there, and when.
    pub thrown: fn(&str, &str) -> String,
    /// Whole days left.
    pub left: fn(i64) -> String,
    pub restore: Words,
    pub delete: Words,
    pub delete_question: fn(&str) -> String,
    pub delete_lead: Words,
    pub here: Words,
    pub said_trashed: Words,
    pub said_restored: Words,
    pub said_deleted: Words,
}

pub(super) const KO: TrashWords = TrashWords {
    title: "휴지통",
    lead: "버린 글은 여기 30일 있다가 완전히 지워져요. 그 전에는 언제든 꺼낼 수 있어요.",
    empty_title: "휴지통이 비어 있어요",
    empty: "내가 쓴 글을 버리면 여기에 30일 동안 있어요.",
    put: "휴지통에 넣기",
    put_question: |title| format!("“{title}”{} 휴지통에 넣을까요?", eul(title)),
    put_lead: "모두에게 안 보이게 되고 알림도 쉬어요. 30일 안에는 그대로 꺼낼 수 있어요.",
    keep: "그만두기",
    thrown: |who, when| format!("{who}님이 {when}에 넣었어요."),
    left: |days| match days {
        0 => "곧 완전히 지워져요.".into(),
        1 => "하루 안에 완전히 지워져요.".into(),
        days => format!("{days}일 뒤 완전히 지워져요."),
    },
    restore: "꺼내기",
    delete: "완전히 지우기",
    delete_question: |title| format!("“{title}”{} 완전히 지울까요?", eul(title)),
    delete_lead: "모든 판과 댓글, 알림이 함께 지워지고 되돌릴 수 없어요.",
    here: "이 글은 휴지통에 있어요.",
    said_trashed: "휴지통에 넣었어요.",
    said_restored: "휴지통에서 꺼냈어요.",
    said_deleted: "완전히 지웠어요.",
};

pub(super) const EN: TrashWords = TrashWords {
    title: "Trash",
    lead: "What you throw away stays here for 30 days, and is then deleted for good. Until then it can be brought back.",
    empty_title: "The trash is empty",
    empty: "What you wrote and throw away stays here for 30 days.",
    put: "Put into the trash",
    put_question: |title| format!("Put “{title}” into the trash?"),
    put_lead: "Nobody sees it any more, and its reminders rest. For 30 days it can be brought back as it was.",
    keep: "Never mind",
    thrown: |who, when| format!("{who} put it here on {when}."),
    left: |days| match days {
        0 => "It is about to be deleted for good.".into(),
        1 => "It is deleted for good within a day.".into(),
        days => format!("It is deleted for good in {days} days."),
    },
    restore: "Bring back",
    delete: "Delete for good",
    delete_question: |title| format!("Delete “{title}” for good?"),
    delete_lead: "Every revision, comment and reminder of it goes too, and nothing brings them back.",
    here: "This post is in the trash.",
    said_trashed: "It is in the trash.",
    said_restored: "It is back.",
    said_deleted: "It is deleted for good.",
};

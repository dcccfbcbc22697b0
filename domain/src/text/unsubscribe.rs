//! One-click stop, in both languages side by side.

use super::Words;

/// One-click stop.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Unsubscribe {
    pub title: Words,
    pub question: fn(&str) -> String,
    pub stop: Words,
    pub stopped: fn(&str) -> String,
    pub resume: Words,
    pub resumed: fn(&str) -> String,
    pub over: fn(&str) -> String,
    pub unknown: Words,
}

pub(super) const KO: Unsubscribe = Unsubscribe {
    title: "그만 받기",
    question: |title| format!("‘{title}’ 알림을 그만 받을까요?"),
    stop: "그만 받기",
    stopped: |title| format!("‘{title}’ 알림을 멈췄어요. 더 보내지 않아요."),
    resume: "다시 받기",
    resumed: |title| format!("‘{title}’ 알림을 다시 켰어요."),
    over: |title| format!("‘{title}’ 알림은 모두 보내서 다시 켤 것이 없어요."),
    unknown: "이 링크로 멈출 알림이 없어요. 메일의 링크가 잘리지 않았는지 봐 주세요.",
};

pub(super) const EN: Unsubscribe = Unsubscribe {
    title: "Stop a reminder",
    question: |title| format!("Stop reminding you of “{title}”?"),
    stop: "Stop",
    stopped: |title| format!("You will not be reminded of “{title}” any more."),
    resume: "Turn on again",
    resumed: |title| format!("You will be reminded of “{title}” again."),
    over: |title| format!("The reminder of “{title}” has come for the last time, so there is nothing to turn on."),
    unknown: "There is no reminder to stop behind this link. Perhaps the mail program cut it short.",
};

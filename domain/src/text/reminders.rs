//! "remind me of this", and the list of mine, in both languages side by side.

use super::Words;
use super::josa::{eul, euro};

/// "Remind me of this".
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Remind {
    pub title: Words,
    pub lead: fn(&str) -> String,
    pub first: Words,
    pub first_hint: fn(&str) -> String,
    pub recurrence: Words,
    pub save: Words,
}

pub(super) const REMIND_KO: Remind = Remind {
    title: "다시 알려 주기",
    lead: |title| format!("‘{title}’{} 때맞춰 메일로 보내 드려요.", eul(title)),
    first: "처음 받을 때",
    first_hint: |zone| format!("{zone} 시각이에요."),
    recurrence: "얼마나 자주",
    save: "알림 만들기",
};

pub(super) const REMIND_EN: Remind = Remind {
    title: "Remind me",
    lead: |title| format!("“{title}” will come to you by mail when its time is here."),
    first: "First time",
    first_hint: |zone| format!("By the clock of {zone}."),
    recurrence: "How often",
    save: "Make the reminder",
};

/// The list of mine.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Reminders {
    pub title: Words,
    pub lead: fn(&str) -> String,
    pub empty_title: Words,
    pub empty: Words,
    pub next: fn(&str) -> String,
    pub change: Words,
    pub stop: Words,
    pub stop_question: fn(&str) -> String,
    pub stop_lead: Words,
    pub stopped: fn(&str) -> String,
    pub over: Words,
    pub live: Words,
    pub past: Words,
    pub change_title: Words,
    pub again: Words,
    pub find: Words,
    pub keep: Words,
}

pub(super) const REMINDERS_KO: Reminders = Reminders {
    title: "다시 알림",
    lead: |email| format!("때가 되면 {email}{} 보내 드려요.", euro(email)),
    empty_title: "아직 만든 알림이 없어요",
    empty: "글을 읽다가 ‘다시 알려 주기’를 누르면 여기에 모여요.",
    next: |when| format!("다음은 {when}"),
    change: "바꾸기",
    stop: "그만 받기",
    stop_question: |title| format!("‘{title}’ 알림을 그만 받을까요?"),
    stop_lead: "언제든 다시 켤 수 있어요.",
    stopped: |when| format!("{when}에 멈췄어요"),
    over: "모두 보냈어요",
    live: "받을 알림",
    past: "지난 알림",
    change_title: "알림 바꾸기",
    again: "다시 켜기",
    find: "글 보러 가기",
    keep: "계속 받기",
};

pub(super) const REMINDERS_EN: Reminders = Reminders {
    title: "Reminders",
    lead: |email| format!("They go to {email} when their time is here."),
    empty_title: "No reminders yet",
    empty: "Choose “Remind me” on a post, and it will show here.",
    next: |when| format!("Next on {when}"),
    change: "Change",
    stop: "Stop",
    stop_question: |title| format!("Stop reminding you of “{title}”?"),
    stop_lead: "You can turn it on again at any time.",
    stopped: |when| format!("Stopped on {when}"),
    over: "All sent",
    live: "To come",
    past: "Past",
    change_title: "Change the reminder",
    again: "Turn on again",
    find: "Browse posts",
    keep: "Keep it",
};

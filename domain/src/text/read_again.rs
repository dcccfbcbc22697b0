//! The mail "read this again", in both languages side by side.

use super::Words;

/// The mail "read this again".
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Mail {
    pub subject: fn(&str) -> String,
    pub greeting: fn(&str) -> String,
    pub came_back: Words,
    pub by: fn(&str, &str) -> String,
    pub read: Words,
    pub why_once: fn(&str) -> String,
    pub why: fn(&str, &str) -> String,
    pub change: Words,
    pub stop: Words,
    pub late: fn(&str) -> String,
}

pub(super) const KO: Mail = Mail {
    subject: |title| format!("다시: {title}"),
    greeting: |name| format!("{name}님, 다시 보기로 한 글이에요."),
    came_back: "다시 만난 글",
    by: |name, when| format!("{name}, {when}"),
    read: "이어서 읽기",
    why_once: |day| format!("{day}에 한 번 알려 달라고 하셔서 보냈어요."),
    why: |often, next| format!("{often} 알려 달라고 하셔서 보냈어요. 다음은 {next}에 보낼게요."),
    change: "알림 바꾸기",
    stop: "그만 받기",
    late: |when| format!("{when}에 보내야 했는데 늦었어요. 기다리게 해서 미안해요."),
};

pub(super) const EN: Mail = Mail {
    subject: |title| format!("Again: {title}"),
    greeting: |name| format!("{name}, here is a post you wanted to read again."),
    came_back: "Came back",
    by: |name, when| format!("{name}, {when}"),
    read: "Read on",
    why_once: |day| format!("You asked to be reminded once, on {day}."),
    why: |often, next| format!("You asked to be reminded {often}. The next one comes on {next}."),
    change: "Change this reminder",
    stop: "Stop it",
    late: |when| format!("This should have come on {when}. Sorry it is late."),
};

//! The first page, in both languages side by side.

use super::Words;

/// The first page.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Home {
    pub title: Words,
    pub came_back: Words,
    pub came_back_on: fn(&str) -> String,
    pub latest: Words,
    pub all: Words,
    pub upcoming: Words,
    pub upcoming_none: Words,
    pub empty_title: Words,
    pub empty: Words,
    pub lead: fn(usize) -> String,
}

pub(super) const KO: Home = Home {
    title: "오늘",
    came_back: "다시 만난 글",
    came_back_on: |day| format!("{day}에 다시 보기로 했던 글이에요."),
    latest: "팀이 쓴 글",
    all: "모든 글",
    upcoming: "다시 올 글",
    upcoming_none: "다시 읽고 싶은 글에서 ‘다시 알려 주기’를 눌러 보세요. 때가 되면 메일로 보내 드려요.",
    empty_title: "아직 글이 없어요",
    empty: "첫 회고를 써 보세요. 반년 뒤의 나에게 돌아올 거예요.",
    lead: |count| match count {
        0 => "이번 주에 다시 올 글은 없어요. 푹 쉬어도 되는 주예요.".into(),
        _ => format!("이번 주에 다시 올 글이 {count}편 있어요."),
    },
};

pub(super) const EN: Home = Home {
    title: "Today",
    came_back: "Came back",
    came_back_on: |day| format!("You asked to read this again on {day}."),
    latest: "What the team wrote",
    all: "All posts",
    upcoming: "Coming back",
    upcoming_none: "Choose “Remind me” on a post you want to meet again. It will come by mail when its time is here.",
    empty_title: "Nothing written yet",
    empty: "Start with a retrospective. It will come back to you in half a year.",
    lead: |count| match count {
        0 => "Nothing comes back this week. A good week to rest.".into(),
        1 => "One post comes back this week.".into(),
        _ => format!("{count} posts come back this week."),
    },
};

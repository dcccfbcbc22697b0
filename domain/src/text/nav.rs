//! The page head, in both languages side by side.

use super::Words;

/// The page head.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Nav {
    pub skip: Words,
    pub label: Words,
    pub home: Words,
    pub posts: Words,
    pub reminders: Words,
    pub write: Words,
    pub settings: Words,
    pub sign_out: Words,
    pub menu_of: fn(&str) -> String,
}

pub(super) const KO: Nav = Nav {
    skip: "본문으로 건너뛰기",
    label: "둘러보기",
    home: "오늘",
    posts: "글",
    reminders: "다시 알림",
    write: "쓰기",
    settings: "내 설정",
    sign_out: "나가기",
    menu_of: |name| format!("{name}님의 메뉴"),
};

pub(super) const EN: Nav = Nav {
    skip: "Skip to the words",
    label: "Around the house",
    home: "Today",
    posts: "Posts",
    reminders: "Reminders",
    write: "Write",
    settings: "Settings",
    sign_out: "Sign out",
    menu_of: |name| format!("Menu of {name}"),
};

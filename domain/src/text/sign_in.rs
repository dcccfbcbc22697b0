//! The door, in both languages side by side.

use super::Words;

/// The door.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct SignIn {
    pub title: Words,
    pub email: Words,
    pub password: Words,
    pub enter: Words,
    pub first: Words,
}

pub(super) const KO: SignIn = SignIn {
    title: "들어가기",
    email: "메일 주소",
    password: "비밀번호",
    enter: "들어가기",
    first: "그 페이지를 보려면 먼저 들어와 주세요.",
};

pub(super) const EN: SignIn = SignIn {
    title: "Sign in",
    email: "E-mail",
    password: "Password",
    enter: "Sign in",
    first: "Please sign in to see that page.",
};

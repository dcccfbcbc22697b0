//! First start, in both languages side by side.

use super::Words;

/// First start.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Welcome {
    pub title: Words,
    pub lead: Words,
    pub team: Words,
    pub team_hint: Words,
    pub language: Words,
    pub zone: Words,
    pub owner: Words,
    pub name: Words,
    pub email: Words,
    pub password: Words,
    pub password_hint: Words,
    pub begin: Words,
}

pub(super) const KO: Welcome = Welcome {
    title: "다시에 오신 것을 환영해요",
    lead: "팀의 글이 돌아오는 집이에요. 먼저 팀과 첫 사람을 알려 주세요.",
    team: "팀 이름",
    team_hint: "페이지 머리와 메일에 보여요.",
    language: "언어",
    zone: "시간대",
    owner: "첫 사람",
    name: "이름",
    email: "메일 주소",
    password: "비밀번호",
    password_hint: "8자 이상이면 무엇이든 좋아요.",
    begin: "시작하기",
};

pub(super) const EN: Welcome = Welcome {
    title: "Welcome to Dasi",
    lead: "A home for your team’s writing that comes back to you. First, the team and its first member.",
    team: "Team name",
    team_hint: "Shown at the top of pages and in mail.",
    language: "Language",
    zone: "Time zone",
    owner: "The first member",
    name: "Name",
    email: "E-mail",
    password: "Password",
    password_hint: "Anything of 8 characters or more.",
    begin: "Begin",
};

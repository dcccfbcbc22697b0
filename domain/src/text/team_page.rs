//! The team's own page, in both languages side by side.

use super::Words;

/// What is true of the whole team, and may be changed by those who look after it.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct TeamWords {
    pub title: Words,
    pub name: Words,
    pub language: Words,
    pub language_hint: Words,
    pub zone: Words,
    pub zone_hint: Words,
    pub require: Words,
    pub require_hint: Words,
    /// How many members have no second factor yet.
    pub without: fn(usize) -> String,
    pub yours_first: Words,
    pub set_up: Words,
    pub save: Words,
    pub said: Words,
}

pub(super) const KO: TeamWords = TeamWords {
    title: "팀",
    name: "팀 이름",
    language: "언어",
    language_hint: "새 멤버의 언어와, 누구에게인지 모를 때 쓰는 언어예요.",
    zone: "시간대",
    zone_hint: "새 멤버의 시간대예요. 블로그에 나가는 글의 날짜도 여기에 맞춰요.",
    require: "모두 2단계 인증 쓰기",
    require_hint: "켜면 비밀번호로 들어오는 사람은 2단계 인증을 설정한 뒤에야 다른 페이지를 볼 수 있어요.",
    without: |count| match count {
        0 => "모두 2단계 인증을 쓰고 있어요.".into(),
        count => format!("아직 쓰지 않는 멤버가 {count}명 있어요."),
    },
    yours_first: "먼저 내 2단계 인증을 설정해 주세요. 그러지 않으면 이 페이지에 들어오지 못하게 돼요.",
    set_up: "2단계 인증 설정하기",
    save: "저장",
    said: "팀 정보를 저장했어요.",
};

pub(super) const EN: TeamWords = TeamWords {
    title: "Team",
    name: "The team's name",
    language: "Language",
    language_hint: "Of new members, and of what is for nobody in particular.",
    zone: "Time zone",
    zone_hint: "Of new members, and of dates on the blog.",
    require: "Everybody needs a second factor",
    require_hint: "Whoever signs in with a password then sets theirs up before anything else.",
    without: |count| match count {
        0 => "Everybody has one.".into(),
        1 => "One member has none yet.".into(),
        count => format!("{count} members have none yet."),
    },
    yours_first: "Set up your own second factor first: you would shut yourself out of this page.",
    set_up: "Set up my second factor",
    save: "Save",
    said: "The team is changed.",
};

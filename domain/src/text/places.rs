//! What the rooms behind "settings" and "the house" are called, in both languages side by side.

use super::Words;

/// Rooms of a member's own, and of those who look after the house.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Places {
    /// All my settings.
    pub mine: Words,
    pub profile: Words,
    pub ways_in: Words,
    pub second_factor: Words,
    pub sign_ins: Words,
    pub api_tokens: Words,
    /// All that looking after the house takes.
    pub house: Words,
    pub members: Words,
    pub invitations: Words,
    pub team: Words,
    pub audit: Words,
    pub mail: Words,
}

pub(super) const KO: Places = Places {
    mine: "설정",
    profile: "나",
    ways_in: "들어오는 길",
    second_factor: "2단계 인증",
    sign_ins: "들어와 있는 곳",
    api_tokens: "API 토큰",
    house: "팀 돌보기",
    members: "멤버",
    invitations: "초대",
    team: "팀",
    audit: "기록",
    mail: "메일",
};

pub(super) const EN: Places = Places {
    mine: "Settings",
    profile: "Me",
    ways_in: "Ways in",
    second_factor: "Second factor",
    sign_ins: "Signed in",
    api_tokens: "API tokens",
    house: "Looking after the house",
    members: "Members",
    invitations: "Invitations",
    team: "Team",
    audit: "Log",
    mail: "Mail",
};

//! Asking somebody to join, and joining, in both languages side by side.

use super::Words;

/// The page of those who invite.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Invitations {
    pub title: Words,
    pub lead: Words,
    pub email: Words,
    pub email_hint: Words,
    pub role: Words,
    pub language: Words,
    pub invite: Words,
    pub open: Words,
    pub past: Words,
    pub empty_title: Words,
    pub empty: Words,
    pub anybody: Words,
    /// Who asked, and until when.
    pub until: fn(Option<&str>, &str) -> String,
    pub over: fn(&str) -> String,
    pub revoked: fn(&str) -> String,
    pub joined: fn(&str, &str) -> String,
    pub one_title: Words,
    pub one_lead_mail: fn(&str) -> String,
    pub one_lead_link: Words,
    pub one_lead_theirs: Words,
    pub link: Words,
    pub link_hint: Words,
    pub revoke: Words,
    pub revoke_question: Words,
    pub revoke_lead: Words,
    pub keep: Words,
    pub all: Words,
}

/// The page of who joins.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Join {
    pub title: fn(&str) -> String,
    pub lead: fn(Option<&str>) -> String,
    pub email: Words,
    pub name: Words,
    pub name_hint: Words,
    pub password: Words,
    pub password_hint: Words,
    pub language: Words,
    pub zone: Words,
    pub join: Words,
    pub closed_title: Words,
    pub closed: Words,
    pub signed_in: fn(&str) -> String,
}

pub(super) const INVITATIONS_KO: Invitations = Invitations {
    title: "초대",
    lead: "메일로 초대하거나, 링크를 만들어 직접 건네 주세요. 초대는 7일 동안 한 번만 쓸 수 있어요.",
    email: "메일 주소",
    email_hint: "비워 두면 링크만 만들어요.",
    role: "역할",
    language: "초대 메일의 언어",
    invite: "초대하기",
    open: "기다리는 초대",
    past: "지난 초대",
    empty_title: "아직 초대한 사람이 없어요",
    empty: "함께 쓸 사람을 불러 보세요.",
    anybody: "링크를 가진 사람",
    until: |by, when| match by {
        Some(by) => format!("{by}님이 초대했고, {when}까지 쓸 수 있어요."),
        None => format!("{when}까지 쓸 수 있어요."),
    },
    over: |when| format!("{when}에 끝났어요."),
    revoked: |when| format!("{when}에 거두었어요."),
    joined: |name, when| format!("{name}님이 {when}에 함께하기 시작했어요."),
    one_title: "초대 링크",
    one_lead_mail: |email| {
        format!(
            "{email}에 메일을 보냈어요. 링크는 그 메일에만 있어요. 메일이 닿지 않으면 거두고 링크를 만들어 직접 건네 주세요."
        )
    },
    one_lead_theirs: "직접 건네려고 만든 링크예요. 만든 사람만 볼 수 있어요.",
    one_lead_link: "이 링크를 함께할 사람에게만 건네 주세요. 가장 먼저 쓴 한 사람만 들어올 수 있어요.",
    link: "링크",
    link_hint: "한 번만 쓸 수 있어요.",
    revoke: "초대 거두기",
    revoke_question: "이 초대를 거둘까요?",
    revoke_lead: "링크는 바로 쓸 수 없게 돼요. 언제든 다시 초대할 수 있어요.",
    keep: "그대로 두기",
    all: "모든 초대",
};

pub(super) const INVITATIONS_EN: Invitations = Invitations {
    title: "Invitations",
    lead: "Invite by mail, or make a link and hand it over. An invitation works once, for 7 days.",
    email: "E-mail",
    email_hint: "Left empty, only a link is made.",
    role: "Role",
    language: "Language of the letter",
    invite: "Invite",
    open: "Waiting",
    past: "Past",
    empty_title: "Nobody has been invited yet",
    empty: "Ask somebody to write with you.",
    anybody: "Whoever has the link",
    until: |by, when| match by {
        Some(by) => format!("Invited by {by}; works until {when}."),
        None => format!("Works until {when}."),
    },
    over: |when| format!("Ended on {when}."),
    revoked: |when| format!("Taken back on {when}."),
    joined: |name, when| format!("{name} joined on {when}."),
    one_title: "An invitation",
    one_lead_mail: |email| {
        format!(
            "A letter is on its way to {email}, and the link is in it alone. If it does not arrive, take this back and make a link to hand over."
        )
    },
    one_lead_theirs: "A link to hand over. Only whoever made it sees it.",
    one_lead_link: "Hand this link only to whoever should join. The first to use it comes in, and nobody after.",
    link: "Link",
    link_hint: "It works once.",
    revoke: "Take it back",
    revoke_question: "Take this invitation back?",
    revoke_lead: "The link stops working at once. You can invite again at any time.",
    keep: "Keep it",
    all: "All invitations",
};

pub(super) const JOIN_KO: Join = Join {
    title: |team| format!("{team}에 함께하기"),
    lead: |by| match by {
        Some(by) => format!("{by}님이 초대했어요. 아래를 채우면 바로 시작할 수 있어요."),
        None => "초대받았어요. 아래를 채우면 바로 시작할 수 있어요.".into(),
    },
    email: "메일 주소",
    name: "이름",
    name_hint: "동료들에게 보이는 이름이에요.",
    password: "비밀번호",
    password_hint: "8자 이상이면 무엇이든 좋아요.",
    language: "언어",
    zone: "시간대",
    join: "시작하기",
    closed_title: "이 초대는 쓸 수 없어요",
    closed: "이미 썼거나, 7일이 지났거나, 거둔 초대예요. 초대한 사람에게 새 초대를 부탁해 주세요.",
    signed_in: |name| format!("지금은 {name}님으로 들어와 있어요. 다른 사람으로 함께하려면 먼저 나가 주세요."),
};

pub(super) const JOIN_EN: Join = Join {
    title: |team| format!("Join {team}"),
    lead: |by| match by {
        Some(by) => format!("{by} invited you. Fill this in and you are there."),
        None => "You are invited. Fill this in and you are there.".into(),
    },
    email: "E-mail",
    name: "Name",
    name_hint: "What your colleagues call you.",
    password: "Password",
    password_hint: "Anything of 8 characters or more.",
    language: "Language",
    zone: "Time zone",
    join: "Begin",
    closed_title: "This invitation does not work any more",
    closed: "It was used, is older than 7 days, or was taken back. Ask whoever invited you for a new one.",
    signed_in: |name| format!("You are signed in as {name}. To join as somebody else, sign out first."),
};

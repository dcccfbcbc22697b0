//! Letters about joining and about the door, in both languages side by side.

use super::Words;
use super::josa::euro;
use crate::audit::Deed;

/// Somebody is asked to join.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct InvitationLetter {
    pub subject: fn(&str) -> String,
    pub ribbon: Words,
    /// Who asks, if it was a member, and the team's name.
    pub greeting: fn(Option<&str>, &str) -> String,
    pub about: Words,
    pub join: Words,
    pub until: fn(&str) -> String,
    pub why: Words,
}

/// A way to a new password.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ResetLetter {
    pub subject: Words,
    pub ribbon: Words,
    pub greeting: fn(&str) -> String,
    pub choose: Words,
    pub until: Words,
    pub why: Words,
}

/// May it be another address?
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct EmailChangeLetter {
    pub subject: Words,
    pub ribbon: Words,
    /// To the present address: the name, and the address to come.
    pub old: fn(&str, &str) -> String,
    /// To the address to come: the name, and the present one.
    pub new: fn(&str, &str) -> String,
    pub confirm: Words,
    pub until: fn(&str) -> String,
    pub why: Words,
}

/// What guards a door was changed.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct NoticeLetter {
    pub ribbon: Words,
    /// What was done, as a sentence and as the subject.
    pub done: fn(Deed) -> Words,
    pub greeting: fn(&str, Words) -> String,
    /// When, and from where; empty for the command line.
    pub when: fn(&str, &str) -> String,
    pub not_me: Words,
    pub look: Words,
    pub why: Words,
}

pub(super) const INVITATION_KO: InvitationLetter = InvitationLetter {
    subject: |team| format!("{team}에서 초대가 왔어요"),
    ribbon: "초대",
    greeting: |by, team| match by {
        Some(by) => format!("{by}님이 {team}에 초대했어요."),
        None => format!("{team}에 초대받았어요."),
    },
    about: "함께 쓴 회고와 책 노트, 기술 글이 모여 있고, 때가 되면 다시 돌아오는 곳이에요.",
    join: "함께하기",
    until: |when| format!("이 링크는 {when}까지 한 번만 쓸 수 있어요."),
    why: "초대받은 적이 없다면 그냥 두세요. 누르지 않으면 아무 일도 일어나지 않아요.",
};

pub(super) const INVITATION_EN: InvitationLetter = InvitationLetter {
    subject: |team| format!("You are invited to {team}"),
    ribbon: "Invitation",
    greeting: |by, team| match by {
        Some(by) => format!("{by} invites you to {team}."),
        None => format!("You are invited to {team}."),
    },
    about: "It is where the team keeps its retrospectives, book notes and write-ups, and where they come back when it is time.",
    join: "Join",
    until: |when| format!("This link works once, until {when}."),
    why: "If you expected no invitation, leave it: nothing happens unless you press the button.",
};

pub(super) const RESET_KO: ResetLetter = ResetLetter {
    subject: "새 비밀번호 정하기",
    ribbon: "비밀번호",
    greeting: |name| format!("{name}님, 새 비밀번호를 정할 수 있는 링크예요."),
    choose: "새 비밀번호 정하기",
    until: "이 링크는 30분 동안 한 번만 쓸 수 있어요.",
    why: "직접 요청하지 않았다면 그냥 두세요. 비밀번호는 그대로예요.",
};

pub(super) const RESET_EN: ResetLetter = ResetLetter {
    subject: "Choose a new password",
    ribbon: "Password",
    greeting: |name| format!("{name}, here is a link to choose a new password."),
    choose: "Choose a new password",
    until: "This link works once, for 30 minutes.",
    why: "If you did not ask for it, leave it: your password stays as it is.",
};

pub(super) const EMAIL_CHANGE_KO: EmailChangeLetter = EmailChangeLetter {
    subject: "메일 주소를 바꿀까요?",
    ribbon: "메일 주소",
    old: |name, new| {
        format!("{name}님, 메일 주소를 {new}{} 바꾸려고 해요. 두 주소에서 모두 확인하면 바뀌어요.", euro(new))
    },
    new: |name, old| format!("{name}님, {old} 대신 이 주소를 쓰려고 해요. 두 주소에서 모두 확인하면 바뀌어요."),
    confirm: "확인하기",
    until: |when| format!("이 링크는 {when}까지 쓸 수 있어요."),
    why: "직접 요청하지 않았다면 누르지 말고 팀의 관리자에게 알려 주세요.",
};

pub(super) const EMAIL_CHANGE_EN: EmailChangeLetter = EmailChangeLetter {
    subject: "May your address change?",
    ribbon: "E-mail address",
    old: |name, new| format!("{name}, your address is about to become {new}. It changes once both addresses say yes."),
    new: |name, old| {
        format!("{name}, this address is about to be yours instead of {old}. It changes once both addresses say yes.")
    },
    confirm: "Say yes",
    until: |when| format!("This link works until {when}."),
    why: "If you did not ask for it, do not press the button, and tell an admin of your team.",
};

pub(super) const NOTICE_KO: NoticeLetter = NoticeLetter {
    ribbon: "알려 드려요",
    done: |deed| match deed {
        Deed::PasswordChanged => "비밀번호가 바뀌었어요",
        Deed::PasswordReset => "비밀번호를 새로 정했어요",
        Deed::EmailChanged => "메일 주소가 바뀌었어요",
        Deed::SecondFactorOn => "2단계 인증을 켰어요",
        Deed::SecondFactorOff => "2단계 인증을 껐어요",
        Deed::RecoveryCodeUsed => "복구 코드를 썼어요",
        Deed::PasskeyAdded => "패스키를 더했어요",
        Deed::PasskeyRemoved => "패스키를 지웠어요",
        Deed::RecoveryCodesMade => "복구 코드를 새로 받았어요",
        Deed::ApiTokenMade => "API 토큰을 만들었어요",
        Deed::ProviderLinked => "이제 조직 계정으로도 들어올 수 있어요",
        _ => "들어오는 길이 바뀌었어요",
    },
    greeting: |name, done| format!("{name}님, {done}."),
    when: |when, address| match address {
        "" => format!("{when}, 서버의 명령줄에서."),
        address => format!("{when}, {address}에서."),
    },
    not_me: "직접 한 일이라면 더 할 일이 없어요. 아니라면 바로 비밀번호를 바꾸고 팀의 관리자에게 알려 주세요.",
    look: "들어오는 길 보기",
    why: "계정을 지키는 것이 바뀔 때마다 보내는 메일이에요.",
};

pub(super) const NOTICE_EN: NoticeLetter = NoticeLetter {
    ribbon: "For your safety",
    done: |deed| match deed {
        Deed::PasswordChanged => "Your password was changed",
        Deed::PasswordReset => "Your password was made anew",
        Deed::EmailChanged => "Your address was changed",
        Deed::SecondFactorOn => "Your second factor is on",
        Deed::SecondFactorOff => "Your second factor is off",
        Deed::RecoveryCodeUsed => "A recovery code was used",
        Deed::PasskeyAdded => "A passkey was added",
        Deed::PasskeyRemoved => "A passkey was removed",
        Deed::RecoveryCodesMade => "Fresh recovery codes were made",
        Deed::ApiTokenMade => "An API token was made",
        Deed::ProviderLinked => "You can sign in by another account now",
        _ => "Your way in was changed",
    },
    greeting: |name, done| format!("{name}, a word about your door: {}.", lower(done)),
    when: |when, address| match address {
        "" => format!("On {when}, from the command line of the server."),
        address => format!("On {when}, from {address}."),
    },
    not_me: "If it was you, there is nothing to do. If it was not, change your password now and tell an admin of your team.",
    look: "Look at my ways in",
    why: "This comes whenever something that guards your door is changed.",
};

/// Inside a sentence.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

//! What was done in the house, as sentences; in both languages side by side.

use super::josa::eul;
use super::members::as_role;
use super::{Words, text};
use crate::audit::Deed;
use crate::language::Language;
use crate::member::Role;

/// Who did something, as far as a sentence cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor<'a> {
    /// A member, by name.
    Member(&'a str),
    /// Whoever holds the command line.
    CommandLine,
    /// Somebody who was not signed in.
    Stranger,
}

/// What was done in the house.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct AuditWords {
    pub title: Words,
    pub lead: Words,
    pub empty: Words,
    pub command_line: Words,
    pub member: Words,
    pub everybody: Words,
    pub show: Words,
    pub older: Words,
    pub newer: Words,
    pub pages: Words,
    /// Who did what to whom (none: to themselves, or to nobody in particular), and what else the deed keeps.
    pub sentence: fn(Deed, Actor<'_>, Option<&str>, &str) -> String,
}

pub(super) const KO: AuditWords = AuditWords {
    title: "기록",
    lead: "팀에서 있었던 일을 400일 동안 남겨요. 비밀번호나 토큰, 글의 내용은 남기지 않아요.",
    empty: "남은 기록이 없어요.",
    command_line: "명령줄",
    member: "멤버",
    everybody: "모두",
    show: "보기",
    older: "이전 기록",
    newer: "다음 기록",
    pages: "기록 넘기기",
    sentence: korean,
};

pub(super) const EN: AuditWords = AuditWords {
    title: "Log",
    lead: "What was done in the house, for 400 days. No passwords, tokens or texts are kept here.",
    empty: "Nothing is written here.",
    command_line: "command line",
    member: "Member",
    everybody: "Everybody",
    show: "Show",
    older: "Older",
    newer: "Newer",
    pages: "Pages of the log",
    sentence: english,
};

fn korean(deed: Deed, actor: Actor<'_>, subject: Option<&str>, detail: &str) -> String {
    let who = match actor {
        Actor::Member(name) => format!("{name}님이 "),
        Actor::CommandLine => "명령줄에서 ".into(),
        Actor::Stranger => String::new(),
    };
    let whose = subject.map(|name| format!("{name}님의 ")).unwrap_or_default();
    let whom = subject.map(|name| format!("{name}님을 ")).unwrap_or_default();
    let role = role(detail, Language::Korean);
    let done = match deed {
        Deed::Founded => "팀을 시작했어요".into(),
        Deed::Added => format!("{whom}{} 더했어요", as_role(&role)),
        Deed::Invited => format!("한 사람을 {} 초대했어요", as_role(&role)),
        Deed::InvitationRevoked => format!("{role} 초대를 거뒀어요"),
        Deed::Joined => format!("{} 함께하게 됐어요", as_role(&role)),
        Deed::SignedIn if detail.is_empty() => "들어왔어요".into(),
        Deed::SignedIn => format!("들어왔어요 ({detail})"),
        Deed::SignInFailed => return korean_failed(subject.or(name(actor))),
        Deed::SignInsEnded if subject.is_some() => format!("{whom}들어와 있던 곳에서 내보냈어요"),
        Deed::SignInsEnded => "들어와 있던 곳에서 나갔어요".into(),
        Deed::PasswordChanged => format!("{whose}비밀번호를 바꿨어요"),
        Deed::PasswordResetAsked => format!("{whose}새 비밀번호 링크를 만들었어요"),
        Deed::PasswordReset => format!("{whose}비밀번호를 새로 정했어요"),
        Deed::EmailChangeAsked => format!("{whose}메일 주소를 바꾸겠다고 했어요"),
        Deed::EmailChanged => format!("{whose}메일 주소를 바꿨어요"),
        Deed::RoleChanged => format!("{whose}역할을 {} 바꿨어요", as_role(&role)),
        Deed::Left if subject.is_some() => format!("{whom}떠난 멤버로 바꿨어요"),
        Deed::Left => "팀을 떠났어요".into(),
        Deed::Returned => format!("{whom}{} 다시 불렀어요", as_role(&role)),
        Deed::SecondFactorOn => format!("{whose}2단계 인증을 켰어요"),
        Deed::SecondFactorOff => format!("{whose}2단계 인증을 껐어요"),
        Deed::RecoveryCodesMade => format!("{whose}복구 코드를 새로 만들었어요"),
        Deed::RecoveryCodeUsed => format!("{whose}복구 코드를 썼어요"),
        Deed::PasskeyAdded => format!("{whose}패스키 “{detail}”{} 더했어요", eul(detail)),
        Deed::PasskeyRemoved => format!("{whose}패스키 “{detail}”{} 지웠어요", eul(detail)),
        Deed::SecondFactorRequired => "모두 2단계 인증을 쓰게 했어요".into(),
        Deed::SecondFactorOptional => "2단계 인증을 각자 고르게 했어요".into(),
        Deed::ProviderLinked => format!("{whose}조직 계정을 이었어요"),
        Deed::ApiTokenMade => format!("{whose}API 토큰 “{detail}”{} 만들었어요", eul(detail)),
        Deed::ApiTokenEnded => format!("{whose}API 토큰 “{detail}”{} 끝냈어요", eul(detail)),
        Deed::TeamChanged => "팀 정보를 바꿨어요".into(),
        Deed::PostTrashed => format!("글 {detail}번을 휴지통에 넣었어요"),
        Deed::PostRestored => format!("글 {detail}번을 휴지통에서 꺼냈어요"),
        Deed::PostDeleted => format!("글 {detail}번을 완전히 지웠어요"),
        Deed::PostExpired => return format!("휴지통에 30일 있던 글 {detail}번이 완전히 지워졌어요."),
        Deed::MailResumed => "멈춘 메일을 다시 보내게 했어요".into(),
        Deed::MailRetried => "메일 하나를 다시 보내게 했어요".into(),
        Deed::TagRenamed => format!("태그 이름을 바꿨어요{}", beside(detail)),
        Deed::TagRestored => format!("태그 이름을 되돌렸어요{}", beside(detail)),
    };
    format!("{who}{done}.")
}

fn korean_failed(whose: Option<&str>) -> String {
    match whose {
        Some(name) => format!("{name}님으로 들어오려 했지만 비밀번호나 코드가 맞지 않았어요."),
        None => "모르는 사람이 들어오려 했어요.".into(),
    }
}

fn english(deed: Deed, actor: Actor<'_>, subject: Option<&str>, detail: &str) -> String {
    let who = match actor {
        Actor::Member(name) => name,
        Actor::CommandLine => "The command line",
        Actor::Stranger => "Somebody",
    };
    let whose = subject.map_or_else(|| "their".into(), |name| format!("{name}'s"));
    let whom = subject.unwrap_or("somebody");
    let role = role(detail, Language::English).to_lowercase();
    let done = match deed {
        Deed::Founded => "founded the team".into(),
        Deed::Added => format!("added {whom} as {role}"),
        Deed::Invited => format!("invited somebody as {role}"),
        Deed::InvitationRevoked => format!("took an invitation as {role} back"),
        Deed::Joined => format!("joined as {role}"),
        Deed::SignedIn if detail.is_empty() => "signed in".into(),
        Deed::SignedIn => format!("signed in ({detail})"),
        Deed::SignInFailed => return english_failed(subject.or(name(actor))),
        Deed::SignInsEnded => format!("ended {whose} sign-ins"),
        Deed::PasswordChanged => format!("changed {whose} password"),
        Deed::PasswordResetAsked => format!("made a link for {whose} new password"),
        Deed::PasswordReset => format!("chose {whose} password anew"),
        Deed::EmailChangeAsked => format!("asked to change {whose} e-mail address"),
        Deed::EmailChanged => format!("changed {whose} e-mail address"),
        Deed::RoleChanged => format!("changed {whose} role to {role}"),
        Deed::Left if subject.is_some() => format!("made {whom} alumni"),
        Deed::Left => "left the team".into(),
        Deed::Returned => format!("asked {whom} back as {role}"),
        Deed::SecondFactorOn => format!("turned {whose} second factor on"),
        Deed::SecondFactorOff => format!("turned {whose} second factor off"),
        Deed::RecoveryCodesMade => format!("made {whose} recovery codes anew"),
        Deed::RecoveryCodeUsed => format!("used one of {whose} recovery codes"),
        Deed::PasskeyAdded => format!("added {whose} passkey “{detail}”"),
        Deed::PasskeyRemoved => format!("removed {whose} passkey “{detail}”"),
        Deed::SecondFactorRequired => "made a second factor required for everybody".into(),
        Deed::SecondFactorOptional => "made the second factor everybody's own choice".into(),
        Deed::ProviderLinked => format!("linked {whose} account of the sign-in provider"),
        Deed::ApiTokenMade => format!("made {whose} API token “{detail}”"),
        Deed::ApiTokenEnded => format!("ended {whose} API token “{detail}”"),
        Deed::TeamChanged => "changed the team".into(),
        Deed::PostTrashed => format!("put post {detail} into the trash"),
        Deed::PostRestored => format!("brought post {detail} back from the trash"),
        Deed::PostDeleted => format!("deleted post {detail} for good"),
        Deed::PostExpired => return format!("Post {detail} was deleted for good after 30 days in the trash."),
        Deed::MailResumed => "had the mail go on".into(),
        Deed::MailRetried => "had a message sent again".into(),
        Deed::TagRenamed => format!("renamed a tag{}", beside(detail)),
        Deed::TagRestored => format!("gave a tag its old name back{}", beside(detail)),
    };
    format!("{who} {done}.")
}

fn english_failed(whose: Option<&str>) -> String {
    match whose {
        Some(name) => format!("Somebody tried to sign in as {name}, and the password or code did not fit."),
        None => "Somebody whom nobody here knows tried to sign in.".into(),
    }
}

fn name(actor: Actor<'_>) -> Option<&str> {
    match actor {
        Actor::Member(name) => Some(name),
        Actor::CommandLine | Actor::Stranger => None,
    }
}

/// What the deed keeps, in brackets.
fn beside(detail: &str) -> String {
    if detail.is_empty() { String::new() } else { format!(" ({detail})") }
}

/// The role that a deed's detail names, in words.
fn role(detail: &str, language: Language) -> String {
    Role::parse(detail).map_or_else(|| detail.to_owned(), |role| (text(language).role)(role).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_is_a_sentence_whoever_did_it() {
        for deed in Deed::ALL.iter().copied() {
            for actor in [Actor::Member("지은"), Actor::CommandLine, Actor::Stranger] {
                for subject in [None, Some("Ada")] {
                    let sentences = [korean(deed, actor, subject, "admin"), english(deed, actor, subject, "admin")];
                    for sentence in sentences {
                        assert!(sentence.ends_with('.') && !sentence.contains("  "), "{deed}: {sentence}");
                        assert!(!sentence.starts_with(' '), "{deed}: {sentence}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_sentence_names_who_whom_and_what() {
        let jieun = Actor::Member("지은");
        assert_eq!(
            korean(Deed::RoleChanged, jieun, Some("하늘"), "admin"),
            "지은님이 하늘님의 역할을 관리자로 바꿨어요."
        );
        assert_eq!(korean(Deed::Left, jieun, None, ""), "지은님이 팀을 떠났어요.");
        assert_eq!(korean(Deed::ApiTokenMade, jieun, None, "백업"), "지은님이 API 토큰 “백업”을 만들었어요.");
        assert_eq!(
            english(Deed::Returned, Actor::CommandLine, Some("Ada"), "member"),
            "The command line asked Ada back as member."
        );
        assert_eq!(english(Deed::PasswordChanged, Actor::Member("Ada"), None, ""), "Ada changed their password.");
    }
}

//! The door by the sign-in provider, in both languages side by side. The name is what the operator calls it.

use super::Words;
use super::josa::euro;

/// The link to the provider, and why nobody came in that way.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Provider {
    pub enter: fn(&str) -> String,
    /// To who joins.
    pub instead: Words,
    pub title: Words,
    pub unreachable: fn(&str) -> String,
    pub cancelled: fn(&str) -> String,
    pub refused: fn(&str) -> String,
    pub forged: Words,
    pub expired: Words,
    pub wrong: fn(&str) -> String,
    pub not_verified: fn(&str) -> String,
    /// A member has the address, and has never proven it theirs.
    pub unproven: fn(&str) -> String,
    /// The provider knows the member with this address by another account.
    pub other_account: fn(&str) -> String,
    pub other_address: Words,
    pub stranger: Words,
    pub prove: Words,
    pub back: Words,
}

pub(super) const KO: Provider = Provider {
    enter: |name| format!("{name}{} 들어가기", euro(name)),
    instead: "비밀번호를 만들지 않고 쓰던 계정으로 함께할 수도 있어요.",
    title: "들어오지 못했어요",
    unreachable: |name| {
        format!("{name}에서 답이 없어요. 잠시 뒤에 다시 해 주세요. 비밀번호가 있으면 그것으로 들어올 수 있어요.")
    },
    cancelled: |name| format!("{name}에서 들어오기를 그만뒀어요. 언제든 다시 할 수 있어요."),
    refused: |name| format!("{name}에서 들여보내 주지 않았어요. 다시 해도 같으면 팀의 관리자에게 알려 주세요."),
    forged: "이 브라우저에서 시작하지 않았거나 이미 끝난 일이에요. 처음부터 다시 해 주세요.",
    expired: "시작한 지 10분이 지났어요. 처음부터 다시 해 주세요.",
    wrong: |name| format!("{name}에서 온 답이 맞지 않아 받지 않았어요. 다시 해도 같으면 팀의 관리자에게 알려 주세요."),
    not_verified: |name| format!("{name}에서 아직 확인하지 않은 메일 주소예요. 거기서 주소를 확인하고 다시 해 주세요."),
    unproven: |name| {
        format!(
            "이 메일 주소를 쓰는 멤버가 있지만, 주소를 메일로 확인한 적이 없어요. 메일로 링크를 받아 비밀번호를 새로 정하면 {name}{} 들어올 수 있어요.",
            euro(name)
        )
    },
    other_account: |name| {
        format!("이 메일 주소를 쓰는 멤버는 {name}의 다른 계정으로 들어와요. 그 계정이나 비밀번호로 들어와 주세요.")
    },
    other_address: "다른 메일 주소로 보낸 초대예요. 그 주소의 계정으로 들어오거나, 초대한 사람에게 새 초대를 부탁해 주세요.",
    stranger: "아직 초대받지 않은 계정이에요. 함께하려면 팀의 관리자에게 초대를 부탁해 주세요.",
    prove: "비밀번호를 정하는 메일 받기",
    back: "돌아가기",
};

pub(super) const EN: Provider = Provider {
    enter: |name| format!("Sign in with {name}"),
    instead: "You can also join with an account you have already, without a password.",
    title: "You did not get in",
    unreachable: |name| {
        format!("{name} does not answer. Please try again in a while, or use your password if you have one.")
    },
    cancelled: |name| format!("You turned back at {name}. You can try again whenever you like."),
    refused: |name| format!("{name} did not let you through. If that does not change, please tell your team's admin."),
    forged: "This was not begun in this browser, or is over already. Please begin again.",
    expired: "More than 10 minutes have gone by since you began. Please begin again.",
    wrong: |name| {
        format!(
            "What {name} answered is not right, so it was not taken. If that does not change, please tell your team's admin."
        )
    },
    not_verified: |name| {
        format!("{name} has not verified your e-mail address. Have it verified there, then try again.")
    },
    unproven: |name| {
        format!(
            "A member has this e-mail address, but has never proven it theirs. Have a link mailed to you and choose a new password; from then on you can sign in with {name}."
        )
    },
    other_account: |name| {
        format!(
            "The member with this e-mail address comes in by another account at {name}. Please use that one, or the password."
        )
    },
    other_address: "This invitation is for another e-mail address. Use the account with that address, or ask whoever invited you for a new invitation.",
    stranger: "Nobody here knows you yet. Ask your team's admin for an invitation.",
    prove: "Mail me a link to choose a password",
    back: "Back",
};

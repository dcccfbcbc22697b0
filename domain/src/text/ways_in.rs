//! Address and password: changed, forgotten and made anew, in both languages side by side.

use super::Words;
use super::josa::euro;

/// My ways in.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct WaysIn {
    pub title: Words,
    pub password_title: Words,
    pub password_lead: Words,
    pub no_password: Words,
    pub current: Words,
    pub new: Words,
    pub new_hint: Words,
    pub change_password: Words,
    pub email_title: Words,
    pub email_lead: fn(&str) -> String,
    pub new_email: Words,
    pub email_password: Words,
    pub change_email: Words,
    pub pending: fn(&str) -> String,
    pub waits_for_old: Words,
    pub waits_for_new: Words,
    pub keep_email: Words,
    pub forgot: Words,
}

/// A password was forgotten.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Forgot {
    pub link: Words,
    pub title: Words,
    pub lead: Words,
    pub email: Words,
    pub send: Words,
    pub reset_title: Words,
    pub reset_lead: fn(&str) -> String,
    pub password: Words,
    pub password_hint: Words,
    pub save: Words,
    pub closed_title: Words,
    pub closed: Words,
    pub again: Words,
}

/// An address says yes to a change.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ConfirmEmail {
    pub title: Words,
    pub question: fn(&str) -> String,
    pub confirm: Words,
    pub half: Words,
    pub whole: fn(&str) -> String,
    pub closed: Words,
    pub taken: Words,
}

pub(super) const WAYS_IN_KO: WaysIn = WaysIn {
    title: "들어오는 길",
    password_title: "비밀번호",
    password_lead: "바꾸면 다른 기기에서는 모두 나가게 돼요.",
    no_password: "지금은 비밀번호 없이 들어오고 있어요. 메일로 링크를 받아 비밀번호를 정할 수 있어요.",
    current: "지금 비밀번호",
    new: "새 비밀번호",
    new_hint: "8자 이상이면 무엇이든 좋아요.",
    change_password: "비밀번호 바꾸기",
    email_title: "메일 주소",
    email_lead: |email| format!("지금 주소: {email}. 지금 주소와 새 주소에서 모두 확인하면 바뀌어요."),
    new_email: "새 메일 주소",
    email_password: "비밀번호",
    change_email: "주소 바꾸기",
    pending: |new| format!("{new}{} 바꾸는 중이에요.", euro(new)),
    waits_for_old: "지금 주소의 확인을 기다려요.",
    waits_for_new: "새 주소의 확인을 기다려요.",
    keep_email: "그대로 두기",
    forgot: "비밀번호를 정하는 메일 받기",
};

pub(super) const WAYS_IN_EN: WaysIn = WaysIn {
    title: "Ways in",
    password_title: "Password",
    password_lead: "Changing it signs you out everywhere else.",
    no_password: "You come in without a password. Have a link mailed to you to choose one.",
    current: "Present password",
    new: "New password",
    new_hint: "Anything of 8 characters or more.",
    change_password: "Change password",
    email_title: "E-mail address",
    email_lead: |email| {
        format!("Yours is {email}. It changes once the present and the new address have both said yes.")
    },
    new_email: "New address",
    email_password: "Password",
    change_email: "Change address",
    pending: |new| format!("It is about to become {new}."),
    waits_for_old: "The present address has yet to say yes.",
    waits_for_new: "The new address has yet to say yes.",
    keep_email: "Keep the present one",
    forgot: "Mail me a link to choose a password",
};

pub(super) const FORGOT_KO: Forgot = Forgot {
    link: "비밀번호를 잊었어요",
    title: "비밀번호를 잊었을 때",
    lead: "들어올 때 쓰는 메일 주소를 적어 주세요. 새 비밀번호를 정하는 링크를 보낼게요.",
    email: "메일 주소",
    send: "링크 받기",
    reset_title: "새 비밀번호 정하기",
    reset_lead: |name| format!("{name}님의 새 비밀번호를 정해 주세요. 다른 기기에서는 모두 나가게 돼요."),
    password: "새 비밀번호",
    password_hint: "8자 이상이면 무엇이든 좋아요.",
    save: "정하고 들어가기",
    closed_title: "이 링크는 쓸 수 없어요",
    closed: "이미 썼거나 30분이 지난 링크예요. 새 링크를 받아 주세요.",
    again: "새 링크 받기",
};

pub(super) const FORGOT_EN: Forgot = Forgot {
    link: "I forgot my password",
    title: "A forgotten password",
    lead: "Write the address you sign in with. A link to choose a new password will come there.",
    email: "E-mail",
    send: "Send the link",
    reset_title: "Choose a new password",
    reset_lead: |name| format!("A new password for {name}. You will be signed out everywhere else."),
    password: "New password",
    password_hint: "Anything of 8 characters or more.",
    save: "Save and sign in",
    closed_title: "This link does not work any more",
    closed: "It was used, or is older than 30 minutes. Please ask for a new one.",
    again: "Ask for a new link",
};

pub(super) const CONFIRM_KO: ConfirmEmail = ConfirmEmail {
    title: "메일 주소 바꾸기",
    question: |new| format!("메일 주소를 {new}{} 바꿀까요?", euro(new)),
    confirm: "확인하기",
    half: "고마워요. 다른 주소에서도 확인하면 바뀌어요.",
    whole: |new| format!("이제 {new}{} 들어오고, 메일도 그리로 가요.", euro(new)),
    closed: "이미 끝났거나 그만둔 일이에요. 필요하면 설정에서 다시 시작해 주세요.",
    taken: "그사이 다른 멤버가 이 주소를 쓰게 되었어요.",
};

pub(super) const CONFIRM_EN: ConfirmEmail = ConfirmEmail {
    title: "Another address",
    question: |new| format!("May the address become {new}?"),
    confirm: "Say yes",
    half: "Thank you. It changes once the other address has said yes too.",
    whole: |new| format!("From now on you sign in with {new}, and mail goes there."),
    closed: "This is done already, or was given up. Begin again in the settings if you still want it.",
    taken: "Another member has this address by now.",
};

//! Passkeys, at the door and among a member's settings, in both languages side by side.

use super::Words;

/// Passkeys, at the door and beside my second factor.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct PasskeyWords {
    pub title: Words,
    pub lead: Words,
    pub empty: Words,
    pub made: fn(&str) -> String,
    pub used: fn(&str) -> String,
    pub never_used: Words,
    pub remove: Words,
    pub remove_question: fn(&str) -> String,
    pub remove_lead: Words,
    pub keep: Words,
    pub added: Words,
    pub removed: Words,
    /// The form for another.
    pub new: Words,
    pub name: Words,
    pub name_hint: Words,
    pub go_on: Words,
    /// While it is being made.
    pub making: Words,
    pub making_lead: fn(&str) -> String,
    pub make: Words,
    pub cancel: Words,
    /// The browser has no scripts, or no passkeys.
    pub cannot: Words,
    /// The member said no, or the device did.
    pub failed: Words,
    /// At the door.
    pub show: Words,
}

pub(super) const KO: PasskeyWords = PasskeyWords {
    title: "패스키",
    lead: "코드를 옮겨 적는 대신 지문이나 얼굴, 기기의 잠금 번호로 확인해요. 인증 앱의 코드는 그대로 쓸 수 있어요.",
    empty: "아직 패스키가 없어요.",
    made: |when| format!("{when} 더함"),
    used: |when| format!("마지막 사용: {when}"),
    never_used: "아직 쓰지 않았어요",
    remove: "지우기",
    remove_question: |name| format!("‘{name}’ 패스키를 지울까요?"),
    remove_lead: "이 패스키로는 더 들어올 수 없어요. 기기에 남은 것은 기기에서 지워 주세요.",
    keep: "그대로 두기",
    added: "패스키를 더했어요.",
    removed: "패스키를 지웠어요.",
    new: "패스키 더하기",
    name: "이름",
    name_hint: "어느 기기인지 알아볼 수 있게 적어 주세요. 예: 회사 노트북",
    go_on: "다음",
    making: "패스키 만들기",
    making_lead: |name| format!("‘{name}’ 패스키를 만들어요. 누르면 브라우저가 물어봐요."),
    make: "패스키 만들기",
    cancel: "그만두기",
    cannot: "이 브라우저에서는 패스키를 만들 수 없어요. 자바스크립트가 꺼져 있거나 브라우저가 오래됐어요.",
    failed: "패스키를 쓰지 못했어요. 다시 눌러 주세요.",
    show: "패스키 쓰기",
};

pub(super) const EN: PasskeyWords = PasskeyWords {
    title: "Passkeys",
    lead: "Instead of typing a code, use your finger, your face or your device's own lock. The codes of your app work as before.",
    empty: "There is no passkey yet.",
    made: |when| format!("Added {when}"),
    used: |when| format!("last used {when}"),
    never_used: "never used",
    remove: "Remove",
    remove_question: |name| format!("Remove the passkey “{name}”?"),
    remove_lead: "It signs you in no more. What is left of it on your device is for you to delete there.",
    keep: "Keep it",
    added: "The passkey is added.",
    removed: "The passkey is removed.",
    new: "Add a passkey",
    name: "Name",
    name_hint: "So that you know which device it is: Laptop at work, for example.",
    go_on: "Go on",
    making: "Make a passkey",
    making_lead: |name| format!("The passkey will be called “{name}”. Press the button, and your browser asks you."),
    make: "Make the passkey",
    cancel: "Cancel",
    cannot: "This browser cannot make passkeys: its scripts are off, or it is too old.",
    failed: "The passkey was not used. Press the button to try again.",
    show: "Use a passkey",
};

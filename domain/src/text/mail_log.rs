//! What mail went out, in both languages side by side.

use super::Words;

/// What mail went out.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct MailLog {
    pub title: Words,
    pub lead_smtp: Words,
    pub lead_folder: Words,
    pub empty: Words,
    pub to: Words,
    pub subject: Words,
    pub state: Words,
    pub when: Words,
    pub attempts: Words,
    pub retry: Words,
    pub paused: fn(&str, &str) -> String,
    pub resume: Words,
    pub unwritten: Words,
    pub answer: Words,
}

pub(super) const KO: MailLog = MailLog {
    title: "메일 기록",
    lead_smtp: "메일 서버로 보내고 있어요.",
    lead_folder: "메일 서버가 없어 데이터 폴더의 mail에 .eml 파일로 쌓고 있어요. 보내려면 DASI_SMTP_URL을 정해 주세요.",
    empty: "아직 보낸 메일이 없어요.",
    to: "받는 사람",
    subject: "제목",
    state: "상태",
    when: "시각",
    attempts: "시도",
    retry: "다시 보내기",
    paused: |until, reason| format!("메일 서버 쪽 문제로 {until}까지 쉬고 있어요. 잃은 메일은 없어요. {reason}"),
    resume: "지금 다시 해 보기",
    unwritten: "아직 쓰지 않음",
    answer: "서버의 답",
};

pub(super) const EN: MailLog = MailLog {
    title: "Mail log",
    lead_smtp: "Mail goes out through the mail server.",
    lead_folder: "There is no mail server: messages are kept as .eml files in the data folder’s mail. Set DASI_SMTP_URL to send them.",
    empty: "No mail has been sent yet.",
    to: "To",
    subject: "Subject",
    state: "State",
    when: "When",
    attempts: "Tries",
    retry: "Send again",
    paused: |until, reason| format!("The mail server has trouble, so mail rests until {until}. None is lost. {reason}"),
    resume: "Try again now",
    unwritten: "not written yet",
    answer: "The server said",
};

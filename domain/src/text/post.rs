//! A post, in both languages side by side.

use super::Words;

/// A post.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct PostWords {
    pub edit: Words,
    pub remind: Words,
    pub note: Words,
    pub tip: Words,
    pub important: Words,
    pub warning: Words,
    pub caution: Words,
    pub markdown: Words,
    pub blog: Words,
    pub contents: Words,
    pub revisions: fn(i64) -> String,
    pub only_me: Words,
    pub book: fn(&str) -> String,
    pub internal: Words,
    pub my_reminders: Words,
    pub empty_body: Words,
    pub tags: Words,
    pub actions: Words,
}

pub(super) const KO: PostWords = PostWords {
    edit: "고치기",
    remind: "다시 알려 주기",
    note: "참고",
    tip: "도움말",
    important: "중요",
    warning: "주의",
    caution: "경고",
    markdown: "마크다운으로 보기",
    blog: "블로그용으로 받기",
    contents: "차례",
    revisions: |count| format!("{count}판"),
    only_me: "나만 보는 글",
    book: |book| format!("《{book}》"),
    internal: "안에서만 보는 내용. 밖으로 나가지 않아요.",
    my_reminders: "내 알림",
    empty_body: "아직 제목만 있는 글이에요.",
    tags: "태그",
    actions: "이 글로 할 수 있는 일",
};

pub(super) const EN: PostWords = PostWords {
    edit: "Edit",
    remind: "Remind me",
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
    markdown: "As Markdown",
    blog: "For the blog",
    contents: "Contents",
    revisions: |count| match count {
        1 => "1 revision".into(),
        _ => format!("{count} revisions"),
    },
    only_me: "Only you can see this",
    book: |book| book.to_string(),
    internal: "For inside the house only. This never leaves.",
    my_reminders: "My reminders",
    empty_body: "Only a title so far.",
    tags: "Tags",
    actions: "What you can do with this post",
};

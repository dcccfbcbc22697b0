//! Any form, in both languages side by side.

use super::Words;

/// Any form.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Form {
    pub wrong: fn(usize) -> String,
    pub optional: Words,
    pub save: Words,
    pub cancel: Words,
    pub back: Words,
}

pub(super) const KO: Form = Form {
    wrong: |count| format!("고칠 곳이 {count}군데 있어요. 쓰신 내용은 그대로 있어요."),
    optional: "안 써도 돼요",
    save: "저장",
    cancel: "그만두기",
    back: "돌아가기",
};

pub(super) const EN: Form = Form {
    wrong: |count| match count {
        1 => "One thing needs another look. Everything you typed is still here.".into(),
        _ => format!("{count} things need another look. Everything you typed is still here."),
    },
    optional: "optional",
    save: "Save",
    cancel: "Cancel",
    back: "Back",
};

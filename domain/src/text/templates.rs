//! What a new post begins with, in both languages side by side.

use super::Words;
use super::josa::eul;

/// Templates.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct TemplatesWords {
    pub title: Words,
    pub lead: Words,
    pub new: Words,
    pub new_title: Words,
    pub edit_title: Words,
    pub kind: Words,
    pub name: Words,
    pub body: Words,
    pub body_hint: Words,
    pub save: Words,
    pub look: Words,
    pub begin: Words,
    pub edit: Words,
    pub built_in: Words,
    /// By whom, and when.
    pub changed: fn(&str, &str) -> String,
    pub removed: fn(&str, &str) -> String,
    /// By whom, and when: while somebody else was changing it.
    pub changed_meanwhile: fn(&str, &str) -> String,
    pub theirs: Words,
    pub signed_out: Words,
    pub remove: Words,
    pub remove_question: fn(&str) -> String,
    pub remove_lead: Words,
    pub reset: Words,
    pub reset_question: fn(&str) -> String,
    pub reset_lead: Words,
    pub restore: Words,
    pub keep: Words,
    pub gone: Words,
    pub none: Words,
    /// In the choice of what to write.
    pub offered: Words,
    pub said_saved: Words,
    pub said_removed: Words,
    pub said_restored: Words,
    pub said_reset: Words,
}

pub(super) const KO: TemplatesWords = TemplatesWords {
    title: "글 틀",
    lead: "새 글을 시작할 때 고르는 틀이에요. 팀 누구나 고치고 더할 수 있어요.",
    new: "새 틀 만들기",
    new_title: "새 글 틀",
    edit_title: "글 틀 고치기",
    kind: "글의 종류",
    name: "이름",
    body: "틀",
    body_hint: "마크다운으로 써요. 제목과, 그 아래에 무엇을 쓰면 좋은지.",
    save: "저장",
    look: "틀 보기",
    begin: "이 틀로 쓰기",
    edit: "고치기",
    built_in: "함께 온 틀",
    changed: |who, when| format!("{who}님이 {when}에 고쳤어요."),
    removed: |who, when| format!("{who}님이 {when}에 뺐어요."),
    changed_meanwhile: |who, when| {
        format!(
            "그사이 {who}님이 {when}에 이 틀을 고쳤어요. 쓰신 글은 아래 그대로 있어요. 저장하면 쓰신 글로 바뀌어요."
        )
    },
    theirs: "지금 저장된 틀 보기",
    signed_out: "쓰는 동안 들어와 있던 시간이 끝났어요. 쓰신 글은 아래 그대로 있어요. 새 탭에서 들어온 뒤 여기서 다시 저장해 주세요.",
    remove: "빼기",
    remove_question: |name| format!("“{name}” 틀을 뺄까요?"),
    remove_lead: "새 글에서 고를 수 없게 돼요. 이미 쓴 글은 그대로고, 언제든 다시 넣을 수 있어요.",
    reset: "처음으로 되돌리기",
    reset_question: |name| format!("“{name}”{} 처음 것으로 되돌릴까요?", eul(name)),
    reset_lead: "팀이 고친 내용은 사라져요.",
    restore: "다시 넣기",
    keep: "그만두기",
    gone: "뺀 틀",
    none: "아직 틀이 없어요.",
    offered: "틀로 시작하기",
    said_saved: "틀을 저장했어요.",
    said_removed: "틀을 뺐어요.",
    said_restored: "틀을 다시 넣었어요.",
    said_reset: "처음 틀로 되돌렸어요.",
};

pub(super) const EN: TemplatesWords = TemplatesWords {
    title: "Templates",
    lead: "What a new post can begin with. Everybody on the team may change them and add more.",
    new: "New template",
    new_title: "New template",
    edit_title: "Change the template",
    kind: "Kind of post",
    name: "Name",
    body: "Template",
    body_hint: "In Markdown: headings, and below each what is worth writing there.",
    save: "Save",
    look: "See the template",
    begin: "Write with it",
    edit: "Change",
    built_in: "Came with Dasi",
    changed: |who, when| format!("Changed by {who} on {when}."),
    removed: |who, when| format!("Removed by {who} on {when}."),
    changed_meanwhile: |who, when| {
        format!(
            "{who} changed this template on {when}, while you did. Your words are all below; saving puts them in its place."
        )
    },
    theirs: "See what is stored",
    signed_out: "Your sign-in ended while you wrote. Your words are all below. Sign in again in a new tab, then save here.",
    remove: "Remove",
    remove_question: |name| format!("Remove the template “{name}”?"),
    remove_lead: "It is not offered to new posts any more. What was written stays, and you can have it back at any time.",
    reset: "Back to the original",
    reset_question: |name| format!("Put “{name}” back to the original?"),
    reset_lead: "What the team changed in it is lost.",
    restore: "Have it back",
    keep: "Never mind",
    gone: "Removed",
    none: "There are no templates yet.",
    offered: "Begin with a template",
    said_saved: "The template is saved.",
    said_removed: "The template is removed.",
    said_restored: "The template is back.",
    said_reset: "The template is as it came.",
};

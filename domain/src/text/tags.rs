//! Tags, all and one; renaming one. In both languages side by side.

use super::Words;
use super::josa::{eul, euro};

/// Tags.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct TagWords {
    pub title: Words,
    pub lead: Words,
    pub empty: Words,
    pub empty_hint: Words,
    pub posts: fn(usize) -> String,
    pub all: Words,
    /// The fold with the form.
    pub rename: Words,
    pub rename_lead: Words,
    pub name: Words,
    pub name_hint: Words,
    pub submit: Words,
    pub cancel: Words,
    /// Two tags that will be one, and the posts of each that the reader can see.
    pub merge_title: fn(&str, &str) -> String,
    pub merge_lead: fn(&str, usize, &str, usize) -> String,
    pub merge: Words,
    /// What it was called, and who renamed it.
    pub was: fn(&str, &str) -> String,
    pub undo: Words,
    /// For who hears the button alone.
    pub undo_of: fn(&str) -> String,
    pub said_renamed: Words,
    pub said_restored: Words,
    pub not_a_tag: Words,
    pub same: Words,
    pub taken: Words,
}

pub(super) const KO: TagWords = TagWords {
    title: "태그",
    lead: "읽을 수 있는 글에 붙은 태그예요. 누르면 글이 나와요.",
    empty: "아직 태그가 없어요",
    empty_hint: "글에 태그를 붙이면 여기에 모여요.",
    posts: |count| format!("글 {count}개"),
    all: "모든 태그",
    rename: "이름 바꾸기",
    rename_lead: "글은 쓴 그대로 남고, 어디서나 새 이름으로 보여요. 언제든 되돌릴 수 있어요.",
    name: "새 이름",
    name_hint: "띄어쓰기와 쉼표 없이 한 낱말로 적어 주세요.",
    submit: "바꾸기",
    cancel: "그만두기",
    merge_title: |from, to| format!("#{to} 태그가 이미 있어요. #{from}{} 합칠까요?", eul(from)),
    merge_lead: |from, ones, to, others| {
        format!("#{from} 글 {ones}개와 #{to} 글 {others}개가 모두 #{to}{} 보여요.", euro(to))
    },
    merge: "하나로 합치기",
    was: |old, who| format!("{who}님이 #{old}{} 이 이름으로 바꿨어요", eul(old)),
    undo: "되돌리기",
    undo_of: |old| format!("#{old} 되돌리기"),
    said_renamed: "태그 이름을 바꿨어요.",
    said_restored: "태그 이름을 되돌렸어요.",
    not_a_tag: "태그는 한 낱말이에요. 띄어쓰기와 쉼표를 빼 주세요.",
    same: "지금 이름과 같아요. 다른 이름을 적어 주세요.",
    taken: "이 태그가 이미 있어요. 합치려면 그렇게 하겠다고 알려 주세요.",
};

pub(super) const EN: TagWords = TagWords {
    title: "Tags",
    lead: "Tags of the posts you may read. Each leads to its posts.",
    empty: "No tags yet",
    empty_hint: "Tags that posts bear are gathered here.",
    posts: |count| if count == 1 { "1 post".into() } else { format!("{count} posts") },
    all: "All tags",
    rename: "Rename",
    rename_lead: "Posts stay as they were written, and the new name is shown everywhere. It can be undone at any time.",
    name: "New name",
    name_hint: "One word, without spaces or commas.",
    submit: "Rename",
    cancel: "Cancel",
    merge_title: |from, to| format!("There is a tag #{to} already. Merge #{from} into it?"),
    merge_lead: |from, ones, to, others| {
        let posts = EN.posts;
        format!("{} of #{from} and {} of #{to} will all be shown as #{to}.", posts(ones), posts(others))
    },
    merge: "Make them one",
    was: |old, who| format!("Renamed from #{old} by {who}"),
    undo: "Undo",
    undo_of: |old| format!("Undo: #{old}"),
    said_renamed: "The tag has a new name.",
    said_restored: "The tag has its old name back.",
    not_a_tag: "A tag is one word. Please leave out spaces and commas.",
    same: "This is what it is called already. Please type another name.",
    taken: "There is such a tag already. To make the two one, say so.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_follow_the_tag() {
        assert_eq!((KO.merge_title)("회고", "돌아보기"), "#돌아보기 태그가 이미 있어요. #회고를 합칠까요?");
        assert_eq!((KO.was)("책", "지은"), "지은님이 #책을 이 이름으로 바꿨어요");
        assert!((KO.merge_lead)("a", 1, "책", 2).ends_with("모두 #책으로 보여요."));
        assert_eq!((EN.merge_lead)("a", 1, "b", 2), "1 post of #a and 2 posts of #b will all be shown as #b.");
    }
}

//! Who writes a post along, in both languages side by side.

use super::Words;

/// The authors of a post.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct AuthorsWords {
    pub title: Words,
    pub link: Words,
    pub lead: Words,
    /// Said of a post that is its authors' alone.
    pub alone: Words,
    /// In lists, where several write one that is theirs alone.
    pub ours: Words,
    pub first: Words,
    /// By whom, and when.
    pub added: fn(&str, &str) -> String,
    pub add_title: Words,
    pub member: Words,
    pub choose: Words,
    pub add: Words,
    pub nobody: Words,
    pub orphaned: Words,
    pub remove: Words,
    pub remove_question: fn(&str) -> String,
    pub remove_lead: Words,
    pub leave: Words,
    pub leave_question: Words,
    pub leave_lead: Words,
    pub keep: Words,
    pub last: Words,
    pub said_added: Words,
    pub said_removed: Words,
    pub said_left: Words,
}

pub(super) const KO: AuthorsWords = AuthorsWords {
    title: "지은이",
    link: "지은이",
    lead: "지은이는 누구나 이 글을 고치고, 다른 지은이를 더하거나 뺄 수 있어요.",
    alone: "지은이만 보는 글이에요. 더한 사람도 이 글을 보게 돼요.",
    ours: "지은이만 보는 글",
    first: "처음부터 함께 썼어요.",
    added: |by, when| format!("{by}님이 {when}에 더했어요."),
    add_title: "함께 쓸 사람 더하기",
    member: "멤버",
    choose: "골라 주세요",
    add: "지은이로 더하기",
    nobody: "글을 쓸 수 있는 멤버는 모두 지은이예요.",
    orphaned: "지은이가 모두 팀을 떠난 글이에요. 맡을 사람을 지은이로 더해 주세요.",
    remove: "빼기",
    remove_question: |name| format!("{name}님을 지은이에서 뺄까요?"),
    remove_lead: "더는 이 글을 고칠 수 없어요. 그동안 쓴 판은 그 이름으로 남아요.",
    leave: "나를 빼기",
    leave_question: "이 글의 지은이에서 나를 뺄까요?",
    leave_lead: "더는 이 글을 고칠 수 없고, 지은이만 보는 글이면 볼 수도 없어요.",
    keep: "그만두기",
    last: "글에는 지은이가 한 사람은 있어야 해요.",
    said_added: "지은이로 더했어요.",
    said_removed: "지은이에서 뺐어요.",
    said_left: "이 글의 지은이에서 빠졌어요.",
};

pub(super) const EN: AuthorsWords = AuthorsWords {
    title: "Authors",
    link: "Authors",
    lead: "Every author can change this post, and add or remove other authors.",
    alone: "It is for its authors alone. Whoever you add will see it.",
    ours: "For its authors alone",
    first: "From the beginning.",
    added: |by, when| format!("Added by {by} on {when}."),
    add_title: "Add somebody to write along",
    member: "Member",
    choose: "Choose a colleague",
    add: "Add as an author",
    nobody: "Everybody who may write is an author already.",
    orphaned: "All of its authors have left the team. Add somebody who looks after it from now on.",
    remove: "Remove",
    remove_question: |name| format!("Remove {name} from the authors?"),
    remove_lead: "They cannot change this post any more. The revisions they saved keep their name.",
    leave: "Remove myself",
    leave_question: "Remove yourself from the authors?",
    leave_lead: "You cannot change this post any more; if it is for its authors alone, you cannot see it either.",
    keep: "Never mind",
    last: "A post has at least one author.",
    said_added: "They are an author now.",
    said_removed: "They are no author any more.",
    said_left: "You are no author of it any more.",
};

//! What leads to a post and what has to do with it; in both languages side by side.

use super::Words;

/// Links between posts.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct LinkWords {
    pub linked_from: Words,
    pub related: Words,
    /// Titles that the words lead to, and nobody has written.
    pub missing: Words,
    pub write: Words,
}

pub(super) const KO: LinkWords =
    LinkWords {
        linked_from: "이 글을 가리키는 글", related: "함께 볼 글", missing: "아직 없는 글", write: "쓰기"
    };

pub(super) const EN: LinkWords =
    LinkWords { linked_from: "Linked from", related: "Related", missing: "Not written yet", write: "Write it" };

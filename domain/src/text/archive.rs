//! Taking posts along, in both languages side by side.

use super::Words;

/// The archive: one post or all of them as files that can be brought back.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ArchiveWords {
    pub title: Words,
    pub lead: Words,
    /// What is in it and what is not.
    pub holds: Words,
    pub take: Words,
    /// On a post's page.
    pub one: Words,
    /// Leads here from the list of posts.
    pub link: Words,
}

pub(super) const KO: ArchiveWords = ArchiveWords {
    title: "가져오기와 보관본",
    lead: "읽을 수 있는 글을 모두 zip 하나에 담아요. 그대로 가져오면 글과 그림이 되살아나요.",
    holds: "글의 본문은 한 글자도 바뀌지 않아요. 댓글과 지난 판은 담기지 않아요.",
    take: "보관본 받기",
    one: "보관본으로 받기",
    link: "가져오기와 보관본",
};

pub(super) const EN: ArchiveWords = ArchiveWords {
    title: "Bring in, take along",
    lead: "Everything you may read in one zip. Bring it in as it is, and posts and pictures are back.",
    holds: "The words of a post are kept to the letter. Comments and earlier revisions are not in it.",
    take: "Take the archive",
    one: "Take as an archive",
    link: "Bring in, take along",
};

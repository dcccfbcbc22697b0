//! Lists of posts, in both languages side by side.

use super::Words;
use super::josa::i;
use super::ko::kind_name;
use crate::post::PostKind;

/// Lists of posts.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Posts {
    pub title: Words,
    pub tabs: Words,
    pub all: Words,
    pub empty: fn(Option<PostKind>) -> String,
    pub empty_hint: Words,
    pub older: Words,
    pub newer: Words,
    pub pages: Words,
}

pub(super) const KO: Posts = Posts {
    title: "글",
    tabs: "글의 종류",
    all: "모두",
    empty: |kind| match kind {
        Some(kind) => format!("아직 {}{} 없어요", kind_name(kind), i(kind_name(kind))),
        None => "아직 글이 없어요".into(),
    },
    empty_hint: "쓴 글이 여기에 모여요.",
    older: "더 지난 글",
    newer: "더 최근 글",
    pages: "쪽 넘기기",
};

pub(super) const EN: Posts = Posts {
    title: "Posts",
    tabs: "Kinds of post",
    all: "All",
    empty: |kind| match kind {
        Some(PostKind::Retrospective) => "No retrospectives yet".into(),
        Some(PostKind::BookNote) => "No book notes yet".into(),
        Some(PostKind::WriteUp) => "No write-ups yet".into(),
        None => "Nothing written yet".into(),
    },
    empty_hint: "What is written will gather here.",
    older: "Older",
    newer: "Newer",
    pages: "Pages",
};

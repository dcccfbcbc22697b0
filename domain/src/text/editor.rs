//! Writing, in both languages side by side.

use super::Words;
use super::ko::kind_name;
use crate::post::PostKind;

/// Writing.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Editor {
    pub new: fn(PostKind) -> String,
    pub edit: Words,
    pub choose_title: Words,
    pub choose: Words,
    pub choice: fn(PostKind) -> Words,
    pub unknown_kind: Words,
    pub kind: Words,
    pub title: Words,
    pub body: Words,
    pub body_hint: Words,
    pub tags: Words,
    pub tags_hint: Words,
    pub language: Words,
    pub audience: Words,
    pub start: Words,
    pub end: Words,
    pub book: Words,
    pub summary: Words,
    pub summary_hint: Words,
    pub save: Words,
    pub preview: Words,
    pub preview_empty: Words,
    pub more: Words,
    pub stale_title: Words,
    pub stale: fn(&str, &str) -> String,
    pub theirs: Words,
    pub save_over: Words,
    pub pasted: Words,
    pub too_big: Words,
    pub shortcut: Words,
    pub signed_out: Words,
    pub owes_second_factor: Words,
}

pub(super) const KO: Editor = Editor {
    new: |kind| format!("새 {}", kind_name(kind)),
    edit: "글 고치기",
    choose_title: "무엇을 쓸까요",
    choose: "쓰려는 글을 골라 주세요.",
    choice: |kind| match kind {
        PostKind::Retrospective => "지나온 기간을 돌아보고 다음에 할 일을 적어요.",
        PostKind::BookNote => "읽은 책에서 남기고 싶은 것을 적어요.",
        PostKind::WriteUp => "만들고 고치며 알게 된 것을 나눠요.",
    },
    unknown_kind: "그런 종류의 글은 없어요. 아래에서 골라 주세요.",
    kind: "글의 종류",
    title: "제목",
    body: "본문",
    body_hint: "마크다운으로 써요. 1MB까지 담을 수 있어요.",
    tags: "태그",
    tags_hint: "쉼표나 띄어쓰기로 나눠요. 10개까지.",
    language: "글의 언어",
    audience: "볼 수 있는 사람",
    start: "시작한 날",
    end: "끝난 날",
    book: "책 제목",
    summary: "요약",
    summary_hint: "두세 문장으로, 500자까지.",
    save: "저장",
    preview: "미리 보기",
    preview_empty: "쓰는 대로 여기에 보여요.",
    more: "글 정보",
    stale_title: "그사이 다른 판이 저장됐어요",
    stale: |name, when| {
        format!(
            "{when}에 {name}님이 이 글을 저장했어요. 쓰신 글은 아래에 그대로 있어요. 저장된 글과 견주어 옮긴 뒤 다시 저장해 주세요."
        )
    },
    theirs: "저장되어 있는 글",
    save_over: "견주었어요, 저장",
    pasted: "붙여 넣은 글의 문단 사이에 빈 줄을 넣었어요. 되돌리려면 Ctrl/⌘ Z.",
    too_big: "본문이 1MB를 넘었어요. 나누어 담아 주세요.",
    shortcut: "Ctrl/⌘ Enter로 저장",
    signed_out: "쓰는 동안 들어와 있던 시간이 끝났어요. 쓰신 글은 아래 그대로 있어요. 새 탭에서 들어온 뒤 여기서 다시 저장해 주세요.",
    owes_second_factor: "그사이 이 팀은 모두 2단계 인증을 쓰기로 했어요. 쓰던 글은 아래에 그대로 있어요. 새 탭에서 2단계 인증을 켠 다음 여기서 저장해 주세요.",
};

pub(super) const EN: Editor = Editor {
    new: |kind| match kind {
        PostKind::Retrospective => "New retrospective".into(),
        PostKind::BookNote => "New book note".into(),
        PostKind::WriteUp => "New write-up".into(),
    },
    edit: "Edit post",
    choose_title: "What will you write?",
    choose: "Choose a kind of post.",
    choice: |kind| match kind {
        PostKind::Retrospective => "Look back on a period and say what you mean to do next.",
        PostKind::BookNote => "Keep what a book gave you.",
        PostKind::WriteUp => "Share what you learnt by building and mending.",
    },
    unknown_kind: "There is no such kind of post. Choose one of these.",
    kind: "Kind of post",
    title: "Title",
    body: "Words",
    body_hint: "In Markdown, up to 1 MB.",
    tags: "Tags",
    tags_hint: "Parted by commas or spaces, up to 10.",
    language: "Written in",
    audience: "Who can see it",
    start: "First day",
    end: "Last day",
    book: "Book",
    summary: "Abstract",
    summary_hint: "Two or three sentences, up to 500 characters.",
    save: "Save",
    preview: "Preview",
    preview_empty: "What you write shows here as you go.",
    more: "About this post",
    stale_title: "Somebody saved in between",
    stale: |name, when| {
        format!(
            "{name} saved this post on {when}. Your words are below, untouched. Compare them with what is stored, carry over what you want, and save again."
        )
    },
    theirs: "What is stored",
    save_over: "I compared, save",
    pasted: "Blank lines were put between the pasted paragraphs. Ctrl/⌘ Z undoes it.",
    too_big: "This is over 1 MB. Please split it.",
    shortcut: "Ctrl/⌘ Enter saves",
    signed_out: "Your sign-in ended while you wrote. Your words are all below. Sign in again in a new tab, then save here.",
    owes_second_factor: "Your team asks everybody for a second factor by now. Your words are all below. Set it up in a new tab, then save here.",
};

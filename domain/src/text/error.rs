//! Error pages, in both languages side by side.

use super::Words;

/// Error pages.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ErrorWords {
    pub not_found_title: Words,
    pub not_found: Words,
    pub forbidden_title: Words,
    pub forbidden: Words,
    pub cross_site: Words,
    pub internal_title: Words,
    pub internal: Words,
    pub too_large_title: Words,
    pub too_large: Words,
    pub bad_title: Words,
    pub bad: Words,
    pub request: fn(&str) -> String,
    pub home: Words,
}

pub(super) const KO: ErrorWords = ErrorWords {
    not_found_title: "여기에는 아무것도 없어요",
    not_found: "주소가 바뀌었거나, 볼 수 없는 글일 수 있어요.",
    forbidden_title: "여기는 들어갈 수 없어요",
    forbidden: "글은 쓴 사람이, 팀의 일은 팀을 돌보는 사람이 할 수 있어요.",
    cross_site: "다른 곳에서 온 요청이라 받지 않았어요. 이 페이지에서 다시 해 주세요.",
    internal_title: "우리 쪽에서 탈이 났어요",
    internal: "방금 한 일은 저장되지 않았을 수 있어요. 뒤로 가면 쓰던 글이 남아 있어요. 잠시 뒤에 다시 해 주세요.",
    too_large_title: "한 번에 받기에는 너무 커요",
    too_large: "본문은 1MB까지 담을 수 있어요. 뒤로 가면 쓰던 글이 남아 있어요. 나누어 담아 주세요.",
    bad_title: "알아볼 수 없는 요청이에요",
    bad: "보낸 내용이 이 페이지의 양식과 달라요. 뒤로 가서 다시 해 주세요.",
    request: |id| format!("물어보실 때 이 번호를 알려 주세요: {id}"),
    home: "오늘로 가기",
};

pub(super) const EN: ErrorWords = ErrorWords {
    not_found_title: "There is nothing here",
    not_found: "The address may have changed, or it is a post you cannot see.",
    forbidden_title: "You cannot go in here",
    forbidden: "A post is changed by those who wrote it, and the house by those who look after it.",
    cross_site: "The request came from another site and was refused. Please try again from a page of this house.",
    internal_title: "Something broke on our side",
    internal: "What you just did may not have been saved. Go back and your words are still there. Please try again in a moment.",
    too_large_title: "Too much at once",
    too_large: "A post holds up to 1 MB. Go back and your words are still there. Please split it.",
    bad_title: "We could not read that",
    bad: "What was sent does not fit the form of this page. Please go back and try again.",
    request: |id| format!("When you ask about it, give this number: {id}"),
    home: "Go to today",
};

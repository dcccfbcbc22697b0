//! What somebody should look at again, in both languages side by side.

use super::Words;

/// "Check again by".
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct StaleWords {
    pub field: Words,
    pub hint: Words,
    /// Above a text whose day has passed.
    pub notice: fn(&str) -> String,
    /// For its authors.
    pub ask: Words,
    pub half_year: Words,
    pub year: Words,
    pub mine: Words,
    pub line: fn(&str) -> String,
    pub said: Words,
}

pub(super) const KO: StaleWords = StaleWords {
    field: "다시 볼 날",
    hint: "이날이 지나면 읽는 사람에게 더는 맞지 않을 수 있다고 알려요.",
    notice: |day| format!("{day}까지 다시 보기로 한 글이에요. 이제는 맞지 않을 수 있어요."),
    ask: "다시 보니 아직 맞나요?",
    half_year: "아직 맞아요, 6개월 뒤에 다시",
    year: "아직 맞아요, 1년 뒤에 다시",
    mine: "다시 볼 내 글",
    line: |day| format!("{day}까지 다시 보기로 했어요."),
    said: "다시 볼 날을 미뤘어요.",
};

pub(super) const EN: StaleWords = StaleWords {
    field: "Check again by",
    hint: "Once this day has passed, readers are told that it may no longer be true.",
    notice: |day| format!("This should have been looked at by {day}; it may no longer be true."),
    ask: "Is it still true?",
    half_year: "Still true: check again in 6 months",
    year: "Still true: check again in 1 year",
    mine: "Yours to look at again",
    line: |day| format!("To be looked at by {day}."),
    said: "It is to be looked at again later.",
};

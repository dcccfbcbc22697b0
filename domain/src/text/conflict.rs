//! Two people changed the same place; in both languages side by side.

use super::Words;

/// The page with base, mine, theirs and the result.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ConflictWords {
    pub title: Words,
    /// Who saved, and when.
    pub lead: fn(&str, &str) -> String,
    /// How many places have to be decided about.
    pub places: fn(usize) -> String,
    pub kept: Words,
    pub choose: Words,
    pub place: fn(usize) -> String,
    pub mine: Words,
    /// Whose.
    pub theirs: fn(&str) -> String,
    pub both: Words,
    pub base: Words,
    pub nothing_here: Words,
    pub save_choices: Words,
    pub choose_all: Words,
    pub by_hand: Words,
    pub by_hand_lead: Words,
    pub save_by_hand: Words,
    pub texts: Words,
    pub mark_mine: Words,
    /// Whose.
    pub mark_theirs: fn(&str) -> String,
    pub mark_end: Words,
    /// In which line a mark was left.
    pub marks_left: fn(usize) -> String,
    pub joined: Words,
    /// A task was not ticked.
    pub task_changed: Words,
}

pub(super) const KO: ConflictWords = ConflictWords {
    title: "같은 곳을 함께 고쳤어요",
    lead: |name, when| format!("{when}에 {name}님이 먼저 저장했어요. 서로 다른 곳은 합쳐 두었어요."),
    places: |count| format!("{count}곳은 골라 주세요."),
    kept: "쓰신 글은 초안으로도 남겨 두었어요. 이 쪽을 닫아도 없어지지 않아요.",
    choose: "어느 글로 할까요",
    place: |number| format!("본문의 {number}번째 곳"),
    mine: "내 글",
    theirs: |name| format!("{name}님의 글"),
    both: "둘 다, 내 글 다음에",
    base: "고치기 전",
    nothing_here: "지웠어요",
    save_choices: "고른 대로 저장",
    choose_all: "아직 고르지 않은 곳이 있어요.",
    by_hand: "직접 고쳐서 저장하기",
    by_hand_lead: "⟪⟪⟪ 와 ⟫⟫⟫ 사이에 두 글이 있어요. 남길 말만 두고 괄호가 있는 줄을 지워 주세요.",
    save_by_hand: "고친 글 저장",
    texts: "세 글 견주어 보기",
    mark_mine: "여기부터 내 글",
    mark_theirs: |name| format!("여기부터 {name}님의 글"),
    mark_end: "여기까지",
    marks_left: |line| format!("아직 고르지 않은 곳이 있어요. {line}번째 줄부터 남길 말만 두고 괄호 줄을 지워 주세요."),
    joined: "그사이 저장된 글과 내 글을 합쳤어요. 무엇이 바뀌었는지 아래에 있어요.",
    task_changed: "그사이 누가 이 할 일을 고쳐서 표시하지 않았어요. 지금 글을 보고 다시 눌러 주세요.",
};

pub(super) const EN: ConflictWords = ConflictWords {
    title: "You both changed the same place",
    lead: |name, when| format!("{name} saved first, on {when}. Changes in different places are joined already."),
    places: |count| {
        if count == 1 { "One place needs your decision.".into() } else { format!("{count} places need your decision.") }
    },
    kept: "What you wrote is also kept as your draft. Closing this page loses nothing.",
    choose: "Which words shall stand",
    place: |number| format!("Place {number} in the text"),
    mine: "My words",
    theirs: |name| format!("{name}'s words"),
    both: "Both, mine first",
    base: "Before",
    nothing_here: "Taken out",
    save_choices: "Save what I chose",
    choose_all: "Some places are not decided yet.",
    by_hand: "Edit by hand instead",
    by_hand_lead: "Both passages stand between ⟪⟪⟪ and ⟫⟫⟫. Keep the words you want and remove the lines with brackets.",
    save_by_hand: "Save this text",
    texts: "Look at the three texts",
    mark_mine: "my words from here",
    mark_theirs: |name| format!("{name}'s words from here"),
    mark_end: "to here",
    marks_left: |lines| {
        format!("Some places are not decided yet. Remove the lines with brackets (line {lines}) and save again.")
    },
    joined: "What was saved meanwhile and your words were joined. Below is what changed.",
    task_changed: "Somebody changed this task in the meantime, so it was left alone. Look again and tick it if it still fits.",
};

//! Where a write-up stands and who reads it before it goes further, in both languages side by side.

use super::Words;
use crate::review::{Outcome, Stage, WriteUpStatus};

/// Reviews of write-ups.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ReviewsWords {
    pub status: fn(WriteUpStatus) -> Words,
    /// On the button that brings it there.
    pub become_stage: fn(Stage) -> Words,
    pub title: Words,
    pub link: Words,
    pub lead: Words,
    pub alone: Words,
    pub reviewer: Words,
    pub choose: Words,
    pub due: Words,
    pub remark: Words,
    pub remark_hint: Words,
    pub ask: Words,
    pub nobody: Words,
    pub all: Words,
    pub none: Words,
    /// Who is asked, by which day, and whether that day has passed.
    pub waiting: fn(&str, &str, bool) -> String,
    /// Who answered how, and how many revisions ago.
    pub answered: fn(&str, Outcome, i64) -> String,
    pub read: Words,
    pub withdraw: Words,
    pub withdraw_question: fn(&str) -> String,
    pub withdraw_lead: Words,
    pub keep: Words,
    /// Who asked, and by which day.
    pub asked: fn(&str, &str) -> String,
    /// Which revision is on the page.
    pub revision: fn(i64) -> String,
    /// Which revision they were asked about, when it was saved since.
    pub changed_since: fn(i64) -> String,
    pub source: Words,
    /// On the link beside a line.
    pub comment_on: fn(usize) -> String,
    pub comment: Words,
    pub say: Words,
    pub earlier: Words,
    /// Which line of which revision.
    pub earlier_place: fn(u32, i64) -> String,
    pub answer_title: Words,
    pub outcome: Words,
    pub choose_answer: Words,
    pub outcome_choice: fn(Outcome) -> Words,
    pub answer_remark: Words,
    pub answer_hint: Words,
    pub answer: Words,
    pub to_post: Words,
    pub to_do: Words,
    pub awaited: Words,
    pub said_asked: Words,
    pub said_withdrawn: Words,
    pub said_answered: Words,
    pub said_commented: Words,
    pub said_stage: Words,
}

pub(super) const KO: ReviewsWords = ReviewsWords {
    status: |status| match status {
        WriteUpStatus::Seed => "씨앗",
        WriteUpStatus::Drafting => "쓰는 중",
        WriteUpStatus::InReview => "검토 중",
        WriteUpStatus::Shared => "나눔",
    },
    become_stage: |stage| match stage {
        Stage::Seed => "씨앗으로 두기",
        Stage::Drafting => "쓰는 중으로",
        Stage::Shared => "나눈 글로 표시",
    },
    title: "검토",
    link: "검토 부탁하기",
    lead: "동료 한 사람에게 날을 정해 읽어 달라고 부탁해요. 줄마다 댓글을 달고 답해 줘요.",
    alone: "지은이만 보는 글이지만, 부탁받은 사람은 답할 때까지 볼 수 있어요.",
    reviewer: "읽어 줄 동료",
    choose: "골라 주세요",
    due: "언제까지",
    remark: "부탁하는 말",
    remark_hint: "어디를 봐 주면 좋은지 한 문장으로, 500자까지.",
    ask: "검토 부탁하기",
    nobody: "부탁할 수 있는 동료가 없어요.",
    all: "부탁한 검토",
    none: "아직 부탁한 검토가 없어요.",
    waiting: |who, day, late| {
        if late {
            format!("{who}님이 {day}까지 읽기로 했어요. 날이 지났어요.")
        } else {
            format!("{who}님이 {day}까지 읽어요.")
        }
    },
    answered: |who, outcome, since| {
        let done = match outcome {
            Outcome::Approved => format!("{who}님이 좋다고 했어요"),
            Outcome::Changes => format!("{who}님이 고쳐 달라고 했어요"),
            Outcome::Withdrawn => return format!("{who}님에게 한 부탁을 거뒀어요."),
        };
        match since {
            0 => format!("{done}."),
            since => format!("{done}. {since}판 전이에요."),
        }
    },
    read: "읽고 답하기",
    withdraw: "부탁 거두기",
    withdraw_question: |who| format!("{who}님에게 한 부탁을 거둘까요?"),
    withdraw_lead: "달린 댓글은 그대로 남아요.",
    keep: "그만두기",
    asked: |who, day| format!("{who}님이 {day}까지 읽어 달라고 했어요."),
    revision: |number| format!("{number}판을 보고 있어요."),
    changed_since: |number| format!("부탁받은 것은 {number}판이고, 그 뒤로 고쳐졌어요."),
    source: "줄마다 본 글",
    comment_on: |line| format!("{line}번째 줄에 댓글 달기"),
    comment: "댓글",
    say: "댓글 남기기",
    earlier: "다른 판에 단 댓글",
    earlier_place: |line, number| format!("{number}판 {line}번째 줄"),
    answer_title: "답하기",
    outcome: "읽어 보니",
    choose_answer: "골라 주세요",
    outcome_choice: |outcome| match outcome {
        Outcome::Approved => "이대로 좋아요",
        Outcome::Changes => "고쳐 주세요",
        Outcome::Withdrawn => "거뒀어요",
    },
    answer_remark: "한마디",
    answer_hint: "고쳐 달라고 할 때는 무엇을 고치면 좋은지 꼭 써 주세요.",
    answer: "답 보내기",
    to_post: "글로 가기",
    to_do: "내가 읽어 줄 글",
    awaited: "검토를 기다리는 내 글",
    said_asked: "검토를 부탁했어요.",
    said_withdrawn: "부탁을 거뒀어요.",
    said_answered: "답을 보냈어요.",
    said_commented: "댓글을 남겼어요.",
    said_stage: "글의 상태를 바꿨어요.",
};

pub(super) const EN: ReviewsWords = ReviewsWords {
    status: |status| match status {
        WriteUpStatus::Seed => "Seed",
        WriteUpStatus::Drafting => "Drafting",
        WriteUpStatus::InReview => "In review",
        WriteUpStatus::Shared => "Shared",
    },
    become_stage: |stage| match stage {
        Stage::Seed => "Keep as a seed",
        Stage::Drafting => "Back to drafting",
        Stage::Shared => "Mark as shared",
    },
    title: "Review",
    link: "Ask for a review",
    lead: "Ask one colleague to read it by a day. They comment line by line, and answer.",
    alone: "It is for its authors alone, but whoever is asked can see it until they answer.",
    reviewer: "Who should read it",
    choose: "Choose a colleague",
    due: "By when",
    remark: "A word for them",
    remark_hint: "What they should look at, in a sentence of up to 500 characters.",
    ask: "Ask for a review",
    nobody: "There is no colleague to ask.",
    all: "Reviews asked for",
    none: "Nobody was asked yet.",
    waiting: |who, day, late| {
        if late {
            format!("{who} was to read it by {day}, which has passed.")
        } else {
            format!("{who} reads it by {day}.")
        }
    },
    answered: |who, outcome, since| {
        let done = match outcome {
            Outcome::Approved => format!("Approved by {who}"),
            Outcome::Changes => format!("{who} asked for changes"),
            Outcome::Withdrawn => return format!("{who} was asked, and the request was taken back."),
        };
        match since {
            0 => format!("{done}."),
            1 => format!("{done}, one revision ago."),
            2 => format!("{done}, two revisions ago."),
            since => format!("{done}, {since} revisions ago."),
        }
    },
    read: "Read and answer",
    withdraw: "Take it back",
    withdraw_question: |who| format!("Take back that {who} was asked?"),
    withdraw_lead: "What was said stays.",
    keep: "Never mind",
    asked: |who, day| format!("{who} asks you to read it by {day}."),
    revision: |number| format!("You are reading revision {number}."),
    changed_since: |number| format!("You were asked about revision {number}; it was saved again since."),
    source: "The text, line by line",
    comment_on: |line| format!("Comment on line {line}"),
    comment: "Comment",
    say: "Leave the comment",
    earlier: "Said about another revision",
    earlier_place: |line, number| format!("Line {line} of revision {number}"),
    answer_title: "Your answer",
    outcome: "Having read it",
    choose_answer: "Choose an answer",
    outcome_choice: |outcome| match outcome {
        Outcome::Approved => "It is good as it is",
        Outcome::Changes => "Please change something",
        Outcome::Withdrawn => "Taken back",
    },
    answer_remark: "In a sentence",
    answer_hint: "If you ask for changes, say which.",
    answer: "Send the answer",
    to_post: "To the post",
    to_do: "For you to review",
    awaited: "Yours, waiting for review",
    said_asked: "They are asked to read it.",
    said_withdrawn: "It is taken back.",
    said_answered: "Your answer is sent.",
    said_commented: "Your comment is there.",
    said_stage: "It stands elsewhere now.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_how_many_revisions_ago_it_was() {
        assert_eq!((EN.answered)("Ada", Outcome::Approved, 2), "Approved by Ada, two revisions ago.");
        assert_eq!((EN.answered)("Ada", Outcome::Changes, 0), "Ada asked for changes.");
        assert_eq!((KO.answered)("하늘", Outcome::Approved, 2), "하늘님이 좋다고 했어요. 2판 전이에요.");
    }
}

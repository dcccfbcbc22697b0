//! Tokens of programs, and what programs are told, in both languages side by side.

use super::Words;
use crate::api_token::{Lifetime, Scope};

/// The page with a member's tokens.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ApiTokenWords {
    pub title: Words,
    pub lead: Words,
    /// The page about the API for those who write programs.
    pub document: Words,
    pub empty: Words,
    pub list: Words,
    pub made: Words,
    pub made_lead: Words,
    pub token: Words,
    /// What it is good for, and when it was made.
    pub about: fn(Words, &str) -> String,
    pub used: fn(&str) -> String,
    pub never_used: Words,
    pub expires: fn(&str) -> String,
    pub end: Words,
    pub end_question: fn(&str) -> String,
    pub end_lead: Words,
    pub keep: Words,
    pub ended: Words,
    pub new: Words,
    pub name: Words,
    pub name_hint: Words,
    pub scope: Words,
    pub scope_name: fn(Scope) -> Words,
    pub alumni: Words,
    pub lifetime: Words,
    pub lifetime_name: fn(Lifetime) -> Words,
    pub make: Words,
}

/// A title and a sentence for each way a program can fail.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct ApiWords {
    pub no_token: (Words, Words),
    pub wrong_token: (Words, Words),
    pub scope: (Words, Words),
    pub forbidden: (Words, Words),
    pub not_found: (Words, Words),
    pub method: (Words, Words),
    pub unreadable: (Words, Words),
    pub stale: (Words, Words),
    pub too_large: (Words, Words),
    pub not_json: (Words, Words),
    pub invalid: (Words, Words),
    pub too_often: (Words, Words),
    pub internal: (Words, Words),
    /// Beside a field.
    pub missing: Words,
    pub unknown_field: Words,
    pub wrong_type: Words,
    pub other_kind: Words,
    pub out_of_range: fn(usize) -> String,
}

pub(super) const KO: ApiTokenWords = ApiTokenWords {
    title: "API 토큰",
    lead: "직접 만든 프로그램이 내 이름으로 글을 읽고 쓸 때 써요. 토큰으로 할 수 있는 일은 내가 할 수 있는 일을 넘지 않아요.",
    document: "API 문서 (OpenAPI)",
    empty: "아직 토큰이 없어요.",
    list: "쓰고 있는 토큰",
    made: "토큰을 만들었어요",
    made_lead: "지금 한 번만 보여 드려요. 옮겨 적어 두세요. 잃어버리면 끝내고 새로 만들면 돼요.",
    token: "새 토큰",
    about: |scope, made| format!("{scope} · {made} 만듦"),
    used: |when| format!("마지막 사용: {when}"),
    never_used: "아직 쓰지 않았어요",
    expires: |when| format!("{when}에 저절로 끝나요"),
    end: "끝내기",
    end_question: |name| format!("‘{name}’ 토큰을 끝낼까요?"),
    end_lead: "이 토큰을 쓰는 프로그램은 바로 들어올 수 없게 돼요. 되돌릴 수 없어요.",
    keep: "그대로 두기",
    ended: "토큰을 끝냈어요.",
    new: "새로 만들기",
    name: "이름",
    name_hint: "어느 프로그램이 쓰는지 나중에 알아볼 수 있게 적어 주세요.",
    scope: "할 수 있는 일",
    scope_name: |scope| match scope {
        Scope::Read => "읽기",
        Scope::Write => "읽고 쓰기",
    },
    alumni: "팀을 떠난 뒤에는 읽기 토큰만 만들 수 있어요.",
    lifetime: "기간",
    lifetime_name: |lifetime| match lifetime {
        Lifetime::Month => "30일",
        Lifetime::Quarter => "90일",
        Lifetime::Year => "1년",
    },
    make: "토큰 만들기",
};

pub(super) const EN: ApiTokenWords = ApiTokenWords {
    title: "API tokens",
    lead: "For programs of yours that read and write posts in your name. A token never does more than you may do yourself.",
    document: "About the API (OpenAPI)",
    empty: "There are no tokens yet.",
    list: "Tokens in use",
    made: "Here is your token",
    made_lead: "It is shown this once. Copy it to where your program finds it. If you lose it, end it and make another.",
    token: "New token",
    about: |scope, made| format!("{scope} · made {made}"),
    used: |when| format!("Last used {when}"),
    never_used: "Not used yet",
    expires: |when| format!("ends by itself on {when}"),
    end: "End",
    end_question: |name| format!("End the token “{name}”?"),
    end_lead: "A program that uses it is shut out at once. This cannot be undone.",
    keep: "Keep it",
    ended: "The token is ended.",
    new: "Make a token",
    name: "Name",
    name_hint: "So that you know later which program uses it.",
    scope: "Good for",
    scope_name: |scope| match scope {
        Scope::Read => "Reading",
        Scope::Write => "Reading and writing",
    },
    alumni: "After leaving the team you can make tokens to read only.",
    lifetime: "Lasts",
    lifetime_name: |lifetime| match lifetime {
        Lifetime::Month => "30 days",
        Lifetime::Quarter => "90 days",
        Lifetime::Year => "A year",
    },
    make: "Make the token",
};

pub(super) const API_KO: ApiWords = ApiWords {
    no_token: ("토큰이 필요해요", "Authorization 머리에 Bearer와 API 토큰을 담아 보내 주세요."),
    wrong_token: ("쓸 수 없는 토큰이에요", "끝났거나 없는 토큰이에요. 설정에서 새로 만들 수 있어요."),
    scope: ("읽기만 되는 토큰이에요", "쓰려면 읽고 쓰는 토큰이 필요해요."),
    forbidden: ("할 수 없는 일이에요", "글은 쓴 사람이 고칠 수 있고, 새 글은 팀에 있는 멤버가 쓸 수 있어요."),
    not_found: ("여기에는 아무것도 없어요", "그런 주소가 없거나, 이 토큰으로는 볼 수 없는 글이에요."),
    method: ("이 주소에는 없는 메서드예요", "Allow 머리에 있는 메서드로 보내 주세요."),
    unreadable: ("읽을 수 없는 내용이에요", "본문은 UTF-8로 쓴 JSON 객체 하나여야 해요."),
    stale: ("그 사이에 누가 저장했어요", "저장하지 않았어요. 글을 다시 읽고, 지금 판에서 시작해 다시 보내 주세요."),
    too_large: ("한 번에 받기에는 너무 커요", "요청은 4MB까지, 글의 본문은 1MB까지 받아요."),
    not_json: ("JSON만 받아요", "Content-Type을 application/json으로 보내 주세요."),
    invalid: ("고칠 곳이 있어요", "아무것도 저장하지 않았어요. errors에 고칠 곳이 하나씩 있어요."),
    too_often: ("너무 자주 물었어요", "Retry-After 머리에 있는 초만큼 기다렸다가 다시 보내 주세요."),
    internal: ("우리 쪽에서 탈이 났어요", "방금 한 일은 저장되지 않았을 수 있어요. 잠시 뒤에 다시 해 주세요."),
    missing: "꼭 있어야 해요.",
    unknown_field: "모르는 이름이에요. 철자를 확인해 주세요.",
    wrong_type: "값의 꼴이 달라요. API 문서를 봐 주세요.",
    other_kind: "글의 종류는 바꿀 수 없어요.",
    out_of_range: |most| format!("1부터 {most}까지의 수로 적어 주세요."),
};

pub(super) const API_EN: ApiWords = ApiWords {
    no_token: ("A token is needed", "Send an API token in the Authorization header, as a Bearer token."),
    wrong_token: ("This token does not work", "It has ended, or never was one. Make another in your settings."),
    scope: ("This token is for reading", "Writing takes a token for reading and writing."),
    forbidden: (
        "That is not yours to do",
        "A post is changed by those who wrote it, and new ones are written by members of the team.",
    ),
    not_found: ("There is nothing here", "There is no such address, or it is a post that this token cannot see."),
    method: ("Not in this way", "Use one of the methods in the Allow header."),
    unreadable: ("We could not read that", "The body has to be one JSON object in UTF-8."),
    stale: (
        "Somebody saved in between",
        "Nothing was saved. Read the post again and send your change from its present revision.",
    ),
    too_large: ("Too much at once", "A request holds up to 4 MB, and the body of a post up to 1 MB."),
    not_json: ("JSON only, please", "Send it with the Content-Type application/json."),
    invalid: ("Something in it is wrong", "Nothing was saved. What to change is in errors, one by one."),
    too_often: ("Too many requests", "Wait as many seconds as the Retry-After header says, then try again."),
    internal: (
        "Something broke on our side",
        "What you just did may not have been saved. Please try again in a moment.",
    ),
    missing: "This has to be there.",
    unknown_field: "Nothing has this name here. Please check how it is spelt.",
    wrong_type: "This is not the kind of value that stands here. The API document says which is.",
    other_kind: "A post stays the kind it is.",
    out_of_range: |most| format!("A number from 1 to {most}, please."),
};

//! Where a member is signed in, in both languages side by side.

use super::Words;
use crate::sign_in::Way;

/// The list of my sign-ins.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct SignIns {
    pub title: Words,
    pub lead: Words,
    pub unknown_device: Words,
    pub this_one: Words,
    pub way: fn(Way) -> Words,
    pub begun: Words,
    pub seen: Words,
    pub end: Words,
    pub end_of: fn(&str) -> String,
    pub end_this: Words,
    pub end_others: Words,
    pub ended: Words,
    pub others_ended: Words,
}

pub(super) const KO: SignIns = SignIns {
    title: "들어와 있는 곳",
    lead: "내 이름으로 들어와 있는 브라우저예요. 모르는 곳이 있으면 끝내고 비밀번호를 바꿔 주세요.",
    unknown_device: "알 수 없는 기기",
    this_one: "지금 이 브라우저",
    way: |way| match way {
        Way::Password => "비밀번호로 들어옴",
        Way::Provider => "조직 계정로 들어옴",
        Way::Link => "받은 링크로 들어옴",
    },
    begun: "들어온 때",
    seen: "마지막으로 본 때",
    end: "끝내기",
    end_of: |device| format!("{device} 끝내기"),
    end_this: "나가기",
    end_others: "다른 곳 모두 끝내기",
    ended: "그곳에서는 나왔어요.",
    others_ended: "다른 곳에서는 모두 나왔어요.",
};

pub(super) const EN: SignIns = SignIns {
    title: "Where you are signed in",
    lead: "The browsers that are signed in as you. If you do not know one of them, end it and change your password.",
    unknown_device: "Unknown device",
    this_one: "This browser",
    way: |way| match way {
        Way::Password => "Password",
        Way::Provider => "Sign-in provider",
        Way::Link => "Link we sent",
    },
    begun: "Signed in",
    seen: "Last seen",
    end: "End",
    end_of: |device| format!("End {device}"),
    end_this: "Sign out",
    end_others: "End all others",
    ended: "That sign-in has ended.",
    others_ended: "You are signed out everywhere else.",
};

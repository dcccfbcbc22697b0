//! Lines in the house about what concerns a member, and a colleague's page, in both languages side by side.

use super::Words;
use crate::comment::NoticeKind;

/// What concerns me.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct NoticeWords {
    pub title: Words,
    pub lead: Words,
    pub empty_title: Words,
    pub empty: Words,
    /// Who did what: why it concerns the reader.
    pub line: fn(NoticeKind, &str) -> String,
    pub unread: Words,
    pub read_all: Words,
    pub older: Words,
    pub pages: Words,
    pub said_read: Words,
    /// In the menu's name, when something is unread.
    pub news: Words,
}

/// A colleague, as the team sees them.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct PersonWords {
    pub posts: fn(&str) -> String,
    pub none: fn(&str) -> String,
}

pub(super) const KO: NoticeWords = NoticeWords {
    title: "내 소식",
    lead: "나와 관계있는 일이에요. 글을 열면 읽은 것이 되고, 90일이 지나면 사라져요.",
    empty_title: "아직 소식이 없어요",
    empty: "내 글에 댓글이 달리거나 누가 나를 부르면 여기에 보여요.",
    line: |kind, by| match kind {
        NoticeKind::Comment => format!("{by}님이 내 글에 댓글을 남겼어요."),
        NoticeKind::Reply => format!("{by}님이 내가 쓴 댓글에 답했어요."),
        NoticeKind::Mention => format!("{by}님이 나를 불렀어요."),
        NoticeKind::Resolved => format!("{by}님이 내 댓글을 해결됨으로 표시했어요."),
        NoticeKind::ReviewAsked => format!("{by}님이 검토를 부탁했어요."),
        NoticeKind::ReviewAnswered => format!("{by}님이 검토를 마쳤어요."),
        NoticeKind::CoAuthor => format!("{by}님이 함께 쓰자고 했어요."),
    },
    unread: "아직 안 읽음",
    read_all: "모두 읽음으로 표시",
    older: "더 예전 소식",
    pages: "소식 넘겨 보기",
    said_read: "모두 읽음으로 표시했어요.",
    news: "새 소식이 있어요",
};

pub(super) const EN: NoticeWords = NoticeWords {
    title: "For me",
    lead: "What concerns you. Opening the post marks it as read; after 90 days it goes.",
    empty_title: "Nothing yet",
    empty: "When somebody comments on a post of yours or names you, it shows here.",
    line: |kind, by| match kind {
        NoticeKind::Comment => format!("{by} commented on a post of yours."),
        NoticeKind::Reply => format!("{by} replied where you commented."),
        NoticeKind::Mention => format!("{by} named you."),
        NoticeKind::Resolved => format!("{by} marked your comment as resolved."),
        NoticeKind::ReviewAsked => format!("{by} asked you for a review."),
        NoticeKind::ReviewAnswered => format!("{by} finished a review."),
        NoticeKind::CoAuthor => format!("{by} asked you to write along."),
    },
    unread: "Unread",
    read_all: "Mark all as read",
    older: "Older",
    pages: "Pages",
    said_read: "All are marked as read.",
    news: "something new for you",
};

pub(super) const PERSON_KO: PersonWords = PersonWords {
    posts: |name| format!("{name}님이 쓴 글"),
    none: |name| format!("{name}님이 쓴 글 가운데 읽을 수 있는 글이 아직 없어요."),
};

pub(super) const PERSON_EN: PersonWords = PersonWords {
    posts: |name| format!("What {name} wrote"),
    none: |name| format!("There is nothing by {name} to read yet."),
};

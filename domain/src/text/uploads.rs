//! Files that came with somebody's words, in both languages side by side.

use super::Words;
use crate::upload::NotKept;

/// What one brought, what a post uses, and what could not be kept.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct UploadWords {
    pub title: Words,
    pub lead: Words,
    pub file: Words,
    pub file_hint: Words,
    pub send: Words,
    pub list: Words,
    pub empty: Words,
    pub empty_step: Words,
    /// Above what can be copied.
    pub markdown: fn(&str) -> String,
    /// In bytes.
    pub size: fn(u64) -> String,
    pub picture: Words,
    pub file_kind: Words,
    pub used_in: Words,
    /// Beside a post whose earlier text alone uses it.
    pub in_history: Words,
    pub unused: Words,
    pub used_unseen: Words,
    pub remove: Words,
    pub remove_question: fn(&str) -> String,
    pub remove_lead: Words,
    pub keep: Words,
    pub newer: Words,
    pub older: Words,
    pub stilled: Words,
    /// A file that was refused, and why.
    pub refused: fn(&str, &str) -> String,
    pub said_kept: Words,
    pub said_stilled: Words,
    pub said_removed: Words,
    pub said_used: Words,
    pub post_title: Words,
    pub post_lead: Words,
    pub post_empty: Words,
    pub post_now: Words,
    pub post_before: Words,
    pub post_link: Words,
    /// A form that broke off.
    pub broken: Words,
    pub no_such_picture: Words,
    pub not_kept: fn(NotKept) -> Words,
}

pub(super) const KO: UploadWords = UploadWords {
    title: "올린 파일",
    lead: "글에 넣을 사진과 파일을 올려 두는 곳이에요. 올린 뒤 마크다운을 복사해 글에 붙여 넣으세요.",
    file: "사진이나 파일",
    file_hint: "하나에 10MB, 한 번에 60MB까지 올릴 수 있어요. 사진은 다시 그려서 찍은 곳과 때를 지워요.",
    send: "올리기",
    list: "내가 올린 것",
    empty: "아직 올린 파일이 없어요",
    empty_step: "글에 넣기 전에는 나만 볼 수 있어요. 30일 동안 어디에도 쓰지 않으면 지워져요.",
    markdown: |name| format!("{name} 마크다운"),
    size: |bytes| size(bytes, ""),
    picture: "사진",
    file_kind: "파일",
    used_in: "쓰인 글",
    in_history: "(예전 글에서)",
    unused: "아직 쓰인 곳이 없어요",
    used_unseen: "지금은 볼 수 없는 글에 쓰였어요",
    remove: "지우기",
    remove_question: |name| format!("“{name}” 파일을 지울까요?"),
    remove_lead: "지운 파일은 되돌릴 수 없어요.",
    keep: "그대로 두기",
    newer: "새로 올린 것",
    older: "먼저 올린 것",
    stilled: "움직이는 그림이 너무 커서 첫 장면만 남겼어요.",
    refused: |name, why| format!("{name}: {why}"),
    said_kept: "올렸어요. 마크다운을 복사해 글에 붙여 넣으세요.",
    said_stilled: "올렸어요. 움직이는 그림은 첫 장면만 남겼어요.",
    said_removed: "파일을 지웠어요.",
    said_used: "쓰고 있는 파일이라 지우지 않았어요.",
    post_title: "이 글의 사진과 파일",
    post_lead: "지금 글이나 예전 글에 쓰인 것들이에요.",
    post_empty: "이 글에는 사진도 파일도 없어요.",
    post_now: "지금 글에 있어요",
    post_before: "예전 글에만 있어요",
    post_link: "사진과 파일",
    broken: "파일이 도중에 끊겼어요. 다시 올려 주세요.",
    no_such_picture: "글에 넣은 사진 가운데 찾을 수 없는 것이 있어요. 사진을 다시 넣어 주세요.",
    not_kept: |why| match why {
        NotKept::Busy => "지금 그릴 사진이 밀려 있어요. 잠시 뒤에 다시 올려 주세요.",
        NotKept::DayIsFull => "하루에 올릴 수 있는 만큼 다 올렸어요. 내일 다시 올려 주세요.",
        NotKept::NoRoom => "서버에 남은 자리가 없어요. 관리자에게 알려 주세요.",
    },
};

pub(super) const EN: UploadWords = UploadWords {
    title: "Uploads",
    lead: "Pictures and files for what you write. Upload one, then copy its Markdown into your text.",
    file: "Picture or file",
    file_hint: "At most 10 MB each, 60 MB at once. Pictures are drawn anew; where and when they were taken is left out.",
    send: "Upload",
    list: "What I uploaded",
    empty: "Nothing uploaded yet",
    empty_step: "Until a text uses it, only you see it. What nothing uses for 30 days is removed.",
    markdown: |name| format!("Markdown for {name}"),
    size: |bytes| size(bytes, " "),
    picture: "Picture",
    file_kind: "File",
    used_in: "Used in",
    in_history: "(in an earlier text)",
    unused: "Not used yet",
    used_unseen: "Used in a post that you cannot read now",
    remove: "Remove",
    remove_question: |name| format!("Remove “{name}”?"),
    remove_lead: "It cannot be brought back.",
    keep: "Keep it",
    newer: "Newer",
    older: "Older",
    stilled: "This moving picture is too large to keep moving: its first frame was kept.",
    refused: |name, why| format!("{name}: {why}"),
    said_kept: "Uploaded. Copy its Markdown into your text.",
    said_stilled: "Uploaded. Of a moving picture, the first frame was kept.",
    said_removed: "File removed.",
    said_used: "The file is in use and was not removed.",
    post_title: "Pictures and files of this post",
    post_lead: "What its present text uses, or an earlier one did.",
    post_empty: "This post has no pictures or files.",
    post_now: "In the present text",
    post_before: "In an earlier text alone",
    post_link: "Pictures and files",
    broken: "The file broke off on its way. Please send it again.",
    no_such_picture: "A picture in this text is not there. Please put it in again.",
    not_kept: |why| match why {
        NotKept::Busy => "Many pictures are waiting to be drawn. Please try again in a moment.",
        NotKept::DayIsFull => "You have uploaded as much as fits into a day. Please go on tomorrow.",
        NotKept::NoRoom => "The server has no room left. Please tell whoever looks after it.",
    },
};

/// In the largest unit that leaves a digit before the point: 1024 bytes are a kilobyte, as the limits count.
fn size(bytes: u64, space: &str) -> String {
    match bytes {
        0..1024 => format!("{bytes}{space}B"),
        1024..1_048_576 => format!("{}{space}KB", bytes / 1024),
        _ => format!("{}.{}{space}MB", bytes >> 20, (bytes % 1_048_576) * 10 >> 20),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_in_a_sensible_unit() {
        for (bytes, korean, english) in [
            (0, "0B", "0 B"),
            (1023, "1023B", "1023 B"),
            (200 * 1024, "200KB", "200 KB"),
            (10 << 20, "10.0MB", "10.0 MB"),
            ((3 << 20) + (1 << 19), "3.5MB", "3.5 MB"),
        ] {
            assert_eq!(((KO.size)(bytes), (EN.size)(bytes)), (korean.into(), english.into()));
        }
    }
}

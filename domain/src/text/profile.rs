//! What a member says of themselves, in both languages side by side.

use super::Words;

/// A member's own page.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Profile {
    pub handle: Words,
    pub handle_hint: Words,
    pub outside_name: Words,
    pub outside_name_hint: Words,
    pub digest_hour: Words,
    pub digest_hour_hint: Words,
    /// A full hour, 0 to 23.
    pub hour: fn(u8) -> String,
    pub picture: Words,
    pub picture_of: fn(&str) -> String,
    pub picture_hint: Words,
    pub set_picture: Words,
    pub remove_picture: Words,
    pub picture_is_set: Words,
    pub picture_is_removed: Words,
}

pub(super) const KO: Profile = Profile {
    handle: "부르는 이름",
    handle_hint: "동료가 @ 뒤에 쓰는 이름이에요. 글자, 숫자, -, _ 로 2자에서 30자까지예요.",
    outside_name: "밖에서 쓰는 이름",
    outside_name_hint: "블로그로 나가는 글에 쓰여요. 비워 두면 이름 없이 나가요.",
    digest_hour: "모아 받는 시각",
    digest_hour_hint: "소식을 모은 메일이 시간대에 맞춰 이 시각에 와요.",
    hour: |hour| match hour {
        0 => "밤 12시".into(),
        1..=11 => format!("오전 {hour}시"),
        12 => "낮 12시".into(),
        _ => format!("오후 {}시", hour - 12),
    },
    picture: "사진",
    picture_of: |name| format!("{name}님의 사진"),
    picture_hint: "PNG, JPEG, WebP, GIF로 10MB까지 올릴 수 있어요. 가운데를 정사각형으로 잘라 다시 그리고, 찍은 곳과 때는 지워요.",
    set_picture: "사진 올리기",
    remove_picture: "사진 지우기",
    picture_is_set: "사진을 바꿨어요.",
    picture_is_removed: "사진을 지웠어요.",
};

pub(super) const EN: Profile = Profile {
    handle: "Handle",
    handle_hint: "What colleagues call you after @: 2 to 30 letters, digits, - and _.",
    outside_name: "Outside name",
    outside_name_hint: "How the blog names you. Left empty, it does not.",
    digest_hour: "Digest hour",
    digest_hour_hint: "The digest of what is new comes at this hour, in your time zone.",
    hour: |hour| format!("{hour:02}:00"),
    picture: "Picture",
    picture_of: |name| format!("Picture of {name}"),
    picture_hint: "PNG, JPEG, WebP or GIF, at most 10 MB. Its middle is drawn anew as a square; where and when it was taken is left out.",
    set_picture: "Upload picture",
    remove_picture: "Remove picture",
    picture_is_set: "Picture changed.",
    picture_is_removed: "Picture removed.",
};

//! For the blog, in both languages side by side.

use super::Words;

/// For the blog.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Blog {
    pub title: Words,
    pub lead: Words,
    pub slug: Words,
    pub slug_hint: Words,
    pub download: Words,
    pub file: Words,
    pub cannot: Words,
    pub left_out: Words,
}

pub(super) const KO: Blog = Blog {
    title: "블로그용으로 받기",
    lead: "Hugo의 글 묶음(page bundle)으로 드려요. 밖으로 나가는 것은 아래에 보이는 파일이 전부예요.",
    slug: "주소 이름",
    slug_hint: "영어 소문자, 숫자, 줄표로 80자까지.",
    download: "zip으로 받기",
    file: "나가는 파일",
    cannot: "아직 내보낼 수 없어요",
    left_out: ":::internal 블록은 빠졌고, 안쪽을 가리키는 링크는 글자만 남았어요.",
};

pub(super) const EN: Blog = Blog {
    title: "For the blog",
    lead: "As a Hugo page bundle. What you see below is all that leaves the house.",
    slug: "Address ending",
    slug_hint: "Small Latin letters, digits and dashes, up to 80.",
    download: "Download zip",
    file: "What leaves",
    cannot: "This cannot leave yet",
    left_out: ":::internal blocks are left out, and links into this house are plain words.",
};

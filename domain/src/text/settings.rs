//! A member's own settings, in both languages side by side.

use super::Words;

/// A member's own settings.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Settings {
    pub title: Words,
    pub name: Words,
    pub language: Words,
    pub zone: Words,
    pub theme: Words,
    pub save: Words,
}

pub(super) const KO: Settings =
    Settings {
        title: "내 설정", name: "이름", language: "언어", zone: "시간대", theme: "화면 색", save: "저장"
    };

pub(super) const EN: Settings = Settings {
    title: "Settings",
    name: "Name",
    language: "Language",
    zone: "Time zone",
    theme: "Colours",
    save: "Save",
};

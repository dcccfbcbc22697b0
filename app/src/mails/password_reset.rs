//! A way to a new password.

use domain::member::Member;
use domain::text::text;

use super::Letter;
use super::sheet::{Block, Sheet};

/// Writes the letter.
pub fn compose(team: &str, member: &Member, url: String) -> Letter {
    let text = text(member.language);
    let words = &text.reset_letter;
    Sheet {
        language: text.language,
        subject: words.subject.into(),
        ribbon: words.ribbon,
        blocks: vec![
            Block::Words((words.greeting)(member.name.as_str())),
            Block::Button(words.choose, url),
            Block::Soft(words.until.into()),
        ],
        team,
        why: words.why.into(),
        links: Vec::new(),
    }
    .letter()
}

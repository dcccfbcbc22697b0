//! May it be another address? Asked at both.

use domain::member::Member;
use domain::text::text;
use store::{EmailChange, Side};

use super::Letter;
use super::sheet::{Block, Sheet};

/// Writes the letter to one of the two addresses.
pub fn compose(team: &str, member: &Member, change: &EmailChange, side: Side, url: String) -> Letter {
    let text = text(member.language);
    let words = &text.email_change_letter;
    let name = member.name.as_str();
    let greeting = match side {
        Side::Old => (words.old)(name, change.new.as_str()),
        Side::New => (words.new)(name, change.old.as_str()),
    };
    Sheet {
        language: text.language,
        subject: words.subject.into(),
        ribbon: words.ribbon,
        blocks: vec![
            Block::Words(greeting),
            Block::Button(words.confirm, url),
            Block::Soft((words.until)(&text.at(change.expires_at, &member.zone))),
        ],
        team,
        why: words.why.into(),
        links: Vec::new(),
    }
    .letter()
}

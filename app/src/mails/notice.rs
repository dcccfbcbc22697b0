//! What guards a member's door was changed: so that it is never done behind their back.

use domain::audit::Deed;
use domain::member::Member;
use domain::text::text;
use jiff::Timestamp;

use super::Letter;
use super::sheet::{Block, Sheet};

/// Writes the letter. `address` is where it was done from, empty for the command line; `url` is where to look after it.
pub fn compose(team: &str, member: &Member, deed: Deed, at: Timestamp, address: &str, url: String) -> Letter {
    let text = text(member.language);
    let words = &text.notice_letter;
    let done = (words.done)(deed);
    Sheet {
        language: text.language,
        subject: done.into(),
        ribbon: words.ribbon,
        blocks: vec![
            Block::Words((words.greeting)(member.name.as_str(), done)),
            Block::Soft((words.when)(&text.at(at, &member.zone), address)),
            Block::Words(words.not_me.into()),
            Block::Button(words.look, url),
        ],
        team,
        why: words.why.into(),
        links: Vec::new(),
    }
    .letter()
}

//! Somebody is asked to join.

use domain::text::text;
use store::Invitation;

use super::Letter;
use super::sheet::{Block, Sheet};

/// Writes the letter. `url` is the link; the zone of the team says until when.
pub fn compose(team: &domain::team::Team, invitation: &Invitation, url: String) -> Letter {
    let text = text(invitation.language);
    let words = &text.invitation_letter;
    let name = team.name.as_str();
    let by = invitation.by_name();
    Sheet {
        language: text.language,
        subject: (words.subject)(name),
        ribbon: words.ribbon,
        blocks: vec![
            Block::Words((words.greeting)(by, name)),
            Block::Words(words.about.into()),
            Block::Button(words.join, url),
            Block::Soft((words.until)(&text.at(invitation.expires_at, &team.zone))),
        ],
        team: name,
        why: words.why.into(),
        links: Vec::new(),
    }
    .letter()
}

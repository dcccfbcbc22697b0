//! What is being written in the demo and was not saved yet.

use domain::language::Language;
use domain::post::{Audience, PostForm, PostKind};

use super::cast::JIEUN;
use super::posts::SCHEDULER;
use super::story::Team;

/// A new post, and more of an old one.
pub(super) async fn keep(team: &Team) -> anyhow::Result<()> {
    let letter = PostForm {
        kind: PostKind::Retrospective.to_string(),
        title: "반기 편지: 미루지 않은 것".into(),
        body: include_str!("drafts/letter.md").trim_end().into(),
        tags: "회고 반기편지".into(),
        language: Language::Korean.to_string(),
        audience: Audience::OnlyMe.to_string(),
        ..PostForm::default()
    };
    team.then(JIEUN, 1, 8)?.keep_draft(None, &letter).await?;
    let (author, post) = (team.then(JIEUN, 6, 9)?, team.post(SCHEDULER)?);
    let stored = author.stored_post(post).await?;
    let mut more = PostForm::of(&stored.content, stored.post.audience, stored.post.revision_id);
    more.body.push_str(include_str!("drafts/scheduler.md").trim_end());
    author.keep_draft(Some(post), &more).await?;
    Ok(())
}

//! What new posts of the demo team begin with.

use domain::post::{Body, PostKind};
use domain::template::{NewTemplate, TemplateKey, TemplateName};

use super::cast::{HANEUL, JIEUN};
use super::story::Team;
use super::valid;

/// The word of the one that comes with Dasi and that they changed.
pub(super) const CHANGED: &str = "half_year_letter";

/// Changes one, and adds one of their own.
pub(super) async fn keep(team: &Team) -> anyhow::Result<()> {
    let letter = template(PostKind::Retrospective, "반기 편지", include_str!("templates/half-year-letter.md"))?;
    team.then(JIEUN, 150, 5)?.change_template(TemplateKey::BuiltIn(CHANGED), &letter).await?;
    let club = template(PostKind::BookNote, "목요일 책모임", include_str!("templates/thursday-book-club.md"))?;
    team.then(HANEUL, 120, 9)?.add_template(&club).await?;
    Ok(())
}

fn template(kind: PostKind, name: &str, body: &str) -> anyhow::Result<NewTemplate> {
    Ok(NewTemplate { kind, name: valid(TemplateName::parse(name))?, body: valid(Body::parse(body))? })
}

//! What the demo team threw away.

use store::By;

use super::ADDRESS;
use super::cast::JIEUN;
use super::posts::MEETING;
use super::story::Team;

/// One post, which can still be brought back.
pub(super) async fn throw_away(team: &Team) -> anyhow::Result<()> {
    let author = team.then(JIEUN, 3, 4)?;
    let by = By { member: Some(author.member().id), address: ADDRESS.into() };
    Ok(author.trash_post(team.post(MEETING)?, &by).await?)
}

//! Posts of the demo that tell one story.

use domain::series::SeriesTitle;

use super::cast::JIEUN;
use super::posts::{LETTER_SEVEN, SCHEDULER, THREE_WEEKS};
use super::story::Team;
use super::valid;

/// What the story is called.
pub(super) const TITLE: &str = "스케줄러를 재우기까지";

/// Its parts, in order.
pub(super) const PARTS: [&str; 3] = [LETTER_SEVEN, THREE_WEEKS, SCHEDULER];

/// Makes one story of them.
pub(super) async fn begin(team: &Team) -> anyhow::Result<()> {
    let author = team.then(JIEUN, 90, 6)?;
    let [first, rest @ ..] = PARTS;
    let series = author.begin_series(team.post(first)?, &valid(SeriesTitle::parse(TITLE))?).await?;
    for part in rest {
        author.join_series(team.post(part)?, series).await?;
    }
    Ok(())
}

//! Tags of the demo that are called something else by now.

use anyhow::ensure;
use domain::tag::Tag;
use store::{By, Renamed};

use super::cast::{JIEUN, MINSU};
use super::story::Team;
use super::{ADDRESS, valid};

/// Who renamed which, to what, how many days ago, and whether the two were one from then on.
pub(super) const RENAMED: &[(&str, &str, &str, i64, bool)] =
    &[(MINSU, "새내기", "신입", 8, true), (JIEUN, "1on1", "일대일", 5, false)];

/// Renames them.
pub(super) async fn rename(team: &Team) -> anyhow::Result<()> {
    for (who, from, to, days_ago, merge) in RENAMED {
        let who = team.then(who, *days_ago, 7)?;
        let by = By { member: Some(who.member().id), address: ADDRESS.into() };
        let (from, to) = (valid(Tag::parse(from))?, valid(Tag::parse(to))?);
        let done = who.rename_tag(&from, &to, *merge, &by).await?;
        ensure!(matches!(done, Renamed::Now(_)), "a tag that keeps its name: {}", from.as_str());
    }
    Ok(())
}

//! What happens around posts: what was written a while ago is shared, and the newest waits for a colleague.

use anyhow::Context;
use domain::id::MemberId;
use domain::post::PostKind;
use domain::review::{NewReview, Remark, Stage};
use jiff::{SignedDuration, ToSpan};
use store::{PostLine, Store, Viewer};

use super::cast::{ADA, HANEUL, NARI};
use super::{member, valid};

/// From when on a write-up is shared in the demo.
const SHARED_AFTER: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Brings the write-ups of everybody to where they stand; `team` answers for each of them.
pub(super) async fn around(store: &Store, team: &[(&str, Viewer)]) -> anyhow::Result<()> {
    for (email, author) in team {
        for line in write_ups(author, member(store, email).await?.id).await? {
            if line.post.changed_at + SHARED_AFTER < store.now() {
                author.set_stage(line.post.id, Stage::Shared).await?;
            }
        }
    }
    ask(store, team).await
}

/// The newest write-up of one has a second author, and waits for a third.
async fn ask(store: &Store, team: &[(&str, Viewer)]) -> anyhow::Result<()> {
    let (_, author) = team.iter().find(|(email, _)| *email == HANEUL).context("a colleague")?;
    let lines = write_ups(author, member(store, HANEUL).await?.id).await?;
    let post = lines.first().context("a write-up")?.post.id;
    author.add_author(post, member(store, ADA).await?.id).await?;
    let due = author.zone().local(store.now()).date().checked_add(5.days())?;
    let remark = valid(Remark::parse("숫자가 맞는지 봐 주세요. 표 두 개면 충분할까요?"))?;
    author.ask_review(post, &NewReview { reviewer: member(store, NARI).await?.id, due, remark }).await?;
    Ok(())
}

/// What somebody wrote, the last changed first.
async fn write_ups(author: &Viewer, id: MemberId) -> anyhow::Result<Vec<PostLine>> {
    let mut lines = author.posts(Some(PostKind::WriteUp), 0, 100).await?;
    lines.retain(|line| line.post.authors.iter().any(|one| one.id == id));
    Ok(lines)
}

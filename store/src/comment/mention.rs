//! Who is named in words, and told so.

use std::collections::HashMap;

use domain::comment::NoticeKind;
use domain::id::{CommentId, MemberId, PostId};
use domain::markdown::{candidates, references};
use sqlx::SqliteConnection;

use crate::notice::{Notice, tell};
use crate::{Store, StoreError};

/// Tells everybody whom some words of `by` name for the first time: the words of a post, or of a comment on it. Gives
/// who is named.
pub(crate) async fn tell_mentioned(
    write: &mut SqliteConnection,
    store: &Store,
    by: MemberId,
    post: PostId,
    comment: Option<CommentId>,
    words: &str,
) -> Result<Vec<MemberId>, StoreError> {
    let runs = references(words).handles;
    if runs.is_empty() {
        return Ok(Vec::new());
    }
    let members: Vec<(String, MemberId)> =
        sqlx::query_as("select handle, member_id from member where handle is not null").fetch_all(&mut *write).await?;
    let members: HashMap<String, MemberId> = members.into_iter().collect();
    let mut named: Vec<MemberId> = Vec::new();
    for run in &runs {
        let to = candidates(run).find_map(|handle| members.get(&handle).copied());
        named.extend(to.filter(|to| !named.contains(to)));
    }
    for to in &named {
        let notice = Notice { to: *to, kind: NoticeKind::Mention, post, comment, review: None, by };
        tell(write, &notice, store.now()).await?;
    }
    Ok(named)
}

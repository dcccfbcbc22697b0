//! Who is named in words, and told so.

use domain::comment::NoticeKind;
use domain::id::{CommentId, MemberId, PostId};
use domain::markdown::references;
use domain::member::Handle;
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
    let handles: Vec<Handle> = references(words).handles.iter().filter_map(|one| Handle::parse(one).ok()).collect();
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let members: Vec<(MemberId, String)> =
        sqlx::query_as("select member_id, handle from member where handle is not null").fetch_all(&mut *write).await?;
    let named: Vec<MemberId> = members
        .into_iter()
        .filter(|(_, handle)| handles.iter().any(|named| named.as_str() == handle))
        .map(|(id, _)| id)
        .collect();
    for to in &named {
        let notice = Notice { to: *to, kind: NoticeKind::Mention, post, comment, review: None, by };
        tell(write, &notice, store.now()).await?;
    }
    Ok(named)
}

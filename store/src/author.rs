//! Who writes a post along: added and taken off by its authors.

use domain::access;
use domain::comment::NoticeKind;
use domain::id::{MemberId, PostId};
use domain::member::{Member, Role};
use domain::post::Post;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection, SqliteExecutor};

use crate::column::maybe_instant;
use crate::member::member_now;
use crate::notice::{Notice, tell};
use crate::{StoreError, Viewer};

/// An author of a post, and since when.
#[derive(Debug, Clone)]
pub struct PostAuthor {
    /// Their number.
    pub id: MemberId,
    /// What colleagues call them.
    pub name: String,
    /// What they are called after `@`.
    pub handle: String,
    /// What they are; alumni keep their authorship.
    pub role: Role,
    /// When they set the picture they have; none for initials.
    pub picture_at: Option<Timestamp>,
    /// When they were added and by whom; none for who was there from the first revision.
    pub added: Option<(Timestamp, String)>,
}

#[derive(FromRow)]
struct AuthorRow {
    member_id: MemberId,
    name: String,
    handle: String,
    role: Role,
    picture_at: Option<i64>,
    added_at: Option<i64>,
    added_by: Option<String>,
}

impl TryFrom<AuthorRow> for PostAuthor {
    type Error = StoreError;

    fn try_from(row: AuthorRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.member_id,
            name: row.name,
            handle: row.handle,
            role: row.role,
            picture_at: maybe_instant(row.picture_at)?,
            added: maybe_instant(row.added_at)?.zip(row.added_by),
        })
    }
}

impl Viewer {
    /// A post's authors: who was there from the first revision, then the others as they came.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the post is not theirs to read.
    pub async fn authors_of(&self, id: PostId) -> Result<Vec<PostAuthor>, StoreError> {
        self.post_line(id).await?;
        authors(&self.store.readers, id).await
    }

    /// Adds an author; whoever is one stays one. Gives whether anything changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs to say, or that member cannot be one.
    pub async fn add_author(&self, id: PostId, member: MemberId) -> Result<bool, StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let post = self.stored(&mut *write, id).await?.post;
        let ids = post.author_ids();
        let facts = post.facts(&ids);
        let is_orphaned = authors(&mut *write, id).await?.iter().all(|author| author.role == Role::Alumni);
        if !access::may_add_author(&self.member, &facts, is_orphaned) {
            return Err(StoreError::NotFound);
        }
        if ids.contains(&member) {
            return Ok(false);
        }
        if !access::may_become_author(&member_now(&mut write, member).await?, &facts) {
            return Err(StoreError::NotFound);
        }
        sqlx::query("insert into post_author (post_id, member_id, added_at, added_by) values ($1, $2, $3, $4)")
            .bind(id)
            .bind(member)
            .bind(now.as_millisecond())
            .bind(self.member.id)
            .execute(&mut *write)
            .await?;
        answer_for(&mut write, id, member, now).await?;
        let notice = Notice {
            to: member,
            kind: NoticeKind::CoAuthor,
            post: id,
            comment: None,
            review: None,
            by: self.member.id,
        };
        tell(&mut write, &notice, now).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Takes an author off a post, themselves among them.
    ///
    /// # Errors
    /// [`StoreError::LastAuthor`]; [`StoreError::NotFound`] when it is not theirs to say or that member is none.
    pub async fn remove_author(&self, id: PostId, member: MemberId) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        let post = self.stored(&mut *write, id).await?.post;
        let ids = post.author_ids();
        if !access::may_edit(&self.member, &post.facts(&ids)) || !ids.contains(&member) {
            return Err(StoreError::NotFound);
        }
        if !access::may_remove_author(&self.member, &post.facts(&ids)) {
            return Err(StoreError::LastAuthor);
        }
        sqlx::query("delete from post_author where post_id = $1 and member_id = $2")
            .bind(id)
            .bind(member)
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }

    /// Whether this member may add an author to a post.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn may_add_author(&self, post: &Post) -> Result<bool, StoreError> {
        let ids = post.author_ids();
        let facts = post.facts(&ids);
        // Only for those whom it would help: of most readers nothing is asked.
        let is_orphaned = !access::may_edit(&self.member, &facts)
            && access::may_add_author(&self.member, &facts, true)
            && authors(&self.store.readers, post.id).await?.iter().all(|author| author.role == Role::Alumni);
        Ok(access::may_add_author(&self.member, &facts, is_orphaned))
    }

    /// Everybody who may write, by name: whom a post's authors may choose from.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn colleagues(&self) -> Result<Vec<Member>, StoreError> {
        let lines = self.store.members().await?;
        Ok(lines.into_iter().map(|line| line.member).filter(access::may_write).collect())
    }
}

/// Who writes along answers no review of it.
async fn answer_for(
    write: &mut SqliteConnection,
    id: PostId,
    member: MemberId,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "update review set outcome = 'withdrawn', answered_at = $3, answered_by = $2
         where post_id = $1 and reviewer_id = $2 and outcome is null",
    )
    .bind(id)
    .bind(member)
    .bind(now.as_millisecond())
    .execute(write)
    .await?;
    Ok(())
}

async fn authors<'e>(from: impl SqliteExecutor<'e>, id: PostId) -> Result<Vec<PostAuthor>, StoreError> {
    let rows: Vec<AuthorRow> = sqlx::query_as(
        "select m.member_id, m.name, m.handle, m.role, k.set_at as picture_at, a.added_at, b.name as added_by
         from post_author a join member m using (member_id) left join picture k using (member_id)
            left join member b on b.member_id = a.added_by
         where a.post_id = $1 order by a.added_at is not null, a.added_at, a.member_id",
    )
    .bind(id)
    .fetch_all(from)
    .await?;
    rows.into_iter().map(PostAuthor::try_from).collect()
}

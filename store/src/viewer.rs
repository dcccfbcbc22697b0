//! The store, answering for one member: what they may not read is not there.

use domain::id::PostId;
use domain::member::{Member, Role};
use domain::schedule::Zone;
use jiff::Timestamp;

use crate::draft::Ended;
use crate::member::{MemberRow, member_columns};
use crate::{Clock, Store, StoreError};

/// The store, answering for one member.
#[derive(Debug, Clone)]
pub struct Viewer {
    pub(crate) store: Store,
    pub(crate) member: Member,
    /// The draft that the next save ends.
    pub(crate) ends: Ended,
}

/// `domain::access::may_read` in SQL, for a post `p` that is not in the trash: `$1` is the member, `$2` whether they read
/// what is for the team.
macro_rules! readable {
    () => {
        "p.trashed_at is null and (($2 and (p.audience = 'team' or p.post_id in
            (select v.post_id from review v where v.reviewer_id = $1 and v.outcome is null)))
          or exists (select 1 from post_author a where a.post_id = p.post_id and a.member_id = $1))"
    };
}
pub(crate) use readable;

/// Whether member `$1`, who may read a post `p`, knows the words of its revision `r`:
/// `domain::access::may_read_revision`, what the post is now, and what they were asked to review until they answered.
macro_rules! known_revision {
    () => {
        "(r.audience = 'team' or r.revision_id = p.revision_id
          or exists (select 1 from post_author a where a.post_id = p.post_id and a.member_id = $1)
          or exists (select 1 from review v join revision q on q.revision_id = v.revision_id
                left join revision z on z.revision_id = v.answered_revision_id
              where v.post_id = p.post_id and v.reviewer_id = $1 and q.number <= r.number
                and (v.outcome is null or r.number <= z.number)))"
    };
}
pub(crate) use known_revision;

/// Whether member `$1`, who may read a post `p`, knows the words that a comment `c` on it and the thread it answers were
/// said about: what was said in a post's private days stays among those who read it then.
macro_rules! known_thread {
    () => {
        concat!(
            "not exists (select 1 from comment t join revision r on r.revision_id = t.revision_id
                where t.comment_id in (c.comment_id, c.thread_id) and not ",
            crate::viewer::known_revision!(),
            ")"
        )
    };
}
pub(crate) use known_thread;

impl Viewer {
    pub(crate) fn new(store: Store, member: Member) -> Self {
        Self { store, member, ends: Ended::default() }
    }

    /// Whom it answers for.
    pub fn member(&self) -> &Member {
        &self.member
    }

    /// The zone of the member's clocks.
    pub fn zone(&self) -> &Zone {
        &self.member.zone
    }

    /// The same, with a clock that stands at an instant: for what is written as of another day.
    #[must_use]
    pub fn at(&self, instant: Timestamp) -> Self {
        Self { store: self.store.with_clock(Clock::fixed(instant)), ..self.clone() }
    }

    /// `$2` of [`readable`].
    pub(crate) fn reads_team(&self) -> bool {
        self.member.role != Role::Alumni
    }
}

impl Store {
    /// The store, answering for a post's first author: for the command line, whose operator holds the file anyway.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such post.
    pub async fn as_author_of(&self, id: PostId) -> Result<Viewer, StoreError> {
        let row: Option<MemberRow> = sqlx::query_as(concat!(
            "select ",
            member_columns!(),
            " from post_author a join member m using (member_id) join post p using (post_id)
             where a.post_id = $1 and p.trashed_at is null
             order by a.added_at is not null, a.added_at, a.member_id limit 1"
        ))
        .bind(id)
        .fetch_optional(&self.readers)
        .await?;
        Ok(self.viewer(row.ok_or(StoreError::NotFound)?.try_into()?))
    }
}

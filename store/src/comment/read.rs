//! The threads of a post, each with the place it is about.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::comment::{Anchor, Ground, Passage, Placed, Spot, place, place_at_once};
use domain::id::{CommentId, MemberId, PostId, ReviewId, RevisionId};
use sqlx::FromRow;

use super::{Comment, Settled, Thread};
use crate::column::{instant, maybe_instant};
use crate::viewer::{known_thread, readable};
use crate::{Reading, StoreError, Viewer};

#[derive(FromRow)]
struct CommentRow {
    comment_id: CommentId,
    post_id: PostId,
    thread_id: Option<CommentId>,
    member_id: MemberId,
    name: String,
    picture_at: Option<i64>,
    body: String,
    revision_id: RevisionId,
    revision_number: i64,
    anchor: String,
    heading: Option<String>,
    passage: Option<String>,
    before: Option<String>,
    after: Option<String>,
    line: Option<u32>,
    review_id: Option<ReviewId>,
    written_at: i64,
    edited_at: Option<i64>,
    deleted_at: Option<i64>,
    deleted_by: Option<String>,
    resolved_at: Option<i64>,
    resolved_by: Option<String>,
}

impl TryFrom<CommentRow> for Comment {
    type Error = StoreError;

    fn try_from(row: CommentRow) -> Result<Self, StoreError> {
        Ok(Self {
            anchor: anchor(&row).ok_or(StoreError::Corrupt("a place in a post"))?,
            id: row.comment_id,
            post: row.post_id,
            thread: row.thread_id,
            writer: row.member_id,
            name: row.name,
            picture_at: maybe_instant(row.picture_at)?,
            body: row.body,
            revision: row.revision_id,
            revision_number: row.revision_number,
            review: row.review_id,
            written_at: instant(row.written_at)?,
            edited_at: maybe_instant(row.edited_at)?,
            deleted: settled(row.deleted_at, row.deleted_by)?,
            resolved: settled(row.resolved_at, row.resolved_by)?,
        })
    }
}

fn anchor(row: &CommentRow) -> Option<Anchor> {
    Some(match row.anchor.as_str() {
        "post" => Anchor::Post,
        "heading" => Anchor::Heading(row.heading.clone()?),
        "passage" => Anchor::Passage(Passage {
            exact: row.passage.clone()?,
            before: row.before.clone().unwrap_or_default(),
            after: row.after.clone().unwrap_or_default(),
        }),
        "line" => Anchor::Line { revision: row.revision_id, line: row.line? },
        _ => return None,
    })
}

fn settled(at: Option<i64>, by: Option<String>) -> Result<Option<Settled>, StoreError> {
    Ok(maybe_instant(at)?.zip(by).map(|(at, by)| Settled { by, at }))
}

macro_rules! comments {
    ($which:literal) => {
        concat!(
            "select c.comment_id, c.post_id, c.thread_id, c.member_id, m.name, k.set_at as picture_at, c.body, c.revision_id,
                r.number as revision_number, c.anchor, c.heading, c.passage, c.before, c.after, c.line, c.review_id,
                c.written_at, c.edited_at, c.deleted_at, d.name as deleted_by, c.resolved_at, s.name as resolved_by
             from comment c join post p using (post_id) join member m on m.member_id = c.member_id
                join revision r on r.revision_id = c.revision_id
                left join picture k on k.member_id = c.member_id
                left join member d on d.member_id = c.deleted_by
                left join member s on s.member_id = c.resolved_by
             where ",
            $which,
            " = $3 and ",
            readable!(),
            " and ",
            known_thread!(),
            " order by c.comment_id"
        )
    };
}

impl Viewer {
    /// All that is said about a post, in the order it was said; not what was said about words that the member may not
    /// know.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn comments(&self, post: PostId) -> Result<Vec<Comment>, StoreError> {
        let rows: Vec<CommentRow> = sqlx::query_as(comments!("c.post_id"))
            .bind(self.member.id)
            .bind(self.reads_team())
            .bind(post)
            .fetch_all(&self.store.readers)
            .await?;
        rows.into_iter().map(Comment::try_from).collect()
    }

    /// One comment, deleted or not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or not theirs to read.
    pub async fn comment_by_id(&self, id: CommentId) -> Result<Comment, StoreError> {
        let row: Option<CommentRow> = sqlx::query_as(comments!("c.comment_id"))
            .bind(self.member.id)
            .bind(self.reads_team())
            .bind(id)
            .fetch_optional(&self.store.readers)
            .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// The threads of a post, each with where its place is in the text that is read.
    ///
    /// # Errors
    /// [`StoreError::Database`], [`StoreError::Corrupt`] or [`StoreError::Stopping`].
    pub async fn threads(&self, reading: &Reading) -> Result<Vec<Thread>, StoreError> {
        let comments = if reading.comments > 0 { self.comments(reading.post.id).await? } else { Vec::new() };
        let mut threads: Vec<Thread> = Vec::new();
        for comment in comments {
            let Some(first) = comment.thread else {
                threads.push(Thread {
                    first: comment,
                    replies: Vec::new(),
                    placed: Placed::Here(Spot::Post),
                    quote: None,
                });
                continue;
            };
            if let Some(thread) = threads.iter_mut().find(|thread| thread.first.id == first) {
                thread.replies.push(comment);
            }
        }
        if threads.iter().any(|thread| thread.first.anchor != Anchor::Post) {
            threads = self.placed(threads, reading).await?;
        }
        Ok(threads)
    }

    /// Looks for each thread's place; earlier texts are read only where the present one does not tell.
    async fn placed(&self, threads: Vec<Thread>, reading: &Reading) -> Result<Vec<Thread>, StoreError> {
        let current = reading.post.revision_id;
        let source = self.source(current).await?;
        let (html, headings) = (reading.html.clone(), reading.headings.clone());
        let aside = move || (Ground::rendered(current, &source, &html, headings), threads);
        let (now, mut threads) = tokio::task::spawn_blocking(aside).await.map_err(|_| StoreError::Stopping)?;
        let mut earlier: HashMap<RevisionId, String> = HashMap::new();
        for thread in &mut threads {
            if let Some(spot) = place_at_once(&thread.first.anchor, &now) {
                thread.found(Placed::Here(spot), &now, None);
                continue;
            }
            thread.placed = Placed::Earlier;
            if let Entry::Vacant(unread) = earlier.entry(thread.first.revision) {
                unread.insert(self.source(thread.first.revision).await?);
            }
        }
        if earlier.is_empty() {
            return Ok(threads);
        }
        let followed = move || {
            let earlier: HashMap<_, _> = earlier.iter().map(|(id, source)| (*id, Ground::of(*id, source))).collect();
            for thread in threads.iter_mut().filter(|thread| thread.placed == Placed::Earlier) {
                if let Some(then) = earlier.get(&thread.first.revision) {
                    thread.found(place(&thread.first.anchor, then, &now), &now, Some(then));
                }
            }
            threads
        };
        tokio::task::spawn_blocking(followed).await.map_err(|_| StoreError::Stopping)
    }

    /// A revision's source, for a member who was found to read its post.
    async fn source(&self, revision: RevisionId) -> Result<String, StoreError> {
        let source: Option<String> = sqlx::query_scalar("select body from revision where revision_id = $1")
            .bind(revision)
            .fetch_optional(&self.store.readers)
            .await?;
        source.ok_or(StoreError::NotFound)
    }
}

impl Thread {
    /// Where its place is, and the words there: those of now, or where it is not there any more those of then.
    fn found(&mut self, placed: Placed, now: &Ground, then: Option<&Ground>) {
        let quote = match (&placed, &self.first.anchor) {
            (Placed::Here(Spot::Post), _) | (_, Anchor::Post) => None,
            (Placed::Here(Spot::Heading(id)), _) => now.heading(id).map(str::to_owned),
            (Placed::Here(Spot::Passage(words)), _) => Some(words.clone()),
            (Placed::Here(Spot::Line(line)), _) => now.line(*line).map(str::to_owned),
            (Placed::Earlier, Anchor::Heading(id)) => then.and_then(|then| then.heading(id)).map(str::to_owned),
            (Placed::Earlier, Anchor::Passage(passage)) => Some(passage.exact.clone()),
            (Placed::Earlier, Anchor::Line { line, .. }) => then.and_then(|then| then.line(*line)).map(str::to_owned),
        };
        (self.placed, self.quote) = (placed, quote);
    }
}

//! Tags, and what they were called. A renamed tag is a row that says what it is called now: words are never rewritten,
//! and no row leads to a name that is an old one itself.

use domain::access;
use domain::audit::Deed;
use domain::tag::Tag;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection, SqliteExecutor};

use crate::audit::remember;
use crate::column::instant;
use crate::viewer::readable;
use crate::{By, Note, StoreError, Viewer};

/// A tag in the list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagLine {
    /// Its present name.
    pub name: String,
    /// Posts that bear it, of those the reader may read.
    pub posts: usize,
}

/// A tag by its present name.
#[derive(Debug, Clone)]
pub struct TagNow {
    /// Its present name: another than was asked for when it was renamed.
    pub name: String,
    /// Posts that bear it, of those the reader may read; at least one.
    pub posts: usize,
    /// What it was called, the latest first.
    pub was: Vec<OldName>,
}

/// A name that a tag had.
#[derive(Debug, Clone)]
pub struct OldName {
    /// The name.
    pub tag: String,
    /// Who renamed it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What came of renaming a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renamed {
    /// It has this name now.
    Now(String),
    /// There is such a tag: the two would be one, which nobody has said yet.
    Asks {
        /// What both would be called.
        to: String,
        /// Posts of the one that would have another name.
        ones: usize,
        /// Posts of the other.
        others: usize,
    },
    /// This is what it is called.
    Same,
}

/// Whether the member may be told that `x.tag` was renamed: others than who renamed it only when it was a tag of the
/// team's, or stands in a post that they may read.
macro_rules! told {
    () => {
        concat!(
            "(x.member_id = $1 or ($2 and x.is_open) or exists (select 1 from post_tag g join post p using (post_id)
                where g.tag = x.tag and ",
            readable!(),
            "))"
        )
    };
}

#[derive(FromRow)]
struct CountRow {
    name: String,
    posts: i64,
}

#[derive(FromRow)]
struct OldRow {
    tag: String,
    by: String,
    made_at: i64,
}

impl Viewer {
    /// All tags of posts that the member may read, by the code points of their names.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn tags(&self) -> Result<Vec<TagLine>, StoreError> {
        let rows: Vec<CountRow> = sqlx::query_as(concat!(
            "select coalesce(x.now_tag, g.tag) as name, count(distinct p.post_id) as posts
             from post p join post_tag g using (post_id) left join tag_alias x on x.tag = g.tag
             where ",
            readable!(),
            " group by 1 order by 1"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .fetch_all(&self.store.readers)
        .await?;
        let line = |row: CountRow| TagLine { name: row.name, posts: usize::try_from(row.posts).unwrap_or_default() };
        Ok(rows.into_iter().map(line).collect())
    }

    /// A tag, by its present name or an old one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when no post that they may read bears it.
    pub async fn tag(&self, tag: &Tag) -> Result<TagNow, StoreError> {
        let name: String = sqlx::query_scalar(concat!(
            "select coalesce((select x.now_tag from tag_alias x where x.tag = $3 and ",
            told!(),
            "), $3)"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(tag.as_str())
        .fetch_one(&self.store.readers)
        .await?;
        let posts = self.bearing(&self.store.readers, &name).await?;
        if posts == 0 {
            return Err(StoreError::NotFound);
        }
        let was = self.old_names(&name).await?;
        Ok(TagNow { name, posts, was })
    }

    async fn old_names(&self, name: &str) -> Result<Vec<OldName>, StoreError> {
        let rows: Vec<OldRow> = sqlx::query_as(concat!(
            "select x.tag, m.name as by, x.made_at from tag_alias x join member m using (member_id)
             where x.now_tag = $3 and ",
            told!(),
            " order by x.made_at desc, x.tag"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(name)
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(|row| Ok(OldName { tag: row.tag, by: row.by, at: instant(row.made_at)? })).collect()
    }

    /// How many posts that the member may read bear a tag by its present name.
    async fn bearing<'e>(&self, from: impl SqliteExecutor<'e>, name: &str) -> Result<usize, StoreError> {
        let posts: i64 = sqlx::query_scalar(concat!(
            "select count(distinct p.post_id) from post_tag g join post p using (post_id)
             where (g.tag in (select tag from tag_alias where now_tag = $3)
                or (g.tag = $3 and not exists (select 1 from tag_alias x where x.tag = $3))) and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(name)
        .fetch_one(from)
        .await?;
        Ok(usize::try_from(posts).unwrap_or_default())
    }

    /// Calls a tag something else. When there is a tag of that name, the two are one from now on, if `merge` says so;
    /// an old name of another tag stands for what that is called now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when no post that they may read bears it by this name, or they may not write.
    pub async fn rename_tag(&self, from: &Tag, to: &Tag, merge: bool, by: &By) -> Result<Renamed, StoreError> {
        let from = from.as_str();
        let mut write = self.store.write().await?;
        let ones = self.bearing(&mut *write, from).await?;
        if ones == 0 || !access::may_write(&self.member) {
            return Err(StoreError::NotFound);
        }
        if to.as_str() == from {
            return Ok(Renamed::Same);
        }
        let to = called_now(&mut write, to.as_str()).await?.filter(|now| now != from).unwrap_or(to.as_str().to_owned());
        let others = self.bearing(&mut *write, &to).await?;
        if others > 0 && !merge {
            return Ok(Renamed::Asks { to, ones, others });
        }
        let is_open = self.lead(&mut write, from, &to).await?;
        let detail = if is_open { format!("#{from} → #{to}") } else { String::new() };
        remember(&mut write, &Note::new(Deed::TagRenamed, by).with(&detail), self.store.now()).await?;
        write.commit().await?;
        Ok(Renamed::Now(to))
    }

    /// `from` leads to `to`, and all that led to `from` does. What led from `to` back is gone, so that no two names lead
    /// to each other. Gives whether a post for the team bore it: asked before, since what bears the other name tells nothing
    /// of this one.
    async fn lead(&self, write: &mut SqliteConnection, from: &str, to: &str) -> Result<bool, StoreError> {
        let is_open: bool = sqlx::query_scalar(
            "select exists (select 1 from post_tag g join post p using (post_id) left join tag_alias x on x.tag = g.tag
                where p.audience = 'team' and p.trashed_at is null and (g.tag = $1 or (x.now_tag = $1 and x.is_open)))",
        )
        .bind(from)
        .fetch_one(&mut *write)
        .await?;
        sqlx::query("delete from tag_alias where tag = $1").bind(to).execute(&mut *write).await?;
        sqlx::query("update tag_alias set now_tag = $2 where now_tag = $1")
            .bind(from)
            .bind(to)
            .execute(&mut *write)
            .await?;
        sqlx::query("insert into tag_alias (tag, now_tag, member_id, made_at, is_open) values ($1, $2, $3, $4, $5)")
            .bind(from)
            .bind(to)
            .bind(self.member.id)
            .bind(self.store.now().as_millisecond())
            .bind(is_open)
            .execute(write)
            .await?;
        Ok(is_open)
    }

    /// Gives a tag its old name back. Gives the name it had until now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not renamed as far as they may know, or they may not write.
    pub async fn restore_tag(&self, old: &Tag, by: &By) -> Result<String, StoreError> {
        if !access::may_write(&self.member) {
            return Err(StoreError::NotFound);
        }
        let mut write = self.store.write().await?;
        let gone: Option<(String, bool)> = sqlx::query_as(concat!(
            "delete from tag_alias as x where x.tag = $3 and ",
            told!(),
            " returning now_tag, is_open"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(old.as_str())
        .fetch_optional(&mut *write)
        .await?;
        let (now, is_open) = gone.ok_or(StoreError::NotFound)?;
        let detail = if is_open { format!("#{now} → #{}", old.as_str()) } else { String::new() };
        remember(&mut write, &Note::new(Deed::TagRestored, by).with(&detail), self.store.now()).await?;
        write.commit().await?;
        Ok(now)
    }
}

/// What an old name stands for.
async fn called_now(write: &mut SqliteConnection, tag: &str) -> Result<Option<String>, StoreError> {
    let now =
        sqlx::query_scalar("select now_tag from tag_alias where tag = $1").bind(tag).fetch_optional(write).await?;
    Ok(now)
}

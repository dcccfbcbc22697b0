//! A file that somebody wants to bring in, between looking and committing; and what came of it.

use std::collections::{HashMap, HashSet};

use domain::id::{ImportId, PostId};
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteExecutor};

use crate::column::{instant, maybe_instant};
use crate::viewer::readable;
use crate::{StoreError, Viewer};

/// How long a file waits to be committed.
pub const IMPORT_LIFETIME: SignedDuration = SignedDuration::from_hours(24);
/// How many files of a member's wait at once; one more lets the oldest go.
const MOST_WAITING: i64 = 3;

/// Files that nobody committed within their time, and that brought nothing.
pub(crate) const FORGOTTEN: &str = "delete from import where committed_at is null and brought_at < $1
    and not exists (select 1 from import_post i where i.import_id = import.import_id)";
/// Those that brought something before a crash: what they brought is remembered, their bytes are not.
pub(crate) const LET_GO: &str = "update import set archive = null, committed_at = brought_at
    where committed_at is null and brought_at < $1";

/// A file that somebody wants to bring in, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its number.
    pub id: ImportId,
    /// What it is called.
    pub file_name: String,
    /// When it came.
    pub brought_at: Timestamp,
    /// When it became posts; none while it waits.
    pub committed_at: Option<Timestamp>,
    /// How many posts it brought that are not in the trash.
    pub posts: i64,
    /// Files of it that could not be kept.
    pub lost: Vec<String>,
}

/// A post that an import brought.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Brought {
    /// The post.
    pub post_id: PostId,
    /// What it is called now.
    pub title: String,
    /// The file's name in the archive.
    pub path: String,
    /// Who wrote it where it comes from, when that was not the importer.
    pub written_by: Option<String>,
}

#[derive(FromRow)]
struct Row {
    import_id: ImportId,
    file_name: String,
    brought_at: i64,
    committed_at: Option<i64>,
    posts: i64,
    lost: Option<String>,
}

impl TryFrom<Row> for Import {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.import_id,
            file_name: row.file_name,
            brought_at: instant(row.brought_at)?,
            committed_at: maybe_instant(row.committed_at)?,
            posts: row.posts,
            lost: row.lost.unwrap_or_default().lines().map(str::to_owned).collect(),
        })
    }
}

macro_rules! import_columns {
    () => {
        "i.import_id, i.file_name, i.brought_at, i.committed_at, i.lost,
         (select count(*) from import_post b join post p using (post_id)
          where b.import_id = i.import_id and p.trashed_at is null) as posts"
    };
}

impl Viewer {
    /// Keeps a file to look at. Of those that wait, the oldest goes when there are too many.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn keep_import(&self, file_name: &str, archive: &[u8]) -> Result<ImportId, StoreError> {
        let mut write = self.store.write().await?;
        sqlx::query(
            "delete from import where member_id = $1 and committed_at is null
             and not exists (select 1 from import_post b where b.import_id = import.import_id)
             and import_id not in (select import_id from import where member_id = $1 and committed_at is null
                order by import_id desc limit $2)",
        )
        .bind(self.member.id)
        .bind(MOST_WAITING - 1)
        .execute(&mut *write)
        .await?;
        let id = sqlx::query_scalar(
            "insert into import (member_id, file_name, archive, brought_at) values ($1, $2, $3, $4)
             returning import_id",
        )
        .bind(self.member.id)
        .bind(file_name)
        .bind(archive)
        .bind(self.store.now().as_millisecond())
        .fetch_one(&mut *write)
        .await?;
        write.commit().await?;
        Ok(id)
    }

    /// A file of the member's.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn import(&self, id: ImportId) -> Result<Import, StoreError> {
        let row: Option<Row> = sqlx::query_as(concat!(
            "select ",
            import_columns!(),
            " from import i where i.import_id = $1 and i.member_id = $2"
        ))
        .bind(id)
        .bind(self.member.id)
        .fetch_optional(&self.store.readers)
        .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// The member's files, the last first.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn imports(&self) -> Result<Vec<Import>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(concat!(
            "select ",
            import_columns!(),
            " from import i where i.member_id = $1 order by i.import_id desc limit 20"
        ))
        .bind(self.member.id)
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(Import::try_from).collect()
    }

    /// The bytes of a file that waits.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or waits no more.
    pub async fn waiting_archive(&self, id: ImportId) -> Result<Vec<u8>, StoreError> {
        let archive: Option<Option<Vec<u8>>> = sqlx::query_scalar(
            "select archive from import where import_id = $1 and member_id = $2 and committed_at is null",
        )
        .bind(id)
        .bind(self.member.id)
        .fetch_optional(&self.store.readers)
        .await?;
        archive.flatten().ok_or(StoreError::NotFound)
    }

    pub(crate) async fn waiting_import<'e>(
        &self,
        from: impl SqliteExecutor<'e>,
        id: ImportId,
    ) -> Result<(), StoreError> {
        let known: Option<i64> = sqlx::query_scalar(
            "select import_id from import where import_id = $1 and member_id = $2 and committed_at is null",
        )
        .bind(id)
        .bind(self.member.id)
        .fetch_optional(from)
        .await?;
        known.map(drop).ok_or(StoreError::NotFound)
    }

    /// Everything was brought, but for some files: the bytes go, and what they became is remembered.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_import(&self, id: ImportId, lost: &[String]) -> Result<(), StoreError> {
        sqlx::query(
            "update import set archive = null, committed_at = $3, lost = nullif($4, '')
             where import_id = $1 and member_id = $2 and committed_at is null",
        )
        .bind(id)
        .bind(self.member.id)
        .bind(self.store.now().as_millisecond())
        .bind(lost.join("\n"))
        .execute(&self.store.writer)
        .await?;
        Ok(())
    }

    /// Rather not: the bytes go at once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or waits no more.
    pub async fn give_up_import(&self, id: ImportId) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        self.waiting_import(&mut *write, id).await?;
        // What came before a crash stays known as brought.
        sqlx::query("update import set archive = null, committed_at = $2 where import_id = $1 and exists (select 1 from import_post b where b.import_id = $1)")
            .bind(id)
            .bind(self.store.now().as_millisecond())
            .execute(&mut *write)
            .await?;
        sqlx::query("delete from import where import_id = $1 and committed_at is null")
            .bind(id)
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        Ok(())
    }

    /// What an import of the member's brought and is not in the trash, by number.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn brought(&self, id: ImportId) -> Result<Vec<Brought>, StoreError> {
        Ok(sqlx::query_as(concat!(
            "select p.post_id, r.title, b.path, b.written_by
             from import_post b join import i using (import_id) join post p using (post_id)
             join revision r using (revision_id)
             where b.import_id = $3 and i.member_id = $1 and ",
            readable!(),
            " order by p.post_id"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .fetch_all(&self.store.readers)
        .await?)
    }

    /// Moves into the trash what an import brought, as far as it is still the member's to change. How many went.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs.
    pub async fn undo_import(&self, id: ImportId) -> Result<u64, StoreError> {
        self.import(id).await?;
        let gone = sqlx::query(
            "update post set trashed_at = $3, trashed_by = $2 where trashed_at is null
             and post_id in (select post_id from import_post where import_id = $1)
             and exists (select 1 from post_author a where a.post_id = post.post_id and a.member_id = $2)",
        )
        .bind(id)
        .bind(self.member.id)
        .bind(self.store.now().as_millisecond())
        .execute(&self.store.writer)
        .await?;
        Ok(gone.rows_affected())
    }

    /// Which files the member brought before, by the SHA-256 of their bytes, and which posts they became.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn brought_before(&self, files: &[[u8; 32]]) -> Result<HashMap<[u8; 32], PostId>, StoreError> {
        let mut known = HashMap::new();
        for sha256 in files {
            let post: Option<PostId> = sqlx::query_scalar(
                "select p.post_id from import_post b join import i using (import_id) join post p using (post_id)
                 where b.sha256 = $1 and i.member_id = $2 and p.trashed_at is null order by p.post_id limit 1",
            )
            .bind(sha256.as_slice())
            .bind(self.member.id)
            .fetch_optional(&self.store.readers)
            .await?;
            known.extend(post.map(|post| (*sha256, post)));
        }
        Ok(known)
    }

    /// Which of these titles a post has that the member may read.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn known_titles(&self, titles: &HashSet<String>) -> Result<HashSet<String>, StoreError> {
        let wanted = serde_json::to_string(titles).map_err(|_| StoreError::Corrupt("a title"))?;
        let known: Vec<String> = sqlx::query_scalar(concat!(
            "select r.title from post p join revision r using (revision_id)
             where r.title in (select value from json_each($3)) and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(wanted)
        .fetch_all(&self.store.readers)
        .await?;
        Ok(known.into_iter().collect())
    }
}

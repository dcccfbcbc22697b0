//! Files that came with somebody's words: a row each, and bytes on the shelf. The bytes are there before the row is,
//! and go after it: a crash leaves at most bytes without a row, which are swept away.

mod list; // mine, and a post's
mod name; // whether a name is anybody's
mod shelf; // the folder of their bytes
mod sweep; // what nobody uses is removed
mod used; // what revisions use

use std::path::PathBuf;

use domain::access;
use domain::id::{MemberId, UploadId};
use domain::upload::{FileName, NotKept, UploadKind, UploadName};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use sqlx::{FromRow, SqliteExecutor};

use crate::column::{count, instant};
use crate::viewer::{known_revision, known_thread, readable};
use crate::{StoreError, Viewer};

pub use list::{MyUpload, PostUpload, UploadUse};
pub(crate) use shelf::Shelf;
pub use sweep::{Swept, UNUSED_FOR};

/// The most files that a member brings in [`DAY`].
const MOST_A_DAY: i64 = 200;
/// The most bytes of them.
const MOST_BYTES_A_DAY: i64 = 500 * 1024 * 1024;
/// What counts as a day.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A file that is about to be kept.
#[derive(Debug, Clone)]
pub struct NewUpload {
    /// Made by us.
    pub name: UploadName,
    /// What it was called where it came from.
    pub file_name: FileName,
    /// What is kept.
    pub bytes: Vec<u8>,
    /// The same picture, by narrower widths in pixels.
    pub narrower: Vec<(u32, Vec<u8>)>,
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its number.
    pub id: UploadId,
    /// What Markdown calls it.
    pub name: UploadName,
    /// Who brought it.
    pub member_id: MemberId,
    /// A picture or a file.
    pub kind: UploadKind,
    /// What it was called where it came from.
    pub file_name: FileName,
    /// How large it is.
    pub bytes: u64,
    /// When it was brought.
    pub uploaded_at: Timestamp,
}

#[derive(FromRow)]
struct UploadRow {
    upload_id: UploadId,
    name: String,
    member_id: MemberId,
    kind: UploadKind,
    file_name: String,
    bytes: i64,
    uploaded_at: i64,
}

/// The columns of an upload `u`.
macro_rules! upload_columns {
    () => {
        "u.upload_id, u.name, u.member_id, u.kind, u.file_name, u.bytes, u.uploaded_at"
    };
}
use upload_columns;

/// Whether `$1`, who reads what is for the team if `$2`, may see an upload `u`: whoever brought it, and whoever reads a
/// post that uses it or used it once in words that they may know, or that its bringer said something about with it.
macro_rules! seen {
    () => {
        concat!(
            "(u.member_id = $1
              or exists (select 1 from revision_upload ru join revision r using (revision_id) join post p using (post_id)
                where ru.upload_id = u.upload_id and ",
            readable!(),
            " and ",
            known_revision!(),
            ") or exists (select 1 from comment c join post p using (post_id)
                where c.member_id = u.member_id and c.deleted_at is null and instr(c.body, u.name) > 0 and ",
            readable!(),
            " and ",
            known_thread!(),
            "))"
        )
    };
}
use seen;

impl TryFrom<UploadRow> for Upload {
    type Error = StoreError;

    fn try_from(row: UploadRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.upload_id,
            name: UploadName::parse(&row.name).ok_or(StoreError::Corrupt("an upload's name"))?,
            member_id: row.member_id,
            kind: row.kind,
            file_name: FileName::parse(&row.file_name),
            bytes: u64::try_from(row.bytes).map_err(|_| StoreError::Corrupt("an upload's size"))?,
            uploaded_at: instant(row.uploaded_at)?,
        })
    }
}

impl Viewer {
    /// Keeps a file for this member. Nobody uses it yet.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they may not write; [`StoreError::NotKept`] when the day or the disk is full.
    pub async fn keep_upload(&self, new: NewUpload) -> Result<Upload, StoreError> {
        if !access::may_write(&self.member) {
            return Err(StoreError::NotFound);
        }
        let row = Row::of(&new);
        self.has_room_today(&self.store.readers, row.bytes).await?;
        self.store.shelf.put(&new.name, new.bytes, new.narrower).await?;
        let kept = self.add_upload(&new.name, &new.file_name, row).await;
        if kept.is_err() {
            self.store.shelf.remove(&new.name).await?;
        }
        kept
    }

    async fn add_upload(&self, name: &UploadName, file_name: &FileName, row: Row) -> Result<Upload, StoreError> {
        let now = self.store.now().as_millisecond();
        let (width, height) = name.dimensions().unzip();
        let mut write = self.store.write().await?;
        self.has_room_today(&mut *write, row.bytes).await?; // others may have come at the same time
        let id: UploadId = sqlx::query_scalar(
            "insert into upload (name, member_id, kind, file_name, media_type, bytes, width, height, sha256, uploaded_at,
                unused_since)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) returning upload_id",
        )
        .bind(name.as_str())
        .bind(self.member.id)
        .bind(row.kind)
        .bind(file_name.as_str())
        .bind(name.media_type())
        .bind(row.bytes)
        .bind(width)
        .bind(height)
        .bind(&row.sha256)
        .bind(now)
        .fetch_one(&mut *write)
        .await?;
        write.commit().await?;
        self.upload_by_id(id).await
    }

    async fn has_room_today(&self, executor: impl SqliteExecutor<'_>, bytes: i64) -> Result<(), StoreError> {
        let since = self.store.now() - DAY;
        let (files, sum): (i64, i64) = sqlx::query_as(
            "select count(*), coalesce(sum(bytes), 0) from upload where member_id = $1 and uploaded_at > $2",
        )
        .bind(self.member.id)
        .bind(since.as_millisecond())
        .fetch_one(executor)
        .await?;
        let fits = files < MOST_A_DAY && sum + bytes <= MOST_BYTES_A_DAY;
        if fits { Ok(()) } else { Err(StoreError::NotKept(NotKept::DayIsFull)) }
    }

    async fn upload_by_id(&self, id: UploadId) -> Result<Upload, StoreError> {
        let row: Option<UploadRow> =
            sqlx::query_as(concat!("select ", upload_columns!(), " from upload u where upload_id = $1"))
                .bind(id)
                .fetch_optional(&self.store.readers)
                .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// An upload that this member may see.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to see.
    pub async fn upload(&self, name: &UploadName) -> Result<Upload, StoreError> {
        let row: Option<UploadRow> =
            sqlx::query_as(concat!("select ", upload_columns!(), " from upload u where u.name = $3 and ", seen!()))
                .bind(self.member.id)
                .bind(self.reads_team())
                .bind(name.as_str())
                .fetch_optional(&self.store.readers)
                .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// The same with the file that its bytes are in: the narrower one if there is one of this width in pixels.
    ///
    /// # Errors
    /// As of [`Self::upload`].
    pub async fn upload_on_shelf(
        &self,
        name: &UploadName,
        width: Option<u32>,
    ) -> Result<(Upload, PathBuf), StoreError> {
        let upload = self.upload(name).await?;
        let file = self.store.shelf.find(name, width).await;
        Ok((upload, file))
    }

    /// The bytes of an upload that this member may see.
    ///
    /// # Errors
    /// As of [`Self::upload`], and [`StoreError::Shelf`].
    pub async fn upload_bytes(&self, name: &UploadName) -> Result<Vec<u8>, StoreError> {
        let (_, file) = self.upload_on_shelf(name, None).await?;
        Ok(tokio::fs::read(file).await?)
    }
}

/// What a row says of the bytes.
struct Row {
    kind: UploadKind,
    bytes: i64,
    sha256: Vec<u8>,
}

impl Row {
    fn of(new: &NewUpload) -> Self {
        Self {
            kind: if new.name.dimensions().is_some() { UploadKind::Picture } else { UploadKind::File },
            bytes: count(new.bytes.len()),
            sha256: Sha256::digest(&new.bytes).to_vec(),
        }
    }
}

//! Posts as a zip. The same state of the house gives the same bytes: names in order, times of the posts.

use std::collections::BTreeMap;
use std::io::{self, Write};

use domain::id::PostId;
use domain::moving::{README, file_name, upload_path, whole};
use domain::schedule::Zone;
use domain::upload::UploadName;
use jiff::Timestamp;
use store::{Store, StoreError, Viewer};
use tokio::runtime::Handle;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Whose archive it is.
#[derive(Debug, Clone)]
pub enum Source {
    /// Everything a member may read, as far as it is asked for.
    Member(Viewer),
    /// Everything in the house: for whoever holds the file anyway.
    House(Store),
}

impl Source {
    async fn reader(&self, id: PostId) -> Result<Viewer, StoreError> {
        match self {
            Self::Member(viewer) => Ok(viewer.clone()),
            Self::House(store) => store.as_author_of(id).await,
        }
    }
}

/// Writes an archive of these posts. One post or one upload at a time is in memory. Call it on a blocking thread of a
/// runtime.
///
/// # Errors
/// Those of the writer; a database that fails is one too. A post that went away meanwhile is left out, and so
/// is an upload that is not on its shelf: one lost picture keeps nobody from the rest.
pub fn pack(source: &Source, posts: &[PostId], out: &mut impl Write) -> io::Result<()> {
    let wait = Handle::current();
    let mut zip = ZipWriter::new_stream(out);
    let mut uploads = BTreeMap::new();
    add(&mut zip, "README.md", README.as_bytes(), options(None))?;
    for id in posts {
        let post = match wait.block_on(async { source.reader(*id).await?.archived_post(*id).await }) {
            Ok(post) => post,
            Err(StoreError::NotFound) => continue,
            Err(error) => return Err(io::Error::other(error)),
        };
        let content = &post.stored.content;
        for name in UploadName::all_in(content.body.as_str()) {
            uploads.entry(name).or_insert(*id);
        }
        let name = file_name(content.title.as_str(), *id);
        add(&mut zip, &name, whole(&post.archived()).as_bytes(), options(Some(post.stored.post.changed_at)))?;
    }
    for (name, id) in uploads {
        match wait.block_on(async { source.reader(id).await?.upload_bytes(&name).await }) {
            // Pictures are packed already.
            Ok(bytes) => add(&mut zip, &upload_path(name.as_str()), &bytes, stored())?,
            Err(StoreError::NotFound) => {} // only named, and not theirs to see
            Err(StoreError::Shelf(error)) if error.kind() == io::ErrorKind::NotFound => {
                tracing::warn!(upload = name.as_str(), "an upload is not on its shelf: the archive goes without it");
            }
            Err(error) => return Err(io::Error::other(error)),
        }
    }
    zip.finish()?;
    Ok(())
}

fn add<W: Write + io::Seek>(
    zip: &mut ZipWriter<W>,
    name: &str,
    bytes: &[u8],
    options: SimpleFileOptions,
) -> io::Result<()> {
    zip.start_file(name, options)?;
    zip.write_all(bytes)
}

fn stored() -> SimpleFileOptions {
    options(None).compression_method(CompressionMethod::Stored)
}

/// A zip knows seconds from 1980 to 2107, and no zone: they are UTC.
fn options(changed_at: Option<Timestamp>) -> SimpleFileOptions {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).unix_permissions(0o644);
    let time = changed_at.and_then(|at| {
        let at = Zone::parse("UTC").ok()?.local(at);
        let part = |part: i8| u8::try_from(part).ok();
        let year = u16::try_from(at.year()).ok()?;
        let (month, day) = (part(at.month())?, part(at.day())?);
        DateTime::from_date_and_time(year, month, day, part(at.hour())?, part(at.minute())?, part(at.second())?).ok()
    });
    options.last_modified_time(time.unwrap_or(DateTime::DEFAULT))
}

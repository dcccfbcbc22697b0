//! What a file is, its content says: neither its name nor what it was sent as is asked.

use domain::member::Member;
use domain::problem::Why;
use domain::upload::UploadName;
use store::{NewUpload, StoreError, Upload, Viewer};

use super::sent::SentFile;
use crate::picture::{Drawn, is_picture};
use crate::{AppError, AppState};

/// A file that was kept.
pub(in crate::api) struct Kept {
    pub(in crate::api) upload: Upload,
    /// It moved, and only its first frame is kept.
    pub(in crate::api) stilled: bool,
}

/// Keeps a file for a member: a picture as it is drawn anew, all else as it came.
pub(in crate::api) async fn keep(
    state: &AppState,
    viewer: &Viewer,
    member: &Member,
    file: SentFile,
) -> Result<Result<Kept, Why>, AppError> {
    let SentFile { name, bytes } = file;
    let made = async {
        let bytes = bytes?;
        if bytes.is_empty() {
            return Err(Why::Empty);
        }
        state.limits.upload(member.id)?;
        Ok(if is_picture(&bytes) {
            let drawn = state.studio.draw(bytes).await?;
            let stilled = drawn.stilled;
            (picture(drawn), stilled)
        } else {
            (Made { name: UploadName::new(rand::random(), None, name.ending()), bytes, narrower: Vec::new() }, false)
        })
    };
    let (made, stilled) = match made.await {
        Ok(made) => made,
        Err(why) => return Ok(Err(why)),
    };
    let new = NewUpload { name: made.name, file_name: name, bytes: made.bytes, narrower: made.narrower };
    match viewer.keep_upload(new).await {
        Ok(upload) => Ok(Ok(Kept { upload, stilled })),
        Err(StoreError::NotKept(why)) => {
            tracing::warn!(?why, "an upload was not kept");
            Ok(Err(Why::NotKept(why)))
        }
        Err(error) => Err(error.into()),
    }
}

/// What is put on the shelf, and how it is called there.
struct Made {
    name: UploadName,
    bytes: Vec<u8>,
    narrower: Vec<(u32, Vec<u8>)>,
}

fn picture(drawn: Drawn) -> Made {
    Made {
        name: UploadName::new(rand::random(), Some(drawn.dimensions), drawn.ending),
        bytes: drawn.bytes,
        narrower: drawn.narrower,
    }
}

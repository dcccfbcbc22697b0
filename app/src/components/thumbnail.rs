//! An upload in a list: a picture small, a file by its ending.

use domain::text::Text;
use domain::upload::UploadKind;
use leptos::either::Either;
use leptos::prelude::*;
use store::Upload;

/// Of the pictures there are, the narrowest.
const WIDTH: u32 = domain::upload::WIDTHS[0];

/// Its name stands beside it, so a picture says nothing here to who cannot see it.
pub(crate) fn thumbnail(text: &'static Text, upload: &Upload) -> impl IntoView + use<> {
    match (upload.kind, upload.name.dimensions()) {
        (UploadKind::Picture, Some((width, height))) => {
            let source = format!("{}?w={WIDTH}", upload.name.address());
            Either::Left(view! { <img class="thumbnail" src=source alt="" width=width height=height loading="lazy" /> })
        }
        _ => Either::Right(
            view! { <span class="thumbnail" title=text.uploads.file_kind aria-hidden="true">{upload.name.ending().to_owned()}</span> },
        ),
    }
}

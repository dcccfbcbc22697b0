//! Pictures, and the words in their place.

use std::fmt::Write;

use super::{Page, tag};
use crate::markdown::address::Address;
use crate::markdown::escape;
use crate::upload::UploadName;

/// Pixels across that a picture of ours can be had in besides its own.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// A picture while its words are gathered.
pub(super) struct Image {
    source: Option<Address>,
    title: String,
    alternative: String,
    /// How many elements are open inside the words.
    depth: usize,
}

impl Image {
    pub(super) fn new(source: Option<Address>, title: &str) -> Self {
        let source = source.filter(|source| !matches!(source, Address::Mail(_)));
        Self { source, title: title.to_owned(), alternative: String::new(), depth: 0 }
    }

    pub(super) fn begin(&mut self) {
        self.depth += 1;
    }

    /// Whether what ended is inside the words, and not the picture itself.
    pub(super) fn end(&mut self) -> bool {
        let is_inside = self.depth > 0;
        self.depth = self.depth.saturating_sub(1);
        is_inside
    }

    pub(super) fn push(&mut self, text: &str) {
        self.alternative.push_str(text);
    }

    pub(super) fn alternative(&self) -> &str {
        &self.alternative
    }

    /// False when only its words may be shown. A page fetches nothing from elsewhere, so a picture that
    /// is elsewhere is a link to it: who reads here is nobody's business there.
    pub(super) fn write(&self, html: &mut String, in_link: bool) -> bool {
        match &self.source {
            Some(Address::Inside(address)) => self.picture(html, address),
            Some(source @ Address::Outside(address)) if !in_link => {
                let end = tag::link(html, Some(source), &self.title);
                escape::push(html, if self.alternative.trim().is_empty() { address } else { &self.alternative });
                html.push_str(end);
            }
            _ => return false,
        }
        true
    }

    fn picture(&self, html: &mut String, address: &str) {
        html.push_str("<img src=\"");
        escape::push(html, address);
        html.push_str("\" alt=\"");
        escape::push(html, &self.alternative);
        if !self.title.is_empty() {
            html.push_str("\" title=\"");
            escape::push(html, &self.title);
        }
        html.push_str("\" loading=\"lazy\" decoding=\"async\"");
        if let Some(upload) = UploadName::of_address(address) {
            sizes(html, &upload);
        }
        html.push('>');
    }
}

/// Room for a picture of ours before it is there, and the widths it comes in.
fn sizes(html: &mut String, upload: &UploadName) {
    let (Some(width), Some(height)) = (upload.width(), upload.height()) else { return };
    let _ = write!(html, " width=\"{width}\" height=\"{height}\"");
    let address = format!("{}{}", UploadName::FOLDER, upload.as_str());
    let narrower: Vec<_> = WIDTHS.into_iter().filter(|narrow| *narrow < width).collect();
    if narrower.is_empty() {
        return;
    }
    html.push_str(" srcset=\"");
    for narrow in narrower {
        let _ = write!(html, "{address}?w={narrow} {narrow}w, ");
    }
    let _ = write!(html, "{address} {width}w\" sizes=\"(min-width: 42em) 42em, 100vw\"");
}

impl Page<'_> {
    pub(super) fn write_image(&mut self, image: &Image) {
        let alternative = image.alternative();
        if !image.write(&mut self.html, self.link.is_some()) {
            escape::push(&mut self.html, alternative);
        }
        if let Some((_, words)) = &mut self.heading {
            words.push_str(alternative);
        }
    }
}

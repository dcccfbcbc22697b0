//! Pictures of the house in a text that leaves it: they go along, and are called by their name alone.

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use crate::markdown::options;
use crate::upload::{FOLDER, UploadName};

/// The picture that an image shows, if it is one of ours: by its address in the house, or by its name beside the text.
pub(super) fn ours(kind: LinkType, address: &str) -> Option<UploadName> {
    let name = address.strip_prefix(FOLDER).unwrap_or(address);
    UploadName::parse(name).filter(|name| kind == LinkType::Inline && name.dimensions().is_some())
}

/// The pictures that a text shows, each once, in order.
pub(super) fn shown(text: &str) -> Vec<UploadName> {
    let mut names = Vec::new();
    for event in Parser::new_ext(text, options()) {
        if let Event::Start(Tag::Image { link_type, dest_url, .. }) = event
            && let Some(name) = ours(link_type, &dest_url)
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

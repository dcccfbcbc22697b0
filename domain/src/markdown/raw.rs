//! The few tags that may be written as such, without attributes. Every other `<` is text.

/// A tag that may be written as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// `<name>`
    Open(&'static str),
    /// `</name>`
    Close(&'static str),
    /// `<br>`
    Break,
}

const NAMES: [&str; 7] = ["kbd", "sub", "sup", "mark", "details", "summary", "br"];

impl Tag {
    /// Reads a tag at the start of `html`; with it, its length in bytes.
    fn at_start(html: &str) -> Option<(Self, usize)> {
        let inner = html.strip_prefix('<')?;
        let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let length = inner.bytes().take(8).take_while(u8::is_ascii_alphabetic).count();
        let name = NAMES.into_iter().find(|name| name.eq_ignore_ascii_case(&inner[..length]))?;
        let rest = inner[length..].trim_start_matches([' ', '\t', '\n']);
        let after = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>").filter(|_| name == "br"))?;
        let tag = match (name, closes) {
            ("br", false) => Self::Break,
            ("br", true) => return None,
            (name, false) => Self::Open(name),
            (name, true) => Self::Close(name),
        };
        Some((tag, html.len() - after.len()))
    }
}

/// Whether an element may hold paragraphs, and so may stay open from one block to the next.
pub(super) fn spans_blocks(name: &str) -> bool {
    matches!(name, "details" | "summary")
}

/// Every `<` of a text: the byte where it stands, and the tag that may stay with its length.
pub(crate) fn tags(html: &str) -> impl Iterator<Item = (usize, Option<(Tag, usize)>)> + '_ {
    html.match_indices('<').map(|(at, _)| (at, Tag::at_start(&html[at..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_tags_of_the_list_are_tags() {
        for (html, tag) in [
            ("<kbd>", Some(Tag::Open("kbd"))),
            ("</KBD >", Some(Tag::Close("kbd"))),
            ("<br />", Some(Tag::Break)),
            ("<br\n>", Some(Tag::Break)),
            ("</br>", None),
            ("<kbd/>", None),
            ("<mark onclick=x>", None),
            ("<kbd", None),
            ("<kbdx>", None),
            ("<script>", None),
            ("<한글>", None),
            ("<", None),
        ] {
            assert_eq!(Tag::at_start(html).map(|(tag, _)| tag), tag, "{html}");
        }
    }
}

//! How deep elements nest, found out before anything is built of them: a parser of HTML is slow on what is deep.

/// Have no end tag, or end by themselves where the next begins (HTML §13.1.2).
const UNCOUNTED: [&str; 22] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li",
    "td", "th", "tr", "tbody", "option", "dt", "dd",
];

/// Whether more elements than that are open at once.
pub(super) fn is_deeper_than(html: &str, most: usize) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let length = tag.find(|one: char| !one.is_ascii_alphanumeric() && one != ':').unwrap_or(tag.len());
        let name = &tag[..length];
        if name.is_empty() || UNCOUNTED.iter().any(|one| one.eq_ignore_ascii_case(name)) {
            continue;
        }
        if !is_end {
            open.push(name);
            if open.len() > most {
                return true;
            }
        } else if let Some(at) = open.iter().rposition(|one| one.eq_ignore_ascii_case(name)) {
            open.truncate(at);
        }
    }
    false
}

//! A comment's words as HTML, to stand on a page beside a post's and other comments'.

use std::collections::HashSet;

use crate::id::CommentId;
use crate::markdown::render;

/// Renders what a comment says. Its ids are its own, whatever else is on the page, and its headings are no headings of
/// the page: they are set as such, and are not in its outline. What differs between readers is still to be filled in.
pub fn html(body: &str, id: CommentId) -> String {
    unheaded(&apart(&render(body).html, &format!("c{id}-")))
}

/// Puts `prefix` before every id, and before every reference to one of them. Text cannot forge an attribute: its
/// quotation marks are escaped.
fn apart(html: &str, prefix: &str) -> String {
    let ids: HashSet<&str> = values(html).filter(|(name, _, _)| *name == "id").map(|(_, _, value)| value).collect();
    let mut page = String::with_capacity(html.len() + ids.len() * 8);
    let mut done = 0;
    for (name, at, value) in values(html) {
        let at = match name {
            "href" if value.strip_prefix('#').is_some_and(|id| ids.contains(id)) => at + 1,
            "id" | "for" | "aria-labelledby" | "aria-describedby" if ids.contains(value) => at,
            _ => continue,
        };
        page.push_str(&html[done..at]);
        page.push_str(prefix);
        done = at;
    }
    page.push_str(&html[done..]);
    page
}

/// Every attribute: its name, where its value begins, and the value.
fn values(html: &str) -> impl Iterator<Item = (&str, usize, &str)> {
    html.match_indices("=\"").filter_map(move |(at, mark)| {
        let name = html[..at].rsplit([' ', '\n', '<', '"']).next()?;
        let from = at + mark.len();
        let length = html[from..].find('"')?;
        Some((name, from, &html[from..from + length]))
    })
}

/// Headings as paragraphs.
fn unheaded(html: &str) -> String {
    let mut page = html.to_owned();
    for level in 2..=6 {
        page = page.replace(&format!("<h{level} "), "<p class=\"heading\" ").replace(&format!("</h{level}>"), "</p>");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    const RICH: &str = "# 시작\n\n[위로](#h-시작) [글로](#h-끝)\n\n주[^1]\n\n[^1]: 설명\n\n- [ ] 할 일\n";

    #[test]
    fn no_two_comments_and_no_post_have_an_id_in_common() {
        let ids = |html: &str| -> HashSet<String> {
            values(html).filter(|(name, _, _)| *name == "id").map(|(_, _, id)| id.to_owned()).collect()
        };
        let (post, one, other) = (render(RICH).html, html(RICH, CommentId(1)), html(RICH, CommentId(12)));
        let all = [ids(&post), ids(&one), ids(&other)];
        assert!(all.iter().all(|ids| ids.len() >= 4), "{all:?}");
        assert!(all[0].is_disjoint(&all[1]) && all[0].is_disjoint(&all[2]) && all[1].is_disjoint(&all[2]));
    }

    #[test]
    fn what_refers_to_an_id_refers_to_the_comment_s_own_and_a_link_to_the_post_stays() {
        let html = html(RICH, CommentId(7));
        for own in ["href=\"#c7-fn-1\"", "href=\"#c7-fnref-1\"", "id=\"c7-fn-1\""] {
            assert!(html.contains(own), "{own}: {html}");
        }
        assert!(html.contains("aria-labelledby=\"c7-task-1\"") && html.contains("id=\"c7-task-1\""));
        assert!(!html.contains("<h2") && html.contains("<p class=\"heading\" id=\"c7-h-"), "{html}");
        assert!(!html.contains("#c7-h-끝"));
    }

    #[test]
    fn what_is_typed_forges_no_attribute() {
        let html = html("`id=\"x\"` id=\"y\" <p id=\"z\"> [a](/p \"id=\\\"q\\\"\")\n", CommentId(7));
        assert!(!html.contains("c7-"), "{html}");
    }
}

//! Beside each heading of a post, what is said about it and a way to say more. They stand behind the heading, so that
//! its name stays its own.

use std::collections::HashMap;

use domain::comment::{Placed, Spot};
use domain::markdown::Heading;
use domain::text::Text;
use leptos::prelude::*;
use store::Reading;

use super::Talk;
use crate::routes;

/// Puts the ways behind the headings of a rendered text.
pub(in crate::pages::post) fn with_ways(text: &'static Text, reading: &Reading, talk: &Talk, html: &str) -> String {
    let mut said: HashMap<&str, Vec<String>> = HashMap::new();
    for thread in &talk.threads {
        if let Placed::Here(Spot::Heading(id)) = &thread.placed {
            said.entry(id).or_default().push(routes::comment(reading.post.id, thread.first.id));
        }
    }
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    for heading in &reading.headings {
        let said = said.get(heading.id.as_str()).map_or(&[][..], Vec::as_slice);
        if said.is_empty() && !talk.may_comment {
            continue;
        }
        let Some(end) = end_of(rest, heading) else { continue };
        page.push_str(&rest[..end]);
        page.push_str(&ways(text, reading, heading, said, talk.may_comment));
        rest = &rest[end..];
    }
    page.push_str(rest);
    page
}

/// Where a heading has ended. An id stands in its tag alone: quotation marks of a text are escaped.
fn end_of(html: &str, heading: &Heading) -> Option<usize> {
    let at = html.find(&format!(" id=\"{}\"", heading.id))?;
    let end = format!("</h{}>", heading.level);
    Some(at + html[at..].find(&end)? + end.len())
}

fn ways(text: &'static Text, reading: &Reading, heading: &Heading, said: &[String], may_comment: bool) -> String {
    let words = &text.comments;
    let count = said.first().map(|first| {
        let label = (words.count_here)(said.len(), &heading.text);
        view! { <a class="said-here" href=first.clone() aria-label=label>{(words.count)(said.len())}</a> }
    });
    let write = may_comment.then(|| {
        let (to, label) = (routes::comment_on(reading.post.id, &heading.id), (words.write_on)(&heading.text));
        view! { <a rel="nofollow" href=to aria-label=label>{words.write_here}</a> }
    });
    view! { <p class="on-heading" lang=text.language.as_str()>{count}{write}</p> }.to_html()
}

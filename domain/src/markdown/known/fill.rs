//! The marks of a kept HTML, filled in for one reader. No text can forge a mark: its `<` is always escaped.

use std::borrow::Cow;
use std::fmt::Write;

use super::{Known, Labels};
use crate::markdown::escape;
use crate::markdown::mark::{self, Mark};
use crate::markdown::spot;

/// The id of the form that the checkboxes of a text belong to.
const TASK_FORM: &str = "task-form";

/// Fills in what blocks are called in the reader's language, and what the reader may know of posts and members. Takes
/// one walk over the HTML.
pub fn fill<'a>(html: &'a str, labels: &Labels<'_>, known: &Known) -> Cow<'a, str> {
    let mut page = Filling { labels, known, html: String::new(), post: "", has_tasks: false };
    let mut done = 0;
    for (at, _) in html.match_indices('<') {
        if at < done {
            continue;
        }
        let Some((mark, length)) = Mark::read(&html[at..]) else { continue };
        page.html.push_str(&html[done..at]);
        done = at + length;
        page.write(mark);
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    page.html.push_str(&html[done..]);
    page.task_form();
    Cow::Owned(page.html)
}

struct Filling<'f> {
    labels: &'f Labels<'f>,
    known: &'f Known,
    html: String,
    /// The end tag of the post link we are in.
    post: &'static str,
    has_tasks: bool,
}

impl Filling<'_> {
    fn write(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Block(start) => self.block(start),
            Mark::Post { key } => self.post_words(key),
            Mark::Titled { key, title } => self.post_title(key, title),
            Mark::EndPost => self.html.push_str(std::mem::take(&mut self.post)),
            Mark::Member { run } => self.member(run),
            Mark::Task { number, done, tag } => self.task(number, done, tag),
        }
    }

    fn block(&mut self, start: &'static str) {
        let label = match start {
            mark::NOTE => &self.labels.note,
            mark::TIP => &self.labels.tip,
            mark::IMPORTANT => &self.labels.important,
            mark::WARNING => &self.labels.warning,
            mark::CAUTION => &self.labels.caution,
            _ => &self.labels.internal,
        };
        self.html.push_str(start.trim_end_matches("\">"));
        escape::push(&mut self.html, label);
        self.html.push_str("\">");
    }

    /// A link with words of its own.
    fn post_words(&mut self, key: &str) {
        self.post = if let Some(post) = self.known.posts.get(&*escape::undone(key)) {
            self.link("post-link", &post.href);
            "</a>"
        } else {
            self.html.push_str(MISSING);
            "</span>"
        };
    }

    /// A link called what the post is called by now.
    fn post_title(&mut self, key: &str, title: &str) {
        if let Some(post) = self.known.posts.get(&*escape::undone(key)) {
            self.link("post-link", &post.href);
            escape::push(&mut self.html, &post.words);
            self.html.push_str("</a>");
        } else {
            let _ = write!(self.html, "{MISSING}{title}</span>");
        }
    }

    /// Letters, digits and marks need no escape, so the run is as it was typed.
    fn member(&mut self, run: &str) {
        let members = &self.known.members;
        let found = if members.is_empty() { None } else { spot::longest(run, |handle| members.get(handle)) };
        let Some((length, member)) = found else {
            let _ = write!(self.html, "@{run}");
            return;
        };
        self.link("mention", &member.href);
        let _ = write!(self.html, "@{}</a>{}", &run[..length], &run[length..]);
    }

    fn link(&mut self, class: &str, href: &str) {
        let _ = write!(self.html, "<a class=\"{class}\" href=\"");
        escape::push(&mut self.html, href);
        self.html.push_str("\">");
    }

    /// A button, as a checkbox that sends its form needs a script.
    fn task(&mut self, number: &str, done: bool, tag: &str) {
        if self.known.tasks.is_none() {
            return self.html.push_str(tag);
        }
        self.has_tasks = true;
        let _ = write!(
            self.html,
            "<button class=\"task\" form=\"{TASK_FORM}\" name=\"task\" value=\"{number}\" role=\"checkbox\" \
             aria-checked=\"{done}\" aria-labelledby=\"task-{number}\"></button>"
        );
    }

    /// At the end, as a form may not stand inside a paragraph.
    fn task_form(&mut self) {
        let Some(tasks) = self.known.tasks.as_ref().filter(|_| self.has_tasks) else { return };
        let _ = write!(self.html, "<form id=\"{TASK_FORM}\" method=\"post\" action=\"");
        escape::push(&mut self.html, &tasks.action);
        let _ = writeln!(self.html, "\"><input type=\"hidden\" name=\"base\" value=\"{}\"></form>", tasks.base);
    }
}

const MISSING: &str = "<span class=\"post-link missing\">";

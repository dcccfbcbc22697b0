//! What was typed into the comment form, whole.

use serde::Deserialize;

use super::{Anchor, AnchorForm, CommentBody};
use crate::id::{CommentId, RevisionId};
use crate::problem::Problems;

/// The fields as they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct CommentForm {
    /// The Markdown.
    pub body: String,
    /// The thread it answers; empty for a new one.
    pub thread: String,
    /// The revision that was read; empty for the present one.
    pub seen: String,
    /// What it is about.
    #[serde(flatten)]
    pub anchor: AnchorForm,
}

/// What a form means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it says.
    pub body: CommentBody,
    /// What it is about.
    pub anchor: Anchor,
    /// The thread it answers.
    pub thread: Option<CommentId>,
    /// The revision that was read.
    pub seen: Option<RevisionId>,
}

impl CommentForm {
    /// What was meant. A thread or revision that is no number is none: the store finds nothing under 0.
    ///
    /// # Errors
    /// A problem for the words (`body`), one for the passage (`exact`).
    pub fn parse(&self) -> Result<Said, Problems> {
        let mut problems = Problems::default();
        let body = problems.take("body", CommentBody::parse(&self.body));
        let anchor = problems.take("exact", self.anchor.parse());
        let (Some(body), Some(anchor)) = (body, anchor) else { return Err(problems) };
        let number = |typed: &str| (!typed.is_empty()).then(|| typed.parse().unwrap_or(0));
        Ok(Said { body, anchor, thread: number(&self.thread).map(CommentId), seen: number(&self.seen).map(RevisionId) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Why;

    #[test]
    fn a_form_means_words_at_a_place() {
        let form = CommentForm { body: "좋아요".into(), seen: "7".into(), ..CommentForm::default() };
        let said = form.parse().unwrap();
        assert_eq!((said.anchor, said.thread, said.seen), (Anchor::Post, None, Some(RevisionId(7))));
        let reply = CommentForm { thread: "3".into(), ..form.clone() }.parse().unwrap();
        assert_eq!(reply.thread, Some(CommentId(3)));
        assert_eq!(CommentForm { thread: "x".into(), ..form }.parse().unwrap().thread, Some(CommentId(0)));
    }

    #[test]
    fn each_part_has_its_problem() {
        let anchor = AnchorForm { exact: "가".repeat(2_000), ..AnchorForm::default() };
        let problems = CommentForm { anchor, ..CommentForm::default() }.parse().unwrap_err();
        assert_eq!(problems.of("body"), Some(&Why::Empty));
        assert!(matches!(problems.of("exact"), Some(Why::TooLong { .. })));
    }
}

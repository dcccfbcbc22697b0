//! Addresses around a post: the trash, its authors, its reviews, what it began with.

use domain::id::{MemberId, PostId, ReviewId};
use domain::post::PostKind;
use domain::template::TemplateKey;

/// What I threw away.
pub(crate) const TRASH: &str = "/trash";
/// Putting a post there.
pub(crate) const TRASH_POST: &str = "/posts/{id}/trash";
/// Bringing it back.
pub(crate) const RESTORE_POST: &str = "/posts/{id}/restore";
/// Deleting it for good.
pub(crate) const DELETE_POST: &str = "/posts/{id}/delete";
/// Ticking one of its tasks, or unticking it.
pub(crate) const TASKS: &str = "/posts/{id}/tasks";
/// Who writes a post along.
pub(crate) const AUTHORS: &str = "/posts/{id}/authors";
/// One of them no more.
pub(crate) const REMOVE_AUTHOR: &str = "/posts/{id}/authors/remove";
/// Who was asked to read a write-up.
pub(crate) const REVIEWS: &str = "/posts/{id}/reviews";
/// One of those.
pub(crate) const REVIEW: &str = "/posts/{id}/reviews/{review}";
/// Answering it.
pub(crate) const ANSWER_REVIEW: &str = "/posts/{id}/reviews/{review}/answer";
/// Saying something about a line.
pub(crate) const COMMENT_LINE: &str = "/posts/{id}/reviews/{review}/comment";
/// Taking back that somebody was asked.
pub(crate) const WITHDRAW_REVIEW: &str = "/posts/{id}/reviews/{review}/withdraw";
/// Where a write-up stands.
pub(crate) const STAGE: &str = "/posts/{id}/status";
/// It is still true.
pub(crate) const STILL_TRUE: &str = "/posts/{id}/still-true";
/// What new posts begin with.
pub(crate) const TEMPLATES: &str = "/templates";
/// One more.
pub(crate) const NEW_TEMPLATE: &str = "/templates/new";
/// One of them.
pub(crate) const TEMPLATE: &str = "/templates/{id}";
/// Changing it.
pub(crate) const EDIT_TEMPLATE: &str = "/templates/{id}/edit";
/// Offering it no more.
pub(crate) const REMOVE_TEMPLATE: &str = "/templates/{id}/remove";
/// Offering it again.
pub(crate) const RESTORE_TEMPLATE: &str = "/templates/{id}/restore";
/// As it came with Dasi.
pub(crate) const RESET_TEMPLATE: &str = "/templates/{id}/original";

/// The trash, for programs.
pub(crate) const API_TRASH: &str = "/api/v1/trash";
pub(crate) const API_TRASH_POST: &str = "/api/v1/posts/{id}/trash";
pub(crate) const API_RESTORE_POST: &str = "/api/v1/posts/{id}/restore";
pub(crate) const API_AUTHORS: &str = "/api/v1/posts/{id}/authors";
pub(crate) const API_REMOVE_AUTHOR: &str = "/api/v1/posts/{id}/authors/remove";
pub(crate) const API_STATUS: &str = "/api/v1/posts/{id}/status";
pub(crate) const API_POST_REVIEWS: &str = "/api/v1/posts/{id}/reviews";
pub(crate) const API_ANSWER_REVIEW: &str = "/api/v1/posts/{id}/reviews/{review}/answer";
pub(crate) const API_WITHDRAW_REVIEW: &str = "/api/v1/posts/{id}/reviews/{review}/withdraw";
/// Reviews that the member is asked for.
pub(crate) const API_REVIEWS: &str = "/api/v1/reviews";
pub(crate) const API_TEMPLATES: &str = "/api/v1/templates";
pub(crate) const API_TEMPLATE: &str = "/api/v1/templates/{id}";
pub(crate) const API_REMOVE_TEMPLATE: &str = "/api/v1/templates/{id}/remove";
pub(crate) const API_RESTORE_TEMPLATE: &str = "/api/v1/templates/{id}/restore";
pub(crate) const API_RESET_TEMPLATE: &str = "/api/v1/templates/{id}/original";

pub(crate) fn trash_post(id: PostId) -> String {
    format!("/posts/{id}/trash")
}

pub(crate) fn restore_post(id: PostId) -> String {
    format!("/posts/{id}/restore")
}

pub(crate) fn delete_post(id: PostId) -> String {
    format!("/posts/{id}/delete")
}

pub(crate) fn authors(id: PostId) -> String {
    format!("/posts/{id}/authors")
}

pub(crate) fn remove_author(id: PostId, member: MemberId) -> String {
    format!("/posts/{id}/authors/remove?member={member}")
}

pub(crate) fn reviews(id: PostId) -> String {
    format!("/posts/{id}/reviews")
}

pub(crate) fn review(id: PostId, review: ReviewId) -> String {
    format!("/posts/{id}/reviews/{review}")
}

/// The same with the form for a comment on a line open.
pub(crate) fn review_line(id: PostId, review: ReviewId, line: usize) -> String {
    format!("/posts/{id}/reviews/{review}?line={line}#line-{line}")
}

pub(crate) fn answer_review(id: PostId, review: ReviewId) -> String {
    format!("/posts/{id}/reviews/{review}/answer")
}

pub(crate) fn comment_line(id: PostId, review: ReviewId) -> String {
    format!("/posts/{id}/reviews/{review}/comment")
}

pub(crate) fn withdraw_review(id: PostId, review: ReviewId) -> String {
    format!("/posts/{id}/reviews/{review}/withdraw")
}

pub(crate) fn stage(id: PostId) -> String {
    format!("/posts/{id}/status")
}

pub(crate) fn tasks(id: PostId) -> String {
    format!("/posts/{id}/tasks")
}

/// A task of a post, where it stands.
pub(crate) fn task(id: PostId, number: usize) -> String {
    format!("/posts/{id}#task-{number}")
}

pub(crate) fn still_true(id: PostId) -> String {
    format!("/posts/{id}/still-true")
}

pub(crate) fn template(key: TemplateKey) -> String {
    format!("/templates/{key}")
}

pub(crate) fn edit_template(key: TemplateKey) -> String {
    format!("/templates/{key}/edit")
}

pub(crate) fn remove_template(key: TemplateKey) -> String {
    format!("/templates/{key}/remove")
}

pub(crate) fn restore_template(key: TemplateKey) -> String {
    format!("/templates/{key}/restore")
}

pub(crate) fn reset_template(key: TemplateKey) -> String {
    format!("/templates/{key}/original")
}

/// A new post that begins with a template.
pub(crate) fn new_post_with(kind: PostKind, key: TemplateKey) -> String {
    format!("/posts/new?kind={kind}&template={key}")
}

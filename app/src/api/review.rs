//! Where a write-up stands, and who reads it before it goes further.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::{self, Door};
use domain::comment::{Anchor, CommentBody, CommentForm};
use domain::id::{PostId, ReviewId, RevisionId};
use domain::member::Member;
use domain::post::{Post, PostKind};
use domain::problem::{Problems, Why};
use domain::review::{AnswerForm, ReviewForm, Stage};
use serde::Deserialize;
use store::{Comment, NewComment, Review, ReviewText, StoreError};

use super::answer::{Path, Query, Typed, Written, done, wrong};
use super::comment::seated;
use super::post::post_id;
use super::post_form::editable;
use super::table::Table;
use crate::context::{SignedIn, Visit};
use crate::pages::comment_form::{self, Saying};
use crate::pages::post_form::Unsaved;
use crate::pages::review_form::{self, Again};
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::REVIEWS, Door::Team, list)
        .post(routes::REVIEWS, Door::Desk, ask)
        .get(routes::REVIEW, Door::Team, read)
        .get(routes::ANSWER_REVIEW, Door::Team, read)
        .post(routes::ANSWER_REVIEW, Door::Desk, answer)
        .get(routes::COMMENT_LINE, Door::Team, read)
        .post(routes::COMMENT_LINE, Door::Desk, comment)
        .post(routes::WITHDRAW_REVIEW, Door::Team, withdraw)
        .post(routes::STAGE, Door::Team, stand)
}

/// A write-up and who was asked to read it, for its authors.
pub(crate) struct Asking {
    pub(crate) post: Post,
    pub(crate) reviews: Vec<Review>,
    /// Who could be asked.
    pub(crate) colleagues: Vec<Member>,
}

impl Asking {
    async fn of(me: &SignedIn, id: &str) -> Result<Self, AppError> {
        let post = write_up(me, id).await?;
        let ids = post.author_ids();
        let mut colleagues = me.viewer.colleagues().await?;
        colleagues.retain(|one| access::may_review(one, &post.facts(&ids)));
        let reviews = me.viewer.reviews_of(post.id).await?;
        Ok(Self { post, reviews, colleagues })
    }
}

/// A write-up that the reader may change.
async fn write_up(me: &SignedIn, id: &str) -> Result<Post, AppError> {
    let post = editable(me, post_id(id)?).await?.post;
    if post.kind == PostKind::WriteUp { Ok(post) } else { Err(AppError::NotFound) }
}

async fn list(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let asking = Asking::of(&me, &id).await?;
    Ok(pages::reviews::page(&me, &asking, &ReviewForm::default(), &Problems::default()))
}

async fn ask(Path(id): Path<String>, Written { visit, form }: Written<ReviewForm>) -> Result<Response, AppError> {
    let post = post_id(&id)?;
    let words = &visit.text().reviews;
    let again = Again {
        title: words.link,
        action: routes::reviews(post),
        away: routes::post(post),
        more: vec![("reviewer", &form.reviewer)],
        due: Some(&form.due),
        label: words.remark,
        remark: &form.remark,
        send: words.ask,
    };
    let outcome = match seated(&visit) {
        Ok(me) => asked(&me, &id, &form).await.map_err(Unkept::Refused),
        Err(unsaved) => Err(Unkept::Away(unsaved)),
    };
    outcome.or_else(|why| why.came_back(&visit, post, &again))
}

async fn asked(me: &SignedIn, id: &str, form: &ReviewForm) -> Result<Response, AppError> {
    let asking = Asking::of(me, id).await?;
    let new = match form.parse(me.zone().local(me.now()).date()) {
        Ok(new) => new,
        Err(problems) => return Ok(wrong(pages::reviews::page(me, &asking, form, &problems))),
    };
    match me.viewer.ask_review(asking.post.id, &new).await {
        Ok(_) => Ok(done(&routes::post(asking.post.id), Said::ReviewAsked)),
        Err(StoreError::NotFound) => {
            let problems = Problems::one("reviewer", Why::UnknownChoice);
            Ok(wrong(pages::reviews::page(me, &asking, form, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}

/// A review as it is read: the text line by line, and what was said about it.
pub(crate) struct Reviewing {
    pub(crate) review: Review,
    pub(crate) text: ReviewText,
    pub(crate) comments: Vec<Comment>,
    /// Whether the reader is the one who was asked, and has not answered.
    pub(crate) is_mine: bool,
    /// What was typed as an answer.
    pub(crate) answer: AnswerForm,
    /// What was typed about a line, and about which.
    pub(crate) comment: LineForm,
    pub(crate) problems: Problems,
}

/// What was typed about a line.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LineForm {
    pub(crate) line: String,
    pub(crate) revision: String,
    pub(crate) body: String,
}

impl Reviewing {
    async fn of(me: &SignedIn, (post, review): &(String, String)) -> Result<Self, AppError> {
        let (post, review) = (post_id(post)?, review_id(review)?);
        let review = me.viewer.review(post, review).await?;
        let text = me.viewer.review_text(post, review.id).await?;
        let mut comments = me.viewer.comments(post).await?;
        comments.retain(|one| one.review == Some(review.id) && one.deleted.is_none());
        Ok(Self {
            is_mine: review.reviewer_id == me.member.id && review.answer.is_none(),
            review,
            text,
            comments,
            answer: AnswerForm::default(),
            comment: LineForm::default(),
            problems: Problems::default(),
        })
    }
}

/// Whose form is open.
#[derive(Debug, Default, Deserialize)]
struct Which {
    line: Option<String>,
}

async fn read(
    me: SignedIn,
    Path(path): Path<(String, String)>,
    Query(which): Query<Which>,
) -> Result<Response, AppError> {
    let reviewing = Reviewing::of(&me, &path).await?;
    let comment = LineForm { line: which.line.unwrap_or_default(), ..LineForm::default() };
    Ok(pages::review::page(&me, &Reviewing { comment, ..reviewing }))
}

async fn answer(
    Path(path): Path<(String, String)>,
    Written { visit, form }: Written<AnswerForm>,
) -> Result<Response, AppError> {
    let (post, review) = (post_id(&path.0)?, review_id(&path.1)?);
    let words = &visit.text().reviews;
    let again = Again {
        title: words.answer_title,
        action: routes::answer_review(post, review),
        away: routes::review(post, review),
        more: vec![("outcome", &form.outcome), ("revision", &form.revision)],
        due: None,
        label: words.answer_remark,
        remark: &form.remark,
        send: words.answer,
    };
    let outcome = match seated(&visit) {
        Ok(me) => answered(&me, &path, form.clone()).await.map_err(Unkept::Refused),
        Err(unsaved) => Err(Unkept::Away(unsaved)),
    };
    outcome.or_else(|why| why.came_back(&visit, post, &again))
}

async fn answered(me: &SignedIn, path: &(String, String), form: AnswerForm) -> Result<Response, AppError> {
    let reviewing = Reviewing::of(me, path).await?;
    if !reviewing.is_mine {
        return Err(AppError::NotFound);
    }
    let (outcome, remark) = match form.parse() {
        Ok(answer) => answer,
        Err(problems) => {
            return Ok(wrong(pages::review::page(me, &Reviewing { answer: form, problems, ..reviewing })));
        }
    };
    let review = &reviewing.review;
    let read = form.revision.parse::<RevisionId>().ok();
    me.viewer.answer_review(review.post_id, review.id, (outcome, remark.as_ref()), read).await?;
    Ok(done(&still_readable(me, review.post_id).await?, Said::ReviewAnswered))
}

/// Why a request or an answer was not kept, for no fault of what was typed.
enum Unkept {
    /// Nobody is signed in, or not wholly.
    Away(Unsaved),
    /// The house refused it, or failed.
    Refused(AppError),
}

impl Unkept {
    /// What was typed comes back. Where the review is gone, its sentence as a comment about the post.
    fn came_back(self, visit: &Visit, post: PostId, again: &Again<'_>) -> Result<Response, AppError> {
        let (unsaved, status) = match self {
            Self::Away(unsaved) => (unsaved, StatusCode::UNAUTHORIZED),
            Self::Refused(error @ AppError::NotFound) if again.remark.trim().is_empty() => return Err(error),
            Self::Refused(error @ AppError::NotFound) => (Unsaved::Gone, error.status()),
            Self::Refused(error) => (Unsaved::Failed, error.status()),
        };
        if !matches!(unsaved, Unsaved::Gone) {
            return Ok((status, review_form::page(visit, again, unsaved)).into_response());
        }
        let words = CommentForm { body: again.remark.to_owned(), ..CommentForm::default() };
        let none = Problems::default();
        let saying = Saying { unsaved: Some(unsaved), ..Saying::new(visit, post, &words, &none) };
        Ok((status, comment_form::page(visit, &saying)).into_response())
    }
}

/// The post; or where it is its authors' alone again, the first page.
async fn still_readable(me: &SignedIn, id: PostId) -> Result<String, AppError> {
    match me.viewer.post_line(id).await {
        Ok(_) => Ok(routes::post(id)),
        Err(StoreError::NotFound) => Ok(routes::HOME.into()),
        Err(error) => Err(error.into()),
    }
}

async fn comment(
    Path(path): Path<(String, String)>,
    Written { visit, form }: Written<LineForm>,
) -> Result<Response, AppError> {
    let ids = (post_id(&path.0)?, review_id(&path.1)?);
    let me = match seated(&visit) {
        Ok(me) => me,
        Err(unsaved) => return Ok(came_back(&visit, ids, form, unsaved, StatusCode::UNAUTHORIZED)),
    };
    match said(&me, &path, form.clone()).await {
        Err(error @ AppError::NotFound) => Ok(came_back(&visit, ids, form, Unsaved::Gone, error.status())),
        Err(error) => Ok(came_back(&visit, ids, form, Unsaved::Failed, error.status())),
        answer => answer,
    }
}

/// It could not be kept, for no fault of the words: they come back. Where the review is gone, about the post.
fn came_back(
    visit: &Visit,
    (post, review): (PostId, ReviewId),
    form: LineForm,
    unsaved: Unsaved,
    status: StatusCode,
) -> Response {
    let words = CommentForm { body: form.body, ..CommentForm::default() };
    let none = Problems::default();
    let mut saying = Saying { unsaved: Some(unsaved), ..Saying::new(visit, post, &words, &none) };
    if !matches!(unsaved, Unsaved::Gone) {
        saying.action = routes::comment_line(post, review);
        saying.more = vec![("line", form.line), ("revision", form.revision)];
    }
    (status, comment_form::page(visit, &saying)).into_response()
}

async fn said(me: &SignedIn, path: &(String, String), form: LineForm) -> Result<Response, AppError> {
    let reviewing = Reviewing::of(me, path).await?;
    let review = &reviewing.review;
    let body = match CommentBody::parse(&form.body) {
        Ok(body) => body,
        Err(why) => {
            let problems = Problems::one("body", why);
            return Ok(wrong(pages::review::page(me, &Reviewing { comment: form, problems, ..reviewing })));
        }
    };
    let (line, revision) = (form.line.parse::<u32>(), form.revision.parse::<RevisionId>());
    let (Ok(line @ 1..), Ok(revision)) = (line, revision) else { return Err(AppError::NotFound) };
    if revision == reviewing.text.revision_id && line as usize > reviewing.text.body.lines().count() {
        return Err(AppError::NotFound);
    }
    let new = NewComment {
        post: review.post_id,
        thread: None,
        body,
        anchor: Anchor::Line { revision, line },
        seen: None,
        review: Some(review.id),
    };
    me.viewer.comment(&new).await?;
    let here = format!("{}#line-{line}", routes::review(review.post_id, review.id));
    Ok(done(&here, Said::LineCommented))
}

async fn withdraw(me: SignedIn, Path(path): Path<(String, String)>) -> Result<Response, AppError> {
    let post = write_up(&me, &path.0).await?;
    me.viewer.withdraw_review(post.id, review_id(&path.1)?).await?;
    Ok(done(&routes::post(post.id), Said::ReviewWithdrawn))
}

/// Where it is to stand.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StageForm {
    status: String,
}

async fn stand(me: SignedIn, Path(id): Path<String>, Typed(form): Typed<StageForm>) -> Result<Response, AppError> {
    let post = write_up(&me, &id).await?;
    // The page's own buttons say nothing else.
    let Some(stage) = Stage::parse(&form.status) else {
        return Ok(Redirect::to(&routes::post(post.id)).into_response());
    };
    me.viewer.set_stage(post.id, stage).await?;
    Ok(done(&routes::post(post.id), Said::Stage))
}

fn review_id(digits: &str) -> Result<ReviewId, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}

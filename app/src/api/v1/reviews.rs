//! Where a write-up stands, and who reads it before it goes further.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::id::{MemberId, PostId, ReviewId};
use domain::post::{Post, PostKind};
use domain::problem::{Problems, Why};
use domain::review::{AnswerForm, Outcome, ReviewForm, Stage};
use serde::Serialize;
use store::{Review, StoreError};

use super::fault::{Fault, Flaw};
use super::fields::Fields;
use super::object::Object;
use super::program::Program;
use super::trash::editable;
use crate::api::answer::Path;
use crate::api::post::post_id;
use crate::api::table::Table;
use crate::routes;

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::API_REVIEWS, Door::ReadToken, to_do)
        .get(routes::API_POST_REVIEWS, Door::ReadToken, list)
        .post(routes::API_POST_REVIEWS, Door::WriteToken, ask)
        .post(routes::API_ANSWER_REVIEW, Door::WriteToken, answer)
        .post(routes::API_WITHDRAW_REVIEW, Door::WriteToken, withdraw)
        .put(routes::API_STATUS, Door::WriteToken, stand)
}

#[derive(Serialize)]
struct All {
    reviews: Vec<One>,
}

#[derive(Serialize)]
struct One {
    id: ReviewId,
    post: PostId,
    title: String,
    reviewer: Person,
    asked_by: String,
    asked_at: String,
    due: String,
    remark: Option<String>,
    /// The number of the revision they were asked about.
    revision_number: i64,
    answer: Option<Answer>,
}

#[derive(Serialize)]
struct Person {
    id: MemberId,
    name: String,
}

#[derive(Serialize)]
struct Answer {
    outcome: Outcome,
    remark: Option<String>,
    at: String,
    revision_number: Option<i64>,
    revisions_since: i64,
}

impl From<Review> for One {
    fn from(review: Review) -> Self {
        let revisions_since = review.revisions_since();
        Self {
            id: review.id,
            post: review.post_id,
            title: review.title,
            reviewer: Person { id: review.reviewer_id, name: review.reviewer },
            asked_by: review.asked_by,
            asked_at: review.asked_at.to_string(),
            due: review.due.to_string(),
            remark: review.remark,
            revision_number: review.revision_number,
            answer: review.answer.map(|answer| Answer {
                outcome: answer.outcome,
                remark: answer.remark,
                at: answer.at.to_string(),
                revision_number: answer.revision_number,
                revisions_since,
            }),
        }
    }
}

fn all(reviews: Vec<Review>) -> Response {
    Json(All { reviews: reviews.into_iter().map(One::from).collect() }).into_response()
}

async fn to_do(program: Program) -> Result<Response, Fault> {
    Ok(all(program.viewer.reviews_to_do().await?))
}

async fn list(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    let post = program.viewer.post_line(post_id(&id)?).await?.post;
    Ok(all(program.viewer.reviews_of(post.id).await?))
}

async fn ask(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let post = write_up(&program, &id).await?;
    let mut fields = Fields::new(sent);
    let reviewer = fields.colleague(&program, "reviewer").await?;
    let form = ReviewForm {
        reviewer: reviewer.map(|id| id.to_string()).unwrap_or_default(),
        due: fields.text("due", true),
        remark: fields.text("remark", false),
    };
    let today = program.member.zone.local(program.state.store.now()).date();
    let new = fields.filled(form.parse(today))?;
    let id = match program.viewer.ask_review(post.id, &new).await {
        Err(StoreError::NotFound) => {
            let problems = Problems::one("reviewer", Why::UnknownChoice);
            return Err(Fault::Invalid(Flaw::of(&problems).collect()));
        }
        asked => asked?,
    };
    let review = program.viewer.review(post.id, id).await?;
    Ok((StatusCode::CREATED, Json(One::from(review))).into_response())
}

async fn answer(
    program: Program,
    Path((post, review)): Path<(String, String)>,
    Object(sent): Object,
) -> Result<StatusCode, Fault> {
    let (post, review) = (post_id(&post)?, review_id(&review)?);
    program.viewer.review(post, review).await?;
    let mut fields = Fields::new(sent);
    let form = AnswerForm {
        outcome: fields.text("outcome", true),
        remark: fields.text("remark", false),
        revision: fields.digits("revision"),
    };
    let read = form.revision.parse().ok();
    let (outcome, remark) = fields.filled(form.parse())?;
    program.viewer.answer_review(post, review, (outcome, remark.as_ref()), read).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn withdraw(program: Program, Path((post, review)): Path<(String, String)>) -> Result<StatusCode, Fault> {
    let post = write_up(&program, &post).await?;
    program.viewer.withdraw_review(post.id, review_id(&review)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn stand(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<StatusCode, Fault> {
    let post = write_up(&program, &id).await?;
    let mut fields = Fields::new(sent);
    let stage = Stage::parse(&fields.text("status", true));
    let stage = fields.filled(stage.ok_or_else(|| Problems::one("status", Why::UnknownChoice)))?;
    program.viewer.set_stage(post.id, stage).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A write-up that the member may change.
async fn write_up(program: &Program, id: &str) -> Result<Post, Fault> {
    let post = editable(program, id).await?;
    if post.kind == PostKind::WriteUp { Ok(post) } else { Err(Fault::NotFound) }
}

fn review_id(digits: &str) -> Result<ReviewId, Fault> {
    digits.parse().map_err(|_| Fault::NotFound)
}

//! What is not saved yet: kept as it is typed, offered on return, thrown away. A member's own, and nobody else's.

use axum::Json;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::id::{DraftId, PostId};
use domain::post::{PostForm, PostKind};
use domain::problem::Problems;
use serde::Deserialize;
use serde_json::json;
use store::{Draft, Keeping, StoredPost};

use super::answer::{Path, Written, done};
use super::post_form::{came_back, kept};
use super::table::Table;
use crate::context::{SignedIn, Visit};
use crate::pages::draft::{Beside, Shown};
use crate::pages::post_form::{Writing, page};
use crate::said::Said;
use crate::{AppError, pages, routes};

/// A form like a post's; see there.
const FORM: usize = super::POST_FORM;

pub(super) fn table(table: Table) -> Table {
    table
        .post(routes::DESK_DRAFTS, Door::Desk, keep_typed)
        .post(routes::DRAFTS, Door::Desk, keep)
        .so_far(|router| router.layer(DefaultBodyLimit::max(FORM)))
        .get(routes::DRAFTS, Door::Team, list)
        .post(routes::DROP_DRAFT, Door::Team, drop)
}

/// The post form, and which post it would change.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DraftForm {
    post: String,
    #[serde(flatten)]
    form: PostForm,
}

impl DraftForm {
    /// None for a new post.
    fn post_id(&self) -> Result<Option<PostId>, AppError> {
        if self.post.is_empty() { Ok(None) } else { super::post::post_id(&self.post).map(Some) }
    }
}

/// From the writing page itself, a moment after the last key.
pub(super) async fn keep_typed(Written { visit, form }: Written<DraftForm>) -> Result<Response, AppError> {
    let Some(me) = present(&visit) else { return Ok(StatusCode::UNAUTHORIZED.into_response()) };
    match me.viewer.keep_draft(form.post_id()?, &form.form).await? {
        Keeping::Kept(mark) => {
            let clock = me.zone().local(mark.saved_at).strftime("%H:%M").to_string();
            let saved_at = mark.saved_at.to_string();
            Ok(Json(json!({ "draft": mark.to_string(), "saved_at": saved_at, "clock": clock })).into_response())
        }
        Keeping::Elsewhere(_) => Ok(StatusCode::CONFLICT.into_response()),
    }
}

/// By the button, without scripts.
pub(super) async fn keep(Written { visit, form }: Written<DraftForm>) -> Result<Response, AppError> {
    let post = form.post_id()?;
    let kind = PostKind::parse(&form.form.kind).unwrap_or(PostKind::WriteUp);
    let none = Problems::default();
    let Some(me) = present(&visit) else {
        return Ok(kept(&visit, writing(post, kind, &form.form, &none)));
    };
    match me.viewer.keep_draft(post, &form.form).await {
        Err(error) => Ok(came_back(&visit, post, &form.form, &error.into())),
        Ok(Keeping::Kept(mark)) => Ok(done(&routes::go_on(post, kind, mark.id), Said::DraftKept)),
        Ok(Keeping::Elsewhere(theirs)) => {
            // Pressing again is a decision: the form's writer was told of the other draft. Saving decides nothing on it.
            let seen = theirs.as_ref().map(|draft| draft.mark.told()).unwrap_or_default();
            let form = PostForm { draft: seen, ..form.form };
            let mut writing = writing(post, kind, &form, &none);
            writing.beside.shown = theirs.map(|draft| Shown::Other(*draft));
            Ok((StatusCode::CONFLICT, page(&visit, &writing)).into_response())
        }
    }
}

fn writing<'a>(post: Option<PostId>, kind: PostKind, form: &'a PostForm, none: &'a Problems) -> Writing<'a> {
    match post {
        Some(id) => Writing::edit(id, kind, form, none),
        None => Writing::new(kind, form, none),
    }
}

/// Who asks, if they may come in without more ado.
fn present(visit: &Visit) -> Option<SignedIn> {
    if visit.owes_second_factor() { None } else { SignedIn::of(visit.clone()) }
}

pub(super) async fn list(me: SignedIn) -> Result<Response, AppError> {
    let drafts = me.viewer.drafts().await?;
    Ok(pages::draft::list(&me, &drafts))
}

pub(super) async fn drop(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    me.viewer.drop_draft(id.parse().map_err(|_| AppError::NotFound)?).await?;
    Ok(done(routes::DRAFTS, Said::DraftDropped))
}

/// What the address of a form asks for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    /// The draft to go on with.
    draft: Option<String>,
}

/// The form of a new post, going on with a draft of one.
pub(super) async fn going_on(me: &SignedIn, wish: &Wish) -> Result<Option<(PostForm, Beside)>, AppError> {
    let Some(draft) = wished(me, wish).await?.filter(|draft| draft.post_id.is_none()) else { return Ok(None) };
    // This is another page than the one that the draft was kept by.
    let form = PostForm { desk: String::new(), ..draft.form.clone() };
    Ok(Some((form, Beside { post: None, shown: Some(Shown::GoingOn { draft, is_old: false }) })))
}

/// The form of a stored post, or of the draft of it that is wished for; a draft that is not is offered beside it.
pub(super) async fn beside(me: &SignedIn, wish: &Wish, stored: &StoredPost) -> Result<(PostForm, Beside), AppError> {
    let post = &stored.post;
    let form = PostForm::of(&stored.content, post.audience, post.revision_id);
    let plain = Beside { post: Some(post.id), shown: None };
    if let Some(draft) = wished(me, wish).await?.filter(|draft| draft.post_id == Some(post.id)) {
        let is_old = draft.form.base != form.base;
        let form = PostForm { kind: form.kind, desk: String::new(), ..draft.form.clone() };
        return Ok((form, Beside { shown: Some(Shown::GoingOn { draft, is_old }), ..plain }));
    }
    let Some(draft) = me.viewer.draft_of(post.id).await? else { return Ok((form, plain)) };
    let same = PostForm { base: form.base.clone(), draft: String::new(), desk: String::new(), ..draft.form.clone() };
    if same == form {
        // Kept while it was being saved: there is nothing in it that is not stored.
        return Ok((PostForm { draft: draft.mark.to_string(), ..form }, plain));
    }
    let shown = Shown::Offered { is_old: draft.form.base != form.base, stored: form.body.clone(), draft };
    Ok((form, Beside { shown: Some(shown), ..plain }))
}

pub(super) async fn wished(me: &SignedIn, wish: &Wish) -> Result<Option<Draft>, AppError> {
    let Some(id) = wish.draft.as_deref() else { return Ok(None) };
    let id: DraftId = id.parse().map_err(|_| AppError::NotFound)?;
    Ok(Some(me.viewer.draft(id).await?))
}

/// Tells the page's scripts, at their next start, that what they kept of a page is saved: the browser's own copy of it
/// goes. The page's word is random and says nothing; only a word of that shape becomes a cookie.
pub(super) fn ended(form: &PostForm, mut answer: Response) -> Response {
    let is_ours =
        !form.desk.is_empty() && form.desk.len() <= 32 && form.desk.bytes().all(|one| one.is_ascii_alphanumeric());
    let cookie = format!("dasi-ended-{}=1; Path=/posts; Max-Age=86400; SameSite=Lax", form.desk);
    if is_ours && let Ok(value) = cookie.parse() {
        answer.headers_mut().append(axum::http::header::SET_COOKIE, value);
    }
    answer
}

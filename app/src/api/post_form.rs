//! Writing: new posts and new revisions. Whatever is wrong, the words come back.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access;
use domain::id::{PostId, RevisionId};
use domain::markdown::Known;
use domain::post::{Audience, Period, PostForm, PostKind};
use domain::problem::Problems;
use serde::Deserialize;
use store::{Around, Saved, StoreError, StoredPost};

use super::answer::{Path, Query, Written, done, wrong};
use super::conflict;
use super::draft::ended;
use super::post::post_id;
use super::template;
use crate::context::{SignedIn, Visit};
use crate::pages::choose;
use crate::pages::draft::Beside;
use crate::pages::post_form::{Unsaved, Writing, page};
use crate::said::Said;
use crate::{AppError, pages, routes};

/// Which kind to begin.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Which {
    kind: Option<String>,
    /// What a link asks for.
    title: Option<String>,
    template: Option<String>,
    #[serde(flatten)]
    wish: super::draft::Wish,
}

pub(super) async fn new(me: SignedIn, Query(which): Query<Which>) -> Result<Response, AppError> {
    if !access::may_write(&me.member) {
        return Err(AppError::Forbidden);
    }
    let Some(kind) = which.kind else { return Ok(choose::page(&me, &me.viewer.templates().await?, false)) };
    let Some(kind) = PostKind::parse(&kind) else {
        return Ok(wrong(choose::page(&me, &me.viewer.templates().await?, true)));
    };
    if let Some((form, beside)) = super::draft::going_on(&me, &which.wish).await? {
        let known = known(&me, None).await?;
        return Ok(page(&me.visit, &Writing { beside, known, ..Writing::new(kind, &form, &Problems::default()) }));
    }
    let template = match which.template {
        Some(key) => template::asked_for(&me, kind, &key).await?,
        None => None,
    };
    let body = template.map(|one| one.body).unwrap_or_default();
    let form = PostForm { title: which.title.unwrap_or_default(), body, ..begun(&me, kind) };
    let known = known(&me, None).await?;
    Ok(page(&me.visit, &Writing { known, ..Writing::new(kind, &form, &Problems::default()) }))
}

/// The form of a post not yet written.
fn begun(me: &SignedIn, kind: PostKind) -> PostForm {
    let period = Period::likely(me.zone().local(me.now()).date());
    let (start, end) = match kind {
        PostKind::Retrospective => (period.start().to_string(), period.end().to_string()),
        PostKind::BookNote | PostKind::WriteUp => (String::new(), String::new()),
    };
    PostForm {
        kind: kind.to_string(),
        language: me.member.language.to_string(),
        audience: Audience::Team.to_string(),
        start,
        end,
        ..PostForm::default()
    }
}

pub(super) async fn create(Written { visit, form }: Written<PostForm>) -> Result<Response, AppError> {
    // A kind that is none is a problem like any other: what was typed comes back, with the choice.
    let kind = PostKind::parse(&form.kind).unwrap_or(PostKind::WriteUp);
    let Some(me) = SignedIn::of(visit.clone()) else {
        return Ok(kept(&visit, Writing::new(kind, &form, &Problems::default())));
    };
    if visit.owes_second_factor() {
        return Ok(kept(&visit, Writing::new(kind, &form, &Problems::default())));
    }
    if !access::may_write(&me.member) {
        return Err(AppError::Forbidden);
    }
    match form.parse() {
        Ok((content, audience)) => match me.viewer.ending_draft_of(&form).create_post(&content, audience).await {
            Ok(id) => Ok(ended(&form, done(&routes::post(id), Said::Saved))),
            Err(error) => Ok(came_back(&visit, None, &form, &error.into())),
        },
        Err(problems) => {
            let known = known(&me, None).await?;
            Ok(wrong(page(&visit, &Writing { known, ..Writing::new(kind, &form, &problems) })))
        }
    }
}

pub(super) async fn edit(
    me: SignedIn,
    Path(id): Path<String>,
    Query(wish): Query<super::draft::Wish>,
) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    let stored = match editable(&me, id).await {
        Ok(stored) => stored,
        Err(error) => return draft_of_gone(&me, id, &wish, error).await,
    };
    let (form, beside) = super::draft::beside(&me, &wish, &stored).await?;
    let none = Problems::default();
    let known = known(&me, Some(stored.post.id)).await?;
    let writing = Writing::edit(stored.post.id, stored.post.kind, &form, &none);
    Ok(page(&me.visit, &Writing { beside, known, ..writing }))
}

/// A draft outlives its post's going into the trash, and its writer's being its author.
async fn draft_of_gone(
    me: &SignedIn,
    id: PostId,
    wish: &super::draft::Wish,
    error: AppError,
) -> Result<Response, AppError> {
    match super::draft::wished(me, wish).await? {
        Some(draft) if draft.post_id == Some(id) => Ok(came_back(&me.visit, Some(id), &draft.form, &error)),
        _ => Err(error),
    }
}

pub(super) async fn revise(
    Path(id): Path<String>,
    Written { visit, form }: Written<PostForm>,
) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    match revised(&visit, id, &form).await {
        Err(error) => Ok(came_back(&visit, Some(id), &form, &error)),
        answer => answer,
    }
}

async fn revised(visit: &Visit, id: PostId, form: &PostForm) -> Result<Response, AppError> {
    let kind = PostKind::parse(&form.kind).unwrap_or(PostKind::WriteUp);
    let Some(me) = SignedIn::of(visit.clone()) else {
        return Ok(kept(visit, Writing::edit(id, kind, form, &Problems::default())));
    };
    if visit.owes_second_factor() {
        return Ok(kept(visit, Writing::edit(id, kind, form, &Problems::default())));
    }
    let stored = editable(&me, id).await?;
    let form = PostForm { kind: stored.post.kind.to_string(), ..form.clone() }; // a post stays the kind it is
    let (content, audience) = match form.parse() {
        Ok(parsed) => parsed,
        Err(problems) => return not_yet(&me, id, &form, &problems).await,
    };
    if let Some(problems) = conflict::marks_left(&form, &stored) {
        return not_yet(&me, id, &form, &problems).await;
    }
    let Ok(base) = form.base.parse::<RevisionId>() else { return Ok(conflict::two_texts(&me, &form, &stored)) };
    match me.viewer.ending_draft_of(&form).revise_post(id, base, &content, audience).await {
        Ok(Saved::Revised(_)) => Ok(ended(&form, done(&routes::post(id), Said::Saved))),
        Ok(Saved::Unchanged) => Ok(ended(&form, done(&routes::post(id), Said::Unchanged))),
        Err(StoreError::StaleRevision { theirs }) => conflict::stale(&me, &form, *theirs).await,
        Err(error) => Err(error.into()),
    }
}

/// The words come back, with what is wrong with them.
async fn not_yet(me: &SignedIn, id: PostId, form: &PostForm, problems: &Problems) -> Result<Response, AppError> {
    let kind = PostKind::parse(&form.kind).unwrap_or(PostKind::WriteUp);
    let known = known(me, Some(id)).await?;
    Ok(wrong(page(&me.visit, &Writing { known, ..Writing::edit(id, kind, form, problems) })))
}

/// What words may refer to while they are written: where those that are stored lead, and everybody on the team.
async fn known(me: &SignedIn, post: Option<PostId>) -> Result<Known, AppError> {
    let around = match post {
        Some(id) => me.viewer.around(id).await?,
        None => Around::default(),
    };
    let members = me.viewer.known_members("@", routes::person).await?;
    Ok(Known { members, ..pages::post::known(&around) })
}

/// The post, if the member may change it; else it looks missing, unless they may at least read it.
pub(super) async fn editable(me: &SignedIn, id: PostId) -> Result<StoredPost, AppError> {
    let stored = me.viewer.stored_post(id).await?;
    if access::may_edit(&me.member, &stored.post.facts(&stored.post.author_ids())) {
        Ok(stored)
    } else {
        Err(AppError::Forbidden)
    }
}

/// The sign-in ended while they wrote, or asks for more by now: the words come back, and nothing is saved.
pub(super) fn kept(visit: &Visit, writing: Writing<'_>) -> Response {
    let unsaved = if visit.member.is_some() { Unsaved::OwesSecondFactor } else { Unsaved::SignedOut };
    (StatusCode::UNAUTHORIZED, page(visit, &Writing { unsaved: Some(unsaved), ..writing })).into_response()
}

/// It could not be kept, for no fault of the words: they come back. Where their post is gone, as the start of a new one.
pub(super) fn came_back(visit: &Visit, post: Option<PostId>, form: &PostForm, error: &AppError) -> Response {
    let kind = PostKind::parse(&form.kind).unwrap_or(PostKind::WriteUp);
    let none = Problems::default();
    let fresh = PostForm { base: String::new(), draft: String::new(), ..form.clone() };
    let is_gone = matches!(error, AppError::NotFound | AppError::Forbidden);
    let writing = match post {
        Some(id) if !is_gone => Writing::edit(id, kind, form, &none),
        None if !is_gone => Writing::new(kind, form, &none),
        _ => Writing::new(kind, &fresh, &none),
    };
    let unsaved = Some(if is_gone { Unsaved::Gone } else { Unsaved::Failed });
    (error.status(), page(visit, &Writing { unsaved, ..writing })).into_response()
}

impl<'a> Writing<'a> {
    pub(super) fn new(kind: PostKind, form: &'a PostForm, problems: &'a Problems) -> Self {
        let (action, away) = (routes::new_post(kind), routes::POSTS.to_owned());
        Self {
            kind,
            form,
            problems,
            action,
            away,
            theirs: None,
            unsaved: None,
            beside: Beside::default(),
            known: Known::default(),
        }
    }

    pub(super) fn edit(id: PostId, kind: PostKind, form: &'a PostForm, problems: &'a Problems) -> Self {
        let (action, away) = (routes::edit_post(id), routes::post(id));
        let beside = Beside { post: Some(id), shown: None };
        Self { kind, form, problems, action, away, theirs: None, unsaved: None, beside, known: Known::default() }
    }
}

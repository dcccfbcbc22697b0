//! Somebody saved in between: what both wrote is joined, and where that cannot be done without them, people decide.
//! Whichever way they leave, what they wrote is kept as their draft.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::draft::DraftMark;
use domain::id::PostId;
use domain::merge::{Choice, Joined, marks, merge};
use domain::post::{PostForm, PostKind};
use domain::problem::{Problems, Why};
use store::{Keeping, Saved, StoreError, StoredPost, StoredRevision};

use super::answer::{Path, Written, done, wrong};
use super::draft::ended;
use super::history::blocking;
use super::post::post_id;
use super::post_form::{came_back, editable, kept};
use crate::context::{SignedIn, Visit};
use crate::pages::conflict::{Conflict, Theirs};
use crate::pages::post_form::Writing;
use crate::said::Said;
use crate::{AppError, pages, routes};

/// How often a clean join is tried again because somebody saved in the very same moment.
const TRIES: usize = 4;

/// Base, mine and theirs of one post.
struct Three {
    base: StoredRevision,
    base_form: PostForm,
    mine: PostForm,
    theirs: StoredPost,
}

impl Three {
    /// None when it is not known what mine was begun from, or it cannot be read.
    async fn of(me: &SignedIn, form: &PostForm, theirs: StoredPost) -> Result<Result<Self, StoredPost>, AppError> {
        let (Ok((content, audience)), Ok(base)) = (form.parse(), form.base.parse()) else { return Ok(Err(theirs)) };
        let base = match me.viewer.base(theirs.post.id, base).await {
            Ok(base) => base,
            Err(StoreError::NotFound) => return Ok(Err(theirs)),
            Err(error) => return Err(error.into()),
        };
        let (draft, desk) = (form.draft.clone(), form.desk.clone());
        let mine = PostForm { draft, desk, ..PostForm::of(&content, audience, base.revision.id) };
        let mut base_form = PostForm::of(&base.content, audience, base.revision.id);
        // Where it was not kept whom the base was for, two audiences are a conflict.
        base_form.audience = base.revision.audience.map_or_else(String::new, |audience| audience.to_string());
        Ok(Ok(Self { base, base_form, mine, theirs }))
    }

    async fn joined(&self) -> Result<Joined, AppError> {
        let post = &self.theirs.post;
        let theirs = PostForm::of(&self.theirs.content, post.audience, post.revision_id);
        let (base, mine) = (self.base_form.clone(), self.mine.clone());
        blocking(move || merge(&base, &mine, &theirs)).await
    }

    /// Saves what was joined, and leads to what came of it; or gives back what was saved in the same moment.
    async fn save(&mut self, me: &SignedIn, form: &PostForm) -> Result<Option<Response>, AppError> {
        let Ok((content, audience)) = form.parse() else { return Ok(None) };
        let (id, present, number) = {
            let post = &self.theirs.post;
            (post.id, post.revision_id, post.revision_number)
        };
        match me.viewer.ending_draft_of(&self.mine).revise_post(id, present, &content, audience).await {
            Ok(Saved::Revised(_)) => {
                let compared = routes::compared(id, self.base.revision.number, number + 1, false);
                Ok(Some(ended(&self.mine, done(&compared, Said::Joined))))
            }
            Ok(Saved::Unchanged) => Ok(Some(ended(&self.mine, done(&routes::post(id), Said::Unchanged)))),
            Err(StoreError::StaleRevision { theirs }) => {
                self.theirs = *theirs;
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The page on which people decide; mine is their draft from now on.
    async fn ask(&mut self, me: &SignedIn, joined: Joined, asked: Asked<'_>) -> Result<Response, AppError> {
        self.mine.draft = self.keep(me).await?;
        let joined = joined.kept_in(&self.mine.draft);
        let (me, base, mine, theirs) = (me.clone(), self.base_form.clone(), self.mine.clone(), self.theirs.clone());
        let Asked { chosen, incomplete, problems } = asked;
        let (chosen, problems) = (chosen.clone(), problems.clone());
        // Three long texts are compared on it.
        blocking(move || {
            let (base, mine, theirs, joined) = (&base, &mine, &theirs, &joined);
            let conflict = Conflict { base, mine, theirs, joined, chosen: &chosen, incomplete, problems: &problems };
            pages::conflict::page(&me, &conflict)
        })
        .await
    }

    /// Keeps mine as a draft, and says which. Where another window's words are kept already, or the draft that it was
    /// in is gone, it gets one of its own.
    async fn keep(&self, me: &SignedIn) -> Result<String, AppError> {
        let fresh = PostForm { draft: String::new(), ..self.mine.clone() };
        let apart = PostForm { desk: String::new(), ..fresh.clone() };
        let post = Some(self.theirs.post.id);
        // The draft that its writer was only told of is not where mine was.
        let mine = DraftMark::parse(&self.mine.draft).map_or(&fresh, |_| &self.mine);
        for (post, form) in [(post, mine), (post, &fresh), (None, &apart)] {
            if let Keeping::Kept(mark) = me.viewer.keep_draft(post, form).await? {
                return Ok(mark.to_string());
            }
        }
        Ok(String::new())
    }
}

/// What was decided so far, and what is wrong with it.
struct Asked<'a> {
    chosen: &'a BTreeMap<String, String>,
    incomplete: bool,
    problems: &'a Problems,
}

/// A text whose base is not the current revision any more, and what is stored.
pub(super) async fn stale(me: &SignedIn, form: &PostForm, theirs: StoredPost) -> Result<Response, AppError> {
    let mut three = match Three::of(me, form, theirs).await? {
        Ok(three) => three,
        Err(theirs) => return Ok(two_texts(me, form, &theirs)),
    };
    for _ in 0..TRIES {
        let Some(form) = three.joined().await?.clean() else { break };
        let before = three.theirs.post.revision_id;
        if let Some(saved) = three.save(me, &form).await? {
            return Ok(saved);
        }
        if three.theirs.post.revision_id == before {
            break; // each field is right alone, but not all of them together
        }
    }
    let joined = three.joined().await?;
    let problems = joined.clean().and_then(|form| form.parse().err()).unwrap_or_default();
    let asked = Asked { chosen: &BTreeMap::new(), incomplete: false, problems: &problems };
    Ok((StatusCode::CONFLICT, three.ask(me, joined, asked).await?).into_response())
}

/// Every place was decided about; or not every one, and it is asked again.
pub(super) async fn decide(
    Path(id): Path<String>,
    Written { visit, form: sent }: Written<BTreeMap<String, String>>,
) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    let value = serde_json::to_value(&sent).unwrap_or_default();
    let form: PostForm = serde_json::from_value(value).unwrap_or_default();
    match decided(&visit, id, &form, &sent).await {
        Err(error) => Ok(came_back(&visit, Some(id), &form, &error)),
        answer => answer,
    }
}

async fn decided(
    visit: &Visit,
    id: PostId,
    form: &PostForm,
    sent: &BTreeMap<String, String>,
) -> Result<Response, AppError> {
    let signed_in = SignedIn::of(visit.clone()).filter(|_| !visit.owes_second_factor());
    let Some(me) = signed_in else {
        let kind = PostKind::parse(&form.kind).unwrap_or(PostKind::WriteUp);
        return Ok(kept(visit, Writing::edit(id, kind, form, &Problems::default())));
    };
    let stored = editable(&me, id).await?;
    let form = PostForm { kind: stored.post.kind.to_string(), ..form.clone() };
    if let Err(problems) = form.parse() {
        let writing = Writing::edit(id, stored.post.kind, &form, &problems);
        return Ok(wrong(pages::post_form::page(visit, &writing)));
    }
    if sent.get("theirs") != Some(&stored.post.revision_id.to_string()) {
        return stale(&me, &form, stored).await; // what was decided about is not what is stored by now
    }
    let mut three = match Three::of(&me, &form, stored).await? {
        Ok(three) => three,
        Err(theirs) => return Ok(two_texts(&me, &form, &theirs)),
    };
    let joined = three.joined().await?;
    let choice = |name: &str| sent.get(&format!("choice-{name}")).and_then(|word| Choice::parse(word));
    let chosen = joined.chosen(choice);
    let problems = chosen.as_ref().and_then(|form| form.parse().err()).unwrap_or_default();
    if let (Some(chosen), true) = (&chosen, problems.is_empty()) {
        return match three.save(&me, chosen).await? {
            Some(saved) => Ok(saved),
            None => stale(&me, &form, three.theirs).await,
        };
    }
    let asked = Asked { chosen: sent, incomplete: chosen.is_none(), problems: &problems };
    Ok(wrong(three.ask(&me, joined, asked).await?))
}

/// What is wrong with a text in which marks of a conflict were left. A text that has such lines anyway may keep them.
pub(super) fn marks_left(form: &PostForm, stored: &StoredPost) -> Option<Problems> {
    let left = marks(&form.body);
    if left.len() <= marks(stored.content.body.as_str()).len() {
        return None;
    }
    let line = left.first().copied().unwrap_or(1);
    Some(Problems::one("body", Why::MarksLeft { line }))
}

/// Both texts on one page, where it is not known what mine was begun from. The form now starts from theirs, so that
/// saving again is a decision.
pub(super) fn two_texts(me: &SignedIn, form: &PostForm, theirs: &StoredPost) -> Response {
    let text = me.text();
    let post = &theirs.post;
    let form = PostForm { base: post.revision_id.to_string(), ..form.clone() };
    let notice = (text.editor.stale)(&theirs.saved_by, &text.at(post.changed_at, me.zone()));
    let theirs = Theirs { notice, form: PostForm::of(&theirs.content, post.audience, post.revision_id) };
    let none = Problems::default();
    let writing = Writing { theirs: Some(theirs), ..Writing::edit(post.id, post.kind, &form, &none) };
    (StatusCode::CONFLICT, pages::post_form::page(&me.visit, &writing)).into_response()
}

//! Writing a post. A plain form: the preview is an island beside it that never touches what is typed.

use axum::response::Response;
use domain::language::Language;
use domain::markdown::Known;
use domain::post::{Abstract, Audience, BookTitle, PostForm, PostKind, Title};
use domain::problem::Problems;
use domain::text::Text;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use serde_json::json;

use crate::components::field::{Field, area, choice, input, wrong};
use crate::context::Visit;
use crate::islands::preview::Preview;
use crate::pages::compare::at_opening;
use crate::pages::conflict::{Theirs, two_texts};
use crate::pages::stale;
use crate::routes;
use crate::shell::{Here, Page};

/// What the form shows.
pub(crate) struct Writing<'a> {
    pub(crate) kind: PostKind,
    pub(crate) form: &'a PostForm,
    pub(crate) problems: &'a Problems,
    /// Where the form is sent.
    pub(crate) action: String,
    /// Where "cancel" leads.
    pub(crate) away: String,
    /// What somebody saved in between.
    pub(crate) theirs: Option<Theirs>,
    /// Why it could not be saved, though nothing is wrong with it.
    pub(crate) unsaved: Option<Unsaved>,
    /// What is kept of it, and of which post.
    pub(crate) beside: super::draft::Beside,
    /// What its words may refer to.
    pub(crate) known: Known,
}

impl Writing<'_> {
    /// Whether the form holds words that came back unsaved.
    fn is_unsaved(&self) -> bool {
        self.theirs.is_some() || self.unsaved.is_some() || !self.problems.is_empty()
    }
}

/// Why a text that is right was not saved.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unsaved {
    /// The sign-in ended while they wrote.
    SignedOut,
    /// The team asks for a second factor by now.
    OwesSecondFactor,
    /// What it was to change is not there any more, or not theirs to change.
    Gone,
    /// Our fault.
    Failed,
}

pub(crate) fn page(visit: &Visit, writing: &Writing<'_>) -> Response {
    let text = visit.text();
    let title = if writing.form.base.is_empty() { (text.editor.new)(writing.kind) } else { text.editor.edit.into() };
    Page::new(title.clone(), Here::Elsewhere).with_island().render(visit, || {
        view! {
            <div class="write-above">{super::draft::above(visit, &writing.beside)}</div>
            <form class="write" method="post" action=writing.action.clone() data-unsaved=writing.is_unsaved().then_some("")>
                <header class="write-head">
                    <h1>{title}</h1>
                    <span class="hint keys">{text.editor.shortcut}</span>
                    <a class="quiet" href=writing.away.clone()>{text.form.cancel}</a>
                    <button class="button primary">{if writing.theirs.is_some() { text.editor.save_over } else { text.editor.save }}</button>
                    <button class="quiet keep-draft" formaction=routes::DRAFTS>{text.desk.keep}</button>
                </header>
                {notices(text, writing)}
                {kind(text, writing)}
                <input type="hidden" name="base" value=writing.form.base.clone() />
                <input type="hidden" name="draft" value=writing.form.draft.clone() />
                <input type="hidden" name="desk" value=writing.form.desk.clone() />
                <input type="hidden" name="post" value=writing.beside.post.map(|id| id.to_string()) />
                {input(text, text.editor.title, "text", &writing.form.title, Field::new("title", writing.problems).most(Title::LIMIT))}
                {details(text, writing)}
                {super::desk::tools(visit, writing)}
                <div class="desk">
                    {area(text, text.editor.body, 24, writing.form.language.clone(), &writing.form.body, Field::new("body", writing.problems).hint(text.editor.body_hint))}
                    {preview(text, writing)}
                </div>
                {about(text, writing)}
            </form>
        }
    })
}

/// Settled when the form was begun, and asked for only where it is none.
fn kind(text: &'static Text, writing: &Writing<'_>) -> impl IntoView + use<> {
    if writing.problems.of("kind").is_none() {
        return Either::Left(view! { <input type="hidden" name="kind" value=writing.form.kind.clone() /> });
    }
    let kinds: Vec<_> = PostKind::ALL.iter().map(|one| (one.to_string(), (text.kind)(*one).to_owned())).collect();
    Either::Right(choice(text, text.editor.kind, &kinds, writing.kind.as_str(), Field::new("kind", writing.problems)))
}

/// The page beside the words; the island draws into it.
fn preview(text: &'static Text, writing: &Writing<'_>) -> impl IntoView + use<> {
    let words = &text.editor;
    let told = json!({
        "pasted": words.pasted,
        "too_big": words.too_big,
        "labels": text.labels(),
        "known": writing.known,
        "ornaments": routes::DESK_ORNAMENTS,
    });
    view! {
        <section class="preview" aria-label=words.preview data-preview=told.to_string()>
            <h2 aria-hidden="true">{words.preview}</h2>
            <div role="status"><p class="notice" hidden></p></div>
            <p class="soft">{words.preview_empty}</p>
            <div class="prose"><div class="words" lang=writing.form.language.clone()></div></div>
            <Preview />
        </section>
    }
}

fn notices(text: &'static Text, writing: &Writing<'_>) -> impl IntoView + use<> {
    let theirs = writing.theirs.as_ref().map(|theirs| two_texts(text, theirs, writing.form));
    let unsaved = writing.unsaved.map(|why| {
        let (sentence, way) = match why {
            Unsaved::SignedOut => (text.editor.signed_out, Some((routes::SIGN_IN, text.sign_in.title))),
            Unsaved::OwesSecondFactor => {
                (text.editor.owes_second_factor, Some((routes::SECOND_FACTOR, text.second_factor.title)))
            }
            Unsaved::Gone => (text.desk.gone, None),
            Unsaved::Failed => (text.desk.failed, None),
        };
        let way = way.map(|(to, label)| view! { " "<a href=to target="_blank">{label}</a> });
        view! { <p class="notice bad" role="alert">{sentence}{way}</p> }
    });
    view! { {theirs}{unsaved}{wrong(text, writing.problems)} }
}

/// What the kind adds, above the words.
fn details(text: &'static Text, writing: &Writing<'_>) -> impl IntoView + use<> {
    let (words, form) = (&text.editor, writing.form);
    let field = |name| Field::new(name, writing.problems);
    match writing.kind {
        PostKind::Retrospective => EitherOf3::A(view! {
            <div class="pair">
                {input(text, words.start, "date", &form.start, field("start"))}
                {input(text, words.end, "date", &form.end, field("end"))}
            </div>
        }),
        PostKind::BookNote => {
            EitherOf3::B(input(text, words.book, "text", &form.book, field("book").most(BookTitle::LIMIT)))
        }
        PostKind::WriteUp => EitherOf3::C(view! {
            {area(
                text,
                words.summary,
                3,
                form.language.clone(),
                &form.summary,
                field("summary").hint(words.summary_hint).optional().most(Abstract::LIMIT),
            )}
            {stale::field(text, form, writing.problems)}
        }),
    }
}

/// Tags, language and audience, below the words.
fn about(text: &'static Text, writing: &Writing<'_>) -> impl IntoView + use<> {
    let (words, form) = (&text.editor, writing.form);
    let languages: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
    let audiences: Vec<_> =
        Audience::ALL.iter().map(|one| (one.to_string(), (text.audience)(*one).to_owned())).collect();
    let field = |name| Field::new(name, writing.problems);
    view! {
        <fieldset class="about">
            <legend>{words.more}</legend>
            {input(text, words.tags, "text", &form.tags, field("tags").hint(words.tags_hint).optional())}
            {choice(text, words.language, &languages, &form.language, field("language"))}
            {choice(text, words.audience, &audiences, &form.audience, field("audience"))}
            {at_opening(text, form)}
        </fieldset>
    }
}

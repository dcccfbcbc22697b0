//! What is not saved yet: offered beside the form of its post, and listed.

use axum::response::Response;
use domain::id::PostId;
use domain::post::PostKind;
use domain::text::Text;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use similar::{ChangeTag, TextDiff};
use store::Draft;

use crate::components::ask::{Question, ask};
use crate::components::empty::empty;
use crate::components::moment::moment;
use crate::context::{SignedIn, Visit};
use crate::routes;
use crate::shell::{Here, Page};

/// What of drafts stands on a writing page.
#[derive(Default)]
pub(crate) struct Beside {
    /// The post that would change; none of a new one.
    pub(crate) post: Option<PostId>,
    /// The draft that is shown or spoken of.
    pub(crate) shown: Option<Shown>,
}

/// How a draft is spoken of.
pub(crate) enum Shown {
    /// It is there, and the form shows what is stored.
    Offered {
        draft: Draft,
        /// Whether the post was saved since the draft was begun.
        is_old: bool,
        /// The words that are stored.
        stored: String,
    },
    /// The form shows it.
    GoingOn {
        draft: Draft,
        /// As above.
        is_old: bool,
    },
    /// What was typed was not kept: this one is in the way.
    Other(Draft),
}

/// Longer texts are not compared on this page: it has to come at once.
const MOST_COMPARED: usize = 200_000;
/// Words shown around a difference.
const AROUND: usize = 60;

/// The line or the section above the form; it stands outside of the form, since it has one of its own.
pub(crate) fn above(visit: &Visit, beside: &Beside) -> impl IntoView + use<> {
    let text = visit.text();
    let words = &text.desk;
    let Some(member) = visit.member.as_ref() else { return EitherOf3::A(()) };
    let when = |draft: &Draft| text.at(draft.mark.saved_at, &member.zone);
    match &beside.shown {
        None => EitherOf3::A(()),
        Some(Shown::Offered { draft, is_old, stored }) => {
            let offered = offered(visit, draft, *is_old, stored, &when(draft));
            EitherOf3::B(offered)
        }
        Some(Shown::GoingOn { draft, is_old }) => {
            let old = is_old.then_some(words.offer_old);
            let line = view! { <p class="notice" role="status">{(words.going_on)(&when(draft))}" "{old}</p> };
            EitherOf3::C(Either::Left(line))
        }
        Some(Shown::Other(draft)) => {
            let line = view! {
                <p class="notice bad" role="alert">{(words.other_draft)(&when(draft))}" "
                    <a href=routes::go_on(draft.post_id, kind(draft), draft.mark.id) target="_blank">{words.drafts}</a>
                </p>
            };
            EitherOf3::C(Either::Right(line))
        }
    }
}

fn offered(visit: &Visit, draft: &Draft, is_old: bool, stored: &str, when: &str) -> impl IntoView + use<> {
    let words = &visit.text().desk;
    let go_on = routes::go_on(draft.post_id, kind(draft), draft.mark.id);
    let later = draft.post_id.map(|id| view! { <a class="quiet" href=routes::post(id)>{words.offer_later}</a> });
    view! {
        <section class="notice draft-offer" aria-labelledby="draft-offer">
            <h2 id="draft-offer">{words.offer_title}</h2>
            <p>{(words.offer)(when)}</p>
            {is_old.then(|| view! { <p>{words.offer_old}</p> })}
            <details>
                <summary>{words.offer_differs}</summary>
                <p class="draft-differs" lang=draft.form.language.clone()>{differs(stored, &draft.form.body)}</p>
            </details>
            <div class="submit">
                <a class="button primary" href=go_on>{words.offer_go_on}</a>
                {drop(visit, draft)}
                {later}
            </div>
        </section>
    }
}

/// Both texts word by word; what is the same in both is shown around differences alone.
fn differs(stored: &str, typed: &str) -> Vec<AnyView> {
    if stored.len().max(typed.len()) > MOST_COMPARED {
        return vec![view! { <ins>{typed.chars().take(AROUND * 10).collect::<String>()}"…"</ins> }.into_any()];
    }
    let diff = TextDiff::configure().timeout(std::time::Duration::from_millis(200)).diff_words(stored, typed);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, words)) if *tag == change.tag() => words.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    let shown = |(tag, words): (ChangeTag, String)| match tag {
        ChangeTag::Equal => view! { <span>{shortened(&words)}</span> }.into_any(),
        ChangeTag::Delete => view! { <del>{words}</del> }.into_any(),
        ChangeTag::Insert => view! { <ins>{words}</ins> }.into_any(),
    };
    runs.into_iter().map(shown).collect()
}

fn shortened(words: &str) -> String {
    let count = words.chars().count();
    if count <= 2 * AROUND {
        return words.to_owned();
    }
    let (first, last): (String, String) =
        (words.chars().take(AROUND).collect(), words.chars().skip(count - AROUND).collect());
    format!("{first} … {last}")
}

fn drop(visit: &Visit, draft: &Draft) -> impl IntoView + use<> {
    let words = &visit.text().desk;
    let title = if draft.form.title.trim().is_empty() { words.untitled } else { draft.form.title.trim() };
    ask(Question {
        id: format!("drop-{}", draft.mark.id),
        deed: words.offer_drop,
        title: (words.offer_drop_question)(title),
        lead: words.offer_drop_lead,
        action: routes::drop_draft(draft.mark.id),
        keep: words.offer_keep,
    })
}

fn kind(draft: &Draft) -> PostKind {
    PostKind::parse(&draft.form.kind).unwrap_or(PostKind::WriteUp)
}

/// The way to them, where there are any.
pub(crate) fn way(text: &'static Text, drafts: usize) -> impl IntoView + use<> {
    (drafts > 0)
        .then(|| view! { <p class="drafts-way"><a href=routes::DRAFTS>{(text.desk.see_drafts)(drafts)}</a></p> })
}

/// All that a member has not saved.
pub(crate) fn list(me: &SignedIn, drafts: &[Draft]) -> Response {
    let text = me.text();
    let words = &text.desk;
    Page::new(words.drafts, Here::Posts).render(&me.visit, || {
        let lines: Vec<_> = drafts.iter().map(|draft| line(me, draft)).collect();
        let lines = if lines.is_empty() {
            Either::Left(empty(words.drafts_none.into(), words.drafts_none_hint, None))
        } else {
            Either::Right(view! { <ul class="lines">{lines}</ul> })
        };
        view! {
            <section class="list drafts">
                <h1>{words.drafts}</h1>
                <p class="lead">{words.drafts_lead}</p>
                {lines}
            </section>
        }
    })
}

fn line(me: &SignedIn, draft: &Draft) -> impl IntoView + use<> {
    let text = me.text();
    let title = draft.form.title.trim();
    let title = if title.is_empty() { text.desk.untitled.to_owned() } else { title.to_owned() };
    let opening: String = domain::markdown::opening(&draft.form.body.chars().take(2_000).collect::<String>(), 120);
    view! {
        <li>
            <span class="kind">{(text.kind)(kind(draft))}</span>
            <a href=routes::go_on(draft.post_id, kind(draft), draft.mark.id) lang=draft.form.language.clone()>{title}</a>
            {moment(text, draft.mark.saved_at, me.now(), me.zone())}
            <p lang=draft.form.language.clone()>{opening}</p>
            {drop(&me.visit, draft)}
        </li>
    }
}

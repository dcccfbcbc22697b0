//! Saying something about a post, and changing it: the form on a page of its own, for when it comes back or changes a
//! comment. The post's page has the same fields below its words.

use axum::response::Response;
use domain::comment::{CommentBody, CommentForm};
use domain::id::{CommentId, PostId};
use domain::problem::Problems;
use domain::text::Text;
use leptos::prelude::*;

use super::post_form::Unsaved;
use crate::components::field::{Field, area, wrong};
use crate::components::submit::submit;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

/// What the form shows.
pub(crate) struct Saying<'a> {
    pub(crate) title: &'static str,
    pub(crate) form: &'a CommentForm,
    pub(crate) problems: &'a Problems,
    pub(crate) action: String,
    pub(crate) away: String,
    pub(crate) send: &'static str,
    /// Why it could not be kept, though nothing is wrong with it.
    pub(crate) unsaved: Option<Unsaved>,
    /// What else the form says, by name.
    pub(crate) more: Vec<(&'static str, String)>,
}

impl<'a> Saying<'a> {
    /// Something new.
    pub(crate) fn new(visit: &Visit, post: PostId, form: &'a CommentForm, problems: &'a Problems) -> Self {
        let words = &visit.text().comments;
        let title = if form.thread.is_empty() { words.new } else { words.reply };
        let (action, away) = (routes::comments(post), routes::comment_on_all(post));
        Self { title, form, problems, action, away, send: words.send, unsaved: None, more: Vec::new() }
    }

    /// Something said already.
    pub(crate) fn again(
        visit: &Visit,
        id: CommentId,
        post: Option<PostId>,
        form: &'a CommentForm,
        problems: &'a Problems,
    ) -> Self {
        let text = visit.text();
        let away = post.map_or_else(|| routes::POSTS.to_owned(), |post| routes::comment(post, id));
        let (title, send, action) = (text.comments.edit_title, text.form.save, routes::edit_comment(id));
        let more = post.map(|post| ("post", post.to_string())).into_iter().collect();
        Self { title, form, problems, action, away, send, unsaved: None, more }
    }
}

pub(crate) fn page(visit: &Visit, saying: &Saying<'_>) -> Response {
    let text = visit.text();
    Page::new(saying.title, Here::Posts).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{saying.title}</h1>
                {unsaved(text, saying.unsaved)}
                {wrong(text, saying.problems)}
                <form class="comment-form" method="post" action=saying.action.clone()>
                    {about(text, saying)}
                    {hidden(saying.form)}
                    {saying.more.iter().map(|(name, value)| view! { <input type="hidden" name=*name value=value.clone() /> }).collect_view()}
                    {words(text, &saying.form.body, saying.problems)}
                    {submit(saying.send, Some((saying.away.clone(), text.form.cancel)))}
                </form>
            </section>
        }
    })
}

/// What it is about, as far as the form says; and what is wrong with that.
fn about(text: &'static Text, saying: &Saying<'_>) -> impl IntoView + use<> {
    let anchor = &saying.form.anchor;
    let passage = (!anchor.exact.is_empty()).then(|| {
        view! { <p class="about">{text.comments.about}</p><blockquote class="quote">{anchor.exact.clone()}</blockquote> }
    });
    let heading = (anchor.exact.is_empty() && !anchor.on.is_empty()).then(|| {
        let heading = anchor.on.trim_start_matches("h-").replace('-', " ");
        view! { <p class="about">{(text.comments.on_heading)(&heading)}</p> }
    });
    let problem =
        saying.problems.of("exact").map(|why| view! { <p class="problem" id="exact-problem">{(text.why)(why)}</p> });
    view! { {passage}{heading}{problem} }
}

/// Where it belongs.
pub(crate) fn hidden(form: &CommentForm) -> impl IntoView + use<> {
    let anchor = &form.anchor;
    let fields = [
        ("thread", &form.thread),
        ("seen", &form.seen),
        ("on", &anchor.on),
        ("exact", &anchor.exact),
        ("before", &anchor.before),
        ("after", &anchor.after),
    ];
    fields
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.clone() /> })
        .into_iter()
        .collect_view()
}

/// What it says.
pub(crate) fn words(text: &'static Text, body: &str, problems: &Problems) -> impl IntoView + use<> {
    let field = Field::new("body", problems).hint(text.comments.body_hint).most(CommentBody::LIMIT);
    area(text, text.comments.body, 5, text.language.as_str().to_owned(), body, field)
}

/// Why it could not be kept, and where that can be mended.
pub(super) fn unsaved(text: &'static Text, why: Option<Unsaved>) -> impl IntoView + use<> {
    why.map(|why| {
        let words = &text.comments;
        let (sentence, way) = match why {
            Unsaved::SignedOut => (words.signed_out, Some((routes::SIGN_IN, text.sign_in.title))),
            Unsaved::OwesSecondFactor => {
                (words.owes_second_factor, Some((routes::SECOND_FACTOR, text.second_factor.title)))
            }
            Unsaved::Gone => (words.gone, None),
            Unsaved::Failed => (words.failed, None),
        };
        let way = way.map(|(to, label)| view! { " "<a href=to target="_blank">{label}</a> });
        view! { <p class="notice bad" role="alert">{sentence}{way}</p> }
    })
}

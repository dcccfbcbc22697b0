//! Who was asked to read a write-up, and asking somebody.

use axum::response::Response;
use domain::post::Audience;
use domain::problem::Problems;
use domain::review::{Remark, ReviewForm};
use leptos::either::Either;
use leptos::prelude::*;

use crate::api::review::Asking;
use crate::components::field::{Field, choice, input, wrong};
use crate::components::review_line::review_line;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, asking: &Asking, form: &ReviewForm, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.reviews;
    let post = &asking.post;
    let alone = (post.audience == Audience::OnlyMe).then(|| view! { <p class="notice">{words.alone}</p> });
    let none = asking.reviews.is_empty().then(|| view! { <p class="soft">{words.none}</p> });
    let lines: Vec<_> = asking.reviews.iter().map(|one| review_line(me, one, true)).collect();
    Page::new(words.link, Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <p class="kind"><a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a></p>
                <h1>{words.link}</h1>
                <p class="lead">{words.lead}</p>
                {alone}
                {wrong(text, problems)}
                {ask(me, asking, form, problems)}
                <h2>{words.all}</h2>
                {none}
                <ul class="lines">{lines}</ul>
            </section>
        }
    })
}

fn ask(me: &SignedIn, asking: &Asking, form: &ReviewForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.reviews;
    if asking.colleagues.is_empty() {
        return Either::Left(view! { <p class="soft">{words.nobody}</p> });
    }
    let each = asking.colleagues.iter();
    let each = each.map(|one| (one.id.to_string(), format!("{} (@{})", one.name.as_str(), one.handle.as_str())));
    let choices: Vec<_> = std::iter::once((String::new(), words.choose.to_owned())).chain(each).collect();
    let field = |name| Field::new(name, problems);
    let remark = field("remark").hint(words.remark_hint).optional().most(Remark::LIMIT);
    Either::Right(view! {
        <form method="post" action=routes::reviews(asking.post.id)>
            <div class="pair">
                {choice(text, words.reviewer, &choices, &form.reviewer, field("reviewer"))}
                {input(text, words.due, "date", &form.due, field("due"))}
            </div>
            {input(text, words.remark, "text", &form.remark, remark)}
            {submit(words.ask, Some((routes::post(asking.post.id), text.form.cancel)))}
        </form>
    })
}

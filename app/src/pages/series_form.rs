//! The series of a post: another one, a new one, or none.

use axum::response::Response;
use domain::post::Post;
use domain::problem::Problems;
use domain::series::SeriesTitle;
use leptos::prelude::*;
use store::{SeriesLine, SeriesOf};

use crate::api::series::SeriesForm;
use crate::components::field::{Field, choice, input, wrong};
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// `now` is what the post is part of, `theirs` are the series that the member may go on with.
pub(crate) fn page(
    me: &SignedIn,
    post: &Post,
    now: Option<&SeriesOf>,
    theirs: &[SeriesLine],
    form: &SeriesForm,
    problems: &Problems,
) -> Response {
    let text = me.text();
    let words = &text.series;
    let title = if now.is_some() { words.change } else { words.add };
    Page::new(title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{title}</h1>
                <p class="lead"><a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a></p>
                <p>{words.lead}</p>
                {wrong(text, problems)}
                {now.map(|series| present(me, post, series))}
                <form method="post" action=routes::post_series(post.id)>
                    {offered(me, now, theirs, form, problems)}
                    {input(text, words.new_title, "text", &form.title, Field::new("title", problems).hint(words.new_hint).most(SeriesTitle::LIMIT))}
                    {submit(words.submit, Some((routes::post(post.id), words.cancel)))}
                </form>
            </section>
        }
    })
}

fn present(me: &SignedIn, post: &Post, series: &SeriesOf) -> impl IntoView + use<> {
    let words = &me.text().series;
    view! {
        <section class="notice">
            <p>{(words.is_part)(&series.title)}</p>
            <form method="post" action=routes::leave_series(post.id)><button class="quiet">{words.take_out}</button></form>
        </section>
    }
}

/// The choice, where there is one.
fn offered(
    me: &SignedIn,
    now: Option<&SeriesOf>,
    theirs: &[SeriesLine],
    form: &SeriesForm,
    problems: &Problems,
) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.series;
    let others = theirs.iter().filter(|one| now.is_none_or(|now| now.id != one.id));
    let none = (String::new(), words.none.to_owned());
    let choices: Vec<_> = std::iter::once(none)
        .chain(others.map(|one| (one.id.to_string(), format!("{} · {}", one.title, (words.parts)(one.parts)))))
        .collect();
    let field = Field::new("series", problems);
    (choices.len() > 1 || problems.of("series").is_some())
        .then(|| choice(text, words.choose, &choices, &form.series, field))
}

//! A post for the blog: the files that leave, all of them, before they do.

use axum::response::Response;
use domain::problem::Problems;
use domain::publish::{Bundle, Picture};
use leptos::prelude::*;

use crate::components::field::{Field, input, wrong};
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};
use domain::id::PostId;

/// What the page shows.
pub(crate) struct Leaving<'a> {
    pub(crate) id: PostId,
    pub(crate) slug: &'a str,
    /// The files, or what stops them.
    pub(crate) bundle: &'a Bundle,
    pub(crate) problems: &'a Problems,
}

pub(crate) fn page(me: &SignedIn, leaving: &Leaving<'_>) -> Response {
    let text = me.text();
    let words = &text.blog;
    let stopped = leaving.problems.of("body").map(|why| {
        view! {
            <section class="notice bad" role="alert">
                <h2>{words.cannot}</h2>
                <p>{(text.why)(why)}</p>
                <p><a href=routes::edit_post(leaving.id)>{text.post.edit}</a></p>
            </section>
        }
    });
    let shown: Vec<_> = leaving
        .bundle
        .files
        .iter()
        .map(|file| {
            view! {
                <figure class="file">
                    <figcaption><code>{file.path.clone()}</code></figcaption>
                    <pre tabindex="0">{String::from_utf8_lossy(&file.bytes).into_owned()}</pre>
                </figure>
            }
        })
        .collect();
    let pictures = pictures(leaving.bundle);
    let leaves = (!shown.is_empty())
        .then(|| view! { <h2>{words.file}</h2><p class="hint">{words.left_out}</p>{shown}{pictures} });
    let slug_problems =
        leaving.problems.of("slug").map_or_else(Problems::default, |why| Problems::one("slug", why.clone()));
    Page::new(words.title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                {stopped}
                {wrong(text, &slug_problems)}
                <form class="inline" method="get" action=routes::blog_zip(leaving.id)>
                    {input(text, words.slug, "text", leaving.slug, Field::new("slug", leaving.problems).hint(words.slug_hint))}
                    <p class="submit">
                        <button class="button primary">{words.download}</button>
                        <a class="quiet" href=routes::post(leaving.id)>{text.form.back}</a>
                    </p>
                </form>
                {leaves}
            </section>
        }
    })
}

/// Pictures that go along, under the names they will have.
fn pictures(bundle: &Bundle) -> impl IntoView + use<> {
    let one = |picture: &Picture| {
        let (width, height) = picture.name.dimensions().unzip();
        view! {
            <figure class="file">
                <figcaption><code>{picture.path.clone()}</code></figcaption>
                <img src=picture.name.address() alt="" width=width height=height loading="lazy" />
            </figure>
        }
    };
    bundle.pictures.iter().map(one).collect::<Vec<_>>()
}

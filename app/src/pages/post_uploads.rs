//! What a post uses, and what its history does.

use axum::response::Response;
use domain::post::Post;
use leptos::either::Either;
use leptos::prelude::*;
use store::PostUpload;

use crate::components::moment::moment;
use crate::components::thumbnail::thumbnail;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, post: &Post, uploads: &[PostUpload]) -> Response {
    let words = &me.text().uploads;
    Page::new(words.post_title, Here::Posts).render(&me.visit, || {
        let list = if uploads.is_empty() {
            Either::Left(view! { <p class="soft">{words.post_empty}</p> })
        } else {
            let lines: Vec<_> = uploads.iter().map(|one| line(me, one)).collect();
            Either::Right(view! { <p class="lead">{words.post_lead}</p><ul class="uploads">{lines}</ul> })
        };
        view! {
            <section class="narrow">
                <p class="kind"><a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a></p>
                <h1>{words.post_title}</h1>
                {list}
            </section>
        }
    })
}

fn line(me: &SignedIn, one: &PostUpload) -> impl IntoView + use<> {
    let (text, upload) = (me.text(), &one.upload);
    let words = &text.uploads;
    view! {
        <li>
            {thumbnail(text, upload)}
            <div class="upload-about">
                <a href=upload.name.address()>{upload.file_name.as_str().to_owned()}</a>
                <p class="soft">
                    {one.by.clone()}" · "{(words.size)(upload.bytes)}" · "{moment(text, upload.uploaded_at, me.now(), me.zone())}
                </p>
                <p class="soft">{if one.now { words.post_now } else { words.post_before }}</p>
            </div>
        </li>
    }
}

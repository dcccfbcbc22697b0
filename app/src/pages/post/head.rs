//! What stands above the words: what it is, what it is called, who wrote it and what it says in short.

use domain::post::{Details, WriteUp};
use domain::text::Text;
use leptos::prelude::*;
use store::Reading;

use crate::components::face::face;
use crate::components::moment::moment;
use crate::components::post_line::alone;
use crate::context::SignedIn;
use crate::pages::stale;
use crate::routes;

pub(super) fn head(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    let lang = reading.post.language.as_str();
    view! {
        {stale::notice(me, reading)}
        <p class="kind">{kind_line(me.text(), reading)}</p>
        <h1 lang=lang>{reading.post.title.clone()}</h1>
        {by_line(me, reading)}
        {summary(reading)}
    }
}

fn kind_line(text: &'static Text, reading: &Reading) -> String {
    let kind = (text.kind)(reading.post.kind);
    let more = match &reading.details {
        Details::Retrospective(period) => Some((text.period)(*period)),
        Details::BookNote(book) => Some((text.post.book)(book.as_str())),
        Details::WriteUp(_) => reading.post.status.map(|status| (text.reviews.status)(status).to_owned()),
    };
    let private = alone(text, &reading.post).map(str::to_owned);
    [Some(kind.to_owned()), more, private].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn by_line(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    let text = me.text();
    let post = &reading.post;
    let author = post.authors.first().map(|author| face(author.id, &author.name, author.picture_at));
    let revisions = (post.revision_number > 1).then(|| {
        let count = (text.post.revisions)(post.revision_number);
        view! { " · "<a href=routes::revisions(post.id, 1)>{count}</a> }
    });
    view! {
        <div class="by">
            {author}
            <span>
                {post.by()}<br />
                <small class="soft">
                    {moment(text, post.changed_at, me.now(), me.zone())}" · "{text.reading_time(reading.characters)}{revisions}
                </small>
            </span>
        </div>
    }
}

fn summary(reading: &Reading) -> impl IntoView + use<> {
    let lang = reading.post.language.as_str();
    match &reading.details {
        Details::WriteUp(WriteUp { summary: Some(summary), .. }) => {
            let summary = summary.as_str().to_owned();
            Some(view! { <p class="summary" lang=lang>{summary}</p> })
        }
        _ => None,
    }
}

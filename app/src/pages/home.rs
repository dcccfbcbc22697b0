//! What came back, what comes next, and what the team wrote. Calm: no counts in red, no endless feed.

mod waiting; // reviews, and what is to be looked at again

use axum::response::Response;
use domain::access;
use domain::post::PostKind;
use domain::reminder::Reminder;
use domain::schedule::Zone;
use domain::text::Text;
use leptos::either::Either;
use leptos::prelude::*;
use store::{CameBack, PostLine};

pub(crate) use self::waiting::Waiting;
use self::waiting::waiting;
use crate::components::empty::empty;
use crate::components::post_line::post_line;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// Everything on the first page.
pub(crate) struct Home {
    pub(crate) came_back: Option<CameBack>,
    pub(crate) upcoming: Vec<Reminder>,
    /// How many come back within seven days.
    pub(crate) this_week: usize,
    pub(crate) waiting: Waiting,
    pub(crate) latest: Vec<PostLine>,
}

pub(crate) fn page(me: &SignedIn, home: &Home) -> Response {
    let text = me.text();
    let words = &text.home;
    let today = (text.today)(me.zone().local(me.now()).date());
    Page::new(words.title, Here::Home).render(&me.visit, || {
        view! {
            <div class="home">
                <header>
                    <h1>{today}</h1>
                    <p class="soft">{(words.lead)(home.this_week)}</p>
                </header>
                <div>
                    {home.came_back.as_ref().map(|one| came_back(text, me.zone(), one))}
                    {waiting(me, &home.waiting)}
                    <section>
                        <h2>{words.upcoming}</h2>
                        {upcoming(text, me.zone(), &home.upcoming)}
                    </section>
                </div>
                <div>
                    <section>
                        <h2>{words.latest}</h2>
                        {latest(me, &home.latest)}
                    </section>
                </div>
            </div>
        }
    })
}

fn came_back(text: &'static Text, zone: &Zone, one: &CameBack) -> impl IntoView + use<> {
    let post = &one.line.post;
    let day = (text.day)(zone.local(one.at).date());
    view! {
        <section>
            <h2>{text.home.came_back}</h2>
            <article class="came-back">
                <h3><a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a></h3>
                <p lang=post.language.as_str()>{one.line.opening.clone()}</p>
                <p class="soft"><small>{post.by()}" · "{(text.home.came_back_on)(&day)}</small></p>
            </article>
        </section>
    }
}

fn upcoming(text: &'static Text, zone: &Zone, reminders: &[Reminder]) -> impl IntoView + use<> {
    if reminders.is_empty() {
        return Either::Left(view! { <p class="soft">{text.home.upcoming_none}</p> });
    }
    let coming = reminders.iter().filter_map(|one| one.next_at.map(|next| (one, next)));
    let lines = coming.map(|(one, next)| {
        view! {
            <li>
                <a href=routes::post(one.post_id)>{one.post_title.clone()}</a>
                <time datetime=next.to_string()>{(text.day)(zone.local(next).date())}</time>
                <p>{(text.recurrence)(one.schedule.recurrence)}</p>
            </li>
        }
    });
    Either::Right(view! { <ul class="lines">{lines.collect::<Vec<_>>()}</ul> })
}

fn latest(me: &SignedIn, lines: &[PostLine]) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.home;
    if lines.is_empty() {
        let step = access::may_write(&me.member).then(|| (routes::new_post(PostKind::Retrospective), text.nav.write));
        return Either::Left(empty(words.empty_title.into(), words.empty, step));
    }
    let lines: Vec<_> = lines.iter().map(|line| post_line(text, line, me.now(), me.zone())).collect();
    Either::Right(view! {
        <ul class="lines">{lines}</ul>
        <p class="more"><a href=routes::POSTS>{words.all}</a></p>
    })
}

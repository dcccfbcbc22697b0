//! One story in several posts: its parts in order, and for their authors what they may do about it.

use axum::response::Response;
use domain::problem::Problems;
use domain::series::{SeriesTitle, Way};
use leptos::prelude::*;
use store::{Part, Series};

use crate::api::series::TitleForm;
use crate::components::field::{Field, input, wrong};
use crate::components::moment::moment;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// `form` is what was typed into the fold with the title, when it is open.
pub(crate) fn page(me: &SignedIn, series: &Series, form: Option<&TitleForm>, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.series;
    let last = series.parts.len() - 1;
    let parts: Vec<_> = series
        .parts
        .iter()
        .enumerate()
        .map(|(before, part)| line(me, series, part, before == 0, before == last))
        .collect();
    Page::new(series.title.clone(), Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <p class="kind">{words.title}</p>
                <h1>{series.title.clone()}</h1>
                <p class="lead">{(words.parts)(series.parts.len())}</p>
                {wrong(text, problems)}
                <ol class="lines parts">{parts}</ol>
                {series.may_arrange.then(|| rename(me, series, form, problems))}
            </section>
        }
    })
}

fn line(me: &SignedIn, series: &Series, part: &Part, is_first: bool, is_last: bool) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.series;
    let post = &part.post;
    let title = &post.title;
    let step = |way: Way, label: &'static str, name: String| {
        view! {
            <form method="post" action=routes::series_move(series.id)>
                <input type="hidden" name="post" value=post.id.to_string() />
                <button class="quiet" name="way" value=way.as_str() aria-label=name>{label}</button>
            </form>
        }
    };
    let earlier =
        (series.may_arrange && !is_first).then(|| step(Way::Earlier, words.earlier, (words.earlier_of)(title)));
    let later = (series.may_arrange && !is_last).then(|| step(Way::Later, words.later, (words.later_of)(title)));
    let out = part.may_take_out.then(|| {
        let name = (words.take_out_of)(title);
        view! {
            <form method="post" action=routes::leave_series(post.id)>
                <button class="quiet" aria-label=name>{words.take_out}</button>
            </form>
        }
    });
    let actions = (series.may_arrange || part.may_take_out)
        .then(|| view! { <span class="row-actions">{earlier}{later}{out}</span> });
    view! {
        <li>
            <span class="kind">{(text.kind)(post.kind)}" · "{post.by()}</span>
            <a href=routes::post(post.id) lang=post.language.as_str()>{title.clone()}</a>
            {moment(text, post.changed_at, me.now(), me.zone())}
            {actions}
        </li>
    }
}

fn rename(me: &SignedIn, series: &Series, form: Option<&TitleForm>, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.series;
    let typed = form.map_or(&series.title, |form| &form.title);
    view! {
        <details class="rename" open=form.is_some()>
            <summary>{words.rename}</summary>
            <form method="post" action=routes::series_title(series.id)>
                {input(text, words.name, "text", typed, Field::new("title", problems).most(SeriesTitle::LIMIT))}
                {submit(words.save, None)}
            </form>
        </details>
    }
}

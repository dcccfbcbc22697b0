//! Who writes a post along.

use axum::response::Response;
use domain::member::Role;
use domain::post::Audience;
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::PostAuthor;

use crate::api::authors::{Along, AuthorForm};
use crate::components::ask::{Question, ask};
use crate::components::face::face;
use crate::components::field::{Field, choice, wrong};
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, along: &Along, form: &AuthorForm, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.authors;
    let post = &along.post;
    let lead = if along.may_edit { words.lead } else { words.orphaned };
    let authors: Vec<_> = along.authors.iter().map(|one| author(me, along, one)).collect();
    Page::new(words.title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <p class="kind"><a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a></p>
                <h1>{words.title}</h1>
                <p class="lead">{lead}</p>
                {wrong(text, problems)}
                <ul class="people">{authors}</ul>
                <h2>{words.add_title}</h2>
                {adding(me, along, form, problems)}
            </section>
        }
    })
}

fn author(me: &SignedIn, along: &Along, one: &PostAuthor) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.authors;
    let since = match &one.added {
        Some((at, by)) => (words.added)(by, &text.at(*at, me.zone())),
        None => words.first.into(),
    };
    let alumni = (one.role == Role::Alumni).then(|| format!(" · {}", (text.role)(one.role)));
    let remove = (along.may_edit && along.authors.len() > 1).then(|| remove(me, along, one));
    view! {
        <li>
            {face(one.id, &one.name, one.picture_at)}
            <p class="name">{one.name.clone()}" "<span class="soft">{format!("@{}", one.handle)}{alumni}</span></p>
            <p class="soft">{since}</p>
            <div class="row-actions">{remove}</div>
        </li>
    }
}

fn remove(me: &SignedIn, along: &Along, one: &PostAuthor) -> impl IntoView + use<> {
    let words = &me.text().authors;
    let (deed, title, lead) = if one.id == me.member.id {
        (words.leave, words.leave_question.to_owned(), words.leave_lead)
    } else {
        (words.remove, (words.remove_question)(&one.name), words.remove_lead)
    };
    let (id, action) = (format!("remove-{}", one.id), routes::remove_author(along.post.id, one.id));
    ask(Question { id, deed, title, lead, action, keep: words.keep })
}

fn adding(me: &SignedIn, along: &Along, form: &AuthorForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.authors;
    if along.colleagues.is_empty() {
        return Either::Left(view! { <p class="soft">{words.nobody}</p> });
    }
    let each = along.colleagues.iter();
    let each = each.map(|one| (one.id.to_string(), format!("{} (@{})", one.name.as_str(), one.handle.as_str())));
    let choices: Vec<_> = std::iter::once((String::new(), words.choose.to_owned())).chain(each).collect();
    let field = Field::new("member", problems);
    let field = if along.post.audience == Audience::OnlyMe { field.hint(words.alone) } else { field };
    Either::Right(view! {
        <form method="post" action=routes::authors(along.post.id)>
            {choice(text, words.member, &choices, &form.member, field)}
            {submit(words.add, Some((routes::post(along.post.id), text.form.back)))}
        </form>
    })
}

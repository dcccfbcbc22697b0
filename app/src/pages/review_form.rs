//! What was typed to ask for a review or to answer one, when it could not be kept: the words and the day come back.

use axum::response::Response;
use domain::problem::Problems;
use domain::review::Remark;
use leptos::prelude::*;

use super::comment_form::unsaved;
use super::post_form::Unsaved;
use crate::components::field::{Field, input};
use crate::components::submit::submit;
use crate::context::Visit;
use crate::shell::{Here, Page};

/// What the form shows.
pub(crate) struct Again<'a> {
    pub(crate) title: &'static str,
    pub(crate) action: String,
    pub(crate) away: String,
    /// What else was chosen, by name: who is who is told to nobody whose sign-in ended.
    pub(crate) more: Vec<(&'static str, &'a str)>,
    /// The day by which somebody is asked; none of an answer.
    pub(crate) due: Option<&'a str>,
    /// What the sentence is called.
    pub(crate) label: &'static str,
    pub(crate) remark: &'a str,
    pub(crate) send: &'static str,
}

pub(crate) fn page(visit: &Visit, again: &Again<'_>, why: Unsaved) -> Response {
    let text = visit.text();
    let none = Problems::default();
    Page::new(again.title, Here::Posts).render(visit, || {
        let field = |name| Field::new(name, &none);
        let more = again.more.iter().map(|(name, value)| {
            view! { <input type="hidden" name=*name value=(*value).to_owned() /> }
        });
        view! {
            <section class="narrow">
                <h1>{again.title}</h1>
                {unsaved(text, Some(why))}
                <form method="post" action=again.action.clone()>
                    {more.collect_view()}
                    {again.due.map(|due| input(text, text.reviews.due, "date", due, field("due")))}
                    {input(text, again.label, "text", again.remark, field("remark").optional().most(Remark::LIMIT))}
                    {submit(again.send, Some((again.away.clone(), text.form.cancel)))}
                </form>
            </section>
        }
    })
}

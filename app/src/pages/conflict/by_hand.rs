//! The joined text, to edit: an ordinary form of the post, begun from what is stored now.

use domain::language::Language;
use domain::post::{Audience, PostForm};
use domain::problem::Problems;
use domain::text::Text;
use leptos::prelude::*;

use super::{Conflict, fields, marked};
use crate::components::field::{Field, area, choice, input, wrong};
use crate::pages::compare::field_label;
use crate::routes;

/// Always there to be edited.
const ALWAYS: [&str; 3] = ["title", "body", "tags"];

pub(super) fn form(text: &'static Text, conflict: &Conflict<'_>, open: bool) -> impl IntoView + use<> {
    let words = &text.conflict;
    let form = marked(text, conflict.joined, conflict.theirs);
    let open = open || !conflict.problems.is_empty();
    let mut all = fields(&form);
    all.sort_by_key(|(name, _)| FIELDS.iter().position(|field| field == name));
    let controls: Vec<_> = all
        .into_iter()
        .map(|(name, value)| {
            let visible = ALWAYS.contains(&name.as_str())
                || conflict.problems.of(&name).is_some()
                || conflict.joined.fields.iter().any(|one| one.name == name);
            match FIELDS.iter().find(|field| visible && **field == name) {
                Some(name) => control(text, name, &value, &form, conflict.problems),
                None => view! { <input type="hidden" name=name value=value /> }.into_any(),
            }
        })
        .collect();
    view! {
        <details class="by-hand" open=open>
            <summary>{words.by_hand}</summary>
            <form method="post" action=routes::edit_post(conflict.theirs.post.id)>
                <p class="hint">{words.by_hand_lead}</p>
                {wrong(text, conflict.problems)}
                {controls}
                <p class="submit"><button class="button">{words.save_by_hand}</button></p>
            </form>
        </details>
    }
}

/// What can be shown as a field.
const FIELDS: [&str; 10] =
    ["title", "start", "end", "book", "summary", "check_by", "body", "tags", "language", "audience"];

fn control(text: &'static Text, name: &'static str, value: &str, form: &PostForm, problems: &Problems) -> AnyView {
    let (label, field) = (field_label(text, name), Field::new(name, problems));
    match name {
        "body" => area(text, label, 18, form.language.clone(), value, field).into_any(),
        "summary" => area(text, label, 3, form.language.clone(), value, field.optional()).into_any(),
        "check_by" => input(text, label, "date", value, field.optional()).into_any(),
        "start" | "end" => input(text, label, "date", value, field).into_any(),
        "language" => {
            let all: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
            choice(text, label, &all, value, field).into_any()
        }
        "audience" => {
            let all: Vec<_> =
                Audience::ALL.iter().map(|one| (one.to_string(), (text.audience)(*one).to_owned())).collect();
            choice(text, label, &all, value, field).into_any()
        }
        _ => input(text, label, "text", value, field).into_any(),
    }
}

//! What is stored beside what was typed, where it is not known what that was begun from.

use domain::post::PostForm;
use domain::text::Text;
use leptos::prelude::*;

use crate::pages::compare::{field_label, field_words};

/// What is stored, beside what was typed.
pub(crate) struct Theirs {
    pub(crate) notice: String,
    /// As the form would show it.
    pub(crate) form: PostForm,
}

pub(crate) fn two_texts(text: &'static Text, theirs: &Theirs, mine: &PostForm) -> impl IntoView + use<> {
    let form = &theirs.form;
    view! {
        <section class="notice bad" role="alert"><h2>{text.editor.stale_title}</h2><p>{theirs.notice.clone()}</p></section>
        <details class="theirs" open>
            <summary>{text.editor.theirs}</summary>
            <p><strong>{form.title.clone()}</strong></p>
            {others(text, form, mine)}
            <pre tabindex="0" role="region" aria-label=text.editor.theirs lang=form.language.clone()>{form.body.clone()}</pre>
        </details>
    }
}

/// The smaller fields in which what is stored differs: saving would change them, so they are seen first.
fn others(text: &'static Text, theirs: &PostForm, mine: &PostForm) -> impl IntoView + use<> {
    let fields = [
        ("start", &theirs.start, &mine.start),
        ("end", &theirs.end, &mine.end),
        ("book", &theirs.book, &mine.book),
        ("summary", &theirs.summary, &mine.summary),
        ("check_by", &theirs.check_by, &mine.check_by),
        ("tags", &theirs.tags, &mine.tags),
        ("language", &theirs.language, &mine.language),
        ("audience", &theirs.audience, &mine.audience),
    ];
    let rows: Vec<_> = fields
        .into_iter()
        .filter(|(_, theirs, mine)| theirs != mine)
        .map(|(name, value, _)| view! { <dt>{field_label(text, name)}</dt><dd>{field_words(text, name, value)}</dd> })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl>{rows}</dl> })
}

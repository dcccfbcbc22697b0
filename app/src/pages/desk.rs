//! What helps the hand that writes: the words and addresses that the island is given.

use domain::id::MemberId;
use domain::text::{DeskWords, Text};
use leptos::either::Either;
use leptos::prelude::*;
use serde_json::json;

use super::post_form::Writing;
use crate::context::Visit;
use crate::islands::tools::Tools;
use crate::routes;

/// Above the textarea. Without scripts, a way to where pictures are brought; for who is signed out, nothing.
pub(crate) fn tools(visit: &Visit, writing: &Writing<'_>) -> impl IntoView + use<> {
    let text = visit.text();
    let Some(member) = &visit.member else { return Either::Left(()) };
    let of = match writing.beside.post {
        Some(id) => id.to_string(),
        None => format!("new-{}", writing.kind),
    };
    Either::Right(view! {
        <p class="tools-plain"><a href=routes::UPLOADS target="_blank">{text.desk.attach_plain}</a></p>
        <div class="tools-all" data-desk=told(text, member.id, &of)>
            {local_copy(text)}
            <div class="tools" role="toolbar" aria-label=text.desk.tools aria-controls="body">
                {buttons(text)}
                <input type="file" multiple hidden data-bring="" tabindex="-1" aria-hidden="true" />
            </div>
            {modes(text)}
            <ul class="names" id="names" role="listbox" aria-label=text.desk.completion hidden></ul>
            {uploads(text)}
            <p class="tools-state"><span role="status" class="keep-state"></span>" "<span class="soft tools-count"></span></p>
            <div role="status"><p class="notice tools-said" hidden></p></div>
            {shortcuts(text)}
        </div>
        <Tools />
    })
}

/// What an earlier page left in this browser.
fn local_copy(text: &'static Text) -> impl IntoView + use<> {
    view! {
        <div class="notice local-copy" role="status" hidden>
            <p>{text.desk.local_title}</p>
            <p class="submit">
                <button type="button" class="button" data-local="use">{text.desk.local_use}</button>
                <button type="button" class="quiet" data-local="drop">{text.desk.local_drop}</button>
            </p>
        </div>
    }
}

/// Only the first is in the order of Tab, arrow keys lead to the others (ARIA APG, toolbar).
fn buttons(text: &'static Text) -> impl IntoView + use<> {
    let button = |(at, [word, name, glyph, keys]): (usize, [&'static str; 4])| {
        let title = if keys.is_empty() { name.to_owned() } else { format!("{name} ({keys})") };
        let order = if at == 0 { "0" } else { "-1" };
        view! {
            <button type="button" class="tool" data-tool=word title=title aria-label=name tabindex=order>
                <span aria-hidden="true">{glyph}</span>
            </button>
        }
    };
    each(&text.desk).into_iter().enumerate().map(button).collect_view()
}

/// Which of the two is seen.
fn modes(text: &'static Text) -> impl IntoView + use<> {
    let desk = &text.desk;
    let choices = [("write", desk.mode_write), ("both", desk.mode_both), ("read", desk.mode_read)];
    let choices = choices.map(|(word, name)| {
        view! { <button type="button" class="tool" data-mode=word aria-pressed="false">{name}</button> }
    });
    view! { <div class="tools-modes" role="group" aria-label=desk.modes>{choices.into_iter().collect_view()}</div> }
}

/// Files on their way: the list, and what one of them looks like.
fn uploads(text: &'static Text) -> impl IntoView + use<> {
    let desk = &text.desk;
    view! {
        <ul class="going" aria-label=desk.uploads hidden></ul>
        <template class="going-one">
            <li>
                <span></span>
                <progress max="100"></progress>
                <label hidden>{desk.upload_alt}" "<input type="text" /></label>
                <button type="button" class="quiet" data-retry="" hidden>{desk.upload_retry}</button>
                <button type="button" class="quiet" data-cancel="">{desk.upload_cancel}</button>
            </li>
        </template>
    }
}

fn shortcuts(text: &'static Text) -> impl IntoView + use<> {
    let desk = &text.desk;
    let tools = each(desk).into_iter().map(|[_, name, _, keys]| (name, keys)).filter(|(_, keys)| !keys.is_empty());
    let others = [
        (text.editor.save, "Ctrl/⌘ Enter"),
        (desk.shortcut_plain, "Ctrl/⌘ Shift V"),
        (desk.shortcut_leave, "Esc, Tab"),
    ];
    let sheet = tools.chain(others).map(|(name, keys)| view! { <dt>{name}</dt><dd><kbd>{keys}</kbd></dd> });
    view! { <details class="shortcuts"><summary>{desk.shortcuts}</summary><dl>{sheet.collect_view()}</dl></details> }
}

/// What the island is told: where the words belong, addresses, and the sentences it says.
fn told(text: &'static Text, member: MemberId, of: &str) -> String {
    let desk = &text.desk;
    json!({
        "member": member.to_string(),
        "of": of,
        "drafts": routes::DESK_DRAFTS,
        "markdown": routes::DESK_MARKDOWN,
        "completions": routes::DESK_COMPLETIONS,
        "uploads": routes::UPLOADS,
        "count": desk.count,
        "minutes": desk.minutes,
        "going": desk.uploading,
        "failed": desk.upload_failed,
        "done": desk.upload_done,
        "turned": desk.turned,
        "plain_instead": desk.plain_instead,
        "writing": desk.state_writing,
        "kept": desk.state_kept,
        "offline": desk.state_offline,
        "elsewhere": desk.state_elsewhere,
        "signed_out": desk.state_signed_out,
        "lost": desk.state_lost,
        "too_big": text.editor.too_big,
    })
    .to_string()
}

/// Each tool: its word, its name, what is on it, its keys.
fn each(desk: &DeskWords) -> [[&'static str; 4]; 14] {
    [
        ["strong", desk.strong, "B", "Ctrl/⌘ B"],
        ["emphasis", desk.emphasis, "I", "Ctrl/⌘ I"],
        ["strikethrough", desk.strikethrough, "S", "Ctrl/⌘ Shift X"],
        ["code", desk.code, "<>", "Ctrl/⌘ E"],
        ["link", desk.link, "↗", "Ctrl/⌘ K"],
        ["bigger", desk.heading_bigger, "H+", "Ctrl/⌘ Shift 5"],
        ["heading", desk.heading, "H−", "Ctrl/⌘ Shift 6"],
        ["numbers", desk.numbers, "1.", "Ctrl/⌘ Shift 7"],
        ["bullets", desk.bullets, "•", "Ctrl/⌘ Shift 8"],
        ["quote", desk.quote, "❝", "Ctrl/⌘ Shift 9"],
        ["tasks", desk.tasks, "☑", "Ctrl/⌘ Shift L"],
        ["out", desk.further_out, "⇤", "Shift Tab"],
        ["in", desk.further_in, "⇥", "Tab"],
        ["attach", desk.attach, "＋", ""],
    ]
}

//! What helps the hand that writes: the words and addresses that the island is given.

use domain::text::{DeskWords, Text};
use leptos::either::Either;
use leptos::prelude::*;

use super::post_form::Writing;
use crate::context::Visit;
use crate::islands::tools::{BringWords, KeepWords, Place, ToolWords, Tools};
use crate::routes;

/// Above the textarea. Without scripts, a way to where pictures are brought; for who is signed out, nothing.
pub(crate) fn tools(visit: &Visit, writing: &Writing<'_>) -> impl IntoView + use<> {
    let text = visit.text();
    let Some(member) = &visit.member else { return Either::Left(()) };
    let of = match writing.beside.post {
        Some(id) => id.to_string(),
        None => format!("new-{}", writing.kind),
    };
    let place = Place {
        member: member.id.0,
        of,
        drafts: routes::DESK_DRAFTS.into(),
        markdown: routes::DESK_MARKDOWN.into(),
        completions: routes::DESK_COMPLETIONS.into(),
        uploads: routes::UPLOADS.into(),
    };
    Either::Right(view! {
        <p class="tools-plain"><a href=routes::UPLOADS target="_blank">{text.desk.attach_plain}</a></p>
        <Tools words=words(text) place=place />
    })
}

fn words(text: &'static Text) -> ToolWords {
    let desk = &text.desk;
    let key = |what: &str, keys: &str| [what.to_owned(), keys.to_owned()];
    ToolWords {
        tools: desk.tools.into(),
        each: each(desk),
        keys: vec![
            key(text.editor.save, "Ctrl/⌘ Enter"),
            key(desk.shortcut_plain, "Ctrl/⌘ Shift V"),
            key(desk.shortcut_leave, "Esc, Tab"),
        ],
        shortcuts: desk.shortcuts.into(),
        modes: desk.modes.into(),
        mode: vec![key("write", desk.mode_write), key("both", desk.mode_both), key("read", desk.mode_read)],
        count: desk.count.into(),
        minutes: desk.minutes.into(),
        completion: desk.completion.into(),
        bring: BringWords {
            uploads: desk.uploads.into(),
            going: desk.uploading.into(),
            failed: desk.upload_failed.into(),
            done: desk.upload_done.into(),
            cancel: desk.upload_cancel.into(),
            retry: desk.upload_retry.into(),
            alt: desk.upload_alt.into(),
        },
        turned: [desk.turned.into(), desk.plain_instead.into()],
        keep: KeepWords {
            writing: desk.state_writing.into(),
            kept: desk.state_kept.into(),
            offline: desk.state_offline.into(),
            elsewhere: desk.state_elsewhere.into(),
            signed_out: desk.state_signed_out.into(),
            lost: desk.state_lost.into(),
            local: [desk.local_title.into(), desk.local_use.into(), desk.local_drop.into()],
            too_big: text.editor.too_big.into(),
        },
    }
}

/// Each tool: its word, its name, what is on it, its keys.
fn each(desk: &DeskWords) -> Vec<[String; 4]> {
    let tools = [
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
    ];
    tools.into_iter().map(|tool| tool.map(str::to_owned)).collect()
}

//! What helps the hand that writes: formatting, names, pictures, and keeping what is not saved yet.
//!
//! The textarea is not part of the island, as it is not part of the preview: it is plain HTML that both listen to.

#![allow(missing_docs, reason = "#[island] makes items that cannot have any")]

use leptos::prelude::*;

/// The words it needs, from the server, so that the bundle carries no translations.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct ToolWords {
    /// The toolbar's name.
    pub tools: String,
    /// Of each tool: its word, its name, what is on it, its keys.
    pub each: Vec<[String; 4]>,
    /// Other keys: what they do, and which.
    pub keys: Vec<[String; 2]>,
    /// Above all keys.
    pub shortcuts: String,
    /// Which of the two is seen.
    pub modes: String,
    /// Its three choices: word and name.
    pub mode: Vec<[String; 2]>,
    /// `{characters}` and `{time}`.
    pub count: String,
    /// `{minutes}`.
    pub minutes: String,
    /// The list of names that fit.
    pub completion: String,
    /// Pictures and files on their way.
    pub bring: BringWords,
    /// Rich text was turned into Markdown; it could not be.
    pub turned: [String; 2],
    /// What is true of the words.
    pub keep: KeepWords,
}

/// Of pictures and files on their way.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct BringWords {
    /// All of them.
    pub uploads: String,
    /// `{name}` and `{percent}`.
    pub going: String,
    /// `{name}`.
    pub failed: String,
    /// `{name}`.
    pub done: String,
    /// Rather not.
    pub cancel: String,
    /// Once more.
    pub retry: String,
    /// A picture in words.
    pub alt: String,
}

/// Of what is kept.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct KeepWords {
    /// Neither here nor there.
    pub writing: String,
    /// On the server, at `{clock}`.
    pub kept: String,
    /// In this browser alone.
    pub offline: String,
    /// Another window has another draft.
    pub elsewhere: String,
    /// The sign-in ended.
    pub signed_out: String,
    /// Nowhere.
    pub lost: String,
    /// The browser has words of an earlier page; go on with them, or not.
    pub local: [String; 3],
    /// Over the limit.
    pub too_big: String,
}

/// Where the words belong.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Whose they are.
    pub member: i64,
    /// The post's number, or `new-` and a kind.
    pub of: String,
    /// Where a draft is kept.
    pub drafts: String,
    /// Where rich text is turned into Markdown.
    pub markdown: String,
    /// Where names are asked for.
    pub completions: String,
    /// Where pictures and files go.
    pub uploads: String,
}

/// Above the textarea `body`.
#[island]
pub fn Tools(
    /// Every word it shows.
    words: ToolWords,
    /// Where the words belong.
    place: Place,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let state = RwSignal::new(String::new());
    let count = RwSignal::new(String::new());
    let names = RwSignal::new(Vec::<[String; 2]>::new());
    let chosen = RwSignal::new(0_usize);
    let local = RwSignal::new(false);
    let going = RwSignal::new(Vec::<Going>::new());
    #[cfg(feature = "hydrate")]
    hand::attend(&words, &place, hand::Shown { said, state, count, names, chosen, local, going });
    drop(place);
    let ToolWords { tools, each, keys, shortcuts, modes, mode, completion, bring, keep, .. } = words;
    let sheet: Vec<_> = each
        .iter()
        .filter(|[_, _, _, keys]| !keys.is_empty())
        .map(|[_, name, _, keys]| [name.clone(), keys.clone()])
        .chain(keys)
        .map(|[name, keys]| view! { <dt>{name}</dt><dd><kbd>{keys}</kbd></dd> })
        .collect();
    let buttons: Vec<_> = each.into_iter().enumerate().map(|(at, tool)| button(at, tool)).collect();
    let choices: Vec<_> = mode
        .into_iter()
        .map(|[word, name]| view! { <button type="button" class="tool" data-mode=word aria-pressed="false">{name}</button> })
        .collect();
    let [local_title, local_use, local_drop] = keep.local;
    view! {
        <div class="tools-all">
            <div class="notice local-copy" role="status" hidden=move || !local.get()>
                <p>{local_title}</p>
                <p class="submit">
                    <button type="button" class="button" data-local="use">{local_use}</button>
                    <button type="button" class="quiet" data-local="drop">{local_drop}</button>
                </p>
            </div>
            <div class="tools" role="toolbar" aria-label=tools aria-controls="body">
                {buttons}
                <input type="file" multiple hidden data-bring="" tabindex="-1" aria-hidden="true" />
            </div>
            <div class="tools-modes" role="group" aria-label=modes>{choices}</div>
            <ul class="names" id="names" role="listbox" aria-label=completion hidden=move || names.with(Vec::is_empty)>
                {move || {
                    names.get().into_iter().enumerate().map(|(at, [name, about])| view! {
                        <li id=format!("name-{at}") role="option" data-name=at.to_string() aria-selected=move || (chosen.get() == at).to_string()>
                            {name}" "<small>{about}</small>
                        </li>
                    }).collect_view()
                }}
            </ul>
            {uploads(bring, going)}
            <p class="tools-state"><span role="status" class="keep-state">{state}</span>" "<span class="soft">{count}</span></p>
            <div role="status"><p class="notice tools-said" hidden=move || said.with(String::is_empty)>{said}</p></div>
            <details class="shortcuts"><summary>{shortcuts}</summary><dl>{sheet}</dl></details>
        </div>
    }
}

/// One tool; only the first is in the order of Tab, arrow keys lead to the others (ARIA APG, toolbar).
fn button(at: usize, [word, name, glyph, keys]: [String; 4]) -> impl IntoView {
    let title = if keys.is_empty() { name.clone() } else { format!("{name} ({keys})") };
    let order = if at == 0 { "0" } else { "-1" };
    view! {
        <button type="button" class="tool" data-tool=word title=title aria-label=name tabindex=order>
            <span aria-hidden="true">{glyph}</span>
        </button>
    }
}

/// A file on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Going {
    /// Counted up.
    pub number: usize,
    /// What it is called.
    pub name: String,
    /// How much has gone, of 100.
    pub percent: RwSignal<u32>,
    /// Why it did not arrive; empty while it may.
    pub problem: RwSignal<String>,
    /// Where it is now; empty until it has arrived, and for what is no picture.
    pub address: RwSignal<String>,
}

fn uploads(words: BringWords, going: RwSignal<Vec<Going>>) -> impl IntoView {
    let name = words.uploads.clone();
    view! {
        <ul class="going" aria-label=name hidden=move || going.with(Vec::is_empty)>
            <For each=move || going.get() key=|one| one.number children=move |one| upload(&words, one) />
        </ul>
    }
}

fn upload(words: &BringWords, Going { number, name, percent, problem, address }: Going) -> impl IntoView + use<> {
    let (number, shown) = (number.to_string(), words.going.replace("{name}", &name));
    let (alt, done) = (words.alt.clone(), words.done.replace("{name}", &name));
    let has_failed = move || !problem.with(String::is_empty);
    let has_arrived = move || !address.with(String::is_empty);
    let line = move || match (has_failed(), has_arrived()) {
        (true, _) => problem.get(),
        (_, true) => done.clone(),
        _ => shown.replace("{percent}", &percent.get().to_string()),
    };
    view! {
        <li>
            <span>{line}</span>
            <progress max="100" value=move || percent.get().to_string() hidden=move || has_failed() || has_arrived() aria-label=name></progress>
            <label hidden=move || !has_arrived()>{alt}" "<input type="text" data-alt=move || address.get() /></label>
            <button type="button" class="quiet" data-retry=number.clone() hidden=move || !has_failed()>{words.retry.clone()}</button>
            <button type="button" class="quiet" data-cancel=number hidden=has_arrived>{words.cancel.clone()}</button>
        </li>
    }
}

#[cfg(feature = "hydrate")]
mod bring; // pictures and files
#[cfg(feature = "hydrate")]
mod hand; // listens, and hands on
#[cfg(feature = "hydrate")]
mod keep; // what is not saved yet
#[cfg(feature = "hydrate")]
mod keys; // what each tool and key does
#[cfg(feature = "hydrate")]
mod names; // after `@`, `[[` and `#`
#[cfg(feature = "hydrate")]
mod paper; // the textarea
#[cfg(feature = "hydrate")]
mod paste; // addresses, files and rich text

//! The page around every page: head, skip link, the bar on top, and the line that says what was done.

use std::sync::Arc;

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::components::bar::bar;
use crate::context::Visit;
use crate::routes;

/// Where a page is in the house, as the bar shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Here {
    Home,
    Posts,
    Reminders,
    Elsewhere,
}

/// What the shell must know of the page inside.
pub(crate) struct Page {
    pub(crate) title: String,
    pub(crate) here: Here,
    /// Whether an island is on it: else the browser downloads no WASM.
    pub(crate) island: bool,
    /// A few lines that make the page easier, and that it works without.
    pub(crate) script: Option<&'static str>,
    /// Whether there are diagrams on it to draw.
    pub(crate) diagrams: bool,
}

impl Page {
    /// A page without an island.
    pub(crate) fn new(title: impl Into<String>, here: Here) -> Self {
        Self { title: title.into(), here, island: false, script: None, diagrams: false }
    }

    /// The same page with an island on it.
    pub(crate) fn with_island(self) -> Self {
        Self { island: true, ..self }
    }

    /// The same page with a few lines of script of its own.
    pub(crate) fn with_script(self, script: Option<&'static str>) -> Self {
        Self { script, ..self }
    }

    /// The same page with diagrams on it, or without.
    pub(crate) fn with_diagrams(self, diagrams: bool) -> Self {
        Self { diagrams, ..self }
    }

    /// The whole document. `main` makes what stands between the bar and the end.
    pub(crate) fn render<V: IntoView + 'static>(self, visit: &Visit, main: impl FnOnce() -> V) -> Response {
        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
        let html = owner.with(|| document(&self, visit, main()).to_html());
        owner.cleanup();
        let mut response = Html(format!("<!doctype html>{html}")).into_response();
        forget_said(visit, &mut response);
        response
    }
}

fn document<V: IntoView + 'static>(page: &Page, visit: &Visit, main: V) -> impl IntoView + use<V> {
    let text = visit.text();
    let assets = &visit.state.settings.assets;
    let title = if page.title == text.product {
        page.title.clone()
    } else {
        format!("{} · {}", page.title, visit.team.as_ref().map_or(text.product, |team| team.name.as_str()))
    };
    let wake = page.island.then(|| {
        let call = format!("{WAKE}({:?}, {:?})", assets.js, assets.wasm);
        view! { <script type="module" nonce=visit.nonce.clone() inner_html=call></script> }
    });
    let script = page.script.map(|lines| {
        view! { <script type="module" nonce=visit.nonce.clone() inner_html=lines></script> }
    });
    let draw = (page.diagrams && assets.mermaid.is_some()).then(|| {
        let call = format!("{DRAW}({:?})", routes::DIAGRAM);
        view! { <script type="module" nonce=visit.nonce.clone() inner_html=call></script> }
    });
    let said = visit.said.map(|said| view! { <p class="said-line">{said.line(text)}</p> });
    view! {
        <html lang=visit.language.as_str() data-theme=visit.theme().as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <title>{title}</title>
                <link rel="icon" href="/mark.svg" type="image/svg+xml" />
                <link rel="stylesheet" href=assets.css.clone() />
                {wake}
                {script}
                {draw}
            </head>
            <body>
                <a class="skip" href="#main">{text.nav.skip}</a>
                {bar(visit, page.here)}
                <div role="status" aria-live="polite" class="status">{said}</div>
                <main id="main" tabindex="-1">{main}</main>
            </body>
        </html>
    }
}

/// Starts the bundle once the words are on the screen.
const WAKE: &str = include_str!("shell/wake.js");

/// Has each diagram drawn in a frame, once the words are there; a diagram that cannot be drawn stays its source.
const DRAW: &str = include_str!("shell/draw.js");

/// What was said once is not said again on a reload.
fn forget_said(visit: &Visit, response: &mut Response) {
    let Some(said) = visit.said else { return };
    let mut cookie = said.cookie();
    cookie.make_removal();
    if let Ok(value) = cookie.to_string().parse() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

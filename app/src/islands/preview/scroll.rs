//! One sheet follows the other: by headings, which both have, and evenly between them.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlTextAreaElement};

/// Columns that a line of the textarea has room for, of a Hangul syllable's half width.
const HALF: f64 = 8.0;
/// Whoever was moved last by us says nothing of its own for so long.
const QUIET: Duration = Duration::from_millis(120);

/// Listens to both sheets; capturing, since scrolling does not bubble.
pub(super) fn attend(area: &HtmlTextAreaElement) {
    let Some(preview) = sheet() else { return };
    let is_quiet = Rc::new(Cell::new(false));
    for leads in [true, false] {
        let (area, preview, is_quiet) = (area.clone(), preview.clone(), Rc::clone(&is_quiet));
        let target = if leads { area.clone().unchecked_into::<HtmlElement>() } else { preview.clone() };
        let follow = move || {
            if is_quiet.replace(true) {
                return;
            }
            let (area, preview, again) = (area.clone(), preview.clone(), Rc::clone(&is_quiet));
            request_animation_frame(move || align(&area, &preview, leads));
            set_timeout(move || again.set(false), QUIET);
        };
        let listener = leptos::wasm_bindgen::closure::Closure::<dyn FnMut()>::new(follow).into_js_value();
        let _ = target.add_event_listener_with_callback("scroll", listener.unchecked_ref());
    }
}

fn sheet() -> Option<HtmlElement> {
    document().query_selector(".write .preview").ok()??.dyn_into().ok()
}

fn align(area: &HtmlTextAreaElement, preview: &HtmlElement, leads: bool) {
    let (left, right) = places(area, preview);
    if leads {
        preview.set_scroll_top(between(&left, &right, f64::from(area.scroll_top())));
    } else {
        area.set_scroll_top(between(&right, &left, f64::from(preview.scroll_top())));
    }
}

/// Where the headings are in both, in pixels, with beginning and end.
fn places(area: &HtmlTextAreaElement, preview: &HtmlElement) -> (Vec<f64>, Vec<f64>) {
    let room = |all: i32, seen: i32| f64::from((all - seen).max(1));
    let (left_end, right_end) =
        (room(area.scroll_height(), area.client_height()), room(preview.scroll_height(), preview.client_height()));
    let (mut left, mut right) = (vec![0.0], vec![0.0]);
    let (lines, total) = headings(&area.value(), f64::from(area.client_width()) / HALF);
    let found = preview.query_selector_all(".words > :is(h2, h3, h4, h5, h6)").ok();
    let found = found.filter(|found| found.length() as usize == lines.len());
    for (at, line) in lines.iter().enumerate().filter(|_| found.is_some()) {
        let node = found.as_ref().and_then(|all| all.get(u32::try_from(at).ok()?)?.dyn_into::<HtmlElement>().ok());
        let Some(node) = node else { continue };
        let y = line / total * f64::from(area.scroll_height());
        let top = node.get_bounding_client_rect().top() - preview.get_bounding_client_rect().top();
        let top = top + f64::from(preview.scroll_top());
        if y < left_end && top < right_end && y > left[left.len() - 1] && top > right[right.len() - 1] {
            left.push(y);
            right.push(top);
        }
    }
    left.push(left_end);
    right.push(right_end);
    (left, right)
}

/// The rows that headings stand at, and all rows, as the textarea wraps them: nearly, since it tells nobody.
fn headings(text: &str, columns: f64) -> (Vec<f64>, f64) {
    let (mut found, mut row, mut in_code) = (Vec::new(), 0.0, false);
    for line in text.lines() {
        in_code ^= line.starts_with("```") || line.starts_with("~~~");
        let words = line.trim_start_matches('#');
        if !in_code
            && (1..=6).contains(&(line.len() - words.len()))
            && words.starts_with(' ')
            && !words.trim().is_empty()
        {
            found.push(row);
        }
        let width: f64 = line.chars().map(|one| if one.is_ascii() { 1.0 } else { 2.0 }).sum();
        row += (width / columns.max(8.0)).ceil().max(1.0);
    }
    (found, row.max(1.0))
}

/// The same place in the other sheet.
fn between(from: &[f64], to: &[f64], at: f64) -> i32 {
    let next = from.iter().position(|one| *one >= at).unwrap_or(from.len() - 1).max(1);
    let (start, end) = (from[next - 1], from[next]);
    let part = if end > start { ((at - start) / (end - start)).clamp(0.0, 1.0) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let place = (to[next - 1] + part * (to[next] - to[next - 1])).round() as i32;
    place
}

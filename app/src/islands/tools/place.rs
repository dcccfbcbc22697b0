//! Where the caret stands on the page: a textarea tells nobody.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

use super::paper::Paper;

/// Puts the list under the caret, measured in a twin of the textarea: a textarea tells nobody where its caret is.
pub(super) fn place(paper: &Paper) -> Option<()> {
    const SAME: [&str; 9] = [
        "font",
        "line-height",
        "letter-spacing",
        "padding",
        "border-width",
        "box-sizing",
        "word-break",
        "tab-size",
        "overflow-wrap",
    ];
    let area = &paper.area;
    let twin: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    let (from, to) = (window().get_computed_style(area).ok()??, twin.style());
    for name in SAME {
        let _ = to.set_property(name, &from.get_property_value(name).ok()?);
    }
    for (name, value) in [("position", "absolute"), ("visibility", "hidden"), ("white-space", "pre-wrap")] {
        let _ = to.set_property(name, value);
    }
    let _ = to.set_property("inline-size", &format!("{}px", area.offset_width()));
    twin.set_text_content(Some(&paper.with(|field| field.text[..field.start].to_owned())));
    let caret: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
    caret.set_text_content(Some("."));
    twin.append_child(&caret).ok()?;
    document().body()?.append_child(&twin).ok()?;
    let (x, y) = (caret.offset_left(), caret.offset_top() + caret.offset_height() - area.scroll_top());
    Element::remove(&twin);
    let list: HtmlElement = document().get_element_by_id("names")?.dyn_into().ok()?;
    let around = list.offset_parent()?.get_bounding_client_rect();
    let rect = area.get_bounding_client_rect();
    let right = f64::from(area.client_width()) - 240.0;
    let _ = list.style().set_property("left", &pixels(rect.left() - around.left() + f64::from(x).min(right).max(0.0)));
    let _ = list.style().set_property("top", &pixels(rect.top() - around.top() + f64::from(y) + 4.0));
    Some(())
}

/// Whole ones: what writes fractions is large.
fn pixels(length: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let whole = length.round() as i32;
    format!("{whole}px")
}

//! Puts a page into the place of the one before, and touches only what is new: laying out all of a long text again
//! would take longer than a frame.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlTemplateElement, Node, NodeList};

/// Makes `html` what `into` holds.
pub(super) fn patch(into: &HtmlElement, html: &str) {
    if replace(into, html).is_none() {
        into.set_inner_html(html);
    }
}

fn replace(into: &HtmlElement, html: &str) -> Option<()> {
    let template: HtmlTemplateElement = document().create_element("template").ok()?.dyn_into().ok()?;
    template.set_inner_html(html);
    let before = nodes(&into.child_nodes());
    let after = nodes(&template.content().child_nodes());
    let is_same = |(one, other): &(&Node, &Node)| one.is_equal_node(Some(*other));
    let start = before.iter().zip(&after).take_while(is_same).count();
    let most = before.len().min(after.len()) - start;
    let end = before.iter().rev().zip(after.iter().rev()).take(most).take_while(is_same).count();
    let next = before.get(before.len() - end);
    for old in &before[start..before.len() - end] {
        into.remove_child(old).ok()?;
    }
    for new in &after[start..after.len() - end] {
        into.insert_before(new, next).ok()?;
    }
    Some(())
}

fn nodes(list: &NodeList) -> Vec<Node> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

//! Tasks, ticked and unticked in the source.

use pulldown_cmark::Event;

use super::directive::Marked;
use super::hangul::{seamed, unseamed};
use super::piece::Piece;

/// The source with a task ticked, or unticked if it was; every other byte is as before. Tasks are numbered from 1 in
/// the order of the source, as [`super::render`] numbers them. None when there are not so many.
pub fn toggle_task(source: &str, number: usize) -> Option<String> {
    let marked_source = seamed(source);
    let marked = Marked::read(&marked_source);
    let mut tasks = marked.pieces().filter_map(|(piece, range)| match piece {
        Piece::Markdown(Event::TaskListMarker(done)) => Some((done, range.start)),
        _ => None,
    });
    let (done, at) = tasks.nth(number.checked_sub(1)?)?;
    let at = unseamed(source, at);
    let inside = source.get(at..)?.strip_prefix('[')?;
    let end = inside.find(']')?;
    let mut toggled = String::with_capacity(source.len());
    toggled.push_str(&source[..=at]);
    toggled.push(if done { ' ' } else { 'x' });
    toggled.push_str(&inside[end..]);
    Some(toggled)
}

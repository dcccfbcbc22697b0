//! Tasks, ticked and unticked in the source.

use pulldown_cmark::Event;

use super::directive::Marked;
use super::hangul::{seamed, unseamed};
use super::piece::Piece;

/// The source with a task ticked, or unticked if it was; every other byte is as before. Tasks are numbered from 1 in
/// the order of the source, as [`super::render`] numbers them. None when there are not so many.
pub fn toggle_task(source: &str, number: usize) -> Option<String> {
    let (done, at) = task(source, number)?;
    let inside = source.get(at..)?.strip_prefix('[')?;
    let end = inside.find(']')?;
    let mut toggled = String::with_capacity(source.len());
    toggled.push_str(&source[..=at]);
    toggled.push(if done { ' ' } else { 'x' });
    toggled.push_str(&inside[end..]);
    Some(toggled)
}

/// The line that a task begins on, its checkbox with it.
pub fn task_line(source: &str, number: usize) -> Option<&str> {
    let (_, at) = task(source, number)?;
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    source[start..].lines().next()
}

/// Whether a task is done, and where its `[` stands.
fn task(source: &str, number: usize) -> Option<(bool, usize)> {
    let marked_source = seamed(source);
    let marked = Marked::read(&marked_source);
    let mut tasks = marked.pieces().filter_map(|(piece, range)| match piece {
        Piece::Markdown(Event::TaskListMarker(done)) => Some((done, range.start)),
        _ => None,
    });
    let (done, at) = tasks.nth(number.checked_sub(1)?)?;
    Some((done, unseamed(source, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_stands_on_a_line() {
        let text = "# 할 일\n\n- [ ] **글(초안)**을 쓴다\n  - [x] 둘째\n1. [ ] 셋째";
        assert_eq!(task_line(text, 1), Some("- [ ] **글(초안)**을 쓴다"));
        assert_eq!(task_line(text, 2), Some("  - [x] 둘째"));
        assert_eq!(task_line(text, 3), Some("1. [ ] 셋째"));
        assert_eq!((task_line(text, 0), task_line(text, 4)), (None, None));
    }
}

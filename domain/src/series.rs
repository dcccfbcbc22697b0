//! One story in several posts: its title, and the order of its parts.

use crate::id::PostId;
use crate::problem::{Why, line};
use crate::word::word;

/// What a series is called: 1 to 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesTitle(String);

impl SeriesTitle {
    /// The most characters.
    pub const LIMIT: usize = 200;

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        line(typed, Self::LIMIT).map(Self)
    }

    /// As people see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

word! {
    /// Which way a part goes.
    Way {
        /// Towards the beginning.
        Earlier = "earlier",
        /// Towards the end.
        Later = "later",
    }
}

/// The order once a part has gone one step past the next part that its mover can see: what they cannot see keeps its
/// place among the others. None when it stands at that end, or is no part.
pub fn moved(order: &[(PostId, bool)], part: PostId, way: Way) -> Option<Vec<PostId>> {
    let from = order.iter().position(|(id, _)| *id == part)?;
    let to = match way {
        Way::Earlier => order[..from].iter().rposition(|(_, is_seen)| *is_seen)?,
        Way::Later => from + 1 + order[from + 1..].iter().position(|(_, is_seen)| *is_seen)?,
    };
    let mut ids: Vec<_> = order.iter().map(|(id, _)| *id).collect();
    let id = ids.remove(from);
    ids.insert(to, id);
    Some(ids)
}

/// The whole order when those who may see some parts put these in an order of their own: what they do not see keeps
/// the place it had.
pub fn arranged(order: &[(PostId, bool)], seen: &[PostId]) -> Vec<PostId> {
    let mut rest = seen.iter().copied();
    let kept: Vec<_> =
        order.iter().filter_map(|(id, is_seen)| if *is_seen { rest.next() } else { Some(*id) }).collect();
    kept.into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: [(PostId, bool); 4] = [(PostId(1), true), (PostId(2), false), (PostId(3), true), (PostId(4), true)];

    fn ids(order: &[PostId]) -> Vec<i64> {
        order.iter().map(|id| id.0).collect()
    }

    #[test]
    fn a_part_goes_past_the_next_one_that_is_seen() {
        let earlier = |id| moved(&ORDER, PostId(id), Way::Earlier).map(|order| ids(&order));
        let later = |id| moved(&ORDER, PostId(id), Way::Later).map(|order| ids(&order));
        assert_eq!(earlier(3).unwrap(), [3, 1, 2, 4]);
        assert_eq!(earlier(4).unwrap(), [1, 2, 4, 3]);
        assert_eq!(later(1).unwrap(), [2, 3, 1, 4]);
        assert_eq!((earlier(1), later(4), later(9)), (None, None, None), "at an end, or no part");
    }

    #[test]
    fn what_is_not_seen_keeps_its_place() {
        let arranged = |seen: &[i64]| ids(&arranged(&ORDER, &seen.iter().map(|id| PostId(*id)).collect::<Vec<_>>()));
        assert_eq!(arranged(&[4, 3, 1]), [4, 2, 3, 1]);
        assert_eq!(arranged(&[4]), [4, 2], "parts are taken out");
        assert_eq!(arranged(&[1, 3, 4, 5]), [1, 2, 3, 4, 5], "and added");
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(SeriesTitle::parse(" "), Err(Why::Empty));
        assert_eq!(SeriesTitle::parse(" 창고 이야기 ").unwrap().as_str(), "창고 이야기");
    }
}

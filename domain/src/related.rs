//! Which posts a reader of one may want next: those that have most to do with it.

use std::collections::HashMap;

use crate::id::PostId;

/// The most that are offered.
pub const MOST: usize = 5;
/// A tag that so many posts bear says nothing of any of them.
pub const COMMON: usize = 30;

/// What two posts have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// A tag that so many other posts bear too, this one among them.
    Tag {
        /// From 1.
        posts: usize,
    },
    /// Notes on the same book.
    Book,
}

impl Tie {
    /// How much it counts: a rare tag more than half as much as a book, one that many bear little.
    fn weight(self) -> u32 {
        match self {
            Self::Tag { posts } => 240 / (1 + posts.max(1).ilog2()),
            Self::Book => 400,
        }
    }
}

/// The posts that have most to do with one, the closest first; of two alike, the newer.
pub fn closest(ties: impl IntoIterator<Item = (PostId, Tie)>) -> Vec<PostId> {
    let mut scores: HashMap<PostId, u32> = HashMap::new();
    for (post, tie) in ties {
        *scores.entry(post).or_default() += tie.weight();
    }
    let mut posts: Vec<_> = scores.into_iter().map(|(post, score)| (score, post)).collect();
    posts.sort_unstable_by(|a, b| b.cmp(a));
    posts.into_iter().take(MOST).map(|(_, post)| post).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(ties: &[(i64, Tie)]) -> Vec<i64> {
        closest(ties.iter().map(|(id, tie)| (PostId(*id), *tie))).into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn a_rare_tag_says_more_than_a_common_one() {
        assert_eq!(ids(&[(1, Tie::Tag { posts: 1 }), (2, Tie::Tag { posts: 20 })]), [1, 2]);
        let two_common = [(2, Tie::Tag { posts: 4 }), (2, Tie::Tag { posts: 4 })];
        assert_eq!(
            ids(&[&two_common[..], &[(1, Tie::Tag { posts: 2 })]].concat()),
            [2, 1],
            "but two say more than one"
        );
    }

    #[test]
    fn the_same_book_says_most_and_ties_add_up() {
        let rare = Tie::Tag { posts: 1 };
        assert_eq!(ids(&[(1, rare), (2, Tie::Book)]), [2, 1]);
        assert_eq!(ids(&[(1, rare), (1, rare), (2, Tie::Book)]), [1, 2], "but two rare tags say more");
    }

    #[test]
    fn five_at_most_and_of_two_alike_the_newer() {
        let all: Vec<_> = (1..=9).map(|id| (id, Tie::Book)).collect();
        assert_eq!(ids(&all), [9, 8, 7, 6, 5]);
        assert!(ids(&[]).is_empty());
    }
}

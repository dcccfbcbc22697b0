//! What the words refer to, as far as it is known: what the page came with, and what was offered while they were
//! written. One island learns it, another shows it.

use std::cell::RefCell;

use domain::editing::Of;
use domain::markdown::{Known, Linked, title_key};

use super::shown::Told;

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// What the page came with.
pub(super) fn begin(told: &Told) {
    let all = |name: &str| {
        let linked = |(key, one): (String, Told)| (key, Linked { href: one.word("href"), words: one.word("words") });
        told.part(name).parts().into_iter().map(linked)
    };
    KNOWN.with_borrow_mut(|known| {
        known.posts.extend(all("posts"));
        known.members.extend(all("members"));
    });
}

/// Names and where they lead.
pub(super) fn learn(of: Of, names: impl Iterator<Item = [String; 2]>) {
    KNOWN.with_borrow_mut(|known| {
        for [words, href] in names {
            match of {
                Of::Post => known.posts.insert(title_key(&words), Linked { href, words }),
                Of::Member => known.members.insert(words.clone(), Linked { href, words }),
                Of::Tag => None,
            };
        }
    });
}

/// Asks for it.
pub(super) fn with<T>(ask: impl FnOnce(&Known) -> T) -> T {
    KNOWN.with_borrow(ask)
}

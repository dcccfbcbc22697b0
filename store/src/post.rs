//! Posts: what a post is now is in `post`, its words in `revision`, and what the renderer made of them in `rendering`.

mod archived; // all of a post that is archived
mod around; // what leads to a post, and what has to do with it
mod bring; // a post that comes from elsewhere
mod by; // what somebody wrote
mod history; // every save of a post
mod link; // where `[[post title]]` leads
mod read; // one post, and lists of them
mod refers; // what a revision refers to, remembered with it
mod rendering; // HTML kept per revision
mod row; // what the columns of a post say
mod save; // a post and its revision in one transaction
mod series; // one story in several posts
mod tag; // tags, and what they were called
mod tagged; // posts with a tag

use domain::id::PostId;
use domain::markdown::Heading;
use domain::post::{Content, Details, Post};
use domain::publish::{Outgoing, Slug};
use domain::schedule::Zone;
use jiff::Timestamp;

pub use archived::ArchivedPost;
pub use around::{Around, LinkTo, TitledPost};
pub use bring::Bringing;
pub use history::{History, Revision, StoredRevision};
pub use save::Saved;
pub use series::{Part, Series, SeriesLine, SeriesOf};
pub use tag::{OldName, Renamed, TagLine, TagNow};

use crate::Review;

/// A post in a list.
#[derive(Debug, Clone)]
pub struct PostLine {
    /// The post.
    pub post: Post,
    /// Its first words.
    pub opening: String,
}

/// Where a post stands in a list, the last changed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostPlace {
    /// When it was last saved.
    pub changed_at: Timestamp,
    /// Its number, for those saved at the same time.
    pub id: PostId,
}

/// A post as a reader sees it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The post.
    pub post: Post,
    /// What its kind adds.
    pub details: Details,
    /// The words it is found by.
    pub tags: Vec<String>,
    /// The words, rendered; labels of internal blocks are still to be filled in.
    pub html: String,
    /// The contents list.
    pub headings: Vec<Heading>,
    /// Characters without white space, for the reading time.
    pub characters: usize,
    /// Who was asked to read it before it goes further; the newest first.
    pub reviews: Vec<Review>,
    /// Whether the reader may change it.
    pub may_edit: bool,
    /// Whether the reader may add an author: who may change it, and the house where its authors have left.
    pub may_add_author: bool,
    /// Whether the reader has a live reminder of it.
    pub reminded: bool,
    /// What is said about it, some of which the reader may not know.
    pub comments: usize,
}

/// A post as it is stored: what its writer edits, and what leaves the house.
#[derive(Debug, Clone)]
pub struct StoredPost {
    /// The post.
    pub post: Post,
    /// Everything its current revision keeps.
    pub content: Content,
    /// Who saved that revision.
    pub saved_by: String,
}

impl StoredPost {
    /// The post on its way to a blog; dates carry the offset of `zone`.
    pub fn outgoing<'a>(&'a self, slug: Slug, zone: &'a Zone) -> Outgoing<'a> {
        let (created_at, changed_at) = (self.post.created_at, self.post.changed_at);
        let authors = self.post.authors.iter().filter_map(|author| author.outside_name.as_deref()).collect();
        Outgoing { slug, content: &self.content, authors, created_at, changed_at, zone }
    }

    /// An address ending made of the title.
    pub fn suggested_slug(&self) -> Slug {
        Slug::suggest(&self.post.title, self.post.id)
    }
}

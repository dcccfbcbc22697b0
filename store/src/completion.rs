//! Names for who writes: members, posts that they may read, tags of those posts.

use domain::access;
use domain::editing::fits;
use domain::id::PostId;

use crate::viewer::readable;
use crate::{StoreError, Viewer};

/// A name that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is written.
    pub name: String,
    /// What else is known of it: a member's name; empty when nothing is.
    pub about: String,
    /// The post that it names.
    pub post: Option<PostId>,
}

impl Completion {
    fn of(name: String, about: String) -> Self {
        Self { name, about, post: None }
    }
}

/// How many names are offered at once.
const MOST: usize = 8;
/// How many of the last changed posts are looked at.
const POSTS: i64 = 5_000;

impl Viewer {
    /// Members by their handle or name.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn members_named(&self, typed: &str) -> Result<Vec<Completion>, StoreError> {
        if !access::may_write(&self.member) {
            return Ok(Vec::new());
        }
        let rows: Vec<(String, String)> =
            sqlx::query_as("select handle, name from member where role <> 'alumni' order by name, member_id")
                .fetch_all(&self.store.readers)
                .await?;
        let fitting = rows.into_iter().filter(|(handle, name)| fits(typed, handle) || fits(typed, name));
        Ok(fitting.take(MOST).map(|(name, about)| Completion::of(name, about)).collect())
    }

    /// Posts by their title, the last changed first.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn posts_named(&self, typed: &str) -> Result<Vec<Completion>, StoreError> {
        let titles: Vec<(String, PostId)> = sqlx::query_as(concat!(
            "select r.title, p.post_id from post p join revision r using (revision_id) where ",
            readable!(),
            " order by p.changed_at desc, p.post_id desc limit $3"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(POSTS)
        .fetch_all(&self.store.readers)
        .await?;
        let mut found: Vec<Completion> = Vec::new();
        for (name, post) in titles.into_iter().filter(|(title, _)| fits(typed, title)) {
            if found.len() < MOST && found.iter().all(|one| one.name != name) {
                found.push(Completion { post: Some(post), ..Completion::of(name, String::new()) });
            }
        }
        Ok(found)
    }

    /// Tags of posts by their present names, the commonest first.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn tags_named(&self, typed: &str) -> Result<Vec<Completion>, StoreError> {
        let tags: Vec<String> = sqlx::query_scalar(concat!(
            "select coalesce(x.now_tag, t.tag) as name from post_tag t join post p using (post_id)
                left join tag_alias x on x.tag = t.tag where ",
            readable!(),
            " group by name order by count(distinct p.post_id) desc, name"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .fetch_all(&self.store.readers)
        .await?;
        let fitting = tags.into_iter().filter(|tag| fits(typed, tag));
        Ok(fitting.take(MOST).map(|name| Completion::of(name, String::new())).collect())
    }
}

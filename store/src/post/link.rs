//! Where `[[post title]]` leads. It is found once, when the words are saved, and kept: the link survives a new title
//! there. A title that nobody has waits for a post that gets it.

use std::collections::HashMap;

use domain::id::PostId;
use domain::markdown::{references, title_key};
use domain::post::{Content, Details, Title};
use sqlx::SqliteConnection;

use crate::viewer::readable;
use crate::{Store, StoreError, Viewer};

/// The most titles of one text that lead anywhere: a save holds the one lock.
const MOST: usize = 500;

impl Viewer {
    /// Remembers what the post is called, what waits for a post of that title, and where its own words lead.
    pub(super) async fn remember_links(
        &self,
        write: &mut SqliteConnection,
        id: PostId,
        content: &Content,
        titles: &[String],
    ) -> Result<(), StoreError> {
        let book = match &content.details {
            Details::BookNote(book) => Some(book.as_str()),
            Details::Retrospective(_) | Details::WriteUp(_) => None,
        };
        let title = title_key(content.title.as_str());
        set_title(write, id, &title, book).await?;
        end_wait(write, id, &title).await?;
        self.replace_links(write, id, titles).await
    }

    async fn replace_links(
        &self,
        write: &mut SqliteConnection,
        id: PostId,
        titles: &[String],
    ) -> Result<(), StoreError> {
        let known: Vec<(String, PostId)> =
            sqlx::query_as("select title, target_id from post_link where post_id = $1 and target_id is not null")
                .bind(id)
                .fetch_all(&mut *write)
                .await?;
        let known: HashMap<_, _> = known.into_iter().collect();
        sqlx::query("delete from post_link where post_id = $1").bind(id).execute(&mut *write).await?;
        for words in titles.iter().filter(|words| words.chars().count() <= Title::LIMIT).take(MOST) {
            let title = title_key(words);
            let target = match known.get(&title) {
                Some(target) => Some(*target),
                None => self.post_titled(write, &title).await?,
            };
            sqlx::query(
                "insert into post_link (post_id, title, words, target_id) values ($1, $2, $3, $4) on conflict do nothing",
            )
            .bind(id)
            .bind(&title)
            .bind(words)
            .bind(target)
            .execute(&mut *write)
            .await?;
        }
        Ok(())
    }

    /// The post of a title that the member may read: rather one of their own, rather a newer one.
    async fn post_titled(&self, write: &mut SqliteConnection, title: &str) -> Result<Option<PostId>, StoreError> {
        let id = sqlx::query_scalar(concat!(
            "select p.post_id from post_title t join post p using (post_id) where t.title = $3 and ",
            readable!(),
            " order by exists (select 1 from post_author a where a.post_id = p.post_id and a.member_id = $1) desc,
                p.post_id desc limit 1"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(title)
        .fetch_optional(write)
        .await?;
        Ok(id)
    }
}

async fn set_title(
    write: &mut SqliteConnection,
    id: PostId,
    title: &str,
    book: Option<&str>,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into post_title (post_id, title, book) values ($1, $2, $3)
         on conflict (post_id) do update set title = excluded.title, book = excluded.book",
    )
    .bind(id)
    .bind(title)
    .bind(book.map(title_key))
    .execute(write)
    .await?;
    Ok(())
}

/// What waits for a post of this title leads to it: from everywhere when it is for the team, else only from what an
/// author of it wrote. Whoever reads is asked again.
async fn end_wait(write: &mut SqliteConnection, id: PostId, title: &str) -> Result<(), StoreError> {
    sqlx::query(
        "update post_link set target_id = $1 where title = $2 and target_id is null
            and (exists (select 1 from post p where p.post_id = $1 and p.audience = 'team')
                or exists (select 1 from post_author mine join post_author theirs using (member_id)
                    where mine.post_id = $1 and theirs.post_id = post_link.post_id))",
    )
    .bind(id)
    .bind(title)
    .execute(write)
    .await?;
    Ok(())
}

impl Store {
    /// Remembers what posts are called and where they lead that were saved before anybody looked.
    pub(crate) async fn give_titles(&self) -> Result<(), StoreError> {
        let untitled: Vec<(PostId, String, Option<String>, String)> = sqlx::query_as(
            "select p.post_id, r.title, r.book, r.body from post p join revision r using (revision_id)
             where not exists (select 1 from post_title t where t.post_id = p.post_id) order by p.post_id",
        )
        .fetch_all(&self.readers)
        .await?;
        if untitled.is_empty() {
            return Ok(());
        }
        let mut write = self.write().await?;
        for (id, title, book, _) in &untitled {
            set_title(&mut write, *id, &title_key(title), book.as_deref()).await?;
        }
        for (id, _, _, body) in &untitled {
            let titles = references(body).titles;
            if !titles.is_empty() {
                self.as_author_of(*id).await?.replace_links(&mut write, *id, &titles).await?;
            }
        }
        Ok(write.commit().await?)
    }
}

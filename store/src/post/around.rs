//! What leads to a post, where it leads, and what has to do with it. Few statements, each by an index: they are asked
//! for every page that is read.

use std::collections::{HashMap, HashSet};

use domain::id::PostId;
use domain::language::Language;
use domain::related::{COMMON, Tie, closest};
use sqlx::FromRow;

use super::series::SeriesOf;
use crate::viewer::readable;
use crate::{StoreError, Viewer};

/// A post by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitledPost {
    /// The post.
    pub id: PostId,
    /// What it is called now.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
}

/// `[[words]]` in a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTo {
    /// The words, folded by [`domain::markdown::title_key`].
    pub key: String,
    /// As typed.
    pub words: String,
    /// Where they lead; none when there is no such post as far as the reader may know.
    pub post: Option<TitledPost>,
}

/// What there is around a post, of all that its reader may read.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// Where its words lead.
    pub links: Vec<LinkTo>,
    /// What leads here, the newest first; fifty at most.
    pub linked_from: Vec<TitledPost>,
    /// What has most to do with it.
    pub related: Vec<TitledPost>,
    /// The series that it is part of.
    pub series: Option<SeriesOf>,
}

#[derive(FromRow)]
struct LinkRow {
    key: Option<String>,
    words: Option<String>,
    post_id: Option<PostId>,
    title: Option<String>,
    language: Option<Language>,
}

impl LinkRow {
    fn post(&self) -> Option<TitledPost> {
        Some(TitledPost { id: self.post_id?, title: self.title.clone()?, language: self.language? })
    }
}

#[derive(FromRow)]
struct TieRow {
    post_id: PostId,
    /// None for the same book.
    tag: Option<String>,
}

impl Viewer {
    /// What there is around a post that the member reads.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn around(&self, id: PostId) -> Result<Around, StoreError> {
        let (links, linked_from) = self.links(id).await?;
        let series = self.series_of(id).await?;
        let mut ties = self.ties(id).await?;
        let linked = links.iter().filter_map(|link| link.post.as_ref()).chain(&linked_from);
        ties.extend(linked.map(|post| (post.id, Tie::Link)));
        ties.extend(series.iter().flat_map(|series| &series.parts).map(|part| (part.id, Tie::Series)));
        let related = self.titled(&closest(ties.into_iter().filter(|(post, _)| *post != id))).await?;
        Ok(Around { links, linked_from, related, series })
    }

    /// Where a post's words lead, and what leads to it.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn links(&self, id: PostId) -> Result<(Vec<LinkTo>, Vec<TitledPost>), StoreError> {
        let rows: Vec<LinkRow> = sqlx::query_as(concat!(
            "select l.title as key, l.words, p.post_id, r.title, r.language
             from post_link l left join post p on p.post_id = l.target_id and (",
            readable!(),
            ") left join revision r on r.revision_id = p.revision_id where l.post_id = $3
             union all select * from (select distinct null, null, p.post_id, r.title, r.language
             from post_link l join post p on p.post_id = l.post_id join revision r on r.revision_id = p.revision_id
             where l.target_id = $3 and l.post_id <> $3 and ",
            readable!(),
            " order by p.post_id desc limit 50)"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .fetch_all(&self.store.readers)
        .await?;
        let mut links = Vec::new();
        let mut linked_from = Vec::new();
        for row in rows {
            let post = row.post();
            match (row.key, row.words) {
                (Some(key), Some(words)) => links.push(LinkTo { key, words, post }),
                _ => linked_from.extend(post),
            }
        }
        Ok((links, linked_from))
    }

    /// Posts that bear a rare tag of this one, or are notes on its book.
    async fn ties(&self, id: PostId) -> Result<Vec<(PostId, Tie)>, StoreError> {
        let rows: Vec<TieRow> = sqlx::query_as(concat!(
            "with name (now, tag) as (
                select coalesce(x.now_tag, g.tag), coalesce(x.now_tag, g.tag) from post_tag g
                    left join tag_alias x on x.tag = g.tag where g.post_id = $3
                union select y.now_tag, y.tag from post_tag g left join tag_alias x on x.tag = g.tag
                    join tag_alias y on y.now_tag = coalesce(x.now_tag, g.tag) where g.post_id = $3)
             select p.post_id, rare.now as tag from (select now, tag from name
                where (select count(*) from (select 1 from post_tag g where g.tag = name.tag limit $4 + 2)) <= $4 + 1
                limit 20) rare
             join post_tag g on g.tag = rare.tag join post p on p.post_id = g.post_id
             where p.post_id <> $3 and ",
            readable!(),
            " union all select * from (select p.post_id, null from post_title mine join post_title t on t.book = mine.book
                join post p on p.post_id = t.post_id
             where mine.post_id = $3 and p.post_id <> $3 and ",
            readable!(),
            " order by p.post_id desc limit $4)"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .bind(crate::column::count(COMMON))
        .fetch_all(&self.store.readers)
        .await?;
        // Once for a post that bears a tag by two of its names.
        let ties: HashSet<_> = rows.iter().map(|row| (row.post_id, row.tag.as_deref())).collect();
        let mut bearing: HashMap<&str, usize> = HashMap::new();
        ties.iter().filter_map(|(_, tag)| *tag).for_each(|tag| *bearing.entry(tag).or_default() += 1);
        let tie = |tag: Option<&str>| match tag {
            Some(tag) => Tie::Tag { posts: bearing.get(tag).copied().unwrap_or(1) },
            None => Tie::Book,
        };
        Ok(ties.iter().map(|(post, tag)| (*post, tie(*tag))).collect())
    }

    /// The titles of up to five posts, in their order.
    async fn titled(&self, ids: &[PostId]) -> Result<Vec<TitledPost>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = sqlx::query_as(concat!(
            "select null as key, null as words, p.post_id, r.title, r.language
             from post p join revision r using (revision_id) where p.post_id in ($3, $4, $5, $6, $7) and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team());
        for nth in 0..domain::related::MOST {
            query = query.bind(ids.get(nth));
        }
        let rows: Vec<LinkRow> = query.fetch_all(&self.store.readers).await?;
        let posts: Vec<_> = rows.iter().filter_map(LinkRow::post).collect();
        Ok(ids.iter().filter_map(|id| posts.iter().find(|post| post.id == *id).cloned()).collect())
    }
}

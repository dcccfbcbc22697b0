//! What leads to a post, where it leads, and what has to do with it. One statement, each of its parts by an index, and
//! titles where something is related: it is asked for every page that is read.

use std::collections::{HashMap, HashSet};

use domain::id::{PostId, SeriesId};
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
    /// What has most to do with it, of what is not named above.
    pub related: Vec<TitledPost>,
    /// The series that it is part of.
    pub series: Option<SeriesOf>,
}

/// What a row of [`Viewer::around`] tells.
#[derive(sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
enum Told {
    /// Where words lead.
    Link,
    /// What leads here.
    From,
    /// A part of the series.
    Part,
    /// A post that bears a rare tag of this one.
    Tag,
    /// Notes on the same book.
    Book,
}

/// `words` are those of a link, the title of a series or a tag.
#[derive(FromRow)]
struct AroundRow {
    told: Told,
    words: String,
    key: String,
    series_id: SeriesId,
    post_id: Option<PostId>,
    title: Option<String>,
    language: Option<Language>,
}

impl AroundRow {
    fn post(&self) -> Option<TitledPost> {
        Some(TitledPost { id: self.post_id?, title: self.title.clone()?, language: self.language? })
    }
}

#[derive(FromRow)]
struct TitledRow {
    post_id: PostId,
    title: String,
    language: Language,
}

impl Around {
    /// All but what is related, and what that is chosen from.
    fn told(rows: Vec<AroundRow>) -> (Self, Vec<(PostId, Option<String>)>) {
        let (mut around, mut ties) = (Self::default(), Vec::new());
        for row in rows {
            let post = row.post();
            match row.told {
                Told::Link => around.links.push(LinkTo { key: row.key, words: row.words, post }),
                Told::From => around.linked_from.extend(post),
                Told::Part => {
                    let series = || SeriesOf { id: row.series_id, title: row.words, parts: Vec::new() };
                    around.series.get_or_insert_with(series).parts.extend(post);
                }
                Told::Tag => ties.extend(row.post_id.map(|post| (post, Some(row.words)))),
                Told::Book => ties.extend(row.post_id.map(|post| (post, None))),
            }
        }
        (around, ties)
    }

    /// Whether the page names a post already.
    fn names(&self, id: PostId) -> bool {
        let linked = self.links.iter().filter_map(|link| link.post.as_ref()).chain(&self.linked_from);
        linked.chain(self.series.iter().flat_map(|series| &series.parts)).any(|post| post.id == id)
    }
}

impl Viewer {
    /// What there is around a post that the member reads.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn around(&self, id: PostId) -> Result<Around, StoreError> {
        let rows: Vec<AroundRow> = sqlx::query_as(concat!(
            "select 'link' as told, l.title as key, l.words, 0 as series_id, p.post_id, r.title, r.language
             from post_link l left join post p on p.post_id = l.target_id and (",
            readable!(),
            ") left join revision r on r.revision_id = p.revision_id where l.post_id = $3
             union all select * from (select distinct 'from', '', '', 0, p.post_id, r.title, r.language
             from post_link l join post p on p.post_id = l.post_id join revision r on r.revision_id = p.revision_id
             where l.target_id = $3 and l.post_id <> $3 and ",
            readable!(),
            " order by p.post_id desc limit 50)
             union all select * from (select 'part', '', s.title, s.series_id, p.post_id, r.title, r.language
             from series_part here join series s using (series_id) join series_part part using (series_id)
             join post p on p.post_id = part.post_id join revision r on r.revision_id = p.revision_id
             where here.post_id = $3 and ",
            readable!(),
            " order by part.place, part.post_id limit -1)
             union all select 'tag', '', rare.now, 0, p.post_id, null, null from (select now, tag from (
                select coalesce(x.now_tag, g.tag) as now, coalesce(x.now_tag, g.tag) as tag from post_tag g
                    left join tag_alias x on x.tag = g.tag where g.post_id = $3
                union select y.now_tag, y.tag from post_tag g left join tag_alias x on x.tag = g.tag
                    join tag_alias y on y.now_tag = coalesce(x.now_tag, g.tag) where g.post_id = $3) name
                where (select count(*) from (select 1 from post_tag g where g.tag = name.tag limit $4 + 2)) <= $4 + 1
                limit 20) rare
             join post_tag g on g.tag = rare.tag join post p on p.post_id = g.post_id
             where p.post_id <> $3 and ",
            readable!(),
            " union all select * from (select 'book', '', '', 0, p.post_id, null, null
             from post_title mine join post_title t on t.book = mine.book join post p on p.post_id = t.post_id
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
        let (mut around, ties) = Around::told(rows);
        around.series = around.series.filter(|series| series.parts.iter().any(|part| part.id == id));
        let related = closest(weighed(ties).into_iter().filter(|(post, _)| !around.names(*post)));
        Ok(Around { related: self.titled(&related).await?, ..around })
    }

    /// The titles of up to five posts, in their order.
    async fn titled(&self, ids: &[PostId]) -> Result<Vec<TitledPost>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = sqlx::query_as(concat!(
            "select p.post_id, r.title, r.language
             from post p join revision r using (revision_id) where p.post_id in ($3, $4, $5, $6, $7) and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team());
        for nth in 0..domain::related::MOST {
            query = query.bind(ids.get(nth));
        }
        let rows: Vec<TitledRow> = query.fetch_all(&self.store.readers).await?;
        let post = |row: &TitledRow| TitledPost { id: row.post_id, title: row.title.clone(), language: row.language };
        Ok(ids.iter().filter_map(|id| rows.iter().find(|row| row.post_id == *id).map(post)).collect())
    }
}

/// How much each of the posts that bear a tag, or are notes on the same book, has to do with this one; once for a post
/// that bears a tag by two of its names.
fn weighed(ties: Vec<(PostId, Option<String>)>) -> Vec<(PostId, Tie)> {
    let ties: HashSet<_> = ties.into_iter().collect();
    let mut bearing: HashMap<&str, usize> = HashMap::new();
    ties.iter().filter_map(|(_, tag)| tag.as_deref()).for_each(|tag| *bearing.entry(tag).or_default() += 1);
    let tie = |tag: Option<&str>| match tag {
        Some(tag) => Tie::Tag { posts: bearing.get(tag).copied().unwrap_or(1) },
        None => Tie::Book,
    };
    ties.iter().map(|(post, tag)| (*post, tie(tag.as_deref()))).collect()
}

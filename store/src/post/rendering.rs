//! What the renderer made of a revision, kept so that reading renders nothing.

use domain::id::RevisionId;
use domain::markdown::{self, Heading, RENDERER};
use sqlx::SqliteConnection;

use crate::{Store, StoreError};

/// Characters of a post's opening.
const OPENING: usize = 160;
/// Renderings made again in one transaction, so that no writer waits long.
const BATCH: i64 = 50;

/// HTML and all that is read off the words with it.
pub(super) struct Rendering {
    pub(super) html: String,
    pub(super) headings: Vec<Heading>,
    pub(super) opening: String,
    pub(super) characters: usize,
}

impl Rendering {
    /// Renders; takes time in proportion to the words.
    pub(super) fn of(source: &str) -> Self {
        let rendered = markdown::render(source);
        Self {
            html: rendered.html,
            headings: rendered.headings,
            opening: markdown::opening(source, OPENING),
            characters: markdown::characters(source),
        }
    }

    /// Renders on a thread that may take its time.
    pub(super) async fn made(source: String) -> Result<Self, StoreError> {
        tokio::task::spawn_blocking(move || Self::of(&source)).await.map_err(|_| StoreError::Stopping)
    }

    pub(super) async fn save(&self, write: &mut SqliteConnection, revision: RevisionId) -> Result<(), StoreError> {
        sqlx::query(
            "insert into rendering (revision_id, renderer, html, headings, opening, characters)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (revision_id) do update set renderer = excluded.renderer, html = excluded.html,
                headings = excluded.headings, opening = excluded.opening, characters = excluded.characters",
        )
        .bind(revision)
        .bind(RENDERER)
        .bind(&self.html)
        .bind(serde_json::to_string(&self.headings).map_err(|_| StoreError::Corrupt("headings"))?)
        .bind(&self.opening)
        .bind(i64::try_from(self.characters).unwrap_or(i64::MAX))
        .execute(write)
        .await?;
        Ok(())
    }
}

impl Store {
    /// Makes again what an older renderer made of current revisions; gives how many there were.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn render_again(&self) -> Result<usize, StoreError> {
        let mut made = 0;
        loop {
            let stale: Vec<(RevisionId, String)> = sqlx::query_as(
                "select r.revision_id, r.body from post p join revision r using (revision_id)
                 left join rendering d on d.revision_id = r.revision_id and d.renderer = $1
                 where d.revision_id is null order by r.revision_id limit $2",
            )
            .bind(RENDERER)
            .bind(BATCH)
            .fetch_all(&self.readers)
            .await?;
            if stale.is_empty() {
                return Ok(made);
            }
            made += stale.len();
            self.render_batch(stale).await?;
        }
    }

    async fn render_batch(&self, stale: Vec<(RevisionId, String)>) -> Result<(), StoreError> {
        let mut renderings = Vec::with_capacity(stale.len());
        for (revision, body) in stale {
            renderings.push((revision, Rendering::made(body).await?));
        }
        let mut write = self.write().await?;
        for (revision, rendering) in &renderings {
            rendering.save(&mut write, *revision).await?;
        }
        Ok(write.commit().await?)
    }
}

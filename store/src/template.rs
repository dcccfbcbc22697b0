//! What a new post begins with: what comes with Dasi, what the team made of that, and the team's own.

use domain::access;
use domain::id::TemplateId;
use domain::post::PostKind;
use domain::template::{BuiltIn, NewTemplate, TemplateKey};
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection, SqliteExecutor};

use crate::column::{instant, maybe_instant};
use crate::{StoreError, Viewer};

/// A template as a member sees it: one that comes with Dasi and was not changed is in their language.
#[derive(Debug, Clone)]
pub struct Template {
    /// What it is known by.
    pub key: TemplateKey,
    /// What it is for.
    pub kind: PostKind,
    /// Its name.
    pub name: String,
    /// Its Markdown.
    pub body: String,
    /// Who changed it last and when; none as it came with Dasi.
    pub changed: Option<(String, Timestamp)>,
    /// When and by whom it was removed; none when it is offered.
    pub removed: Option<(String, Timestamp)>,
}

/// When a template was changed last, as its writer saw it; none as it came with Dasi.
#[derive(Clone, Copy)]
struct Seen(Option<Timestamp>);

impl Template {
    /// When it was changed last; none as it came with Dasi.
    pub fn changed_at(&self) -> Option<Timestamp> {
        self.changed.as_ref().map(|(_, at)| *at)
    }
}

#[derive(FromRow)]
struct TemplateRow {
    template_id: TemplateId,
    kind: PostKind,
    built_in: Option<String>,
    name: String,
    body: String,
    changed_by: String,
    changed_at: i64,
    removed_by: Option<String>,
    removed_at: Option<i64>,
}

impl TemplateRow {
    /// None for a word that Dasi no longer knows.
    fn key(&self) -> Option<TemplateKey> {
        match &self.built_in {
            Some(word) => TemplateKey::parse(word),
            None => Some(TemplateKey::Own(self.template_id)),
        }
    }

    fn template(self, key: TemplateKey) -> Result<Template, StoreError> {
        let is_original =
            self.built_in.as_deref().is_some_and(|word| BuiltIn::is_original(word, &self.name, &self.body));
        let changed = if is_original { None } else { Some((self.changed_by, instant(self.changed_at)?)) };
        let removed = self.removed_by.zip(maybe_instant(self.removed_at)?);
        Ok(Template { key, kind: self.kind, name: self.name, body: self.body, changed, removed })
    }
}

impl From<&BuiltIn> for Template {
    fn from(one: &BuiltIn) -> Self {
        Self {
            key: TemplateKey::BuiltIn(one.word),
            kind: one.kind,
            name: one.name.into(),
            body: one.body.into(),
            changed: None,
            removed: None,
        }
    }
}

impl Viewer {
    /// All templates, removed ones among them: by kind, what comes with Dasi first, then the team's own as they came.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they may not write; [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn templates(&self) -> Result<Vec<Template>, StoreError> {
        self.writes()?;
        all(&self.store.readers, self).await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn template(&self, key: TemplateKey) -> Result<Template, StoreError> {
        let all = self.templates().await?;
        all.into_iter().find(|one| one.key == key).ok_or(StoreError::NotFound)
    }

    /// A template of the team's own. The same twice is one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they may not write.
    pub async fn add_template(&self, new: &NewTemplate) -> Result<TemplateId, StoreError> {
        self.writes()?;
        let mut write = self.store.write().await?;
        let same = sqlx::query_scalar(
            "select template_id from template where built_in is null and removed_at is null and kind = $1 and name = $2
                and body = $3",
        )
        .bind(new.kind)
        .bind(new.name.as_str())
        .bind(new.body.as_str())
        .fetch_optional(&mut *write)
        .await?;
        if let Some(same) = same {
            return Ok(same); // a form sent twice
        }
        let id = self.keep(&mut write, None, new.kind, new.name.as_str(), new.body.as_str()).await?;
        write.commit().await?;
        Ok(id)
    }

    /// Another name and body for a template; its kind stays.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn change_template(&self, key: TemplateKey, new: &NewTemplate) -> Result<(), StoreError> {
        self.change(key, new, None).await.map(drop)
    }

    /// The same, if it is as its writer saw it: last changed at `seen`, or never. False: a colleague changed it since,
    /// and nothing is written.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn change_seen_template(
        &self,
        key: TemplateKey,
        new: &NewTemplate,
        seen: Option<Timestamp>,
    ) -> Result<bool, StoreError> {
        self.change(key, new, Some(Seen(seen))).await
    }

    async fn change(&self, key: TemplateKey, new: &NewTemplate, seen: Option<Seen>) -> Result<bool, StoreError> {
        let mut write = self.store.write().await?;
        let was = self.known(&mut write, key).await?;
        let (name, body) = (new.name.as_str(), new.body.as_str());
        if (was.name.as_str(), was.body.as_str()) == (name, body) {
            return Ok(true);
        }
        if seen.is_some_and(|Seen(at)| was.changed_at() != at) {
            return Ok(false);
        }
        match key {
            TemplateKey::BuiltIn(word) => {
                self.keep(&mut write, Some(word), was.kind, name, body).await?;
            }
            TemplateKey::Own(id) => {
                sqlx::query(
                    "update template set name = $2, body = $3, changed_by = $4, changed_at = $5 where template_id = $1",
                )
                .bind(id)
                .bind(name)
                .bind(body)
                .bind(self.member.id)
                .bind(self.store.now().as_millisecond())
                .execute(&mut *write)
                .await?;
            }
        }
        write.commit().await?;
        Ok(true)
    }

    /// Offers a template no more; it can be brought back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn remove_template(&self, key: TemplateKey) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        let was = self.known(&mut write, key).await?;
        let id = match (key, was.changed.is_some() || was.removed.is_some()) {
            (TemplateKey::Own(id), _) => id,
            (TemplateKey::BuiltIn(word), true) => row_of(&mut write, word).await?,
            (TemplateKey::BuiltIn(word), false) => {
                self.keep(&mut write, Some(word), was.kind, &was.name, &was.body).await?
            }
        };
        sqlx::query(
            "update template set removed_at = $2, removed_by = $3 where template_id = $1 and removed_at is null",
        )
        .bind(id)
        .bind(self.store.now().as_millisecond())
        .bind(self.member.id)
        .execute(&mut *write)
        .await?;
        Ok(write.commit().await?)
    }

    /// Offers a removed template again, as it was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn restore_template(&self, key: TemplateKey) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        let was = self.known(&mut write, key).await?;
        match key {
            TemplateKey::BuiltIn(word) if was.changed.is_none() => forget(&mut write, word).await?,
            TemplateKey::BuiltIn(word) => {
                let id = row_of(&mut write, word).await?;
                offer(&mut write, id).await?;
            }
            TemplateKey::Own(id) => offer(&mut write, id).await?,
        }
        Ok(write.commit().await?)
    }

    /// What comes with Dasi is offered as it came.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for the team's own.
    pub async fn reset_template(&self, key: TemplateKey) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        self.known(&mut write, key).await?;
        let TemplateKey::BuiltIn(word) = key else { return Err(StoreError::NotFound) };
        forget(&mut write, word).await?;
        Ok(write.commit().await?)
    }

    fn writes(&self) -> Result<(), StoreError> {
        if access::may_write(&self.member) { Ok(()) } else { Err(StoreError::NotFound) }
    }

    async fn known(&self, write: &mut SqliteConnection, key: TemplateKey) -> Result<Template, StoreError> {
        self.writes()?;
        all(write, self).await?.into_iter().find(|one| one.key == key).ok_or(StoreError::NotFound)
    }

    async fn keep(
        &self,
        write: &mut SqliteConnection,
        built_in: Option<&str>,
        kind: PostKind,
        name: &str,
        body: &str,
    ) -> Result<TemplateId, StoreError> {
        let id = sqlx::query_scalar(
            "insert into template (kind, built_in, name, body, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (built_in) do update set name = excluded.name, body = excluded.body,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
             returning template_id",
        )
        .bind(kind)
        .bind(built_in)
        .bind(name)
        .bind(body)
        .bind(self.member.id)
        .bind(self.store.now().as_millisecond())
        .fetch_one(write)
        .await?;
        Ok(id)
    }
}

async fn all<'e>(from: impl SqliteExecutor<'e>, viewer: &Viewer) -> Result<Vec<Template>, StoreError> {
    let rows: Vec<TemplateRow> = sqlx::query_as(
        "select t.template_id, t.kind, t.built_in, t.name, t.body, c.name as changed_by, t.changed_at,
            m.name as removed_by, t.removed_at
         from template t join member c on c.member_id = t.changed_by left join member m on m.member_id = t.removed_by
         order by t.template_id",
    )
    .fetch_all(from)
    .await?;
    let mut all: Vec<Template> = BuiltIn::all(viewer.member.language).iter().map(Template::from).collect();
    for row in rows {
        let Some(key) = row.key() else { continue };
        let template = row.template(key)?;
        match all.iter_mut().find(|one| one.key == key) {
            // Removed and not changed: it is still shown in the reader's own language.
            Some(original) if template.changed.is_none() => original.removed = template.removed,
            Some(original) => *original = template,
            None => all.push(template),
        }
    }
    all.sort_by_key(|one| one.kind);
    Ok(all)
}

async fn row_of(write: &mut SqliteConnection, word: &str) -> Result<TemplateId, StoreError> {
    let id = sqlx::query_scalar("select template_id from template where built_in = $1")
        .bind(word)
        .fetch_optional(write)
        .await?;
    id.ok_or(StoreError::NotFound)
}

async fn forget(write: &mut SqliteConnection, word: &str) -> Result<(), StoreError> {
    sqlx::query("delete from template where built_in = $1").bind(word).execute(write).await?;
    Ok(())
}

async fn offer(write: &mut SqliteConnection, id: TemplateId) -> Result<(), StoreError> {
    sqlx::query("update template set removed_at = null, removed_by = null where template_id = $1")
        .bind(id)
        .execute(write)
        .await?;
    Ok(())
}

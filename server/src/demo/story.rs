//! What happened about posts, told in the order in which it happened: notices and threads are as their readers saw them
//! come.

use std::collections::HashMap;

use anyhow::Context;
use domain::comment::{Anchor, CommentBody, Passage};
use domain::id::{CommentId, MemberId, PostId};
use domain::post::{Body, Title};
use domain::review::{NewReview, Outcome, Remark, Stage};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use store::{NewComment, Store, Viewer};

use super::valid;
use super::written::{Told, Written};

/// After how many days a write-up is shared.
const SHARED_AFTER: i64 = 14;

/// Something that happened about a post.
pub(super) struct Event {
    /// How many days ago; at least one, so that it is over whatever the hour is now.
    pub(super) days_ago: i64,
    /// At which hour of that day, in UTC; posts are first saved at three.
    pub(super) hour: i8,
    /// Whose doing it was, by email.
    pub(super) who: &'static str,
    /// The post, by its first title.
    pub(super) post: &'static str,
    /// What they did.
    pub(super) deed: Deed,
}

/// What somebody does about a post.
pub(super) enum Deed {
    /// Begins a thread, which is known by a word of ours.
    Begins { thread: &'static str, about: About, words: &'static str },
    /// Answers in a thread.
    Answers { thread: &'static str, words: &'static str },
    /// Resolves a thread.
    Settles { thread: &'static str },
    /// Puts some words in the place of others, once each.
    Revises { edits: &'static [(&'static str, &'static str)] },
    /// Gives it another title.
    Renames { title: &'static str },
    /// Brings a revision back.
    Restores { number: i64 },
    /// Adds an author, by email.
    Adds { author: &'static str },
    /// Asks a colleague to read it within so many days.
    Asks { reviewer: &'static str, days: i64, remark: &'static str },
    /// Answers the review they were asked for.
    Reviews { outcome: Outcome, remark: &'static str },
}

/// What a thread is about.
pub(super) enum About {
    /// All of the post.
    All,
    /// What stands under a heading, by its id.
    Heading(&'static str),
    /// Some of its words.
    Words(&'static str),
}

/// The team while its story is told.
pub(super) struct Team {
    /// Where all of it is kept, by the clock of the day.
    pub(super) store: Store,
    viewers: Vec<(&'static str, Viewer)>,
    posts: HashMap<&'static str, PostId>,
    threads: HashMap<&'static str, CommentId>,
}

enum Step {
    Writes(&'static Written),
    Shares(&'static Written),
    Does(&'static Event),
}

impl Team {
    pub(super) fn new(store: &Store, viewers: Vec<(&'static str, Viewer)>) -> Self {
        Self { store: store.clone(), viewers, posts: HashMap::new(), threads: HashMap::new() }
    }

    /// The store as it answers for one of them.
    pub(super) fn viewer(&self, email: &str) -> anyhow::Result<&Viewer> {
        self.viewers.iter().find(|(one, _)| *one == email).map(|(_, viewer)| viewer).context("a colleague")
    }

    /// The same as it was so many days ago, at an hour in UTC.
    pub(super) fn then(&self, email: &str, days_ago: i64, hour: i8) -> anyhow::Result<Viewer> {
        Ok(self.viewer(email)?.at(instant(self.today(), days_ago, hour)?))
    }

    /// A post by its first title.
    pub(super) fn post(&self, title: &str) -> anyhow::Result<PostId> {
        self.posts.get(title).copied().with_context(|| format!("no post yet: {title}"))
    }

    /// The day it is, in UTC.
    pub(super) fn today(&self) -> Date {
        self.store.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date()
    }

    fn id(&self, email: &str) -> anyhow::Result<MemberId> {
        Ok(self.viewer(email)?.member().id)
    }

    /// Tells the whole story, the oldest first.
    pub(super) async fn tell(
        &mut self,
        posts: &'static [Written],
        events: impl Iterator<Item = &'static Event>,
    ) -> anyhow::Result<()> {
        for (at, step) in self.steps(posts, events)? {
            match step {
                Step::Writes(post) => self.write(post, at).await.with_context(|| post.title.to_owned())?,
                Step::Shares(post) => {
                    self.viewer(post.author)?.at(at).set_stage(self.post(post.title)?, Stage::Shared).await?;
                }
                Step::Does(event) => {
                    let about = || format!("{} days ago: {}", event.days_ago, event.post);
                    self.happen(event, at).await.with_context(about)?;
                }
            }
        }
        Ok(())
    }

    fn steps(
        &self,
        posts: &'static [Written],
        events: impl Iterator<Item = &'static Event>,
    ) -> anyhow::Result<Vec<(Timestamp, Step)>> {
        let today = self.today();
        let mut steps = Vec::with_capacity(posts.len() * 2);
        for post in posts {
            let day = post.saved_on(today);
            steps.push((instant(day, 0, 3)?, Step::Writes(post)));
            let shared = instant(day, -SHARED_AFTER, 3)?;
            if matches!(post.told, Told::WriteUp(..)) && shared < self.store.now() {
                steps.push((shared, Step::Shares(post)));
            }
        }
        for event in events {
            steps.push((instant(today, event.days_ago, event.hour)?, Step::Does(event)));
        }
        steps.sort_by_key(|(at, _)| *at);
        Ok(steps)
    }

    async fn write(&mut self, post: &'static Written, at: Timestamp) -> anyhow::Result<()> {
        let content = post.content(self.today())?;
        let id = self.viewer(post.author)?.at(at).create_post(&content, post.audience).await?;
        self.posts.insert(post.title, id);
        Ok(())
    }

    async fn happen(&mut self, event: &'static Event, at: Timestamp) -> anyhow::Result<()> {
        let (who, post) = (self.viewer(event.who)?.at(at), self.post(event.post)?);
        match &event.deed {
            Deed::Begins { thread, about, words } => {
                let id = say(&who, post, None, about.anchor()?, words).await?;
                self.threads.insert(thread, id);
            }
            Deed::Answers { thread, words } => {
                say(&who, post, Some(self.thread(thread)?), Anchor::Post, words).await?;
            }
            Deed::Settles { thread } => {
                who.resolve_thread(self.thread(thread)?, true).await?;
            }
            Deed::Revises { edits } => revise(&who, post, edits, None).await?,
            Deed::Renames { title } => revise(&who, post, &[], Some(title)).await?,
            Deed::Restores { number } => {
                let base = who.stored_post(post).await?.post.revision_id;
                who.restore_revision(post, base, *number).await?;
            }
            Deed::Adds { author } => {
                who.add_author(post, self.id(author)?).await?;
            }
            Deed::Asks { reviewer, days, remark } => {
                let due = who.zone().local(at).date().checked_add(days.days())?;
                let remark = valid(Remark::parse(remark))?;
                who.ask_review(post, &NewReview { reviewer: self.id(reviewer)?, due, remark }).await?;
            }
            Deed::Reviews { outcome, remark } => answer(&who, post, *outcome, remark).await?,
        }
        Ok(())
    }

    fn thread(&self, word: &str) -> anyhow::Result<CommentId> {
        self.threads.get(word).copied().with_context(|| format!("no thread yet: {word}"))
    }
}

impl About {
    fn anchor(&self) -> anyhow::Result<Anchor> {
        Ok(match self {
            Self::All => Anchor::Post,
            Self::Heading(id) => Anchor::Heading((*id).to_owned()),
            Self::Words(exact) => Anchor::Passage(valid(Passage::parse(exact, "", ""))?),
        })
    }
}

/// An hour in UTC, so many days before a day.
pub(super) fn instant(day: Date, days_ago: i64, hour: i8) -> anyhow::Result<Timestamp> {
    let then = day.checked_sub(days_ago.days())?.at(hour, 0, 0, 0);
    Ok(then.to_zoned_datetime(jiff::tz::TimeZone::UTC)?.timestamp())
}

async fn say(
    who: &Viewer,
    post: PostId,
    thread: Option<CommentId>,
    anchor: Anchor,
    words: &str,
) -> anyhow::Result<CommentId> {
    let body = valid(CommentBody::parse(words))?;
    Ok(who.comment(&NewComment { post, thread, body, anchor, seen: None, review: None }).await?)
}

async fn revise(who: &Viewer, post: PostId, edits: &[(&str, &str)], title: Option<&str>) -> anyhow::Result<()> {
    let stored = who.stored_post(post).await?;
    let mut content = stored.content;
    let mut body = content.body.as_str().to_owned();
    for (from, to) in edits {
        anyhow::ensure!(body.matches(from).count() == 1, "these words are not there once: {from}");
        body = body.replacen(from, to, 1);
    }
    content.body = valid(Body::parse(&body))?;
    if let Some(title) = title {
        content.title = valid(Title::parse(title))?;
    }
    who.revise_post(post, stored.post.revision_id, &content, stored.post.audience).await?;
    Ok(())
}

async fn answer(who: &Viewer, post: PostId, outcome: Outcome, remark: &str) -> anyhow::Result<()> {
    let asked = who.reviews_to_do().await?.into_iter().find(|one| one.post_id == post);
    let remark = valid(Remark::parse(remark))?;
    Ok(who.answer_review(post, asked.context("a review to answer")?.id, (outcome, remark.as_ref()), None).await?)
}

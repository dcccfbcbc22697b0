//! Two texts written from the same base, joined. What one of them changed is taken; where both changed the same place
//! differently, people decide, and see all that either wrote.
//!
//! What is promised: every character that either of them put in is in the result or in a conflict's two sides, and
//! every character of the base that neither took out is there. No word that both changed is ever joined.

mod mark; // conflicts inside a text that is edited by hand
mod passage; // the words themselves

pub use self::mark::{MarkLabels, marks};
pub use self::passage::{Choice, Passage, passages};
use crate::post::{PostForm, Tags};

/// A field that both changed, each to something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldConflict {
    /// Its name in [`PostForm`].
    pub name: &'static str,
    /// What both began from.
    pub base: String,
    /// What I made of it.
    pub mine: String,
    /// What they made of it.
    pub theirs: String,
}

/// Two forms joined, and where they could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// What is agreed on; of a field in conflict, mine.
    form: PostForm,
    /// Fields in conflict.
    pub fields: Vec<FieldConflict>,
    /// The words, conflicts among them.
    pub body: Vec<Passage>,
}

/// Reads one field of a form.
type Get = fn(&PostForm) -> &String;
/// Changes it.
type Set = fn(&mut PostForm) -> &mut String;

/// Fields that are one thing each: whoever changed it alone decides.
const FIELDS: [(&str, Get, Set); 8] = [
    ("title", |form| &form.title, |form| &mut form.title),
    ("start", |form| &form.start, |form| &mut form.start),
    ("end", |form| &form.end, |form| &mut form.end),
    ("book", |form| &form.book, |form| &mut form.book),
    ("summary", |form| &form.summary, |form| &mut form.summary),
    ("check_by", |form| &form.check_by, |form| &mut form.check_by),
    ("language", |form| &form.language, |form| &mut form.language),
    ("audience", |form| &form.audience, |form| &mut form.audience),
];

/// Joins what two made of `base`. The forms are as [`PostForm::of`] writes them, so that the same is the same. The
/// result is begun from theirs.
pub fn merge(base: &PostForm, mine: &PostForm, theirs: &PostForm) -> Joined {
    // A new field of the form does not compile until it is said here how it is joined.
    let PostForm {
        kind: _,
        title: _,
        body: _,
        tags: _,
        language: _,
        audience: _,
        start: _,
        end: _,
        book: _,
        summary: _,
        check_by: _,
        base: _,
        draft: _,
        desk: _,
    } = base;
    let mut form = PostForm { draft: mine.draft.clone(), desk: mine.desk.clone(), ..theirs.clone() };
    let mut fields = Vec::new();
    for (name, get, set) in FIELDS {
        let (was, mine, theirs) = (get(base), get(mine), get(theirs));
        if theirs == was || theirs == mine {
            set(&mut form).clone_from(mine);
        } else if mine != was {
            set(&mut form).clone_from(mine);
            let (base, mine, theirs) = (was.clone(), mine.clone(), theirs.clone());
            fields.push(FieldConflict { name, base, mine, theirs });
        }
    }
    form.tags = tags(&base.tags, &mine.tags, &theirs.tags);
    Joined { form, fields, body: passages(&base.body, &mine.body, &theirs.body) }
}

/// Tags are a set: what neither took off, then what either put on.
fn tags(base: &str, mine: &str, theirs: &str) -> String {
    let read = |typed: &str| Tags::parse(typed).map(|tags| tags.as_slice().to_vec()).unwrap_or_default();
    let (base, mine, theirs) = (read(base), read(mine), read(theirs));
    let mut all: Vec<String> = base.iter().filter(|tag| mine.contains(tag) && theirs.contains(tag)).cloned().collect();
    for tag in mine.iter().chain(&theirs).filter(|tag| !base.contains(tag)) {
        if !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    all.join(", ")
}

impl Joined {
    /// How many places need a decision.
    pub fn conflicts(&self) -> usize {
        self.fields.len() + self.body.iter().filter(|one| matches!(one, Passage::Conflict { .. })).count()
    }

    /// The form, if everything is decided: `choose` is asked by a field's name, or for the words by `body-1`,
    /// `body-2` and so on.
    pub fn chosen(&self, choose: impl Fn(&str) -> Option<Choice>) -> Option<PostForm> {
        let mut form = self.form.clone();
        for conflict in &self.fields {
            let (_, _, set) = FIELDS.iter().find(|(name, ..)| *name == conflict.name)?;
            *set(&mut form) = match choose(conflict.name)? {
                Choice::Mine => conflict.mine.clone(),
                Choice::Theirs => conflict.theirs.clone(),
                Choice::Both => return None, // there is no such thing of a title
            };
        }
        form.body = passage::chosen(&self.body, choose)?;
        Some(form)
    }

    /// The same, kept in another draft meanwhile.
    #[must_use]
    pub fn kept_in(self, draft: &str) -> Self {
        Self { form: PostForm { draft: draft.to_owned(), ..self.form }, ..self }
    }

    /// The form, if there was nothing to decide.
    pub fn clean(&self) -> Option<PostForm> {
        self.chosen(|_| None)
    }

    /// The form to go on with by hand: conflicts in the words are marked, and of fields in conflict mine is there.
    pub fn marked(&self, labels: &MarkLabels<'_>) -> PostForm {
        PostForm { body: mark::marked(&self.body, labels), ..self.form.clone() }
    }
}

#[cfg(test)]
mod tests;

//! A post as a program sends it: the fields of the page's form, by the same names and the same rules.

use domain::id::RevisionId;
use domain::post::{Audience, Content, PostForm, PostKind};
use serde_json::{Map, Value};

use super::fault::{Fault, Flaw, Wrong};

/// What a new post is to be.
pub(super) fn new(sent: Map<String, Value>) -> Result<(Content, Audience), Fault> {
    let mut draft = Draft { sent, flaws: Vec::new() };
    let kind = draft.text("kind", true);
    draft.post(kind)
}

/// What a post is to be from now on, and the revision that was begun from: what `If-Match` says, else the field.
pub(super) fn change(
    sent: Map<String, Value>,
    kind: PostKind,
    if_match: Option<RevisionId>,
) -> Result<(Content, Audience, RevisionId), Fault> {
    let mut draft = Draft { sent, flaws: Vec::new() };
    draft.same_kind(kind);
    let base = draft.revision(if_match);
    let (content, audience) = draft.post(kind.to_string())?;
    Ok((content, audience, base))
}

/// The revision that something is begun from, where nothing else is sent.
pub(super) fn base(sent: Map<String, Value>, if_match: Option<RevisionId>) -> Result<RevisionId, Fault> {
    let mut draft = Draft { sent, flaws: Vec::new() };
    let base = draft.revision(if_match);
    let unknown = draft.sent.into_iter().map(|(name, _)| Flaw::new(name, Wrong::UnknownField));
    draft.flaws.extend(unknown);
    if draft.flaws.is_empty() { Ok(base) } else { Err(Fault::Invalid(draft.flaws)) }
}

/// Fields yet to be read, and what was wrong with those that were.
struct Draft {
    sent: Map<String, Value>,
    flaws: Vec<Flaw>,
}

impl Draft {
    /// Reads the rest and parses it whole: every flaw comes in one answer, one to a field.
    fn post(mut self, kind: String) -> Result<(Content, Audience), Fault> {
        let form = self.form(kind);
        let unknown = std::mem::take(&mut self.sent).into_iter().map(|(name, _)| Flaw::new(name, Wrong::UnknownField));
        self.flaws.extend(unknown);
        let parsed = form.parse();
        if let Err(problems) = &parsed {
            let new: Vec<_> = Flaw::of(problems).filter(|one| !self.has(&one.field)).collect();
            self.flaws.extend(new);
        }
        match parsed {
            Ok(parsed) if self.flaws.is_empty() => Ok(parsed),
            _ => Err(Fault::Invalid(self.flaws)),
        }
    }

    /// What is not of the post's kind is left unread, and so unknown.
    fn form(&mut self, kind: String) -> PostForm {
        let mut form = PostForm {
            title: self.text("title", true),
            body: self.text("body", true),
            tags: self.tags(),
            language: self.text("language", true),
            audience: self.text("audience", true),
            ..PostForm::default()
        };
        match PostKind::parse(&kind) {
            Some(PostKind::Retrospective) => {
                form.start = self.text("start", true);
                form.end = self.text("end", true);
            }
            Some(PostKind::BookNote) => form.book = self.text("book", true),
            Some(PostKind::WriteUp) => {
                form.summary = self.text("summary", false);
                form.check_by = self.text("check_by", false);
            }
            // One problem at a time: whose fields these are is not known yet.
            None => {
                self.sent.retain(|name, _| !matches!(name.as_str(), "start" | "end" | "book" | "summary" | "check_by"));
            }
        }
        PostForm { kind, ..form }
    }

    fn text(&mut self, name: &str, required: bool) -> String {
        match self.sent.remove(name) {
            Some(Value::String(text)) => text,
            None | Some(Value::Null) if !required => String::new(),
            None => self.wrong(name, Wrong::Missing),
            Some(_) => self.wrong(name, Wrong::Type),
        }
    }

    /// A list of words; none when it is left out.
    fn tags(&mut self) -> String {
        let words: Option<Vec<&str>> = match self.sent.get("tags") {
            None | Some(Value::Null) => Some(Vec::new()),
            Some(Value::Array(list)) => list.iter().map(Value::as_str).collect(),
            Some(_) => None,
        };
        let joined = words.map(|words| words.join(", "));
        self.sent.remove("tags");
        joined.unwrap_or_else(|| self.wrong("tags", Wrong::Type))
    }

    /// A post stays the kind it is: saying so again does no harm.
    fn same_kind(&mut self, kind: PostKind) {
        match self.sent.remove("kind") {
            None => {}
            Some(Value::String(word)) if word == kind.as_str() => {}
            Some(_) => self.flaws.push(Flaw::new("kind", Wrong::OtherKind)),
        }
    }

    fn revision(&mut self, if_match: Option<RevisionId>) -> RevisionId {
        let sent = self.sent.remove("revision");
        let wrong = match (if_match, &sent) {
            (Some(revision), _) => return revision,
            (None, None) => Wrong::Missing,
            (None, Some(value)) => match value.as_i64() {
                Some(number) => return RevisionId(number),
                None => Wrong::Type,
            },
        };
        self.flaws.push(Flaw::new("revision", wrong));
        RevisionId(0)
    }

    /// Nothing, and the reason.
    fn wrong(&mut self, name: &str, wrong: Wrong) -> String {
        self.flaws.push(Flaw::new(name, wrong));
        String::new()
    }

    fn has(&self, field: &str) -> bool {
        self.flaws.iter().any(|flaw| flaw.field == field)
    }
}

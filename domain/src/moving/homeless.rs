//! Fields of others' front matter that have no place in a post: they stay before its body, exactly the lines they were.

use super::front::Front;
use crate::language::Language;
use crate::post::PostKind;

/// A field as it was written: its lines, and what it is called; no name where the lines are no field's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    name: String,
    lines: String,
}

/// A field's lines, and the kind of post that has a place for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Homeless {
    lines: String,
    but: Option<PostKind>,
}

/// What was understood of fields that can be understood or not.
pub(super) struct Understood {
    pub(super) title: bool,
    pub(super) tags: bool,
    pub(super) created: bool,
    pub(super) changed: bool,
    pub(super) period: bool,
    pub(super) book: bool,
    pub(super) summary: bool,
}

/// The fields of front matter: each begins at the margin, and what is indented, a list or a comment goes on with it.
pub(super) fn fields(yaml: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for line in yaml.split_inclusive('\n') {
        match (name(line), fields.last_mut()) {
            (Some(name), _) => fields.push(Field { name: name.to_owned(), lines: line.to_owned() }),
            (None, Some(field)) => field.lines.push_str(line),
            (None, None) => fields.push(Field { name: String::new(), lines: line.to_owned() }),
        }
    }
    fields
}

/// What a line at the margin begins.
fn name(line: &str) -> Option<&str> {
    if line.starts_with([' ', '\t', '-', '#', '{', '}', '[', ']', '\n']) {
        return None;
    }
    let end = line.find(": ").or_else(|| line.trim_end().strip_suffix(':').map(str::len))?;
    Some(line[..end].trim().trim_matches(['"', '\'']))
}

impl Field {
    /// Whether nothing is said: a name alone, or a comment before the first.
    fn is_blank(&self) -> bool {
        if self.name.is_empty() {
            return self.lines.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
        }
        self.lines.trim_end().ends_with(':') && self.lines.trim_end().lines().count() == 1
    }

    /// Whether a post of ours says it elsewhere: of any kind, or of one.
    fn home(&self, front: &Front, known: &Understood) -> Home {
        let any = |has: bool| if has { Home::Any } else { Home::None };
        let only = |has: bool, kind: PostKind| if has { Home::Only(kind) } else { Home::None };
        match self.name.as_str() {
            "title" => any(known.title),
            "kind" => any(PostKind::parse(&front.kind.0).is_some()),
            "language" | "lang" => any(Language::parse(front.language.0.get(..2).unwrap_or_default()).is_some()),
            "tags" | "tag" | "keywords" => any(known.tags),
            "aliases" | "alias" => any(front.aliases.0.is_empty()),
            "authors" | "author" => any(!front.authors.0.is_empty()),
            "created" | "date" | "created_at" => any(known.created),
            "changed" | "updated" | "modified" | "lastmod" | "updated_at" => any(known.changed),
            "period_start" | "period_end" => only(known.period, PostKind::Retrospective),
            "book" => only(known.book, PostKind::BookNote),
            "abstract" | "summary" | "description" => only(known.summary, PostKind::WriteUp),
            _ => Home::None,
        }
    }

    fn is_known(&self) -> bool {
        const KNOWN: &[&str] = &[
            "title",
            "kind",
            "language",
            "lang",
            "tags",
            "tag",
            "keywords",
            "aliases",
            "alias",
            "authors",
            "author",
            "created",
            "date",
            "created_at",
            "changed",
            "updated",
            "modified",
            "lastmod",
            "updated_at",
            "period_start",
            "period_end",
            "book",
            "abstract",
            "summary",
            "description",
            "",
        ];
        KNOWN.contains(&self.name.as_str())
    }
}

enum Home {
    Any,
    Only(PostKind),
    None,
}

/// The fields that a post does not say elsewhere. A known one without a value says nothing.
pub(super) fn homeless(front: &Front, known: &Understood) -> Vec<Homeless> {
    let said = front.fields.iter().filter(|field| !(field.is_known() && field.is_blank()));
    said.filter_map(|field| {
        let lines = field.lines.clone();
        match field.home(front, known) {
            Home::Any => None,
            Home::Only(kind) => Some(Homeless { lines, but: Some(kind) }),
            Home::None => Some(Homeless { lines, but: None }),
        }
    })
    .collect()
}

/// The body of a post of this kind behind what has no place in it.
pub(super) fn behind(fields: &[Homeless], kind: PostKind, body: String) -> String {
    let lines: String = fields.iter().filter(|one| one.but != Some(kind)).map(|one| one.lines.as_str()).collect();
    if lines.is_empty() { body } else { format!("---\n{lines}---\n\n{body}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_its_line_and_what_goes_on_below() {
        let yaml = "# 말\ntitle: 글\ntags:\n- a\n  - b\n\n\"cssclasses\":\n  x: y\n# 끝\nurl: https://a.b/c: d\n";
        let found = fields(yaml);
        let names: Vec<_> = found.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["", "title", "tags", "cssclasses", "url"]);
        assert_eq!(found.iter().map(|field| field.lines.as_str()).collect::<String>(), yaml, "not a byte is lost");
        assert_eq!(fields("{a: b}\n")[0].name, "");
    }
}

//! Fields of others' front matter that have no place in a post: they stay before its body, exactly the lines they were.

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

/// What a field says that posts can say too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Title,
    Kind,
    Language,
    Tags,
    Aliases,
    Authors,
    Created,
    Changed,
    Period,
    Book,
    Summary,
}

impl Says {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "kind" => Self::Kind,
            "language" | "lang" => Self::Language,
            "tags" | "tag" | "keywords" => Self::Tags,
            "aliases" | "alias" => Self::Aliases,
            "authors" | "author" => Self::Authors,
            "created" | "date" | "created_at" => Self::Created,
            "changed" | "updated" | "modified" | "lastmod" | "updated_at" => Self::Changed,
            "period_start" | "period_end" => Self::Period,
            "book" => Self::Book,
            "abstract" | "summary" | "description" => Self::Summary,
            _ => return None,
        })
    }

    /// The only kind of post that says it; none: each does.
    fn kind(self) -> Option<PostKind> {
        match self {
            Self::Period => Some(PostKind::Retrospective),
            Self::Book => Some(PostKind::BookNote),
            Self::Summary => Some(PostKind::WriteUp),
            _ => None,
        }
    }
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

    /// What of it not every post says elsewhere; `understood` is what was made out.
    fn homeless(&self, understood: &[Says]) -> Option<Homeless> {
        let lines = self.lines.clone();
        match Says::of(&self.name) {
            // A known name without a value says nothing.
            Some(_) if self.is_blank() => None,
            Some(says) if understood.contains(&says) => Some(Homeless { lines, but: Some(says.kind()?) }),
            None if self.name.is_empty() && self.is_blank() => None,
            _ => Some(Homeless { lines, but: None }),
        }
    }
}

/// The fields that a post does not say elsewhere.
pub(super) fn homeless(fields: &[Field], understood: &[Says]) -> Vec<Homeless> {
    fields.iter().filter_map(|field| field.homeless(understood)).collect()
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

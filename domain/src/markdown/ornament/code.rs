//! Code in colours: a class for each kind of word, none for the rest.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use crate::markdown::escape;

/// Bytes of a line: longer ones were written by a program.
const WIDEST: usize = 1_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Which words are of which kind, by how their scope begins. The first that fits decides.
static KINDS: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    let named = [
        ("comment", "comment"),
        ("punctuation.definition.comment", "comment"),
        ("constant.character.escape", "escape"),
        ("constant.other.placeholder", "escape"),
        ("string.regexp", "escape"),
        ("punctuation.section.interpolation", "escape"),
        ("string", "string"),
        ("punctuation.definition.string", "string"),
        ("constant.numeric", "number"),
        ("constant", "number"),
        ("keyword.operator.word", "keyword"),
        ("keyword.operator", "operator"),
        ("keyword", "keyword"),
        ("storage.type.numeric", "number"),
        ("storage", "keyword"),
        ("variable.language", "keyword"),
        ("entity.name.tag", "tag"),
        ("entity.other.attribute-name", "attribute"),
        ("entity.name.function", "function"),
        ("variable.function", "function"),
        ("support.function", "function"),
        ("entity.name.section", "function"),
        ("markup.heading", "function"),
        ("entity.name", "type"),
        ("entity.other.inherited-class", "type"),
        ("support.type", "type"),
        ("support.class", "type"),
        ("support.constant", "number"),
        ("variable.annotation", "attribute"),
        ("meta.annotation", "attribute"),
        ("markup.inserted", "inserted"),
        ("markup.deleted", "deleted"),
    ];
    named.into_iter().filter_map(|(scope, kind)| Some((Scope::new(scope).ok()?, kind))).collect()
});

/// What stands inside `<code>`; none for a language nobody here reads.
pub(super) fn coloured(language: &str, code: &str) -> Option<String> {
    let mut ink = Ink::new(syntax(language)?);
    for line in code.split_inclusive('\n') {
        if line.len() > WIDEST {
            return None;
        }
        ink.line(line)?;
    }
    Some(ink.finish())
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    let name = match language.to_ascii_lowercase().as_str() {
        "text" | "txt" | "plain" | "plaintext" | "none" => return None,
        "console" | "shell-session" | "shellsession" | "zsh" => "sh".to_owned(),
        "jsonc" | "json5" => "json".to_owned(),
        "golang" => "go".to_owned(),
        "csharp" => "cs".to_owned(),
        "docker" => "dockerfile".to_owned(),
        name => name.to_owned(),
    };
    SYNTAXES.find_syntax_by_token(&name).filter(|syntax| syntax.name != "Plain Text")
}

/// Writes words in the class of their kind.
struct Ink {
    parser: ParseState,
    scopes: ScopeStack,
    html: String,
    /// The kind of the words being written.
    kind: Option<&'static str>,
}

impl Ink {
    fn new(syntax: &SyntaxReference) -> Self {
        Self { parser: ParseState::new(syntax), scopes: ScopeStack::new(), html: String::new(), kind: None }
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let operations = self.parser.parse_line(line, &SYNTAXES).ok()?;
        let mut done = 0;
        for (at, operation) in operations {
            self.words(line.get(done..at)?);
            done = at;
            self.scopes.apply(&operation).ok()?;
        }
        self.words(line.get(done..)?);
        Some(())
    }

    fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if !words.trim().is_empty() {
            self.turn(kind(&self.scopes));
        }
        escape::push(&mut self.html, words);
    }

    fn turn(&mut self, kind: Option<&'static str>) {
        if kind == self.kind {
            return;
        }
        if self.kind.is_some() {
            self.html.push_str("</span>");
        }
        if let Some(kind) = kind {
            self.html.push_str("<span class=\"code-");
            self.html.push_str(kind);
            self.html.push_str("\">");
        }
        self.kind = kind;
    }

    fn finish(mut self) -> String {
        self.turn(None);
        self.html
    }
}

/// The kind of the innermost scope that has one.
fn kind(scopes: &ScopeStack) -> Option<&'static str> {
    scopes.as_slice().iter().rev().find_map(|scope| {
        let found = KINDS.iter().find(|(begins, _)| begins.is_prefix_of(*scope));
        found.map(|(_, kind)| *kind)
    })
}

//! Two texts made of one, joined line by line; where lines are in conflict, by their sentences, and those by their
//! words. A Korean paragraph is one long line: two who changed different sentences of it are not in each other's way.

use std::ops::Range;

use crate::difference::token::{Edit, Tokens, edits};

/// Some words of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// They stand.
    Agreed(String),
    /// Both changed them, each to something else.
    Conflict {
        /// What both began from.
        base: String,
        /// What I made of it.
        mine: String,
        /// What they made of it.
        theirs: String,
    },
}

/// What becomes of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// My words.
    Mine,
    /// Theirs.
    Theirs,
    /// Mine, then theirs.
    Both,
}

impl Choice {
    /// By its word in a form.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "mine" => Some(Self::Mine),
            "theirs" => Some(Self::Theirs),
            "both" => Some(Self::Both),
            _ => None,
        }
    }
}

/// How a text is cut, and what between two changes keeps them apart.
struct Level {
    cut: for<'a> fn(&'a str) -> Tokens<'a>,
    parts: fn(&str) -> bool,
}

const LINES: Level = Level { cut: |text| Tokens::lines(text), parts: |_| true };
const SENTENCES: Level = Level { cut: |text| Tokens::sentences(text), parts: |_| true };
/// A word that neither touched stands between two changes, or the end of a line.
const WORDS: Level = Level {
    cut: |text| Tokens::words(text),
    parts: |between| between.contains(|one: char| one.is_alphanumeric() || one == '\n'),
};

/// Joins what two made of `base`.
pub fn passages(base: &str, mine: &str, theirs: &str) -> Vec<Passage> {
    // What is the same on two sides needs no comparison, and stays as it is to the byte.
    if mine == theirs || base == theirs {
        return agreed(mine);
    }
    if base == mine {
        return agreed(theirs);
    }
    let mut found = Passages::default();
    let closed = |text: &str| if text.is_empty() || text.ends_with('\n') { text.into() } else { format!("{text}\n") };
    for line in LINES.joined(&closed(base), &closed(mine), &closed(theirs)) {
        match line {
            Passage::Conflict { base, mine, theirs } => by_sentence(&base, &mine, &theirs, &mut found),
            agreed @ Passage::Agreed(_) => found.push(agreed),
        }
    }
    let ends = [base, mine, theirs].map(|text| text.is_empty() || text.ends_with('\n'));
    if !(if ends[1] == ends[0] { ends[2] } else { ends[1] }) {
        found.drop_last_line_feed();
    }
    found.0
}

fn by_sentence(base: &str, mine: &str, theirs: &str, found: &mut Passages) {
    for sentence in SENTENCES.joined(base, mine, theirs) {
        match sentence {
            Passage::Conflict { base, mine, theirs } => found.push(by_word(base, mine, theirs)),
            agreed @ Passage::Agreed(_) => found.push(agreed),
        }
    }
}

/// Joined if every word allows it; else the sentences are decided about whole.
fn by_word(base: String, mine: String, theirs: String) -> Passage {
    if keeps(1, 2, &base, &mine) && keeps(1, 2, &base, &theirs) {
        let words = WORDS.joined(&base, &mine, &theirs);
        let agreed = words.into_iter().map(|word| match word {
            Passage::Agreed(text) => Some(text),
            Passage::Conflict { .. } => None,
        });
        if let Some(joined) = agreed.collect::<Option<String>>() {
            return Passage::Agreed(joined);
        }
    }
    Passage::Conflict { base, mine, theirs }
}

/// Whether a text still says some part of what it said: sentences written anew are not mixed with anybody's.
fn keeps(part: usize, of: usize, base: &str, side: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|one| one.is_alphanumeric()).count();
    let (before, after) = (Tokens::words(base), Tokens::words(side));
    let gone: usize = edits(&before, &after).into_iter().map(|edit| letters(before.text(edit.old))).sum();
    gone * of <= letters(base) * (of - part)
}

impl Level {
    /// The classical way (diff3): what differs from the base on either side, with differences that touch taken as one.
    fn joined(&self, base: &str, mine: &str, theirs: &str) -> Vec<Passage> {
        let (base, mine, theirs) = ((self.cut)(base), (self.cut)(mine), (self.cut)(theirs));
        let (mut ours, mut others) = (Side::new(&base, &mine), Side::new(&base, &theirs));
        let mut found = Passages::default();
        let mut at = 0;
        while let Some(start) = [ours.next(), others.next()].into_iter().flatten().min() {
            found.push(Passage::Agreed(base.text(at..start).into()));
            let (from, others_from) = (ours.at(start), others.at(start));
            let mut end = start;
            let touches = |end: usize, next: usize| next <= end || !(self.parts)(base.text(end..next));
            while let Some(to) = ours.take(|next| touches(end, next)).or_else(|| others.take(|next| touches(end, next)))
            {
                end = end.max(to);
            }
            let place = [(&base, start..end), (&mine, from..ours.at(end)), (&theirs, others_from..others.at(end))];
            for passage in decided_about(&place) {
                found.push(passage);
            }
            at = end;
        }
        found.push(Passage::Agreed(base.text(at..base.len()).into()));
        found.0
    }
}

/// Some tokens of base, mine and theirs. Where each of them is still the same sentence or line, told anew, they are
/// decided about one by one.
fn decided_about(place: &[(&Tokens<'_>, Range<usize>); 3]) -> Vec<Passage> {
    let texts = |at: Option<usize>| {
        place.each_ref().map(|(tokens, range)| match at {
            Some(at) => tokens.text(range.start + at..range.start + at + 1),
            None => tokens.text(range.clone()),
        })
    };
    let [base, mine, theirs] = texts(None);
    let whole = decided(base, mine, theirs);
    let [count, others @ ..] = place.each_ref().map(|(_, range)| range.len());
    if matches!(whole, Passage::Agreed(_)) || count < 2 || others != [count; 2] {
        return vec![whole];
    }
    let each: Vec<_> = (0..count).map(|at| texts(Some(at))).collect();
    if each.iter().any(|[base, mine, theirs]| !keeps(1, 3, base, mine) || !keeps(1, 3, base, theirs)) {
        return vec![whole];
    }
    each.into_iter().map(|[base, mine, theirs]| decided(base, mine, theirs)).collect()
}

fn decided(base: &str, mine: &str, theirs: &str) -> Passage {
    if mine == theirs || theirs == base {
        Passage::Agreed(mine.into())
    } else if mine == base {
        Passage::Agreed(theirs.into())
    } else {
        Passage::Conflict { base: base.into(), mine: mine.into(), theirs: theirs.into() }
    }
}

/// One side's differences, as they are gone through.
struct Side {
    edits: std::iter::Peekable<std::vec::IntoIter<Edit>>,
    /// Where base and side stood after the last difference that was taken.
    passed: (usize, usize),
}

impl Side {
    fn new(base: &Tokens<'_>, side: &Tokens<'_>) -> Self {
        Self { edits: edits(base, side).into_iter().peekable(), passed: (0, 0) }
    }

    /// Where the next difference begins in the base.
    fn next(&mut self) -> Option<usize> {
        self.edits.peek().map(|edit| edit.old.start)
    }

    /// Takes the next difference if it fits, and gives where it ends in the base.
    fn take(&mut self, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let Edit { old: Range { end, .. }, new } = self.edits.next_if(|edit| fits(edit.old.start))?;
        self.passed = (end, new.end);
        Some(end)
    }

    /// What stands here where `base` stands there, behind all differences taken so far.
    fn at(&self, base: usize) -> usize {
        self.passed.1 + (base - self.passed.0)
    }
}

fn agreed(text: &str) -> Vec<Passage> {
    let mut found = Passages::default();
    found.push(Passage::Agreed(text.into()));
    found.0
}

#[derive(Default)]
struct Passages(Vec<Passage>);

impl Passages {
    fn push(&mut self, passage: Passage) {
        match (self.0.last_mut(), passage) {
            (_, Passage::Agreed(text)) if text.is_empty() => {}
            (Some(Passage::Agreed(before)), Passage::Agreed(text)) => before.push_str(&text),
            (_, passage) => self.0.push(passage),
        }
    }

    fn drop_last_line_feed(&mut self) {
        let drop = |text: &mut String| {
            if text.ends_with('\n') {
                text.pop();
            }
        };
        match self.0.last_mut() {
            Some(Passage::Agreed(text)) => drop(text),
            Some(Passage::Conflict { base, mine, theirs }) => [base, mine, theirs].into_iter().for_each(drop),
            None => {}
        }
    }
}

/// The words, if every conflict is decided.
pub(super) fn chosen(passages: &[Passage], choose: impl Fn(&str) -> Option<Choice>) -> Option<String> {
    let mut words = String::new();
    let mut number = 0;
    for passage in passages {
        match passage {
            Passage::Agreed(text) => words.push_str(text),
            Passage::Conflict { mine, theirs, .. } => {
                number += 1;
                match choose(&format!("body-{number}"))? {
                    Choice::Mine => words.push_str(mine),
                    Choice::Theirs => words.push_str(theirs),
                    Choice::Both => words.push_str(&both(&words, mine, theirs)),
                }
            }
        }
    }
    Some(words)
}

/// One after the other: as lines where they begin a line, else as sentences.
fn both(before: &str, mine: &str, theirs: &str) -> String {
    let apart = if mine.is_empty() || theirs.is_empty() || mine.ends_with(char::is_whitespace) {
        ""
    } else if before.is_empty() || before.ends_with('\n') {
        "\n"
    } else {
        " "
    };
    format!("{mine}{apart}{theirs}")
}

//! Formulas as `MathML`. A formula that cannot be read whole is none: it is shown as it was typed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Event, Parser, Storage, push_mathml};

/// Bytes of a formula.
const LONGEST: usize = 4_096;
/// How deep braces nest.
const DEEPEST: usize = 64;
/// What makes words of a formula's own, which can grow without bounds.
const DEFINITIONS: [&str; 6] = ["\\def", "\\gdef", "\\edef", "\\xdef", "\\let", "\\newcommand"];

/// The elements that may come of a formula, those of `MathML` Core among them.
const ELEMENTS: [&str; 30] = [
    "maction",
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
    "semantics",
    "mlabeledtr",
];
/// Their attributes. Styles are left out: pages take none that are not in their style sheet.
const ATTRIBUTES: [&str; 33] = [
    "accent",
    "accentunder",
    "class",
    "columnalign",
    "columnlines",
    "columnspacing",
    "depth",
    "dir",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathsize",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "rowlines",
    "rowspacing",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
    "xmlns",
    "columnspan",
];

/// A `<math>` element.
pub(super) fn mathml(display: bool, formula: &str) -> Option<String> {
    if formula.trim().is_empty() || formula.len() > LONGEST || is_too_deep(formula) || defines(formula) {
        return None;
    }
    // The converter is young, and a formula is not worth a post.
    let converted = catch_unwind(AssertUnwindSafe(|| converted(display, formula))).ok()??;
    known(&converted)
}

fn converted(display: bool, formula: &str) -> Option<String> {
    let storage = Storage::new();
    let events: Vec<_> = Parser::new(formula, &storage).collect::<Result<_, _>>().ok()?;
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let mut mathml = String::new();
    let events = events.into_iter().map(Ok::<Event<'_>, std::convert::Infallible>);
    push_mathml(&mut mathml, events, RenderConfig { display_mode, ..RenderConfig::default() }).ok()?;
    Some(mathml)
}

fn defines(formula: &str) -> bool {
    DEFINITIONS.iter().any(|word| formula.contains(word))
        || formula.contains("\\renewcommand")
        || formula.contains("\\providecommand")
}

fn is_too_deep(formula: &str) -> bool {
    let mut depth = 0_usize;
    formula.bytes().any(|byte| {
        match byte {
            b'{' | b'[' | b'(' | b'^' | b'_' => depth += 1,
            b'}' | b']' | b')' | b' ' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    }) || formula.matches("\\begin").count() > DEEPEST
        || formula.matches("\\left").count() > DEEPEST
}

/// The same without styles, if it is balanced and holds only what we know.
fn known(mathml: &str) -> Option<String> {
    let mut kept = String::with_capacity(mathml.len());
    let mut open = Vec::new();
    let mut rest = mathml;
    while let Some(at) = rest.find('<') {
        kept.push_str(&rest[..at]);
        let end = at + rest[at..].find('>')?;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            (open.pop() == Some(name)).then_some(())?;
            kept.push_str("</");
            kept.push_str(name);
            kept.push('>');
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let name = element(tag, &mut kept)?;
        if is_empty {
            kept.push_str("</");
            kept.push_str(name);
            kept.push('>');
        } else {
            open.push(name);
        }
    }
    kept.push_str(rest);
    open.is_empty().then_some(kept)
}

/// Writes a start tag; its name comes back.
fn element<'t>(tag: &'t str, kept: &mut String) -> Option<&'t str> {
    let (name, mut attributes) = tag.trim_end().split_once(' ').unwrap_or((tag.trim_end(), ""));
    let name = ELEMENTS.contains(&name).then_some(name)?;
    kept.push('<');
    kept.push_str(name);
    while let Some((attribute, rest)) = attributes.trim_start().split_once("=\"") {
        let (value, rest) = rest.split_once('"')?;
        attributes = rest;
        if attribute == "style" {
            continue;
        }
        ATTRIBUTES.contains(&attribute).then_some(())?;
        kept.push(' ');
        kept.push_str(attribute);
        kept.push_str("=\"");
        kept.push_str(value);
        kept.push('"');
    }
    attributes.trim().is_empty().then_some(())?;
    kept.push('>');
    Some(name)
}

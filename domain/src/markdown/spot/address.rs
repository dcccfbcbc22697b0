//! Bare addresses, as GitHub reads them (GFM §6.9), but that they end where Hangul begins: `https://example.com을`.

use std::ops::Range;

use super::{Spot, end_of, is_inside};
use crate::markdown::hangul::is_unspaced;

/// The most bytes of what stands before the `@` of a mail address, and of what stands after it (RFC 5321 §4.5.3.1).
const LOCAL: usize = 64;
const DOMAIN: usize = 255;

/// Reads the address whose scheme ends at a colon.
pub(super) fn read(text: &str, from: usize, colon: usize) -> Option<(Range<usize>, Spot)> {
    let rest = text[colon..].strip_prefix("://")?;
    let before = &text[from..colon];
    let ends_in = |scheme: &str| {
        let at = before.len().checked_sub(scheme.len())?;
        before.get(at..).filter(|word| word.eq_ignore_ascii_case(scheme)).map(|_| from + at)
    };
    let start = ends_in("https").or_else(|| ends_in("http"))?;
    let is_word = text[..start].chars().next_back().is_some_and(|one| one.is_ascii_alphanumeric());
    let begins = rest.starts_with(|one: char| one.is_alphanumeric() && !is_unspaced(one)) || rest.starts_with('[');
    if is_word || !begins {
        return None;
    }
    let end = meant_end(text, colon + 3);
    (end > colon + 3).then_some((start..end, Spot::Address))
}

/// Reads an address that begins with `www.` and has another dot.
pub(super) fn www(text: &str, at: usize) -> Option<(Range<usize>, Spot)> {
    if !text.get(at..at + 4)?.eq_ignore_ascii_case("www.") || is_inside(text, at) {
        return None;
    }
    let end = meant_end(text, at + 4);
    let host = &text[at + 4..end];
    let host = &host[..host.find(['/', '?', '#', ':']).unwrap_or(host.len())];
    let is_host = host.contains('.') && host.split('.').all(|label| label.starts_with(char::is_alphanumeric));
    is_host.then_some((at..end, Spot::Bare))
}

/// Reads the mail address around an `@`.
pub(super) fn mail(text: &str, from: usize, at: usize) -> Option<(Range<usize>, Spot)> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._+-".contains(byte);
    let length = text.as_bytes()[from..at].iter().rev().take(LOCAL + 1).take_while(|byte| is_local(byte)).count();
    let local = &text[at - length..at];
    let skipped = local.len() - local.trim_start_matches('.').len();
    let start = at - length + skipped;
    if start == at || length > LOCAL {
        return None;
    }
    let is_domain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let domain = text.as_bytes()[at + 1..].iter().take(DOMAIN).take_while(|byte| is_domain(byte)).count();
    let domain = text[at + 1..at + 1 + domain].trim_end_matches(['.', '-']);
    let is_whole = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
    let ends_well = domain.ends_with(|one: char| one.is_ascii_alphabetic());
    (is_whole && ends_well).then(|| (start..at + 1 + domain.len(), Spot::Mail))
}

/// Where an address ends as people mean it: before Hangul, and without the marks that close a sentence or a bracket.
fn meant_end(text: &str, from: usize) -> usize {
    let is_part = |one: char| {
        !one.is_whitespace()
            && !one.is_control()
            && !is_unspaced(one)
            && !"<>\"`「」『』《》〈〉、。，”’“‘…".contains(one)
    };
    let address = &text[from..end_of(text, from, is_part)];
    let mut open = [('(', ')'), ('[', ']'), ('{', '}')].map(|(opens, closes)| {
        (closes, address.matches(closes).count().saturating_sub(address.matches(opens).count()))
    });
    let mut kept = address;
    while let Some(last) = kept.chars().next_back() {
        let extra = open.iter_mut().find(|(closes, extra)| *closes == last && *extra > 0);
        let goes = match extra {
            Some((_, extra)) => {
                *extra -= 1;
                true
            }
            None => "?!.,:;*_~'|".contains(last),
        };
        if !goes {
            break;
        }
        kept = &kept[..kept.len() - last.len_utf8()];
    }
    from + kept.len()
}

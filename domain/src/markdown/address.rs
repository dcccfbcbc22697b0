//! Where a link or an image may lead.

/// An address with a scheme we let through, written so that a browser reads it as we did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// Relative to this house.
    Inside(String),
    /// `http`, `https`, or `//host`.
    Outside(String),
    /// `mailto`.
    Mail(String),
}

impl Address {
    /// None for every other scheme.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let address = legible(typed);
        let bare: String = address.replace("%20", "");
        let (scheme, _) = bare.split_at(bare.find(['/', '?', '#']).unwrap_or(bare.len()));
        let scheme = scheme.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        match scheme.as_deref() {
            Some("http" | "https") => Some(Self::Outside(address)),
            Some("mailto") => Some(Self::Mail(address)),
            Some(_) => None,
            None if leaves(&bare) => Some(Self::Outside(address)),
            None => Some(Self::Inside(address)),
        }
    }

    /// As an attribute's value, not yet escaped.
    pub(crate) fn as_str(&self) -> &str {
        let (Self::Inside(address) | Self::Outside(address) | Self::Mail(address)) = self;
        address
    }
}

/// Without what browsers skip (control and invisible characters), so that `java\tscript:` has no hiding place.
fn legible(typed: &str) -> String {
    let mut address = String::with_capacity(typed.len());
    for one in typed.trim().chars() {
        match one {
            ' ' => address.push_str("%20"),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
            one if one.is_control() || one.is_whitespace() => {}
            one => address.push(one),
        }
    }
    address
}

/// Whether a relative address names a host: browsers read `\` as `/`.
fn leaves(address: &str) -> bool {
    let mut first = address.chars();
    matches!((first.next(), first.next()), (Some('/' | '\\'), Some('/' | '\\')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_kinds_of_address_are_let_through() {
        for typed in ["https://example.com/a?b=c:d", "HTTP://example.com", "//example.com", "/\\example.com"] {
            assert_eq!(Address::parse(typed), Some(Address::Outside(typed.into())), "{typed}");
        }
        for typed in ["/posts/12", "#h-시작", "사진.png", "?q=a:b", "./a:b", ""] {
            assert_eq!(Address::parse(typed), Some(Address::Inside(typed.into())), "{typed}");
        }
        assert!(matches!(Address::parse("mailto:haneul@example.com"), Some(Address::Mail(_))));
    }

    #[test]
    fn a_scheme_cannot_hide() {
        for typed in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "java script:alert(1)",
            "java\u{200b}script:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "a:b",
            ":x",
        ] {
            assert_eq!(Address::parse(typed), None, "{typed:?}");
        }
    }
}

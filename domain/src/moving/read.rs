//! Bytes as text: UTF-8, UTF-16 with its mark, or what Korean programs wrote before.

use encoding_rs::{EUC_KR, Encoding as Coding, UTF_8};

use super::left::Left;
use crate::post::Body;

/// How a text was coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// As everything is today; UTF-16 with a mark of its own too.
    Unicode,
    /// CP949, as old Korean notes are.
    Korean,
}

/// Of a name or a text: what it says, and how it was coded.
pub(super) fn decoded(bytes: &[u8]) -> Option<(String, Encoding)> {
    if let Some((coding, mark)) = Coding::for_bom(bytes) {
        let text = coding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
        return Some((text.into_owned(), Encoding::Unicode));
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Some((text.into_owned(), Encoding::Unicode));
    }
    let text = EUC_KR.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some((text.into_owned(), Encoding::Korean))
}

/// A name in an archive, whatever it was coded in: few programs say it right. None when it is in no coding that we know.
pub fn name(bytes: &[u8]) -> Option<String> {
    decoded(bytes).map(|(name, _)| name)
}

/// A file as text with line feeds at its lines' ends.
///
/// # Errors
/// [`Left::TooBig`], [`Left::NotText`] or [`Left::Empty`].
pub(super) fn text(bytes: &[u8]) -> Result<(String, Encoding), Left> {
    /// Front matter comes on top of a body.
    const MOST: usize = 2 * Body::LIMIT;
    match bytes.len() {
        0 => return Err(Left::Empty),
        length if length > MOST => return Err(Left::TooBig),
        _ => {}
    }
    let (text, encoding) = decoded(bytes).ok_or(Left::NotText)?;
    if text.contains('\0') {
        return Err(Left::NotText);
    }
    Ok((text.replace("\r\n", "\n").replace('\r', "\n"), encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_korean_notes_are_read_and_noise_is_not() {
        let (bytes, _, _) = EUC_KR.encode("회고를 씁니다");
        assert_eq!(text(&bytes), Ok(("회고를 씁니다".into(), Encoding::Korean)));
        assert_eq!(text("\u{FEFF}회고\r\n".as_bytes()), Ok(("회고\n".into(), Encoding::Unicode)));
        assert_eq!(text(&[0xFF, 0xFE, 0x8C, 0xD6]), Ok(("회".into(), Encoding::Unicode)));
        assert_eq!(text(&[0xFF, 0x00, 0x80]), Err(Left::NotText));
        assert_eq!(text(b"a\0b"), Err(Left::NotText));
        assert_eq!(text(b""), Err(Left::Empty));
    }
}

//! Ten codes on paper, each good for once.

use std::fmt;

use domain::id::MemberId;
use domain::problem::Why;
use unicode_normalization::UnicodeNormalization;

use crate::Secret;

/// Crockford's base 32 without letters that look like digits, and without `u`; in small letters.
const SYMBOLS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Bits that a symbol holds.
const BITS: usize = 5;
/// Random bytes of a code: 80 bits, so that guessing is hopeless and a fast hash will do.
const BYTES: usize = 10;
/// Symbols of a code.
const LENGTH: usize = BYTES * 8 / BITS;
/// Symbols between two dashes.
const GROUP: usize = 4;

/// The ten recovery codes that a member is given at once; they replace those they had.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RecoveryCodes;

impl RecoveryCodes {
    /// Fresh ones, from the system's randomness.
    pub(crate) fn random() -> [RecoveryCode; 10] {
        std::array::from_fn(|_| RecoveryCode(rand::random()))
    }
}

/// A code that stands once for the authenticator app.
#[derive(Clone)]
pub(crate) struct RecoveryCode([u8; BYTES]);

impl RecoveryCode {
    /// As typed: case, spaces and dashes do not matter, `o` is 0, `i` and `l` are 1.
    ///
    /// # Errors
    /// [`Why::WrongCode`].
    pub(crate) fn parse(typed: &str) -> Result<Self, Why> {
        let symbols = typed.nfkc().filter(|one| !is_between(*one)).take(LENGTH + 1);
        let values = symbols.map(value).collect::<Option<Vec<u128>>>().ok_or(Why::WrongCode)?;
        if values.len() != LENGTH {
            return Err(Why::WrongCode);
        }
        let bits = values.into_iter().fold(0, |bits, value| bits << BITS | value);
        let mut bytes = [0; BYTES];
        bytes.copy_from_slice(&bits.to_be_bytes()[size_of::<u128>() - BYTES..]);
        Ok(Self(bytes))
    }

    /// As a member writes it down: `xxxx-xxxx-xxxx-xxxx`.
    pub(crate) fn to_text(&self) -> String {
        let bits = self.0.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut text = String::with_capacity(LENGTH + LENGTH / GROUP);
        for place in 0..LENGTH {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            let value = bits >> ((LENGTH - 1 - place) * BITS) & 31;
            text.push(char::from(SYMBOLS[value as usize]));
        }
        text
    }

    /// What the database keeps of a member's code: without the secret nobody can search for it.
    pub(crate) fn keyed_hash(&self, secret: &Secret, member: MemberId) -> Vec<u8> {
        secret.keyed_hash(format!("recovery code of member {member} {}", self.to_text()).as_bytes()).to_vec()
    }
}

/// White space, or one of the dashes that keyboards and word processors make.
fn is_between(one: char) -> bool {
    one.is_whitespace() || matches!(one, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value(symbol: char) -> Option<u128> {
    let symbol = match symbol.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    SYMBOLS.iter().zip(0..).find(|(known, _)| char::from(**known) == symbol).map(|(_, value)| value)
}

/// Says nothing.
impl fmt::Debug for RecoveryCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const SECRET: Secret = Secret::new([7; 32]);

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        let code = RecoveryCode([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
        assert_eq!(code.to_text(), "0123-4567-89ab-cdef");
        for typed in [
            "0123-4567-89ab-cdef",
            "0123456789abcdef",
            " OI23 4567 89AB CDEF\n",
            "ol23—4567–89ab−cdef",
            "０１２３－４５６７－８９ａｂ－ｃｄｅｆ",
        ] {
            assert_eq!(RecoveryCode::parse(typed).map(|code| code.to_text()), Ok(code.to_text()), "{typed}");
        }
        for wrong in
            ["", "0123-4567-89ab-cde", "0123-4567-89ab-cdef-0", "0123-4567-89ab-cdeu", "0123_4567_89ab_cdef", "가"]
        {
            assert_eq!(RecoveryCode::parse(wrong).map(|code| code.to_text()), Err(Why::WrongCode), "{wrong}");
        }
    }

    #[test]
    fn codes_are_all_different_and_come_back_from_paper() {
        let codes: Vec<_> = (0..100).flat_map(|_| RecoveryCodes::random()).map(|code| code.to_text()).collect();
        assert_eq!(codes.iter().collect::<HashSet<_>>().len(), 1000);
        for code in codes {
            assert_eq!(RecoveryCode::parse(&code).unwrap().to_text(), code);
        }
    }

    #[test]
    fn a_hash_is_of_one_house_one_member_and_one_code() {
        let [code, other, ..] = RecoveryCodes::random();
        let hash = code.keyed_hash(&SECRET, MemberId(1));
        assert_eq!(hash.len(), 32);
        assert_eq!(RecoveryCode::parse(&code.to_text()).unwrap().keyed_hash(&SECRET, MemberId(1)), hash);
        assert_ne!(code.keyed_hash(&SECRET, MemberId(2)), hash);
        assert_ne!(code.keyed_hash(&Secret::new([8; 32]), MemberId(1)), hash);
        assert_ne!(other.keyed_hash(&SECRET, MemberId(1)), hash);
    }

    #[test]
    fn a_code_is_never_shown_by_accident() {
        assert_eq!(format!("{:?}", RecoveryCode([7; BYTES])), "RecoveryCode(…)");
    }
}

//! A person with a sign-in: roles, names, addresses, passwords.

use std::fmt;

use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization;

mod commonest_passwords; // those that are guessed first
mod handle; // what a member is called after `@`

pub use handle::Handle;
#[cfg(feature = "ornaments")]
pub(crate) use handle::fold;

use crate::id::MemberId;
use crate::language::Language;
use crate::problem::{Why, line};
use crate::schedule::Zone;
use crate::theme::Theme;
use crate::word::word;

word! {
    /// What a member may do; see [`crate::access`].
    Role {
        /// Holds the house: everything an admin may.
        Owner = "owner",
        /// Looks after the house.
        Admin = "admin",
        /// Writes and reads.
        Member = "member",
        /// Left the team: keeps authorship, sees only what they wrote.
        Alumni = "alumni",
    }
}

/// A person with a sign-in.
#[derive(Debug, Clone)]
pub struct Member {
    /// Their number.
    pub id: MemberId,
    /// What colleagues call them.
    pub name: Name,
    /// What they are called after `@`.
    pub handle: Handle,
    /// How they are named on the blog; none: they are not.
    pub outside_name: Option<OutsideName>,
    /// Where mail reaches them, and what they sign in with.
    pub email: EmailAddress,
    /// What they may do.
    pub role: Role,
    /// The language they read in.
    pub language: Language,
    /// The zone their dates are in.
    pub zone: Zone,
    /// The colours they read in.
    pub theme: Theme,
    /// When the digest comes, by their clock.
    pub digest_hour: DigestHour,
    /// When they set the picture they have; none for initials.
    pub picture_at: Option<Timestamp>,
}

/// What colleagues call a member: 1 to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    const LIMIT: usize = 80;

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        line(typed, Self::LIMIT).map(Self)
    }

    /// As people see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Two letters for a face without a picture: the given name's two syllables for a Hangul name
    /// of three, else the first letters of the first two words.
    pub fn initials(&self) -> String {
        let letters: Vec<char> = self.0.chars().filter(|one| !one.is_whitespace()).collect();
        if letters.iter().all(|one| ('가'..='힣').contains(one)) {
            return letters[letters.len().saturating_sub(2)..].iter().collect();
        }
        self.0.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
    }
}

/// How a member is named outside the house, on the blog: 1 to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideName(String);

impl OutsideName {
    const LIMIT: usize = 80;

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        line(typed, Self::LIMIT).map(Self)
    }

    /// As readers see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The full hour from which a member's digest is sent, on their own clock: 0 to 23.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DigestHour(u8);

impl DigestHour {
    const LAST: u8 = 23;

    /// Reads the number as a form sends it and a column keeps it.
    ///
    /// # Errors
    /// [`Why::UnknownChoice`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let hour = typed.trim().parse().map_err(|_| Why::UnknownChoice)?;
        if hour <= Self::LAST { Ok(Self(hour)) } else { Err(Why::UnknownChoice) }
    }

    /// Every hour of the day, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::LAST).map(Self)
    }

    /// Hours since midnight.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Nine in the morning.
impl Default for DigestHour {
    fn default() -> Self {
        Self(9)
    }
}

/// A mail address (RFC 5321 §4.1.2), in lower case so that one person has one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    const LIMIT: usize = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::NotAnAddress`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let address = line(typed, Self::LIMIT)?.to_lowercase();
        let options = email_address::Options::default().without_display_text().without_domain_literal();
        email_address::EmailAddress::parse_with_options(&address, options).map_err(|_| Why::NotAnAddress)?;
        Ok(Self(address))
    }

    /// The address itself, for an envelope or a form; never for a log.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Shows `k…@example.com`: a log never holds a whole address.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (local, host) = self.0.split_once('@').unwrap_or((&self.0, ""));
        write!(out, "{}…@{host}", local.chars().next().unwrap_or('?'))
    }
}

/// A password as typed: 8 to 128 characters, any character, no composition rules (ASVS 5.0 6.2).
#[derive(Clone)]
pub struct Password(String);

impl Password {
    const FEWEST: usize = 8;
    const MOST: usize = 128;

    /// A password to be set: none of the commonest (ASVS 5.0 6.2.4).
    ///
    /// # Errors
    /// [`Why::TooCommon`], and what [`Password::tried`] refuses.
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let password = Self::tried(typed)?;
        if commonest_passwords::is_common(&password.0) { Err(Why::TooCommon) } else { Ok(password) }
    }

    /// A password to be compared with one that was set, maybe before it became common. Normalised to NFC, so that a
    /// Mac's Hangul opens the same door as a phone's.
    ///
    /// # Errors
    /// [`Why::Empty`], [`Why::TooShort`] or [`Why::TooLong`].
    pub fn tried(typed: &str) -> Result<Self, Why> {
        let password: String = typed.nfc().collect();
        match password.chars().count() {
            0 => Err(Why::Empty),
            length if length < Self::FEWEST => Err(Why::TooShort { limit: Self::FEWEST }),
            length if length > Self::MOST => Err(Why::TooLong { limit: Self::MOST, length }),
            _ => Ok(Self(password)),
        }
    }

    /// The bytes to hash.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Says nothing.
impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case_and_never_shown_whole() {
        let address = EmailAddress::parse(" Jieun@Example.COM ").unwrap();
        assert_eq!(address.as_str(), "jieun@example.com");
        assert_eq!(format!("{address:?}"), "j…@example.com");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in ["jieun", "@example.com", "a b@example.com", "지은 <a@example.com>", "a@[127.0.0.1]"] {
            assert_eq!(EmailAddress::parse(typed), Err(Why::NotAnAddress), "{typed}");
        }
    }

    #[test]
    fn a_password_counts_characters_and_not_bytes() {
        assert!(Password::parse("일곱글자뿐이다").is_err());
        assert!(Password::parse("여덟글자입니다요").is_ok());
        assert_eq!(Password::parse(&"가".repeat(129)).unwrap_err(), Why::TooLong { limit: 128, length: 129 });
    }

    #[test]
    fn decomposed_hangul_is_the_same_password() {
        let composed = Password::parse("다시다시다시다시").unwrap();
        let decomposed: String = "다시다시다시다시".nfd().collect();
        assert_eq!(Password::parse(&decomposed).unwrap().as_bytes(), composed.as_bytes());
    }

    #[test]
    fn a_common_password_is_not_set_but_may_be_tried() {
        let decomposed: String = "비밀번호1234".nfd().collect();
        for typed in [
            "password1",
            "PassWord1",
            "1q2w3e4r",
            "qwer1234",
            "비밀번호1234",
            &decomposed,
            "dkssudgktpdy",
            "DKSSUDGKTPDY",
            "qlalfqjsgh",
            "tkfkdgo123",
        ] {
            assert_eq!(Password::parse(typed).unwrap_err(), Why::TooCommon, "{typed}");
            assert!(Password::tried(typed).is_ok(), "{typed}");
        }
        for typed in ["password-of-ada", "비밀번호는 여기 없어요", "again-and-again"] {
            assert!(Password::parse(typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn a_password_too_short_or_too_long_is_not_even_tried() {
        assert_eq!(Password::tried("").unwrap_err(), Why::Empty);
        assert_eq!(Password::tried("qwer123").unwrap_err(), Why::TooShort { limit: 8 });
        assert_eq!(Password::tried(&"가".repeat(129)).unwrap_err(), Why::TooLong { limit: 128, length: 129 });
    }

    #[test]
    fn an_outside_name_is_a_line_like_any_name() {
        assert_eq!(OutsideName::parse("  Jieun  ").unwrap().as_str(), "Jieun");
        assert_eq!(OutsideName::parse(" "), Err(Why::Empty));
        assert_eq!(OutsideName::parse(&"가".repeat(81)), Err(Why::TooLong { limit: 80, length: 81 }));
        assert_eq!(OutsideName::parse("지\u{7}은"), Err(Why::ControlCharacter));
    }

    #[test]
    fn a_digest_comes_at_an_hour_of_the_day() {
        assert_eq!(DigestHour::default().get(), 9);
        for hour in DigestHour::all() {
            assert_eq!(DigestHour::parse(&hour.get().to_string()), Ok(hour));
        }
        for typed in ["", "24", "-1", "9.5", "아홉", "256"] {
            assert_eq!(DigestHour::parse(typed), Err(Why::UnknownChoice), "{typed}");
        }
    }

    #[test]
    fn initials_are_a_given_name_or_first_letters() {
        assert_eq!(Name::parse("김지은").unwrap().initials(), "지은");
        assert_eq!(Name::parse("Ada King Lovelace").unwrap().initials(), "AK");
    }
}

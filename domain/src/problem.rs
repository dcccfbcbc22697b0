//! What is wrong with a field of a form. The words for it are in [`crate::text`].

use std::fmt;

use crate::upload::NotKept;

/// Why a field's value cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nothing was typed.
    Empty,
    /// Longer than `limit` characters.
    TooLong {
        /// The most characters.
        limit: usize,
        /// How many there are.
        length: usize,
    },
    /// Shorter than `limit` characters.
    TooShort {
        /// The fewest characters.
        limit: usize,
    },
    /// More than `limit` bytes of UTF-8.
    TooBig {
        /// The most bytes.
        limit: usize,
        /// How many there are.
        bytes: usize,
    },
    /// More than `limit` of them.
    TooMany {
        /// The most.
        limit: usize,
    },
    /// Holds a NUL byte or another control character.
    ControlCharacter,
    /// None of the choices offered.
    UnknownChoice,
    /// Not a day of the calendar, or not written as one.
    NotADate,
    /// Not a date and time of the calendar.
    NotATime,
    /// Ends before it starts.
    EndsBeforeStart,
    /// The moment has passed already.
    InThePast,
    /// Not a time zone of the IANA database.
    UnknownZone,
    /// Not an e-mail address (RFC 5321 §4.1.2).
    NotAnAddress,
    /// Another member has this address.
    AddressTaken,
    /// Not an address ending: small Latin letters, digits and single dashes.
    NotASlug,
    /// Address and password do not belong together.
    WrongSignIn,
    /// Not the member's present password.
    WrongPassword,
    /// Among the commonest passwords: guessed first.
    TooCommon,
    /// Not the code that the authenticator shows, or a recovery code that was used.
    WrongCode,
    /// Not the code that shows that an authenticator app has learnt its key.
    WrongFirstCode,
    /// Neither the member's password nor a code of theirs.
    WrongProof,
    /// Not a passkey of the member's, or not shown as it was asked for.
    WrongPasskey,
    /// Shown too late, or a second time.
    LatePasskey,
    /// It is a passkey here already.
    PasskeyTaken,
    /// Too many tries; the next is taken after so many seconds.
    TooManyTries {
        /// Until the next.
        seconds: u64,
    },
    /// Not a handle: letters, digits, `-` and `_`, beginning with a letter.
    NotAHandle,
    /// A handle that means everybody, or nobody.
    ReservedHandle,
    /// Another member has this handle, or one that looks like it (Unicode TS39).
    HandleTaken,
    /// Letters of scripts that are not written together, as an imitation would (Unicode TS39 §5).
    MixedScripts,
    /// No picture that we can read: PNG, JPEG, WebP or GIF.
    NotAPicture,
    /// More than so many million pixels.
    TooManyPixels {
        /// The most, in millions.
        megapixels: u32,
    },
    /// A picture that is shown and not there.
    NoSuchPicture,
    /// A file that there is no room for.
    NotKept(NotKept),
    /// The team would be left without an owner.
    LastOwner,
    /// The post would be left without an author.
    LastAuthor,
    /// Whoever leaves cannot hand over to themselves.
    ToThemselves,
    /// Whoever has this address is a member already.
    AlreadyMember,
    /// Not one word, as a tag is.
    NotATag,
    /// What the tag is called already.
    SameTag,
    /// Another tag has this name: the two would be one.
    TagTaken,
    /// Somebody saved the post since this text was begun.
    Stale,
    /// Places that two people changed are not decided yet: their marks were left.
    MarksLeft {
        /// Where the first is, from 1.
        line: usize,
    },
    /// An `:::internal` block is not closed, or a directive is unknown, on this line.
    Directive {
        /// Counted from 1.
        line: usize,
    },
    /// A Hugo shortcode in code that cannot be made harmless, on this line.
    Shortcode {
        /// Counted from 1.
        line: usize,
    },
}

impl Why {
    /// The word programs know it by, whatever the language.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
            Self::TooShort { .. } => "too_short",
            Self::TooBig { .. } => "too_big",
            Self::TooMany { .. } => "too_many",
            Self::ControlCharacter => "control_character",
            Self::UnknownChoice => "unknown_choice",
            Self::NotADate => "not_a_date",
            Self::NotATime => "not_a_time",
            Self::EndsBeforeStart => "ends_before_start",
            Self::InThePast => "in_the_past",
            Self::UnknownZone => "unknown_zone",
            Self::NotAnAddress => "not_an_address",
            Self::AddressTaken => "address_taken",
            Self::NotASlug => "not_a_slug",
            Self::WrongSignIn => "wrong_sign_in",
            Self::WrongFirstCode => "wrong_first_code",
            Self::WrongProof => "wrong_proof",
            Self::WrongPasskey => "wrong_passkey",
            Self::LatePasskey => "late_passkey",
            Self::PasskeyTaken => "passkey_taken",
            Self::WrongPassword => "wrong_password",
            Self::TooCommon => "too_common",
            Self::WrongCode => "wrong_code",
            Self::TooManyTries { .. } => "too_many_tries",
            Self::NotAHandle => "not_a_handle",
            Self::ReservedHandle => "reserved_handle",
            Self::HandleTaken => "handle_taken",
            Self::MixedScripts => "mixed_scripts",
            Self::NotAPicture => "not_a_picture",
            Self::TooManyPixels { .. } => "too_many_pixels",
            Self::NoSuchPicture => "no_such_picture",
            Self::NotKept(NotKept::Busy) => "busy",
            Self::NotKept(NotKept::DayIsFull) => "day_is_full",
            Self::NotKept(NotKept::NoRoom) => "no_room",
            Self::LastOwner => "last_owner",
            Self::LastAuthor => "last_author",
            Self::ToThemselves => "to_themselves",
            Self::AlreadyMember => "already_member",
            Self::NotATag => "not_a_tag",
            Self::SameTag => "same_tag",
            Self::TagTaken => "tag_taken",
            Self::Stale => "stale",
            Self::MarksLeft { .. } => "marks_left",
            Self::Directive { .. } => "directive",
            Self::Shortcode { .. } => "shortcode",
        }
    }
}

/// A field and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name in the form.
    pub field: &'static str,
    /// What is wrong.
    pub why: Why,
}

/// All that is wrong with a form; at most one problem a field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// One problem alone.
    pub fn one(field: &'static str, why: Why) -> Self {
        Self(vec![Problem { field, why }])
    }

    /// What is wrong with `field`, if anything.
    pub fn of(&self, field: &str) -> Option<&Why> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| &problem.why)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each problem, in the order the form was read.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// Keeps what is wrong with `field` and lets go of the value.
    pub fn take<T>(&mut self, field: &'static str, parsed: Result<T, Why>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(why) => {
                self.0.push(Problem { field, why });
                None
            }
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each: Vec<_> = self.0.iter().map(|one| format!("{}: {:?}", one.field, one.why)).collect();
        out.write_str(&each.join("; "))
    }
}

/// What may be said in a sentence or two on one line, or left out: line ends become spaces.
///
/// # Errors
/// [`Why::TooLong`] or [`Why::ControlCharacter`].
pub(crate) fn sentence(typed: &str, limit: usize) -> Result<Option<String>, Why> {
    match line(&typed.replace(['\r', '\n', '\t'], " "), limit) {
        Ok(text) => Ok(Some(text)),
        Err(Why::Empty) => Ok(None),
        Err(why) => Err(why),
    }
}

/// Typed words, made comparable: NFC (Unicode TR15), white space trimmed, 1 to `limit` characters, no control characters.
pub(crate) fn line(typed: &str, limit: usize) -> Result<String, Why> {
    use unicode_normalization::UnicodeNormalization;
    let line: String = typed.trim().nfc().collect();
    let length = line.chars().count();
    match length {
        0 => Err(Why::Empty),
        _ if line.chars().any(char::is_control) => Err(Why::ControlCharacter),
        _ if length > limit => Err(Why::TooLong { limit, length }),
        _ => Ok(line),
    }
}

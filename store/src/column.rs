//! What a column holds, as a value of the domain. What was stored by us and cannot be read back is
//! [`StoreError::Corrupt`]: someone else wrote it.

use domain::member::{EmailAddress, Name, OutsideName};
use domain::schedule::Zone;
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::StoreError;

/// Unix milliseconds UTC.
pub(crate) fn instant(milliseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| StoreError::Corrupt("an instant"))
}

/// Unix milliseconds UTC, or nothing.
pub(crate) fn maybe_instant(milliseconds: Option<i64>) -> Result<Option<Timestamp>, StoreError> {
    milliseconds.map(instant).transpose()
}

/// A wall clock (RFC 3339 without its offset).
pub(crate) fn local(text: &str) -> Result<DateTime, StoreError> {
    text.parse().map_err(|_| StoreError::Corrupt("a wall clock"))
}

/// A zone of the IANA database.
pub(crate) fn zone(name: &str) -> Result<Zone, StoreError> {
    Zone::parse(name).map_err(|_| StoreError::Corrupt("a zone"))
}

/// A member's name.
pub(crate) fn name(text: &str) -> Result<Name, StoreError> {
    Name::parse(text).map_err(|_| StoreError::Corrupt("a name"))
}

/// A name on the blog.
pub(crate) fn outside_name(text: &str) -> Result<OutsideName, StoreError> {
    OutsideName::parse(text).map_err(|_| StoreError::Corrupt("a name"))
}

/// A mail address.
pub(crate) fn email(text: &str) -> Result<EmailAddress, StoreError> {
    EmailAddress::parse(text).map_err(|_| StoreError::Corrupt("an address"))
}

/// A count or a place in a list, as SQL takes it.
pub(crate) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

//! The only reader of the time. Everything else is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Where the time comes from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// A clock that stands still until it is set, in Unix milliseconds: for tests, and for `dasi tick --now`.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still.
    pub fn fixed(at: Timestamp) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at.as_millisecond())))
    }

    /// Sets a clock that stands still; the system's clock goes its own way.
    pub fn set(&self, at: Timestamp) {
        if let Self::Fixed(now) = self {
            now.store(at.as_millisecond(), Ordering::Relaxed);
        }
    }

    /// The time, to the millisecond, which is what columns hold.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> Timestamp {
        let milliseconds = match self {
            Self::System => Timestamp::now().as_millisecond(),
            Self::Fixed(now) => now.load(Ordering::Relaxed),
        };
        Timestamp::from_millisecond(milliseconds).unwrap_or_default()
    }
}

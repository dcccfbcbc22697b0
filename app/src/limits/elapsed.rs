//! Time that never runs backwards: what passed on the house's clock since the start.

use std::sync::{Arc, Mutex, PoisonError};

use governor::nanos::Nanos;
use store::Clock;

/// What `governor` counts by. The house's clock may be set back: no time passes then until it goes on,
/// so that nobody waits for an hour to come round twice.
#[derive(Debug, Clone)]
pub(super) struct Elapsed(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    clock: Clock,
    /// The clock's last word in Unix milliseconds, and the milliseconds that have passed till then.
    last: Mutex<(i64, u64)>,
}

impl Elapsed {
    /// Begins at nothing.
    pub(super) fn new(clock: Clock) -> Self {
        let last = Mutex::new((clock.now().as_millisecond(), 0));
        Self(Arc::new(Inner { clock, last }))
    }

    fn milliseconds(&self) -> u64 {
        let mut last = self.0.last.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.0.clock.now().as_millisecond();
        let passed = now.saturating_sub(last.0).try_into().unwrap_or(0);
        *last = (now, last.1.saturating_add(passed));
        last.1
    }
}

/// The longest time that is counted, a century: sums of two never overflow, which is at 584 years.
const MOST_NANOSECONDS: u64 = 100 * 365 * 24 * 3600 * 1_000_000_000;

impl governor::clock::Clock for Elapsed {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        self.milliseconds().saturating_mul(1_000_000).min(MOST_NANOSECONDS).into()
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::Clock as _;
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn a_clock_set_back_costs_nobody_more_than_its_own_time() {
        let clock = Clock::fixed(Timestamp::from_second(1000).unwrap());
        let elapsed = Elapsed::new(clock.clone());
        let seconds = |at| {
            clock.set(at);
            elapsed.now().as_u64() / 1_000_000_000
        };
        assert_eq!(seconds(Timestamp::from_second(1010).unwrap()), 10);
        assert_eq!(seconds(Timestamp::from_second(10).unwrap()), 10);
        assert_eq!(seconds(Timestamp::from_second(15).unwrap()), 15);
        assert_eq!(seconds(Timestamp::MIN), 15);
        assert_eq!(seconds(Timestamp::MAX), MOST_NANOSECONDS / 1_000_000_000);
        assert_eq!(seconds(Timestamp::MIN), MOST_NANOSECONDS / 1_000_000_000);
    }
}

//! Tries at once and tries over time, per key, in bounded memory.

use std::hash::{BuildHasher, Hash, RandomState};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::Wait;
use super::elapsed::Elapsed;

/// With more keys than this, those that are full again are forgotten.
const SWEEP_FROM: usize = 10_000;
/// A sweep reads every key, so there is one in so many tries at most.
pub(super) const SWEEP_EVERY: u32 = 1000;
/// What was crowded a minute ago may not be by now, however few have tried since. In nanoseconds.
const SWEEP_AGAIN: u64 = 60_000_000_000;
/// In a flood of keys that are still in use, new ones share so many places. Sharing refuses too often
/// rather than too seldom, and passwords of more people a minute than this could not be checked anyway.
const SHARED: u64 = 1 << 14;
/// The most keys that are ever kept.
#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "a small constant")]
pub(super) const MOST_KEYS: usize = SWEEP_FROM + 1 + SHARED as usize;

/// How many tries at once, and how many over time after that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rate(Quota);

impl Rate {
    /// `burst` at once, then `often` a minute.
    pub(super) const fn a_minute(burst: u32, often: u32) -> Self {
        Self(Quota::per_minute(at_least_one(often)).allow_burst(at_least_one(burst)))
    }

    /// As many at once as in an hour.
    pub(super) const fn an_hour(often: u32) -> Self {
        Self(Quota::per_hour(at_least_one(often)))
    }
}

const fn at_least_one(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

/// The tries at one kind of thing. Keys are kept as 64 bits of a hash that is keyed anew at every start: memory holds
/// nothing that strangers typed, and nobody can look for two keys that share a place.
pub(super) struct Bucket {
    limiter: RateLimiter<u64, DashMapStateStore<u64>, Elapsed, NoOpMiddleware<Nanos>>,
    keys: RandomState,
    crowded: AtomicU32,
    /// When it was swept last, in nanoseconds of the limiter's clock.
    swept: AtomicU64,
}

impl Bucket {
    pub(super) fn new(rate: Rate, elapsed: Elapsed) -> Self {
        Self {
            limiter: RateLimiter::dashmap_with_clock(rate.0, elapsed),
            keys: RandomState::new(),
            crowded: AtomicU32::new(0),
            swept: AtomicU64::new(0),
        }
    }

    /// Takes one try of a key's.
    pub(super) fn take<K: Hash + ?Sized>(&self, key: &K) -> Result<(), Wait> {
        let key = self.keys.hash_one(key);
        self.check(if self.is_crowded() { key % SHARED } else { key })
    }

    /// Takes one try of a key's at a place, where another bucket counts the place by itself. In a flood of keys that
    /// bucket counts alone: whoever thinks of many keys crowds out nobody.
    pub(super) fn take_at<P: Hash + ?Sized, K: Hash + ?Sized>(&self, place: &P, key: &K) -> Result<(), Wait> {
        if self.is_crowded() { Ok(()) } else { self.check(self.keys.hash_one((place, key))) }
    }

    fn check(&self, key: u64) -> Result<(), Wait> {
        self.limiter.check_key(&key).map_err(|refused| {
            let left = refused.wait_time_from(self.limiter.clock().now());
            Wait { seconds: left.as_secs() + u64::from(left.subsec_nanos() > 0) }.at_least_one()
        })
    }

    /// Whether there are too many keys, even without those that are full again.
    fn is_crowded(&self) -> bool {
        if self.limiter.len() <= SWEEP_FROM {
            return false;
        }
        let now = self.limiter.clock().now().as_u64();
        let waited = now.saturating_sub(self.swept.load(Ordering::Relaxed)) >= SWEEP_AGAIN;
        if waited || self.crowded.fetch_add(1, Ordering::Relaxed).is_multiple_of(SWEEP_EVERY) {
            self.swept.store(now, Ordering::Relaxed);
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        self.limiter.len() > SWEEP_FROM
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.limiter.len()
    }
}

impl Wait {
    fn at_least_one(self) -> Self {
        Self { seconds: self.seconds.max(1) }
    }
}

//! Listens to the log of one test, while others go on beside it.

use std::cell::RefCell;
use std::io::Write;
use std::sync::Once;

use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

thread_local! {
    /// What this thread's test has logged, if it listens. A test of tokio's has one thread.
    static HEARD: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// One subscriber for all: `tracing` remembers for all threads what nobody listens to.
static INSTALL: Once = Once::new();

struct Ear;

impl Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        HEARD.with_borrow_mut(|heard| heard.as_mut().map(|heard| heard.extend_from_slice(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Begins to listen, to everything.
pub(crate) fn listen() {
    INSTALL.call_once(|| {
        let log = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(|| Ear);
        let here = dynamic_filter_fn(|_, _| HEARD.with_borrow(Option::is_some));
        tracing_subscriber::registry().with(log.with_filter(here)).init();
    });
    HEARD.set(Some(Vec::new()));
}

/// What was logged since.
pub(crate) fn heard() -> String {
    HEARD.with_borrow_mut(|heard| String::from_utf8(heard.take().unwrap_or_default()).unwrap())
}

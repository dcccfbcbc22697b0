//! Where files are read and packed: off the threads that answer. Reading one may take 250 MB, so one is read at a time.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

/// Archives that are packed at once.
const PACKING: usize = 2;

/// Reads and packs; cheap to clone.
#[derive(Clone)]
pub(crate) struct Mover {
    reading: Arc<Semaphore>,
    packing: Arc<Semaphore>,
    bringing: Arc<Semaphore>,
}

impl Default for Mover {
    fn default() -> Self {
        Self {
            reading: Arc::new(Semaphore::new(1)),
            packing: Arc::new(Semaphore::new(PACKING)),
            bringing: Arc::new(Semaphore::new(1)),
        }
    }
}

impl Mover {
    /// Work on a file, when its turn has come. None when it fell over: then the file was to blame.
    pub(crate) async fn read<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let turn = Arc::clone(&self.reading).acquire_owned().await.ok()?;
        let done = spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        done.await.ok()
    }

    /// A turn at packing, which ends with the archive.
    pub(crate) async fn packing(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.packing).acquire_owned().await.ok()
    }

    /// A turn at bringing in: one import after the other, so that no two choose the same name for a file.
    pub(crate) async fn bringing(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.bringing).acquire_owned().await.ok()
    }
}

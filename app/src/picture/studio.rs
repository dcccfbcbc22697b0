//! Where pictures are drawn: off the threads that answer, and one at a time, since one may take 500 MB.

use std::sync::Arc;

use domain::problem::Why;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::redraw;

/// Draws pictures; cheap to clone.
#[derive(Clone)]
pub(crate) struct Studio(Arc<Semaphore>);

impl Default for Studio {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(1)))
    }
}

impl Studio {
    /// The picture to keep, from a file as it was sent.
    ///
    /// # Errors
    /// Those of [`redraw`]. A file that makes a decoder panic is no picture either.
    pub(crate) async fn redraw(&self, file: Vec<u8>) -> Result<Vec<u8>, Why> {
        self.work(move || redraw(&file)).await
    }

    async fn work(&self, job: impl FnOnce() -> Result<Vec<u8>, Why> + Send + 'static) -> Result<Vec<u8>, Why> {
        let turn = Arc::clone(&self.0).acquire_owned().await.map_err(|_| Why::NotAPicture)?;
        // The turn ends with the work, not with a client that hangs up while it is done.
        let work = spawn_blocking(move || {
            let drawn = job();
            drop(turn);
            drawn
        });
        work.await.unwrap_or(Err(Why::NotAPicture))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_decoder_that_panics_has_seen_no_picture_and_the_next_one_is_drawn() {
        let studio = Studio::default();
        assert_eq!(studio.work(|| panic!("a decoder's own")).await, Err(Why::NotAPicture));
        assert_eq!(studio.work(|| Ok(vec![1])).await, Ok(vec![1]));
    }
}

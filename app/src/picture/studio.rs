//! Where pictures are drawn: off the threads that answer, and one at a time, since one may take 500 MB.

use std::sync::Arc;

use domain::problem::Why;
use domain::upload::NotKept;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::{Drawn, drawn, redraw};

/// How many files may be here, the one being drawn among them: each is held in memory while it waits.
const MOST_WAITING: usize = 9;
/// What is said when there are as many.
const FULL: Why = Why::NotKept(NotKept::Busy);

/// Draws pictures; cheap to clone.
#[derive(Clone)]
pub(crate) struct Studio {
    turn: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Default for Studio {
    fn default() -> Self {
        Self { turn: Arc::new(Semaphore::new(1)), places: Arc::new(Semaphore::new(MOST_WAITING)) }
    }
}

impl Studio {
    /// A member's picture to keep, from a file as it was sent.
    ///
    /// # Errors
    /// Those of [`redraw`], and [`NotKept::Busy`] when too many wait. A file that makes a decoder panic is no
    /// picture either.
    pub(crate) async fn redraw(&self, file: Vec<u8>) -> Result<Vec<u8>, Why> {
        self.work(move || redraw(&file)).await
    }

    /// A picture that comes with somebody's words, from a file as it was sent.
    ///
    /// # Errors
    /// As for [`Self::redraw`].
    pub(crate) async fn draw(&self, file: Vec<u8>) -> Result<Drawn, Why> {
        self.work(move || drawn::draw(&file)).await
    }

    async fn work<T: Send + 'static>(&self, job: impl FnOnce() -> Result<T, Why> + Send + 'static) -> Result<T, Why> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| FULL)?;
        let turn = Arc::clone(&self.turn).acquire_owned().await.map_err(|_| Why::NotAPicture)?;
        // The turn ends with the work, not with a client that hangs up while it is done.
        let work = spawn_blocking(move || {
            let drawn = job();
            drop((turn, place));
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
        assert_eq!(studio.work::<Vec<u8>>(|| panic!("a decoder's own")).await, Err(Why::NotAPicture));
        assert_eq!(studio.work(|| Ok(vec![1])).await, Ok(vec![1]));
    }

    #[tokio::test]
    async fn a_studio_that_is_full_says_so_and_draws_again_later() {
        let studio = Studio::default();
        let here = Arc::clone(&studio.places).acquire_many_owned(MOST_WAITING.try_into().unwrap()).await.unwrap();
        assert_eq!(studio.work(|| Ok(1)).await, Err(FULL));
        drop(here);
        assert_eq!(studio.work(|| Ok(1)).await, Ok(1));
    }
}

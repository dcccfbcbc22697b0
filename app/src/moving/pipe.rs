//! Bytes that a thread writes and a browser reads: never more of them wait than a few pieces, however much it is.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use http_body::Frame;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::spawn_blocking;

/// Bytes of a piece.
const PIECE: usize = 64 << 10;
/// Pieces that wait.
const WAITING: usize = 4;

/// Where the thread writes. Whoever hangs up ends it.
pub(crate) struct Pipe {
    to: Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

struct Read(Receiver<io::Result<Bytes>>);

/// An answer's body, written by `write` on a thread of its own. When that fails half way, the answer ends broken, so
/// that nobody takes a part for the whole.
pub(crate) fn piped(write: impl FnOnce(&mut Pipe) -> io::Result<()> + Send + 'static) -> Body {
    let (to, from) = channel(WAITING);
    spawn_blocking(move || {
        let mut pipe = Pipe { to, piece: Vec::with_capacity(PIECE) };
        if let Err(error) = write(&mut pipe).and_then(|()| pipe.send()) {
            let _ = pipe.to.blocking_send(Err(error)); // nobody listens any more: nothing to tell
        }
    });
    Body::new(Read(from))
}

impl Pipe {
    fn send(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.to.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl http_body::Body for Read {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

//! What is due becomes rows; rows become deliveries. One turn does both and may be killed at any
//! point: what it has not settled, the next turn takes up.

use std::time::{Duration, Instant};

use anyhow::Context;
use domain::mail::{MailState, Phase};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{Attempt, Claimed, Letterhead, Store, StoreError};
use tokio::sync::watch;

use crate::data::DataFolder;
use crate::mailer::Mailer;
use crate::post_office::{PostOffice, Sealed};

/// Messages claimed at once: what a kill can delay until the next turn.
const CLAIM: u32 = 50;
/// The reply code for a message that is refused (RFC 5321 §4.2.3).
const MESSAGE_REFUSED: u16 = 554;
/// The longest time between two turns.
const EVERY: Duration = Duration::from_secs(30);

/// The least time between two looks at the uploads.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// What one turn did; the line `dasi tick` prints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// Schedules whose time had come.
    pub due: usize,
    /// New messages for them.
    pub made: usize,
    /// Messages the server took.
    pub sent: usize,
    /// Messages that failed for now.
    pub retry: usize,
    /// Messages that were perhaps taken.
    pub ambiguous: usize,
    /// Messages refused for good.
    pub dead: usize,
    /// Messages not sent, since their reader may no longer read the post.
    pub skipped: usize,
    /// Messages not sent, since their address refused mail for good before.
    pub suppressed: usize,
    /// Uploads removed, since nobody used them for a month, and bytes that belonged to none.
    pub uploads_removed: usize,
}

/// How long it is known that a reader may read what a letter is about.
const KNOWN_FOR: Duration = Duration::from_secs(1);

/// A message and its bytes.
struct Written {
    claimed: Claimed,
    mime: Vec<u8>,
    /// When it was last asked whether its reader may read it, in this turn.
    asked: Option<Instant>,
}

/// Does turns.
#[derive(Debug)]
pub struct Worker {
    store: Store,
    data: DataFolder,
    mailer: Mailer,
    post_office: PostOffice,
    stopping: Option<watch::Receiver<bool>>,
    forgets: bool,
    swept_at: Option<Timestamp>,
}

impl Worker {
    /// A worker on a data folder.
    pub fn new(store: Store, data: DataFolder, mailer: Mailer, post_office: PostOffice) -> Self {
        Self { store, data, mailer, post_office, stopping: None, forgets: true, swept_at: None }
    }

    /// The same at an instant that is only pretended: what is old by then is kept, for it is not old yet.
    #[must_use]
    pub fn pretending(self) -> Self {
        Self { forgets: false, ..self }
    }

    /// One turn: waits for another process's to end, then does what is due.
    ///
    /// # Errors
    /// When the database or the lock fails; mail that fails is counted, not an error.
    pub async fn turn(&mut self) -> anyhow::Result<Turn> {
        let _lock = self.data.lock_turn().await?;
        let back = self.store.take_back_leases().await.context("leases")?;
        if back > 0 {
            tracing::warn!(
                messages = back,
                "a worker ended in the middle of its turn; its messages are taken up again"
            );
        }
        let mut turn = Turn::default();
        let taken = self.store.take_due(|due| self.post_office.message_id(due)).await.context("what is due")?;
        (turn.due, turn.made) = (taken.due, taken.made);
        self.deliver(&mut turn).await?;
        self.mailer.hang_up().await;
        if self.forgets {
            self.store.forget_old().await.context("forgetting what is old")?;
            turn.uploads_removed = self.sweep().await?;
        }
        Ok(turn)
    }

    /// Looks for uploads that nobody uses, now and then.
    async fn sweep(&mut self) -> anyhow::Result<usize> {
        let now = self.store.now();
        if self.swept_at.is_some_and(|at| now.duration_since(at).abs() < SWEEP_EVERY) {
            return Ok(0);
        }
        let swept = self.store.sweep_uploads().await.context("uploads that nobody uses")?;
        self.swept_at = Some(now);
        Ok(swept.unused + swept.strays)
    }

    async fn deliver(&mut self, turn: &mut Turn) -> anyhow::Result<()> {
        loop {
            let (claimed, suppressed) = self.store.claim_mail(CLAIM).await.context("claiming mail")?;
            turn.suppressed += usize::try_from(suppressed).unwrap_or_default();
            if claimed.is_empty() {
                return Ok(());
            }
            let written = self.written(claimed, turn).await?;
            if !self.hand_over(written, turn).await? {
                return Ok(());
            }
        }
    }

    /// Messages with their bytes: those that had none are written and frozen together.
    async fn written(&self, claimed: Vec<Claimed>, turn: &mut Turn) -> anyhow::Result<Vec<Written>> {
        let mut written = Vec::with_capacity(claimed.len());
        let mut fresh: Vec<(usize, Sealed)> = Vec::new();
        for claimed in claimed {
            if let Some(mime) = claimed.mime.clone() {
                written.push(Written { claimed, mime, asked: None });
                continue;
            }
            let Some(head) = self.head(&claimed, turn).await? else { continue };
            match self.post_office.write(&claimed, &head, self.store.now()) {
                Ok(sealed) => {
                    // What opens something is made for each try, and never stands in the database.
                    if !claimed.letter.opens_something() {
                        fresh.push((written.len(), sealed.clone()));
                    }
                    written.push(Written { claimed, mime: sealed.mime, asked: Some(Instant::now()) });
                }
                Err(error) => self.settle(&claimed, &unwritable(&error), turn).await?,
            }
        }
        let frozen: Vec<_> =
            fresh.into_iter().map(|(at, sealed)| (&written[at].claimed, sealed.subject, sealed.mime)).collect();
        self.store.freeze_mail(&frozen).await.context("freezing mail")?;
        Ok(written)
    }

    /// What a message is about, as its reader may see it now; none when they may not, or when it cannot be
    /// read: then the message is settled, and the others go on.
    async fn head(&self, claimed: &Claimed, turn: &mut Turn) -> anyhow::Result<Option<Letterhead>> {
        match self.store.letterhead(claimed).await {
            Ok(Some(head)) => return Ok(Some(head)),
            Ok(None) => {
                self.store.skip_mail(claimed).await.context("skipping mail")?;
                turn.skipped += 1;
            }
            Err(cause @ StoreError::Corrupt(_)) => self.settle(claimed, &unwritable(&cause.into()), turn).await?,
            Err(cause) => return Err(cause).context("what a letter is about"),
        }
        Ok(None)
    }

    async fn settle(&self, claimed: &Claimed, attempt: &Attempt, turn: &mut Turn) -> anyhow::Result<()> {
        let state = self.store.settle_mail(claimed, attempt, rand::random()).await.context("settling mail")?;
        if let Some(state) = state {
            count(turn, state);
            log(claimed, state, attempt);
        }
        Ok(())
    }

    /// Hands messages over one by one; false when the channel is broken, and the rest waits.
    async fn hand_over(&mut self, written: Vec<Written>, turn: &mut Turn) -> anyhow::Result<bool> {
        let mut left = written.into_iter();
        while let Some(Written { claimed, mime, asked }) = left.next() {
            if self.is_stopping() {
                let untried: Vec<Claimed> = std::iter::once(claimed).chain(left.map(|one| one.claimed)).collect();
                self.store.put_back_mail(&untried).await.context("putting mail back")?;
                return Ok(false);
            }
            // The messages before it may have taken long: then its reader is asked about once more.
            let is_known = asked.is_some_and(|asked| asked.elapsed() < KNOWN_FOR);
            if !is_known && self.head(&claimed, turn).await?.is_none() {
                continue;
            }
            let name = format!("{:06}", claimed.id.0);
            let attempt = self.mailer.send(self.post_office.from(), &claimed.recipient, &mime, &name).await;
            self.settle(&claimed, &attempt, turn).await?;
            let early = matches!(attempt.phase, Phase::Connect | Phase::Tls | Phase::SignIn | Phase::MailFrom);
            if early {
                let untried: Vec<Claimed> = left.map(|one| one.claimed).collect();
                self.store.put_back_mail(&untried).await.context("putting mail back")?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Turns until the program stops. A turn under way then ends with the message in hand.
    pub async fn run(mut self, mut stopping: watch::Receiver<bool>) {
        self.stopping = Some(stopping.clone());
        while !self.is_stopping() {
            match self.turn().await {
                Ok(turn) if turn != Turn::default() => tracing::info!(?turn, "a turn of the worker"),
                Ok(_) => {}
                Err(error) => tracing::error!(error = format!("{error:#}"), "a turn of the worker failed"),
            }
            let letter = self.store.clone();
            tokio::select! {
                _ = stopping.wait_for(|stopping| *stopping) => {}
                () = letter.letter_waits() => {}
                () = tokio::time::sleep(EVERY) => {}
            }
        }
    }

    fn is_stopping(&self) -> bool {
        self.stopping.as_ref().is_some_and(|stopping| *stopping.borrow())
    }
}

/// A letter that cannot be made MIME is dead by itself: the others go on.
fn unwritable(error: &anyhow::Error) -> Attempt {
    Attempt { phase: Phase::Data, code: Some(MESSAGE_REFUSED), text: format!("{error:#}") }
}

fn count(turn: &mut Turn, state: MailState) {
    match state {
        MailState::Sent => turn.sent += 1,
        MailState::Retry => turn.retry += 1,
        MailState::Ambiguous => turn.ambiguous += 1,
        MailState::Dead => turn.dead += 1,
        MailState::Ready | MailState::Leased | MailState::Cancelled | MailState::Skipped | MailState::Suppressed => {}
    }
}

fn log(claimed: &Claimed, state: MailState, attempt: &Attempt) {
    let (outbox, phase, code) = (claimed.id.0, attempt.phase.as_str(), attempt.code);
    if state == MailState::Sent {
        tracing::info!(outbox, "mail was handed over");
    } else {
        tracing::warn!(outbox, state = state.as_str(), phase, code, "mail was not handed over");
    }
}

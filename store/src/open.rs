//! The store: one writer, several readers. Pragmas and migrations live here, with all else that only SQLite can do.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use domain::member::Member;
use jiff::Timestamp;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Sqlite, Transaction};

use tokio::sync::Notify;

use crate::upload::Shelf;
use crate::{Clock, StoreError, Viewer};

/// How long a statement waits for another process's lock.
const BUSY: Duration = Duration::from_secs(5);
/// Readers: more than cores help little, since each is a thread.
const READERS: u32 = 4;
/// The oldest SQLite whose WAL is safe: before it, a checkpoint at the wrong moment could corrupt a database.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);
/// The database's file in the data folder.
pub const FILE: &str = "dasi.sqlite";

/// Everything Dasi remembers; cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
    clock: Clock,
    /// Rung when a letter that should go at once is in the outbox.
    bell: Arc<Notify>,
    /// Where the bytes of uploads are.
    pub(crate) shelf: Shelf,
}

impl Store {
    /// Opens the database of a data folder, made if missing, and brings it up to date.
    ///
    /// # Errors
    /// [`StoreError::OldSqlite`], [`StoreError::Migrate`] or [`StoreError::Database`].
    pub async fn open(folder: &Path, clock: Clock) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(folder.join(FILE))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY)
            .disable_statement_logging();
        let pool = || SqlitePoolOptions::new().test_before_acquire(false); // a file does not hang up
        let writer = pool().max_connections(1).connect_with(options.clone()).await?;
        check_version(&writer).await?;
        sqlx::migrate!("../migrations").run(&writer).await?;
        let readers = options.read_only(true).pragma("query_only", "on");
        let readers = pool().max_connections(READERS).connect_with(readers).await?;
        let store = Self { writer, readers, clock, bell: Arc::default(), shelf: Shelf::of(folder) };
        store.give_handles().await?;
        Ok(store)
    }

    /// The time, from the store's clock.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Where its time comes from.
    pub fn clock(&self) -> Clock {
        self.clock.clone()
    }

    /// The same database by another clock: for what is written as of another day.
    #[must_use]
    pub fn with_clock(&self, clock: Clock) -> Self {
        Self { clock, ..self.clone() }
    }

    /// The store, answering for one member.
    pub fn viewer(&self, member: Member) -> Viewer {
        Viewer::new(self.clone(), member)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn check(&self) -> Result<(), StoreError> {
        sqlx::query("select team_id from team").fetch_optional(&self.readers).await?;
        Ok(())
    }

    /// Closes every connection; the last one folds the WAL into the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Waits until a letter that should go at once is in the outbox of this process's store.
    pub async fn letter_waits(&self) {
        self.bell.notified().await;
    }

    /// Commits a write that may have put a letter into the outbox, and rings for the worker.
    pub(crate) async fn commit(&self, write: Transaction<'static, Sqlite>) -> Result<(), StoreError> {
        write.commit().await?;
        self.bell.notify_one();
        Ok(())
    }

    /// A write. `BEGIN IMMEDIATE` takes the lock at once, so that no transaction fails half way.
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.writer.begin_with("begin immediate").await?)
    }
}

async fn check_version(pool: &SqlitePool) -> Result<(), StoreError> {
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(pool).await?;
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    if (next(), next(), next()) < OLDEST_SQLITE { Err(StoreError::OldSqlite(version)) } else { Ok(()) }
}

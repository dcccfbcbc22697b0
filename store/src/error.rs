//! Why the store could not do it. A variant is a decision somebody takes.

use domain::access::Refusal;
use domain::upload::NotKept;

use crate::StoredPost;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Not there, or not theirs: nobody can tell which.
    #[error("not found")]
    NotFound,
    /// The team has been founded already.
    #[error("the team is founded already")]
    AlreadyFounded,
    /// Another member has the address.
    #[error("another member has this address")]
    AddressTaken,
    /// The sign-in provider knows this member by another name, or another member by this one.
    #[error("this identity, or another of the same member, is linked already")]
    IdentityTaken,
    /// The passkey is somebody's already.
    #[error("this passkey is somebody's already")]
    PasskeyTaken,
    /// Another member has the handle, or one that looks like it.
    #[error("another member has this handle")]
    HandleTaken,
    /// A role cannot change so.
    #[error("the role cannot change: {0:?}")]
    Refused(Refusal),
    /// Whoever should take over is not on the team.
    #[error("whoever takes over has to stay on the team")]
    NoSuccessor,
    /// Somebody saved the post since the text was begun.
    #[error("somebody saved post {} in between", theirs.post.id)]
    StaleRevision {
        /// What is stored now.
        theirs: Box<StoredPost>,
    },
    /// There is no room for an upload.
    #[error("the upload cannot be kept: {0:?}")]
    NotKept(NotKept),
    /// The folder of uploads.
    #[error("the folder of uploads failed: {0}")]
    Shelf(#[source] std::io::Error),
    /// Something is stored that we would not have stored.
    #[error("the database holds {0} that cannot be read")]
    Corrupt(&'static str),
    /// SQLite before 3.51.3 can corrupt a WAL database.
    #[error("SQLite {0} is too old: 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// The migrations did not run.
    #[error("the database could not be migrated: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The database itself: disk, locks, or a statement.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The program is stopping.
    #[error("a background thread ended early")]
    Stopping,
}

impl StoreError {
    /// Whether a unique index refused a row.
    pub(crate) fn is_unique_violation(error: &sqlx::Error) -> bool {
        error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
    }
}

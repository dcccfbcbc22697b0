//! One newtype per kind of row, so that a member's number can never be taken for a post's.

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(digits: &str) -> Result<Self, Self::Err> {
                digits.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// A person with a sign-in.
    MemberId,
    /// A post.
    PostId,
    /// One saved state of a post.
    RevisionId,
    /// A schedule that makes reminders.
    ScheduleId,
    /// A message on its way out.
    OutboxId,
    /// One browser's way in.
    SignInId,
    /// Somebody asked to join.
    InvitationId,
    /// A way to a new password.
    PasswordResetId,
    /// Another address for a member.
    EmailChangeId,
    /// A program's way in.
    ApiTokenId,
    /// A key of a member's own device.
    PasskeyId,
    /// Something done in the house.
    AuditId,
    /// What somebody is writing and has not saved.
    DraftId,
    /// A file that came with somebody's words.
    UploadId,
    /// What is said about a post.
    CommentId,
    /// A colleague asked to read a write-up.
    ReviewId,
    /// A line in the house about what concerns a member.
    NoticeId,
    /// One story in several posts.
    SeriesId,
    /// What a new post begins with.
    TemplateId,
    /// A file that somebody wants to bring in.
    ImportId,
}

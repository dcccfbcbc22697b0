//! Letters that go out at once, and are no reminders: put into the outbox with what they are about.

use domain::id::{AuditId, EmailChangeId, InvitationId, MemberId, PasswordResetId};
use domain::mail::LetterKind;
use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::{StoreError, Token};

/// What a letter is about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum About {
    Invitation(InvitationId),
    PasswordReset(PasswordResetId),
    EmailChange(EmailChangeId),
    Notice(AuditId),
}

/// Puts a letter into the outbox, in the transaction of what it is about.
pub(crate) async fn post(
    write: &mut SqliteConnection,
    letter: LetterKind,
    about: About,
    member: Option<MemberId>,
    recipient: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let local: String = Token::random().to_text().chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    let id = |number: i64| Some(number);
    let (invitation, reset, change, audit) = match about {
        About::Invitation(one) => (id(one.0), None, None, None),
        About::PasswordReset(one) => (None, id(one.0), None, None),
        About::EmailChange(one) => (None, None, id(one.0), None),
        About::Notice(one) => (None, None, None, id(one.0)),
    };
    sqlx::query(
        "insert into outbox (idempotency_key, message_id, letter, invitation_id, password_reset_id, email_change_id,
            audit_id, member_id, recipient, due_at, state, next_at, made_at)
         values ('letter/' || $1, $1, $2, $3, $4, $5, $6, $7, $8, $9, 'ready', $9, $9)",
    )
    .bind(local)
    .bind(letter)
    .bind(invitation)
    .bind(reset)
    .bind(change)
    .bind(audit)
    .bind(member)
    .bind(recipient)
    .bind(now.as_millisecond())
    .execute(write)
    .await?;
    Ok(())
}

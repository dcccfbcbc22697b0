//! What was done in the house, as those who look after it read it: who, what, when and from where, never a secret.

use jiff::{SignedDuration, Timestamp};

use crate::word::word;

/// How long what was done is remembered.
pub const RETENTION: SignedDuration = SignedDuration::from_hours(400 * 24);

word! {
    /// What was done.
    Deed {
        /// The team began.
        Founded = "founded",
        /// A member was added by the command line.
        Added = "added",
        /// Somebody was invited.
        Invited = "invited",
        /// An invitation was taken back.
        InvitationRevoked = "invitation_revoked",
        /// Somebody joined.
        Joined = "joined",
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// A password or a code did not fit.
        SignInFailed = "sign_in_failed",
        /// One or all sign-ins were ended.
        SignInsEnded = "sign_ins_ended",
        /// A member chose another password.
        PasswordChanged = "password_changed",
        /// A way to a new password was made for a member by somebody else.
        PasswordResetAsked = "password_reset_asked",
        /// A password was forgotten and made anew.
        PasswordReset = "password_reset",
        /// A member asked for another address.
        EmailChangeAsked = "email_change_asked",
        /// A member has another address.
        EmailChanged = "email_changed",
        /// A member's role changed.
        RoleChanged = "role_changed",
        /// Somebody left the team.
        Left = "left",
        /// Somebody came back to it.
        Returned = "returned",
        /// A second factor is asked for from now on.
        SecondFactorOn = "second_factor_on",
        /// It is not asked for any more.
        SecondFactorOff = "second_factor_off",
        /// New recovery codes were made.
        RecoveryCodesMade = "recovery_codes_made",
        /// A recovery code was used up.
        RecoveryCodeUsed = "recovery_code_used",
        /// A passkey stands beside the codes from now on.
        PasskeyAdded = "passkey_added",
        /// One of them is taken no more.
        PasskeyRemoved = "passkey_removed",
        /// Everybody needs a second factor from now on.
        SecondFactorRequired = "second_factor_required",
        /// Nobody needs one any more.
        SecondFactorOptional = "second_factor_optional",
        /// A member was known by the sign-in provider for the first time.
        ProviderLinked = "provider_linked",
        /// An API token was made.
        ApiTokenMade = "api_token_made",
        /// An API token was ended.
        ApiTokenEnded = "api_token_ended",
        /// The team has another name, language or zone.
        TeamChanged = "team_changed",
        /// A post was put into the trash.
        PostTrashed = "post_trashed",
        /// A post was brought back from it.
        PostRestored = "post_restored",
        /// A post was deleted for good by an author.
        PostDeleted = "post_deleted",
        /// A post had been in the trash for so long that it was deleted for good.
        PostExpired = "post_expired",
        /// Mail goes on after a pause.
        MailResumed = "mail_resumed",
        /// A message was tried again.
        MailRetried = "mail_retried",
        /// A tag has another name, or is one with another.
        TagRenamed = "tag_renamed",
        /// A tag has its old name back.
        TagRestored = "tag_restored",
    }
}

/// From when on what was done is still remembered at `now`.
pub fn remembered_since(now: Timestamp) -> Timestamp {
    now - RETENTION
}

//! The second factor that a member may add to their password: codes of an authenticator app, and recovery
//! codes for the day the phone is lost (ASVS 5.0 6.5).
//!
//! A copy of the database opens nothing: it holds the salt of the app's secret and keyed hashes of the recovery
//! codes, and both are worth something only together with the house's own [`Secret`](crate::Secret).

mod recovery_code; // ten codes on paper, each good for once
mod totp; // the six digits that change every half minute

pub(crate) use recovery_code::{RecoveryCode, RecoveryCodes};
pub(crate) use totp::Totp;

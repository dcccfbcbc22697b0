//! Signs links that need no sign-in.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::id::{MemberId, ScheduleId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::{Link, SALT, Token};

/// Bytes of a block of SHA-256 (FIPS 180-4 §1).
const SHA256_BLOCK: usize = 64;

/// The installation's own 32 random bytes.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// Wraps the bytes kept in the data folder.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// HMAC-SHA-256 (RFC 2104) of a message, in base64url without padding.
    pub fn sign(&self, message: &str) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.keyed_hash(message.as_bytes()))
    }

    /// HMAC-SHA-256 (RFC 2104) of a message: what nobody can make who has a copy of the database alone.
    /// Messages of different kinds begin with different words.
    pub fn keyed_hash(&self, message: &[u8]) -> [u8; 32] {
        self.mac(message).finalize().into_bytes().into()
    }

    /// Whether [`sign`](Self::sign) made this signature of this message. It takes the same time whatever differs.
    pub fn verify(&self, message: &str, signature: &str) -> bool {
        BASE64_URL_SAFE_NO_PAD
            .decode(signature)
            .is_ok_and(|signature| self.mac(message.as_bytes()).verify_slice(&signature).is_ok())
    }

    /// The token that stops one schedule of one member (RFC 8058): it never expires and signs nobody in.
    pub fn stop_token(&self, schedule: ScheduleId, member: MemberId) -> String {
        format!("{schedule}-{member}-{}", self.sign(&stop_message(schedule, member)))
    }

    /// What a stop token names, if this house made it.
    pub fn read_stop_token(&self, token: &str) -> Option<(ScheduleId, MemberId)> {
        let mut parts = token.splitn(3, '-');
        let schedule = parts.next()?.parse().ok()?;
        let member = parts.next()?.parse().ok()?;
        self.verify(&stop_message(schedule, member), parts.next()?).then_some((schedule, member))
    }

    /// A one-time link: its token is made of `salt`, so that its letter can be written without keeping the token.
    pub fn link(&self, salt: [u8; SALT]) -> Link {
        Link { salt, token: self.link_token(&salt) }
    }

    /// The token of a one-time link, of the salt that its row keeps.
    pub fn link_token(&self, salt: &[u8; SALT]) -> Token {
        let mut mac = self.mac(b"one-time link ");
        mac.update(salt);
        Token::new(mac.finalize().into_bytes().into())
    }

    fn mac(&self, message: &[u8]) -> Hmac<Sha256> {
        // HMAC fills a short key up with zeros to the block size of its hash (RFC 2104 §2).
        let mut key = [0; SHA256_BLOCK];
        key[..self.0.len()].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&key.into());
        mac.update(message);
        mac
    }
}

fn stop_message(schedule: ScheduleId, member: MemberId) -> String {
    format!("stop schedule {schedule} of member {member}")
}

/// Says nothing.
impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_of_one_message_by_one_house() {
        let secret = Secret::new([7; 32]);
        let signature = secret.sign("다시");
        assert!(secret.verify("다시", &signature));
        assert!(!secret.verify("다시 ", &signature) && !Secret::new([8; 32]).verify("다시", &signature));
        for forged in ["", "=", "AAAA", &signature[1..], &format!("{signature}=")] {
            assert!(!secret.verify("다시", forged), "{forged}");
        }
    }

    #[test]
    fn a_stop_token_names_what_it_was_made_for_and_nothing_else() {
        let secret = Secret::new([7; 32]);
        let token = secret.stop_token(ScheduleId(12), MemberId(3));
        assert_eq!(secret.read_stop_token(&token), Some((ScheduleId(12), MemberId(3))));
        assert_eq!(secret.read_stop_token(&token.replacen("12", "13", 1)), None);
        assert_eq!(Secret::new([8; 32]).read_stop_token(&token), None);
        for forged in ["", "12", "12-3", "12-3-", "12-3-AAAA", "--"] {
            assert_eq!(secret.read_stop_token(forged), None, "{forged}");
        }
    }
}

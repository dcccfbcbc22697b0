//! A device that makes passkeys and shows them (WebAuthn §6, RFC 9053 §2.1), as honest as a test tells it to be.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Somebody was there.
const PRESENT: u8 = 0x01;
/// And it was their finger.
const VERIFIED: u8 = 0x04;
/// A new key comes along.
const ATTESTED: u8 = 0x40;

#[derive(Clone)]
pub(crate) struct Device {
    pub(crate) key: SigningKey,
    pub(crate) credential: Vec<u8>,
    pub(crate) counter: u32,
    /// Where its browser believes to be.
    pub(crate) origin: String,
    pub(crate) domain: String,
    /// Whether it looks at the finger.
    pub(crate) verifies: bool,
    handle: Value,
}

impl Device {
    /// One of its own kind for each number.
    pub(crate) fn new(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            credential: vec![number; 20],
            counter: 0,
            origin: "http://localhost:3000".into(),
            domain: "localhost".into(),
            verifies: true,
            handle: Value::Null,
        }
    }

    /// Makes a passkey, as it is asked to.
    pub(crate) fn make(&mut self, options: &Value) -> String {
        self.handle = options["user"]["id"].clone();
        let client = self.client("webauthn.create", options);
        let point = self.key.verifying_key().to_encoded_point(false);
        let key = [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", &point.x().unwrap()[..], b"\x22\x58\x20"];
        let key = [key.concat(), point.y().unwrap().to_vec()].concat();
        let length = u16::try_from(self.credential.len()).unwrap().to_be_bytes();
        let data = [self.data(ATTESTED), vec![0; 16], length.to_vec(), self.credential.clone(), key].concat();
        let size = u8::try_from(data.len()).unwrap();
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58", &[size][..], &data].concat();
        let response = json!({
            "clientDataJSON": encode(client.as_bytes()),
            "attestationObject": encode(&object),
            "transports": ["internal"],
        });
        self.answer(&response)
    }

    /// Shows its passkey.
    pub(crate) fn show(&mut self, options: &Value) -> String {
        self.counter += 1;
        let client = self.client("webauthn.get", options);
        let data = self.data(0);
        let signed = [data.clone(), Sha256::digest(client.as_bytes()).to_vec()].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "clientDataJSON": encode(client.as_bytes()),
            "authenticatorData": encode(&data),
            "signature": encode(signature.to_der().as_bytes()),
            "userHandle": self.handle,
        });
        self.answer(&response)
    }

    fn client(&self, kind: &str, options: &Value) -> String {
        let challenge = &options["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let flags = flags | PRESENT | if self.verifies { VERIFIED } else { 0 };
        [Sha256::digest(self.domain.as_bytes()).to_vec(), vec![flags], self.counter.to_be_bytes().to_vec()].concat()
    }

    fn answer(&self, response: &Value) -> String {
        let id = encode(&self.credential);
        json!({
            "id": id, "rawId": id, "type": "public-key", "authenticatorAttachment": "platform",
            "clientExtensionResults": {}, "response": response,
        })
        .to_string()
    }
}

fn encode(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

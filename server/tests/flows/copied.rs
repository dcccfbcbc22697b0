//! Somebody has a copy of the database. Nothing in it opens anything.

use std::fs;

use axum::http::StatusCode;

use crate::house::{House, PASSWORD};

/// Every file of the database, as bytes.
fn copy(house: &House) -> Vec<u8> {
    let files = fs::read_dir(house.path()).unwrap().map(|entry| entry.unwrap().path());
    let ours = files.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(store::FILE));
    ours.flat_map(|path| fs::read(path).unwrap()).collect()
}

fn holds(copy: &[u8], what: &[u8]) -> bool {
    copy.windows(what.len()).any(|window| window == what)
}

#[tokio::test]
async fn a_copy_of_the_database_holds_no_usable_token() {
    let house = House::founded().await;
    let mut owner = house.browser();
    owner.submit("/sign-in", &[("email", "jieun@example.com"), ("password", PASSWORD)]).await;
    let invited = [("email", "nari@example.com"), ("role", "member"), ("language", "ko")];
    owner.submit("/invitations", &invited).await;
    house.browser().submit("/forgot", &[("email", "ada@example.com")]).await;
    let typed = [("email", "jieun@elsewhere.example"), ("email_password", PASSWORD)];
    owner.submit("/settings/email", &typed).await;
    // Before the letters go, and while they do, and after.
    let before = copy(&house);
    let letters = house.letters().await;
    let after = copy(&house);
    let mut tokens = vec![owner.cookie("dasi").unwrap().to_owned()];
    for letter in &letters {
        let prefix = ["/join/", "/reset/", "/email/"].into_iter().find(|prefix| letter.text.contains(prefix)).unwrap();
        tokens.push(letter.link(prefix)[prefix.len()..].to_owned());
    }
    assert_eq!(tokens.len(), 5, "a sign-in, an invitation, a reset and both sides of a change");
    for copy in [&before, &after] {
        assert!(holds(copy, "ada@example.com".as_bytes()), "it is searched where things are");
        for token in &tokens {
            let bytes = store::Token::parse(token).unwrap();
            assert!(!holds(copy, token.as_bytes()), "{token}");
            assert!(!holds(copy, &raw(token)), "{bytes:?}");
        }
        assert!(!holds(copy, PASSWORD.as_bytes()));
    }
}

fn raw(token: &str) -> Vec<u8> {
    use base64::Engine;
    base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(token).unwrap()
}

#[tokio::test]
async fn every_stored_hash_meets_the_parameters() {
    let house = House::founded().await;
    let mut ada = house.signed_in("ada").await;
    ada.submit("/settings/password", &[("current", PASSWORD), ("password", "a new and long one")]).await;
    let copy = copy(&house);
    let hashes: Vec<_> = copy.windows(9).enumerate().filter(|(_, window)| window == b"$argon2id").collect();
    assert!(hashes.len() >= 3);
    for (at, _) in hashes {
        assert_eq!(&String::from_utf8_lossy(&copy[at..at + 31]), "$argon2id$v=19$m=19456,t=2,p=1$");
    }
}

#[tokio::test]
async fn a_password_hashed_by_older_parameters_is_hashed_again_at_sign_in() {
    let house = House::founded().await;
    let old = older(PASSWORD);
    let email = domain::member::EmailAddress::parse("ada@example.com").unwrap();
    let stored = async || house.store.member_by_email(&email).await.unwrap().unwrap();
    let ada = stored().await.member.id;
    house.store.change_password(ada, None, &old, None, &store::By::command_line()).await.unwrap();
    let typed = [("email", "ada@example.com"), ("password", PASSWORD)];
    assert_eq!(house.browser().post("/sign-in", &typed).await.status, StatusCode::SEE_OTHER);
    let hash = stored().await.password_hash.unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && hash != old, "{hash}");
    assert_eq!(house.browser().post("/sign-in", &typed).await.status, StatusCode::SEE_OTHER);
}

/// As a house of years ago might have kept it.
fn older(password: &str) -> String {
    use argon2::password_hash::PasswordHasher;
    let params = argon2::Params::new(8_192, 1, 1, None).unwrap();
    let hasher = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let password = domain::member::Password::parse(password).unwrap();
    hasher.hash_password(password.as_bytes()).unwrap().to_string()
}

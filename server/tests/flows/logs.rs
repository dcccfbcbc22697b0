//! What the log tells, with everything turned on: no token, password, mail address or text of a post.

use axum::http::StatusCode;

use crate::house::{House, PASSWORD};
use crate::listener::{heard, listen};
use crate::writing::write;

#[tokio::test]
async fn the_log_holds_no_token_password_address_or_text() {
    listen();
    let house = House::founded().await;
    let mut owner = house.browser();
    owner.submit("/sign-in", &[("email", "jieun@example.com"), ("password", PASSWORD)]).await;
    write(&mut owner, "카나리아 제목", "카나리아 본문").await;
    owner.submit("/invitations", &[("email", "canary@example.net"), ("role", "member"), ("language", "ko")]).await;
    house.browser().submit("/forgot", &[("email", "jieun@example.com")]).await;
    house.browser().post("/sign-in", &[("email", "canary@example.org"), ("password", "카나리아 암호")]).await;
    let letters = house.letters().await;
    let mut tokens = vec![owner.cookie("dasi").unwrap().to_owned()];
    for (prefix, letter) in [("/join/", &letters[0]), ("/reset/", &letters[1])] {
        let link = letter.link(prefix);
        assert_eq!(house.browser().get(&link).await.status, StatusCode::OK);
        tokens.push(link[prefix.len()..].to_owned());
    }
    house.browser().get("/u/1-1-canary").await;
    let log = heard();
    assert!(
        log.contains("a request was answered") && log.contains("/join/…"),
        "it is searched where things are: {log}"
    );
    for token in &tokens {
        assert!(!log.contains(token.as_str()), "{token}");
    }
    for canary in ["canary", "카나리아", "jieun@", PASSWORD] {
        assert!(!log.contains(canary), "{canary} in {log}");
    }
}

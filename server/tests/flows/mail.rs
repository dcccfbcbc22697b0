use axum::body::Body;
use axum::http::{Method, StatusCode};
use mail_parser::MessageParser;

use crate::house::House;
use crate::reminding::reminded;

#[tokio::test]
async fn a_reminder_carries_its_headers_and_both_parts() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    house.turn_at("2026-12-01T00:00:05Z").await;
    let mails = house.mails.take();
    assert_eq!(mails[0].0, "jieun@example.com");
    let raw = String::from_utf8(mails[0].1.clone()).unwrap();
    assert!(raw.is_ascii(), "every server can carry it");
    let mail = MessageParser::default().parse(&mails[0].1).unwrap();
    assert_eq!(mail.subject().unwrap(), "다시: 상반기 회고");
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!((from.name().unwrap(), from.address().unwrap()), ("물결 데이터", "reminders@dasi.test"));
    assert_eq!(mail.to().unwrap().first().unwrap().name().unwrap(), "지은");
    assert_eq!(mail.date().unwrap().to_rfc3339(), "2026-12-01T00:00:05Z");
    let id = mail.message_id().unwrap();
    assert!(id.starts_with("rem.1.20261201T0900.1.") && id.ends_with("@dasi.test"), "{id}");
    for (name, value) in [
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "OOF, AutoReply"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("Content-Language", "ko"),
    ] {
        assert!(raw.contains(&format!("{name}: {value}\r\n")), "{name} in {raw}");
    }
    assert!(raw.contains("<reminders.dasi.test>") && raw.contains("References: <post-1@dasi.test>"), "{raw}");
    let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
    for part in [&text, &html] {
        assert!(part.contains("쉬는 데에도 품이 든다.") && part.contains("http://dasi.test/posts/1"), "{part}");
        assert!(part.contains("매주 알려 달라고 하셔서 보냈어요. 다음은 2026년 12월 8일에 보낼게요."), "{part}");
    }
}

/// The address in a mail's List-Unsubscribe, without its host.
fn stop_link(mime: &[u8]) -> String {
    let mail = MessageParser::default().parse(mime).unwrap();
    let link = format!("{:?}", mail.header("List-Unsubscribe").unwrap());
    let from = link.find("http://dasi.test").unwrap() + "http://dasi.test".len();
    link[from..].chars().take_while(|one| !matches!(one, '>' | '"' | ' ')).collect()
}

#[tokio::test]
async fn one_click_stops_and_a_scanner_s_look_does_not() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    house.turn_at("2026-12-01T00:00:00Z").await;
    let link = stop_link(&house.mails.take()[0].1);
    let mut nobody = house.browser();
    for _ in 0..3 {
        let look = nobody.get(&link).await;
        assert_eq!((look.status, look.count("form")), (StatusCode::OK, 1));
    }
    assert_eq!(house.turn_at("2026-12-08T00:00:00Z").await.sent, 1, "looking changed nothing");
    for _ in 0..2 {
        let click = nobody.ask(Method::POST, &link, &[], Body::from("List-Unsubscribe=One-Click")).await;
        assert_eq!(click.status, StatusCode::OK, "never a redirect (RFC 8058 §3.1)");
    }
    assert_eq!(house.turn_at("2026-12-15T00:00:00Z").await.made, 0);
    let page = nobody.post(&format!("{link}/resume"), &[]).await;
    assert!(page.text().contains("다시 켰어요"));
    assert_eq!(house.turn_at("2026-12-22T00:00:00Z").await.sent, 1);
    assert!(nobody.cookie("dasi").is_none(), "it signs nobody in");
}

#[tokio::test]
async fn a_forged_link_stops_nothing() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    house.turn_at("2026-12-01T00:00:00Z").await;
    let link = stop_link(&house.mails.take()[0].1);
    let forged = link.replacen("/u/1-1-", "/u/1-2-", 1);
    for link in [forged.as_str(), "/u/1-1-AAAA", "/u/x"] {
        let page = house.browser().ask(Method::POST, link, &[], Body::empty()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("이 링크로 멈출 알림이 없어요"), "{link}");
    }
    assert_eq!(house.turn_at("2026-12-08T00:00:00Z").await.sent, 1);
}

#[tokio::test]
async fn an_english_reader_gets_an_english_letter_about_a_korean_post() {
    let house = House::founded().await;
    let mut korean = house.signed_in("jieun").await;
    let post = crate::writing::write(&mut korean, "상반기 회고", "쉬는 데에도 품이 든다.").await;
    let mut english = house.signed_in("ada").await;
    english.submit(&format!("{post}/remind"), &[("first", "2026-12-01T09:00"), ("recurrence", "half_yearly")]).await;
    assert_eq!(house.turn_at("2026-12-01T00:00:00Z").await.made, 0, "09:00 is London's");
    assert_eq!(house.turn_at("2026-12-01T09:00:00Z").await.sent, 1);
    let mails = house.mails.take();
    let mail = MessageParser::default().parse(&mails[0].1).unwrap();
    assert_eq!(mail.subject().unwrap(), "Again: 상반기 회고");
    assert!(mail.body_text(0).unwrap().contains("every half-year. The next one comes on 1 June 2027."));
    assert!(mail.body_html(0).unwrap().contains("<h1 lang=\"ko\""));
    assert!(mails[0].1.windows(22).any(|window| window == b"Content-Language: en\r\n"));
}

#[tokio::test]
async fn a_reminder_that_came_for_the_last_time_cannot_be_turned_on() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "once").await;
    house.turn_at("2026-12-01T00:00:00Z").await;
    let link = stop_link(&house.mails.take()[0].1);
    let mut nobody = house.browser();
    nobody.ask(Method::POST, &link, &[], Body::from("List-Unsubscribe=One-Click")).await;
    let page = nobody.post(&format!("{link}/resume"), &[]).await;
    assert!(page.text().contains("모두 보내서 다시 켤 것이 없어요"), "{}", page.text());
}

#[tokio::test]
async fn a_house_founded_while_the_worker_runs_signs_its_mail() {
    let house = House::empty().await;
    assert_eq!(house.turn_after(jiff::SignedDuration::from_secs(1)).await, server::worker::Turn::default());
    let mut browser = house.browser();
    let founding = [
        ("team", "새 팀"),
        ("language", "ko"),
        ("zone", "Asia/Seoul"),
        ("name", "지은"),
        ("email", "jieun@example.com"),
        ("password", crate::house::PASSWORD),
    ];
    browser.submit("/welcome", &founding).await;
    reminded(&mut browser, "2026-12-01T09:00", "once").await;
    house.turn_at("2026-12-01T00:00:00Z").await;
    let mails = house.mails.take();
    let mail = MessageParser::default().parse(&mails[0].1).unwrap();
    assert_eq!(mail.from().unwrap().first().unwrap().name().unwrap(), "새 팀");
    assert!(mail.body_text(0).unwrap().contains("새 팀"));
}

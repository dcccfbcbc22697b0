use axum::http::{StatusCode, header};

use crate::browser::Browser;
use crate::house::House;
use crate::writing::{begun, retrospective, write};

/// What the writing page sends a moment after a key: the form, which post, the draft as last seen, and its own word.
async fn keep(browser: &mut Browser, post: &str, draft: &str, desk: &str, body: &str) -> (StatusCode, String) {
    let mut form = retrospective("쓰다 만 회고", body);
    form.extend([("post", post), ("draft", draft), ("desk", desk)]);
    let page = browser.post("/desk/drafts", &form).await;
    let answer: serde_json::Value = serde_json::from_slice(&page.bytes).unwrap_or_default();
    (page.status, answer["draft"].as_str().unwrap_or_default().to_owned())
}

fn id(post: &str) -> &str {
    post.rsplit('/').next().unwrap()
}

#[tokio::test]
async fn a_draft_of_a_new_post_is_listed_gone_on_with_and_gone_once_saved() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (status, first) = keep(&mut browser, "", "", "a1", "하나").await;
    assert_eq!(status, StatusCode::OK);
    let (_, mark) = keep(&mut browser, "", &first, "a1", "하나 둘").await;
    assert!(browser.get("/posts").await.text().contains("초안 1개"));
    let list = browser.get("/drafts").await;
    assert!(list.text().contains("쓰다 만 회고") && list.text().contains("하나 둘"));
    let way = list.attribute(".lines a", "href").unwrap();
    let page = browser.get(&way).await;
    assert_eq!(page.field("body").unwrap().trim(), "하나 둘");
    assert_eq!(page.field("draft").unwrap(), mark);
    assert!(page.text().contains("에 담은 초안이에요."));

    let mut form = retrospective("쓰다 만 회고", "하나 둘 셋");
    form.push(("draft", &mark));
    browser.submit("/posts/new?kind=retrospective", &form).await;
    assert!(browser.get("/drafts").await.text().contains("담아 둔 초안이 없어요"));
    assert_eq!(browser.get(&way).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_is_offered_beside_what_is_stored_and_can_be_thrown_away() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "저장된 글").await;
    let base = browser.get(&format!("{post}/edit")).await.field("base").unwrap();
    let mut form = retrospective("회고", "저장하지 않은 글");
    form.extend([("post", id(&post)), ("base", base.as_str())]);
    assert_eq!(browser.post("/desk/drafts", &form).await.status, StatusCode::OK);

    let page = browser.get(&format!("{post}/edit")).await;
    assert_eq!(page.field("body").unwrap().trim(), "저장된 글");
    assert_eq!(page.words(".draft-offer h2").unwrap(), "저장하지 않은 초안이 있어요");
    assert_eq!(page.words(".draft-differs ins").unwrap(), "저장하지 않은");
    assert!(!page.text().contains("새로 저장됐어요"));
    let draft = browser.get(&page.attribute(".draft-offer a.primary", "href").unwrap()).await;
    assert_eq!(draft.field("body").unwrap().trim(), "저장하지 않은 글");

    let drop = page.attribute(".draft-offer form", "action").unwrap();
    assert_eq!(browser.submit(&drop, &[]).await.words(".said-line").unwrap(), "초안을 버렸어요.");
    assert_eq!(browser.get(&format!("{post}/edit")).await.count(".draft-offer"), 0);
    assert_eq!(browser.post(&drop, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_begun_before_somebody_saved_says_so_and_leads_to_both() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "하나").await;
    let base = browser.get(&format!("{post}/edit")).await.field("base").unwrap();
    let mut form = retrospective("회고", "내 초안");
    form.extend([("post", id(&post)), ("base", base.as_str())]);
    browser.post("/desk/drafts", &form).await;
    let other = begun(&mut browser, &post, "회고", "다른 창에서 저장").await;
    let other: Vec<_> =
        other.iter().map(|(name, value)| (*name, value.as_str())).filter(|(name, _)| *name != "draft").collect();
    browser.submit(&format!("{post}/edit"), &other).await;

    let page = browser.get(&format!("{post}/edit")).await;
    assert!(page.words(".draft-offer").unwrap().contains("글이 새로 저장됐어요"));
    let draft = browser.get(&page.attribute(".draft-offer a.primary", "href").unwrap()).await;
    let (base, mark) = (draft.field("base").unwrap(), draft.field("draft").unwrap());
    let mut form = retrospective("회고", "내 초안");
    form.extend([("base", base.as_str()), ("draft", mark.as_str())]);
    let stale = browser.post(&format!("{post}/edit"), &form).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("다른 창에서 저장") && stale.text().contains("내 초안"));
    let which = |mark: &str| mark.split('-').next().unwrap().to_owned();
    assert_eq!(which(&stale.field("draft").unwrap()), which(&mark), "the draft lives until the words are saved");
    assert!(browser.get("/drafts").await.text().contains("내 초안"));
}

#[tokio::test]
async fn of_two_windows_the_second_is_told_and_writes_over_nothing() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "글").await;
    let (_, mark) = keep(&mut browser, id(&post), "", "a1", "창 하나").await;
    assert_eq!(keep(&mut browser, id(&post), "", "b2", "창 둘").await.0, StatusCode::CONFLICT);
    let (status, _) = keep(&mut browser, id(&post), &mark, "a1", "창 하나, 더").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(keep(&mut browser, id(&post), &mark, "b2", "창 둘").await.0, StatusCode::CONFLICT);
    assert!(browser.get("/drafts").await.text().contains("창 하나, 더"));
}

#[tokio::test]
async fn without_scripts_a_button_keeps_and_a_second_press_decides() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "글").await;
    let page = browser.get(&format!("{post}/edit")).await;
    assert_eq!(page.attribute(".keep-draft", "formaction").unwrap(), "/drafts");
    let mut form = retrospective("", "제목도 없이");
    form.push(("post", id(&post)));
    let kept = browser.submit("/drafts", &form).await;
    assert_eq!(kept.words(".said-line").unwrap(), "초안으로 담아 두었어요. 아직 저장한 것은 아니에요.");
    assert_eq!(kept.field("body").unwrap().trim(), "제목도 없이");

    let mut other = retrospective("", "다른 창");
    other.push(("post", id(&post)));
    let refused = browser.post("/drafts", &other).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.field("body").unwrap().trim(), "다른 창");
    assert!(refused.words("[role=alert]").unwrap().contains("다른 초안이 있어서"));
    let seen = refused.field("draft").unwrap();
    other.push(("draft", &seen));
    assert_eq!(browser.submit("/drafts", &other).await.field("body").unwrap().trim(), "다른 창");
}

#[tokio::test]
async fn drafts_are_nobody_elses_and_words_outlive_the_sign_in() {
    let house = House::founded().await;
    let (mut jieun, mut haneul) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let post = write(&mut jieun, "회고", "글").await;
    let (_, mark) = keep(&mut jieun, "", "", "a1", "은하수 아래 비밀").await;
    let draft = mark.split('-').next().unwrap().to_owned();
    assert!(!haneul.get("/drafts").await.text().contains("은하수"));
    assert!(!haneul.get("/posts").await.text().contains("은하수"));
    for address in
        [format!("/posts/new?kind=retrospective&draft={draft}"), "/posts/new?kind=retrospective&draft=x".to_string()]
    {
        assert_eq!(haneul.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(haneul.post(&format!("/drafts/{draft}/delete"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(keep(&mut haneul, id(&post), "", "z", "남의 글").await.0, StatusCode::NOT_FOUND);
    assert_eq!(keep(&mut haneul, "", &mark, "z", "남의 초안").await.0, StatusCode::CONFLICT);
    let mut stranger = house.browser();
    assert_eq!(keep(&mut stranger, "", "", "z", "밖에서").await.0, StatusCode::UNAUTHORIZED);
    let back = stranger.post("/drafts", &retrospective("회고", "문이 닫혔다")).await;
    assert_eq!(
        (back.status, back.field("body").unwrap().trim().to_owned()),
        (StatusCode::UNAUTHORIZED, "문이 닫혔다".into())
    );
}

#[tokio::test]
async fn a_save_tells_the_page_that_its_own_copy_may_go() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let mut form = retrospective("회고", "글");
    form.push(("desk", "abc123"));
    let answer = browser.post("/posts/new?kind=retrospective", &form).await;
    let cookies: Vec<_> = answer.headers.get_all(header::SET_COOKIE).iter().map(|one| one.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|one| one.starts_with("dasi-ended-abc123=1;")), "{cookies:?}");
    form.pop();
    form.push(("desk", "a; Domain=x"));
    let answer = browser.post("/posts/new?kind=retrospective", &form).await;
    assert!(!format!("{:?}", answer.headers).contains("dasi-ended"));
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.headers["clear-site-data"], "\"storage\"");
}

#[tokio::test]
async fn words_for_a_post_that_is_gone_come_back_and_become_another() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "글").await;
    let form = begun(&mut browser, &post, "회고", "오래 쓴 글").await;
    let mut form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.push(("post", id(&post)));
    browser.submit(&format!("{post}/trash"), &[]).await;
    assert_ne!(browser.get(&format!("{post}/edit")).await.status, StatusCode::OK, "it is in the trash");
    for way in [format!("{post}/edit"), format!("{post}/join"), "/drafts".to_owned()] {
        let back = browser.post(&way, &form).await;
        assert_eq!(back.status, StatusCode::NOT_FOUND, "{way}");
        assert_eq!(back.field("body").unwrap().trim(), "오래 쓴 글", "{way}");
        assert!(back.words("[role=alert]").unwrap().contains("저장하면 새 글이 돼요"), "{way}");
        assert_eq!(back.attribute("form.write", "action").unwrap(), "/posts/new?kind=retrospective");
        assert_eq!((back.field("base").unwrap(), back.field("post").unwrap_or_default()), Default::default());
    }
    form.retain(|(name, _)| *name != "base" && *name != "post");
    let saved = browser.submit("/posts/new?kind=retrospective", &form).await;
    assert_eq!(saved.words(".said-line").unwrap(), "저장했어요.");
}

#[tokio::test]
async fn a_page_that_goes_on_with_a_draft_is_not_the_page_that_kept_it() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (_, mark) = keep(&mut browser, "", "", "a1", "하나").await;
    let draft = mark.split('-').next().unwrap().to_owned();
    let page = browser.get(&format!("/posts/new?kind=retrospective&draft={draft}")).await;
    assert_eq!(page.field("desk").unwrap_or_default(), "", "or two windows without scripts would be one");
}

#[tokio::test]
async fn a_draft_of_a_post_in_the_trash_can_still_be_opened() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "글").await;
    keep(&mut browser, id(&post), "", "a1", "아직 저장하지 않은 글").await;
    browser.submit(&format!("{post}/trash"), &[]).await;
    let way = browser.get("/drafts").await.attribute(".lines a", "href").unwrap();
    let page = browser.get(&way).await;
    assert_eq!(
        (page.status, page.field("body").unwrap().trim().to_owned()),
        (StatusCode::NOT_FOUND, "아직 저장하지 않은 글".into())
    );
    assert!(browser.get("/drafts").await.text().contains("아직 저장하지 않은 글"), "and it is kept");
}

#[tokio::test]
async fn saving_ends_no_draft_that_its_writer_was_only_told_of() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "글").await;
    let base = browser.get(&format!("{post}/edit")).await.field("base").unwrap();
    assert_eq!(keep(&mut browser, id(&post), "", "a1", "창 하나의 말").await.0, StatusCode::OK);

    let mut other = retrospective("회고", "창 둘의 말");
    other.extend([("post", id(&post)), ("base", base.as_str())]);
    let refused = browser.post("/drafts", &other).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let told = refused.field("draft").unwrap();
    other.push(("draft", &told));
    other.retain(|(name, _)| *name != "post");
    let saved = browser.post(&format!("{post}/edit"), &other).await;
    assert!(saved.status.is_redirection(), "{}", saved.status);
    assert!(browser.get(&post).await.text().contains("창 둘의 말"));
    assert!(browser.get("/drafts").await.text().contains("창 하나의 말"));

    let late: Vec<_> =
        other.iter().map(|(name, value)| (*name, if *name == "body" { "늦은 말" } else { value })).collect();
    assert_eq!(browser.post(&format!("{post}/edit"), &late).await.status, StatusCode::CONFLICT);
    let drafts = browser.get("/drafts").await.text();
    assert!(drafts.contains("창 하나의 말") && drafts.contains("늦은 말"), "{drafts}");
}

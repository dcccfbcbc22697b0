//! Revisions of a post: listed by sitting, read, compared, brought back; and who wrote which line.

use axum::http::StatusCode;
use domain::api_token::Scope;
use serde_json::json;

use crate::browser::Browser;
use crate::house::House;
use crate::program::{Program, write_up};
use crate::writing::{begun, retrospective, write};

/// Saves other words, so many minutes after noon.
async fn save_at(house: &House, browser: &mut Browser, post: &str, body: &str, minute: u32) {
    house.clock.set(format!("2026-11-24T{:02}:{:02}:00Z", 3 + minute / 60, minute % 60).parse().unwrap());
    let form = begun(browser, post, "회고", body).await;
    let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(browser.post(&format!("{post}/edit"), &fields).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn saves_of_one_sitting_are_one_revision_with_the_others_behind_it() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let post = write(&mut jieun, "회고", "하나").await;
    for (body, minute) in [("하나 둘", 2), ("하나 둘 셋", 4), ("하나 둘 셋 넷", 30)] {
        save_at(&house, &mut jieun, &post, body, minute).await;
    }
    let page = jieun.get(&format!("{post}/revisions")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.count(".revisions > li"), 2);
    assert_eq!(page.words(".revision-name").unwrap(), "4판");
    assert!(page.words(".revision-line .soft").unwrap().contains("1자 늘었어요"), "{}", page.text());
    assert_eq!(page.count(".revisions details li a"), 2, "the others have their addresses");
    assert!(page.words(".revisions summary").unwrap().contains("3번"));
    let folded = page.attribute(".revisions details li a", "href").unwrap();
    assert_eq!(jieun.get(&folded).await.words(".words").unwrap(), "하나 둘");
    let read = jieun.get(&post).await;
    assert_eq!(read.attribute(".by small a", "href").unwrap(), format!("{post}/revisions"));
}

#[tokio::test]
async fn any_two_are_compared_word_by_word_with_title_and_tags() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let post = write(&mut jieun, "회고", "지난 회고를 다시 읽었다.\n").await;
    save_at(&house, &mut jieun, &post, "지난 회고는 다시 읽었다.\n", 10).await;
    let mut form = begun(&mut jieun, &post, "상반기 회고", "지난 회고는 다시 읽었다.\n").await;
    form[3].1 = "회고".into();
    let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    jieun.post(&format!("{post}/edit"), &fields).await;
    let words = jieun.get(&format!("{post}/compare?from=1&to=2")).await;
    assert_eq!((words.words("del").unwrap(), words.words("ins").unwrap()), ("뺀 말: 를".into(), "더한 말: 는".into()));
    let whole = jieun.get(&format!("{post}/compare?from=3&to=1&view=beside")).await;
    assert_eq!(whole.words("h1").unwrap(), "1판과 3판", "the older first");
    assert_eq!(whole.count(".pair-of-texts .changed"), 2);
    assert_eq!(whole.count(".facts dt"), 2, "title and tags: {}", whole.text());
    assert_eq!(whole.words("nav.tabs [aria-current]").unwrap(), "나란히");
    let latest = jieun.get(&format!("{post}/compare")).await;
    assert_eq!(latest.words("h1").unwrap(), "1판과 3판", "without a choice: the last sitting and the one before");
    for wrong in ["from=1&to=9", "from=x&to=2", "from=1&to=-1", "from=99999999999999999999&to=1"] {
        assert_eq!(jieun.get(&format!("{post}/compare?{wrong}")).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn an_old_revision_says_so_and_is_brought_back_as_a_new_one() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let post = write(&mut jieun, "회고", "처음 **글**").await;
    save_at(&house, &mut jieun, &post, "다음 글", 10).await;
    let old = jieun.get(&format!("{post}/revisions/1")).await;
    assert_eq!((old.words(".notice h2").unwrap().as_str(), old.count(".words strong")), ("지난 글이에요", 1));
    let action = old.attribute("[popover] form", "action").unwrap();
    let page = jieun.submit(&action, &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "지난 판으로 되돌렸어요.");
    assert_eq!(jieun.get(&format!("{post}.md")).await.text(), "처음 **글**");
    let history = jieun.get(&format!("{post}/revisions")).await;
    assert_eq!(history.count(".revisions > li"), 3, "nothing was lost");
    assert!(history.words(".revision-line .soft").unwrap().contains("1판을 되돌린 판"));
    save_at(&house, &mut jieun, &post, "또 다른 글", 20).await;
    let again = jieun.post(&format!("{post}/revisions/2/restore?base=3"), &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "somebody saved since that page was read");
    assert!(again.count(".decision") > 0);
    assert_eq!(jieun.post(&format!("{post}/revisions/2/restore"), &[]).await.status, StatusCode::BAD_REQUEST);
    let mut haneul = house.signed_in("haneul").await;
    assert_eq!(haneul.get(&format!("{post}/revisions/1")).await.count("[popover] form"), 0);
    assert_eq!(haneul.post(&action, &[]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_was_written_in_private_stays_so_when_the_post_is_opened() {
    let house = House::founded().await;
    let (mut jieun, mut haneul) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let private: Vec<_> = retrospective("회고", "남에게 못 할 말")
        .into_iter()
        .map(|(name, value)| (name, if name == "audience" { "only_me" } else { value }))
        .collect();
    let post = jieun.post("/posts/new?kind=retrospective", &private).await.location();
    assert_eq!(haneul.get(&format!("{post}/revisions")).await.status, StatusCode::NOT_FOUND);
    let form = jieun.get(&format!("{post}/edit")).await;
    assert!(form.text().contains("글쓴이에게만 보여요"), "it is said at the moment of opening");
    save_at(&house, &mut jieun, &post, "모두에게 할 말", 10).await;
    save_at(&house, &mut jieun, &post, "모두에게 할 긴 말", 20).await;
    assert_eq!(jieun.get(&format!("{post}/revisions")).await.count(".revisions > li"), 3);
    let history = haneul.get(&format!("{post}/revisions")).await;
    assert_eq!(history.count(".revisions > li"), 2);
    assert!(history.text().contains("팀에 연 뒤에"));
    for hidden in ["/revisions/1", "/compare?from=1&to=2"] {
        assert_eq!(haneul.get(&format!("{post}{hidden}")).await.status, StatusCode::NOT_FOUND, "{hidden}");
    }
    for shown in ["/revisions", "/revisions/2", "/revisions/3", "/compare", "/lines"] {
        let page = haneul.get(&format!("{post}{shown}")).await;
        assert_eq!(page.status, StatusCode::OK, "{shown}");
        assert!(!page.text().contains("못 할"), "{shown}");
    }
}

#[tokio::test]
async fn each_line_says_who_wrote_it_and_in_which_revision() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let post = write(&mut jieun, "회고", "첫 줄\n\n둘째 줄\n").await;
    save_at(&house, &mut jieun, &post, "첫 줄\n\n고친 줄\n", 10).await;
    let page = jieun.get(&format!("{post}/lines")).await;
    assert_eq!(page.count(".source-lines tr"), 2);
    assert_eq!(page.words(".source-lines tr:last-child .source").unwrap(), "고친 줄");
    assert_eq!(page.words(".source-lines tr:last-child th a").unwrap(), "2판");
    assert_eq!(page.words(".source-lines tr:last-child .number").unwrap(), "3");
}

#[tokio::test]
async fn a_long_history_turns_its_pages_and_hostile_words_in_it_never_run() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let vector = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let post = write(&mut jieun, "회고", vector).await;
    for number in 1..22 {
        save_at(&house, &mut jieun, &post, &format!("{vector} {number}"), number * 6).await;
    }
    let first = jieun.get(&format!("{post}/revisions")).await;
    assert_eq!(first.count(".revisions > li"), 20);
    let older = first.attribute("a[rel=next]", "href").unwrap();
    let second = jieun.get(&older).await;
    assert_eq!((second.count(".revisions > li"), second.count("a[rel=next]")), (2, 0));
    assert!(second.words(".revisions > li:last-child").unwrap().contains("첫 판"));
    for path in ["/revisions", "/revisions/1", "/compare?from=1&to=22", "/compare?from=1&to=22&view=beside", "/lines"] {
        let page = jieun.get(&format!("{post}{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.count("script:not([nonce]), img[onerror]"), 0, "{path}");
    }
}

#[tokio::test]
async fn programs_read_the_history_and_bring_a_revision_back() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    let first = program.post("/posts", &write_up("비용", "하나\n")).await.json()["revision"].clone();
    let mut change = write_up("비용", "둘\n");
    change["revision"] = first.clone();
    change.as_object_mut().unwrap().remove("kind");
    let second = program.put("/posts/1", &change).await.json()["revision"].clone();
    let list = program.get("/posts/1/revisions").await.json();
    assert_eq!(
        (list["revisions"][0]["revision"].clone(), list["revisions"][1]["number"].clone()),
        (second.clone(), json!(1))
    );
    assert_eq!(program.get("/posts/1/revisions?before=2").await.json()["revisions"].as_array().unwrap().len(), 1);
    for wrong in ["before=x", "after=1"] {
        let refused = program.get(&format!("/posts/1/revisions?{wrong}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let old = program.get(&format!("/posts/1/revisions/{first}")).await.json();
    assert_eq!((old["body"].as_str(), old["summary"].as_str()), (Some("하나\n"), Some("무엇을 껐는지")));
    let restore = format!("/posts/1/revisions/{first}/restore");
    let stale = program.post(&restore, &json!({ "revision": first })).await;
    assert_eq!((stale.status, stale.json()["revision"].clone()), (StatusCode::CONFLICT, second.clone()));
    let back = program.post(&restore, &json!({ "revision": second })).await;
    assert_eq!((back.status, back.json()["body"].as_str()), (StatusCode::OK, Some("하나\n")));
    let latest = program.get("/posts/1/revisions").await.json();
    assert_eq!(latest["revisions"][0]["restored_from"], 1);
    for nothing in ["/posts/1/revisions/99", "/posts/1/revisions/x", "/posts/9/revisions"] {
        assert_eq!(program.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    let mut other = Program::of(&house, "ada", Scope::Write).await;
    let forbidden = other.post(&restore, &json!({ "revision": second })).await;
    assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
    assert_eq!(other.post(&restore, &json!({ "base": 1 })).await.status, StatusCode::FORBIDDEN);
    let unknown = program.post(&restore, &json!({ "base": 1 })).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
}

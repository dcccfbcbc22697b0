use axum::http::StatusCode;

use crate::browser::{Browser, Page};
use crate::house::House;
use crate::writing::{begun, retrospective, write};

const BODY: &str = "## 할 일\n\n- [ ] **배포(셋째)**를 되돌린다  \n- [x] 쉬기\n  1. [ ] 푹\n\n끝.\n";

async fn markdown(browser: &mut Browser, post: &str) -> String {
    browser.get(&format!("{post}.md")).await.text()
}

/// Presses a checkbox of a page.
async fn tick(browser: &mut Browser, page: &Page, number: &str) -> Page {
    let base = page.attribute("#task-form input[name=base]", "value").unwrap();
    let action = page.attribute("#task-form", "action").unwrap();
    browser.post(&action, &[("task", number), ("base", &base)]).await
}

#[tokio::test]
async fn a_task_is_ticked_on_the_page_and_all_else_stays_byte_for_byte() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "상반기 회고", BODY).await;
    let page = browser.get(&post).await;
    assert_eq!(page.count(".words button.task[role=checkbox]"), 3);
    assert_eq!(page.attribute("button.task[value='2']", "aria-checked").unwrap(), "true");
    let answer = tick(&mut browser, &page, "1").await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, format!("{post}#task-1")));
    let page = browser.get(&post).await;
    assert_eq!(page.attribute("button.task[value='1']", "aria-checked").unwrap(), "true");
    assert_eq!(page.words(".said-line").unwrap(), "저장했어요.");
    assert!(page.text().contains("2판"), "who ticked it stands in the history");
    assert_eq!(markdown(&mut browser, &post).await, BODY.replace("- [ ]", "- [x]"));
    tick(&mut browser, &page, "3").await;
    let page = browser.get(&post).await;
    tick(&mut browser, &page, "1").await;
    assert_eq!(markdown(&mut browser, &post).await, BODY.replace("1. [ ]", "1. [x]"));
}

#[tokio::test]
async fn somebody_saved_in_between_and_the_task_is_as_it_was_or_is_not() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "상반기 회고", BODY).await;
    let seen = browser.get(&post).await;
    let later = BODY.replace("끝.", "아직이다.").replace("쉬기", "더 쉬기");
    let form = begun(&mut browser, &post, "상반기 회고", &later).await;
    let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.submit(&format!("{post}/edit"), &form).await;
    let answer = tick(&mut browser, &seen, "1").await;
    assert_eq!(answer.location(), format!("{post}#task-1"), "its own line is the same");
    let ticked = later.replace("- [ ]", "- [x]");
    assert_eq!(markdown(&mut browser, &post).await, ticked);
    for changed in ["2", "1"] {
        let answer = tick(&mut browser, &seen, changed).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, post.clone()));
        let page = browser.get(&post).await;
        assert!(page.words(".said-line").unwrap().starts_with("그사이 누가 이 할 일을 고쳐서"), "{changed}");
        assert_eq!(markdown(&mut browser, &post).await, ticked);
    }
}

#[tokio::test]
async fn only_authors_tick() {
    let house = House::founded().await;
    let (mut author, mut reader) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let post = write(&mut author, "상반기 회고", BODY).await;
    let page = reader.get(&post).await;
    assert_eq!((page.count("button.task"), page.count("#task-form"), page.count(".words input[disabled]")), (0, 0, 3));
    let seen = author.get(&post).await;
    assert_eq!(tick(&mut reader, &seen, "1").await.status, StatusCode::FORBIDDEN);
    let mut form = retrospective("나만의 일", BODY);
    form.retain(|(name, _)| *name != "audience");
    form.push(("audience", "only_me"));
    let mine = author.post("/posts/new?kind=retrospective", &form).await.location();
    let seen = author.get(&mine).await;
    assert_eq!(tick(&mut reader, &seen, "1").await.status, StatusCode::NOT_FOUND);
    assert_eq!(markdown(&mut author, &mine).await, BODY);
    let seen = author.get(&post).await;
    for none in ["0", "4", "x", ""] {
        let answer = tick(&mut author, &seen, none).await;
        assert!(matches!(answer.status, StatusCode::SEE_OTHER | StatusCode::BAD_REQUEST), "{none}");
        assert!(answer.status != StatusCode::SEE_OTHER || answer.location() == post, "{none}");
    }
    assert_eq!(markdown(&mut author, &post).await, BODY);
}

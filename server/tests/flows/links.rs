use domain::api_token::Scope;
use serde_json::json;

use crate::house::House;
use crate::program::Program;
use crate::tags::{all_words, write_tagged};
use crate::writing::begun;

#[tokio::test]
async fn a_link_to_a_title_leads_there_whatever_it_is_called_by_now() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let b = crate::writing::write(&mut browser, "B", "글").await;
    let body = "보기: [[B]]와 [[b|그 글]]";
    let a = crate::writing::write(&mut browser, "A", body).await;
    let renamed = begun(&mut browser, &b, "C", "글").await;
    browser.submit(&format!("{b}/edit"), &fields(&renamed)).await;
    crate::writing::write(&mut browser, "B", "남의 자리").await;
    let longer = format!("{body} 더");
    for _ in 0..2 {
        let page = browser.get(&a).await;
        assert_eq!(all_words(&page, ".words a"), ["C", "그 글"]);
        assert_eq!(page.attribute(".words a", "href").unwrap(), b);
        let again = begun(&mut browser, &a, "A", &longer).await;
        browser.submit(&format!("{a}/edit"), &fields(&again)).await;
    }
    assert_eq!(browser.get(&format!("{a}.md")).await.text(), longer);
    assert_eq!(all_words(&browser.get(&b).await, "#linked-from + ul a"), ["A"]);
}

fn fields<'a>(form: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn a_title_that_nobody_has_is_offered_to_whoever_may_write() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    let post = write_tagged(&mut browser, "Here", "", "See [[What & what]].", "team").await;
    let page = browser.get(&post).await;
    assert_eq!(page.count(".words a"), 0);
    assert_eq!(page.words("#missing + ul li").unwrap(), "What & what Write it");
    let to = page.attribute("#missing + ul a", "href").unwrap();
    assert_eq!(to, "/posts/new?kind=write_up&title=What%20%26%20what");
    assert_eq!(browser.get(&to).await.field("title").unwrap(), "What & what");
    let other = write_tagged(&mut house.signed_in("jieun").await, "What & what", "", "", "team").await;
    let page = browser.get(&post).await;
    assert_eq!((page.count("#missing"), page.attribute(".words a", "href").unwrap()), (0, other));
}

#[tokio::test]
async fn a_title_in_brackets_reveals_nothing() {
    let house = House::founded().await;
    let mut mine = house.signed_in("haneul").await;
    let secret = write_tagged(&mut mine, "비밀 계획", "", "[[열린 글]]", "only_me").await;
    let mut other = house.signed_in("jieun").await;
    let guess = write_tagged(&mut other, "추측", "", "[[비밀 계획]] [[없는 글]]", "team").await;
    let open = write_tagged(&mut mine, "열린 글", "", "[[비밀  계획|그것]]", "team").await;
    let page = other.get(&guess).await;
    assert_eq!(page.count(".words a"), 0);
    assert_eq!(all_words(&page, "#missing + ul li"), ["비밀 계획 쓰기", "없는 글 쓰기"], "one looks like the other");
    let page = other.get(&open).await;
    assert_eq!((page.count(".words a"), page.count("#linked-from"), page.count("#related")), (0, 0, 0));
    assert!(!page.text().contains(&secret));
    let page = mine.get(&open).await;
    assert_eq!(page.attribute(".words a", "href").unwrap(), secret);
    assert_eq!(all_words(&page, "#linked-from + ul a"), ["비밀 계획"]);
    let mut program = Program::of(&house, "jieun", Scope::Read).await;
    let links = program.get(&format!("{open}/links")).await.json();
    assert_eq!(links, json!({ "links": [{ "words": "비밀 계획", "post": null }], "linked_from": [] }));
    assert_eq!(program.get(&format!("{secret}/links")).await.status, 404);
    let mut program = Program::of(&house, "haneul", Scope::Read).await;
    let links = program.get(&format!("{open}/links")).await.json();
    assert_eq!(
        (&links["links"][0]["post"]["title"], &links["linked_from"][0]["title"]),
        (&json!("비밀 계획"), &json!("비밀 계획"))
    );
}

#[tokio::test]
async fn what_has_most_to_do_with_a_post_stands_below_it() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    for (title, tags) in [("흔한", "회고"), ("또 흔한", "회고"), ("드문", "회고 창고"), ("아닌", "다른")]
    {
        write_tagged(&mut browser, title, tags, "", "team").await;
    }
    let post = write_tagged(&mut browser, "여기", "회고 창고", "", "team").await;
    let page = browser.get(&post).await;
    assert_eq!(all_words(&page, "#related + ul a"), ["드문", "또 흔한", "흔한"]);
    let mut other = house.signed_in("haneul").await;
    write_tagged(&mut other, "남의 비밀", "창고", "", "only_me").await;
    assert!(!browser.get(&post).await.text().contains("남의 비밀"));
}

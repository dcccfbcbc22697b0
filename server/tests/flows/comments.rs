use axum::http::StatusCode;
use domain::api_token::Scope;
use domain::comment::{Anchor, CommentBody, Passage};
use domain::id::{CommentId, PostId};
use domain::language::Language;
use domain::member::{EmailAddress, Role};
use domain::post::{Audience, Content, PostForm};
use jiff::SignedDuration;
use scraper::{Html, Selector};
use store::{By, NewComment, Viewer};

use crate::browser::{Browser, Page};
use crate::house::{House, member};
use crate::program::Program;

const BODY: &str = "# 시작\n\n쉬는 데에도 **품(힘)**이 든다.\n\n## 다음\n\n배포는 금요일을 피한다.\n";

pub(crate) fn content(title: &str, body: &str) -> Content {
    let form = PostForm {
        kind: "write_up".into(),
        title: title.into(),
        body: body.into(),
        language: "ko".into(),
        audience: "team".into(),
        ..PostForm::default()
    };
    form.parse().unwrap().0
}

impl House {
    pub(crate) async fn viewer(&self, who: &str) -> Viewer {
        let email = EmailAddress::parse(&format!("{who}@example.com")).unwrap();
        self.store.viewer(self.store.member_by_email(&email).await.unwrap().unwrap().member)
    }

    /// A post of 지은's for the team.
    pub(crate) async fn post(&self) -> PostId {
        self.viewer("jieun").await.create_post(&content("쉼에 대해", BODY), Audience::Team).await.unwrap()
    }
}

pub(crate) fn said(post: PostId, words: &str) -> NewComment {
    let body = CommentBody::parse(words).unwrap();
    NewComment { post, thread: None, body, anchor: Anchor::Post, seen: None, review: None }
}

/// Says something by the form, and gives its number.
async fn say(browser: &mut Browser, post: PostId, fields: &[(&str, &str)]) -> CommentId {
    let answer = browser.post(&format!("/posts/{post}/comments"), fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let to = answer.location();
    to.strip_prefix(&format!("/posts/{post}#comment-")).unwrap().parse().unwrap()
}

fn all(page: &Page, selector: &str) -> Vec<String> {
    let words = |one: scraper::ElementRef<'_>| one.text().collect::<String>().trim().to_owned();
    Html::parse_document(&page.text()).select(&Selector::parse(selector).unwrap()).map(words).collect()
}

#[tokio::test]
async fn a_thread_is_begun_answered_edited_resolved_and_opened_again() {
    let house = House::founded().await;
    let (post, mut haneul, mut jieun) =
        (house.post().await, house.signed_in("haneul").await, house.signed_in("jieun").await);
    let page = haneul.get("/posts/1").await;
    assert_eq!(page.words("#comments .soft").unwrap(), "아직 댓글이 없어요.");
    let seen = page.field("seen").unwrap();
    let thread = say(&mut haneul, post, &[("body", "**정말** 그래요?"), ("seen", &seen)]).await;
    let reply = say(&mut jieun, post, &[("body", "그럼요"), ("thread", &thread.to_string())]).await;
    let page = haneul.get("/posts/1").await;
    assert_eq!(page.words(".said-line").unwrap(), "댓글을 남겼어요.");
    assert_eq!(page.words("#comments-title").unwrap(), "댓글 2개");
    assert_eq!(
        page.words(&format!("#comment-{thread} strong + small, #comment-{thread} .words strong")).unwrap(),
        "방금"
    );
    assert_eq!(page.words(&format!("#comment-{thread} .words strong")).unwrap(), "정말");
    assert_eq!(page.words(&format!("#comment-{reply} .words")).unwrap(), "그럼요");

    let edit = format!("/comments/{thread}/edit");
    assert_eq!(haneul.get(&edit).await.field("body").unwrap().trim_start(), "**정말** 그래요?");
    house.clock.set(house.store.now() + SignedDuration::from_mins(5));
    let page = haneul.submit(&edit, &[("body", "참말인가요?")]).await;
    assert!(page.words(&format!("#comment-{thread} header")).unwrap().ends_with("5분 전 · 고침"));
    assert_eq!(jieun.get(&edit).await.status, StatusCode::FORBIDDEN);

    let page = jieun.submit(&format!("/comments/{thread}/resolve"), &[]).await;
    assert_eq!(page.words(".thread.resolved summary").unwrap(), "지은님이 해결됨으로 표시했어요 · 방금");
    assert_eq!(page.count(".thread.resolved details[open]"), 0, "it is folded");
    let page = haneul.submit(&format!("/comments/{thread}/reopen"), &[]).await;
    assert_eq!(page.count(".thread.resolved"), 0);
    let page = haneul.submit(&format!("/comments/{thread}/delete"), &[]).await;
    assert_eq!(page.words(&format!("#comment-{thread}")).unwrap(), "하늘님이 지운 댓글이에요.");
    assert!(!page.text().contains("참말인가요") && page.text().contains("그럼요"));
}

#[tokio::test]
async fn what_is_wrong_comes_back_beside_its_field_with_every_word() {
    let house = House::founded().await;
    let (post, mut haneul) = (house.post().await, house.signed_in("haneul").await);
    let long = "말".repeat(10_001);
    let fields = [("body", long.as_str()), ("exact", "품(힘)이 든다."), ("before", "쉬는 데에도"), ("seen", "1")];
    let page = haneul.post("/posts/1/comments", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.problem("body").unwrap().contains("10001") || page.problem("body").unwrap().contains("10,001"));
    assert_eq!(page.field("body").unwrap().trim(), long);
    assert_eq!(page.words(".quote").unwrap(), "품(힘)이 든다.");
    for (name, value) in &fields[1..] {
        assert_eq!(page.field(name).unwrap(), *value, "{name}");
    }
    let page = haneul.post("/posts/1/comments", &[("body", " "), ("on", "h-시작")]).await;
    assert_eq!((page.status, page.field("on").unwrap().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "h-시작"));
    assert!(page.problem("body").is_some());
    let page = haneul.post("/posts/1/comments", &[("body", "말"), ("exact", &"가".repeat(1_001))]).await;
    assert!(page.words("#exact-problem").is_some() && page.field("body").unwrap().trim() == "말");
    let thread = say(&mut haneul, post, &[("body", "말")]).await;
    let page = haneul.post(&format!("/comments/{thread}/edit"), &[("body", "\u{0}")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for wrong in [("thread", "999"), ("thread", "x"), ("seen", "999")] {
        assert_eq!(haneul.post("/posts/1/comments", &[("body", "말"), wrong]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whose_sign_in_ended_while_they_wrote_gets_their_words_back_and_nothing_is_said() {
    let house = House::founded().await;
    let post = house.post().await;
    let page = house.browser().post("/posts/1/comments", &[("body", "긴 생각"), ("on", "h-시작"), ("seen", "1")]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.field("body").unwrap().trim(), "긴 생각");
    assert_eq!((page.field("on").unwrap().as_str(), page.field("seen").unwrap().as_str()), ("h-시작", "1"));
    assert_eq!(page.attribute(".notice a", "href").unwrap(), "/sign-in");
    let page = house.browser().post("/comments/1/edit", &[("body", "다시 쓴 생각")]).await;
    assert_eq!((page.status, page.field("body").unwrap().trim()), (StatusCode::UNAUTHORIZED, "다시 쓴 생각"));
    assert!(house.viewer("jieun").await.comments(post).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_heading_leads_to_the_form_and_counts_what_is_said_there() {
    let house = House::founded().await;
    let (post, mut haneul) = (house.post().await, house.signed_in("haneul").await);
    let page = haneul.get("/posts/1").await;
    let link = ".words h2 + .on-heading a";
    assert_eq!(page.attribute(link, "aria-label").unwrap(), "“시작”에 댓글 쓰기");
    let to = page.attribute(link, "href").unwrap();
    assert!(to.ends_with("#comment-form"), "{to}");
    let page = haneul.get(to.split('#').next().unwrap()).await;
    assert_eq!(page.field("on").unwrap(), "h-시작");
    assert_eq!(page.words("#comment-form .about p").unwrap(), "“시작”에 대해");
    let thread = say(&mut haneul, post, &[("body", "여기요"), ("on", "h-시작")]).await;
    let page = haneul.get("/posts/1").await;
    assert_eq!(page.attribute(".said-here", "href").unwrap(), format!("/posts/1#comment-{thread}"));
    assert_eq!(page.words(".said-here").unwrap(), "댓글 1개");
    assert_eq!(page.attribute(".thread .about a", "href").unwrap(), "#h-시작");
    let page = haneul.get("/posts/1?on=h-없는-제목").await;
    assert_eq!(page.attribute("#comment-form .about", "hidden"), Some(String::new()));
}

#[tokio::test]
async fn a_passage_is_quoted_and_led_to_or_shown_as_of_an_earlier_text() {
    let house = House::founded().await;
    let (post, mut haneul) = (house.post().await, house.signed_in("haneul").await);
    say(&mut haneul, post, &[("body", "왜요?"), ("exact", "금요일을 피한다."), ("before", "배포는")]).await;
    let page = haneul.get("/posts/1").await;
    assert_eq!(page.words(".thread .quote").unwrap(), "금요일을 피한다.");
    assert!(page.attribute(".thread .quote a", "href").unwrap().starts_with("#:~:text=%EA%B8%88"));
    let jieun = house.viewer("jieun").await;
    let base = jieun.stored_post(post).await.unwrap().post.revision_id;
    jieun.revise_post(post, base, &content("쉼에 대해", "다른 글"), Audience::Team).await.unwrap();
    let page = haneul.get("/posts/1").await;
    assert_eq!(page.words(".thread .about").unwrap(), "이전 글(1판)에 달린 댓글");
    assert_eq!(page.attribute(".thread .about a", "href").unwrap(), "/posts/1/revisions/1");
    assert_eq!(page.words(".thread .quote").unwrap(), "금요일을 피한다.");
}

#[tokio::test]
async fn whatever_a_comment_says_no_markup_of_its_writer_is_on_the_page() {
    let house = House::founded().await;
    let (post, haneul) = (house.post().await, house.viewer("haneul").await);
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<svg><style><img src=1 onerror=alert(1)></style></svg>",
        "\"><iframe srcdoc='<script>alert(1)</script>'>",
        "</div></article></section><form action=https://evil.example>",
        "<p id=\"comment-form\">x</p>",
        "# 시작\n\n[^1]\n\n[^1]: x\n\n- [ ] x",
        "<details open ontoggle=alert(1)>",
        "![x](x \"onerror=alert(1)\")",
        "`</textarea><script>alert(1)</script>`",
    ];
    for words in hostile {
        haneul.comment(&said(post, words)).await.unwrap();
        let passage = Passage::parse(words, words, words).unwrap();
        haneul.comment(&NewComment { anchor: Anchor::Passage(passage), ..said(post, words) }).await.unwrap();
        haneul
            .comment(&NewComment { anchor: Anchor::Heading(format!("h-{words}")), ..said(post, words) })
            .await
            .unwrap();
    }
    let page = house.signed_in("jieun").await.get("/posts/1").await;
    let html = page.html();
    for one in html.select(&Selector::parse("#comments *").unwrap()) {
        let name = one.value().name();
        assert!(!["script", "iframe", "svg", "style", "object"].contains(&name), "{name}");
        for (attribute, value) in one.value().attrs() {
            assert!(!attribute.starts_with("on") && attribute != "srcdoc", "{name} {attribute}={value}");
            assert!(!value.trim_start().starts_with("javascript:") && !value.starts_with("data:text"), "{value}");
        }
    }
    let mut ids: Vec<_> = html.select(&Selector::parse("[id]").unwrap()).filter_map(|one| one.attr("id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "no id is there twice");
    assert_eq!(page.count("form[action^=http]"), 0);
    assert_eq!(page.count(".thread"), hostile.len() * 3);
}

#[tokio::test]
async fn who_left_reads_what_is_said_about_their_post_and_says_nothing() {
    let house = House::founded().await;
    let tomas = member("Tomas", "tomas", Role::Member, Language::Korean, "");
    let id = house.store.add_member(&tomas, &By::command_line()).await.unwrap();
    let viewer = house.viewer("tomas").await;
    let post = viewer.create_post(&content("남긴 글", BODY), Audience::Team).await.unwrap();
    house.viewer("haneul").await.comment(&said(post, "보고 싶어요")).await.unwrap();
    house.store.leave(None, id, None, &By::command_line()).await.unwrap();
    let mut gone = house.signed_in("tomas").await;
    let page = gone.get("/posts/1").await;
    assert_eq!(page.words(".comment .words").unwrap(), "보고 싶어요");
    assert_eq!(page.count("#comment-form, .on-heading, .reply, .comment-deeds, .comment-on"), 0);
    assert_eq!(gone.post("/posts/1/comments", &[("body", "저도요")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn thirty_comments_a_minute_are_taken_and_the_next_keeps_its_words() {
    let house = House::founded().await;
    let (post, mut haneul) = (house.post().await, house.signed_in("haneul").await);
    for number in 0..30 {
        say(&mut haneul, post, &[("body", &format!("말 {number}"))]).await;
    }
    let page = haneul.post("/posts/1/comments", &[("body", "하나 더")]).await;
    assert_eq!((page.status, page.field("body").unwrap().trim()), (StatusCode::TOO_MANY_REQUESTS, "하나 더"));
    assert!(page.problem("body").is_some());
    house.clock.set(house.store.now() + SignedDuration::from_secs(2));
    say(&mut haneul, post, &[("body", "하나 더")]).await;
}

#[tokio::test]
async fn a_mention_leads_to_a_colleague_and_what_of_theirs_may_be_read() {
    let house = House::founded().await;
    let (jieun, mut haneul) = (house.viewer("jieun").await, house.signed_in("haneul").await);
    let post = jieun.create_post(&content("회고", "@하늘과 @ada가 도왔다. @없는이"), Audience::Team).await.unwrap();
    jieun.create_post(&content("나만의 글", "비밀"), Audience::OnlyMe).await.unwrap();
    say(&mut haneul, post, &[("body", "@지은에게 고마워요")]).await;
    let page = haneul.get("/posts/1").await;
    assert_eq!(all(&page, ".words a.mention"), ["@하늘", "@ada", "@지은"]);
    let to = page.attribute(".comment a.mention", "href").unwrap();
    let page = haneul.get(&to).await;
    assert_eq!(
        (page.words("h1").unwrap().as_str(), page.words(".person .soft").unwrap().as_str()),
        ("지은", "@지은 · 소유자")
    );
    assert_eq!(all(&page, ".lines a"), ["회고"], "what is hers alone is not there");
    assert_eq!(haneul.get("/people/nobody").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_answer_to_what_was_deleted_meanwhile_comes_back() {
    let house = House::founded().await;
    let post = house.post().await;
    let (mut jieun, mut haneul) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let first = say(&mut haneul, post, &[("body", "지울 말")]).await;
    haneul.submit(&format!("/comments/{first}/delete"), &[]).await;
    let back =
        jieun.post(&format!("/posts/{post}/comments"), &[("body", "길게 쓴 답"), ("thread", &first.to_string())]).await;
    assert_eq!(back.status, StatusCode::NOT_FOUND);
    assert_eq!(back.field("body").unwrap().trim(), "길게 쓴 답");
    assert!(back.words("[role=alert]").unwrap().contains("글 전체에 남겨요"));
    assert_eq!(back.field("thread").unwrap_or_default(), "");
    say(&mut jieun, post, &[("body", "길게 쓴 답"), ("thread", "")]).await;
}

#[tokio::test]
async fn other_words_for_what_was_deleted_meanwhile_come_back() {
    let house = House::founded().await;
    let post = house.post().await;
    let mut haneul = house.signed_in("haneul").await;
    let first = say(&mut haneul, post, &[("body", "지울 말")]).await;
    let edit = format!("/comments/{first}/edit");
    let on = haneul.get(&edit).await.field("post").unwrap();
    haneul.submit(&format!("/comments/{first}/delete"), &[]).await;
    let back = haneul.post(&edit, &[("body", "길게 고친 말"), ("post", &on)]).await;
    assert_eq!((back.status, back.field("body").unwrap().trim()), (StatusCode::NOT_FOUND, "길게 고친 말"));
    assert_eq!(back.attribute("form.comment-form", "action").unwrap(), format!("/posts/{post}/comments"));
    let blind = haneul.post(&edit, &[("body", "길게 고친 말")]).await;
    assert_eq!((blind.status, blind.field("body").unwrap().trim()), (StatusCode::NOT_FOUND, "길게 고친 말"));
}

#[tokio::test]
async fn what_was_said_among_authors_stays_there_when_a_post_is_opened() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("초안", BODY), Audience::OnlyMe).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    let on = NewComment { anchor: Anchor::Heading("h-시작".into()), ..said(id, "우리끼리 @하늘") };
    let thread = jieun.comment(&on).await.unwrap();
    jieun.revise_post(id, base, &content("열린 글", BODY), Audience::Team).await.unwrap();
    jieun.edit_comment(thread, &CommentBody::parse("아직 우리끼리 @하늘").unwrap()).await.unwrap();
    let address = format!("/posts/{id}");
    assert!(house.signed_in("jieun").await.get(&address).await.text().contains("아직 우리끼리"));
    let mut haneul = house.signed_in("haneul").await;
    let page = haneul.get(&address).await;
    assert!(!page.text().contains("우리끼리"));
    assert_eq!(page.words("#comments .soft").unwrap(), "아직 댓글이 없어요.");
    assert!(!page.text().contains("댓글 1개"), "nor is it counted at its heading");
    assert!(!haneul.get("/notices").await.text().contains("열린 글"));
    assert_eq!(haneul.get(&format!("/comments/{thread}/edit")).await.status, StatusCode::NOT_FOUND);
    let mut program = Program::of(&house, "haneul", Scope::Read).await;
    assert_eq!(program.get(&format!("/posts/{id}/comments")).await.json()["comments"], serde_json::json!([]));
    assert_eq!(program.get(&format!("/comments/{thread}")).await.status, StatusCode::NOT_FOUND);
}

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use domain::api_token::Scope;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::browser::Page;
use crate::house::House;
use crate::program::{BASE, Program, make_token, write_up};

#[tokio::test]
async fn a_list_is_read_in_parts_the_last_changed_first() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    for number in 1..=5 {
        program.post("/posts", &write_up(&format!("글 {number}"), "")).await;
    }
    house.clock.set(house.store.now() + SignedDuration::from_mins(1));
    let changed = json!({ "title": "글 2", "body": "더", "language": "ko", "audience": "team", "revision": 2 });
    assert_eq!(program.put("/posts/2", &changed).await.status, StatusCode::OK);
    let titles = |page: &Page| -> Vec<String> {
        let posts = page.json()["posts"].as_array().cloned().unwrap();
        posts.iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
    };
    let first = program.get("/posts?limit=2&kind=write_up").await;
    assert_eq!(titles(&first), ["글 2", "글 5"]);
    let next = first.json()["next"].as_str().unwrap().strip_prefix(BASE).unwrap().to_owned();
    // What is written meanwhile stands in front, and moves nothing behind.
    program.post("/posts", &write_up("글 6", "")).await;
    let second = program.get(&next).await;
    assert_eq!(titles(&second), ["글 4", "글 3"]);
    let next = second.json()["next"].as_str().unwrap().strip_prefix(BASE).unwrap().to_owned();
    let third = program.get(&next).await;
    assert_eq!((titles(&third), &third.json()["next"]), (vec!["글 1".to_owned()], &Value::Null));
    assert_eq!(titles(&program.get("/posts?kind=book_note").await), [""; 0]);
    assert_eq!(program.get("/posts").await.json()["posts"].as_array().unwrap().len(), 6);
    for (query, code) in [
        ("limit=0", "out_of_range"),
        ("limit=101", "out_of_range"),
        ("kind=poem", "unknown_choice"),
        ("after=yesterday", "wrong_type"),
        ("offset=1", "unknown_field"),
    ] {
        let page = program.get(&format!("/posts?{query}")).await;
        let name = query.split('=').next().unwrap();
        assert_eq!(page.flaws(), [(name.to_owned(), code.to_owned())]);
    }
}

#[tokio::test]
async fn what_is_another_s_alone_is_not_there_and_what_is_the_team_s_cannot_be_changed() {
    let house = House::founded().await;
    let mut owner = Program::of(&house, "jieun", Scope::Write).await;
    let mut private = write_up("비밀", "나만");
    private["audience"] = "only_me".into();
    owner.post("/posts", &private).await;
    owner.post("/posts", &write_up("팀", "모두")).await;
    let mut other = Program::of(&house, "ada", Scope::Write).await;
    let mut change = write_up("팀", "남의 글");
    change["revision"] = 1.into();
    for (method, id) in [(Method::GET, "1"), (Method::PUT, "1"), (Method::GET, "99"), (Method::GET, "x")] {
        let body = Body::from(change.to_string());
        let page = other.ask(method.clone(), &format!("/posts/{id}"), Some("application/json"), body).await;
        assert_eq!((page.status, page.fault().as_str()), (StatusCode::NOT_FOUND, "not-found"), "{method} {id}");
    }
    let list = other.get("/posts").await;
    assert!(!list.text().contains("비밀") && list.text().contains("팀"));
    let refused = other.put("/posts/2", &change).await;
    assert_eq!((refused.status, refused.fault().as_str()), (StatusCode::FORBIDDEN, "forbidden"));
    assert_eq!(refused.challenge(), r#"Bearer realm="Dasi""#, "another scope would not help");
}

#[tokio::test]
async fn a_post_goes_there_and_back_byte_for_byte() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    let body = "# 시작\r\n\r\n두 칸으로 끝난다.  \r\n\ttab\u{a0}🙂\r끝  ";
    let made = program.post("/posts", &write_up("상반기", body)).await;
    assert_eq!(made.status, StatusCode::CREATED);
    assert_eq!(made.location(), "/api/v1/posts/1");
    let stored = "# 시작\n\n두 칸으로 끝난다.  \n\ttab\u{a0}🙂\n끝  ";
    assert_eq!(made.json()["body"], stored);
    let read = program.get("/posts/1").await;
    assert_eq!(read.json(), made.json());
    assert_eq!(read.headers[header::ETAG], made.headers[header::ETAG]);
    assert_eq!(read.json()["tags"], json!(["비용", "warehouse"]));
    assert_eq!(read.json()["url"], "http://dasi.test/posts/1");
    assert_eq!(read.json()["created_at"], "2026-11-24T03:00:00Z");
    let mut browser = house.signed_in("jieun").await;
    assert_eq!(browser.get("/posts/1.md").await.text(), stored, "the page stores the same");
    // What the page's own form sends is the same to the byte.
    let form = [("kind", "write_up"), ("title", "둘"), ("body", body), ("language", "ko"), ("audience", "team")];
    let post = browser.post("/posts/new?kind=write_up", &form).await.location();
    assert_eq!(program.get(&post).await.json()["body"], stored);
}

#[tokio::test]
async fn each_kind_has_its_own_fields_and_no_other_s() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    let common = json!({ "title": "T", "body": "", "language": "en", "audience": "only_me" });
    let with = |more: Value| -> Value {
        let mut whole = common.clone();
        whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        whole
    };
    for own in [
        json!({ "kind": "retrospective", "start": "2026-01-01", "end": "2026-06-30" }),
        json!({ "kind": "book_note", "book": "Thinking in Systems" }),
        json!({ "kind": "write_up", "summary": null }),
    ] {
        let made = program.post("/posts", &with(own.clone())).await.json();
        own.as_object().unwrap().iter().for_each(|(name, value)| assert_eq!(made[name], *value, "{name}"));
    }
    let foreign = program.post("/posts", &with(json!({ "kind": "write_up", "book": "x", "start": "y" }))).await;
    let unknown = |name: &str| (name.to_owned(), "unknown_field".to_owned());
    assert_eq!(foreign.flaws(), [unknown("book"), unknown("start")]);
    let without = program.post("/posts", &with(json!({ "kind": "retrospective", "end": "2026-02-30" }))).await;
    let flaw = |name: &str, code: &str| (name.to_owned(), code.to_owned());
    assert_eq!(without.flaws(), [flaw("start", "missing"), flaw("end", "not_a_date")]);
}

#[tokio::test]
async fn a_change_needs_the_revision_it_was_begun_from() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    let first = program.post("/posts", &write_up("글", "하나")).await.json()["revision"].clone();
    let change = |body: &str, revision: &Value| {
        let mut change = write_up("글", body);
        change["revision"] = revision.clone();
        change
    };
    let second = program.put("/posts/1", &change("둘", &first)).await;
    assert_eq!(second.status, StatusCode::OK);
    let current = second.json()["revision"].clone();
    assert!(current.as_i64() > first.as_i64());

    let stale = program.put("/posts/1", &change("셋", &first)).await;
    assert_eq!((stale.status, stale.fault().as_str()), (StatusCode::CONFLICT, "stale"));
    assert_eq!(stale.json()["revision"], current);
    assert_eq!(program.get("/posts/1").await.json()["body"], "둘", "nothing was saved");

    let unchanged = program.put("/posts/1", &change("둘", &first)).await;
    assert_eq!((unchanged.status, &unchanged.json()["revision"]), (StatusCode::OK, &current), "there is no new one");

    let mut without = write_up("글", "셋");
    let missing = program.put("/posts/1", &without).await;
    assert_eq!(missing.flaws(), [("revision".to_owned(), "missing".to_owned())]);
    without["revision"] = "2".into();
    assert_eq!(program.put("/posts/1", &without).await.flaws()[0].1, "wrong_type");
    let other_kind = json!({ "kind": "book_note", "title": "글", "body": "", "language": "ko", "audience": "team", "revision": current });
    assert_eq!(program.put("/posts/1", &other_kind).await.flaws()[0].1, "other_kind");
}

#[tokio::test]
async fn an_entity_tag_stands_for_the_revision() {
    let house = House::founded().await;
    let token = make_token(&house, "jieun", Scope::Write).await;
    let with = |name, value: &str| Program::new(&house).with_token(&token).with(name, value);
    let made = Program::new(&house).with_token(&token).post("/posts", &write_up("글", "하나")).await;
    let tag = made.headers[header::ETAG].to_str().unwrap().to_owned();
    for known in [tag.clone(), format!("\"0\", W/{tag}"), "*".into()] {
        let page = with("if-none-match", &known).get("/posts/1").await;
        assert_eq!((page.status, page.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{known}");
        assert_eq!(page.headers[header::ETAG], tag.as_str());
    }
    assert_eq!(with("if-none-match", "\"0\"").get("/posts/1").await.status, StatusCode::OK);
    let saved = with("if-match", &tag).put("/posts/1", &write_up("글", "둘")).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert_ne!(saved.headers[header::ETAG], tag.as_str());
    let stale = with("if-match", &tag).put("/posts/1", &write_up("글", "셋")).await;
    assert_eq!((stale.status, stale.fault().as_str()), (StatusCode::CONFLICT, "stale"));
    let head = Program::new(&house).with_token(&token).ask(Method::HEAD, "/posts/1", None, Body::empty()).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
}

#[tokio::test]
async fn every_flaw_is_said_in_the_language_asked_for_or_the_member_s() {
    let house = House::founded().await;
    let token = make_token(&house, "jieun", Scope::Write).await;
    let wrong = json!({
        "kind": "write_up", "title": "", "body": 7, "tags": "회고", "language": "fr", "audience": "team", "titel": "글",
    });
    for (spoken, language, empty, unknown) in [
        ("en", "en", "This is empty. Please fill it in.", "Nothing has this name here. Please check how it is spelt."),
        ("ko-KR", "ko", "비어 있어요. 채워 주세요.", "모르는 이름이에요. 철자를 확인해 주세요."),
        ("", "ko", "비어 있어요. 채워 주세요.", "모르는 이름이에요. 철자를 확인해 주세요."),
    ] {
        let mut program = Program::new(&house).with_token(&token).change(|browser| browser.speaking(spoken));
        let page = program.post("/posts", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.headers[header::CONTENT_LANGUAGE], language);
        let mut flaws = page.flaws();
        flaws.sort();
        let flaws: Vec<_> = flaws.iter().map(|(field, code)| format!("{field} {code}")).collect();
        let all =
            ["body wrong_type", "language unknown_choice", "tags wrong_type", "titel unknown_field", "title empty"];
        assert_eq!(flaws, all);
        let messages: Vec<_> =
            page.json()["errors"].as_array().unwrap().iter().map(|one| one["message"].clone()).collect();
        assert!(messages.contains(&json!(empty)) && messages.contains(&json!(unknown)), "{messages:?}");
    }
    let empty = Program::new(&house).with_token(&token).post("/posts", &json!({})).await;
    let missing: Vec<_> =
        empty.flaws().into_iter().filter(|(_, code)| code == "missing").map(|(name, _)| name).collect();
    assert_eq!(missing, ["kind", "title", "body", "language", "audience"]);
}

#[tokio::test]
async fn what_is_not_json_or_too_large_is_refused_as_such() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    let whole = write_up("T", "B").to_string();
    for (kind, body, status, fault_is) in [
        (Some("text/plain"), whole.clone(), 415, "not-json"),
        (Some("application/x-www-form-urlencoded"), "title=T".into(), 415, "not-json"),
        (None, whole.clone(), 415, "not-json"),
        (Some("application/json"), "{".into(), 400, "unreadable"),
        (Some("application/json"), String::new(), 400, "unreadable"),
        (Some("application/json"), "[]".into(), 400, "unreadable"),
        (Some("application/json"), "[".repeat(100_000), 400, "unreadable"),
        (Some("application/json"), r#"{"title":"\ud800"}"#.into(), 400, "unreadable"),
        (Some("application/json"), " ".repeat((4 << 20) + 1), 413, "too-large"),
    ] {
        let page = program.ask(Method::POST, "/posts", kind, Body::from(body)).await;
        assert_eq!((page.status.as_u16(), page.fault().as_str()), (status, fault_is), "{kind:?}");
    }
    let too_big = program.post("/posts", &write_up("T", &"a".repeat((1 << 20) + 1))).await;
    assert_eq!(too_big.flaws(), [("body".to_owned(), "too_big".to_owned())]);
    let nul = program.post("/posts", &write_up("T", "a\0b")).await;
    assert_eq!(nul.flaws(), [("body".to_owned(), "control_character".to_owned())]);
    let escaped = whole.replace("\"B\"", &format!("\"{}\"", "\\u0061".repeat(600_000)));
    let page = program.ask(Method::POST, "/posts", Some("application/json"), Body::from(escaped)).await;
    assert_eq!(page.status, StatusCode::CREATED, "escapes may make it larger than it is");
}

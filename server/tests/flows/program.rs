//! A program with a token, and the document that says what it may be answered.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use domain::api_token::{Lifetime, PREFIX, Scope, TokenName};
use domain::member::EmailAddress;
use serde_json::{Map, Value, json};
use store::{By, NewApiToken};

use crate::browser::{Browser, Page};
use crate::house::House;

/// What is promised, word for word.
pub(crate) static DOCUMENT: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(app::api_document()).unwrap());

/// Where all of it is.
pub(crate) const BASE: &str = "/api/v1";

/// Every answer it gets is one that the document promises, or the test fails.
pub(crate) struct Program {
    browser: Browser,
    headers: Vec<(&'static str, String)>,
}

impl Program {
    /// With a token of a member's, by the first part of their address.
    pub(crate) async fn of(house: &House, who: &str, scope: Scope) -> Self {
        Self::new(house).with_token(&make_token(house, who, scope).await)
    }

    /// With nothing.
    pub(crate) fn new(house: &House) -> Self {
        Self { browser: house.browser().speaking("en"), headers: Vec::new() }
    }

    pub(crate) fn with_token(self, token: &str) -> Self {
        self.with("authorization", &format!("Bearer {token}"))
    }

    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn change(self, change: impl FnOnce(Browser) -> Browser) -> Self {
        Self { browser: change(self.browser), ..self }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, None, Body::empty()).await
    }

    pub(crate) async fn post(&mut self, path: &str, object: &Value) -> Page {
        self.ask(Method::POST, path, Some("application/json"), Body::from(object.to_string())).await
    }

    pub(crate) async fn put(&mut self, path: &str, object: &Value) -> Page {
        self.ask(Method::PUT, path, Some("application/json; charset=utf-8"), Body::from(object.to_string())).await
    }

    pub(crate) async fn ask(&mut self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Page {
        let mut headers: Vec<_> = self.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        headers.extend(kind.map(|kind| ("content-type", kind)));
        let page = self.browser.ask(method.clone(), &format!("{BASE}{path}"), &headers, body).await;
        as_promised(&method, path, &page);
        page
    }
}

/// A token that lasts a month, as the page shows it.
pub(crate) async fn make_token(house: &House, who: &str, scope: Scope) -> String {
    let email = EmailAddress::parse(&format!("{who}@example.com")).unwrap();
    let member = house.store.member_by_email(&email).await.unwrap().unwrap().member;
    let new = NewApiToken { name: TokenName::parse("밤마다").unwrap(), scope, lifetime: Lifetime::Month.duration() };
    let token = house.store.make_api_token(member.id, &new, &By::command_line()).await.unwrap();
    format!("{PREFIX}{}", token.to_text())
}

/// A write-up, complete.
pub(crate) fn write_up(title: &str, body: &str) -> Value {
    json!({
        "kind": "write_up", "title": title, "body": body, "tags": ["비용", "warehouse"], "language": "ko",
        "audience": "team", "summary": "무엇을 껐는지",
    })
}

impl Page {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("{}: {}", self.status, self.text()))
    }

    /// What a failure is, by the end of its type.
    pub(crate) fn fault(&self) -> String {
        let kind = self.json()["type"].as_str().unwrap().to_owned();
        kind.strip_prefix("/api/v1/openapi.json#").unwrap().to_owned()
    }

    /// What a token would have to be.
    pub(crate) fn challenge(&self) -> &str {
        self.headers[header::WWW_AUTHENTICATE].to_str().unwrap()
    }

    /// What is wrong with which field, as codes.
    pub(crate) fn flaws(&self) -> Vec<(String, String)> {
        let text = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
        let errors = self.json()["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|one| (text(one, "field"), text(one, "code"))).collect()
    }
}

/// Status, media type, headers and JSON are what the document says of this address; of one it does not know, what it
/// says of all that is not there.
pub(crate) fn as_promised(method: &Method, path: &str, page: &Page) {
    let at = format!("{method} {path} {}: {}", page.status, page.text());
    let status = page.status.as_str();
    let answers = &operation(method, path)["responses"];
    let answer = match (&answers[status], page.status) {
        (Value::Null, StatusCode::METHOD_NOT_ALLOWED) => &DOCUMENT["components"]["responses"]["Method"],
        (Value::Null, StatusCode::NOT_FOUND) if answers.is_null() => &DOCUMENT["components"]["responses"]["NotFound"],
        (answer, _) => answer,
    };
    assert!(!answer.is_null(), "not promised: {at}");
    let answer = resolved(answer);
    for (name, _) in answer["headers"].as_object().unwrap_or(&Map::new()) {
        assert!(page.headers.contains_key(name.as_str()), "without {name}: {at}");
    }
    let Some(content) = answer["content"].as_object() else { return assert!(page.bytes.is_empty(), "{at}") };
    let kind = page.headers[header::CONTENT_TYPE].to_str().unwrap();
    let schema = content.get(kind).unwrap_or_else(|| panic!("not promised as {kind}: {at}"))["schema"].clone();
    if method != Method::HEAD && kind.ends_with("json") {
        fits(&schema, &page.json(), &at);
    }
}

/// Whether some JSON is what a schema of the document says.
pub(crate) fn fits(schema: &Value, json: &Value, at: &str) {
    let whole = json!({ "allOf": [schema], "components": DOCUMENT["components"] });
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(&whole).unwrap();
    let wrong: Vec<_> = validator.iter_errors(json).map(|one| format!("{}: {one}", one.instance_path)).collect();
    assert!(wrong.is_empty(), "{at}\n{}", wrong.join("\n"));
}

/// What the document says of an address, if anything.
fn operation(method: &Method, path: &str) -> &'static Value {
    let path = path.split('?').next().unwrap_or(path);
    let known = DOCUMENT["paths"].as_object().unwrap();
    let same = |template: &str| {
        let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
        template.len() == path.len() && template.iter().zip(path).all(|(a, b)| *a == b || a.starts_with('{'))
    };
    let item = known.iter().find(|(template, _)| same(template)).map_or(&Value::Null, |(_, item)| item);
    let method = if method == Method::HEAD { "get".into() } else { method.as_str().to_lowercase() };
    &item[method]
}

fn resolved(value: &'static Value) -> &'static Value {
    match value["$ref"].as_str() {
        Some(to) => DOCUMENT.pointer(to.trim_start_matches('#')).unwrap(),
        None => value,
    }
}

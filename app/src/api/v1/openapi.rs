//! The document of all there is for programs (`OpenAPI` 3.1): written by hand, one file a noun, joined when first
//! asked for.

use std::sync::LazyLock;

use serde_json::{Map, Value};

/// What is true of every noun, first; then one file each: its tags, its paths, its schemas.
const FILES: &[&str] = &[
    include_str!("openapi/house.json"),
    include_str!("openapi/posts.json"),
    include_str!("openapi/tags.json"),
    include_str!("openapi/series.json"),
    include_str!("openapi/uploads.json"),
    include_str!("openapi/revisions.json"),
    include_str!("openapi/trash.json"),
    include_str!("openapi/authors.json"),
    include_str!("openapi/reviews.json"),
    include_str!("openapi/templates.json"),
    include_str!("openapi/comments.json"),
    include_str!("openapi/moving.json"),
];

static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let mut whole = Value::Object(Map::new());
    for file in FILES {
        // A file that is no JSON leaves a hole that every test of the API falls into.
        join(&mut whole, serde_json::from_str(file).unwrap_or_default());
    }
    format!("{whole:#}")
});

/// The document, as `/api/v1/openapi.json` serves it.
pub fn api_document() -> &'static str {
    &DOCUMENT
}

/// Objects are joined name by name, lists one after the other.
fn join(whole: &mut Value, part: Value) {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            for (name, value) in part {
                join(whole.entry(name).or_insert(Value::Null), value);
            }
        }
        (Value::Array(whole), Value::Array(part)) => whole.extend(part),
        (whole, part) => *whole = part,
    }
}

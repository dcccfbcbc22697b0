//! A failure as a document (RFC 9457), in words for whoever reads the program's log.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::id::RevisionId;
use domain::text::{ApiWords, Text, text};
use serde::Serialize;

use super::{Fault, Flaw, Spoken, Wrong};
use crate::context::accepted;
use crate::{AppError, routes};

#[derive(Serialize)]
struct Document {
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    detail: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<RevisionId>,
}

#[derive(Serialize)]
struct Line {
    field: String,
    code: &'static str,
    message: String,
}

/// Makes a bare failure a document; whatever else is answered stays as it is.
pub(crate) fn dress(headers: &HeaderMap, response: Response) -> Response {
    let about = response.extensions();
    let bare = about.get::<AppError>().map(Fault::from);
    let Some(fault) = about.get::<Fault>().cloned().or(bare) else { return response };
    let language = about.get::<Spoken>().map_or_else(|| accepted(headers), |spoken| spoken.0);
    let mut dressed = (fault.status(), Json(fault.document(text(language)))).into_response();
    let to = dressed.headers_mut();
    to.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    to.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.as_str()));
    if let Some(allow) = response.headers().get(header::ALLOW) {
        to.insert(header::ALLOW, allow.clone());
    }
    if let Some(challenge) = fault.challenge() {
        to.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    if let Fault::TooOften(wait) = fault {
        to.insert(header::RETRY_AFTER, wait.seconds.into());
    }
    dressed
}

impl Fault {
    /// The word programs know it by, its title and its sentence.
    fn words(&self, words: &ApiWords) -> (&'static str, (&'static str, &'static str)) {
        match self {
            Self::NoToken => ("no-token", words.no_token),
            Self::WrongToken => ("wrong-token", words.wrong_token),
            Self::Scope => ("scope", words.scope),
            Self::Forbidden => ("forbidden", words.forbidden),
            Self::NotFound => ("not-found", words.not_found),
            Self::Method => ("method", words.method),
            Self::Unreadable => ("unreadable", words.unreadable),
            Self::Stale { .. } => ("stale", words.stale),
            Self::TooLarge => ("too-large", words.too_large),
            Self::NotJson => ("not-json", words.not_json),
            Self::Invalid(_) => ("invalid", words.invalid),
            Self::TooOften(_) => ("too-often", words.too_often),
            Self::Internal => ("internal", words.internal),
        }
    }

    /// What a token would have to be (RFC 6750 §3). Whoever brings none is told no error.
    fn challenge(&self) -> Option<&'static str> {
        match self {
            Self::NoToken | Self::Forbidden => Some(r#"Bearer realm="Dasi""#),
            Self::WrongToken => Some(r#"Bearer realm="Dasi", error="invalid_token""#),
            Self::Scope => Some(r#"Bearer realm="Dasi", error="insufficient_scope", scope="write""#),
            _ => None,
        }
    }

    fn document(&self, text: &'static Text) -> Document {
        let (word, (title, detail)) = self.words(&text.api);
        let errors = match self {
            Self::Invalid(flaws) => flaws.iter().map(|flaw| flaw.line(text)).collect(),
            _ => Vec::new(),
        };
        let revision = if let Self::Stale { revision } = self { Some(*revision) } else { None };
        let kind = format!("{}#{word}", routes::API_DOCUMENT);
        Document { kind, title, status: self.status().as_u16(), detail, errors, revision }
    }
}

impl Flaw {
    fn line(&self, text: &'static Text) -> Line {
        let words = &text.api;
        let (code, message) = match &self.wrong {
            Wrong::Missing => ("missing", words.missing.into()),
            Wrong::UnknownField => ("unknown_field", words.unknown_field.into()),
            Wrong::Type => ("wrong_type", words.wrong_type.into()),
            Wrong::OtherKind => ("other_kind", words.other_kind.into()),
            Wrong::OutOfRange { most } => ("out_of_range", (words.out_of_range)(*most)),
            Wrong::Why(why) => (why.code(), (text.why)(why)),
        };
        Line { field: self.field.clone(), code, message }
    }
}

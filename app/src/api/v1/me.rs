//! Whose token it is.

use axum::Json;
use axum::response::{IntoResponse, Response};
use domain::api_token::Scope;
use domain::id::MemberId;
use domain::language::Language;
use domain::member::Role;
use serde::Serialize;

use super::program::Program;

#[derive(Serialize)]
struct Me<'a> {
    id: MemberId,
    name: &'a str,
    handle: &'a str,
    email: &'a str,
    role: Role,
    language: Language,
    zone: &'a str,
    scope: Scope,
}

pub(super) async fn show(program: Program) -> Response {
    let member = &program.member;
    Json(Me {
        id: member.id,
        name: member.name.as_str(),
        handle: member.handle.as_str(),
        email: member.email.as_str(),
        role: member.role,
        language: member.language,
        zone: member.zone.name(),
        scope: program.scope,
    })
    .into_response()
}

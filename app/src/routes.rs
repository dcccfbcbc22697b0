//! Every address once, and how to build it.

use domain::id::{ApiTokenId, DraftId, InvitationId, MemberId, OutboxId, PasskeyId, PostId, ScheduleId, SignInId};
use domain::post::PostKind;
use jiff::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

/// The first page.
pub(crate) const HOME: &str = "/";
/// First start.
pub(crate) const WELCOME: &str = "/welcome";
/// The door.
pub(crate) const SIGN_IN: &str = "/sign-in";
/// The way out.
pub(crate) const SIGN_OUT: &str = "/sign-out";
/// Lists of posts.
pub(crate) const POSTS: &str = "/posts";
/// A new post.
pub(crate) const NEW_POST: &str = "/posts/new";
/// A post, or with `.md` at the end its Markdown.
pub(crate) const POST: &str = "/posts/{id}";
/// Changing a post.
pub(crate) const EDIT_POST: &str = "/posts/{id}/edit";
/// "Remind me of this".
pub(crate) const REMIND: &str = "/posts/{id}/remind";
/// For the blog.
pub(crate) const BLOG: &str = "/posts/{id}/blog";
/// The same as a file.
pub(crate) const BLOG_ZIP: &str = "/posts/{id}/blog.zip";
/// My reminders.
pub(crate) const REMINDERS: &str = "/reminders";
/// One of them.
pub(crate) const REMINDER: &str = "/reminders/{id}";
/// Stopping it.
pub(crate) const STOP_REMINDER: &str = "/reminders/{id}/stop";
/// My settings.
pub(crate) const SETTINGS: &str = "/settings";
/// Where an invitation leads.
pub(crate) const JOIN: &str = "/join/{token}";
/// A password was forgotten.
pub(crate) const FORGOT: &str = "/forgot";
/// Where the letter about that leads.
pub(crate) const RESET: &str = "/reset/{token}";
/// Where the letters about another address lead.
pub(crate) const CONFIRM_EMAIL: &str = "/email/{token}";
/// The second half of the door.
pub(crate) const SIGN_IN_CODE: &str = "/sign-in/code";
/// The door by the sign-in provider; the way back from there is [`crate::provider::BACK`].
pub(crate) const PROVIDER: &str = "/sign-in/provider";
/// My ways in: address and password.
pub const WAYS_IN: &str = "/settings/ways-in";
/// Another password.
pub(crate) const PASSWORD: &str = "/settings/password";
/// Another address.
pub(crate) const EMAIL: &str = "/settings/email";
/// Rather not.
pub(crate) const KEEP_EMAIL: &str = "/settings/email/keep";
/// My second factor.
pub(crate) const SECOND_FACTOR: &str = "/settings/second-factor";
/// Turning it on, with the first code.
pub(crate) const CONFIRM_SECOND_FACTOR: &str = "/settings/second-factor/confirm";
/// Fresh recovery codes.
pub(crate) const RECOVERY_CODES: &str = "/settings/second-factor/codes";
/// Turning it off.
pub(crate) const DROP_SECOND_FACTOR: &str = "/settings/second-factor/off";
/// Making a passkey.
pub(crate) const PASSKEYS: &str = "/settings/second-factor/passkeys";
/// Keeping the one that was made.
pub(crate) const CONFIRM_PASSKEY: &str = "/settings/second-factor/passkeys/confirm";
/// Removing one.
pub(crate) const REMOVE_PASSKEY: &str = "/settings/second-factor/passkeys/{id}/remove";
/// The second half of the door, by a passkey.
pub(crate) const SIGN_IN_PASSKEY: &str = "/sign-in/passkey";
/// Where I am signed in.
pub(crate) const SIGN_INS: &str = "/settings/sign-ins";
/// My programs' ways in.
pub(crate) const API_TOKENS: &str = "/settings/tokens";
/// Ending one of them.
pub(crate) const END_API_TOKEN: &str = "/settings/tokens/{id}/end";
/// Everything for programs is under this.
pub const API: &str = "/api/";
/// What there is for programs, as an `OpenAPI` document.
pub(crate) const API_DOCUMENT: &str = "/api/v1/openapi.json";
/// Whose token it is.
pub(crate) const API_ME: &str = "/api/v1/me";
/// Lists of posts.
pub(crate) const API_POSTS: &str = "/api/v1/posts";
/// A post.
pub(crate) const API_POST: &str = "/api/v1/posts/{id}";
/// A member's picture; a new one has a new address.
pub(crate) const PICTURE: &str = "/members/{id}/picture";
/// Another picture of me.
pub(crate) const SET_PICTURE: &str = "/settings/picture";
/// No picture of me.
pub(crate) const REMOVE_PICTURE: &str = "/settings/picture/remove";
/// Ending one of my sign-ins.
pub(crate) const END_SIGN_IN: &str = "/settings/sign-ins/{id}/end";
/// Ending all but the present one.
pub(crate) const END_OTHER_SIGN_INS: &str = "/settings/sign-ins/end-others";
/// The team itself.
pub(crate) const TEAM: &str = "/team";
/// What was done in the house.
pub(crate) const AUDIT: &str = "/audit";
/// Everybody on the team.
pub(crate) const MEMBERS: &str = "/members";
/// One of them.
pub(crate) const MEMBER: &str = "/members/{id}";
/// Another role for them.
pub(crate) const MEMBER_ROLE: &str = "/members/{id}/role";
/// They leave the team.
pub(crate) const MEMBER_LEAVE: &str = "/members/{id}/leave";
/// They come back to it.
pub(crate) const MEMBER_RETURN: &str = "/members/{id}/return";
/// Their sign-ins end.
pub(crate) const MEMBER_SIGN_OUT: &str = "/members/{id}/sign-out";
/// Their second factor is lost.
pub(crate) const MEMBER_SECOND_FACTOR_OFF: &str = "/members/{id}/second-factor-off";
/// A letter to them, for a new password.
pub(crate) const MEMBER_RESET: &str = "/members/{id}/reset";
/// Leaving the team myself.
pub(crate) const LEAVE: &str = "/settings/leave";
/// Who was asked to join.
pub(crate) const INVITATIONS: &str = "/invitations";
/// One of them, with its link.
pub(crate) const INVITATION: &str = "/invitations/{id}";
/// Taking it back.
pub(crate) const REVOKE_INVITATION: &str = "/invitations/{id}/revoke";
/// What mail went out.
pub(crate) const MAIL_LOG: &str = "/mail";
/// Ending a pause of the mail.
pub(crate) const RESUME_MAIL: &str = "/mail/resume";
/// Sending one again.
pub(crate) const RETRY_MAIL: &str = "/mail/{id}/retry";
/// Stopping a reminder from its mail: the one address exempt from the cross-site check (RFC 8058).
pub(crate) const UNSUBSCRIBE: &str = "/u/{token}";
/// Turning it on again, from the page behind that link.
pub(crate) const RESUBSCRIBE: &str = "/u/{token}/resume";

/// What I have not saved; a form is kept there without scripts.
pub(crate) const DRAFTS: &str = "/drafts";
/// Throwing one away.
pub(crate) const DROP_DRAFT: &str = "/drafts/{id}/delete";
/// Keeping what is typed, for the writing page.
pub(crate) const DESK_DRAFTS: &str = "/desk/drafts";
/// Rich text as Markdown.
pub(crate) const DESK_MARKDOWN: &str = "/desk/markdown";
/// Names that fit what is typed.
pub(crate) const DESK_COMPLETIONS: &str = "/desk/completions";
/// Where pictures and files are brought.
pub(crate) const DESK_UPLOADS: &str = "/uploads";

/// The door, and where to go after it.
pub(crate) fn sign_in(next: Option<&str>) -> String {
    match next.filter(|next| is_local(next) && *next != HOME) {
        Some(next) => format!("{SIGN_IN}?next={}", escape(next)),
        None => SIGN_IN.into(),
    }
}

/// The second half of the door, and where to go after it.
pub(crate) fn sign_in_code(next: Option<&str>) -> String {
    sign_in(next).replacen(SIGN_IN, SIGN_IN_CODE, 1)
}

/// The same by a passkey.
pub(crate) fn sign_in_passkey(next: Option<&str>) -> String {
    sign_in(next).replacen(SIGN_IN, SIGN_IN_PASSKEY, 1)
}

pub(crate) fn remove_passkey(id: PasskeyId) -> String {
    format!("/settings/second-factor/passkeys/{id}/remove")
}

/// The door by the sign-in provider, and where to go after it.
pub(crate) fn provider(next: Option<&str>) -> String {
    sign_in(next).replacen(SIGN_IN, PROVIDER, 1)
}

/// The same with an invitation in hand.
pub(crate) fn provider_join(token: &str) -> String {
    format!("{PROVIDER}?invitation={}", escape(token))
}

/// Whether an address stays in this house: a path, and not `//elsewhere` or `/\elsewhere`.
pub(crate) fn is_local(address: &str) -> bool {
    let second = address.chars().nth(1);
    address.starts_with('/') && !matches!(second, Some('/' | '\\')) && !address.contains(char::is_control)
}

pub(crate) fn posts(kind: Option<PostKind>, page: usize) -> String {
    match (kind, page) {
        (None, 0..=1) => POSTS.into(),
        (None, page) => format!("{POSTS}?page={page}"),
        (Some(kind), 0..=1) => format!("{POSTS}?kind={kind}"),
        (Some(kind), page) => format!("{POSTS}?kind={kind}&page={page}"),
    }
}

pub(crate) fn new_post(kind: PostKind) -> String {
    format!("{NEW_POST}?kind={kind}")
}

/// A post's own address, as mail links to it.
pub fn post(id: PostId) -> String {
    format!("/posts/{id}")
}

pub(crate) fn edit_post(id: PostId) -> String {
    format!("/posts/{id}/edit")
}

/// The form of a post, going on with a draft.
pub(crate) fn go_on(post: Option<PostId>, kind: PostKind, draft: DraftId) -> String {
    match post {
        Some(id) => format!("/posts/{id}/edit?draft={draft}"),
        None => format!("{NEW_POST}?kind={kind}&draft={draft}"),
    }
}

pub(crate) fn drop_draft(id: DraftId) -> String {
    format!("/drafts/{id}/delete")
}

pub(crate) fn markdown(id: PostId) -> String {
    format!("/posts/{id}.md")
}

pub(crate) fn remind(id: PostId) -> String {
    format!("/posts/{id}/remind")
}

pub(crate) fn blog(id: PostId) -> String {
    format!("/posts/{id}/blog")
}

pub(crate) fn blog_zip(id: PostId) -> String {
    format!("/posts/{id}/blog.zip")
}

/// A reminder's own address, as mail links to it.
pub fn reminder(id: ScheduleId) -> String {
    format!("/reminders/{id}")
}

pub(crate) fn stop_reminder(id: ScheduleId) -> String {
    format!("/reminders/{id}/stop")
}

pub(crate) fn retry_mail(id: OutboxId) -> String {
    format!("/mail/{id}/retry")
}

/// One of everybody on the team.
pub(crate) fn member(id: MemberId) -> String {
    format!("/members/{id}")
}

pub(crate) fn member_role(id: MemberId) -> String {
    format!("/members/{id}/role")
}

pub(crate) fn member_leave(id: MemberId) -> String {
    format!("/members/{id}/leave")
}

pub(crate) fn member_return(id: MemberId) -> String {
    format!("/members/{id}/return")
}

pub(crate) fn member_sign_out(id: MemberId) -> String {
    format!("/members/{id}/sign-out")
}

pub(crate) fn member_second_factor_off(id: MemberId) -> String {
    format!("/members/{id}/second-factor-off")
}

pub(crate) fn member_reset(id: MemberId) -> String {
    format!("/members/{id}/reset")
}

/// A page of what was done, of one member if asked for.
pub(crate) fn audit(member: Option<MemberId>, page: usize) -> String {
    match (member, page) {
        (None, 0..=1) => AUDIT.into(),
        (None, page) => format!("{AUDIT}?page={page}"),
        (Some(member), 0..=1) => format!("{AUDIT}?member={member}"),
        (Some(member), page) => format!("{AUDIT}?member={member}&page={page}"),
    }
}

pub(crate) fn picture(id: MemberId, at: Timestamp) -> String {
    format!("/members/{id}/picture?{}", at.as_millisecond())
}

pub(crate) fn end_sign_in(id: SignInId) -> String {
    format!("/settings/sign-ins/{id}/end")
}

pub(crate) fn end_api_token(id: ApiTokenId) -> String {
    format!("/settings/tokens/{id}/end")
}

/// Whether an address is for programs: they get no pages.
pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with(API)
}

pub(crate) fn api_post(id: PostId) -> String {
    format!("{API_POSTS}/{id}")
}

/// Where an invitation leads.
pub fn join(token: &str) -> String {
    format!("/join/{token}")
}

/// Where a new password is chosen.
pub fn reset(token: &str) -> String {
    format!("/reset/{token}")
}

/// Where an address says yes.
pub fn confirm_email(token: &str) -> String {
    format!("/email/{token}")
}

pub(crate) fn invitation(id: InvitationId) -> String {
    format!("/invitations/{id}")
}

pub(crate) fn revoke_invitation(id: InvitationId) -> String {
    format!("/invitations/{id}/revoke")
}

/// The link that stops a reminder without signing in.
pub fn unsubscribe(token: &str) -> String {
    format!("/u/{token}")
}

pub(crate) fn resubscribe(token: &str) -> String {
    format!("/u/{token}/resume")
}

/// Percent-encodes what has a meaning in a query (RFC 3986 §3.4).
fn escape(value: &str) -> PercentEncode<'_> {
    const MEANING: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(value, &MEANING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_door_leads_back_into_the_house_only() {
        assert_eq!(sign_in(Some("/posts?kind=write_up")), "/sign-in?next=/posts%3Fkind%3Dwrite_up");
        for elsewhere in ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a\nb"] {
            assert_eq!(sign_in(Some(elsewhere)), "/sign-in", "{elsewhere}");
        }
    }

    #[test]
    fn the_first_page_of_a_list_has_a_clean_address() {
        assert_eq!(posts(None, 1), "/posts");
        assert_eq!(posts(Some(PostKind::BookNote), 2), "/posts?kind=book_note&page=2");
    }
}

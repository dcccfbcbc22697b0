//! Every address once, and how to build it.

mod around; // around a post: trash, authors, reviews, templates

use domain::id::{
    ApiTokenId, CommentId, DraftId, ImportId, InvitationId, MemberId, NoticeId, OutboxId, PasskeyId, PostId,
    RevisionId, ScheduleId, SeriesId, SignInId,
};
use domain::post::PostKind;
use domain::upload::UploadName;
use jiff::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

pub(crate) use self::around::*;

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
/// All tags.
pub(crate) const TAGS: &str = "/tags";
/// Posts with one.
pub(crate) const TAG: &str = "/tags/{tag}";
/// Another name for it.
pub(crate) const RENAME_TAG: &str = "/tags/{tag}/rename";
/// Its old name again.
pub(crate) const RESTORE_TAG: &str = "/tags/{tag}/restore";
/// The series of a post.
pub(crate) const POST_SERIES: &str = "/posts/{id}/series";
/// Taking it out.
pub(crate) const LEAVE_SERIES: &str = "/posts/{id}/series/leave";
/// One story in several posts.
pub(crate) const SERIES: &str = "/series/{id}";
/// What it is called.
pub(crate) const SERIES_TITLE: &str = "/series/{id}/title";
/// Another order of its parts.
pub(crate) const SERIES_MOVE: &str = "/series/{id}/move";
/// What is said about a post.
pub(crate) const COMMENTS: &str = "/posts/{id}/comments";
/// Changing what a comment says.
pub(crate) const EDIT_COMMENT: &str = "/comments/{id}/edit";
/// Deleting it.
pub(crate) const DELETE_COMMENT: &str = "/comments/{id}/delete";
/// Its thread is settled.
pub(crate) const RESOLVE_COMMENT: &str = "/comments/{id}/resolve";
/// Its thread is open again.
pub(crate) const REOPEN_COMMENT: &str = "/comments/{id}/reopen";
/// What concerns me.
pub(crate) const NOTICES: &str = "/notices";
/// I have seen it all.
pub(crate) const READ_NOTICES: &str = "/notices/read";
/// A colleague, by their handle.
pub(crate) const PERSON: &str = "/people/{handle}";
/// What is said about a post.
pub(crate) const API_COMMENTS: &str = "/api/v1/posts/{id}/comments";
/// One comment.
pub(crate) const API_COMMENT: &str = "/api/v1/comments/{id}";
/// Its thread is settled.
pub(crate) const API_RESOLVE: &str = "/api/v1/comments/{id}/resolve";
/// Its thread is open again.
pub(crate) const API_REOPEN: &str = "/api/v1/comments/{id}/reopen";
/// What concerns me.
pub(crate) const API_NOTICES: &str = "/api/v1/notices";
/// What I uploaded, and uploading more.
pub(crate) const UPLOADS: &str = "/uploads";
/// A picture or a file.
pub(crate) const UPLOAD: &str = "/uploads/{id}";
/// Removing it.
pub(crate) const REMOVE_UPLOAD: &str = "/uploads/{id}/remove";
/// What a post uses.
pub(crate) const POST_UPLOADS: &str = "/posts/{id}/uploads";
/// Where a diagram is drawn.
pub(crate) const DIAGRAM: &str = "/diagram";
/// My reminders.
pub(crate) const REMINDERS: &str = "/reminders";
/// One of them.
pub(crate) const REMINDER: &str = "/reminders/{id}";
/// Stopping it.
pub(crate) const STOP_REMINDER: &str = "/reminders/{id}/stop";
/// Everything I may read, as files.
pub(crate) const ARCHIVE: &str = "/archive.zip";
/// A post as files.
pub(crate) const POST_ARCHIVE: &str = "/posts/{id}/archive.zip";
/// Bringing files in.
pub(crate) const IMPORTS: &str = "/import";
/// One file: what would come of it, or what came.
pub(crate) const IMPORT: &str = "/import/{id}";
/// Rather not.
pub(crate) const GIVE_UP_IMPORT: &str = "/import/{id}/give-up";
/// What it brought goes into the trash.
pub(crate) const UNDO_IMPORT: &str = "/import/{id}/undo";
/// Everything its member may read, as files, for programs.
pub(crate) const API_ARCHIVE: &str = "/api/v1/archive";
/// A post as files, for programs.
pub(crate) const API_POST_ARCHIVE: &str = "/api/v1/posts/{id}/archive";
/// Bringing files in, by programs.
pub(crate) const API_IMPORTS: &str = "/api/v1/imports";
/// Making posts of them.
pub(crate) const API_COMMIT_IMPORT: &str = "/api/v1/imports/{id}/commit";
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
/// Uploading, for programs.
pub(crate) const API_UPLOADS: &str = "/api/v1/uploads";
/// A picture's or a file's bytes.
pub(crate) const API_UPLOAD: &str = "/api/v1/uploads/{name}";
/// What a post uses, for programs.
pub(crate) const API_POST_UPLOADS: &str = "/api/v1/posts/{id}/uploads";
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
/// Tags.
pub(crate) const API_TAGS: &str = "/api/v1/tags";
/// Another name for one.
pub(crate) const API_RENAME_TAG: &str = "/api/v1/tags/{tag}/rename";
/// Where a post's words lead, and what leads to it.
pub(crate) const API_LINKS: &str = "/api/v1/posts/{id}/links";
/// Stories in several posts.
pub(crate) const API_ALL_SERIES: &str = "/api/v1/series";
/// One of them.
pub(crate) const API_SERIES: &str = "/api/v1/series/{id}";
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

/// Every revision of a post.
pub(crate) const REVISIONS: &str = "/posts/{id}/revisions";
/// One of them, by its number there.
pub(crate) const REVISION: &str = "/posts/{id}/revisions/{number}";
/// Bringing it back.
pub(crate) const RESTORE: &str = "/posts/{id}/revisions/{number}/restore";
/// What changed between two of them.
pub(crate) const COMPARE: &str = "/posts/{id}/compare";
/// Who wrote which line.
pub(crate) const LINES: &str = "/posts/{id}/lines";
/// Deciding where two people changed the same place.
pub(crate) const JOIN_TEXTS: &str = "/posts/{id}/join";
/// Every revision of a post, for programs.
pub(crate) const API_REVISIONS: &str = "/api/v1/posts/{id}/revisions";
/// One of them.
pub(crate) const API_REVISION: &str = "/api/v1/posts/{id}/revisions/{revision}";
/// Bringing it back.
pub(crate) const API_RESTORE: &str = "/api/v1/posts/{id}/revisions/{revision}/restore";

/// A page of a post's history.
pub(crate) fn revisions(id: PostId, page: usize) -> String {
    if page <= 1 { format!("/posts/{id}/revisions") } else { format!("/posts/{id}/revisions?page={page}") }
}

pub(crate) fn revision(id: PostId, number: i64) -> String {
    format!("/posts/{id}/revisions/{number}")
}

/// Bringing a revision back, while `base` is the present one.
pub(crate) fn restore(id: PostId, number: i64, base: RevisionId) -> String {
    format!("/posts/{id}/revisions/{number}/restore?base={base}")
}

pub(crate) fn compare(id: PostId) -> String {
    format!("/posts/{id}/compare")
}

/// What changed from one revision to another, in one column or side by side.
pub(crate) fn compared(id: PostId, from: i64, to: i64, beside: bool) -> String {
    let view = if beside { "&view=beside" } else { "" };
    format!("/posts/{id}/compare?from={from}&to={to}{view}")
}

pub(crate) fn lines(id: PostId) -> String {
    format!("/posts/{id}/lines")
}

pub(crate) fn join_texts(id: PostId) -> String {
    format!("/posts/{id}/join")
}

/// Where a list of revisions goes on.
pub(crate) fn api_revisions_before(id: PostId, number: i64) -> String {
    format!("{API_POSTS}/{id}/revisions?before={number}")
}
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
/// Code in colours, formulas and fields, for the preview.
pub(crate) const DESK_ORNAMENTS: &str = "/desk/ornaments";

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

/// A write-up that a link asks for.
pub(crate) fn write_titled(title: &str) -> String {
    format!("{}&title={}", new_post(PostKind::WriteUp), escape(title))
}

/// A page of the posts with a tag.
pub(crate) fn tag(tag: &str, page: usize) -> String {
    match page {
        0..=1 => format!("{TAGS}/{}", segment(tag)),
        page => format!("{TAGS}/{}?page={page}", segment(tag)),
    }
}

pub(crate) fn rename_tag(tag: &str) -> String {
    format!("{TAGS}/{}/rename", segment(tag))
}

pub(crate) fn restore_tag(tag: &str) -> String {
    format!("{TAGS}/{}/restore", segment(tag))
}

pub(crate) fn post_series(id: PostId) -> String {
    format!("/posts/{id}/series")
}

pub(crate) fn leave_series(id: PostId) -> String {
    format!("/posts/{id}/series/leave")
}

pub(crate) fn series(id: SeriesId) -> String {
    format!("/series/{id}")
}

pub(crate) fn series_title(id: SeriesId) -> String {
    format!("/series/{id}/title")
}

pub(crate) fn series_move(id: SeriesId) -> String {
    format!("/series/{id}/move")
}

/// A post's own address, as mail links to it.
pub fn post(id: PostId) -> String {
    format!("/posts/{id}")
}

pub(crate) fn edit_post(id: PostId) -> String {
    format!("/posts/{id}/edit")
}

/// Where a comment is sent.
pub(crate) fn comments(id: PostId) -> String {
    format!("/posts/{id}/comments")
}

/// A comment in its place on the post's page.
pub(crate) fn comment(post: PostId, id: CommentId) -> String {
    format!("/posts/{post}#comment-{id}")
}

/// The post's page with the form open for a heading.
pub(crate) fn comment_on(post: PostId, heading: &str) -> String {
    format!("/posts/{post}?on={}#comment-form", escape(heading))
}

/// The post's page, at the form for all of it.
pub(crate) fn comment_on_all(post: PostId) -> String {
    format!("/posts/{post}#comment-form")
}

/// Words in the page that is shown (the text fragment of the URL Fragment Text Directives draft, WICG).
pub(crate) fn passage(words: &str) -> String {
    format!("#:~:text={}", utf8_percent_encode(words, NON_ALPHANUMERIC))
}

pub(crate) fn edit_comment(id: CommentId) -> String {
    format!("/comments/{id}/edit")
}

pub(crate) fn delete_comment(id: CommentId) -> String {
    format!("/comments/{id}/delete")
}

pub(crate) fn resolve_comment(id: CommentId) -> String {
    format!("/comments/{id}/resolve")
}

pub(crate) fn reopen_comment(id: CommentId) -> String {
    format!("/comments/{id}/reopen")
}

/// A post as it was at one of its revisions.
pub(crate) fn revision_of(post: PostId, number: i64) -> String {
    format!("/posts/{post}/revisions/{number}")
}

/// What concerns me, from before one of the lines on.
pub(crate) fn notices(before: Option<NoticeId>) -> String {
    before.map_or_else(|| NOTICES.to_owned(), |before| format!("{NOTICES}?before={before}"))
}

/// A colleague.
pub(crate) fn person(handle: &str) -> String {
    format!("/people/{}", escape(handle))
}

pub(crate) fn api_comment(id: CommentId) -> String {
    format!("/api/v1/comments/{id}")
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

pub(crate) fn post_archive(id: PostId) -> String {
    format!("/posts/{id}/archive.zip")
}

pub(crate) fn import(id: ImportId) -> String {
    format!("/import/{id}")
}

pub(crate) fn give_up_import(id: ImportId) -> String {
    format!("/import/{id}/give-up")
}

pub(crate) fn undo_import(id: ImportId) -> String {
    format!("/import/{id}/undo")
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

/// A page of what I uploaded.
pub(crate) fn uploads(page: usize) -> String {
    if page > 1 { format!("{UPLOADS}?page={page}") } else { UPLOADS.into() }
}

pub(crate) fn remove_upload(name: &UploadName) -> String {
    format!("{UPLOADS}/{name}/remove")
}

pub(crate) fn api_upload(name: &UploadName) -> String {
    format!("{API_UPLOADS}/{name}")
}

pub(crate) fn post_uploads(id: PostId) -> String {
    format!("/posts/{id}/uploads")
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

pub(crate) fn api_series(id: SeriesId) -> String {
    format!("{API_ALL_SERIES}/{id}")
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

/// Percent-encodes all that could end one part of a path (RFC 3986 §3.3).
fn segment(value: &str) -> PercentEncode<'_> {
    utf8_percent_encode(value, NON_ALPHANUMERIC)
}

/// Percent-encodes what has a meaning in a query (RFC 3986 §3.4).
pub(crate) fn escape(value: &str) -> PercentEncode<'_> {
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

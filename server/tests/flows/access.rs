//! Role × route × object: who comes in at every address of the router, and what they find there. The list of
//! addresses is the router's own, so that a new one is asked here at once; one with an object that nobody named below
//! fails.

use app::Rule;
use axum::body::Body;
use axum::http::{Method, StatusCode};
use domain::access::{self, Door, PostFacts};
use domain::api_token::{Scope, TokenName};
use domain::comment::{Anchor, CommentBody};
use domain::id::{MemberId, PostId};
use domain::language::Language;
use domain::member::{Member, Role};
use domain::post::{Audience, PostForm};
use domain::review::NewReview;
use domain::schedule::{Recurrence, Schedule};
use domain::series::SeriesTitle;
use domain::sign_in::Way;
use domain::tag::Tag;
use domain::upload::{FileName, UploadName};
use jiff::SignedDuration;
use store::{By, Keeping, NewApiToken, NewComment, NewInvitation, NewUpload, Viewer};

use crate::browser::{Browser, Page};
use crate::house::{House, member};

/// What stands behind the `{…}` of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Object {
    /// Nothing varies.
    None,
    /// A post of somebody's, for somebody.
    Post { mine: bool, audience: Audience },
    /// Something said about a colleague's post, by me or by them.
    Comment { mine: bool },
    /// What is mine alone: a reminder, a sign-in, a token.
    Mine,
    /// The same of a colleague.
    Others,
    /// What belongs to the house: an invitation, a message, a member.
    House,
    /// What only an owner may decide about.
    OwnersAlone,
    /// A colleague of a role, whom those who look after the house may do something about.
    Member(Role),
    /// No such number.
    Missing,
    /// No number at all.
    Garbage,
    /// A link that nobody made.
    Forged,
}

/// Open to anybody, and what comes of it is the door.
const LEADS_TO_THE_DOOR: &[&str] = &["/sign-out", "/sign-in/code", "/sign-in/passkey"];

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    In,
    SignedOut,
    Forbidden,
    NotThere,
    /// The words come back, and nothing is saved for nobody.
    WordsBack,
}

#[tokio::test]
async fn every_role_finds_at_every_address_exactly_what_the_rules_say() {
    let house = peopled().await;
    let mut asked = 0;
    for rule in &house.rules {
        if rule.path.starts_with("/api/") || rule.path.starts_with("/sign-in/provider") {
            continue; // programs bring tokens: asked in `api`; a house without a provider has no such address
        }
        for who in [None, Some("tomas"), Some("haneul"), Some("nari"), Some("jieun")] {
            let mine = house.member(who.unwrap_or("haneul")).await;
            for (address, object) in objects(&house, rule, &mine).await {
                let signed_in = match who {
                    Some(_) => Some(house.member(who.unwrap()).await),
                    None => None,
                };
                let mut browser = match who {
                    Some(who) => house.signed_in(who).await,
                    None => house.browser(),
                };
                let expected = expected(rule, signed_in.as_ref(), object);
                let found = answer(&ask(&mut browser, &rule.method, &address).await);
                assert_eq!(found, expected, "{who:?} {} {address} {object:?}", rule.method);
                asked += 1;
            }
        }
    }
    assert!(asked > 300, "{asked}");
}

/// What the rules of the house say, and nothing else.
fn expected(rule: &Rule, member: Option<&Member>, object: Object) -> Answer {
    if !access::may_enter(member, rule.door) {
        return if member.is_some() { Answer::Forbidden } else { Answer::SignedOut };
    }
    if LEADS_TO_THE_DOOR.contains(&rule.path) {
        return Answer::SignedOut;
    }
    let Some(member) = member else {
        return match object {
            Object::Garbage => Answer::NotThere,
            _ if rule.door == Door::Desk => Answer::WordsBack,
            _ => Answer::In,
        };
    };
    match object {
        Object::OwnersAlone if member.role != Role::Owner => Answer::Forbidden,
        Object::Member(Role::Owner) if rule.method == Method::POST && member.role != Role::Owner => Answer::Forbidden,
        Object::Comment { mine: true } => Answer::In,
        Object::Comment { mine: false } if rule.path == "/comments/{id}/delete" && access::may_look_after(member) => {
            Answer::In
        }
        Object::Comment { mine: false } => Answer::Forbidden,
        Object::None | Object::Mine | Object::House | Object::Forged | Object::Member(_) | Object::OwnersAlone => {
            Answer::In
        }
        Object::Others | Object::Missing | Object::Garbage => Answer::NotThere,
        Object::Post { mine, audience } => {
            let authors = [if mine { member.id } else { MemberId(0) }];
            let post = PostFacts { authors: &authors, reviewers: &[], audience };
            match (access::may_read(member, &post), changes(rule.path)) {
                (false, _) => Answer::NotThere,
                (true, true) if !access::may_edit(member, &post) => Answer::Forbidden,
                (true, _) => Answer::In,
            }
        }
    }
}

/// Whether an address of a post is for those who may change it.
fn changes(path: &str) -> bool {
    match path {
        "/posts/{id}"
        | "/posts/{id}/remind"
        | "/posts/{id}/uploads"
        | "/posts/{id}/archive.zip"
        | "/posts/{id}/comments"
        | "/series/{id}"
        | "/tags/{tag}"
        | "/tags/{tag}/rename"
        | "/tags/{tag}/restore"
        | "/posts/{id}/revisions"
        | "/posts/{id}/revisions/{number}"
        | "/posts/{id}/compare"
        | "/posts/{id}/lines"
        | "/posts/{id}/reviews/{review}"
        | "/posts/{id}/reviews/{review}/answer"
        | "/posts/{id}/reviews/{review}/comment" => false,
        "/posts/{id}/series"
        | "/posts/{id}/series/leave"
        | "/series/{id}/title"
        | "/series/{id}/move"
        | "/posts/{id}/revisions/{number}/restore"
        | "/posts/{id}/join"
        | "/posts/{id}/trash"
        | "/posts/{id}/authors"
        | "/posts/{id}/authors/remove"
        | "/posts/{id}/reviews"
        | "/posts/{id}/reviews/{review}/withdraw"
        | "/posts/{id}/status"
        | "/posts/{id}/tasks"
        | "/posts/{id}/still-true"
        | "/posts/{id}/edit"
        | "/posts/{id}/blog"
        | "/posts/{id}/blog.zip" => true,
        other => panic!("{other}: say here whether it is for readers or for authors"),
    }
}

/// An address for each object that can stand in a path: made anew each time, since asking may change it.
async fn objects(house: &House, rule: &Rule, mine: &Member) -> Vec<(String, Object)> {
    let path = rule.path;
    let with = |id: String| {
        path.replace("{id}", &id)
            .replace("{token}", &id)
            .replace("{handle}", &id)
            .replace("{number}", "1")
            .replace("{review}", "999999")
    };
    let missing = (with("999999".into()), Object::Missing);
    let garbage = (with("x".into()), Object::Garbage);
    if !path.contains('{') {
        return vec![(path.to_owned(), Object::None)];
    }
    if path.contains("{token}") {
        return vec![(with("forged".into()), Object::Forged)];
    }
    let (me, colleague) = (house.desk(mine), house.desk(&house.member("ada").await));
    let mut found = vec![missing, garbage];
    match path.split('/').nth(1) {
        Some("posts") if path == "/posts/{id}/restore" || path == "/posts/{id}/delete" => {
            found.push((with(trashed(&me).await), Object::Mine));
            found.push((with(trashed(&colleague).await), Object::Others));
        }
        Some("posts") if path.contains("{review}") => found.extend(reviews(house, rule, mine).await),
        Some("templates") => found.push((with("kpt".into()), Object::House)),
        Some("posts") => {
            for (desk, is_mine) in [(&me, true), (&colleague, false)] {
                for audience in Audience::ALL.iter().copied() {
                    let id = post(desk, audience).await;
                    found.push((with(id), Object::Post { mine: is_mine, audience }));
                }
            }
        }
        Some("tags") => return tags(house, path, &me, &colleague).await,
        Some("series") => {
            for (desk, is_mine) in [(&me, true), (&colleague, false)] {
                for audience in Audience::ALL.iter().copied() {
                    found.push((with(series(desk, audience).await), Object::Post { mine: is_mine, audience }));
                }
            }
        }
        Some("comments") => {
            let post = post(&colleague, Audience::Team).await.parse().unwrap();
            found.push((with(comment(&me, post).await), Object::Comment { mine: true }));
            found.push((with(comment(&colleague, post).await), Object::Comment { mine: false }));
            let private = self::post(&colleague, Audience::OnlyMe).await.parse().unwrap();
            found.push((with(comment(&colleague, private).await), Object::Others));
        }
        Some("people") => found.push((with("ada".into()), Object::House)),
        Some("drafts") => {
            found.push((with(draft(&me).await), Object::Mine));
            found.push((with(draft(&colleague).await), Object::Others));
        }
        Some("reminders") => {
            found.push((with(reminder(&me).await), Object::Mine));
            found.push((with(reminder(&colleague).await), Object::Others));
        }
        Some("import") => {
            found.push((with(import(&me).await), Object::Mine));
            found.push((with(import(&colleague).await), Object::Others));
        }
        Some("uploads") => {
            found.push((with(upload(&me).await), Object::Mine));
            found.push((with(upload(&colleague).await), Object::Others));
        }
        _ => return rooms(house, path, mine, found).await,
    }
    found
}

/// The same for what belongs to members and to the house.
async fn rooms(
    house: &House,
    path: &'static str,
    mine: &Member,
    mut found: Vec<(String, Object)>,
) -> Vec<(String, Object)> {
    let with = |id: String| path.replace("{id}", &id);
    match path.split('/').nth(1) {
        Some("invitations") => {
            found.push((with(invitation(house, Role::Member).await), Object::Member(Role::Member)));
            found.push((with(invitation(house, Role::Owner).await), Object::OwnersAlone));
        }
        Some("settings") if path.contains("/sign-ins/") => {
            found.push((with(sign_in(house, mine).await), Object::Mine));
            found.push((with(sign_in(house, &house.member("ada").await).await), Object::Others));
        }
        Some("settings") if path.contains("/tokens/") => {
            found.push((with(api_token(house, mine).await), Object::Mine));
            found.push((with(api_token(house, &house.member("ada").await).await), Object::Others));
        }
        Some("settings") if path.contains("/passkeys/") => {} // who has one needs a code at the door: see `passkeys`
        Some("members") if path.ends_with("/return") => {
            found.push((with(gone(house).await), Object::Member(Role::Alumni)));
        }
        Some("members") if !path.ends_with("/picture") => {
            found.push((with(house.member("ada").await.id.to_string()), Object::Member(Role::Member)));
            found.push((with(house.member("jieun").await.id.to_string()), Object::Member(Role::Owner)));
        }
        Some("members") => {
            house.store.set_picture(mine.id, Some(b"a picture of ours")).await.unwrap();
            found.push((with(mine.id.to_string()), Object::House));
        }
        Some("mail") => {} // a message that can be tried again is a story of its own: see `smtp`
        other => panic!("{other:?}: say here which objects stand at {path}"),
    }
    found
}

async fn post(desk: &Viewer, audience: Audience) -> String {
    let form = PostForm {
        kind: "write_up".into(),
        title: "글".into(),
        body: "글".into(),
        language: "ko".into(),
        audience: audience.to_string(),
        ..PostForm::default()
    };
    let (content, audience) = form.parse().unwrap();
    desk.create_post(&content, audience).await.unwrap().to_string()
}

/// A tag of one post alone, for each sort of post; where old names stand, it was renamed by whose post it is.
async fn tags(house: &House, path: &'static str, me: &Viewer, colleague: &Viewer) -> Vec<(String, Object)> {
    let mut found =
        vec![(path.replace("{tag}", "nowhere"), Object::Missing), (path.replace("{tag}", "%2C"), Object::Garbage)];
    for (desk, mine) in [(me, true), (colleague, false)] {
        for audience in Audience::ALL.iter().copied() {
            let word = format!("t{}", house.store.audit(None, 9_999, 0).await.unwrap().len());
            let (tag, other) = (Tag::parse(&word).unwrap(), Tag::parse(&format!("{word}-now")).unwrap());
            tagged(desk, audience, &word).await;
            // Each is noted, so that the next word is another.
            desk.rename_tag(&tag, &other, true, &By::command_line()).await.unwrap();
            if !path.ends_with("/restore") {
                desk.restore_tag(&tag, &By::command_line()).await.unwrap();
            }
            found.push((path.replace("{tag}", &word), Object::Post { mine, audience }));
        }
    }
    found
}

/// A post that its author has just thrown away.
async fn trashed(desk: &Viewer) -> String {
    let id = post(desk, Audience::Team).await;
    desk.trash_post(id.parse().unwrap(), &By::command_line()).await.unwrap();
    id
}

/// A review of each sort of post: by somebody else; and where it is about answering, of a colleague's post by me.
async fn reviews(house: &House, rule: &Rule, mine: &Member) -> Vec<(String, Object)> {
    let other = house.member("reader").await;
    let (me, colleague) = (house.desk(mine), house.desk(&house.member("ada").await));
    let mut found = Vec::new();
    if rule.method == Method::POST && rule.path.ends_with("/answer") {
        found.push((review(&me, rule.path, Audience::Team, &other).await, Object::Others));
        if mine.role != Role::Alumni {
            found.push((review(&colleague, rule.path, Audience::Team, mine).await, Object::Mine));
        }
        return found;
    }
    for (desk, is_mine) in [(&me, true), (&colleague, false)] {
        for audience in Audience::ALL.iter().copied() {
            let address = review(desk, rule.path, audience, &other).await;
            found.push((address, Object::Post { mine: is_mine, audience }));
        }
    }
    found
}

async fn series(desk: &Viewer, audience: Audience) -> String {
    let id = tagged(desk, audience, "").await;
    desk.begin_series(id, &SeriesTitle::parse("이야기").unwrap()).await.unwrap().to_string()
}

async fn tagged(desk: &Viewer, audience: Audience, tags: &str) -> PostId {
    let form = PostForm {
        kind: "write_up".into(),
        title: format!("글 {tags}"),
        tags: tags.into(),
        language: "ko".into(),
        audience: audience.to_string(),
        ..PostForm::default()
    };
    let (content, audience) = form.parse().unwrap();
    desk.create_post(&content, audience).await.unwrap()
}

async fn import(desk: &Viewer) -> String {
    desk.keep_import("글.zip", &crate::import::zipped(&[("글.md", "글")])).await.unwrap().to_string()
}

async fn upload(desk: &Viewer) -> String {
    let name = UploadName::new(rand::random(), None, "txt");
    let new = NewUpload { name, file_name: FileName::parse("글.txt"), bytes: b"words".to_vec(), narrower: Vec::new() };
    desk.keep_upload(new).await.unwrap().name.to_string()
}

async fn review(desk: &Viewer, path: &str, audience: Audience, reviewer: &Member) -> String {
    let id = post(desk, audience).await;
    let new = NewReview { reviewer: reviewer.id, due: "2026-12-01".parse().unwrap(), remark: None };
    let review = desk.ask_review(id.parse().unwrap(), &new).await.unwrap();
    path.replace("{id}", &id).replace("{review}", &review.to_string())
}

async fn comment(desk: &Viewer, post: PostId) -> String {
    let (body, anchor) = (CommentBody::parse("좋아요").unwrap(), Anchor::Post);
    let new = NewComment { post, thread: None, body, anchor, seen: None, review: None };
    desk.comment(&new).await.unwrap().to_string()
}

async fn draft(desk: &Viewer) -> String {
    match desk.keep_draft(None, &PostForm { body: "쓰다 만 글".into(), ..PostForm::default() }).await.unwrap() {
        Keeping::Kept(mark) => mark.id.to_string(),
        other @ Keeping::Elsewhere(_) => panic!("{other:?}"),
    }
}

async fn reminder(desk: &Viewer) -> String {
    let id = post(desk, Audience::Team).await.parse().unwrap();
    let first = "2027-01-01T09:00".parse().unwrap();
    desk.remind(id, &Schedule { recurrence: Recurrence::Weekly, first, zone: desk.zone().clone() }).await.unwrap();
    desk.reminders_of_post(id).await.unwrap()[0].id.to_string()
}

/// Somebody who has just left.
async fn gone(house: &House) -> String {
    let by = By::command_line();
    let who = format!("gone-{}", house.store.members().await.unwrap().len());
    let id = house.store.add_member(&member("떠난 이", &who, Role::Member, Language::Korean, ""), &by).await.unwrap();
    house.store.leave(None, id, None, &by).await.unwrap();
    id.to_string()
}

/// One more sign-in of a member's; the newest is first in the list.
async fn sign_in(house: &House, member: &Member) -> String {
    house.store.begin_sign_in(member.id, Way::Password, &store::Browser::default()).await.unwrap();
    house.store.sign_ins(member.id).await.unwrap()[0].id.to_string()
}

async fn api_token(house: &House, member: &Member) -> String {
    let new = NewApiToken {
        name: TokenName::parse("나").unwrap(),
        scope: Scope::Read,
        lifetime: SignedDuration::from_hours(24),
    };
    house.store.make_api_token(member.id, None, &new, &By::command_line()).await.unwrap();
    house.store.api_tokens(member.id).await.unwrap()[0].id.to_string()
}

async fn invitation(house: &House, role: Role) -> String {
    let new = NewInvitation { email: None, role, language: Language::Korean };
    let link = house.data.secret().unwrap().link(rand::random());
    house.store.invite(&new, &link, &By::command_line()).await.unwrap().to_string()
}

/// 지은 owns the house, 나리 is an admin, 하늘, Ada and 보라, who is asked to review, are members, Tomas has left.
async fn peopled() -> House {
    let house = House::founded().await;
    let more = [("나리", "nari", Role::Admin), ("Tomas", "tomas", Role::Member), ("보라", "reader", Role::Member)];
    for (name, who, role) in more {
        house.store.add_member(&member(name, who, role, Language::Korean, ""), &By::command_line()).await.unwrap();
    }
    let tomas = house.member("tomas").await.id;
    house.store.leave(None, tomas, None, &By::command_line()).await.unwrap();
    house
}

async fn ask(browser: &mut Browser, method: &Method, address: &str) -> Page {
    let form = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
    let headers = if *method == Method::POST { &form[..] } else { &[] };
    browser.ask(method.clone(), address, headers, Body::empty()).await
}

fn answer(page: &Page) -> Answer {
    match page.status {
        StatusCode::FORBIDDEN => Answer::Forbidden,
        StatusCode::NOT_FOUND => Answer::NotThere,
        StatusCode::UNAUTHORIZED => Answer::WordsBack,
        status if status.is_redirection() && page.location().starts_with("/sign-in") => Answer::SignedOut,
        status if status.is_server_error() => panic!("{}", page.text()),
        _ => Answer::In,
    }
}

impl House {
    async fn member(&self, who: &str) -> Member {
        let email = domain::member::EmailAddress::parse(&format!("{who}@example.com")).unwrap();
        self.store.member_by_email(&email).await.unwrap().unwrap().member
    }

    /// The store, writing for a member, as they did before they left.
    fn desk(&self, member: &Member) -> Viewer {
        self.store.viewer(Member { role: Role::Member, ..member.clone() })
    }
}

//! Everything that a visitor is told of is there, whatever day it is.

use domain::comment::{NoticeKind, Placed, Spot};
use domain::id::PostId;
use domain::review::Outcome;
use domain::tag::Tag;
use domain::template::TemplateKey;
use store::{Thread, Viewer};

use super::*;

/// The days it is tried on: after a half-year's end, just after a year's, and a leap day.
const DAYS: [&str; 3] = ["2026-11-24T10:00:00Z", "2027-01-03T10:00:00Z", "2028-02-29T23:30:00Z"];

/// What [`posts::LATE`] is called since it was renamed.
const CLOSING: &str = "늦게 도착하는 데이터, 언제 닫을 것인가";

struct Visit {
    _folder: tempfile::TempDir,
    store: Store,
    owner: Viewer,
}

async fn visit(now: &str) -> Visit {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Clock::fixed(now.parse().unwrap())).await.unwrap();
    fill(&store, &Secret::new([7; 32])).await.unwrap();
    let owner = viewer(&store, cast::JIEUN).await;
    Visit { _folder: folder, store, owner }
}

async fn viewer(store: &Store, email: &str) -> Viewer {
    store.viewer(member(store, email).await.unwrap())
}

impl Visit {
    /// A post by its title of today.
    async fn post(&self, title: &str) -> PostId {
        let lines = self.owner.posts(None, 0, 100).await.unwrap();
        lines.iter().find(|line| line.post.title == title).unwrap_or_else(|| panic!("{title}")).post.id
    }

    async fn threads(&self, title: &str) -> Vec<Thread> {
        let reading = self.owner.post(self.post(title).await).await.unwrap();
        self.owner.threads(&reading).await.unwrap()
    }
}

#[tokio::test]
async fn the_whole_team_can_be_stored_on_any_day() {
    for now in DAYS {
        let visit = visit(now).await;
        members_write_while_they_are_here(&visit).await;
        posts_were_changed(&visit).await;
        posts_lead_to_each_other(&visit).await;
        posts_are_talked_about(&visit).await;
        reviews_wait_and_are_answered(&visit).await;
        files_are_kept(&visit).await;
        the_owner_has_things_before_them(&visit).await;
    }
}

async fn members_write_while_they_are_here(visit: &Visit) {
    let (store, owner) = (&visit.store, &visit.owner);
    let lines = owner.posts(None, 0, 100).await.unwrap();
    assert_eq!(lines.len(), posts::POSTS.len() - 1, "all but what was thrown away");
    assert!(lines.iter().all(|line| line.post.changed_at <= store.now() && !line.opening.is_empty()));
    let everybody = store.members().await.unwrap();
    for line in &lines {
        let authors = everybody.iter().filter(|one| line.post.by().contains(one.member.name.as_str()));
        assert!(authors.clone().count() > 0, "{}", line.post.title);
        for author in authors {
            assert!(author.joined_at < line.post.created_at, "{}", line.post.title);
            let left = author.left.as_ref().map(|(at, _)| *at);
            assert!(left.is_none_or(|at| line.post.created_at < at), "{}", line.post.title);
        }
    }
    let left: Vec<_> = everybody.iter().filter_map(|one| one.left.clone()).collect();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].1.as_deref(), Some("이하늘"));
    let invitations = store.invitations().await.unwrap();
    assert_eq!(invitations.iter().filter(|one| one.is_open(store.now())).count(), 1);
}

async fn posts_were_changed(visit: &Visit) {
    let naming = visit.owner.history(visit.post(posts::NAMING).await).await.unwrap();
    let restored: Vec<_> = naming.revisions.iter().filter_map(|one| one.restored_from).collect();
    assert_eq!((naming.revisions.len(), restored), (7, vec![4]));
    assert_eq!(naming.post.authors.len(), 2);
    assert!(naming.revisions.is_sorted_by_key(|one| one.saved_at));
    let late = visit.owner.history(visit.post(CLOSING).await).await.unwrap();
    assert_eq!(late.revisions[0].title, posts::LATE);
}

async fn posts_lead_to_each_other(visit: &Visit) {
    for line in visit.owner.posts(None, 0, 100).await.unwrap() {
        let links = visit.owner.around(line.post.id).await.unwrap().links;
        assert!(links.iter().all(|link| link.post.is_some()), "{}: {links:?}", line.post.title);
    }
    let mut related = 0;
    for title in [posts::SCHEDULER, posts::BILL, posts::RUNBOOK, CLOSING] {
        let around = visit.owner.around(visit.post(title).await).await.unwrap();
        assert!(!around.linked_from.is_empty(), "{title}");
        related += around.related.len();
    }
    assert!(related > 0, "there is more to read than what is linked");
    let series = visit.owner.around(visit.post(posts::THREE_WEEKS).await).await.unwrap().series.unwrap();
    let parts: Vec<_> = series.parts.iter().map(|part| part.title.as_str()).collect();
    assert_eq!((series.title.as_str(), parts.as_slice()), (series::TITLE, series::PARTS.as_slice()));
    for (_, from, to, _, _) in tags::RENAMED {
        let tag = visit.owner.tag(&Tag::parse(from).unwrap()).await.unwrap();
        assert_eq!((tag.name.as_str(), tag.was[0].tag.as_str()), (*to, *from));
    }
}

async fn posts_are_talked_about(visit: &Visit) {
    let bill = visit.threads(posts::BILL).await;
    assert!(bill.len() == 2 && bill.iter().all(|one| one.quote.is_some() && one.placed != Placed::Earlier));
    assert_eq!(bill.iter().filter(|one| one.first.resolved.is_some()).count(), 1);
    let naming = visit.threads(posts::NAMING).await;
    assert_eq!(naming.iter().filter(|one| one.placed == Placed::Earlier).count(), 1, "its words were rewritten");
    for (title, threads) in [(posts::NAMING, naming), (posts::RUNBOOK, visit.threads(posts::RUNBOOK).await)] {
        assert!(threads.iter().any(|one| matches!(one.placed, Placed::Here(Spot::Heading(_)))), "{title}");
        assert!(threads.iter().all(|one| !one.replies.is_empty() && one.first.written_at < visit.store.now()));
    }
    for title in [posts::HOLDS_EN, CLOSING] {
        let placed = visit.threads(title).await.into_iter().map(|one| one.placed).collect::<Vec<_>>();
        assert!(matches!(placed.as_slice(), [Placed::Here(Spot::Passage(_))]), "{title}: {placed:?}");
    }
}

async fn reviews_wait_and_are_answered(visit: &Visit) {
    let waiting = visit.owner.reviews_to_do().await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert!(waiting[0].due > visit.owner.zone().local(visit.store.now()).date());
    let outcomes = async |post| {
        let reviews = visit.owner.reviews_of(post).await.unwrap();
        reviews.into_iter().map(|one| one.answer.map(|answer| answer.outcome)).collect::<Vec<_>>()
    };
    assert_eq!(outcomes(waiting[0].post_id).await, [None, Some(Outcome::Changes)]);
    assert_eq!(outcomes(visit.post(posts::RETRIES).await).await, [Some(Outcome::Approved)]);
}

async fn files_are_kept(visit: &Visit) {
    let mine = visit.owner.my_uploads(0, 10).await.unwrap();
    assert!(mine.len() == 1 && mine[0].uses.iter().any(|one| one.now), "one of the owner's own");
    for title in [posts::HOLDS, posts::HOLDS_EN] {
        let used = visit.owner.uploads_of_post(visit.post(title).await).await.unwrap();
        let mut names: Vec<_> = used.iter().map(|one| one.upload.file_name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["batch-hours.csv", "batch-hours.png"], "{title}");
        for one in used {
            assert!(!visit.owner.upload_bytes(&one.upload.name).await.unwrap().is_empty());
        }
    }
}

async fn the_owner_has_things_before_them(visit: &Visit) {
    let (owner, today) = (&visit.owner, visit.owner.zone().local(visit.store.now()).date());
    assert!(!owner.reminders().await.unwrap().is_empty());
    let drafts = owner.drafts().await.unwrap();
    assert_eq!(drafts.iter().map(|one| one.post_id.is_some()).collect::<Vec<_>>(), [false, true]);
    assert_eq!(owner.trash().await.unwrap().len(), 1);
    assert_eq!(owner.my_stale(today).await.unwrap().len(), 1);
    let ada = viewer(&visit.store, cast::ADA).await;
    assert!(ada.my_stale(today).await.unwrap().iter().any(|one| one.title == posts::RUNBOOK));
    let templates = owner.templates().await.unwrap();
    let changed = templates.iter().filter(|one| one.changed.is_some());
    assert_eq!(changed.clone().count(), 2);
    assert_eq!(changed.filter(|one| matches!(one.key, TemplateKey::Own(_))).count(), 1);
    let notices = owner.notices(None, 100).await.unwrap();
    for kind in [NoticeKind::Comment, NoticeKind::Mention, NoticeKind::CoAuthor, NoticeKind::ReviewAsked] {
        assert!(notices.iter().any(|one| one.kind == kind), "{kind}");
    }
    let unread = notices.iter().filter(|one| one.read_at.is_none()).count();
    assert!((1..=5).contains(&unread), "{unread}");
    assert!(notices.is_sorted_by(|newer, older| newer.made_at >= older.made_at));
}

use domain::comment::{Anchor, CommentBody, NoticeKind, Passage, Placed, Spot};
use domain::id::{CommentId, PostId, RevisionId};
use domain::member::Role;
use domain::post::Audience;
use store::{By, NewComment, StoreError, Viewer};

use crate::house::{House, content, member};

const BODY: &str = "# 쉼\n\n쉬는 데에도 **품(힘)**이 든다.\n\n# 다음\n\n배포는 금요일을 피한다.\n";

fn said(post: PostId, words: &str) -> NewComment {
    let body = CommentBody::parse(words).unwrap();
    NewComment { post, thread: None, body, anchor: Anchor::Post, seen: None, review: None }
}

fn on(anchor: Anchor, post: PostId) -> NewComment {
    NewComment { anchor, ..said(post, "여기요") }
}

fn passage(exact: &str) -> Anchor {
    Anchor::Passage(Passage::parse(exact, "", "").unwrap())
}

async fn post(viewer: &Viewer, audience: Audience) -> PostId {
    viewer.create_post(&content("회고", BODY), audience).await.unwrap()
}

async fn kinds(viewer: &Viewer) -> Vec<(NoticeKind, Option<CommentId>)> {
    viewer.notices(None, 100).await.unwrap().into_iter().map(|line| (line.kind, line.comment)).collect()
}

/// 지은 wrote, 하늘 and 나리 are colleagues.
async fn house() -> (House, Viewer, Viewer, Viewer) {
    let house = House::founded().await;
    house.store.add_member(&member("나리", "nari", Role::Admin), &By::command_line()).await.unwrap();
    let (jieun, haneul, nari) = (house.viewer("jieun").await, house.viewer("haneul").await, house.viewer("nari").await);
    (house, jieun, haneul, nari)
}

#[tokio::test]
async fn a_thread_is_read_in_the_order_it_was_said() {
    let (_house, jieun, haneul, _) = house().await;
    let id = post(&jieun, Audience::Team).await;
    let first = haneul.comment(&said(id, "좋아요")).await.unwrap();
    let other = haneul.comment(&said(id, "하나 더")).await.unwrap();
    let reply = jieun.comment(&NewComment { thread: Some(first), ..said(id, "고마워요") }).await.unwrap();
    let threads = jieun.threads(&jieun.post(id).await.unwrap()).await.unwrap();
    assert_eq!(threads.iter().map(|one| one.first.id).collect::<Vec<_>>(), [first, other]);
    assert_eq!((threads[0].replies[0].id, threads[0].replies[0].body.as_str()), (reply, "고마워요"));
    assert_eq!((threads[0].first.name.as_str(), threads[0].first.revision_number), ("하늘", 1));
}

#[tokio::test]
async fn the_same_said_twice_within_a_minute_is_said_once() {
    let (house, jieun, haneul, _) = house().await;
    let id = post(&jieun, Audience::Team).await;
    let first = haneul.comment(&said(id, "좋아요")).await.unwrap();
    assert_eq!(haneul.comment(&said(id, "좋아요")).await.unwrap(), first);
    assert_ne!(haneul.comment(&on(Anchor::Heading("h-쉼".into()), id)).await.unwrap(), first);
    house.set("2026-11-24T00:02:00Z");
    assert_ne!(haneul.comment(&said(id, "좋아요")).await.unwrap(), first);
}

#[tokio::test]
async fn what_is_said_about_a_post_is_as_hidden_as_the_post() {
    let (house, jieun, haneul, _) = house().await;
    let id = post(&jieun, Audience::OnlyMe).await;
    let mine = jieun.comment(&said(id, "나에게")).await.unwrap();
    assert!(haneul.comments(id).await.unwrap().is_empty());
    assert!(matches!(haneul.comment(&said(id, "보여요?")).await, Err(StoreError::NotFound)));
    assert!(matches!(haneul.comment_by_id(mine).await, Err(StoreError::NotFound)));
    let words = CommentBody::parse("바꾼 말").unwrap();
    assert!(matches!(haneul.edit_comment(mine, &words).await, Err(StoreError::NotFound)));
    assert!(matches!(haneul.delete_comment(mine).await, Err(StoreError::NotFound)));
    assert!(matches!(haneul.resolve_thread(mine, true).await, Err(StoreError::NotFound)));
    let team = post(&haneul, Audience::Team).await;
    house.store.leave(None, member_id(&house, "haneul").await, None, &By::command_line()).await.unwrap();
    let gone = house.viewer("haneul").await;
    jieun.comment(&said(team, "잘 읽었어요")).await.unwrap();
    assert_eq!(gone.comments(team).await.unwrap().len(), 1, "who left still reads what is said about their post");
    assert!(matches!(gone.comment(&said(team, "저도요")).await, Err(StoreError::NotFound)), "and says nothing more");
}

async fn member_id(house: &House, who: &str) -> domain::id::MemberId {
    let email = domain::member::EmailAddress::parse(&format!("{who}@example.com")).unwrap();
    house.store.member_by_email(&email).await.unwrap().unwrap().member.id
}

#[tokio::test]
async fn a_thread_of_another_post_or_an_answer_is_no_thread_and_a_revision_of_another_post_was_not_seen() {
    let (_house, jieun, haneul, _) = house().await;
    let (one, other) = (post(&jieun, Audience::Team).await, post(&haneul, Audience::Team).await);
    let thread = haneul.comment(&said(one, "첫 말")).await.unwrap();
    let reply = haneul.comment(&NewComment { thread: Some(thread), ..said(one, "답") }).await.unwrap();
    let theirs = haneul.stored_post(other).await.unwrap().post.revision_id;
    for wrong in [
        NewComment { thread: Some(thread), ..said(other, "엉뚱한 곳") },
        NewComment { thread: Some(reply), ..said(one, "답의 답") },
        NewComment { seen: Some(theirs), ..said(one, "다른 글을 보고") },
        on(Anchor::Line { revision: theirs, line: 1 }, one),
        said(PostId(99), "없는 글"),
    ] {
        assert!(matches!(haneul.comment(&wrong).await, Err(StoreError::NotFound)), "{wrong:?}");
    }
}

#[tokio::test]
async fn places_are_followed_through_edits_or_shown_as_of_an_earlier_text() {
    let (_house, jieun, haneul, _) = house().await;
    let id = post(&jieun, Audience::Team).await;
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    let line = Anchor::Line { revision: base, line: 7 };
    for anchor in [Anchor::Heading("h-쉼".into()), passage("품(힘)이 든다."), passage("배포는 금요일을 피한다."), line]
    {
        haneul.comment(&on(anchor, id)).await.unwrap();
    }
    let edited =
        "새 첫 문단.\n\n# 쉼\n\n쉬는 데에도 **품(힘)**이 든다.\n\n# 그다음\n\n배포는 되도록 금요일을 피한다.\n";
    jieun.revise_post(id, base, &content("회고", edited), Audience::Team).await.unwrap();
    let threads = haneul.threads(&haneul.post(id).await.unwrap()).await.unwrap();
    let quotes: Vec<_> = threads.iter().map(|one| one.quote.as_deref().unwrap()).collect();
    let reworded = "배포는 되도록 금요일을 피한다.";
    assert_eq!(quotes, ["쉼", "품(힘)이 든다.", reworded, reworded]);
    assert_eq!(threads[3].placed, Placed::Here(Spot::Line(9)));
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, base, &content("회고", "다 지웠어요.\n"), Audience::Team).await.unwrap();
    let threads = haneul.threads(&haneul.post(id).await.unwrap()).await.unwrap();
    assert!(threads.iter().all(|one| one.placed == Placed::Earlier));
    let quotes: Vec<_> = threads.iter().map(|one| one.quote.as_deref().unwrap()).collect();
    let then = "배포는 금요일을 피한다.";
    assert_eq!(quotes, ["쉼", "품(힘)이 든다.", then, then]);
}

#[tokio::test]
async fn words_go_when_they_are_deleted_and_a_thread_that_was_answered_keeps_its_place() {
    let (_house, jieun, haneul, nari) = house().await;
    let id = post(&jieun, Audience::Team).await;
    let thread = haneul.comment(&said(id, "지울 말")).await.unwrap();
    let reply = jieun.comment(&NewComment { thread: Some(thread), ..said(id, "답") }).await.unwrap();
    assert!(matches!(
        jieun.edit_comment(thread, &CommentBody::parse("남의 말").unwrap()).await,
        Err(StoreError::NotFound)
    ));
    assert!(matches!(haneul.delete_comment(reply).await, Err(StoreError::NotFound)));
    haneul.delete_comment(thread).await.unwrap();
    let first = haneul.comment_by_id(thread).await.unwrap();
    assert_eq!((first.body.as_str(), first.deleted.unwrap().by.as_str()), ("", "하늘"));
    assert!(matches!(haneul.delete_comment(thread).await, Err(StoreError::NotFound)), "it is deleted once");
    jieun.delete_comment(reply).await.unwrap();
    assert!(jieun.comments(id).await.unwrap().is_empty(), "with its last answer the place goes too");
    let other = haneul.comment(&said(id, "심한 말")).await.unwrap();
    nari.delete_comment(other).await.unwrap();
    let seen = haneul.comment_by_id(other).await.unwrap();
    assert_eq!((seen.body.as_str(), seen.deleted.unwrap().by.as_str()), ("", "나리"), "its writer sees who did it");
}

#[tokio::test]
async fn a_thread_is_resolved_and_reopened_by_its_writer_or_an_author_with_who_and_when() {
    let (house, jieun, haneul, nari) = house().await;
    let id = post(&jieun, Audience::Team).await;
    let thread = haneul.comment(&said(id, "오타가 있어요")).await.unwrap();
    let reply = nari.comment(&NewComment { thread: Some(thread), ..said(id, "저도 봤어요") }).await.unwrap();
    assert!(matches!(nari.resolve_thread(thread, true).await, Err(StoreError::NotFound)));
    assert!(matches!(jieun.resolve_thread(reply, true).await, Err(StoreError::NotFound)), "an answer is no thread");
    house.set("2026-11-25T00:00:00Z");
    jieun.resolve_thread(thread, true).await.unwrap();
    house.set("2026-11-26T00:00:00Z");
    jieun.resolve_thread(thread, true).await.unwrap();
    let resolved = haneul.comment_by_id(thread).await.unwrap().resolved.unwrap();
    assert_eq!((resolved.by.as_str(), resolved.at.to_string().as_str()), ("지은", "2026-11-25T00:00:00Z"));
    assert_eq!(kinds(&haneul).await, [(NoticeKind::Resolved, Some(thread)), (NoticeKind::Reply, Some(reply))]);
    haneul.resolve_thread(thread, false).await.unwrap();
    assert!(haneul.comment_by_id(thread).await.unwrap().resolved.is_none());
}

#[tokio::test]
async fn each_whom_a_comment_concerns_is_told_once_and_its_writer_never() {
    let (_house, jieun, haneul, nari) = house().await;
    let id = post(&jieun, Audience::Team).await;
    let thread = haneul.comment(&said(id, "@jieun @하늘이가 @nobody-here 봐 주세요")).await.unwrap();
    assert_eq!(kinds(&jieun).await, [(NoticeKind::Comment, Some(thread))], "she is called 지은, not jieun");
    let reply = nari.comment(&NewComment { thread: Some(thread), ..said(id, "저는 @지은에게 맡겨요") }).await.unwrap();
    assert_eq!(kinds(&jieun).await[0], (NoticeKind::Mention, Some(reply)));
    assert_eq!(kinds(&haneul).await, [(NoticeKind::Reply, Some(reply))]);
    assert!(kinds(&nari).await.is_empty());
    nari.edit_comment(reply, &CommentBody::parse("@지은 @하늘 둘 다").unwrap()).await.unwrap();
    assert_eq!(kinds(&haneul).await[0], (NoticeKind::Mention, Some(reply)), "who is named later is told then");
    assert_eq!(kinds(&jieun).await.len(), 2, "and who was told is not told again");
    nari.delete_comment(reply).await.unwrap();
    assert_eq!(kinds(&jieun).await, [(NoticeKind::Comment, Some(thread))], "what is not there any more is not told of");
}

#[tokio::test]
async fn a_post_names_somebody_once_and_not_before_they_may_read_it() {
    let (house, jieun, haneul, _) = house().await;
    let id = jieun.create_post(&content("회고", "@하늘 고마워요"), Audience::OnlyMe).await.unwrap();
    assert!(kinds(&haneul).await.is_empty());
    let revision = async || jieun.stored_post(id).await.unwrap().post.revision_id;
    let save = async |words: &str, audience, base: RevisionId| {
        jieun.revise_post(id, base, &content("회고", words), audience).await.unwrap();
    };
    save("@하늘 고마워요", Audience::Team, revision().await).await;
    assert_eq!(kinds(&haneul).await, [(NoticeKind::Mention, None)]);
    save("@하늘 정말 고마워요", Audience::Team, revision().await).await;
    assert_eq!(kinds(&haneul).await.len(), 1);
    save("@하늘", Audience::OnlyMe, revision().await).await;
    assert!(kinds(&haneul).await.is_empty() && !haneul.has_unread_notices().await.unwrap(), "it went with the post");
    house.set("2027-03-24T00:00:00Z");
    house.store.forget_old_notices().await.unwrap();
    save("@하늘 다시", Audience::Team, revision().await).await;
    assert!(kinds(&haneul).await.is_empty(), "that they were told once is still known");
}

#[tokio::test]
async fn lines_are_unread_until_the_post_is_opened_or_all_are_read_and_gone_after_ninety_days() {
    let (house, jieun, haneul, _) = house().await;
    let one = post(&jieun, Audience::Team).await;
    let other = jieun.create_post(&content("다른 회고", BODY), Audience::Team).await.unwrap();
    for id in [one, other] {
        haneul.comment(&said(id, "좋아요")).await.unwrap();
    }
    assert!(jieun.read_notices_of(one).await.unwrap() && !jieun.read_notices_of(one).await.unwrap());
    let lines = jieun.notices(None, 10).await.unwrap();
    assert_eq!(lines.iter().map(|line| line.read_at.is_some()).collect::<Vec<_>>(), [false, true]);
    assert_eq!(jieun.notices(Some(lines[0].id), 10).await.unwrap().len(), 1);
    haneul.comment(&said(one, "하나 더")).await.unwrap();
    jieun.read_notices_up_to(lines[0].id).await.unwrap();
    assert!(jieun.has_unread_notices().await.unwrap(), "what came after the list was shown is not seen");
    house.set("2027-02-23T00:00:00Z");
    assert_eq!(house.store.forget_old_notices().await.unwrap(), 3);
    assert!(jieun.notices(None, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_comment_tells_nothing_of_the_private_words_of_a_post_that_was_opened() {
    let (_house, jieun, haneul, nari) = house().await;
    let id = post(&jieun, Audience::OnlyMe).await;
    let private = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.comment(&on(passage("품(힘)"), id)).await.unwrap();
    jieun.comment(&on(Anchor::Line { revision: private, line: 3 }, id)).await.unwrap();
    jieun.revise_post(id, private, &content("회고", "# 열린 글\n"), Audience::Team).await.unwrap();
    for anchor in [Anchor::Line { revision: private, line: 3 }, Anchor::Heading("h-쉼".into())] {
        let asked = NewComment { seen: Some(private), ..on(anchor, id) };
        assert!(matches!(haneul.comment(&asked).await, Err(StoreError::NotFound)), "{asked:?}");
    }
    assert!(nari.threads(&nari.post(id).await.unwrap()).await.unwrap().is_empty());
    let mine = jieun.threads(&jieun.post(id).await.unwrap()).await.unwrap();
    assert_eq!(mine.into_iter().filter_map(|one| one.quote).count(), 2);
    assert!(jieun.comment(&on(Anchor::Line { revision: private, line: 1 }, id)).await.is_ok());
}

#[tokio::test]
async fn what_was_said_while_a_post_was_private_stays_among_those_who_knew_it_then() {
    let (house, jieun, haneul, nari) = house().await;
    let id = post(&jieun, Audience::OnlyMe).await;
    let private = jieun.stored_post(id).await.unwrap().post.revision_id;
    let thread = jieun.comment(&said(id, "우리끼리 @하늘")).await.unwrap();
    jieun.revise_post(id, private, &content("회고", "# 열린 글\n"), Audience::Team).await.unwrap();
    let answer = NewComment { thread: Some(thread), ..said(id, "이제 열었어요 @하늘") };
    jieun.comment(&answer).await.unwrap();
    jieun.edit_comment(thread, &CommentBody::parse("우리끼리 @하늘 @나리").unwrap()).await.unwrap();
    for colleague in [&haneul, &nari] {
        assert!(colleague.comments(id).await.unwrap().is_empty());
        assert!(matches!(colleague.comment_by_id(thread).await, Err(StoreError::NotFound)));
        assert_eq!(kinds(colleague).await, []);
        assert!(!colleague.has_unread_notices().await.unwrap());
        assert!(matches!(colleague.comment(&answer).await, Err(StoreError::NotFound)));
        assert!(matches!(colleague.delete_comment(thread).await, Err(StoreError::NotFound)));
        assert!(matches!(colleague.resolve_thread(thread, true).await, Err(StoreError::NotFound)));
    }
    let open = haneul.comment(&said(id, "잘 읽었어요")).await.unwrap();
    assert_eq!(nari.comments(id).await.unwrap().iter().map(|one| one.id).collect::<Vec<_>>(), [open]);
    assert_eq!(jieun.comments(id).await.unwrap().len(), 3);
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, base, &content("회고", "# 닫은 글\n"), Audience::OnlyMe).await.unwrap();
    jieun.comment(&NewComment { thread: Some(open), ..said(id, "다시 우리끼리") }).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, base, &content("회고", "# 다시 연 글\n"), Audience::Team).await.unwrap();
    assert_eq!(nari.comments(id).await.unwrap().len(), 1, "an answer of private days stays private in an open thread");
    jieun.add_author(id, member_id(&house, "haneul").await).await.unwrap();
    assert_eq!(haneul.comments(id).await.unwrap().len(), 4);
}

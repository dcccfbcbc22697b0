use domain::access;
use domain::id::RevisionId;
use domain::post::Audience;
use store::{Saved, StoreError};

use crate::house::{House, content};

#[tokio::test]
async fn sql_lets_read_exactly_the_revisions_that_the_rule_does() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("회고", "혼자"), Audience::OnlyMe).await.unwrap();
    for (body, audience) in [("모두", Audience::Team), ("다시 혼자", Audience::OnlyMe), ("다시 모두", Audience::Team)]
    {
        let base = jieun.stored_post(id).await.unwrap().post.revision_id;
        jieun.revise_post(id, base, &content("회고", body), audience).await.unwrap();
    }
    let whole = jieun.history(id).await.unwrap();
    assert!(whole.is_whole && whole.may_edit);
    assert_eq!(whole.revisions.len(), 4);
    let authors = whole.post.author_ids();
    let member = |who: &str| {
        let email = domain::member::EmailAddress::parse(&format!("{who}@example.com")).unwrap();
        let store = house.store.clone();
        async move { store.member_by_email(&email).await.unwrap().unwrap().member }
    };
    for (who, viewer) in [("jieun", &jieun), ("haneul", &haneul)] {
        let (member, history) = (member(who).await, viewer.history(id).await.unwrap());
        for one in &whole.revisions {
            let may = access::may_read_revision(&member, &whole.post.facts(&authors), one.audience);
            assert_eq!(history.revisions.iter().any(|listed| listed.id == one.id), may, "{who} {}", one.number);
            assert_eq!(viewer.revision(id, one.number).await.is_ok(), may, "{who} {}", one.number);
            assert_eq!(viewer.base(id, one.id).await.is_ok(), may, "{who} {}", one.number);
        }
    }
    assert_eq!(haneul.history(id).await.unwrap().revisions.len(), 2);
}

#[tokio::test]
async fn a_revision_is_brought_back_from_the_present_one_alone() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let first = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, first, &content("회고", "둘"), Audience::Team).await.unwrap();
    let second = jieun.stored_post(id).await.unwrap().post.revision_id;
    let stale = jieun.restore_revision(id, first, 1).await;
    assert!(matches!(stale, Err(StoreError::StaleRevision { .. })), "{stale:?}");
    for (viewer, number) in [(&haneul, 1), (&jieun, 9)] {
        let refused = viewer.restore_revision(id, second, number).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }
    assert!(matches!(jieun.restore_revision(id, second, 1).await.unwrap(), Saved::Revised(_)));
    let back = jieun.revision(id, 3).await.unwrap();
    assert_eq!((back.revision.restored_from, back.content.body.as_str()), (Some(1), "하나"));
    assert!(matches!(jieun.base(id, RevisionId(99)).await, Err(StoreError::NotFound)));
}

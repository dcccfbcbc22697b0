use domain::post::{Body, PostKind};
use domain::template::{NewTemplate, TemplateKey, TemplateName};
use store::StoreError;

use crate::house::House;

const KPT: TemplateKey = TemplateKey::BuiltIn("kpt");

fn new(name: &str, body: &str) -> NewTemplate {
    NewTemplate {
        kind: PostKind::Retrospective,
        name: TemplateName::parse(name).unwrap(),
        body: Body::parse(body).unwrap(),
    }
}

#[tokio::test]
async fn what_comes_with_dasi_is_changed_removed_and_had_back() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let original = jieun.template(KPT).await.unwrap();
    assert!(original.changed.is_none() && original.body.contains("## 해 볼 것"));
    haneul.change_template(KPT, &new("우리 KPT", "## 셋만\n")).await.unwrap();
    let changed = jieun.template(KPT).await.unwrap();
    assert_eq!((changed.name.as_str(), changed.changed.unwrap().0.as_str()), ("우리 KPT", "하늘"));
    jieun.remove_template(KPT).await.unwrap();
    assert_eq!(haneul.template(KPT).await.unwrap().removed.unwrap().0, "지은");
    haneul.restore_template(KPT).await.unwrap();
    let back = haneul.template(KPT).await.unwrap();
    assert!(back.removed.is_none() && back.name == "우리 KPT", "as it was when it was removed");
    haneul.reset_template(KPT).await.unwrap();
    assert_eq!(haneul.template(KPT).await.unwrap().body, original.body);
    assert_eq!(house.count("template").await, 0);
}

#[tokio::test]
async fn one_that_was_not_changed_is_removed_and_had_back_too() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    jieun.remove_template(KPT).await.unwrap();
    let removed = jieun.template(KPT).await.unwrap();
    assert!(removed.removed.is_some() && removed.changed.is_none());
    jieun.restore_template(KPT).await.unwrap();
    assert!(jieun.template(KPT).await.unwrap().removed.is_none());
}

#[tokio::test]
async fn the_team_s_own_stand_behind_and_come_back_as_they_were() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.add_template(&new("주간", "## 이번 주\n")).await.unwrap();
    assert_eq!(jieun.add_template(&new("주간", "## 이번 주\n")).await.unwrap(), id, "a form sent twice");
    let key = TemplateKey::Own(id);
    let all = jieun.templates().await.unwrap();
    let last = all.iter().rfind(|one| one.kind == PostKind::Retrospective).unwrap();
    assert_eq!((last.key, all.len()), (key, 11));
    jieun.change_template(key, &new("주간 회고", "## 이번 주\n")).await.unwrap();
    jieun.remove_template(key).await.unwrap();
    jieun.restore_template(key).await.unwrap();
    assert_eq!(jieun.template(key).await.unwrap().name, "주간 회고");
    assert!(matches!(jieun.reset_template(key).await, Err(StoreError::NotFound)), "there is no original");
    assert!(matches!(jieun.template(TemplateKey::Own(domain::id::TemplateId(9))).await, Err(StoreError::NotFound)));
}

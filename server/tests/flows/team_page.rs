use axum::http::StatusCode;
use domain::id::MemberId;
use store::By;

use crate::house::House;

const TYPED: [(&str, &str); 3] = [("name", "물결과 바람"), ("language", "en"), ("zone", "Europe/London")];

#[tokio::test]
async fn the_team_is_renamed_for_everybody_at_once() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    let page = owner.get("/team").await;
    assert_eq!(page.field("name").unwrap(), "물결 데이터");
    assert_eq!(page.field("zone").unwrap(), "Asia/Seoul");
    let page = owner.submit("/team", &TYPED).await;
    assert_eq!(page.words(".said-line").unwrap(), "팀 정보를 저장했어요.");
    assert!(house.signed_in("haneul").await.get("/").await.words(".mark").unwrap().contains("물결과 바람"));
    let team = house.store.team().await.unwrap().unwrap();
    assert_eq!((team.language.as_str(), team.zone.name()), ("en", "Europe/London"));
    let written = house.store.audit(None, 100, 0).await.unwrap().len();
    owner.submit("/team", &TYPED).await;
    assert_eq!(house.store.audit(None, 100, 0).await.unwrap().len(), written, "nothing changed, nothing written");
}

#[tokio::test]
async fn a_wrong_team_comes_back_as_typed() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    let page = owner.post("/team", &[("name", " "), ("language", "fr"), ("zone", "x"), ("second_factor", "yes")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "language", "zone"] {
        assert!(page.problem(field).is_some(), "{field}");
    }
    assert_eq!(page.count("input[name=second_factor][checked]"), 1);
    assert!(house.store.team().await.unwrap().unwrap().second_factor_required_at.is_none());
}

#[tokio::test]
async fn whoever_asks_everybody_for_a_second_factor_has_one() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    assert!(owner.get("/team").await.text().contains("3명"));
    let asked = [&TYPED[..], &[("second_factor", "yes")]].concat();
    let page = owner.post("/team", &asked).await;
    assert_eq!((page.status, page.count("#yours-first")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(page.count("#yours-first a[href='/settings/second-factor']"), 1);
    assert!(page.count("input[name=second_factor][checked]") == 1 && page.field("name").unwrap() == "물결과 바람");
    let team = house.store.team().await.unwrap().unwrap();
    assert!(team.second_factor_required_at.is_none() && team.name.as_str() == "물결 데이터");
    house.store.begin_second_factor(MemberId(1), &[1; 20]).await.unwrap();
    house.store.confirm_second_factor(MemberId(1), &[1; 20], 1, &[], &By::command_line()).await.unwrap();
    let page = owner.submit("/team", &asked).await;
    assert!(page.count("input[name=second_factor][checked]") == 1 && page.text().contains("2명"), "{}", page.text());
    assert_eq!(house.signed_in("haneul").await.get("/").await.location(), "/settings/second-factor");
    let page = owner.submit("/team", &TYPED).await;
    assert_eq!(page.count("input[name=second_factor][checked]"), 0);
    assert_eq!(house.signed_in("haneul").await.get("/").await.status, StatusCode::OK);
}

//! A data folder to measure with: a team, forty posts of 5 kB of Korean, and a long one.

use std::path::Path;

use anyhow::Context;
use domain::id::MemberId;
use domain::language::Language;
use domain::member::{EmailAddress, Name, Role};
use domain::post::{Audience, Body, Content, Details, Period, Tags, Title};
use domain::problem::Why;
use domain::schedule::Zone;
use domain::sign_in::Way;
use domain::team::{Team, TeamName};
use jiff::civil::date;
use store::{Browser, By, Clock, NewMember, Store, Viewer};

/// Bytes of the post that is measured.
const POST: usize = 5_000;
/// Bytes of the long post.
const LONG: usize = 100_000;
/// A paragraph such as people write.
const PARAGRAPH: &str = "## 돌아보며\n\n쉬는 데에도 품이 든다. **마크다운(Markdown)**을 쓰는 사람도, `airflow`를 돌보는 사람도 \
    달력에 쉬는 날을 먼저 적어야 한다.\n\n- 스케줄러는 사람이 보지 않아도 돈다\n- 비용은 절반이 됐다\n\n> 다시 읽을 것.\n\n";

/// What a measurement needs to know.
pub(crate) struct House {
    /// The post's address.
    pub(crate) post: String,
    /// The address of a long one.
    pub(crate) long: String,
    /// A cookie that signs a member in.
    pub(crate) cookie: String,
}

/// Fills a data folder.
pub(crate) async fn build(folder: &Path) -> anyhow::Result<House> {
    let store = Store::open(folder, Clock::System).await?;
    let (viewer, member) = founder(&store).await?;
    let mut post = String::new();
    for number in 0..40 {
        let body = PARAGRAPH.repeat(POST / PARAGRAPH.len());
        post = format!("/posts/{}", viewer.create_post(&content(number, &body)?, Audience::Team).await?);
    }
    let long = content(40, &PARAGRAPH.repeat(LONG / PARAGRAPH.len()))?;
    let long = format!("/posts/{}", viewer.create_post(&long, Audience::Team).await?);
    let cookie = format!("dasi={}", store.begin_sign_in(member, Way::Password, &Browser::default()).await?.0.to_text());
    store.close().await;
    Ok(House { post, long, cookie })
}

/// Founds a team; gives its owner.
pub(crate) async fn founder(store: &Store) -> anyhow::Result<(Viewer, MemberId)> {
    let zone = valid(Zone::parse("Asia/Seoul"))?;
    let email = valid(EmailAddress::parse("jieun@example.com"))?;
    let team = Team {
        name: valid(TeamName::parse("물결 데이터"))?,
        language: Language::Korean,
        zone: zone.clone(),
        second_factor_required_at: None,
    };
    let owner = NewMember {
        name: valid(Name::parse("지은"))?,
        email: email.clone(),
        role: Role::Owner,
        language: Language::Korean,
        zone,
        email_is_proven: true,
        password_hash: None,
    };
    let id = store.found_team(&team, &owner, &By::command_line()).await?;
    let member = store.member_by_email(&email).await?.context("the owner")?.member;
    Ok((store.viewer(member), id))
}

/// A retrospective.
pub(crate) fn content(number: usize, body: &str) -> anyhow::Result<Content> {
    Ok(Content {
        title: valid(Title::parse(&format!("반기 회고 {number}: 쉬는 법을 배우다")))?,
        body: valid(Body::parse(body))?,
        language: Language::Korean,
        tags: valid(Tags::parse("회고 휴식"))?,
        details: Details::Retrospective(valid(Period::new(date(2026, 1, 1), date(2026, 6, 30)))?),
    })
}

/// A value that the domain takes.
pub(crate) fn valid<T>(parsed: Result<T, Why>) -> anyhow::Result<T> {
    parsed.map_err(|why| anyhow::anyhow!("refused: {why:?}"))
}

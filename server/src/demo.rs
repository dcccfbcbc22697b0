//! A team to look at: half a dozen members, some twenty posts over two years, reminders.
//! Dates are counted from today, so that it is never old.

mod around; // what happens around posts
mod cast; // who they are, what they wrote, and what they want to meet again
mod talk; // what they said about it

use anyhow::Context;
use app::Secret;
use cast::{COLLEAGUES, Colleague, INVITED, POSTS, TEAM, Told, WISHES, Wish, Written};
use domain::language::Language;
use domain::member::{EmailAddress, Handle, Member, Name, Password, Role};
use domain::post::{Abstract, Body, BookTitle, Content, Details, Period, Tags, Title, WriteUp};
use domain::problem::Why;
use domain::schedule::{Schedule, Zone};
use domain::team::{Team, TeamName};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use store::{By, Clock, NewInvitation, NewMember, Profile, Store, Viewer};

/// Everybody's, in the demo alone.
pub(crate) const PASSWORD: &str = "again-and-again";

/// Where they sit, as the log has it (RFC 5737 §3).
const ADDRESS: &str = "192.0.2.17";

/// When a half-year letter is written: so many days after the half-year's end.
const LETTER_DELAY: i64 = 9;

/// Who can sign in, the owner first.
pub(crate) fn addresses() -> impl Iterator<Item = &'static str> {
    COLLEAGUES.iter().map(|one| one.email)
}

/// Fills an empty store.
///
/// # Errors
/// What could not be stored.
pub(crate) async fn fill(store: &Store, secret: &Secret) -> anyhow::Result<()> {
    let hash = app::Passwords::default().hash(&valid(Password::parse(PASSWORD))?).await?;
    let mut team = Vec::with_capacity(COLLEAGUES.len());
    come_and_go(store, &hash).await?;
    for colleague in COLLEAGUES {
        let member = Member { role: colleague.role, ..member(store, colleague.email).await? }; // wrote before they left
        team.push((colleague.email, store.viewer(member)));
    }
    let viewer =
        |email: &str| team.iter().find(|(one, _)| *one == email).map(|(_, viewer)| viewer).context("a colleague");
    let today = store.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let mut posts: Vec<&Written> = POSTS.iter().collect();
    posts.sort_by_key(|post| post.saved_on(today));
    for post in posts {
        write(viewer(post.author)?, post, today).await.with_context(|| post.title.to_owned())?;
    }
    for wish in WISHES {
        remind(viewer(wish.member)?, wish, store.now()).await.with_context(|| wish.post.to_owned())?;
    }
    talk::talk(viewer).await?;
    around::around(store, &team).await.context("around posts")?;
    invite(store, secret).await
}

/// Everybody joins and leaves on their day, the oldest first, as the log would have it.
async fn come_and_go(store: &Store, hash: &str) -> anyhow::Result<()> {
    let joins = COLLEAGUES.iter().map(|one| (one.joined, one, None));
    let leaves = COLLEAGUES.iter().filter_map(|one| one.left.map(|(days, successor)| (days, one, Some(successor))));
    let mut steps: Vec<_> = joins.chain(leaves).collect();
    steps.sort_by_key(|(days, ..)| std::cmp::Reverse(*days));
    for (days, colleague, successor) in steps {
        let then = store.with_clock(Clock::fixed(store.now() - SignedDuration::from_hours(24 * days)));
        match successor {
            None => join(&then, colleague, hash).await?,
            Some(successor) => leave(&then, colleague, successor).await?,
        }
    }
    Ok(())
}

async fn member(store: &Store, email: &str) -> anyhow::Result<Member> {
    let email = valid(EmailAddress::parse(email))?;
    Ok(store.member_by_email(&email).await?.context("a colleague who joined")?.member)
}

async fn leave(store: &Store, colleague: &Colleague, successor: &str) -> anyhow::Result<()> {
    let (leaving, successor) = (member(store, colleague.email).await?, member(store, successor).await?);
    let by = By { member: Some(leaving.id), address: ADDRESS.into() };
    Ok(store.leave(Some(&leaving), leaving.id, Some(successor.id), &by).await?)
}

/// One more is asked to join, by the owner.
async fn invite(store: &Store, secret: &Secret) -> anyhow::Result<()> {
    let owner = COLLEAGUES.first().context("an owner")?;
    let by = By { member: Some(member(store, owner.email).await?.id), address: ADDRESS.into() };
    let email = Some(valid(EmailAddress::parse(INVITED))?);
    let invitation = NewInvitation { email, role: Role::Member, language: Language::Korean };
    store.invite(&invitation, &secret.link(rand::random()), &by).await?;
    Ok(())
}

async fn join(store: &Store, colleague: &Colleague, hash: &str) -> anyhow::Result<()> {
    let zone = valid(Zone::parse(colleague.zone))?;
    let member = NewMember {
        name: valid(Name::parse(colleague.name))?,
        email: valid(EmailAddress::parse(colleague.email))?,
        role: colleague.role,
        language: colleague.language,
        zone: zone.clone(),
        email_is_proven: true,
        password_hash: Some(hash.to_owned()),
    };
    if colleague.role == Role::Owner {
        let team = Team {
            name: valid(TeamName::parse(TEAM))?,
            language: colleague.language,
            zone,
            second_factor_required_at: None,
        };
        store.found_team(&team, &member, &By::command_line()).await?;
    } else {
        store.add_member(&member, &By::command_line()).await?;
    }
    call(store, colleague).await
}

/// Gives them a handle that reads well.
async fn call(store: &Store, colleague: &Colleague) -> anyhow::Result<()> {
    let member = member(store, colleague.email).await?;
    let profile = Profile {
        handle: valid(Handle::parse(colleague.handle))?,
        name: member.name,
        outside_name: member.outside_name,
        language: member.language,
        zone: member.zone,
        theme: member.theme,
        digest_hour: member.digest_hour,
    };
    Ok(store.save_profile(member.id, &profile).await?)
}

async fn write(author: &Viewer, post: &Written, today: Date) -> anyhow::Result<()> {
    let content = Content {
        title: valid(Title::parse(post.title))?,
        body: valid(Body::parse(post.body))?,
        language: post.language,
        tags: valid(Tags::parse(post.tags))?,
        details: post.details(today)?,
    };
    let noon = post.saved_on(today).at(3, 0, 0, 0).to_zoned_datetime(jiff::tz::TimeZone::UTC)?.timestamp();
    author.at(noon).create_post(&content, post.audience).await?;
    Ok(())
}

async fn remind(member: &Viewer, wish: &Wish, now: Timestamp) -> anyhow::Result<()> {
    let lines = member.posts(None, 0, POSTS.len()).await?;
    let line = lines.iter().find(|line| line.post.title == wish.post).context("a post that they may read")?;
    let zone = member.zone();
    let day = zone.local(now).date().checked_add(wish.days.days())?;
    let schedule = Schedule { recurrence: wish.recurrence, first: day.at(wish.hour, 0, 0, 0), zone: zone.clone() };
    let first = zone.instant(schedule.first).context("a time")?;
    member.at(now.min(first) - SignedDuration::from_secs(1)).remind(line.post.id, &schedule).await?;
    Ok(())
}

impl Written {
    fn saved_on(&self, today: Date) -> Date {
        match (self.days_ago, &self.told) {
            (Some(days), _) => today.saturating_sub(days.days()),
            (None, Told::Half(back)) => half(today, *back).1.saturating_add(LETTER_DELAY.days()).min(today),
            (None, _) => today,
        }
    }

    fn details(&self, today: Date) -> anyhow::Result<Details> {
        Ok(match self.told {
            Told::Half(back) => {
                let (start, end) = half(today, back);
                Details::Retrospective(valid(Period::new(start, end))?)
            }
            Told::Days(from, to) => {
                let period = Period::new(today.saturating_sub(from.days()), today.saturating_sub(to.days()));
                Details::Retrospective(valid(period)?)
            }
            Told::Book(book) => Details::BookNote(valid(BookTitle::parse(book))?),
            Told::WriteUp(summary) => {
                let check_by = Some(self.saved_on(today).saturating_add(1.year()));
                Details::WriteUp(WriteUp { summary: valid(Abstract::parse(summary))?, check_by })
            }
        })
    }
}

/// First and last day of the half-year that ended so many half-years ago: 1 is the last one to end.
fn half(today: Date, back: i16) -> (Date, Date) {
    let now = today.year() * 2 + i16::from(today.month() > 6);
    let that = now - back;
    let year = that.div_euclid(2);
    if that.rem_euclid(2) == 0 { (date(year, 1, 1), date(year, 6, 30)) } else { (date(year, 7, 1), date(year, 12, 31)) }
}

fn valid<T>(parsed: Result<T, Why>) -> anyhow::Result<T> {
    parsed.map_err(|why| anyhow::anyhow!("the demo has a value that is refused: {why:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_half_to_end_is_number_one() {
        assert_eq!(half(date(2026, 11, 24), 1), (date(2026, 1, 1), date(2026, 6, 30)));
        assert_eq!(half(date(2026, 3, 1), 1), (date(2025, 7, 1), date(2025, 12, 31)));
        assert_eq!(half(date(2026, 11, 24), 2), (date(2025, 7, 1), date(2025, 12, 31)));
    }

    #[tokio::test]
    async fn the_whole_team_can_be_stored_on_any_day() {
        for now in ["2026-11-24T10:00:00Z", "2027-01-03T10:00:00Z", "2028-02-29T23:30:00Z"] {
            let folder = tempfile::tempdir().unwrap();
            let store = Store::open(folder.path(), Clock::fixed(now.parse().unwrap())).await.unwrap();
            fill(&store, &Secret::new([7; 32])).await.unwrap();
            let owner = EmailAddress::parse(COLLEAGUES[0].email).unwrap();
            let owner = store.viewer(store.member_by_email(&owner).await.unwrap().unwrap().member);
            let lines = owner.posts(None, 0, 100).await.unwrap();
            assert!(lines.len() >= 18, "{}", lines.len());
            assert!(lines.iter().all(|line| line.post.created_at <= store.now() && !line.opening.is_empty()));
            let bill = lines.iter().find(|line| line.post.title == cast::BILL).unwrap();
            let said = owner.threads(&owner.post(bill.post.id).await.unwrap()).await.unwrap();
            assert!(
                said.len() == 2 && said.iter().all(|one| one.quote.is_some() && one.first.written_at < store.now())
            );
            assert!(said.iter().all(|one| one.placed != domain::comment::Placed::Earlier));
            assert!(!owner.reminders().await.unwrap().is_empty());
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
    }
}

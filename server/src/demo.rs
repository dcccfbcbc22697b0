//! A team to look at: half a dozen members, what they wrote over two years, changed and said about it, and what each of
//! them has before them today. Dates are counted from today, so that it is never old.

mod cast; // who they are
mod drafts; // what is not saved yet
mod history; // what was changed in posts
mod posts; // what they wrote
mod reviews; // whom they asked to read it
mod series; // posts that tell one story
mod story; // all of it, in the order in which it happened
mod tags; // what is called something else by now
mod talk; // what they said about it
mod templates; // what new posts begin with
mod trash; // what was thrown away
mod uploads; // pictures and files
mod wishes; // what they want to meet again
mod written; // a post of the table

use anyhow::Context;
use app::Secret;
use cast::{COLLEAGUES, Colleague, INVITED, TEAM};
use domain::language::Language;
use domain::member::{EmailAddress, Handle, Member, Name, Password, Role};
use domain::problem::Why;
use domain::schedule::{Schedule, Zone};
use domain::team::{Team as House, TeamName};
use jiff::{SignedDuration, ToSpan};
use store::{By, Clock, NewInvitation, NewMember, Profile, Store};
use story::{Team, instant};
use wishes::{WISHES, Wish};

/// Everybody's, in the demo alone.
pub(crate) const PASSWORD: &str = "again-and-again";

/// Where they sit, as the log has it (RFC 5737 §3).
const ADDRESS: &str = "192.0.2.17";

/// For how many days they have not looked at their notices.
const UNREAD: i64 = 8;

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
    come_and_go(store, &hash).await?;
    let mut viewers = Vec::with_capacity(COLLEAGUES.len());
    for colleague in COLLEAGUES {
        let member = Member { role: colleague.role, ..member(store, colleague.email).await? }; // wrote before they left
        viewers.push((colleague.email, store.viewer(member)));
    }
    let mut team = Team::new(store, viewers);
    uploads::bring(&team).await.context("uploads")?;
    let events = history::HISTORY.iter().chain(reviews::REVIEWS).chain(talk::TALK);
    team.tell(posts::POSTS, events).await?;
    for wish in WISHES {
        remind(&team, wish).await.with_context(|| wish.post.to_owned())?;
    }
    series::begin(&team).await.context("series")?;
    tags::rename(&team).await.context("tags")?;
    templates::keep(&team).await.context("templates")?;
    trash::throw_away(&team).await.context("trash")?;
    drafts::keep(&team).await.context("drafts")?;
    look_around(&team).await.context("notices")?;
    invite(store, secret).await
}

/// Everybody has seen what concerned them until a few days ago.
async fn look_around(team: &Team) -> anyhow::Result<()> {
    let until = instant(team.today(), UNREAD, 0)?;
    for colleague in COLLEAGUES {
        let notices = team.viewer(colleague.email)?.notices(None, 100).await?;
        let seen = notices.into_iter().find(|one| one.made_at < until);
        if let Some(newest) = seen {
            team.then(colleague.email, UNREAD, 0)?.read_notices_up_to(newest.id).await?;
        }
    }
    Ok(())
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
        let team = House {
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

async fn remind(team: &Team, wish: &Wish) -> anyhow::Result<()> {
    let (member, now) = (team.viewer(wish.member)?, team.store.now());
    let zone = member.zone();
    let day = zone.local(now).date().checked_add(wish.days.days())?;
    let schedule = Schedule { recurrence: wish.recurrence, first: day.at(wish.hour, 0, 0, 0), zone: zone.clone() };
    let first = zone.instant(schedule.first).context("a time")?;
    member.at(now.min(first) - SignedDuration::from_secs(1)).remind(team.post(wish.post)?, &schedule).await?;
    Ok(())
}

fn valid<T>(parsed: Result<T, Why>) -> anyhow::Result<T> {
    parsed.map_err(|why| anyhow::anyhow!("the demo has a value that is refused: {why:?}"))
}

#[cfg(test)]
mod tests;

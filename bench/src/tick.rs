//! A turn of the worker: 10,000 schedules of which 100 are due.

use std::time::Instant;

use domain::schedule::{Recurrence, Schedule, Zone};
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use server::config::Config;
use server::data::DataFolder;
use server::mailer::{Folder, Mailer, Memory};
use server::post_office::PostOffice;
use server::worker::Worker;
use store::{Clock, Store};

use crate::house::{content, founder, valid};

const SCHEDULES: usize = 10_000;
const DUE: usize = 100;

/// Times three turns: one with nothing due, one that keeps its mail in memory, one that writes it into a folder.
pub(crate) async fn measure() -> anyhow::Result<Vec<(String, String)>> {
    let folder = tempfile::tempdir()?;
    let data = DataFolder::open(folder.path())?;
    let clock = Clock::fixed("2026-11-24T00:00:00Z".parse()?);
    let store = data.store(clock.clone()).await?;
    fill(&store).await?;
    let mut lines = Vec::new();
    for (name, now, mailer) in [
        ("nothing due", "2026-11-24T00:00:00Z", Mailer::Memory(Memory::default())),
        ("100 due, kept in memory", "2026-12-01T00:00:00Z", Mailer::Memory(Memory::default())),
        ("100 due, written into the mail folder", "2026-12-08T00:00:00Z", Mailer::Folder(Folder::new(data.mail()))),
    ] {
        clock.set(now.parse::<Timestamp>()?);
        let mut worker = Worker::new(store.clone(), data.clone(), mailer, post_office(&data)?);
        let begun = Instant::now();
        let turn = worker.turn().await?;
        let took = begun.elapsed();
        lines.push((
            format!("a tick, 10,000 schedules, {name}"),
            format!("{} ms, {} sent", took.as_millis(), turn.sent),
        ));
    }
    Ok(lines)
}

/// A hundred are due each week from the first of December on; the rest a year later.
async fn fill(store: &Store) -> anyhow::Result<()> {
    let (owner, _) = founder(store).await?;
    let post = owner.create_post(&content(0, "쉬는 데에도 품이 든다.")?, domain::post::Audience::Team).await?;
    let zone = valid(Zone::parse("Asia/Seoul"))?;
    for number in 0..SCHEDULES {
        let day = if number < DUE { date(2026, 12, 1) } else { date(2027, 12, 1) };
        let minutes = i64::try_from(number)?.minutes(); // the same wish twice would be one
        let first = day.at(0, 0, 0, 0).checked_add(minutes)?;
        let schedule = Schedule { recurrence: Recurrence::Weekly, first, zone: zone.clone() };
        owner.remind(post, &schedule).await?;
    }
    Ok(())
}

fn post_office(data: &DataFolder) -> anyhow::Result<PostOffice> {
    let config = Config {
        url: "http://127.0.0.1:3000".into(),
        secure: false,
        mail_from: "reminders@localhost".parse()?,
        trusted_proxies: Vec::new(),
        smtp: None,
        provider: None,
    };
    Ok(PostOffice::new(config, data.secret()?))
}

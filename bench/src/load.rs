//! Pages a second, by wrk: one thread and 32 connections for ten seconds, on the cores that the server has too.

use std::process::Command;

use anyhow::{Context, bail};

/// What wrk saw.
pub(crate) struct Load {
    pub(crate) per_second: String,
    pub(crate) p99: String,
}

/// Asks for one page over and over, signed in. Any answer but 200 ends the measurement.
pub(crate) fn run(url: &str, path: &str, cookie: &str) -> anyhow::Result<Load> {
    let wrk = |seconds: &str| {
        Command::new("wrk")
            .args([
                "-t1",
                "-c32",
                "-d",
                seconds,
                "--latency",
                "-H",
                &format!("Cookie: {cookie}"),
                &format!("{url}{path}"),
            ])
            .output()
            .context("wrk (apt install wrk)")
    };
    wrk("2s")?; // warm
    let said = String::from_utf8(wrk("10s")?.stdout)?;
    if said.contains("Non-2xx") {
        bail!("{path} did not answer 200:\n{said}");
    }
    let after = |label: &str| {
        let line = said.lines().find_map(|line| line.trim().strip_prefix(label));
        line.map(|line| line.trim().to_owned()).with_context(|| format!("wrk did not say {label:?}:\n{said}"))
    };
    Ok(Load { per_second: after("Requests/sec:")?, p99: after("99%")? })
}

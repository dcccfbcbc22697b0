//! A running server: how long it took to start, and how much memory it holds.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

/// A server that stops when it is dropped.
pub(crate) struct Served {
    child: Child,
    pub(crate) url: String,
    pub(crate) start: Duration,
}

/// Starts it on a free port.
pub(crate) fn serve(dasi: &Path, data: &Path) -> anyhow::Result<Served> {
    let addr = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let begun = Instant::now();
    let child = Command::new(dasi)
        .args(["serve", "--log", "warn"])
        .env("DASI_DATA", data)
        .env("DASI_ADDR", addr.to_string())
        .stdout(Stdio::null())
        .spawn()
        .with_context(|| format!("{}: run bin/serve once", dasi.display()))?;
    let mut served = Served { child, url: format!("http://{addr}"), start: Duration::ZERO };
    while !is_ready(&addr.to_string()) {
        if let Some(status) = served.child.try_wait()? {
            bail!("the server ended: {status}");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    served.start = begun.elapsed();
    Ok(served)
}

fn is_ready(addr: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(addr) else { return false };
    let mut answer = String::new();
    stream.write_all(b"GET /ready HTTP/1.1\r\nHost: dasi\r\nConnection: close\r\n\r\n").is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200")
}

impl Served {
    /// `VmRSS` of the process.
    pub(crate) fn resident(&self) -> anyhow::Result<String> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(format!("{:.1} MB", kilobytes / 1024.0))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it holds nothing worth keeping
        let _ = self.child.wait();
    }
}

//! `dasi`: reads the command line and runs one command.

use std::process::ExitCode;

use server::{cli, run};

/// A hash of a password takes 19 MiB: the system's allocator keeps that per thread, this one gives it back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match cli::parse() {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line, whatever the depth of the cause.
            eprintln!("dasi: {error:#}");
            ExitCode::FAILURE
        }
    }
}

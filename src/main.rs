//! The command `miteinander`: reads the command line and runs it.

use std::process::ExitCode;

fn main() -> ExitCode {
    miteinander::cli::run()
}

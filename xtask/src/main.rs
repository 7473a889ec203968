//! `cargo xtask build | serve | test | …`: the project's one entry point.
//!
//! To add a command: an arm in [`run`] and a line in [`HELP`].
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on its output"
)]

mod args;
mod tools;
mod split;
mod stamp;
mod style;
mod bundle;
mod compress;
mod serve;
mod imports;
mod sizes;
mod browsers;
mod test;
mod bench;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use args::Args;

/// What went wrong, as a sentence.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask build [--dev]                the page as plain files in dist/
cargo xtask serve [--dev] [--port 8080] [--path /sub/app/]
                                         builds, serves on this computer, prints the address
cargo xtask test [--only lint,native,sizes,imports,browser] [--engine chromium,firefox,webkit]
                 [--spec part-of-a-name] runs everything that must hold
cargo xtask screenshots [--views see,sort] [--langs en] [--widths 1280,390] [--themes light,dark]
                                         every view into screenshots/
cargo xtask bench [--rows 10000,100000] [--kinds invoices,customers] [--styles plain,nordic] [--rounds 5]
                  [--build-only]         the reader beside others, in Chromium
cargo xtask bench --drag [--customers 100000,1000000] [--frames 120]
                                         what a dragged limit costs on the page that was built last
cargo xtask lighthouse                   Lighthouse on the built page
cargo xtask imports --write              notes what the WebAssembly imports, for review

--dev builds without optimising: quick, large.";

fn main() -> ExitCode {
    match run(&Args::read(std::env::args().skip(1))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Outcome {
    match args.command() {
        "build" => {
            args.know(&["dev"])?;
            bundle::build(args.has("dev")).map(|_| ())
        }
        "serve" => {
            args.know(&["dev", "port", "path"])?;
            let dist = bundle::build(args.has("dev"))?;
            serve::serve(&dist, args.get("path").unwrap_or("/"), args.get("port"))
        }
        "test" => {
            args.know(&["only", "engine", "spec"])?;
            test::all(args)
        }
        "screenshots" => {
            args.know(&["dev", "views", "langs", "widths", "themes"])?;
            bundle::build(args.has("dev"))?;
            browsers::screenshots(args)
        }
        "lighthouse" => {
            args.know(&[])?;
            bundle::build(false)?;
            browsers::lighthouse()
        }
        "bench" => {
            args.know(&[
                "rows",
                "kinds",
                "styles",
                "rounds",
                "build-only",
                "drag",
                "customers",
                "frames",
            ])?;
            bench::run(args)
        }
        "imports" => {
            args.know(&["write"])?;
            bundle::build(false)?;
            if args.has("write") {
                imports::write()
            } else {
                imports::check()
            }
        }
        "" | "help" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("There is no `{other}`.\n\n{HELP}")),
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
        .to_owned()
}

/// Runs a command in the workspace and shows what it says.
fn sh(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .current_dir(root())
        .status()
        .map_err(|why| format!("`{name}` does not start: {why}"))?;
    if status.success() {
        return Ok(());
    }
    let words: Vec<_> = command
        .get_args()
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    Err(format!("`{name} {}` failed.", words.join(" ")))
}

/// A file's bytes, or a sentence on why not.
fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|why| format!("{}: {why}", path.display()))
}

/// A text file, or a sentence on why not.
fn read_text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))
}

/// Writes a file and the folders above it.
fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|why| format!("{}: {why}", path.display()))
}

/// Every file under a folder, sorted by path.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

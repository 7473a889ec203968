//! `cargo xtask test`: everything that must hold, cheapest first.

use std::cell::LazyCell;
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::args::Args;
use crate::{Outcome, browsers, bundle, imports, sh, sizes, tools};

/// One part of the tests.
struct Part {
    name: &'static str,
    run: fn(&Args) -> Outcome,
    needs_page: bool,
}

/// The parts, in the order they run. `--only` names some of them.
const PARTS: [Part; 5] = [
    Part::of("lint", lint),
    Part::of("native", native),
    Part::of_page("sizes", |_| sizes::check()),
    Part::of_page("imports", |_| imports::check()),
    Part::of_page("browser", browsers::test),
];

impl Part {
    const fn of(name: &'static str, run: fn(&Args) -> Outcome) -> Self {
        Self {
            name,
            run,
            needs_page: false,
        }
    }

    const fn of_page(name: &'static str, run: fn(&Args) -> Outcome) -> Self {
        Self {
            name,
            run,
            needs_page: true,
        }
    }
}

/// Runs the parts; one that fails does not hide the next.
pub(crate) fn all(args: &Args) -> Outcome {
    tools::wasm_target()?;
    let only: Option<Vec<&str>> = args.get("only").map(|it| it.split(',').collect());
    for name in only.iter().flatten() {
        if !PARTS.iter().any(|it| it.name == *name) {
            return Err(format!("There is no part `{name}`."));
        }
    }
    let parts = || {
        PARTS
            .iter()
            .filter(|it| only.as_ref().is_none_or(|only| only.contains(&it.name)))
    };
    // The page is built beside the parts that do not need it: optimising keeps one core busy.
    let building = parts()
        .any(|it| it.needs_page)
        .then(|| thread::spawn(|| bundle::build(false).map(|_| ())));
    let page = LazyCell::new(|| {
        building.map_or(Ok(()), |it| {
            it.join()
                .unwrap_or_else(|_| Err("The build ended without a word.".into()))
        })
    });
    let mut failed = Vec::new();
    for part in parts() {
        let name = part.name;
        println!("\n== {name}");
        let began = Instant::now();
        let ready = if part.needs_page {
            page.clone()
        } else {
            Ok(())
        };
        let outcome = ready.and_then(|()| (part.run)(args));
        let seconds = began.elapsed().as_secs();
        match outcome {
            Ok(()) => println!("== {name}: passed in {seconds} s"),
            Err(why) => {
                println!("{why}\n== {name}: FAILED after {seconds} s");
                failed.push(name);
            }
        }
    }
    if failed.is_empty() {
        println!("\nEverything holds.");
        return Ok(());
    }
    Err(format!("Failed: {}", failed.join(", ")))
}

fn cargo(args: &[&str]) -> Outcome {
    println!("cargo {}", args.join(" "));
    sh(Command::new("cargo").args(args))
}

/// Format, clippy for each of the three builds, and the documentation.
fn lint(_: &Args) -> Outcome {
    const WASM: &str = "wasm32-unknown-unknown";
    cargo(&["fmt", "--all", "--check"])?;
    let builds: [&[&str]; 3] = [
        &["--workspace", "--all-targets", "--features", "rusetti/cli"],
        &[
            "--features",
            "browser",
            "--target",
            WASM,
            "--lib",
            "--bin",
            "worker",
        ],
        &["--features", "ui", "--target", WASM, "--lib", "--bins"],
    ];
    for build in builds {
        let words = [
            &["clippy", "--quiet", "--locked"],
            build,
            &["--", "-D", "warnings"],
        ];
        cargo(&words.concat())?;
    }
    println!("cargo doc");
    sh(Command::new("cargo")
        .args([
            "doc",
            "--quiet",
            "--locked",
            "--no-deps",
            "--document-private-items",
        ])
        .args(["--features", "ui", "--target", WASM, "--lib"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

fn native(_: &Args) -> Outcome {
    cargo(&[
        "test",
        "--locked",
        "--workspace",
        "--features",
        "rusetti/cli",
    ])
}

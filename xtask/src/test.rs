//! `cargo xtask test`: everything that must hold, cheapest first.

use std::process::Command;
use std::time::Instant;

use crate::args::Args;
use crate::{Outcome, browsers, bundle, imports, sh, sizes, tools};

/// One part of the tests.
type Part = fn(&Args) -> Outcome;

/// The parts, in the order they run. `--only` names some of them.
const PARTS: [(&str, Part); 5] = [
    ("lint", lint),
    ("native", native),
    ("sizes", |_| built().and_then(|()| sizes::check())),
    ("imports", |_| built().and_then(|()| imports::check())),
    ("browser", |args| {
        built().and_then(|()| browsers::test(args))
    }),
];

/// Runs the parts; one that fails does not hide the next.
pub(crate) fn all(args: &Args) -> Outcome {
    tools::wasm_target()?;
    let only = args.get("only");
    if let Some(unknown) = only
        .into_iter()
        .flat_map(|it| it.split(','))
        .find(|it| !PARTS.iter().any(|(name, _)| name == it))
    {
        return Err(format!("There is no part `{unknown}`."));
    }
    let mut failed = Vec::new();
    for (name, part) in PARTS {
        if only.is_some_and(|it| !it.split(',').any(|it| it == name)) {
            continue;
        }
        println!("\n== {name}");
        let began = Instant::now();
        let outcome = part(args);
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

fn built() -> Outcome {
    bundle::build(false).map(|_| ())
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

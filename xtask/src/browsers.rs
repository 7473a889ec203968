//! Node.js and the three engines: installed where that is possible, started where they are.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::Args;
use crate::{Outcome, bundle, root, sh, tools};

/// What Debian calls what the tests drive, and a program that shows it is there.
const PACKAGES: [(&str, &str); 6] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("webkit2gtk-driver", "WebKitWebDriver"),
    ("xvfb", "Xvfb"),
    ("xauth", "xauth"),
];

fn folder() -> PathBuf {
    root().join("tests/browser")
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|it| it.join(program).is_file())
}

/// Node.js, what it runs, the engines and their drivers.
pub(crate) fn prepare() -> Outcome {
    engines()?;
    if !tools::has_node() {
        return Err("The browser tests need Node.js 20 or newer: https://nodejs.org, or the package `nodejs` of a distribution.".to_owned());
    }
    tools::npm_here(&folder())?;
    tools::cargo_tool("geckodriver", "geckodriver", tools::GECKODRIVER)?;
    Ok(())
}

/// Installs what is missing with apt, where there is apt.
fn engines() -> Outcome {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|(_, program)| !is_on_path(program))
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_on_path("apt-get") {
        return Err(format!(
            "The browser tests drive Chromium, Firefox and WebKitGTK. Not found here: {names} (names of Debian's packages). Install them and run this again."
        ));
    }
    println!("Installing {names}");
    let is_root = tools::output("id", &["-u"]).is_some_and(|it| it.trim() == "0");
    for step in [
        vec!["update", "-qq"],
        [
            vec!["install", "-y", "-qq", "--no-install-recommends"],
            missing,
        ]
        .concat(),
    ] {
        let mut apt = if is_root {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            sudo.arg("apt-get");
            sudo
        };
        sh(apt.args(step).env("DEBIAN_FRONTEND", "noninteractive"))
            .map_err(|why| format!("{why}\nInstall them by hand: {names}"))?;
    }
    Ok(())
}

fn node(script: &Path, args: &[String], dist: &Path) -> Outcome {
    sh(Command::new("node")
        .arg("--test-reporter=spec")
        .arg(script)
        .args(args)
        .env("RUSETTI_DIST", dist))
}

/// Options as they are, for the scripts.
fn pass_on(args: &Args, names: &[&str]) -> Vec<String> {
    names
        .iter()
        .filter_map(|name| args.get(name).map(|it| format!("--{name}={it}")))
        .collect()
}

/// Every spec in every engine, on what is in `dist/`.
pub(crate) fn test(args: &Args) -> Outcome {
    prepare()?;
    node(
        &folder().join("run.mjs"),
        &pass_on(args, &["engine", "spec"]),
        &bundle::dist(false),
    )
}

/// Every view into `screenshots/`.
pub(crate) fn screenshots(args: &Args) -> Outcome {
    prepare()?;
    node(
        &folder().join("screenshots.mjs"),
        &pass_on(args, &["views", "langs", "widths", "themes"]),
        &bundle::dist(args.has("dev")),
    )
}

/// Lighthouse on the built page.
pub(crate) fn lighthouse() -> Outcome {
    prepare()?;
    node(&folder().join("lighthouse.mjs"), &[], &bundle::dist(false))
}

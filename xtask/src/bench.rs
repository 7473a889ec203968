//! The reader beside others in a browser, and what a dragged limit costs: builds what `bench/` measures
//! and runs it.

use std::process::Command;

use crate::args::Args;
use crate::{Outcome, browsers, bundle, read, root, sh, tools, write};

/// Builds the benchmark's worker; measures, unless only that was wanted.
pub(crate) fn run(args: &Args) -> Outcome {
    if args.has("drag") {
        return drag(args);
    }
    let folder = root().join("target/xtask/bench");
    let (script, wasm) = bundle::reader("tiers")?;
    write(&folder.join("tiers.js"), script.as_bytes())?;
    write(&folder.join("tiers.wasm"), &wasm)?;
    write(
        &folder.join("bench.js"),
        &read(&root().join("bench/bench.js"))?,
    )?;
    println!("{} has what a benchmark needs.", folder.display());
    if args.has("build-only") {
        return Ok(());
    }
    browsers::prepare()?;
    tools::npm_here(&root().join("bench"))?;
    let mut node = Command::new("node");
    node.arg(root().join("bench/run.mjs"));
    for name in ["rows", "kinds", "styles", "rounds"] {
        if let Some(it) = args.get(name) {
            node.arg(format!("--{name}={it}"));
        }
    }
    sh(&mut node)
}

/// Measures a dragged limit on the page that was built last.
fn drag(args: &Args) -> Outcome {
    browsers::prepare()?;
    let mut node = Command::new("node");
    node.arg(root().join("bench/drag.mjs"));
    for name in ["customers", "frames"] {
        if let Some(it) = args.get(name) {
            node.arg(format!("--{name}={it}"));
        }
    }
    sh(&mut node)
}

//! Tools at pinned versions: taken from the path, else installed into the user's cache.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, read_text, root, sh};

/// The same as `wasm-bindgen` in Cargo.toml: the two halves speak a format of their own.
pub(crate) const WASM_BINDGEN: &str = "0.2.129";
/// Binaryen's `wasm-opt`.
pub(crate) const WASM_OPT: &str = "132";
/// The `WebDriver` of Firefox, for tests.
pub(crate) const GECKODRIVER: &str = "0.37.1";

/// Where tools are installed: `~/.cache/rusetti/tools`, or under `XDG_CACHE_HOME`.
pub(crate) fn folder() -> PathBuf {
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|it| it.is_absolute())
        .or_else(|| home().map(|it| Path::new(&it).join(".cache")))
        .unwrap_or_else(|| root().join("target"));
    cache.join("rusetti").join("tools")
}

/// The output of a program, `None` when it does not start or fails.
pub(crate) fn output(program: impl AsRef<std::ffi::OsStr>, args: &[&str]) -> Option<String> {
    let out = Command::new(program).args(args).output().ok()?;
    out.status
        .success()
        .then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}

fn has_version(program: &Path, version: &str) -> bool {
    output(program, &["--version"]).is_some_and(|it| {
        it.split(|it: char| it.is_whitespace() || it == ',')
            .any(|word| word == version)
    })
}

/// A tool that Cargo installs.
pub(crate) fn cargo_tool(program: &str, package: &str, version: &str) -> Outcome<PathBuf> {
    let on_path = PathBuf::from(program);
    if has_version(&on_path, version) {
        return Ok(on_path);
    }
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let ours = folder().join("bin").join(file);
    if has_version(&ours, version) {
        return Ok(ours);
    }
    println!(
        "Installing {package} {version} into {} (once, some minutes)",
        folder().display()
    );
    sh(Command::new("cargo")
        .args(["install", "--quiet", "--locked", "--version", version, "--root"])
        .arg(folder())
        .arg(package))
    .map_err(|why| {
        format!("{why}\nWithout {package} {version} this does not go on. Check the connection to crates.io, or put `{program}` {version} on the path.")
    })?;
    Ok(ours)
}

/// The program that writes the JavaScript of a WebAssembly.
pub(crate) fn wasm_bindgen() -> Outcome<PathBuf> {
    cargo_tool("wasm-bindgen", "wasm-bindgen-cli", WASM_BINDGEN)
}

/// The `wasm32` target of the compiler.
pub(crate) fn wasm_target() -> Outcome {
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(root())
        .output()
        .map_err(|why| {
            format!("`rustc` does not start: {why}. Install Rust from https://rustup.rs")
        })?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    let target = Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown");
    if target.is_dir() {
        return Ok(());
    }
    println!("Adding the compiler's WebAssembly target");
    sh(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"])).map_err(|why| {
        format!("{why}\nThe compiler lacks the target wasm32-unknown-unknown; with a compiler of a distribution, install its package for it.")
    })
}

/// How to run `wasm-opt`; `None` without Node.js: then the page works and is larger.
pub(crate) fn wasm_opt() -> Outcome<Option<Vec<String>>> {
    let on_path = "wasm-opt".to_owned();
    if output(&on_path, &["--version"])
        .is_some_and(|it| it.split_whitespace().any(|word| word == WASM_OPT))
    {
        return Ok(Some(vec![on_path]));
    }
    if !has_node() {
        return Ok(None);
    }
    let modules = npm(
        &root().join("xtask/wasm-opt"),
        &format!("binaryen-{WASM_OPT}"),
    )?;
    let script = modules.join("binaryen/bin/wasm-opt");
    let script = if script.exists() {
        script
    } else {
        modules.join("binaryen/bin/wasm-opt.js")
    };
    Ok(Some(vec![
        "node".to_owned(),
        script.to_string_lossy().into_owned(),
    ]))
}

/// Node.js 20 or newer is there.
pub(crate) fn has_node() -> bool {
    let version = output("node", &["--version"]).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next();
    major
        .and_then(|it| it.parse::<u32>().ok())
        .is_some_and(|it| it >= 20)
}

/// Installs what a folder's `package-lock.json` names into the cache; gives `node_modules`.
pub(crate) fn npm(from: &Path, name: &str) -> Outcome<PathBuf> {
    let into = folder().join("npm").join(name);
    for file in ["package.json", "package-lock.json"] {
        crate::write(&into.join(file), &crate::read(&from.join(file))?)?;
    }
    npm_here(&into)
}

/// Installs what a folder's `package-lock.json` names beside it, unless that is done.
pub(crate) fn npm_here(folder: &Path) -> Outcome<PathBuf> {
    let modules = folder.join("node_modules");
    let done = modules.join(".rusetti-installed");
    let lock = read_text(&folder.join("package-lock.json"))?;
    if std::fs::read_to_string(&done).is_ok_and(|it| it == lock) {
        return Ok(modules);
    }
    println!("Installing npm packages into {}", modules.display());
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(npm)
        .args([
            "ci",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--loglevel=error",
        ])
        .current_dir(folder)
        .status()
        .map_err(|why| {
            format!("`npm` does not start: {why}. It comes with Node.js 20 or newer.")
        })?;
    if !status.success() {
        return Err(format!(
            "`npm ci` in {} failed. Check the connection to the npm registry.",
            folder.display()
        ));
    }
    crate::write(&done, lock.as_bytes())?;
    Ok(modules)
}

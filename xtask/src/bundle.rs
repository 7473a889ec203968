//! `dist/`: the page as plain files that any static host can serve, at any path.
//!
//! Own steps and no bundler: the page has one entry, the reader another in a format of its own, and
//! the policy forbids what bundlers write into a page.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::{
    Outcome, compress, files, read, read_text, root, sh, split, stamp, style, tools, write,
};

/// What the page may do. `connect-src` is for its own WebAssembly only; `blob:` is the reader.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// What the compiler may use: every engine that knows `'wasm-unsafe-eval'` has these, but for
/// the last in Safari before 16.4.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// The two programs, by Cargo's names, with the feature and the profile each is built with: what the
/// linker must keep of the page would stay in a reader that is built beside it, and the page is small
/// first, the reader fast.
const PROGRAMS: [(&str, &str, &str); 2] = [("app", "ui", "release"), READER];
const READER: (&str, &str, &str) = ("worker", "browser", "reader");

/// Where a built page is, `--dev` apart so that a test never meets it.
pub(crate) fn dist(is_dev: bool) -> PathBuf {
    if is_dev {
        root().join("target/xtask/dist-dev")
    } else {
        root().join("dist")
    }
}

/// Builds the page when anything changed; gives its folder.
pub(crate) fn build(is_dev: bool) -> Outcome<PathBuf> {
    let began = Instant::now();
    let dist = dist(is_dev);
    tools::wasm_target()?;
    compile(is_dev)?;

    let wanted = format!("{:016x}", inputs(is_dev)?);
    let kept = root().join(format!(
        "target/xtask/stamp{}",
        if is_dev { "-dev" } else { "" }
    ));
    if dist.join("index.html").exists()
        && std::fs::read_to_string(&kept).is_ok_and(|it| it == wanted)
    {
        println!("{} is up to date.", dist.display());
        return Ok(dist);
    }
    if dist.exists() {
        std::fs::remove_dir_all(&dist).map_err(|why| format!("{}: {why}", dist.display()))?;
    }
    assemble(&dist, is_dev)?;
    write(&kept, wanted.as_bytes())?;
    println!(
        "Built {} in {:.0} s.",
        dist.display(),
        began.elapsed().as_secs_f64()
    );
    Ok(dist)
}

fn compile(is_dev: bool) -> Outcome {
    println!("Compiling the page and the reader");
    let [page, reader] = PROGRAMS;
    let (page, reader) = beside(|| compile_one(page, is_dev), || compile_one(reader, is_dev));
    page.and(reader)
}

fn compile_one((program, feature, profile): (&str, &str, &str), is_dev: bool) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--locked"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    cargo.args(["--features", feature, "--bin", program]);
    if !is_dev {
        cargo.args(["--profile", profile]);
        let flags = if profile == READER.2 {
            // Sixteen bytes at once; and a call where inlining gains nothing but bytes (a twentieth of
            // them, at the same speed).
            "-C target-feature=+simd128 -C llvm-args=--inline-threshold=25"
        } else {
            // Views behind one type instead of a type each: a fifth fewer bytes to load.
            "--cfg erase_components"
        };
        cargo.env("RUSTFLAGS", flags);
    }
    sh(&mut cargo)
}

/// The JavaScript and the WebAssembly of another program that reads files as the reader does.
pub(crate) fn reader(program: &str) -> Outcome<Program> {
    tools::wasm_target()?;
    let (_, feature, profile) = READER;
    let it = (program, feature, profile);
    compile_one(it, false)?;
    bind(program, "no-modules", &compiled(it, false), false)
}

fn compiled((program, _, profile): (&str, &str, &str), is_dev: bool) -> PathBuf {
    let profile = if is_dev { "debug" } else { profile };
    root().join(format!(
        "target/wasm32-unknown-unknown/{profile}/{program}.wasm"
    ))
}

/// One number for everything that goes in.
fn inputs(is_dev: bool) -> Outcome<u64> {
    let mut all = format!("{POLICY}{}{}", tools::WASM_BINDGEN, tools::WASM_OPT).into_bytes();
    // The steps themselves: this program.
    let own = std::env::current_exe().map_err(|why| why.to_string())?;
    let mut paths = vec![own, root().join("index.html")];
    paths.extend(PROGRAMS.map(|it| compiled(it, is_dev)));
    for folder in ["static", "start", "style"] {
        paths.extend(files(&root().join(folder)));
    }
    for path in paths {
        all.extend_from_slice(path.to_string_lossy().as_bytes());
        all.extend_from_slice(&stamp::hash(&read(&path)?).to_le_bytes());
    }
    Ok(stamp::hash(&all))
}

fn assemble(dist: &Path, is_dev: bool) -> Outcome {
    let mut page = Page {
        dist,
        html: read_text(&root().join("index.html"))?,
    };
    // Here, so that the two below do not both install them.
    tools::wasm_bindgen()?;
    if !is_dev {
        tools::wasm_opt()?;
    }
    let (reader, steps) = beside(
        || bind("reader", "no-modules", &compiled(READER, is_dev), is_dev),
        || front_and_walk(is_dev),
    );
    let (front, walk) = steps?;
    page.program("reader", reader?)?;
    page.program("app", front)?;
    page.asset("walk.wasm", &walk)?;
    page.asset(
        "style.css",
        style::bundle(&root().join("style"))?.as_bytes(),
    )?;
    let fixed = root().join("static");
    for path in files(&fixed) {
        let name = path
            .strip_prefix(&fixed)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        let bytes = read(&path)?;
        if ["boot.js", "theme.js"].contains(&name.as_str()) {
            page.asset(&name, &bytes)?;
        } else {
            write(&dist.join(&name), &bytes)?;
        }
    }
    let mut start = String::new();
    for path in files(&root().join("start")) {
        start.push_str(&read_text(&path)?);
    }
    page.fill("start", &start);
    page.fill("csp", POLICY);
    if let Some((_, rest)) = page.html.split_once("{{") {
        return Err(format!(
            "index.html wants {{{{{}, which nothing fills.",
            rest.lines().next().unwrap_or("")
        ));
    }
    write(&dist.join("index.html"), page.html.as_bytes())?;
    // A wrong address on hosts that know this name leads to the start page.
    write(&dist.join("404.html"), page.html.as_bytes())?;
    write(&dist.join("_headers"), headers().as_bytes())?;
    if !is_dev {
        pack(dist)?;
    }
    Ok(())
}

/// A program as the page loads it: JavaScript and WebAssembly.
type Program = (String, Vec<u8>);

/// What is loaded first, and the WebAssembly of the steps behind it.
fn front_and_walk(is_dev: bool) -> Outcome<(Program, Vec<u8>)> {
    let [app, _] = PROGRAMS;
    let pieces = split::split(&compiled(app, is_dev), is_dev)?;
    let (script, front) = bind("app", "web", &pieces.front, is_dev)?;
    if !is_dev {
        optimise("walk", &pieces.walk)?;
    }
    Ok(((pieces.join(&script)?, front), read(&pieces.walk)?))
}

/// Two pieces of work at once: the compiler's and the optimiser's last steps keep one core busy each.
fn beside<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        // A panic goes on as if nothing had been between.
        (one, other.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

/// The page that is being put together.
struct Page<'a> {
    dist: &'a Path,
    html: String,
}

impl Page<'_> {
    /// Writes a file under a name that changes with it.
    fn asset(&mut self, name: &str, bytes: &[u8]) -> Outcome {
        let hashed = format!("assets/{}", stamp::hashed_name(name, bytes));
        write(&self.dist.join(&hashed), bytes)?;
        self.fill(name, &format!("./{hashed}"));
        Ok(())
    }

    /// Writes a program's JavaScript and WebAssembly.
    fn program(&mut self, name: &str, (script, wasm): Program) -> Outcome {
        self.asset(&format!("{name}.js"), script.as_bytes())?;
        self.asset(&format!("{name}.wasm"), &wasm)
    }

    fn fill(&mut self, name: &str, text: &str) {
        self.html = self.html.replace(&format!("{{{{{name}}}}}"), text);
    }
}

/// The JavaScript and the WebAssembly of a program.
fn bind(name: &str, format: &str, compiled: &Path, is_dev: bool) -> Outcome<Program> {
    let tool = tools::wasm_bindgen()?;
    let out = root().join(format!(
        "target/xtask/bindgen{}",
        if is_dev { "-dev" } else { "" }
    ));
    let mut bindgen = Command::new(tool);
    bindgen
        .args([
            "--no-typescript",
            // What the front shares with the walk.
            "--keep-lld-exports",
            "--target",
            format,
            "--out-name",
            name,
            "--out-dir",
        ])
        .arg(&out);
    if !is_dev {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    sh(bindgen.arg(compiled))?;
    let wasm = out.join(format!("{name}_bg.wasm"));
    if !is_dev {
        optimise(name, &wasm)?;
    }
    Ok((read_text(&out.join(format!("{name}.js")))?, read(&wasm)?))
}

/// The page small, what reads files fast.
fn optimise(name: &str, wasm: &Path) -> Outcome {
    // Of what is called from one place the reader keeps functions: browsers compile a hot one anew while
    // it runs, and one that holds all others keeps a processor for a quarter of a large file.
    let how: &[&str] = match name {
        "app" | "walk" => &["-Oz"],
        _ => &["-O3", "--one-caller-inline-max-function-size=200"],
    };
    let Some(words) = tools::wasm_opt()? else {
        println!(
            "No Node.js 20 and no wasm-opt {}: the page works and is a little larger.",
            tools::WASM_OPT
        );
        return Ok(());
    };
    println!("Optimising {name}");
    let small = wasm.with_extension("small.wasm");
    let (program, first) = words.split_first().ok_or("no wasm-opt")?;
    sh(Command::new(program)
        .args(first)
        .args(how)
        .args(WASM_FEATURES)
        .arg(wasm)
        .arg("-o")
        .arg(&small))?;
    std::fs::rename(&small, wasm).map_err(|why| why.to_string())
}

/// For hosts that read it (Netlify, Cloudflare Pages); the page does not need it.
fn headers() -> String {
    format!(
        "/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'self'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
}

fn pack(dist: &Path) -> Outcome {
    println!("Packing");
    for path in files(dist) {
        let name = path.to_string_lossy().into_owned();
        if compress::is_packable(&name) {
            let bytes = read(&path)?;
            write(Path::new(&format!("{name}.br")), &compress::brotli(&bytes))?;
            write(Path::new(&format!("{name}.gz")), &compress::gzip(&bytes))?;
        }
    }
    Ok(())
}

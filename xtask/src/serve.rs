//! A small server of static files for this computer only.
//!
//! It sends right types and the packed files, and nothing else: what works here works on any host.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::Outcome;

/// The port that is tried first when none is asked for.
const PORT: u16 = 8080;

/// How long a browser may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until it is stopped.
pub(crate) fn serve(dist: &Path, path: &str, port: Option<&str>) -> Outcome {
    let base = format!("/{}/", path.trim_matches('/')).replace("//", "/");
    let listener = listen(port)?;
    let port = listener.local_addr().map_err(|why| why.to_string())?.port();
    println!("\nRusetti is at  http://127.0.0.1:{port}{base}\nCtrl+C ends it.");
    let site = Arc::new(Site {
        dist: dist.to_owned(),
        base,
    });
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        // A browser that goes away in the middle is its own affair.
        std::thread::spawn(move || site.answer(&stream).ok());
    }
    Ok(())
}

fn listen(port: Option<&str>) -> Outcome<TcpListener> {
    let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(text) => {
            let port = text
                .parse()
                .map_err(|_why| format!("`{text}` is not a port."))?;
            bind(port).map_err(|why| format!("Port {port} cannot be used: {why}."))
        }
        // Another program's port is no reason to stop.
        None => bind(PORT)
            .or_else(|_| bind(0))
            .map_err(|why| format!("No port can be used: {why}.")),
    }
}

struct Site {
    dist: PathBuf,
    base: String,
}

impl Site {
    fn answer(&self, stream: &TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        let mut accepted = String::new();
        for line in lines {
            let line = line?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').unwrap_or((&line, ""));
            if name.eq_ignore_ascii_case("accept-encoding") {
                value.trim().clone_into(&mut accepted);
            }
        }
        let mut words = first.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        if method != "GET" && method != "HEAD" {
            return respond(stream, "405 Method Not Allowed", &[], b"", true);
        }
        let address = target.split(['?', '#']).next().unwrap_or("");
        if format!("{address}/") == self.base {
            return respond(
                stream,
                "308 Permanent Redirect",
                &[("Location", &self.base)],
                b"",
                true,
            );
        }
        let found = self.find(address);
        let status = if found.is_some() {
            "200 OK"
        } else {
            "404 Not Found"
        };
        let path = found.unwrap_or_else(|| self.dist.join("404.html"));
        let (bytes, packing) = packed(&path, &accepted);
        let mut headers = vec![
            ("Content-Type", mime(&path)),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-cache"),
            ("Vary", "Accept-Encoding"),
        ];
        headers.extend(packing.map(|it| ("Content-Encoding", it)));
        respond(stream, status, &headers, &bytes, method == "GET")
    }

    /// The file at an address; names with anything but plain letters stay outside.
    fn find(&self, address: &str) -> Option<PathBuf> {
        let name = address.strip_prefix(&self.base)?;
        let name = if name.is_empty() { "index.html" } else { name };
        let is_plain = |it: &str| {
            !it.is_empty()
                && !it.starts_with('.')
                && it
                    .bytes()
                    .all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it))
        };
        let path = name
            .split('/')
            .all(is_plain)
            .then(|| self.dist.join(name))?;
        path.is_file().then_some(path)
    }
}

/// A file as it is, or packed where the browser takes it.
fn packed(path: &Path, accepted: &str) -> (Vec<u8>, Option<&'static str>) {
    let takes = |wanted: &str| {
        accepted
            .split(',')
            .any(|it| it.trim().split(';').next() == Some(wanted))
    };
    for (ending, name) in [("br", "br"), ("gz", "gzip")] {
        if takes(name)
            && let Ok(bytes) = std::fs::read(format!("{}.{ending}", path.display()))
        {
            return (bytes, Some(name));
        }
    }
    (std::fs::read(path).unwrap_or_default(), None)
}

fn respond(
    mut stream: &TcpStream,
    status: &str,
    headers: &[(&str, &str)],
    body: &[u8],
    with_body: bool,
) -> std::io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// Browsers refuse scripts, styles and WebAssembly of the wrong type.
fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

// A static server without a single header but the type, which writes down every request.
// Each test has its own, on its own port: an origin with empty storage.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = process.env.RUSETTI_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

/** Every file of the build, by its path in it. */
export const files = new Map(
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath ?? it.path, it.name))
    .map((it) => [relative(dist, it).split(sep).join("/"), readFileSync(it)]),
);

const used = new Set();

/** Listens on a port that no earlier test had: its origin may have left something in the browser's storage. */
async function listen(server) {
  for (;;) {
    await new Promise((it) => server.listen(0, "127.0.0.1", it));
    const { port } = server.address();
    if (!used.has(port)) {
      used.add(port);
      return port;
    }
    await new Promise((it) => server.close(it));
  }
}

/**
 * `refuse(path)` says which files the host lacks, `hold(path)` which it sends only after `release()`;
 * a `packed` host serves the `.br` files, an `old` one has never heard of WebAssembly; `first` is a line of
 * script that runs before any of the page's own.
 */
export async function open({ base = "/a/folder/deep/", refuse = () => false, hold = () => false, packed = false, old = false, first = "" } = {}) {
  const requests = [];
  let release;
  const released = new Promise((it) => (release = it));
  const server = createServer(async (request, response) => {
    const { method, url } = request;
    // The harness's own page, to set storage before the app starts.
    if (url === "/blank") return response.setHeader("content-type", types[".html"]).end("<!doctype html><title>blank</title><link rel=icon href='data:,'>");
    requests.push({ method, url, origin: request.headers.host });
    const path = url.startsWith(base) ? url.slice(base.length) || "index.html" : undefined;
    const file = path !== undefined && !refuse(path) ? files.get(path) : undefined;
    if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not here");
    if (hold(path)) await released;
    const type = old && path.endsWith(".wasm") ? undefined : types[extname(path)];
    const small = packed ? files.get(`${path}.br`) : undefined;
    const isFirst = first && /^assets\/theme-.*\.js$/.test(path);
    if (small) response.setHeader("content-encoding", "br");
    response.writeHead(200, { "content-type": type ?? "application/octet-stream" }).end(isFirst ? `${first}\n${file}` : (small ?? file));
  });
  server.keepAliveTimeout = 500;
  const origin = `http://127.0.0.1:${await listen(server)}`;
  return {
    origin,
    base,
    url: origin + base,
    requests,
    release,
    close: () => {
      release();
      server.closeAllConnections();
      return new Promise((it) => server.close(it));
    },
    /** What no page of this product may ask for, in words. */
    strangers: () =>
      requests
        .filter(({ method, url }) => method !== "GET" || !url.startsWith(base) || !(url === base || files.has(url.slice(base.length))))
        .map(({ method, url }) => `${method} ${url}`),
  };
}

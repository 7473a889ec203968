// Measures the reader beside others in Chromium, in turns, each in a fresh tab: `cargo xtask bench` runs it.
//   node run.mjs [--rows=10000,100000] [--kinds=invoices,customers] [--styles=plain,nordic] [--rounds=5]
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../tests/browser/engines.mjs";
import { file } from "./data.mjs";

const option = (name, usual) => (process.argv.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual).split(",");
const [rows, kinds, styles] = [option("rows", "10000,100000,1000000"), option("kinds", "invoices,customers"), option("styles", "plain,nordic")];
const [rounds] = option("rounds", "5");
const path = (it) => fileURLToPath(new URL(it, import.meta.url));
const built = path("../target/xtask/bench");

const PEERS = { rusetti: "/built/bench.js", udsv: "/peers.js", papaparse: "/peers.js" };
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const ROOTS = [["/built/", built], ["/udsv/", path("node_modules/udsv")], ["/papaparse/", path("node_modules/papaparse")], ["/", path(".")]];

// Nothing but what the page needs; runs in the page, so it holds no names of this file.
const PAGE = `<!doctype html><title>bench</title><link rel=icon href="data:,"><input type=file>
<script type=module>
let peer, longest = 0;
new PerformanceObserver((all) => all.getEntries().forEach((it) => (longest = Math.max(longest, it.duration)))).observe({ entryTypes: ["longtask"] });
globalThis.load = async (module, name) => {
  const all = (await import(module)).default;
  peer = all[name] ?? all.product;
  await peer.init?.();
};
globalThis.go = async (kind, style) => {
  const [file] = document.querySelector("input").files;
  longest = 0;
  const before = performance.now();
  const { customers, tiers, tierCents, total, total2, count, order, name } = await peer.run(file, kind, style);
  const time = performance.now() - before;
  await new Promise((it) => setTimeout(it, 60));
  return { time, longest, says: JSON.stringify([customers, tiers, tierCents, total, total2, count, name(order[0])]) };
};
</script>`;

const server = createServer((request, response) => {
  const url = request.url.split("?")[0];
  if (url === "/") return response.setHeader("content-type", TYPES[".html"]).end(PAGE);
  const [begins, folder] = ROOTS.find(([it]) => url.startsWith(it));
  const from = join(folder, url.slice(begins.length));
  if (url.includes("..") || !statSync(from, { throwIfNoEntry: false })) return response.writeHead(404).end();
  response.setHeader("content-type", TYPES[extname(from)] ?? "application/octet-stream");
  createReadStream(from).pipe(response);
});
await new Promise((it) => server.listen(0, "127.0.0.1", it));
const origin = `http://127.0.0.1:${server.address().port}/`;

const inPage = (driver, code, ...args) =>
  driver.executeAsyncScript(`const done = arguments[arguments.length - 1]; (${code})(...arguments).then((it) => done({ it }), (why) => done({ why: String(why) }));`, ...args)
    .then(({ it, why }) => (why ? Promise.reject(new Error(why)) : it));

async function measure(driver, name, kind, style, data) {
  await driver.get(origin);
  await inPage(driver, "(module, name) => load(module, name)", PEERS[name], name);
  await driver.findElement({ css: "input" }).sendKeys(data);
  return inPage(driver, "(kind, style) => go(kind, style)", kind, style);
}

const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
let differ = 0;
const { driver, quit } = await start("chromium");
try {
  for (const count of rows) {
    for (const kind of kinds) {
      for (const style of styles) {
        const data = file(join(built, "data"), kind, style, Number(count));
        const found = Object.fromEntries(Object.keys(PEERS).map((it) => [it, []]));
        for (let round = 0; round < Number(rounds); round++) {
          const names = Object.keys(PEERS);
          // Another order each round.
          const turn = names.splice(round % names.length);
          for (const name of [...turn, ...names]) found[name].push(await measure(driver, name, kind, style, data));
        }
        const time = (name) => middle(found[name].map((it) => it.time));
        const same = new Set(Object.values(found).flat().map((it) => it.says));
        if (same.size > 1) differ++;
        console.log(`${count} ${kind}, ${style}, ${(statSync(data).size / 1e6).toFixed(1)} MB: ${same.size > 1 ? `THEY DIFFER ${[...same].join(" ")}` : "all say the same"}`);
        for (const name of Object.keys(PEERS)) {
          const longest = Math.max(...found[name].map((it) => it.longest));
          console.log(`  ${name.padEnd(10)} ${time(name).toFixed(0).padStart(7)} ms   reader / it ${(time("rusetti") / time(name)).toFixed(2)}   longest block ${longest.toFixed(0)} ms`);
        }
      }
    }
  }
} finally {
  await quit();
  server.close();
}
process.exitCode = differ ? 1 : 0;

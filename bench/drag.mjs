// What a moved limit costs on the built page, in Chromium: script of a frame, from the pointer's event
// until nothing is left to run, and the same with the layout it asks for; beside it the same frames without
// a limit in hand, because on a busy machine only the ratio of two means anything; and how many places of
// the document a frame writes to. Not a test: `cargo xtask bench --drag` prints it.
//   node drag.mjs [--customers=100000,1000000] [--frames=120]      RUSETTI_DIST says which build
import { withLines } from "../tests/browser/customers.mjs";
import { start } from "../tests/browser/engines.mjs";
import { Page } from "../tests/browser/page.mjs";
import { open } from "../tests/browser/site.mjs";

const option = (name, usual) => process.argv.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual;
const counts = option("customers", "100000,1000000").split(",").map(Number);
const frames = Number(option("frames", "120"));

/** One over rank, as skewed as real customers are. */
const lines = (n) => ["Customer;Revenue;Margin", ...Array.from({ length: n }, (_, at) => `Customer ${at + 1};${Math.ceil(1e9 / (at + 1))};${Math.ceil(3e8 / (at + 1))}`)];

/**
 * Runs in the page: moves the first limit to and fro, one step a frame; or nothing, where `isHeld` is
 * false. Gives the times of each frame, or what it wrote: counting takes time of its own.
 */
function drag(frames, isHeld, isCounted, done) {
  const handle = document.querySelector(".handle");
  handle.scrollIntoView({ block: "center" });
  const { x, y, width, height } = handle.getBoundingClientRect();
  const send = (type, dx) => handle.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, button: 0, pointerId: 1, clientX: x + width / 2 + dx, clientY: y + height / 2 }));
  const frame = [];
  let written = 0;
  const observer = new MutationObserver((all) => (written += all.length));
  if (isCounted) observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const step = async (at) => {
    const begin = performance.now();
    send("pointermove", 30 * Math.sin(at / 4));
    // What an event sets off runs in microtasks, each of which may set off more.
    for (let left = 40; left > 0; left -= 1) await null;
    const script = performance.now() - begin;
    document.body.offsetHeight;
    frame.push([script, performance.now() - begin, written]);
    written = 0;
    if (at < frames) requestAnimationFrame(() => step(at + 1));
    else {
      observer.disconnect();
      if (isHeld) send("pointerup", 0);
      done(frame);
    }
  };
  if (isHeld) send("pointerdown", 0);
  requestAnimationFrame(() => step(1));
}

/** Runs in the page: sorts by natural breaks, and says how long nothing else could run and when the last word changed. */
async function natural(done) {
  const menu = document.querySelector("#method");
  menu.value = "natural";
  const begin = performance.now();
  let last = begin;
  const observer = new MutationObserver(() => (last = performance.now()));
  observer.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true, attributes: true });
  menu.dispatchEvent(new Event("change", { bubbles: true }));
  for (let left = 40; left > 0; left -= 1) await null;
  const stood = performance.now() - begin;
  const still = setInterval(() => {
    if (performance.now() - last < 4_000) return;
    clearInterval(still);
    done([stood, last - begin]);
  }, 100);
}

const part = (all, share) => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];
const inPage = (driver, code, ...args) => driver.executeAsyncScript(`(${code})(...arguments)`, ...args);

const { driver, quit } = await start("chromium");
try {
  await driver.manage().setTimeouts({ script: 120_000 });
  console.log(`milliseconds a frame over ${frames} frames`);
  for (const n of counts) {
    const site = await open();
    const page = new Page(driver, site);
    await withLines(page, lines(n), "#/sort", { lang: "en" }, 600_000);
    await page.find(".handle", 120_000);
    const runs = { empty: [false, false], "limit in hand": [true, false], "once more": [true, false], writes: [true, true] };
    const found = {};
    for (const [name, [isHeld, isCounted]] of Object.entries(runs)) found[name] = await inPage(driver, drag, frames, isHeld, isCounted);
    const column = (name, at) => found[name].map((it) => it[at]);
    console.log(`${n} customers`);
    for (const name of Object.keys(runs).slice(0, 3)) {
      const both = [0, 1].map((at) => [0.5, 0.95].map((share) => part(column(name, at), share).toFixed(1)).join(", "));
      // Of sums: an empty frame is shorter than the clock's step.
      const sum = (name) => column(name, 0).reduce((sum, it) => sum + it, 0);
      const ratio = (sum(name) / sum("empty")).toFixed(0);
      console.log(`  ${name.padEnd(14)} script: median, p95   ${both[0].padEnd(12)} with layout ${both[1].padEnd(12)} ${ratio} times the empty frame`);
    }
    console.log(`  writes to the document, median, most   ${part(column("writes", 2), 0.5)}, ${Math.max(...column("writes", 2))}`);
    const [stood, all] = await inPage(driver, natural);
    console.log(`  natural breaks chosen, the page stood for   ${stood.toFixed(0)}, all was said after   ${all.toFixed(0)}`);
    await site.close();
  }
} finally {
  await quit();
}

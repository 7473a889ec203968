// The policy: on a host without headers nothing leaves, from the page or from the reader.
import { assert, openSite, test } from "./harness.mjs";

// Asks another origin in every way a page could, and tells which were let through.
const ask = async (url) => {
  const ways = {
    fetch: () => fetch(`${url}fetch`, { mode: "no-cors" }),
    beacon: () => (navigator.sendBeacon?.(`${url}beacon`) ? Promise.reject(new Error("queued")) : Promise.reject(new Error("refused"))),
    xhr: () =>
      new Promise((done, fail) => {
        const it = new XMLHttpRequest();
        it.onload = done;
        it.onerror = () => fail(new Error("refused"));
        it.open("GET", `${url}xhr`);
        it.send();
      }),
    socket: () =>
      new Promise((done, fail) => {
        const it = new WebSocket(`${url.replace("http", "ws")}socket`);
        it.onopen = done;
        it.onerror = () => fail(new Error("refused"));
      }),
    eval: async () => (0, eval)("1"),
  };
  const through = [];
  for (const [name, way] of Object.entries(ways)) {
    try {
      await way();
      through.push(name);
    } catch {
      // Refused, as it should be.
    }
  }
  return through;
};

/** Runs `code` in the page by a script of its own origin; WebDriver's scripts stand above the policy in some engines. */
const askFromPage = (page, url) =>
  page.driver.executeAsyncScript(`const done = arguments[1]; (${ask})(arguments[0]).then(done, (why) => done(["" + why]));`, url);

const askFromWorker = (page, url) =>
  page.driver.executeAsyncScript(
    `const done = arguments[1];
     const code = "(" + ${JSON.stringify(String(ask))} + ")(" + JSON.stringify(arguments[0]) + ").then((it) => postMessage(it), (why) => postMessage(['' + why]))";
     const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
     worker.onmessage = (it) => { worker.terminate(); done(it.data); };
     worker.onerror = (it) => done(["worker: " + it.message]);`,
    url,
  );

for (const [place, from] of [["page", askFromPage], ["reader", askFromWorker]]) {
  test(`the ${place} cannot ask another origin`, { errors: true }, async ({ page }) => {
    const other = await openSite();
    try {
      await page.open();
      await page.settled();
      const through = await from(page, `${other.origin}/`);
      // A script of WebDriver may eval whatever the page may not; the page's own is tested below.
      assert.deepEqual(through.filter((it) => it !== "eval"), []);
      assert.deepEqual(other.requests, [], "nothing arrived there");
    } finally {
      await other.close();
    }
  });
}

test("a worker from a blob inherits the policy: no eval, and WebAssembly runs", { errors: true }, async ({ page }) => {
  await page.open();
  const answer = await page.driver.executeAsyncScript(
    `const done = arguments[0];
     const code = \`
       let evaluated = true;
       try { (0, eval)("1") } catch { evaluated = false }
       const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
       WebAssembly.instantiate(empty).then(() => postMessage([evaluated, true]), () => postMessage([evaluated, false]));\`;
     const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
     worker.onmessage = (it) => { worker.terminate(); done(it.data); };`,
  );
  assert.deepEqual(answer, [false, true]);
});

test("the policy is the strict one, first in the head", async ({ page }) => {
  await page.open();
  const policy = await page.js(() => document.querySelector("meta[http-equiv=Content-Security-Policy]").content);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  for (const part of ["default-src 'none'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"]) assert.ok(policy.includes(part), part);
  const first = await page.js(() => [...document.head.children].slice(0, 2).map((it) => it.httpEquiv || it.getAttribute("charset")));
  assert.deepEqual(first, ["utf-8", "Content-Security-Policy"]);
});

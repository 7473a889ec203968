// Loading: at any path, in one's own language, without a flash, and with words when it cannot.
import { assert, files, test } from "./harness.mjs";

test("the page comes up in a deep folder of a host without headers", async ({ page, site }) => {
  await page.open();
  assert.equal(await page.count("#static-mast"), 0, "the app has drawn its own masthead");
  assert.match(await page.text("h1"), /.{10}/);
  await page.settled();
  assert.deepEqual(site.strangers(), []);
});

test("nothing is requested once the page is loaded", async ({ page, site }) => {
  await page.open();
  await page.settled();
  const loaded = site.requests.length;
  for (const hash of ["#/bring", "#/see", "#/sort", "#/care", "#/follow", "#/handbook", "#/"]) {
    await page.go(hash);
    await page.waitFor(() => page.js(() => document.readyState === "complete"), hash);
  }
  assert.deepEqual(site.requests.slice(loaded), []);
});

test("the reader's files come after the app's", async ({ page, site }) => {
  await page.open();
  await page.settled();
  const order = site.requests.map(({ url }) => url.slice(site.base.length));
  const first = (part) => order.findIndex((it) => it.includes(part));
  assert.ok(first("assets/app-") >= 0 && first("assets/reader-") > first("assets/app-"), order.join("\n"));
  const twice = order.filter((it, at) => it.startsWith("assets/") && order.indexOf(it) !== at);
  assert.deepEqual(twice, [], "each file once");
});

test("language, theme and size of the last visit are set before the first paint", async ({ page }) => {
  const look = () => [document.documentElement.lang, document.documentElement.dataset.theme, document.documentElement.dataset.size];
  for (const [settings, seen] of [
    [{ lang: "fi", theme: "dark" }, ["fi", "dark", null]],
    [{ lang: "pl", theme: "light", size: "big" }, ["pl", "light", "big"]],
    [{ lang: "en" }, ["en", null, null]],
  ]) {
    await page.open("", { settings, wait: false });
    assert.deepEqual(await page.js(look), seen);
  }
});

test("settings that are damaged do not stop the page", async ({ page }) => {
  for (const damaged of ["{", "7", "null", '"x"', "[]"]) {
    await page.open("", { storage: { "rusetti/v1/settings": damaged } });
    assert.match(await page.js(() => document.documentElement.lang), /^(en|fi|pl)$/);
  }
});

test("the theme stands in the head, before the styles and outside the app", async () => {
  const html = files.get("index.html").toString();
  assert.ok(html.indexOf("assets/theme-") < html.indexOf("assets/style-"));
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/, "no inline script");
  assert.doesNotMatch(html, /<style|\sstyle=/, "no inline style");
});

test("a WebAssembly that does not arrive is said in words", { site: { refuse: (it) => it.includes("app-") && it.endsWith(".wasm") }, errors: true }, async ({ page }) => {
  for (const [lang, words] of [["fi", "lataa sivu uudelleen"], ["pl", "wczytaj stronę ponownie"], ["en", "load the page again"]]) {
    await page.open("", { settings: { lang }, wait: false });
    await page.waitText("#trouble", words);
    const said = await page.js(() => [...document.querySelectorAll("#trouble p")].filter((it) => it.checkVisibility()).map((it) => it.lang));
    assert.deepEqual(said, [lang], "one language, one reason");
  }
});

test("a reader that does not arrive leaves the page usable", { site: { refuse: (it) => it.includes("reader-") }, errors: true }, async ({ page }) => {
  await page.open();
  assert.ok(!(await page.sees("#trouble")));
  assert.match(await page.text("h1"), /.{10}/);
});

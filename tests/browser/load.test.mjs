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

test("the walk and the reader come after the app", async ({ page, site }) => {
  await page.open();
  await page.settled();
  const order = site.requests.map(({ url }) => url.slice(site.base.length));
  const first = (part) => order.findIndex((it) => it.includes(part));
  for (const part of ["assets/reader-", "assets/walk-"]) {
    assert.ok(first("assets/app-") >= 0 && first(part) > first("assets/app-"), order.join("\n"));
  }
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

const slow = { site: { hold: (it) => it.includes("walk-") } };

test("what is pasted before the walk has arrived is read when it does", slow, async ({ page, site }) => {
  await page.open("", { settings: { lang: "fi" }, wait: false });
  await page.waitFor(() => page.data("reader").then((it) => it === "ready"), "the front has started");
  await page.js(() => {
    const field = document.querySelector('[data-start="fi"] textarea');
    field.value = "Nimi;Myynti\nAho Oy;1200,50\nBerg Ab;300\n";
    field.dispatchEvent(new Event("input"));
    document.querySelector('[data-start="fi"] [data-read]').click();
  });
  await page.waitText("#arriving", "latautuvat vielä");
  assert.ok(!(await page.sees('[data-start="fi"]')), "the start page has made room");
  site.release();
  await page.waitText("main h1", "2 asiakasta");
  assert.ok(!(await page.sees("#arriving")));
});

test("a language chosen before the walk has arrived stays", slow, async ({ page, site }) => {
  await page.open("", { settings: { lang: "en" }, wait: false });
  await page.waitFor(() => page.data("reader").then((it) => it === "ready"), "the front has started");
  await page.js(() => document.querySelector('#static-mast [data-lang="pl"]').click());
  assert.ok(await page.sees('[data-start="pl"]'));
  site.release();
  await page.ready();
  assert.equal(await page.js(() => document.documentElement.lang), "pl");
});

test("a walk that does not arrive is said in words", { site: { refuse: (it) => it.includes("walk-") }, errors: true }, async ({ page }) => {
  await page.open("#/care", { settings: { lang: "fi" }, wait: false });
  await page.waitText("#trouble", "lataa sivu uudelleen");
  assert.ok(!(await page.sees("#arriving")));
});

test("a host that calls WebAssembly something else is good enough", { site: { old: true }, errors: true }, async ({ page }) => {
  await page.open("#/bring");
  assert.match(await page.text("h1"), /.{10}/);
});

// A panic ends the app: what stands in its place is calm, in the page's language, and loses nothing.
import { assert, test } from "./harness.mjs";

const words = {
  en: ["Something broke on this page", "Save the model as a file", "Reload the page"],
  fi: ["Jotain meni sivulla rikki", "Tallenna malli tiedostoksi", "Lataa sivu uudelleen"],
  pl: ["Coś się zepsuło na tej stronie", "Zapisz model jako plik", "Załaduj stronę ponownie"],
};
const model = JSON.stringify({
  fmt: "rusetti.model",
  v: 1,
  rev: 4,
  savedAt: "2026-11-22T04:00:00.000Z",
  app: "0.1.0",
  data: { name: "Care 2026" },
});
const storage = { "rusetti/v1/model/a": model, "rusetti/v1/index": '{"current":"a"}' };

test("a crash offers a backup and the way out, in the page's language", { errors: true }, async ({ page }) => {
  for (const [lang, [title, backup, reload]] of Object.entries(words)) {
    await page.open("#/care", { settings: { lang }, storage });
    await page.go("#/crash-test");
    await page.waitText("h1", title);
    assert.equal(await page.js(() => document.activeElement?.tagName), "H1", "it is read out");
    assert.deepEqual(await page.axe(), []);
    const link = await page.js(() => {
      const it = document.querySelector("a[download]");
      return { words: it.textContent, name: it.download, address: it.href };
    });
    assert.equal(link.words, backup);
    assert.match(link.name, /^rusetti-care-2026-\d{4}-\d\d-\d\d\.json$/);
    assert.match(link.address, /^blob:/);
    await page.click({ name: reload });
    await page.ready();
    assert.equal(await page.js(() => localStorage.getItem("rusetti/v1/model/a")), model, "nothing saved is touched");
    await page.go("#/care");
    await page.waitText(".mast__file", "Care 2026");
  }
});

test("after a crash nothing is written any more", { errors: true }, async ({ page }) => {
  await page.open("#/care", { settings: { lang: "en" }, storage });
  await page.go("#/crash-test");
  await page.waitText("h1", words.en[0]);
  const before = await page.js(() => JSON.stringify({ ...localStorage }));
  await page.js(() => window.dispatchEvent(new Event("pagehide")));
  assert.equal(await page.js(() => JSON.stringify({ ...localStorage })), before);
  assert.equal(await page.text("h1"), words.en[0]);
});

test("an app that ends without a panic says so too", { errors: true }, async ({ page }) => {
  for (const [lang, words] of [["en", "The page has stopped"], ["fi", "Sivu pysähtyi"], ["pl", "Strona się zatrzymała"]]) {
    await page.open("#/care", { settings: { lang }, storage });
    // Out of stack or memory, as the browser would report it.
    await page.js(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("out of memory") })));
    await page.waitText("#trouble", words);
    assert.equal(await page.count("#app"), 0);
    assert.deepEqual(await page.axe(), []);
    assert.equal(await page.js(() => localStorage.getItem("rusetti/v1/model/a")), model);
  }
});

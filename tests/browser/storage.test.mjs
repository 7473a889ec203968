// Nothing is lost: what is saved on this device, and everything that can go wrong with it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Key, assert, test } from "./harness.mjs";

const MODEL = "rusetti/v1/model/";
const INDEX = "rusetti/v1/index";
const sample = fileURLToPath(new URL("../../samples/packaging.en.csv", import.meta.url));
const newer = readFileSync(new URL("../data/saved/newer/model.json", import.meta.url), "utf8");
const en = { settings: { lang: "en" } };

/** Everything in local storage, or what begins with `prefix`. */
const stored = async (page, prefix = "") => {
  const all = await page.js(() => Object.fromEntries(Object.keys(localStorage).map((it) => [it, localStorage.getItem(it)])));
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
};
/** The saved models' names. */
const savedNames = async (page) => Object.values(await stored(page, MODEL)).map((it) => JSON.parse(it).data.name).sort();
const savedAs = (page, ...names) =>
  page.waitFor(async () => (await savedNames(page)).join("|") === names.sort().join("|"), `the saved models to be ${names}`);

/** Names the open model, as a user does; the dialog stays open. */
const rename = async (page, name) => {
  if (!(await page.sees("dialog[open]"))) await page.click({ name: "Models" });
  await page.type(".models__row[aria-current] input", name + Key.ENTER);
};
/** How many customers the stepper tells of; 0 without any. WebKit's own text of it lacks the states. */
const customers = (page) => page.js(() => Number(/(\d+) customers/.exec(document.querySelector(".steps").textContent)?.[1] ?? 0));
const reload = async (page) => {
  await page.driver.navigate().refresh();
  await page.ready();
};
const notice = (page, name) => page.find(`[data-notice="${name}"]`);
const noNotice = (page) => page.waitFor(async () => (await page.count("[data-notice]")) === 0, "no notice");
const title = (page) => page.js(() => document.querySelector(".mast__file").textContent.trim());
/** The tab is hidden from now on, or seen again, as far as the page can tell. */
const setHidden = (page, isHidden) =>
  page.js((it) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (it ? "hidden" : "visible") });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, isHidden);

test("a visitor who decides nothing leaves nothing on the device", async ({ page }) => {
  await page.open();
  for (const hash of ["#/bring", "#/see", "#/sort", "#/care", "#/follow", "#/"]) await page.go(hash);
  await setHidden(page, true);
  assert.deepEqual(await stored(page), {});
});

test("a reload keeps the model, the language, the theme and the size", async ({ page }) => {
  await page.open("#/care", en);
  await rename(page, "Care 2026");
  await savedAs(page, "Care 2026");
  await page.click({ name: "Close" });
  await page.click({ name: "Big screen" });
  await page.click({ name: "Light or dark" });
  const theme = await page.data("theme");
  await page.click({ name: "Suomi" });
  await page.waitText(".mast", "Mallit");
  await reload(page);
  await page.waitText(".mast", "Mallit");
  assert.equal(await title(page), "Care 2026");
  assert.deepEqual([await page.data("theme"), await page.data("size")], [theme, "big"]);
  assert.match(theme, /^(light|dark)$/);
});

test("the start page says what is saved and leads back to it", async ({ page }) => {
  await page.open("#/care", en);
  await rename(page, "Care 2026");
  await savedAs(page, "Care 2026");
  await page.open();
  await page.waitText("[data-start=en] [data-saved]", "Care 2026");
  await page.click({ name: "Open it" });
  await page.waitFor(async () => (await page.js(() => location.hash)).startsWith("#/care"), "the care step");
});

test("models are begun, opened and deleted, and the one on screen is never lost", async ({ page }) => {
  await page.open("#/care", en);
  await rename(page, "First");
  await page.click({ name: "Start a new model" });
  await savedAs(page, "First");
  await rename(page, "Second");
  await savedAs(page, "First", "Second");
  await page.click({ name: "Open: First" });
  await page.waitFor(async () => (await title(page)) === "First", "the first model");
  await page.click({ name: "Models" });
  await page.click({ name: "Delete: Second" });
  await savedAs(page, "First", "Second");
  await page.click(".models__sure:not([hidden]) .btn--bad");
  await savedAs(page, "First");
});

test("a full storage says so, offers a backup, and saves as soon as there is room", async ({ page }) => {
  await page.open("#/care", en);
  // To the last character: the browser's own limit, not an imitation.
  await page.js(() => {
    let part = "x".repeat(1 << 22);
    for (let at = 0; part.length > 0; ) {
      try {
        localStorage.setItem(`filler${at}`, part);
        at += 1;
      } catch {
        part = part.slice(0, part.length >> 1);
      }
    }
  });
  await rename(page, "No room");
  await notice(page, "full");
  assert.deepEqual(await savedNames(page), []);
  await page.click({ name: "Close" });
  assert.deepEqual(await page.axe(), []);
  await page.click('[data-notice="full"] .btn');
  await page.waitText(".toast", "Backup saved");
  await page.js(() => Object.keys(localStorage).filter((it) => it.startsWith("filler")).forEach((it) => localStorage.removeItem(it)));
  await rename(page, "Room again");
  await savedAs(page, "Room again");
  await noNotice(page);
});

const refused = 'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });';
test("a blocked storage says so, and everything works in memory", { site: { first: refused } }, async ({ page }) => {
  await page.open("#/care");
  await notice(page, "blocked");
  await page.click(".mast .hide-narrow .btn");
  await page.type(".models__row[aria-current] input", "In memory" + Key.ENTER);
  await page.waitFor(async () => (await title(page)) === "In memory", "the new name");
});

test("a saved value nobody can read is put aside, not lost and not overwritten", async ({ page }) => {
  const broken = '{"fmt":"rusetti.model","v":1,"data":{"name":"cut sh';
  await page.open("#/care", { ...en, storage: { [`${MODEL}a`]: broken, [INDEX]: '{"current":"a"}' } });
  await notice(page, "quarantined");
  assert.deepEqual(await page.axe(), []);
  await rename(page, "A new one");
  await savedAs(page, "A new one");
  assert.deepEqual(Object.values(await stored(page, "rusetti/quarantine/")), [broken]);
});

test("a model from a newer version can be looked at, and is never written", async ({ page }) => {
  const key = `${MODEL}a`;
  await page.open("#/care", { ...en, storage: { [key]: newer, [INDEX]: '{"current":"a"}' } });
  await page.waitText('[data-notice="read-only"]', "7.0.0");
  assert.equal(await title(page), "Ahead");
  assert.equal(await page.js(() => document.querySelector("#answer").matches(":disabled")), true, "its fields are locked");
  await page.click({ name: "Keep a copy" });
  await page.waitFor(async () => (await stored(page, MODEL))[key] === newer && Object.keys(await stored(page, MODEL)).length === 2, "a copy beside it");
  await noNotice(page);
  assert.equal(await page.js(() => document.querySelector("#answer").matches(":disabled")), false, "a copy can be changed");
  assert.equal(await title(page), "Ahead (2)");
  await rename(page, "Mine");
  await page.waitFor(async () => Object.values(await stored(page, MODEL)).some((it) => it.includes("Mine")), "the copy to be saved");
  assert.equal((await stored(page, MODEL))[key], newer);
});

// The second tab is a window: WebKit opens tabs behind the first, and a hidden page does not write.
test("two tabs: a change is seen in the other, and a conflict keeps both", async ({ page, driver }) => {
  await page.open("#/care", en);
  await rename(page, "One");
  await savedAs(page, "One");
  await page.click({ name: "Close" });
  const first = await driver.getWindowHandle();
  await driver.switchTo().newWindow("window");
  try {
    await page.open("#/care");
    await page.waitFor(async () => (await title(page)) === "One", "the same model");
    await rename(page, "One, changed");
    await savedAs(page, "One, changed");
    await driver.close();
  } finally {
    await driver.switchTo().window(first);
  }
  await page.waitFor(async () => (await title(page)) === "One, changed", "the other tab's change");
  // A change here, and in the same instant one by a tab that this page has not heard of.
  await page.click({ name: "Models" });
  await page.find(".models__row[aria-current] input");
  await page.js((prefix) => {
    const input = document.querySelector(".models__row[aria-current] input");
    input.value = "Mine";
    input.dispatchEvent(new Event("change", { bubbles: true }));
    const key = Object.keys(localStorage).find((it) => it.startsWith(prefix));
    const theirs = JSON.parse(localStorage.getItem(key));
    theirs.rev += 1;
    theirs.data.name = "Theirs";
    localStorage.setItem(key, JSON.stringify(theirs));
  }, MODEL);
  await notice(page, "both");
  await savedAs(page, "Mine (2)", "Theirs");
});

test("a hidden tab writes nothing until it is seen again", async ({ page }) => {
  await page.open("#/care", en);
  await rename(page, "Seen");
  await savedAs(page, "Seen");
  await setHidden(page, true);
  await rename(page, "Unseen");
  // Timers of a page fire in the order they are due: this one is due after any the page has set.
  await page.driver.executeAsyncScript("setTimeout(arguments[0], 1000)");
  assert.deepEqual(await savedNames(page), ["Seen"]);
  await setHidden(page, false);
  await savedAs(page, "Unseen");
});

test("what is decided just before the tab is closed is saved", async ({ page }) => {
  await page.open("#/care", en);
  await page.click({ name: "Models" });
  await page.find(".models__row[aria-current] input");
  const names = await page.js((prefix) => {
    const input = document.querySelector(".models__row[aria-current] input");
    input.value = "At the last moment";
    input.dispatchEvent(new Event("change", { bubbles: true }));
    window.dispatchEvent(new Event("pagehide"));
    return Object.keys(localStorage)
      .filter((it) => it.startsWith(prefix))
      .map((it) => JSON.parse(localStorage.getItem(it)).data.name);
  }, MODEL);
  assert.deepEqual(names, ["At the last moment"]);
});

const bringIn = async (page) => {
  await page.open("#/", en);
  await page.settled();
  await page.setFile("input[type=file]", sample);
  await page.waitFor(async () => (await customers(page)) === 140, "140 customers");
};
const databases = (page) =>
  page.driver.executeAsyncScript("const done = arguments[0]; indexedDB.databases().then((it) => done(it.map((one) => one.name)), (why) => done([String(why)]))");

test("customers are gone after a reload, unless the user keeps them; choosing otherwise deletes them", async ({ page }) => {
  await bringIn(page);
  await reload(page);
  await page.waitFor(async () => (await customers(page)) === 0, "no customers");
  assert.deepEqual(await databases(page), []);

  await bringIn(page);
  await page.click(".foot__switch input");
  await page.waitText(".toast", "Customers are kept");
  await page.waitFor(async () => (await databases(page)).includes("rusetti"), "the database");
  await page.go("#/see");
  await reload(page);
  await page.waitFor(async () => (await customers(page)) === 140, "140 customers");
  assert.match(await title(page), /packaging\.en\.csv/);

  await page.click(".foot__switch input");
  await page.waitText(".toast", "no longer kept");
  assert.deepEqual(await databases(page), []);
  await reload(page);
  assert.equal(await customers(page), 0);
});

test("forgetting everything leaves no key, no database and a page as new", async ({ page }) => {
  await bringIn(page);
  await page.click(".foot__switch input");
  await page.waitFor(async () => (await databases(page)).includes("rusetti"), "the database");
  await rename(page, "To be forgotten");
  await savedAs(page, "To be forgotten");
  await page.js(() => localStorage.setItem("rusetti/quarantine/2026/a", "broken"));
  await page.js(() => localStorage.setItem("another-page", "stays"));
  await page.click({ name: "Close" });
  await page.click({ name: "Forget everything", within: "footer" });
  await page.waitText("dialog[open]", "1 saved model");
  assert.deepEqual(await page.axe(), []);
  await page.click("[data-forget]");
  await page.waitFor(async () => (await page.count(".toast")) > 0, "the word that it is done");
  assert.deepEqual(await stored(page), { "another-page": "stays" });
  assert.deepEqual(await databases(page), []);
  assert.equal(await page.js(() => location.hash), "#/");
  await page.go("#/see");
  await page.waitFor(async () => (await customers(page)) === 0, "no customers in memory");
  await setHidden(page, true);
  assert.deepEqual(await stored(page), { "another-page": "stays" });
});

test("forgetting in one tab empties the others too", async ({ page, driver }) => {
  await page.open("#/care", en);
  await rename(page, "Everywhere");
  await savedAs(page, "Everywhere");
  await page.click({ name: "Close" });
  const first = await driver.getWindowHandle();
  await driver.switchTo().newWindow("window");
  try {
    await page.open("#/care");
    await page.click({ name: "Forget everything", within: "footer" });
    await page.click("[data-forget]");
    await page.waitFor(async () => (await page.count(".toast")) > 0, "the word that it is done");
    await driver.close();
  } finally {
    await driver.switchTo().window(first);
  }
  await page.waitFor(async () => (await title(page)) === "", "no name here either");
  await setHidden(page, true);
  assert.deepEqual(await stored(page), {});
});

test("on a phone the tools wait in a menu, and the list of models fits", async ({ page }) => {
  await page.open("#/care", en);
  await page.size(390, 844);
  await page.click({ name: "Menu" });
  await page.click("#menu .btn");
  await page.find("dialog[open]");
  assert.equal(await page.sideways(), 0);
  assert.deepEqual(await page.axe(), []);
});

// Very many customers: what takes long is counted beside the page, and says so until it is there.
import { tierSizes, withLines } from "./customers.mjs";
import { fileWith } from "./disk.mjs";
import { Key, assert, test } from "./harness.mjs";

/** Three clear classes of two thousand each, in no order. */
const lines = ["Customer;Revenue;Margin", ...Array.from({ length: 6_000 }, (_, at) => `Customer ${at + 1};${[100, 10_000, 1_000][at % 3] + (at % 47)};${at % 31}`)];


test("many: natural breaks are found beside the page, for sorting and for comparing", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.choose("#compare-with", "natural");
  await page.find("section[aria-labelledby=compare] table");
  const same = () => page.js(() => [...document.querySelectorAll(".compare__same .b")].map((it) => it.textContent.replace(/\D/g, "")).join());
  const before = await same();
  await page.choose("#method", "natural");
  await page.waitFor(async () => (await tierSizes(page)).join() === "2000,2000,2000", "three classes");
  // The same question was asked already; another number of tiers is another question.
  await page.click({ name: "Names and number of tiers" });
  await page.find("dialog[open]");
  await page.js(() => document.querySelector("dialog[open] [name=tier-count]").click());
  await page.click({ name: "Save", within: "dialog[@open]" });
  await page.waitFor(async () => (await tierSizes(page)).join() === "2000,4000", "two classes");
  await page.waitFor(async () => !(await page.js(() => document.querySelector("section[aria-labelledby=limits]").textContent)).includes("Looking for"), "nothing is looked for any more");
  assert.match(before, /^\d+,\d+,\d+$/);
});

test("many: a thousand possible years are drawn beside the page, again when purchases vary more", async ({ page }) => {
  await withLines(page, lines, "#/see");
  const verdict = () => page.js(() => document.querySelector("#fit").textContent);
  await page.waitFor(async () => /^Does sorting into tiers suit you\? (Yes|Meetings)/.test(await verdict()), "a verdict", 60_000);
  const stable = () => page.js(() => document.querySelector(".verdict tbody tr:nth-child(2) .num").textContent);
  const first = await stable();
  await page.type("#fit-spread", "90");
  await page.press(Key.TAB);
  await page.waitFor(async () => !["…", first].includes(await stable()), "another stability", 60_000);
});

/** Six thousand customers, and two that look alike. */
const withPair = (...pair) => ["Customer;Revenue", ...Array.from({ length: 6_000 }, (_, at) => `Customer ${at + 1};${10 + (at % 47)}`), ...pair.map((it) => `${it};7`)].join("\n");
/** Keeps what workers answer to counts until it is let go, and notes how many were asked. */
const held = `{
  const Real = Worker;
  self.asked = 0;
  self.held = [];
  self.Worker = class extends Real {
    postMessage(message, moved) {
      this.counts ||= Boolean(message && message.count);
      if (this.counts) self.asked += 1;
      super.postMessage(message, moved);
    }
    set onmessage(then) {
      super.onmessage = (event) => (this.counts ? self.held.push(() => then(event)) : then(event));
    }
  };
}`;
/** No worker takes a count. */
const refused = `{
  const Real = Worker;
  self.Worker = class extends Real {
    postMessage(message, moved) {
      if (message && message.count) throw new Error("no counts here");
      super.postMessage(message, moved);
    }
  };
}`;
const h1 = "main.bring h1";
const pairs = (page) => page.js(() => [...document.querySelectorAll(".pair__name")].map((it) => it.textContent).join(" = "));

test("many: customers that look alike are looked for beside the page, and an answer about an earlier file is thrown away", { site: { first: held } }, async ({ page }) => {
  const answered = (count) => page.waitFor(() => page.js((count) => self.held.length === count, count), `${count} answers`);
  const release = (at) => page.js((at) => self.held[at](), at);
  await page.open("", { settings: { lang: "en" } });
  await page.settled();
  await page.setFile("[data-start] input[type=file]", fileWith("first.csv", withPair("Kuusela Auto Oy", "KUUSELA AUTO")));
  await page.waitText(h1, "6,002 customers read.");
  await answered(1);
  // The page finds nothing by itself, and goes on: the step is left and come back to, the same is not asked twice.
  assert.equal(await page.count("#alike"), 0);
  await page.go("#/sort");
  await page.find("#customers");
  await page.go("#/bring");
  await page.setFile("#bring-other", fileWith("second.csv", withPair("Sinilampi Rauta Oy", "SINILAMPI RAUTA", "Another")));
  await page.waitText(h1, "6,003 customers read.");
  await answered(2);
  await release(0);
  await page.js(() => new Promise((then) => setTimeout(then, 50)));
  assert.equal(await page.count("#alike"), 0, "the first file's pair is not shown");
  await release(1);
  await page.waitFor(async () => (await pairs(page)) === "Sinilampi Rauta Oy = SINILAMPI RAUTA", "the second file's pair");
  // Of few customers the page finds it by itself.
  await page.setFile("#bring-other", fileWith("third.csv", "Customer;Revenue\nAhola Puu;5\nAHOLA PUU OY;9\n"));
  await page.waitFor(async () => (await pairs(page)) === "AHOLA PUU OY = Ahola Puu", "the third file's pair");
  assert.equal(await page.js(() => self.asked), 2);
});

test("many: where no worker counts, the page finds customers that look alike by itself", { site: { first: refused } }, async ({ page }) => {
  await withLines(page, withPair("Kuusela Auto Oy", "KUUSELA AUTO").split("\n"), "#/bring");
  await page.waitFor(async () => (await pairs(page)) === "Kuusela Auto Oy = KUUSELA AUTO", "the pair");
});

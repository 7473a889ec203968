// Very many customers: what takes long is counted beside the page, and says so until it is there.
import { tierSizes, withLines } from "./customers.mjs";
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

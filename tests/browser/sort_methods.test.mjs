// Sort: methods that look at more than value (RFM, value and potential, score, own rules), comparing two
// ways, the customer's sheet; by keyboard, on a phone, and each without a fault that axe finds.
import { tierSizes, withLines } from "./customers.mjs";
import { Key, assert, test } from "./harness.mjs";
import { tabTo } from "./keys.mjs";

/** Twelve customers: the file says potential of four, and nothing of growth. */
const lines = [
  "Customer;Revenue;Industry;Potential",
  ...Array.from({ length: 12 }, (_, at) => `Customer ${String(at + 1).padStart(2, "0")};${1200 - 100 * at};${["Metal", "Wood", "Paper"][at % 3]};${at < 4 ? [1, 3, 2, 3][at] : ""}`),
];
/** Ada bought often and lately, Bo once and long ago; seven between them. */
const orders = [
  "Customer;Date;Order no;Amount",
  ...Array.from({ length: 9 }, (_, at) => `Ada;2025-${String(at + 3).padStart(2, "0")}-10;A${at};500`),
  "Bo;2024-01-05;B1;20",
  ...Array.from({ length: 7 }, (_, at) => `Customer ${at};2025-0${at + 1}-15;C${at};${100 * (at + 1)}`),
];

const hold = (page, wanted) => page.waitFor(async () => JSON.stringify(await tierSizes(page)) === JSON.stringify(wanted), `tiers of ${wanted}`);
const enter = async (page, css, text) => {
  await page.type(css, text);
  await page.press(Key.TAB);
};
/** The page is in order as it stands, on a desk and on a phone. */
async function inOrder(page) {
  assert.deepEqual(await page.axe(), []);
  await page.size(390, 844);
  try {
    assert.equal(await page.sideways(), 0);
    assert.deepEqual(await page.axe(), []);
  } finally {
    await page.size(1280, 800);
  }
}

test("methods: RFM names who bought lately and often, and moves a segment to another tier", async ({ page }) => {
  await withLines(page, orders, "#/sort");
  await page.choose("#method", "rfm");
  await page.waitText("main", "Days are counted to 11 Nov 2025");
  const tiles = () => page.js(() => Object.fromEntries([...document.querySelectorAll(".rfm__tile")].map((it) => [...it.children].slice(0, 2).map((it) => it.textContent))));
  const before = await tiles();
  assert.equal(before.Champions, "1");
  assert.equal(Object.values(before).reduce((sum, it) => sum + Number(it), 0), 9);
  const why = await page.js(() => document.querySelector(".customers tbody .why").textContent.replace(/\u00a0/g, " ").trim());
  assert.match(why, /^Champions \(5-5-5\): 9 orders, the last 1 day ago\.$/);
  await page.choose('[aria-label="Tier of: Champions"]', "2");
  await page.waitText(".toast", "Champions: now in Standard.");
  await inOrder(page);
});

test("methods: a date since when somebody is a customer is no purchase, and RFM says so", async ({ page }) => {
  await withLines(page, ["Customer;Revenue;Customer since", "A;300;2019-01-03", "B;200;2021-05-17", "C;100;2023-11-30"], "#/sort");
  await page.choose("#method", "rfm");
  await page.waitText("main", "A date since when somebody is a customer does not say when they last bought.");
  assert.deepEqual(await page.axe(), []);
});

test("methods: the matrix takes potential typed in the table, and another number of tiers keeps its boxes", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.choose("#method", "matrix");
  const box = '[aria-label="Tier of value low, potential 2"]';
  await page.choose(box, "0");
  await page.waitText(".toast", "The box is now in Key.");
  const before = await tierSizes(page);
  // Typed with the keyboard in the table: the last customer could buy much more.
  await page.focus("#customers");
  await page.press(Key.chord(Key.CONTROL, Key.END));
  for (let at = 0; at < 3; at += 1) await page.press(Key.ARROW_LEFT);
  await page.press("3");
  await page.waitText(".toast", "Customer 12: potential changed.");
  await page.waitFor(async () => JSON.stringify(await tierSizes(page)) !== JSON.stringify(before), "another tier");
  await page.click({ name: "Names and number of tiers" });
  await page.click("dialog[open] .seg label:nth-child(3)");
  await page.click({ name: "Save" });
  await page.waitFor(async () => (await tierSizes(page)).length === 4, "four tiers");
  assert.equal(await page.js((box) => document.querySelector(box).value, box), "0", "the box is where the user put it");
  await page.click({ name: "Names and number of tiers" });
  await page.click("dialog[open] .seg label:nth-child(1)");
  await page.click({ name: "Save" });
  await page.waitFor(async () => (await tierSizes(page)).length === 2, "two tiers");
  assert.equal(await page.js((box) => document.querySelector(box).value, box), "0");
  await inOrder(page);
});

test("methods: a score weighs figures, and its points are stated limit by limit", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.choose("#method", "score");
  await enter(page, '[aria-label="Weight of: number of orders"]', "0");
  await page.waitText(".weights + .row", "Together 70. The tiers follow when it is 100.");
  await enter(page, '[aria-label="Weight of: revenue"]', "70");
  await page.waitText(".weights + .row", "Together 100.");
  await page.choose('[aria-label="Points of: revenue"]', "steps");
  await page.find("#points-revenue-0-limit");
  const steps = () => page.js(() => [...document.querySelectorAll(".points__step")].map((it) => [...it.querySelectorAll("input")].map((it) => it.value).join(":")));
  const are = (wanted) => page.waitFor(async () => JSON.stringify(await steps()) === JSON.stringify(wanted), `limits ${wanted}`);
  await are(["1100:100", "900:75", "600:50", "400:25"]);
  for (const [field, typed, says, wanted] of [
    ["1-points", "120", "Points are a whole number from 0 to 100.", ["1100:100", "900:75", "600:50", "400:25"]],
    ["1-points", "10", "A better figure cannot give fewer points than a worse one: €600 gives 50.", ["1100:100", "900:75", "600:50", "400:25"]],
    ["1-limit", "1100", "There is a limit like this already.", ["1100:100", "900:75", "600:50", "400:25"]],
    ["1-limit", "much", "“much” is not a number. It stays at 900.", ["1100:100", "900:75", "600:50", "400:25"]],
    ["1-limit", "850", "", ["1100:100", "850:75", "600:50", "400:25"]],
    ["3-points", "30", "", ["1100:100", "850:75", "600:50", "400:30"]],
  ]) {
    await enter(page, `#points-revenue-${field}`, typed);
    await page.waitFor(() => page.js(([id, says]) => document.querySelector(id).textContent.replace(/\u00a0/g, " ").includes(says), [`#points-revenue-${field}-problem`, says]), says);
    await are(wanted);
  }
  assert.deepEqual(await page.axe(), []);
  await tabTo(page, '[aria-label="Remove limit 4, revenue"]');
  await page.press(Key.ENTER);
  await are(["1100:100", "850:75", "600:50"]);
  await page.click({ name: "Add a limit" });
  await are(["1100:100", "850:75", "600:50", "300:25"]);
  await page.choose('[aria-label="Points of: revenue"]', "rank");
  await page.waitFor(async () => (await page.count(".points__step")) === 0, "by rank again");
  await page.choose('[aria-label="Points of: revenue"]', "steps");
  await inOrder(page);
});

test("methods: own rules are tried from the top, and the order decides", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.choose("#method", "rules");
  await hold(page, [0, 0, 12]);
  await tabTo(page, ".rules + button");
  await page.press(Key.ENTER);
  await page.waitFor(async () => (await page.count(".rule")) === 2, "a rule");
  await page.waitText(".rule", "Catches 4 customers; alone it would catch 4.");
  await page.click({ name: "Add a rule" });
  await page.waitFor(async () => (await page.count(".rule")) === 3, "another rule");
  await page.choose('[aria-label="Rule 2, what"]', "revenue");
  await enter(page, '[aria-label="Rule 2, which"]', "1000");
  await page.choose('[aria-label="Tier of: Rule 2"]', "1");
  // 1200 is metal and large: the first rule has it.
  await hold(page, [4, 2, 6]);
  await tabTo(page, '[aria-label="Move rule 2 up"]');
  await page.press(Key.ENTER);
  await hold(page, [3, 3, 6]);
  await enter(page, '[aria-label="Rule 1, which"]', "a lot");
  await page.waitText(".rule", "“a lot” is not a number.");
  await inOrder(page);
});

test("methods: two ways side by side say who differs, and how much money that is", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.choose("#compare-with", "customers");
  await page.waitText("section[aria-labelledby=compare]", /\d+ customers of 12 would be in another tier: €[\d,]+, \d+% of revenue\./);
  const cells = await page.js(() => [...document.querySelectorAll("section[aria-labelledby=compare] tbody td .b")].map((it) => Number(it.textContent)));
  assert.equal(cells.reduce((sum, it) => sum + it, 0), 12, "everybody is in one cell");
  await inOrder(page);
});

test("methods: the customer's sheet has every figure, and Escape gives the focus back to the table", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.find(".customers tbody tr");
  await page.focus("#customers");
  await page.press(Key.ARROW_DOWN, Key.ARROW_DOWN, Key.ARROW_RIGHT, Key.ARROW_RIGHT, Key.ENTER);
  await page.waitText("dialog[open] h2", "Customer 02");
  const sheet = await page.text("dialog[open]");
  for (const part of ["Those before it bring 15.3%; Key ends at 80%.", "€1,100.00", "Wood", "potential 3"]) assert.ok(sheet.includes(part), `${part} in ${sheet}`);
  assert.deepEqual(await page.axe("dialog[open]"), []);
  await page.press(Key.ESCAPE);
  await page.waitFor(async () => (await page.count("dialog[open]")) === 0, "the sheet to close");
  await page.waitFor(() => page.js(() => document.activeElement.id === "customers"), "the focus in the table");
  await page.press(Key.ARROW_DOWN, Key.ENTER);
  await page.waitText("dialog[open] h2", "Customer 03");
});

test("methods: a slow movement of a limit is one step of undo, by mouse and by a key held down", async ({ page, driver }) => {
  await withLines(page, lines, "#/sort");
  const limits = () => page.js(() => [...document.querySelectorAll(".handle")].map((it) => Number(it.getAttribute("aria-valuenow"))).join());
  const are = (wanted) => page.waitFor(async () => (await limits()) === wanted, `limits ${wanted}`);
  await are("80,95");
  const handle = await page.find(".handle");
  // Longer pauses than the quiet after which a movement is over.
  const at = (x) => ({ origin: handle, x, y: 0 });
  await driver.actions().move({ origin: handle }).press().move(at(-20)).pause(900).move(at(-40)).pause(900).move(at(-60)).release().perform();
  await page.waitText(".toast", "Key now ends at");
  assert.notEqual(await limits(), "80,95");
  await page.click(".toast button");
  await are("80,95");
  assert.equal(await page.js(() => document.querySelector('[aria-label="Undo"]').disabled), true, "nothing is left to take back");
  await page.js((it) => it.focus(), handle);
  await driver.actions().keyDown(Key.ARROW_LEFT).pause(900).keyDown(Key.ARROW_LEFT).pause(900).keyDown(Key.ARROW_LEFT).keyUp(Key.ARROW_LEFT).perform();
  await page.waitText(".toast", "Key now ends at");
  await page.click(".toast button");
  await are("80,95");
  assert.equal(await page.js(() => document.querySelector('[aria-label="Undo"]').disabled), true);
});

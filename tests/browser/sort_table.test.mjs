// Sort: the table of customers as a grid: orders, filters, columns, rows chosen and moved together,
// potential typed; by keyboard and by mouse.
import { withLines } from "./customers.mjs";
import { Key, assert, test } from "./harness.mjs";

const industries = ["Metal", "Wood", "Paper"];
const lines = [
  "Customer;Revenue;Margin;Previous year;Industry;Region;Potential",
  ...Array.from({ length: 12 }, (_, at) => `Customer ${String(at + 1).padStart(2, "0")};${1200 - 100 * at};${at % 3 === 2 ? -5 : 10 * at};${1000};${industries[at % 3]};${at < 6 ? "North" : "South"};${at === 0 ? 3 : ""}`),
];

/** What the table shows, row by row: the names, in order. */
const names = (page) => page.js(() => [...document.querySelectorAll(".customers tbody th")].map((it) => it.textContent.trim()));
const shows = (page, wanted) => page.waitFor(async () => JSON.stringify(await names(page)) === JSON.stringify(wanted), `rows ${wanted}`);
const customer = (...numbers) => numbers.map((it) => `Customer ${String(it).padStart(2, "0")}`);
const said = (page, part) => page.waitText("section[aria-labelledby=customers-title] > p[role=status]", part);
const grid = async (page) => {
  await page.find(".customers tbody tr");
  await page.focus("#customers");
};
/** The cell that keys act on, as a screen reader is told: its words. */
const active = (page) =>
  page.js(() => {
    const id = document.querySelector("#customers").getAttribute("aria-activedescendant");
    return document.getElementById(id)?.textContent.trim();
  });
const isOn = (page, wanted) => page.waitFor(async () => (await active(page)) === wanted, `keys to be at ${wanted}`);
const chosen = (page) => page.js(() => [...document.querySelectorAll('.customers tbody tr[aria-selected="true"] th')].map((it) => it.textContent.trim()));
const chose = (page, wanted) => page.waitFor(async () => JSON.stringify(await chosen(page)) === JSON.stringify(wanted), `${wanted} to be chosen`);
const filterBy = async (page, words) => {
  const menu = await page.find("#add-filter");
  await page.js(
    (it, words) => {
      it.value = [...it.options].find((option) => option.textContent.trim() === words).value;
      it.dispatchEvent(new Event("change", { bubbles: true }));
    },
    menu,
    words,
  );
};

test("table: keys sort by one column and then by another, and the order is said", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await grid(page);
  await page.press(Key.ARROW_RIGHT, Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await isOn(page, "Tier");
  await page.press(Key.ENTER);
  await said(page, "Sorted by: Tier.");
  await page.press(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await isOn(page, "Margin");
  await page.press(Key.chord(Key.SHIFT, Key.ENTER));
  await said(page, "Sorted by: 1. Tier, 2. Margin.");
  const sorts = () => page.js(() => [...document.querySelectorAll(".customers th[data-sort]")].map((it) => [it.textContent.replace(/\s+/g, " ").trim(), it.dataset.sort, it.getAttribute("aria-sort")]));
  assert.deepEqual(await sorts(), [["Tier 1", "ascending", "ascending"], ["Margin 2", "descending", null]]);
  await page.press(Key.chord(Key.SHIFT, Key.ENTER));
  await page.waitFor(async () => (await sorts())[1][1] === "ascending", "the second turned around");
  await page.press(Key.chord(Key.SHIFT, Key.ENTER));
  await said(page, "Sorted by: Tier.");
  assert.deepEqual(await page.axe(), []);
});

test("table: a click sorts, with Shift within it; unknown figures come last either way", async ({ page, driver }) => {
  const some = ["Customer;Revenue;Margin", "A;300;", "B;200;20", "C;100;30"];
  await withLines(page, some, "#/sort");
  await page.click(".customers th:nth-child(6) button");
  await shows(page, ["C", "B", "A"]);
  await page.click(".customers th:nth-child(6) button");
  await shows(page, ["B", "C", "A"]);
  const name = await page.find(".customers th:nth-child(3) button");
  await driver.actions().keyDown(Key.SHIFT).click(name).keyUp(Key.SHIFT).perform();
  await said(page, "Sorted by: 1. Margin, 2. Customer.");
});

test("table: filters of one subject widen, others narrow, and each is taken off by its chip", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.find(".customers tbody tr");
  await filterBy(page, "Metal");
  await shows(page, customer(1, 4, 7, 10));
  await said(page, "4 customers shown, of 12.");
  await filterBy(page, "Wood");
  await shows(page, customer(1, 2, 4, 5, 7, 8, 10, 11));
  await filterBy(page, "South");
  await shows(page, customer(7, 8, 10, 11));
  assert.equal(await page.js(() => document.querySelector("#add-filter").value), "", "the menu holds nothing");
  await page.type("#find-customer", "1");
  await shows(page, customer(10, 11));
  assert.deepEqual(await page.axe(), []);
  for (const [chip, wanted] of [
    ["Remove the filter Industry: Wood", customer(10)],
    ["Remove the filter “1”", customer(7, 10)],
    ["Remove the filter Region: South", customer(1, 4, 7, 10)],
  ]) {
    await page.click({ name: chip });
    await shows(page, wanted);
  }
  await filterBy(page, "North");
  await page.click({ name: "Remove all" });
  await page.waitFor(async () => (await names(page)).length === 12, "everybody again");
  await filterBy(page, "Paper");
  await page.go("#/see");
  await page.find("main h1");
  await page.go("#/sort");
  await shows(page, customer(3, 6, 9, 12));
});

test("table: rows chosen by keys are moved with one reason and one undo", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await grid(page);
  await page.press(Key.ARROW_DOWN, Key.ARROW_DOWN);
  await page.press(" ");
  await chose(page, customer(2));
  await page.press(Key.chord(Key.SHIFT, Key.ARROW_DOWN));
  await page.press(Key.chord(Key.SHIFT, Key.ARROW_DOWN));
  await chose(page, customer(2, 3, 4));
  await page.press(Key.chord(Key.SHIFT, Key.ARROW_UP));
  await chose(page, customer(2, 3));
  await page.waitText(".picked", "2 customers selected, €2,100.");
  await page.type("#find-customer", "02");
  await page.waitText(".picked", "1 of them not in this list.");
  assert.deepEqual(await page.axe(), []);
  await page.click({ name: "Move them" });
  await page.waitText("dialog[open] h2", "Move 2 customers");
  await page.click("dialog[open] .choice:nth-of-type(3) input");
  await page.click({ name: "Move", within: "dialog[@open]" });
  await page.waitText("#move-reason-problem", "Write a reason");
  await page.type("#move-reason", "Both leave in June");
  await page.click({ name: "Move", within: "dialog[@open]" });
  await page.waitText(".toast", "2 customers moved to Standard.");
  await page.waitText("#moved", "2 moved by hand");
  await page.waitFor(async () => (await page.sees(".picked")) === false, "nobody is chosen any more");
  await grid(page);
  await page.press(Key.chord(Key.CONTROL, "z"));
  await page.waitText("#moved", "Nobody moved by hand");
});

test("table: Ctrl+A takes all that the filter shows and lets them go again", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.find(".customers tbody tr");
  await filterBy(page, "Metal");
  await shows(page, customer(1, 4, 7, 10));
  await grid(page);
  await page.press(Key.chord(Key.CONTROL, "a"));
  await page.waitText(".picked", "4 customers selected");
  assert.equal(await page.js(() => document.querySelector(".customers thead .tick").getAttribute("aria-checked")), "true");
  await page.press(Key.chord(Key.CONTROL, "a"));
  await page.waitFor(async () => (await page.sees(".picked")) === false, "nobody is chosen");
  await page.click('[aria-label="Select Customer 04"]');
  await page.waitText(".picked", "1 customer selected, €900.");
});

test("table: Enter opens what a cell is about, and the heading is reached by arrows", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await grid(page);
  await page.press(Key.ARROW_DOWN, Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await isOn(page, "Customer 01");
  await page.press(Key.ENTER);
  await page.waitText("dialog[open] h2", "Customer 01");
  await page.press(Key.ESCAPE);
  await grid(page);
  await page.press(Key.chord(Key.CONTROL, Key.END));
  await isOn(page, "Move");
  await page.press(Key.ENTER);
  await page.waitText("dialog[open] h2", "Move Customer 12");
  await page.press(Key.ESCAPE);
  await grid(page);
  await page.press(Key.PAGE_UP, Key.PAGE_UP, Key.ARROW_UP, Key.HOME);
  await page.press(" ");
  await page.waitText(".picked", "12 customers selected");
});

test("table: columns are chosen; potential is typed in its own", async ({ page }) => {
  await withLines(page, lines, "#/sort");
  await page.find(".customers tbody tr");
  const heads = () => page.js(() => [...document.querySelectorAll(".customers thead th")].map((it) => it.textContent.trim()));
  assert.deepEqual(await heads(), ["", "Rank", "Customer", "Tier", "Revenue", "Margin", "Why this tier", "To the next", "Action"]);
  await page.click({ name: "Columns" });
  await page.find("#columns input");
  const toggle = (name) => page.js((name) => [...document.querySelectorAll("#columns label")].find((it) => it.textContent.trim() === name).querySelector("input").click(), name);
  for (const name of ["Rank", "Margin", "Growth", "Industry", "Potential"]) await toggle(name);
  assert.deepEqual(await page.axe(), []);
  await page.press(Key.ESCAPE);
  await page.waitFor(async () => (await heads()).join() === ",Customer,Tier,Revenue,Growth,Industry,Potential,Why this tier,To the next,Action", "the columns chosen");
  await grid(page);
  await page.press(Key.ARROW_DOWN, Key.ARROW_DOWN, Key.END, Key.ARROW_LEFT, Key.ARROW_LEFT, Key.ARROW_LEFT);
  await page.press("2");
  await page.waitText(".toast", "Customer 02: potential changed.");
  const potential = () => page.js(() => [...document.querySelectorAll(".customers tbody select")].slice(0, 3).map((it) => [it.value, it.options[0].textContent.trim()]));
  assert.deepEqual(await potential(), [["", "3"], ["2", "As known"], ["", "–"]]);
  await page.press(Key.DELETE);
  await page.waitFor(async () => (await potential())[1][0] === "", "forgotten again");
  assert.deepEqual(await page.axe(), []);
});

test("table: on a phone the page stands still and the table scrolls", async ({ page }) => {
  await page.size(390, 844);
  try {
    await withLines(page, lines, "#/sort", { lang: "fi" });
    await page.find(".customers tbody tr");
    await filterBy(page, "Metal");
    await page.click('[aria-label="Valitse Customer 04"]');
    await page.find(".picked");
    assert.equal(await page.sideways(), 0);
    assert.deepEqual(await page.axe(), []);
  } finally {
    await page.size(1280, 800);
  }
});

test("table: a move whose day has come is listed with its owner, and found in the table", async ({ page }) => {
  const owned = ["Customer;Revenue;Account owner", "A;300;Maija", "B;200;", "C;100;Olli"];
  await withLines(page, owned, "#/sort");
  for (const [name, day] of [["C", "2024-05-06"], ["B", "2099-01-01"]]) {
    await page.click(`[aria-label="Move ${name} to another tier"]`);
    await page.click("dialog[open] .choice:nth-of-type(1) input");
    await page.type("#move-reason", `Reason of ${name}`);
    await page.js((day) => {
      const field = document.querySelector("#move-review");
      field.value = day;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, day);
    await page.click({ name: "Move", within: "dialog[@open]" });
    await page.waitFor(async () => (await page.count("dialog[open]")) === 0, "the dialog to close");
  }
  await page.waitText("section[aria-labelledby=moved] h3", "1 move is due for review");
  assert.match(await page.text(".due"), /C\s*Key, by the rule \w+: Reason of C\s*Owner Olli · review 6 May 2024/);
  await page.click({ name: "Show them in the table" });
  await shows(page, ["C"]);
  assert.deepEqual(await page.axe(), []);
});

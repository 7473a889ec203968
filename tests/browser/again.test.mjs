// The next file: read as the last one with its columns, put in the place of another, and back again.
import { assert, test } from "./harness.mjs";
import { fileWith } from "./disk.mjs";

const h1 = "main.bring h1";
const en = { settings: { lang: "en" } };
const COLUMNS = "rusetti/v1/columns";

const bring = (page, name, text) => page.setFile("input[type=file]", fileWith(name, text));
const replace = (page, name, text) => page.setFile("#bring-other", fileWith(name, text));
const pick = async (page, menu, words) => {
  await page.find(menu);
  await page.js(
    (css, words) => {
      const menu = document.querySelector(css);
      const option = [...menu.options].find((it) => it.text.trim() === words);
      menu.value = option.value;
      menu.dispatchEvent(new Event("change", { bubbles: true }));
    },
    menu,
    words,
  );
};
const shown = (page, menu) => page.js((it) => document.querySelector(it).selectedOptions[0]?.text, menu);
const stored = (page) => page.js((key) => localStorage.getItem(key), COLUMNS);
const total = (page) => page.js(() => document.querySelector(".account tfoot").textContent.replace(/\u00a0/g, " "));
const waitTotal = (page, part) => page.waitFor(async () => (await total(page)).includes(part), `a total of ${part}`);

const of2025 = "Firm;Amount 2024;Amount 2025\nAda;10;1\nBo;20;2\n";
const of2026 = "Firm;Amount 2025;Amount 2026\nAda;1;100\nBo;2;200\nCia;3;300\n";

test("again: next year's file is read as this year's was, and says so", async ({ page }) => {
  await page.open("", en);
  await bring(page, "2025.csv", of2025);
  await page.waitText(h1, "2 customers read.");
  assert.equal(await stored(page), null, "nothing decided, nothing remembered");
  await pick(page, "#role-1", "Revenue");
  await waitTotal(page, "€30.00");
  assert.ok(!/Firm|Amount|Ada/.test(await stored(page)), "no word of the file is kept");
  await page.driver.navigate().refresh();
  await page.ready();
  await page.go("#/bring");
  await bring(page, "2026.csv", of2026);
  await page.waitText(".again", "Read as last time, because the columns are the same.");
  await waitTotal(page, "€6.00");
  assert.equal(await shown(page, "#role-1"), "Revenue");
  assert.deepEqual(await page.axe(), []);
  await page.click({ name: "Read it without those choices" });
  await page.waitFor(async () => (await stored(page)) === null, "nothing remembered");
  await page.waitFor(async () => (await page.count(".again button")) === 0, "the sentence to go");
  assert.equal(await page.js(() => document.querySelectorAll(".word__hand").length), 0);
});

test("again: a file takes the place of another, changed columns are named, and one press goes back", async ({ page }) => {
  await page.open("", en);
  await bring(page, "old.csv", "Customer;Town;Sales;Extra\nAda;Turku;10;7\nBo;Oulu;20;8\n");
  await page.waitText(h1, "2 customers read.");
  await pick(page, "#role-3", "Revenue");
  await waitTotal(page, "€15.00");
  await replace(page, "new.csv", "Extra;Customer;Margin\n100;Ada;1\n200;Cia;2\n300;Dora;3\n");
  await page.waitText(h1, "3 customers read.");
  await waitTotal(page, "€600.00");
  assert.equal(await shown(page, "#role-0"), "Revenue", "the choice went with its column");
  await page.waitText(".again", "Your choices for columns of the same names were kept.");
  await page.waitText(".again", "This file took the place of old.csv. New column: Margin (Margin). Columns that are gone: Town (Region), Sales.");
  await page.click({ name: "Back to old.csv" });
  await page.waitText(h1, "2 customers read.");
  await waitTotal(page, "€15.00");
  assert.equal(await page.count(".again button"), 0);
});

test("again: forget everything forgets how columns were read", async ({ page }) => {
  await page.open("", en);
  await bring(page, "2025.csv", of2025);
  await page.waitText(h1, "2 customers read.");
  await pick(page, "#role-1", "Revenue");
  await page.waitFor(async () => (await stored(page)) !== null, "the choice to be remembered");
  await page.click({ name: "Forget everything" });
  await page.click("dialog[open] [data-forget]");
  await page.waitFor(async () => (await stored(page)) === null, "nothing remembered");
  await page.go("#/bring");
  await bring(page, "2026.csv", of2026);
  await page.waitText(h1, "3 customers read.");
  assert.equal(await page.count(".again button"), 0);
});

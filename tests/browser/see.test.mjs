// See: the sentence, the point on the curve by every means, the table, what is told beside it.
import { withCustomers } from "./customers.mjs";
import { Key, assert, test } from "./harness.mjs";

const ten = [["Kuusi & Co", 400], ["<b>Leppä</b>", 200], ...Array.from({ length: 8 }, (_, at) => [`Customer ${at}`, 50])];

const point = (page, name) => page.find(".handle--point").then((it) => it.getAttribute(name));

test("see: the finding is the headline and names are text, never markup", async ({ page }) => {
  await withCustomers(page, ten, "#/see");
  assert.equal(await page.text("h1"), "6 of your 10 customers bring 80% of revenue.");
  assert.match(await page.text("main"), /40%\s*of revenue comes from one customer, Kuusi & Co\./);
  await page.click({ name: "As a table" });
  assert.match(await page.text("dialog[open]"), /<b>Leppä<\/b>/);
  assert.equal(await page.count("dialog[open] tbody tr"), 10);
  await page.press(Key.ESCAPE);
  await page.waitFor(async () => !(await page.sees("dialog[open]")), "the dialog to close");
  assert.equal(await page.js(() => document.activeElement.textContent.trim()), "As a table", "focus returns");
});

test("see: the point answers every key of a slider and says a sentence", async ({ page }) => {
  await withCustomers(page, Array.from({ length: 40 }, (_, at) => [`Customer ${at + 1}`, 1000 - at]), "#/see");
  await page.find(".handle--point");
  const start = Number(await point(page, "aria-valuenow"));
  // The chart is drawn once more when its width is known: keys count once the focus stays.
  let steady = 0;
  await page.waitFor(async () => {
    const stayed = await page.js(() => {
      const point = document.querySelector(".handle--point");
      const had = document.activeElement === point;
      point.focus();
      return had;
    });
    steady = stayed ? steady + 1 : 0;
    return steady >= 5;
  }, "the point to keep the focus");
  for (const [key, wanted] of [
    [Key.ARROW_RIGHT, start + 1],
    [Key.ARROW_DOWN, start],
    [Key.PAGE_DOWN, start - 10],
    [Key.PAGE_UP, start],
    [Key.END, 40],
    [Key.ARROW_UP, 40],
    [Key.HOME, 1],
    [Key.ARROW_LEFT, 1],
    [Key.ESCAPE, start],
  ]) {
    await page.press(key);
    await page.waitFor(async () => Number(await point(page, "aria-valuenow")) === wanted, `${wanted} after a key`);
  }
  await page.press(Key.HOME);
  await page.waitFor(async () => /^The largest customer brings 3% of revenue\. Number 1: Customer 1, €1,000\.$/.test((await point(page, "aria-valuetext")).replace(/\u00a0/g, " ")), "the sentence");
  await page.waitText(".chart__reading", "Number 1 at the point: Customer 1, €1,000, 2.5% of revenue.");
});

test("see: the point follows the mouse, on its handle and on the bare drawing", async ({ page, driver }) => {
  await withCustomers(page, Array.from({ length: 40 }, (_, at) => [`Customer ${at + 1}`, 1000 - at]), "#/see");
  const handle = await page.find(".handle--point");
  const before = Number(await point(page, "aria-valuenow"));
  await driver.actions({ async: true }).move({ origin: handle }).press().move({ origin: handle, x: -150, y: 30 }).release().perform();
  const dragged = Number(await point(page, "aria-valuenow"));
  assert.ok(dragged < before && dragged > 1, `${before} to ${dragged}`);
  await driver.actions({ async: true }).move({ origin: handle, x: -300, y: 0 }).perform();
  assert.equal(Number(await point(page, "aria-valuenow")), dragged, "let go is let go");
  const plot = await page.find(".chart__plot");
  await driver.actions({ async: true }).move({ origin: plot, x: 0, y: 0 }).press().release().perform();
  const middle = Number(await point(page, "aria-valuenow"));
  assert.ok(Math.abs(middle - 20) <= 2, `the middle of 40 is near 20, not ${middle}`);
});

test("see: a definition is one press from its figure and Escape closes it", async ({ page }) => {
  await withCustomers(page, ten, "#/see");
  await page.click({ name: "Gini coefficient" });
  await page.waitText("#d-gini", "0 when every customer buys the same");
  const [def, term] = await page.js(() => ["#d-gini", "[popovertarget=d-gini]"].map((it) => document.querySelector(it).getBoundingClientRect().toJSON()));
  assert.ok(def.x >= 0 && def.right <= 1280 && def.y >= 0 && def.bottom <= 800, `on the screen: ${JSON.stringify(def)}, ${JSON.stringify(term)}`);
  await page.press(Key.ESCAPE);
  await page.waitFor(async () => !(await page.sees("#d-gini")), "the definition to close");
});

test("see: one customer and those apart are said in words, in three languages", async ({ page }) => {
  await withCustomers(page, [["A", 10], ["B", 0], ["C", -4]], "#/see", { lang: "en" });
  assert.equal(await page.text("h1"), "Your only customer brings 100% of revenue.");
  assert.match(await page.text("main"), /2 customers stand apart with −€4\.00/);
  for (const [lang, words] of [["Suomi", "Ainoa asiakkaasi tuo 100 % liikevaihdosta."], ["Polski", "Twój jedyny klient daje 100% przychodów."]]) {
    await page.click({ name: lang });
    await page.waitText("h1", words);
  }
});

test("see and sort: a step without customers explains itself", async ({ page }) => {
  await page.open("#/see", { settings: { lang: "pl" } });
  await page.waitText("h1", "Najpierw wczytaj plik.");
  await page.go("#/sort");
  await page.waitText("h1", "Najpierw wczytaj plik.");
  assert.deepEqual(await page.axe(), []);
});

test("see and sort: axe finds nothing, and a phone does not scroll sideways", { timeout: 240_000 }, async ({ page }) => {
  for (const theme of ["light", "dark"]) {
    await withCustomers(page, ten, "#/see", { lang: "en", theme });
    for (const hash of ["#/see", "#/sort"]) {
      await page.go(hash);
      for (const width of [1280, 390]) {
        await page.size(width, 800);
        await page.find(".handle");
        assert.deepEqual(await page.axe(), [], `${hash} ${theme} ${width}`);
        assert.equal(await page.sideways(), 0, `${hash} ${width}`);
      }
      await page.size(1280, 800);
    }
  }
});

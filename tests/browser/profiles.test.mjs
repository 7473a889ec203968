// Sort, who the customers of a tier are: what sets them apart, the next good one, gaps and losses.
import { withCustomers, withLines } from "./customers.mjs";
import { assert, test } from "./harness.mjs";
import { invoices } from "./profiles.mjs";
import { openProject } from "./project.mjs";
import { openWith } from "./views.mjs";

const hash = "#/sort/profiles";
const plain = (it) => it.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ").trim();

/** Rows of the first table in a section, as lists of cells. */
async function rows(page, section) {
  await page.find(`section[aria-labelledby="${section}"] tbody tr`);
  const all = await page.js((css) => [...document.querySelector(css).querySelectorAll("tr")].map((row) => [...row.children].map((it) => it.textContent)), `section[aria-labelledby="${section}"] tbody`);
  return all.map((row) => row.map(plain));
}

test("profiles: from Sort to what sets the best tier apart, with every figure", async ({ page }) => {
  await withLines(page, invoices(), "#/sort", { lang: "fi" });
  await page.click('section[aria-labelledby="who"] a');
  await page.waitText("h1", "Luokassa Avain kokoluokka 50–249 on 3,5 kertaa niin yleinen kuin kaikilla asiakkailla.");
  assert.equal(await page.js(() => location.hash), hash);
  const [first] = await rows(page, "apart");
  assert.deepEqual(first, ["50–249kokoluokka", "100 % 10/10", "29 %", "×3,5", "72–100 %", "yleisempi"]);
  await page.waitText('section[aria-labelledby="apart"]', /Testattiin \d+ eroa kerralla/);
  await page.select('section[aria-labelledby="apart"] select', "2");
  await page.waitText("h1", "Luokassa Perus toimiala 47.11 on 1,4 kertaa");
  await page.waitText('section[aria-labelledby="apart"]', "Ei tiedossa eikä mukana: toimiala 1 asiakkaalta.");
});

test("profiles: the next good customer is text without names, copied or told how to", async ({ page }) => {
  await withLines(page, invoices(), hash, { lang: "fi" });
  const area = await page.find("#copy-ideal").then(() => page.find("textarea"));
  const text = await area.getAttribute("value");
  assert.match(text, /^Ihanneasiakkaan profiili\nToimiala: F 43\.21\.Z \(10\/10; 3,4 kertaa/);
  assert.match(text, /\nToimialakoodit: PKD 43\.21\.Z \(NACE 43\.21\)\n/);
  assert.match(text, /\nPerustuu 10 asiakkaaseen, asiakkaita on kaikkiaan 42\.$/);
  assert.ok(!/Oy|Kauppa \d|Rakennus/.test(text), text);
  const answer = (works) =>
    page.js((works) => {
      if (!globalThis.Clipboard || !navigator.clipboard) return false;
      Clipboard.prototype.writeText = (text) => ((window.copied = text), works ? Promise.resolve() : Promise.reject(new Error("no")));
      return works;
    }, works);
  const status = 'section[aria-labelledby="ideal"] [role=status]';
  const told = "Selain ei antanut sivun kopioida. Teksti on valittuna";
  const works = await answer(true);
  await page.click("#copy-ideal");
  await page.waitText(status, works ? "Kopioitu." : told);
  if (works) assert.equal(await page.js(() => window.copied), text);
  await page.select("#ideal-tiers", "2");
  await page.waitFor(async () => (await area.getAttribute("value")).includes("Perustuu 12 asiakkaaseen"), "two tiers");
  await answer(false);
  await page.click("#copy-ideal");
  await page.waitText(status, told);
  assert.equal(await page.js(() => document.activeElement.selectionEnd - document.activeElement.selectionStart || document.querySelector("textarea").selectionEnd), (await area.getAttribute("value")).length);
});

test("profiles: who lacks what others buy, and three ways out of a loss", async ({ page }) => {
  await withLines(page, invoices(), hash, { lang: "fi" });
  await page.waitText("#white", "3 kohdassa asiakas jättää ostamatta, mitä useimmat samanlaiset ostavat.");
  await page.waitText('section[aria-labelledby="white"]', "Yhteensä 2 247 €");
  assert.deepEqual((await rows(page, "white"))[0], ["Puutavara", "100 %", "100 %", "0 %"]);
  await page.waitText('section[aria-labelledby="white"]', "Ei tiedossa eikä mukana: toimiala 1 asiakkaalta.");
  const people = await page.js(() => [...document.querySelectorAll(".profiles__people tbody tr")].map((row) => [...row.children].map((it) => it.textContent)));
  assert.deepEqual(people.map((it) => it.map(plain)), [
    ["Rakennus 1 OyF 43.21.Z", "1Avain", "Työkalut", "8/9", "1 065 €"],
    ["Rakennus 2 OyF 43.21.Z", "1Avain", "Työkalut", "8/9", "1 065 €"],
    ["Kauppa 5 Oy47.11", "3Perus", "Maali", "28/28", "117 €"],
  ]);
  await page.waitText("#losses", "4 asiakasta vie 100 € enemmän kuin tuo.");
  assert.deepEqual((await rows(page, "losses"))[0], ["Kauppa 4 Oy", "3Perus", "−40 €", "+38,5 %40 €, kun liikevaihto on 104 €", "−27,8 % kustannuksista40 € vähemmän", "vapautuu 40 €menetetään 104 € liikevaihtoa"]);
  await page.js(() => {
    HTMLAnchorElement.prototype.click = function () {
      window.saved = this.download;
    };
  });
  await page.click("#save-white");
  await page.waitFor(() => page.js(() => window.saved), "a file to be saved");
  assert.match(await page.js(() => window.saved), /^ostamatta-jaaneet-\d{4}-\d\d-\d\d\.csv$/);
});

test("profiles: care is taken off the margin, and hours are cut where fewer are enough", async ({ page }) => {
  await openProject(page, hash);
  await page.waitText("#losses", "13 customers cost €1,285 more than they bring.");
  await page.waitText('section[aria-labelledby="losses"]', "By the margin in your file, less the care that you plan for the tier.");
  const [key, core] = await rows(page, "losses");
  assert.deepEqual(key, ["Vuoksenranta Pesuaine Oy", "1Key", "−€300", "+42.9%€300 on €700", "6.0 h less of 10.0 h€300 less", "€300 and 10.0 h freed€700 of revenue lost"]);
  assert.deepEqual(core, ["=HYPERLINK(1)", "2Core", "−€255", "+255.0%€255 on €100", "−71.8% of costs€255 less", "€255 and 5.0 h freed€100 of revenue lost"]);
});

test("profiles: a file that says nothing of its customers says which columns to add", async ({ page }) => {
  await withLines(page, ["Customer;Revenue", "Ada;900", "Bo;60", "Cy;40"], hash);
  await page.waitText("h1", "Your file does not say who your customers are.");
  await page.waitText("main .empty", "Add a column with the industry");
  await page.waitText("#white", "Who lacks what others like them buy?");
  await page.waitText("#losses", "Which customers cost more than they bring?");
  assert.equal(await page.count("main table"), 0);
  await withCustomers(page, [["Ada", 900], ["Bo", 60]], hash);
  await page.waitText("#losses", "No customer costs more than it brings.");
});

test("profiles: axe finds nothing, and a phone does not scroll sideways", { timeout: 240_000 }, async ({ page }) => {
  for (const [lang, theme, width] of [
    ["pl", "light", 1280],
    ["fi", "dark", 390],
  ]) {
    await withLines(page, invoices(), hash, { lang, theme });
    await page.size(width, 844);
    await page.find("#losses");
    await page.js(() => document.querySelectorAll("main details").forEach((it) => (it.open = true)));
    assert.deepEqual(await page.axe(), [], lang);
    assert.ok((await page.sideways()) <= 0, `${width} px`);
    // The three ways out of a loss are in view, not behind a scroll; WebKit rounds halves of a pixel apart.
    const hidden = await page.js(() => [...document.querySelectorAll(".losses .scroll-x")].map((it) => it.scrollWidth - it.clientWidth));
    assert.ok(hidden.length > 0 && hidden.every((it) => it <= 1), `${hidden} of ${width} px`);
  }
});

test("profiles: the accounting office and the wholesaler can be shown in a course", async ({ page }) => {
  await openWith(page, { lang: "pl", theme: "light", sample: "packaging" });
  await page.go(hash);
  await page.waitText("h1", /^W grupie „Kluczowi” region mazowieckie występuje \d,\d raza tak często/);
  await openWith(page, { lang: "en", theme: "light", sample: "accounting" });
  await page.go(hash);
  await page.waitText("#white", /^In \d+ cases a customer lacks/);
  await page.waitText("#losses", /customers cost €[\d,]+ more than they bring/);
});

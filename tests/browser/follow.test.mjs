// Follow and the handbook: the year, what is taken away, and what is opened again.
import { inflateSync } from "node:zlib";
import { assert, test } from "./harness.mjs";
import { fileWith } from "./disk.mjs";
import { keepDownloads, saved } from "./downloads.mjs";
import { model, openProject, project } from "./project.mjs";

test("the year is made of the promises", async ({ page }) => {
  await openProject(page, "#/follow");
  // Key 4, Core 20, Standard 20 contacts: 44 a year, 3 or 4 a month; 30 h of 40.
  await page.waitText("h1", /^[345] contacts in \w+, and time for all of them\.$/);
  await page.waitText("figure h2", "The year takes 30 h of your 40 h. No month is over.");
  await page.click("figure summary");
  const cells = await page.js(() => [...document.querySelectorAll("figure tbody tr")].map((it) => [...it.querySelectorAll("td")].map((cell) => cell.textContent)));
  assert.equal(cells.length, 12);
  assert.equal(cells.reduce((sum, it) => sum + Number(it.at(-1)), 0), 44);
});

test("a month can be chosen, and its list adds up to the year's bar", async ({ page }) => {
  await openProject(page, "#/follow");
  await page.select("#month-pick", "0");
  await page.click("figure summary");
  const january = await page.js(() => document.querySelector("figure tbody tr td:last-child").textContent);
  await page.waitFor(() => page.js((it) => document.querySelector("[aria-labelledby=month] tfoot td:nth-child(3)").textContent === it, january), "January's contacts");
});

test("a month names whose turn it is, and over the year everybody comes up as often as promised", async ({ page }) => {
  await openProject(page, "#/follow");
  await page.click({ name: "Who is in turn" });
  await page.find("[aria-labelledby=month] .list li");
  const named = new Map();
  for (let month = 0; month < 12; month += 1) {
    await page.select("#month-pick", String(month));
    await page.waitFor(() => page.js((it) => document.querySelector("#month-pick").value === it, String(month)), "the month");
    const lines = await page.js(() => [...document.querySelectorAll("[aria-labelledby=month] .list li")].map((it) => [...it.childNodes].filter((node) => node.nodeType === 3).at(-1).data));
    for (const name of lines.flatMap((it) => it.split(", "))) named.set(name, (named.get(name) ?? 0) + 1);
  }
  // Four visits, ten calls, two calls.
  assert.deepEqual(["Vuoksenranta Pesuaine Oy", "Żółta Łódź sp. z o.o.", "=HYPERLINK(1)", "Pieni 1 Oy", "Pieni 10 Oy"].map((it) => named.get(it)), [4, 10, 10, 2, 2]);
  assert.equal(named.size, 13);
});

test("customers leave as CSV in the user's language, and nothing in it runs", async ({ page }) => {
  for (const [lang, head, delimiter, revenue] of [
    ["en", "Customer,Customer id,Tier number,Tier,Revenue", ",", "700"],
    ["fi", "Asiakas;Asiakasnumero;Luokan numero;Luokka;Liikevaihto", ";", "8,9999"],
    ["pl", "Klient;Numer klienta;Numer grupy;Grupa klientów;Przychód", ";", "8,9999"],
  ]) {
    await openProject(page, "#/follow", { settings: { lang } });
    await keepDownloads(page);
    await page.click("#save-csv");
    const { name, type, bytes, text } = await saved(page);
    assert.match(name, /-\d{4}-\d{2}-\d{2}\.csv$/);
    assert.equal(type, "text/csv");
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "a byte order mark");
    const rows = text.slice(1).trimEnd().split("\r\n");
    assert.ok(rows[0].startsWith(head), rows[0]);
    assert.equal(rows.length, 17, "every customer and a header");
    assert.ok(rows.some((it) => it.startsWith(`'=HYPERLINK(1)${delimiter}`)), text);
    assert.ok(rows.some((it) => it.includes(`${delimiter}${revenue}${delimiter}`)), text);
  }
});

test("a model leaves without customers, a backup with them, and both come back", async ({ page }) => {
  await openProject(page, "#/follow");
  await keepDownloads(page);
  await page.click("#save-model");
  const alone = await saved(page);
  assert.equal(JSON.parse(alone.text).fmt, "rusetti.model");
  assert.doesNotMatch(alone.text, /Vuoksenranta|HYPERLINK/);
  await page.click("#save-all");
  await page.waitFor(() => page.js(() => window.kept.length === 2), "the backup");
  const all = await saved(page);
  assert.equal(JSON.parse(all.text).fmt, "rusetti.project");
  assert.match(all.text, /Vuoksenranta/);

  await page.setFile("#open-file", fileWith("alone.json", alone.text));
  await page.waitText("dialog[open]", "A model: 4 tiers, 2 done, 2 people, nobody moved by hand. Without customers");
  await page.click({ name: "Cancel", within: "dialog" });
  await page.waitFor(async () => !(await page.sees("dialog[open]")), "the dialog to close");

  await page.open("#/follow", { storage: {} });
  await page.setFile("#open-file", fileWith("all.json", all.text));
  await page.waitText("dialog[open]", "With 16 customers from asiakkaat-2026.csv.");
  await page.click("dialog[open] .btn--go");
  await page.waitText("figure h2", "The year takes 30 h of your 40 h.");
  assert.deepEqual(JSON.parse(all.text).data.model, { ...model(), currency: "EUR" });
});

test("a file that cannot be opened says why and changes nothing", async ({ page }) => {
  await openProject(page, "#/follow");
  const whole = JSON.stringify(project());
  for (const [name, content, why] of [
    ["newer.json", JSON.stringify(project({}, 99)), "saved by a newer Rusetti (9.9.9)"],
    ["cut.json", whole.slice(0, 900), "not a Rusetti file, or it is cut short"],
    ["other.json", '{"a":1}', "not a Rusetti file"],
    ["empty.json", "", "not a Rusetti file"],
    ["damaged.json", whole.replace('"revenue":7000000', '"revenue":"much"'), "its content is damaged"],
  ]) {
    await page.setFile("#open-file", fileWith(name, content));
    await page.waitText(".notice--bad", why);
    assert.ok(!(await page.sees("dialog[open]")), name);
  }
  await page.waitText("figure h2", "The year takes 30 h of your 40 h.");
});

test("without a promise the year says what it waits for", async ({ page }) => {
  await page.open("#/follow", { settings: { lang: "en" } });
  await page.waitText(".empty", "Finish one tier first.");
  assert.equal(await page.js(() => document.querySelector("#save-csv").disabled), true);
});

/** The text of each page of a PDF: enough of the format for what Chromium prints. */
function textOfPdf(bytes) {
  const raw = bytes.toString("latin1");
  const objects = new Map();
  for (const [, id, body] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const stream = (id) => {
    const body = objects.get(id) ?? "";
    const at = body.indexOf("stream\n");
    if (at < 0) return "";
    const content = Buffer.from(body.slice(at + 7, body.lastIndexOf("\nendstream")), "latin1");
    return (body.includes("/FlateDecode") ? inflateSync(content) : content).toString("latin1");
  };
  const letters = new Map();
  const lettersOf = (font) => {
    if (letters.has(font)) return letters.get(font);
    const map = new Map();
    const unicode = (hex) => hex.match(/.{4}/g).map((it) => String.fromCharCode(parseInt(it, 16))).join("");
    const cmap = stream(objects.get(font)?.match(/\/ToUnicode (\d+) 0 R/)?.[1]);
    for (const [, block] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
      for (const [, from, to] of block.matchAll(/<(\w+)> <(\w+)>/g)) map.set(parseInt(from, 16), unicode(to));
    for (const [, block] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
      for (const [, from, to, start] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
        for (let it = parseInt(from, 16); it <= parseInt(to, 16); it += 1) map.set(it, String.fromCharCode(parseInt(start, 16) + it - parseInt(from, 16)));
    letters.set(font, map);
    return map;
  };
  const pages = [...objects.values()].filter((it) => /\/Type \/Page\b(?!s)/.test(it));
  return pages.map((page) => {
    const fonts = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, id]));
    let map = new Map();
    let text = "";
    const content = stream(page.match(/\/Contents (\d+) 0 R/)?.[1]);
    for (const [, font, hex, words] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>|\b(ET)\b/g)) {
      if (font) map = lettersOf(fonts.get(font));
      else if (words) text += " ";
      else text += hex.match(/.{4}/g).map((it) => map.get(parseInt(it, 16)) ?? "").join("");
    }
    // Ligatures (ﬁ) are letters again, and every space is one space.
    return text.normalize("NFKC").replace(/\s+/g, " ");
  });
}

test("the handbook prints a part on a page of its own, on white, without the screen's controls", { only: "chromium" }, async ({ page, driver }) => {
  await openProject(page, "#/handbook", { settings: { lang: "en", theme: "dark" } });
  await page.waitText("h1", "How we look after our customers");
  const pages = textOfPdf(Buffer.from(await driver.printPage({ background: false }), "base64"));
  assert.equal(pages.length, 6, pages.join("\n---\n"));
  const holds = (at, ...parts) => parts.forEach((it) => assert.ok(pages[at].includes(it), `page ${at + 1} lacks “${it}”: ${pages[at]}`));
  holds(0, "How we look after our customers", "30 h promised, 40 h available.", "We do not make custom sizes.", "Part 1 of 6");
  holds(1, "1 customer, 70% of revenue", "Deliveries on the promised day.", "Vuoksenranta Pesuaine Oy", "Confidential: names of customers.");
  holds(3, "This is a guess: we have not asked them.", "Ordering help");
  holds(5, "The year, and who does what", "15 of 20 h", "How we know whether it works", "Part 6 of 6");
  const all = pages.join(" ");
  for (const control of ["Print or save", "Without customers’ names", "Forget everything", "Bring in", "Back to Follow"]) assert.ok(!all.includes(control), control);
});

test("without names the handbook names nobody", async ({ page }) => {
  await openProject(page, "#/handbook");
  await page.waitText("main", "Vuoksenranta");
  await page.click({ name: "Without customers’ names" });
  await page.waitFor(async () => !/Vuoksenranta|Confidential/.test(await page.text("main")), "no names");
});

test("follow and the handbook have no flaw that axe can see", { only: "chromium", timeout: 300_000 }, async ({ page }) => {
  const found = [];
  for (const [width, theme, lang] of [[1280, "light", "en"], [390, "light", "fi"], [1280, "dark", "pl"]]) {
    await page.size(width, 844);
    for (const hash of ["#/follow", "#/handbook"]) {
      await openProject(page, hash, { settings: { lang, theme } });
      await page.find(hash === "#/follow" ? "#month-pick" : ".sheet-a4");
      if (hash === "#/follow") await page.click("figure summary");
      // From the top: what has been scrolled under the steps is not to be pressed there.
      await page.js(() => scrollTo(0, 0));
      found.push(...(await page.axe()).map((it) => `${hash} ${width} ${theme}: ${it}`));
      assert.equal(await page.sideways(), 0, `${hash} at ${width}`);
    }
  }
  assert.deepEqual(found, []);
});

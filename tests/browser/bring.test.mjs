// Bringing a file in: paste, choose, drop, samples; the words that change how it is read; bad files.
import { readFileSync } from "node:fs";
import { fileWith } from "./disk.mjs";
import { assert, files, test } from "./harness.mjs";

const messy = [
  "Kallavuo Oy;;;",
  "Myynti asiakkaittain 2025;;;",
  "",
  "Asiakas;Alkaen;Myynti;Kate",
  "Hallasuo Konepaja Oy;01/07/2016;8 310,75;2 100,10",
  "Kuusivirta Leipomo;02/03/2015;12 450,00;-300,00",
  "<b>Mäkelä</b> & Pojat;05/06/2011;1 200;400",
  "Järvinen Tmi;04/05/2010;ei tiedossa;1",
  "Asiakas;Alkaen;Myynti;Kate",
  "Virtanen;03/04/2018;700,5;100",
  "Yhteensä;;22 661,25;2 300,10",
].join("\n");

const h1 = "main.bring h1";
const start = (lang) => `[data-start="${lang}"]`;

/** Pastes into the visible box as a spreadsheet would: tab-separated plain text and no file. */
async function paste(page, text, html = "") {
  const box = await page.find("textarea");
  const isTaken = await page.js(
    (element, text, html) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      if (html) data.setData("text/html", html);
      element.focus();
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      if (!element.dispatchEvent(event)) return true;
      // What the browser does with a paste that nobody takes.
      element.value = text;
      element.dispatchEvent(new Event("input", { bubbles: true }));
      return false;
    },
    box,
    text,
    html,
  );
  if (!isTaken) await page.click(".drop button:not([hidden])");
}

/** Chooses an option as a user does, by its visible words. */
async function choose(page, menu, words) {
  await page.js(
    (menu, words) => {
      const option = [...menu.options].find((it) => it.text.trim() === words);
      if (!option) throw new Error(`no "${words}" among ${[...menu.options].map((it) => it.text)}`);
      menu.focus();
      menu.value = option.value;
      menu.dispatchEvent(new Event("change", { bubbles: true }));
    },
    await page.find(menu),
    words,
  );
}

/** What a menu shows. */
const shown = (page, menu) => page.js((it) => document.querySelector(it).selectedOptions[0]?.text, menu);

/** The text of an element; WebKit's driver leaves out what an ellipsis may hide. */
const content = (page, css) => page.js((it) => document.querySelector(it).textContent.replace(/\u00a0/g, " "), css);
const waitContent = (page, css, part) => page.waitFor(async () => (await content(page, css)).includes(part), `${css} to hold ${part}`);

const account = (page) =>
  page.js(() =>
    [...document.querySelectorAll(".account tbody tr, .account tfoot tr")].map((row) =>
      [...row.children].map((it) => it.textContent.replace(/\u00a0/g, " ")).join(" | "),
    ),
  );

test("bring: a messy Finnish paste is read, set aside and accounted for", async ({ page }) => {
  await page.open("", { settings: { lang: "fi" } });
  await paste(page, messy);
  await page.waitText(h1, "4 asiakasta luettu. Tarkista yksi sarake.");
  assert.equal(await page.js(() => location.hash), "#/bring");
  assert.deepEqual(await account(page), [
    "Tiedostossa | 10 | 22 661,25 €",
    "Sivuun jätetty | 6 | 0,00 €",
    "Käytetty | 4 | 22 661,25 €",
    "Asiakkaita | 4 | 22 661,25 €",
  ]);
  assert.match(await content(page, ".aside"), /Rivi 11: summarivi/);
  assert.match(await content(page, ".aside"), /Rivien summa on sama sentilleen/);
  // A name is text, whatever it looks like.
  assert.equal(await page.count(".preview b"), 0);
  assert.match(await content(page, ".preview tbody"), /<b>Mäkelä<\/b> & Pojat/);
  assert.deepEqual(await page.axe(), []);
});

test("bring: a doubt is decided, and the decision can be changed", async ({ page }) => {
  await page.open("", { settings: { lang: "fi" } });
  await paste(page, messy);
  await page.waitText(h1, "Tarkista yksi sarake");
  const firstDate = () => page.js(() => document.querySelector(".preview tbody tr td:nth-child(3) .cell").textContent);
  assert.equal(await firstDate(), "1.7.2016");
  await page.click(".bring__doubts label:nth-child(2)");
  await page.waitFor(async () => (await firstDate()) === "7.1.2016", "the month first");
  assert.equal(await page.text(h1), "4 asiakasta luettu.");
  await page.click(".bring__doubts label:nth-child(1)");
  await page.waitFor(async () => (await firstDate()) === "1.7.2016", "the day first again");
});

test("bring: a row set aside is used after all, and set aside again", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await paste(page, messy);
  await page.waitText(h1, "4 customers read.");
  await page.click({ name: "Use this row: line 8" });
  await page.waitFor(async () => (await account(page)).includes("Used | 5 | €22,661.25"), "five rows used");
  await page.click({ name: "Set aside again: line 8" });
  await page.waitFor(async () => (await account(page)).includes("Used | 4 | €22,661.25"), "four rows used");
});

test("bring: each word of the sentence is a menu, and a hand choice can be given back", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  // Polish letters in the old Windows code page: c, l with stroke, a with ogonek.
  const bytes = Buffer.concat([Buffer.from("Klient;Sprzeda"), Buffer.from([0xbf]), Buffer.from(";Miasto\n"), Buffer.from([0xa3]), Buffer.from("ka"), Buffer.from([0xb9]), Buffer.from(";1200,50;Ko"), Buffer.from([0xb3]), Buffer.from("o\nWi"), Buffer.from([0x9c]), Buffer.from("niewski;300,25;Gda"), Buffer.from([0xf1]), Buffer.from("sk\n")]);
  await page.setFile("input[type=file]", fileWith("klienci.csv", bytes));
  await page.waitText(h1, "2 customers read.");
  const encoding = "[aria-label=Encoding]";
  await choose(page, encoding, "Windows-1252");
  await waitContent(page, ".preview tbody", "£ka¹");
  assert.equal(await page.js(() => document.activeElement.getAttribute("aria-label")), "Encoding", "the focus stays");
  assert.match(await page.text(".readas"), /your choice/);
  await choose(page, encoding, "let Rusetti decide");
  await page.waitFor(async () => !(await page.text(".readas")).includes("your choice"), "the choice given back");
  await choose(page, encoding, "Windows-1250");
  await waitContent(page, ".preview tbody", "Łka");
  await choose(page, "[aria-label=Separator]", "vertical bars");
  await page.waitFor(async () => !(await page.text(h1)).includes("2 customers"), "another reading");
  assert.equal(await shown(page, "[aria-label=Separator]"), "vertical bars", "never overruled");
  await choose(page, "[aria-label=Separator]", "let Rusetti decide");
  await page.waitText(h1, "2 customers read.");
  await choose(page, "[aria-label=Currency]", "amounts in SEK");
  await page.waitText(".account", "SEK");
});

test("bring: a column left out stops the reading with a sentence, and one press goes back", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await paste(page, messy);
  await page.waitText(h1, "4 customers read.");
  await choose(page, "#role-2", "Leave out");
  await page.waitText(h1, "No column holds amounts.");
  assert.equal(await page.js(() => document.activeElement.id), "role-2", "the focus stays on the menu");
  assert.deepEqual(await page.axe(), []);
  await page.click({ name: "Undo this change" });
  await page.waitText(h1, "4 customers read.");
  assert.equal(await shown(page, "#role-2"), "Revenue");
});

test("bring: samples open in each language, on every width", async ({ page }) => {
  for (const [lang, words] of [["fi", "140 asiakasta luettu"], ["pl", "Wczytano 140 klientów"], ["en", "140 customers read"]]) {
    await page.open("", { settings: { lang } });
    await page.click(`${start(lang)} [data-sample=packaging]`);
    await page.waitText(h1, words);
  }
  await page.size(390, 800);
  assert.equal(await page.sideways(), 0);
  assert.deepEqual(await page.axe(), []);
});

test("bring: a sample's file can be saved, and reads the same", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await page.click(`${start("en")} [data-sample=accounting]`);
  await page.waitText(h1, "38 customers read.");
  const rows = await account(page);
  assert.ok(await page.sees(page.named("Save this sample as a file")));
  assert.equal(await shown(page, "#role-0"), "Order or invoice");
  assert.ok(rows.some((it) => it.startsWith("Summed into another row")), rows.join("\n"));
});

test("bring: a pasted web table keeps a cell with a line break whole, and nothing of the page is shown", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  const html = "<table><tr><td>Customer<td>Sales<tr><td>Ada Oy<br>Katu 3<td>1,200.50<tr><td>Bo<td>800</table>";
  await paste(page, "Customer\tSales\nAda Oy\nKatu 3\t1,200.50\nBo\t800\n", html);
  await page.waitText(h1, "2 customers read.");
  assert.ok(!(await page.js(() => document.body.textContent)).includes("<table"), "the page beside the text stays unseen");
  assert.deepEqual(await account(page).then((it) => it.length > 0), true);
});

/** A workbook of the reader's own cases. */
const workbook = (name) => readFileSync(new URL(`../data/ingest/workbook_${name}`, import.meta.url));

test("bring: a workbook shows its sheet, and another can be chosen", async ({ page }) => {
  await page.open("", { settings: { lang: "pl" } });
  const file = fileWith("obroty.xlsx", workbook("hidden_sheet_is_not_taken/input.xlsx"));
  await page.setFile("input[type=file]", file);
  await page.waitText(h1, "Wczytano 4 klientów.");
  const sheet = '.readas select[aria-label="Arkusz"]';
  assert.equal(await shown(page, sheet), "arkusz „2024”, 5 wierszy");
  assert.equal(await page.count('.readas select[aria-label="Separator"]'), 0, "a sheet has no separator");
  await choose(page, sheet, "arkusz „Archiwum” (ukryty), 31 wierszy");
  await page.waitText(h1, "Wczytano 30 klientów.");
  assert.deepEqual(await page.axe(), []);
  await choose(page, sheet, "niech zdecyduje Rusetti");
  await page.waitText(h1, "Wczytano 4 klientów.");
});

const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
const zip = (text) => Buffer.concat([Buffer.from("504b030414000600080000002100", "hex"), Buffer.from(text)]);
const bad = [
  ["empty.csv", "", "There is nothing to read."],
  ["blank.csv", "\n\n  \n", "There is nothing to read."],
  ["header.csv", "Customer;Sales\n", "There are column names, but no rows under them."],
  ["line.csv", "hello", "There are column names, but no rows under them."],
  ["logo.png", png, "This is a picture."],
  ["list.pdf", "%PDF-1.7\n1 0 obj\n", "This is a PDF document."],
  ["list.zip", zip("customers.csv"), "This is a packed archive."],
  ["list.xlsx", zip("[Content_Types].xml....xl/workbook.xml"), "This workbook cannot be read."],
  ["locked.xlsx", workbook("with_a_password/input.xlsx"), "This workbook is protected with a password."],
  ["words.csv", "Customer;Town\nAda;Turku\nBo;Oulu\n", "No column holds amounts."],
  ["zero.csv", "Customer;Sales\nAda;0\nBo;0\n", "No customer has bought for more than zero."],
  ["minus.csv", "Customer;Sales\nAda;-5\nBo;-7\n", "No customer has bought for more than zero."],
];

test("bring: each bad file gets its sentence and what to do, never a blank page", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  for (const [name, bytes, words] of bad) {
    await page.go("#/");
    await page.waitFor(() => page.sees(start("en")), "the start page");
    await page.setFile("input[type=file]", fileWith(name, bytes));
    await page.waitText(h1, words);
    const remedy = await page.text("main.bring .lede");
    assert.ok(remedy.length > 30, `${name}: ${remedy}`);
    assert.ok((await page.count("main.bring input[type=file]")) > 0, `${name}: another file can be chosen`);
    assert.ok(!(await page.sees(page.named("See your customers"))), `${name}: no way on`);
  }
  assert.deepEqual(await page.axe(), []);
});

test("bring: odd but readable files are read and remarked on", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  for (const [name, bytes, title, notice] of [
    ["one.csv", "Customer;Sales\nAda;5\n", "1 customer read.", "One customer is the whole list."],
    ["quote.csv", 'Customer;Sales\n"Ada;5\nBo;7\n', "2 customers read.", "A quotation mark in line 2 never closes."],
    ["total.csv", "Customer;Sales\nAda;5\nBo;7\nTotal;13\n", "2 customers read.", "The difference is €1.00."],
    ["wide.csv", wide(10_000), "2 customers read.", "The file has 10,000 columns."],
  ]) {
    await page.go("#/");
    await page.waitFor(() => page.sees(start("en")), "the start page");
    await page.setFile("input[type=file]", fileWith(name, bytes));
    await page.waitText(h1, title);
    await page.waitText(".bring__doubts", notice);
  }
});

/** A table with so many columns. */
function wide(columns) {
  const line = (first, second) => [first, second, ...Array(columns - 2).fill("x")].join(";");
  return [line("Customer", "Sales"), line("Ada", "5"), line("Bo", "7")].join("\n");
}

test("bring: a bad file leaves the customers that were there", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await paste(page, messy);
  await page.waitText(h1, "4 customers read.");
  await page.setFile("#bring-other", fileWith("logo.png", png));
  await page.waitText(h1, "This is a picture.");
  assert.match(await content(page, ".steps"), /4 customers/);
  await page.click({ name: "Back to Pasted rows" });
  await page.waitText(h1, "4 customers read.");
});

test("bring: what was pasted is still in the box when it cannot be read", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await paste(page, "Customer\tTown\n");
  await page.waitText(h1, "There are column names, but no rows under them.");
  assert.match(await page.js(() => document.querySelector("main.bring textarea").value), /^Customer\tTown/);
  await page.go("#/");
  await page.waitFor(() => page.sees(start("en")), "the start page");
  assert.match(await page.js(() => document.querySelector("[data-start=en] textarea").value), /^Customer\tTown/);
});

test("bring: rows from a spreadsheet come with tabs", async ({ page }) => {
  await page.open("", { settings: { lang: "fi" } });
  await paste(page, "Asiakas\tMyynti 2025\r\nAda Oy\t1\u00a0200,50\r\nBo Ky\t300\r\n");
  await page.waitText(h1, "2 asiakasta luettu.");
  assert.equal(await shown(page, "[aria-label=Erotin]"), "sarkaimet");
  await page.waitText(".account tfoot", "1 500,50 €");
});

// Firefox runs a test's scripts beside the page, where they cannot change its functions.
test("bring: a reader that breaks says so, and starts again", { errors: true }, async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await page.settled();
  await page.js(() => {
    const post = Worker.prototype.postMessage;
    let first;
    // The worker that is there ends over the first thing it is given; the next one is well.
    Worker.prototype.postMessage = function (...given) {
      first ??= this;
      if (this !== first) return post.apply(this, given);
      setTimeout(() => this.dispatchEvent(new ErrorEvent("error", { message: "broken" })));
    };
  });
  const path = fileWith("two.csv", "Customer;Sales\nAda;5\nBo;7\n");
  await page.setFile("input[type=file]", path);
  await page.waitText(h1, "Reading stopped unexpectedly.");
  await page.click({ name: "Try again" });
  await page.waitText(h1, "2 customers read.");
});

test("bring: a reader that never arrived says so", { site: { refuse: (it) => it.includes("reader-") }, errors: true }, async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await page.setFile("input[type=file]", fileWith("two.csv", "Customer;Sales\nAda;5\n"));
  await page.waitText(h1, "A part of the page had not arrived.");
  assert.ok(await page.sees(page.named("Try again")));
});

test("bring: a file too large is refused before it is read", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await page.js(() => {
    // No disk holds 3 GB for a test: a file that says it is that large.
    const file = new File(["Customer;Sales\n"], "huge.csv");
    Object.defineProperty(file, "size", { value: 3_000_000_000 });
    const data = new DataTransfer();
    data.items.add(file);
    const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data });
    Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: [file], getData: () => "" } });
    document.body.dispatchEvent(event);
  });
  await page.waitText(h1, "This file is too large to read here.");
  assert.match(await page.text("main.bring .lede"), /3,000 MB; up to 1,000 MB/);
});

test("bring: a file dropped anywhere, on any step, is read", async ({ page }) => {
  await page.open("#/see", { settings: { lang: "en" } });
  const drag = (name) =>
    page.js((name) => {
      const file = new File(["Customer;Sales\nAda;5\nBo;7\n"], "dropped.csv");
      const event = new DragEvent(name, { bubbles: true, cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: [file], getData: () => "" } });
      document.querySelector("main:not([hidden])").dispatchEvent(event);
      return event.defaultPrevented;
    }, name);
  assert.ok(await drag("dragover"), "the browser would open the file by itself");
  assert.equal(await page.js(() => document.querySelector(".drop").dataset.over), "");
  assert.ok(await drag("drop"));
  await page.waitText(h1, "2 customers read.");
  assert.equal(await page.count("[data-over]"), 0);
  assert.match(await page.text(".mast__file"), /dropped\.csv/);
});

test("bring: a long reading shows progress and can be cancelled", async ({ page }) => {
  await page.open("", { settings: { lang: "en" } });
  await page.settled();
  let rows = "";
  for (let at = 0; at < 90_000; at++) rows += `Customer ${at % 5000};${(at % 28) + 1}.3.2025;${at % 977},${10 + (at % 90)}\n`;
  // So many that the reading goes on until Cancel is found and pressed.
  const path = fileWith("long.csv", `Customer;Date;Sales\n${rows.repeat(40)}`);
  await page.setFile("input[type=file]", path);
  await page.find(".bring__progress progress");
  assert.match(await page.text(".bring__progress label"), /\d+% read/);
  // Without a wait for the reader, which is amid a slice: it is ended. Timed in the page, from the press until nothing is
  // left of the progress and the start page is there.
  const watch = () => {
    const show = (name) => (document.documentElement.dataset[name] = performance.now());
    document.addEventListener("click", () => show("pressed"), { capture: true, once: true });
    const isAnswered = () => !document.querySelector(".bring__progress") && location.hash === "#/";
    new MutationObserver((_, it) => isAnswered() && (it.disconnect(), show("answered"))).observe(document, { childList: true, subtree: true, attributes: true });
  };
  const times = [];
  for (let round = 0; round < 3; round++) {
    if (round > 0) await page.setFile("input[type=file]", path);
    await page.find(".bring__progress progress");
    await page.js(watch);
    await page.click({ name: "Cancel" });
    await page.waitFor(() => page.sees(start("en")), "the start page");
    const { pressed, answered } = await page.waitFor(() => page.js(() => ({ ...document.documentElement.dataset })).then((it) => it.answered && it), "the answer");
    await page.js(() => ["pressed", "answered"].forEach((it) => delete document.documentElement.dataset[it]));
    times.push(Math.round(answered - pressed));
  }
  console.log(`      cancel is answered in ${times.join(", ")} ms`);
  // Other programs take their time too.
  assert.ok(Math.min(...times) < 100, `${times} ms`);
  assert.equal(await page.js(() => location.hash), "#/");
  // The reader starts anew for the next file.
  await page.setFile("input[type=file]", fileWith("small.csv", "Customer;Sales\nAda;5\nBo;7\n"));
  await page.waitText(h1, "2 customers read.");
});

test("bring: the step without customers offers every way in", async ({ page }) => {
  for (const lang of ["fi", "pl", "en"]) {
    await page.open("#/bring", { settings: { lang } });
    await page.find("main.bring textarea");
    assert.equal(await page.count("main.bring .list button"), 3);
  }
  assert.deepEqual(await page.axe(), []);
  await page.size(390, 800);
  assert.equal(await page.sideways(), 0);
});

test("start: the static page is whole before the app, in one language", { site: { refuse: (it) => it.endsWith(".wasm") }, errors: true }, async ({ page }) => {
  for (const lang of ["fi", "pl", "en"]) {
    await page.open("", { settings: { lang }, wait: false });
    const seen = await page.js(() => [...document.querySelectorAll("main")].filter((it) => it.checkVisibility()).map((it) => it.lang));
    assert.deepEqual(seen, [lang]);
    assert.ok(await page.sees(`#file-${lang} + label`));
  }
});

test("start: no violation of axe, light and dark, wide and narrow", async ({ page }) => {
  for (const [width, theme, lang] of [[1280, "light", "en"], [1280, "dark", "fi"], [390, "light", "pl"], [390, "dark", "en"]]) {
    await page.open("", { settings: { lang, theme } });
    await page.size(width, 800);
    assert.deepEqual(await page.axe(), [], `${width} ${theme} ${lang}`);
    assert.equal(await page.sideways(), 0);
  }
});

test("start: the rule that the page shows is the rule that it has", async () => {
  const html = files.get("index.html").toString();
  const policy = html.match(/Content-Security-Policy" content="([^"]+)"/)[1].split(";").map((it) => it.trim());
  const claims = [...html.matchAll(/<code class="raw">([^<]+)<\/code>/g)].map((it) => it[1]);
  assert.equal(claims.length, 3, "one in each language");
  for (const claim of claims) assert.ok(policy.includes(claim), `${claim} is not in the policy`);
});

// See, below the curve: whom margin is lost on, what changed, who is silent, and whether tiers fit.
import { withCustomers, withLines } from "./customers.mjs";
import { keepDownloads, saved } from "./downloads.mjs";
import { Key, assert, test } from "./harness.mjs";
import { langs, openWith } from "./views.mjs";

const plain = (text) => text.replace(/\u00a0/g, " ");
const main = async (page) => plain(await page.js(() => document.querySelector("main").textContent));
const close = async (page) => {
  await page.press(Key.ESCAPE);
  await page.waitFor(async () => !(await page.sees("dialog[open]")), "the dialog to close");
};

test("see: who costs more than they bring is named, the costliest first", async ({ page }) => {
  const rows = Array.from({ length: 20 }, (_, at) => `Customer ${at};1000;${at < 17 ? 100 : -10 * at}`);
  await withLines(page, ["Customer;Revenue;Margin", ...rows], "#/see");
  await page.waitText("main", "3 customers take back €540 of your margin.");
  assert.match(await main(page), /Largest loss: Customer 19, −€190 on €1,000\. At the peak: 147% of the margin that is left\./);
  await page.click({ name: "Show the 3" });
  await page.find("dialog[open] tbody tr");
  const names = await page.js(() => [...document.querySelectorAll("dialog[open] tbody th")].map((it) => it.textContent));
  assert.deepEqual(names, ["Customer 19", "Customer 18", "Customer 17"]);
  await close(page);
});

test("see: without margin or an earlier period the page says what is missing", async ({ page }) => {
  await withLines(page, ["Customer;Revenue", "A;5", "B;3", "C;2"], "#/see");
  await page.waitText("main", "Who costs more than they bring?");
  await page.waitText("main", "The file has neither a column of the period before nor invoices");
  assert.equal(await page.count("input[name=amount]"), 0, "one amount is no choice");
});

test("see: the curve is drawn by any amount of the file, and as Lorenz", async ({ page }) => {
  const rows = Array.from({ length: 10 }, (_, at) => `Customer ${at};100;${at === 0 ? 900 : 10};${at < 2 ? 50 : 0}`);
  await withLines(page, ["Customer;Revenue;Margin;Previous revenue", ...rows], "#/see");
  await page.waitText("h1", "8 of your 10 customers bring 80% of revenue.");
  await page.click({ name: "Margin" });
  await page.waitText("h1", "1 of your 10 customers brings 80% of margin.");
  await page.click({ name: "Earlier revenue" });
  await page.waitText("h1", "It takes both of your customers to bring 80% of earlier revenue.");
  assert.match(await main(page), /8 customers stand apart with €0\.00: earlier revenue of zero or less/);
  await page.click({ name: "Revenue" });
  await page.click({ name: "Lorenz" });
  await page.waitText("main", "the smaller half, 5 customers, brings 50%");
  await page.click({ name: "Suomi" });
  await page.waitText("main", "pienempi puoli, 5 asiakasta, tuo");
  assert.deepEqual(await page.axe(), []);
});

test("see: companies of one group are counted as one where the user wants it", async ({ page }) => {
  const rows = ["A;40;North", "B;30;", "C;35;North", ...Array.from({ length: 9 }, (_, at) => `Small ${at};5;`)];
  await withLines(page, ["Customer;Revenue;Group", ...rows], "#/see");
  await page.waitText("main", "of revenue comes from one customer, A.");
  await page.click({ name: "Count companies of one group as one" });
  await page.waitText("main", "of revenue comes from one customer, North.");
  await page.waitText(".figure-big", "50%");
});

test("see: the bridge leads from the period before to this one, and names who is behind it", async ({ page }) => {
  const rows = ["Lost Ltd;0;300", "Less Ltd;100;400", "Same Ltd;100;100", "More Ltd;500;200", "New Ltd;250;0"];
  await withLines(page, ["Customer;Revenue;Previous revenue", ...rows], "#/see");
  await page.waitText("main", "Lost and shrinking customers took €600. Growing and new ones brought €550.");
  assert.match(await main(page), /Of earlier revenue, 40\.0% stayed; with growth, 70\.0%\./);
  await page.click({ name: "Show customers" });
  await page.waitText("dialog[open]", "Lost Ltd");
  await page.click({ name: "New" });
  await page.waitText("dialog[open]", "New Ltd");
  assert.match(plain(await page.text("dialog[open] tbody")), /€0\s*€250\s*\+€250/);
  await close(page);
});

/** Invoices of two years: one customer each month, one that stopped in spring, one only in the year before. */
function invoices() {
  const lines = ["Date;Invoice;Customer;Amount"];
  const add = (year, month, name, amount) => lines.push(`${year}-${String(month).padStart(2, "0")}-${month === 12 ? 30 : 15};${lines.length};${name};${amount}`);
  for (const year of [2024, 2025]) {
    for (let month = 1; month <= 12; month++) {
      add(year, month, "Steady", 100);
      if (year === 2024 || month < 5) add(year, month, "Silent", 50);
      if (year === 2024) add(year, month, "Gone", 20);
    }
  }
  return lines;
}

test("see: invoices tell what changed and who is silent", async ({ page }) => {
  await withLines(page, invoices(), "#/see");
  await page.waitText("main", "1 customer has been silent for longer than ever before.");
  assert.match(await main(page), /Revenue of 2025 against 2024\./);
  await page.click({ name: "Show this customer" });
  await page.waitText("dialog[open] tbody", "Silent");
  assert.match(plain(await page.text("dialog[open] tbody")), /Silent\s*Apr 2025\s*8\s*1\s*€600/);
  assert.equal(await page.count("dialog[open] .spark path"), 1);
  await close(page);
  await page.click({ name: "Years" });
  await page.waitText("main", "Revenue of 2025 against 2024.");
});

test("see: few customers speak for meetings, and the user decides", async ({ page }) => {
  await withCustomers(page, Array.from({ length: 12 }, (_, at) => [`Customer ${at}`, 1200 - 90 * at]), "#/see");
  await page.waitText("#fit", "Meetings suit you better.");
  await page.waitText("main", "What would change it: at least 30 customers (now 12)");
  await page.waitText(".choice:has(.choice__v)", "Meetings, no tiers");
  await page.click(".choice:nth-of-type(2) input");
  await page.waitFor(() => page.js(() => document.querySelector(".steps").textContent.replace(/\u00a0/g, " ").includes("2 tiers")), "the steps to say 2 tiers");
  await page.click(".choice:nth-of-type(3) input");
  await page.waitText(".pagehead .go", "Plan the meetings");
  await page.click({ name: "Undo" });
  await page.waitText(".pagehead .go", "Sort them into tiers");
});

test("see: the spread is assumed, found or chosen, and says which", async ({ page }) => {
  const falling = Array.from({ length: 40 }, (_, at) => Math.round(100000 / (at + 1)));
  await withCustomers(page, falling.map((it, at) => [`Customer ${at}`, it]), "#/see");
  await page.waitText("main", "Assumed: the file does not tell.");
  await page.waitText(".verdict tbody", "If purchases vary by 25%");
  await page.type("#fit-spread", "60");
  await page.waitText(".verdict tbody", "If purchases vary by 60%");
  await page.waitText("main", "Chosen by you.");
  await page.click({ name: "Use the usual one" });
  await page.waitText(".verdict tbody", "If purchases vary by 25%");
});

/** Labels of charts that lie on another or leave the screen. */
const crowded = (page) =>
  page.js(() => {
    const wrong = [];
    for (const svg of document.querySelectorAll(".chart__draw svg, .chart__plot svg")) {
      const seen = (it) => it.textContent.trim() !== "" && getComputedStyle(it).visibility !== "hidden";
      const labels = [...svg.querySelectorAll("text")].filter(seen).map((it) => [it.textContent, it.getBoundingClientRect(), it.getBBox()]);
      labels.forEach(([text, seen, a], at) => {
        if (seen.left < -1 || seen.right > innerWidth + 1) wrong.push(`${text} leaves the screen`);
        for (const [other, , b] of labels.slice(at + 1)) {
          // The box of letters, without the halo around them; it has room above them.
          const apart = a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 4 || b.y + b.height <= a.y + 4;
          if (!apart) wrong.push(`${text} | ${other}`);
        }
      });
    }
    return wrong;
  });

test("see: labels of charts stand clear of each other and of the edges", { timeout: 240_000 }, async ({ page }) => {
  for (const lang of langs) {
    await openWith(page, { lang, theme: "light", sample: "packaging" });
    await page.go("#/see");
    for (const width of [1280, 390]) {
      await page.size(width, 900);
      await page.waitFor(() => page.js(() => document.querySelectorAll(".chart__draw svg").length === 2), "two charts");
      const wrong = await crowded(page);
      assert.deepEqual(wrong, [], `${lang} ${width}`);
      assert.equal(await page.sideways(), 0, `${lang} ${width}`);
    }
  }
});

test("sort: labels of the curve stand clear of each other and of the edges", async ({ page }) => {
  for (const lang of langs) {
    await openWith(page, { lang, theme: "light", sample: "packaging" });
    await page.go("#/sort");
    for (const width of [1280, 390]) {
      await page.size(width, 900);
      await page.waitFor(() => page.js(() => document.querySelectorAll(".chart__plot svg text").length > 5), "a curve");
      // The curve is drawn anew when it has its new width.
      await page.waitFor(async () => (await crowded(page)).length === 0, `labels that stand clear, ${lang} ${width}`);
    }
  }
});

test("see: on a phone the words at the point stay on the screen wherever it is", async ({ page }) => {
  // Neither side of a point in the middle has room for its words.
  const rows = Array.from({ length: 58 }, (_, at) => [`Firma ${at + 1}`, Math.round(90_000 / (at + 4))]);
  await withCustomers(page, rows, "#/see", { lang: "fi" });
  await page.size(390, 844);
  const point = await page.find('[role="slider"]');
  await page.focus('[role="slider"]');
  await point.sendKeys(Key.HOME);
  for (let at = 0; at < 29; at += 1) {
    assert.deepEqual(await crowded(page), [], `at ${await page.js(() => document.querySelector('[role="slider"]').getAttribute("aria-valuenow"))}`);
    await point.sendKeys(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  }
});

test("see: a giant is never said to bring everything, and its words stand clear", async ({ page }) => {
  const rows = [["Giant", 1_000_000], ...Array.from({ length: 50 }, (_, at) => [`Firm ${at}`, 10 + (at % 7)])];
  await withCustomers(page, rows, "#/see", { lang: "en" });
  await page.waitText(".figure-big", "99.9%");
  await page.waitText(".chart__plot", "1 customer brings 99.9%");
  await page.waitText(".chart__plot", "the other 50 customers bring 0.1%");
  assert.deepEqual(await crowded(page), []);
});

test("see: a chart is saved as a picture that any program opens, in the light palette", async ({ page }) => {
  const lines = ["Customer;Revenue;Margin", "Müller & Łoś <Oy>;4000;900", ...Array.from({ length: 40 }, (_, at) => `Customer ${at};${200 - at};${at < 30 ? 20 : -5}`)];
  await withLines(page, lines, "#/see", { lang: "en", theme: "dark" });
  for (const [button, name, words] of [
    ["figure.c8", "customer-curve", "Müller & Łoś <Oy>"],
    ["figure.c6", "margin-curve", "31 customers earn €1,500"],
  ]) {
    await keepDownloads(page);
    await page.click(`${button} .chart__foot button:not([aria-haspopup])`);
    const file = await saved(page);
    assert.match(file.name, new RegExp(`^${name}-\\d{4}-\\d\\d-\\d\\d\\.svg$`));
    assert.equal(file.type, "image/svg+xml");
    const found = await page.js((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const of = (css, name) => root.querySelector(css)?.getAttribute(name);
      const { width, height, viewBox } = Object.fromEntries([...root.attributes].map((it) => [it.name, it.value]));
      const [left, top, ...size] = viewBox.split(" ").map(Number);
      return { tag: root.tagName, box: left < 0 && top < 0 && size.join() === `${width},${height}`, words: [...root.children].filter((it) => it.tagName === "text").map((it) => it.textContent), title: root.querySelector("title")?.textContent, text: root.textContent, ground: of("rect", "fill"), curve: of(".curve", "stroke"), inside: of(".curve", "fill") };
    }, file.text);
    assert.deepEqual([found.tag, found.box, found.ground, found.curve, found.inside], ["svg", true, "rgb(247, 249, 249)", "rgb(20, 32, 42)", "none"], file.text.slice(0, 400));
    assert.ok(plain(found.text).includes(words), found.text);
    assert.ok(found.title.length > 10, found.title);
    // The title over the drawing, in as many lines as it takes, and where it comes from under it.
    assert.ok(found.words.slice(0, -1).join(" ").endsWith(found.title), found.words);
    assert.match(found.words.at(-1), /^41-customers\.csv · .+ · Rusetti$/);
  }
  assert.equal(await page.js(() => document.documentElement.dataset.theme), "dark");
});

test("see: the words of the smaller half stand clear of the curve, however unequal customers are", async ({ page }) => {
  for (const power of [0, 1, 2]) {
    const rows = Array.from({ length: 60 }, (_, at) => [`Customer ${at}`, Math.round(1e6 / (at + 1) ** power)]);
    await withCustomers(page, rows, "#/see", { lang: "fi" });
    await page.click({ name: "Lorenz" });
    const touched = await page.waitFor(async () => {
      const at = await page.js(() => {
        const svg = document.querySelector("figure.c8 svg");
        const [curve, words] = [svg.querySelector(".curve"), svg.querySelector("text.hot")];
        if (!words) return undefined;
        const box = words.getBBox();
        const steps = Array.from({ length: 400 }, (_, it) => curve.getPointAtLength((curve.getTotalLength() * it) / 399));
        return steps.filter((it) => it.x > box.x && it.x < box.x + box.width && it.y > box.y + 3 && it.y < box.y + box.height - 3).length;
      });
      return at === undefined ? undefined : [at];
    }, "the words");
    // Of equal customers the curve is the line of equal shares, which words may cross.
    if (power > 0) assert.deepEqual(touched, [0], `one over rank to the ${power}`);
  }
});

test("see: of one, two and all customers it says what holds, and bars without change are seen", async ({ page }) => {
  for (const [values, headline, few] of [
    [[1000], "Your only customer brings 100% of revenue.", "Two groups, each with its own care model."],
    [[1000, 700], "It takes both of your customers to bring 80% of revenue.", "Two groups, each with its own care model."],
    [[500, 500, 500], "It takes all 3 of your customers to bring 80% of revenue.", "Two groups, each with its own care model."],
    [[1000, 700, 400], "2 of your 3 customers bring 80% of revenue.", "Two groups: the 2 who bring 80%, and the rest."],
  ]) {
    await withLines(page, ["Customer;Revenue;Previous revenue", ...values.map((it, at) => `Customer ${at};${it};${it}`)], "#/see");
    await page.waitText("h1", headline);
    await page.waitText(".ways", few);
    await page.waitText(".verdict tbody", "Fewer than 5 customers: too few to tell.");
    await page.waitText("main", "No customer changed by more than 5%.");
    const widths = await page.waitFor(() => page.js(() => [...document.querySelectorAll("rect.bridge__total")].map((it) => it.getBBox().width)).then((it) => it.length > 0 && it), "the bridge");
    assert.ok(widths.every((it) => it > 40), `${widths}`);
    const all = await main(page);
    assert.ok(!/NaN|Infinity|undefined/.test(all), all);
  }
});

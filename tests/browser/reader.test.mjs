// The reader: from a blob, from kept parts, with no request.
import { fileWith } from "./disk.mjs";
import { assert, test } from "./harness.mjs";

const few = fileWith("few.csv", "Asiakas;Myynti 2025\nKuusivirta;12 450,00\nHallasuo;8 310,75\nMäkelä;2 000,00\n");
const start = "[data-start]:not([hidden])";

/** Notes from now on where workers come from. */
const watchWorkers = (page) =>
  page.js(() => {
    const Real = Worker;
    window.workers = [];
    window.Worker = class extends Real {
      constructor(url, ...rest) {
        window.workers.push(String(url));
        super(url, ...rest);
      }
    };
  });

test("a file is read by a worker from a blob, and nothing is requested", async ({ page, site }) => {
  await page.open();
  await page.settled();
  await watchWorkers(page);
  const loaded = site.requests.length;
  await page.setFile(`${start} input[type=file]`, few);
  await page.waitText("main:not([hidden]) h1", "3");
  const workers = await page.js(() => window.workers);
  // None, where the one that was warmed was made before this looked.
  assert.ok(workers.length <= 1, "one worker");
  for (const it of workers) assert.match(it, /^blob:/);
  assert.deepEqual(site.requests.slice(loaded), []);
});

test("a large file is read in parts, and rows that part ends cut through are whole", async ({ page, site }) => {
  const rows = ["Order;Date;Customer;Note;Sales"];
  // Line breaks and delimiters in quotes wherever a part may begin.
  for (let at = 0; at < 400_000; at++) {
    rows.push(`${100_000 + at};${(at % 28) + 1}.3.2025;Customer ${at % 5003};"Line; one\nand ""two"" of ${at}";${at % 977},50`);
  }
  await page.open("", { settings: { lang: "en" } });
  await page.settled();
  const loaded = site.requests.length;
  await page.setFile(`${start} input[type=file]`, fileWith("large.csv", rows.join("\n")));
  await page.waitText("main:not([hidden]) h1", "5,003 customers read.");
  assert.match(await page.js(() => document.querySelector("main.bring").textContent), /400,000/);
  assert.deepEqual(site.requests.slice(loaded), []);
});

test("a large file whose end is read long before its beginning shares what is left, and loses no row", async ({ page }) => {
  const rows = ["Order;Date;Customer;Note;Sales"];
  // Half the bytes are short rows, the others a few long ones.
  for (let at = 0; at < 800_000; at++) {
    rows.push(`${100_000 + at};${(at % 28) + 1}.3.2025;Customer ${at % 5003};"Line; ${at}";${at % 977},50`);
  }
  const note = "nothing to see here, ".repeat(200);
  for (let at = 0; at < 10_000; at++) {
    rows.push(`${900_000 + at};${(at % 28) + 1}.4.2025;Customer ${at % 5003};"${note}";1,00`);
  }
  await page.open("", { settings: { lang: "en" } });
  await page.settled();
  await page.setFile(`${start} input[type=file]`, fileWith("uneven.csv", rows.join("\n")));
  await page.waitText("main:not([hidden]) h1", "5,003 customers read.");
  assert.match(await page.js(() => document.querySelector("main.bring").textContent), /810,000/);
});

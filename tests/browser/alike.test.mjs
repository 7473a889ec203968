// Customers that look alike: found, decided in pairs, remembered, undone.
import { Key, assert, test } from "./harness.mjs";
import { fileWith } from "./disk.mjs";

const list = [
  "Customer;Business ID;Revenue",
  "SINILAMPI RAUTA;;300,05",
  "Kuusela Auto Oy;;500",
  "Sinilampi Rauta Oy;0112038-9;7000,10",
  "Kuuselan Auto;;40",
  "Virtanen;;20,50",
].join("\n");

const h1 = "main.bring h1";
const en = { settings: { lang: "en" } };

const bring = async (page, text = list) => {
  await page.setFile("input[type=file]", fileWith("list.csv", text));
};
/** The choice of a pair, by its place. */
const choice = (row, option) => `.pairs .pair:nth-child(${row}) label:nth-child(${option})`;
const same = (row) => choice(row, 1);
const apart = (row) => choice(row, 2);
const chosen = (page) =>
  page.js(() => [...document.querySelectorAll(".pairs .pair")].map((it) => [...it.querySelectorAll("input")].map((it) => (it.checked ? "x" : "-")).join("")));
const account = (page) => page.js(() => document.querySelector(".account").textContent.replace(/\u00a0/g, " "));
/** What is saved says something of customers that look alike. */
const remembered = (page) =>
  page.waitFor(
    () => page.js(() => Object.entries(localStorage).some(([key, text]) => key.startsWith("rusetti/v1/model/") && text.includes('"apart":[['))),
    "the decisions to be saved",
  );

test("alike: two spellings become one customer only when the user says so, and every cent stays", async ({ page }) => {
  await page.open("", en);
  await bring(page);
  await page.waitText(h1, "5 customers read.");
  await page.waitText(".bring__doubts", "2 pairs of customers look alike.");
  assert.match(await page.js(() => document.querySelector(".pair").textContent.replace(/\u00a0/g, " ")), /Sinilampi Rauta Oy.*€7,000\.10.*SINILAMPI RAUTA.*€300\.05.*Together €7,300\.15/s);
  await page.click(same(1));
  await page.waitText(h1, "4 customers read.");
  assert.match(await account(page), /Joined by you1.*Customers4€7,860\.65/);
  assert.deepEqual(await chosen(page), ["x-", "--"]);
  await page.click({ name: "Undo" });
  await page.waitText(h1, "5 customers read.");
  await page.click(same(2));
  await page.waitText(h1, "4 customers read.");
  await page.click(apart(2));
  await page.waitText(h1, "5 customers read.");
  assert.deepEqual(await chosen(page), ["--", "-x"]);
  assert.deepEqual(await page.axe(), []);
});

test("alike: what was decided flows into every step and is known again in the next file", async ({ page }) => {
  await page.open("", en);
  await bring(page);
  await page.waitText(".bring__doubts", "2 pairs");
  await page.click(same(1));
  await page.click(apart(2));
  await page.waitFor(async () => !(await page.text(".bring__doubts").catch(() => "")).includes("look alike"), "no open pair");
  await page.go("#/sort");
  await page.waitFor(() => page.js(() => document.querySelector("main").textContent.includes("€7,300")), "one sum in the table");
  await remembered(page);
  await page.driver.navigate().refresh();
  await page.ready();
  await page.go("#/bring");
  await bring(page, `${list}\nNew one;;77`);
  await page.waitText(h1, "5 customers read.");
  await page.waitText("#alike + p", "You have decided on every pair.");
  assert.deepEqual(await chosen(page), ["x-", "-x"]);
});

test("alike: pairs are decided by keyboard, and many at once", async ({ page }) => {
  const rows = Array.from({ length: 6 }, (_, at) => [`Asiakas numero ${at} Oy;${at + 10}`, `ASIAKAS NUMERO ${at};${at + 1}`]).flat();
  await page.open("", en);
  await bring(page, ["Customer;Revenue", ...rows].join("\n"));
  await page.waitText(h1, "12 customers read.");
  await page.click({ name: "Decide" });
  await page.press(Key.TAB, Key.SPACE);
  await page.waitText(h1, "11 customers read.");
  await page.click({ name: "Same customer in all 5 pairs" });
  await page.waitText(h1, "6 customers read.");
  await page.click({ name: "Undo" });
  await page.waitText(h1, "11 customers read.");
  await page.click({ name: "Keep all 5 pairs apart" });
  await page.waitText("#alike + p", "You have decided on every pair.");
  await page.waitText(h1, "11 customers read.");
  for (const lang of ["Suomi", "Polski"]) {
    await page.click({ name: lang });
    assert.deepEqual(await page.axe("main"), [], lang);
  }
  await page.size(390, 800);
  assert.equal(await page.sideways(), 0);
});

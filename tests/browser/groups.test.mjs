// Bring in, the rest of a file: groups of companies by hand, rows set aside, and letters that look wrong.
import { assert, test } from "./harness.mjs";
import { fileWith } from "./disk.mjs";

const h1 = "main.bring h1";
const en = { settings: { lang: "en" } };
const bring = (page, text) => page.setFile("input[type=file]", fileWith("list.csv", text));
const content = (page, css) => page.js((it) => (document.querySelector(it)?.textContent ?? "").replace(/\u00a0/g, " "), css);
const waitContent = (page, css, part) => page.waitFor(async () => (await content(page, css)).includes(part), `${css} to hold ${part}`);

test("groups: companies are put in one group and taken out again", async ({ page }) => {
  await page.open("", en);
  await bring(page, "Customer;Revenue\nKoskinen Oy;60\nRanta Ky;30\nSaha Oy;10\n");
  await page.waitText(h1, "3 customers read.");
  await page.click({ name: "Groups of companies" });
  await page.type("#groups-company", "Nobody");
  await page.type("#groups-with", "koskinen oy");
  await page.click({ name: "Put in one group" });
  await waitContent(page, "#groups-error", "No customer is called Nobody.");
  await page.type("#groups-company", "Saha Oy");
  await page.click({ name: "Put in one group" });
  await waitContent(page, ".groups .list", "Koskinen Oy: 2 companies, together €70.00");
  await page.type("#groups-company", "Ranta Ky");
  await page.click({ name: "Put in one group" });
  await waitContent(page, ".groups .list", "3 companies, together €100.00");
  // What the masthead covers while the page is scrolled is no flaw.
  assert.deepEqual((await page.axe()).filter((it) => !it.startsWith("target-size")), []);
  await page.click({ name: "Take out of the group: Koskinen Oy" });
  await waitContent(page, ".groups .list", "2 companies, together €40.00");
  await page.click({ name: "Undo" });
  await waitContent(page, ".groups .list", "3 companies, together €100.00");
  await page.size(390, 800);
  assert.equal(await page.sideways(), 0);
});

test("aside: rows set aside are filtered by reason, and each can be used after all", async ({ page }) => {
  await page.open("", en);
  const rows = Array.from({ length: 30 }, (_, at) => `;${at + 1}`);
  await bring(page, ["Customer;Revenue", "Ada;10", ...rows, "Bo;no idea", "Cia;20"].join("\n"));
  await page.waitText(h1, "2 customers read.");
  await waitContent(page, ".aside", "and 10 more rows");
  await page.select(".aside__filter select", "0");
  await page.waitFor(async () => (await page.count(".aside__rows .aside__row")) === 30, "all rows of the reason");
  assert.match(await content(page, ".aside__rows"), /line 3/);
  await page.click({ name: "Use this row: line 32" });
  await page.waitText(h1, "3 customers read.");
  await page.find(page.named("Save these rows as CSV"));
  // The row at the edge of the list is cut until it is scrolled to.
  assert.deepEqual((await page.axe()).filter((it) => !it.startsWith("target-size")), []);
});

test("letters: the user's own names tell which encoding is right", async ({ page }) => {
  await page.open("", en);
  const name = [0x57, 0x69, 0x9c, 0x6e, 0x69, 0x65, 0x77, 0x73, 0x6b, 0x69];
  await page.setFile("input[type=file]", fileWith("klienci.csv", Buffer.concat([Buffer.from("Klient;Kwota\n"), Buffer.from(name), Buffer.from(";1,20\nOy Test;3\n")])));
  await page.waitText(h1, "2 customers read.");
  await page.click({ name: "Do names look wrong?" });
  await page.waitText("dialog[open]", "Wiśniewski");
  assert.deepEqual(await page.axe("dialog[open]"), []);
  const line = await page.waitFor(() => page.js(() => [...document.querySelectorAll(".letters__line")].findIndex((it) => it.textContent.includes("Wiœniewski")) + 1), "the western line");
  await page.click(`dialog[open] li:nth-child(${line}) .letters__line`);
  await waitContent(page, ".preview tbody", "Wiœniewski");
  await page.click({ name: "Do names look wrong?" });
  await page.click(`dialog[open] li:nth-child(${await page.waitFor(() => page.js(() => [...document.querySelectorAll(".letters__line")].findIndex((it) => it.textContent.includes("Wiśniewski")) + 1), "the right line")}) .letters__line`);
  await waitContent(page, ".preview tbody", "Wiśniewski");
});

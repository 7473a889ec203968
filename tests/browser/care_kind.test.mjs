// Care without hesitation: what is folded, what suggestions count for, and whose hours are missing.
import { Key, assert, test } from "./harness.mjs";
import { withLines } from "./customers.mjs";
import { model, openProject } from "./project.mjs";

const texts = (page, css) => page.js((it) => [...document.querySelectorAll(it)].map((el) => el.textContent.replace(/\u00a0/g, " ").trim()), css);

test("results are whole under the contacts and the last question, one press away elsewhere", async ({ page }) => {
  await openProject(page, "#/care/2/aim");
  await page.waitText("h1", "What do you want");
  for (const [question, heading, count] of [["aim", "What do you want", 0], ["contacts", "How often", 1], ["extras", "What extra", 0], ["goals", "How will you know", 1]]) {
    await page.go(`#/care/2/${question}`);
    await page.waitText("h1", heading);
    await page.waitFor(async () => (await page.count("#pay")) === count, `${question} to have results: ${count}`);
    assert.ok(await page.sees(".capacity__bar"), `${question} has the bar`);
  }
});

test("the bar leads to what it takes, also where that is folded", async ({ page }) => {
  const people = model().people.map((it) => ({ ...it, hoursAWeek: 1 }));
  await openProject(page, "#/care/2/aim", { change: { people } });
  await page.waitText(".capacity__head", "10 hours too many.");
  assert.equal(await page.count("#ways"), 0);
  await page.click({ name: "What it takes to make it fit" });
  await page.waitText("#ways", "What it takes to find 10 hours");
  await page.waitFor(() => page.js(() => document.activeElement?.id === "ways"), "the focus to be there");
});

test("hours go to the person who lacks them, though all together have enough", async ({ page }) => {
  // Aino has 10 of the 15 hours she is asked for, Mikko 30.
  const people = [1, 3].map((hoursAWeek, at) => ({ ...model().people[at], hoursAWeek: hoursAWeek * 2, forCustomers: 50 }));
  const care = model().care.map((it, at) => (at === 1 ? { ...it, owners: [1] } : it));
  await openProject(page, "#/care/2/contacts", { change: { people, care } });
  await page.waitText(".capacity__head", "It fits in total, but Aino would need 10 h more.");
  await page.waitFor(async () => (await page.count(".fit")) === 2, "two ways");
  assert.deepEqual(await texts(page, ".fit h3"), ["Share Core with Mikko", "More time for customers: Aino"]);
  await page.click({ name: "Add the time" });
  await page.waitText(".capacity__head", "It fits, with");
  await page.click({ name: "Undo" });
  await page.waitText(".capacity__head", "but Aino");
  await page.click({ name: "Share the tier" });
  await page.waitText(".capacity__head", "It fits, with");
});

test("a person without a name counts, and the page says so; hours to start from are those of the currency", async ({ page }) => {
  await withLines(page, ["Klient;Przychód PLN", ...Array.from({ length: 12 }, (_, at) => `Firma ${at + 1};${(at + 1) * 1000}`)], "#/care/1/owner", { lang: "pl" });
  await page.click("#add-person");
  const held = (css) => page.js((it) => document.querySelector(it).value, css);
  await page.find("#hours-1");
  assert.deepEqual([await held("#hours-1"), await held("#cost-1")], ["40", "80"]);
  await page.waitText(".person", "Wartości wyjściowe. Wpisz własne.");
  await page.waitText(".person", "Bez nazwy godziny liczą się jako Osoba 1.");
  await page.type("#person-1", "Zofia");
  await page.type("#hours-1", "38");
  await page.press(Key.TAB);
  await page.waitFor(async () => (await page.count(".person .hint")) === 0, "nothing left to remark");
  await page.waitText(".person__owns", "Zofia");
  // The next tier asks who, not once more for the hours.
  await page.go("#/care/2/owner");
  await page.waitText(".person__owns", "Zofia");
  assert.equal(await page.count(".person"), 0);
  await page.click({ name: "Zmień osoby i godziny" });
  await page.find("#hours-1");
});

test("an example pressed twice is one service, and nothing empty comes with it", async ({ page }) => {
  await openProject(page, "#/care/4/extras");
  await page.find(".chip");
  await page.js(() => document.querySelector(".chip").click());
  const chip = await page.find(".chip");
  await page.driver.actions().doubleClick(chip).perform();
  await page.waitFor(async () => (await page.count(".plan--extras .plan__row")) === 1, "one service");
  await page.click({ name: "Add an extra" });
  await page.click({ name: "Add an extra" });
  await page.waitFor(async () => (await page.count(".plan--extras .plan__row")) === 2, "one empty one");
  await page.waitFor(() => page.js(() => document.activeElement?.id === "extra-1"), "the focus in it");
});

test("a sample company brings its trade", async ({ page }) => {
  await page.open("#/", { settings: { lang: "en" } });
  await page.settled();
  await page.click('[data-start]:not([hidden]) [data-sample="chamber"]');
  await page.waitFor(() => page.js(() => document.querySelector(".steps li:first-child .step__state")?.textContent), "customers", 30_000);
  await page.go("#/care/1/aim");
  await page.find("#trade");
  assert.equal(await page.js(() => document.querySelector("#trade").value), "Chamber");
  await page.waitText(".chip", "They open doors, and we open theirs.");
});

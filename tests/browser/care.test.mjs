// Care: the eight questions, hours and money as they are typed, and what a wrong number does.
import { Key, assert, test } from "./harness.mjs";
import { tabTo } from "./keys.mjs";
import { model, openProject } from "./project.mjs";

/** On to the next question by the button at the top. */
async function next(page, heading) {
  await page.focus("main h1");
  await tabTo(page, ".btn--go");
  await page.press(Key.ENTER);
  await page.waitText("h1", heading);
  await page.waitFor(() => page.js(() => document.activeElement?.matches("main h1")), "the heading to have the focus");
}

test("a tier is answered without a mouse, question by question, and says that it is done", { timeout: 300_000 }, async ({ page }) => {
  await openProject(page, "#/care/4/aim");
  await page.waitText("h1", "What do you want with your Light customers?");
  await page.waitFor(() => page.js(() => document.activeElement?.matches("main h1")), "the heading to have the focus");
  await tabTo(page, "#answer");
  await page.press("Polite and cheap to serve.");
  await next(page, "What do your Light customers need?");
  await tabTo(page, "#answer");
  await page.press("Clear prices.");
  await tabTo(page, ".ticks input[type=checkbox]");
  await page.press(Key.SPACE);
  await tabTo(page, "input[name=sureness]");
  await page.press(Key.SPACE);
  await next(page, "Who looks after your Light customers?");
  await tabTo(page, ".person__owns input");
  await page.press(Key.SPACE);
  await next(page, "how fast do you answer?");
  await tabTo(page, "input[name=channel]");
  await page.press(Key.SPACE);
  await tabTo(page, "#response");
  await page.press("72");
  await page.waitText(".hint[aria-live]", "within 3 working days");
  await next(page, "How often do you meet your Light customers?");
  await tabTo(page, "#add-contact");
  await page.press(Key.ENTER);
  await page.find("#times-0");
  await next(page, "What extra do your Light customers get?");
  await tabTo(page, ".tick input");
  await page.press(Key.SPACE);
  await next(page, "What do you not do for your Light customers?");
  await tabTo(page, "#answer");
  await page.press("We do not visit.");
  await next(page, "How will you know that it works for Light?");
  await tabTo(page, ".goal input[type=checkbox]");
  await page.press(Key.SPACE);
  await page.waitText(".walk a[data-tier='4']", "Done: 8 of 8");
  assert.equal(await page.text(".btn--go"), "Next tier: Core", "what is left to do comes next");
  assert.equal(await page.js(() => document.querySelector(".step[aria-current=step] .step__state").textContent), "3 of 4 tiers done");
});

test("the bar says in a sentence whether the hours suffice, and names every tier's", async ({ page }) => {
  await openProject(page, "#/care/2/contacts");
  await page.waitText(".capacity__head", "It fits, with 10 hours to spare. Your promises take 30 h a year, you have 40 h.");
  const bar = () => page.js(() => document.querySelector(".capacity__bar").getAttribute("aria-label").replace(/\u00a0/g, " "));
  assert.equal(await bar(), "Hours promised: Key 10 h, Core 10 h, not finished, Standard 10 h, Light 0 h, not finished. Hours you have: 40 h.");
  await page.type("#times-0", "30");
  // Two customers, 30 times half an hour: 30 h instead of 10.
  await page.waitText(".capacity__head", "10 hours too many. Your promises take 50 h a year, you have 40 h.");
  const hours = await page.js(() => [...document.querySelectorAll(".plan__row:first-child .plan__hours")].map((it) => it.textContent.replace(/\u00a0/g, " ").match(/[\d.]+ h$/)?.[0]));
  assert.deepEqual(hours, ["15.0 h", "30 h"], "each and together");
  await page.waitText("#ways", "What it takes to find 10 hours");
});

test("each way to make it fit says what it saves, and can be undone", async ({ page }) => {
  // The same 20 hours each, as half of the working time.
  const people = model().people.map((it) => ({ ...it, hoursAWeek: 4, forCustomers: 50 }));
  await openProject(page, "#/care/2/contacts", { change: { people } });
  await page.type("#times-0", "30");
  // No narrower tier: the two customers of Core buy the same, and nobody would be left.
  await page.waitFor(async () => (await page.count(".fit")) === 3, "three ways");
  const ways = await page.js(() => [...document.querySelectorAll(".fit")].map((it) => [it.querySelector("h3"), it.querySelector(".b")].map((it) => it.textContent.replace(/\u00a0/g, " ")).join(": ")));
  assert.equal(ways[1], "Meet by video instead of visiting: −5 h, not enough yet");
  // Both are asked for five hours more than they have.
  assert.equal(ways[2], "More time for customers: Aino, Mikko: +10 h, fits everybody");
  await page.click({ name: "Add the time" });
  await page.waitText(".capacity__head", "It fits");
  await page.click({ name: "Undo" });
  await page.waitText(".capacity__head", "10 hours too many.");
});

test("fewer contacts make the promises fit, in numbers of contacts, and can be undone", async ({ page }) => {
  await openProject(page, "#/care/2/contacts");
  await page.type("#times-0", "30");
  // Key 4, Core 2 x 30, Standard 10 x 2.
  await page.waitText(".fit", /Fewer contacts everywhere: \d+ a year instead of 84/);
  await page.waitText(".fit", "Price: every promise gets a little weaker, Key included.");
  await page.waitText(".fit", /Core: \d+ calls instead of 30 calls/);
  await page.click({ name: "Make contacts fewer" });
  await page.waitText(".capacity__head", "It fits");
  await page.click({ name: "Undo" });
  await page.waitText(".capacity__head", "10 hours too many.");
});

test("a number that cannot be used stays, is marked, and the old one counts", async ({ page }) => {
  await openProject(page, "#/care/2/contacts");
  await page.type("#times-0", "ten");
  await page.press(Key.TAB);
  await page.waitText(".field__error", "“ten” is not a whole number from 0 to 9,999. Until you change it, 10 counts.");
  const field = () => page.js(() => {
    const it = document.querySelector("#times-0");
    const why = document.getElementById(it.getAttribute("aria-describedby") ?? "");
    return [it.value, it.getAttribute("aria-invalid"), Boolean(why)];
  });
  assert.deepEqual(await field(), ["ten", "true", true]);
  assert.match(await page.text(".capacity__head"), /Your promises take 30 h/);
  await page.type("#times-0", "4");
  await page.waitText(".capacity__head", "Your promises take 24 h a year");
  assert.deepEqual(await field(), ["4", null, false]);
});

test("a half-typed number is left by the way back, and nothing breaks", async ({ page }) => {
  await openProject(page, "#/care/2/contacts");
  for (const [field, hash, heading] of [["#times-0", "#/care/3/aim", "Standard customers"], ["#limit-0", "#/see", "bring 80%"]]) {
    if (field === "#limit-0") await page.go("#/sort");
    await page.type(field, "4x");
    await page.go(hash);
    await page.waitText("main h1", heading);
    assert.equal(await page.sees("main.crash"), false);
  }
});

test("money: the cost of an hour, the margin of a tier, and what is left after care", async ({ page }) => {
  await openProject(page, "#/care/2/contacts");
  // 5 h at 50 for a customer; Core's margin is 30 - 5 over two customers.
  await page.waitText("main", "At €50 an hour, €250 per customer. Average Core margin: €13.");
  const rows = await page.js(() =>
    [...document.querySelectorAll("[aria-labelledby=pay] tbody tr, [aria-labelledby=pay] tfoot tr")].map((row) => [...row.querySelectorAll("td")].map((it) => it.textContent.replace(/\u00a0/g, " ")).join(" ")),
  );
  assert.deepEqual(rows, [
    "1 €200 10 h €500 €0 −€300",
    "2 €25 10 h €500 €0 −€475",
    "10 €20 10 h €500 €30 −€510",
    "3 €3 0 h €0 €0 €3",
    "16 €248 30 h €1,500 €30 −€1,282",
  ]);
});

test("an answer is copied from another tier and the copy can be undone", async ({ page }) => {
  await openProject(page, "#/care/2/service");
  await page.click({ name: "Copy from Key" });
  await page.waitFor(() => page.js(() => document.querySelector("#response").value === "8"), "the promise of Key");
  await page.click({ name: "Undo" });
  await page.waitFor(() => page.js(() => document.querySelector("#response").value === ""), "no promise");
});

test("an example fills in the answer; over one's own words it can be undone", async ({ page }) => {
  await openProject(page, "#/care/1/aim");
  const held = () => page.js(() => document.querySelector("#answer").value);
  await page.click(".chip");
  await page.waitFor(async () => (await held()) === "Stay their first choice, and grow with them.", "the example");
  await page.click({ name: "Undo" });
  await page.waitFor(async () => (await held()) === "Stay their first choice.", "one's own words");
});

test("after a reload the answers are there and the counts ask for the file", async ({ page }) => {
  await openProject(page, "#/care/1/contacts");
  await page.type("#times-0", "5");
  await page.waitFor(() => page.js(() => Object.values(localStorage).some((it) => it.includes('"times":5'))), "the answer to be saved");
  await page.driver.navigate().refresh();
  await page.ready();
  await page.waitText(".notice", "What you have answered is kept.");
  assert.equal(await page.js(() => document.querySelector("#times-0").value), "5");
  await page.waitText(".capacity__head", "known when the customers are");
});

test("a tier that the plan lacks leads to the last one", async ({ page }) => {
  await page.open("#/care/9/goals", { settings: { lang: "en" } });
  await page.waitText("h1", "How will you know that it works for Standard?");
});

const questions = ["aim", "needs", "owner", "service", "contacts", "extras", "not-done", "goals"];

test("no question has a flaw that axe can see, on any screen, light or dark", { only: "chromium", timeout: 300_000 }, async ({ page }) => {
  const found = [];
  for (const [width, theme] of [[1280, "light"], [390, "light"], [1280, "dark"]]) {
    await page.size(width, 844);
    await openProject(page, "#/care/3/aim", { settings: { lang: "en", theme } });
    for (const question of questions) {
      await page.go(`#/care/3/${question}`);
      await page.waitFor(() => page.js((it) => document.querySelector(`.qnav a[href$="${it}"]`)?.ariaCurrent === "step", question), question);
      found.push(...(await page.axe()).map((it) => `${question} ${width} ${theme}: ${it}`));
      if (width === 390) assert.equal(await page.sideways(), 0, `${question} on a phone`);
    }
  }
  assert.deepEqual(found, []);
});

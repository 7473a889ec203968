// A project as a file: four tiers, four people and small round numbers, so that a spec can say what
// each figure must be. The last tier is untouched; Core is half answered.
import { fileWith } from "./disk.mjs";

const contact = (kind, times, minutes, preparation = 0) => ({ kind, times, minutes, preparation });
const person = (id, name, hours) => ({ id, name, weeks: 10, hoursAWeek: hours, forCustomers: 100, administration: 0, costAnHour: 500_000, region: "", holidayMonth: null });
const empty = { aim: "", needs: "", evidence: [], sureness: null, owners: [], channel: null, responseHours: null, escalation: "", opening: "", contacts: [], graceWeeks: null, topics: "", incomingMinutes: 0, extras: [], noExtras: false, onboarding: "", onboardingMinutes: 0, newAYear: 0, growth: "", notDone: "", leaving: "", goals: [] };

/** One key customer of 700, two of 100, ten of 10 and the rest of nothing much: 1 + 2 + 10 + 3. */
const customers = [
  ["Vuoksenranta Pesuaine Oy", 700, 200],
  ["Żółta Łódź sp. z o.o.", 100, 30],
  ["=HYPERLINK(1)", 100, -5],
  ...Array.from({ length: 10 }, (_, at) => [`Pieni ${at + 1} Oy`, 9 - at * 0.0001, 2]),
  ["Viimeinen Oy", 4, 1],
  ["Viimeisin Oy", 3, 1],
  ["Aivan viimeinen Oy", 2, 1],
];

const customer = ([name, revenue, margin], at) => ({
  key: `${1000 + at}`, name, revenue: Math.round(revenue * 10_000), margin: margin * 10_000, previous: null, group: null, business_id: null,
  owner: null, industry: null, size: null, region: null, potential: null, first: null, last: null, orders: 1, rows: 1, line: at + 2,
});

/** What was decided. Key needs 10 h for its one customer, Core 2 x 5 h, Standard 10 x 1 h: 30 h. */
export const model = (change = {}) => ({
  name: "Care 2027",
  currency: "EUR",
  plan: { names: ["", "", "", ""], method: "share", cuts: [7000, 8800, 9850], rule: "exclusive" },
  exceptions: {},
  alike: { same: {}, apart: [] },
  groups: {},
  potentials: {},
  care: [
    { ...empty, aim: "Stay their first choice.", needs: "Deliveries on the promised day.", evidence: ["interviews"], sureness: "known", owners: [1], channel: "named-person", responseHours: 8, contacts: [contact("visit", 4, 120)], incomingMinutes: 120, noExtras: true, notDone: "We do not send them general offers.", goals: [{ kind: "retention", percent: 97 }] },
    { ...empty, aim: "Keep them.", owners: [1, 2], contacts: [contact("call", 10, 30)] },
    { ...empty, aim: "Serve well.", needs: "Steady quality.", evidence: ["guess"], sureness: "unsure", owners: [2], channel: "team", responseHours: 48, contacts: [contact("call", 2, 30)], extras: [{ what: "Ordering help", cost: 30_000 }], notDone: "We do not make custom sizes.", goals: [{ kind: "satisfaction", percent: 85 }] },
  ],
  people: [person(1, "Aino", 2), person(2, "Mikko", 2)],
  marginPercent: null,
  trade: null,
  country: null,
  deal: "load",
  owned: {},
  way: "tiers",
  spread: null,
  meetings: { means: [], targets: {}, meetings: [] },
  ...change,
});

/** The envelope around a project. */
export const project = (change = {}, v = 1) => ({
  fmt: "rusetti.project", v, rev: 1, savedAt: "2026-11-20T10:00:00Z", app: v === 1 ? "0.1.0" : "9.9.9",
  data: { model: model(change), source: "asiakkaat-2026.csv", base: { customers: customers.map(customer), currency: "EUR" } },
});

/** Opens a project through Follow, as a user would, and goes on to a hash. */
export async function openProject(page, hash, { change, settings = { lang: "en" } } = {}) {
  await page.open("#/follow", { settings });
  await page.setFile("#open-file", fileWith("project.json", project(change)));
  await page.click("dialog[open] .btn--go");
  await page.waitFor(async () => !(await page.sees("dialog[open]")), "the dialog to close");
  await page.go(hash);
}

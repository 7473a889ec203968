// Every view of the product, for screenshots and for the accessibility test: one list.
// To add one: a line. `sample` is the sample company that must be open (its `data-sample`), `hash` the
// address, `see` what shows that the view is there, `prepare(page)` what to do first.
export const views = [
  { name: "start", hash: "#/", see: "[data-start]:not([hidden]) h1" },
  { name: "empty", hash: "#/see", see: "main h1, main h2" },
  { name: "bring", sample: "packaging", hash: "#/bring", see: "main h1" },
  { name: "see", sample: "packaging", hash: "#/see", see: ".verdict" },
  { name: "sort", sample: "packaging", hash: "#/sort", see: "#customers" },
  { name: "profiles", sample: "packaging", hash: "#/sort/profiles", see: "#losses" },
  { name: "profiles-services", sample: "accounting", hash: "#/sort/profiles", see: "#losses" },
  { name: "care", sample: "packaging", hash: "#/care/1/aim", see: "main h1" },
  { name: "care-contacts", sample: "packaging", hash: "#/care/1/contacts", see: "main h1" },
  { name: "follow", sample: "packaging", hash: "#/follow", see: "main h1" },
  { name: "handbook", sample: "packaging", hash: "#/handbook", see: "main h1" },
  { name: "bring-invoices", sample: "accounting", hash: "#/bring", see: "main h1" },
  { name: "see-members", sample: "chamber", hash: "#/see", see: ".verdict" },
];

export const langs = ["fi", "pl", "en"];
export const themes = ["light", "dark"];
/** Desk and phone, in CSS pixels. */
export const sizes = [
  [1280, 800],
  [390, 844],
];

/** Opens the page in a language and theme, with a sample company where one is asked for. */
export async function openWith(page, { lang, theme, sample }) {
  await page.open("#/", { settings: { lang, theme } });
  if (!sample) return;
  await page.settled();
  await page.click(`[data-start]:not([hidden]) [data-sample="${sample}"]`);
  await page.waitFor(async () => (await page.js(() => location.hash)).length > 2 && page.sees("main h1"), `${sample} to be read`, 30_000);
}

/** Goes to a view within the open page. */
export async function goTo(page, view) {
  await page.go(view.hash);
  await view.prepare?.(page);
  await page.find(view.see);
}

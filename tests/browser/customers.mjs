// Customers of a test, brought in as a user's file.
import { fileWith } from "./disk.mjs";

/** Reads a list of [name, revenue] as the user's file and goes to a step. */
export async function withCustomers(page, rows, hash, settings = { lang: "en" }) {
  const lines = rows.map(([name, revenue]) => `${name};${revenue};${Math.round(revenue / 3)}`);
  await withLines(page, ["Customer;Revenue;Margin", ...lines], hash, settings);
}

/** Reads lines, the first of them the names of the columns, as the user's file and goes to a step. */
export async function withLines(page, lines, hash, settings = { lang: "en" }, patience = 60_000) {
  const path = fileWith(`${lines.length - 1}-customers.csv`, lines.join("\n"));
  await page.open("", { settings });
  await page.settled();
  await page.setFile("[data-start] input[type=file]", path);
  // As the document holds it: WebKit's driver leaves out what an ellipsis may hide.
  const state = () => document.querySelector(".steps li:first-child .step__state").textContent;
  await page.waitFor(() => page.js(state), "customers in the stepper", patience);
  await page.go(hash);
}

/** How many customers Sort's table of tiers says each has. */
export const tierSizes = (page) =>
  page.js(() => [...document.querySelectorAll("section[aria-labelledby=tiers] tbody tr td:nth-child(2)")].map((it) => Number(it.textContent.replace(/\D/g, ""))));

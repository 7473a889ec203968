// Customers whose first tier leans to one industry, with regions, products and margins: what the page on
// who they are needs.

const amount = (it) => it.toFixed(2).replace(".", ",");

/**
 * Rows of invoices, one for each customer and product. Twelve large builders, most of one region, buy
 * timber and tools, but for two who lack the tools; of thirty small shops one sends its paint back, one
 * has no industry and four cost more than they bring.
 */
export function invoices() {
  const rows = [];
  const add = (name, industry, region, size, product, sum, margin) =>
    rows.push([name, industry, region, size, product, amount(sum), amount(margin)].join(";"));
  for (let at = 1; at <= 12; at += 1) {
    const who = [`Rakennus ${at} Oy`, "F 43.21.Z", at <= 9 ? "Pirkanmaa" : "Uusimaa", "50–249"];
    add(...who, "Puutavara", at > 2 ? 9_000 - at * 100 : 11_000, 2_000);
    if (at > 2) add(...who, "Työkalut", 1_000 + at * 10, 250);
  }
  for (let at = 1; at <= 30; at += 1) {
    const who = [`Kauppa ${at} Oy`, at === 7 ? "" : "47.11", ["Uusimaa", "Kainuu", "Lappi"][at % 3], "1–9"];
    add(...who, "Maali", 100 + at, at <= 4 ? -at * 10 : 20);
    if (at === 5) add(...who, "Maali", -105, -20), add(...who, "=HYPERLINK(1)", 60, 10);
  }
  return ["Asiakas;Toimiala;Maakunta;Kokoluokka;Tuote;Myynti;Kate", ...rows];
}
